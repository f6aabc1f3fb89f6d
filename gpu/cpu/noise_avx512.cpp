// SPDX-License-Identifier: Apache-2.0
#include "cpu/noise_blocks.h"

#include <immintrin.h>

namespace unchained::gpu::noise {

namespace {

constexpr std::size_t kRun = 128; ///< elements of 16 blocks

struct Products16 {
    __m512i low, high;
};

inline Products16 multiply16(__m512i a, __m512i by) {
    const __m512i even = _mm512_mul_epu32(a, by);
    const __m512i odd = _mm512_mul_epu32(_mm512_srli_epi64(a, 32), by);
    return {_mm512_mask_shuffle_epi32(even, 0xaaaa, odd, _MM_PERM_CCAA),
            _mm512_mask_shuffle_epi32(odd, 0x5555, even, _MM_PERM_DDBB)};
}

inline __m512i xor3(__m512i a, __m512i b, std::uint32_t key) {
    return _mm512_ternarylogic_epi32(a, b, _mm512_set1_epi32(static_cast<int>(key)), 0x96);
}

/// Sixteen uniforms of 16 bits on their way to memory.
inline void addSixteen(float* out, const float* clean, __m256i uniforms, __m512 unit) {
    const __m512i u = _mm512_cvtepu16_epi32(uniforms);
    const __m512i z = _mm512_sub_epi32(_mm512_add_epi32(u, u), _mm512_set1_epi32(65535));
    _mm512_storeu_ps(out, _mm512_add_ps(_mm512_loadu_ps(clean), _mm512_mul_ps(_mm512_cvtepi32_ps(z), unit)));
}

inline void addBlocks16(float* out, const float* clean, std::uint64_t block, const Stream& stream) {
    // Lane 4j + t makes block 4t + j, so that the words of four blocks that follow each other come together below.
    const __m512i order = _mm512_setr_epi32(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
    const __m512i by0 = _mm512_set1_epi32(static_cast<int>(kMultipliers[0]));
    const __m512i by1 = _mm512_set1_epi32(static_cast<int>(kMultipliers[1]));
    __m512i c0 = _mm512_add_epi32(_mm512_set1_epi32(static_cast<int>(block)), order);
    __m512i c1 = _mm512_set1_epi32(static_cast<int>(block >> 32));
    __m512i c2 = _mm512_set1_epi32(static_cast<int>(stream.counterHigh[0]));
    __m512i c3 = _mm512_set1_epi32(static_cast<int>(stream.counterHigh[1]));
    for (const auto& key : stream.keys) {
        const Products16 p0 = multiply16(c0, by0);
        const Products16 p1 = multiply16(c2, by1);
        c0 = xor3(p1.high, c1, key[0]);
        c1 = p1.low;
        c2 = xor3(p0.high, c3, key[1]);
        c3 = p0.low;
    }
    const __m512i t0 = _mm512_unpacklo_epi32(c0, c1);
    const __m512i t1 = _mm512_unpacklo_epi32(c2, c3);
    const __m512i t2 = _mm512_unpackhi_epi32(c0, c1);
    const __m512i t3 = _mm512_unpackhi_epi32(c2, c3);
    const __m512i four[4] = {_mm512_unpacklo_epi64(t0, t1), _mm512_unpackhi_epi64(t0, t1),
                             _mm512_unpacklo_epi64(t2, t3), _mm512_unpackhi_epi64(t2, t3)};
    const __m512 unit = _mm512_set1_ps(stream.unit);
    for (int t = 0; t < 4; ++t) {
        addSixteen(out + 32 * t, clean + 32 * t, _mm512_castsi512_si256(four[t]), unit);
        addSixteen(out + 32 * t + 16, clean + 32 * t + 16, _mm512_extracti64x4_epi64(four[t], 1), unit);
    }
}

} // namespace

std::size_t addBlocksAvx512(float* out, const float* clean, std::size_t elements, std::uint64_t block,
                            const Stream& stream) {
    std::size_t done = 0;
    for (; done + kRun <= elements; done += kRun)
        addBlocks16(out + done, clean + done, block + done / 8, stream);
    return done;
}

} // namespace unchained::gpu::noise
