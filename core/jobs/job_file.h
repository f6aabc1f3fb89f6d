// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"
#include "gpu/dataset.h"
#include "gpu/description.h"
#include "gpu/render.h"
#include "gpu/rows.h"
#include "jobs/sweep_fields.h"
#include "jobs/toml_fields.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Job files: what is to be computed, on which data, cut into which steps. TOML, described in resources/jobs/README.md.
/// A job file is the renter's own; nothing of it travels but what prepare.h makes of it.
/// Not pure (files are read); safe from any thread.
namespace unchained::jobs {

inline constexpr std::uint64_t kJobFileBytesMax = std::uint64_t{1} << 20;

/// How the job is cut, paid and checked; prices are in steps, since c is known only with a host.
struct ContractSpec {
    std::uint64_t steps = 0;             ///< N; 0: it follows from iterationsPerStep
    std::uint32_t iterationsPerStep = 0; ///< 0: it follows from steps; at least one of the two is given
    std::uint32_t window = 4;            ///< W
    std::uint32_t odds = 4;              ///< n, p = 1/n
    std::uint32_t bondSteps = 400;       ///< B / c
    std::uint32_t claimBatch = 6;        ///< g, the most that the renter offers
    contract::Periods periods;
};

struct JobSpec {
    std::filesystem::path path; ///< of the job file
    std::string name;           ///< [a-z0-9-], what `--job` takes
    std::string title;
    std::uint64_t order = 100; ///< of several jobs the one with the least is proposed first
    std::string program;       ///< "train/v1"
    std::uint32_t bits = 14;
    std::uint32_t noise = 8; ///< amplitude 2^-noise; 0: none, of "infer/v1" alone
    gpu::LossKind loss = gpu::LossKind::CrossEntropy;
    gpu::DataOptions data;                     ///< paths are resolved
    std::vector<gpu::LayerDescription> layers; ///< what is repeated is written out
    gpu::OptimiserDescription optimizer;
    std::uint32_t batch = 0; ///< 0: full
    std::uint64_t epochs = 0;
    std::uint64_t seed = 0;
    std::optional<gpu::RowOptions> rows;          ///< of "infer/v1": what the network answers, in place of `data`
    std::uint64_t tileRows = 0;                   ///< of "infer/v1"
    bool classes = true;                          ///< of "infer/v1": the largest output is the answer
    std::vector<Trial> trials;                    ///< of "sweep/v1", else empty
    std::optional<gpu::RenderDescription> scene;  ///< of "render/v1", which uses nothing of the above but the seed
    std::uint64_t frozen = 0;                     ///< layers of the file's list that stay as they are
    std::optional<std::filesystem::path> weights; ///< .safetensors; else Y[0] follows from the seed
    ContractSpec contract;
};

/// @param fileName  shown in errors
/// @param baseDir   what relative paths in the file are relative to
/// Everything that can be checked without reading the data is checked, also that the named files are there.
[[nodiscard]] Result<JobSpec> parseJob(std::string_view text, const std::string& fileName,
                                       const std::filesystem::path& baseDir);
[[nodiscard]] Result<JobSpec> loadJob(const std::filesystem::path& path);

/// The job made small, to try things out: a picture that has 20 tiles at most. What is done step by step stays as it
/// is: `rent --quick` does the first 20 of them.
[[nodiscard]] JobSpec quickened(JobSpec job);

/// A job by path (anything with a slash or ending in .toml) or by name: `<dir>/<name>.toml` of the first directory that
/// has it. The path; NoSuchJob names what there is.
[[nodiscard]] Result<std::filesystem::path> findJob(const std::string& nameOrPath,
                                                    const std::vector<std::filesystem::path>& searchDirs);

} // namespace unchained::jobs
