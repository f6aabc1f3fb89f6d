// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/connection.h"
#include "net/hub_link.h"
#include "protocol/session.h"
#include "storage/peer_store.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace unchained::net {

/// Runs one session: writes every event before anything that follows from it is said, delivers commands to the hub
/// until they are answered, fetches the hub's notices in order, and talks to the other party while it is connected.
///
/// Between the parties a message travels as the note ["session", contract, message].
class SessionHost : public QObject {
    Q_OBJECT
public:
    /// What the owner does for the session. Each may be done twice; each answers through feed().
    struct Hooks {
        std::function<void(const protocol::Compute&)> compute;
        std::function<void(const protocol::FetchState&)> fetch;
        std::function<void(const protocol::DropStates&)> drop;
        std::function<void(const protocol::SaltState&)> salt;
        std::function<void()> changed; ///< after each event
        /// The store could not be written: the program must end before it says anything more.
        std::function<void(const Error&)> broken;
    };
    SessionHost(std::unique_ptr<protocol::Session> session, storage::PeerStore& store, HubLink& hub, Hooks hooks,
                QObject* parent);

    /// Folds what the store holds of it. Call once, before run().
    Result<void> restore();
    /// Takes up what was under way.
    void run();

    [[nodiscard]] protocol::Session& session() { return *m_session; }
    [[nodiscard]] const protocol::Session& session() const { return *m_session; }
    [[nodiscard]] const contract::ContractId& contract() const { return m_session->parameters().contract; }

    /// The other party is here: greets it. Replaces an older connection.
    void attach(Connection* connection);
    [[nodiscard]] bool attached() const { return m_peer && m_peer->isReady(); }
    [[nodiscard]] Connection* peerConnection() const { return m_peer; }
    /// Message of the other party.
    void onPeerMessage(const cbor::Value& message) { feed(cbor::Array{"peer", message}); }
    /// Notice from the hub's connection.
    void onNotice(std::uint64_t number, const cbor::Value& body);
    void feed(const cbor::Value& event);

signals:
    void finished(const QString& outcome);

private:
    void act(const protocol::SessionEffect& effect);
    void sendToHub(const protocol::ToHub& command);
    void say(const cbor::Value& message);
    void comeBack();
    void syncNotices();
    void armTimer();

    std::unique_ptr<protocol::Session> m_session;
    storage::PeerStore& m_store;
    HubLink& m_hub;
    Hooks m_hooks;
    QPointer<Connection> m_peer;
    std::uint64_t m_events = 0;
    bool m_syncing = false;
    std::optional<TimeMs> m_awaySince; ///< while the hub, or this program, is away
    QTimer m_deadline, m_poll;
};

} // namespace unchained::net
