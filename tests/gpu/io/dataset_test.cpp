// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include "gpu/dataset.h"
#include "gpu/hash.h"
#include "gpu/safetensors.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <numeric>

using namespace unchained;
using namespace unchained::gpu;
using test::TempDir;

namespace {

/// n samples of two features, (i, -i), label i mod 3.
LoadedSamples numbered(std::uint64_t n) {
    LoadedSamples out;
    out.train.rows = n;
    out.train.columns = 2;
    for (std::uint64_t i = 0; i < n; ++i) {
        out.train.values.push_back(static_cast<float>(i));
        out.train.values.push_back(-static_cast<float>(i));
        out.train.labels.push_back(static_cast<std::int32_t>(i % 3));
    }
    return out;
}

struct Parts {
    std::vector<float> trainX, testX;
    std::vector<std::int32_t> trainY, testY;
};

Parts partsOf(const DataSet& set) {
    const auto image = parseSafetensors(set.image);
    REQUIRE(image);
    return {image->floats("train.x", 2).value(), image->floats("test.x", 2).value(), image->ints("train.y", 1).value(),
            image->ints("test.y", 1).value()};
}

Bytes idxBytes(std::vector<std::uint32_t> shape, ByteView data) {
    Bytes out{0, 0, 8, static_cast<std::uint8_t>(shape.size())};
    for (const std::uint32_t size : shape) {
        for (int shift = 24; shift >= 0; shift -= 8)
            out.push_back(static_cast<std::uint8_t>(size >> shift));
    }
    out.insert(out.end(), data.begin(), data.end());
    return out;
}

} // namespace

TEST_CASE("the shuffle is a permutation that the seed fixes") {
    CHECK(shuffledOrder(0, 1).empty());
    CHECK(shuffledOrder(1, 1) == std::vector<std::uint64_t>{0});
    auto order = shuffledOrder(1000, 1);
    CHECK(order == shuffledOrder(1000, 1));
    CHECK(order != shuffledOrder(1000, 2));
    std::sort(order.begin(), order.end());
    std::vector<std::uint64_t> numbers(1000);
    std::iota(numbers.begin(), numbers.end(), std::uint64_t{0});
    CHECK(order == numbers);
}

TEST_CASE("the shuffle of three with seed 7 follows from two hashes") {
    const auto word = [](std::uint64_t i) {
        const Hash256 hash =
            taggedHash("shuffle", {cbor::Value(std::uint64_t{7}), cbor::Value(i), cbor::Value(std::uint64_t{0})});
        std::uint64_t out = 0;
        for (std::size_t k = 0; k < 8; ++k)
            out = (out << 8) | hash.bytes[k];
        return out;
    };
    std::vector<std::uint64_t> order{0, 1, 2};
    std::swap(order[2], order[word(2) % 3]);
    std::swap(order[1], order[word(1) % 2]);
    CHECK(shuffledOrder(3, 7) == order);
}

TEST_CASE("a fifth is held out and every sample is in one part") {
    DataOptions options;
    options.scale = 0.5F;
    const auto set = makeDataset(numbered(17), options);
    REQUIRE(set);
    CHECK(set->testSamples == 3);
    CHECK(set->trainSamples == 14);
    CHECK(set->features == 2);
    CHECK(set->classes == 3);
    const Parts parts = partsOf(*set);
    std::vector<int> seen(17);
    const auto count = [&seen](const std::vector<float>& x, const std::vector<std::int32_t>& y) {
        for (std::size_t i = 0; i < y.size(); ++i) {
            const int number = static_cast<int>(x[2 * i] * 2);
            CHECK(x[2 * i + 1] == -x[2 * i]);
            CHECK(y[i] == number % 3);
            ++seen[static_cast<std::size_t>(number)];
        }
    };
    count(parts.trainX, parts.trainY);
    count(parts.testX, parts.testY);
    CHECK(seen == std::vector<int>(17, 1));
    CHECK(makeDataset(numbered(17), options)->image == set->image);
}

TEST_CASE("shifted copies of an image are filled with zeros, in the training part only") {
    LoadedSamples samples;
    samples.train.rows = 2;
    samples.train.columns = 6;
    samples.train.values = {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6};
    samples.train.labels = {0, 0};
    DataOptions options;
    options.width = 3;
    options.height = 2;
    options.shifts = {{0, 0}, {1, 0}, {-1, 1}, {5, 0}};
    options.heldOutNumerator = 1;
    options.heldOutDenominator = 2;
    const auto set = makeDataset(samples, options);
    REQUIRE(set);
    const Parts parts = partsOf(*set);
    CHECK(parts.trainX == std::vector<float>{1, 2, 3, 4, 5, 6, //
                                             0, 1, 2, 0, 4, 5, //
                                             0, 0, 0, 2, 3, 0, //
                                             0, 0, 0, 0, 0, 0});
    CHECK(parts.testX == std::vector<float>{1, 2, 3, 4, 5, 6});
    CHECK(parts.trainY == std::vector<std::int32_t>(4, 0));
}

TEST_CASE("the same pictures as CSV, IDX, packed IDX and NumPy make the same bytes") {
    const TempDir dir;
    const Bytes pixels{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
    const Bytes labels{0, 1, 2, 0, 1};
    std::string csv;
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t k = 0; k < 4; ++k)
            csv += std::to_string(pixels[4 * i + k]) + ",";
        csv += std::to_string(labels[i]) + "\n";
    }
    DataOptions options;
    options.files = {dir.write("a.csv", csv)};
    options.scale = 1.0F / 255;
    const auto fromCsv = makeDataset(options);
    REQUIRE(fromCsv);

    options.kind = DataKind::Idx;
    options.files = {dir.write("x.idx", idxBytes({5, 2, 2}, pixels)), dir.write("y.idx", idxBytes({5}, labels))};
    CHECK(makeDataset(options)->image == fromCsv->image);
    options.files = {dir.write("x.gz", test::gzipped(idxBytes({5, 2, 2}, pixels))),
                     dir.write("y.gz", test::gzipped(idxBytes({5}, labels)))};
    CHECK(makeDataset(options)->image == fromCsv->image);

    const auto npy = [](std::string header, ByteView data) {
        Bytes out = test::bytesOfText("\x93NUMPY\x01");
        out.push_back(0);
        out.push_back(static_cast<std::uint8_t>(header.size()));
        out.push_back(0);
        out.insert(out.end(), header.begin(), header.end());
        out.insert(out.end(), data.begin(), data.end());
        return out;
    };
    options.kind = DataKind::Npy;
    options.files = {dir.write("x.npy", npy("{'descr':'|u1','fortran_order':False,'shape':(5,4)}", pixels)),
                     dir.write("y.npy", npy("{'descr':'|u1','fortran_order':False,'shape':(5,)}", labels))};
    CHECK(makeDataset(options)->image == fromCsv->image);
}

TEST_CASE("four files are the split and nothing is held out of the first two") {
    const TempDir dir;
    const auto x = dir.write("x", idxBytes({2, 1}, Bytes{1, 2}));
    const auto y = dir.write("y", idxBytes({2}, Bytes{0, 1}));
    const auto tx = dir.write("tx", idxBytes({1, 1}, Bytes{3}));
    const auto ty = dir.write("ty", idxBytes({1}, Bytes{4}));
    DataOptions options;
    options.kind = DataKind::Idx;
    options.files = {x, y, tx, ty};
    const auto set = makeDataset(options);
    REQUIRE(set);
    CHECK(set->trainSamples == 2);
    CHECK(set->testSamples == 1);
    CHECK(set->classes == 5);
    CHECK(partsOf(*set).testX == std::vector<float>{3});

    options.files = {x, ty};
    CHECK(makeDataset(options).error().text() ==
          ty.string() + ": has the shape [1], wanted is [2], one label for each sample of " + x.string() +
              "; give the labels of these features; features come first in files");
    options.files = {y, x};
    CHECK(makeDataset(options).error().text() ==
          y.string() + ": has the shape [2]; features need a first dimension for the samples and at least one more, "
                       "none of them 0");
    options.files = {x};
    CHECK(makeDataset(options).error().text() ==
          "files: names 1 files; give features and labels, or these twice: for training and held out");
    options.files = {x, y, dir.write("wide", idxBytes({1, 2}, Bytes{3, 3})), ty};
    CHECK(makeDataset(options).error().text() ==
          "held-out data: has 2 features, the training data 1; give files of the same shape");
}

TEST_CASE("options that do not fit the data are refused in words") {
    DataOptions options;
    CHECK(makeDataset(numbered(4), options).error().text() ==
          "held_out: holds out none of 4 samples; hold out more, or give more data");
    options.heldOutNumerator = 5;
    CHECK(makeDataset(numbered(40), options).error().text() == "held_out: is no fraction between 0 and 1; write 1/5");
    options.heldOutNumerator = 1;
    options.shifts = {{0, 0}};
    options.width = 3;
    options.height = 1;
    CHECK(makeDataset(numbered(40), options).error().text() ==
          "data: a sample has 2 features, an image of 3 × 1 has 3; correct width and height");
    options.shifts.clear();
    options.scale = 3e38F;
    CHECK(makeDataset(numbered(40), options).error().text() == "scale: makes a feature infinite; give a smaller scale");
    options.scale = 1;
    LoadedSamples big = numbered(40);
    big.train.labels[3] = 65536;
    CHECK(makeDataset(big, options).error().text() ==
          "data: has the label 65536; labels are whole numbers below 65536");
    options.shifts.assign(5000, Shift{});
    options.width = 2;
    CHECK(makeDataset(numbered(40), options).error().text() ==
          "data: with 5000 copies the data set has more than 4294967296 bytes; give fewer shifts or less data");
    CHECK(makeDataset(DataOptions{}).error().text() == "files: names no file; name the data's files");
}

TEST_CASE("tables are joined where their columns agree") {
    const TempDir dir;
    DataOptions options;
    options.files = {dir.write("a.csv", "1,2,0\n1,2,0\n1,2,0\n"), dir.write("b.csv", "1,2,1\n1,2,1\n")};
    CHECK(makeDataset(options)->trainSamples == 4);
    options.files.push_back(dir.write("c.csv", "1,2,3,1\n"));
    CHECK(makeDataset(options).error().text() ==
          options.files[2].string() + ": has 3 features, the table before it has 2; give tables of the same columns");
}

TEST_CASE("the digits that are supplied make one data set, byte for byte") {
    DataOptions options;
    options.files = {SOURCE_DIR "/resources/data/digits.csv"};
    options.scale = 0.0625F;
    options.width = options.height = 8;
    options.shifts = {{0, 0}, {1, 0}};
    options.shuffleSeed = 1;
    const auto set = makeDataset(options);
    REQUIRE(set);
    CHECK(set->testSamples == 359);
    CHECK(set->trainSamples == 2 * 1438);
    CHECK(set->features == 64);
    CHECK(set->classes == 10);
    // Recomputed by a script of Python alone.
    CHECK(toHex(sha256(set->image).view()) == "fd7b7c1f8b4df3900b48837e114988a035fbb0168f61d9397b7fcd255f78561c");
}

TEST_CASE("text becomes windows of bytes and what follows each, and its last part is held out") {
    DataOptions options;
    options.kind = DataKind::Text;
    options.window = 3;
    options.stride = 2;
    options.heldOutNumerator = 4;
    options.heldOutDenominator = 11;
    const std::string text = "abcdefgABCD";
    const auto set = makeTextDataset({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, options);
    REQUIRE(set);
    CHECK(set->trainSamples == 2); // abc, cde; efg has nothing behind it
    CHECK(set->testSamples == 1);
    CHECK(set->features == 3);
    CHECK(set->labels == 3);
    CHECK(set->classes == 'g' + 1);
    const auto image = parseSafetensors(set->image);
    REQUIRE(image);
    CHECK(image->floats("train.x", 2).value() == std::vector<float>{'a', 'b', 'c', 'c', 'd', 'e'});
    CHECK(image->ints("train.y", 2).value() == std::vector<std::int32_t>{'b', 'c', 'd', 'd', 'e', 'f'});
    CHECK(image->floats("test.x", 2).value() == std::vector<float>{'A', 'B', 'C'});
    CHECK(image->ints("test.y", 2).value() == std::vector<std::int32_t>{'B', 'C', 'D'});
    const test::TempDir dir;
    options.files = {dir.write("a.txt", "abcde"), dir.write("b.txt", "fgABCD")};
    CHECK(makeDataset(options)->image == set->image);
}

TEST_CASE("text that is too short, and windows that are too many, are refused in words") {
    DataOptions options;
    options.kind = DataKind::Text;
    options.window = 4;
    options.stride = 4;
    const Bytes text(20, 'x');
    CHECK(makeTextDataset(text, options).error().text() == "window: the text, 16 bytes to train on and 4 held out, "
                                                           "does not fill a window of 4 bytes and one more in both; "
                                                           "give more text, or a smaller window");
    CHECK(makeTextDataset({}, options).error().is(IoError::Mismatch));
    options.stride = 0;
    CHECK(makeTextDataset(text, options).error().is(IoError::Mismatch));
    options.window = 65536;
    options.stride = 1;
    options.heldOutNumerator = 1;
    options.heldOutDenominator = 2;
    CHECK(makeTextDataset(Bytes(200'000, 'x'), options).error().is(IoError::TooLarge));
}

TEST_CASE("shifted images keep their channels apart") {
    LoadedSamples samples;
    samples.train.rows = 2;
    samples.train.columns = 4;
    samples.train.values = {1, 2, 3, 4, 1, 2, 3, 4};
    samples.train.labels = {0, 0};
    DataOptions options;
    options.width = 2;
    options.height = 1;
    options.channels = 2;
    options.shifts = {{1, 0}};
    options.heldOutDenominator = 2;
    CHECK(partsOf(*makeDataset(samples, options)).trainX == std::vector<float>{0, 1, 0, 3});
    options.channels = 3;
    CHECK(makeDataset(samples, options).error().is(IoError::Mismatch));
}

TEST_CASE("targets are real numbers, and belong to their samples") {
    const test::TempDir dir;
    DataOptions options;
    options.targets = true;
    options.files = {dir.write("a.csv", "x,y\n1,0.5\n2,1\n3,1.5\n4,-2\n")};
    options.heldOutDenominator = 4;
    const auto set = makeDataset(options);
    REQUIRE_MESSAGE(set, set.error().text());
    CHECK(set->classes == 1);
    const auto image = parseSafetensors(set->image);
    REQUIRE(image);
    const auto x = image->floats("train.x", 2).value();
    const auto y = image->floats("train.y", 1).value();
    REQUIRE(y.size() == 3);
    for (std::size_t i = 0; i < y.size(); ++i)
        CHECK(y[i] == (x[i] == 4 ? -2.0F : x[i] / 2));
    options.targets = false;
    CHECK(makeDataset(options).error().is(IoError::BadValue));
}
