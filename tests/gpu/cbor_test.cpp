// SPDX-License-Identifier: Apache-2.0
#include "gpu/cbor.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <random>

using namespace unchained;
using cbor::Array;
using cbor::CborError;
using cbor::Map;
using cbor::Null;
using cbor::Value;

namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

struct Example {
    const char* bytes;
    Value value;
};

/// RFC 8949 appendix A, the items that this codec knows.
std::vector<Example> appendixA() {
    Array to25;
    for (int i = 1; i <= 25; ++i) {
        to25.emplace_back(i);
    }
    const Array nested{Value(1), Value(Array{Value(2), Value(3)}), Value(Array{Value(4), Value(5)})};
    return {
        {"00", 0},
        {"01", 1},
        {"0a", 10},
        {"17", 23},
        {"1818", 24},
        {"1819", 25},
        {"1864", 100},
        {"1903e8", 1000},
        {"1a000f4240", 1000000},
        {"1b000000e8d4a51000", std::uint64_t{1000000000000}},
        {"1bffffffffffffffff", UINT64_MAX},
        {"20", -1},
        {"29", -10},
        {"3863", -100},
        {"3903e7", -1000},
        {"3b7fffffffffffffff", INT64_MIN},
        {"f4", false},
        {"f5", true},
        {"f6", Null{}},
        {"40", Bytes{}},
        {"4401020304", Bytes{1, 2, 3, 4}},
        {"60", ""},
        {"6161", "a"},
        {"6449455446", "IETF"},
        {"62225c", "\"\\"},
        {"62c3bc", "\xc3\xbc"},
        {"63e6b0b4", "\xe6\xb0\xb4"},
        {"64f0908591", "\xf0\x90\x85\x91"},
        {"80", Array{}},
        {"83010203", Array{Value(1), Value(2), Value(3)}},
        {"8301820203820405", nested},
        {"98190102030405060708090a0b0c0d0e0f101112131415161718181819", to25},
        {"a0", Map{}},
        {"a201020304", Map{{1, 2}, {3, 4}}},
        {"a26161016162820203", Map{{"a", 1}, {"b", Array{Value(2), Value(3)}}}},
        {"826161a161626163", Array{Value("a"), Value(Map{{"b", "c"}})}},
        {"a56161614161626142616361436164614461656145", Map{{"a", "A"}, {"b", "B"}, {"c", "C"}, {"d", "D"}, {"e", "E"}}},
    };
}

struct Refused {
    const char* bytes;
    CborError why;
};

void checkRefused(std::initializer_list<Refused> cases) {
    for (const Refused& entry : cases) {
        CAPTURE(entry.bytes);
        const auto result = cbor::decode(hex(entry.bytes));
        REQUIRE(!result.ok());
        CHECK_MESSAGE(result.error().is(entry.why), result.error().text());
    }
}

/// A random item whose maps are in canonical order.
Value randomValue(std::mt19937_64& rng, int depth) {
    const auto below = [&](std::uint64_t n) { return rng() % n; };
    switch (below(depth < 4 ? 8 : 6)) {
    case 0:
        return Null{};
    case 1:
        return below(2) == 1;
    case 2:
        return rng() >> below(64);
    case 3:
        return static_cast<std::int64_t>(rng() | std::uint64_t{1} << 63) >> below(63);
    case 4: {
        Bytes bytes(below(300));
        for (auto& byte : bytes) {
            byte = static_cast<std::uint8_t>(rng());
        }
        return bytes;
    }
    case 5: {
        std::string text;
        for (auto n = below(40); n > 0; --n) {
            text += below(8) == 0 ? "\xe6\xb0\xb4" : std::string(1, static_cast<char>('a' + below(26)));
        }
        return text;
    }
    case 6: {
        Array array;
        for (auto n = below(30); n > 0; --n) {
            array.push_back(randomValue(rng, depth + 1));
        }
        return array;
    }
    default: {
        Map map;
        for (auto n = below(6); n > 0; --n) {
            map.emplace_back(randomValue(rng, depth + 1), randomValue(rng, depth + 1));
        }
        const auto less = [](const auto& a, const auto& b) { return cbor::encode(a.first) < cbor::encode(b.first); };
        const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
        std::sort(map.begin(), map.end(), less);
        map.erase(std::unique(map.begin(), map.end(), same), map.end());
        return map;
    }
    }
}

} // namespace

TEST_CASE("the examples of RFC 8949 encode and decode as printed there") {
    for (const Example& example : appendixA()) {
        CAPTURE(example.bytes);
        CHECK(toHex(cbor::encode(example.value)) == example.bytes);
        const auto decoded = cbor::decode(hex(example.bytes));
        REQUIRE(decoded.ok());
        CHECK(*decoded == example.value);
    }
}

TEST_CASE("the examples of RFC 8949 outside the profile are refused") {
    checkRefused({
        // tags (big numbers, dates, URIs), negative integers beyond 64 bits
        {"c249010000000000000000", CborError::Unsupported},
        {"3bffffffffffffffff", CborError::Unsupported},
        {"3b8000000000000000", CborError::Unsupported},
        {"c349010000000000000000", CborError::Unsupported},
        {"c074323031332d30332d32315432303a30343a30305a", CborError::Unsupported},
        {"c11a514b67b0", CborError::Unsupported},
        {"d74401020304", CborError::Unsupported},
        {"d818456449455446", CborError::Unsupported},
        {"d82076687474703a2f2f7777772e6578616d706c652e636f6d", CborError::Unsupported},
        // floats of all three widths, infinities, NaN
        {"f90000", CborError::Unsupported},
        {"f98000", CborError::Unsupported},
        {"f93c00", CborError::Unsupported},
        {"fb3ff199999999999a", CborError::Unsupported},
        {"fa47c35000", CborError::Unsupported},
        {"fa7f7fffff", CborError::Unsupported},
        {"f97c00", CborError::Unsupported},
        {"f97e00", CborError::Unsupported},
        {"fbfff0000000000000", CborError::Unsupported},
        // undefined and other simple values
        {"f7", CborError::Unsupported},
        {"f0", CborError::Unsupported},
        {"f818", CborError::Unsupported},
        {"f8ff", CborError::Unsupported},
        // indefinite lengths
        {"5f42010243030405ff", CborError::NotCanonical},
        {"7f657374726561646d696e67ff", CborError::NotCanonical},
        {"9fff", CborError::NotCanonical},
        {"9f018202039f0405ffff", CborError::NotCanonical},
        {"83018202039f0405ff", CborError::NotCanonical},
        {"bf61610161629f0203ffff", CborError::NotCanonical},
        {"ff", CborError::NotCanonical},
    });
}

TEST_CASE("what is not the one canonical encoding is refused") {
    checkRefused({
        // heads longer than needed, of every kind of item
        {"1817", CborError::NotCanonical},
        {"1900ff", CborError::NotCanonical},
        {"1a0000ffff", CborError::NotCanonical},
        {"1b00000000ffffffff", CborError::NotCanonical},
        {"3800", CborError::NotCanonical},
        {"390000", CborError::NotCanonical},
        {"580101", CborError::NotCanonical},
        {"780161", CborError::NotCanonical},
        {"980101", CborError::NotCanonical},
        {"b8010101", CborError::NotCanonical},
        // reserved heads
        {"1c", CborError::NotCanonical},
        {"1d", CborError::NotCanonical},
        {"1e", CborError::NotCanonical},
        {"3f", CborError::NotCanonical},
        {"1f", CborError::NotCanonical},
        {"5c", CborError::NotCanonical},
        // keys unsorted (bytewise order puts 10 before "a", and "b" before "aa"), repeated
        {"a203040102", CborError::NotCanonical},
        {"a2616201616102", CborError::NotCanonical},
        {"a2616101616102", CborError::NotCanonical},
        {"a262616101616202", CborError::NotCanonical},
        {"a26161010a02", CborError::NotCanonical},
        // text that is not UTF-8
        {"62c328", CborError::NotCanonical},
        {"61ff", CborError::NotCanonical},
        {"63eda080", CborError::NotCanonical},
        {"62c080", CborError::NotCanonical},
        // more than one item
        {"0000", CborError::Trailing},
        {"8000", CborError::Trailing},
        {"f6f6", CborError::Trailing},
    });
}

TEST_CASE("hostile lengths and counts cost nothing and are refused") {
    checkRefused({
        {"", CborError::Truncated},
        {"18", CborError::Truncated},
        {"1903", CborError::Truncated},
        {"1b00000000000000", CborError::Truncated},
        {"81", CborError::Truncated},
        {"8201", CborError::Truncated},
        {"a101", CborError::Truncated},
        {"a1", CborError::TooLarge},
        {"82830101", CborError::Truncated},
        {"8442010140", CborError::Truncated},
        {"6361", CborError::TooLarge},
        {"5a40000000", CborError::TooLarge},
        {"5bffffffffffffffff", CborError::TooLarge},
        {"7bffffffffffffffff", CborError::TooLarge},
        {"9bffffffffffffffff", CborError::TooLarge},
        {"bbffffffffffffffff", CborError::TooLarge},
        {"9affffffff00", CborError::TooLarge},
        {"bb8000000000000000", CborError::TooLarge},
    });
}

TEST_CASE("containers stand at most 16 deep, whatever they are") {
    for (const std::uint8_t head : {std::uint8_t{0x81}, std::uint8_t{0xa1}}) {
        const auto nest = [head](std::size_t depth) {
            Bytes bytes;
            for (std::size_t i = 0; i < depth; ++i) {
                bytes.push_back(head);
                if (head == 0xa1) bytes.push_back(0x00);
            }
            bytes.push_back(0x00);
            return bytes;
        };
        CHECK(cbor::decode(nest(16)).ok());
        CHECK(cbor::decode(nest(17)).error().is(CborError::TooDeep));
        CHECK(cbor::decode(nest(1000000)).error().is(CborError::TooDeep));
    }
}

TEST_CASE("an error names the byte") {
    const auto result = cbor::decode(hex("83010218"));
    REQUIRE(!result.ok());
    CHECK(result.error().text() == "CBOR byte 3: the input ends inside a head");
}

TEST_CASE("a map is encoded in the order of its keys' bytes; equal keys are a broken invariant") {
    const Map map{{"aa", 4}, {"b", 3}, {-1, 2}, {100, 1}, {10, 0}, {false, 5}};
    CHECK(toHex(cbor::encode(map)) == "a60a0018640120026162036261610"
                                      "4f405");
    CHECK_THROWS_AS((void)cbor::encode(Map{{"a", 1}, {"a", 2}}), std::logic_error);
}

TEST_CASE("the integers of the vectors have the encodings given there") {
    std::ifstream file(TESTS_DIR "/vectors/chain.json");
    const auto vectors = nlohmann::json::parse(file);
    CHECK(vectors["cbor_uint"].size() == 13);
    for (const auto& entry : vectors["cbor_uint"]) {
        const auto value = entry["value"].get<std::uint64_t>();
        CHECK(toHex(cbor::encode(value)) == entry["cbor"].get<std::string>());
        CHECK(*cbor::decode(hex(entry["cbor"].get<std::string>()))->asUnsigned() == value);
    }
}

TEST_CASE("random items come back from their encoding") {
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 rng(seed);
        const Value value = randomValue(rng, 0);
        const Bytes bytes = cbor::encode(value);
        const auto decoded = cbor::decode(bytes);
        REQUIRE(decoded.ok());
        REQUIRE(*decoded == value);
        REQUIRE(cbor::encode(*decoded) == bytes);
    }
}

TEST_CASE("whatever bytes are accepted encode to themselves") {
    std::size_t accepted = 0;
    std::size_t refused = 0;
    for (std::uint64_t seed = 1; seed <= 20000; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 rng(seed);
        Bytes bytes = cbor::encode(randomValue(rng, 1));
        for (auto n = rng() % 3; n > 0; --n) {
            const auto at = rng() % bytes.size();
            switch (rng() % 4) {
            case 0:
                bytes[at] = static_cast<std::uint8_t>(rng());
                break;
            case 1:
                bytes[at] ^= static_cast<std::uint8_t>(1U << rng() % 8);
                break;
            case 2:
                bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), static_cast<std::uint8_t>(rng()));
                break;
            default:
                bytes.resize(std::max<std::size_t>(at, 1));
            }
        }
        const auto decoded = cbor::decode(bytes);
        ++(decoded.ok() ? accepted : refused);
        if (decoded.ok()) REQUIRE(cbor::encode(*decoded) == bytes);
    }
    CHECK(accepted > 5000);
    CHECK(refused > 2000);
}

TEST_CASE("every sequence of two bytes, and of three with a common head, encodes to itself or is refused") {
    std::size_t accepted = 0;
    for (unsigned n = 0; n < 65536; ++n) {
        const Bytes bytes{static_cast<std::uint8_t>(n >> 8), static_cast<std::uint8_t>(n)};
        for (const Bytes& input : {bytes, Bytes{0x82, bytes[0], bytes[1]}, Bytes{0xa1, bytes[0], bytes[1]},
                                   Bytes{0x62, bytes[0], bytes[1]}, Bytes{0x19, bytes[0], bytes[1]}}) {
            const auto decoded = cbor::decode(input);
            if (!decoded.ok()) continue;
            ++accepted;
            REQUIRE(cbor::encode(*decoded) == input);
        }
    }
    CHECK(accepted > 65536);
}

TEST_CASE("a value answers only for its own type") {
    CHECK(*Value(5).asSigned() == 5);
    CHECK(*Value(-5).asSigned() == -5);
    CHECK(*Value(std::int64_t{7}).asUnsigned() == 7);
    CHECK(Value(-5).asUnsigned() == nullptr);
    CHECK(!Value(UINT64_MAX).asSigned());
    CHECK(!Value("5").asSigned());
    CHECK(Value("a").asBytes() == nullptr);
    CHECK(Value(Bytes{1}).asText() == nullptr);
    CHECK(Value().isNull());
    const Value map(Map{{"a", 1}, {2, 3}});
    CHECK(*map.find("a")->asUnsigned() == 1);
    CHECK(map.find("b") == nullptr);
    CHECK(Value(1).find("a") == nullptr);
}

TEST_CASE("a reader gives the fields in order") {
    const Value value(Array{Value("tag"), Value(7), Value(-8), Value(Bytes(32, 9)), Value(true), Value(Array{Value(1)}),
                            Value(Null{})});
    cbor::Reader in(value, "Claim", 7);
    CHECK(in.text() == "tag");
    CHECK(in.u32() == 7);
    CHECK(in.i64() == -8);
    CHECK(in.fixed<Hash256>().bytes[0] == 9);
    CHECK(in.boolean());
    CHECK(in.left() == 2);
    CHECK(in.array().size() == 1);
    CHECK(in.any().isNull());
    CHECK(in.finish().ok());
}

TEST_CASE("a reader remembers the first wrong field and names it") {
    struct Case {
        Value value;
        void (*read)(cbor::Reader&);
        const char* error;
    };
    using R = cbor::Reader;
    const std::vector<Case> cases = {
        {Array{"x"}, [](R& in) { in.u64(); }, "T: field 1 is not an unsigned integer"},
        {Array{-1}, [](R& in) { in.u64(); }, "T: field 1 is not an unsigned integer"},
        {Array{9}, [](R& in) { in.u64(8); }, "T: field 1 is 9, more than 8"},
        {Array{std::uint64_t{1} << 32}, [](R& in) { in.u32(); }, "T: field 1 is 4294967296, more than 4294967295"},
        {Array{UINT64_MAX}, [](R& in) { in.i64(); }, "T: field 1 is not an integer of 64 bits with sign"},
        {Array{1}, [](R& in) { in.boolean(); }, "T: field 1 is neither true nor false"},
        {Array{1}, [](R& in) { in.text(); }, "T: field 1 is not a text"},
        {Array{"long"}, [](R& in) { in.text(3); }, "T: field 1 is a text of more than 3 bytes"},
        {Array{"x"}, [](R& in) { in.bytes(); }, "T: field 1 is not a byte string"},
        {Array{Bytes(5)}, [](R& in) { in.bytes(4); }, "T: field 1 is a byte string of more than 4 bytes"},
        {Array{Bytes(31)}, [](R& in) { in.fixed<Hash256>(); }, "T: field 1 is not 32 bytes long"},
        {Array{1}, [](R& in) { in.array(); }, "T: field 1 is not an array"},
        {Array{Value(Array{1, 2})}, [](R& in) { in.array(1); }, "T: field 1 is an array of more than 1 items"},
        {Array{1},
         [](R& in) {
             in.fail("is odd");
             in.fail("is late");
         },
         "T: field 0 is odd"},
        {Array{1},
         [](R& in) {
             in.u64();
             in.fail("is odd");
             in.text();
         },
         "T: field 1 is odd"},
        {Array{1},
         [](R& in) {
             in.u64();
             in.u64();
         },
         "T: field 2 is missing"},
        {Array{1}, [](R&) {}, "T: has 1 fields of which only 0 are known"},
        {Array{1, 2, 3}, [](R& in) { in.u64(); }, "T: has 3 fields instead of 1 to 2"},
        {Array{}, [](R& in) { in.u64(); }, "T: has 0 fields instead of 1 to 2"},
        {Value(1), [](R& in) { in.u64(); }, "T: is not an array"},
    };
    for (const Case& entry : cases) {
        CAPTURE(entry.error);
        cbor::Reader in(entry.value, "T", 1, 2);
        entry.read(in);
        const auto result = in.finish();
        REQUIRE(!result.ok());
        CHECK(result.error().is(CborError::WrongType));
        CHECK(result.error().text() == entry.error);
    }
}
