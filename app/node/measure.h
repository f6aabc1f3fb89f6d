// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/machine.h"

#include <filesystem>
#include <string>

namespace unchained::node {

/// The rate that this machine would list, measured by a worker in a temporary directory for about a second. Runs the
/// event loop: only for a program that does nothing else meanwhile. Error{Stopped} at a signal.
/// @param engine  empty: the fastest
[[nodiscard]] Result<net::MeasuredRate> measureThisMachine(const std::filesystem::path& worker,
                                                           const std::string& engine);

/// What a worker says of the engines of this machine. Runs the event loop, as measureThisMachine() does; Error{Stopped}
/// at a signal.
[[nodiscard]] Result<std::vector<gpu::worker::Device>> devicesOfThisMachine(const std::filesystem::path& worker);

} // namespace unchained::node
