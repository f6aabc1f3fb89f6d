// SPDX-License-Identifier: Apache-2.0
#include "market_rentals.h"

#include "protocol/provider_session.h"
#include "protocol/signed.h"
#include "verification/policy.h"
#include "verification/slash.h"

#include <algorithm>

namespace unchained::sim {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {

constexpr std::size_t kHosts = 10, kRenters = 30;
constexpr TimeMs kStepMs = 100, kPollMs = 5'000, kBeaconPollMs = 12'000, kQuietPollMs = 10 * 60'000;
constexpr std::int64_t kPricePerHour = 18'000'000; ///< a micro-credit is a fifth of a millisecond of work
constexpr double kByBeacon = 0.35, kWithArbiter = 0.7, kLostDisk = 0.1, kNoData = 0.05, kBusy = 0.1, kParallel = 0.2;
constexpr std::uint64_t kOneFakeStep = 50, kWrongEvery = 16; ///< a wrong engine errs at each such step
constexpr const char* kGoodBuild = "sim";
constexpr const char* kBadBuild = "sim with a wrong engine";

struct LyingProvider : ProviderSession {
    using ProviderSession::ProviderSession;
    bool lies = false;
    std::vector<std::uint64_t> listWins(std::uint64_t, std::vector<std::uint64_t> wins) override {
        if (lies && !wins.empty()) wins.pop_back();
        return wins;
    }
};

bool vanishes(const Side& side) {
    const bool willing =
        side.isRenter ? side.trader->renter == RenterKind::Vanishes : side.trader->host == HostKind::Vanishes;
    return willing && side.session->receipted() >= 3;
}

} // namespace

bool Rental::isFalse(std::uint64_t step) const {
    const HostKind kind = host.trader->host;
    return (kind == HostKind::Fakes && step % 2 == 1) || (kind == HostKind::OneFake && step == kOneFakeStep) ||
           (kind == HostKind::WrongEngine && step % kWrongEvery == kWrongEvery - 1);
}

bool Rental::hasFalseStep() const {
    const std::uint64_t steps = std::max(host.session->stepsReceipted(), renter.session->stepsReceipted());
    for (const std::uint64_t step : {std::uint64_t{1}, kWrongEvery - 1, kOneFakeStep})
        if (step < steps && isFalse(step)) return true;
    return false;
}

Hash256 Rental::salted(const Hash256& salt, const Hash256& root) {
    return taggedHash("sim-salted", {salt, root});
}

Hash256 Rental::step(const Hash256& before, const Hash256& seed) {
    return taggedHash("sim-step", {before, seed});
}

Hash256 Rental::wrongStep(const Hash256& before, const Hash256& seed) {
    return taggedHash("sim-wrong-engine", {before, seed});
}

Rentals::Rentals(Scene& scene) : m_scene(scene) {
    const std::uint64_t seed = scene.out.seed;
    Random& random = scene.random;
    for (std::uint64_t i = 0; i < kHosts; ++i) {
        hosts.push_back({simKeys(seed, 1, i)});
        // Half of the seeds are of honest hosts alone: the longest runs for a false accusation to show in.
        if (seed % 2 == 0 && random.below(3) == 0) hosts.back().host = static_cast<HostKind>(1 + random.below(6));
    }
    for (std::uint64_t i = 0; i < kRenters; ++i) {
        renters.push_back({simKeys(seed, 2, i)});
        if (seed % 2 == 0 && random.below(5) == 0) renters.back().renter = static_cast<RenterKind>(1 + random.below(3));
    }
}

/// Everybody gets money, and hosts say what they let.
void Rentals::enlist() {
    for (const auto* traders : {&hosts, &renters})
        for (const Trader& trader : *traders)
            m_scene.welcome(trader.keys);
    for (const Trader& host : hosts) {
        contract::Listing listing;
        listing.hub = m_scene.hubKeys.peer();
        listing.version = 1;
        listing.rate = 1;
        listing.pricePerHour = Amount::micros(kPricePerHour);
        listing.bondMax = Amount::micros(kSimMoney);
        if (!m_scene.tell(HubCommand{host.keys.peer(), Array{"list", sealed(host.keys, listing)}}))
            m_scene.fail("a host was not listed");
    }
}

void Rentals::begin() {
    enlist();
    rentSome();
}

Rental* Rentals::find(const ContractId& id) {
    const auto at = m_byId.find(id);
    return at == m_byId.end() ? nullptr : at->second;
}

bool Rentals::areDone() const {
    return std::all_of(renters.begin(), renters.end(), [](const Trader& r) { return r.rentals > 0; }) &&
           std::all_of(m_rentals.begin(), m_rentals.end(),
                       [](const auto& r) { return r->renter.isDone() && r->host.isDone(); });
}

// ---- renting

contract::Offer Rentals::offerOf(const Trader& renter, const Trader& host) {
    Random& random = m_scene.random;
    contract::Offer o;
    o.hub = m_scene.hubKeys.peer();
    o.provider = host.keys.peer();
    o.nonce = taggedHash("sim-nonce", {m_scene.out.seed, m_nonces++});
    o.program = m_scene.maybe(kParallel) ? "render/v1" : "sim/v1";
    o.initialRoot = taggedHash("sim-state", {m_nonces});
    o.window = static_cast<std::uint32_t>(4 + random.below(13));
    o.steps = 160 + random.below(241);
    o.odds = static_cast<std::uint32_t>(1 + random.below(o.steps / 20));
    o.price = Amount::micros(static_cast<std::int64_t>(500 + random.below(5'000)));
    o.bond = *o.price.times(400);
    // A host whose disk is lost has time to compute all again before its secret is due.
    o.periods = {60'000, kMsPerHour, 30 * 60'000, 5 * 60'000, 15 * 60'000};
    if (m_scene.maybe(kByBeacon)) shapeBeaconOffer(o);
    const Amount loss = o.draw == contract::kDrawBeacon ? verification::makersShare(o.bond) : Amount{};
    const auto most = verification::largestBatch({o.price, o.odds, o.bond, o.atStake, loss});
    if (!most) m_scene.fail("an honest offer does not deter: " + most.error().text());
    o.batch = most ? std::clamp<std::uint32_t>(*most, 1, 6) : 1;
    o.seedAnchor = lottery::SeedChain(renter.keys.seedKey(), o.nonce, lottery::windowCount(o.steps, o.window)).at(0);
    o.receiptKey = renter.keys.peer();
    if (!arbiters.empty() && m_scene.maybe(kWithArbiter)) o.arbiters = {arbiters[random.below(arbiters.size())]};
    o.expires = m_scene.now() + 50'000;
    return o;
}

/// Windows of at least 12 s of work, and a bond that leaves something to bet.
void Rentals::shapeBeaconOffer(contract::Offer& o) {
    o.draw = contract::kDrawBeacon;
    o.price = Amount::micros(static_cast<std::int64_t>(4'000 + m_scene.random.below(5'000)));
    o.bond = *o.price.times(6 * o.steps);
    o.window = verification::leastWindow(o.price, Amount::micros(kPricePerHour), lottery::kBeaconWorkMs) +
               static_cast<std::uint32_t>(m_scene.random.below(4));
}

/// Whoever still wants to rents from a host that is free.
void Rentals::rentSome() {
    for (Trader& renter : renters) {
        if (renter.rentals > 0 || !m_scene.hubIsUp()) continue;
        std::vector<Trader*> free;
        for (Trader& host : hosts)
            if (!host.busy) free.push_back(&host);
        if (free.empty()) break;
        rent(renter, *free[m_scene.random.below(free.size())]);
    }
    const auto wants = [](const Trader& renter) { return renter.rentals == 0; };
    if (std::any_of(renters.begin(), renters.end(), wants)) m_scene.after(kPollMs, [this] { rentSome(); });
}

void Rentals::rent(Trader& renter, Trader& host) {
    const contract::Offer offer = offerOf(renter, host);
    const bool wrongEngine = host.host == HostKind::WrongEngine;
    const contract::Acceptance acceptance{sha256(contract::encodeStructure(offer)),
                                          wrongEngine ? kBadBuild : kGoodBuild};
    const auto admitted = m_scene.tell(
        HubCommand{renter.keys.peer(), Array{"admit", sealed(renter.keys, offer), sealed(host.keys, acceptance)}});
    if (!admitted && wrongEngine && admitted.error().is(ProtocolError::BuildWithdrawn)) {
        host.busy = true; // for good
        return;
    }
    if (!admitted) return m_scene.fail("an honest offer was refused: " + admitted.error().text());
    const auto admission = openSigned<contract::Admission>(*(*admitted->asArray())[0].asBytes());
    ++m_scene.out.contracts;
    ++renter.rentals;
    renter.busy = host.busy = true;
    auto rental = std::make_unique<Rental>();
    rental->id = admission->value.contract;
    rental->offer = offer;
    rental->stepMs = kStepMs;
    if (rental->byBeacon()) {
        ++m_scene.out.byBeacon;
        rental->stepMs = offer.price.micro() * 3'600'000 / kPricePerHour;
    }
    for (Side* side : {&rental->renter, &rental->host}) {
        side->isRenter = side == &rental->renter;
        side->trader = side->isRenter ? &renter : &host;
        side->other = side->isRenter ? &rental->host : &rental->renter;
        side->pollMs = rental->byBeacon() ? kBeaconPollMs : kPollMs;
        side->parameters = {offer,
                            renter.keys.peer(),
                            rental->id,
                            admission->value,
                            static_cast<std::int64_t>(offer.window) * rental->stepMs,
                            m_scene.now()};
        side->session = makeSession(*side);
    }
    m_byId[rental->id] = rental.get();
    m_rentals.push_back(std::move(rental));
    poll(m_rentals.back()->renter);
    poll(m_rentals.back()->host);
}

std::unique_ptr<Session> Rentals::makeSession(const Side& side) const {
    if (side.isRenter)
        return std::make_unique<RenterSession>(side.trader->keys, side.parameters,
                                               RenterSession::Limits{Amount::micros(kSimMoney)});
    auto provider = std::make_unique<LyingProvider>(side.trader->keys, side.parameters);
    provider->lies = side.trader->host == HostKind::LiesAboutWins;
    return provider;
}

// ---- the sessions

/// What a connection that is made anew brings: what is still to be said, done and heard.
void Rentals::poll(Side& side) {
    if (side.session->done()) {
        side.trader->busy = false;
        return;
    }
    if (!side.gone && vanishes(side)) {
        side.gone = true;
        side.trader->busy = false;
    }
    if (side.gone) return;
    m_scene.after(areQuiet() ? kQuietPollMs : side.pollMs, [this, &side] { poll(side); });
    if (m_scene.partyCrashes()) crash(side);
    if (side.isRenter && side.trader->renter == RenterKind::Leaves && side.session->receipted() == 4)
        feed(side, Array{"cancel"});
    keepTime(side);
    for (const Value& message : side.session->greeting())
        act(side, ToPeer{message});
    for (const SessionEffect& effect : side.session->resume())
        act(side, effect);
    std::uint64_t number = side.session->noticesSeen();
    const auto notices = m_scene.ask(side.trader->keys.peer(), {"notices", side.parameters.contract, number});
    if (!notices) return;
    for (const Value& body : *notices->asArray())
        feed(side, Array{"hub", number++, body});
}

/// Deadlines stand still while the hub or the party itself is away.
void Rentals::keepTime(Side& side) {
    if (!m_scene.hubIsUp()) {
        if (!side.awaySince) side.awaySince = m_scene.now();
        return;
    }
    if (const auto since = std::exchange(side.awaySince, std::nullopt))
        feed(side, Array{"standstill", static_cast<std::uint64_t>(m_scene.now() - *since)});
    const auto deadline = side.session->nextDeadline();
    if (deadline && *deadline <= m_scene.now()) feed(side, Array{"tick"});
}

void Rentals::feed(Side& side, const Value& event) {
    if (side.isDone()) return;
    auto effects = side.session->handle(event, m_scene.now());
    if (!effects) return; // out of order, or heard before: it is said again
    if (side.session->changed()) side.log.emplace_back(m_scene.now(), event);
    for (const SessionEffect& effect : *effects)
        act(side, effect);
}

void Rentals::act(Side& side, const SessionEffect& effect) {
    if (const auto* message = std::get_if<ToPeer>(&effect)) {
        m_scene.travel([this, to = side.other, said = message->message] { feed(*to, Array{"peer", said}); });
    } else if (const auto* command = std::get_if<ToHub>(&effect)) {
        const auto same = [&](const ToHub& c) { return c.id == command->id; };
        if (std::none_of(side.commands.begin(), side.commands.end(), same)) side.commands.push_back(*command);
        sayHub(side);
    } else if (const auto* work = std::get_if<Compute>(&effect)) {
        compute(side, *work);
    } else if (const auto* fetch = std::get_if<FetchState>(&effect)) {
        if (side.other->gone || side.other->trader->host == HostKind::HoldsBack) return;
        m_scene.travel([this, &side, root = fetch->root] { feed(side, Array{"fetched", root}); });
    } else if (const auto* salt = std::get_if<SaltState>(&effect)) {
        m_scene.after(kStepMs, [this, &side, salt = *salt] {
            feed(side, Array{"salted", salt.step, salt.salt, Rental::salted(salt.salt, salt.root)});
        });
    }
}

/// One command at a time; where it or its answer is lost it is sent again with the next poll.
void Rentals::sayHub(Side& side) {
    if (side.asking || side.commands.empty() || side.gone) return;
    const ToHub command = side.commands.front();
    const std::string& name = nameOf(command.command);
    if (side.isRenter && side.trader->renter == RenterKind::NeverReleases && name == "release") {
        side.commands.pop_front();
        feed(side, Array{"answered", command.id, cbor::Null{}, false});
        return sayHub(side);
    }
    side.asking = true;
    m_scene.after(kPollMs, [&side, id = command.id] {
        if (!side.commands.empty() && side.commands.front().id == id) side.asking = false;
    });
    if (name == "claim") ++m_scene.out.claims;
    m_scene.travel([this, &side, command] {
        const auto answer = m_scene.tell(HubCommand{side.trader->keys.peer(), command.command});
        const Value why = answer ? Value() : Value(answer.error().text());
        m_scene.travel([this, &side, id = command.id, why, transient = !answer && answer.error().transient] {
            if (side.commands.empty() || side.commands.front().id != id) return;
            side.commands.pop_front();
            side.asking = false;
            feed(side, Array{"answered", id, why, transient});
            sayHub(side);
        });
    });
}

void Rentals::compute(Side& side, const Compute& work) {
    const Rental& rental = *find(side.parameters.contract);
    Hash256 at = work.from;
    Array roots{at};
    for (std::uint64_t i = work.steps.first; i < work.steps.end; ++i) {
        const Hash256 seed = lottery::stepSeed(work.seed, i);
        if (rental.isParallel()) at = work.from;
        if (!rental.isFalse(i))
            at = Rental::step(at, seed);
        else if (side.trader->host == HostKind::WrongEngine)
            at = Rental::wrongStep(at, seed);
        else
            at = taggedHash("sim-lie", {at, i});
        roots.push_back(at);
    }
    m_scene.after(rental.stepMs * static_cast<TimeMs>(work.steps.count()), [this, &side, k = work.window, roots] {
        feed(side, Array{"computed", k, roots, false});
    });
}

/// The program ends in the middle; sometimes a host loses its disk, too, and all that it has left is its key.
void Rentals::crash(Side& side) {
    ++m_scene.out.crashes;
    side.commands.clear();
    side.asking = false;
    if (!side.awaySince) side.awaySince = side.log.empty() ? side.parameters.startedAt : side.log.back().first;
    if (!side.isRenter && m_scene.maybe(kLostDisk)) {
        ++m_scene.out.lostDisks;
        side.diskLost = true;
        side.log.clear();
        side.parameters.startedAt = m_scene.now(); // the hub tells it which contracts it has
        side.awaySince.reset();
        side.session = makeSession(side);
        return;
    }
    auto fresh = makeSession(side);
    for (const auto& [at, event] : side.log)
        if (!fresh->handle(event, at)) return m_scene.fail("a session's log does not fold");
    if (fresh->receipted() != side.session->receipted() || fresh->greeting() != side.session->greeting() ||
        fresh->nextDeadline() != side.session->nextDeadline() || fresh->paid() != side.session->paid())
        m_scene.fail("a session's log folds to something else");
    side.session = std::move(fresh);
}

// ---- what the hub says and asks for

void Rentals::onNotice(const NoticeEffect& notice) {
    Rental* rental = find(notice.contract);
    if (!rental) return;
    for (Side* side : {&rental->renter, &rental->host})
        m_scene.travel([this, side, n = notice.number, body = notice.body] { feed(*side, Array{"hub", n, body}); });
    if (nameOf(notice.body) != "settled") return;
    rental->settled = true;
    rental->ending = openSigned<contract::Settled>(*(*notice.body.asArray())[1].asBytes())->value.outcome;
}

/// The hub's own worker: it fetches the opening and computes the step.
void Rentals::onCheck(const CheckEffect& check) {
    const Rental* rental = find(check.contract);
    if (!rental) return;
    const std::uint64_t most = m_scene.maybe(kBusy) ? 60'000 : 500;
    m_scene.after(static_cast<TimeMs>(50 + m_scene.random.below(most)), [this, check, rental] {
        const bool isHere = m_opened.contains({check.contract, check.before}); // a hub keeps what it waits with
        if (rental->host.gone && !isHere && !(suppliedByOthers && suppliedByOthers(check))) return;
        if (!rental->renter.trader->isHonest() && m_scene.maybe(kNoData)) {
            (void)m_scene.tell(HubCheckImpossible{check.contract, check.step, "no data"});
            return;
        }
        if (!m_scene.tell(HubOpeningCame{check.contract, check.step})) return; // asked for again when the hub is back
        m_opened.emplace(check.contract, check.before);
        if (m_scene.hub().waitsForChecker(check)) {
            (void)m_scene.tell(HubCheckReady{check.contract, check.step});
            return;
        }
        const auto cost = static_cast<std::int64_t>(
            m_scene.random.below(2 * static_cast<std::uint64_t>(rental->offer.price.micro())));
        HubCheckDone done{check.contract, check.step, Rental::step(check.before, check.stepSeed),
                          check.engine.empty() ? "fast" : check.engine, Amount::micros(cost)};
        if (const auto salt = m_scene.hub().saltFor(check)) done.salted = Rental::salted(*salt, *done.computed);
        if (done.engine == "scalar") // each other engine computes it, too; hosts that lie use none of them
            done.others = {{"fast", done.computed}, {"wrong", Rental::wrongStep(check.before, check.stepSeed)}};
        (void)m_scene.tell(done);
    });
}

// ---- the end

void Rentals::judge() {
    for (const auto& rental : m_rentals)
        judge(*rental);
}

void Rentals::judge(const Rental& rental) {
    MarketOutcome& out = m_scene.out;
    const Side &renter = rental.renter, &host = rental.host;
    const std::string& ending = !renter.gone ? renter.session->outcome() : host.session->outcome();
    ++out.endings[ending.empty() ? "abandoned by both" : ending];
    out.steps += host.session->stepsReceipted();
    const bool honestHost = rental.hostIsHonest(), honestRenter = renter.trader->isHonest();
    if (host.trader->host == HostKind::Honest) out.honestSteps += host.session->stepsReceipted();
    const bool blamesHost = ending == "caught" || ending == "provider-silent";
    // Who keeps a state back can have its last commitment published: the renter does not receipt what it has not got.
    const bool heldBack = host.trader->host == HostKind::HoldsBack;
    const bool blamesRenter = ending == "renter-fault" || (ending == "renter-silent" && !heldBack);
    if ((blamesHost && honestHost) || (blamesRenter && honestRenter))
        m_scene.falselyAccused("an honest party was called " + ending);
    if (blamesHost && !honestHost) ++out.cheatersCaught;
    if (!renter.gone && !host.gone && renter.session->outcome() != host.session->outcome())
        m_scene.fail("renter and host have seen different ends");
    if (!renter.gone)
        for (const std::string& complaint : rental.renterSession().figures().complaints)
            m_scene.fail("a renter complains of the hub: " + complaint);
}

} // namespace unchained::sim
