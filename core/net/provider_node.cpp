// SPDX-License-Identifier: Apache-2.0
#include "net/provider_node.h"

#include "base/cpu_time.h"
#include "net/machine.h"
#include "net/net_error.h"
#include "net/session_parameters.h"
#include "protocol/signed.h"

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {
constexpr int kMeasureAgainMs = 10'000; ///< a hub watches no host more often
}

ProviderNode::ProviderNode(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs,
                           HubAddress hub, ProviderSetup setup, QObject* parent)
    : QObject(parent), m_keys(keys), m_store(store), m_blobs(blobs), m_setup(std::move(setup)),
      m_link(std::move(hub), keys), m_account(m_link, store),
      m_server(blobs, [this](const PeerId& asker, const Hash256& root) { return mayRead(asker, root); }),
      m_cases(m_link, keys.peer(),
              [this](const contract::ContractId& id, std::uint64_t step) { return shown(id, step); }) {
    connect(&m_cases, &CaseDesk::log, this, &ProviderNode::log);
    connect(&m_link, &HubLink::up, this, &ProviderNode::onUp);
    connect(&m_link, &HubLink::note, this, &ProviderNode::onHubNote);
    connect(&m_link, &HubLink::down, this,
            [this](const Error& why) { emit log(QString::fromStdString("hub: " + why.text())); });
    m_link.setCallHandler([this](const Value& body, const Connection::Answer& answer) {
        if (BlobServer::isRequest(body)) return serveBlob(m_link.hub(), body, answer);
        answer(makeError(NetError::CallUnknown, "call", "a host answers the hub only with openings"));
    });
    if (!m_setup.makeSession) {
        m_setup.makeSession = [](const identity::Keys& k, Session::Parameters p) {
            return std::make_unique<ProviderSession>(k, std::move(p));
        };
    }
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        for (auto& [id, rental] : m_rentals)
            if (rental.computing) gather(id);
    });
}

Result<void> ProviderNode::start() {
    if (m_setup.listen) {
        m_listener = std::make_unique<Listener>(m_link.tls(), Options{}, ListenerLimits{});
        connect(m_listener.get(), &Listener::connected, this, &ProviderNode::onPeerConnection);
        if (auto ok = m_listener->listen(*m_setup.listen); !ok) return ok;
    }
    m_link.start();
    return {};
}

void ProviderNode::stop(std::function<void()> done) {
    m_stopping = true;
    m_retry.stop();
    m_benchmark.reset();
    auto left = std::make_shared<std::size_t>(m_rentals.size() + 1);
    const auto one = [left, done = std::move(done)] {
        if (--*left == 0) done();
    };
    for (auto& [id, rental] : m_rentals)
        rental.worker->stop(one);
    one();
}

void ProviderNode::leave() {
    m_leaving = true;
    if (m_rentals.empty()) emit finished();
}

void ProviderNode::setOpen(bool open) {
    m_open = open;
    if (m_link.isUp()) publishListing(m_rentals.empty());
}

void ProviderNode::setPrice(Amount pricePerHour) {
    m_setup.pricePerHour = pricePerHour;
    if (m_link.isUp()) publishListing(m_rentals.empty());
}

void ProviderNode::setBond(std::optional<Amount> most) {
    m_setup.bondMax = most;
    if (most) m_bondMax = std::min(m_bondMax, *most); // less holds at once; more when the hub has said what is there
    if (m_link.isUp()) askBond();
}

std::vector<const ProviderSession*> ProviderNode::sessions() const {
    std::vector<const ProviderSession*> out;
    for (const auto& [id, rental] : m_rentals)
        out.push_back(rental.session);
    return out;
}

ProviderNode::Rental* ProviderNode::find(const contract::ContractId& id) {
    const auto at = m_rentals.find(id);
    return at == m_rentals.end() ? nullptr : &at->second;
}

// ---- the hub

void ProviderNode::onUp() {
    emit log("connected to the hub");
    askBond();
    if (!m_restored) {
        m_restored = true;
        auto rows = m_store.sessions(true);
        if (!rows) return emit broken(rows.error());
        for (const auto& row : *rows) {
            if (row.role != storage::Role::Provider) continue;
            auto stored = decodeContract(row.parameters);
            auto parameters =
                stored ? parametersOf(*stored, m_link.hub()) : Result<Session::Parameters>(stored.error());
            if (!parameters) continue; // of another hub
            if (auto ok = beginSession(std::move(*parameters), false); !ok) return emit broken(ok.error());
        }
    }
    adoptContracts();
    m_cases.look();
}

/// What can be a bond is free and wanted; then the listing says so.
void ProviderNode::askBond() {
    m_link.call(Array{"account"}, [this](const Result<Value>& account) {
        if (!account) return;
        const Array* fields = account->asArray();
        const auto balance = fields && fields->size() == 2 ? (*fields)[0].asSigned() : std::nullopt;
        const auto has = Amount::fromMicro(balance.value_or(0));
        m_bondMax = has ? *has : Amount{};
        if (m_setup.bondMax) m_bondMax = std::min(m_bondMax, *m_setup.bondMax);
        if (!m_measured) return measureFirst();
        publishListing(m_rentals.empty());
    });
}

/// The record of a contract outlives it: as long as its bond is locked somebody may ask what a step came to.
std::optional<contract::StepProof> ProviderNode::shown(const contract::ContractId& id, std::uint64_t step) {
    if (const Rental* rental = find(id)) return rental->session->shown(step);
    if (m_disputed && m_disputed->parameters().contract == id) return m_disputed->shown(step);
    const auto row = m_store.session(id);
    if (!row || !*row || (*row)->role != storage::Role::Provider) return std::nullopt;
    const auto stored = decodeContract((*row)->parameters);
    auto parameters = stored ? parametersOf(*stored, m_link.hub()) : Result<Session::Parameters>(stored.error());
    if (!parameters) return std::nullopt;
    m_disputed = m_setup.makeSession(m_keys, std::move(*parameters));
    const auto folded = m_store.forEach(id, [this](std::uint64_t, TimeMs time, ByteView bytes) -> Result<void> {
        const auto event = cbor::decode(bytes);
        if (!event) return event.error();
        const auto effects = m_disputed->handle(*event, time);
        return effects ? Result<void>() : Result<void>(effects.error());
    });
    if (folded) return m_disputed->shown(step);
    m_disputed.reset();
    return std::nullopt;
}

/// A rate that this hub has seen is worth more than our own word; one that it saw earlier will do while the machine is
/// the same.
void ProviderNode::measureFirst() {
    if (m_benchmark || m_stopping) return;
    m_link.call(Array{"measurement"}, [this](const Result<Value>& answer) {
        if (!answer || m_stopping || m_benchmark) return; // when the hub is back
        cbor::Reader in(*answer, "measurement", 3);
        (void)in.boolean();
        const auto known = openSigned<contract::Measurement>(in.bytes());
        const bool same = known && m_setup.rateKept && known->value.engine == m_setup.engine;
        // A listing above what the hub has seen is refused, also where it does not watch again.
        const bool unknown = m_setup.rate == 0;
        if (known) m_setup.rate = same || unknown ? known->value.rate() : std::min(m_setup.rate, known->value.rate());
        if (!same && m_rentals.empty() && m_setup.benchmark.count() > 0) return measure();
        m_measured = same || m_rentals.empty(); // else after the contract
        publishListing(m_rentals.empty());
    });
}

void ProviderNode::measure() {
    emit log("the hub watches this machine work");
    BenchmarkRun::Setup setup{{m_setup.worker, m_blobs.directory(), m_setup.engine, m_setup.threads, m_setup.selfCheck},
                              m_setup.benchmark,
                              m_setup.inventBenchmark};
    m_benchmark = std::make_unique<BenchmarkRun>(m_link, m_keys, m_blobs, std::move(setup));
    connect(m_benchmark.get(), &BenchmarkRun::log, this, &ProviderNode::log);
    m_benchmark->start([this](const Result<contract::Measurement>& found) {
        BenchmarkRun* const run = m_benchmark.release(); // it calls us
        run->deleteLater();
        if (m_stopping) return;
        takeBenchmark(*run, found);
        emit changed();
    });
    emit changed();
}

void ProviderNode::takeBenchmark(const BenchmarkRun& run, const Result<contract::Measurement>& found) {
    if (run.rate() > 0) {
        m_setup.engine = run.engine(); // the one that was measured, and no other
        m_setup.device = deviceName(run.device());
        m_setup.rate = m_setup.rate == 0 ? run.rate() : std::min(m_setup.rate, run.rate());
    }
    m_measured = found.ok() || !found.error().transient;
    if (found) {
        m_setup.rate = found->rate();
        emit log(QString::fromStdString("seen by the hub: " + std::to_string(m_setup.rate / 1'000'000) +
                                        " million multiply-adds a second with " + found->engine));
        emit measured(QString::fromStdString(run.engine()), run.rate());
    } else {
        emit log(QString::fromStdString("benchmark: " + found.error().text()));
        if (m_setup.rate == 0 && m_measured) return emit broken(found.error());
        if (m_setup.rate == 0) QTimer::singleShot(kMeasureAgainMs, this, &ProviderNode::measureFirst);
    }
    publishListing(m_rentals.empty());
}

void ProviderNode::publishListing(bool open) {
    if (m_setup.rate == 0) return; // after the benchmark
    contract::Listing listing;
    listing.hub = m_link.hub();
    listing.version = static_cast<std::uint64_t>(m_link.hubNow());
    listing.name = m_setup.name;
    listing.place = m_setup.place;
    listing.device = m_setup.device;
    listing.build = m_setup.build;
    listing.engine = m_setup.engine;
    listing.memory = m_setup.memory;
    listing.pricePerHour = m_setup.pricePerHour;
    listing.rate = m_setup.rate;
    listing.bondMax = m_bondMax;
    if (m_listener) listing.address = m_listener->endpoint().str();
    open = open && m_open && !m_leaving;
    listing.open = open;
    m_link.call(Array{"list", sealed(m_keys, listing)}, [this, open](const Result<Value>& answer) {
        if (answer) {
            m_listed = true;
            emit log(open ? "listed: waiting for a renter" : "listed as busy");
            return emit changed();
        }
        emit log(QString::fromStdString("listing: " + answer.error().text()));
        if (!answer.error().transient) emit broken(answer.error());
    });
}

void ProviderNode::onHubNote(const Value& note) {
    cbor::Reader in(note, "note", 1, 5);
    const std::string name = in.text();
    if (name == "circuit") {
        const auto token = in.fixed<CircuitToken>();
        const auto renter = in.fixed<PeerId>();
        if (!in.finish()) return;
        Connection* connection =
            dialCircuit(m_link.address().endpoint, token, Connection::Role::Server, renter, m_link.tls(), {}, this);
        connect(connection, &Connection::ready, this, [this, connection] { onPeerConnection(connection); });
        return;
    }
    if (name == "case") return m_cases.onNote(note);
    if (name != "notice") return;
    m_account.poke();
    const auto id = in.fixed<Hash256>();
    const std::uint64_t number = in.u64();
    const Value& body = in.any();
    if (!in.finish()) return;
    if (Rental* rental = find(id)) return rental->host->onNotice(number, body);
    adoptContracts();
}

/// Contracts that the hub admitted and this node has no record of yet.
void ProviderNode::adoptContracts() {
    m_link.call(Array{"contracts"}, [this](const Result<Value>& answer) {
        const Array* list = answer ? answer->asArray() : nullptr;
        if (!list || m_stopping) return;
        for (const Value& item : *list) {
            cbor::Reader in(item, "contract", 4);
            const auto id = in.fixed<Hash256>();
            StoredContract stored;
            contract::FieldReader fields{in};
            fields(stored.offer, stored.acceptance, stored.admission);
            if (!in.finish() || find(id)) continue;
            auto parameters = parametersOf(stored, m_link.hub());
            if (!parameters || parameters->offer.provider != m_keys.peer()) continue;
            stored.startedAt = m_link.hubNow();
            stored.windowMs = expectedWindowMs(parameters->offer, m_setup.pricePerHour);
            parameters->startedAt = stored.startedAt;
            parameters->windowMs = stored.windowMs;
            auto known = m_store.session(id);
            if (!known || *known) continue;
            storage::SessionRow row;
            row.contract = id;
            row.role = storage::Role::Provider;
            row.parameters = encodeContract(stored);
            row.created = stored.startedAt;
            if (auto ok = m_store.addSession(row); !ok) return emit broken(ok.error());
            if (auto ok = beginSession(std::move(*parameters), true); !ok) return emit broken(ok.error());
            publishListing(false);
        }
    });
}

Result<void> ProviderNode::beginSession(Session::Parameters parameters, bool isNew) {
    const contract::ContractId id = parameters.contract;
    auto session = m_setup.makeSession(m_keys, std::move(parameters));
    ProviderSession* raw = session.get();
    SessionHost::Hooks hooks;
    hooks.compute = [this, id](const Compute& work) { compute(id, work); };
    hooks.salt = [this, id](const SaltState& wanted) { salt(id, wanted); };
    hooks.drop = [this, id](const DropStates& drop) {
        Rental* rental = find(id);
        if (rental) keepAfterWins(*rental);
        for (const Hash256& root : drop.roots)
            if (!rental || !mayBeSalted(*rental, root)) (void)m_blobs.remove(root);
    };
    hooks.changed = [this, id] {
        if (Rental* rental = find(id)) dropAfterWins(*rental, false);
        emit changed();
    };
    hooks.broken = [this](const Error& why) { emit broken(why); };
    auto host = std::make_unique<SessionHost>(std::move(session), m_store, m_link, std::move(hooks), this);
    if (auto ok = host->restore(); !ok) return ok;
    emit log(QString::fromStdString((isNew ? "contract " : "taking up contract ") + shortHex(id)));
    if (raw->done()) return m_store.markDone(id, raw->outcome());
    addRental(std::move(host), raw);
    return {};
}

void ProviderNode::addRental(std::unique_ptr<SessionHost> host, ProviderSession* session) {
    const contract::ContractId id = host->contract();
    Rental& rental = m_rentals[id];
    rental.host = std::move(host);
    rental.session = session;
    rental.cpuAtStart = processCpuSeconds();
    keepAfterWins(rental);
    rental.worker = std::make_unique<jobs::WorkerProcess>();
    connect(rental.worker.get(), &jobs::WorkerProcess::printed, this, &ProviderNode::log);
    rental.worker->start({m_setup.worker, m_blobs.directory(), m_setup.engine, m_setup.threads, m_setup.selfCheck});
    connect(rental.host.get(), &SessionHost::finished, this,
            [this, id](const QString& outcome) { onFinished(id, outcome); });
    for (const auto& peer : m_peers)
        if (peer && peer->isReady() && peer->peer() == session->parameters().renter) rental.host->attach(peer);
    rental.host->run();
}

void ProviderNode::onFinished(const contract::ContractId& id, const QString& outcome) {
    Rental* rental = find(id);
    if (!rental) return;
    const qint64 paid = rental->session->paid().micro();
    emit log(QString::fromStdString("contract " + shortHex(id) + " ended: ") + outcome);
    dropAfterWins(*rental, true);
    rental->worker->stop([worker = rental->worker.release()] { worker->deleteLater(); });
    rental->host.release()->deleteLater();
    m_rentals.erase(id);
    emit contractEnded(QString::fromStdString(toHex(id.view())), outcome, paid);
    if (m_setup.once || m_leaving) {
        publishListing(false);
        return emit finished();
    }
    if (m_link.isUp()) onUp(); // what is free for a bond has changed
}

} // namespace unchained::net
