// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/noise.h"
#include "gpu/program.h"

/// Noise terms of a contract against a network (numerics.md 4). Pure.
namespace unchained::gpu {

/// The least t with 2^t ≥ the largest of these weights, binary32 as bytes; 0 where they are all zero or not finite.
[[nodiscard]] std::int32_t noiseExponentFor(ByteView weights, ThreadPool& pool);

/// BadParameters where the terms are not those of a network with this layout.
[[nodiscard]] Result<void> checkNoise(const NoiseTerms& noise, const std::vector<TensorInfo>& layout, unsigned bits);

} // namespace unchained::gpu
