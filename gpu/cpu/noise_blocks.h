// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// The inner loops of addNoise() (gpu/noise.h), many blocks of Philox side by side. They are compiled for their
/// instruction sets, so this header and its sources use no templates or inline functions of others: the linker might
/// hand such a copy to code for older processors.
namespace unchained::gpu::noise {

inline constexpr int kRounds = 10;
inline constexpr std::uint32_t kMultipliers[2] = {0xD2511F53, 0xCD9E8D57};

struct Stream {
    std::uint32_t keys[kRounds][2]; ///< of each round
    std::uint32_t counterHigh[2];
    float unit; ///< of the noise
};

/// out[i] = clean[i] + noise for as many whole runs of blocks as `elements` holds; out may be clean.
/// @param block  of the first element; a multiple of 16
/// @return elements done
std::size_t addBlocksAvx2(float* out, const float* clean, std::size_t elements, std::uint64_t block,
                          const Stream& stream);
/// The same for AVX-512 F, BW, DQ and VL.
std::size_t addBlocksAvx512(float* out, const float* clean, std::size_t elements, std::uint64_t block,
                            const Stream& stream);

} // namespace unchained::gpu::noise
