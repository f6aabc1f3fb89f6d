// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cpu/weigh.h"

/// The loops of weigh.h over vectors of one instruction set, V; all of it is private to the source that includes it.
namespace unchained::gpu::weigh {

namespace {

/// Quantised values of 32 bits as the words of up to two planes.
template <class V>
struct Planes {
    typename V::Ints high, low;
};

template <class V>
inline Planes<V> cut(typename V::Ints q, bool twoPlanes) {
    if (!twoPlanes) return {q, q};
    const auto high = V::shiftRight(V::add(q, V::all(512)), 10);
    return {high, V::subtract(q, V::shiftLeft(high, 10))};
}

template <class V>
inline typename V::Ints quantised(const float* data, std::size_t count, typename V::Floats first,
                                  typename V::Floats second, bool hasSecond) {
    const auto scaled = V::multiply(V::load(data, count), first);
    return V::round(hasSecond ? V::multiply(scaled, second) : scaled);
}

constexpr std::size_t kLineFloats = 16; ///< of a line of the cache

/// What is left of `count` from `at` on.
inline std::size_t leftOf(std::size_t count, std::size_t at) {
    return count > at ? count - at : 0;
}

/// The words of two vectors of neighbours of a lane, of which `count` are there.
template <class V, bool kByTerm>
inline void quantiseTwo(const float* data, std::size_t count, const Scales& scales, typename V::Floats first,
                        typename V::Floats second, bool twoPlanes, std::int16_t* out) {
    const bool hasSecond = scales.second != nullptr;
    Planes<V> half[2];
    for (std::size_t h = 0; h < 2; ++h) {
        const std::size_t left = leftOf(count, h * V::kFloats);
        const std::size_t at = left > 0 ? h * V::kFloats : 0;
        if (kByTerm) first = V::load(scales.first + at, left);
        if (kByTerm && hasSecond) second = V::load(scales.second + at, left);
        half[h] = cut<V>(quantised<V>(data + at, left, first, second, hasSecond), twoPlanes);
    }
    V::storeWords(out, V::narrow(half[0].high, half[1].high));
    if (twoPlanes) V::storeWords(out + kTerms, V::narrow(half[0].low, half[1].low));
}

template <class V, bool kByTerm>
inline void quantiseAll(const float* data, std::size_t count, const Scales& scales, bool twoPlanes, std::int16_t* out,
                        const float* next) {
    constexpr std::size_t kStep = 2 * V::kFloats;
    const auto first = V::broadcast(scales.first);
    const auto second = scales.second ? V::broadcast(scales.second) : first;
    const auto from = [&scales](std::size_t t) {
        if (!kByTerm) return scales;
        return Scales{scales.first + t, scales.second ? scales.second + t : nullptr};
    };
    std::size_t t = 0;
    for (; t + kStep <= count; t += kStep) {
        for (std::size_t ahead = 0; ahead < kStep; ahead += kLineFloats)
            __builtin_prefetch(next + t + ahead, 0, 2);
        quantiseTwo<V, kByTerm>(data + t, kStep, from(t), first, second, twoPlanes, out + t);
    }
    if (t < count) {
        quantiseTwo<V, kByTerm>(data + t, count - t, from(t), first, second, twoPlanes, out + t);
        t += kStep;
    }
    for (const std::size_t padded = (count + kPad - 1) / kPad * kPad; t < padded; t += kStep) {
        V::storeWords(out + t, V::all(0));
        if (twoPlanes) V::storeWords(out + kTerms + t, V::all(0));
    }
}

template <class V>
void quantiseTerms(const float* data, std::size_t count, const Scales& scales, bool byTerm, bool twoPlanes,
                   std::int16_t* out, const float* next) {
    if (byTerm)
        quantiseAll<V, true>(data, count, scales, twoPlanes, out, next);
    else
        quantiseAll<V, false>(data, count, scales, twoPlanes, out, next);
}

/// Some lanes and some digits, all sums of which stand in registers.
template <class V, std::size_t kRows, std::size_t kCount>
inline void dotsOf(const std::int16_t* words, std::size_t stride, std::size_t terms, std::size_t run,
                   const std::int16_t* digits, std::size_t digitStride, std::int64_t* out) {
    for (std::size_t begin = 0; begin < terms; begin += run) {
        const std::size_t end = terms - begin < run ? terms : begin + run;
        typename V::Ints sums[kRows][kCount];
        for (std::size_t l = 0; l < kRows; ++l) {
            for (std::size_t d = 0; d < kCount; ++d)
                sums[l][d] = V::all(0);
        }
        for (std::size_t t = begin; t < end; t += 2 * V::kFloats) {
            typename V::Ints lane[kRows];
#pragma GCC unroll 4
            for (std::size_t l = 0; l < kRows; ++l)
                lane[l] = V::loadWords(words + l * stride + t);
#pragma GCC unroll 6
            for (std::size_t d = 0; d < kCount; ++d) {
                const auto digit = V::loadWords(digits + d * digitStride + t);
#pragma GCC unroll 4
                for (std::size_t l = 0; l < kRows; ++l)
                    sums[l][d] = V::addProducts(sums[l][d], lane[l], digit);
            }
        }
        for (std::size_t l = 0; l < kRows; ++l) {
            for (std::size_t d = 0; d < kCount; ++d)
                out[l * kDigits + d] += V::total(sums[l][d]);
        }
    }
}

template <class V>
void dots(const std::int16_t* words, std::size_t stride, std::size_t terms, std::size_t steps, const Digits& digits,
          std::int64_t* out) {
    constexpr std::size_t kRows = V::kLanesAtOnce;
    const std::size_t run = steps * 2 * V::kFloats;
    for (std::size_t l = 0; l < kLanes; l += kRows) {
        const std::int16_t* from = words + l * stride;
        std::int64_t* to = out + l * kDigits;
        std::size_t d = 0;
        for (; d + 6 <= digits.count; d += 6)
            dotsOf<V, kRows, 6>(from, stride, terms, run, digits.values + d * digits.stride, digits.stride, to + d);
        for (; d + 5 <= digits.count; d += 5)
            dotsOf<V, kRows, 5>(from, stride, terms, run, digits.values + d * digits.stride, digits.stride, to + d);
        for (; d < digits.count; ++d)
            dotsOf<V, kRows, 1>(from, stride, terms, run, digits.values + d * digits.stride, digits.stride, to + d);
    }
}

template <class V>
void quantiseLanes(const float* data, std::size_t termStride, std::size_t terms, std::size_t lanes,
                   const Scales& scales, bool byTerm, bool twoPlanes, std::uint32_t* out) {
    constexpr std::size_t kPlane = kLanesBeside * kTermsBeside / 2;
    const bool hasSecond = scales.second != nullptr;
    for (std::size_t p = 0; p < kTermsBeside / 2; ++p) {
        for (std::size_t l = 0; l < kLanesBeside; l += V::kFloats) {
            Planes<V> half[2];
            for (std::size_t h = 0; h < 2; ++h) {
                const std::size_t t = 2 * p + h;
                const std::size_t left = t < terms ? leftOf(lanes, l) : 0;
                const float* from = left > 0 ? data + t * termStride + l : data;
                const std::size_t at = left == 0 ? 0 : byTerm ? t : l;
                const auto one = byTerm ? V::broadcast(scales.first + at) : V::load(scales.first + at, left);
                auto two = one;
                if (hasSecond) two = byTerm ? V::broadcast(scales.second + at) : V::load(scales.second + at, left);
                half[h] = cut<V>(quantised<V>(from, left, one, two, hasSecond), twoPlanes);
            }
            std::uint32_t* to = out + p * kLanesBeside + l;
            V::storePairs(to, half[0].high, half[1].high);
            if (twoPlanes) V::storePairs(to + kPlane, half[0].low, half[1].low);
        }
    }
}

template <class V, std::size_t kCount>
inline void besideOf(const std::uint32_t* words, std::size_t run, const std::int16_t* digits, std::size_t digitStride,
                     std::int64_t* out) {
    constexpr std::size_t kVectors = V::kVectorsBeside;
    for (std::size_t l = 0; l < kLanesBeside; l += kVectors * V::kFloats) {
        for (std::size_t begin = 0; begin < kTermsBeside / 2; begin += run) {
            typename V::Ints sums[kVectors][kCount];
            for (std::size_t v = 0; v < kVectors; ++v) {
                for (std::size_t d = 0; d < kCount; ++d)
                    sums[v][d] = V::all(0);
            }
            const std::size_t end = kTermsBeside / 2 - begin < run ? kTermsBeside / 2 : begin + run;
            for (std::size_t p = begin; p < end; ++p) {
                typename V::Ints lane[kVectors];
#pragma GCC unroll 4
                for (std::size_t v = 0; v < kVectors; ++v)
                    lane[v] = V::loadWords(words + p * kLanesBeside + l + v * V::kFloats);
#pragma GCC unroll 6
                for (std::size_t d = 0; d < kCount; ++d) {
                    const auto digit = V::broadcastPair(digits + d * digitStride + 2 * p);
#pragma GCC unroll 4
                    for (std::size_t v = 0; v < kVectors; ++v)
                        sums[v][d] = V::addProducts(sums[v][d], lane[v], digit);
                }
            }
            for (std::size_t v = 0; v < kVectors; ++v) {
                for (std::size_t d = 0; d < kCount; ++d)
                    V::addWide(out + d * kLanesBeside + l + v * V::kFloats, sums[v][d]);
            }
        }
    }
}

template <class V>
void beside(const std::uint32_t* words, std::size_t steps, const Digits& digits, std::int64_t* out) {
    std::size_t d = 0;
    for (; d + 6 <= digits.count; d += 6)
        besideOf<V, 6>(words, steps, digits.values + d * digits.stride, digits.stride, out + d * kLanesBeside);
    for (; d + 5 <= digits.count; d += 5)
        besideOf<V, 5>(words, steps, digits.values + d * digits.stride, digits.stride, out + d * kLanesBeside);
    for (; d < digits.count; ++d)
        besideOf<V, 1>(words, steps, digits.values + d * digits.stride, digits.stride, out + d * kLanesBeside);
}

} // namespace

} // namespace unchained::gpu::weigh
