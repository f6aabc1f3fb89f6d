// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace unchained::net {

/// What can go wrong between two peers, in order of precedence. The same codes travel to the other side.
enum class NetError : std::uint32_t {
    BadAddress = 1300, ///< an address that cannot be read; remedy: the form it must have
    CannotListen,      ///< the port is taken or may not be opened
    CannotConnect,     ///< nobody answers there; transient
    TlsFailed,         ///< no TLS 1.3, no Ed25519 certificate, or an altered record
    WrongPeer,         ///< the other side proved a key, but not the one that was pinned
    VersionUnknown,    ///< no protocol version in common
    BadFrame,          ///< a frame that is too long, not canonical CBOR, or not one of the protocol's
    DeadlinePassed,    ///< handshake or call not done in its time; transient
    Silent,            ///< nothing heard for Options::silenceMax; transient
    QueueFull,         ///< the other side reads too slowly for what it is sent; transient
    TooManyCalls,      ///< Options::callsMax calls wait for their answers; transient
    TooManyCircuits,   ///< CircuitSwitch limits; transient
    CallUnknown,       ///< the other side has no handler for this call
    Closed,            ///< the connection was closed; transient
    BlobRefused,       ///< the other side may not have this blob, or we do not hold it
    BlobForged,        ///< a piece does not belong to the root that was asked for
    BlobTooLarge,      ///< larger than the caller allows
    NotMeasured,       ///< a benchmark came to its end without a measurement
    NoHostFits,        ///< no host that is listed now lies within the renter's own limits; nobody has refused anything
};

} // namespace unchained::net
