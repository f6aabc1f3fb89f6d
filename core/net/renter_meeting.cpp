// SPDX-License-Identifier: Apache-2.0
#include "net/renter_job.h"

#include "base/cpu_time.h"
#include "contract/structures.h"
#include "jobs/plan.h"
#include "lottery/beacon.h"
#include "net/net_error.h"
#include "net/retry.h"
#include "protocol/signed.h"
#include "verification/policy.h"

#include <algorithm>
#include <cstdio>

/// The other half of RenterJob: choosing a host, agreeing with it, and keeping in touch.
namespace unchained::net {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {
constexpr std::size_t kFetchesMax = 8;                            ///< blobs that are fetched at the same time
constexpr int kWaitsMax = 60;                                     ///< so often a busy or absent host is waited for
constexpr std::int64_t kLifeMs = contract::kOfferLifeMs - 15'000; ///< under the hub's 60 s, whatever the clocks say
} // namespace

namespace {
std::optional<contract::Measurement> measurementFrom(ByteView envelope, const PeerId& hub, const PeerId& provider) {
    const auto opened = openSigned<contract::Measurement>(envelope);
    const bool good = opened && opened->signer == hub && opened->value.hub == hub && opened->value.provider == provider;
    return good ? std::optional(opened->value) : std::nullopt;
}
} // namespace

Result<std::vector<ListedHost>> readListings(const Value& answer) {
    const Array* rows = answer.asArray();
    if (!rows) return makeError(NetError::BadFrame, "listings", "is not a list");
    std::vector<ListedHost> out;
    for (const Value& row : *rows) {
        cbor::Reader in(row, "listing", 7);
        ListedHost host;
        host.peer = in.fixed<PeerId>();
        auto listing = openSigned<contract::Listing>(in.bytes());
        contract::FieldReader fields{in};
        Bytes measurement;
        std::vector<std::uint64_t> posterior;
        fields(host.standing, host.balance, measurement, posterior, host.online);
        if (auto ok = in.finish(); !ok) return ok.error();
        if (!listing || listing->signer != host.peer) continue;
        const verification::Posterior prior;
        const auto sound = [](std::uint64_t units, std::uint64_t least) {
            return units >= least && units <= verification::kUnitsMax + verification::kCheckUnits;
        };
        if (posterior.size() == 2 && sound(posterior[0], prior.wrong) && sound(posterior[1], prior.right))
            host.posterior = {posterior[0], posterior[1]};
        host.listing = listing->value;
        host.measured = measurementFrom(measurement, host.listing.hub, host.peer);
        out.push_back(std::move(host));
    }
    return out;
}

bool RenterJob::mayRead(const PeerId& asker, const Hash256& root) const {
    const ContractRun* run = current();
    if (!run) return false;
    const auto& p = run->session->parameters();
    if (asker != p.offer.provider && asker != p.offer.hub) return false;
    if (root == p.offer.initialRoot || root == run->session->lastGoodState()) return true;
    return std::find(p.offer.dataRoots.begin(), p.offer.dataRoots.end(), root) != p.offer.dataRoots.end();
}

// ---- which host, at which terms

/// What the job's earlier contracts have cost.
Amount RenterJob::spent() const {
    Amount sum;
    for (const auto& run : m_runs) {
        const auto& settled = run->session->settled();
        if (!settled) continue;
        const Amount paid = std::clamp(settled->paid, Amount{}, run->session->escrowed());
        sum += paid - std::clamp(settled->refunded, Amount{}, paid);
    }
    return sum;
}

/// The rest of a moved job takes the largest n that keeps N·p ≥ 20, else 1; a fresh one must keep it as it stands.
Result<std::uint32_t> RenterJob::oddsFor(std::uint64_t steps) const {
    const std::uint32_t wanted = m_job.spec.contract.odds;
    if (wanted == 1 || steps / wanted >= 20) return wanted;
    return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, steps / 20)));
}

namespace {
/// Long enough that nobody waits for a round, or the whole job.
std::uint32_t windowByBeacon(const contract::Offer& o, Amount pricePerHour) {
    const std::uint32_t least = verification::leastWindow(o.price, pricePerHour, lottery::kBeaconWorkMs);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(std::max(o.window, least), o.steps));
}
} // namespace

Result<RenterJob::Terms> RenterJob::termsFor(const ListedHost& host) const {
    const auto& spec = m_job.spec.contract;
    const std::uint64_t done =
        m_job.steps -
        (current() ? current()->session->parameters().offer.steps - current()->session->lastGoodStep() : m_job.steps);
    Terms terms;
    terms.host = host;
    contract::Offer& o = terms.offer;
    o.hub = m_link.hub();
    o.provider = host.peer;
    o.nonce = taggedHash("job-nonce", {m_options.secret, std::uint64_t{m_runs.size()}});
    o.program = m_job.program;
    o.parameters = m_job.parameters;
    o.initialRoot = current() ? current()->session->lastGoodState() : m_initialRoot;
    o.startIteration = m_initialIteration + done * m_job.iterationsPerStep;
    if (const auto root = dataRoot()) o.dataRoots = {*root};
    o.steps = m_job.steps - done;
    o.iterationsPerStep = m_job.iterationsPerStep;
    o.window = static_cast<std::uint32_t>(std::min<std::uint64_t>(spec.window, o.steps));
    auto odds = oddsFor(o.steps);
    if (!odds) return odds.error();
    o.odds = *odds;
    auto price = verification::stepPrice(host.listing.pricePerHour, m_shape.workPerIteration * o.iterationsPerStep,
                                         host.listing.rate);
    if (!price) return price.error();
    o.price = *price;
    jobs::PlanTerms deterrent;
    deterrent.bets = m_options.draw == contract::kDrawBeacon || m_link.coinflipBets();
    deterrent.bondMax = std::min(host.listing.bondMax, host.balance);
    deterrent.atStake = m_options.atStake;
    deterrent.checkAll = m_options.checkAll;
    deterrent.batch = m_options.batch;
    deterrent.assurance = static_cast<double>(m_options.assurance) * 1e-9;
    deterrent.faked = static_cast<double>(m_options.faked) * 1e-9;
    const auto deterrence = jobs::deterrenceOf(spec, o.price, o.odds, o.steps, deterrent);
    if (!deterrence) return deterrence.error();
    o.bond = deterrence->bond;
    o.atStake = m_options.atStake;
    o.draw = m_options.draw;
    const auto arbiter = m_options.arbiter ? m_options.arbiter : m_link.arbiter();
    if (arbiter && *arbiter != m_keys.peer() && *arbiter != o.provider) o.arbiters = {*arbiter};
    if (o.draw == contract::kDrawBeacon) o.window = windowByBeacon(o, host.listing.pricePerHour);
    o.batch = deterrence->batch;
    o.noiseScales = m_noise.scales;
    o.noiseAmplitude = m_noise.amplitude;
    o.seedAnchor = lottery::SeedChain(m_keys.seedKey(), o.nonce, lottery::windowCount(o.steps, o.window)).at(0);
    o.receiptKey = m_keys.peer();
    o.periods = m_options.periods.value_or(spec.periods);
    const auto face = verification::faceValue(o.price, o.odds);
    if (!face) return face.error();
    const auto escrow =
        verification::escrow(*face, lottery::escrowTickets(o.steps, o.window, o.odds), o.batch, m_link.checkFee());
    if (!escrow) return escrow.error();
    if (auto ok = withinLimit(*escrow); !ok) return ok.error();
    return terms;
}

/// What is agreed to before anything is paid, in one sentence.
std::string RenterJob::termsText(const contract::Offer& o) const {
    const auto cost = o.price.times(o.steps);
    const std::uint64_t checks = std::max<std::uint64_t>(1, o.steps / (std::uint64_t{o.odds} * o.batch));
    char caught[160];
    std::snprintf(caught, sizeof caught, "; a run of which %.3g %% is faked is caught with %.3g %%",
                  static_cast<double>(m_options.faked) * 1e-7,
                  100 * verification::assurance(static_cast<double>(m_options.faked) * 1e-9, o.steps, o.odds, o.batch));
    return "terms: " + o.price.str() + " credits a step, " + (cost ? cost->str() : std::string("?")) +
           " in all on average; one claim in " + std::to_string(o.batch) + " is checked, about " +
           std::to_string(checks) + " checks; the host's bond is " + o.bond.str() + caught;
}

/// `--max-spend` against what is to be locked, and what the job's earlier contracts have cost.
Result<void> RenterJob::withinLimit(Amount escrow) const {
    if (!m_options.maxSpend) return {};
    const Amount left = *m_options.maxSpend - spent();
    if (escrow <= left) return {};
    return makeError(NetError::NoHostFits, "--max-spend",
                     Message("the escrow of %1 credits is above the limit of %2", escrow.str(), left.str()),
                     "raise the limit, or rent fewer steps or a cheaper host");
}

void RenterJob::chooseHost() {
    m_link.call(Array{"listings"}, [this](const Result<Value>& answer) {
        if (m_stopping) return;
        if (m_cancelled) return decide();
        if (!answer) return m_retry.start(kRetryMs);
        auto hosts = readListings(*answer);
        if (!hosts) return fail(hosts.error());
        auto blocked = m_store.blocked();
        if (!blocked) return fail(blocked.error());
        std::optional<Terms> best;
        std::optional<Error> why;
        bool busy = false;
        const bool one = asksOneHost();
        for (const ListedHost& host : *hosts) {
            if (one && host.peer != *m_options.provider) continue;
            if (blocked->contains(host.peer)) {
                why = makeError(NetError::NoHostFits, "host", Message("%1 is blocked by you", host.listing.name),
                                "unblock it, or choose another host");
                continue;
            }
            if (m_tried.contains(host.peer) || (!one && host.standing.stepsWrong > 0)) continue;
            if (m_options.maxPrice && host.listing.pricePerHour > *m_options.maxPrice) {
                why = makeError(NetError::NoHostFits, "--max-price",
                                Message("%1 asks for %2 credits an hour, above the limit of %3", host.listing.name,
                                        host.listing.pricePerHour.str(), m_options.maxPrice->str()),
                                "raise the limit, or wait for a cheaper host");
                continue;
            }
            if (!host.online || !host.listing.open) {
                busy = true;
                continue;
            }
            auto terms = termsFor(host);
            if (!terms) {
                why = terms.error();
                continue;
            }
            const auto better = [&] {
                if (terms->offer.price != best->offer.price) return terms->offer.price < best->offer.price;
                return terms->host.standing.stepsChecked > best->host.standing.stepsChecked;
            };
            if (!best || better()) best = std::move(*terms);
        }
        if (best) return propose(std::move(*best));
        if (busy && ++m_waits < kWaitsMax) return m_retry.start(kRetryMs);
        if (!why) why = m_lastRefusal;
        if (!why) why = makeError(NetError::NoHostFits, "host", "no host fits", "widen the limits, or wait for one");
        if (!m_runs.empty()) emit log(QString::fromStdString("no other host fits: " + why->text()));
        fail(*why);
    });
}

void RenterJob::propose(Terms terms) {
    emit log(QString::fromStdString("asking " + terms.host.listing.name + " (" + shortHex(terms.host.peer) + "), " +
                                    terms.offer.price.str() + " credits a step"));
    emit log(QString::fromStdString(termsText(terms.offer)));
    m_addresses[terms.host.peer] = terms.host.listing.address;
    auto shared = std::make_shared<Terms>(std::move(terms));
    meet(shared->host.peer, shared->host.listing.address, [this, shared](Result<Connection*> met) {
        if (m_stopping) return;
        if (met) return sendOffer(shared, *met);
        m_lastRefusal = met.error();
        emit log(QString::fromStdString(met.error().text()));
        if (++m_waits < kWaitsMax) return m_retry.start(kRetryMs);
        fail(met.error());
    });
}

void RenterJob::sendOffer(const std::shared_ptr<Terms>& terms, Connection* connection) {
    terms->offer.expires = m_link.hubNow() + kLifeMs;
    const Bytes offer = sealed(m_keys, terms->offer);
    connection->call(Array{"offer", offer}, std::chrono::seconds(20),
                     [this, terms, offer](const Result<Value>& answer) {
                         if (m_stopping) return;
                         if (!answer) {
                             m_lastRefusal = answer.error();
                             emit log(QString::fromStdString("refused: " + answer.error().text()));
                             if (!answer.error().transient) m_tried.insert(terms->host.peer);
                             if (asksOneHost() && !answer.error().transient) return fail(answer.error());
                             if (++m_waits < kWaitsMax) return m_retry.start(kRetryMs);
                             return fail(answer.error());
                         }
                         const Array* fields = answer->asArray();
                         const Bytes* acceptance = fields && fields->size() == 1 ? (*fields)[0].asBytes() : nullptr;
                         if (!acceptance) return fail(makeError(NetError::BadFrame, "acceptance", "is not one"));
                         admit(terms, offer, *acceptance);
                     });
}

void RenterJob::admit(const std::shared_ptr<Terms>& terms, const Bytes& offer, const Bytes& acceptance) {
    m_link.call(Array{"admit", offer, acceptance}, [this, terms, offer, acceptance](const Result<Value>& answer) {
        if (m_stopping) return;
        if (!answer) {
            emit log(QString::fromStdString("the hub refused: " + answer.error().text()));
            // Unsure whether it was admitted: the hub is asked before another offer is made.
            if (answer.error().transient) return adopt();
            return fail(answer.error());
        }
        const Array* fields = answer->asArray();
        const Bytes* admission = fields && fields->size() == 1 ? (*fields)[0].asBytes() : nullptr;
        StoredContract stored{offer, acceptance, admission ? *admission : Bytes{},
                              expectedWindowMs(terms->offer, terms->host.listing.pricePerHour), m_link.hubNow()};
        if (auto ok = addRun(std::move(stored), true); !ok) {
            if (ok.error().code >= 1400 && ok.error().code < 1500) return emit broken(ok.error());
            return fail(ok.error());
        }
        emit log(QString::fromStdString("admitted: contract " + toHex(current()->host->contract().view())));
        m_waits = 0;
        decide();
    });
}

// ---- keeping in touch

void RenterJob::meet(const PeerId& provider, const std::string& address,
                     const std::function<void(Result<Connection*>)>& done) {
    m_meeting = true;
    const auto finish = [this, done](Result<Connection*> met) {
        m_meeting = false;
        if (met) serve(*met);
        done(std::move(met));
    };
    const auto endpoint = address.empty() ? Result<Endpoint>(Error{}) : Endpoint::parse(address);
    if (!endpoint) return meetThroughHub(provider, finish);
    Options quick;
    quick.handshakeDeadline = std::chrono::seconds(3);
    Connection* connection = dialDirect(*endpoint, provider, m_link.tls(), quick, this);
    auto settled = std::make_shared<bool>(false);
    connect(connection, &Connection::ready, this, [settled, finish, connection] {
        *settled = true;
        finish(connection);
    });
    connect(connection, &Connection::closed, this, [this, settled, finish, provider, connection] {
        connection->deleteLater();
        if (!std::exchange(*settled, true)) meetThroughHub(provider, finish);
    });
}

void RenterJob::meetThroughHub(const PeerId& provider, const std::function<void(Result<Connection*>)>& done) {
    m_link.call(
        Array{"circuit", provider},
        [this, provider, done](const Result<Value>& answer) {
            if (m_stopping) return;
            if (!answer) return done(answer.error());
            cbor::Reader in(*answer, "circuit", 1);
            const auto token = in.fixed<CircuitToken>();
            if (auto ok = in.finish(); !ok) return done(ok.error());
            Connection* connection = dialCircuit(m_link.address().endpoint, token, Connection::Role::Client, provider,
                                                 m_link.tls(), {}, this);
            auto settled = std::make_shared<bool>(false);
            connect(connection, &Connection::ready, this, [settled, done, connection] {
                *settled = true;
                done(connection);
            });
            connect(connection, &Connection::closed, this, [settled, done, connection](const Error& why) {
                connection->deleteLater();
                if (!std::exchange(*settled, true)) done(why);
            });
        },
        std::chrono::seconds(10));
}

void RenterJob::serve(Connection* connection) {
    m_peer = connection;
    connection->setCallHandler([this, connection](const Value& body, const Connection::Answer& answer) {
        if (BlobServer::isRequest(body)) return answer(m_server.answer(connection->peer(), body));
        answer(makeError(NetError::CallUnknown, "call", "a renter answers only with data"));
    });
    connection->setNoteHandler([this](const Value& body) {
        cbor::Reader in(body, "note", 3);
        const std::string name = in.text();
        const auto id = in.fixed<Hash256>();
        const Value& message = in.any();
        ContractRun* run = current();
        if (in.finish() && name == "session" && run && run->host->contract() == id) run->host->onPeerMessage(message);
    });
    connect(connection, &Connection::closed, this, [this] {
        if (!m_stopping && current() && !current()->session->done())
            QTimer::singleShot(kRetryMs, this, &RenterJob::reconnect);
    });
}

void RenterJob::reconnect() {
    ContractRun* run = current();
    if (m_stopping || m_paused || m_meeting || !run || run->session->done()) return;
    if (m_peer && m_peer->isReady() && m_peer->peer() == run->session->parameters().offer.provider) {
        run->host->attach(m_peer);
        m_onTheirWay.clear(); // what was asked of the connection before is asked again
        fetchMore();
        return;
    }
    const PeerId provider = run->session->parameters().offer.provider;
    meet(provider, m_addresses[provider], [this](const Result<Connection*>& met) {
        if (m_stopping) return;
        if (met) return reconnect();
        QTimer::singleShot(kRetryMs, this, &RenterJob::reconnect);
    });
}

void RenterJob::fetch(const FetchState& wanted) {
    m_fetching.insert(wanted.root);
    fetchMore();
}

/// A few at a time: a window may have thousands of tiles.
void RenterJob::fetchMore() {
    if (m_stopping || !m_peer || !m_peer->isReady() || !current()) return; // asked again when the provider is back
    for (const Hash256& root : m_fetching) {
        if (m_onTheirWay.size() >= kFetchesMax) return;
        if (!m_onTheirWay.insert(root).second) continue;
        const std::uint64_t bytesMax = isParallel() ? m_shape.outputBytes * m_job.iterationsPerStep : kBlobBytesMax;
        BlobFetch::start(m_peer, root, bytesMax, m_blobs, {},
                         [this, root](const Result<void>& done) { fetched(root, done); });
    }
}

void RenterJob::fetched(const Hash256& root, const Result<void>& done) {
    if (m_stopping || !m_fetching.contains(root)) return;
    if (!done) {
        emit log(QString::fromStdString("handover: " + done.error().text()));
        return QTimer::singleShot(kRetryMs, this, [this, root] {
            m_onTheirWay.erase(root);
            fetchMore();
        });
    }
    m_fetching.erase(root);
    m_onTheirWay.erase(root);
    if (!current()) return;
    current()->host->feed(Array{"fetched", root});
    const RenterSession& session = *current()->session;
    if (m_setup.curve && !isParallel() && session.lastGoodState() == root)
        plotState(m_job.steps - session.parameters().offer.steps + session.lastGoodStep(), root);
    fetchMore();
}

} // namespace unchained::net
