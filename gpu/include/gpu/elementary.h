// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/device.h"

#include <bit>
#include <cstdint>

/// exp, log, tanh, sin, cos, gelu and silu of our own: one source for host and device, nothing but single binary32
/// operations in a fixed order, hence the same bits everywhere. The C library's differ from version to version and must
/// never reach a state.
///
/// The compiler must not contract products and sums (-ffp-contract=off, -fmad=false). No fma is meant anywhere here: it
/// would be a library call on processors without it. Reductions and polynomials follow Cephes (S. Moshier, single/).
/// Errors stated are the largest found against binary64 over all or very many arguments; tests/gpu/elementary_test.cpp
/// holds them. All take NaN to NaN.
namespace unchained::gpu {

namespace elementary {

[[nodiscard]] UNCHAINED_DEVICE constexpr float scaleBits(std::int32_t exponent) {
    return std::bit_cast<float>((static_cast<std::uint32_t>(exponent) + 127U) << 23);
}

} // namespace elementary

/// e^x, 1 ulp (also among subnormal results); +infinity above 88.73, 0 below -103.98. Monotone over the tested grid.
[[nodiscard]] UNCHAINED_DEVICE constexpr float exactExp(float x) {
    constexpr float kRound = 12582912.0F; // 1.5·2^23
    const float low = x < -105.0F ? -105.0F : x;
    const float in = low > 90.0F ? 90.0F : low;
    const float shifted = in * 1.44269504088896341F + kRound;
    const float whole = shifted - kRound;
    const auto k =
        static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(shifted) - std::bit_cast<std::uint32_t>(kRound));
    const float r = (in - whole * 0.693359375F) - whole * -2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    const float y = (p * (r * r) + r) + 1.0F;
    const std::int32_t half = k >> 1;
    return y * elementary::scaleBits(half) * elementary::scaleBits(k - half);
}

/// Natural logarithm of a positive finite number, subnormals included; 1 ulp. For any other argument: NaN.
[[nodiscard]] UNCHAINED_DEVICE constexpr float exactLog(float x) {
    const bool tiny = x < 1.17549435e-38F;
    const float in = tiny ? x * 8388608.0F : x;
    const auto bits = std::bit_cast<std::uint32_t>(in);
    if (!(x > 0.0F) || bits >= 0x7f800000U) return std::bit_cast<float>(0x7fc00000U);
    // The significand between 1/sqrt(2) and sqrt(2).
    const std::uint32_t offset = bits - 0x3f3504f3U;
    const std::int32_t k = (static_cast<std::int32_t>(offset) >> 23) - (tiny ? 23 : 0);
    const float m = std::bit_cast<float>((offset & 0x7fffffU) + 0x3f3504f3U) - 1.0F;
    const auto e = static_cast<float>(k);
    float p = 7.0376836292e-2F;
    p = p * m - 1.1514610310e-1F;
    p = p * m + 1.1676998740e-1F;
    p = p * m - 1.2420140846e-1F;
    p = p * m + 1.4249322787e-1F;
    p = p * m - 1.6668057665e-1F;
    p = p * m + 2.0000714765e-1F;
    p = p * m - 2.4999993993e-1F;
    p = p * m + 3.3333331174e-1F;
    const float z = m * m;
    float y = p * m * z;
    y = y + e * -2.12194440e-4F;
    y = y - 0.5F * z;
    return (m + y) + e * 0.693359375F;
}

/// Hyperbolic tangent, 2 ulp; odd.
[[nodiscard]] UNCHAINED_DEVICE constexpr float exactTanh(float x) {
    const float a = x < 0.0F ? -x : x;
    const float z = x * x;
    float p = -5.70498872745e-3F;
    p = p * z + 2.06390887954e-2F;
    p = p * z - 5.37397155531e-2F;
    p = p * z + 1.33314422036e-1F;
    p = p * z - 3.33332819422e-1F;
    const float small = p * z * x + x;
    const float big = 1.0F - 2.0F / (exactExp(a + a) + 1.0F);
    if (!(a >= 0.625F)) return small;
    return x < 0.0F ? -big : big;
}

namespace elementary {

/// What gelu and its slope share: sigmoid(2u) with u = sqrt(2/π)·(x + 0.044715·x³). Beyond ±30 it is 0 or 1.
[[nodiscard]] UNCHAINED_DEVICE constexpr float clampGelu(float x) {
    const float low = x < -30.0F ? -30.0F : x;
    return low > 30.0F ? 30.0F : low;
}
[[nodiscard]] UNCHAINED_DEVICE constexpr float geluGate(float clamped) {
    const float u = 1.59576912160573081F * (clamped * (1.0F + 0.044715F * (clamped * clamped)));
    return 1.0F / (1.0F + exactExp(-u));
}

} // namespace elementary

/// The tanh form of gelu (Hendrycks and Gimpel), as x·sigmoid(2u): no cancellation for negative x. Relative error
/// below 2^-18 for x ≥ -5; absolute error below 2^-22·max(1, x).
[[nodiscard]] UNCHAINED_DEVICE constexpr float exactGelu(float x) {
    return x * elementary::geluGate(elementary::clampGelu(x));
}

/// Its derivative; absolute error below 2^-18.
[[nodiscard]] UNCHAINED_DEVICE constexpr float exactGeluSlope(float x) {
    const float c = elementary::clampGelu(x);
    const float gate = elementary::geluGate(c);
    const float slope = 1.59576912160573081F * (1.0F + 0.134145F * (c * c));
    return gate + (c * gate) * ((1.0F - gate) * slope);
}

/// x·sigmoid(x), one division; relative error below 2^-21 where the result is a normal number, -0 far below.
[[nodiscard]] UNCHAINED_DEVICE constexpr float exactSilu(float x) {
    return x / (1.0F + exactExp(-x));
}

/// Its derivative; absolute error below 2^-19.
[[nodiscard]] UNCHAINED_DEVICE constexpr float exactSiluSlope(float x) {
    const float gate = 1.0F / (1.0F + exactExp(-x));
    return gate + (x * gate) * (1.0F - gate);
}

/// Sine and cosine of one angle.
struct SineCosine {
    float sine = 0;
    float cosine = 1;
};

/// The largest magnitude that exactSineCosine() takes: above it the reduction would lose digits.
inline constexpr float kAngleMax = 8192.0F;

/// Both within 2^-23 for |x| ≤ kAngleMax; NaN for any other argument.
[[nodiscard]] UNCHAINED_DEVICE constexpr SineCosine exactSineCosine(float x) {
    if (!(x >= -kAngleMax && x <= kAngleMax)) {
        const float nan = std::bit_cast<float>(0x7fc00000U);
        return {nan, nan};
    }
    constexpr float kRound = 12582912.0F; // 1.5·2^23
    const float shifted = x * 0.636619772367581343F + kRound;
    const float whole = shifted - kRound;
    const std::uint32_t quarter = std::bit_cast<std::uint32_t>(shifted) - std::bit_cast<std::uint32_t>(kRound);
    // π/2 in three parts, the first two short enough for exact products.
    const float r = ((x - whole * 1.5703125F) - whole * 4.837512969970703125e-4F) - whole * 7.549789948768648e-8F;
    const float z = r * r;
    const float sine = ((-1.9515295891e-4F * z + 8.3321608736e-3F) * z - 1.6666654611e-1F) * z * r + r;
    const float cosine =
        ((2.443315711809948e-5F * z - 1.388731625493765e-3F) * z + 4.166664568298827e-2F) * (z * z) - 0.5F * z + 1.0F;
    const float first = (quarter & 1U) != 0 ? cosine : sine;
    const float second = (quarter & 1U) != 0 ? sine : cosine;
    return {(quarter & 2U) != 0 ? -first : first, ((quarter + 1U) & 2U) != 0 ? -second : second};
}

} // namespace unchained::gpu
