// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/worker_process.h"
#include "storage/blob_store.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

/// What this machine is and how fast, for its listing.
namespace unchained::net {

/// What computes, as a listing names it: "AMD EPYC, 2 threads", or a card by its own name.
/// @param device  what the engine says that it computes on (gpu::worker::Loaded); empty: the processor
[[nodiscard]] std::string deviceName(const std::string& device = {});
/// Bytes of main memory.
[[nodiscard]] std::uint64_t memoryBytes();

struct MeasuredRate {
    std::string engine;
    std::uint64_t rate = 1;  ///< multiply-adds a second, of a small training in 14 bit; 0: not known
    bool kept = false;       ///< measured at an earlier start
    std::string device = {}; ///< what the engine computes on; not kept in a file
};

/// Does steps of the benchmark's job (core/jobs/benchmark) for about a second in `worker`, whose blobs are `blobs`, and
/// reckons. The worker may be used for something else afterwards. Where the rate `before` is that of the engine which
/// the worker has taken up, that one is given without a training: a rate is kept, an engine that no longer works is
/// not.
void measureRate(jobs::WorkerProcess& worker, storage::BlobStore& blobs,
                 const std::function<void(Result<MeasuredRate>)>& done, const std::optional<MeasuredRate>& before = {});

/// Only what `worker` computes with, the rate being 0: for a machine that a hub is to measure.
void findEngine(jobs::WorkerProcess& worker, const std::function<void(Result<MeasuredRate>)>& done);

/// What a measured rate depends on: the processor and how much of it is ours, memory, graphics cards with their driver,
/// the bytes of the worker, and the engine that is asked for (empty: the fastest).
[[nodiscard]] Hash256 machineFingerprint(const std::filesystem::path& worker, const std::string& engine);
/// What was kept in `file` under the same fingerprint; nothing where there is none, or it cannot be read.
[[nodiscard]] std::optional<MeasuredRate> rateMeasuredBefore(const std::filesystem::path& file,
                                                             const Hash256& fingerprint);
/// Keeps a rate in `file`. Where that cannot be written the next start measures again.
void keepRate(const std::filesystem::path& file, const Hash256& fingerprint, const MeasuredRate& rate);

} // namespace unchained::net
