// SPDX-License-Identifier: Apache-2.0
#include "cuda/kernels.h"
#include "cuda/launch.cuh"

#include <array>
#include <cstring>

namespace unchained::gpu::cuda {

namespace {

constexpr unsigned kWarp = 32;

/// A warp that shares a row. What combines must be called by all of it.
struct Warp {
    unsigned lane = 0;

    [[nodiscard]] __device__ std::size_t first() const { return lane; }
    [[nodiscard]] __device__ static constexpr std::size_t stride() { return kWarp; }
    template <class T, class Fn>
    [[nodiscard]] __device__ static T overAll(T value, const Fn& combine) {
        for (unsigned distance = kWarp / 2; distance > 0; distance /= 2)
            value = combine(value, __shfl_xor_sync(0xffffffffU, value, static_cast<int>(distance)));
        return value;
    }
    [[nodiscard]] __device__ static std::uint64_t sum(std::uint64_t value) {
        return overAll(static_cast<unsigned long long>(value),
                       [](unsigned long long a, unsigned long long b) { return a + b; });
    }
    [[nodiscard]] __device__ static std::uint32_t most(std::uint32_t value) {
        return overAll(value, [](std::uint32_t a, std::uint32_t b) { return a > b ? a : b; });
    }
    [[nodiscard]] __device__ static std::size_t least(std::size_t value) {
        return overAll(static_cast<unsigned long long>(value),
                       [](unsigned long long a, unsigned long long b) { return a < b ? a : b; });
    }
    [[nodiscard]] __device__ static bool all(bool value) { return __all_sync(0xffffffffU, value ? 1 : 0) != 0; }
    __device__ static void sync() { __syncwarp(); }
};

template <class Step>
__global__ void overIndices(Step step, std::size_t count, std::uint32_t* verdict, std::uint32_t place) {
    const std::size_t index = globalThread();
    if (index < count && !callStep(step, index, OneThread{})) atomicMax(verdict, place);
}

template <class Step>
__global__ void overRows(Step step, std::size_t count, std::uint32_t* verdict, std::uint32_t place) {
    const std::size_t row = globalThread() / kWarp;
    if (row >= count) return; // whole warps leave
    if (!callStep(step, row, Warp{threadIdx.x % kWarp})) atomicMax(verdict, place);
}

template <class Step>
cudaError_t start(const StepCall& call, cudaStream_t stream) {
    Step step;
    std::memcpy(&step, call.step, sizeof step);
    if constexpr (kByRows<Step>) {
        overRows<<<blocksFor(call.count * kWarp), kThreads, 0, stream>>>(step, call.count, call.verdict, call.place);
    } else {
        overIndices<<<blocksFor(call.count), kThreads, 0, stream>>>(step, call.count, call.verdict, call.place);
    }
    return cudaGetLastError();
}

using Start = cudaError_t (*)(const StepCall& call, cudaStream_t stream);

template <class... Steps>
constexpr std::array<Start, sizeof...(Steps)> startsOf(StepList<Steps...>) {
    return {&start<Steps>...};
}

constexpr auto kStarts = startsOf(CardSteps{});

} // namespace

cudaError_t launchStep(const StepCall& call, cudaStream_t stream) {
    if (call.count == 0) return cudaSuccess; // a grid of no blocks is an error
    return kStarts[call.number](call, stream);
}

} // namespace unchained::gpu::cuda
