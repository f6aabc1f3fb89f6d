// SPDX-License-Identifier: Apache-2.0
#include "net/circuit.h"

#include "net_fixture.h"

#include <QTcpSocket>

namespace unchained::net {

namespace {

using Role = Connection::Role;

/// A hub that switches circuits.
struct Hub {
    explicit Hub(CircuitLimits limits = {}) : circuits(limits) { pair.listener.setCircuits(&circuits); }
    CircuitToken token() {
        auto issued = circuits.issue(alice().peer, bob().peer);
        REQUIRE(issued.ok());
        return *issued;
    }
    Connection* dial(const CircuitToken& token, Role role, const PeerId& expected, const TlsIdentity& self,
                     const Options& options = {}) {
        return dialCircuit(pair.listener.endpoint(), token, role, expected, self, options, nullptr);
    }

    CircuitSwitch circuits;
    Pair pair;
};

} // namespace

TEST_CASE("two peers that do not listen talk end to end through the hub") {
    Hub hub;
    const auto token = hub.token();
    Watch a(hub.dial(token, Role::Client, bob().peer, alice()));
    Watch b(hub.dial(token, Role::Server, alice().peer, bob()));
    REQUIRE(waitFor([&] { return a.isOver() && b.isOver(); }));
    REQUIRE(a.ready);
    REQUIRE(b.ready);
    CHECK(a.it->peer() == bob().peer);
    CHECK(b.it->peer() == alice().peer);
    CHECK(hub.pair.accepted == 0); // the hub is no party to it

    b.it->setCallHandler([](cbor::Value body, const Connection::Answer& answer) { answer(std::move(body)); });
    const cbor::Value big(Bytes(std::size_t{8} << 20, 0x33)); // more than the switch may hold
    int answered = 0;
    for (int i = 0; i < 3; ++i) {
        a.it->call(big, 20s, [&](const Result<cbor::Value>& result) {
            CHECK(result.ok());
            CHECK(*result == big);
            ++answered;
        });
    }
    REQUIRE(waitFor([&] { return answered == 3; }, 30s));

    CHECK(hub.circuits.count() == 1);
    a.it->close(Error{1, "a", "last words", {}, false});
    REQUIRE(waitFor([&] { return b.closed.has_value(); }));
    CHECK(b.closed->text() == "a: last words");
    CHECK(waitFor([&] { return hub.circuits.count() == 0 && hub.pair.listener.openSockets() == 0; }));
}

TEST_CASE("an end that does not read holds up the other and not the hub's memory") {
    Hub hub;
    const auto token = hub.token();
    QByteArray preface(kCircuitMagic.data(), 8);
    preface.append(reinterpret_cast<const char*>(token.bytes.data()), 32);
    QTcpSocket writer, reader;
    for (auto* end : {&writer, &reader}) {
        end->connectToHost("127.0.0.1", hub.pair.listener.endpoint().port);
        end->write(preface);
    }
    reader.setReadBufferSize(1);
    constexpr qint64 kBytes = qint64{64} << 20; // more than the kernel's buffers of both connections
    writer.write(QByteArray(kBytes, 'x'));
    CHECK_FALSE(waitFor([&] { return writer.bytesToWrite() == 0; }, 700ms));
    reader.setReadBufferSize(0);
    qint64 arrived = 0;
    QObject::connect(&reader, &QIODevice::readyRead, &reader, [&] { arrived += reader.readAll().size(); });
    arrived += reader.readAll().size();
    CHECK(waitFor([&] { return arrived == kBytes; }, 30s));
}

TEST_CASE("when one end disappears the other is told") {
    Hub hub;
    const auto token = hub.token();
    Watch a(hub.dial(token, Role::Client, bob().peer, alice()));
    Watch b(hub.dial(token, Role::Server, alice().peer, bob()));
    REQUIRE(waitFor([&] { return a.ready && b.ready; }));
    delete a.it.data();
    REQUIRE(waitFor([&] { return b.closed.has_value(); }));
    CHECK(b.closed->is(NetError::Closed));
}

TEST_CASE("who brings a stolen token cannot pose as the other end") {
    Hub hub;
    const auto token = hub.token();
    const TlsIdentity thief = identityOf(9);
    Watch a(hub.dial(token, Role::Client, bob().peer, alice()));
    Watch b(hub.dial(token, Role::Server, alice().peer, thief));
    REQUIRE(waitFor([&] { return a.isOver() && b.isOver(); }));
    REQUIRE(a.closed.has_value());
    CHECK(a.closed->is(NetError::WrongPeer));
    CHECK_FALSE(b.ready);
    CHECK(waitFor([&] { return hub.circuits.count() == 0; }));
}

TEST_CASE("a token is good for one pair only") {
    Hub hub;
    const auto token = hub.token();
    Watch a(hub.dial(token, Role::Client, bob().peer, alice()));
    Watch b(hub.dial(token, Role::Server, alice().peer, bob()));
    REQUIRE(waitFor([&] { return a.ready && b.ready; }));
    Watch third(hub.dial(token, Role::Client, bob().peer, alice()));
    Watch made(hub.dial(CircuitToken{}, Role::Client, bob().peer, alice()));
    REQUIRE(waitFor([&] { return third.isOver() && made.isOver(); }));
    REQUIRE(third.closed.has_value());
    CHECK(third.closed->sentence.str() == "the other side ended the connection before it was made");
    CHECK_FALSE(made.ready);
    CHECK(a.it->isReady());
}

TEST_CASE("a token that nobody uses expires, with whoever waits on it") {
    CircuitLimits limits;
    limits.tokenLife = 50ms;
    Hub hub(limits);
    (void)hub.token();
    Watch alone(hub.dial(hub.token(), Role::Client, bob().peer, alice()));
    CHECK(hub.circuits.count() == 2);
    REQUIRE(waitFor([&] { return alone.isOver(); }));
    CHECK(alone.closed.has_value());
    CHECK(waitFor([&] { return hub.circuits.count() == 0 && hub.pair.listener.openSockets() == 0; }));
}

TEST_CASE("an idle circuit is closed") {
    CircuitLimits limits;
    limits.idleMax = 400ms;
    Hub hub(limits);
    const auto token = hub.token();
    Watch a(hub.dial(token, Role::Client, bob().peer, alice()));
    Watch b(hub.dial(token, Role::Server, alice().peer, bob()));
    REQUIRE(waitFor([&] { return a.closed && b.closed; }));
    CHECK(a.ready);
    CHECK(waitFor([&] { return hub.circuits.count() == 0; }));
}

TEST_CASE("circuits are limited for each peer and in all") {
    application();
    CircuitLimits limits;
    limits.perPeerMax = 2;
    limits.circuitsMax = 3;
    CircuitSwitch circuits(limits);
    CHECK(circuits.issue(alice().peer, bob().peer).ok());
    CHECK(circuits.issue(alice().peer, bob().peer).ok());
    const auto third = circuits.issue(hubIdentity().peer, bob().peer);
    REQUIRE_FALSE(third.ok());
    CHECK(third.error().is(NetError::TooManyCircuits));
    CHECK(third.error().sentence.str() == "one peer has 2 circuits already");
    CHECK(circuits.issue(hubIdentity().peer, identityOf(8).peer).ok());
    CHECK(circuits.issue(hubIdentity().peer, identityOf(8).peer).error().sentence.str() ==
          "the hub has 3 circuits already");
}

TEST_CASE("a switch that goes takes its circuits with it") {
    Pair pair;
    auto circuits = std::make_unique<CircuitSwitch>();
    pair.listener.setCircuits(circuits.get());
    const auto token = circuits->issue(alice().peer, bob().peer);
    REQUIRE(token.ok());
    const auto at = pair.listener.endpoint();
    Watch a(dialCircuit(at, *token, Role::Client, bob().peer, alice(), {}, nullptr));
    Watch b(dialCircuit(at, *token, Role::Server, alice().peer, bob(), {}, nullptr));
    REQUIRE(waitFor([&] { return a.ready && b.ready; }));
    pair.listener.setCircuits(nullptr);
    circuits.reset();
    CHECK(waitFor([&] { return a.closed && b.closed; }));
}

} // namespace unchained::net
