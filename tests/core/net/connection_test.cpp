// SPDX-License-Identifier: Apache-2.0
#include "net/connection.h"

#include "net_fixture.h"

#include <QTcpServer>

namespace unchained::net {

namespace {

using Outcome = std::optional<Result<cbor::Value>>;

Connection::Answer into(Outcome& outcome) {
    return [&outcome](Result<cbor::Value> result) {
        CHECK_FALSE(outcome.has_value());
        outcome = std::move(result);
    };
}

void echo(Connection* connection) {
    connection->setCallHandler([](cbor::Value body, const Connection::Answer& answer) { answer(std::move(body)); });
}

Bytes frameOf(std::initializer_list<int> body) {
    Bytes out{0, 0, 0, static_cast<std::uint8_t>(body.size())};
    for (const int byte : body)
        out.push_back(static_cast<std::uint8_t>(byte));
    return out;
}

/// A listener's peer that sends `bytes` after its hello: it gets a goodbye, others stay connected.
Error goodbyeTo(const Bytes& bytes) {
    Pair pair;
    pair.dial();
    echo(pair.server);
    RawPeer raw(pair.listener.endpoint());
    raw.greet();
    raw.sendBytes(bytes);
    const auto last = raw.receive();
    REQUIRE(last.has_value());
    REQUIRE(last->asArray());
    REQUIRE(*(*last->asArray())[0].asText() == "bye");
    CHECK(waitFor([&] { return raw.socket.state() == QAbstractSocket::UnconnectedState; }));
    REQUIRE(pair.serverClosed.has_value());
    CHECK(pair.serverClosed->is(NetError::BadFrame));
    Outcome outcome;
    pair.client->it->call(7, 5s, into(outcome));
    CHECK(waitFor([&] { return outcome.has_value(); }));
    CHECK(outcome->ok());
    return *decodeError((*last->asArray())[1]);
}

} // namespace

TEST_CASE("both sides learn the key of the other and the version in use") {
    Options hubOptions;
    hubOptions.versions = {1, 2};
    hubOptions.features = {"blobs"};
    Options aliceOptions;
    aliceOptions.versions = {2, 3, 1};
    Pair pair(hubOptions, aliceOptions);
    pair.dial();
    CHECK(pair.client->it->peer() == hubIdentity().peer);
    CHECK(pair.server->peer() == alice().peer);
    CHECK(pair.client->it->version() == 2);
    CHECK(pair.server->version() == 2);
    CHECK(pair.client->it->peerFeatures() == std::vector<std::string>{"blobs"});
}

TEST_CASE("a hub with another fingerprint is refused") {
    Pair pair;
    HubAddress wrong = pair.address();
    wrong.fingerprint.bytes[31] ^= 1;
    Watch watch(dialHub(wrong, alice(), {}, nullptr));
    REQUIRE(waitFor([&] { return watch.isOver(); }));
    REQUIRE(watch.closed.has_value());
    CHECK(watch.closed->is(NetError::WrongPeer));
    CHECK(watch.closed->sentence.str() == "the other side has the fingerprint " +
                                              toHex(identity::fingerprint(hubIdentity().peer).view()) +
                                              ", which is not the one expected");
    CHECK(pair.accepted == 0);
}

TEST_CASE("a host with another key is refused") {
    Pair pair;
    Watch watch(dialDirect(pair.listener.endpoint(), bob().peer, alice(), {}, nullptr));
    REQUIRE(waitFor([&] { return watch.isOver(); }));
    REQUIRE(watch.closed.has_value());
    CHECK(watch.closed->is(NetError::WrongPeer));
}

TEST_CASE("a client without a certificate is refused") {
    Pair pair;
    QSslSocket socket;
    QObject::connect(&socket, qOverload<const QList<QSslError>&>(&QSslSocket::sslErrors), &socket,
                     [&] { socket.ignoreSslErrors(); });
    socket.connectToHostEncrypted("127.0.0.1", pair.listener.endpoint().port);
    CHECK(waitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState && socket.error() != -1; }));
    CHECK(pair.accepted == 0);
}

TEST_CASE("TLS 1.2 is refused") {
    Pair pair;
    QSslSocket socket;
    auto configuration = tlsConfiguration(alice());
    configuration.setProtocol(QSsl::TlsV1_2);
    socket.setSslConfiguration(configuration);
    QObject::connect(&socket, qOverload<const QList<QSslError>&>(&QSslSocket::sslErrors), &socket,
                     [&] { socket.ignoreSslErrors(); });
    socket.connectToHostEncrypted("127.0.0.1", pair.listener.endpoint().port);
    CHECK(waitFor([&] { return socket.error() != QAbstractSocket::UnknownSocketError; }));
    CHECK_FALSE(socket.isEncrypted());
    CHECK(pair.accepted == 0);
}

TEST_CASE("an unknown version is refused in words on both sides") {
    Options future;
    future.versions = {7, 8};
    Pair pair({}, future);
    Watch watch(dialHub(pair.address(), alice(), future, nullptr));
    REQUIRE(waitFor([&] { return watch.isOver(); }));
    REQUIRE(watch.closed.has_value());
    CHECK(watch.closed->is(NetError::VersionUnknown));
    CHECK(watch.closed->text() ==
          "protocol version: one side speaks version 1, the other 7, 8; update the older of the two programs");
    CHECK(pair.accepted == 0);
}

TEST_CASE("a call is answered, at once or later, with a value or an error") {
    Pair pair;
    std::vector<Connection::Answer> held;
    pair.onAccepted = [&](Connection* connection) {
        connection->setCallHandler([&](const cbor::Value& body, Connection::Answer answer) {
            if (body.asText() && *body.asText() == "later") {
                held.push_back(std::move(answer));
            } else if (body.asText() && *body.asText() == "drop") {
                return;
            } else if (body.isNull()) {
                answer(Error{4711, "field", Message("%1 is not %2", "a\x1b[31mb", 3), "write 3", true});
            } else {
                answer(cbor::Value(body));
            }
        });
    };
    pair.dial();
    Outcome now, later, error, dropped;
    const cbor::Value big(Bytes(kFrameMax - 100, 0x5a));
    pair.client->it->call("later", 60s, into(later));
    pair.client->it->call(big, 60s, into(now));
    pair.client->it->call(cbor::Null{}, 60s, into(error));
    pair.client->it->call("drop", 60s, into(dropped));
    REQUIRE(waitFor([&] { return now && error && dropped && held.size() == 1; }));
    CHECK(now->value() == big);
    CHECK(error->error() ==
          Error{4711, "field", Message("%1 is not %2", "a [31mb", 3), "write 3", true}); // no control characters
    CHECK(dropped->error().is(NetError::CallUnknown));
    CHECK_FALSE(later.has_value());
    held[0](cbor::Value(5));
    held[0](cbor::Value(6)); // a second answer to one call is dropped
    REQUIRE(waitFor([&] { return later.has_value(); }));
    CHECK(later->value() == cbor::Value(5));
}

TEST_CASE("notes arrive in order") {
    Pair pair;
    std::vector<cbor::Value> notes;
    pair.onAccepted = [&](Connection* connection) {
        connection->setNoteHandler([&](cbor::Value body) { notes.push_back(std::move(body)); });
    };
    pair.dial();
    for (int i = 0; i < 100; ++i)
        CHECK(pair.client->it->post(i).ok());
    CHECK(waitFor([&] { return notes.size() == 100; }));
    for (int i = 0; i < 100; ++i)
        CHECK(notes[static_cast<std::size_t>(i)] == cbor::Value(i));
    CHECK(pair.client->it->post(Bytes(kFrameMax)).error().is(NetError::BadFrame));
}

TEST_CASE("a call fails at its deadline, its late answer is dropped and others go on") {
    Pair pair;
    std::vector<Connection::Answer> held;
    pair.onAccepted = [&](Connection* connection) {
        connection->setCallHandler([&](const cbor::Value& body, Connection::Answer answer) {
            if (body == cbor::Value(1))
                held.push_back(std::move(answer));
            else
                answer(cbor::Value(body));
        });
    };
    pair.dial();
    Outcome slow, quick;
    pair.client->it->call(1, 20ms, into(slow));
    REQUIRE(waitFor([&] { return slow && !held.empty(); }));
    CHECK(slow->error().is(NetError::DeadlinePassed));
    CHECK(slow->error().transient);
    held[0](cbor::Value(1));
    pair.client->it->call(2, 5s, into(quick));
    REQUIRE(waitFor([&] { return quick.has_value(); }));
    CHECK(quick->ok());
}

TEST_CASE("calls that wait are bounded on both sides") {
    Options strict;
    strict.callsMax = 4;
    Pair pair(strict, {});
    std::vector<Connection::Answer> held;
    pair.onAccepted = [&](Connection* connection) {
        connection->setCallHandler([&](const cbor::Value&, Connection::Answer a) { held.push_back(std::move(a)); });
    };
    pair.dial();
    int refusedThere = 0, refusedHere = 0, closed = 0;
    for (int i = 0; i < 70; ++i) {
        pair.client->it->call(i, 20s, [&](const Result<cbor::Value>& result) {
            REQUIRE_FALSE(result.ok());
            CHECK(result.error().transient);
            if (result.error().is(NetError::Closed))
                ++closed;
            else if (result.error().sentence.str().starts_with("64"))
                ++refusedHere;
            else if (result.error().is(NetError::TooManyCalls))
                ++refusedThere;
        });
    }
    REQUIRE(waitFor([&] { return refusedHere == 6 && refusedThere == 60; }));
    CHECK(held.size() == 4);
    pair.server->close(); // what still waits fails
    CHECK(waitFor([&] { return closed == 4 && pair.client->closed; }));
    CHECK(pair.client->closed->is(NetError::Closed));
    held.clear(); // answers after the end go nowhere
    Outcome after;
    pair.client->it->call(1, 5s, into(after));
    CHECK_FALSE(after.has_value());
    REQUIRE(waitFor([&] { return after.has_value(); }));
    CHECK(after->error().is(NetError::Closed));
}

TEST_CASE("the one who closes is heard") {
    Pair pair;
    pair.dial();
    pair.server->close(Error{1234, "account", "is closed", "open another", false});
    REQUIRE(waitFor([&] { return pair.client->closed.has_value(); }));
    CHECK(pair.client->closed->text() == "account: is closed; open another");
}

TEST_CASE("bad frames close the connection that sent them and nothing else, and each is told what was wrong") {
    const auto is = [](const Bytes& bytes, const std::string& sentence) {
        CHECK(goodbyeTo(bytes).text() == "frame: " + sentence + "; check that both programs are unaltered");
    };
    const auto isNoCbor = [&](std::initializer_list<int> body, const std::string& why) {
        is(frameOf(body), "a frame is not canonical CBOR: " + why);
    };
    is({0xff, 0xff, 0xff, 0xff}, "a frame announces 4294967295 bytes; from 1 to 16777216 are allowed");
    is({1, 0, 0, 1}, "a frame announces 16777217 bytes; from 1 to 16777216 are allowed");
    is({0, 0, 0, 0}, "a frame announces 0 bytes; from 1 to 16777216 are allowed");
    isNoCbor({0x81, 0x64, 'p', 'i', 'n'}, "the input ends inside an item");
    isNoCbor({0x81, 0x78, 0x04, 'p', 'i', 'n', 'g'}, "the head is longer than needed");
    isNoCbor({0x9f, 0x64, 'p', 'i', 'n', 'g', 0xff}, "indefinite lengths and breaks are not canonical");
    isNoCbor({0x62, 0xc3, 0x28}, "a text is not valid UTF-8");
    isNoCbor({0x81, 0x64, 'p', 'i', 'n', 'g', 0x00}, "bytes follow the item");
    is(frameOf({0x80}), "a frame is not an array that begins with its kind");
    is(*encodeFrame(cbor::Array{"pong"}), "a frame is of no kind that this version knows");
    is(*encodeFrame(cbor::Array{"call", "x", 1}), "a call has no number");
    is(*encodeFrame(cbor::Array{"answer", 1, 1}), "an answer to a call that was never made");
    is(*encodeFrame(cbor::Array{"bye", 1}), "a goodbye cannot be read");
}

TEST_CASE("before the hello only a short hello is read") {
    Pair pair;
    RawPeer early(pair.listener.endpoint());
    early.send(cbor::Array{"call", 1, 1});
    auto last = early.receive();
    REQUIRE(last.has_value());
    CHECK(decodeError((*last->asArray())[1])->sentence.str().starts_with("the first frame is not a hello"));
    RawPeer large(pair.listener.endpoint());
    large.sendBytes(Bytes{0, 0, 0x10, 0x01});
    last = large.receive();
    REQUIRE(last.has_value());
    CHECK(decodeError((*last->asArray())[1])->sentence.str() ==
          "a frame announces 4097 bytes; from 1 to 4096 are allowed");
    CHECK(pair.accepted == 0);
}

TEST_CASE("a frame that is cut short by the end of the connection is not handled") {
    Pair pair;
    int notes = 0;
    pair.onAccepted = [&](Connection* connection) { connection->setNoteHandler([&](const auto&) { ++notes; }); };
    RawPeer raw(pair.listener.endpoint());
    raw.greet();
    Bytes frame = *encodeFrame(cbor::Array{"note", "a long note"});
    raw.sendBytes(frame);
    frame.pop_back();
    raw.sendBytes(frame);
    raw.socket.disconnectFromHost();
    REQUIRE(waitFor([&] { return pair.serverClosed.has_value(); }));
    CHECK(pair.serverClosed->is(NetError::Closed));
    CHECK(pair.serverClosed->transient);
    CHECK(pair.serverClosed->subject.starts_with("127.0.0.1:"));
    CHECK(pair.serverClosed->text() == pair.serverClosed->subject + ": the connection broke off; try again");
    CHECK(notes == 1);
}

TEST_CASE("one altered byte on the way closes the connection") {
    Pair pair;
    // A relay that flips a bit of what the client sends, once it is told to.
    QTcpServer relay;
    REQUIRE(relay.listen(QHostAddress::LocalHost));
    bool alter = false;
    QObject::connect(&relay, &QTcpServer::newConnection, &relay, [&] {
        auto* in = relay.nextPendingConnection();
        auto* out = new QTcpSocket(in);
        out->connectToHost(QHostAddress::LocalHost, pair.listener.endpoint().port);
        auto forward = [&alter, in, out] {
            QByteArray data = in->readAll();
            if (alter && !data.isEmpty()) data.back() = static_cast<char>(data.back() ^ 1);
            out->write(data);
        };
        QObject::connect(in, &QIODevice::readyRead, out, forward);
        QObject::connect(out, &QIODevice::readyRead, in, [in, out] { in->write(out->readAll()); });
        QObject::connect(out, &QAbstractSocket::disconnected, in, [in] { in->disconnectFromHost(); });
    });
    const HubAddress through{{"127.0.0.1", relay.serverPort()}, identity::fingerprint(hubIdentity().peer)};
    Watch watch(dialHub(through, alice(), {}, nullptr));
    REQUIRE(waitFor([&] { return watch.ready && pair.server; }));
    Outcome outcome;
    alter = true;
    watch.it->call(1, 20s, into(outcome));
    REQUIRE(waitFor([&] { return pair.serverClosed && watch.closed && outcome; }));
    CHECK(pair.serverClosed->is(NetError::TlsFailed));
    CHECK(pair.serverClosed->sentence.str().starts_with("the encrypted connection failed: ")); // the rest is OpenSSL's
    CHECK(pair.serverClosed->remedy.str() == "try again");
    CHECK_FALSE(outcome->ok());
    CHECK(waitFor([&] { return pair.listener.openSockets() == 0; }));
}

TEST_CASE("a silent peer is dropped, a pinging one is kept") {
    Options quick;
    quick.pingAfter = 30ms;
    quick.silenceMax = 300ms;
    Pair pair(quick, quick);
    pair.dial();
    RawPeer silent(pair.listener.endpoint());
    silent.greet();
    REQUIRE(waitFor([&] { return pair.serverClosed.has_value(); }));
    CHECK(pair.serverClosed->is(NetError::Silent));
    CHECK(pair.serverClosed->transient);
    CHECK(pair.client->it->isReady());
    CHECK_FALSE(pair.client->closed.has_value());
}

TEST_CASE("a peer that stalls in the handshake is dropped by its deadline") {
    Options quick;
    quick.handshakeDeadline = 400ms;
    Pair pair(quick, {});
    QTcpSocket mute;
    mute.connectToHost(QHostAddress::LocalHost, pair.listener.endpoint().port);
    CHECK(waitFor([&] { return pair.listener.openSockets() == 1; }));
    CHECK(waitFor([&] { return pair.listener.openSockets() == 0; }));
    QTcpSocket half;
    half.connectToHost(QHostAddress::LocalHost, pair.listener.endpoint().port);
    half.write("\x16\x03\x01", 3);
    CHECK(waitFor([&] { return pair.listener.openSockets() == 1; }));
    CHECK(waitFor([&] { return pair.listener.openSockets() == 0; }));
    RawPeer noHello(pair.listener.endpoint());
    CHECK(waitFor([&] { return pair.listener.openSockets() == 0; }));
}

TEST_CASE("a server that never answers is given up at the deadline") {
    application();
    QTcpServer mute;
    REQUIRE(mute.listen(QHostAddress::LocalHost));
    Options quick;
    quick.handshakeDeadline = 100ms;
    Watch watch(dialDirect({"127.0.0.1", mute.serverPort()}, bob().peer, alice(), quick, nullptr));
    REQUIRE(waitFor([&] { return watch.isOver(); }));
    REQUIRE(watch.closed.has_value());
    CHECK(watch.closed->is(NetError::DeadlinePassed));
    CHECK(watch.closed->sentence.str() == "the connection was not made within 100 ms");
}

TEST_CASE("where nobody listens the dialler is told so") {
    application();
    QTcpServer gone;
    REQUIRE(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    Watch watch(dialDirect({"127.0.0.1", port}, bob().peer, alice(), {}, nullptr));
    REQUIRE(waitFor([&] { return watch.isOver(); }));
    REQUIRE(watch.closed.has_value());
    CHECK(watch.closed->is(NetError::CannotConnect));
    CHECK(watch.closed->text() == "127.0.0.1:" + std::to_string(port) +
                                      ": nobody listens there; check the address and that the other side runs");
}

TEST_CASE("a peer that does not read fills a bounded queue only") {
    Options small;
    small.sendQueueMax = std::size_t{4} << 20;
    Pair pair(small, {});
    RawPeer raw(pair.listener.endpoint());
    raw.greet();
    raw.socket.setReadBufferSize(1);
    REQUIRE(waitFor([&] { return !pair.server.isNull(); }));
    Result<void> last;
    const cbor::Value note(Bytes(std::size_t{1} << 20));
    int sent = 0;
    for (; last && sent < 100; ++sent)
        last = pair.server->post(note);
    REQUIRE_FALSE(last.ok());
    CHECK(last.error().is(NetError::QueueFull));
    CHECK(sent <= 5);
    CHECK(pair.server->isReady());
    // One who asks for more than it reads loses the connection.
    pair.server->setCallHandler(
        [&](const cbor::Value&, const Connection::Answer& answer) { answer(cbor::Value(note)); });
    for (std::uint64_t id = 1; id <= 64; ++id)
        raw.send(cbor::Array{"call", id, 0});
    REQUIRE(waitFor([&] { return pair.serverClosed.has_value(); }));
    CHECK(pair.serverClosed->is(NetError::QueueFull));
}

} // namespace unchained::net
