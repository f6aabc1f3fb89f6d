// SPDX-License-Identifier: Apache-2.0
#include "gpu/sums.h"

#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/product.h"
#include "gpu/program.h"
#include "gpu/thread_pool.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <limits>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;

namespace {

std::vector<float> randomValues(std::size_t count, std::uint32_t key) {
    std::vector<float> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = philox4x32_10({static_cast<std::uint32_t>(i)}, {key, 0});
        out[i] =
            (static_cast<float>(word[0] >> 8) - 8388608.0F) * powerOfTwoF(static_cast<std::int32_t>(word[1] % 20) - 30);
    }
    return out;
}

std::uint32_t bitsOf(float value) {
    return std::bit_cast<std::uint32_t>(value);
}

} // namespace

TEST_CASE("sums of small cases are those computed by hand") {
    ThreadPool pool(2);
    const std::vector<float> cancelling{1e30F, 1.0F, -1e30F};
    // The scale follows 1e30, beside which 1 vanishes: the sum is +0.
    CHECK(bitsOf(exactSum(cancelling, pool).value()) == 0);
    const std::vector<float> mixed{16777216.0F, 1.0F, 1.0F, 1.0F};
    CHECK(exactSum(mixed, pool).value() == 16777220.0F); // 2^24 + 3: a tie, to even
    CHECK(exactSum(std::vector<float>{}, pool).value() == 0.0F);
    CHECK(bitsOf(exactSum(std::vector<float>{-0.0F, -0.0F}, pool).value()) == 0);
    const std::vector<float> tiny(3, std::bit_cast<float>(1U));
    CHECK(bitsOf(exactSum(tiny, pool).value()) == 3);
}

TEST_CASE("a sum does not depend on the order of its terms nor on the threads") {
    std::vector<float> values = randomValues(200001, 5);
    ThreadPool one(1);
    const std::uint32_t wanted = bitsOf(exactSum(values, one).value());
    double truth = 0;
    for (const float value : values)
        truth += static_cast<double>(value);
    CHECK(static_cast<double>(std::bit_cast<float>(wanted)) == doctest::Approx(truth).epsilon(1e-6));
    std::reverse(values.begin(), values.end());
    std::rotate(values.begin(), values.begin() + 777, values.end());
    for (const unsigned threads : {1U, 2U, 5U}) {
        ThreadPool pool(threads);
        CHECK(bitsOf(exactSum(values, pool).value()) == wanted);
    }
}

TEST_CASE("column sums are the sums of the columns, on any number of threads") {
    for (const std::size_t rows : {1UL, 3UL, 1000UL, 4097UL}) {
        for (const std::size_t columns : {1UL, 5UL, 64UL, 129UL}) {
            const std::vector<float> values = randomValues(rows * columns, static_cast<std::uint32_t>(rows));
            for (const unsigned threads : {1U, 3U}) {
                ThreadPool pool(threads);
                std::vector<std::uint32_t> max(columns);
                std::vector<float> sums(columns);
                absMax(values.data(), rows, columns, nullptr, max.data(), pool);
                REQUIRE(columnSums(values.data(), rows, columns, max.data(), sums.data(), pool));
                for (std::size_t j = 0; j < columns; ++j) {
                    std::vector<float> column(rows);
                    for (std::size_t i = 0; i < rows; ++i)
                        column[i] = values[i * columns + j];
                    REQUIRE(bitsOf(sums[j]) == bitsOf(exactSum(column, pool).value()));
                }
            }
        }
    }
}

TEST_CASE("a sum with a NaN or an infinity, or one too large, is refused") {
    ThreadPool pool(1);
    const float infinity = std::numeric_limits<float>::infinity();
    CHECK(exactSum(std::vector<float>{1.0F, infinity}, pool).error().is(ProgramError::NotFinite));
    CHECK(exactSum(std::vector<float>{std::nanf(""), 1.0F}, pool).error().is(ProgramError::NotFinite));
    CHECK(exactSum(std::vector<float>{3e38F, 3e38F}, pool).error().is(ProgramError::NotFinite));
}

TEST_CASE("the bits of a long sum are those of every other machine") {
    ThreadPool pool(2);
    const std::size_t columns = 257;
    const std::vector<float> values = randomValues(columns * 999, 11);
    std::vector<std::uint32_t> max(columns);
    std::vector<float> sums(columns);
    absMax(values.data(), 999, columns, nullptr, max.data(), pool);
    REQUIRE(columnSums(values.data(), 999, columns, max.data(), sums.data(), pool));
    const ByteView bytes{reinterpret_cast<const std::uint8_t*>(sums.data()), sums.size() * 4};
    CHECK(toHex(sha256(bytes).view()) == "c7b60cafef7487e8486aec8f14987ac619c73a10dd422d88f9f820e5a371f3cc");
}
