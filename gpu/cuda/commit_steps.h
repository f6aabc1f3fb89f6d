// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/device.h"

#include <cstddef>
#include <cstdint>

/// What one thread of a card does for a state's root (RFC 6962 over SHA-256, FIPS 180-4), compiled by both compilers.
namespace unchained::gpu::cuda {

#if defined(__CUDA_ARCH__)
#define UNCHAINED_UNROLL _Pragma("unroll")
#else
#define UNCHAINED_UNROLL
#endif

inline constexpr std::size_t kStateLeafBytes = 1024;
inline constexpr std::size_t kStateLeafWords = kStateLeafBytes / 4;

/// A hash as the words of its big-endian bytes.
struct HashWords {
    std::uint32_t h[8];
};

[[nodiscard]] UNCHAINED_DEVICE constexpr HashWords sha256Start() {
    return {{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

[[nodiscard]] UNCHAINED_DEVICE inline std::uint32_t rotated(std::uint32_t x, unsigned by) {
    return (x >> by) | (x << (32 - by));
}

/// The big-endian word that begins with the last byte of one little-endian word and goes on with three of the next.
[[nodiscard]] UNCHAINED_DEVICE inline std::uint32_t shiftedWord(std::uint32_t before, std::uint32_t here) {
#if defined(__CUDA_ARCH__)
    return __byte_perm(before, here, 0x3456);
#else
    return (before >> 24 << 24) | (here & 0xffU) << 16 | (here >> 8 & 0xffU) << 8 | (here >> 16 & 0xffU);
#endif
}

/// One block of 16 words, which it uses up.
UNCHAINED_DEVICE inline void sha256Block(HashWords& hash, std::uint32_t (&w)[16]) {
    constexpr std::uint32_t kRound[64] = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
    HashWords s = hash;
    UNCHAINED_UNROLL
    for (int r = 0; r < 64; ++r) {
        if (r >= 16) {
            const std::uint32_t early = w[(r + 1) & 15];
            const std::uint32_t late = w[(r + 14) & 15];
            w[r & 15] += (rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)) + w[(r + 9) & 15] +
                         (rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10));
        }
        const std::uint32_t e = s.h[4];
        const std::uint32_t a = s.h[0];
        const std::uint32_t one = s.h[7] + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) +
                                  ((e & s.h[5]) ^ (~e & s.h[6])) + kRound[r] + w[r & 15];
        const std::uint32_t two =
            (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & s.h[1]) ^ (a & s.h[2]) ^ (s.h[1] & s.h[2]));
        s = {{one + two, a, s.h[1], s.h[2], s.h[3] + one, e, s.h[5], s.h[6]}};
    }
    UNCHAINED_UNROLL
    for (int i = 0; i < 8; ++i)
        hash.h[i] += s.h[i];
}

/// Four words at a time, which is what a card reads at once.
UNCHAINED_DEVICE inline void readFour(const std::uint32_t* from, std::uint32_t (&out)[4]) {
#if defined(__CUDA_ARCH__)
    const uint4 four = *reinterpret_cast<const uint4*>(from);
    out[0] = four.x;
    out[1] = four.y;
    out[2] = four.z;
    out[3] = four.w;
#else
    for (int i = 0; i < 4; ++i)
        out[i] = from[i];
#endif
}

/// SHA-256(00 ‖ leaf) of a whole leaf: 17 blocks, each word a byte late because of the prefix.
[[nodiscard]] UNCHAINED_DEVICE inline HashWords wholeLeafHash(const std::uint32_t* leaf) {
    HashWords hash = sha256Start();
    std::uint32_t before = 0;
    std::uint32_t w[16];
    for (std::size_t block = 0; block < kStateLeafWords / 16; ++block) {
        UNCHAINED_UNROLL
        for (int i = 0; i < 16; i += 4) {
            std::uint32_t here[4];
            readFour(leaf + block * 16 + static_cast<std::size_t>(i), here);
            w[i] = shiftedWord(before, here[0]);
            w[i + 1] = shiftedWord(here[0], here[1]);
            w[i + 2] = shiftedWord(here[1], here[2]);
            w[i + 3] = shiftedWord(here[2], here[3]);
            before = here[3];
        }
        sha256Block(hash, w);
    }
    UNCHAINED_UNROLL
    for (int i = 0; i < 16; ++i)
        w[i] = 0;
    w[0] = (before >> 24 << 24) | 0x00800000U;
    w[15] = (kStateLeafBytes + 1) * 8;
    sha256Block(hash, w);
    return hash;
}

/// The same of a leaf of any length below a whole one, byte by byte.
[[nodiscard]] UNCHAINED_DEVICE inline HashWords shortLeafHash(const std::uint8_t* leaf, std::size_t bytes) {
    HashWords hash = sha256Start();
    const std::size_t message = bytes + 1;
    const std::size_t blocks = (message + 1 + 8 + 63) / 64;
    for (std::size_t block = 0; block < blocks; ++block) {
        std::uint32_t w[16] = {};
        for (std::size_t i = 0; i < 64; ++i) {
            const std::size_t at = block * 64 + i;
            std::uint32_t byte = 0;
            if (at > 0 && at < message) byte = leaf[at - 1];
            if (at == message) byte = 0x80;
            w[i / 4] |= byte << (24 - 8 * (i % 4));
        }
        if (block + 1 == blocks) w[15] = static_cast<std::uint32_t>(message * 8);
        sha256Block(hash, w);
    }
    return hash;
}

/// Leaf `index` of a state, which begins at a multiple of 16 bytes.
[[nodiscard]] UNCHAINED_DEVICE inline HashWords stateLeafHash(const std::uint8_t* state, std::size_t bytes,
                                                              std::size_t index) {
    const std::size_t at = index * kStateLeafBytes;
    if (bytes - at >= kStateLeafBytes) return wholeLeafHash(reinterpret_cast<const std::uint32_t*>(state + at));
    return shortLeafHash(state + at, bytes - at);
}

/// Node `index` of the level above `count` nodes: SHA-256(01 ‖ left ‖ right), or the last one without a sibling.
[[nodiscard]] UNCHAINED_DEVICE inline HashWords nodeAbove(const HashWords* level, std::size_t count,
                                                          std::size_t index) {
    const HashWords left = level[2 * index];
    if (2 * index + 1 == count) return left;
    const HashWords right = level[2 * index + 1];
    HashWords hash = sha256Start();
    std::uint32_t w[16];
    UNCHAINED_UNROLL
    for (int i = 0; i < 8; ++i) {
        w[i] = (i == 0 ? 0x01000000U : left.h[i - 1] << 24) | left.h[i] >> 8;
        w[i + 8] = (i == 0 ? left.h[7] : right.h[i - 1]) << 24 | right.h[i] >> 8;
    }
    sha256Block(hash, w);
    UNCHAINED_UNROLL
    for (int i = 0; i < 16; ++i)
        w[i] = 0;
    w[0] = right.h[7] << 24 | 0x00800000U;
    w[15] = 65 * 8;
    sha256Block(hash, w);
    return hash;
}

} // namespace unchained::gpu::cuda
