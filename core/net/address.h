// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace unchained::net {

/// SHA-256 of a peer's SubjectPublicKeyInfo (DER).
using SpkiFingerprint = Hash256;

/// Where a socket listens. Written host:port, IPv6 hosts in brackets: [::1]:7411.
struct Endpoint {
    std::string host; ///< name or IP address, without brackets
    std::uint16_t port = 0;
    bool operator==(const Endpoint&) const = default;

    [[nodiscard]] std::string str() const;
    /// Error{BadAddress} with the part that is wrong. Port 0 is accepted: a listener takes any free port.
    [[nodiscard]] static Result<Endpoint> parse(std::string_view text);
};

/// A hub's address carries its identity, so that no certificate authority is asked: host:port#64 hex digits.
struct HubAddress {
    Endpoint endpoint;
    SpkiFingerprint fingerprint;
    bool operator==(const HubAddress&) const = default;

    [[nodiscard]] std::string str() const;
    /// Error{BadAddress} with the part that is wrong. Port 0 is refused.
    [[nodiscard]] static Result<HubAddress> parse(std::string_view text);
};

} // namespace unchained::net
