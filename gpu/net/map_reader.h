// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cbor.h"
#include "gpu/program.h"

#include <algorithm>
#include <bit>
#include <string>

/// Reading of program parameters, shared by the descriptions of all programs. Pure.
namespace unchained::gpu {

[[nodiscard]] inline Error badParameter(std::string field, Message sentence, Message remedy = {}) {
    return makeError(ProgramError::BadParameters, std::move(field), std::move(sentence), std::move(remedy));
}

[[nodiscard]] inline cbor::Value bitsOf(float value) {
    return std::bit_cast<std::uint32_t>(value);
}

/// Reads a map with text keys and remembers the first field that is wrong; asked for by every key, it also notices the
/// keys that nobody asked for.
class MapReader {
public:
    MapReader(const cbor::Value& value, std::string where) : m_where(std::move(where)), m_map(value.asMap()) {
        if (!m_map) fail("", "is no map");
    }

    const cbor::Value* take(const std::string& key) {
        if (!m_map) return nullptr;
        for (const auto& [name, value] : *m_map) {
            const std::string* text = name.asText();
            if (text && *text == key) {
                ++m_taken;
                return &value;
            }
        }
        fail(key, "is missing");
        return nullptr;
    }

    std::uint64_t whole(const std::string& key) {
        const cbor::Value* value = take(key);
        const std::uint64_t* number = value ? value->asUnsigned() : nullptr;
        if (value && !number) fail(key, "is no unsigned integer");
        return number ? *number : 0;
    }

    float real(const std::string& key) {
        const std::uint64_t bits = whole(key);
        if (bits > UINT32_MAX) fail(key, "is not the bits of a binary32");
        return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
    }

    std::string text(const std::string& key) {
        const cbor::Value* value = take(key);
        const std::string* found = value ? value->asText() : nullptr;
        if (value && !found) fail(key, "is no text");
        return found ? *found : std::string();
    }

    const cbor::Array* array(const std::string& key) {
        const cbor::Value* value = take(key);
        const cbor::Array* found = value ? value->asArray() : nullptr;
        if (value && !found) fail(key, "is no list");
        return found;
    }

    [[nodiscard]] bool has(const std::string& key) const {
        return m_map && std::any_of(m_map->begin(), m_map->end(), [&](const auto& entry) {
                   const std::string* name = entry.first.asText();
                   return name && *name == key;
               });
    }

    void fail(const std::string& key, const char* why) {
        if (m_failed) return;
        m_failed = true;
        m_error = badParameter(m_where.empty() ? (key.empty() ? "parameters" : key)
                                               : (key.empty() ? m_where : m_where + "." + key),
                               why, "see the headers of gpu/include");
    }

    /// Whether all went well and no key is left over.
    [[nodiscard]] Result<void> finish() {
        if (!m_failed && m_map && m_taken != m_map->size()) fail("", "has keys that are not known, or some twice");
        if (m_failed) return m_error;
        return {};
    }

private:
    std::string m_where;
    const cbor::Map* m_map;
    std::size_t m_taken = 0;
    bool m_failed = false;
    Error m_error;
};

} // namespace unchained::gpu
