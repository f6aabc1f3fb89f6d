// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

inline constexpr float kNormEpsilon = 1e-5F;

/// 1 / sqrt(mean of squares + epsilon): one addition, one root, one division.
[[nodiscard]] float normFactor(float meanOfSquares);

/// Column sums of a batch's gradients for a weight tensor of a norm: exact, one scale a column.
[[nodiscard]] bool normColumnSums(const float* terms, std::size_t rows, std::size_t columns, float* out,
                                  ThreadPool& pool);

} // namespace unchained::gpu
