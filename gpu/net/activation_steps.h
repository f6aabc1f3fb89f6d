// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/device.h"
#include "gpu/elementary.h"

#include <cstddef>

/// Layers that work number by number, for one number.
namespace unchained::gpu::steps {

struct Gelu {
    static UNCHAINED_DEVICE float value(float x) { return exactGelu(x); }
    static UNCHAINED_DEVICE float slope(float x) { return exactGeluSlope(x); }
};

struct Silu {
    static UNCHAINED_DEVICE float value(float x) { return exactSilu(x); }
    static UNCHAINED_DEVICE float slope(float x) { return exactSiluSlope(x); }
};

/// The derivative is 1 − y², with y computed again: no buffer has to be kept.
struct Tanh {
    static UNCHAINED_DEVICE float value(float x) { return exactTanh(x); }
    static UNCHAINED_DEVICE float slope(float x) {
        const float y = exactTanh(x);
        return 1.0F - y * y;
    }
};

template <class Function>
struct Activation {
    const float* x = nullptr;
    float* y = nullptr;
    UNCHAINED_DEVICE void operator()(std::size_t i) const { y[i] = Function::value(x[i]); }
};

/// dx = dy · slope(x), one multiplication.
template <class Function>
struct ActivationGradient {
    const float* x = nullptr;
    const float* dy = nullptr;
    float* dx = nullptr;
    UNCHAINED_DEVICE void operator()(std::size_t i) const { dx[i] = dy[i] * Function::slope(x[i]); }
};

struct Relu {
    const float* x = nullptr;
    float* y = nullptr;
    UNCHAINED_DEVICE void operator()(std::size_t i) const { y[i] = x[i] > 0.0F ? x[i] : 0.0F; }
};

struct ReluGradient {
    const float* y = nullptr;
    const float* dy = nullptr;
    float* dx = nullptr;
    UNCHAINED_DEVICE void operator()(std::size_t i) const { dx[i] = y[i] > 0.0F ? dy[i] : 0.0F; }
};

} // namespace unchained::gpu::steps
