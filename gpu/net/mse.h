// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/cross_entropy.h"

namespace unchained::gpu {

/// Mean square of differences over rows of outputs.
///
///     d_c = x_c − t_c;  loss = Σ d_c·d_c / outputs, the sum exact (gpu/sums.h);  dx_c = d_c · (2 / (rows·outputs))
struct Mse {
    /// A row is right where every output is within a half of its target.
    /// NotFinite where an output is a NaN or an infinity, or a loss does not fit.
    [[nodiscard]] static Result<void> run(Tools& tools, const float* x, const float* targets, std::size_t rows,
                                          std::size_t outputs, const LossOutput& out);
};

} // namespace unchained::gpu
