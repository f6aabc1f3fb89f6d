// SPDX-License-Identifier: Apache-2.0
#include "net/elementwise.h"

namespace unchained::gpu {

/// y = exactTanh(x) and its derivative.
MadeLayer makeTanh(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Elementwise<steps::Tanh>>(plan.input));
}

} // namespace unchained::gpu
