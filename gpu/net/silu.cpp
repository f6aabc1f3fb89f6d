// SPDX-License-Identifier: Apache-2.0
#include "net/elementwise.h"

namespace unchained::gpu {

/// x·sigmoid(x) and its derivative.
MadeLayer makeSilu(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Elementwise<steps::Silu>>(plan.input));
}

} // namespace unchained::gpu
