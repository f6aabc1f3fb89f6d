// SPDX-License-Identifier: Apache-2.0
#include "net/provider_node.h"

#include "base/cpu_time.h"
#include "gpu/merkle.h"
#include "jobs/program_shape.h"
#include "net/net_error.h"
#include "net/retry.h"
#include "protocol/signed.h"
#include "protocol/standing.h"
#include "verification/policy.h"

#include <algorithm>

/// The other half of ProviderNode: renters' connections, offers, and the computing itself.
namespace unchained::net {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {
/// Every tenth window is done once more without noise, roots and books, to measure what those cost; at most so long a
/// contract.
constexpr std::uint64_t kBareEvery = 10, kBareNsMax = 20'000'000'000;

/// The hub has said how a claim ended: nobody is hired for it any more.
bool claimIsOver(const Session& session, std::uint64_t step) {
    const auto state = session.claimStates().find(step);
    return state != session.claimStates().end() && state->second != ClaimState::Logged;
}
} // namespace

// ---- renters

void ProviderNode::onPeerConnection(Connection* connection) {
    connection->setParent(this);
    std::erase_if(m_peers, [](const auto& c) { return !c; });
    m_peers.emplace_back(connection);
    connection->setCallHandler(
        [this, connection](const Value& body, const Connection::Answer& answer) { onCall(connection, body, answer); });
    connection->setNoteHandler([this, connection](const Value& body) { onNote(connection, body); });
    connect(connection, &Connection::closed, connection, &QObject::deleteLater);
    for (auto& [id, rental] : m_rentals)
        if (rental.session->parameters().renter == connection->peer()) {
            rental.host->attach(connection);
            if (rental.computing) gather(id); // what it computes from may be missing
        }
}

void ProviderNode::onNote(Connection* connection, const Value& body) {
    cbor::Reader in(body, "note", 3);
    const std::string name = in.text();
    const auto id = in.fixed<Hash256>();
    const Value& message = in.any();
    if (!in.finish() || name != "session") return;
    Rental* rental = find(id);
    if (!rental || rental->session->parameters().renter != connection->peer()) return;
    rental->host->attach(connection);
    rental->host->onPeerMessage(message);
}

void ProviderNode::onCall(Connection* connection, const Value& body, const Connection::Answer& answer) {
    if (BlobServer::isRequest(body)) return serveBlob(connection->peer(), body, answer);
    const Array* items = body.asArray();
    const std::string* name = items && !items->empty() ? items->front().asText() : nullptr;
    if (name && *name == "offer") return lookAtRenter(connection->peer(), body, answer);
    if (name && *name == "usage") return answer(usage(body));
    answer(makeError(NetError::CallUnknown, "call", "a host does not know this question"));
}

/// What the hub knows of a renter stands before us when we answer its offer.
void ProviderNode::lookAtRenter(const PeerId& renter, const Value& offer, const Connection::Answer& answer) {
    m_link.call(Array{"standing", renter}, [this, renter, offer, answer](const Result<Value>& told) {
        if (!told) return answer(told.error());
        const auto read = contract::readFields<Standing>(*told, "standing");
        if (!read) return answer(read.error());
        const Standing& standing = *read;
        const bool rated = standing.rating.weight > 0;
        emit log(QStringLiteral("%1 asks: %2 rentals for %3 credits, %4 broken, %5")
                     .arg(QString::fromStdString(shortHex(renter)))
                     .arg(standing.rented)
                     .arg(QString::fromStdString(standing.spent.str()))
                     .arg(standing.faults)
                     .arg(rated ? QStringLiteral("%1 stars").arg(1e-3 * static_cast<double>(standing.rating.mean))
                                : QStringLiteral("unrated")));
        if (rated && standing.rating.mean < m_setup.renterStarsLeast)
            return answer(makeError(ProtocolError::NotAParty, "offer",
                                    "this host lets to renters of a better standing only", "choose another host"));
        answer(onOffer(renter, offer));
    });
}

Result<Value> ProviderNode::onOffer(const PeerId& from, const Value& body) {
    cbor::Reader in(body, "offer", 2);
    (void)in.text();
    auto offer = openSigned<contract::Offer>(in.bytes());
    if (auto ok = in.finish(); !ok) return ok.error();
    if (!offer) return offer.error();
    const auto refuse = [this](const Error& error) {
        emit log(QString::fromStdString("refused an offer: " + error.text()));
        emit offerRefused(error);
        return error;
    };
    if (offer->signer != from) return refuse(makeError(ProtocolError::NotAParty, "offer", "is somebody else's"));
    const auto blocked = m_store.blocked();
    if (!blocked) return refuse(blocked.error());
    if (blocked->contains(from))
        return refuse(
            makeError(ProtocolError::NotAParty, "offer", "this host does not let to you", "choose another host"));
    if (auto ok = examine(offer->value); !ok) return refuse(ok.error());
    const contract::Acceptance acceptance{offer->hash(), m_setup.build};
    return Value(Array{sealed(m_keys, acceptance)});
}

Result<void> ProviderNode::examine(const contract::Offer& offer) const {
    if (offer.hub != m_link.hub())
        return makeError(ProtocolError::WrongHub, "offer.hub", "is not the hub that this host is at");
    if (offer.provider != m_keys.peer())
        return makeError(ProtocolError::NotAParty, "offer.provider", "names another host");
    const TimeMs now = m_link.hubNow();
    if (now > offer.expires || offer.expires > now + contract::kOfferLifeMs)
        return makeError(ProtocolError::Expired, "offer.expires", "the offer's life of 60 s is over or not yet begun",
                         "make a new offer");
    for (const PeerId& arbiter : offer.arbiters) // whom the renter alone has chosen could rule the whole bond away
        if (!m_setup.arbiters.contains(arbiter) && arbiter != m_link.arbiter())
            return makeError(ProtocolError::NotAParty, "offer.arbiters",
                             Message("this host does not trust %1 to rule over its bond", shortHex(arbiter)),
                             "name the marketplace's, or one whom the host has chosen, too");
    if (!m_rentals.empty() || m_leaving || m_stopping || !m_open)
        return makeError(ProtocolError::NoListing, "host", "is busy with another contract",
                         "wait, or choose another host", true);
    if (offer.bond > m_bondMax)
        return makeError(ProtocolError::TooLittleCredit, "offer.bond",
                         Message("this host locks at most %1 credits in one contract", m_bondMax.str()),
                         "raise the bond's worth by more checks, or choose another host");
    auto shape = jobs::shapeOf(offer.program, offer.parameters);
    if (!shape) return shape.error();
    if (shape->stateBytes > kBlobBytesMax)
        return makeError(ProtocolError::BadShape, "offer.parameters", "the state is larger than this host takes");
    if (shape->kind == gpu::WorkKind::Parallel &&
        shape->outputBytes > kBlobBytesMax / std::max(1U, offer.iterationsPerStep))
        return makeError(ProtocolError::BadShape, "offer.iterationsPerStep", "a step leaves more than this host takes",
                         "put fewer tiles into a step");
    if (offer.steps > lottery::kStepsMax || offer.startIteration > contract::kStartIterationMax ||
        offer.startIteration + offer.steps * offer.iterationsPerStep > shape->iterations)
        return makeError(ProtocolError::BadShape, "offer.steps", "go beyond the job's iterations");
    auto least = verification::stepPrice(m_setup.pricePerHour, shape->workPerIteration * offer.iterationsPerStep,
                                         std::max<std::uint64_t>(1, m_setup.rate));
    if (!least) return least.error();
    if (offer.price < *least)
        return makeError(contract::ContractError::PriceTooLow, "offer.price",
                         Message("%1 credits a step is less than this host's %2", offer.price.str(), least->str()),
                         "read the listing again: its price or rate has changed");
    return {};
}

bool ProviderNode::mayRead(const PeerId& asker, const Hash256& root) const {
    if (m_benchmark && asker == m_link.hub() && m_benchmark->has(root)) return true;
    for (const auto& [id, rental] : m_rentals) {
        const auto& p = rental.session->parameters();
        if (asker != p.renter && asker != p.offer.hub) continue;
        if (std::find(p.offer.dataRoots.begin(), p.offer.dataRoots.end(), root) != p.offer.dataRoots.end()) return true;
        if (rental.session->stepOfState(root)) return true;
    }
    return false;
}

void ProviderNode::serveBlob(const PeerId& asker, const Value& body, const Connection::Answer& answer) {
    const Array* items = body.asArray();
    const Bytes* bytes = items && items->size() > 1 ? (*items)[1].asBytes() : nullptr;
    const auto root = bytes ? Hash256::from(*bytes) : std::nullopt;
    if (root && !m_blobs.has(*root) && mayRead(asker, *root)) {
        if (m_benchmark && m_benchmark->has(*root)) {
            return m_benchmark->make(*root, [this, asker, body, answer](const Result<void>& done) {
                if (!done) return answer(done.error());
                answer(m_server.answer(asker, body));
            });
        }
        for (auto& [id, rental] : m_rentals) { // lost, or dropped too early: it can be computed again
            if (!rental.session->stepOfState(*root)) continue;
            return ensureState(rental, *root, [this, asker, body, answer](const Result<void>& done) {
                if (!done) return answer(done.error());
                answer(m_server.answer(asker, body));
            });
        }
    }
    answer(m_server.answer(asker, body));
}

/// Computes a state that is not here from the nearest one before it that is.
void ProviderNode::ensureState(Rental& rental, const Hash256& root, const std::function<void(Result<void>)>& done) {
    const auto at = rental.session->stepOfState(root);
    const auto missing = [&] {
        return makeError(storage::BlobError::NotFound, shortHex(root), "the state is not here and cannot be computed");
    };
    if (!at) return done(missing());
    const auto& offer = rental.session->parameters().offer;
    const auto rootAt = [&](std::uint64_t step) -> Hash256 { // root of Y[step]
        if (step == 0) return offer.initialRoot;
        const std::uint64_t k = lottery::windowOf(step - 1, offer.window);
        return rental.session->windows().at(k - 1).roots.at(step - (k - 1) * offer.window);
    };
    const bool parallel = offer.kind() == gpu::WorkKind::Parallel;
    std::uint64_t from = *at;
    while (from > 0 && !m_blobs.has(rootAt(from)) && !(parallel && from < *at))
        --from;
    const Hash256 begin = parallel ? offer.initialRoot : rootAt(from);
    if (!m_blobs.has(begin)) return done(missing());
    jobs::RunOrder order{begin, offer.startIteration, offer.iterationsPerStep, {}, true, false};
    for (std::uint64_t i = from; i < *at; ++i) {
        const auto seed = rental.session->seedOf(lottery::windowOf(i, offer.window));
        if (!seed) return done(missing());
        order.steps.push_back({i, lottery::stepSeed(*seed, i)});
    }
    emit log(QString::fromStdString("state " + shortHex(root) + " is computed again"));
    load(rental);
    rental.worker->run(std::move(order), {},
                       [this, root, missing = missing(), done](const Result<jobs::RunOutcome>& ran) {
                           if (!ran) return done(ran.error());
                           if (m_blobs.has(root)) return done({});
                           done(missing);
                       });
}

/// The states after wins stay until their check is over or they are paid: somebody hired may ask for one under a salt,
/// and to compute it again would have to wait for the window at hand, while the time runs.
void ProviderNode::keepAfterWins(Rental& rental) {
    const ProviderSession& session = *rental.session;
    for (; rental.windowsKept < session.receipted(); ++rental.windowsKept) {
        const WindowRecord& w = session.windows().at(rental.windowsKept);
        if (!w.drawn) return;
        const std::uint64_t first = rental.windowsKept * session.parameters().offer.window;
        for (const std::uint64_t step : w.wins)
            if (!claimIsOver(session, step)) rental.afterWins.emplace(step, w.roots.at(step - first + 1));
    }
}

/// @param all  not only those of which the hub has said how it ended
void ProviderNode::dropAfterWins(Rental& rental, bool all) {
    std::vector<Hash256> over;
    std::erase_if(rental.afterWins, [&](const auto& win) {
        if (!all && !claimIsOver(*rental.session, win.first)) return false;
        over.push_back(win.second);
        return true;
    });
    for (const Hash256& root : over)
        if (!isNeeded(rental, root)) (void)m_blobs.remove(root);
}

bool ProviderNode::isNeeded(const Rental& rental, const Hash256& root) {
    const auto kept = rental.session->keptStates();
    return mayBeSalted(rental, root) || std::find(kept.begin(), kept.end(), root) != kept.end();
}

bool ProviderNode::mayBeSalted(const Rental& rental, const Hash256& root) {
    return std::any_of(rental.afterWins.begin(), rental.afterWins.end(),
                       [&](const auto& win) { return win.second == root; });
}

/// The state after a step that somebody was hired to check, under the hub's salt. Where it is not here it is computed
/// again, and dropped again.
void ProviderNode::salt(const contract::ContractId& id, const SaltState& wanted) {
    Rental* rental = find(id);
    const auto again = [this, id, wanted](int ms) {
        QTimer::singleShot(ms, this, [this, id, wanted] {
            if (find(id) && !m_stopping) salt(id, wanted);
        });
    };
    if (!rental) return again(0); // the session speaks before it is in the table: at restore
    if (!m_blobs.has(wanted.root))
        return ensureState(*rental, wanted.root, [this, id, wanted, again](const Result<void>& done) {
            if (done && find(id)) return salt(id, wanted);
            if (done) return;
            emit log(QString::fromStdString("salted root: " + done.error().text()));
            if (done.error().transient) again(kWorkRetryMs);
        });
    const auto state = m_blobs.read(wanted.root);
    if (!state) return emit log(QString::fromStdString("salted root: " + state.error().text()));
    if (!isNeeded(*rental, wanted.root)) (void)m_blobs.remove(wanted.root);
    rental->host->feed(Array{"salted", wanted.step, wanted.salt, merkle::saltedRoot(wanted.salt, *state)});
}

Result<Value> ProviderNode::usage(const Value& body) const {
    cbor::Reader in(body, "usage", 2);
    (void)in.text();
    const auto id = in.fixed<Hash256>();
    if (auto ok = in.finish(); !ok) return ok.error();
    auto stored = m_store.usage(id);
    if (!stored) return stored.error();
    Array out;
    for (const auto& [phase, ns] : *stored)
        out.push_back(Array{phase, ns});
    return Value(std::move(out));
}

// ---- computing

void ProviderNode::compute(const contract::ContractId& id, const Compute& work) {
    Rental* rental = find(id);
    if (!rental) { // the session speaks before it is in the table: at restore
        QTimer::singleShot(0, this, [this, id, work] {
            if (find(id)) compute(id, work);
        });
        return;
    }
    rental->computing = work;
    gather(id);
}

void ProviderNode::gather(const contract::ContractId& id) {
    Rental* rental = find(id);
    if (!rental || !rental->computing || m_stopping) return;
    const auto& offer = rental->session->parameters().offer;
    std::vector<Hash256> wanted = offer.dataRoots;
    wanted.push_back(rental->computing->from);
    for (const Hash256& root : wanted) {
        if (m_blobs.has(root)) continue;
        if (root == rental->computing->from && root != offer.initialRoot)
            return ensureState(*rental, root, [this, id](const Result<void>& done) {
                if (done) return gather(id);
                emit log(QString::fromStdString(done.error().text()));
                m_retry.start(kWorkRetryMs);
            });
        Connection* renter = rental->host->peerConnection();
        if (!renter) return; // asked again when the renter comes
        BlobFetch::start(renter, root, kBlobBytesMax, m_blobs, {}, [this, id](const Result<void>& done) {
            if (done) return gather(id);
            emit log(QString::fromStdString("fetching inputs: " + done.error().text()));
            m_retry.start(kWorkRetryMs);
        });
        return;
    }
    runWindow(id);
}

void ProviderNode::load(Rental& rental) {
    if (std::exchange(rental.loaded, true)) return; // the worker loads again by itself after a death
    const auto& offer = rental.session->parameters().offer;
    rental.worker->load({offer.program,
                         offer.parameters,
                         {offer.noiseAmplitude, offer.noiseScales},
                         offer.dataRoots.empty() ? std::nullopt : std::optional(offer.dataRoots.front())},
                        [this](const Result<gpu::worker::Loaded>& loaded) {
                            if (!loaded) emit log(QString::fromStdString("worker: " + loaded.error().text()));
                        });
}

void ProviderNode::runWindow(const contract::ContractId& id) {
    Rental& rental = *find(id);
    const Compute work = *std::exchange(rental.computing, std::nullopt);
    const auto& offer = rental.session->parameters().offer;
    load(rental);
    jobs::RunOrder order{work.from,
                         offer.startIteration,
                         offer.iterationsPerStep,
                         {},
                         true,
                         work.window % kBareEvery == 1 && rental.bareNs < kBareNsMax};
    for (std::uint64_t i = work.steps.first; i < work.steps.end; ++i)
        order.steps.push_back({i, lottery::stepSeed(work.seed, i)});
    if (m_setup.computeWindow)
        return m_setup.computeWindow(rental.session->parameters(), work, *rental.worker,
                                     [this, id, work](std::vector<Hash256> roots) {
                                         if (find(id)) windowDone(id, work, std::move(roots), {});
                                     });
    auto roots = std::make_shared<std::vector<Hash256>>(1, work.from);
    rental.worker->run(
        order, [roots](const gpu::worker::StepDone& step) { roots->push_back(step.root); },
        [this, id, work, roots](const Result<jobs::RunOutcome>& done) {
            Rental* r = find(id);
            if (!r || m_stopping) return;
            if (done) return windowDone(id, work, std::move(*roots), *done);
            // The worker died or ran out of something: the window is done again.
            emit log(QString::fromStdString("worker: " + done.error().text()));
            r->computing = work;
            m_retry.start(done.error().transient ? kWorkRetryMs : 10 * kWorkRetryMs);
        });
}

void ProviderNode::windowDone(const contract::ContractId& id, const Compute& work, std::vector<Hash256> roots,
                              const jobs::RunOutcome& outcome) {
    Rental& rental = *find(id);
    const double now = processCpuSeconds();
    const auto use = [&](const char* phase, std::uint64_t amount) {
        if (amount > 0) (void)m_store.addUsage(id, phase, amount);
    };
    use("worker", outcome.cpuNs);
    use("node", static_cast<std::uint64_t>((now - std::exchange(rental.cpuAtStart, now)) * 1e9));
    use("bare", outcome.bareCpuNs);
    use("plain", outcome.plainCpuNs);
    if (outcome.plainCpuNs > 0) use("paired", outcome.cpuNs);
    rental.bareNs += outcome.bareCpuNs;
    if (outcome.failedStep) roots.push_back(lottery::failureRoot(id, *outcome.failedStep));
    Array list;
    for (const Hash256& root : roots)
        list.emplace_back(root);
    rental.host->feed(Array{"computed", work.window, std::move(list), outcome.failedStep.has_value()});
}

} // namespace unchained::net
