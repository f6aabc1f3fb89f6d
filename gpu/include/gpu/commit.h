// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"

namespace unchained::gpu {

class ThreadPool;

/// Root of a state: its tensors' little-endian bytes in declared order, without padding (numerics.md 7). The same value
/// as merkle::blobRoot, made by all threads of the pool, which is borrowed for the call.
[[nodiscard]] Hash256 stateRoot(ByteView state, ThreadPool& pool);

} // namespace unchained::gpu
