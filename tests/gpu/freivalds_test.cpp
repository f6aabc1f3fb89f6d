// SPDX-License-Identifier: Apache-2.0
#include "gpu/freivalds.h"

#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/noise.h"

#include <doctest/doctest.h>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;

namespace {

/// A product that an engine made, with its integers.
struct Made {
    std::vector<float> a, b, out;
    std::vector<std::int64_t> sums;
    ProductArgs args;

    Made(std::size_t m, std::size_t k, std::size_t n, unsigned bits, bool turned, bool extreme)
        : a(m * k), b(k * n), out(m * n), sums(m * n) {
        for (std::size_t t = 0; t < a.size(); ++t)
            a[t] = extreme ? -1.0F : static_cast<float>(philox4x32_10({static_cast<std::uint32_t>(t)}, {bits, 1})[0]);
        for (std::size_t t = 0; t < b.size(); ++t)
            b[t] = extreme ? 1.0F
                           : static_cast<float>(philox4x32_10({static_cast<std::uint32_t>(t)}, {bits, 2})[0]) - 2e9F;
        args.bits = bits;
        args.a = turned ? Matrix::dense(a.data(), k, m).transposed() : Matrix::dense(a.data(), m, k);
        args.b = turned ? Matrix::dense(b.data(), n, k).transposed() : Matrix::dense(b.data(), k, n);
        args.out = out.data();
        args.outStride = n;
        args.sums = sums.data();
    }
};

Hash256 seedOf(std::uint8_t number) {
    return sha256(ByteView{&number, 1});
}

} // namespace

TEST_CASE("the integers of every engine hold, and one flipped bit in one of them does not") {
    ThreadPool pool(2);
    Workspace workspace;
    struct Shape {
        std::size_t m, k, n;
    };
    std::uint8_t turn = 0;
    for (const Shape& s : {Shape{1, 1, 1}, Shape{33, 70, 41}, Shape{5, 5000, 7}, Shape{3, 2, 9000}, Shape{4, 0, 3}}) {
        for (const unsigned bits : {8U, 14U, 16U, 21U}) {
            Made made(s.m, s.k, s.n, bits, turn % 2 == 1, turn % 3 == 2);
            for (const EngineInfo& info : engines()) {
                if (!info.engine) continue;
                INFO(info.name, " ", bits, " bit ", s.m, "x", s.k, "x", s.n);
                REQUIRE(info.engine->product(made.args, pool, workspace).ok());
                CHECK(freivalds(made.args, seedOf(turn), pool, workspace).value());
                const std::uint32_t word = philox4x32_10({turn, 9}, {bits, 3})[0];
                std::int64_t& sum = made.sums[word % made.sums.size()];
                sum ^= std::int64_t{1} << (word >> 26);
                CHECK_FALSE(freivalds(made.args, seedOf(turn), pool, workspace).value());
                ++turn;
            }
        }
    }
}

TEST_CASE("two errors that cancel in a plain sum are found, and any bit of any element") {
    ThreadPool pool(1);
    Workspace workspace;
    Made made(6, 40, 5, 14, false, false);
    REQUIRE(chooseEngine("").value()->product(made.args, pool, workspace).ok());
    made.sums[7] += 1;
    made.sums[8] -= 1;
    CHECK_FALSE(freivalds(made.args, seedOf(1), pool, workspace).value());
    made.sums[7] -= 1;
    made.sums[8] += 1;
    for (unsigned bit = 0; bit < 64; ++bit) {
        std::int64_t& sum = made.sums[bit % made.sums.size()];
        const std::int64_t before = sum;
        sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) ^ std::uint64_t{1} << bit);
        CHECK_FALSE(freivalds(made.args, seedOf(2), pool, workspace).value());
        sum = before;
    }
    CHECK(freivalds(made.args, seedOf(2), pool, workspace).value());
}

TEST_CASE("a product without its integers cannot be checked") {
    ThreadPool pool(1);
    Workspace workspace;
    Made made(2, 2, 2, 14, false, false);
    made.args.sums = nullptr;
    const auto checked = freivalds(made.args, seedOf(1), pool, workspace);
    REQUIRE_FALSE(checked.ok());
    CHECK(checked.error().is(EngineError::BadShape));
}
