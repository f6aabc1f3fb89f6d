// SPDX-License-Identifier: Apache-2.0
#include "gpu/cuda/elementary_probe.h"

#include "cuda/launch.cuh"
#include "gpu/elementary_apply.h"

namespace unchained::gpu::tests {

namespace {

__global__ void probe(Elementary function, float* values, std::size_t count) {
    const std::size_t i = cuda::globalThread();
    if (i < count) values[i] = apply(function, values[i]);
}

} // namespace

cudaError_t launchElementary(Elementary function, float* values, std::size_t count, cudaStream_t stream) {
    if (count == 0) return cudaSuccess;
    probe<<<cuda::blocksFor(count), cuda::kThreads, 0, stream>>>(function, values, count);
    return cudaGetLastError();
}

} // namespace unchained::gpu::tests
