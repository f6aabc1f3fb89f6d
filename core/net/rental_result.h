// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/renter_job.h"

#include <array>
#include <filesystem>
#include <string>

namespace unchained::net {

/// Overhead of a job: CPU time of all processes between admission and settlement against plain training, of which
/// hosts do some steps of every tenth window as well. Nothing where no host measured it.
struct Overhead {
    double plainSeconds = 0; ///< plain training of all steps: the worker's part less what the bare ones saved
    double bareSeconds = 0;  ///< spent on bare steps; part of no overhead
    double workerSeconds = 0, hostSeconds = 0, hubSeconds = 0, checkSeconds = 0, renterSeconds = 0;
    double ratio = 0; ///< (all − plain) / plain
    double fixed = 0; ///< the same without the checks
};
[[nodiscard]] std::optional<Overhead> overheadOf(const std::vector<std::unique_ptr<ContractRun>>& runs);

/// Shares of faked steps for which each report says how likely it would have passed.
inline constexpr std::array kFearedShares{0.01, 0.10, 0.60};

/// Writes the result directory: model.safetensors or what the tiles make, report.json, evidence.cbor, blobs/. Nothing
/// or all of it: it is made beside its place and then renamed. The report's JSON.
/// @param seconds  wall time of the job, for the report
[[nodiscard]] Result<std::string> writeResult(const RenterJob& job, const identity::Keys& keys,
                                              const storage::BlobStore& blobs, const std::filesystem::path& directory,
                                              double seconds);

/// Where a later `rent --from` begins: the newest verified state of a result directory.
struct ResumePoint {
    Hash256 root;
    std::uint64_t iteration = 0;
};
[[nodiscard]] Result<ResumePoint> readResumePoint(const std::filesystem::path& directory);

/// A result directory must be new or empty: nobody's earlier result is written over.
[[nodiscard]] Result<void> checkOutput(const std::filesystem::path& directory);

} // namespace unchained::net
