// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/hub_state.h"
#include "protocol/provider_session.h"
#include "protocol/renter_session.h"
#include "verification/policy.h"

#include <doctest/doctest.h>

#include <deque>
#include <functional>
#include <memory>
#include <random>
#include <string>

/// A market in memory: hub, one renter, one provider, and a step function that is a hash. Messages may be lost, and any
/// party may crash and be folded anew from its log; everything follows from one seed.
namespace unchained::protocol::test {

inline identity::Keys keysOf(std::uint8_t n) {
    identity::KeySeed seed;
    seed.bytes.fill(n);
    return identity::Keys(seed);
}

struct LyingProvider : ProviderSession {
    using ProviderSession::ProviderSession;
    std::function<std::vector<std::uint64_t>(std::uint64_t, std::vector<std::uint64_t>)> lie;
    std::vector<std::uint64_t> listWins(std::uint64_t k, std::vector<std::uint64_t> wins) override {
        return lie ? lie(k, std::move(wins)) : wins;
    }
};

struct Setup {
    std::uint64_t steps = 40;
    std::uint32_t window = 4, odds = 2, batch = 3;
    std::int64_t price = 1000, bond = 400'000, renterMoney = 50'000'000, hostMoney = 50'000'000, topUpMax = 0;
    std::int64_t checkFee = 0, welcome = 0; ///< of the hub's terms
    std::int64_t atStake = 0;
    std::int64_t pool = 0;      ///< that its insurance pool holds at the start
    std::int64_t checkCost = 0; ///< that the hub's shell measures, each
    std::string draw = contract::kDrawCoinflip;
    std::uint64_t beaconRounds = 64;   ///< of a chain
    std::int64_t escrowBelieved = 0;   ///< less than the hub locked: as if the quantile had been unlucky
    std::uint64_t hire = 0, again = 0; ///< of the hub's terms
    bool bets = false;                 ///< the hub has bets on what two draw alone
    double loss = 0, crash = 0;        ///< chance for each message, each event
    std::uint64_t seed = 1;
    bool tiles = false; ///< parallel work
    contract::Periods periods{60'000, 60'000, 60'000, 30'000, 10'000};
};

class World {
public:
    explicit World(Setup s) : setup(s), rng(s.seed), firstTerms(terms()) {
        hub = makeHub();
        REQUIRE(hubEvent(hub->beaconToBegin()).ok());
        issue(renterKeys.peer(), s.renterMoney, 1);
        issue(hostKeys.peer(), s.hostMoney, 2);
        list(hostKeys);
    }

    std::unique_ptr<HubState> makeHub() const {
        return std::make_unique<HubState>(hubKeys, firstTerms,
                                          std::make_shared<lottery::HubBeacon>(hubKeys.hubKey(), setup.beaconRounds));
    }
    HubTerms terms() const {
        HubTerms out;
        out.least = {1'000, 1'000, 1'000, 1'000, 1'000};
        out.checkFee = Amount::micros(setup.checkFee);
        out.welcome = Amount::micros(setup.welcome);
        out.coinflipBets = setup.bets;
        out.pool = Amount::micros(setup.pool);
        out.hire = setup.hire;
        out.again = setup.again;
        return out;
    }
    /// As if the hub had been started again, with what terms() says now.
    void newTerms() { REQUIRE(hubEvent(HubStarted{0, terms()}).ok()); }

    void issue(const PeerId& to, std::int64_t micro, std::uint8_t n) {
        contract::Issuance v{hubKeys.peer(), {}, to, Amount::micros(micro)};
        v.id.bytes[0] = n;
        REQUIRE(hubDo({hubKeys.peer(), cbor::Array{"issue", sealed(hubKeys, v)}}).ok());
    }
    void list(const identity::Keys& keys, std::int64_t bondMax = 1'000'000'000) {
        contract::Listing v;
        v.hub = hubKeys.peer();
        v.version = 1;
        v.rate = 1;
        v.bondMax = Amount::micros(bondMax);
        REQUIRE(hubDo({keys.peer(), cbor::Array{"list", sealed(keys, v)}}).ok());
    }

    contract::Offer offer() const {
        contract::Offer o;
        o.hub = hubKeys.peer();
        o.provider = hostKeys.peer();
        o.nonce.bytes.fill(static_cast<std::uint8_t>(setup.seed));
        o.program = setup.tiles ? "render/v1" : "fake/v1";
        o.initialRoot.bytes.fill(7);
        o.steps = setup.steps;
        o.window = setup.window;
        o.price = Amount::micros(setup.price);
        o.odds = setup.odds;
        o.batch = setup.batch;
        o.draw = setup.draw;
        o.atStake = Amount::micros(setup.atStake);
        o.bond = Amount::micros(setup.bond);
        o.seedAnchor = lottery::SeedChain(renterKeys.seedKey(), o.nonce, lottery::windowCount(o.steps, o.window)).at(0);
        o.receiptKey = renterKeys.peer();
        o.periods = setup.periods;
        o.expires = now + 50'000;
        return o;
    }
    Result<cbor::Value> admit(const contract::Offer& o) { return admit(o, renterKeys, hostKeys); }
    Result<cbor::Value> admit(const contract::Offer& o, const identity::Keys& from, const identity::Keys& host) {
        const Bytes payload = contract::encodeStructure(o);
        const contract::Acceptance a{sha256(payload), "test"};
        return hubDo({from.peer(), cbor::Array{"admit", sealed(from, o), sealed(host, a)}});
    }

    /// Steps that win in the first windows of what offer() says now, where the host is honest: for tests that need
    /// luck. Another price is another draw.
    std::vector<std::uint64_t> winsAhead(std::uint64_t windows) const {
        const contract::Offer o = offer();
        const Bytes payload = contract::encodeStructure(o);
        const Hash256 id =
            contract::contractId(payload, contract::encodeStructure(contract::Acceptance{sha256(payload), "test"}));
        const lottery::SeedChain seeds(renterKeys.seedKey(), o.nonce, lottery::windowCount(o.steps, o.window));
        std::vector<std::uint64_t> out;
        Hash256 at = o.initialRoot;
        for (std::uint64_t k = 1; k <= windows; ++k) {
            const lottery::StepRange steps = lottery::windowSteps(k, o.steps, o.window);
            std::vector<Hash256> roots{at};
            for (std::uint64_t i = steps.first; i < steps.end; ++i)
                roots.push_back(at = step(at, lottery::stepSeed(seeds.at(k), i)));
            const Hash256 secret = lottery::drawSecret(hostKeys.drawKey(), id, k, lottery::windowRoot(steps, roots));
            const auto won =
                lottery::winningSteps(lottery::coinflip(secret, seeds.at(k + 1)), id, steps, o.odds).value();
            out.insert(out.end(), won.begin(), won.end());
        }
        return out;
    }

    void begin() {
        const contract::Offer o = offer();
        auto admitted = admit(o);
        REQUIRE_MESSAGE(admitted.ok(), (admitted ? "" : admitted.error().text()));
        const Bytes admission = *(*admitted->asArray())[0].asBytes();
        params.offer = o;
        params.renter = renterKeys.peer();
        params.admission = openSigned<contract::Admission>(admission)->value;
        params.contract = params.admission.contract;
        params.startedAt = now;
        if (setup.escrowBelieved > 0) params.admission.escrow = Amount::micros(setup.escrowBelieved);
        provider = makeProvider();
        renter = makeRenter();
        greet();
    }

    /// Runs until both sides are done, nothing moves any more, or `until` says so.
    void run(const std::function<bool()>& until = nullptr, std::int64_t horizonMs = 10'000'000) {
        const TimeMs end = now + horizonMs;
        while (now < end && !(until && until())) {
            if (!queue.empty()) {
                auto next = std::move(queue.front());
                queue.pop_front();
                if (!chance(setup.loss)) next();
                crashSome();
                continue;
            }
            if (hubDone() && renter->done() && provider->done()) return;
            advance();
        }
    }
    /// The hub has settled the contract, whether or not the parties have heard of it.
    bool settled() const {
        const auto list = hub->ask(renterKeys.peer(), cbor::Array{"notices", params.contract, 0}, now);
        const auto isIt = [](const cbor::Value& n) { return *(*n.asArray())[0].asText() == "settled"; };
        return list && std::any_of(list->asArray()->begin(), list->asArray()->end(), isIt);
    }
    bool hubDone() const { return !hub->nextDeadline().has_value(); }

    void advance() {
        std::optional<TimeMs> next;
        for (const auto at : {hub->nextDeadline(), renterSilent ? std::nullopt : renter->nextDeadline(),
                              providerSilent ? std::nullopt : provider->nextDeadline()})
            if (at && (!next || *at < *next)) next = at;
        now = std::max(now + 1'000, next ? std::min(*next, now + 5'000) : now + 5'000);
        (void)hubEvent(HubTick{});
        if (!renterSilent) feed(*renter, cbor::Array{"tick"});
        if (!providerSilent) feed(*provider, cbor::Array{"tick"});
        greet(); // a lost message is said again when the two meet again
        for (Session* s : {static_cast<Session*>(renter.get()), static_cast<Session*>(provider.get())})
            for (auto& e : s->resume())
                queue.push_back([this, s, e] { act(*s, e); });
        for (auto& e : hub->pending())
            queue.push_back([this, e] { check(e); });
        deliverNotices();
    }

    /// Nothing but its key is left of the host: no log, and no secrets but those that the key restores.
    void hostLosesDisk() {
        queue.clear();
        providerLog.clear();
        params.startedAt = now;
        provider = makeProvider();
    }

    /// Both parties go away. What is on its way to the hub's own worker still arrives.
    void bothLeave() {
        renterSilent = providerSilent = true;
        while (!queue.empty()) {
            auto next = std::move(queue.front());
            queue.pop_front();
            next();
        }
    }

    /// Nobody but the hub's clock does anything.
    void letDaysPass(int days) {
        for (int i = 0; i < days; ++i) {
            now += TimeMs{24} * 3600 * 1000;
            (void)hubEvent(HubTick{});
        }
    }

    void greet() {
        if (!renterSilent)
            for (auto& m : renter->greeting())
                say(*renter, m);
        if (!providerSilent)
            for (auto& m : provider->greeting())
                say(*provider, m);
    }

    // ---- the parties' effects

    void say(Session& from, const cbor::Value& message) {
        Session* to = &from == provider.get() ? static_cast<Session*>(renter.get()) : provider.get();
        const bool silent = to == renter.get() ? renterSilent : providerSilent;
        if (silent) return;
        const bool toRenter = to == renter.get();
        queue.push_back([this, toRenter, message] { feed(side(toRenter), cbor::Array{"peer", message}); });
    }
    Session& side(bool isRenter) {
        return isRenter ? static_cast<Session&>(*renter) : static_cast<Session&>(*provider);
    }

    void feed(Session& s, const cbor::Value& event) {
        const bool isRenter = &s == renter.get();
        auto effects = s.handle(event, now);
        if (!effects) {
            // Notices come twice after a loss, or after the end; a second one is refused by its number.
            const Error& e = effects.error();
            if (e.subject != "notice" && !e.is(ProtocolError::Stopped)) refusals.push_back(effects.error().text());
            return;
        }
        if (s.changed()) (isRenter ? renterLog : providerLog).push_back({now, event});
        for (auto& e : *effects)
            queue.push_back([this, isRenter, e] { act(side(isRenter), e); });
    }

    void act(Session& s, const SessionEffect& e) {
        const bool isRenter = &s == renter.get();
        if ((isRenter && renterSilent) || (!isRenter && providerSilent)) return;
        if (const auto* m = std::get_if<ToPeer>(&e)) {
            say(s, m->message);
        } else if (const auto* c = std::get_if<ToHub>(&e)) {
            const auto& drop = isRenter ? dropRenterCommand : dropProviderCommand;
            if (drop && drop(c->command)) // a party that keeps a command back acts as if it had been answered
                return feed(s, cbor::Array{"answered", c->id, cbor::Null{}, false});
            auto answer = hubDo({isRenter ? renterKeys.peer() : hostKeys.peer(), c->command});
            if (!answer) refusals.push_back(answer.error().text());
            if (chance(setup.loss)) return; // the answer is lost, the command is sent again
            feed(s, cbor::Array{"answered", c->id, answer ? cbor::Value() : cbor::Value(answer.error().text()),
                                !answer && answer.error().transient});
        } else if (const auto* w = std::get_if<Compute>(&e)) {
            compute(*w);
        } else if (const auto* salt = std::get_if<SaltState>(&e)) {
            if (!keepsSalts) feed(s, cbor::Array{"salted", salt->step, salt->salt, salted(salt->salt, salt->root)});
        } else if (const auto* f = std::get_if<FetchState>(&e)) {
            if (!holdBack) feed(s, cbor::Array{"fetched", f->root});
        }
    }

    Hash256 step(const Hash256& root, const Hash256& seed) const {
        return stepFunction ? stepFunction(root, seed) : taggedHash("fake-step", {root, seed});
    }

    /// The salted root of a state, which here is its root. A host may say another one.
    Hash256 salted(const Hash256& salt, const Hash256& root) const {
        return taggedHash(wrongSalts ? "wrong-salted" : "fake-salted", {salt, root});
    }

    void compute(const Compute& w) {
        Hash256 at = w.from;
        cbor::Array roots{at};
        bool failed = false;
        for (std::uint64_t i = w.steps.first; i < w.steps.end && !failed; ++i) {
            const Hash256 seed = lottery::stepSeed(w.seed, i);
            if (setup.tiles) at = w.from;
            failed = failing && *failing == i;
            at = failed ? lottery::failureRoot(params.contract, i)
                        : (fakes && fakes(i) ? taggedHash("lie", {at, i}) : step(at, seed));
            roots.push_back(at);
        }
        feed(*provider, cbor::Array{"computed", w.window, roots, failed});
    }

    // ---- the hub's effects

    Result<cbor::Value> hubDo(const HubCommand& command) {
        auto answer = hubEvent(command);
        deliverNotices();
        return answer;
    }
    Result<cbor::Value> hubEvent(const HubEvent& event) {
        HubOutcome out = hub->handle(event, now);
        if (out.changed) hubLog.push_back({now, encodeEvent(event)});
        CHECK(hub->ledger().sum().isZero());
        CHECK(hub->ledger().recount().isZero());
        for (auto& e : out.effects)
            if (const auto* c = std::get_if<CheckEffect>(&e))
                queue.push_back([this, check = *c] { this->check(check); });
        return out.answer;
    }
    void check(const CheckEffect& e) {
        if (noOpenings) return;
        if (dataMissing) {
            (void)hubEvent(HubCheckImpossible{e.contract, e.step, "no data"});
            return deliverNotices();
        }
        (void)hubEvent(HubOpeningCame{e.contract, e.step});
        deliverNotices();
        if (hub->waitsForChecker(e)) {
            (void)hubEvent(HubCheckReady{e.contract, e.step});
            return deliverNotices();
        }
        std::optional<Hash256> computed;
        if (!failing || *failing != e.step || feignedFailure) computed = step(e.before, e.stepSeed);
        ++computedByHub;
        HubCheckDone done{e.contract, e.step, computed, e.engine.empty() ? "fast" : e.engine,
                          Amount::micros(setup.checkCost)};
        if (const auto salt = hub->saltFor(e))
            done.salted = taggedHash("fake-salted", {*salt, computed.value_or(e.before)});
        if (e.engine == "scalar" && engineFault) {
            done.others.push_back({"fast", computed});
            const bool wrong = engineFaultsAt ? engineFaultsAt(e.step) : fakes(e.step);
            done.others.push_back({"hot", wrong ? taggedHash("lie", {e.before, e.step}) : computed});
        }
        (void)hubEvent(done);
        deliverNotices();
    }
    void deliverNotices() {
        if (!renter || !provider) return;
        for (const bool isRenter : {true, false}) {
            Session& s = side(isRenter);
            if (s.done() || (isRenter ? renterSilent : providerSilent)) continue;
            auto list = hub->ask(renterKeys.peer(), cbor::Array{"notices", params.contract, s.noticesSeen()}, now);
            if (!list) continue;
            std::uint64_t number = s.noticesSeen();
            for (const auto& body : *list->asArray()) {
                const std::uint64_t n = number++;
                queue.push_back([this, isRenter, n, body] { feed(side(isRenter), cbor::Array{"hub", n, body}); });
            }
        }
    }

    // ---- crashes

    std::unique_ptr<LyingProvider> makeProvider() const {
        auto p = std::make_unique<LyingProvider>(hostKeys, params);
        p->lie = lieAboutWins;
        return p;
    }
    std::unique_ptr<RenterSession> makeRenter() const {
        return std::make_unique<RenterSession>(renterKeys, params,
                                               RenterSession::Limits{Amount::micros(setup.topUpMax)});
    }
    bool chance(double p) { return p > 0 && std::uniform_real_distribution<>(0, 1)(rng) < p; }
    void crashSome() {
        if (chance(setup.crash)) restartHub();
        if (chance(setup.crash)) restartSessions();
    }
    void restartHub() {
        auto fresh = makeHub();
        for (const auto& [at, event] : hubLog)
            fresh->handle(*decodeEvent(event), at);
        REQUIRE(fresh->ledger().accounts() == hub->ledger().accounts());
        REQUIRE(fresh->logLength() == hub->logLength());
        REQUIRE(fresh->nextDeadline() == hub->nextDeadline());
        REQUIRE(fresh->ask(hostKeys.peer(), cbor::Array{"markets"}, now).value() ==
                hub->ask(hostKeys.peer(), cbor::Array{"markets"}, now).value());
        hub = std::move(fresh);
        for (auto& e : hub->pending())
            queue.push_back([this, e] { check(e); });
    }
    void restartSessions() {
        auto p = makeProvider();
        for (const auto& [at, event] : providerLog)
            REQUIRE(p->handle(event, at).ok());
        auto r = makeRenter();
        for (const auto& [at, event] : renterLog)
            REQUIRE(r->handle(event, at).ok());
        REQUIRE(p->receipted() == provider->receipted());
        REQUIRE(r->receipted() == renter->receipted());
        queue.clear(); // connections are gone
        provider = std::move(p);
        renter = std::move(r);
        for (auto& e : provider->resume())
            queue.push_back([this, e] { act(*provider, e); });
        for (auto& e : renter->resume())
            queue.push_back([this, e] { act(*renter, e); });
        greet();
        deliverNotices();
    }

    std::int64_t available(const identity::Keys& keys) const {
        return hub->ledger().balance(ledger::Account::peer(keys.peer())).micro();
    }
    std::int64_t fees() const { return hub->ledger().balance(ledger::Account::fees()).micro(); }
    std::int64_t pool() const { return hub->ledger().balance(ledger::Account::pool()).micro(); }
    std::int64_t burned() const { return hub->ledger().balance(ledger::Account::burned()).micro(); }

    Setup setup;
    std::mt19937_64 rng;
    HubTerms firstTerms; ///< before newTerms()
    TimeMs now = 1'000'000;
    identity::Keys hubKeys = keysOf(1), renterKeys = keysOf(2), hostKeys = keysOf(3);
    std::unique_ptr<HubState> hub;
    Session::Parameters params;
    std::unique_ptr<LyingProvider> provider;
    std::unique_ptr<RenterSession> renter;
    std::deque<std::function<void()>> queue;
    std::vector<std::pair<TimeMs, cbor::Value>> hubLog, renterLog, providerLog;
    std::vector<std::string> refusals;
    // What goes wrong.
    bool renterSilent = false, providerSilent = false, holdBack = false, noOpenings = false, dataMissing = false;
    bool feignedFailure = false, wrongSalts = false, keepsSalts = false;
    bool engineFault = false; ///< what the host fakes is what the engine "hot" of its build computes
    std::function<bool(std::uint64_t)> engineFaultsAt; ///< where not what the host fakes
    std::uint64_t computedByHub = 0;
    std::optional<std::uint64_t> failing;
    std::function<bool(std::uint64_t)> fakes;
    std::function<Hash256(const Hash256&, const Hash256&)> stepFunction; ///< another step than a hash
    std::function<bool(const cbor::Value&)> dropRenterCommand, dropProviderCommand;
    std::function<std::vector<std::uint64_t>(std::uint64_t, std::vector<std::uint64_t>)> lieAboutWins;
};

/// What the two had before, in micro-credits.
inline constexpr std::int64_t kRenter = 50'000'000, kHost = 50'000'000;

inline void checkConserved(const World& w) {
    CHECK(w.available(w.renterKeys) + w.available(w.hostKeys) + w.burned() + w.fees() == kRenter + kHost);
}

inline bool commandIs(const cbor::Value& command, std::string_view name) {
    const auto* items = command.asArray();
    const std::string* first = items && !items->empty() ? items->front().asText() : nullptr;
    return first && *first == name;
}

} // namespace unchained::protocol::test
