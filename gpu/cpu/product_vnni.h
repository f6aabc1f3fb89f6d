// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

/// The inner loops of the vnni engine, once for AVX-512 VNNI and once for AVX-VNNI. They are compiled for those
/// instruction sets, so this header and its sources use no templates or inline functions of others: the linker might
/// hand such a copy to code for older processors.
///
/// **Digits.** An integer of b bits is cut into signed bytes, and bytes are multiplied plane by plane:
///
///     bits  planes                                          int8 products, and the sum that they make
///      8    q                                                1   P
///     14    q = 128·q1 + q0;  q1, q0, q1+q0                  3   2^14·P1 + 2^7·(Ps−P1−P0) + P0
///     16    q = 256·q1 + q0;  q1, q0                         4   2^16·P11 + 2^8·(P10+P01) + P00
///     21    q = 2^14·q2 + 2^7·q1 + q0;
///           q2, q1, q0, q2+q1, q1+q0, q2+q0                  6   2^28·P2 + 2^21·(P21−P2−P1) + 2^14·(P20−P2−P0+P1)
///                                                                + 2^7·(P10−P1−P0) + P0
///
/// The digits of 14 and 21 bits lie in [−64, 64], those below the top in [−64, 63], and no sum of two leaves a byte.
///
/// **Packed operands.** A group is four neighbours of the depth in one 32-bit word. A panel holds 12 rows of A or 32
/// columns of B (lanes); the word of group g and lane l stands at g·width + l. What is missing at the edges is zero.
/// Bytes of B are stored plus 128, since the processor multiplies unsigned by signed bytes; 128 times the sum of a row
/// of A is what that adds, and a tile starts from its negative.
namespace unchained::gpu::vnni {

inline constexpr std::size_t kRows = 12;      ///< lanes of a panel of A
inline constexpr std::size_t kColumns = 32;   ///< lanes of a panel of B
inline constexpr std::size_t kTile = 12 * 32; ///< sums of a tile
inline constexpr std::size_t kPlanesMax = 6;

/// Deepest part of a product that one tile sums up: 2^19·4032 < 2^31, so that the upper two sums of 14 bits can be
/// joined in 32 bits; every other sum stays far below.
inline constexpr std::size_t kChunkMax = 4032;

/// Where packed words go, and how.
struct PackTarget {
    std::uint32_t* out = nullptr; ///< the word of group 0 and of the first lane given, plane 0
    std::size_t width = 0;        ///< words from group to group
    std::size_t planeStride = 0;  ///< words from plane to plane
    unsigned bits = 0;
    bool plus128 = false; ///< an operand on B's side
};

/// What a finished tile becomes.
struct TileTarget {
    float* out = nullptr;
    std::size_t outStride = 0;
    std::size_t rows = 0;                   ///< of C in this tile, at most 12
    std::size_t columns = 0;                ///< at most 32
    const float* rowExponents = nullptr;    ///< −e of each row, as numbers
    const float* columnExponents = nullptr; ///< −f of each column; 32 can be read
    const float* bias = nullptr;            ///< null: none
    std::int64_t* sums = nullptr;           ///< where the integers go, too; null: nowhere
    std::size_t sumStride = 0;
    std::int64_t* totals = nullptr;       ///< 8 of each row: RowTotal of gpu/product.h; null: not wanted
    const std::uint32_t* weights[2] = {}; ///< of each column, for the totals
};

/// Sums of the parts of a product that is deeper than one tile.
struct TileCarry {
    std::int64_t* sums = nullptr; ///< 12×32; null: the product has one part
    bool add = false;             ///< there were parts before
    bool last = true;             ///< no part comes after
    bool narrow = false;          ///< the whole sums fit 32 bits: 14 bits and at most kNarrowDepth
};

/// 32·8191² < 2^31.
inline constexpr std::size_t kNarrowDepth = 32;

/// Of a tile, at most 12 and 32.
struct TileSize {
    std::size_t rows = 0;
    std::size_t columns = 0;
};

/// One set of inner loops; all sets read and write the same layout.
struct Kernels {
    /// Quantises and packs up to four lanes that are dense along the depth. Groups are filled up with zeros; a null
    /// lane is all zeros.
    void (*packDenseDepth)(const float* const lanes[4], std::size_t depth, const float first4[4],
                           const float second4[4], const PackTarget& to);
    /// Quantises and packs `lanes` ≤ 16 lanes that stand beside each other; writes `lanesOut` ≤ 16 words a group.
    void (*packDenseLanes)(const float* data, std::size_t depthStride, std::size_t depth, std::size_t lanes,
                           std::size_t lanesOut, const float first16[16], const float second16[16],
                           const PackTarget& to);
    /// start[r] = −128 · the sum of the bytes of row r in one plane of a panel of A, modulo 2^32.
    void (*startOfRows)(const std::uint32_t* panel, std::size_t groups, std::int32_t start[kRows]);
    /// sums[32·r + c] = (add ? sums[32·r + c] : 0) + start[r] + Σ of A's row r times B's column c in one plane, modulo
    /// 2^32. Rows and columns beyond the size need not be written.
    /// @param nextA  what will be read in place of `a` soon: it is brought nearer meanwhile
    void (*multiplyTile)(const std::uint32_t* a, const std::uint32_t* nextA, const std::uint32_t* b, std::size_t groups,
                         const TileSize& size, const std::int32_t start[kRows], std::int32_t* sums, bool add);
    /// Joins the sums of a tile (those of product p from sums + p·kTile on), scales, rounds and stores them. False when
    /// an element does not fit binary32.
    bool (*finishTile)(const std::int32_t* sums, unsigned bits, const TileCarry& carry, const TileTarget& to);
    bool weighs = false; ///< finishTile adds to the totals; else whoever wants them makes them of the sums
};

/// For AVX-512 F, BW, DQ, VL and VNNI.
[[nodiscard]] const Kernels& kernels512();
/// For AVX2 and AVX-VNNI; not for 14 bits, where products of 16-bit integers need fewer instructions of this width.
[[nodiscard]] const Kernels& kernels256();

} // namespace unchained::gpu::vnni
