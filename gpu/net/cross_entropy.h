// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// Softmax cross entropy over rows of logits.
///
///     m = max_c x_c;  t_c = exactExp(x_c − m);  D = rne32( Σ_c rne(t_c·2^38) ) · 2^−38     the sum in Z
///     loss = exactLog(D) − (x_y − m);  dx_c = (t_c / D − [c = y]) · (1/rows)
struct CrossEntropy {
    /// Loss of each row, and whether its largest logit (the first of equals) is the label's.
    /// @param gradient  rows × classes, may be null; may be `logits`
    /// NotFinite where a logit is a NaN or an infinity, or a difference of two does not fit.
    [[nodiscard]] static Result<std::uint64_t> run(Tools& tools, const float* logits, const std::int32_t* labels,
                                                   std::size_t rows, std::size_t classes, float* losses,
                                                   float* gradient);
};

} // namespace unchained::gpu
