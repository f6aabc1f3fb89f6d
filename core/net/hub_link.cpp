// SPDX-License-Identifier: Apache-2.0
#include "net/hub_link.h"

#include "net/net_error.h"

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using cbor::Value;

namespace {
constexpr int kBackoffMaxMs = 5'000;
} // namespace

HubLink::HubLink(HubAddress address, const identity::Keys& keys, QObject* parent)
    : QObject(parent), m_address(std::move(address)), m_tls(makeTlsIdentity(keys)) {
    m_clock.start();
    m_expiry.setSingleShot(true);
    connect(&m_expiry, &QTimer::timeout, this, &HubLink::expire);
}

void HubLink::start() {
    dial();
}

TimeMs HubLink::hubNow() const {
    return m_clockOffset + m_clock.elapsed();
}

void HubLink::dial() {
    m_connection = dialHub(m_address, m_tls, {}, this);
    m_connection->setCallHandler([this](Value body, Connection::Answer answer) {
        if (m_callHandler) return m_callHandler(std::move(body), std::move(answer));
        answer(makeError(NetError::CallUnknown, "call", "this peer answers no questions"));
    });
    m_connection->setNoteHandler([this](const Value& body) { emit note(body); });
    connect(m_connection, &Connection::ready, this, &HubLink::onReady);
    connect(m_connection, &Connection::closed, this, &HubLink::onClosed);
}

void HubLink::onReady() {
    const QPointer<Connection> connection = m_connection;
    m_terms.hub = connection->peer();
    connection->call(Array{"join"}, std::chrono::seconds(20), [this, connection](const Result<Value>& joined) {
        if (!connection) return;
        if (!joined) return connection->close(joined.error()); // dialled again
        connection->call(Array{"terms"}, std::chrono::seconds(20), [this, connection](const Result<Value>& terms) {
            if (!connection) return;
            if (!terms) return connection->close(terms.error());
            const auto told = contract::readFields<protocol::ToldTerms>(*terms, "terms");
            if (!told) return connection->close(told.error());
            m_terms = *told;
            m_clockOffset = told->now - m_clock.elapsed();
            m_up = true;
            m_backoffMs = 200;
            emit up();
            flush();
        });
    });
}

void HubLink::onClosed(const Error& why) {
    const bool wasUp = std::exchange(m_up, false);
    m_lastError = why;
    m_connection->deleteLater();
    m_connection = nullptr;
    emit down(why);
    // A hub that has another key than its address says is not asked again and again.
    if (!wasUp && !why.transient && why.is(NetError::WrongPeer)) return;
    QTimer::singleShot(m_backoffMs, this, &HubLink::dial);
    m_backoffMs = std::min(kBackoffMaxMs, m_backoffMs * 2);
}

void HubLink::call(Value body, Answer done, std::chrono::milliseconds deadline) {
    if (m_up) {
        m_connection->call(std::move(body), deadline, std::move(done));
        return;
    }
    m_waiting.push_back({std::move(body), std::move(done), m_clock.elapsed() + deadline.count()});
    expire();
}

void HubLink::flush() {
    auto waiting = std::exchange(m_waiting, {});
    for (Waiting& w : waiting)
        call(std::move(w.body), std::move(w.done),
             std::chrono::milliseconds(std::max<qint64>(1, w.deadlineMs - m_clock.elapsed())));
}

void HubLink::expire() {
    std::vector<Answer> late;
    qint64 next = -1;
    for (auto at = m_waiting.begin(); at != m_waiting.end();) {
        if (at->deadlineMs <= m_clock.elapsed()) {
            late.push_back(std::move(at->done));
            at = m_waiting.erase(at);
            continue;
        }
        if (next < 0 || at->deadlineMs < next) next = at->deadlineMs;
        ++at;
    }
    if (next >= 0) m_expiry.start(static_cast<int>(std::max<qint64>(1, next - m_clock.elapsed())));
    Error error = m_lastError ? *m_lastError
                              : makeError(NetError::DeadlinePassed, m_address.endpoint.str(), "the hub did not answer");
    error.transient = true;
    for (const Answer& done : late)
        done(error);
}

} // namespace unchained::net
