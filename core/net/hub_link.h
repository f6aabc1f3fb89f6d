// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "net/dial.h"
#include "protocol/told_terms.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace unchained::net {

/// A peer's connection to its hub: dials, pins the fingerprint, joins (which brings a new peer its welcome credits),
/// learns the hub's clock and terms, and dials again with growing patience after a loss. One thread: the event loop's.
class HubLink : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(Result<cbor::Value>)>;

    /// `keys` must outlive the link.
    HubLink(HubAddress address, const identity::Keys& keys, QObject* parent = nullptr);

    void start();
    /// Joined and in touch.
    [[nodiscard]] bool isUp() const { return m_up; }
    /// While down() is emitted: the time until the hub is called again by itself.
    [[nodiscard]] int backoffMs() const { return m_backoffMs; }
    [[nodiscard]] const HubAddress& address() const { return m_address; }
    /// The hub's identity; only after up() was emitted once.
    [[nodiscard]] const PeerId& hub() const { return m_terms.hub; }
    /// What a check costs there, from the escrow, as the hub said when it was last joined: only a hub that starts anew
    /// can ask for another one.
    [[nodiscard]] Amount checkFee() const { return m_terms.checkFee; }
    /// Whether bets are made there on contracts drawn by coinflip, too: their floor leaves out what markets may lose.
    [[nodiscard]] bool coinflipBets() const { return m_terms.coinflipBets; }
    /// Who rules over complaints there by default.
    [[nodiscard]] const std::optional<PeerId>& arbiter() const { return m_terms.arbiter; }
    /// Hub time now, from the hub's own word at the last join.
    [[nodiscard]] TimeMs hubNow() const;
    [[nodiscard]] const TlsIdentity& tls() const { return m_tls; }
    /// Null while there is none.
    [[nodiscard]] Connection* connection() const { return m_connection; }
    /// Why the last connection failed or ended; empty before the first failure.
    [[nodiscard]] const std::optional<Error>& lastError() const { return m_lastError; }

    /// Waits for a connection if there is none; fails with a transient error when the deadline passes.
    void call(cbor::Value body, Answer done, std::chrono::milliseconds deadline = std::chrono::seconds(20));
    /// Who answers the hub's calls (blob requests).
    void setCallHandler(Connection::CallHandler handler) { m_callHandler = std::move(handler); }

signals:
    void up();
    void down(const unchained::Error& why);
    void note(const unchained::cbor::Value& body);

private:
    void dial();
    void onReady();
    void onClosed(const Error& why);

    struct Waiting {
        cbor::Value body;
        Answer done;
        qint64 deadlineMs;
    };
    void flush();
    void expire();

    const HubAddress m_address;
    const TlsIdentity m_tls;
    QPointer<Connection> m_connection;
    Connection::CallHandler m_callHandler;
    bool m_up = false;
    protocol::ToldTerms m_terms;
    std::int64_t m_clockOffset = 0; ///< hub time minus m_clock
    QElapsedTimer m_clock;
    int m_backoffMs = 200;
    std::deque<Waiting> m_waiting;
    QTimer m_expiry;
    std::optional<Error> m_lastError;
};

} // namespace unchained::net
