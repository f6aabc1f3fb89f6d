// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace unchained::protocol {

/// Why a command was refused; of several broken rules the first is named.
enum class ProtocolError : std::uint32_t {
    Malformed = 1100, ///< not a command, or a structure inside does not decode
    UnknownCommand,
    UnknownContract,
    NotAParty, ///< signed by somebody who has no part in this
    WrongHub,
    WrongPhase, ///< the contract is past (or before) the point where this is possible
    Expired,    ///< the offer's life is over
    SeedUsed,   ///< an s_0 is accepted once, ever
    BadShape,   ///< numbers of the offer outside what the protocol allows
    PeriodTooShort,
    TooFewChecks, ///< g above what deterrence allows
    NoListing,    ///< the provider offers nothing here, or takes no new contract
    TooLittleCredit,
    BadProof, ///< a signature, path, chain or secret does not fit
    NotAWin,
    Contradiction,  ///< an id that was used for something else
    Stopped,        ///< a session has come to its end
    BuildWithdrawn, ///< an engine of this version was found wrong
};

} // namespace unchained::protocol
