// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/team.h"

#include <cstddef>
#include <cstdint>

/// What one thread of a card does in an exact product. Compiled by both compilers, so that all of it but the launches
/// and the multiplication itself is held to the bits on a processor too.
namespace unchained::gpu::cuda {

/// Vectors with one exponent each: rows of A, columns of B. Element (lane, k) is data[lane·laneStride + k·depthStride].
struct Lanes {
    const float* data = nullptr;
    std::size_t count = 0;
    std::size_t depth = 0;
    std::size_t laneStride = 0;
    std::size_t depthStride = 1;

    [[nodiscard]] static Lanes rowsOf(const Matrix& m) {
        return {m.data, m.rows, m.columns, m.rowStride, m.columnStride};
    }
};

/// From binary32 to integers of one lane, and 2^-e to come back.
struct LaneScale {
    QuantiseScale to;
    double back = 1;
};

/// Anything but 0: it happened.
struct Flags {
    std::uint32_t operandNotFinite = 0;
    std::uint32_t productNotFinite = 0;
};

inline constexpr unsigned kPlanesMax = 6;

/// The signed bytes of an integer. 8 bit: itself. 14: a1, a0, a1+a0 with a = 128·a1 + a0. 16: a1, a0 with
/// a = 256·a1 + a0. 21: a2, a1, a0, a1+a0, a2+a0, a2+a1 in base 128. No byte's magnitude exceeds 128.
struct Digits {
    std::int8_t plane[kPlanesMax] = {};
};

[[nodiscard]] UNCHAINED_DEVICE constexpr unsigned planesOf(unsigned bits) {
    return bits == 8 ? 1 : bits == 14 ? 3 : bits == 16 ? 2 : 6;
}
/// Products of bytes that one product of integers takes: Karatsuba's three for two digits, six for three; at 16 bit the
/// sums of two digits would not fit a byte.
[[nodiscard]] UNCHAINED_DEVICE constexpr unsigned productsOf(unsigned bits) {
    return bits == 8 ? 1 : bits == 14 ? 3 : bits == 16 ? 4 : 6;
}

/// Which planes of A and B product p multiplies.
struct PlanePair {
    unsigned a = 0;
    unsigned b = 0;
};
[[nodiscard]] constexpr PlanePair planesOfProduct(unsigned bits, unsigned p) {
    return bits == 16 ? PlanePair{p / 2, p % 2} : PlanePair{p, p};
}

[[nodiscard]] UNCHAINED_DEVICE inline Digits digitsOf(std::int32_t value, unsigned bits) {
    Digits out;
    const auto byte = [](std::int32_t digit) { return static_cast<std::int8_t>(digit); };
    if (bits == 8) {
        out.plane[0] = byte(value);
    } else if (bits == 16) {
        const std::int32_t low = ((value + 128) & 255) - 128;
        out.plane[0] = byte((value - low) >> 8);
        out.plane[1] = byte(low);
    } else {
        const std::int32_t low = ((value + 64) & 127) - 64;
        const std::int32_t rest = (value - low) >> 7;
        if (bits == 14) {
            out.plane[0] = byte(rest);
            out.plane[1] = byte(low);
            out.plane[2] = byte(rest + low);
        } else {
            const std::int32_t middle = ((rest + 64) & 127) - 64;
            const std::int32_t high = (rest - middle) >> 7;
            out.plane[0] = byte(high);
            out.plane[1] = byte(middle);
            out.plane[2] = byte(low);
            out.plane[3] = byte(middle + low);
            out.plane[4] = byte(high + low);
            out.plane[5] = byte(high + middle);
        }
    }
    return out;
}

/// The sum of products of integers from the sums of products of bytes, `stride` elements apart.
[[nodiscard]] UNCHAINED_DEVICE inline std::int64_t joinSums(const std::int32_t* sums, std::size_t stride,
                                                            unsigned bits) {
    const std::int64_t s0 = sums[0];
    if (bits == 8) return s0;
    const std::int64_t s1 = sums[stride];
    const std::int64_t s2 = sums[2 * stride];
    if (bits == 14) return s0 * 16384 + (s2 - s1 - s0) * 128 + s1;
    const std::int64_t s3 = sums[3 * stride];
    if (bits == 16) return s0 * 65536 + (s1 + s2) * 256 + s3;
    const std::int64_t s4 = sums[4 * stride];
    const std::int64_t s5 = sums[5 * stride];
    return s0 * 268435456 + (s5 - s0 - s1) * 2097152 + (s4 - s0 - s2 + s1) * 16384 + (s3 - s1 - s2) * 128 + s2;
}

/// The largest magnitude, as bits, of elements begin, begin+step, … below end of a lane.
[[nodiscard]] UNCHAINED_DEVICE inline std::uint32_t maximumOf(const Lanes& lanes, std::size_t lane, std::size_t begin,
                                                              std::size_t end, std::size_t step) {
    std::uint32_t most = 0;
    for (std::size_t k = begin; k < end; k += step) {
        const auto bits =
            std::bit_cast<std::uint32_t>(lanes.data[lane * lanes.laneStride + k * lanes.depthStride]) & 0x7fffffffU;
        most = most > bits ? most : bits;
    }
    return most;
}

/// A lane's scale from the bits of its largest magnitude; sets the flag where that is not finite.
[[nodiscard]] UNCHAINED_DEVICE inline LaneScale scaleOf(std::uint32_t maxBits, unsigned bits, Flags* flags) {
    if (maxBits >= kInfinityBits) {
        flags->operandNotFinite = 1;
        return {{0, 0}, 1};
    }
    const std::int32_t exponent = quantiseExponent(maxBits, bits);
    return {QuantiseScale::of(exponent), powerOfTwo(-exponent)};
}

/// The digits of one element; zeros beyond the lane's end and for what is not finite, which the flag says.
[[nodiscard]] UNCHAINED_DEVICE inline Digits digitsAt(const Lanes& lanes, const LaneScale& scale, std::size_t lane,
                                                      std::size_t k, unsigned bits) {
    if (k >= lanes.depth) return {};
    const float value = lanes.data[lane * lanes.laneStride + k * lanes.depthStride];
    return isFiniteBits(value) ? digitsOf(quantise(value, scale.to), bits) : Digits{};
}

/// Planes of digits on a card: byte (plane, lane, k) is data[plane·planeBytes + lane·pitch + k].
struct DigitPlanes {
    std::int8_t* data = nullptr;
    std::size_t planeBytes = 0;
    std::size_t pitch = 0; ///< the padded depth
    std::size_t lanes = 0; ///< padded
};

/// From sums of products of bytes to a block of rows of the result.
struct Join {
    unsigned bits = 14;
    const std::int32_t* sums = nullptr; ///< (product, row, column) at product·planeStride + row·pitch + column
    std::size_t planeStride = 0;
    std::size_t pitch = 0;
    std::int64_t* carry = nullptr; ///< the integer sums so far; row·columns + column. Null: nobody wants them
    bool first = true;             ///< the first run: carry holds nothing yet
    bool last = true;              ///< the last run: round and write
    const LaneScale* rowScales = nullptr;
    const LaneScale* columnScales = nullptr;
    const float* bias = nullptr;
    float* out = nullptr;
    std::size_t outStride = 0;
    std::size_t rows = 0;
    std::size_t columns = 0;
    Flags* flags = nullptr;
};

UNCHAINED_DEVICE inline void joinElement(const Join& join, std::size_t row, std::size_t column) {
    std::int64_t sum = joinSums(join.sums + row * join.pitch + column, join.planeStride, join.bits);
    std::int64_t* carry = join.carry ? join.carry + row * join.columns + column : nullptr;
    if (carry && !join.first) sum += *carry;
    if (carry) *carry = sum;
    if (!join.last) return;
    const float value = scaleSum(static_cast<float>(sum), join.rowScales[row].back, join.columnScales[column].back);
    if (!isFiniteBits(value)) join.flags->productNotFinite = 1; // all who write here write the same
    join.out[row * join.outStride + column] = join.bias ? rn::add(value, join.bias[column]) : value;
}

/// Lane `index % padded` of task first + index / padded, one after the other; zeros from lane `count` on.
struct PackLanes {
    const float* from = nullptr;
    float* to = nullptr;
    std::size_t first = 0;
    Spread at;
    std::size_t count = 0;
    std::size_t padded = 0;
    std::size_t depth = 0;
    std::size_t laneStride = 0;
    std::size_t depthStride = 1;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t index, const Team& team) const {
        const std::size_t lane = index % padded;
        const float* in = from + at.at(first + index / padded) + lane * laneStride;
        for (std::size_t k = team.first(); k < depth; k += team.stride())
            to[index * depth + k] = lane < count ? in[k * depthStride] : 0.0F;
    }
};

/// Row `index % rows` of task first + index / rows, from the sums of a batch whose tasks are padded.
struct JoinBatch {
    const std::int32_t* sums = nullptr;
    const LaneScale* rowScales = nullptr;
    const LaneScale* columnScales = nullptr;
    float* out = nullptr;
    Flags* flags = nullptr;
    std::size_t first = 0;
    Spread at;
    std::size_t outStride = 0;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t paddedRows = 0;
    std::size_t paddedColumns = 0;
    std::size_t planeStride = 0;
    std::size_t bits = 14;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t index, const Team& team) const {
        const std::size_t task = index / rows;
        const std::size_t lane = task * paddedRows + index % rows;
        const double back = rowScales[lane].back;
        float* to = out + at.at(first + task) + index % rows * outStride;
        for (std::size_t column = team.first(); column < columns; column += team.stride()) {
            const std::int64_t sum =
                joinSums(sums + lane * paddedColumns + column, planeStride, static_cast<unsigned>(bits));
            const LaneScale& scale = columnScales[task * paddedColumns + column];
            const float value = scaleSum(static_cast<float>(sum), back, scale.back);
            if (!isFiniteBits(value)) flags->productNotFinite = 1; // all who write here write the same
            to[column] = value;
        }
    }
};

/// Passes flags on to a verdict (StepCall), and clears them.
struct TellFlags {
    Flags* flags = nullptr;
    std::uint32_t* verdict = nullptr;
    std::uint32_t operandPlace = 0;
    std::uint32_t productPlace = 0;

    UNCHAINED_DEVICE void operator()(std::size_t) const {
        if (flags->operandNotFinite != 0) raiseTo(verdict, operandPlace);
        if (flags->productNotFinite != 0) raiseTo(verdict, productPlace);
        *flags = Flags{};
    }
};

} // namespace unchained::gpu::cuda
