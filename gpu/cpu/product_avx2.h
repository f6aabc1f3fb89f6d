// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// The inner loops of the avx2 engine. They are compiled for that instruction set, so this header and its source use
/// no templates or inline functions of others: the linker might hand such a copy to code for older processors.
///
/// Packed operands: 16-bit integers in pairs along the depth. A panel holds 4 rows of A or 16 columns of B (lanes);
/// its word (pair p, lane l) is the two integers of depth 2p (low half) and 2p+1.
namespace unchained::gpu::avx2 {

inline constexpr std::size_t kRows = 4;     ///< lanes of a panel of A
inline constexpr std::size_t kColumns = 16; ///< lanes of a panel of B

/// Quantises 4 lanes that are dense along the depth. `depth` is a multiple of 8.
/// @param out  word of pair p and lane l goes to out[p·pairStride + l]
void packDenseDepth(const float* const lanes[4], std::size_t depth, const float* first4, const float* second4,
                    std::uint32_t* out, std::size_t pairStride);

/// Quantises 16 lanes that stand beside each other, for `pairs` pairs of depth.
/// @param out4  four targets, one for each group of 4 lanes; the word of pair p goes to out4[g][p·pairStride + l]
void packDenseLanes(const float* data, std::size_t depthStride, std::size_t pairs, const float* first16,
                    const float* second16, std::uint32_t* const out4[4], std::size_t pairStride);

/// The largest Σ q² over the pairs of one of 4 lanes, of at most 32 pairs of integers of up to 14 bits: below 2^32.
std::uint32_t largestNorm(const std::uint32_t* words, std::size_t pairStride, std::size_t pairs);

/// sums[16·r + c] (+)= Σ over pairs of A word r times B word c, for 4×16; exact integers below 2^53.
/// @param run  pairs that may be added in int32 before they are carried
void multiplyTile(const std::uint32_t* a, const std::uint32_t* b, std::size_t pairs, std::size_t run, double* sums,
                  bool add);

/// The largest magnitude of a row, as bits; widens columnMax (null: none) by it. Signed comparison is right: magnitudes
/// have no sign bit.
std::int32_t foldRow(const float* row, std::size_t columns, std::int32_t* columnMax);

/// out[j] = sums[j] scaled and rounded (+ bias[j]); false when a scaled sum is not finite.
bool finishRow(const double* sums, std::size_t columns, double rowFactor, const double* columnFactors,
               const float* bias, float* out);

} // namespace unchained::gpu::avx2
