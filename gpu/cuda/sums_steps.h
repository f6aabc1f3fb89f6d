// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/product.h"
#include "gpu/sums.h"

#include <cstddef>
#include <cstdint>

/// What one thread of a card does for exact sums, compiled by both compilers. Integers are added in any order.
namespace unchained::gpu::cuda {

/// The scale of a sum from the bits of its largest magnitude; 1 where that is not finite, whose sum nobody may use.
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t sumExponentOr0(std::uint32_t maxBits) {
    return maxBits >= kInfinityBits ? 0 : sumExponent(maxBits);
}

/// Terms begin, begin+step, … below end of a sum; those that are not finite count nothing.
[[nodiscard]] UNCHAINED_DEVICE inline std::int64_t partialSum(const float* terms, std::size_t begin, std::size_t end,
                                                              std::size_t step, std::int32_t exponent) {
    const double scale = powerOfTwo(exponent);
    std::int64_t sum = 0;
    for (std::size_t t = begin; t < end; t += step) {
        if (isFiniteBits(terms[t])) sum += roundToInteger(rn::multiply(static_cast<double>(terms[t]), scale));
    }
    return sum;
}

/// One rounding from the integer, then one into binary32's range; infinite where it does not fit.
[[nodiscard]] UNCHAINED_DEVICE inline float finishedSum(std::int64_t sum, std::int32_t exponent) {
    const auto whole = static_cast<double>(static_cast<float>(sum));
    return static_cast<float>(rn::multiply(whole, powerOfTwo(-exponent)));
}

} // namespace unchained::gpu::cuda
