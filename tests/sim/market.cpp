// SPDX-License-Identifier: Apache-2.0
#include "market.h"

#include "random.h"

#include "identity/verified_once.h"
#include "protocol/hub_state.h"
#include "protocol/provider_session.h"
#include "protocol/renter_session.h"
#include "protocol/signed.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <queue>
#include <set>
#include <thread>

namespace unchained::sim {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {

constexpr std::size_t kHosts = 10, kRenters = 30;
constexpr int kRentalsEach = 1;
constexpr std::int64_t kMoney = 1'000'000'000;
constexpr TimeMs kBegin = 1'000'000, kStepMs = 100, kPollMs = 5'000, kFaultsMs = 20 * 60'000,
                 kHorizonMs = 40 * 24 * kMsPerHour;

/// Chances of the network and of the machines, until the faults end.
struct Faults {
    double loss = 0, late = 0, twice = 0, crash = 0;
};

enum class HostKind { Honest, Fakes, OneFake, LiesAboutWins, HoldsBack, Vanishes };
enum class RenterKind { Honest, Vanishes, NeverReleases, Leaves };

identity::Keys keysOf(std::uint64_t seed, std::uint8_t kind, std::uint64_t number) {
    return identity::Keys(identity::KeySeed::from(taggedHash("sim-key", {seed, kind, number}).view()).value());
}

struct LyingProvider : ProviderSession {
    using ProviderSession::ProviderSession;
    bool lies = false;
    std::vector<std::uint64_t> listWins(std::uint64_t, std::vector<std::uint64_t> wins) override {
        if (lies && !wins.empty()) wins.pop_back();
        return wins;
    }
};

Hash256 honestStep(const Hash256& root, const Hash256& seed) {
    return taggedHash("sim-step", {root, seed});
}

class Market {
public:
    explicit Market(std::uint64_t seed);
    MarketOutcome play();

private:
    struct Party;
    /// One side of one contract: the session, the log that it is folded from, and its line to the hub.
    struct Side {
        Party* party = nullptr;
        Side* other = nullptr;
        bool isRenter = false;
        Session::Parameters parameters;
        std::unique_ptr<Session> session;
        std::vector<std::pair<TimeMs, Value>> log;
        std::deque<ToHub> commands; ///< one at a time and in order
        bool asking = false;
        bool gone = false; ///< its party has vanished from this contract
    };
    struct Party {
        identity::Keys keys;
        HostKind host = HostKind::Honest;
        RenterKind renter = RenterKind::Honest;
        bool busy = false;
        int rentals = 0;
    };
    struct Entry {
        TimeMs at;
        std::uint64_t number;
        std::function<void()> run;
        bool operator>(const Entry& o) const { return std::tie(at, number) > std::tie(o.at, o.number); }
    };

    bool chance(double p) { return p > 0 && m_now < m_faultsEnd && m_random.uniform() <= p; }
    void after(TimeMs ms, std::function<void()> run) { m_queue.push({m_now + ms, m_count++, std::move(run)}); }
    /// Over the network: perhaps never, perhaps late, perhaps twice.
    void travel(const std::function<void()>& arrive);
    void fail(std::string what);

    Value hubAsk(const PeerId& from, Array body) const;
    Result<Value> hubHandle(const HubEvent& event);
    void hubWakes();
    void hubCrashes();
    void check(const CheckEffect& effect);
    void watch(const NoticeEffect& notice);

    void rentSome();
    void rent(Party& renter, Party& host);
    contract::Offer offerOf(const Party& renter, const Party& host);
    std::unique_ptr<Session> makeSession(const Side& side) const;
    void feed(Side& side, const Value& event);
    void act(Side& side, const SessionEffect& effect);
    void sayHub(Side& side);
    void compute(Side& side, const Compute& work);
    void poll(Side& side);
    void crash(Side& side);
    [[nodiscard]] bool vanishes(const Side& side) const;

    MarketOutcome m_out;
    Random m_random;
    Faults m_faults;
    TimeMs m_now = kBegin, m_faultsEnd = kBegin + kFaultsMs;
    std::uint64_t m_count = 0, m_nonces = 0;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
    identity::VerifiedOnce m_verified;
    identity::Keys m_hubKeys;
    std::unique_ptr<HubState> m_hub;
    std::vector<std::pair<TimeMs, Value>> m_hubLog;
    std::vector<Party> m_hosts, m_renters;
    std::vector<std::unique_ptr<Side>> m_sides; ///< of a contract renter and provider, one after the other
    std::map<ContractId, std::size_t> m_sidesOf;
    std::set<std::pair<ContractId, std::uint64_t>> m_paid;
};

Market::Market(std::uint64_t seed) : m_random(seed), m_hubKeys(keysOf(seed, 0, 0)) {
    m_out.seed = seed;
    m_faults = {0.02 * m_random.uniform(), 0.05 * m_random.uniform(), 0.03 * m_random.uniform(),
                0.002 * m_random.uniform()};
    m_hub = std::make_unique<HubState>(m_hubKeys, HubTerms{});
    for (std::uint64_t i = 0; i < kHosts; ++i) {
        m_hosts.push_back({keysOf(seed, 1, i)});
        // Half of the seeds are of honest hosts alone: the longest runs for a false accusation to show in.
        if (seed % 2 == 0 && m_random.below(3) == 0) m_hosts.back().host = static_cast<HostKind>(1 + m_random.below(5));
    }
    for (std::uint64_t i = 0; i < kRenters; ++i) {
        m_renters.push_back({keysOf(seed, 2, i)});
        if (seed % 2 == 0 && m_random.below(5) == 0)
            m_renters.back().renter = static_cast<RenterKind>(1 + m_random.below(3));
    }
    std::uint8_t number = 0;
    for (auto* parties : {&m_hosts, &m_renters})
        for (Party& party : *parties) {
            contract::Issuance issue{m_hubKeys.peer(), {}, party.keys.peer(), Amount::micros(kMoney)};
            issue.id.bytes[0] = ++number;
            if (!hubHandle(HubCommand{m_hubKeys.peer(), Array{"issue", sealed(m_hubKeys, issue)}}))
                fail("money was not issued");
        }
    for (Party& host : m_hosts) {
        contract::Listing listing;
        listing.hub = m_hubKeys.peer();
        listing.version = 1;
        listing.rate = 1;
        listing.bondMax = Amount::micros(kMoney);
        if (!hubHandle(HubCommand{host.keys.peer(), Array{"list", sealed(host.keys, listing)}}))
            fail("a host was not listed");
    }
}

void Market::fail(std::string what) {
    if (m_out.broken.size() < 20) m_out.broken.push_back(std::to_string(m_now - kBegin) + " ms: " + std::move(what));
}

void Market::travel(const std::function<void()>& arrive) {
    if (chance(m_faults.loss)) return;
    const int times = chance(m_faults.twice) ? 2 : 1;
    for (int i = 0; i < times; ++i)
        after(static_cast<TimeMs>(chance(m_faults.late) ? m_random.below(30'000) : 1 + m_random.below(80)), arrive);
}

// ---- the hub

Value Market::hubAsk(const PeerId& from, Array body) const {
    auto answer = m_hub->ask(from, Value(std::move(body)), m_now);
    return answer ? *answer : Value(Array{});
}

Result<Value> Market::hubHandle(const HubEvent& event) {
    HubOutcome out = m_hub->handle(event, m_now);
    if (out.changed) m_hubLog.emplace_back(m_now, encodeEvent(event));
    if (!m_hub->ledger().sum().isZero() || (m_count % 64 == 0 && !m_hub->ledger().recount().isZero())) {
        m_out.conserved = false;
        fail("the books do not sum to nothing");
    }
    for (const HubEffect& effect : out.effects) {
        if (const auto* work = std::get_if<CheckEffect>(&effect)) check(*work);
        if (const auto* notice = std::get_if<NoticeEffect>(&effect)) watch(*notice);
    }
    return out.answer;
}

/// A notice goes out to both sides; what the hub pays is held against what it has paid.
void Market::watch(const NoticeEffect& notice) {
    const auto at = m_sidesOf.find(notice.contract);
    if (at == m_sidesOf.end()) return;
    for (std::size_t i = 0; i < 2; ++i) {
        Side* side = m_sides[at->second + i].get();
        travel([this, side, n = notice.number, body = notice.body] { feed(*side, Array{"hub", n, body}); });
    }
    const Array& items = *notice.body.asArray();
    const std::string& name = *items.front().asText();
    if (name == "check-result") ++m_out.checks;
    if (name != "paid") return;
    const auto paid = openSigned<contract::Paid>(*items[1].asBytes());
    if (!paid) return fail("a payment is not signed");
    if (!m_paid.insert({notice.contract, paid->value.step}).second) fail("a ticket was paid twice");
}

void Market::hubWakes() {
    const auto next = m_hub->nextDeadline();
    if (next && *next <= m_now) (void)hubHandle(HubTick{});
    if (chance(m_faults.crash)) hubCrashes();
    // Where both parties of a contract are gone the hub waits for 30 days.
    const auto later = m_now < m_faultsEnd ? std::nullopt : m_hub->nextDeadline();
    after(std::clamp<TimeMs>(later ? *later - m_now : 0, 1'000, kMsPerHour), [this] { hubWakes(); });
}

void Market::hubCrashes() {
    ++m_out.crashes;
    auto fresh = std::make_unique<HubState>(m_hubKeys, HubTerms{});
    for (const auto& [at, event] : m_hubLog)
        (void)fresh->handle(*decodeEvent(event), at);
    if (fresh->ledger().accounts() != m_hub->ledger().accounts() || fresh->logLength() != m_hub->logLength() ||
        fresh->nextDeadline() != m_hub->nextDeadline())
        fail("the hub's log folds to something else");
    m_hub = std::move(fresh);
    (void)hubHandle(HubStarted{static_cast<std::int64_t>(m_random.below(60'000)), HubTerms{}});
    for (const CheckEffect& effect : m_hub->pending())
        check(effect);
}

/// The hub's own worker: it fetches the opening and computes the step.
void Market::check(const CheckEffect& effect) {
    const auto at = m_sidesOf.find(effect.contract);
    if (at == m_sidesOf.end()) return;
    const Side& provider = *m_sides[at->second + 1];
    after(static_cast<TimeMs>(50 + m_random.below(500)), [this, effect, &provider] {
        if (provider.gone) return;
        (void)hubHandle(HubOpeningCame{effect.contract, effect.step});
        (void)hubHandle(HubCheckDone{effect.contract, effect.step, honestStep(effect.before, effect.stepSeed),
                                     effect.engine.empty() ? "fast" : effect.engine});
    });
}

// ---- renting

contract::Offer Market::offerOf(const Party& renter, const Party& host) {
    contract::Offer o;
    o.hub = m_hubKeys.peer();
    o.provider = host.keys.peer();
    o.nonce = taggedHash("sim-nonce", {m_out.seed, m_nonces++});
    o.program = "sim/v1";
    o.initialRoot = taggedHash("sim-state", {m_nonces});
    o.window = static_cast<std::uint32_t>(4 + m_random.below(13));
    o.steps = 140 + m_random.below(221);
    o.odds = static_cast<std::uint32_t>(1 + m_random.below(o.steps / 20));
    o.price = Amount::micros(static_cast<std::int64_t>(500 + m_random.below(5'000)));
    o.bond = *o.price.times(400);
    const std::int64_t c = o.price.micro(), n = o.odds;
    o.batch =
        static_cast<std::uint32_t>(std::clamp<std::int64_t>((4 * n * c + 3 * o.bond.micro()) / (8 * n * c), 1, 6));
    o.seedAnchor = lottery::SeedChain(renter.keys.seedKey(), o.nonce, lottery::windowCount(o.steps, o.window)).at(0);
    o.receiptKey = renter.keys.peer();
    o.periods = {60'000, kMsPerHour, 60'000, 60'000, 15 * 60'000};
    o.expires = m_now + 50'000;
    return o;
}

/// Whoever still wants to rents from a host that is free.
void Market::rentSome() {
    for (Party& renter : m_renters) {
        if (renter.busy || renter.rentals >= kRentalsEach) continue;
        std::vector<Party*> free;
        for (Party& host : m_hosts)
            if (!host.busy) free.push_back(&host);
        if (free.empty()) break;
        rent(renter, *free[m_random.below(free.size())]);
    }
    const auto wants = [](const Party& renter) { return renter.rentals < kRentalsEach; };
    if (std::any_of(m_renters.begin(), m_renters.end(), wants)) after(kPollMs, [this] { rentSome(); });
}

void Market::rent(Party& renter, Party& host) {
    const contract::Offer offer = offerOf(renter, host);
    const contract::Acceptance acceptance{sha256(contract::encodeStructure(offer)), "sim"};
    const auto admitted = hubHandle(
        HubCommand{renter.keys.peer(), Array{"admit", sealed(renter.keys, offer), sealed(host.keys, acceptance)}});
    if (!admitted) return fail("an honest offer was refused: " + admitted.error().text());
    const auto admission = openSigned<contract::Admission>(*(*admitted->asArray())[0].asBytes());
    ++m_out.contracts;
    ++renter.rentals;
    renter.busy = host.busy = true;
    m_sidesOf[admission->value.contract] = m_sides.size();
    for (const bool isRenter : {true, false}) {
        auto side = std::make_unique<Side>();
        side->party = isRenter ? &renter : &host;
        side->isRenter = isRenter;
        side->parameters = {offer,
                            renter.keys.peer(),
                            admission->value.contract,
                            admission->value,
                            static_cast<std::int64_t>(offer.window) * kStepMs,
                            m_now};
        side->session = makeSession(*side);
        m_sides.push_back(std::move(side));
    }
    Side &a = *m_sides[m_sides.size() - 2], &b = *m_sides.back();
    a.other = &b;
    b.other = &a;
    poll(a);
    poll(b);
}

std::unique_ptr<Session> Market::makeSession(const Side& side) const {
    if (side.isRenter)
        return std::make_unique<RenterSession>(side.party->keys, side.parameters,
                                               RenterSession::Limits{Amount::micros(kMoney)});
    auto provider = std::make_unique<LyingProvider>(side.party->keys, side.parameters);
    provider->lies = side.party->host == HostKind::LiesAboutWins;
    return provider;
}

bool Market::vanishes(const Side& side) const {
    const bool willing =
        side.isRenter ? side.party->renter == RenterKind::Vanishes : side.party->host == HostKind::Vanishes;
    return willing && side.session->receipted() >= 3;
}

/// What a connection that is made anew brings: what is still to be said, done and heard.
void Market::poll(Side& side) {
    if (side.session->done()) {
        side.party->busy = false;
        return;
    }
    if (!side.gone && vanishes(side)) {
        side.gone = true;
        side.party->busy = false;
    }
    after(kPollMs, [this, &side] { poll(side); });
    if (side.gone) return;
    if (chance(20 * m_faults.crash)) crash(side);
    if (side.isRenter && side.party->renter == RenterKind::Leaves && side.session->receipted() == 4)
        feed(side, Array{"cancel"});
    const auto deadline = side.session->nextDeadline();
    if (deadline && *deadline <= m_now) feed(side, Array{"tick"});
    for (const Value& message : side.session->greeting())
        act(side, ToPeer{message});
    for (const SessionEffect& effect : side.session->resume())
        act(side, effect);
    std::uint64_t number = side.session->noticesSeen();
    const Value notices = hubAsk(side.party->keys.peer(), {"notices", side.parameters.contract, number});
    for (const Value& body : *notices.asArray())
        feed(side, Array{"hub", number++, body});
}

void Market::feed(Side& side, const Value& event) {
    if (side.gone || side.session->done()) return;
    auto effects = side.session->handle(event, m_now);
    if (!effects) return; // out of order, or heard before: it is said again
    if (side.session->changed()) side.log.emplace_back(m_now, event);
    for (const SessionEffect& effect : *effects)
        act(side, effect);
}

void Market::act(Side& side, const SessionEffect& effect) {
    if (const auto* message = std::get_if<ToPeer>(&effect)) {
        travel([this, to = side.other, said = message->message] { feed(*to, Array{"peer", said}); });
    } else if (const auto* command = std::get_if<ToHub>(&effect)) {
        const auto same = [&](const ToHub& c) { return c.id == command->id; };
        if (std::none_of(side.commands.begin(), side.commands.end(), same)) side.commands.push_back(*command);
        sayHub(side);
    } else if (const auto* work = std::get_if<Compute>(&effect)) {
        compute(side, *work);
    } else if (const auto* fetch = std::get_if<FetchState>(&effect)) {
        if (side.other->gone || side.other->party->host == HostKind::HoldsBack) return;
        travel([this, &side, root = fetch->root] { feed(side, Array{"fetched", root}); });
    }
}

/// One command at a time; where it or its answer is lost it is sent again with the next poll.
void Market::sayHub(Side& side) {
    if (side.asking || side.commands.empty() || side.gone) return;
    const ToHub command = side.commands.front();
    const std::string& name = *command.command.asArray()->front().asText();
    if (side.isRenter && side.party->renter == RenterKind::NeverReleases && name == "release") {
        side.commands.pop_front();
        feed(side, Array{"answered", command.id, cbor::Null{}, false});
        return sayHub(side);
    }
    side.asking = true;
    after(kPollMs, [&side, id = command.id] {
        if (!side.commands.empty() && side.commands.front().id == id) side.asking = false;
    });
    if (name == "claim") ++m_out.claims;
    travel([this, &side, command] {
        const auto answer = hubHandle(HubCommand{side.party->keys.peer(), command.command});
        const Value why = answer ? Value() : Value(answer.error().text());
        travel([this, &side, id = command.id, why, transient = !answer && answer.error().transient] {
            if (side.commands.empty() || side.commands.front().id != id) return;
            side.commands.pop_front();
            side.asking = false;
            feed(side, Array{"answered", id, why, transient});
            sayHub(side);
        });
    });
}

void Market::compute(Side& side, const Compute& work) {
    const HostKind kind = side.party->host;
    Hash256 at = work.from;
    Array roots{at};
    for (std::uint64_t i = work.steps.first; i < work.steps.end; ++i) {
        const bool fake = (kind == HostKind::Fakes && i % 2 == 1) || (kind == HostKind::OneFake && i == 50);
        at = fake ? taggedHash("sim-lie", {at, i}) : honestStep(at, lottery::stepSeed(work.seed, i));
        roots.push_back(at);
    }
    after(kStepMs * static_cast<TimeMs>(work.steps.count()), [this, &side, k = work.window, roots] {
        feed(side, Array{"computed", k, roots, false});
    });
}

void Market::crash(Side& side) {
    ++m_out.crashes;
    auto fresh = makeSession(side);
    for (const auto& [at, event] : side.log)
        if (!fresh->handle(event, at)) return fail("a session's log does not fold");
    if (fresh->receipted() != side.session->receipted()) fail("a session's log folds to something else");
    side.session = std::move(fresh);
    side.commands.clear();
    side.asking = false;
}

// ---- the whole

MarketOutcome Market::play() {
    hubWakes();
    rentSome();
    const auto allDone = [this] {
        return std::all_of(m_renters.begin(), m_renters.end(),
                           [](const Party& r) { return r.rentals >= kRentalsEach; }) &&
               std::all_of(m_sides.begin(), m_sides.end(),
                           [](const auto& s) { return s->gone || s->session->done(); }) &&
               !m_hub->nextDeadline();
    };
    std::uint64_t events = 0;
    while (!m_queue.empty() && m_now < kBegin + kHorizonMs) {
        Entry next = m_queue.top();
        m_queue.pop();
        m_now = next.at;
        next.run();
        if (++events % 256 == 0 && allDone()) break;
    }
    if (!allDone()) {
        m_out.live = false;
        fail("something is still under way, long after the faults have ended");
    }
    if (!m_hub->ledger().recount().isZero()) m_out.conserved = false;
    for (std::size_t i = 0; i < m_sides.size(); i += 2) {
        const Side &renter = *m_sides[i], &host = *m_sides[i + 1];
        const std::string& ending = !renter.gone ? renter.session->outcome() : host.session->outcome();
        ++m_out.endings[ending.empty() ? "abandoned by both" : ending];
        m_out.steps += host.session->stepsReceipted();
        const bool honestHost = host.party->host == HostKind::Honest;
        const bool honestRenter = renter.party->renter == RenterKind::Honest;
        if (honestHost) m_out.honestSteps += host.session->stepsReceipted();
        const bool blamesHost = ending == "caught" || ending == "provider-silent";
        // Who keeps a state back can have its last commitment published: the renter does not receipt what it has not
        // got.
        const bool heldBack = host.party->host == HostKind::HoldsBack;
        const bool blamesRenter = ending == "renter-fault" || (ending == "renter-silent" && !heldBack);
        if ((blamesHost && honestHost) || (blamesRenter && honestRenter)) {
            ++m_out.falseAccusations;
            fail("an honest party was called " + ending);
        }
        if (blamesHost && !honestHost) ++m_out.cheatersCaught;
        if (!renter.gone && !host.gone && renter.session->outcome() != host.session->outcome())
            fail("renter and host have seen different ends");
    }
    return m_out;
}

} // namespace

MarketOutcome playMarket(std::uint64_t seed) {
    return Market(seed).play();
}

std::vector<MarketOutcome> playMarkets(const MarketOptions& options) {
    std::vector<MarketOutcome> out(options.lastSeed - options.firstSeed + 1);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < out.size(); i = next++)
            out[i] = playMarket(options.firstSeed + i);
    };
    std::vector<std::thread> helpers;
    for (unsigned t = 1; t < options.threads; ++t)
        helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers)
        helper.join();
    return out;
}

bool isGood(const MarketOutcome& o) {
    return o.conserved && o.live && o.falseAccusations == 0 && o.broken.empty();
}

} // namespace unchained::sim
