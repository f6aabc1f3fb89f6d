// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cbor.h"
#include "net/tls.h"
#include "net/wire.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>

namespace unchained::net {

/// One connection to a peer whose Ed25519 key TLS has proved: calls with answers, notes, heartbeats, limits.
///
/// Lives in one thread with an event loop. It emits ready() once both hellos are exchanged, or closed() instead; after
/// closed() nothing more comes from it. A bad frame costs the sender the connection and nothing else. The owner ends it
/// with close() or deleteLater(), never with delete inside one of its callbacks or signals. Destroying it closes it
/// without calling anybody back.
class Connection : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<cbor::Value>)>;
    using CallHandler = std::function<void(cbor::Value body, Answer answer)>;
    using NoteHandler = std::function<void(cbor::Value body)>;
    /// The TLS client also sends the first hello.
    enum class Role { Client, Server };

    Connection(Role role, TlsIdentity identity, Expectation expected, Options options, QObject* parent = nullptr);
    ~Connection() override;

    /// Dials over TCP, sends `preface` in the clear, then starts TLS. Call once.
    void open(const Endpoint& endpoint, const QByteArray& preface = {});
    /// Starts TLS on a connected socket, which becomes ours. Call once.
    void open(QSslSocket* socket);

    /// Who is at the other side; only after ready().
    [[nodiscard]] const PeerId& peer() const { return m_peer; }
    [[nodiscard]] bool isReady() const { return m_state == State::Ready; }
    /// The protocol version in use and what the other side can do besides; only after ready().
    [[nodiscard]] std::uint64_t version() const { return m_version; }
    [[nodiscard]] const std::vector<std::string>& peerFeatures() const { return m_peerFeatures; }
    /// IP address and port, for the log; of a circuit those of the hub.
    [[nodiscard]] std::string remote() const { return m_remote; }

    /// Asks the other side. `done` is called exactly once, from the event loop and never inside call(): with the
    /// answer, with the error that the other side answered, or with a transient one: DeadlinePassed, TooManyCalls,
    /// QueueFull, Closed. A call whose deadline has passed may still have been executed: commands need an id of their
    /// own.
    void call(cbor::Value body, std::chrono::milliseconds deadline, Answer done);
    /// Sends without an answer; Closed, QueueFull or BadFrame (too long) when it cannot.
    Result<void> post(cbor::Value body);

    /// Who answers calls: at once or later, from this thread, through `answer`, once. An answer after the end of the
    /// connection is dropped; one that is destroyed unused tells the caller so. Without a handler: CallUnknown.
    void setCallHandler(CallHandler handler) { m_callHandler = std::move(handler); }
    void setNoteHandler(NoteHandler handler) { m_noteHandler = std::move(handler); }

    /// Ends the connection and tells the other side why. Outstanding calls fail, then closed() is emitted.
    void close();
    void close(const Error& why);

signals:
    void ready();
    void closed(const unchained::Error& why);

private:
    enum class State { New, Connecting, Handshaking, Hello, Ready, Closed };
    struct Call {
        qint64 deadlineMs; ///< on m_clock
        Answer done;
    };
    struct Slot;

    void adopt(QSslSocket* socket);
    void startTls();
    void onSslErrors();
    void onEncrypted();
    void onSocketError(QAbstractSocket::SocketError error);
    void onReadyRead();
    void onTick();
    bool takeFrame();
    Result<void> handleFrame(const cbor::Value& frame);
    Result<void> handleHello(const cbor::Value& frame);
    Result<void> handleCall(const cbor::Array& frame);
    Result<void> handleAnswer(const cbor::Array& frame, bool failed);
    void sendAnswer(std::uint64_t id, Result<cbor::Value> result);
    Result<void> send(const cbor::Value& frame);
    void armCallTimer();
    void expireCalls();
    void later(Answer done, Error error);
    /// The only way into State::Closed.
    void end(const Error& why, bool tellPeer);
    [[nodiscard]] Error closedError() const;

    const Role m_role;
    const TlsIdentity m_identity;
    const Expectation m_expected;
    const Options m_options;
    State m_state = State::New;
    QSslSocket* m_socket = nullptr;
    std::string m_remote = "?";
    std::optional<Error> m_refusal; ///< why the handshake was refused, kept until QSslSocket reports its failure
    PeerId m_peer{};
    std::uint64_t m_version = 0;
    std::vector<std::string> m_peerFeatures;

    std::size_t m_frameBytes = 0; ///< of the frame under way; 0 between frames
    Bytes m_frame;

    CallHandler m_callHandler;
    NoteHandler m_noteHandler;
    std::map<std::uint64_t, Call> m_calls;
    std::uint64_t m_nextCall = 1;
    std::size_t m_serving = 0;

    QElapsedTimer m_clock;
    qint64 m_heardMs = 0;
    qint64 m_sentMs = 0;
    qint64 m_tickMs = 0;
    QTimer m_handshakeTimer;
    QTimer m_tick;
    QTimer m_callTimer;
};

} // namespace unchained::net
