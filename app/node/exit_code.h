// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"

namespace unchained::node {

/// What the program says to whoever started it; scripts stand on it.
enum ExitCode : int {
    kGood = 0,
    kWrong = 1,   ///< checked and found wrong: a caught cheat, a forgery, an audit that failed
    kUsage = 2,   ///< usage or bad input
    kRefused = 3, ///< a peer refused, or is not the one that was named
    /// A missing key, a locked directory, a busy port, a hub that does not answer; no host within the user's own
    /// limits: the words were right and no peer has said no, so the same may work later.
    kCannotStart = 4,
};

enum class NodeError : std::uint32_t {
    Usage = 1600,  ///< the command line
    NoKey,         ///< the directory has no identity
    BadPassphrase, ///< a passphrase file that cannot be read, two entries that differ
    NoHome,        ///< no default directory
    BadAnswer,     ///< a hub answered something that is not of the protocol
    NothingThere,  ///< a directory without the database that is asked for
    BadBooks,      ///< an audit found the log and the books contradicting each other
    NoHost,        ///< no listing fits
    NotBuilt,      ///< a command that this build lacks
    Stopped,       ///< a signal asked for the end: status 0
    Broken,        ///< an invariant that does not hold, memory that is not there
};

/// The status that goes with an error, by its room and code.
[[nodiscard]] ExitCode exitCodeOf(const Error& error);

} // namespace unchained::node
