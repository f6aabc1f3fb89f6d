// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "jobs/toml_fields.h"

/// [optimizer] of a job file. Pure.
namespace unchained::jobs {

/// Errors are remembered in the table.
[[nodiscard]] gpu::OptimiserDescription readOptimizer(const TomlTable& in);

} // namespace unchained::jobs
