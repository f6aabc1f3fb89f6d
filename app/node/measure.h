// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/prepare.h"

#include <filesystem>
#include <string>

namespace unchained::node {

/// Multiply-adds a second of this machine, by the job itself: a worker computes some of its steps in a temporary
/// directory, for about two seconds. Runs the event loop; a signal ends the program as if there were none.
/// @param engine  empty: the fastest
[[nodiscard]] Result<std::uint64_t> measureRate(const std::filesystem::path& worker, const std::string& engine,
                                                const jobs::PreparedJob& job);

} // namespace unchained::node
