// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence_world.h"
#include "identity/envelope.h"

#include <cstdlib>

/// Evidence with one field altered, and what stands around it signed again.
namespace unchained::evidence::test {

using cbor::Array;
using cbor::Value;

/// Where a field stands: places in arrays; a byte string that holds CBOR is entered like an array.
using Path = std::vector<std::size_t>;

inline const identity::Keys& renterKeys() {
    static const identity::Keys keys = keysOf(2);
    return keys;
}

/// The array that a byte string holds, if it does: payloads, envelopes and leaves inside each other.
inline std::optional<Array> inside(const Value& value) {
    const Bytes* bytes = value.asBytes();
    if (!bytes || bytes->size() < 40) return std::nullopt;
    const auto decoded = cbor::decode(*bytes);
    if (!decoded || !decoded->asArray()) return std::nullopt;
    return *decoded->asArray();
}

inline bool isEnvelope(const Array& items) {
    return items.size() == 3 && inside(items[0]) && items[1].asBytes() && items[1].asBytes()->size() == 32 &&
           items[2].asBytes() && items[2].asBytes()->size() == 64;
}

inline void collect(const Value& value, Path& at, std::vector<Path>& out) {
    const auto inner = inside(value);
    const Array* items = inner ? &*inner : value.asArray();
    if (!items) {
        out.push_back(at);
        return;
    }
    if (items->empty()) out.push_back(at);
    for (std::size_t i = 0; i < items->size(); ++i) {
        at.push_back(i);
        collect((*items)[i], at, out);
        at.pop_back();
    }
}

inline Value alteredLeaf(const Value& value, unsigned how) {
    if (const auto number = value.asSigned()) {
        if (*number > 0 && how % 2 == 1) return Value(*number - 1);
        return Value(*number + 1);
    }
    if (const auto* number = value.asUnsigned()) return Value(*number - 1);
    if (const bool* truth = value.asBool()) return Value(!*truth);
    if (const auto* text = value.asText()) return Value(*text + "x");
    if (const auto* bytes = value.asBytes()) {
        Bytes out = *bytes;
        if (out.empty()) return Value(Bytes{1});
        out[how % out.size()] ^= 1;
        return Value(out);
    }
    if (value.isNull()) return Value(Hash256{});
    return Value(Array{0}); // an empty list
}

/// Who signs again: nobody; the renter its own structures; the renter all of them; each signer its own.
enum class Resign { Nobody, RentersOwn, All, Everybody };

/// The value with the field at `path` altered; every envelope around it is signed again as `resign` says.
inline Value altered(const Value& value, const Path& path, std::size_t depth, unsigned how, Resign resign) {
    if (depth == path.size()) return alteredLeaf(value, how);
    const auto inner = inside(value);
    Array items = inner ? *inner : *value.asArray();
    items[path[depth]] = altered(items[path[depth]], path, depth + 1, how, resign);
    if (isEnvelope(items) && path[depth] == 0) {
        const Bytes payload = *items[0].asBytes();
        for (std::uint8_t n = 1; n <= 4; ++n) { // hub, renter, hosts
            const identity::Keys keys = keysOf(n);
            const bool own = *items[1].asBytes() == Bytes(keys.peer().bytes.begin(), keys.peer().bytes.end());
            if (!own || resign == Resign::Nobody || resign == Resign::All) continue;
            if (resign == Resign::Everybody || n == 2) items[2] = Value(keys.sign(payload));
        }
        if (resign == Resign::All) {
            items[1] = Value(renterKeys().peer());
            items[2] = Value(renterKeys().sign(payload));
        }
    }
    return inner ? Value(cbor::encode(Value(std::move(items)))) : Value(std::move(items));
}

inline std::string said(const Path& path) {
    std::string out;
    for (const std::size_t i : path)
        out += "/" + std::to_string(i);
    return out;
}

/// The name of the structure whose field the path leads to, and the place of the field in it; empty for none.
inline std::pair<std::string, std::size_t> fieldAt(const Value& payload, const Path& path) {
    Value at = payload;
    std::pair<std::string, std::size_t> out;
    for (const std::size_t i : path) {
        const auto inner = inside(at);
        const Array items = inner ? *inner : *at.asArray();
        if (const auto* name = items[0].asText()) out = {*name, i};
        at = Value(items[i]);
    }
    return out;
}

/// Every field of the evidence but the hashes of the two files, which are held against those.
inline std::vector<Path> fieldsOf(const Value& payload) {
    std::vector<Path> out;
    Path at;
    collect(payload, at, out);
    std::erase_if(out, [](const Path& path) { return path[0] >= 4; });
    return out;
}

} // namespace unchained::evidence::test
