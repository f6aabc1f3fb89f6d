// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Canonical CBOR: RFC 8949 section 4.2.1 (core deterministic encoding) without floats, tags and undefined.
///
/// What is signed, hashed, stored or sent goes through this codec. Decoding is strict: shortest heads, definite
/// lengths, map keys sorted bytewise and unique, valid UTF-8, nothing after the item. Hence decode(b) succeeds only if
/// encode(decode(b)) == b. Reals travel as their binary32 bits in an unsigned integer.
/// Pure; safe to call from any thread.
namespace unchained::cbor {

enum class CborError : std::uint32_t {
    Truncated = 100, ///< the input ends inside an item
    TooDeep,         ///< more than kDepthMax containers inside each other
    TooLarge,        ///< a length or count beyond the input's size or the caller's limit
    NotCanonical,    ///< longer head than needed, indefinite length, unsorted or repeated key, bad UTF-8
    Unsupported,     ///< float, tag, undefined, simple value, integer below -2^63
    Trailing,        ///< bytes after the item
    WrongType,       ///< a field is not of the type that the reader asked for
};

inline constexpr int kDepthMax = 16;

class Value;
using Array = std::vector<Value>;
using Map = std::vector<std::pair<Value, Value>>; ///< kept in canonical key order by encode()

struct Null {
    bool operator==(const Null&) const = default;
};

/// One CBOR item with value semantics. Integers are -2^63 … 2^64-1.
class Value {
public:
    Value() : m_data(Null{}) {}
    Value(Null) : m_data(Null{}) {}
    Value(bool v) : m_data(v) {}
    Value(std::uint64_t v) : m_data(v) {}
    Value(std::uint32_t v) : m_data(std::uint64_t{v}) {}
    Value(std::int64_t v); ///< a value ≥ 0 becomes an unsigned item
    Value(int v) : Value(std::int64_t{v}) {}
    Value(Bytes v) : m_data(std::move(v)) {}
    Value(ByteView v) : m_data(Bytes(v.begin(), v.end())) {}
    template <class Tag, std::size_t N>
    Value(const FixedBytes<Tag, N>& v) : Value(v.view()) {}
    Value(std::string v) : m_data(std::move(v)) {}
    Value(std::string_view v) : m_data(std::string(v)) {}
    Value(const char* v) : m_data(std::string(v)) {}
    Value(Array v) : m_data(std::move(v)) {}
    Value(Map v) : m_data(std::move(v)) {}

    [[nodiscard]] bool isNull() const { return std::holds_alternative<Null>(m_data); }
    /// Null pointer when the item is of another type.
    [[nodiscard]] const bool* asBool() const { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const std::uint64_t* asUnsigned() const { return std::get_if<std::uint64_t>(&m_data); }
    [[nodiscard]] std::optional<std::int64_t> asSigned() const; ///< any integer that fits int64
    [[nodiscard]] const Bytes* asBytes() const { return std::get_if<Bytes>(&m_data); }
    [[nodiscard]] const std::string* asText() const { return std::get_if<std::string>(&m_data); }
    [[nodiscard]] const Array* asArray() const { return std::get_if<Array>(&m_data); }
    [[nodiscard]] const Map* asMap() const { return std::get_if<Map>(&m_data); }
    /// The value under a text key of a map; null pointer when this is no map or has no such key.
    [[nodiscard]] const Value* find(std::string_view key) const;

    bool operator==(const Value&) const = default;

private:
    std::variant<Null, bool, std::uint64_t, std::int64_t, Bytes, std::string, Array, Map> m_data;
};

/// The one encoding of an item. A map's entries are sorted; equal keys are a broken invariant.
[[nodiscard]] Bytes encode(const Value& value);

/// The item that the whole of `input` encodes. Memory taken is bounded by a small multiple of input.size().
[[nodiscard]] Result<Value> decode(ByteView input);

/// Reads the fields of an array in order; the first field of a wrong type or an array of another length is remembered,
/// and everything after it yields zero values, so that a decoder can read all fields and ask once.
///
///     cbor::Reader in(value, "Claim", 7);
///     claim.step = in.u64(); ...
///     if (auto failed = in.finish(); !failed) return failed.error();
class Reader {
public:
    /// @param name  what is read, for the error's subject
    Reader(const Value& array, std::string name, std::size_t fields);
    Reader(const Value& array, std::string name, std::size_t fieldsMin, std::size_t fieldsMax);

    std::uint64_t u64(std::uint64_t max = UINT64_MAX);
    std::uint32_t u32(std::uint32_t max = UINT32_MAX);
    std::int64_t i64();
    bool boolean();
    std::string text(std::size_t bytesMax = 65536);
    Bytes bytes(std::size_t bytesMax = std::size_t{1} << 24);
    template <class Fixed>
    Fixed fixed() {
        const Bytes raw = bytes(Fixed::kSize);
        auto out = Fixed::from(raw);
        if (!out) fail("is not " + std::to_string(Fixed::kSize) + " bytes long");
        return out.value_or(Fixed{});
    }
    const Value& any(); ///< the next field, whatever it is
    const Array& array(std::size_t countMax = 65536);
    [[nodiscard]] std::size_t left() const; ///< fields not read yet
    [[nodiscard]] bool failed() const { return m_failed; }
    /// Lets the caller report a field that is of the right type and still wrong.
    void fail(const std::string& why);
    [[nodiscard]] Result<void> finish();

private:
    const Value* next();

    std::string m_name;
    const Array* m_array = nullptr;
    std::size_t m_at = 0;
    bool m_failed = false;
    Error m_error;
};

} // namespace unchained::cbor
