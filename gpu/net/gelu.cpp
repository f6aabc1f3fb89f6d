// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"
#include "net/elementwise.h"

namespace unchained::gpu {

namespace {

/// The tanh form of gelu and its derivative.
struct Gelu {
    static float value(float x) { return exactGelu(x); }
    static float slope(float x) { return exactGeluSlope(x); }
};

} // namespace

MadeLayer makeGelu(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Elementwise<Gelu>>(plan.input));
}

} // namespace unchained::gpu
