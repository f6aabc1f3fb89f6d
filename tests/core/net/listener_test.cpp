// SPDX-License-Identifier: Apache-2.0
#include "net/listener.h"

#include "net_fixture.h"

#include <QTcpSocket>

#include <vector>

namespace unchained::net {

TEST_CASE("a busy port is refused by name and with a remedy") {
    Pair pair;
    const Endpoint taken = pair.listener.endpoint();
    Listener second(bob(), {});
    const auto refused = second.listen(taken);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(NetError::CannotListen));
    CHECK(refused.error().text() ==
          taken.str() + ": the port is in use by another program; stop that program, choose another port, or write "
                        "port 0 for any free one");
}

TEST_CASE("an address that this machine does not have is refused") {
    application();
    Listener listener(bob(), {});
    CHECK(listener.listen({"192.0.2.1", 0}).error().sentence.str() == "this machine does not have that address");
    CHECK(listener.listen({"no.such.name", 0}).error().is(NetError::BadAddress));
    CHECK(listener.listen({"localhost", 0}).ok());
    CHECK(listener.endpoint().host == "127.0.0.1");
    CHECK(listener.endpoint().port != 0);
}

TEST_CASE("of 100 connections from one address only as many as allowed are kept") {
    Pair pair({}, {}, {.perAddressMax = 64, .totalMax = 4096});
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    int over = 0;
    for (int i = 0; i < 100; ++i) {
        auto& socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
        QObject::connect(socket.get(), &QAbstractSocket::disconnected, socket.get(), [&over] { ++over; });
        socket->connectToHost("127.0.0.1", pair.listener.endpoint().port);
    }
    CHECK(waitFor([&] { return over == 36 && pair.listener.openSockets() == 64; }));
    Watch refused(dialHub(pair.address(), alice(), {}, nullptr));
    CHECK(waitFor([&] { return refused.closed.has_value(); }));
    sockets.clear();
    CHECK(waitFor([&] { return pair.listener.openSockets() == 0; }));
    pair.dial(); // the places are free again
}

TEST_CASE("connections in all are limited") {
    Pair pair({}, {}, {.perAddressMax = 64, .totalMax = 2});
    pair.dial();
    Watch second(dialHub(pair.address(), bob(), {}, nullptr));
    REQUIRE(waitFor([&] { return second.isOver(); }));
    CHECK(second.ready);
    Watch third(dialHub(pair.address(), bob(), {}, nullptr));
    REQUIRE(waitFor([&] { return third.isOver(); }));
    CHECK(third.closed.has_value());
}

TEST_CASE("what is neither TLS nor a circuit is reset, and so is a circuit where none are switched") {
    Pair pair;
    for (const QByteArray& first : {QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("U"),
                                    QByteArray(kCircuitMagic.data(), 8) + QByteArray(32, 'x'), QByteArray(1, '\0')}) {
        QTcpSocket socket;
        bool over = false;
        QObject::connect(&socket, &QAbstractSocket::disconnected, &socket, [&] { over = true; });
        socket.connectToHost("127.0.0.1", pair.listener.endpoint().port);
        socket.write(first);
        CHECK(waitFor([&] { return over; }));
    }
    CHECK(waitFor([&] { return pair.listener.openSockets() == 0; }));
}

TEST_CASE("a preface that arrives byte by byte is read") {
    CircuitSwitch circuits;
    Pair pair;
    pair.listener.setCircuits(&circuits);
    const auto token = circuits.issue(alice().peer, bob().peer);
    REQUIRE(token.ok());
    QTcpSocket ends[2];
    for (auto& end : ends) {
        end.connectToHost("127.0.0.1", pair.listener.endpoint().port);
        REQUIRE(waitFor([&] { return end.state() == QAbstractSocket::ConnectedState; }));
        QByteArray preface(kCircuitMagic.data(), 8);
        preface.append(reinterpret_cast<const char*>(token->bytes.data()), 32);
        qint64 written = 0;
        auto step = [&] {
            if (written < preface.size()) end.write(preface.constData() + written++, 1);
        };
        QObject::connect(&end, &QIODevice::bytesWritten, &end, step);
        step();
        REQUIRE(waitFor([&] { return written == preface.size() && end.bytesToWrite() == 0; }));
        end.disconnect();
        end.write("and the first bytes of the peer");
    }
    for (auto& end : ends)
        CHECK(waitFor([&] { return end.bytesAvailable() == 31; }));
}

} // namespace unchained::net
