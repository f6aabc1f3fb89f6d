// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/host_tensor.h"

namespace unchained::gpu {

/// NumPy's .npy (NEP 1), versions 1 and 2: little-endian or single-byte f4 f8 i1 u1 i2 i4 i8 in C order.
/// Pure; safe from any thread.
[[nodiscard]] Result<HostTensor> parseNpy(ByteView image, const std::string& source);

} // namespace unchained::gpu
