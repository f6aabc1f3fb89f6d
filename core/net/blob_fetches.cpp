// SPDX-License-Identifier: Apache-2.0
#include "net/blob_fetches.h"

#include "gpu/merkle.h"
#include "net/net_error.h"
#include "net/retry.h"

#include <algorithm>

namespace unchained::net {

namespace {
/// Less in a turn is next to nothing: four pieces a minute.
constexpr std::uint64_t kTurnBytesLeast = 4 * merkle::kPieceBytes;
} // namespace

BlobFetches::BlobFetches(storage::BlobStore& blobs, Limits limits, QObject* parent)
    : QObject(parent), m_blobs(blobs), m_limits(limits) {
    for (QTimer* timer : {&m_serve, &m_rest})
        timer->setSingleShot(true);
    connect(&m_serve, &QTimer::timeout, this, &BlobFetches::serve);
    connect(&m_rest, &QTimer::timeout, this, &BlobFetches::lookAgain);
}

void BlobFetches::want(std::uint64_t id, const Hash256& root, const PeerId& debtor, Holders holders) {
    if (const auto known = m_wants.find(id); known != m_wants.end()) {
        if (known->second.root == root) return;
        forget(id);
    }
    Want& want = m_wants[id];
    want.root = root;
    want.debtor = debtor;
    want.holders = std::move(holders);
    serveLater();
}

void BlobFetches::forget(std::uint64_t id) {
    const auto at = m_wants.find(id);
    if (at == m_wants.end()) return;
    endTurn(at->second);
    m_wants.erase(at);
    serveLater();
}

void BlobFetches::lookAgain() {
    for (auto& [id, want] : m_wants)
        want.rests = false;
    serveLater();
}

void BlobFetches::serveLater() {
    m_serve.start(0);
}

void BlobFetches::serve() {
    auto busy = static_cast<std::size_t>(
        std::count_if(m_wants.begin(), m_wants.end(), [](const auto& w) { return w.second.turn != nullptr; }));
    for (; busy < m_limits.atOnce; ++busy) {
        const auto next = nextToServe();
        if (next == m_wants.end()) return;
        Want& want = next->second;
        want.lastServed = m_lastOf[want.debtor] = ++m_turns;
        want.turn = std::make_shared<Turn>();
        want.turn->late.setSingleShot(true);
        connect(
            &want.turn->late, &QTimer::timeout, this,
            [this, id = next->first, turn = std::weak_ptr(want.turn)] {
                if (!turn.expired()) onLate(id);
            },
            Qt::QueuedConnection); // it ends the timer, too
        want.turn->late.start(m_limits.turn);
        ask(next->first);
    }
}

/// Of those that wait, whose debtor is not at work, and whose blob nobody else fetches just now.
std::map<std::uint64_t, BlobFetches::Want>::iterator BlobFetches::nextToServe() {
    std::vector<const Want*> served;
    for (const auto& [id, want] : m_wants)
        if (want.turn) served.push_back(&want);
    const auto order = [this](const Want& want) { return std::pair(m_lastOf[want.debtor], want.lastServed); };
    auto next = m_wants.end();
    for (auto at = m_wants.begin(); at != m_wants.end(); ++at) {
        const Want& want = at->second;
        const bool clashes = std::any_of(served.begin(), served.end(), [&](const Want* other) {
            return other->debtor == want.debtor || other->root == want.root;
        });
        if (want.turn || want.rests || clashes) continue;
        if (next == m_wants.end() || order(want) < order(next->second)) next = at;
    }
    return next;
}

/// The next holder of the turn under way.
void BlobFetches::ask(std::uint64_t id) {
    Want& want = m_wants.at(id);
    const std::vector<Connection*> holders = want.holders();
    if (want.turn->asked >= holders.size()) {
        endTurn(want);
        want.rests = true;
        if (!m_rest.isActive()) m_rest.start(kWorkRetryMs);
        return serveLater();
    }
    Connection* holder = holders[(want.first + want.turn->asked) % holders.size()];
    const std::weak_ptr<Turn> turn = want.turn;
    const auto ended = [this, id, turn, over = std::make_shared<bool>(false)](const Result<void>& done) {
        if (!std::exchange(*over, true) && !turn.expired()) onEnded(id, done);
    };
    const auto progress = [turn](std::uint64_t bytes, std::uint64_t) {
        const auto at = turn.lock();
        if (!at) return;
        if (!at->bytesAtFirst) at->bytesAtFirst = bytes;
        at->bytes = bytes;
    };
    want.turn->fetch = BlobFetch::start(holder, want.root, kBlobBytesMax, m_blobs, progress, ended);
    // It goes with its connection, which may be gone before it has begun. Later, when that one is nobody's holder.
    connect(
        want.turn->fetch, &QObject::destroyed, this,
        [ended] { ended(makeError(NetError::Closed, "blob", "the connection is gone", "", true)); },
        Qt::QueuedConnection);
}

void BlobFetches::onEnded(std::uint64_t id, const Result<void>& done) {
    Want& want = m_wants.at(id);
    want.turn->fetch.clear();
    if (!done) {
        if (std::string trouble = done.error().text(); trouble != want.said) {
            emit log(QString::fromStdString("blob " + shortHex(want.root) + ": " + trouble));
            want.said = std::move(trouble);
        }
        ++want.turn->asked;
        return ask(id);
    }
    const Hash256 root = want.root;
    std::vector<std::uint64_t> served; // others may have waited for the same one
    for (auto& [other, each] : m_wants)
        if (each.root == root) served.push_back(other);
    for (const std::uint64_t each : served)
        m_wants.erase(each);
    serveLater();
    for (const std::uint64_t each : served)
        emit fetched(each);
}

void BlobFetches::onLate(std::uint64_t id) {
    Want& want = m_wants.at(id);
    const Turn& turn = *want.turn;
    if (turn.bytes - turn.bytesAtFirst.value_or(0) < kTurnBytesLeast) want.first += turn.asked + 1;
    endTurn(want);
    serveLater();
}

void BlobFetches::endTurn(Want& want) {
    const auto turn = std::exchange(want.turn, nullptr);
    if (turn) delete turn->fetch.data();
}

} // namespace unchained::net
