// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// What a loss writes; all of the device.
struct LossOutput {
    float* losses = nullptr;        ///< of each row
    std::uint32_t* right = nullptr; ///< of each row: 1 where it is right, else 0; null: nobody wants it
    float* gradient = nullptr;      ///< a number for each of the output; null: nobody wants it; may be the output
};

/// Softmax cross entropy over rows of logits.
///
///     m = max_c x_c;  t_c = exactExp(x_c − m);  D = rne32( Σ_c rne(t_c·2^38) ) · 2^−38     the sum in Z
///     loss = exactLog(D) − (x_y − m);  dx_c = (t_c / D − [c = y]) · (1/rows)
struct CrossEntropy {
    /// A row is right where its largest logit (the first of equals) is the label's.
    /// NotFinite where a logit is a NaN or an infinity, or a difference of two does not fit.
    [[nodiscard]] static Result<void> run(Tools& tools, const float* logits, const std::int32_t* labels,
                                          std::size_t rows, std::size_t classes, const LossOutput& out);
};

} // namespace unchained::gpu
