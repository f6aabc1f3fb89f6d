// SPDX-License-Identifier: Apache-2.0
#include "net/tls.h"

#include "identity/certificate.h"

#include <QSsl>
#include <QSslSocket>

namespace unchained::net {

TlsIdentity makeTlsIdentity(const identity::Keys& keys) {
    const Bytes der = identity::tlsCertificate(keys);
    const QByteArray raw(reinterpret_cast<const char*>(der.data()), static_cast<qsizetype>(der.size()));
    // Qt cannot read an Ed25519 key from PEM; it takes over the reference to this one.
    return {QSslCertificate(raw, QSsl::Der), QSslKey(Qt::HANDLE(keys.newHandle()), QSsl::PrivateKey), keys.peer()};
}

QSslConfiguration tlsConfiguration(const TlsIdentity& identity) {
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates({});
    configuration.setLocalCertificate(identity.certificate);
    configuration.setPrivateKey(identity.key);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return configuration;
}

std::optional<PeerId> peerOf(const QSslCertificate& certificate) {
    const QByteArray der = certificate.toDer();
    const auto peer = identity::peerOfCertificate(asBytes({der.constData(), static_cast<std::size_t>(der.size())}));
    if (!peer) return std::nullopt;
    return *peer;
}

} // namespace unchained::net
