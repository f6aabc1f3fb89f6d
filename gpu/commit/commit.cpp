// SPDX-License-Identifier: Apache-2.0
#include "gpu/commit.h"

#include "gpu/merkle.h"
#include "gpu/thread_pool.h"

#include <algorithm>
#include <vector>

namespace unchained::gpu {

namespace {

/// A perfect subtree of 64 leaves: some 30 µs of hashing, so that even a small network's state keeps two threads busy.
constexpr std::size_t kGrainBytes = 64 * merkle::kLeafBytes;

} // namespace

Hash256 stateRoot(ByteView state, ThreadPool& pool) {
    if (state.size() <= kGrainBytes) return merkle::blobRoot(state);
    std::vector<Hash256> subtrees((state.size() + kGrainBytes - 1) / kGrainBytes);
    pool.parallelFor(subtrees.size(), [&](std::size_t i) {
        const std::size_t at = i * kGrainBytes;
        subtrees[i] = merkle::blobRoot(state.subspan(at, std::min(kGrainBytes, state.size() - at)));
    });
    return merkle::rootOf(subtrees);
}

} // namespace unchained::gpu
