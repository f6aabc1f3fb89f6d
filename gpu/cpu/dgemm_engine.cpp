// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"
#include "cpu/prepare.h"
#include "cpu/weigh_lanes.h"

#include <atomic>
#include <dlfcn.h>

namespace unchained::gpu {

namespace {

// What cblas.h declares; the library is loaded only where it is installed.
constexpr int kCblasRowMajor = 101;
constexpr int kCblasNoTranspose = 111;
using Dgemm = void (*)(int order, int transposeA, int transposeB, int m, int n, int k, double alpha, const double* a,
                       int lda, const double* b, int ldb, double beta, double* c, int ldc);
using SetThreads = void (*)(int);

constexpr std::size_t kBlasRows = 256; ///< of a task
constexpr std::size_t kBlasColumns = 512;

/// A depth at which every partial sum stays within 2^53, in whatever order and with whatever fusing it is made.
std::size_t exactDepth(unsigned bits) {
    const std::int64_t limit = productLimit(bits);
    return static_cast<std::size_t>((std::int64_t{1} << 53) / (limit * limit));
}

/// The integers of the operands as binary64; b is stored as it is multiplied, K×N.
struct Integers {
    double* a = nullptr;
    double* b = nullptr;
};

void quantiseAll(const ProductArgs& args, const Prepared& prepared, const Integers& to, ThreadPool& pool) {
    const std::size_t depth = args.a.columns;
    const std::size_t columns = args.b.columns;
    pool.parallelRanges(args.a.rows, 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const QuantiseScale scale = QuantiseScale::of(prepared.e[i]);
            const float* from = args.a.data + i * args.a.rowStride;
            for (std::size_t k = 0; k < depth; ++k)
                to.a[i * depth + k] = quantise(from[k * args.a.columnStride], scale);
        }
    });
    pool.parallelRanges(columns, 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t k = 0; k < depth; ++k) {
            const float* from = args.b.data + k * args.b.rowStride;
            for (std::size_t j = begin; j < end; ++j) {
                to.b[k * columns + j] = quantise(from[j * args.b.columnStride], QuantiseScale::of(prepared.f[j]));
            }
        }
    });
}

class DgemmEngine final : public Engine {
public:
    explicit DgemmEngine(Dgemm dgemm) : m_dgemm(dgemm) {}

    [[nodiscard]] std::string_view name() const override { return "dgemm"; }

    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override {
        const FloatModeGuard mode;
        auto prepared = prepareProduct(args, pool, workspace);
        if (!prepared) return prepared.error();
        if (args.a.rows == 0 || args.b.columns == 0) return {};
        // Lengths of a BLAS are 32-bit integers.
        if (args.a.columns == 0 || args.b.columns > INT32_MAX) return scalarEngine().product(args, pool, workspace);
        const Integers integers{workspace.get<double>(kPackedA, args.a.rows * args.a.columns),
                                workspace.get<double>(kPackedB, args.b.rows * args.b.columns)};
        quantiseAll(args, *prepared, integers, pool);
        constexpr std::size_t kBlock = kBlasRows * kBlasColumns;
        auto* sums = workspace.get<double>(kTileSums, kBlock * pool.threads());
        auto* totals = workspace.get<std::int64_t>(kExponents, kBlock * pool.threads());
        const std::size_t columnBlocks = (args.b.columns + kBlasColumns - 1) / kBlasColumns;
        const std::size_t rowBlocks = (args.a.rows + kBlasRows - 1) / kBlasRows;
        const RowTotals rowTotals(args, pool, workspace);
        std::atomic<bool> finite{true};
        pool.parallelFor(rowBlocks * columnBlocks, [&](std::size_t task, unsigned worker) {
            Block block{task / columnBlocks * kBlasRows,
                        task % columnBlocks * kBlasColumns,
                        sums + worker * kBlock,
                        totals + worker * kBlock,
                        worker,
                        nullptr};
            if (rowTotals.wanted()) block.weighed = &rowTotals;
            if (!multiplyBlock(args, *prepared, integers, block)) finite.store(false, std::memory_order_relaxed);
        });
        if (!finite) return notFiniteProduct();
        rowTotals.finish();
        return {};
    }

private:
    /// A part of C from (row, column) on, and room for its sums.
    struct Block {
        std::size_t row, column;
        double* sums;
        std::int64_t* totals;
        unsigned worker;
        const RowTotals* weighed; ///< null: not wanted
    };

    bool multiplyBlock(const ProductArgs& args, const Prepared& prepared, const Integers& integers,
                       const Block& block) const {
        const std::size_t rows = std::min(kBlasRows, args.a.rows - block.row);
        const std::size_t columns = std::min(kBlasColumns, args.b.columns - block.column);
        const std::size_t depth = args.a.columns;
        const std::size_t most = exactDepth(args.bits);
        std::fill_n(block.totals, rows * columns, 0);
        for (std::size_t k = 0; k < depth; k += most) {
            const std::size_t now = std::min(most, depth - k);
            m_dgemm(kCblasRowMajor, kCblasNoTranspose, kCblasNoTranspose, static_cast<int>(rows),
                    static_cast<int>(columns), static_cast<int>(now), 1.0, integers.a + block.row * depth + k,
                    static_cast<int>(depth), integers.b + k * args.b.columns + block.column,
                    static_cast<int>(args.b.columns), 0.0, block.sums, static_cast<int>(columns));
            for (std::size_t t = 0; t < rows * columns; ++t)
                block.totals[t] += static_cast<std::int64_t>(block.sums[t]);
        }
        bool finite = true;
        for (std::size_t i = 0; i < rows; ++i) {
            const double rowFactor = powerOfTwo(-prepared.e[block.row + i]);
            float* out = args.out + (block.row + i) * args.outStride + block.column;
            if (block.weighed) {
                block.weighed->add(block.worker, block.row + i, block.column, block.totals + i * columns, columns);
            }
            for (std::size_t j = 0; j < columns; ++j) {
                const std::int64_t sum = block.totals[i * columns + j];
                if (args.sums) args.sums[(block.row + i) * args.b.columns + block.column + j] = sum;
                const float value =
                    scaleSum(static_cast<float>(sum), rowFactor, powerOfTwo(-prepared.f[block.column + j]));
                finite &= isFiniteBits(value);
                out[j] = args.bias ? value + args.bias[block.column + j] : value;
            }
        }
        return finite;
    }

    Dgemm m_dgemm;
};

} // namespace

Result<const Engine*> loadDgemmEngine(const char* library) {
    void* handle = ::dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        return makeError(EngineError::Unavailable, "dgemm", {"%1 is not installed", library},
                         "install libopenblas0 to compare with it");
    }
    auto* dgemm = reinterpret_cast<Dgemm>(::dlsym(handle, "cblas_dgemm"));
    if (!dgemm) {
        ::dlclose(handle);
        return makeError(EngineError::Unavailable, "dgemm", {"%1 has no function cblas_dgemm", library},
                         "install libopenblas0 to compare with it");
    }
    // The threads are ours: one product is cut into blocks, and the library computes each on the thread that asks.
    if (auto* setThreads = reinterpret_cast<SetThreads>(::dlsym(handle, "openblas_set_num_threads"))) setThreads(1);
    static const DgemmEngine engine(dgemm);
    return &engine;
}

} // namespace unchained::gpu
