// SPDX-License-Identifier: Apache-2.0
#include "net/dial.h"

namespace unchained::net {

Connection* dialHub(const HubAddress& hub, const TlsIdentity& self, const Options& options, QObject* parent) {
    auto* connection = new Connection(Connection::Role::Client, self, {std::nullopt, hub.fingerprint}, options, parent);
    connection->open(hub.endpoint);
    return connection;
}

Connection* dialDirect(const Endpoint& endpoint, const PeerId& expected, const TlsIdentity& self,
                       const Options& options, QObject* parent) {
    auto* connection = new Connection(Connection::Role::Client, self, {expected, std::nullopt}, options, parent);
    connection->open(endpoint);
    return connection;
}

Connection* dialCircuit(const Endpoint& hub, const CircuitToken& token, Connection::Role role, const PeerId& expected,
                        const TlsIdentity& self, const Options& options, QObject* parent) {
    auto* connection = new Connection(role, self, {expected, std::nullopt}, options, parent);
    QByteArray preface(kCircuitMagic.data(), static_cast<qsizetype>(kCircuitMagic.size()));
    preface.append(reinterpret_cast<const char*>(token.bytes.data()), static_cast<qsizetype>(token.bytes.size()));
    connection->open(hub, preface);
    return connection;
}

} // namespace unchained::net
