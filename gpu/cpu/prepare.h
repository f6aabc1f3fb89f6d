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

[[nodiscard]] Error notFiniteOperand();
[[nodiscard]] Error notFiniteProduct();

} // namespace unchained::gpu
