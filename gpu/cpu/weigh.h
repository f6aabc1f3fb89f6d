// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// The inner loops of the check of a product (gpu/freivalds.h): sums of a matrix's integers times weights. They are
/// compiled for several instruction sets, so this header and its sources use no templates or inline functions of
/// others: the linker might hand such a copy to code for older processors.
///
/// A matrix is seen as lanes, each of which gives one sum over its terms. Its integers are words of 16 bits; one of 21
/// bits is two planes of them, q = 1024·high + low. Weights are given in digits: of any weight the digits of 12 bits
/// from the lowest on, all below 4096 but the last, which has the sign, all of one place beside each other. What is
/// added in 32 bits is carried to 64 before it could overflow.
namespace unchained::gpu::weigh {

inline constexpr unsigned kDigitBits = 12;
inline constexpr std::size_t kDigits = 6;       ///< places that one call takes at most
inline constexpr std::size_t kLanes = 4;        ///< of one call, where terms are dense
inline constexpr std::size_t kTerms = 1024;     ///< of one call there
inline constexpr std::size_t kLanesBeside = 64; ///< of one call, where lanes are dense
inline constexpr std::size_t kTermsBeside = 64; ///< of one call there; what comes before it is filled up to this
inline constexpr std::size_t kPad = 64;         ///< terms are filled up with zeros to a multiple of it

/// 2^e as two factors (QuantiseScale of gpu/product.h), for each lane or each term.
struct Scales {
    const float* first = nullptr;
    const float* second = nullptr; ///< null: all are 1
};

/// The digits of some weights: digit d of the weight of term t stands at d·stride + t.
struct Digits {
    const std::int16_t* values = nullptr;
    std::size_t stride = 0;
    std::size_t count = 0;
};

/// Two weights below 2^30 for each integer of a row.
struct RowWeights {
    const std::uint32_t* first = nullptr;
    const std::uint32_t* second = nullptr;
};

struct Kernels {
    /// The integers of `count` ≤ kTerms neighbours of one lane, and zeros up to a multiple of kPad; the plane of low
    /// words, where there is one, stands kTerms behind that of high ones.
    /// @param byTerm  the scales are those of the terms, else of this lane alone
    /// @param next  what will be read soon: it is brought nearer meanwhile
    void (*quantiseTerms)(const float* data, std::size_t count, const Scales& scales, bool byTerm, bool twoPlanes,
                          std::int16_t* out, const float* next);
    /// out[kDigits·l + d] += Σ word·digit over `terms`, a multiple of kPad, for kLanes lanes of words that stand
    /// `stride` apart.
    /// @param steps  64 bytes of words that can be added in 32 bits
    void (*dots)(const std::int16_t* words, std::size_t stride, std::size_t terms, std::size_t steps,
                 const Digits& digits, std::int64_t* out);
    /// The integers of up to kLanesBeside lanes that stand beside each other and of up to kTermsBeside terms, in pairs:
    /// out[kLanesBeside·p + l] has terms 2p (low half) and 2p+1; the plane of low words stands kLanesBeside·pairs
    /// behind.
    void (*quantiseLanes)(const float* data, std::size_t termStride, std::size_t terms, std::size_t lanes,
                          const Scales& scales, bool byTerm, bool twoPlanes, std::uint32_t* out);
    /// out[kLanesBeside·d + l] += Σ word·digit over kTermsBeside terms.
    void (*beside)(const std::uint32_t* words, std::size_t steps, const Digits& digits, std::int64_t* out);
    /// Adds Σ c·w of `count` integers for both weights to the parts of a RowTotal (gpu/product.h).
    void (*weighRow)(const std::int64_t* sums, std::size_t count, const RowWeights& weights, std::int64_t* total);
};

/// For AVX2 and FMA.
[[nodiscard]] const Kernels& kernelsAvx2();
/// For AVX-512 F, BW, DQ, VL and VNNI.
[[nodiscard]] const Kernels& kernelsAvx512();
/// For any processor.
[[nodiscard]] const Kernels& kernelsPlain();

} // namespace unchained::gpu::weigh
