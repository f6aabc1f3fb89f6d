// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"
#include "net/elementwise.h"

namespace unchained::gpu {

namespace {

/// x·sigmoid(x) and its derivative.
struct Silu {
    static float value(float x) { return exactSilu(x); }
    static float slope(float x) { return exactSiluSlope(x); }
};

} // namespace

MadeLayer makeSilu(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Elementwise<Silu>>(plan.input));
}

} // namespace unchained::gpu
