// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/product.h"
#include "gpu/result.h"
#include "gpu/thread_pool.h"

namespace unchained::gpu {

/// Scratch buffers of a product, by number. A program's own workspace is another object.
enum ProductSlot : std::size_t {
    kRowExponents,
    kColumnExponents,
    kRowMax,
    kColumnMax,
    kPackedA,
    kPackedB,
    kTileSums,
    kScales,
    kExponents,
    kStarts,
    kRowTotals,
};

/// The exponents of a product, or the refusal; the same first step for every engine.
struct Prepared {
    std::int32_t* e = nullptr; ///< M
    std::int32_t* f = nullptr; ///< N
};

[[nodiscard]] Result<Prepared> prepareProduct(const ProductArgs& args, ThreadPool& pool, Workspace& workspace);

/// The first half of it: the exponents of the columns of B alone, and room for those of A (writable). For an engine
/// that finds the exponents of a few rows just before it packs them, while they are in the cache.
[[nodiscard]] Result<Prepared> prepareColumns(const ProductArgs& args, ThreadPool& pool, Workspace& workspace);
/// Exponents of the rows from `begin` to `end`, which are dense; false when one is not finite.
[[nodiscard]] bool exponentsOfRows(const Matrix& a, std::size_t begin, std::size_t end, unsigned bits,
                                   std::int32_t* exponents);

/// The parts of the above. Errors: EngineError::BadShape.
[[nodiscard]] Result<void> checkShape(const ProductArgs& args);
/// Bits of the largest magnitude of each row of a matrix of any strides.
void rowMagnitudes(const Matrix& m, std::uint32_t* max, ThreadPool& pool);
/// The same of the rows from `begin` to `end`, which are dense, on this thread.
void rowMagnitudes(const Matrix& m, std::size_t begin, std::size_t end, std::uint32_t* max);
/// Exponents from maxima; false when a maximum is not finite.
[[nodiscard]] bool toExponents(const std::uint32_t* max, std::size_t count, unsigned bits, std::int32_t* exponents);

[[nodiscard]] Error notFiniteOperand();
[[nodiscard]] Error notFiniteProduct();

} // namespace unchained::gpu
