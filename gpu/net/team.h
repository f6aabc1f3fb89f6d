// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/device.h"
#include "gpu/product.h"
#include "gpu/sums.h"

#include <atomic>
#include <limits>

/// How threads share a row. A step that works by rows is written once, for a team: each member takes the columns first,
/// first + stride, …, and what all need to know is combined by operations whose order does not matter, sums of integers
/// and maxima. On a processor a team is one thread, and the loops are plain ones; on a card it is a warp.
namespace unchained::gpu {

/// A team of one.
struct OneThread {
    [[nodiscard]] UNCHAINED_DEVICE static constexpr std::size_t first() { return 0; }
    [[nodiscard]] UNCHAINED_DEVICE static constexpr std::size_t stride() { return 1; }
    /// Combined over the team; every member must call it, and every member gets the result.
    [[nodiscard]] UNCHAINED_DEVICE static std::uint64_t sum(std::uint64_t value) { return value; }
    [[nodiscard]] UNCHAINED_DEVICE static std::uint32_t most(std::uint32_t value) { return value; }
    [[nodiscard]] UNCHAINED_DEVICE static std::size_t least(std::size_t value) { return value; }
    [[nodiscard]] UNCHAINED_DEVICE static bool all(bool value) { return value; }
    /// What members wrote before it, all may read after it.
    UNCHAINED_DEVICE static void sync() {}
};

#if defined(__CUDA_ARCH__)
inline __device__ void addTo(std::int64_t* sum, std::int64_t value) {
    static_assert(sizeof(unsigned long long) == sizeof(std::int64_t));
    atomicAdd(reinterpret_cast<unsigned long long*>(sum), static_cast<unsigned long long>(value));
}
inline __device__ void raiseTo(std::uint32_t* most, std::uint32_t value) {
    atomicMax(most, value);
}
#else
/// Adds to an integer, or raises it, that other threads add to and raise.
inline UNCHAINED_DEVICE void addTo(std::int64_t* sum, std::int64_t value) {
    std::atomic_ref(*sum).fetch_add(value, std::memory_order_relaxed);
}
inline UNCHAINED_DEVICE void raiseTo(std::uint32_t* most, std::uint32_t value) {
    const std::atomic_ref shared(*most);
    std::uint32_t now = shared.load(std::memory_order_relaxed);
    while (now < value && !shared.compare_exchange_weak(now, value, std::memory_order_relaxed)) {
    }
}
#endif

/// The exponent g of a sum from the bits of its largest magnitude, as sumExponent(), without a call for normal numbers.
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t rowSumExponent(std::uint32_t maxBits) {
    if (maxBits < 0x00800000U) return sumExponent(maxBits);
    return kSumTermBits + 126 - static_cast<std::int32_t>(maxBits >> 23);
}

/// Bits of a magnitude; finite ones order as the numbers do.
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t magnitudeBits(float value) {
    return static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(value) & 0x7fffffffU);
}

/// The sum of gpu/sums.h over term(0) … term(count−1), which each member works out twice for its own columns; a NaN
/// where a term is not finite or the sum does not fit binary32. At most 2^24 terms.
template <class Team, class Term>
[[nodiscard]] UNCHAINED_DEVICE inline float teamSum(const Team& team, std::size_t count, const Term& term) {
    std::int32_t mine = 0;
    for (std::size_t i = team.first(); i < count; i += team.stride()) {
        const std::int32_t bits = magnitudeBits(term(i));
        mine = mine > bits ? mine : bits;
    }
    const std::uint32_t maxBits = team.most(static_cast<std::uint32_t>(mine));
    if (maxBits >= kInfinityBits) return std::bit_cast<float>(0x7fc00000U);
    const std::int32_t exponent = rowSumExponent(maxBits);
    const double scale = powerOfTwo(exponent);
    // Unsigned, for the constants wrap and are taken off at the end.
    std::uint64_t part = 0;
    for (std::size_t i = team.first(); i < count; i += team.stride())
        part += std::bit_cast<std::uint64_t>(rn::add(rn::multiply(static_cast<double>(term(i)), scale), kSumRound));
    const auto whole =
        static_cast<std::int64_t>(team.sum(part) - std::bit_cast<std::uint64_t>(kSumRound) * std::uint64_t{count});
    const double rounded = static_cast<double>(static_cast<float>(whole));
    const auto result = static_cast<float>(rn::multiply(rounded, powerOfTwo(-exponent)));
    return isFiniteBits(result) ? result : std::bit_cast<float>(0x7fc00000U);
}

} // namespace unchained::gpu
