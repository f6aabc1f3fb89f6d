// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/render.h"
#include "jobs/toml_fields.h"

/// [picture], [camera], [sky] and [[objects]] of a job file for the program "render". Pure.
namespace unchained::jobs {

/// Errors are remembered in the table.
[[nodiscard]] gpu::RenderDescription readRender(const TomlTable& root);

} // namespace unchained::jobs
