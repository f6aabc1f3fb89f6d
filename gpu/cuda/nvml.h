// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cards.h"

/// NVIDIA's management library, loaded where it is installed: it comes with the driver, and its header is in no
/// toolkit.
namespace unchained::gpu::cuda {

inline constexpr const char* kNvmlLibrary = "libnvidia-ml.so.1";

/// Fills in what NVML knows: Cards::driver, of each card free memory, power and temperature. What it does not tell
/// stays empty; whyNoSensors says why nothing is known. The library is loaded for the call and let go after it.
void readSensors(Cards& cards, const char* library = kNvmlLibrary);

} // namespace unchained::gpu::cuda
