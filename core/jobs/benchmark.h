// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"

/// The job by which machines are compared, the same for all: the training of a small GPT on bytes. A hub lets a host do
/// steps of it, and computes one again.
namespace unchained::jobs {

/// Steps of one benchmark at most.
inline constexpr std::uint64_t kBenchmarkStepsMax = 4096;

/// A step is one iteration; all that it follows from is here, but for the step seeds.
struct BenchmarkJob {
    std::string program;
    cbor::Value parameters;
    gpu::NoiseTerms noise;
    Bytes data;                    ///< safetensors, made up
    std::uint64_t workPerStep = 0; ///< multiply-adds
};
[[nodiscard]] Result<BenchmarkJob> benchmarkJob();

} // namespace unchained::jobs
