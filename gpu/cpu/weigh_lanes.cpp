// SPDX-License-Identifier: Apache-2.0
#include "cpu/weigh_lanes.h"

#include "cpu/engines.h"
#include "cpu/prepare.h"

#include <algorithm>
#include <functional>

namespace unchained::gpu {

namespace {

using namespace weigh;

constexpr std::size_t kPlaces = 16;      ///< both vectors together
constexpr std::size_t kLanesDense = 8;   ///< of a task, where terms are dense
constexpr std::int64_t kLowPlane = 1024; ///< what the high one of two planes counts
constexpr unsigned kOnePlaneBits = 16;

const Kernels& findKernels() {
#if defined(__x86_64__)
    if (hasVnni512()) return kernelsAvx512();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return kernelsAvx2();
#endif
    return kernelsPlain();
}

/// Pairs of products that fit 32 bits: L·4095·2 of them at most.
std::size_t stepsOf(unsigned bits) {
    const std::int64_t limit = bits > kOnePlaneBits ? kLowPlane : productLimit(bits);
    constexpr std::int64_t kDigitMax = (1 << kDigitBits) - 1;
    return static_cast<std::size_t>(std::min<std::int64_t>(kTermsBeside / 2, INT32_MAX / (2 * limit * kDigitMax)));
}

/// How both vectors' digits are divided among calls of a kernel: as evenly as goes.
struct Groups {
    std::size_t all = 0;
    std::size_t each = 0;

    explicit Groups(const WeightDigits& weights) : all(kWeighedVectors * weights.places) {
        const std::size_t groups = (all + kDigits - 1) / kDigits;
        each = (all + groups - 1) / groups;
    }
    [[nodiscard]] Digits digits(const WeightDigits& weights, std::size_t place, std::size_t term) const {
        return {weights.values + place * weights.stride + term, weights.stride, std::min(each, all - place)};
    }
};

/// The sum of vector v from those of its digits; at(place) is the sum of one.
template <class At>
Int128 joinPlaces(std::size_t places, std::size_t vector, const At& at) {
    Int128 sum = 0;
    for (std::size_t d = places; d-- > 0;)
        sum = sum * (1 << kDigitBits) + at(vector * places + d);
    return sum;
}

Scales scalesFrom(const Scales& scales, std::size_t at) {
    return {scales.first + at, scales.second ? scales.second + at : nullptr};
}

/// Up to kLanes lanes, or half of it where each has two planes.
void weighDense(const WeighedMatrix& m, std::size_t begin, std::size_t count, const WeightDigits& weights,
                Int128* sums) {
    const Kernels& kernels = weighKernels();
    const Groups groups(weights);
    const bool twoPlanes = m.bits > kOnePlaneBits;
    const std::size_t planes = twoPlanes ? 2 : 1;
    alignas(64) std::int16_t words[kLanes * kTerms];
    if (count * planes < kLanes) std::fill(words, words + kLanes * kTerms, std::int16_t{0});
    std::int64_t found[kPlaces / kDigits + 1][kLanes * kDigits] = {};
    for (std::size_t t = 0; t < m.lanes.columns; t += kTerms) {
        const std::size_t terms = std::min(kTerms, m.lanes.columns - t);
        for (std::size_t l = 0; l < count; ++l) {
            const std::size_t lane = begin + l;
            const float* from = m.lanes.data + lane * m.lanes.rowStride + t;
            // The rest of this lane, or the beginning of one of the next lanes.
            const float* next = from + terms;
            if (t + terms == m.lanes.columns && lane + count < m.lanes.rows)
                next = from + count * m.lanes.rowStride - t;
            kernels.quantiseTerms(from, terms, scalesFrom(m.scales, m.byTerm ? t : lane), m.byTerm, twoPlanes,
                                  words + l * planes * kTerms, next);
        }
        for (std::size_t place = 0; place < groups.all; place += groups.each) {
            kernels.dots(words, kTerms, (terms + kPad - 1) / kPad * kPad, stepsOf(m.bits),
                         groups.digits(weights, place, t), found[place / groups.each]);
        }
    }
    const auto sumOf = [&](std::size_t row, std::size_t place) {
        return found[place / groups.each][row * kDigits + place % groups.each];
    };
    for (std::size_t l = 0; l < count; ++l) {
        for (std::size_t v = 0; v < kWeighedVectors; ++v) {
            sums[l * kWeighedVectors + v] = joinPlaces(weights.places, v, [&](std::size_t place) {
                const std::int64_t high = sumOf(l * planes, place);
                return twoPlanes ? Int128{high} * kLowPlane + sumOf(l * planes + 1, place) : Int128{high};
            });
        }
    }
}

/// Up to kLanesBeside lanes; those that do not stand beside each other are copied first.
void weighBeside(const WeighedMatrix& m, std::size_t begin, std::size_t count, const WeightDigits& weights,
                 Int128* sums) {
    const Kernels& kernels = weighKernels();
    const Groups groups(weights);
    const bool twoPlanes = m.bits > kOnePlaneBits;
    constexpr std::size_t kPlane = kLanesBeside * kTermsBeside / 2;
    alignas(64) std::uint32_t words[2 * kPlane];
    alignas(64) std::int64_t found[2][kPlaces * kLanesBeside];
    std::fill(&found[0][0], &found[0][0] + 2 * kPlaces * kLanesBeside, 0);
    float copy[kLanesBeside * kTermsBeside];
    const bool copied = m.lanes.rowStride != 1;
    for (std::size_t t = 0; t < m.lanes.columns; t += kTermsBeside) {
        const std::size_t terms = std::min(kTermsBeside, m.lanes.columns - t);
        const float* from = m.lanes.data + begin * m.lanes.rowStride + t * m.lanes.columnStride;
        for (std::size_t k = 0; copied && k < terms; ++k) {
            for (std::size_t l = 0; l < count; ++l)
                copy[k * kLanesBeside + l] = from[k * m.lanes.columnStride + l * m.lanes.rowStride];
        }
        kernels.quantiseLanes(copied ? copy : from, copied ? kLanesBeside : m.lanes.columnStride, terms, count,
                              scalesFrom(m.scales, m.byTerm ? t : begin), m.byTerm, twoPlanes, words);
        for (std::size_t plane = 0; plane < (twoPlanes ? 2 : 1); ++plane) {
            for (std::size_t place = 0; place < groups.all; place += groups.each) {
                kernels.beside(words + plane * kPlane, stepsOf(m.bits), groups.digits(weights, place, t),
                               found[plane] + place * kLanesBeside);
            }
        }
    }
    for (std::size_t l = 0; l < count; ++l) {
        for (std::size_t v = 0; v < kWeighedVectors; ++v) {
            sums[l * kWeighedVectors + v] = joinPlaces(weights.places, v, [&](std::size_t place) {
                const std::size_t at = place * kLanesBeside + l;
                return twoPlanes ? Int128{found[0][at]} * kLowPlane + found[1][at] : Int128{found[0][at]};
            });
        }
    }
}

} // namespace

const Kernels& weighKernels() {
    static const Kernels& best = findKernels();
    return best;
}

std::size_t WeightDigits::placesOf(std::size_t magnitudeBits) {
    return magnitudeBits / kDigitBits + 1; // the sign has a bit of its own
}

std::size_t WeightDigits::strideOf(std::size_t terms) {
    return (terms + kPad - 1) / kPad * kPad;
}

void WeightDigits::set(std::size_t vector, std::size_t term, Int128 weight) const {
    constexpr std::int64_t kMask = (1 << kDigitBits) - 1;
    std::int16_t* to = values + vector * places * stride + term;
    for (std::size_t d = 0; d < places; ++d, weight >>= kDigitBits, to += stride)
        *to = static_cast<std::int16_t>(d + 1 == places ? weight : weight & kMask);
}

void WeightDigits::fillUp(std::size_t terms) const {
    for (std::size_t row = 0; row < kWeighedVectors * places; ++row)
        std::fill(values + row * stride + terms, values + (row + 1) * stride, std::int16_t{0});
}

std::size_t lanesOfTask(const Matrix& lanes) {
    return lanes.columnStride == 1 ? kLanesDense : kLanesBeside;
}

void weighLanes(const WeighedMatrix& m, std::size_t begin, std::size_t end, const WeightDigits& weights, Int128* sums) {
    const bool dense = m.lanes.columnStride == 1;
    const std::size_t each = !dense ? kLanesBeside : m.bits > kOnePlaneBits ? kLanes / 2 : kLanes;
    for (std::size_t lane = begin; lane < end; lane += each) {
        const std::size_t count = std::min(each, end - lane);
        Int128* to = sums + lane * kWeighedVectors;
        if (dense)
            weighDense(m, lane, count, weights, to);
        else
            weighBeside(m, lane, count, weights, to);
    }
}

RowTotals::RowTotals(const ProductArgs& args, const ThreadPool& pool, Workspace& workspace)
    : m_args(args), m_workers(pool.threads()) {
    if (!wanted()) return;
    m_totals = workspace.get<RowTotal>(kRowTotals, m_workers * args.a.rows);
    std::fill_n(m_totals, m_workers * args.a.rows, RowTotal{});
}

void RowTotals::add(unsigned worker, std::size_t row, std::size_t column, const std::int64_t* sums,
                    std::size_t count) const {
    weighKernels().weighRow(sums, count, {weights(0) + column, weights(1) + column}, of(worker, row)->part);
}

void RowTotals::finish() const {
    if (!wanted()) return;
    for (std::size_t row = 0; row < m_args.a.rows; ++row) {
        RowTotal& total = m_args.weighed->totals[row];
        total = m_totals[row];
        for (std::size_t worker = 1; worker < m_workers; ++worker) {
            const RowTotal& part = m_totals[worker * m_args.a.rows + row];
            std::transform(part.part, part.part + 8, total.part, total.part, std::plus<>());
        }
    }
}

void weighSums(const std::int64_t* sums, std::size_t columns, const WeighedRows& to, std::size_t rows,
               ThreadPool& pool) {
    pool.parallelRanges(rows, 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            to.totals[row] = {};
            weighKernels().weighRow(sums + row * columns, columns, {to.weights, to.weights + columns},
                                    to.totals[row].part);
        }
    });
}

Int128 valueOf(const RowTotal& total, std::size_t vector) {
    constexpr Int128 kUnit = Int128{1} << 32;
    const std::int64_t* part = total.part + 4 * vector;
    return part[0] + (Int128{part[1]} + part[2]) * kUnit + Int128{part[3]} * kUnit * kUnit;
}

} // namespace unchained::gpu
