// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/engine.h"

namespace unchained::gpu {

[[nodiscard]] const Engine& scalarEngine();
/// Only where the processor has AVX2 and FMA.
[[nodiscard]] const Engine& avx2Engine();
/// Only where the processor has AVX-512 F, BW, DQ, VL and VNNI.
[[nodiscard]] const Engine& vnniEngine512();

} // namespace unchained::gpu
