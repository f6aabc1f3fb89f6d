// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/device.h"
#include "gpu/result.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

/// Sums that do not depend on their order (numerics.md 3): every term becomes a 64-bit integer with a common scale.
///
///     g = the largest exponent with max|x|·2^g < 2^38, 0 for all zeros
///     sum = rne32( rne32( Σ rne(x·2^g) ) · 2^−g )          the sum in Z; ties to even
///
/// At most 2^24 terms, so that the sum stays below 2^62.
namespace unchained::gpu {

class ThreadPool;

inline constexpr std::size_t kSumTermsMax = std::size_t{1} << 24;
inline constexpr int kSumTermBits = 38;

/// g of a sum from the binary32 bits of its largest magnitude (finite).
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t sumExponent(std::uint32_t maxBits) {
    if (maxBits == 0) return 0;
    int power = 0;
    static_cast<void>(std::frexp(static_cast<double>(std::bit_cast<float>(maxBits)), &power));
    return kSumTermBits - power;
}

/// 1.5·2^52: adding it to a binary64 below 2^51 leaves the rounded integer in the low bits of the sum.
inline constexpr double kSumRound = 6755399441055744.0;

/// rne(value), for |value| < 2^51, ties to even.
[[nodiscard]] UNCHAINED_DEVICE inline std::int64_t roundToInteger(double value) {
    return std::bit_cast<std::int64_t>(rn::add(value, kSumRound)) - std::bit_cast<std::int64_t>(kSumRound);
}

/// Sum of finite values; ProgramError::NotFinite where one is not, or where the sum does not fit binary32.
[[nodiscard]] Result<float> exactSum(std::span<const float> values, ThreadPool& pool);

/// out[j] = the sum of column j of a dense row-major matrix of finite values. false: a sum does not fit binary32.
/// @param columnMax  bits of each column's largest magnitude, from absMax()
[[nodiscard]] bool columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* columnMax,
                              float* out, ThreadPool& pool);

} // namespace unchained::gpu
