// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include "gpu/idx.h"
#include "gpu/npy.h"

#include <doctest/doctest.h>
#include <limits>

using namespace unchained;
using namespace unchained::gpu;
using test::viewOf;

namespace {

Bytes npyOf(std::string header, ByteView data, int version = 1) {
    Bytes out = test::bytesOfText("\x93NUMPY");
    out.push_back(static_cast<std::uint8_t>(version));
    out.push_back(0);
    const std::size_t lengthBytes = version == 1 ? 2 : 4;
    while ((8 + lengthBytes + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    for (std::size_t i = 0; i < lengthBytes; ++i)
        out.push_back(static_cast<std::uint8_t>(header.size() >> (8 * i)));
    out.insert(out.end(), header.begin(), header.end());
    out.insert(out.end(), data.begin(), data.end());
    return out;
}

std::string npyError(const std::string& header, std::size_t dataBytes = 8) {
    const auto parsed = parseNpy(npyOf(header, Bytes(dataBytes)), "a.npy");
    return parsed ? std::string("no error") : parsed.error().text();
}

template <class T>
void checkNpyType(const char* descr, DType type) {
    const std::vector<T> values{T(1), T(2), T(3), T(-4), T(5), T(6)};
    const std::string header = "{'descr': '" + std::string(descr) + "', 'fortran_order': False, 'shape': (3, 2), }";
    for (int version : {1, 2}) {
        const auto parsed = parseNpy(npyOf(header, viewOf(values), version), "a.npy");
        REQUIRE(parsed);
        CHECK(parsed->type == type);
        CHECK(parsed->shape == std::vector<std::uint64_t>{3, 2});
        const auto floats = toFloats(parsed->type, parsed->data, "a");
        REQUIRE(floats);
        CHECK((*floats)[3] == static_cast<float>(T(-4)));
    }
}

} // namespace

TEST_CASE("IDX images are read, big-endian elements turned round") {
    const auto bytes = parseIdx(test::bytesOfText(std::string_view("\0\0\x08\x03\0\0\0\x02\0\0\0\x01\0\0\0\x02"
                                                                   "\x01\x02\x03\xff",
                                                                   20)),
                                "i");
    REQUIRE(bytes);
    CHECK(bytes->type == DType::U8);
    CHECK(bytes->shape == std::vector<std::uint64_t>{2, 1, 2});
    CHECK(toFloats(bytes->type, bytes->data, "i").value() == std::vector<float>{1, 2, 3, 255});
    const auto reals =
        parseIdx(test::bytesOfText(std::string_view("\0\0\x0d\x01\0\0\0\x02\x3f\x80\0\0\xc0\0\0\0", 16)), "i");
    REQUIRE(reals);
    CHECK(toFloats(reals->type, reals->data, "i").value() == std::vector<float>{1, -2});
    const auto shorts = parseIdx(test::bytesOfText(std::string_view("\0\0\x0b\x01\0\0\0\x01\x01\x02", 10)), "i");
    CHECK(toLabels(shorts->type, shorts->data, "i").value() == std::vector<std::int32_t>{258});
}

TEST_CASE("hostile IDX files are refused in words") {
    const auto errorOf = [](std::string_view text) {
        const auto parsed = parseIdx(asBytes(text), "i");
        return parsed ? std::string("no error") : parsed.error().text();
    };
    using namespace std::string_view_literals;
    CHECK(errorOf("\0\0\x08"sv) == "i: is 3 bytes long, an IDX file has at least 4; fetch it again");
    CHECK(errorOf("\1\0\x08\x01"sv) == "i: is no IDX file: it does not begin with two zero bytes; "
                                       "give a file such as train-images-idx3-ubyte.gz");
    CHECK(errorOf("\0\0\x0a\x01\0\0\0\0"sv) == "i: has the unknown IDX type 10; known are 8, 9, 11, 12, 13 and 14");
    CHECK(errorOf("\0\0\x08\0"sv) == "i: has 0 dimensions; 1 to 8 are read");
    CHECK(errorOf("\0\0\x08\xff"sv) == "i: has 255 dimensions; 1 to 8 are read");
    CHECK(errorOf("\0\0\x08\x01\0\0\0"sv) == "i: ends inside its header; fetch it again");
    CHECK(errorOf("\0\0\x08\x01\0\0\0\x03\1\2"sv) == "i: announces the shape [3] and holds 2 elements; fetch it again");
    CHECK(errorOf("\0\0\x08\x01\0\0\0\x01\1\2"sv) == "i: has 1 bytes behind its last element; fetch it again");
    // 2^32-1 in three dimensions does not fit 64 bits.
    CHECK(errorOf("\0\0\x08\x03\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\1"sv) ==
          "i: announces the shape [4294967295, 4294967295, 4294967295] and holds 1 elements; fetch it again");
}

TEST_CASE("NumPy arrays of all types are read in versions 1 and 2") {
    checkNpyType<float>("<f4", DType::F32);
    checkNpyType<double>("<f8", DType::F64);
    checkNpyType<std::int8_t>("|i1", DType::I8);
    checkNpyType<std::uint8_t>("|u1", DType::U8);
    checkNpyType<std::int16_t>("<i2", DType::I16);
    checkNpyType<std::int32_t>("<i4", DType::I32);
    checkNpyType<std::int64_t>("<i8", DType::I64);
    CHECK(parseNpy(npyOf("{'descr': '|u1', 'fortran_order': True, 'shape': (3,)}", Bytes(3)), "a")->elements() == 3);
    CHECK(parseNpy(npyOf("{'descr': '|u1', 'fortran_order': False, 'shape': ()}", Bytes(1)), "a")->elements() == 1);
}

TEST_CASE("hostile .npy files are refused in words") {
    const std::string again = "; write it with numpy.save";
    const auto errorOf = [](std::string_view text) { return parseNpy(asBytes(text), "a.npy").error().text(); };
    using namespace std::string_view_literals;
    CHECK(errorOf(""sv) == "a.npy: is no .npy file: it does not begin with \\x93NUMPY" + again);
    CHECK(errorOf("\x93NUMPY\1"sv) == "a.npy: ends inside its header; write it again");
    CHECK(errorOf("\x93NUMPY\1\0\xff\xff{}"sv) == "a.npy: ends inside its header; write it again");
    CHECK(errorOf("\x93NUMPY\2\0\xff\xff\xff"sv) == "a.npy: ends inside its header; write it again");
    CHECK(errorOf("\x93NUMPY\3\0\2\0\0\0{}"sv) == "a.npy: has the .npy version 3; versions 1 and 2 are read");
    CHECK(npyError("x") == "a.npy: the .npy header does not begin with {" + again);
    CHECK(npyError("{}") == "a.npy: the .npy header does not have all of descr, fortran_order and shape" + again);
    CHECK(npyError("{'descr': [('a', '<f4')]}") ==
          "a.npy: the .npy header has a descr that is no string (structured types are not read)" + again);
    CHECK(npyError("{'fortran_order': 1}") ==
          "a.npy: the .npy header has a fortran_order that is neither True nor False" + again);
    for (const char* shape : {"(-1,)", "(1.5,)", "[1]", "(1", "(1234567890123456789,)", "(1,1,1,1,1,1,1,1,1)"}) {
        CAPTURE(shape);
        CHECK(npyError("{'shape': " + std::string(shape) + "}") ==
              "a.npy: the .npy header has a shape that is no tuple of whole numbers" + again);
    }
    CHECK(npyError("{'shape': (1,), 'shape': (1,)}") == "a.npy: the .npy header has the key 'shape' twice" + again);
    CHECK(npyError("{'evil': 1}") == "a.npy: the .npy header has the unknown key 'evil'" + again);
    CHECK(npyError("{'shape': (1,) 'descr': '<f4'}") == "a.npy: the .npy header has no comma between its keys" + again);
    CHECK(npyError("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} x") ==
          "a.npy: the .npy header goes on behind its }" + again);
    const auto with = [](const char* descr, const char* order, const char* shape) {
        return "{'descr': '" + std::string(descr) + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
    };
    CHECK(npyError(with(">f4", "False", "(2,)")) == "a.npy: has the element type '>f4'; read are <f4 <f8 |i1 |u1 <i2 "
                                                    "<i4 <i8; convert with .astype('<f4')");
    CHECK(npyError(with("|O", "False", "(2,)")).starts_with("a.npy: has the element type '|O'; "));
    CHECK(npyError(with("<f4", "True", "(2, 1)")) == "a.npy: is in Fortran order; save numpy.ascontiguousarray(a)");
    CHECK(npyError(with("<f4", "False", "(3,)")) ==
          "a.npy: announces the shape [3] and holds 2 elements; write it again");
    CHECK(npyError(with("<f4", "False", "(999999999999999999, 999999999999999999)")) ==
          "a.npy: announces the shape [999999999999999999, 999999999999999999] and holds 2 elements; write it again");
    CHECK(npyError(with("<f4", "False", "(1,)")) == "a.npy: has 4 bytes behind its last element; write it again");
}

TEST_CASE("elements become numbers and labels, or say which one does not") {
    const std::vector<double> bad{1.0, 1e300};
    CHECK(toFloats(DType::F64, viewOf(bad), "a").error().text() ==
          "a: element 1 is not a finite binary32 number; remove or replace it");
    const std::vector<float> nan{std::numeric_limits<float>::quiet_NaN()};
    CHECK_FALSE(toFloats(DType::F32, viewOf(nan), "a"));
    CHECK(toLabels(DType::F32, viewOf(nan), "a").error().text() ==
          "a: element 0 is no class number; labels are whole numbers from 0");
    const std::vector<std::int64_t> negative{3, -1};
    CHECK(toLabels(DType::I64, viewOf(negative), "a").error().text() ==
          "a: element 1 is no class number; labels are whole numbers from 0");
    const std::vector<double> half{0.5};
    CHECK_FALSE(toLabels(DType::F64, viewOf(half), "a"));
    CHECK(toFloats(DType::F16, Bytes(2), "a").error().text() ==
          "a: elements of type F16 are not read here; convert them to F32");
}

TEST_CASE("gzip is unpacked, several members too, up to the limit") {
    const Bytes plain(100'000, 7);
    Bytes packed = test::gzipped(plain);
    CHECK(gunzip(packed, "g").value() == plain);
    CHECK(gunzip(packed, "g", 100'000).value() == plain);
    CHECK(gunzip(packed, "g", 99'999).error().text() == "g: is longer than 99999 bytes; give a smaller file");
    const Bytes more = test::gzipped(test::bytesOfText("x"));
    packed.insert(packed.end(), more.begin(), more.end());
    CHECK(gunzip(packed, "g").value().size() == 100'001);
    CHECK(gunzip(test::gzipped({}), "g").value().empty());
}

TEST_CASE("damaged gzip is refused in words") {
    const Bytes packed = test::gzipped(Bytes(1000, 7));
    for (std::size_t n = 2; n < packed.size(); ++n) {
        CHECK(gunzip(ByteView(packed).first(n), "g").error().text() ==
              "g: is a gzip file that ends too early; fetch it again");
    }
    Bytes altered = packed;
    altered[altered.size() - 8] ^= 1;
    CHECK(gunzip(altered, "g").error().text() == "g: is a damaged gzip file; fetch it again");
    altered = packed;
    altered.push_back('x');
    CHECK_FALSE(gunzip(altered, "g"));
}

TEST_CASE("a bomb of zeros stops at the limit") {
    const Bytes packed = test::gzipped(Bytes(std::size_t{64} << 20));
    REQUIRE(packed.size() < 100'000);
    CHECK(gunzip(packed, "g", 1 << 20).error().is(IoError::TooLarge));
}

TEST_CASE("files are read whole, packed or not, and only files") {
    const test::TempDir dir;
    const Bytes plain = test::bytesOfText("abc");
    CHECK(readFile(dir.write("a", plain)).value() == plain);
    CHECK(readFile(dir.write("a.gz", test::gzipped(plain))).value() == plain);
    CHECK(readFile(dir.write("empty", Bytes{})).value().empty());
    const auto big = dir.write("big", Bytes(11));
    CHECK(readFile(big, 11));
    CHECK(readFile(big, 10).error().text() == big.string() + ": is longer than 10 bytes; give a smaller file");
    CHECK(readFile(dir.path()).error().text() ==
          dir.path().string() + ": cannot be read: it is no regular file; check the path and its permissions");
    CHECK(readFile(dir.path() / "none").error().text() ==
          (dir.path() / "none").string() +
              ": cannot be read: No such file or directory; check the path and its permissions");
}
