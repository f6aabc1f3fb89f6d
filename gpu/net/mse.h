// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// Mean square of differences over rows of outputs.
///
///     d_c = x_c − t_c;  loss = Σ d_c·d_c / outputs, the sum exact (gpu/sums.h);  dx_c = d_c · (2 / (rows·outputs))
struct Mse {
    /// Loss of each row; the number of rows whose every output is within a half of its target.
    /// @param gradient  rows × outputs, may be null; may be `x`
    /// NotFinite where an output is a NaN or an infinity, or a loss does not fit.
    [[nodiscard]] static Result<std::uint64_t> run(Tools& tools, const float* x, const float* targets, std::size_t rows,
                                                   std::size_t outputs, float* losses, float* gradient);
};

} // namespace unchained::gpu
