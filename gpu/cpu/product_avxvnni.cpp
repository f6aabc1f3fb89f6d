// SPDX-License-Identifier: Apache-2.0
#include "cpu/product_vnni.h"

#include <immintrin.h>

namespace unchained::gpu::vnni {

namespace {

/// As in product_vnni.cpp, of half the width: words of 16 bits, and bytes 0 and 2 of a group or 1 and 3 in a vector.
struct HalfPlanes {
    __m256i plane[kPlanesMax];
};

constexpr std::size_t halfPlanesOf(unsigned bits) {
    return bits == 8 ? 1 : bits == 16 ? 2 : 6;
}

/// Values of 8, 14 (what 21 bits leave below their top digit) and 16 bits.
template <unsigned bits>
inline HalfPlanes cutHalfWords(__m256i q) {
    HalfPlanes out;
    if constexpr (bits == 8) {
        out.plane[0] = q;
    } else if constexpr (bits == 14) {
        out.plane[0] = _mm256_srai_epi16(_mm256_add_epi16(q, _mm256_set1_epi16(64)), 7);
        out.plane[1] = _mm256_sub_epi16(q, _mm256_slli_epi16(out.plane[0], 7));
        out.plane[2] = _mm256_add_epi16(out.plane[0], out.plane[1]);
    } else {
        out.plane[0] = _mm256_srai_epi16(_mm256_add_epi16(q, _mm256_set1_epi16(128)), 8);
        out.plane[1] = _mm256_sub_epi16(q, _mm256_slli_epi16(out.plane[0], 8));
    }
    return out;
}

/// Planes of 21 bits from the top digit and the rest.
inline HalfPlanes cutHalfTopAndRest(__m256i top, __m256i rest) {
    HalfPlanes out;
    const HalfPlanes low = cutHalfWords<14>(rest);
    out.plane[0] = top;
    out.plane[1] = low.plane[0];
    out.plane[2] = low.plane[1];
    out.plane[3] = _mm256_add_epi16(top, low.plane[0]);
    out.plane[4] = low.plane[2];
    out.plane[5] = _mm256_add_epi16(top, low.plane[1]);
    return out;
}

/// Takes the top digits of 21 bits out of four vectors.
inline void splitTops(__m256i q[4], __m256i top[4]) {
    for (int i = 0; i < 4; ++i) {
        top[i] = _mm256_srai_epi32(_mm256_add_epi32(q[i], _mm256_set1_epi32(64 * 128 + 64)), 14);
        q[i] = _mm256_sub_epi32(q[i], _mm256_slli_epi32(top[i], 14));
    }
}

/// All ones in the first `count` of eight.
inline __m256i firstOfEight(std::size_t count) {
    const __m256i index = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count < 8 ? count : 8)), index);
}

inline __m256i quantise8(__m256i mask, const float* data, __m256 first, __m256 second) {
    return _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_mul_ps(_mm256_maskload_ps(data, mask), first), second));
}

inline __m256i pairHalfWords(__m256i low, __m256i high) {
    return _mm256_blend_epi16(low, _mm256_slli_epi32(high, 16), 0xaa);
}

inline __m256i joinHalfBytes(__m256i even, __m256i odd, __m256i offset) {
    const __m256i high = _mm256_set1_epi16(-256);
    return _mm256_xor_si256(_mm256_blendv_epi8(even, _mm256_slli_epi16(odd, 8), high), offset);
}

/// Up to eight lanes that stand beside each other.
template <unsigned bits>
void packEightLanes(const float* data, std::size_t depthStride, std::size_t depth, __m256i in, __m256i out,
                    const float* first8, const float* second8, const PackTarget& to) {
    const __m256 first = _mm256_loadu_ps(first8);
    const __m256 second = _mm256_loadu_ps(second8);
    const __m256i offset = _mm256_set1_epi8(to.plus128 ? -128 : 0);
    std::uint32_t* target = to.out;
    for (std::size_t k = 0; k < depth; k += 4, target += to.width) {
        __m256i q[4];
        for (std::size_t i = 0; i < 4; ++i) {
            const bool there = k + i < depth;
            const float* from = data + (there ? k + i : k) * depthStride;
            q[i] = quantise8(there ? in : _mm256_setzero_si256(), from, first, second);
        }
        HalfPlanes even;
        HalfPlanes odd;
        if constexpr (bits == 21) {
            __m256i top[4];
            splitTops(q, top);
            even = cutHalfTopAndRest(pairHalfWords(top[0], top[2]), pairHalfWords(q[0], q[2]));
            odd = cutHalfTopAndRest(pairHalfWords(top[1], top[3]), pairHalfWords(q[1], q[3]));
        } else {
            even = cutHalfWords<bits>(pairHalfWords(q[0], q[2]));
            odd = cutHalfWords<bits>(pairHalfWords(q[1], q[3]));
        }
        for (std::size_t p = 0; p < halfPlanesOf(bits); ++p) {
            _mm256_maskstore_epi32(reinterpret_cast<int*>(target + p * to.planeStride), out,
                                   joinHalfBytes(even.plane[p], odd.plane[p], offset));
        }
    }
}

void packLanes256(const float* data, std::size_t depthStride, std::size_t depth, std::size_t lanes,
                  std::size_t lanesOut, const float first16[16], const float second16[16], const PackTarget& to) {
    const auto pack = to.bits == 8 ? packEightLanes<8> : to.bits == 16 ? packEightLanes<16> : packEightLanes<21>;
    for (std::size_t begin = 0; begin < lanesOut; begin += 8) {
        PackTarget part = to;
        part.out += begin;
        const std::size_t there = lanes > begin ? lanes - begin : 0;
        pack(there > 0 ? data + begin : data, depthStride, depth, firstOfEight(there), firstOfEight(lanesOut - begin),
             first16 + begin, second16 + begin, part);
    }
}

/// Planes of 32 neighbours of the depth; in the 128-bit part L of a plane stand the groups L, L+2, L+4, L+6.
template <unsigned bits>
inline HalfPlanes cutHalfDepth(const float* lane, std::size_t depth, __m256 first, __m256 second) {
    __m256i q[4];
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t there = depth > 8 * i ? depth - 8 * i : 0;
        q[i] = quantise8(firstOfEight(there), lane + (there > 0 ? 8 * i : 0), first, second);
    }
    HalfPlanes low;
    HalfPlanes high;
    if constexpr (bits == 21) {
        __m256i top[4];
        splitTops(q, top);
        low = cutHalfTopAndRest(_mm256_packs_epi32(top[0], top[1]), _mm256_packs_epi32(q[0], q[1]));
        high = cutHalfTopAndRest(_mm256_packs_epi32(top[2], top[3]), _mm256_packs_epi32(q[2], q[3]));
    } else {
        low = cutHalfWords<bits>(_mm256_packs_epi32(q[0], q[1]));
        high = cutHalfWords<bits>(_mm256_packs_epi32(q[2], q[3]));
    }
    HalfPlanes out;
    for (std::size_t p = 0; p < halfPlanesOf(bits); ++p)
        out.plane[p] = _mm256_packs_epi16(low.plane[p], high.plane[p]);
    return out;
}

/// Stores the words of four lanes: group L + 2·i of all four goes to out + (L + 2·i)·width.
inline void storeFourHalfLanes(const __m256i lane[4], std::uint32_t* out, std::size_t width, std::size_t groups) {
    const __m256i t0 = _mm256_unpacklo_epi32(lane[0], lane[1]);
    const __m256i t1 = _mm256_unpacklo_epi32(lane[2], lane[3]);
    const __m256i t2 = _mm256_unpackhi_epi32(lane[0], lane[1]);
    const __m256i t3 = _mm256_unpackhi_epi32(lane[2], lane[3]);
    const __m256i four[4] = {_mm256_unpacklo_epi64(t0, t1), _mm256_unpackhi_epi64(t0, t1),
                             _mm256_unpacklo_epi64(t2, t3), _mm256_unpackhi_epi64(t2, t3)};
    for (std::size_t i = 0; i < 4; ++i) {
        auto* at = reinterpret_cast<__m128i*>(out + 2 * i * width);
        if (2 * i < groups) _mm_storeu_si128(at, _mm256_castsi256_si128(four[i]));
        at = reinterpret_cast<__m128i*>(out + (2 * i + 1) * width);
        if (2 * i + 1 < groups) _mm_storeu_si128(at, _mm256_extracti128_si256(four[i], 1));
    }
}

template <unsigned bits>
void packHalfDepth(const float* const lanes[4], std::size_t depth, const float first4[4], const float second4[4],
                   const PackTarget& to) {
    const __m256i offset = _mm256_set1_epi8(to.plus128 ? -128 : 0);
    for (std::size_t k = 0; k < depth; k += 32) {
        const std::size_t left = depth - k;
        HalfPlanes lane[4];
        for (std::size_t l = 0; l < 4; ++l) {
            const float zero = 0;
            lane[l] = cutHalfDepth<bits>(lanes[l] ? lanes[l] + k : &zero, lanes[l] ? left : 0,
                                         _mm256_set1_ps(first4[l]), _mm256_set1_ps(second4[l]));
        }
        for (std::size_t p = 0; p < halfPlanesOf(bits); ++p) {
            const __m256i four[4] = {
                _mm256_xor_si256(lane[0].plane[p], offset), _mm256_xor_si256(lane[1].plane[p], offset),
                _mm256_xor_si256(lane[2].plane[p], offset), _mm256_xor_si256(lane[3].plane[p], offset)};
            storeFourHalfLanes(four, to.out + k / 4 * to.width + p * to.planeStride, to.width, (left + 3) / 4);
        }
    }
}

void packDepth256(const float* const lanes[4], std::size_t depth, const float first4[4], const float second4[4],
                  const PackTarget& to) {
    const auto pack = to.bits == 8 ? packHalfDepth<8> : to.bits == 16 ? packHalfDepth<16> : packHalfDepth<21>;
    pack(lanes, depth, first4, second4, to);
}

void startOfRows256(const std::uint32_t* panel, std::size_t groups, std::int32_t start[kRows]) {
    const __m256i ones = _mm256_set1_epi8(1);
    __m256i sum = _mm256_setzero_si256();
    __m128i rest = _mm_setzero_si128();
    for (std::size_t g = 0; g < groups; ++g) {
        const std::uint32_t* at = panel + g * kRows;
        sum = _mm256_dpbusd_avx_epi32(sum, ones, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)));
        rest = _mm_dpbusd_avx_epi32(rest, _mm256_castsi256_si128(ones),
                                    _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + 8)));
    }
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(start),
                        _mm256_slli_epi32(_mm256_sub_epi32(_mm256_setzero_si256(), sum), 7));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(start + 8),
                     _mm_slli_epi32(_mm_sub_epi32(_mm_setzero_si128(), rest), 7));
}

constexpr std::size_t kQuarterRows = 6; ///< a quarter of a tile, 6×16, is what sixteen registers hold

inline void multiplyQuarter(const std::uint32_t* a, const std::uint32_t* b, std::size_t groups,
                            const std::int32_t* start, std::int32_t* sums, bool add) {
    __m256i acc[kQuarterRows][2];
#pragma GCC unroll 6
    for (std::size_t r = 0; r < kQuarterRows; ++r) {
        for (std::size_t h = 0; h < 2; ++h) {
            acc[r][h] = _mm256_set1_epi32(start[r]);
            const auto* before = reinterpret_cast<const __m256i*>(sums + r * kColumns + 8 * h);
            if (add) acc[r][h] = _mm256_add_epi32(acc[r][h], _mm256_load_si256(before));
        }
    }
    for (std::size_t g = 0; g < groups; ++g) {
        const __m256i column0 = _mm256_load_si256(reinterpret_cast<const __m256i*>(b));
        const __m256i column1 = _mm256_load_si256(reinterpret_cast<const __m256i*>(b + 8));
#pragma GCC unroll 6
        for (std::size_t r = 0; r < kQuarterRows; ++r) {
            const __m256i row = _mm256_set1_epi32(static_cast<int>(a[r]));
            acc[r][0] = _mm256_dpbusd_avx_epi32(acc[r][0], column0, row);
            acc[r][1] = _mm256_dpbusd_avx_epi32(acc[r][1], column1, row);
        }
        a += kRows;
        b += kColumns;
    }
#pragma GCC unroll 6
    for (std::size_t r = 0; r < kQuarterRows; ++r) {
        for (std::size_t h = 0; h < 2; ++h)
            _mm256_store_si256(reinterpret_cast<__m256i*>(sums + r * kColumns + 8 * h), acc[r][h]);
    }
}

void multiplyTile256(const std::uint32_t* a, const std::uint32_t* nextA, const std::uint32_t* b, std::size_t groups,
                     const TileSize& size, const std::int32_t start[kRows], std::int32_t* sums, bool add) {
    for (std::size_t g = 0; g < groups; ++g)
        _mm_prefetch(nextA + g * kRows, _MM_HINT_T1);
    for (std::size_t c = 0; c < size.columns; c += 16) {
        for (std::size_t r = 0; r < kRows; r += kQuarterRows)
            multiplyQuarter(a + r, b + c, groups, start + r, sums + r * kColumns + c, add);
    }
}

/// sum·2^shift + v, exact below 2^53.
inline __m256d appendExact(__m256d sum, double factor, __m128i v) {
    return _mm256_add_pd(_mm256_mul_pd(sum, _mm256_set1_pd(factor)), _mm256_cvtepi32_pd(v));
}

/// Four sums from those of their digits, as the head of product_vnni.h says. One part of the depth has at most 4032
/// products of 2^40, which binary64 holds.
inline __m256d joinFour(const std::int32_t* at, unsigned bits) {
    __m128i p[kPlanesMax];
    const std::size_t products = bits == 16 ? 3 : halfPlanesOf(bits);
    for (std::size_t i = 0; i < products; ++i)
        p[i] = _mm_load_si128(reinterpret_cast<const __m128i*>(at + i * kTile));
    const __m256d first = _mm256_cvtepi32_pd(p[0]);
    if (bits == 8) return first;
    if (bits == 16) return appendExact(appendExact(first, 256, p[1]), 256, p[2]);
    const __m128i cross21 = _mm_sub_epi32(p[3], _mm_add_epi32(p[0], p[1]));
    const __m128i cross10 = _mm_sub_epi32(p[4], _mm_add_epi32(p[1], p[2]));
    const __m128i cross20 = _mm_sub_epi32(_mm_add_epi32(p[5], p[1]), _mm_add_epi32(p[0], p[2]));
    const __m256d upper = appendExact(appendExact(first, 128, cross21), 128, cross20);
    return appendExact(appendExact(upper, 128, cross10), 128, p[2]);
}

/// Powers of two with these exponents.
inline __m256d powersOf(__m128 exponents) {
    const __m256i exponent = _mm256_cvtepi32_epi64(_mm_cvtps_epi32(exponents));
    return _mm256_castsi256_pd(_mm256_slli_epi64(_mm256_add_epi64(exponent, _mm256_set1_epi64x(1023)), 52));
}

/// Four sums of all parts rounded to binary32; those whose integers are wanted go to `exact`, `count` of them.
inline __m128 roundFour(__m256d part, const TileCarry& carry, std::size_t at, std::int64_t* exact, std::size_t count) {
    if (!carry.sums && !exact) return _mm256_cvtpd_ps(part);
    alignas(32) double parts[4];
    alignas(16) float rounded[4];
    _mm256_store_pd(parts, part);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::int64_t sum = (carry.add ? carry.sums[at + i] : 0) + static_cast<std::int64_t>(parts[i]);
        if (carry.sums) carry.sums[at + i] = sum;
        if (exact && carry.last && i < count) exact[i] = sum;
        rounded[i] = static_cast<float>(sum);
    }
    return _mm_load_ps(rounded);
}

template <unsigned bits>
bool finishHalf(const std::int32_t* sums, const TileCarry& carry, const TileTarget& to) {
    const __m128i infinity = _mm_set1_epi32(0x7f800000);
    __m128i bad = _mm_setzero_si128();
    for (std::size_t c = 0; c < to.columns; c += 4) {
        const __m128i mask = _mm256_castsi256_si128(firstOfEight(to.columns - c));
        const __m256d columnFactor = powersOf(_mm_loadu_ps(to.columnExponents + c));
        const __m128 bias = to.bias ? _mm_maskload_ps(to.bias + c, mask) : _mm_setzero_ps();
        for (std::size_t r = 0; r < to.rows; ++r) {
            const std::size_t at = r * kColumns + c;
            const __m128 sum = roundFour(joinFour(sums + at, bits), carry, at,
                                         to.sums ? to.sums + r * to.sumStride + c : nullptr, to.columns - c);
            if (!carry.last) continue;
            const __m256d scaled = _mm256_mul_pd(_mm256_cvtps_pd(sum), powersOf(_mm_set1_ps(to.rowExponents[r])));
            __m128 value = _mm256_cvtpd_ps(_mm256_mul_pd(scaled, columnFactor));
            const __m128i same = _mm_cmpeq_epi32(_mm_and_si128(_mm_castps_si128(value), infinity), infinity);
            bad = _mm_or_si128(bad, _mm_and_si128(same, mask));
            if (to.bias) value = _mm_add_ps(value, bias);
            _mm_maskstore_ps(to.out + r * to.outStride + c, mask, value);
        }
    }
    return _mm_testz_si128(bad, bad) != 0;
}

bool finishTile256(const std::int32_t* sums, unsigned bits, const TileCarry& carry, const TileTarget& to) {
    switch (bits) {
    case 8:
        return finishHalf<8>(sums, carry, to);
    case 16:
        return finishHalf<16>(sums, carry, to);
    default:
        return finishHalf<21>(sums, carry, to);
    }
}

} // namespace

const Kernels& kernels256() {
    static constexpr Kernels all{packDepth256, packLanes256, startOfRows256, multiplyTile256, finishTile256, false};
    return all;
}

} // namespace unchained::gpu::vnni
