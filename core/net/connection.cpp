// SPDX-License-Identifier: Apache-2.0
#include "net/connection.h"

#include "net/net_error.h"
#include "net/retire.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace unchained::net {

namespace {

Q_LOGGING_CATEGORY(lcNet, "unchained.net", QtInfoMsg)

Error badFrame(Message sentence) {
    return makeError(NetError::BadFrame, "frame", std::move(sentence), "check that both programs are unaltered");
}

QString toLog(const Error& error) {
    return QString::fromStdString(error.text());
}

/// A fault of the other side is worth a line in the log; an ordinary end is not.
bool isFault(const Error& error) {
    return error.is(NetError::BadFrame) || error.is(NetError::TlsFailed) || error.is(NetError::WrongPeer) ||
           error.is(NetError::VersionUnknown) || error.is(NetError::QueueFull);
}

} // namespace

/// A call of the other side that waits for our answer. Its end, however it comes, frees the place that it takes.
struct Connection::Slot {
    QPointer<Connection> connection;
    std::uint64_t id = 0;
    bool used = false;

    Slot(Connection* owner, std::uint64_t callId) : connection(owner), id(callId) { ++owner->m_serving; }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    ~Slot() {
        if (used || !connection) return;
        answer(makeError(NetError::CallUnknown, "call", "the other side dropped the call without an answer", {}, true));
    }
    void answer(Result<cbor::Value> result) {
        if (std::exchange(used, true) || !connection) return;
        --connection->m_serving;
        connection->sendAnswer(id, std::move(result));
    }
};

Connection::Connection(Role role, TlsIdentity identity, Expectation expected, Options options, QObject* parent)
    : QObject(parent), m_role(role), m_identity(std::move(identity)), m_expected(expected),
      m_options(std::move(options)) {
    m_clock.start();
    m_handshakeTimer.setSingleShot(true);
    m_callTimer.setSingleShot(true);
    connect(&m_handshakeTimer, &QTimer::timeout, this, [this] {
        end(makeError(NetError::DeadlinePassed, m_remote,
                      Message("the connection was not made within %1 ms", m_options.handshakeDeadline.count()),
                      "try again; if it stays so, check the network and that the other side runs", true),
            false);
    });
    connect(&m_tick, &QTimer::timeout, this, &Connection::onTick);
    connect(&m_callTimer, &QTimer::timeout, this, &Connection::expireCalls);
}

Connection::~Connection() {
    if (m_socket) retireSocket(m_socket, this, m_state == State::Ready);
}

void Connection::open(const Endpoint& endpoint, const QByteArray& preface) {
    adopt(new QSslSocket);
    m_state = State::Connecting;
    m_remote = endpoint.str();
    connect(m_socket, &QAbstractSocket::connected, this, [this, preface] {
        if (!preface.isEmpty()) m_socket->write(preface);
        startTls();
    });
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->connectToHost(QString::fromStdString(endpoint.host), endpoint.port);
}

void Connection::open(QSslSocket* socket) {
    adopt(socket);
    const Endpoint remote{socket->peerAddress().toString().toStdString(), socket->peerPort()};
    m_remote = remote.str();
    startTls();
}

void Connection::adopt(QSslSocket* socket) {
    Q_ASSERT(m_state == State::New);
    m_socket = socket;
    socket->setParent(this);
    socket->setReadBufferSize(m_options.readBufferMax);
    connect(socket, qOverload<const QList<QSslError>&>(&QSslSocket::sslErrors), this, &Connection::onSslErrors);
    connect(socket, &QSslSocket::encrypted, this, &Connection::onEncrypted);
    connect(socket, &QIODevice::readyRead, this, &Connection::onReadyRead);
    connect(socket, &QAbstractSocket::errorOccurred, this, &Connection::onSocketError);
    connect(socket, &QAbstractSocket::disconnected, this,
            [this] { onSocketError(QAbstractSocket::RemoteHostClosedError); });
    m_handshakeTimer.start(m_options.handshakeDeadline);
}

void Connection::startTls() {
    m_state = State::Handshaking;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSslConfiguration(tlsConfiguration(m_identity));
    m_socket->setPeerVerifyName(QStringLiteral("unchained")); // what is sent as server name; nobody compares it
    if (m_role == Role::Client) {
        m_socket->startClientEncryption();
    } else {
        m_socket->startServerEncryption();
    }
}

void Connection::onSslErrors() {
    // A self-signed certificate always arrives here. Everything in it but its key is ignored.
    const auto peer = peerOf(m_socket->peerCertificate());
    if (!peer) {
        m_refusal = makeError(NetError::TlsFailed, m_remote, "the other side showed no Ed25519 certificate",
                              "check that the address belongs to this program");
    } else if (!m_expected.accepts(*peer)) {
        m_refusal = makeError(NetError::WrongPeer, m_remote,
                              Message("the other side has the fingerprint %1, which is not the one expected",
                                      toHex(identity::fingerprint(*peer).view())),
                              "ask its operator for the present address; do not trust what answers here until then");
    } else {
        m_socket->ignoreSslErrors();
    }
}

void Connection::onEncrypted() {
    const auto peer = peerOf(m_socket->peerCertificate());
    if (!peer || !m_expected.accepts(*peer) || m_socket->sessionProtocol() != QSsl::TlsV1_3) {
        end(makeError(NetError::TlsFailed, m_remote, "the connection is not the mutual TLS 1.3 that was asked for"),
            false);
        return;
    }
    m_peer = *peer;
    m_state = State::Hello;
    if (m_role == Role::Client) (void)send(encodeHello({m_options.versions, m_options.features}));
}

void Connection::onSocketError(QAbstractSocket::SocketError error) {
    onReadyRead(); // last words may have come in the same moment
    if (m_state == State::Closed) return;
    const std::string words = m_socket->errorString().toStdString();
    if (m_refusal) {
        end(*m_refusal, false);
    } else if (m_state == State::Connecting) {
        const bool refused = error == QAbstractSocket::ConnectionRefusedError;
        end(makeError(NetError::CannotConnect, m_remote,
                      refused ? Message("nobody listens there") : Message("no connection: %1", words),
                      "check the address and that the other side runs", true),
            false);
    } else if (error == QAbstractSocket::RemoteHostClosedError || error == QAbstractSocket::NetworkError ||
               error == QAbstractSocket::SocketTimeoutError) {
        end(makeError(NetError::Closed, m_remote,
                      m_state == State::Ready ? Message("the connection broke off")
                                              : Message("the other side ended the connection before it was made"),
                      "try again", true),
            false);
    } else {
        // The socket stays connected after a record that does not decrypt: end() aborts it.
        end(makeError(NetError::TlsFailed, m_remote, Message("the encrypted connection failed: %1", words), "try again",
                      true),
            false);
    }
}

void Connection::onReadyRead() {
    m_heardMs = m_clock.elapsed();
    while ((m_state == State::Hello || m_state == State::Ready) && takeFrame()) {
        auto value = cbor::decode(m_frame);
        m_frameBytes = 0;
        m_frame = Bytes();
        if (!value) {
            end(badFrame(Message("a frame is not canonical CBOR: %1", value.error().sentence.str())), true);
            return;
        }
        if (auto handled = handleFrame(*value); !handled) end(handled.error(), true);
    }
}

/// True when m_frame holds a whole frame. Memory is taken only as bytes arrive.
bool Connection::takeFrame() {
    if (m_frameBytes == 0) {
        if (m_socket->bytesAvailable() < 4) return false;
        const QByteArray head = m_socket->read(4);
        const auto bytes = frameLength(asBytes({head.data(), 4}));
        const auto most = m_state == State::Ready ? kFrameMax : kHelloMax;
        if (bytes == 0 || bytes > most) {
            end(badFrame(Message("a frame announces %1 bytes; from 1 to %2 are allowed", bytes, most)), true);
            return false;
        }
        m_frameBytes = bytes;
    }
    while (m_frame.size() < m_frameBytes) {
        const std::size_t had = m_frame.size();
        const auto there = static_cast<std::size_t>(m_socket->bytesAvailable());
        if (there == 0) return false;
        m_frame.resize(had + std::min(there, m_frameBytes - had));
        const qint64 got =
            m_socket->read(reinterpret_cast<char*>(m_frame.data() + had), static_cast<qint64>(m_frame.size() - had));
        m_frame.resize(had + static_cast<std::size_t>(std::max<qint64>(got, 0)));
        if (got <= 0) return false;
    }
    return true;
}

Result<void> Connection::handleFrame(const cbor::Value& frame) {
    const auto* fields = frame.asArray();
    const auto* kind = fields && !fields->empty() ? fields->front().asText() : nullptr;
    if (!kind) return badFrame("a frame is not an array that begins with its kind");
    if (*kind == "bye" && fields->size() == 2) {
        auto why = decodeError((*fields)[1]);
        if (!why) return badFrame("a goodbye cannot be read");
        end(*why, false);
        return {};
    }
    if (m_state == State::Hello) return handleHello(frame);
    if (*kind == "ping" && fields->size() == 1) return {};
    if (*kind == "call" && fields->size() == 3) return handleCall(*fields);
    if (*kind == "answer" && fields->size() == 3) return handleAnswer(*fields, false);
    if (*kind == "failed" && fields->size() == 3) return handleAnswer(*fields, true);
    if (*kind == "note" && fields->size() == 2) {
        if (m_noteHandler) m_noteHandler((*fields)[1]);
        return {};
    }
    return badFrame("a frame is of no kind that this version knows");
}

Result<void> Connection::handleHello(const cbor::Value& frame) {
    auto hello = decodeHello(frame);
    if (!hello) return badFrame(Message("the first frame is not a hello: %1", hello.error().text()));
    const auto version = commonVersion(m_options.versions, hello->versions);
    if (!version) return version.error();
    m_version = *version;
    m_peerFeatures = std::move(hello->features);
    if (m_role == Role::Server) {
        if (auto sent = send(encodeHello({m_options.versions, m_options.features})); !sent) return sent;
    }
    m_state = State::Ready;
    m_handshakeTimer.stop();
    m_tickMs = m_clock.elapsed();
    m_tick.start(std::max(std::min(m_options.pingAfter, m_options.silenceMax) / 4, std::chrono::milliseconds(1)));
    emit ready();
    return {};
}

Result<void> Connection::handleCall(const cbor::Array& frame) {
    const auto* id = frame[1].asUnsigned();
    if (!id) return badFrame("a call has no number");
    if (m_serving >= m_options.callsMax) {
        sendAnswer(*id, makeError(NetError::TooManyCalls, "call",
                                  Message("%1 calls wait for their answers already", m_serving), "try again", true));
        return {};
    }
    auto slot = std::make_shared<Slot>(this, *id);
    if (!m_callHandler) {
        slot->answer(makeError(NetError::CallUnknown, "call", "the other side answers no calls"));
        return {};
    }
    m_callHandler(frame[2], [slot](Result<cbor::Value> result) { slot->answer(std::move(result)); });
    return {};
}

Result<void> Connection::handleAnswer(const cbor::Array& frame, bool failed) {
    const auto* id = frame[1].asUnsigned();
    if (!id || *id == 0 || *id >= m_nextCall) return badFrame("an answer to a call that was never made");
    std::optional<Error> error;
    if (failed) {
        auto decoded = decodeError(frame[2]);
        if (!decoded) return badFrame("an error in an answer cannot be read");
        error = *std::move(decoded);
    }
    auto call = m_calls.extract(*id);
    if (call.empty()) return {}; // its deadline has passed
    armCallTimer();
    const Answer done = std::move(call.mapped().done);
    done(error ? Result<cbor::Value>(*std::move(error)) : Result<cbor::Value>(frame[2]));
    return {};
}

void Connection::sendAnswer(std::uint64_t id, Result<cbor::Value> result) {
    if (m_state != State::Ready) return;
    auto sent = result ? send(cbor::Array{"answer", id, *std::move(result)})
                       : send(cbor::Array{"failed", id, encodeError(result.error())});
    if (sent) return;
    if (sent.error().is(NetError::BadFrame)) sent = send(cbor::Array{"failed", id, encodeError(sent.error())});
    if (sent) return;
    // It asks and does not read. Not at once: whoever answers is in the middle of its own work.
    QMetaObject::invokeMethod(
        this, [this, why = sent.error()] { end(why, false); }, Qt::QueuedConnection);
}

void Connection::call(cbor::Value body, std::chrono::milliseconds deadline, Answer done) {
    if (m_state != State::Ready) return later(std::move(done), closedError());
    if (m_calls.size() >= m_options.callsMax) {
        return later(std::move(done),
                     makeError(NetError::TooManyCalls, "call",
                               Message("%1 calls wait for their answers already", m_calls.size()), "try again", true));
    }
    if (auto sent = send(cbor::Array{"call", m_nextCall, std::move(body)}); !sent) {
        return later(std::move(done), sent.error());
    }
    m_calls.emplace(m_nextCall++, Call{m_clock.elapsed() + deadline.count(), std::move(done)});
    armCallTimer();
}

Result<void> Connection::post(cbor::Value body) {
    if (m_state != State::Ready) return closedError();
    return send(cbor::Array{"note", std::move(body)});
}

Result<void> Connection::send(const cbor::Value& frame) {
    auto bytes = encodeFrame(frame);
    if (!bytes) return bytes.error();
    const auto waiting = static_cast<std::size_t>(m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite());
    if (waiting + bytes->size() > m_options.sendQueueMax) {
        return makeError(NetError::QueueFull, m_remote,
                         Message("%1 bytes wait to be sent already: the other side reads too slowly", waiting),
                         "try again later", true);
    }
    m_socket->write(reinterpret_cast<const char*>(bytes->data()), static_cast<qint64>(bytes->size()));
    m_sentMs = m_clock.elapsed();
    return {};
}

void Connection::onTick() {
    const qint64 now = m_clock.elapsed();
    // After a standstill of our own, what the other side said meanwhile has yet to be read.
    if (now - std::exchange(m_tickMs, now) >= m_options.silenceMax.count()) m_heardMs = now;
    if (now - m_heardMs >= m_options.silenceMax.count()) {
        end(makeError(NetError::Silent, m_remote, Message("nothing was heard for %1 ms", m_options.silenceMax.count()),
                      "try again", true),
            false);
        return;
    }
    const bool idle = m_socket->bytesToWrite() == 0 && now - m_sentMs >= m_options.pingAfter.count();
    if (idle) (void)send(cbor::Array{"ping"});
}

void Connection::armCallTimer() {
    if (m_calls.empty()) return m_callTimer.stop();
    const auto first = std::min_element(m_calls.begin(), m_calls.end(), [](const auto& a, const auto& b) {
        return a.second.deadlineMs < b.second.deadlineMs;
    });
    constexpr qint64 kWaitMax = 3'600'000; // a QTimer counts in an int; what comes too early is armed again
    const qint64 wait = std::clamp<qint64>(first->second.deadlineMs - m_clock.elapsed(), 0, kWaitMax);
    m_callTimer.start(static_cast<int>(wait));
}

void Connection::expireCalls() {
    const qint64 now = m_clock.elapsed();
    std::vector<Answer> late;
    std::erase_if(m_calls, [&](auto& entry) {
        if (entry.second.deadlineMs > now) return false;
        late.push_back(std::move(entry.second.done));
        return true;
    });
    armCallTimer();
    for (const auto& done : late) {
        done(makeError(NetError::DeadlinePassed, "call", "the other side did not answer in time", "try again", true));
    }
}

void Connection::later(Answer done, Error error) {
    QMetaObject::invokeMethod(
        this, [done = std::move(done), error = std::move(error)] { done(error); }, Qt::QueuedConnection);
}

Error Connection::closedError() const {
    return makeError(NetError::Closed, m_remote, "there is no connection", "connect again", true);
}

void Connection::close() {
    close(makeError(NetError::Closed, "connection", "the other side closed the connection", {}, true));
}

void Connection::close(const Error& why) {
    end(why, true);
}

void Connection::end(const Error& why, bool tellPeer) {
    if (m_state == State::Closed) return;
    const bool tell = tellPeer && (m_state == State::Hello || m_state == State::Ready);
    if (tell) (void)send(cbor::Array{"bye", encodeError(why)});
    m_state = State::Closed;
    m_handshakeTimer.stop();
    m_tick.stop();
    m_callTimer.stop();
    m_frame = Bytes();
    if (isFault(why)) {
        qCWarning(lcNet).noquote() << "connection with" << QString::fromStdString(m_remote) << "closed:" << toLog(why);
    } else {
        qCDebug(lcNet).noquote() << "connection with" << QString::fromStdString(m_remote) << "closed:" << toLog(why);
    }
    if (m_socket) retireSocket(std::exchange(m_socket, nullptr), this, tell);
    const auto calls = std::exchange(m_calls, {});
    for (const auto& [id, call] : calls)
        call.done(closedError());
    emit closed(why);
}

} // namespace unchained::net
