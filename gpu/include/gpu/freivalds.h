// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/product.h"

namespace unchained::gpu {

class Workspace;

/// Whether integers are those of a product: A·(B·r) = C·r over Z for two vectors r of 30-bit integers (numerics.md 5).
///
/// What is right always holds; what is wrong in any one element holds with a chance of 2^-60 at most, over seeds that
/// nobody could know while it was made. Costs M·N + M·K + K·N multiplications instead of M·N·K. It checks args.sums
/// alone: not what was made of them, and not the exponents.
///
/// @param args  as they were given to an engine that gave no error, with `sums`
/// Errors: those of an engine for operands that it refuses; EngineError::BadShape without sums.
[[nodiscard]] Result<bool> freivalds(const ProductArgs& args, const Hash256& seed, ThreadPool& pool,
                                     Workspace& workspace);

} // namespace unchained::gpu
