// SPDX-License-Identifier: Apache-2.0
#include "net/hub_server.h"

#include "base/cpu_time.h"
#include "net/net_error.h"
#include "protocol/signed.h"

#include <QDateTime>

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {
constexpr int kAliveMs = 1'000;
constexpr TimeMs kStandstillMs = 5 * kAliveMs; ///< without a sign of life of our own
constexpr auto kPresentWithin = std::chrono::seconds(3);
constexpr std::uint64_t kStatementMax = 500;

std::string nameOf(const Value& body) {
    const Array* items = body.asArray();
    const std::string* name = items && !items->empty() ? items->front().asText() : nullptr;
    return name ? *name : std::string();
}

/// What was sent, back: for hosts that measure the line. It costs the asker what it costs the hub.
Result<Value> echoed(const Value& body) {
    cbor::Reader in(body, "echo", 2);
    (void)in.text();
    Bytes bytes = in.bytes();
    if (bytes.size() > kEchoBytesMax) in.fail("is too long");
    if (auto ok = in.finish(); !ok) return ok.error();
    return Value(Array{std::move(bytes)});
}
} // namespace

HubServer::HubServer(const identity::Keys& keys, storage::HubStore& store, storage::BlobStore& blobs, HubSetup setup,
                     QObject* parent)
    : QObject(parent), m_keys(keys), m_store(store), m_blobs(blobs), m_setup(std::move(setup)),
      m_state(keys, m_setup.terms),
      m_benchmarks({m_setup.worker, blobs.directory() / "benchmark", m_setup.engine, m_setup.threads}),
      m_fetches(blobs, {}),
      m_openings(blobs, [this](const PeerId& peer, const Hash256& root) { return m_state.mayFetch(peer, root); }) {
    connect(&m_benchmarks, &BenchmarkCheck::log, this, &HubServer::log);
    connect(&m_benchmarks, &BenchmarkCheck::checked, this,
            [this](const HubBenchmarkChecked& checked) { (void)process(checked); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        (void)process(HubTick{});
        armTimer();
    });
    connect(&m_alive, &QTimer::timeout, this, [this] {
        noticeStandstill();
        (void)m_store.setAlive(now());
    });
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &HubServer::lookAtChecks);
    connect(&m_fetches, &BlobFetches::log, this, &HubServer::log);
    connect(&m_fetches, &BlobFetches::fetched, this, &HubServer::lookAtChecks);
}

TimeMs HubServer::now() const {
    return m_setup.clock ? m_setup.clock() : QDateTime::currentMSecsSinceEpoch();
}

/// A machine that slept, a program that was stopped, a clock that was put forward: what a restart makes good is made
/// good here, before any deadline is held against who could not reach us.
void HubServer::noticeStandstill() {
    const TimeMs at = now(), last = std::exchange(m_lastSeen, at);
    if (last == 0 || at - last <= kStandstillMs) return;
    emit log(QStringLiteral("stood still for %1 s: every deadline moves by as much").arg((at - last) / 1000));
    for (CheckJob& job : m_checks)
        if (job.openedAt) *job.openedAt += at - last;
    (void)process(HubStarted{at - last, m_setup.terms});
    armTimer();
}

Result<void> HubServer::fold() {
    TimeMs last = 0;
    auto folded = m_store.forEach([&](std::uint64_t, TimeMs time, ByteView bytes) -> Result<void> {
        auto value = cbor::decode(bytes);
        if (!value) return value.error();
        auto event = decodeEvent(*value);
        if (!event) return event.error();
        (void)m_state.handle(*event, time);
        last = time;
        return {};
    });
    if (!folded) return folded;
    if (m_state.logLength() != m_store.length())
        return makeError(
            ProtocolError::Contradiction, "hub.sqlite",
            Message("the log has %1 events, of which %2 change the state", m_store.length(), m_state.logLength()),
            "it was written by another version of the program: use that one, or restore a backup");
    auto alive = m_store.alive();
    if (!alive) return alive.error();
    const TimeMs seen = std::max(last, alive->value_or(0));
    // Downtime moves every deadline by as much: nobody loses a bond because the hub was away.
    const std::int64_t gap = seen > 0 ? std::max<std::int64_t>(0, now() - seen) : 0;
    m_lastSeen = now();
    if (auto ok = process(HubStarted{gap, m_setup.terms}); !ok) return ok.error();
    if (!m_state.hasBeacon())
        if (auto ok = process(m_state.beaconToBegin()); !ok) return ok.error();
    return {};
}

Result<void> HubServer::start() {
    if (auto ok = fold(); !ok) return ok;
    m_listener = std::make_unique<Listener>(makeTlsIdentity(m_keys), Options{}, ListenerLimits{});
    m_listener->setCircuits(&m_circuits);
    connect(m_listener.get(), &Listener::connected, this, &HubServer::onConnected);
    if (auto ok = m_listener->listen(m_setup.listen); !ok) return ok;
    m_alive.start(kAliveMs);
    for (const CheckEffect& effect : m_state.pending())
        queueCheck(effect);
    armTimer();
    return {};
}

HubAddress HubServer::address() const {
    return {m_listener->endpoint(), identity::fingerprint(m_keys.peer())};
}

Result<Value> HubServer::operatorCommand(Value body) {
    auto answer = process(HubCommand{m_keys.peer(), std::move(body)});
    armTimer();
    return answer;
}

double HubServer::checkCpuSeconds() const {
    double sum = 0;
    for (const auto& [engine, worker] : m_workers)
        sum += worker->cpuSeconds();
    return sum;
}

void HubServer::stop(std::function<void()> done) {
    m_stopping = true;
    for (auto* timer : {&m_deadline, &m_alive, &m_look})
        timer->stop();
    for (const CheckJob& job : m_checks)
        m_fetches.forget(job.id);
    (void)m_store.setAlive(now());
    auto left = std::make_shared<std::size_t>(m_workers.size() + 2);
    const auto one = [left, done = std::move(done)] {
        if (--*left == 0) done();
    };
    for (auto& [engine, worker] : m_workers)
        worker->stop(one);
    m_benchmarks.stop(one);
    for (auto& [peer, connections] : m_peers)
        for (const auto& connection : connections)
            if (connection) connection->close();
    one();
}

// ---- peers

void HubServer::onConnected(Connection* connection) {
    connection->setParent(this);
    const PeerId peer = connection->peer();
    m_peers[peer].push_back(connection);
    connection->setCallHandler(
        [this, connection](const Value& body, const Connection::Answer& answer) { onCall(connection, body, answer); });
    connect(connection, &Connection::closed, this, [this, connection, peer](const Error& why) {
        emit log(QString::fromStdString("peer " + shortHex(peer) + " left: " + why.text()));
        auto& list = m_peers[peer];
        std::erase_if(list, [&](const auto& c) { return c == connection || !c; });
        if (list.empty()) m_peers.erase(peer);
        if (const auto at = m_hosts.find(peer); at != m_hosts.end() && at->second == connection) m_hosts.erase(at);
        connection->deleteLater();
    });
    emit log(QString::fromStdString("peer " + shortHex(peer) + " came from " + connection->remote()));
    m_fetches.lookAgain(); // it may hold what a check waits for
}

Connection* HubServer::host(const PeerId& peer) const {
    const auto at = m_hosts.find(peer);
    return at == m_hosts.end() ? nullptr : at->second.data();
}

/// The one that lists, else any; null where there is none.
Connection* HubServer::connectionTo(const PeerId& peer) const {
    const std::vector<Connection*> all = connectionsTo(peer);
    return all.empty() ? nullptr : all.front();
}

/// All that this peer has: the one that lists first.
std::vector<Connection*> HubServer::connectionsTo(const PeerId& peer) const {
    std::vector<Connection*> out;
    Connection* lists = host(peer);
    if (lists) out.push_back(lists);
    const auto at = m_peers.find(peer);
    if (at == m_peers.end()) return out;
    for (const auto& connection : at->second)
        if (connection && connection != lists) out.push_back(connection.data());
    return out;
}

void HubServer::onCall(Connection* connection, const Value& body, const Connection::Answer& answer) {
    if (m_brokenStore || m_stopping)
        return answer(makeError(NetError::Closed, "hub", "the hub is shutting down", "try again later", true));
    const std::string name = nameOf(body);
    if (name == "circuit") return answer(circuit(connection, body));
    if (name == "listings") return answer(listings(connection->peer(), body));
    if (name == "usage") return answer(usage(body));
    if (name == "statement") return answer(statement(connection->peer(), body));
    if (name == "echo") return answer(echoed(body));
    if (BlobServer::isRequest(body)) return answer(m_openings.answer(connection->peer(), body));
    if (HubState::isQuestion(body)) return answer(m_state.ask(connection->peer(), body, now()));
    if (name == "list") {
        Connection* other = host(connection->peer());
        if (other && other != connection) return replaceHost(other, connection, body, answer);
        m_hosts[connection->peer()] = connection;
    }
    auto result = process(HubCommand{connection->peer(), body});
    if (!result) emit log(QString::fromStdString("refused " + name + ": " + result.error().text()));
    answer(std::move(result));
    armTimer();
}

/// A host that lost power leaves a connection that looks open: one that does not answer makes way for the new one.
void HubServer::replaceHost(Connection* old, const QPointer<Connection>& now, const Value& body,
                            const Connection::Answer& answer) {
    const QPointer<Connection> before(old);
    old->call(Array{"present"}, kPresentWithin, [this, before, now, body, answer](const Result<Value>& said) {
        if (m_stopping || !now) return;
        if (said || said.error().is(NetError::CallUnknown))
            return answer(makeError(ProtocolError::Contradiction, "listing",
                                    "this key provides already from another place",
                                    "give each host a data directory and a key of its own"));
        if (before) before->close();
        onCall(now, body, answer);
    });
}

Result<Value> HubServer::circuit(Connection* connection, const Value& body) {
    cbor::Reader in(body, "circuit", 2);
    (void)in.text();
    const auto provider = in.fixed<PeerId>();
    if (auto ok = in.finish(); !ok) return ok.error();
    Connection* to = host(provider);
    if (!to)
        return makeError(ProtocolError::NoListing, shortHex(provider), "this host is not connected now",
                         "wait, or choose another host", true);
    auto token = m_circuits.issue(connection->peer(), provider);
    if (!token) return token.error();
    if (auto ok = to->post(Array{"circuit", *token, connection->peer()}); !ok) return ok.error();
    return Value(Array{*token});
}

Result<Value> HubServer::listings(const PeerId& from, const Value& body) const {
    auto rows = m_state.ask(from, body, now());
    if (!rows) return rows;
    Array out;
    for (const Value& row : *rows->asArray()) {
        Array fields = *row.asArray();
        const auto peer = PeerId::from(*fields.front().asBytes());
        fields.emplace_back(peer && host(*peer) != nullptr);
        out.emplace_back(std::move(fields));
    }
    return Value(std::move(out));
}

Result<Value> HubServer::usage(const Value& body) const {
    cbor::Reader in(body, "usage", 2);
    (void)in.text();
    const auto id = in.fixed<Hash256>();
    if (auto ok = in.finish(); !ok) return ok.error();
    const auto checks = m_checkNs.find(id);
    const auto since = m_cpuAtAdmission.find(id);
    if (since == m_cpuAtAdmission.end()) return Value(Array{});
    const auto hubNs = static_cast<std::uint64_t>((processCpuSeconds() - since->second) * 1e9);
    return Value(Array{checks == m_checkNs.end() ? std::uint64_t{0} : checks->second, hubNs});
}

Result<Value> HubServer::statement(const PeerId& from, const Value& body) const {
    cbor::Reader in(body, "statement", 2);
    (void)in.text();
    const std::uint64_t after = in.u64(INT64_MAX);
    if (auto ok = in.finish(); !ok) return ok.error();
    auto rows = m_store.statement(ledger::Account::peer(from), after, kStatementMax);
    if (!rows) return rows.error();
    Array out;
    for (const auto& row : *rows)
        out.push_back(Array{row.number, row.time, row.memo, row.gain.micro(), row.balance.micro()});
    return Value(std::move(out));
}

// ---- events and effects

Result<Value> HubServer::process(const HubEvent& event) {
    noticeStandstill();
    if (m_brokenStore) return makeError(NetError::Closed, "hub", "the store cannot be written", "", true);
    const TimeMs at = now();
    HubOutcome outcome = m_state.handle(event, at);
    if (outcome.changed) {
        std::vector<ledger::Transaction> transactions;
        for (const auto& effect : outcome.effects)
            if (const auto* post = std::get_if<PostEffect>(&effect)) transactions.push_back(post->transaction);
        if (auto stored = m_store.append(at, cbor::encode(encodeEvent(event)), transactions); !stored) {
            // The state is ahead of the disk: nothing that follows from it may be said.
            m_brokenStore = true;
            emit broken(stored.error());
            Error error = stored.error();
            error.transient = true;
            return error;
        }
    }
    for (const auto& effect : outcome.effects)
        act(effect);
    return std::move(outcome.answer);
}

void HubServer::act(const HubEffect& effect) {
    if (const auto* check = std::get_if<CheckEffect>(&effect)) return queueCheck(*check);
    if (const auto* step = std::get_if<BenchmarkCheckEffect>(&effect))
        return m_benchmarks.check(*step, connectionTo(step->peer));
    if (const auto* note = std::get_if<PeerNoteEffect>(&effect)) {
        const auto at = m_peers.find(note->to);
        if (at == m_peers.end()) return; // it asks when it comes
        for (const auto& connection : at->second)
            if (connection) (void)connection->post(note->body);
        return;
    }
    const auto* notice = std::get_if<NoticeEffect>(&effect);
    if (!notice) return;
    const std::string name = nameOf(notice->body);
    if (name == "admission") m_cpuAtAdmission[notice->contract] = processCpuSeconds();
    emit log(QString::fromStdString("contract " + shortHex(notice->contract) + ": " + name));
    if (name == "check-result" || name == "settled" || name == "case-ended") m_look.start(0);
    for (const PeerId& peer : m_state.parties(notice->contract)) {
        const auto at = m_peers.find(peer);
        if (at == m_peers.end()) continue;
        for (const auto& connection : at->second)
            if (connection) (void)connection->post(Array{"notice", notice->contract, notice->number, notice->body});
    }
}

void HubServer::armTimer() {
    const auto at = m_state.nextDeadline();
    if (!at || m_stopping) return m_deadline.stop();
    m_deadline.start(static_cast<int>(std::clamp<TimeMs>(*at - now() + 1, 1, 3'600'000)));
}

} // namespace unchained::net
