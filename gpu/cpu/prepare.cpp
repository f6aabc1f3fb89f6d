// SPDX-License-Identifier: Apache-2.0
#include "cpu/prepare.h"

#include "cpu/product_avx2.h"
#include "gpu/engine.h"
#include "gpu/program.h"

#include <bit>

namespace unchained::gpu {

namespace {

constexpr std::uint32_t kMagnitude = 0x7fffffff;

std::uint32_t magnitude(float value) {
    return std::bit_cast<std::uint32_t>(value) & kMagnitude;
}

/// Widens the maxima by one row; signed comparison is what SSE2 has, and magnitudes have no sign bit.
std::int32_t foldRowPlain(const float* row, std::size_t columns, std::int32_t* columnMax) {
    std::int32_t rowMax = 0;
    if (columnMax) {
        for (std::size_t j = 0; j < columns; ++j) {
            const auto bits = static_cast<std::int32_t>(magnitude(row[j]));
            columnMax[j] = columnMax[j] > bits ? columnMax[j] : bits;
            rowMax = rowMax > bits ? rowMax : bits;
        }
    } else {
        for (std::size_t j = 0; j < columns; ++j) {
            const auto bits = static_cast<std::int32_t>(magnitude(row[j]));
            rowMax = rowMax > bits ? rowMax : bits;
        }
    }
    return rowMax;
}

using FoldRow = std::int32_t (*)(const float*, std::size_t, std::int32_t*);

FoldRow findFoldRow() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return avx2::foldRow;
#endif
    return foldRowPlain;
}

std::int32_t foldRow(const float* row, std::size_t columns, std::int32_t* columnMax) {
    static const FoldRow best = findFoldRow();
    return best(row, columns, columnMax);
}

/// absMax() of a matrix whose rows are dense and stand `stride` apart.
void absMaxRows(const float* data, std::size_t rows, std::size_t columns, std::size_t stride, std::uint32_t* rowMax,
                std::uint32_t* columnMax, ThreadPool& pool) {
    const std::size_t workers = pool.threads();
    std::vector<std::int32_t> partial(columnMax ? workers * columns : 0, 0);
    const std::size_t grain = std::max<std::size_t>(1, 65536 / std::max<std::size_t>(1, columns));
    pool.parallelRanges(rows, grain, [&](std::size_t begin, std::size_t end, unsigned worker) {
        std::int32_t* mine = columnMax ? partial.data() + worker * columns : nullptr;
        for (std::size_t i = begin; i < end; ++i) {
            const std::int32_t most = foldRow(data + i * stride, columns, mine);
            if (rowMax) rowMax[i] = static_cast<std::uint32_t>(most);
        }
    });
    if (!columnMax) return;
    for (std::size_t j = 0; j < columns; ++j) {
        std::int32_t most = 0;
        for (std::size_t w = 0; w < workers; ++w)
            most = std::max(most, partial[w * columns + j]);
        columnMax[j] = static_cast<std::uint32_t>(most);
    }
}

} // namespace

void rowMagnitudes(const Matrix& m, std::uint32_t* max, ThreadPool& pool) {
    if (m.columnStride == 1) {
        absMaxRows(m.data, m.rows, m.columns, m.rowStride, max, nullptr, pool);
    } else if (m.rowStride == 1) {
        absMaxRows(m.data, m.columns, m.rows, m.columnStride, nullptr, max, pool);
    } else {
        pool.parallelFor(m.rows, [&](std::size_t i) {
            std::uint32_t most = 0;
            for (std::size_t k = 0; k < m.columns; ++k) {
                most = std::max(most, magnitude(m.data[i * m.rowStride + k * m.columnStride]));
            }
            max[i] = most;
        });
    }
}

bool toExponents(const std::uint32_t* max, std::size_t count, unsigned bits, std::int32_t* exponents) {
    for (std::size_t i = 0; i < count; ++i) {
        if (max[i] >= kInfinityBits) return false;
        exponents[i] = quantiseExponent(max[i], bits);
    }
    return true;
}

void rowMagnitudes(const Matrix& m, std::size_t begin, std::size_t end, std::uint32_t* max) {
    for (std::size_t i = begin; i < end; ++i)
        max[i - begin] = static_cast<std::uint32_t>(foldRow(m.data + i * m.rowStride, m.columns, nullptr));
}

Result<void> checkShape(const ProductArgs& args) {
    if (productLimit(args.bits) == 0) {
        return makeError(EngineError::BadShape, "bits", {"%1 is no width of a product", args.bits},
                         "use 8, 14, 16 or 21");
    }
    if (args.a.columns != args.b.rows) {
        return makeError(EngineError::BadShape, "product",
                         {"the left side has %1 columns and the right side %2 rows", args.a.columns, args.b.rows});
    }
    if (args.a.columns > kProductDepthMax) {
        return makeError(EngineError::BadShape, "product",
                         {"a depth of %1 is beyond %2", args.a.columns, kProductDepthMax},
                         "use a smaller batch or layer");
    }
    return {};
}

Error notFiniteOperand() {
    return makeError(ProgramError::NotFinite, "product", "an operand holds a NaN or an infinity",
                     "lower the learning rate or look into the data");
}

Error notFiniteProduct() {
    return makeError(ProgramError::NotFinite, "product", "an element of the result is too large for binary32",
                     "lower the learning rate or scale the data");
}

void absMax(const float* data, std::size_t rows, std::size_t columns, std::uint32_t* rowMax, std::uint32_t* columnMax,
            ThreadPool& pool) {
    absMaxRows(data, rows, columns, columns, rowMax, columnMax, pool);
}

Result<Prepared> prepareColumns(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) {
    if (auto checked = checkShape(args); !checked) return checked.error();
    const std::uint32_t* bMax = args.bMax;
    if (!bMax) {
        auto* max = workspace.get<std::uint32_t>(kColumnMax, args.b.columns);
        rowMagnitudes(args.b.transposed(), max, pool);
        bMax = max;
    }
    auto* e = workspace.get<std::int32_t>(kRowExponents, args.a.rows);
    auto* f = workspace.get<std::int32_t>(kColumnExponents, args.b.columns);
    if (!toExponents(bMax, args.b.columns, args.bits, f)) return notFiniteOperand();
    return Prepared{e, f};
}

bool exponentsOfRows(const Matrix& a, std::size_t begin, std::size_t end, unsigned bits, std::int32_t* exponents) {
    for (std::size_t i = begin; i < end; ++i) {
        std::uint32_t max = 0;
        rowMagnitudes(a, i, i + 1, &max);
        if (!toExponents(&max, 1, bits, exponents + (i - begin))) return false;
    }
    return true;
}

Result<Prepared> prepareProduct(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) {
    auto prepared = prepareColumns(args, pool, workspace);
    if (!prepared) return prepared;
    const std::uint32_t* aMax = args.aMax;
    if (!aMax) {
        auto* max = workspace.get<std::uint32_t>(kRowMax, args.a.rows);
        rowMagnitudes(args.a, max, pool);
        aMax = max;
    }
    if (!toExponents(aMax, args.a.rows, args.bits, prepared->e)) return notFiniteOperand();
    return prepared;
}

} // namespace unchained::gpu
