// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include "gpu/safetensors.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;
using unchained::test::viewOf;

namespace {

Bytes imageOf(std::string_view header, std::string_view data) {
    Bytes out;
    for (unsigned i = 0; i < 8; ++i)
        out.push_back(static_cast<std::uint8_t>(std::uint64_t{header.size()} >> (8 * i)));
    out.insert(out.end(), header.begin(), header.end());
    out.insert(out.end(), data.begin(), data.end());
    return out;
}

std::string errorOf(std::string_view header, std::string_view data) {
    const Bytes image = imageOf(header, data);
    const auto parsed = parseSafetensors(image, "m");
    return parsed ? std::string("no error") : parsed.error().text();
}

const std::string kDamaged = "m: is no valid .safetensors file: ";
const std::string kRemedy = "; write it again";

} // namespace

TEST_CASE("the image of two tensors is exactly these bytes") {
    const std::vector<float> x{1.0F, -2.0F};
    const std::vector<std::int32_t> y{7};
    const auto image =
        writeSafetensors({{"x", DType::F32, {1, 2}, viewOf(x)}, {"y", DType::I32, {1}, viewOf(y)}}, {{"format", "pt"}});
    REQUIRE(image);
    const std::string header = R"({"__metadata__":{"format":"pt"},)"
                               R"("x":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},)"
                               R"("y":{"dtype":"I32","shape":[1],"data_offsets":[8,12]}})";
    const std::string padded = header + std::string((8 - header.size() % 8) % 8, ' ');
    CHECK(padded.size() % 8 == 0);
    CHECK(*image == imageOf(padded, std::string("\0\0\x80\x3f\0\0\0\xc0\x07\0\0\0", 12)));
}

TEST_CASE("what was written is read again") {
    const std::vector<float> x{1.0F, -2.0F, 0.5F, 3.0F, 4.0F, 5.0F};
    const std::vector<std::int32_t> y{7, 8};
    const auto image = writeSafetensors({{"a \"name\"\n\xc3\xa4", DType::F32, {2, 3}, viewOf(x)},
                                         {"y", DType::I32, {2}, viewOf(y)},
                                         {"empty", DType::U8, {0, 9}, {}}},
                                        {{"k", "v"}, {"k2", "\x01"}});
    REQUIRE(image);
    const auto parsed = parseSafetensors(*image, "m");
    REQUIRE(parsed);
    CHECK(parsed->tensors.size() == 3);
    CHECK(parsed->metadata == std::vector<std::pair<std::string, std::string>>{{"k", "v"}, {"k2", "\x01"}});
    CHECK(parsed->floats("a \"name\"\n\xc3\xa4", 2).value() == x);
    CHECK(parsed->ints("y", 1).value() == y);
    CHECK(parsed->find("empty")->data.empty());
    CHECK(parsed->floats("z", 1).error().text() == "m: has no tensor 'z'; add it");
    CHECK(parsed->floats("y", 1).error().text() ==
          "m: tensor 'y' is I32 [2], wanted is F32 with 1 dimensions; convert it");
    CHECK(parsed->ints("y", 2).error().is(IoError::Mismatch));
}

TEST_CASE("no tensors make an image too") {
    const auto image = writeSafetensors({});
    REQUIRE(image);
    CHECK(*image == imageOf("{}      ", ""));
    CHECK(parseSafetensors(*image)->tensors.empty());
}

TEST_CASE("headers of other writers are read: blanks, any order, escapes, all types") {
    const Bytes image =
        imageOf("{ \"b\" : { \"data_offsets\" : [ 1 , 3 ] , \"shape\" : [ ] , \"dtype\" : \"BF16\" } ,\n"
                "\"\\u0061\\ud83d\\ude00\\/\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[0,1]}}  ",
                "\x01\x02\x03");
    const auto parsed = parseSafetensors(image, "m");
    REQUIRE(parsed);
    CHECK(parsed->tensors[0].name == "a\xf0\x9f\x98\x80/");
    CHECK(parsed->tensors[1].type == DType::Bf16);
    CHECK(parsed->tensors[1].data.size() == 2);
}

TEST_CASE("hostile headers are refused in words") {
    CHECK(errorOf("", "") == kDamaged + "the header does not begin with {" + kRemedy);
    CHECK(errorOf(" {}", "") == kDamaged + "the header does not begin with {" + kRemedy);
    CHECK(errorOf("{}x", "") == kDamaged + "the header goes on behind its }" + kRemedy);
    CHECK(errorOf("{}\n", "") == kDamaged + "the header goes on behind its }" + kRemedy);
    CHECK(errorOf("{\"a\"}", "") == kDamaged + "the header has no name at byte 4" + kRemedy);
    CHECK(errorOf("{\"a\":1}", "") == kDamaged + "tensor 'a' is no object" + kRemedy);
    CHECK(errorOf("{\"__metadata__\":{\"a\":1}}", "") ==
          kDamaged + "__metadata__ has a value that is no string at byte 21" + kRemedy);
    CHECK(errorOf("{\"__metadata__\":{},\"__metadata__\":{}}", "") ==
          kDamaged + "the name '__metadata__' comes twice" + kRemedy);
    CHECK(errorOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}})", "1234") ==
          kDamaged + "tensor 'a' has the unknown key 'x'" + kRemedy);
    CHECK(errorOf(R"({"a":{"dtype":"F32","dtype":"F32"}})", "") ==
          kDamaged + "tensor 'a' has the key 'dtype' twice" + kRemedy);
    CHECK(errorOf(R"({"a":{"dtype":"F33"}})", "") == kDamaged + "tensor 'a' has an unknown dtype" + kRemedy);
    CHECK(errorOf(R"({"a":{"dtype":"F32","shape":[1]}})", "") ==
          kDamaged + "tensor 'a' does not have all of dtype, shape and data_offsets" + kRemedy);
    for (const char* shape : {"[-1]", "[01]", "[1.0]", "[1,]", "[9223372036854775808]", "1", "[1,1,1,1,1,1,1,1,1]"}) {
        CAPTURE(shape);
        CHECK(errorOf("{\"a\":{\"shape\":" + std::string(shape) + "}}", "") ==
              kDamaged + "tensor 'a' has a shape that is no array of at most 8 whole numbers" + kRemedy);
    }
    CHECK(errorOf(R"({"a":{"data_offsets":[0]}})", "") ==
          kDamaged + "tensor 'a' has data_offsets that are not two whole numbers" + kRemedy);
    for (const char* name : {"\"\xc3\x28\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\x\"", "\"\x01\"", "\"a"}) {
        CAPTURE(name);
        CHECK(errorOf(std::string("{") + std::string(name) + ":{}}", "")
                  .starts_with(kDamaged + "the header has no name at byte "));
    }
}

TEST_CASE("tensors must cover the data without gap, overlap or rest") {
    const auto tensor = [](const char* name, const char* shape, int begin, int end) {
        return std::string("\"") + name + "\":{\"dtype\":\"U8\",\"shape\":" + shape + ",\"data_offsets\":[" +
               std::to_string(begin) + "," + std::to_string(end) + "]}";
    };
    CHECK(errorOf(std::string("{") + tensor("a", "[2]", 0, 2) + "," + tensor("b", "[2]", 2, 4) + "}", "1234") ==
          "no error");
    CHECK(errorOf(std::string("{") + tensor("b", "[2]", 2, 4) + "," + tensor("a", "[2]", 0, 2) + "}", "1234") ==
          "no error");
    CHECK(errorOf(std::string("{") + tensor("a", "[2]", 1, 3) + "}", "123") ==
          kDamaged + "tensor 'a' does not begin where the one before it ends" + kRemedy);
    CHECK(errorOf(std::string("{") + tensor("a", "[2]", 0, 2) + "," + tensor("b", "[2]", 1, 3) + "}", "123") ==
          kDamaged + "tensor 'b' does not begin where the one before it ends" + kRemedy);
    CHECK(errorOf(std::string("{") + tensor("a", "[4]", 0, 4) + "}", "123") ==
          kDamaged + "tensor 'a' ends outside the file" + kRemedy);
    CHECK(errorOf(std::string("{") + tensor("a", "[1]", 0, 2) + "}", "12") ==
          kDamaged + "tensor 'a' has another size than its shape and dtype say" + kRemedy);
    CHECK(errorOf(std::string("{") + tensor("a", "[4294967296,4294967296,4294967296]", 0, 0) + "}", "") ==
          kDamaged + "tensor 'a' has another size than its shape and dtype say" + kRemedy);
    CHECK(errorOf(std::string("{") + tensor("a", "[2]", 0, 2) + "}", "123") ==
          kDamaged + "1 bytes stand behind the last tensor" + kRemedy);
}

TEST_CASE("every truncation of an image is refused") {
    const std::vector<float> x{1.0F, -2.0F};
    const auto image = writeSafetensors({{"x", DType::F32, {2}, viewOf(x)}}, {{"k", "v"}});
    REQUIRE(image);
    for (std::size_t n = 0; n < image->size(); ++n) {
        const Bytes cut(image->begin(), image->begin() + static_cast<std::ptrdiff_t>(n));
        CHECK_FALSE(parseSafetensors(cut));
    }
    CHECK(parseSafetensors(Bytes(7), "m").error().text() ==
          "m: is 7 bytes long, a .safetensors file has at least 8; fetch it again");
    Bytes huge(16, 0xff);
    CHECK(parseSafetensors(huge, "m").error().text() ==
          "m: announces a header of 18446744073709551615 bytes, more than 16777216; give a .safetensors file");
    huge[1] = huge[2] = huge[3] = huge[4] = huge[5] = huge[6] = huge[7] = 0;
    CHECK(parseSafetensors(huge, "m").error().text() ==
          "m: announces a header of 255 bytes and ends after 8; fetch it again");
}

TEST_CASE("one altered byte of a header never makes the reader fall over") {
    const std::vector<float> x{1.0F, -2.0F};
    const auto image = writeSafetensors({{"x", DType::F32, {2}, viewOf(x)}}, {{"k", "v"}});
    REQUIRE(image);
    for (std::size_t i = 0; i < image->size(); ++i) {
        for (int value = 0; value < 256; ++value) {
            Bytes altered = *image;
            altered[i] = static_cast<std::uint8_t>(value);
            const auto parsed = parseSafetensors(altered);
            if (parsed) CHECK(parsed->tensors.size() == 1);
        }
    }
}

TEST_CASE("the writer refuses what the reader would") {
    const std::vector<float> x{1.0F, -2.0F};
    CHECK(writeSafetensors({{"x", DType::F32, {3}, viewOf(x)}}).error().text() ==
          "x: has 8 bytes, which is not F32 [3]; give the shape of the data");
    CHECK(writeSafetensors({{"x", DType::F32, {2}, viewOf(x)}, {"x", DType::F32, {2}, viewOf(x)}}).error().text() ==
          "x: is no name for a tensor, or comes twice; rename it");
    CHECK_FALSE(writeSafetensors({{"__metadata__", DType::F32, {2}, viewOf(x)}}));
    CHECK_FALSE(writeSafetensors({{"\xff", DType::F32, {2}, viewOf(x)}}));
    CHECK_FALSE(writeSafetensors({}, {{"k", "1"}, {"k", "2"}}));
}
