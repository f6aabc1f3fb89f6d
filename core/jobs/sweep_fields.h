// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "jobs/toml_fields.h"

/// [sweep] of a job file: which settings are tried. Pure.
namespace unchained::jobs {

/// What one training of a sweep has in place of the job's own; nothing: as the job says.
struct Trial {
    std::optional<float> learningRate, momentum, weightDecay;
    std::optional<std::uint64_t> width, batch, epochs, seed;
};

/// "grid": each value of each list with each of the others, the last key changing fastest; "list": the first of each
/// list, then the second of each. At most gpu::kSweepRunsMax. Errors are remembered in the table.
[[nodiscard]] std::vector<Trial> readSweep(const TomlTable& in);

/// The layers with another width for all that have one, but for the last. Pure.
[[nodiscard]] std::vector<gpu::LayerDescription> withWidth(std::vector<gpu::LayerDescription> layers,
                                                           std::uint64_t width);

} // namespace unchained::jobs
