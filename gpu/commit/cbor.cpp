// SPDX-License-Identifier: Apache-2.0
#include "gpu/cbor.h"

#include <algorithm>
#include <stdexcept>

namespace unchained::cbor {

namespace {

enum class Major : std::uint8_t { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple };

constexpr std::uint8_t kFalse = 0xf4;
constexpr std::uint8_t kTrue = 0xf5;
constexpr std::uint8_t kNull = 0xf6;

/// -1-v for v ≤ 2^63-1, and back: the bitwise complement.
std::int64_t negativeOf(std::uint64_t argument) {
    return static_cast<std::int64_t>(~argument);
}

/// Bytewise order of encoded keys; a text's characters compare as unsigned bytes.
bool before(ByteView a, ByteView b) {
    return unchained::asText(a) < unchained::asText(b);
}

// ---- encoding

void putHead(Bytes& out, Major major, std::uint64_t argument) {
    const auto lead = static_cast<std::uint8_t>(static_cast<unsigned>(major) << 5);
    if (argument < 24) {
        out.push_back(static_cast<std::uint8_t>(lead | argument));
        return;
    }
    const int log2Bytes = argument <= 0xff ? 0 : argument <= 0xffff ? 1 : argument <= 0xffffffff ? 2 : 3;
    out.push_back(static_cast<std::uint8_t>(lead | (24 + log2Bytes)));
    for (int shift = (8 << log2Bytes) - 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(argument >> shift));
    }
}

void put(Bytes& out, const Value& value);

void putMap(Bytes& out, const Map& map) {
    std::vector<std::pair<Bytes, const Value*>> entries;
    entries.reserve(map.size());
    for (const auto& [key, value] : map) {
        entries.emplace_back(encode(key), &value);
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return before(a.first, b.first); });
    putHead(out, Major::Map, entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i > 0 && entries[i].first == entries[i - 1].first) throw std::logic_error("cbor: a map with equal keys");
        out.insert(out.end(), entries[i].first.begin(), entries[i].first.end());
        put(out, *entries[i].second);
    }
}

void put(Bytes& out, const Value& value) {
    if (const auto* number = value.asUnsigned()) {
        putHead(out, Major::Unsigned, *number);
    } else if (const auto negative = value.asSigned()) {
        putHead(out, Major::Negative, ~static_cast<std::uint64_t>(*negative));
    } else if (const auto* bytes = value.asBytes()) {
        putHead(out, Major::Bytes, bytes->size());
        out.insert(out.end(), bytes->begin(), bytes->end());
    } else if (const auto* text = value.asText()) {
        putHead(out, Major::Text, text->size());
        out.insert(out.end(), text->begin(), text->end());
    } else if (const auto* array = value.asArray()) {
        putHead(out, Major::Array, array->size());
        for (const Value& item : *array) {
            put(out, item);
        }
    } else if (const auto* map = value.asMap()) {
        putMap(out, *map);
    } else if (const auto* boolean = value.asBool()) {
        out.push_back(*boolean ? kTrue : kFalse);
    } else {
        out.push_back(kNull);
    }
}

// ---- decoding

struct Head {
    Major major = Major::Unsigned;
    std::uint64_t argument = 0;
};

class Decoder {
public:
    explicit Decoder(ByteView input) : m_input(input) {}

    Result<Value> whole() {
        Value value;
        if (!item(value, 0)) return m_error;
        if (left() != 0) return broken(CborError::Trailing, "bytes follow the item");
        return value;
    }

private:
    [[nodiscard]] std::size_t left() const { return m_input.size() - m_at; }

    const Error& broken(CborError code, const char* sentence) {
        m_error = makeError(code, "CBOR byte " + std::to_string(m_at), sentence);
        return m_error;
    }
    bool refuse(CborError code, const char* sentence) {
        broken(code, sentence);
        return false;
    }

    bool head(Head& out) {
        if (left() == 0) return refuse(CborError::Truncated, "the input ends where an item should begin");
        const std::uint8_t lead = m_input[m_at];
        out.major = static_cast<Major>(lead >> 5);
        const unsigned info = lead & 31;
        if (out.major == Major::Tag) return refuse(CborError::Unsupported, "tags are not supported");
        if (info == 31) return refuse(CborError::NotCanonical, "indefinite lengths and breaks are not canonical");
        if (out.major == Major::Simple && (lead < kFalse || lead > kNull)) {
            return refuse(CborError::Unsupported, "of the simple values only false, true and null are supported");
        }
        if (info > 27) return refuse(CborError::NotCanonical, "the head's form is reserved");
        if (info < 24) {
            out.argument = info;
            ++m_at;
            return true;
        }
        const std::size_t size = std::size_t{1} << (info - 24);
        if (left() - 1 < size) return refuse(CborError::Truncated, "the input ends inside a head");
        out.argument = 0;
        for (std::size_t i = 1; i <= size; ++i) {
            out.argument = out.argument << 8 | m_input[m_at + i];
        }
        const std::uint64_t least = size == 1 ? 24 : std::uint64_t{1} << (4 * size);
        if (out.argument < least) return refuse(CborError::NotCanonical, "the head is longer than needed");
        m_at += 1 + size;
        return true;
    }

    /// Whether `count` things of at least `unit` bytes can follow; asked before any memory is taken.
    bool fits(std::uint64_t count, std::size_t unit) {
        if (count > m_input.size() / unit) return refuse(CborError::TooLarge, "a length is beyond the input's size");
        if (count > left() / unit) return refuse(CborError::Truncated, "the input ends inside an item");
        return true;
    }

    ByteView take(std::uint64_t length) {
        const ByteView out = m_input.subspan(m_at, static_cast<std::size_t>(length));
        m_at += out.size();
        return out;
    }

    bool item(Value& out, int depth) {
        Head h;
        if (!head(h)) return false;
        switch (h.major) {
        case Major::Unsigned:
            out = Value(h.argument);
            return true;
        case Major::Negative:
            if (h.argument > INT64_MAX) return refuse(CborError::Unsupported, "an integer is below -2^63");
            out = Value(negativeOf(h.argument));
            return true;
        case Major::Bytes:
            if (!fits(h.argument, 1)) return false;
            out = Value(take(h.argument));
            return true;
        case Major::Text:
            return text(out, h.argument);
        case Major::Array:
            return array(out, h.argument, depth + 1);
        case Major::Map:
            return map(out, h.argument, depth + 1);
        case Major::Tag:
            break;
        case Major::Simple:
            out = h.argument == (kNull & 31) ? Value(Null{}) : Value(h.argument == (kTrue & 31));
            return true;
        }
        throw std::logic_error("cbor: a head that head() should have refused");
    }

    bool text(Value& out, std::uint64_t length) {
        if (!fits(length, 1)) return false;
        const ByteView raw = take(length);
        if (!isUtf8(raw)) return refuse(CborError::NotCanonical, "a text is not valid UTF-8");
        out = Value(unchained::asText(raw));
        return true;
    }

    bool deeper(int depth) {
        return depth <= kDepthMax || refuse(CborError::TooDeep, "more than 16 containers stand inside each other");
    }

    bool array(Value& out, std::uint64_t count, int depth) {
        if (!deeper(depth) || !fits(count, 1)) return false;
        Array items;
        items.reserve(std::min<std::size_t>(static_cast<std::size_t>(count), kReserveMax));
        for (std::uint64_t i = 0; i < count; ++i) {
            if (!item(items.emplace_back(), depth)) return false;
        }
        out = Value(std::move(items));
        return true;
    }

    bool map(Value& out, std::uint64_t count, int depth) {
        if (!deeper(depth) || !fits(count, 2)) return false;
        Map entries;
        entries.reserve(std::min<std::size_t>(static_cast<std::size_t>(count), kReserveMax));
        ByteView keyBefore;
        for (std::uint64_t i = 0; i < count; ++i) {
            auto& [key, value] = entries.emplace_back();
            const std::size_t start = m_at;
            if (!item(key, depth)) return false;
            const ByteView keyBytes = m_input.subspan(start, m_at - start);
            if (i > 0 && !before(keyBefore, keyBytes)) {
                return refuse(CborError::NotCanonical, "a map's keys are not sorted or not unique");
            }
            keyBefore = keyBytes;
            if (!item(value, depth)) return false;
        }
        out = Value(std::move(entries));
        return true;
    }

    /// A claimed count is believed only so far: nested containers could each claim the whole input.
    static constexpr std::size_t kReserveMax = 64;

    ByteView m_input;
    std::size_t m_at = 0;
    Error m_error;
};

} // namespace

Value::Value(std::int64_t v) {
    if (v >= 0) {
        m_data = static_cast<std::uint64_t>(v);
    } else {
        m_data = v;
    }
}

std::optional<std::int64_t> Value::asSigned() const {
    if (const auto* negative = std::get_if<std::int64_t>(&m_data)) return *negative;
    const auto* number = asUnsigned();
    if (number != nullptr && *number <= INT64_MAX) return static_cast<std::int64_t>(*number);
    return std::nullopt;
}

const Value* Value::find(std::string_view key) const {
    const Map* map = asMap();
    if (map == nullptr) return nullptr;
    for (const auto& [name, value] : *map) {
        const std::string* text = name.asText();
        if (text != nullptr && *text == key) return &value;
    }
    return nullptr;
}

Bytes encode(const Value& value) {
    Bytes out;
    put(out, value);
    return out;
}

Result<Value> decode(ByteView input) {
    return Decoder(input).whole();
}

} // namespace unchained::cbor
