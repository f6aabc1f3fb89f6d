// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/keys.h"
#include "net/dial.h"
#include "net/listener.h"
#include "net/net_error.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <doctest/doctest.h>
#include <functional>
#include <optional>

namespace unchained::net {

using namespace std::chrono_literals;

/// One for the whole program, and for ever: sockets that end belong to it.
inline QCoreApplication& application() {
    static int argc = 1;
    static char name[] = "test";
    static char* argv[] = {name, nullptr};
    static auto* app = new QCoreApplication(argc, argv);
    return *app;
}

/// Runs the event loop until `done` holds, asked after each batch of events; false when the time is over.
inline bool waitFor(const std::function<bool()>& done, std::chrono::milliseconds most = 60s) {
    application();
    if (done()) return true;
    QEventLoop loop;
    QTimer::singleShot(most, &loop, &QEventLoop::quit);
    bool held = false;
    auto ask = [&] {
        held = held || done();
        if (held) loop.quit();
    };
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &loop, ask);
    loop.exec();
    return held;
}

/// A peer of the tests; key `number` is always the same.
inline TlsIdentity identityOf(std::uint8_t number) {
    application();
    return makeTlsIdentity(identity::Keys(identity::KeySeed{{number, 1, 2, 3}}));
}

inline const TlsIdentity& alice() {
    static const TlsIdentity it = identityOf(1);
    return it;
}
inline const TlsIdentity& bob() {
    static const TlsIdentity it = identityOf(2);
    return it;
}
inline const TlsIdentity& hubIdentity() {
    static const TlsIdentity it = identityOf(3);
    return it;
}

inline const Endpoint kLoopback{"127.0.0.1", 0};

/// What became of one connection.
struct Watch {
    explicit Watch(Connection* connection) : it(connection) {
        QObject::connect(connection, &Connection::ready, connection, [this] { ready = true; });
        QObject::connect(connection, &Connection::closed, connection, [this](const Error& why) { closed = why; });
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch() { delete it.data(); }
    [[nodiscard]] bool isOver() const { return ready || closed; }

    QPointer<Connection> it;
    bool ready = false;
    std::optional<Error> closed;
};

/// The hub listens; alice dials it with her options.
struct Pair {
    explicit Pair(Options hubOptions = {}, Options aliceOptions = {}, ListenerLimits limits = {})
        : listener(hubIdentity(), std::move(hubOptions), limits) {
        QObject::connect(&listener, &Listener::connected, &listener, [this](Connection* connection) {
            connection->setParent(&listener);
            server = connection;
            ++accepted;
            if (onAccepted) onAccepted(connection);
            QObject::connect(connection, &Connection::closed, &listener,
                             [this](const Error& why) { serverClosed = why; });
        });
        REQUIRE(listener.listen(kLoopback).ok());
        options = std::move(aliceOptions);
    }
    [[nodiscard]] HubAddress address() const {
        return {listener.endpoint(), identity::fingerprint(hubIdentity().peer)};
    }
    /// Both sides are ready, or the test ends.
    void dial() {
        client.emplace(dialHub(address(), alice(), options, nullptr));
        REQUIRE(waitFor([this] { return client->isOver() && (client->closed || server); }));
        if (client->closed) FAIL(client->closed->text());
    }

    Listener listener;
    Options options;
    std::function<void(Connection*)> onAccepted;
    std::optional<Watch> client;
    QPointer<Connection> server;
    std::optional<Error> serverClosed;
    int accepted = 0;
};

/// Speaks TLS as alice, and then whatever the test wants.
struct RawPeer {
    explicit RawPeer(const Endpoint& to) {
        QObject::connect(&socket, qOverload<const QList<QSslError>&>(&QSslSocket::sslErrors), &socket,
                         [this] { socket.ignoreSslErrors(); });
        socket.setSslConfiguration(tlsConfiguration(alice()));
        socket.connectToHostEncrypted(QString::fromStdString(to.host), to.port);
        REQUIRE(waitFor([this] { return socket.isEncrypted(); }));
    }
    void sendBytes(ByteView bytes) {
        socket.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    }
    void send(const cbor::Value& value) { sendBytes(*encodeFrame(value)); }
    /// The next frame that comes, or nothing when the other side hangs up first.
    std::optional<cbor::Value> receive() {
        std::optional<cbor::Value> out;
        waitFor([&] {
            const QByteArray head = socket.peek(4);
            if (head.size() < 4) return socket.state() != QAbstractSocket::ConnectedState;
            const auto bytes = static_cast<qint64>(frameLength(asBytes({head.data(), 4})));
            if (socket.bytesAvailable() < bytes + 4) return socket.state() != QAbstractSocket::ConnectedState;
            socket.skip(4);
            const QByteArray body = socket.read(bytes);
            auto value = cbor::decode(asBytes({body.data(), static_cast<std::size_t>(body.size())}));
            if (value) out = *std::move(value);
            return true;
        });
        return out;
    }
    void greet() {
        send(encodeHello({{1}, {}}));
        REQUIRE(receive().has_value());
    }

    QSslSocket socket;
};

} // namespace unchained::net
