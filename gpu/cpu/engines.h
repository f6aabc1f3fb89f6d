// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/engine.h"

namespace unchained::gpu {

[[nodiscard]] const Engine& scalarEngine();
/// Only where the processor has AVX2 and FMA.
[[nodiscard]] const Engine& avx2Engine();

} // namespace unchained::gpu
