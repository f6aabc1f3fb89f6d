// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/worker_process.h"
#include "storage/blob_store.h"

#include <functional>
#include <string>

/// What this machine is and how fast, for its listing.
namespace unchained::net {

/// "AMD EPYC, 2 threads": the processor's own name, from /proc/cpuinfo.
[[nodiscard]] std::string deviceName();
/// Bytes of main memory.
[[nodiscard]] std::uint64_t memoryBytes();

struct MeasuredRate {
    std::string engine;
    std::uint64_t rate = 1; ///< multiply-adds a second, of a small training in 14 bit
};

/// Trains a made-up network for about a second in `worker`, whose blobs are `blobs`, and reckons. The worker may be
/// used for something else afterwards.
void measureRate(jobs::WorkerProcess& worker, storage::BlobStore& blobs,
                 std::function<void(Result<MeasuredRate>)> done);

} // namespace unchained::net
