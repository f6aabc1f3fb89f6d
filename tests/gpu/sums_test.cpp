// SPDX-License-Identifier: Apache-2.0
#include "gpu/sums.h"

#include "gpu/backends.h"
#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/product.h"
#include "gpu/program.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <limits>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;
using unchained::gpu::tests::Backend;
using unchained::gpu::tests::backends;

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
    for (const Backend& backend : backends()) {
        CAPTURE(backend.name);
        const auto sum = [&](const std::vector<float>& values) { return backend.exactSum(values).value(); };
        // The scale follows 1e30, beside which 1 vanishes: the sum is +0.
        CHECK(bitsOf(sum({1e30F, 1.0F, -1e30F})) == 0);
        CHECK(sum({16777216.0F, 1.0F, 1.0F, 1.0F}) == 16777220.0F); // 2^24 + 3: a tie, to even
        CHECK(sum({}) == 0.0F);
        CHECK(bitsOf(sum({-0.0F, -0.0F})) == 0);
        CHECK(bitsOf(sum(std::vector<float>(3, std::bit_cast<float>(1U)))) == 3);
    }
}

TEST_CASE("a sum does not depend on the order of its terms nor on the backend") {
    std::vector<float> values = randomValues(200001, 5);
    const std::uint32_t wanted = bitsOf(backends()[0].exactSum(values).value());
    double truth = 0;
    for (const float value : values)
        truth += static_cast<double>(value);
    CHECK(static_cast<double>(std::bit_cast<float>(wanted)) == doctest::Approx(truth).epsilon(1e-6));
    std::reverse(values.begin(), values.end());
    std::rotate(values.begin(), values.begin() + 777, values.end());
    for (const Backend& backend : backends()) {
        CAPTURE(backend.name);
        CHECK(bitsOf(backend.exactSum(values).value()) == wanted);
    }
}

TEST_CASE("sums of every length at which something begins or ends are the same on every backend, from end to end") {
    constexpr float kSmallest = std::numeric_limits<float>::denorm_min();
    for (const std::size_t length : {0UL, 1UL, 2UL, 31UL, 32UL, 33UL, 1000UL, 16384UL, 16385UL, 65537UL}) {
        std::vector<std::vector<float>> kinds{randomValues(length, static_cast<std::uint32_t>(length + 1))};
        kinds.emplace_back(length, kSmallest);
        kinds.emplace_back(length, -std::numeric_limits<float>::max() / 65537.0F);
        std::vector<float> subnormal(length);
        for (std::size_t i = 0; i < length; ++i)
            subnormal[i] = std::bit_cast<float>(bitsOf(kinds[0][i]) & 0x807fffffU);
        kinds.push_back(subnormal);
        for (const std::vector<float>& values : kinds) {
            CAPTURE(length);
            const std::uint32_t wanted = bitsOf(backends()[0].exactSum(values).value());
            for (const Backend& backend : backends()) {
                CAPTURE(backend.name);
                CHECK(bitsOf(backend.exactSum(values).value()) == wanted);
            }
        }
        // By hand: so many of the smallest number are an integer below 2^24.
        CHECK(bitsOf(backends()[0].exactSum(kinds[1]).value()) == length);
    }
}

TEST_CASE("column sums are the sums of the columns on every backend") {
    for (const std::size_t rows : {1UL, 3UL, 31UL, 32UL, 33UL, 1000UL, 4097UL, 65537UL}) {
        for (const std::size_t columns : {1UL, 5UL, 31UL, 32UL, 33UL, 64UL, 129UL, 1000UL}) {
            if (rows * columns > 700000) continue;
            const std::vector<float> values = randomValues(rows * columns, static_cast<std::uint32_t>(rows));
            std::vector<float> wanted;
            for (std::size_t j = 0; j < columns; ++j) {
                std::vector<float> column(rows);
                for (std::size_t i = 0; i < rows; ++i)
                    column[i] = values[i * columns + j];
                wanted.push_back(backends()[0].exactSum(column).value());
            }
            for (const Backend& backend : backends()) {
                CAPTURE(backend.name);
                const std::vector<float> sums = backend.columnSums(values, rows, columns);
                REQUIRE(sums.size() == columns);
                for (std::size_t j = 0; j < columns; ++j)
                    REQUIRE(bitsOf(sums[j]) == bitsOf(wanted[j]));
            }
        }
    }
}

TEST_CASE("a sum with a NaN or an infinity, or one too large, is refused") {
    const float infinity = std::numeric_limits<float>::infinity();
    for (const Backend& backend : backends()) {
        CAPTURE(backend.name);
        CHECK(backend.exactSum({1.0F, infinity}).error().is(ProgramError::NotFinite));
        CHECK(backend.exactSum({std::nanf(""), 1.0F}).error().is(ProgramError::NotFinite));
        CHECK(backend.exactSum({3e38F, 3e38F}).error().is(ProgramError::NotFinite));
        CHECK(backend.columnSums({3e38F, 1.0F, 3e38F, 1.0F}, 2, 2).empty());
    }
}

TEST_CASE("the bits of a long sum are those of every other machine") {
    const std::size_t columns = 257;
    for (const Backend& backend : backends()) {
        CAPTURE(backend.name);
        const std::vector<float> sums = backend.columnSums(randomValues(columns * 999, 11), 999, columns);
        const ByteView bytes{reinterpret_cast<const std::uint8_t*>(sums.data()), sums.size() * 4};
        CHECK(toHex(sha256(bytes).view()) == "c7b60cafef7487e8486aec8f14987ac619c73a10dd422d88f9f820e5a371f3cc");
    }
}
