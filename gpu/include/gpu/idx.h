// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/host_tensor.h"

namespace unchained::gpu {

/// IDX, the format of the MNIST files (http://yann.lecun.com/exdb/mnist): two zero bytes, type, number of dimensions,
/// big-endian sizes, big-endian elements. Pure; safe from any thread.
[[nodiscard]] Result<HostTensor> parseIdx(ByteView image, const std::string& source);

} // namespace unchained::gpu
