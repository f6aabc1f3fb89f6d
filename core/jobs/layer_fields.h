// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "jobs/toml_fields.h"

/// [[layers]] of a job file. Which kinds there are and what each takes is the table of gpu/layer_kinds.h; a job file
/// adds "repeat", which writes its own layers `times` times. Pure.
namespace unchained::jobs {

/// At most gpu::kLayersMax, the repeated ones counted; errors are remembered in the table.
[[nodiscard]] std::vector<gpu::LayerDescription> readLayers(const TomlTable& root);

} // namespace unchained::jobs
