// SPDX-License-Identifier: Apache-2.0
#include "gpu/noise.h"

#include "gpu/hash.h"
#include "gpu/thread_pool.h"

namespace unchained::gpu {

namespace {

constexpr std::uint32_t kMultiplier0 = 0xD2511F53;
constexpr std::uint32_t kMultiplier1 = 0xCD9E8D57;
constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
constexpr int kRounds = 10;
constexpr std::size_t kPerBlock = 8; ///< uniforms of 16 bits in a block
constexpr std::size_t kLanes = 8;    ///< blocks made side by side, so that the compiler can use vectors
constexpr std::size_t kGrain = 32768;

/// kLanes consecutive blocks; word w of block l at out[w][l].
void philoxBlocks(const PhiloxStream& stream, std::uint64_t first, std::uint32_t out[4][kLanes]) {
    std::uint32_t* c0 = out[0];
    std::uint32_t* c1 = out[1];
    std::uint32_t* c2 = out[2];
    std::uint32_t* c3 = out[3];
    for (std::size_t l = 0; l < kLanes; ++l) {
        c0[l] = static_cast<std::uint32_t>(first + l);
        c1[l] = static_cast<std::uint32_t>((first + l) >> 32);
        c2[l] = stream.counterHigh[0];
        c3[l] = stream.counterHigh[1];
    }
    std::uint32_t k0 = stream.key[0];
    std::uint32_t k1 = stream.key[1];
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t l = 0; l < kLanes; ++l) {
            const std::uint64_t p0 = std::uint64_t{c0[l]} * kMultiplier0;
            const std::uint64_t p1 = std::uint64_t{c2[l]} * kMultiplier1;
            const std::uint32_t old1 = c1[l];
            const std::uint32_t old3 = c3[l];
            c0[l] = static_cast<std::uint32_t>(p1 >> 32) ^ old1 ^ k0;
            c1[l] = static_cast<std::uint32_t>(p1);
            c2[l] = static_cast<std::uint32_t>(p0 >> 32) ^ old3 ^ k1;
            c3[l] = static_cast<std::uint32_t>(p0);
        }
        k0 += kWeyl0;
        k1 += kWeyl1;
    }
}

float noiseOf(std::uint32_t u16, float unit) {
    return static_cast<float>(2 * static_cast<int>(u16) - 65535) * unit;
}

} // namespace

std::array<std::uint32_t, 4> philox4x32_10(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < kRounds; ++round) {
        const std::uint64_t p0 = std::uint64_t{counter[0]} * kMultiplier0;
        const std::uint64_t p1 = std::uint64_t{counter[2]} * kMultiplier1;
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
              std::uint64_t tensor, NoiseScale scale, ThreadPool& pool) {
    const PhiloxStream stream = PhiloxStream::from(taggedHash("noise", {seed, iteration, tensor}));
    const float unit = noiseUnit(scale);
    pool.parallelRanges(elements, kGrain, [&](std::size_t begin, std::size_t end) {
        std::uint32_t words[4][kLanes];
        std::uint16_t uniforms[kLanes * kPerBlock];
        std::size_t x = begin;
        for (; x + kLanes * kPerBlock <= end; x += kLanes * kPerBlock) {
            philoxBlocks(stream, x / kPerBlock, words);
            for (std::size_t l = 0; l < kLanes; ++l) {
                for (std::size_t w = 0; w < 4; ++w) {
                    uniforms[l * kPerBlock + 2 * w] = static_cast<std::uint16_t>(words[w][l]);
                    uniforms[l * kPerBlock + 2 * w + 1] = static_cast<std::uint16_t>(words[w][l] >> 16);
                }
            }
            for (std::size_t i = 0; i < kLanes * kPerBlock; ++i)
                out[x + i] = clean[x + i] + noiseOf(uniforms[i], unit);
        }
        for (; x < end; x += kPerBlock) {
            const auto block = stream.block(x / kPerBlock);
            for (std::size_t lane = 0; lane < kPerBlock && x + lane < end; ++lane) {
                const std::uint32_t u = lane % 2 == 0 ? block[lane / 2] & 0xffff : block[lane / 2] >> 16;
                out[x + lane] = clean[x + lane] + noiseOf(u, unit);
            }
        }
    });
}

} // namespace unchained::gpu
