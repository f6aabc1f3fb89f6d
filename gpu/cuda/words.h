// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/engine.h"

#include <string>

/// What goes wrong with a card, in words. Knows no CUDA, so that every build says and tests the same.
namespace unchained::gpu::cuda {

/// EngineError::OutOfMemory.
[[nodiscard]] Error cardFull(std::size_t wantedBytes, std::size_t freeBytes);
/// EngineError::DeviceFailed. @param doing  "copying to the card"  @param said  the driver's or a library's words
[[nodiscard]] Error cardFailed(const std::string& doing, const std::string& said);

/// Codes of the CUDA runtime that say why there is no card; card.cpp checks that they are NVIDIA's.
inline constexpr int kRuntimeTooNew = 35;  ///< cudaErrorInsufficientDriver
inline constexpr int kRuntimeNoCard = 100; ///< cudaErrorNoDevice

/// Why no card was found. @param code  of cudaGetDeviceCount; 0: it counted none  @param said  the runtime's words for
/// it
/// @param driver  the newest CUDA that the driver knows, as 1000·major + 10·minor; 0: there is no driver
/// @param needed  the CUDA of this build, likewise
[[nodiscard]] std::string whyNoCard(int code, const std::string& said, int driver, int needed);

/// "13.0" of 13000.
[[nodiscard]] std::string cudaVersion(int version);

} // namespace unchained::gpu::cuda
