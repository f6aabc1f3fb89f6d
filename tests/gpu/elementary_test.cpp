// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"

#include "gpu/backends.h"
#include "gpu/hash.h"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;

namespace {

float fromBits(std::uint32_t bits) {
    return std::bit_cast<float>(bits);
}

/// Distance in units of the last place of the binary32 nearest to the true value.
double ulps(float found, double wanted) {
    const auto nearest = static_cast<float>(wanted);
    int power = 0;
    static_cast<void>(std::frexp(nearest, &power));
    const double unit = std::ldexp(1.0, std::max(power - 24, -149));
    return std::abs(static_cast<double>(found) - wanted) / unit;
}

double geluOf(double x) {
    const double u = std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x);
    return x / (1 + std::exp(-2 * u));
}

double geluSlopeOf(double x) {
    const double c = 2 * std::sqrt(2 / M_PI);
    const double gate = 1 / (1 + std::exp(-c * (x + 0.044715 * x * x * x)));
    return gate + x * gate * (1 - gate) * c * (1 + 3 * 0.044715 * x * x);
}

constexpr std::uint32_t kStride = 1009;

} // namespace

TEST_CASE("exp is within 1.5 units of the last place, from subnormal results to the largest") {
    double worst = 0;
    for (std::uint32_t bits = 0; bits < 0x7f800000U; bits += kStride) {
        for (const std::uint32_t sign : {0U, 0x80000000U}) {
            const float x = fromBits(bits | sign);
            if (x > 88.72F || x < -103.9F) continue;
            worst = std::max(worst, ulps(exactExp(x), std::exp(static_cast<double>(x))));
        }
    }
    MESSAGE("worst: " << worst);
    CHECK(worst <= 1.5);
    CHECK(exactExp(0.0F) == 1.0F);
    CHECK(exactExp(89.0F) == std::numeric_limits<float>::infinity());
    CHECK(exactExp(-104.1F) == 0.0F);
    CHECK(exactExp(-std::numeric_limits<float>::infinity()) == 0.0F);
    CHECK(std::isnan(exactExp(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("exp never falls over a fine grid") {
    float before = 0;
    for (std::int32_t i = -105 * 8192; i < 89 * 8192; ++i) {
        const float now = exactExp(static_cast<float>(i) / 8192.0F);
        REQUIRE(now >= before);
        before = now;
    }
}

TEST_CASE("log is within 1.5 units of the last place for every size of number") {
    double worst = 0;
    for (std::uint32_t bits = 1; bits < 0x7f800000U; bits += kStride) {
        const float x = fromBits(bits);
        worst = std::max(worst, ulps(exactLog(x), std::log(static_cast<double>(x))));
    }
    MESSAGE("worst: " << worst);
    CHECK(worst <= 1.5);
    CHECK(exactLog(1.0F) == 0.0F);
    CHECK(std::isnan(exactLog(0.0F)));
    CHECK(std::isnan(exactLog(-1.0F)));
    CHECK(std::isnan(exactLog(std::numeric_limits<float>::infinity())));
}

TEST_CASE("tanh is within 2 units of the last place, odd, and 1 far out") {
    double worst = 0;
    for (std::uint32_t bits = 0; bits < 0x7f800000U; bits += kStride) {
        const float x = fromBits(bits);
        worst = std::max(worst, ulps(exactTanh(x), std::tanh(static_cast<double>(x))));
        REQUIRE(exactTanh(-x) == -exactTanh(x));
    }
    MESSAGE("worst: " << worst);
    CHECK(worst <= 2.0);
    CHECK(exactTanh(std::numeric_limits<float>::infinity()) == 1.0F);
    CHECK(std::isnan(exactTanh(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("gelu and its slope keep their stated errors and their limits") {
    double worstRelative = 0;
    double worstAbsolute = 0;
    double worstSlope = 0;
    for (std::uint32_t bits = 0; bits < 0x42200000U; bits += kStride) {
        for (const std::uint32_t sign : {0U, 0x80000000U}) {
            const float x = fromBits(bits | sign);
            const double wanted = geluOf(static_cast<double>(x));
            const double off = std::abs(static_cast<double>(exactGelu(x)) - wanted);
            worstAbsolute = std::max(worstAbsolute, off / std::max(1.0, static_cast<double>(x)));
            if (x >= -5.0F && std::abs(wanted) > 1e-30) worstRelative = std::max(worstRelative, off / std::abs(wanted));
            worstSlope = std::max(
                worstSlope, std::abs(static_cast<double>(exactGeluSlope(x)) - geluSlopeOf(static_cast<double>(x))));
        }
    }
    MESSAGE("worst, as powers of two: " << std::log2(worstRelative) << ", " << std::log2(worstAbsolute) << ", "
                                        << std::log2(worstSlope));
    CHECK(worstRelative < std::ldexp(1.0, -18));
    CHECK(worstAbsolute < std::ldexp(1.0, -22));
    CHECK(worstSlope < std::ldexp(1.0, -18));
    for (const float far : {50.0F, 1e20F, 3e38F}) {
        CHECK(exactGelu(far) == far);
        CHECK(exactGelu(-far) == 0.0F);
        CHECK(exactGeluSlope(far) == 1.0F);
        CHECK(exactGeluSlope(-far) == 0.0F);
    }
}

TEST_CASE("silu and its slope keep their stated errors and their limits") {
    double worstRelative = 0;
    double worstSlope = 0;
    for (std::uint32_t bits = 0; bits < 0x42ae0000U; bits += kStride) { // to 87
        for (const std::uint32_t sign : {0U, 0x80000000U}) {
            const float x = fromBits(bits | sign);
            const double gate = 1 / (1 + std::exp(-static_cast<double>(x)));
            const double wanted = static_cast<double>(x) * gate;
            const double off = std::abs(static_cast<double>(exactSilu(x)) - wanted);
            if (std::abs(wanted) > 1e-37) worstRelative = std::max(worstRelative, off / std::abs(wanted));
            const double slope = gate + wanted * (1 - gate);
            worstSlope = std::max(worstSlope, std::abs(static_cast<double>(exactSiluSlope(x)) - slope));
        }
    }
    MESSAGE("worst, as powers of two: " << std::log2(worstRelative) << ", " << std::log2(worstSlope));
    CHECK(worstRelative < std::ldexp(1.0, -21));
    CHECK(worstSlope < std::ldexp(1.0, -19));
    for (const float far : {100.0F, 1e20F, 3e38F}) {
        CHECK(exactSilu(far) == far);
        CHECK(exactSilu(-far) == 0.0F);
        CHECK(exactSiluSlope(far) == 1.0F);
        CHECK(exactSiluSlope(-far) == 0.0F);
    }
}

TEST_CASE("sine and cosine keep their stated error up to the largest angle, and refuse what is beyond it") {
    double worst = 0;
    for (std::int32_t i = -8192 * 512; i <= 8192 * 512; i += 7) {
        const float x = static_cast<float>(i) / 512.0F;
        const SineCosine found = exactSineCosine(x);
        worst = std::max(worst, std::abs(static_cast<double>(found.sine) - std::sin(static_cast<double>(x))));
        worst = std::max(worst, std::abs(static_cast<double>(found.cosine) - std::cos(static_cast<double>(x))));
    }
    MESSAGE("worst, as a power of two: " << std::log2(worst));
    CHECK(worst < std::ldexp(1.0, -23));
    CHECK(exactSineCosine(0.0F).sine == 0.0F);
    CHECK(exactSineCosine(0.0F).cosine == 1.0F);
    for (const float beyond : {8192.5F, -8192.5F, std::numeric_limits<float>::infinity(), std::nanf("")}) {
        CHECK(std::isnan(exactSineCosine(beyond).sine));
        CHECK(std::isnan(exactSineCosine(beyond).cosine));
    }
}

TEST_CASE("the bits of silu, its slope, sine and cosine are those of every other machine") {
    std::vector<std::uint32_t> all;
    for (std::uint32_t bits = 0; bits < 0x7f800000U; bits += 65521) {
        for (const std::uint32_t sign : {0U, 0x80000000U}) {
            const float x = fromBits(bits | sign);
            const SineCosine angle = exactSineCosine(x);
            for (const float value : {exactSilu(x), exactSiluSlope(x), angle.sine, angle.cosine})
                all.push_back(std::bit_cast<std::uint32_t>(value));
        }
    }
    const ByteView bytes{reinterpret_cast<const std::uint8_t*>(all.data()), all.size() * 4};
    CHECK(toHex(sha256(bytes).view()) == "17f8beb2bdbc138797fb6a70a88cd9d5c3f1cbb43bc0e0b5a14e8a8f54215c2d");
}

TEST_CASE("the bits of exp, log, tanh, gelu and its slope are those of every other machine") {
    using unchained::gpu::tests::Elementary;
    std::vector<float> arguments;
    for (std::uint32_t bits = 0; bits < 0x7f800000U; bits += 65521) {
        arguments.push_back(fromBits(bits));
        arguments.push_back(fromBits(bits | 0x80000000U));
    }
    for (const auto& backend : unchained::gpu::tests::backends()) {
        CAPTURE(backend.name);
        std::vector<std::vector<float>> of;
        for (const Elementary function :
             {Elementary::Exp, Elementary::Log, Elementary::Tanh, Elementary::Gelu, Elementary::GeluSlope}) {
            of.push_back(backend.elementary(function, arguments));
            REQUIRE(of.back().size() == arguments.size());
        }
        std::vector<std::uint32_t> all;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            for (std::size_t function = 0; function < of.size(); ++function) {
                // Of the logarithm only positive arguments were hashed.
                if (function != 1 || arguments[i] > 0.0F) all.push_back(std::bit_cast<std::uint32_t>(of[function][i]));
            }
        }
        const ByteView bytes{reinterpret_cast<const std::uint8_t*>(all.data()), all.size() * 4};
        CHECK(toHex(sha256(bytes).view()) == "142e85b3ff101985b95d527b385500d26f67a6492ae1fd42b67f45d08a59d351");
    }
}
