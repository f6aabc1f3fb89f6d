// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cpu/weigh.h"
#include "gpu/product.h"
#include "gpu/thread_pool.h"

/// Sums of a matrix's integers times weights, lane by lane, and totals of a product's rows: what the check of a product
/// is made of (gpu/freivalds.h).
namespace unchained::gpu {

__extension__ using Int128 = __int128;

inline constexpr std::size_t kWeighedVectors = 2;

/// The fastest loops of this processor.
[[nodiscard]] const weigh::Kernels& weighKernels();

/// Two vectors of weights in digits, which somebody else owns: digit d of vector v at (v·places + d)·stride.
struct WeightDigits {
    std::int16_t* values = nullptr;
    std::size_t stride = 0; ///< at least the terms, a multiple of weigh::kPad; what is beyond them is zero
    std::size_t places = 0;

    /// Digits that weights of up to `magnitudeBits` bits and a sign have.
    [[nodiscard]] static std::size_t placesOf(std::size_t magnitudeBits);
    [[nodiscard]] static std::size_t strideOf(std::size_t terms);
    [[nodiscard]] std::size_t words() const { return kWeighedVectors * places * stride; }
    void set(std::size_t vector, std::size_t term, Int128 weight) const;
    /// Zeros behind the terms.
    void fillUp(std::size_t terms) const;
};

/// A matrix of integers whose rows are the lanes, with the scales of its rows or of its columns.
struct WeighedMatrix {
    Matrix lanes;
    unsigned bits = 14;
    weigh::Scales scales;
    bool byTerm = false; ///< the scales are those of the columns
};

/// sums[2·lane + v] = Σ of the integers of a lane, from `begin` to `end`, times the weights of vector v. One thread.
void weighLanes(const WeighedMatrix& m, std::size_t begin, std::size_t end, const WeightDigits& weights, Int128* sums);

/// Lanes of a task: what weighLanes() takes in one go.
[[nodiscard]] std::size_t lanesOfTask(const Matrix& lanes);

/// The totals of a product in the making: tiles of one row may be finished by several threads at a time.
class RowTotals {
public:
    /// Nothing is made where the product wants no totals.
    RowTotals(const ProductArgs& args, const ThreadPool& pool, Workspace& workspace);

    [[nodiscard]] bool wanted() const { return m_args.weighed != nullptr; }
    [[nodiscard]] const std::uint32_t* weights(std::size_t vector) const {
        return m_args.weighed->weights + vector * m_args.b.columns;
    }
    /// Where this worker adds up, from this row on.
    [[nodiscard]] RowTotal* of(unsigned worker, std::size_t row) const {
        return m_totals + worker * m_args.a.rows + row;
    }
    /// Adds `count` integers of a row, from a column on.
    void add(unsigned worker, std::size_t row, std::size_t column, const std::int64_t* sums, std::size_t count) const;
    /// Adds up what all workers have, for the caller of the product.
    void finish() const;

private:
    const ProductArgs& m_args;
    std::size_t m_workers;
    RowTotal* m_totals = nullptr;
};

/// The totals of integers that were written down.
void weighSums(const std::int64_t* sums, std::size_t columns, const WeighedRows& to, std::size_t rows,
               ThreadPool& pool);

[[nodiscard]] Int128 valueOf(const RowTotal& total, std::size_t vector);

} // namespace unchained::gpu
