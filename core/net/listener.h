// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/circuit.h"
#include "net/connection.h"

#include <QByteArray>
#include <QObject>

#include <map>
#include <memory>

namespace unchained::net {

struct ListenerLimits {
    std::size_t perAddressMax = 64; ///< open sockets from one IPv4 address or one IPv6 /64
    std::size_t totalMax = 4096;    ///< open sockets in all
};

/// Accepts peers on one port, and circuits on the same port where it is given a CircuitSwitch.
///
/// What comes beyond the limits is reset at once. Everything else must have finished its handshake (or sent its circuit
/// preface) within Options::handshakeDeadline. One thread.
class Listener : public QObject {
    Q_OBJECT
public:
    Listener(TlsIdentity identity, Options options, ListenerLimits limits = {}, QObject* parent = nullptr);
    ~Listener() override;

    /// @param where  an IP address, "localhost" or "*" (all), and a port; 0 is any free one
    /// Error{BadAddress, CannotListen}
    Result<void> listen(const Endpoint& where);
    /// Where it listens, with the port that was taken.
    [[nodiscard]] Endpoint endpoint() const;

    /// Serves circuits; not owned. Without one their connections are reset.
    void setCircuits(CircuitSwitch* circuits) { m_circuits = circuits; }

    /// Sockets that came through this listener and are still open.
    [[nodiscard]] std::size_t openSockets() const { return m_open; }

signals:
    /// A peer after its hello. The receiver owns the connection: it sets a parent or calls deleteLater().
    void connected(unchained::net::Connection* connection);

private:
    class Server;

    void accept(qintptr descriptor);
    void readPreface(QSslSocket* socket, QObject* stage);
    void startTls(QSslSocket* socket);

    const TlsIdentity m_identity;
    const Options m_options;
    const ListenerLimits m_limits;
    CircuitSwitch* m_circuits = nullptr;
    std::unique_ptr<Server> m_server;
    std::size_t m_open = 0;
    std::map<QByteArray, std::size_t> m_openByAddress;
};

} // namespace unchained::net
