// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/product.h"

namespace unchained::gpu {

class Engine;
class Workspace;

/// The check of a product's integers: A·(B·r) = C·r over Z for two vectors r of 30-bit integers (numerics.md 5). It
/// costs M·N + M·K + K·N multiplications instead of M·N·K.
///
/// **Soundness 2^-60.** What is right always holds. Where C differs from A·B in row i, at column j by d ≠ 0 among
/// others, the two sides of that row agree only if r_j·d equals one number that the other entries of r and the other
/// differences fix. Over Z at most one of the 2^30 values that r_j may have does, whatever d is; with two vectors drawn
/// independently one in 2^60. Nothing is reduced: no difference is a multiple of a modulus. Integers are cut into
/// digits (r and B·r of 12 bits, C of 32), which only is a way to multiply, and every sum is exact. That holds for
/// seeds that nobody could know while C was made; of a fault that does not depend on r, it holds also where r was drawn
/// before.
///
/// What is checked is the integers, not what is made of them. Exponents and integers of A and B are made anew from the
/// floats, so that whatever an engine did wrong to its operands is found, too.

/// Whether the integers in args.sums are those of the product.
///
/// @param args  as they were given to an engine that gave no error, with `sums`
/// Errors: those of an engine for operands that it refuses; EngineError::BadShape without sums.
[[nodiscard]] Result<bool> freivalds(const ProductArgs& args, const Hash256& seed, ThreadPool& pool,
                                     Workspace& workspace);

/// Does a product and checks it, for an engine that is honest but may be broken: false where the check fails, and then
/// args.out is wrong. The integers need not be written down, which is most of what freivalds() costs.
///
/// @param args  without `weighed`, which is what this asks of the engine
/// @param checkWorkspace  another one than `workspace`, which is the engine's
/// Errors: those of the engine.
[[nodiscard]] Result<bool> checkedProduct(const Engine& engine, const ProductArgs& args, const Hash256& seed,
                                          ThreadPool& pool, Workspace& workspace, Workspace& checkWorkspace);

} // namespace unchained::gpu
