// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/product.h"
#include "gpu/sums.h"

#include <limits>

/// Exact sums of a few numbers on the calling thread, and the softmax that rests on them.
namespace unchained::gpu {

/// The exponent g of a sum from the bits of its largest magnitude, as sumExponent(), without a call for normal numbers.
[[nodiscard]] inline std::int32_t rowSumExponent(std::uint32_t maxBits) {
    if (maxBits < 0x00800000U) return sumExponent(maxBits);
    return kSumTermBits + 126 - static_cast<std::int32_t>(maxBits >> 23);
}

/// The sum of gpu/sums.h; a NaN where a term is not finite or the sum does not fit binary32. At most 2^24 terms.
[[nodiscard]] inline float rowSum(const float* x, std::size_t count) {
    std::int32_t most = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(x[i]) & 0x7fffffffU);
        most = most > bits ? most : bits;
    }
    const auto maxBits = static_cast<std::uint32_t>(most);
    if (maxBits >= kInfinityBits) return std::numeric_limits<float>::quiet_NaN();
    const std::int32_t exponent = rowSumExponent(maxBits);
    const double scale = powerOfTwo(exponent);
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += std::bit_cast<std::uint64_t>(static_cast<double>(x[i]) * scale + kSumRound);
    const auto whole = static_cast<std::int64_t>(sum - std::bit_cast<std::uint64_t>(kSumRound) * count);
    const auto result = static_cast<float>(static_cast<double>(static_cast<float>(whole)) * powerOfTwo(-exponent));
    return isFiniteBits(result) ? result : std::numeric_limits<float>::quiet_NaN();
}

/// t_c = exactExp(x_c − most), and their sum: rne32( Σ_c rne(t_c·2^38) ) · 2^−38. terms may be x.
/// @param most  the largest x_c, finite
[[nodiscard]] float softmaxTerms(const float* x, std::size_t count, float most, float* terms);

/// out_c = t_c / D; out may be x. false: a number is not finite, or a difference does not fit.
[[nodiscard]] bool softmaxRow(const float* x, std::size_t count, float* out);

/// dx_c = p_c · (dp_c − Σ p·dp), the sum exact over the products rounded to binary32. out may be dp.
/// @param scratch  count numbers
void softmaxBackwardRow(const float* p, const float* dp, std::size_t count, float* out, float* scratch);

} // namespace unchained::gpu
