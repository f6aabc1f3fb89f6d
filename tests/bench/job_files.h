// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/prepare.h"

namespace unchained::bench {

/// Writes what another program needs to train the same job: data.safetensors (the data set), initial.safetensors (the
/// initial weights) and order.safetensors ("rows" [iterations, batch]: the samples of each iteration).
[[nodiscard]] Result<void> writeJobFiles(const jobs::PreparedJob& job, const std::filesystem::path& folder);

} // namespace unchained::bench
