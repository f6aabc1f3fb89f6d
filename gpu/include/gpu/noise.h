// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

/// Freshness noise on weights (numerics.md 4; vectors: tests/vectors/noise.json).
namespace unchained::gpu {

class ThreadPool;

/// |noise| < 2^(exponent - amplitude). amplitude 5 … 13, exponent -100 … 100.
struct NoiseScale {
    std::uint32_t amplitude = 8;
    std::int32_t exponent = 0;
};

inline constexpr std::uint32_t kNoiseAmplitudeMin = 5;
inline constexpr std::int32_t kNoiseExponentMax = 100; ///< of either sign

/// The least and the usual amplitude of a width: 5 ≤ n ≤ min(13, bits-1), usually min(8, bits-1).
[[nodiscard]] constexpr std::uint32_t noiseAmplitudeMax(unsigned bits) {
    return bits - 1 < 13 ? bits - 1 : 13;
}
[[nodiscard]] constexpr std::uint32_t noiseAmplitudeDefault(unsigned bits) {
    return bits - 1 < 8 ? bits - 1 : 8;
}

/// 2^(t-n-16), by which z is multiplied; from 2^-127 on (small scales, weak amplitudes) a subnormal number.
[[nodiscard]] constexpr float noiseUnit(NoiseScale scale) {
    const std::int32_t power = scale.exponent - static_cast<std::int32_t>(scale.amplitude) - 16;
    const auto bits = static_cast<std::uint32_t>(power < -126 ? 1 << (power + 149) : (power + 127) << 23);
    return std::bit_cast<float>(bits);
}

/// Random123's Philox4x32 with ten rounds (Salmon et al., SC11): a block of 128 random bits for a counter and a key.
[[nodiscard]] std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> counter,
                                                         std::array<std::uint32_t, 2> key);

/// Key and upper counter half of a stream: the first 16 bytes of a hash as four little-endian words.
struct PhiloxStream {
    std::array<std::uint32_t, 2> key{};
    std::array<std::uint32_t, 2> counterHigh{};

    [[nodiscard]] static PhiloxStream from(const Hash256& hash);
    [[nodiscard]] std::array<std::uint32_t, 4> block(std::uint64_t index) const;
};

/// out[x] = clean[x] + z·2^(t-n-16), z = 2u − 65535, u the x-th 16-bit uniform of the stream
/// H("noise", seed, iteration, tensor): one binary32 addition, the noise itself is exact. out may be clean.
/// @param iteration  within the step, from 0
/// @param tensor     the tensor's place in the program's layout
void addNoise(float* out, const float* clean, std::size_t elements, const Hash256& seed, std::uint64_t iteration,
              std::uint64_t tensor, NoiseScale scale, ThreadPool& pool);

} // namespace unchained::gpu
