// SPDX-License-Identifier: Apache-2.0
#include "gpu/cbor.h"

#include <limits>

namespace unchained::cbor {

Reader::Reader(const Value& array, std::string name, std::size_t fields)
    : Reader(array, std::move(name), fields, fields) {}

Reader::Reader(const Value& array, std::string name, std::size_t fieldsMin, std::size_t fieldsMax)
    : m_name(std::move(name)), m_array(array.asArray()) {
    if (m_array == nullptr) {
        m_failed = true;
        m_error = makeError(CborError::WrongType, m_name, "is not an array");
    } else if (m_array->size() < fieldsMin || m_array->size() > fieldsMax) {
        m_failed = true;
        const std::string wanted = fieldsMin == fieldsMax
                                       ? std::to_string(fieldsMin)
                                       : std::to_string(fieldsMin) + " to " + std::to_string(fieldsMax);
        m_error =
            makeError(CborError::WrongType, m_name, Message("has %1 fields instead of %2", m_array->size(), wanted));
    }
}

void Reader::fail(const std::string& why) {
    if (m_failed) return;
    m_failed = true;
    m_error = makeError(CborError::WrongType, m_name, Message("field %1 %2", m_at, why));
}

const Value* Reader::next() {
    if (m_failed) return nullptr;
    ++m_at;
    if (m_at > m_array->size()) {
        fail("is missing");
        return nullptr;
    }
    return &(*m_array)[m_at - 1];
}

std::size_t Reader::left() const {
    return m_failed || m_at > m_array->size() ? 0 : m_array->size() - m_at;
}

std::uint64_t Reader::u64(std::uint64_t max) {
    const Value* value = next();
    if (value == nullptr) return 0;
    const std::uint64_t* number = value->asUnsigned();
    if (number == nullptr) {
        fail("is not an unsigned integer");
        return 0;
    }
    if (*number > max) {
        fail("is " + std::to_string(*number) + ", more than " + std::to_string(max));
        return 0;
    }
    return *number;
}

std::uint32_t Reader::u32(std::uint32_t max) {
    return static_cast<std::uint32_t>(u64(max));
}

std::int64_t Reader::i64() {
    const Value* value = next();
    if (value == nullptr) return 0;
    const auto number = value->asSigned();
    if (!number) fail("is not an integer of 64 bits with sign");
    return number.value_or(0);
}

bool Reader::boolean() {
    const Value* value = next();
    if (value == nullptr) return false;
    const bool* truth = value->asBool();
    if (truth == nullptr) fail("is neither true nor false");
    return truth != nullptr && *truth;
}

std::string Reader::text(std::size_t bytesMax) {
    const Value* value = next();
    if (value == nullptr) return {};
    const std::string* text = value->asText();
    if (text == nullptr) {
        fail("is not a text");
        return {};
    }
    if (text->size() > bytesMax) {
        fail("is a text of more than " + std::to_string(bytesMax) + " bytes");
        return {};
    }
    return *text;
}

Bytes Reader::bytes(std::size_t bytesMax) {
    const Value* value = next();
    if (value == nullptr) return {};
    const Bytes* bytes = value->asBytes();
    if (bytes == nullptr) {
        fail("is not a byte string");
        return {};
    }
    if (bytes->size() > bytesMax) {
        fail("is a byte string of more than " + std::to_string(bytesMax) + " bytes");
        return {};
    }
    return *bytes;
}

const Value& Reader::any() {
    static const Value kNothing;
    const Value* value = next();
    return value == nullptr ? kNothing : *value;
}

const Array& Reader::array(std::size_t countMax) {
    static const Array kEmpty;
    const Value* value = next();
    if (value == nullptr) return kEmpty;
    const Array* array = value->asArray();
    if (array == nullptr) {
        fail("is not an array");
        return kEmpty;
    }
    if (array->size() > countMax) {
        fail("is an array of more than " + std::to_string(countMax) + " items");
        return kEmpty;
    }
    return *array;
}

Result<void> Reader::finish() {
    if (m_failed) return m_error;
    if (m_at < m_array->size()) {
        return makeError(CborError::WrongType, m_name,
                         Message("has %1 fields of which only %2 are known", m_array->size(), m_at));
    }
    return {};
}

} // namespace unchained::cbor
