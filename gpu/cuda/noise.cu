// SPDX-License-Identifier: Apache-2.0
#include "cuda/kernels.h"
#include "cuda/launch.cuh"

namespace unchained::gpu::cuda {

namespace {

__global__ void noise(float* out, const float* clean, std::size_t elements, NoiseStream stream, float unit) {
    const std::size_t block = globalThread();
    if (block * kNoisePerBlock < elements) addNoiseBlock(out, clean, elements, stream, block, unit);
}

} // namespace

cudaError_t launchNoise(float* out, const float* clean, std::size_t elements, const NoiseStream& noiseStream,
                        float unit, cudaStream_t stream) {
    if (elements == 0) return cudaSuccess; // a grid of no blocks is an error
    noise<<<blocksFor(elements, kThreads * kNoisePerBlock), kThreads, 0, stream>>>(out, clean, elements, noiseStream,
                                                                                   unit);
    return cudaGetLastError();
}

} // namespace unchained::gpu::cuda
