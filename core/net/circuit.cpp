// SPDX-License-Identifier: Apache-2.0
#include "net/circuit.h"

#include "identity/random.h"
#include "net/net_error.h"
#include "net/retire.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace unchained::net {

/// What a token or an open circuit takes of the limits, given back at its end.
struct CircuitSwitch::Place {
    CircuitSwitch* owner;
    PeerId a;
    PeerId b;

    Place(CircuitSwitch* circuits, const PeerId& first, const PeerId& second) : owner(circuits), a(first), b(second) {
        ++owner->m_count;
        ++owner->m_load[a];
        ++owner->m_load[b];
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
        --owner->m_count;
        for (const auto& peer : {a, b}) {
            const auto load = owner->m_load.find(peer);
            if (--load->second == 0) owner->m_load.erase(load);
        }
    }
};

struct CircuitSwitch::Waiting {
    std::unique_ptr<Place> place;
    QSslSocket* first = nullptr;
    std::unique_ptr<QObject> context = std::make_unique<QObject>(); ///< receives the first socket's signals

    ~Waiting() {
        if (first) retireSocket(first, context.get(), false);
    }
};

/// Two sockets and the copying between them. Deletes itself from the event loop when either ends.
class CircuitSwitch::Splice : public QObject {
public:
    Splice(QSslSocket* a, QSslSocket* b, std::unique_ptr<Place> place, const CircuitLimits& limits, QObject* parent)
        : QObject(parent), m_a(a), m_b(b), m_place(std::move(place)), m_bufferBytes(limits.bufferBytes) {
        m_idle.setSingleShot(true);
        m_idle.setInterval(limits.idleMax);
        connect(&m_idle, &QTimer::timeout, this, [this] { finish(); });
        attach(a, b);
        attach(b, a);
        m_idle.start();
        copy(a, b, m_bufferBytes);
        copy(b, a, m_bufferBytes);
    }
    ~Splice() override { release(); }

private:
    void attach(QSslSocket* from, QSslSocket* to) {
        from->setParent(this);
        from->setReadBufferSize(m_bufferBytes);
        from->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(from, &QIODevice::readyRead, this, [this, from, to] { copy(from, to, m_bufferBytes); });
        connect(to, &QIODevice::bytesWritten, this, [this, from, to] { copy(from, to, m_bufferBytes); });
        connect(from, &QAbstractSocket::disconnected, this, [this] { finish(); });
        connect(from, &QAbstractSocket::errorOccurred, this, [this] { finish(); });
    }
    void copy(QSslSocket* from, QSslSocket* to, qint64 waitingMax) {
        constexpr qint64 kChunk = 64 * 1024;
        while (m_a && to->bytesToWrite() < waitingMax) {
            const QByteArray part = from->read(kChunk);
            if (part.isEmpty()) return;
            to->write(part);
            m_idle.start();
        }
    }
    void finish() {
        if (!m_a) return;
        copy(m_a, m_b, INT64_MAX); // what one end said before it left still arrives
        copy(m_b, m_a, INT64_MAX);
        release();
        deleteLater();
    }
    void release() {
        if (!m_a) return;
        retireSocket(std::exchange(m_a, nullptr), this, true);
        retireSocket(std::exchange(m_b, nullptr), this, true);
        m_place.reset();
    }

    QSslSocket* m_a;
    QSslSocket* m_b;
    std::unique_ptr<Place> m_place;
    qint64 m_bufferBytes;
    QTimer m_idle;
};

CircuitSwitch::CircuitSwitch(CircuitLimits limits, QObject* parent) : QObject(parent), m_limits(limits) {}

CircuitSwitch::~CircuitSwitch() {
    m_waiting.clear();
    qDeleteAll(findChildren<QObject*>(QString(), Qt::FindDirectChildrenOnly)); // splices give their places back to us
}

Result<CircuitToken> CircuitSwitch::issue(const PeerId& a, const PeerId& b) {
    const auto load = [this](const PeerId& peer) {
        const auto found = m_load.find(peer);
        return found == m_load.end() ? std::size_t{0} : found->second;
    };
    const bool peerFull = std::max(load(a), load(b)) >= m_limits.perPeerMax;
    if (peerFull || m_count >= m_limits.circuitsMax) {
        return makeError(NetError::TooManyCircuits, "circuit",
                         peerFull ? Message("one peer has %1 circuits already", m_limits.perPeerMax)
                                  : Message("the hub has %1 circuits already", m_limits.circuitsMax),
                         "try again later, or let the host listen on a port of its own", true);
    }
    const auto token = identity::randomFixed<CircuitToken>();
    auto waiting = std::make_unique<Waiting>();
    waiting->place = std::make_unique<Place>(this, a, b);
    QTimer::singleShot(m_limits.tokenLife, waiting->context.get(), [this, token] { dropToken(token); });
    m_waiting.emplace(token, std::move(waiting));
    return token;
}

void CircuitSwitch::adopt(QSslSocket* socket, const CircuitToken& token) {
    const auto found = m_waiting.find(token);
    if (found == m_waiting.end()) return retireSocket(socket, this, false);
    Waiting& waiting = *found->second;
    if (!waiting.first) {
        waiting.first = socket;
        socket->setParent(this);
        socket->setReadBufferSize(m_limits.bufferBytes);
        connect(socket, &QAbstractSocket::disconnected, waiting.context.get(), [this, token] { dropToken(token); });
        return;
    }
    QSslSocket* first = std::exchange(waiting.first, nullptr);
    first->disconnect(waiting.context.get());
    auto place = std::move(waiting.place);
    m_waiting.erase(found);
    new Splice(first, socket, std::move(place), m_limits, this);
}

void CircuitSwitch::dropToken(const CircuitToken& token) {
    const auto found = m_waiting.find(token);
    if (found == m_waiting.end()) return;
    // We may be inside a signal that the context receives.
    std::shared_ptr<Waiting> last = std::move(found->second);
    m_waiting.erase(found);
    QMetaObject::invokeMethod(
        this, [last] {}, Qt::QueuedConnection);
}

} // namespace unchained::net
