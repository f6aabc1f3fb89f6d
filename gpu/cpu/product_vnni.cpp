// SPDX-License-Identifier: Apache-2.0
#include "cpu/product_vnni.h"

#include <immintrin.h>

namespace unchained::gpu::vnni {

namespace {

/// Sixteen quantised values of 32 bits become digits in words of 16 bits, two values of the depth to a word of 32. What
/// is packed are two such vectors: bytes 0 and 2 of a group, and bytes 1 and 3.
struct DigitPlanes {
    __m512i plane[kPlanesMax];
};

/// Planes of values of up to 16 bits in 16-bit words.
template <unsigned bits>
inline DigitPlanes cutWords(__m512i q) {
    DigitPlanes out;
    if constexpr (bits == 8) {
        out.plane[0] = q;
    } else if constexpr (bits == 14) {
        out.plane[0] = _mm512_srai_epi16(_mm512_add_epi16(q, _mm512_set1_epi16(64)), 7);
        out.plane[1] = _mm512_sub_epi16(q, _mm512_slli_epi16(out.plane[0], 7));
        out.plane[2] = _mm512_add_epi16(out.plane[0], out.plane[1]);
    } else {
        out.plane[0] = _mm512_srai_epi16(_mm512_add_epi16(q, _mm512_set1_epi16(128)), 8);
        out.plane[1] = _mm512_sub_epi16(q, _mm512_slli_epi16(out.plane[0], 8));
    }
    return out;
}

/// Planes of 21 bits from the top digit and the rest, each in 16-bit words.
inline DigitPlanes cutTopAndRest(__m512i top, __m512i rest) {
    DigitPlanes out;
    const DigitPlanes low = cutWords<14>(rest);
    out.plane[0] = top;
    out.plane[1] = low.plane[0];
    out.plane[2] = low.plane[1];
    out.plane[3] = _mm512_add_epi16(top, low.plane[0]);
    out.plane[4] = low.plane[2];
    out.plane[5] = _mm512_add_epi16(top, low.plane[1]);
    return out;
}

inline __m512i topOf21(__m512i q) {
    return _mm512_srai_epi32(_mm512_add_epi32(q, _mm512_set1_epi32(64 * 128 + 64)), 14);
}

inline __m512i restOf21(__m512i q, __m512i top) {
    return _mm512_sub_epi32(q, _mm512_slli_epi32(top, 14));
}

constexpr std::size_t planesOf(unsigned bits) {
    return bits == 8 ? 1 : bits == 14 ? 3 : bits == 16 ? 2 : 6;
}

inline __m512i quantise16(__mmask16 mask, const float* data, __m512 first, __m512 second) {
    return _mm512_cvtps_epi32(_mm512_mul_ps(_mm512_mul_ps(_mm512_maskz_loadu_ps(mask, data), first), second));
}

inline __mmask16 firstLanes(std::size_t count) {
    return static_cast<__mmask16>(count >= 16 ? 0xffffU : (1U << count) - 1U);
}

/// Values of 32 bits, which fit 16, as the halves of one word.
inline __m512i pairWords(__m512i low, __m512i high) {
    return _mm512_mask_blend_epi16(0xaaaaaaaaU, low, _mm512_slli_epi32(high, 16));
}

constexpr std::size_t kLanesAhead = 64;

/// Bytes 0 and 2 from the first, 1 and 3 from the second.
inline __m512i joinBytes(__m512i even, __m512i odd, __m512i offset) {
    return _mm512_xor_si512(_mm512_mask_blend_epi8(0xaaaaaaaaaaaaaaaaU, even, _mm512_slli_epi16(odd, 8)), offset);
}

template <unsigned bits>
void packLanes(const float* data, std::size_t depthStride, std::size_t depth, std::size_t lanes, std::size_t lanesOut,
               const float first16[16], const float second16[16], const PackTarget& to) {
    const __mmask16 in = firstLanes(lanes);
    const __mmask16 out = firstLanes(lanesOut);
    const __m512 first = _mm512_loadu_ps(first16);
    const __m512 second = _mm512_loadu_ps(second16);
    const __m512i offset = _mm512_set1_epi8(to.plus128 ? -128 : 0);
    std::uint32_t* target = to.out;
    for (std::size_t k = 0; k < depth; k += 4, target += to.width) {
        __m512i q[4];
        for (std::size_t i = 0; i < 4; ++i) {
            const bool there = k + i < depth;
            const float* from = data + (there ? k + i : k) * depthStride;
            _mm_prefetch(from + kLanesAhead, _MM_HINT_T0); // sixteen rows at a time are too many streams to be foreseen
            q[i] = quantise16(there ? in : __mmask16{0}, from, first, second);
        }
        DigitPlanes even;
        DigitPlanes odd;
        if constexpr (bits == 21) {
            __m512i top[4];
            for (int i = 0; i < 4; ++i) {
                top[i] = topOf21(q[i]);
                q[i] = restOf21(q[i], top[i]);
            }
            even = cutTopAndRest(pairWords(top[0], top[2]), pairWords(q[0], q[2]));
            odd = cutTopAndRest(pairWords(top[1], top[3]), pairWords(q[1], q[3]));
        } else {
            even = cutWords<bits>(pairWords(q[0], q[2]));
            odd = cutWords<bits>(pairWords(q[1], q[3]));
        }
        for (std::size_t p = 0; p < planesOf(bits); ++p) {
            _mm512_mask_storeu_epi32(target + p * to.planeStride, out, joinBytes(even.plane[p], odd.plane[p], offset));
        }
    }
}

/// Planes of 64 neighbours of the depth; in the 128-bit part L of a plane stand the groups L, L+4, L+8, L+12.
template <unsigned bits>
inline DigitPlanes cutDepth(const float* lane, std::size_t depth, __m512 first, __m512 second) {
    __m512i q[4];
    for (std::size_t i = 0; i < 4; ++i) {
        const __mmask16 mask = depth > 16 * i ? firstLanes(depth - 16 * i) : __mmask16{0};
        q[i] = quantise16(mask, lane + (mask ? 16 * i : 0), first, second);
    }
    DigitPlanes low;
    DigitPlanes high;
    if constexpr (bits == 21) {
        __m512i top[4];
        for (int i = 0; i < 4; ++i) {
            top[i] = topOf21(q[i]);
            q[i] = restOf21(q[i], top[i]);
        }
        low = cutTopAndRest(_mm512_packs_epi32(top[0], top[1]), _mm512_packs_epi32(q[0], q[1]));
        high = cutTopAndRest(_mm512_packs_epi32(top[2], top[3]), _mm512_packs_epi32(q[2], q[3]));
    } else {
        low = cutWords<bits>(_mm512_packs_epi32(q[0], q[1]));
        high = cutWords<bits>(_mm512_packs_epi32(q[2], q[3]));
    }
    DigitPlanes out;
    for (std::size_t p = 0; p < planesOf(bits); ++p)
        out.plane[p] = _mm512_packs_epi16(low.plane[p], high.plane[p]);
    return out;
}

/// Stores the words of four lanes: group L + 4·i of all four goes to out + (L + 4·i)·width.
template <bool whole>
inline void storeFourLanes(const __m512i lane[4], std::uint32_t* out, std::size_t width, std::size_t groups) {
    const __m512i t0 = _mm512_unpacklo_epi32(lane[0], lane[1]);
    const __m512i t1 = _mm512_unpacklo_epi32(lane[2], lane[3]);
    const __m512i t2 = _mm512_unpackhi_epi32(lane[0], lane[1]);
    const __m512i t3 = _mm512_unpackhi_epi32(lane[2], lane[3]);
    const __m512i four[4] = {_mm512_unpacklo_epi64(t0, t1), _mm512_unpackhi_epi64(t0, t1),
                             _mm512_unpacklo_epi64(t2, t3), _mm512_unpackhi_epi64(t2, t3)};
    for (std::size_t i = 0; i < 4; ++i) {
        const __m128i part[4] = {_mm512_castsi512_si128(four[i]), _mm512_extracti32x4_epi32(four[i], 1),
                                 _mm512_extracti32x4_epi32(four[i], 2), _mm512_extracti32x4_epi32(four[i], 3)};
        for (std::size_t l = 0; l < 4; ++l) {
            const std::size_t group = l + 4 * i;
            if (whole || group < groups) _mm_storeu_si128(reinterpret_cast<__m128i*>(out + group * width), part[l]);
        }
    }
}

template <unsigned bits>
void packDepth(const float* const lanes[4], std::size_t depth, const float first4[4], const float second4[4],
               const PackTarget& to) {
    const __m512i offset = _mm512_set1_epi8(to.plus128 ? -128 : 0);
    constexpr std::size_t planes = planesOf(bits);
    for (std::size_t k = 0; k < depth; k += 64) {
        const std::size_t left = depth - k;
        DigitPlanes lane[4];
        for (std::size_t l = 0; l < 4; ++l) {
            const float zero = 0;
            lane[l] = cutDepth<bits>(lanes[l] ? lanes[l] + k : &zero, lanes[l] ? left : 0, _mm512_set1_ps(first4[l]),
                                     _mm512_set1_ps(second4[l]));
        }
        for (std::size_t p = 0; p < planes; ++p) {
            const __m512i four[4] = {
                _mm512_xor_si512(lane[0].plane[p], offset), _mm512_xor_si512(lane[1].plane[p], offset),
                _mm512_xor_si512(lane[2].plane[p], offset), _mm512_xor_si512(lane[3].plane[p], offset)};
            std::uint32_t* out = to.out + k / 4 * to.width + p * to.planeStride;
            if (left >= 64)
                storeFourLanes<true>(four, out, to.width, 16);
            else
                storeFourLanes<false>(four, out, to.width, (left + 3) / 4);
        }
    }
}

void packLanes512(const float* data, std::size_t depthStride, std::size_t depth, std::size_t lanes,
                  std::size_t lanesOut, const float first16[16], const float second16[16], const PackTarget& to) {
    const auto pack = to.bits == 8    ? packLanes<8>
                      : to.bits == 14 ? packLanes<14>
                      : to.bits == 16 ? packLanes<16>
                                      : packLanes<21>;
    pack(data, depthStride, depth, lanes, lanesOut, first16, second16, to);
}

void packDepth512(const float* const lanes[4], std::size_t depth, const float first4[4], const float second4[4],
                  const PackTarget& to) {
    const auto pack = to.bits == 8    ? packDepth<8>
                      : to.bits == 14 ? packDepth<14>
                      : to.bits == 16 ? packDepth<16>
                                      : packDepth<21>;
    pack(lanes, depth, first4, second4, to);
}

void startOfRows512(const std::uint32_t* panel, std::size_t groups, std::int32_t start[kRows]) {
    const __mmask16 rows = firstLanes(kRows);
    const __m512i ones = _mm512_set1_epi8(1);
    __m512i sum = _mm512_setzero_si512();
    for (std::size_t g = 0; g < groups; ++g)
        sum = _mm512_dpbusd_epi32(sum, ones, _mm512_maskz_loadu_epi32(rows, panel + g * kRows));
    _mm512_mask_storeu_epi32(start, rows, _mm512_slli_epi32(_mm512_sub_epi32(_mm512_setzero_si512(), sum), 7));
}

/// A tile of so many rows and 16·halves columns, all of it in registers.
template <int halves, std::size_t rows>
inline void multiply(const std::uint32_t* a, const std::uint32_t* nextA, const std::uint32_t* b, std::size_t groups,
                     const std::int32_t* start, std::int32_t* sums, bool add) {
    __m512i acc[rows][halves];
#pragma GCC unroll 12
    for (std::size_t r = 0; r < rows; ++r) {
        for (int h = 0; h < halves; ++h) {
            acc[r][h] = _mm512_set1_epi32(start[r]);
            if (add) acc[r][h] = _mm512_add_epi32(acc[r][h], _mm512_load_si512(sums + r * kColumns + 16 * h));
        }
    }
    for (std::size_t g = 0; g < groups; ++g) {
        __m512i column[halves];
        for (int h = 0; h < halves; ++h)
            column[h] = _mm512_load_si512(b + 16 * h);
        _mm_prefetch(nextA, _MM_HINT_T1);
#pragma GCC unroll 12
        for (std::size_t r = 0; r < rows; ++r) {
            const __m512i row = _mm512_set1_epi32(static_cast<int>(a[r]));
            for (int h = 0; h < halves; ++h)
                acc[r][h] = _mm512_dpbusd_epi32(acc[r][h], column[h], row);
        }
        a += kRows;
        nextA += kRows;
        b += kColumns;
    }
#pragma GCC unroll 12
    for (std::size_t r = 0; r < rows; ++r) {
        for (int h = 0; h < halves; ++h)
            _mm512_store_si512(sums + r * kColumns + 16 * h, acc[r][h]);
    }
}

template <int halves>
inline auto multiplyRows(std::size_t rows) {
    return rows <= 4 ? multiply<halves, 4> : rows <= 8 ? multiply<halves, 8> : multiply<halves, kRows>;
}

void multiplyTile512(const std::uint32_t* a, const std::uint32_t* nextA, const std::uint32_t* b, std::size_t groups,
                     const TileSize& size, const std::int32_t start[kRows], std::int32_t* sums, bool add) {
    const auto run = size.columns > 16 ? multiplyRows<2>(size.rows) : multiplyRows<1>(size.rows);
    run(a, nextA, b, groups, start, sums, add);
}

/// Sixteen sums of 64 bits.
struct Sums {
    __m512i low;
    __m512i high;
};

inline Sums widen(__m512i v) {
    return {_mm512_cvtepi32_epi64(_mm512_castsi512_si256(v)), _mm512_cvtepi32_epi64(_mm512_extracti64x4_epi64(v, 1))};
}

/// sum·2^shift + v
inline Sums append(Sums sum, unsigned shift, __m512i v) {
    const Sums more = widen(v);
    return {_mm512_add_epi64(_mm512_slli_epi64(sum.low, shift), more.low),
            _mm512_add_epi64(_mm512_slli_epi64(sum.high, shift), more.high)};
}

inline void storeExact(Sums exact, std::int64_t* out, __mmask16 mask) {
    _mm512_mask_storeu_epi64(out, static_cast<__mmask8>(mask), exact.low);
    _mm512_mask_storeu_epi64(out + 8, static_cast<__mmask8>(mask >> 8), exact.high);
}

inline __m512 roundSums(Sums exact) {
    return _mm512_insertf32x8(_mm512_castps256_ps512(_mm512_cvtepi64_ps(exact.low)), _mm512_cvtepi64_ps(exact.high), 1);
}

/// The sum of b-bit products from those of their digits, as the head of product_vnni.h says.
inline Sums joinDigits(const std::int32_t* at, unsigned bits) {
    __m512i p[kPlanesMax];
    const std::size_t products = bits == 16 ? 3 : planesOf(bits);
    for (std::size_t i = 0; i < products; ++i)
        p[i] = _mm512_load_si512(at + i * kTile);
    if (bits == 8) return widen(p[0]);
    if (bits == 16) return append(append(widen(p[0]), 8, p[1]), 8, p[2]);
    if (bits == 14) {
        const __m512i cross = _mm512_sub_epi32(p[2], _mm512_add_epi32(p[0], p[1]));
        return append(widen(_mm512_add_epi32(_mm512_slli_epi32(p[0], 7), cross)), 7, p[1]);
    }
    const __m512i cross21 = _mm512_sub_epi32(p[3], _mm512_add_epi32(p[0], p[1]));
    const __m512i cross10 = _mm512_sub_epi32(p[4], _mm512_add_epi32(p[1], p[2]));
    const __m512i cross20 = _mm512_sub_epi32(_mm512_add_epi32(p[5], p[1]), _mm512_add_epi32(p[0], p[2]));
    const __m512i upper = _mm512_add_epi32(_mm512_slli_epi32(p[0], 7), cross21);
    return append(append(append(widen(upper), 7, cross20), 7, cross10), 7, p[2]);
}

/// The same of sums that fit 32 bits; on the way there they may wrap.
template <unsigned bits>
inline __m512i joinNarrow(const std::int32_t* at) {
    const __m512i p0 = _mm512_load_si512(at);
    if constexpr (bits == 8) return p0;
    const __m512i p1 = _mm512_load_si512(at + kTile);
    const __m512i cross = _mm512_sub_epi32(_mm512_load_si512(at + 2 * kTile), _mm512_add_epi32(p0, p1));
    return _mm512_add_epi32(_mm512_slli_epi32(_mm512_add_epi32(_mm512_slli_epi32(p0, 7), cross), 7), p1);
}

inline Sums carryOver(Sums sums, const TileCarry& carry, std::size_t at) {
    if (carry.add) {
        sums.low = _mm512_add_epi64(sums.low, _mm512_load_si512(carry.sums + at));
        sums.high = _mm512_add_epi64(sums.high, _mm512_load_si512(carry.sums + at + 8));
    }
    if (!carry.last) {
        _mm512_store_si512(carry.sums + at, sums.low);
        _mm512_store_si512(carry.sums + at + 8, sums.high);
    }
    return sums;
}

/// Two words beside each other become the sums of each over its eight lanes.
inline __m512i pairUp(__m512i even, __m512i odd) {
    return _mm512_add_epi64(_mm512_unpacklo_epi64(even, odd), _mm512_unpackhi_epi64(even, odd));
}
inline __m512i fourUp(__m512i a, __m512i b) {
    return _mm512_add_epi64(_mm512_shuffle_i64x2(a, b, 0x88), _mm512_shuffle_i64x2(a, b, 0xdd));
}

/// c·w of one row of a tile for two vectors of weights. The lower half of c times w is below 2^62 and the upper below
/// 2^61, so that the four of each lane, 8 columns apart, can be added before they are cut into halves of their own.
struct RowInTheMaking {
    __m512i low[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
    __m512i high[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};

    inline void add(__m512i c, __m512i first, __m512i second) {
        const __m512i top = _mm512_srli_epi64(c, 32); // its lower half, with a sign
        low[0] = _mm512_add_epi64(low[0], _mm512_mul_epu32(c, first));
        low[1] = _mm512_add_epi64(low[1], _mm512_mul_epu32(c, second));
        high[0] = _mm512_add_epi64(high[0], _mm512_mul_epi32(top, first));
        high[1] = _mm512_add_epi64(high[1], _mm512_mul_epi32(top, second));
    }
    inline void addTo(std::int64_t total[8]) const {
        const __m512i half = _mm512_set1_epi64(0xffffffff);
        __m512i two[4];
        for (int v = 0; v < 2; ++v) {
            two[2 * v] = pairUp(_mm512_and_si512(low[v], half), _mm512_srli_epi64(low[v], 32));
            two[2 * v + 1] = pairUp(_mm512_and_si512(high[v], half), _mm512_srai_epi64(high[v], 32));
        }
        const __m512i sums = fourUp(fourUp(two[0], two[1]), fourUp(two[2], two[3]));
        _mm512_store_si512(total, _mm512_add_epi64(_mm512_load_si512(total), sums));
    }
};

/// What is the same in all rows of a tile, for 16 columns from `from` on.
struct Half {
    __mmask16 mask;
    __m512 exponent, bias;
    __m512i weights[2][2]; ///< by vector, of 8 columns each; zeros where there is no column

    static inline Half of(const TileTarget& to, std::size_t from, bool weighed) {
        Half out;
        out.mask = firstLanes(to.columns - from);
        out.exponent = _mm512_loadu_ps(to.columnExponents + from);
        out.bias = to.bias ? _mm512_maskz_loadu_ps(out.mask, to.bias + from) : _mm512_setzero_ps();
        for (int v = 0; weighed && v < 2; ++v) {
            const __m512i words = _mm512_maskz_loadu_epi32(out.mask, to.weights[v] + from);
            out.weights[v][0] = _mm512_cvtepu32_epi64(_mm512_castsi512_si256(words));
            out.weights[v][1] = _mm512_cvtepu32_epi64(_mm512_extracti64x4_epi64(words, 1));
        }
        return out;
    }
};

template <unsigned bits, bool weighed>
bool finish(const std::int32_t* sums, const TileCarry& carry, const TileTarget& to) {
    const __m512i infinity = _mm512_set1_epi32(0x7f800000);
    const std::size_t halves = to.columns > 16 ? 2 : 1;
    const bool narrow = (bits == 8 || (bits == 14 && carry.narrow)) && !weighed && !carry.sums && !to.sums;
    const Half half[2] = {Half::of(to, 0, weighed), Half::of(to, 16 * (halves - 1), weighed)};
    __mmask16 bad = 0;
    for (std::size_t r = 0; r < to.rows; ++r) {
        RowInTheMaking row;
        for (std::size_t h = 0; h < halves; ++h) {
            const std::size_t at = r * kColumns + 16 * h;
            const __mmask16 mask = half[h].mask;
            __m512 rounded;
            if (narrow) {
                rounded = _mm512_cvtepi32_ps(joinNarrow<bits>(sums + at));
            } else {
                const Sums exact = carryOver(joinDigits(sums + at, bits), carry, at);
                if (!carry.last) continue;
                if (to.sums) storeExact(exact, to.sums + r * to.sumStride + 16 * h, mask);
                if (weighed) {
                    row.add(exact.low, half[h].weights[0][0], half[h].weights[1][0]);
                    row.add(exact.high, half[h].weights[0][1], half[h].weights[1][1]);
                }
                rounded = roundSums(exact);
            }
            // One rounding, gradual underflow, infinity where it does not fit: what scaleSum() gives.
            const __m512 exponent = _mm512_add_ps(half[h].exponent, _mm512_set1_ps(to.rowExponents[r]));
            __m512 value = _mm512_scalef_ps(rounded, exponent);
            bad |= _mm512_mask_cmpeq_epi32_mask(mask, _mm512_and_si512(_mm512_castps_si512(value), infinity), infinity);
            if (to.bias) value = _mm512_add_ps(value, half[h].bias);
            _mm512_mask_storeu_ps(to.out + r * to.outStride + 16 * h, mask, value);
        }
        if (weighed && carry.last) row.addTo(to.totals + 8 * r);
    }
    return bad == 0;
}

template <unsigned bits>
bool finishWidth(const std::int32_t* sums, const TileCarry& carry, const TileTarget& to) {
    return to.totals ? finish<bits, true>(sums, carry, to) : finish<bits, false>(sums, carry, to);
}

bool finishTile512(const std::int32_t* sums, unsigned bits, const TileCarry& carry, const TileTarget& to) {
    switch (bits) {
    case 8:
        return finishWidth<8>(sums, carry, to);
    case 14:
        return finishWidth<14>(sums, carry, to);
    case 16:
        return finishWidth<16>(sums, carry, to);
    default:
        return finishWidth<21>(sums, carry, to);
    }
}

} // namespace

const Kernels& kernels512() {
    static constexpr Kernels all{packDepth512, packLanes512, startOfRows512, multiplyTile512, finishTile512, true};
    return all;
}

} // namespace unchained::gpu::vnni
