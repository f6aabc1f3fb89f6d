// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/card.h"
#include "gpu/bytes.h"
#include "gpu/noise.h"

/// The operations of gpu/noise.h, gpu/sums.h and gpu/commit.h on tensors that lie on the card: the same words, the same
/// bits. All pointers are the card's. Everything is queued in order on the card's stream; only stateRoot() waits.
///
/// Errors of all: EngineError::OutOfMemory, EngineError::DeviceFailed. What is not finite the flags say (they are set
/// and never cleared here): operandNotFinite for a term, productNotFinite for a sum that does not fit binary32.
namespace unchained::gpu::cuda {

/// addNoise(); out may be clean.
[[nodiscard]] Result<void> addNoiseOnCard(CudaCard& card, float* out, const float* clean, std::size_t elements,
                                          const Hash256& seed, std::uint64_t iteration, std::uint64_t tensor,
                                          NoiseScale scale);

/// columnSums() of dense rows. @param columnMax  null: found here
[[nodiscard]] Result<void> columnSumsOnCard(CudaCard& card, const float* data, std::size_t rows, std::size_t columns,
                                            const std::uint32_t* columnMax, float* out, Flags* flags);

/// exactSum() to *out.
[[nodiscard]] Result<void> exactSumOnCard(CudaCard& card, const float* terms, std::size_t count, float* out,
                                          Flags* flags);

/// stateRoot() of a state that begins at a multiple of 16 bytes.
[[nodiscard]] Result<Hash256> stateRootOnCard(CudaCard& card, const std::uint8_t* state, std::size_t bytes);

} // namespace unchained::gpu::cuda
