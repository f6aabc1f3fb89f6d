// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/commit_steps.h"
#include "cuda/noise_steps.h"
#include "cuda/step_call.h"
#include "cuda/sums_steps.h"

#include <cuda_runtime_api.h>

/// Launches of kernels, for C++ that nvcc does not compile. All pointers are the card's. What they return is of the
/// launch; what goes wrong inside comes with the next wait.
namespace unchained::gpu::cuda {

[[nodiscard]] cudaError_t launchMaxima(const Lanes& lanes, std::uint32_t* max, cudaStream_t stream);
[[nodiscard]] cudaError_t launchScales(const std::uint32_t* max, std::size_t count, unsigned bits, LaneScale* out,
                                       Flags* flags, cudaStream_t stream);
[[nodiscard]] cudaError_t launchDigits(const Lanes& lanes, const LaneScale* scales, unsigned bits,
                                       const DigitPlanes& out, cudaStream_t stream);
[[nodiscard]] cudaError_t launchJoin(const Join& join, cudaStream_t stream);

/// A step of CardSteps for each index, or each row by a warp.
[[nodiscard]] cudaError_t launchStep(const StepCall& call, cudaStream_t stream);

[[nodiscard]] cudaError_t launchNoise(float* out, const float* clean, std::size_t elements, const NoiseStream& noise,
                                      float unit, cudaStream_t stream);

/// Adds to sums[column], zero before; maxima as launchMaxima makes them.
[[nodiscard]] cudaError_t launchColumnSums(const float* data, std::size_t rows, std::size_t columns,
                                           const std::uint32_t* columnMax, std::int64_t* sums, cudaStream_t stream);
/// Adds one sum of all terms to *sum, zero before.
[[nodiscard]] cudaError_t launchSum(const float* terms, std::size_t count, const std::uint32_t* max, std::int64_t* sum,
                                    cudaStream_t stream);
/// Rounds them; the flags say what is not finite, a term or a sum.
[[nodiscard]] cudaError_t launchFinishSums(const std::int64_t* sums, const std::uint32_t* max, std::size_t count,
                                           float* out, Flags* flags, cudaStream_t stream);

/// Hashes of the leaves of a state, which begins at a multiple of 16 bytes.
[[nodiscard]] cudaError_t launchLeaves(const std::uint8_t* state, std::size_t bytes, HashWords* leaves,
                                       cudaStream_t stream);
/// The level above `count` nodes.
[[nodiscard]] cudaError_t launchNodes(const HashWords* level, std::size_t count, HashWords* above, cudaStream_t stream);

} // namespace unchained::gpu::cuda
