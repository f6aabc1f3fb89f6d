// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"
#include "cpu/prepare.h"
#include "cpu/product_avx2.h"
#include "cpu/weigh_lanes.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace unchained::gpu {

namespace {

using avx2::kColumns;
using avx2::kRows;

constexpr std::size_t kDepthBlock = 512; ///< pairs: a panel of B of this depth nearly stays in the first-level cache
constexpr std::size_t kRowBlock = 128;   ///< rows of a task; with the columns, what fits the second-level cache
constexpr std::size_t kColumnBlock = 256;
constexpr std::size_t kPackDepth = 64; ///< depth of a packing task whose lanes are dense
constexpr std::size_t kGroup = 16;     ///< lanes that packDenseLanes takes
constexpr std::size_t kTile = kRows * kColumns;
constexpr std::size_t kNormPairs = 32; ///< pairs whose squares are summed up
constexpr std::size_t kNormLanes = 4;  ///< lanes of which the largest such sum counts
constexpr unsigned kNormBitsMax = 14;  ///< where they fit 32 bits
constexpr double kRunMax = 2147418112; ///< 2^31 − 2^16, of which a run begins with up to 2^16 − 1
static_assert(kPackDepth / 2 == kNormPairs && kDepthBlock % kNormPairs == 0);

constexpr std::size_t ceilDiv(std::size_t a, std::size_t b) {
    return (a + b - 1) / b;
}

/// One operand on its way into panels: `lanes` vectors of `depth` elements.
struct Packing {
    Matrix lanes;          ///< row = lane, column = depth
    std::size_t width = 0; ///< lanes of a panel
    const float* first = nullptr;
    const float* second = nullptr;
    std::uint32_t* out = nullptr;
    std::uint32_t* norms = nullptr; ///< by four lanes, then by 32 pairs: the largest Σ q² of such a piece; null: none

    [[nodiscard]] std::size_t pairs() const { return ceilDiv(lanes.columns, 2); }
    [[nodiscard]] std::size_t pieces() const { return ceilDiv(pairs(), kNormPairs); }
    [[nodiscard]] std::size_t paddedLanes() const { return ceilDiv(lanes.rows, width) * width; }
    [[nodiscard]] std::uint32_t* word(std::size_t pair, std::size_t lane) const {
        return out + lane / width * (pairs() * width) + pair * width + lane % width;
    }
    [[nodiscard]] std::uint32_t quantised(std::size_t lane, std::size_t k) const {
        if (lane >= lanes.rows || k >= lanes.columns) return 0;
        const float value = lanes.data[lane * lanes.rowStride + k * lanes.columnStride];
        return static_cast<std::uint32_t>(quantise(value, {first[lane], second[lane]}));
    }
};

/// Edges and odd strides, one word at a time.
void packWords(const Packing& to, std::size_t laneBegin, std::size_t laneEnd, std::size_t pairBegin,
               std::size_t pairEnd) {
    for (std::size_t lane = laneBegin; lane < std::min(laneEnd, to.paddedLanes()); ++lane) {
        for (std::size_t p = pairBegin; p < pairEnd; ++p) {
            *to.word(p, lane) = (to.quantised(lane, 2 * p) & 0xffff) | to.quantised(lane, 2 * p + 1) << 16;
        }
    }
}

/// Norms of pieces whose words have just been written.
void noteNorms(const Packing& to, std::size_t laneBegin, std::size_t laneEnd, std::size_t pairBegin,
               std::size_t pairEnd) {
    if (!to.norms) return;
    for (std::size_t lane = laneBegin; lane < std::min(laneEnd, to.paddedLanes()); lane += kNormLanes) {
        for (std::size_t p = pairBegin; p < pairEnd; p += kNormPairs) {
            to.norms[lane / kNormLanes * to.pieces() + p / kNormPairs] =
                avx2::largestNorm(to.word(p, lane), to.width, std::min(kNormPairs, pairEnd - p));
        }
    }
}

void packDenseDepth(const Packing& to, ThreadPool& pool) {
    const std::size_t depth = to.lanes.columns / 8 * 8;
    pool.parallelRanges(to.paddedLanes() / 4, 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t lane = begin * 4; lane < end * 4; lane += 4) {
            if (lane + 4 > to.lanes.rows) {
                packWords(to, lane, lane + 4, 0, to.pairs());
                noteNorms(to, lane, lane + 4, 0, to.pairs());
                continue;
            }
            const float* rows[4];
            for (std::size_t l = 0; l < 4; ++l)
                rows[l] = to.lanes.data + (lane + l) * to.lanes.rowStride;
            if (depth > 0) {
                avx2::packDenseDepth(rows, depth, to.first + lane, to.second + lane, to.word(0, lane), to.width);
            }
            packWords(to, lane, lane + 4, depth / 2, to.pairs());
            noteNorms(to, lane, lane + 4, 0, to.pairs());
        }
    });
}

void packDenseLanes(const Packing& to, ThreadPool& pool) {
    pool.parallelRanges(to.pairs(), kPackDepth / 2, [&](std::size_t begin, std::size_t end) {
        const std::size_t whole = std::min(end, to.lanes.columns / 2);
        for (std::size_t lane = 0; lane < to.paddedLanes(); lane += kGroup) {
            if (lane + kGroup > to.lanes.rows) {
                packWords(to, lane, lane + kGroup, begin, end);
                noteNorms(to, lane, lane + kGroup, begin, end);
                continue;
            }
            std::uint32_t* targets[4];
            for (std::size_t g = 0; g < 4; ++g)
                targets[g] = to.word(begin, lane + 4 * g);
            if (whole > begin) {
                avx2::packDenseLanes(to.lanes.data + lane + 2 * begin * to.lanes.columnStride, to.lanes.columnStride,
                                     whole - begin, to.first + lane, to.second + lane, targets, to.width);
            }
            packWords(to, lane, lane + kGroup, std::max(begin, whole), end);
            noteNorms(to, lane, lane + kGroup, begin, end);
        }
    });
}

void pack(const Packing& to, ThreadPool& pool) {
    if (to.lanes.columnStride == 1) {
        packDenseDepth(to, pool);
    } else if (to.lanes.rowStride == 1) {
        packDenseLanes(to, pool);
    } else {
        pool.parallelRanges(to.paddedLanes(), 16, [&](std::size_t begin, std::size_t end) {
            packWords(to, begin, end, 0, to.pairs());
            noteNorms(to, begin, end, 0, to.pairs());
        });
    }
}

/// What all tasks of one product share.
struct Tiles {
    const ProductArgs& args;
    const Packing& a;
    const Packing& b;
    std::size_t run = 1; ///< pairs that never need more than 31 bits
    const std::int32_t* e = nullptr;
    const double* columnFactors = nullptr;
    RowTotals totals;
};

/// The largest norm of a panel in pieces of a block of the depth; 0 where there are none.
double normOfPanel(const Packing& p, std::size_t lane, std::size_t pair, std::size_t pairs) {
    if (!p.norms) return 0;
    std::uint32_t most = 0;
    for (std::size_t l = lane; l < lane + p.width; l += kNormLanes) {
        const std::uint32_t* norms = p.norms + l / kNormLanes * p.pieces() + pair / kNormPairs;
        for (std::size_t piece = 0; piece < ceilDiv(pairs, kNormPairs); ++piece)
            most = std::max(most, norms[piece]);
    }
    return most;
}

/// Pairs that may be added before a carry: by Cauchy and Schwarz no sum over a piece exceeds the root of both norms.
std::size_t runOf(const Tiles& t, double normA, double normB) {
    const double most = std::sqrt(normA * normB) + 1; // what the root is rounded by
    if (!t.a.norms || most > kRunMax) return t.run;
    return std::max(t.run, kNormPairs * static_cast<std::size_t>(std::min(kRunMax / most, 1e6)));
}

/// Gives what stands in a tile its place in C.
bool finishTile(const Tiles& t, unsigned worker, std::size_t row, std::size_t column, const double* sums) {
    const std::size_t rows = std::min(kRows, t.args.a.rows - row);
    const std::size_t columns = std::min(kColumns, t.args.b.columns - column);
    const float* bias = t.args.bias ? t.args.bias + column : nullptr;
    bool finite = true;
    for (std::size_t i = 0; i < rows; ++i, sums += kColumns) {
        if (t.args.sums || t.totals.wanted()) {
            std::int64_t exact[kColumns];
            std::transform(sums, sums + columns, exact, [](double sum) { return static_cast<std::int64_t>(sum); });
            if (t.args.sums) std::copy_n(exact, columns, t.args.sums + (row + i) * t.args.b.columns + column);
            if (t.totals.wanted()) t.totals.add(worker, row + i, column, exact, columns);
        }
        finite &= avx2::finishRow(sums, columns, powerOfTwo(-t.e[row + i]), t.columnFactors + column, bias,
                                  t.args.out + (row + i) * t.args.outStride + column);
    }
    return finite;
}

/// One block of C: rows and columns from (row, column) on, with room for the sums of its tiles.
bool multiplyBlock(const Tiles& t, unsigned worker, std::size_t row, std::size_t rows, std::size_t column,
                   std::size_t columns, double* sums) {
    bool finite = true;
    for (std::size_t pair = 0; pair < t.a.pairs(); pair += kDepthBlock) {
        const std::size_t depth = std::min(kDepthBlock, t.a.pairs() - pair);
        const bool last = pair + depth == t.a.pairs();
        double normsA[kRowBlock / kRows];
        for (std::size_t i = 0; i < rows; i += kRows)
            normsA[i / kRows] = normOfPanel(t.a, row + i, pair, depth);
        double* tile = sums;
        for (std::size_t j = 0; j < columns; j += kColumns) {
            const std::uint32_t* b = t.b.word(pair, column + j);
            const double normB = normOfPanel(t.b, column + j, pair, depth);
            for (std::size_t i = 0; i < rows; i += kRows) {
                const std::uint32_t* a = t.a.word(pair, row + i);
                avx2::multiplyTile(a, b, depth, runOf(t, normsA[i / kRows], normB), tile, pair > 0);
                if (last) finite &= finishTile(t, worker, row + i, column + j, tile);
                // What is finished at once stays in the first-level cache.
                if (depth < t.a.pairs()) tile += kTile;
            }
        }
    }
    return finite;
}

/// Rows of a task: fewer where the product has too few blocks for all threads.
std::size_t rowsOfTask(std::size_t rows, std::size_t columnBlocks, unsigned threads) {
    std::size_t block = kRowBlock;
    while (block > 16 && ceilDiv(rows, block) * columnBlocks < std::size_t{4} * threads)
        block /= 2;
    return block;
}

class Avx2Engine final : public Engine {
public:
    [[nodiscard]] std::string_view name() const override { return "avx2"; }

    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override {
        // 21-bit operands do not fit 16-bit words; they are rare enough to leave them to the reference.
        if (args.bits > 16) return scalarEngine().product(args, pool, workspace);
        const FloatModeGuard mode;
        auto prepared = prepareProduct(args, pool, workspace);
        if (!prepared) return prepared.error();
        const std::size_t rows = args.a.rows;
        const std::size_t columns = args.b.columns;
        if (rows == 0 || columns == 0) return {};
        if (args.a.columns == 0) return scalarEngine().product(args, pool, workspace);

        Packing a = packed(args.a, kRows, prepared->e, workspace, kPackedA);
        if (args.bits <= kNormBitsMax) a.norms = roomForNorms(a, workspace, kExponents);
        pack(a, pool);
        Packing b = packed(args.b.transposed(), kColumns, prepared->f, workspace, kPackedB);
        if (args.bits <= kNormBitsMax) b.norms = roomForNorms(b, workspace, kStarts);
        pack(b, pool);
        auto* factors = workspace.get<double>(kScales, columns);
        for (std::size_t j = 0; j < columns; ++j)
            factors[j] = powerOfTwo(-prepared->f[j]);

        const std::int64_t limit = productLimit(args.bits);
        const auto run = static_cast<std::size_t>((INT32_MAX - 0xffff) / (2 * limit * limit));
        return multiply({args, a, b, run, prepared->e, factors, RowTotals(args, pool, workspace)}, pool, workspace);
    }

private:
    static Packing packed(const Matrix& lanes, std::size_t width, const std::int32_t* exponents, Workspace& workspace,
                          std::size_t slot) {
        Packing to{lanes, width, nullptr, nullptr, nullptr, nullptr};
        to.out = workspace.get<std::uint32_t>(slot, to.paddedLanes() * to.pairs());
        auto* scales = workspace.get<float>(kScales, 2 * lanes.rows);
        for (std::size_t l = 0; l < lanes.rows; ++l) {
            const QuantiseScale scale = QuantiseScale::of(exponents[l]);
            scales[l] = scale.first;
            scales[lanes.rows + l] = scale.second;
        }
        to.first = scales;
        to.second = scales + lanes.rows;
        return to;
    }

    static std::uint32_t* roomForNorms(const Packing& of, Workspace& workspace, std::size_t slot) {
        return workspace.get<std::uint32_t>(slot, of.paddedLanes() / kNormLanes * of.pieces());
    }

    static Result<void> multiply(const Tiles& tiles, ThreadPool& pool, Workspace& workspace) {
        const std::size_t rows = tiles.args.a.rows;
        const std::size_t columns = tiles.args.b.columns;
        const std::size_t columnBlocks = ceilDiv(columns, kColumnBlock);
        const std::size_t rowBlock = rowsOfTask(rows, columnBlocks, pool.threads());
        auto* sums = workspace.get<double>(kTileSums, kRowBlock * kColumnBlock * pool.threads());
        std::atomic<bool> finite{true};
        pool.parallelFor(ceilDiv(rows, rowBlock) * columnBlocks, [&](std::size_t task, unsigned worker) {
            const std::size_t row = task / columnBlocks * rowBlock;
            const std::size_t column = task % columnBlocks * kColumnBlock;
            const bool good =
                multiplyBlock(tiles, worker, row, std::min(rowBlock, rows - row), column,
                              std::min(kColumnBlock, columns - column), sums + worker * kRowBlock * kColumnBlock);
            if (!good) finite.store(false, std::memory_order_relaxed);
        });
        if (!finite) return notFiniteProduct();
        tiles.totals.finish();
        return {};
    }
};

} // namespace

const Engine& avx2Engine() {
    static const Avx2Engine engine;
    return engine;
}

} // namespace unchained::gpu
