// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/device.h"
#include "gpu/result.h"

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

/// The exact matrix product, specified as integers (numerics.md 2; rules and vectors: tests/vectors/README.md).
///
///     e_i  = the largest exponent with max_k |A_ik|·2^e_i < L + 1/2; 0 for a zero row; likewise f_j for columns of B
///     a_ik = rne(A_ik · 2^e_i),  b_kj = rne(B_kj · 2^f_j)
///     C_ij = rne32( rne32( Σ_k a_ik·b_kj ) · 2^−(e_i+f_j) )
namespace unchained::gpu {

/// Longest sum: below it Σ a·b fits int64 at 21 bits and a binary64 at 16 bits or fewer.
inline constexpr std::size_t kProductDepthMax = std::size_t{1} << 23;

/// The largest integer L of a width: 8, 14, 16 or 21 bits; 0 for any other.
[[nodiscard]] UNCHAINED_DEVICE constexpr std::int32_t productLimit(unsigned bits) {
    switch (bits) {
    case 8:
        return 127;
    case 14:
        return 8191;
    case 16:
        return 32639;
    case 21:
        return (1 << 20) - 1;
    default:
        return 0;
    }
}

/// A matrix that somebody else owns: element (i, k) is data[i·rowStride + k·columnStride]. Strides in elements.
struct Matrix {
    const float* data = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t rowStride = 0;
    std::size_t columnStride = 1;

    [[nodiscard]] static Matrix dense(const float* data, std::size_t rows, std::size_t columns) {
        return {data, rows, columns, columns, 1};
    }
    [[nodiscard]] Matrix transposed() const { return {data, columns, rows, columnStride, rowStride}; }
};

/// Σ_j c_ij·w_j of one row for two vectors of weights: part[4v] + (part[4v+1] + part[4v+2])·2^32 + part[4v+3]·2^64 is
/// that of vector v, exact for any c_ij of 64 bits and 2^28 columns.
struct alignas(64) RowTotal {
    std::int64_t part[8];
};

/// Sees rows of A just before an engine reads them, so that both find them in the cache.
class RowVisitor {
public:
    virtual ~RowVisitor() = default;
    /// Rows from `begin` to `end`, which are dense; from any thread, each row once.
    /// @return their aMax (see ProductArgs); null where one is not finite
    [[nodiscard]] virtual const std::uint32_t* visit(std::size_t begin, std::size_t end) = 0;
};

/// What a check wants of a product beside its result (gpu/freivalds.h): the totals of the same integers that are
/// rounded, taken while they are at hand, since to write them down and to read them again takes longer than the check.
struct WeighedRows {
    const std::uint32_t* weights = nullptr; ///< 2×N integers below 2^30, one vector after the other
    RowTotal* totals = nullptr;             ///< M; overwritten
    RowVisitor* visitor = nullptr;          ///< asked for all rows or for none; null: nobody
};

/// One product C = A·B, and what is done to C on its way out.
struct ProductArgs {
    unsigned bits = 14;
    Matrix a;                    ///< M×K
    Matrix b;                    ///< K×N
    float* out = nullptr;        ///< M×N, row-major; must not overlap a or b
    std::size_t outStride = 0;   ///< elements from row to row
    const float* bias = nullptr; ///< N values: out = C + bias, one more binary32 addition; null: none
    /// M×N dense: Σ a·b of each element as well, for a check (gpu/freivalds.h); null: not wanted.
    std::int64_t* sums = nullptr;
    const WeighedRows* weighed = nullptr; ///< null: not wanted
    /// Binary32 bits of the largest magnitude of each row of A and each column of B (absMax() makes them), where the
    /// caller has them at hand; null: the engine finds them.
    const std::uint32_t* aMax = nullptr;
    const std::uint32_t* bMax = nullptr;
};

/// Where task t of many alike has its place: with n = t − origin, n / inner · outer + n % inner · step.
struct Spread {
    std::size_t inner = 1;
    std::size_t outer = 0;
    std::size_t step = 0;
    std::size_t origin = 0;
    [[nodiscard]] UNCHAINED_DEVICE std::size_t at(std::size_t task) const {
        return (task - origin) / inner * outer + (task - origin) % inner * step;
    }
};

/// Many exact products of one shape: that of task t takes a and b, and puts out, as far behind these as its place is.
struct ProductBatch {
    unsigned bits = 14;
    Matrix a;
    Matrix b;
    float* out = nullptr;
    std::size_t outStride = 0;
    Spread aAt, bAt, outAt;
    std::size_t first = 0; ///< tasks first … first + count − 1
    std::size_t count = 0;

    /// One of its products.
    [[nodiscard]] ProductArgs task(std::size_t number) const {
        ProductArgs args;
        args.bits = bits;
        args.a = a;
        args.a.data += aAt.at(number);
        args.b = b;
        args.b.data += bAt.at(number);
        args.out = out + outAt.at(number);
        args.outStride = outStride;
        return args;
    }
};

inline constexpr std::uint32_t kInfinityBits = 0x7f800000;

/// The quantisation exponent of a row or column from the bits of its largest magnitude (finite). Of m·2^(p−24) with
/// 2^23 ≤ m < 2^24 it is bits − 1 − p where that stays below L + ½, else one less.
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t quantiseExponent(std::uint32_t maxBits, unsigned bits) {
    if (maxBits == 0) return 0;
    auto power = static_cast<std::int32_t>(maxBits >> 23) - 126;
    std::uint32_t mantissa = (maxBits & 0x7fffffU) | 0x800000U;
    if (maxBits < 0x800000U) {
        mantissa = maxBits;
        for (power = -125; mantissa < 0x800000U; --power)
            mantissa <<= 1;
    }
    const std::int32_t top = static_cast<std::int32_t>(bits) - 1;
    const auto limit = static_cast<std::uint32_t>(2 * productLimit(bits) + 1) << (23 - top);
    return mantissa < limit ? top - power : top - power - 1;
}

/// A power of two from -1022 to 1023 as binary64.
[[nodiscard]] UNCHAINED_DEVICE inline double powerOfTwo(std::int32_t exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}
/// A power of two from -126 to 127 as binary32.
[[nodiscard]] UNCHAINED_DEVICE inline float powerOfTwoF(std::int32_t exponent) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(exponent + 127) << 23);
}

/// 2^e as two factors, since e reaches 162 for the smallest subnormals; the first multiplication is exact unless its
/// result is far below one half, where the rounded integer is 0 either way.
struct QuantiseScale {
    float first = 1;
    float second = 1;

    UNCHAINED_DEVICE static QuantiseScale of(std::int32_t exponent) {
        const std::int32_t high = exponent > 127 ? exponent - 127 : 0;
        return {powerOfTwoF(exponent - high), powerOfTwoF(high)};
    }
};

/// rne(value · scale), ties to even, for |result| ≤ 2^20.
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t quantise(float value, QuantiseScale scale) {
    constexpr float kRound = 12582912.0F; // 1.5·2^23: the sum's last bit is worth one
    const float scaled = rn::multiply(rn::multiply(value, scale.first), scale.second);
    return static_cast<std::int32_t>(rn::subtract(rn::add(scaled, kRound), kRound));
}

/// The binary32 nearest to sum·2^-(e+f): the factors as binary64 keep every intermediate exact, so that one rounding
/// remains; infinite where it does not fit.
[[nodiscard]] UNCHAINED_DEVICE inline float scaleSum(float sum, double rowFactor, double columnFactor) {
    return static_cast<float>(rn::multiply(rn::multiply(static_cast<double>(sum), rowFactor), columnFactor));
}

[[nodiscard]] UNCHAINED_DEVICE inline bool isFiniteBits(float value) {
    return (std::bit_cast<std::uint32_t>(value) & kInfinityBits) != kInfinityBits;
}

class ThreadPool;

/// Bits of the largest magnitude of each row (rowMax, may be null) and of each column (columnMax, may be null) of a
/// dense row-major matrix, in one reading. A result of kInfinityBits or more: that row or column is not finite.
void absMax(const float* data, std::size_t rows, std::size_t columns, std::uint32_t* rowMax, std::uint32_t* columnMax,
            ThreadPool& pool);

} // namespace unchained::gpu
