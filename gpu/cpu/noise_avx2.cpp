// SPDX-License-Identifier: Apache-2.0
#include "cpu/noise_blocks.h"

#include <immintrin.h>

namespace unchained::gpu::noise {

namespace {

constexpr std::size_t kShortRun = 64; ///< elements of 8 blocks

struct Products8 {
    __m256i low, high;
};

inline Products8 multiply8(__m256i a, __m256i by) {
    const __m256i even = _mm256_mul_epu32(a, by);
    const __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64(a, 32), by);
    return {_mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xaa),
            _mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xaa)};
}

inline __m256i xor3(__m256i a, __m256i b, std::uint32_t key) {
    return _mm256_xor_si256(_mm256_xor_si256(a, b), _mm256_set1_epi32(static_cast<int>(key)));
}

/// The eight uniforms of a block on their way to memory.
inline void addEight(float* out, const float* clean, __m128i uniforms, __m256 unit) {
    const __m256i u = _mm256_cvtepu16_epi32(uniforms);
    const __m256i z = _mm256_sub_epi32(_mm256_add_epi32(u, u), _mm256_set1_epi32(65535));
    _mm256_storeu_ps(out, _mm256_add_ps(_mm256_loadu_ps(clean), _mm256_mul_ps(_mm256_cvtepi32_ps(z), unit)));
}

inline void addBlocks8(float* out, const float* clean, std::uint64_t block, const Stream& stream) {
    // Lane 4j + t makes block 2t + j, so that the words of two blocks that follow each other come together below.
    const __m256i order = _mm256_setr_epi32(0, 2, 4, 6, 1, 3, 5, 7);
    const __m256i by0 = _mm256_set1_epi32(static_cast<int>(kMultipliers[0]));
    const __m256i by1 = _mm256_set1_epi32(static_cast<int>(kMultipliers[1]));
    __m256i c0 = _mm256_add_epi32(_mm256_set1_epi32(static_cast<int>(block)), order);
    __m256i c1 = _mm256_set1_epi32(static_cast<int>(block >> 32));
    __m256i c2 = _mm256_set1_epi32(static_cast<int>(stream.counterHigh[0]));
    __m256i c3 = _mm256_set1_epi32(static_cast<int>(stream.counterHigh[1]));
    for (const auto& key : stream.keys) {
        const Products8 p0 = multiply8(c0, by0);
        const Products8 p1 = multiply8(c2, by1);
        c0 = xor3(p1.high, c1, key[0]);
        c1 = p1.low;
        c2 = xor3(p0.high, c3, key[1]);
        c3 = p0.low;
    }
    const __m256i t0 = _mm256_unpacklo_epi32(c0, c1);
    const __m256i t1 = _mm256_unpacklo_epi32(c2, c3);
    const __m256i t2 = _mm256_unpackhi_epi32(c0, c1);
    const __m256i t3 = _mm256_unpackhi_epi32(c2, c3);
    const __m256i two[4] = {_mm256_unpacklo_epi64(t0, t1), _mm256_unpackhi_epi64(t0, t1), _mm256_unpacklo_epi64(t2, t3),
                            _mm256_unpackhi_epi64(t2, t3)};
    const __m256 unit = _mm256_set1_ps(stream.unit);
    for (int t = 0; t < 4; ++t) {
        addEight(out + 16 * t, clean + 16 * t, _mm256_castsi256_si128(two[t]), unit);
        addEight(out + 16 * t + 8, clean + 16 * t + 8, _mm256_extracti128_si256(two[t], 1), unit);
    }
}

} // namespace

std::size_t addBlocksAvx2(float* out, const float* clean, std::size_t elements, std::uint64_t block,
                          const Stream& stream) {
    std::size_t done = 0;
    for (; done + kShortRun <= elements; done += kShortRun)
        addBlocks8(out + done, clean + done, block + done / 8, stream);
    return done;
}

} // namespace unchained::gpu::noise
