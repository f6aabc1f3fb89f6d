// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/backends.h"
#include "gpu/elementary.h"

namespace unchained::gpu::tests {

/// One function of gpu/elementary.h, on whatever compiles this.
[[nodiscard]] UNCHAINED_DEVICE inline float apply(Elementary function, float x) {
    switch (function) {
    case Elementary::Exp:
        return exactExp(x);
    case Elementary::Log:
        return exactLog(x);
    case Elementary::Tanh:
        return exactTanh(x);
    case Elementary::Gelu:
        return exactGelu(x);
    default:
        return exactGeluSlope(x);
    }
}

} // namespace unchained::gpu::tests
