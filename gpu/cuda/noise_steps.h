// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/device.h"

#include <cstddef>
#include <cstdint>

/// What one thread of a card does for noise, compiled by both compilers.
namespace unchained::gpu::cuda {

inline constexpr std::size_t kNoisePerBlock = 8; ///< uniforms of 16 bits in a block of Philox

/// gpu/noise.h's PhiloxStream, as plain words.
struct NoiseStream {
    std::uint32_t key[2] = {};
    std::uint32_t high[2] = {};
};

struct PhiloxBlock {
    std::uint32_t word[4] = {};

    /// The 16-bit uniform of a lane below kNoisePerBlock, low half first.
    [[nodiscard]] UNCHAINED_DEVICE std::uint32_t uniform(unsigned lane) const {
        return (word[lane / 2] >> (lane % 2 * 16)) & 0xffffU;
    }
};

/// Philox4x32-10 of one block of a stream.
[[nodiscard]] UNCHAINED_DEVICE inline PhiloxBlock philoxBlock(const NoiseStream& stream, std::uint64_t index) {
    std::uint32_t c[4] = {static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index >> 32), stream.high[0],
                          stream.high[1]};
    std::uint32_t k0 = stream.key[0];
    std::uint32_t k1 = stream.key[1];
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{c[0]} * 0xD2511F53U;
        const std::uint64_t p1 = std::uint64_t{c[2]} * 0xCD9E8D57U;
        c[0] = static_cast<std::uint32_t>(p1 >> 32) ^ c[1] ^ k0;
        c[1] = static_cast<std::uint32_t>(p1);
        c[2] = static_cast<std::uint32_t>(p0 >> 32) ^ c[3] ^ k1;
        c[3] = static_cast<std::uint32_t>(p0);
        k0 += 0x9E3779B9U;
        k1 += 0xBB67AE85U;
    }
    return {{c[0], c[1], c[2], c[3]}};
}

/// The elements of one block: out[x] = clean[x] + z·unit, z = 2u - 65535; the product is exact.
UNCHAINED_DEVICE inline void addNoiseBlock(float* out, const float* clean, std::size_t elements,
                                           const NoiseStream& stream, std::size_t block, float unit) {
    const PhiloxBlock words = philoxBlock(stream, block);
    for (unsigned lane = 0; lane < kNoisePerBlock; ++lane) {
        const std::size_t x = block * kNoisePerBlock + lane;
        if (x >= elements) return;
        const auto z = static_cast<float>(2 * static_cast<std::int32_t>(words.uniform(lane)) - 65535);
        out[x] = rn::add(clean[x], rn::multiply(z, unit));
    }
}

} // namespace unchained::gpu::cuda
