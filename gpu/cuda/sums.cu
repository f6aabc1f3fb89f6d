// SPDX-License-Identifier: Apache-2.0
#include "cuda/kernels.h"
#include "cuda/launch.cuh"

namespace unchained::gpu::cuda {

namespace {

constexpr std::size_t kRowsPerThread = 64;
constexpr std::size_t kTermsPerBlock = 64 * kThreads;

/// Integers wrap as unsigned ones, and a sum that fits comes out whatever the order.
__device__ void addTo(std::int64_t* sum, std::int64_t value) {
    static_assert(sizeof(unsigned long long) == sizeof(std::int64_t));
    atomicAdd(reinterpret_cast<unsigned long long*>(sum), static_cast<unsigned long long>(value));
}

__global__ void columns(const float* data, std::size_t rows, std::size_t width, std::size_t blocksOfColumns,
                        const std::uint32_t* columnMax, std::int64_t* sums) {
    const std::size_t column = std::size_t{blockIdx.x} % blocksOfColumns * kThreads + threadIdx.x;
    if (column >= width) return;
    const std::size_t begin = std::size_t{blockIdx.x} / blocksOfColumns * kRowsPerThread;
    const std::size_t end = min(rows, begin + kRowsPerThread);
    addTo(sums + column,
          partialSum(data + column, begin * width, end * width, width, sumExponentOr0(columnMax[column])));
}

__global__ void terms(const float* data, std::size_t count, const std::uint32_t* max, std::int64_t* sum) {
    const std::size_t begin = std::size_t{blockIdx.x} * kTermsPerBlock;
    const std::size_t end = min(count, begin + kTermsPerBlock);
    const std::int64_t mine = partialSum(data, begin + threadIdx.x, end, kThreads, sumExponentOr0(*max));
    const std::int64_t all = overWarp(mine, [](std::int64_t a, std::int64_t b) { return a + b; });
    if (threadIdx.x % 32 == 0) addTo(sum, all);
}

__global__ void finish(const std::int64_t* sums, const std::uint32_t* max, std::size_t count, float* out,
                       Flags* flags) {
    const std::size_t i = globalThread();
    if (i >= count) return;
    if (max[i] >= kInfinityBits) flags->operandNotFinite = 1;
    out[i] = finishedSum(sums[i], sumExponentOr0(max[i]));
    if (!isFiniteBits(out[i])) flags->productNotFinite = 1;
}

} // namespace

cudaError_t launchColumnSums(const float* data, std::size_t rows, std::size_t width, const std::uint32_t* columnMax,
                             std::int64_t* sums, cudaStream_t stream) {
    if (rows == 0 || width == 0) return cudaSuccess;
    const std::size_t blocksOfColumns = blocksFor(width);
    const std::size_t blocks = blocksOfColumns * blocksFor(rows, kRowsPerThread);
    columns<<<blocksFor(blocks, 1), kThreads, 0, stream>>>(data, rows, width, blocksOfColumns, columnMax, sums);
    return cudaGetLastError();
}

cudaError_t launchSum(const float* data, std::size_t count, const std::uint32_t* max, std::int64_t* sum,
                      cudaStream_t stream) {
    if (count == 0) return cudaSuccess;
    terms<<<blocksFor(count, kTermsPerBlock), kThreads, 0, stream>>>(data, count, max, sum);
    return cudaGetLastError();
}

cudaError_t launchFinishSums(const std::int64_t* sums, const std::uint32_t* max, std::size_t count, float* out,
                             Flags* flags, cudaStream_t stream) {
    if (count == 0) return cudaSuccess;
    finish<<<blocksFor(count), kThreads, 0, stream>>>(sums, max, count, out, flags);
    return cudaGetLastError();
}

} // namespace unchained::gpu::cuda
