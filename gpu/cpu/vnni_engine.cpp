// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"
#include "cpu/prepare.h"
#include "cpu/product_vnni.h"
#include "cpu/weigh_lanes.h"

#include <atomic>
#include <cpuid.h>

namespace unchained::gpu {

namespace {

using vnni::Kernels;
using vnni::kTile;
using vnni::PackTarget;

constexpr std::size_t kLanesA = vnni::kRows;
constexpr std::size_t kLanesB = vnni::kColumns;
constexpr std::size_t kPackSlice = 16;      ///< depth that is read at a time where lanes stand beside each other
constexpr std::size_t kPackTask = 128;      ///< depth of a packing task there
constexpr std::size_t kPartDepth = 2048;    ///< depth of a part of a product, planes of 14 bits and fewer
constexpr std::size_t kBlockBytes = 640000; ///< what a task reads of B again and again, in the second-level cache
constexpr std::size_t kTaskPanels = 16;     ///< panels of A of a task

constexpr std::size_t kRowAtOnce = 16384; ///< depth of which the rows of a panel stay in the second-level cache
static_assert(kPartDepth <= vnni::kChunkMax);

constexpr std::size_t partsOf(std::size_t a, std::size_t b) {
    return (a + b - 1) / b;
}

/// A pair of planes that are multiplied; the sums of one with `add` go on top of those before.
struct PlanePair {
    std::uint8_t a, b, sum;
    bool add;
};

/// Planes of each width and their products; the sums stand in the order that Kernels::finishTile expects.
struct Digits {
    std::size_t planes = 0;
    std::size_t pairs = 0;
    PlanePair pair[6] = {};
};

Digits digitsOf(unsigned bits) {
    switch (bits) {
    case 8:
        return {1, 1, {{0, 0, 0, false}}};
    case 14:
        return {3, 3, {{0, 0, 0, false}, {1, 1, 1, false}, {2, 2, 2, false}}};
    case 16:
        return {2, 4, {{0, 0, 0, false}, {0, 1, 1, false}, {1, 0, 1, true}, {1, 1, 2, false}}};
    default:
        return {6,
                6,
                {{0, 0, 0, false},
                 {1, 1, 1, false},
                 {2, 2, 2, false},
                 {3, 3, 3, false},
                 {4, 4, 4, false},
                 {5, 5, 5, false}}};
    }
}

/// How the depth of a product is cut: parts of equal depth but for the last.
struct Parts {
    std::size_t depth = 0;
    std::size_t each = 0;
    std::size_t count = 0;

    static Parts of(std::size_t depth, std::size_t planes) {
        const std::size_t most = planes > 3 ? kPartDepth / 2 : kPartDepth;
        const std::size_t count = partsOf(depth, most);
        const std::size_t each = partsOf(partsOf(depth, count), 64) * 64;
        return {depth, each, partsOf(depth, each)};
    }
    [[nodiscard]] std::size_t depthOf(std::size_t part) const { return std::min(each, depth - part * each); }
    [[nodiscard]] std::size_t groupsOf(std::size_t part) const { return partsOf(depthOf(part), 4); }
};

/// One operand in panels: by part, panel, plane, group, lane.
struct Panels {
    Matrix lanes; ///< row = lane, column = depth
    std::size_t width = 0;
    std::size_t planes = 0;
    std::size_t groups = 0; ///< of a whole part
    std::uint32_t* words = nullptr;
    float* first = nullptr; ///< of QuantiseScale, for each lane
    float* second = nullptr;
    float* negative = nullptr; ///< exponents, for TileTarget
    std::size_t padded = 0;    ///< lanes of these three

    [[nodiscard]] std::size_t count() const { return partsOf(lanes.rows, width); }
    [[nodiscard]] std::size_t planeWords() const { return groups * width; }
    /// From the exponent of a lane on; lanes that only fill up have exponent 0.
    void setScales(std::size_t begin, std::size_t end, const std::int32_t* exponents) const {
        for (std::size_t l = begin; l < end; ++l) {
            const std::int32_t e = l < lanes.rows ? exponents[l] : 0;
            const QuantiseScale scale = QuantiseScale::of(e);
            negative[l] = static_cast<float>(-e);
            first[l] = scale.first;
            second[l] = scale.second;
        }
    }
    [[nodiscard]] std::uint32_t* panel(std::size_t part, std::size_t index) const {
        return words + (part * count() + index) * planes * planeWords();
    }
};

/// What all tasks of one product share.
struct VnniProduct {
    const ProductArgs& args;
    const Kernels& kernels;
    Digits digits;
    Parts parts;
    Panels a;
    Panels b;
    RowTotals totals;
    std::int32_t* starts = nullptr; ///< by part, panel of A, plane, row

    [[nodiscard]] std::int32_t* start(std::size_t part, std::size_t panel, std::size_t plane) const {
        return starts + ((part * a.count() + panel) * digits.planes + plane) * kLanesA;
    }
};

PackTarget targetOf(const VnniProduct& p, const Panels& to, std::size_t part, std::size_t lane, std::size_t group) {
    return {to.panel(part, lane / to.width) + group * to.width + lane % to.width, to.width, to.planeWords(),
            p.args.bits, &to == &p.b};
}

void packPanelByDepth(const VnniProduct& p, const Panels& to, std::size_t part, std::size_t panel) {
    const std::size_t depth = p.parts.depthOf(part);
    for (std::size_t lane = panel * to.width; lane < (panel + 1) * to.width; lane += 4) {
        const float* rows[4] = {};
        for (std::size_t l = 0; l < 4 && lane + l < to.lanes.rows; ++l)
            rows[l] = to.lanes.data + (lane + l) * to.lanes.rowStride + part * p.parts.each;
        p.kernels.packDenseDepth(rows, depth, to.first + lane, to.second + lane, targetOf(p, to, part, lane, 0));
    }
}

/// Lanes of `width` or 16, whichever is less, from `data` on, for all panels; `data` is element (0, k) of the lanes.
void packSliceByLanes(const VnniProduct& p, const Panels& to, std::size_t part, std::size_t k, std::size_t depth,
                      const float* data, std::size_t depthStride, std::size_t laneBegin, std::size_t laneEnd) {
    const std::size_t step = std::min<std::size_t>(to.width, 16);
    for (std::size_t lane = laneBegin; lane < laneEnd; lane += step) {
        const std::size_t lanes = lane < to.lanes.rows ? std::min(step, to.lanes.rows - lane) : 0;
        p.kernels.packDenseLanes(lanes > 0 ? data + (lane - laneBegin) : data, depthStride, depth, lanes, step,
                                 to.first + lane, to.second + lane, targetOf(p, to, part, lane, k / 4));
    }
}

void packByLanes(const VnniProduct& p, const Panels& to, ThreadPool& pool) {
    const std::size_t each = partsOf(p.parts.each, kPackTask);
    pool.parallelFor(p.parts.count * each, [&](std::size_t task) {
        const std::size_t part = task / each;
        const std::size_t depth = p.parts.depthOf(part);
        const std::size_t end = std::min(depth, (task % each + 1) * kPackTask);
        for (std::size_t k = task % each * kPackTask; k < end; k += kPackSlice) {
            const float* data = to.lanes.data + (part * p.parts.each + k) * to.lanes.columnStride;
            packSliceByLanes(p, to, part, k, std::min(kPackSlice, end - k), data, to.lanes.columnStride, 0,
                             to.count() * to.width);
        }
    });
}

/// Odd strides, by way of a copy whose lanes stand beside each other.
void packPanelByCopy(const VnniProduct& p, const Panels& to, std::size_t part, std::size_t panel) {
    float copy[kPackSlice * kLanesB];
    const std::size_t begin = panel * to.width;
    const std::size_t lanes = std::min(to.width, to.lanes.rows - begin);
    const std::size_t depth = p.parts.depthOf(part);
    for (std::size_t k = 0; k < depth; k += kPackSlice) {
        const std::size_t now = std::min(kPackSlice, depth - k);
        for (std::size_t i = 0; i < now; ++i) {
            for (std::size_t l = 0; l < lanes; ++l) {
                copy[i * kLanesB + l] =
                    to.lanes
                        .data[(begin + l) * to.lanes.rowStride + (part * p.parts.each + k + i) * to.lanes.columnStride];
            }
        }
        packSliceByLanes(p, to, part, k, now, copy, kLanesB, begin, begin + to.width);
    }
}

void makeStarts(const VnniProduct& p, std::size_t part, std::size_t panel) {
    for (std::size_t plane = 0; plane < p.digits.planes; ++plane) {
        p.kernels.startOfRows(p.a.panel(part, panel) + plane * p.a.planeWords(), p.parts.groupsOf(part),
                              p.start(part, panel, plane));
    }
}

/// Exponents of the rows of a panel, by way of the visitor where there is one; false when one is not finite.
bool visitRows(const VnniProduct& p, std::size_t begin, std::size_t end, std::int32_t* exponents) {
    RowVisitor* visitor = p.args.weighed ? p.args.weighed->visitor : nullptr;
    if (!visitor) return exponentsOfRows(p.a.lanes, begin, end, p.args.bits, exponents);
    const std::uint32_t* max = visitor->visit(begin, end);
    return max && toExponents(max, end - begin, p.args.bits, exponents);
}

/// Exponents and panels of A in one go, so that its rows are read once; false when one is not finite.
bool packRowsAtOnce(const VnniProduct& p, std::int32_t* exponents, ThreadPool& pool) {
    std::atomic<bool> finite{true};
    pool.parallelFor(p.a.count(), [&](std::size_t panel) {
        const std::size_t begin = panel * kLanesA;
        const std::size_t end = std::min(begin + kLanesA, p.a.lanes.rows);
        if (!visitRows(p, begin, end, exponents + begin)) {
            finite.store(false, std::memory_order_relaxed);
            return;
        }
        p.a.setScales(begin, begin + kLanesA, exponents);
        for (std::size_t part = 0; part < p.parts.count; ++part) {
            packPanelByDepth(p, p.a, part, panel);
            makeStarts(p, part, panel);
        }
    });
    return finite;
}

void packPanels(const VnniProduct& p, const Panels& to, ThreadPool& pool) {
    const bool byLanes = to.lanes.columnStride != 1 && to.lanes.rowStride == 1;
    const bool starts = &to == &p.a;
    if (byLanes) packByLanes(p, to, pool);
    if (byLanes && !starts) return;
    pool.parallelFor(p.parts.count * to.count(), [&](std::size_t task) {
        const std::size_t part = task / to.count();
        const std::size_t panel = task % to.count();
        if (to.lanes.columnStride == 1)
            packPanelByDepth(p, to, part, panel);
        else if (!byLanes)
            packPanelByCopy(p, to, part, panel);
        if (starts) makeStarts(p, part, panel);
    });
}

/// Panels of A and of B of a task.
struct Block {
    std::size_t rowPanel, rowPanels, columnPanel, columnPanels;
};

/// The sums of a finished tile on their way to the totals and to the caller, for kernels that do not weigh.
void weighTile(const VnniProduct& p, unsigned worker, std::size_t row, std::size_t column,
               const vnni::TileTarget& tile) {
    for (std::size_t r = 0; r < tile.rows; ++r) {
        const std::int64_t* sums = tile.sums + r * tile.sumStride;
        p.totals.add(worker, row + r, column, sums, tile.columns);
        if (p.args.sums) std::copy_n(sums, tile.columns, p.args.sums + (row + r) * p.args.b.columns + column);
    }
}

/// One tile of C in one part of the depth.
bool multiplyOneTile(const VnniProduct& p, unsigned worker, std::size_t part, std::size_t rowPanel,
                     std::size_t columnPanel, std::int64_t* carry) {
    alignas(64) std::int32_t sums[vnni::kPlanesMax * kTile];
    const std::size_t row = rowPanel * kLanesA;
    const std::size_t column = columnPanel * kLanesB;
    vnni::TileTarget to;
    to.rows = std::min(kLanesA, p.args.a.rows - row);
    to.columns = std::min(kLanesB, p.args.b.columns - column);
    to.out = p.args.out + row * p.args.outStride + column;
    to.outStride = p.args.outStride;
    to.rowExponents = p.a.negative + row;
    to.columnExponents = p.b.negative + column;
    to.bias = p.args.bias ? p.args.bias + column : nullptr;
    to.sums = p.args.sums ? p.args.sums + row * p.args.b.columns + column : nullptr;
    to.sumStride = p.args.b.columns;
    std::int64_t exact[kTile];
    if (p.totals.wanted() && p.kernels.weighs) {
        to.totals = p.totals.of(worker, row)->part;
        to.weights[0] = p.totals.weights(0) + column;
        to.weights[1] = p.totals.weights(1) + column;
    } else if (p.totals.wanted()) {
        to.sums = exact;
        to.sumStride = kLanesB;
    }
    // What will be written comes near while the sums are made.
    for (std::size_t r = 0; r < to.rows; ++r) {
        for (std::size_t c = 0; c < to.columns; c += 16)
            __builtin_prefetch(to.out + r * to.outStride + c, 1);
    }
    const std::uint32_t* a = p.a.panel(part, rowPanel);
    const std::uint32_t* next = rowPanel + 1 < p.a.count() ? p.a.panel(part, rowPanel + 1) : a;
    const std::uint32_t* b = p.b.panel(part, columnPanel);
    for (std::size_t i = 0; i < p.digits.pairs; ++i) {
        const PlanePair& pair = p.digits.pair[i];
        const std::size_t plane = pair.a * p.a.planeWords();
        p.kernels.multiplyTile(a + plane, next + plane, b + pair.b * p.b.planeWords(), p.parts.groupsOf(part),
                               {to.rows, to.columns}, p.start(part, rowPanel, pair.a), sums + pair.sum * kTile,
                               pair.add);
    }
    const bool last = part + 1 == p.parts.count;
    const bool narrow = p.args.bits == 14 && p.parts.depth <= vnni::kNarrowDepth;
    const bool finite = p.kernels.finishTile(sums, p.args.bits, {carry, part > 0, last, narrow}, to);
    if (last && to.sums == exact) weighTile(p, worker, row, column, to);
    return finite;
}

bool multiplyBlockOfTiles(const VnniProduct& p, unsigned worker, const Block& block, std::int64_t* carry) {
    bool finite = true;
    for (std::size_t part = 0; part < p.parts.count; ++part) {
        for (std::size_t i = 0; i < block.rowPanels; ++i) {
            for (std::size_t j = 0; j < block.columnPanels; ++j) {
                std::int64_t* mine = carry ? carry + (i * block.columnPanels + j) * kTile : nullptr;
                finite &= multiplyOneTile(p, worker, part, block.rowPanel + i, block.columnPanel + j, mine);
            }
        }
    }
    return finite;
}

Result<void> multiplyPanels(const VnniProduct& p, ThreadPool& pool, Workspace& workspace) {
    const std::size_t panelBytes = p.digits.planes * p.b.planeWords() * 4;
    const std::size_t wide = std::clamp<std::size_t>(kBlockBytes / panelBytes, 1, p.b.count());
    const std::size_t columnBlocks = partsOf(p.b.count(), wide);
    std::size_t high = kTaskPanels;
    while (high > 1 && partsOf(p.a.count(), high) * columnBlocks < std::size_t{4} * pool.threads())
        high /= 2;
    const std::size_t rowBlocks = partsOf(p.a.count(), high);
    const std::size_t carried = p.parts.count > 1 ? high * wide * kTile : 0;
    auto* carry = workspace.get<std::int64_t>(kTileSums, carried * pool.threads());
    std::atomic<bool> finite{true};
    // Tasks that follow each other share their columns, which thus stay in the cache.
    pool.parallelFor(rowBlocks * columnBlocks, [&](std::size_t task, unsigned worker) {
        Block block{task % rowBlocks * high, 0, task / rowBlocks * wide, 0};
        block.rowPanels = std::min(high, p.a.count() - block.rowPanel);
        block.columnPanels = std::min(wide, p.b.count() - block.columnPanel);
        if (!multiplyBlockOfTiles(p, worker, block, carried > 0 ? carry + worker * carried : nullptr)) {
            finite.store(false, std::memory_order_relaxed);
        }
    });
    if (!finite) return notFiniteProduct();
    p.totals.finish();
    return {};
}

class VnniEngine final : public Engine {
public:
    /// @param for14  what does products of 14 bits; null: the kernels
    VnniEngine(const Kernels& kernels, const Engine* for14) : m_kernels(kernels), m_for14(for14) {}

    [[nodiscard]] std::string_view name() const override { return "vnni"; }

    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override {
        if (args.bits == 14 && m_for14) return m_for14->product(args, pool, workspace);
        const FloatModeGuard mode;
        // A row that is dense and short stays in the cache from its exponent to its panel.
        const bool atOnce =
            !args.aMax && args.a.columnStride == 1 && args.b.columns > 0 && args.a.columns <= kRowAtOnce;
        auto prepared = atOnce ? prepareColumns(args, pool, workspace) : prepareProduct(args, pool, workspace);
        if (!prepared) return prepared.error();
        if (args.a.rows == 0 || args.b.columns == 0) return {};
        if (args.a.columns == 0) return scalarEngine().product(args, pool, workspace);

        const Digits digits = digitsOf(args.bits);
        const Parts parts = Parts::of(args.a.columns, digits.planes);
        VnniProduct p{args,
                      m_kernels,
                      digits,
                      parts,
                      panelsOf(args.a, kLanesA, digits, parts),
                      panelsOf(args.b.transposed(), kLanesB, digits, parts),
                      RowTotals(args, pool, workspace)};
        makeRoom(p, workspace);
        p.b.setScales(0, p.b.padded, prepared->f);
        if (atOnce) {
            if (!packRowsAtOnce(p, prepared->e, pool)) return notFiniteOperand();
        } else {
            p.a.setScales(0, p.a.padded, prepared->e);
            packPanels(p, p.a, pool);
        }
        packPanels(p, p.b, pool);
        return multiplyPanels(p, pool, workspace);
    }

private:
    static Panels panelsOf(const Matrix& lanes, std::size_t width, const Digits& digits, const Parts& parts) {
        Panels out{lanes, width, digits.planes, parts.groupsOf(0), nullptr, nullptr, nullptr, nullptr, 0};
        out.padded = out.count() * width + 16; // 16 can be read from any lane on
        return out;
    }

    static void makeRoom(VnniProduct& p, Workspace& workspace) {
        auto* numbers = workspace.get<float>(kScales, 3 * (p.a.padded + p.b.padded));
        const auto place = [&numbers](Panels& panels) {
            panels.first = numbers;
            panels.second = numbers + panels.padded;
            panels.negative = numbers + 2 * panels.padded;
            numbers += 3 * panels.padded;
        };
        place(p.a);
        place(p.b);
        const auto words = [&p](const Panels& panels) {
            return p.parts.count * panels.count() * panels.planes * panels.planeWords();
        };
        p.a.words = workspace.get<std::uint32_t>(kPackedA, words(p.a));
        p.b.words = workspace.get<std::uint32_t>(kPackedB, words(p.b));
        p.starts = workspace.get<std::int32_t>(kStarts, p.parts.count * p.a.count() * p.digits.planes * kLanesA);
    }

    const Kernels& m_kernels;
    const Engine* m_for14;
};

} // namespace

bool hasVnni512() {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512vnni");
}

bool hasVnni256() {
    // Leaf 7.1 says it; compilers that name it to __builtin_cpu_supports() are younger than ours.
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
           __get_cpuid_count(7, 1, &eax, &ebx, &ecx, &edx) != 0 && (eax & (1U << 4U)) != 0;
}

const Engine& vnniEngine256() {
    static const VnniEngine engine(vnni::kernels256(), &avx2Engine());
    return engine;
}

const Engine& vnniEngine512() {
    static const VnniEngine engine(vnni::kernels512(), nullptr);
    return engine;
}

} // namespace unchained::gpu
