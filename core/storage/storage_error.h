// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace unchained::storage {

/// Why a database or a data directory could not be used, in order of precedence.
enum class StorageError : std::uint32_t {
    NotFound = 1400, ///< no such directory, no such database
    CannotCreate,    ///< the directory or a file in it cannot be made or opened
    NotPrivate,      ///< others may read the directory, and it holds things that are not ours
    InUse,           ///< another program runs on this directory
    NoDriver,        ///< Qt's plugin for SQLite is missing
    NotOurs,         ///< a database of another program
    NewerSchema,     ///< written by a newer version of this program
    OlderSchema,     ///< only for reading: written by an older version, and readers do not migrate; transient
    Damaged,         ///< its content contradicts itself or cannot be read
    DiskFull,        ///< no room left; nothing was changed; transient
    Locked,          ///< another program holds the database; nothing was changed; transient
    ReadOnly,        ///< may not be written
    DiskError,       ///< the disk reported an error
    Conflict,        ///< contradicts what is stored: the same id with other content, a number out of turn
    AuditFailed,     ///< the books contradict themselves
    Failed,          ///< anything else that SQLite says
};

} // namespace unchained::storage
