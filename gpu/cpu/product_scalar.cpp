// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"
#include "cpu/prepare.h"
#include "cpu/weigh_lanes.h"

#include <atomic>

namespace unchained::gpu {

namespace {

/// Products whose pairs of 32 fit int32: L² · 32 < 2^31 up to 14 bits.
constexpr std::size_t kShortRun = 32;
constexpr unsigned kShortBitsMax = 14;

/// Quantises `lanes` vectors of length `depth` into rows of the wanted integer type.
template <class Int>
void quantiseLanes(const Matrix& m, const std::int32_t* exponents, Int* out, ThreadPool& pool) {
    if (m.columns == 0) return; // without elements there need be no data
    pool.parallelRanges(m.rows, 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const QuantiseScale scale = QuantiseScale::of(exponents[i]);
            const float* from = m.data + i * m.rowStride;
            for (std::size_t k = 0; k < m.columns; ++k) {
                out[i * m.columns + k] = static_cast<Int>(quantise(from[k * m.columnStride], scale));
            }
        }
    });
}

std::int64_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t depth) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < depth; k += kShortRun) {
        const std::size_t end = std::min(depth, k + kShortRun);
        std::int32_t part = 0;
        for (std::size_t t = k; t < end; ++t)
            part += std::int32_t{a[t]} * b[t];
        sum += part;
    }
    return sum;
}

std::int64_t dot(const std::int32_t* a, const std::int32_t* b, std::size_t depth) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < depth; ++k)
        sum += std::int64_t{a[k]} * b[k];
    return sum;
}

template <class Int>
Result<void> multiply(const ProductArgs& args, const Prepared& prepared, ThreadPool& pool, Workspace& workspace) {
    const std::size_t rows = args.a.rows;
    const std::size_t columns = args.b.columns;
    const std::size_t depth = args.a.columns;
    auto* a = workspace.get<Int>(kPackedA, rows * depth);
    auto* b = workspace.get<Int>(kPackedB, columns * depth);
    quantiseLanes(args.a, prepared.e, a, pool);
    quantiseLanes(args.b.transposed(), prepared.f, b, pool);
    const RowTotals totals(args, pool, workspace);
    std::atomic<bool> finite{true};
    pool.parallelFor(rows, [&](std::size_t i, unsigned worker) {
        const double rowFactor = powerOfTwo(-prepared.e[i]);
        float* out = args.out + i * args.outStride;
        for (std::size_t j = 0; j < columns; ++j) {
            const std::int64_t sum = dot(a + i * depth, b + j * depth, depth);
            if (args.sums) args.sums[i * columns + j] = sum;
            if (totals.wanted()) totals.add(worker, i, j, &sum, 1);
            const float value = scaleSum(static_cast<float>(sum), rowFactor, powerOfTwo(-prepared.f[j]));
            if (!isFiniteBits(value)) finite.store(false, std::memory_order_relaxed);
            out[j] = args.bias ? value + args.bias[j] : value;
        }
    });
    if (!finite) return notFiniteProduct();
    totals.finish();
    return {};
}

/// The reference: plain C++, nothing clever.
class ScalarEngine final : public Engine {
public:
    [[nodiscard]] std::string_view name() const override { return "scalar"; }

    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override {
        const FloatModeGuard mode;
        auto prepared = prepareProduct(args, pool, workspace);
        if (!prepared) return prepared.error();
        if (args.bits <= kShortBitsMax) return multiply<std::int16_t>(args, *prepared, pool, workspace);
        return multiply<std::int32_t>(args, *prepared, pool, workspace);
    }
};

} // namespace

const Engine& scalarEngine() {
    static const ScalarEngine engine;
    return engine;
}

} // namespace unchained::gpu
