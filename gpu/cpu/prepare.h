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
    const std::int32_t* e = nullptr; ///< M
    const std::int32_t* f = nullptr; ///< N
};

[[nodiscard]] Result<Prepared> prepareProduct(const ProductArgs& args, ThreadPool& pool, Workspace& workspace);

[[nodiscard]] Error notFiniteOperand();
[[nodiscard]] Error notFiniteProduct();

} // namespace unchained::gpu
