// SPDX-License-Identifier: Apache-2.0
#include "cuda/kernels.h"
#include "cuda/launch.cuh"

namespace unchained::gpu::cuda {

namespace {

/// Small blocks: a thread works long and needs many registers.
constexpr unsigned kHashThreads = 64;

__global__ void __launch_bounds__(kHashThreads) leaves(const std::uint8_t* state, std::size_t bytes, HashWords* out) {
    const std::size_t leaf = globalThread();
    if (leaf * kStateLeafBytes < bytes) out[leaf] = stateLeafHash(state, bytes, leaf);
}

__global__ void __launch_bounds__(kHashThreads) nodes(const HashWords* level, std::size_t count, HashWords* above) {
    const std::size_t node = globalThread();
    if (2 * node < count) above[node] = nodeAbove(level, count, node);
}

} // namespace

cudaError_t launchLeaves(const std::uint8_t* state, std::size_t bytes, HashWords* out, cudaStream_t stream) {
    if (bytes == 0) return cudaSuccess;
    leaves<<<blocksFor(bytes, kStateLeafBytes * kHashThreads), kHashThreads, 0, stream>>>(state, bytes, out);
    return cudaGetLastError();
}

cudaError_t launchNodes(const HashWords* level, std::size_t count, HashWords* above, cudaStream_t stream) {
    if (count == 0) return cudaSuccess;
    nodes<<<blocksFor((count + 1) / 2, kHashThreads), kHashThreads, 0, stream>>>(level, count, above);
    return cudaGetLastError();
}

} // namespace unchained::gpu::cuda
