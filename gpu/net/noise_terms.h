// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/noise.h"
#include "gpu/program.h"

/// Noise terms of a contract against a network (numerics.md 4). Pure.
namespace unchained::gpu {

/// The scale 2^t of these weights, binary32 as bytes, under which noise of the weakest amplitude, 2^-(bits-1), has the
/// size of one unit of their last digit; 0 where they are all zero or not finite. A scale that only covers the largest
/// falls short of that where it is a power of two, or just below one.
[[nodiscard]] std::int32_t noiseExponentFor(ByteView weights, unsigned bits, ThreadPool& pool);

/// BadParameters where the terms are not those of a network with this layout.
[[nodiscard]] Result<void> checkNoise(const NoiseTerms& noise, const std::vector<TensorInfo>& layout, unsigned bits);

} // namespace unchained::gpu
