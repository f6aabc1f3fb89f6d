// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/backends.h"

#include <cuda_runtime_api.h>

namespace unchained::gpu::tests {

/// One function of gpu/elementary.h on the card, in place.
[[nodiscard]] cudaError_t launchElementary(Elementary function, float* values, std::size_t count, cudaStream_t stream);

} // namespace unchained::gpu::tests
