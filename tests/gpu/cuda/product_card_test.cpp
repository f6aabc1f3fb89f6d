// SPDX-License-Identifier: Apache-2.0
#include "cuda/product_card.h"

#include "gpu/model_card.h"
#include "gpu/noise.h"
#include "gpu/program.h"

#include <algorithm>
#include <cstring>
#include <doctest/doctest.h>
#include <limits>

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::cuda;
using unchained::gpu::tests::ModelCard;

namespace {

constexpr unsigned kWidths[] = {8, 14, 16, 21};

std::vector<float> numbers(std::size_t count, std::uint32_t key) {
    std::vector<float> out(count);
    for (std::size_t t = 0; t < count; ++t) {
        const std::uint32_t word = philox4x32_10({static_cast<std::uint32_t>(t)}, {key, 3})[0];
        out[t] = static_cast<float>(word >> 8) - 8388608.0F;
    }
    return out;
}

/// M×K times K×N on an engine.
Result<void> multiply(const Engine& engine, const std::vector<float>& a, const std::vector<float>& b, std::size_t depth,
                      unsigned bits, std::vector<float>& out) {
    ThreadPool pool(1);
    Workspace workspace;
    ProductArgs args;
    args.bits = bits;
    args.a = Matrix::dense(a.data(), a.size() / depth, depth);
    args.b = Matrix::dense(b.data(), depth, b.size() / depth);
    out.assign(args.a.rows * args.b.columns, -77.0F);
    args.out = out.data();
    args.outStride = args.b.columns;
    return engine.product(args, pool, workspace);
}

bool same(const std::vector<float>& one, const std::vector<float>& other) {
    return one.size() == other.size() && std::memcmp(one.data(), other.data(), one.size() * sizeof(float)) == 0;
}

} // namespace

TEST_CASE("every integer of a width is the sum of its digits, and no digit is beyond 128") {
    for (const unsigned bits : kWidths) {
        const std::int32_t limit = productLimit(bits);
        const std::int32_t step = bits == 21 ? 7 : 1;
        bool good = true;
        for (std::int32_t value = -limit; value <= limit; value += step) {
            const Digits d = digitsOf(value, bits);
            const auto at = [&](unsigned plane) { return std::int32_t{d.plane[plane]}; };
            const std::int32_t whole = bits == 8    ? at(0)
                                       : bits == 14 ? 128 * at(0) + at(1)
                                       : bits == 16 ? 256 * at(0) + at(1)
                                                    : 16384 * at(0) + 128 * at(1) + at(2);
            good = good && whole == value;
            // What wrapped in a byte would not be the sum any more.
            if (bits == 14) good = good && at(2) == at(0) + at(1);
            if (bits == 21) {
                good = good && at(3) == at(1) + at(2) && at(4) == at(0) + at(2) && at(5) == at(0) + at(1);
            }
        }
        CHECK_MESSAGE(good, bits << " bit");
    }
}

TEST_CASE("sums of products of digits join to the product of the integers") {
    for (const unsigned bits : kWidths) {
        const std::int32_t limit = productLimit(bits);
        for (const std::int32_t a : {-limit, -limit / 3, -65, -64, -1, 0, 1, 63, 64, 127, limit / 7, limit}) {
            for (const std::int32_t b : {-limit, -limit / 5, -1, 0, 64, limit}) {
                std::int32_t sums[2 * kPlanesMax] = {};
                for (unsigned p = 0; p < productsOf(bits); ++p) {
                    const PlanePair planes = planesOfProduct(bits, p);
                    sums[2 * p] = digitsOf(a, bits).plane[planes.a] * digitsOf(b, bits).plane[planes.b];
                }
                CHECK(joinSums(sums, 2, bits) == std::int64_t{a} * b);
            }
        }
    }
}

TEST_CASE("no sum of products of bytes wraps in a run, and every operand stands where cuBLASLt wants it") {
    static_assert(128LL * 128 * kRunDepth <= std::numeric_limits<std::int32_t>::max());
    static_assert(128LL * 128 * (kRunDepth + 256) > std::numeric_limits<std::int32_t>::max());
    static_assert(kRunDepth % 256 == 0 && kPadding * kPadding % 256 == 0);
    CHECK(padded(0) == 16);
    CHECK(padded(1) == 16);
    CHECK(padded(16) == 16);
    CHECK(padded(17) == 32);
}

TEST_CASE("a depth of several runs and sums of several blocks give the bits of the reference") {
    const Engine& scalar = *chooseEngine("scalar").value();
    for (const unsigned bits : kWidths) {
        for (const std::size_t depth : {kRunDepth - 1, kRunDepth, kRunDepth + 1, 2 * kRunDepth + 5}) {
            CAPTURE(bits);
            CAPTURE(depth);
            ModelCard card;
            std::vector<float> wanted;
            std::vector<float> found;
            // All at the limit: sums are as large as they get.
            const std::vector<float> ones(depth, 1.0F);
            REQUIRE(multiply(scalar, ones, ones, depth, bits, wanted).ok());
            REQUIRE(multiply(CardEngine(card), ones, ones, depth, bits, found).ok());
            CHECK(same(found, wanted));
            CHECK(CardEngine(card).device() == card.name());
            CHECK(card.products == productsOf(bits) * ((depth + kRunDepth - 1) / kRunDepth));
        }
        ModelCard card;
        const std::vector<float> a = numbers(70 * 33, 1);
        const std::vector<float> b = numbers(33 * 21, 2);
        std::vector<float> wanted;
        std::vector<float> found;
        REQUIRE(multiply(scalar, a, b, 33, bits, wanted).ok());
        const std::size_t twoRowsOfTiles = 32 * 32 * sizeof(std::int32_t) * productsOf(bits);
        REQUIRE(multiply(CardEngine(card, "cuda", twoRowsOfTiles), a, b, 33, bits, found).ok());
        CHECK(same(found, wanted));
        CHECK(card.products == 3 * productsOf(bits));
    }
}

TEST_CASE("a matrix travels as the rows of its memory, and is gathered where it has none") {
    const std::vector<float> memory = numbers(1000, 5);
    const auto arrives = [](const Matrix& m) {
        const Travel travel = Travel::of(m);
        std::vector<float> card(m.rows * m.columns);
        for (std::size_t i = 0; i < travel.rows.rows; ++i) {
            for (std::size_t k = 0; k < travel.rows.width; ++k)
                card[i * travel.rows.width + k] = travel.rows.data[i * travel.rows.stride + k];
        }
        const Matrix there = travel.at(card.data());
        bool good = there.rows == m.rows && there.columns == m.columns;
        for (std::size_t i = 0; i < m.rows; ++i) {
            for (std::size_t k = 0; k < m.columns; ++k)
                good = good && there.data[i * there.rowStride + k * there.columnStride] ==
                                   m.data[i * m.rowStride + k * m.columnStride];
        }
        return good;
    };
    const Matrix rows{memory.data(), 7, 11, 13, 1};
    CHECK(arrives(rows));
    CHECK(Travel::of(rows).gathered.empty());
    CHECK(arrives(rows.transposed()));
    CHECK(Travel::of(rows.transposed()).gathered.empty());
    CHECK(Travel::of(rows.transposed()).turned);
    const Matrix scattered{memory.data(), 7, 11, 40, 3};
    CHECK(arrives(scattered));
    CHECK(!Travel::of(scattered).gathered.empty());
    const Matrix sameRow{memory.data(), 5, 9, 0, 1};
    CHECK(arrives(sameRow));
    CHECK(arrives({memory.data(), 1, 9, 2, 1}));
    CHECK(arrives({memory.data(), 9, 1, 1, 1}));
}

TEST_CASE("a refused operand writes nothing, wherever it stands, and comes before an overflow") {
    const float infinity = std::numeric_limits<float>::infinity();
    for (const bool left : {true, false}) {
        std::vector<float> a(6, 3e38F);
        std::vector<float> b(6, 3e38F);
        ModelCard card;
        std::vector<float> out;
        auto refused = multiply(CardEngine(card), a, b, 3, 14, out);
        CHECK(refused.error().is(ProgramError::NotFinite));
        CHECK(refused.error().sentence.str().find("result") != std::string::npos);
        (left ? a : b)[4] = left ? infinity : -std::nanf("");
        refused = multiply(CardEngine(card), a, b, 3, 14, out);
        CHECK(refused.error().is(ProgramError::NotFinite));
        CHECK(refused.error().sentence.str().find("operand") != std::string::npos);
        CHECK(std::all_of(out.begin(), out.end(), [](float x) { return x == -77.0F; }));
    }
}

TEST_CASE("a full card and a failed one are errors of the product in words, and may pass") {
    const std::vector<float> a = numbers(64 * 64, 1);
    std::vector<float> out;
    ModelCard full;
    full.memoryBytesMax = 64 * 64 * sizeof(float);
    const auto refused = multiply(CardEngine(full), a, a, 64, 21, out);
    CHECK(refused.error().is(EngineError::OutOfMemory));
    CHECK(refused.error().transient);
    full.memoryBytesMax = SIZE_MAX;
    CHECK(multiply(CardEngine(full), a, a, 64, 21, out).ok());

    std::size_t steps = 0;
    for (; steps < 1000; ++steps) {
        ModelCard failing;
        failing.stepsLeft = steps;
        const auto failed = multiply(CardEngine(failing), a, a, 64, 14, out);
        if (failed.ok()) break;
        REQUIRE(failed.error().is(EngineError::DeviceFailed));
        REQUIRE(failed.error().transient);
    }
    CHECK(steps > 10);
    CHECK(steps < 1000);
}
