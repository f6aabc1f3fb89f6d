// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cuda_runtime.h>

namespace unchained::gpu::cuda {

inline constexpr unsigned kThreads = 256;

/// Blocks for so many units of work, several to a block. A grid's first dimension holds 2^31 - 1, more than any card
/// has memory for.
[[nodiscard]] inline unsigned blocksFor(std::size_t count, std::size_t each = kThreads) {
    return static_cast<unsigned>((count + each - 1) / each);
}

[[nodiscard]] __device__ inline std::size_t globalThread() {
    return std::size_t{blockIdx.x} * blockDim.x + threadIdx.x;
}

/// Combines the values of a warp; every lane must call it, and the first one holds the result.
template <class T, class Fn>
[[nodiscard]] __device__ inline T overWarp(T value, const Fn& combine) {
    for (unsigned distance = 16; distance > 0; distance /= 2)
        value = combine(value, __shfl_down_sync(0xffffffffU, value, distance));
    return value;
}

} // namespace unchained::gpu::cuda
