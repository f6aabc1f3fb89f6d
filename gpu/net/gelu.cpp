// SPDX-License-Identifier: Apache-2.0
#include "net/elementwise.h"

namespace unchained::gpu {

/// The tanh form of gelu and its derivative.
MadeLayer makeGelu(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Elementwise<steps::Gelu>>(plan.input));
}

} // namespace unchained::gpu
