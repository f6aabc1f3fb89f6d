// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "jobs/job_file.h"

/// From a job file to what an offer names: data set, program parameters, counts. No Qt; any thread, no shared state.
namespace unchained::jobs {

/// A job ready to be offered. The same files give the same bytes on any machine.
struct PreparedJob {
    JobSpec spec;
    std::string program;               ///< "train/v1"
    gpu::TrainDescription description; ///< what `parameters` encodes; of "train/v1" alone
    cbor::Value parameters;
    Bytes data; ///< the data set, a .safetensors image (gpu/dataset.h); empty where a job has none
    Hash256 dataRoot;
    std::optional<Bytes> initialState; ///< Y[0] where it comes from a file, else the program makes it from its seed
    std::uint64_t trainSamples = 0;    ///< with shifted copies
    std::uint64_t testSamples = 0;
    std::uint64_t iterations = 0; ///< of the whole job: steps · iterationsPerStep; of parallel work its tiles
    std::uint64_t steps = 0;      ///< N
    std::uint32_t iterationsPerStep = 0;
};

/// Reads the data and puts everything together. Takes memory and time in proportion to the data; with weights from a
/// file also to the network.
///
/// An epoch has ⌊samples / batch⌋ iterations, one for full batches. Errors of the data keep their code (io, 200 on),
/// those of the network too (program, 300 on); what does not fit is DataMismatch or Inconsistent.
[[nodiscard]] Result<PreparedJob> prepareJob(const JobSpec& spec);

/// The description alone, for data of this size; the part of prepareJob() that reads no file.
[[nodiscard]] Result<gpu::TrainDescription> describe(const JobSpec& spec, std::uint64_t trainSamples,
                                                     std::uint64_t features, std::uint32_t classes);

} // namespace unchained::jobs
