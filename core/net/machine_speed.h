// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"

#include <cstdint>
#include <filesystem>

/// How fast memory and disk of this machine are. Nothing is computed here: bytes are moved and the time is taken. Each
/// takes some tenths of a second on a common machine; any thread.
namespace unchained::net {

/// Bytes a second that one thread copies.
[[nodiscard]] std::uint64_t measureMemoryCopy();

struct DiskSpeed {
    std::uint64_t write = 0; ///< bytes a second, until they are safe from a power cut
    std::uint64_t read = 0;  ///< bytes a second, not from the memory of the system where that lets go of them
};
/// Writes a file of 64 MiB in `directory`, reads it and removes it.
/// Errors: storage::StorageError::DiskFull where there is no room, DiskError.
[[nodiscard]] Result<DiskSpeed> measureDisk(const std::filesystem::path& directory);

} // namespace unchained::net
