// SPDX-License-Identifier: Apache-2.0
#include "cpu/weigh_steps.h"

#include <immintrin.h>

namespace unchained::gpu::weigh {

namespace {

struct Avx512 {
    using Floats = __m512;
    using Ints = __m512i;
    static constexpr std::size_t kFloats = 16;
    static constexpr std::size_t kLanesAtOnce = 4;
    static constexpr std::size_t kVectorsBeside = 4;

    static Floats load(const float* from, std::size_t count) {
        if (count >= 16) return _mm512_loadu_ps(from);
        const auto mask = static_cast<__mmask16>((1U << count) - 1U);
        return _mm512_maskz_loadu_ps(mask, from);
    }
    static Floats broadcast(const float* from) { return _mm512_set1_ps(*from); }
    static Floats multiply(Floats a, Floats b) { return _mm512_mul_ps(a, b); }
    static Ints round(Floats v) { return _mm512_cvtps_epi32(v); }
    static Ints all(int v) { return _mm512_set1_epi32(v); }
    static Ints add(Ints a, Ints b) { return _mm512_add_epi32(a, b); }
    static Ints subtract(Ints a, Ints b) { return _mm512_sub_epi32(a, b); }
    static Ints shiftLeft(Ints v, unsigned by) { return _mm512_slli_epi32(v, by); }
    static Ints shiftRight(Ints v, unsigned by) { return _mm512_srai_epi32(v, by); }
    static Ints narrow(Ints a, Ints b) {
        const Ints order = _mm512_setr_epi64(0, 2, 4, 6, 1, 3, 5, 7);
        return _mm512_permutexvar_epi64(order, _mm512_packs_epi32(a, b));
    }
    static Ints loadWords(const void* from) { return _mm512_loadu_si512(from); }
    static void storeWords(void* to, Ints v) { _mm512_storeu_si512(to, v); }
    static void storePairs(std::uint32_t* to, Ints even, Ints odd) {
        storeWords(to, _mm512_mask_blend_epi16(0xaaaaaaaaU, even, _mm512_slli_epi32(odd, 16)));
    }
    static Ints broadcastPair(const std::int16_t* from) {
        int pair = 0;
        __builtin_memcpy(&pair, from, sizeof pair);
        return _mm512_set1_epi32(pair);
    }
    static Ints addProducts(Ints sum, Ints a, Ints b) { return _mm512_dpwssd_epi32(sum, a, b); }
    static std::int64_t total(Ints v) {
        const Ints low = _mm512_cvtepi32_epi64(_mm512_castsi512_si256(v));
        return _mm512_reduce_add_epi64(_mm512_add_epi64(low, _mm512_cvtepi32_epi64(_mm512_extracti64x4_epi64(v, 1))));
    }
    static void addWide(std::int64_t* to, Ints v) {
        const Ints low = _mm512_cvtepi32_epi64(_mm512_castsi512_si256(v));
        const Ints high = _mm512_cvtepi32_epi64(_mm512_extracti64x4_epi64(v, 1));
        storeWords(to, _mm512_add_epi64(loadWords(to), low));
        storeWords(to + 8, _mm512_add_epi64(loadWords(to + 8), high));
    }
};

} // namespace

const Kernels& kernelsAvx512() {
    static const Kernels all{quantiseTerms<Avx512>, dots<Avx512>, quantiseLanes<Avx512>, beside<Avx512>,
                             kernelsAvx2().weighRow};
    return all;
}

} // namespace unchained::gpu::weigh
