// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unchained::worker {

struct Options {
    std::filesystem::path blobs;
    std::string engine;                     ///< empty: the fastest
    unsigned threads = 0;                   ///< 0: one for each processor
    std::optional<std::uint32_t> selfCheck; ///< one product in so many, 0: none; nothing: gpu::selfCheckDefault()
    bool help = false;
    bool version = false;
    bool debugInfo = false;
};

/// Reads the command line without the program's name. `--option value` and `--option=value`. An error's subject is the
/// option.
[[nodiscard]] Result<Options> parseOptions(const std::vector<std::string_view>& arguments);

} // namespace unchained::worker
