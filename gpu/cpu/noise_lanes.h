// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cpu/lanes.h"
#include "gpu/noise.h"

namespace unchained::gpu {

/// addNoise() of gpu/noise.h with these instructions, which the processor must have; without them the widest.
void addNoise(float* out, const float* clean, std::size_t elements, const Hash256& seed, std::uint64_t iteration,
              std::uint64_t tensor, NoiseScale scale, ThreadPool& pool, Lanes lanes);

} // namespace unchained::gpu
