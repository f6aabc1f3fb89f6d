// SPDX-License-Identifier: Apache-2.0
#include "cpu/noise_lanes.h"

#include "cpu/noise_blocks.h"
#include "gpu/hash.h"
#include "gpu/thread_pool.h"

namespace unchained::gpu {

namespace {

constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
constexpr std::size_t kPerBlock = 8; ///< uniforms of 16 bits in a block
constexpr std::size_t kGrain = 32768;

float noiseOf(std::uint32_t u16, float unit) {
    return static_cast<float>(2 * static_cast<int>(u16) - 65535) * unit;
}

noise::Stream blocksOf(const PhiloxStream& stream, float unit) {
    noise::Stream out{};
    for (std::uint32_t round = 0; round < noise::kRounds; ++round) {
        out.keys[round][0] = stream.key[0] + round * kWeyl0;
        out.keys[round][1] = stream.key[1] + round * kWeyl1;
    }
    out.counterHigh[0] = stream.counterHigh[0];
    out.counterHigh[1] = stream.counterHigh[1];
    out.unit = unit;
    return out;
}

/// As many elements from the beginning as there is something faster for than block by block.
std::size_t addBlocks(Lanes lanes, float* out, const float* clean, std::size_t elements, std::uint64_t block,
                      const noise::Stream& stream) {
#if defined(__x86_64__)
    if (lanes == Lanes::Avx512) return noise::addBlocksAvx512(out, clean, elements, block, stream);
    if (lanes == Lanes::Avx2) return noise::addBlocksAvx2(out, clean, elements, block, stream);
#endif
    return 0;
}

} // namespace

std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < noise::kRounds; ++round) {
        const std::uint64_t p0 = std::uint64_t{counter[0]} * noise::kMultipliers[0];
        const std::uint64_t p1 = std::uint64_t{counter[2]} * noise::kMultipliers[1];
        counter = {static_cast<std::uint32_t>(p1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(p1),
                   static_cast<std::uint32_t>(p0 >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(p0)};
        key[0] += kWeyl0;
        key[1] += kWeyl1;
    }
    return counter;
}

PhiloxStream PhiloxStream::from(const Hash256& hash) {
    std::array<std::uint32_t, 4> words{};
    for (std::size_t i = 0; i < 16; ++i)
        words[i / 4] |= std::uint32_t{hash.bytes[i]} << (8 * (i % 4));
    return {{words[0], words[1]}, {words[2], words[3]}};
}

std::array<std::uint32_t, 4> PhiloxStream::block(std::uint64_t index) const {
    return philox4x32_10(
        {static_cast<std::uint32_t>(index), static_cast<std::uint32_t>(index >> 32), counterHigh[0], counterHigh[1]},
        key);
}

void addNoise(float* out, const float* clean, std::size_t elements, const Hash256& seed, std::uint64_t iteration,
              std::uint64_t tensor, NoiseScale scale, ThreadPool& pool, Lanes lanes) {
    const PhiloxStream stream = PhiloxStream::from(taggedHash("noise", {seed, iteration, tensor}));
    const noise::Stream blocks = blocksOf(stream, noiseUnit(scale));
    pool.parallelRanges(elements, kGrain, [&](std::size_t begin, std::size_t end) {
        std::size_t x = begin + addBlocks(lanes, out + begin, clean + begin, end - begin, begin / kPerBlock, blocks);
        for (; x < end; x += kPerBlock) {
            const auto block = stream.block(x / kPerBlock);
            for (std::size_t lane = 0; lane < kPerBlock && x + lane < end; ++lane) {
                const std::uint32_t u = lane % 2 == 0 ? block[lane / 2] & 0xffff : block[lane / 2] >> 16;
                out[x + lane] = clean[x + lane] + noiseOf(u, blocks.unit);
            }
        }
    });
}

void addNoise(float* out, const float* clean, std::size_t elements, const Hash256& seed, std::uint64_t iteration,
              std::uint64_t tensor, NoiseScale scale, ThreadPool& pool) {
    addNoise(out, clean, elements, seed, iteration, tensor, scale, pool, widestLanes());
}

} // namespace unchained::gpu
