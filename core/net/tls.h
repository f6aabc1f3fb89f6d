// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "identity/keys.h"
#include "net/address.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <optional>

/// Mutual TLS 1.3 between Ed25519 identities. A certificate only carries its key: no authority, name or date is asked
/// for, the handshake proves that the other side holds the key, and the key is compared with what was expected.
namespace unchained::net {

/// What this process proves itself with. Copies share the key.
struct TlsIdentity {
    QSslCertificate certificate;
    QSslKey key;
    PeerId peer;
};

[[nodiscard]] TlsIdentity makeTlsIdentity(const identity::Keys& keys);

/// TLS 1.3 only, both sides ask for a certificate, no authorities, no session tickets.
[[nodiscard]] QSslConfiguration tlsConfiguration(const TlsIdentity& identity);

/// The Ed25519 key in a certificate; nothing for a null certificate, another kind of key, or one of small order.
[[nodiscard]] std::optional<PeerId> peerOf(const QSslCertificate& certificate);

/// Whom a connection accepts on the other side. Nothing set: any peer with an Ed25519 key.
struct Expectation {
    std::optional<PeerId> peer;
    std::optional<SpkiFingerprint> fingerprint;
    [[nodiscard]] bool accepts(const PeerId& candidate) const {
        return (!peer || *peer == candidate) && (!fingerprint || *fingerprint == identity::fingerprint(candidate));
    }
};

} // namespace unchained::net
