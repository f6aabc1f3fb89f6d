// SPDX-License-Identifier: Apache-2.0
#include "net/listener.h"

#include "net/net_error.h"
#include "net/retire.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTimer>

#include <algorithm>

namespace unchained::net {

namespace {

constexpr qint64 kPrefaceBytes = 8 + 32;
constexpr char kTlsHandshake = 0x16;

/// One household: an IPv4 address, or the 64-bit prefix that a provider gives to one IPv6 customer.
QByteArray household(const QHostAddress& address) {
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4) return QByteArray::number(v4);
    const Q_IPV6ADDR v6 = address.toIPv6Address();
    return {reinterpret_cast<const char*>(v6.c), 8};
}

QHostAddress addressOf(const std::string& host) {
    if (host == "*") return QHostAddress(QHostAddress::Any);
    if (host == "localhost") return QHostAddress(QHostAddress::LocalHost);
    return QHostAddress(QString::fromStdString(host));
}

} // namespace

class Listener::Server : public QTcpServer {
public:
    explicit Server(Listener* owner) : m_owner(owner) {}

protected:
    void incomingConnection(qintptr descriptor) override { m_owner->accept(descriptor); }

private:
    Listener* m_owner;
};

Listener::Listener(TlsIdentity identity, Options options, ListenerLimits limits, QObject* parent)
    : QObject(parent), m_identity(std::move(identity)), m_options(std::move(options)), m_limits(limits),
      m_server(std::make_unique<Server>(this)) {}

Listener::~Listener() = default;

Result<void> Listener::listen(const Endpoint& where) {
    const QHostAddress address = addressOf(where.host);
    if (address.isNull()) {
        return makeError(NetError::BadAddress, where.str(), "is not an IP address of this machine",
                         "listen on an IP address, on localhost, or on 0.0.0.0 for all");
    }
    m_server->setListenBacklogSize(512); // many hosts come back at once after a hub's restart
    if (m_server->listen(address, where.port)) return {};
    switch (m_server->serverError()) {
    case QAbstractSocket::AddressInUseError:
        return makeError(NetError::CannotListen, where.str(), "the port is in use by another program",
                         "stop that program, choose another port, or write port 0 for any free one", true);
    case QAbstractSocket::SocketAccessError:
        return makeError(NetError::CannotListen, where.str(), "this user may not listen on that port",
                         "choose a port above 1023");
    case QAbstractSocket::SocketAddressNotAvailableError:
        return makeError(NetError::CannotListen, where.str(), "this machine does not have that address",
                         "listen on one of its own addresses, or on 0.0.0.0 for all");
    default:
        return makeError(NetError::CannotListen, where.str(),
                         Message("cannot listen: %1", m_server->errorString().toStdString()), "choose another address");
    }
}

Endpoint Listener::endpoint() const {
    return {m_server->serverAddress().toString().toStdString(), m_server->serverPort()};
}

void Listener::accept(qintptr descriptor) {
    auto* socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const QByteArray home = household(socket->peerAddress());
    const auto known = m_openByAddress.find(home);
    if (m_open >= m_limits.totalMax || (known != m_openByAddress.end() && known->second >= m_limits.perAddressMax)) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_open;
    ++m_openByAddress[home];
    connect(socket, &QObject::destroyed, this, [this, home] {
        --m_open;
        if (--m_openByAddress[home] == 0) m_openByAddress.erase(home);
    });
    socket->setReadBufferSize(64 * 1024);
    // Receives the socket's signals until its first bytes tell what it is.
    auto* stage = new QObject(socket);
    connect(socket, &QIODevice::readyRead, stage, [this, socket, stage] { readPreface(socket, stage); });
    connect(socket, &QAbstractSocket::disconnected, stage, [socket, stage] { retireSocket(socket, stage, false); });
    QTimer::singleShot(m_options.handshakeDeadline, stage, [socket, stage] { retireSocket(socket, stage, false); });
    if (socket->bytesAvailable() > 0) readPreface(socket, stage);
}

void Listener::readPreface(QSslSocket* socket, QObject* stage) {
    const QByteArray head = socket->peek(kPrefaceBytes);
    if (head.isEmpty()) return;
    if (head[0] == kTlsHandshake) {
        socket->disconnect(stage);
        stage->deleteLater();
        // Outside the socket's own signal, since TLS changes its mode.
        QMetaObject::invokeMethod(
            this,
            [this, held = QPointer(socket)] {
                if (held) startTls(held);
            },
            Qt::QueuedConnection);
        return;
    }
    const QByteArray magic(kCircuitMagic.data(), static_cast<qsizetype>(kCircuitMagic.size()));
    if (!m_circuits || !magic.startsWith(head.first(std::min(head.size(), magic.size())))) {
        return retireSocket(socket, stage, false);
    }
    if (head.size() < kPrefaceBytes) return;
    socket->disconnect(stage);
    stage->deleteLater();
    socket->skip(kPrefaceBytes);
    CircuitToken token;
    std::copy(head.begin() + magic.size(), head.end(), reinterpret_cast<char*>(token.bytes.data()));
    m_circuits->adopt(socket, token);
}

void Listener::startTls(QSslSocket* socket) {
    auto* connection = new Connection(Connection::Role::Server, m_identity, {}, m_options, this);
    connect(connection, &Connection::closed, connection, &QObject::deleteLater);
    connect(connection, &Connection::ready, this, [this, connection] {
        disconnect(connection, nullptr, this, nullptr);
        disconnect(connection, &Connection::closed, connection, &QObject::deleteLater);
        connection->setParent(nullptr);
        emit connected(connection);
    });
    connection->open(socket);
}

} // namespace unchained::net
