// SPDX-License-Identifier: Apache-2.0
#include "cpu/weigh_steps.h"

#include <immintrin.h>

namespace unchained::gpu::weigh {

namespace {

struct Avx2 {
    using Floats = __m256;
    using Ints = __m256i;
    static constexpr std::size_t kFloats = 8;
    static constexpr std::size_t kLanesAtOnce = 2;
    static constexpr std::size_t kVectorsBeside = 2;

    static Ints firstOf(std::size_t count) {
        const Ints places = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
        return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count < 8 ? count : 8)), places);
    }
    static Floats load(const float* from, std::size_t count) {
        return count >= 8 ? _mm256_loadu_ps(from) : _mm256_maskload_ps(from, firstOf(count));
    }
    static Floats broadcast(const float* from) { return _mm256_broadcast_ss(from); }
    static Floats multiply(Floats a, Floats b) { return _mm256_mul_ps(a, b); }
    static Ints round(Floats v) { return _mm256_cvtps_epi32(v); }
    static Ints all(int v) { return _mm256_set1_epi32(v); }
    static Ints add(Ints a, Ints b) { return _mm256_add_epi32(a, b); }
    static Ints subtract(Ints a, Ints b) { return _mm256_sub_epi32(a, b); }
    static Ints shiftLeft(Ints v, int by) { return _mm256_slli_epi32(v, by); }
    static Ints shiftRight(Ints v, int by) { return _mm256_srai_epi32(v, by); }
    static Ints narrow(Ints a, Ints b) { return _mm256_permute4x64_epi64(_mm256_packs_epi32(a, b), 0xd8); }
    static Ints loadWords(const void* from) { return _mm256_loadu_si256(static_cast<const Ints*>(from)); }
    static void storeWords(void* to, Ints v) { _mm256_storeu_si256(static_cast<Ints*>(to), v); }
    static void storePairs(std::uint32_t* to, Ints even, Ints odd) {
        storeWords(to, _mm256_blend_epi16(even, _mm256_slli_epi32(odd, 16), 0xaa));
    }
    static Ints broadcastPair(const std::int16_t* from) {
        int pair = 0;
        __builtin_memcpy(&pair, from, sizeof pair);
        return _mm256_set1_epi32(pair);
    }
    static Ints addProducts(Ints sum, Ints a, Ints b) { return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b)); }
    static std::int64_t total(Ints v) {
        const Ints low = _mm256_cvtepi32_epi64(_mm256_castsi256_si128(v));
        const Ints four = _mm256_add_epi64(low, _mm256_cvtepi32_epi64(_mm256_extracti128_si256(v, 1)));
        const __m128i two = _mm_add_epi64(_mm256_castsi256_si128(four), _mm256_extracti128_si256(four, 1));
        return _mm_cvtsi128_si64(two) + _mm_extract_epi64(two, 1);
    }
    static void addWide(std::int64_t* to, Ints v) {
        const Ints low = _mm256_cvtepi32_epi64(_mm256_castsi256_si128(v));
        const Ints high = _mm256_cvtepi32_epi64(_mm256_extracti128_si256(v, 1));
        storeWords(to, _mm256_add_epi64(loadWords(to), low));
        storeWords(to + 4, _mm256_add_epi64(loadWords(to + 4), high));
    }
};

/// Sums of 64 bits in halves.
struct Halves {
    __m256i low = _mm256_setzero_si256();
    __m256i high = _mm256_setzero_si256();

    /// @param sign  0, or all ones where v has a sign: AVX2 cannot shift it down by itself
    void add(__m256i v, __m256i sign) {
        low = _mm256_add_epi64(low, _mm256_and_si256(v, _mm256_set1_epi64x(0xffffffff)));
        const __m256i negative =
            _mm256_slli_epi64(_mm256_and_si256(_mm256_cmpgt_epi64(_mm256_setzero_si256(), v), sign), 32);
        high = _mm256_add_epi64(high, _mm256_or_si256(_mm256_srli_epi64(v, 32), negative));
    }
    void addTo(std::int64_t* total) const {
        alignas(32) std::int64_t parts[8];
        _mm256_store_si256(reinterpret_cast<__m256i*>(parts), low);
        _mm256_store_si256(reinterpret_cast<__m256i*>(parts + 4), high);
        total[0] += parts[0] + parts[1] + parts[2] + parts[3];
        total[1] += parts[4] + parts[5] + parts[6] + parts[7];
    }
};

inline __m256i weightsOf(const std::uint32_t* from) {
    return _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}

/// The lower half of an integer times a weight is below 2^62 and the upper below 2^61: four of each can be added.
void weighRow(const std::int64_t* sums, std::size_t count, const RowWeights& weights, std::int64_t* total) {
    Halves lower[2], upper[2];
    const __m256i none = _mm256_setzero_si256();
    const __m256i sign = _mm256_set1_epi64x(-1);
    std::size_t j = 0;
    while (j + 4 <= count) {
        __m256i low0 = none, high0 = none, low1 = none, high1 = none;
        for (int times = 0; times < 4 && j + 4 <= count; ++times, j += 4) {
            const __m256i c = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums + j));
            const __m256i top = _mm256_srli_epi64(c, 32); // its lower half, with a sign
            const __m256i first = weightsOf(weights.first + j);
            const __m256i second = weightsOf(weights.second + j);
            low0 = _mm256_add_epi64(low0, _mm256_mul_epu32(c, first));
            low1 = _mm256_add_epi64(low1, _mm256_mul_epu32(c, second));
            high0 = _mm256_add_epi64(high0, _mm256_mul_epi32(top, first));
            high1 = _mm256_add_epi64(high1, _mm256_mul_epi32(top, second));
        }
        lower[0].add(low0, none), upper[0].add(high0, sign), lower[1].add(low1, none), upper[1].add(high1, sign);
    }
    for (int v = 0; v < 2; ++v) {
        lower[v].addTo(total + 4 * v);
        upper[v].addTo(total + 4 * v + 2);
    }
    if (j < count) kernelsPlain().weighRow(sums + j, count - j, {weights.first + j, weights.second + j}, total);
}

} // namespace

const Kernels& kernelsAvx2() {
    static constexpr Kernels all{quantiseTerms<Avx2>, dots<Avx2>, quantiseLanes<Avx2>, beside<Avx2>, weighRow};
    return all;
}

} // namespace unchained::gpu::weigh
