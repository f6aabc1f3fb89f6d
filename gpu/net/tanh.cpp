// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"
#include "net/elementwise.h"

namespace unchained::gpu {

namespace {

/// y = exactTanh(x); the derivative is 1 − y², with y computed again: no buffer has to be kept.
struct Tanh {
    static float value(float x) { return exactTanh(x); }
    static float slope(float x) {
        const float y = exactTanh(x);
        return 1.0F - y * y;
    }
};

} // namespace

MadeLayer makeTanh(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Elementwise<Tanh>>(plan.input));
}

} // namespace unchained::gpu
