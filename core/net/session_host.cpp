// SPDX-License-Identifier: Apache-2.0
#include "net/session_host.h"

#include "net/retry.h"

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using cbor::Value;

namespace {
constexpr int kPollMs = 5'000; ///< a lost note is noticed after so long
} // namespace

SessionHost::SessionHost(std::unique_ptr<protocol::Session> session, storage::PeerStore& store, HubLink& hub,
                         Hooks hooks, QObject* parent)
    : QObject(parent), m_session(std::move(session)), m_store(store), m_hub(hub), m_hooks(std::move(hooks)) {
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_awaySince) return; // armed again when the hub is back
        feed(Array{"tick"});
        armTimer();
    });
    connect(&m_poll, &QTimer::timeout, this, &SessionHost::syncNotices);
    connect(&m_hub, &HubLink::up, this, &SessionHost::comeBack);
    connect(&m_hub, &HubLink::down, this, [this] {
        if (!m_awaySince) m_awaySince = m_hub.hubNow();
    });
}

Result<void> SessionHost::restore() {
    m_awaySince = m_session->parameters().startedAt;
    return m_store.forEach(contract(), [this](std::uint64_t, TimeMs time, ByteView bytes) -> Result<void> {
        m_awaySince = std::max(*m_awaySince, time);
        auto event = cbor::decode(bytes);
        if (!event) return event.error();
        auto effects = m_session->handle(*event, time);
        if (!effects) return effects.error();
        ++m_events;
        return {};
    });
}

void SessionHost::run() {
    for (const auto& effect : m_session->resume())
        act(effect);
    m_poll.start(kPollMs);
    comeBack();
}

/// Nobody was silent while the hub, or we, were not there.
void SessionHost::comeBack() {
    if (!m_hub.isUp()) return;
    if (const auto since = std::exchange(m_awaySince, std::nullopt))
        feed(Array{"standstill", static_cast<std::uint64_t>(std::max<TimeMs>(0, m_hub.hubNow() - *since))});
    syncNotices();
    armTimer();
}

void SessionHost::attach(Connection* connection) {
    if (m_peer == connection) return;
    m_peer = connection;
    for (const Value& message : m_session->greeting())
        say(message);
}

void SessionHost::feed(const Value& event) {
    if (m_session->done()) return;
    const TimeMs now = m_hub.hubNow();
    auto effects = m_session->handle(event, now);
    if (!effects) return; // refused: nothing changed; a hostile peer is none of the session's business
    if (!m_session->changed()) {
        for (const auto& effect : *effects)
            act(effect);
        return;
    }
    if (auto stored = m_store.append(contract(), m_events, now, cbor::encode(event)); !stored) {
        m_poll.stop();
        if (m_hooks.broken) m_hooks.broken(stored.error());
        return;
    }
    ++m_events;
    for (const auto& effect : *effects)
        act(effect);
    if (m_hooks.changed) m_hooks.changed();
    armTimer();
}

void SessionHost::act(const protocol::SessionEffect& effect) {
    if (const auto* toPeer = std::get_if<protocol::ToPeer>(&effect)) {
        say(toPeer->message);
    } else if (const auto* toHub = std::get_if<protocol::ToHub>(&effect)) {
        sendToHub(*toHub);
    } else if (const auto* compute = std::get_if<protocol::Compute>(&effect)) {
        if (m_hooks.compute) m_hooks.compute(*compute);
    } else if (const auto* fetch = std::get_if<protocol::FetchState>(&effect)) {
        if (m_hooks.fetch) m_hooks.fetch(*fetch);
    } else if (const auto* drop = std::get_if<protocol::DropStates>(&effect)) {
        if (m_hooks.drop) m_hooks.drop(*drop);
    } else if (const auto* salt = std::get_if<protocol::SaltState>(&effect)) {
        if (m_hooks.salt) m_hooks.salt(*salt);
    } else if (const auto* done = std::get_if<protocol::SessionDone>(&effect)) {
        m_poll.stop();
        m_deadline.stop();
        if (auto marked = m_store.markDone(contract(), done->outcome); !marked && m_hooks.broken)
            return m_hooks.broken(marked.error());
        // Later, so that the owner may delete this object.
        QTimer::singleShot(0, this,
                           [this, outcome = QString::fromStdString(done->outcome)] { emit finished(outcome); });
    }
}

void SessionHost::say(const Value& message) {
    if (attached()) (void)m_peer->post(Array{"session", contract(), message});
}

void SessionHost::sendToHub(const protocol::ToHub& command) {
    const QPointer<SessionHost> self(this);
    m_hub.call(command.command, [self, command](const Result<Value>& answer) {
        if (!self) return;
        if (answer) return self->feed(Array{"answered", command.id, cbor::Null{}, false});
        if (!answer.error().transient) return self->feed(Array{"answered", command.id, answer.error().text(), false});
        QTimer::singleShot(kRetryMs, self, [self, command] {
            if (self && !self->m_session->done()) self->sendToHub(command);
        });
    });
}

void SessionHost::onNotice(std::uint64_t number, const Value& body) {
    if (number == m_session->noticesSeen()) return feed(Array{"hub", number, body});
    if (number > m_session->noticesSeen()) syncNotices();
}

void SessionHost::syncNotices() {
    if (m_syncing || m_session->done() || !m_hub.isUp()) return;
    m_syncing = true;
    const std::uint64_t first = m_session->noticesSeen();
    const QPointer<SessionHost> self(this);
    m_hub.call(Array{"notices", contract(), first}, [self, first](const Result<Value>& answer) {
        if (!self) return;
        self->m_syncing = false;
        const Array* list = answer ? answer->asArray() : nullptr;
        if (!list) return;
        std::uint64_t number = first;
        for (const Value& body : *list) {
            if (self->m_session->done()) return;
            if (number == self->m_session->noticesSeen()) self->feed(Array{"hub", number, body});
            ++number;
        }
    });
}

void SessionHost::armTimer() {
    const auto at = m_session->nextDeadline();
    if (!at || m_awaySince || m_session->done()) return m_deadline.stop();
    const TimeMs left = std::clamp<TimeMs>(*at - m_hub.hubNow() + 1, 1, 60'000);
    m_deadline.start(static_cast<int>(left));
}

} // namespace unchained::net
