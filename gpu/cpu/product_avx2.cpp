// SPDX-License-Identifier: Apache-2.0
#include "cpu/product_avx2.h"

#include <immintrin.h>

namespace unchained::gpu::avx2 {

namespace {

inline __m256i quantise8(const float* data, __m256 first, __m256 second) {
    return _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_mul_ps(_mm256_loadu_ps(data), first), second));
}

/// Eight 32-bit integers as eight 16-bit ones: four pairs of depth.
inline __m128i narrow(__m256i v) {
    return _mm_packs_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
}

/// Carries what stands above 16 bits of an accumulator to its high part.
inline __m256i carry(__m256i sum, __m256i* high) {
    _mm256_store_si256(high, _mm256_add_epi32(_mm256_load_si256(high), _mm256_srai_epi32(sum, 16)));
    return _mm256_and_si256(sum, _mm256_set1_epi32(0xffff));
}

inline void storeSums(__m256i high, __m256i low, double* out, bool add) {
    const __m256d unit = _mm256_set1_pd(65536.0);
    for (int half = 0; half < 2; ++half) {
        const __m128i h = half ? _mm256_extracti128_si256(high, 1) : _mm256_castsi256_si128(high);
        const __m128i l = half ? _mm256_extracti128_si256(low, 1) : _mm256_castsi256_si128(low);
        __m256d sum = _mm256_add_pd(_mm256_mul_pd(_mm256_cvtepi32_pd(h), unit), _mm256_cvtepi32_pd(l));
        if (add) sum = _mm256_add_pd(sum, _mm256_loadu_pd(out + 4 * half));
        _mm256_storeu_pd(out + 4 * half, sum);
    }
}

} // namespace

void packDenseDepth(const float* const lanes[4], std::size_t depth, const float* first4, const float* second4,
                    std::uint32_t* out, std::size_t pairStride) {
    for (std::size_t k = 0; k < depth; k += 8) {
        __m128i row[4];
        for (int l = 0; l < 4; ++l) {
            row[l] = narrow(quantise8(lanes[l] + k, _mm256_set1_ps(first4[l]), _mm256_set1_ps(second4[l])));
        }
        const __m128i t0 = _mm_unpacklo_epi32(row[0], row[1]);
        const __m128i t1 = _mm_unpacklo_epi32(row[2], row[3]);
        const __m128i t2 = _mm_unpackhi_epi32(row[0], row[1]);
        const __m128i t3 = _mm_unpackhi_epi32(row[2], row[3]);
        std::uint32_t* to = out + k / 2 * pairStride;
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm_unpacklo_epi64(t0, t1));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + pairStride), _mm_unpackhi_epi64(t0, t1));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 2 * pairStride), _mm_unpacklo_epi64(t2, t3));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 3 * pairStride), _mm_unpackhi_epi64(t2, t3));
    }
}

void packDenseLanes(const float* data, std::size_t depthStride, std::size_t pairs, const float* first16,
                    const float* second16, std::uint32_t* const out4[4], std::size_t pairStride) {
    for (int half = 0; half < 2; ++half) {
        const __m256 first = _mm256_loadu_ps(first16 + 8 * half);
        const __m256 second = _mm256_loadu_ps(second16 + 8 * half);
        const float* from = data + 8 * half;
        std::uint32_t* low = out4[2 * half];
        std::uint32_t* high = out4[2 * half + 1];
        for (std::size_t p = 0; p < pairs; ++p) {
            const __m256i even = quantise8(from, first, second);
            const __m256i odd = quantise8(from + depthStride, first, second);
            const __m256i word = _mm256_blend_epi16(even, _mm256_slli_epi32(odd, 16), 0xaa);
            _mm_storeu_si128(reinterpret_cast<__m128i*>(low + p * pairStride), _mm256_castsi256_si128(word));
            _mm_storeu_si128(reinterpret_cast<__m128i*>(high + p * pairStride), _mm256_extracti128_si256(word, 1));
            from += 2 * depthStride;
        }
    }
}

std::uint32_t largestNorm(const std::uint32_t* words, std::size_t pairStride, std::size_t pairs) {
    __m128i sum = _mm_setzero_si128();
    for (std::size_t p = 0; p < pairs; ++p) {
        const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(words + p * pairStride));
        sum = _mm_add_epi32(sum, _mm_madd_epi16(four, four));
    }
    const __m128i two = _mm_max_epu32(sum, _mm_unpackhi_epi64(sum, sum));
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_max_epu32(two, _mm_shuffle_epi32(two, 1))));
}

void multiplyTile(const std::uint32_t* a, const std::uint32_t* b, std::size_t pairs, std::size_t run, double* sums,
                  bool add) {
    alignas(32) __m256i high[8];
    for (__m256i& h : high)
        h = _mm256_setzero_si256();
    __m256i c00 = _mm256_setzero_si256(), c01 = c00, c10 = c00, c11 = c00, c20 = c00, c21 = c00, c30 = c00, c31 = c00;
    while (pairs > 0) {
        const std::size_t now = pairs < run ? pairs : run;
        pairs -= now;
#pragma GCC unroll 2
        for (std::size_t p = 0; p < now; ++p) {
            const __m256i b0 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b));
            const __m256i b1 = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + 8));
            const __m256i a0 = _mm256_set1_epi32(static_cast<int>(a[0]));
            c00 = _mm256_add_epi32(c00, _mm256_madd_epi16(a0, b0));
            c01 = _mm256_add_epi32(c01, _mm256_madd_epi16(a0, b1));
            const __m256i a1 = _mm256_set1_epi32(static_cast<int>(a[1]));
            c10 = _mm256_add_epi32(c10, _mm256_madd_epi16(a1, b0));
            c11 = _mm256_add_epi32(c11, _mm256_madd_epi16(a1, b1));
            const __m256i a2 = _mm256_set1_epi32(static_cast<int>(a[2]));
            c20 = _mm256_add_epi32(c20, _mm256_madd_epi16(a2, b0));
            c21 = _mm256_add_epi32(c21, _mm256_madd_epi16(a2, b1));
            const __m256i a3 = _mm256_set1_epi32(static_cast<int>(a[3]));
            c30 = _mm256_add_epi32(c30, _mm256_madd_epi16(a3, b0));
            c31 = _mm256_add_epi32(c31, _mm256_madd_epi16(a3, b1));
            a += kRows;
            b += kColumns;
        }
        c00 = carry(c00, high), c01 = carry(c01, high + 1), c10 = carry(c10, high + 2), c11 = carry(c11, high + 3);
        c20 = carry(c20, high + 4), c21 = carry(c21, high + 5), c30 = carry(c30, high + 6), c31 = carry(c31, high + 7);
    }
    storeSums(high[0], c00, sums, add), storeSums(high[1], c01, sums + 8, add);
    storeSums(high[2], c10, sums + 16, add), storeSums(high[3], c11, sums + 24, add);
    storeSums(high[4], c20, sums + 32, add), storeSums(high[5], c21, sums + 40, add);
    storeSums(high[6], c30, sums + 48, add), storeSums(high[7], c31, sums + 56, add);
}

std::int32_t foldRow(const float* row, std::size_t columns, std::int32_t* columnMax) {
    const __m256i magnitude = _mm256_set1_epi32(0x7fffffff);
    __m256i most = _mm256_setzero_si256();
    std::size_t j = 0;
    for (; j + 8 <= columns; j += 8) {
        const __m256i bits = _mm256_and_si256(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(row + j)), magnitude);
        most = _mm256_max_epi32(most, bits);
        if (!columnMax) continue;
        auto* at = reinterpret_cast<__m256i*>(columnMax + j);
        _mm256_storeu_si256(at, _mm256_max_epi32(_mm256_loadu_si256(at), bits));
    }
    alignas(32) std::int32_t lane[8];
    _mm256_store_si256(reinterpret_cast<__m256i*>(lane), most);
    std::int32_t rowMax = 0;
    for (const std::int32_t bits : lane)
        rowMax = rowMax > bits ? rowMax : bits;
    for (; j < columns; ++j) {
        const std::int32_t bits = _mm_cvtsi128_si32(_mm_castps_si128(_mm_load_ss(row + j))) & 0x7fffffff;
        if (columnMax && columnMax[j] < bits) columnMax[j] = bits;
        rowMax = rowMax > bits ? rowMax : bits;
    }
    return rowMax;
}

bool finishRow(const double* sums, std::size_t columns, double rowFactor, const double* columnFactors,
               const float* bias, float* out) {
    const __m256d row = _mm256_set1_pd(rowFactor);
    const __m128i infinity = _mm_set1_epi32(0x7f800000);
    __m128i bad = _mm_setzero_si128();
    std::size_t j = 0;
    for (; j + 4 <= columns; j += 4) {
        const __m256d rounded = _mm256_cvtps_pd(_mm256_cvtpd_ps(_mm256_loadu_pd(sums + j)));
        __m128 value = _mm256_cvtpd_ps(_mm256_mul_pd(_mm256_mul_pd(rounded, row), _mm256_loadu_pd(columnFactors + j)));
        bad = _mm_or_si128(bad, _mm_cmpeq_epi32(_mm_and_si128(_mm_castps_si128(value), infinity), infinity));
        if (bias) value = _mm_add_ps(value, _mm_loadu_ps(bias + j));
        _mm_storeu_ps(out + j, value);
    }
    bool finite = _mm_testz_si128(bad, bad) != 0;
    for (; j < columns; ++j) {
        const float value =
            static_cast<float>(static_cast<double>(static_cast<float>(sums[j])) * rowFactor * columnFactors[j]);
        if (value - value != 0) finite = false;
        out[j] = bias ? value + bias[j] : value;
    }
    return finite;
}

} // namespace unchained::gpu::avx2
