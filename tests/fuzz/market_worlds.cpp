// SPDX-License-Identifier: Apache-2.0
#include "market_worlds.h"

#include "betting/market.h"
#include "core/protocol/dispute.h"
#include "input.h"
#include "protocol/bets_view.h"

namespace unchained::fuzz {

using cbor::Array;
using cbor::Value;
using contract::CheckTask;
using contract::MarketId;
using protocol::sealed;
using protocol::test::Dispute;
using protocol::test::Setup;

namespace {

constexpr std::int64_t kStrangersMoney = 200'000;

void must(const Result<Value>& answer) {
    if (!answer) std::fprintf(stderr, "%s\n", answer.error().text().c_str());
    hold(answer.ok(), "the hub takes what a world shows it");
}

void send(World& w, const identity::Keys& from, const char* name, const auto& structure) {
    must(w.hubDo({from.peer(), Array{name, sealed(from, structure)}}));
}

CommandId numbered(std::uint8_t n) {
    CommandId out;
    out.bytes[0] = n;
    return out;
}

/// Both at once, so that what one world shows can be tried in another: bets on all contracts, and checkers for hire.
Setup lively() {
    Setup s = small();
    s.bets = true;
    s.hire = lottery::kHireAlways;
    s.checkFee = 500;
    s.pool = 20'000;
    return s;
}

void givePurse(World& w) {
    w.issue(strangerKeys().peer(), kStrangersMoney, 3);
}

// ---- hired checkers

void enlist(World& w) {
    givePurse(w);
    send(w, strangerKeys(), "enlist",
         contract::Enlist{w.hubKeys.peer(), 1, Amount::micros(50'000), Amount::micros(100)});
}

std::vector<CheckTask> tasks(const World& w) {
    std::vector<CheckTask> out;
    const auto answer = w.hub->ask(strangerKeys().peer(), Array{"check-tasks"}, w.now);
    for (const Value& item : *answer->asArray())
        out.push_back(contract::decodeStructure<CheckTask>(*item.asBytes()).value());
    return out;
}

using Play = std::function<void(World&, const CheckTask&)>;

/// Until the end, each task as it comes.
Act checkedBy(Play play) {
    return [play = std::move(play)](World& w) {
        w.run([&] {
            for (const CheckTask& task : tasks(w))
                play(w, task);
            return false;
        });
    };
}

void answer(World& w, const CheckTask& task, const Hash256& plain) {
    const Hash256 saltedRoot = taggedHash("fake-salted", {task.salt, plain});
    send(w, strangerKeys(), "checked", contract::CheckAnswer{task.contract, task.step, task.salt, plain, saltedRoot});
}

void answerHonestly(World& w, const CheckTask& task) {
    answer(w, task, w.step(task.before, task.stepSeed));
}

void addHired(Worlds& out) {
    const auto honest = checkedBy(answerHonestly);
    addWorld(out, lively(), enlist, honest);
    addWorld(out, lively(), enlist,
             checkedBy([](World& w, const CheckTask& task) { answer(w, task, taggedHash("lie", {task.step})); }));
    addWorld(out, lively(), enlist, nullptr); // silent
    addWorld(out, lively(), enlist, checkedBy([](World& w, const CheckTask& task) {
                 must(w.hubDo({strangerKeys().peer(), Array{"declined", task.contract, task.step, task.salt}}));
             }));
    addWorld(out, lively(), enlist, checkedBy([](World& w, const CheckTask&) {
                 send(w, strangerKeys(), "delist", contract::Delist{w.hubKeys.peer(), 2});
             }));
    addWorld(
        out, lively(),
        [](World& w) {
            enlist(w);
            w.fakes = [](std::uint64_t) { return true; };
        },
        honest);
    addWorld(
        out, lively(),
        [](World& w) {
            enlist(w);
            w.wrongSalts = true;
        },
        honest);
    addWorld(
        out, lively(),
        [](World& w) {
            enlist(w);
            w.engineFault = true;
            w.fakes = [](std::uint64_t) { return true; };
        },
        honest);
}

// ---- bets

void openMarket(World& w, const MarketId& id) {
    send(w, strangerKeys(), "market", contract::MarketOpening{w.hubKeys.peer(), id, Amount::micros(20'000)});
}

void bet(World& w, const identity::Keys& by, std::uint8_t n, const contract::Bet& terms) {
    contract::Bet v = terms;
    v.hub = w.hubKeys.peer();
    v.id = numbered(n);
    send(w, by, "bet", v);
}

void clearBets(World& w) {
    w.now += betting::kClearingMs;
    (void)w.hubEvent(protocol::HubTick{});
    w.deliverNotices();
}

std::optional<MarketId> pendingClaim(const World& w) {
    const auto answer = w.hub->ask(strangerKeys().peer(), Array{"openings"}, w.now);
    for (const auto& one : protocol::readViews<protocol::OpeningView>(*answer).value())
        if (one.market.step) return one.market;
    return std::nullopt;
}

void betOnWhole(World& w) {
    const MarketId whole{w.params.contract, std::nullopt};
    openMarket(w, whole);
    send(w, w.hostKeys, "odds",
         contract::StandingOdds{w.hubKeys.peer(), numbered(8), w.params.contract, 100, Amount::micros(20'000)});
    bet(w, strangerKeys(), 1, {{}, {}, whole, false, 400, 900'000});
    bet(w, w.renterKeys, 2, {{}, {}, whole, true, 200, 950'000});
    clearBets(w);
}

/// So much on wrong that a check is forced.
void betOnClaim(World& w) {
    w.run([&] { return pendingClaim(w).has_value(); });
    const auto id = pendingClaim(w);
    hold(id.has_value(), "there is a claim to bet on");
    openMarket(w, *id);
    bet(w, strangerKeys(), 3, {{}, {}, *id, false, 4'000, 999'999});
    clearBets(w);
    bet(w, w.hostKeys, 4, {{}, {}, *id, true, 3'500, 985'000});
    clearBets(w);
}

void addBets(Worlds& out) {
    addWorld(out, lively(), givePurse, betOnWhole);
    Setup rarely = lively(); // all claims wait for one check
    rarely.batch = 8;
    rarely.periods.opening = 3'600'000;
    addWorld(out, rarely, givePurse, betOnClaim);
    addWorld(
        out, rarely,
        [](World& w) {
            givePurse(w);
            w.fakes = [](std::uint64_t) { return true; };
        },
        [](World& w) {
            betOnWhole(w);
            betOnClaim(w);
        });
    addWorld(
        out, rarely,
        [](World& w) {
            givePurse(w);
            w.noOpenings = true;
        },
        [](World& w) { betOnClaim(w); });
}

// ---- the draw by beacon

void addBeacon(Worlds& out) {
    Setup s = lively();
    s.draw = contract::kDrawBeacon;
    s.beaconRounds = 8; // a new chain every 24 s
    addWorld(out, s, enlist, checkedBy(answerHonestly));
    addWorld(out, s, givePurse, betOnWhole);
    addWorld(out, s, givePurse, [](World& w) {
        w.run([&] { return w.renter->receipted() == 1; });
        w.renterSilent = true;
    });
}

// ---- cases

/// A settled rental whose arbiter is the stranger.
std::shared_ptr<Dispute> dispute(Worlds& out, std::optional<std::uint64_t> forged) {
    auto d = std::make_shared<Dispute>(lively(), forged, std::vector{strangerKeys().peer()});
    hold(d->other.peer() == strangerKeys().peer(), "the challenger is the stranger");
    out.emplace_back(d, &d->w);
    return d;
}

void narrow(Dispute& d, const contract::CaseId& id, bool lies) {
    for (contract::CaseView v = d.view(id); v.waitsForHost || v.waitsForOpener; v = d.view(id)) {
        if (v.waitsForHost) must(d.hostShows(id));
        if (v.waitsForOpener)
            must(d.openerSays(id, d.other, lies ? std::optional(taggedHash("lie", {d.w.now})) : std::nullopt));
    }
    d.pump();
}

void evidence(Dispute& d, const identity::Keys& by, const contract::CaseEvidence& v) {
    send(d.w, by, "case-evidence", v);
}

void addCases(Worlds& out) {
    for (const bool engineFault : {false, true}) {
        auto forged = dispute(out, 3);
        forged->w.engineFault = engineFault;
        narrow(*forged, forged->mustOpen(forged->opening(0, 5), forged->other), false);
    }
    auto alarm = dispute(out, std::nullopt);
    auto lie = alarm->opening(0, 5);
    lie.root = taggedHash("lie", {1});
    narrow(*alarm, alarm->mustOpen(lie, alarm->other), true);
    auto silent = dispute(out, 3);
    must(silent->openerSays(silent->mustOpen(silent->opening(0, 5), silent->other), silent->other));
    silent->wait(60'000);
    auto settled = dispute(out, 3);
    const auto id = settled->mustOpen(settled->opening(2, 5), settled->other);
    must(settled->settle(id, settled->other, 700, settled->w.now + 1000));
    must(settled->settle(id, settled->w.hostKeys, 650, settled->w.now + 1000));
    must(settled->settle(id, settled->w.hostKeys, 700, settled->w.now + 1000));
    auto ruled = dispute(out, std::nullopt);
    const auto of = ruled->mustOpen(protocol::test::complaint(*ruled, 5'000), ruled->w.renterKeys);
    must(ruled->w.hubDo({ruled->w.renterKeys.peer(),
                         Array{"message", ruled->w.params.contract, ruled->w.hostKeys.peer(), Bytes(80, 5)}}));
    evidence(*ruled, ruled->w.renterKeys, {of, "statement", "what I saw", Bytes(40, 'a')});
    evidence(*ruled, ruled->w.hostKeys, {of, "signed", "the offer", ruled->w.renter->windows()[0].commitEnvelope});
    ruled->wait(30'000);
    send(ruled->w, strangerKeys(), "case-rule",
         contract::Ruling{ruled->w.hubKeys.peer(), of, Amount::micros(4'000), "half of it"});
}

} // namespace

Setup small() {
    Setup s;
    s.steps = 5;
    s.window = 2;
    s.odds = 1;
    s.batch = 2;
    s.renterMoney = 60'000;
    s.hostMoney = 500'000;
    s.topUpMax = 5'000;
    return s;
}

void addWorld(Worlds& out, const Setup& setup, const Act& prepare, const Act& run) {
    out.push_back(std::make_shared<World>(setup));
    World& w = *out.back();
    if (prepare) prepare(w);
    w.begin();
    if (run) run(w);
    w.run();
}

const identity::Keys& strangerKeys() {
    static const identity::Keys keys = protocol::test::keysOf(4); // of Dispute, too
    return keys;
}

void addMarketWorlds(Worlds& out) {
    addHired(out);
    addBets(out);
    addBeacon(out);
    addCases(out);
}

Hash256 benchmarkRoot(std::uint64_t i) {
    return taggedHash("fuzz-root", {i});
}

contract::BenchmarkRun benchmarkRun(const PeerId& hub, const Hash256& seed) {
    contract::BenchmarkRun out{hub, seed, "avx2", {}};
    for (std::uint64_t i = 0; i <= 4; ++i)
        out.roots.push_back(benchmarkRoot(i));
    return out;
}

} // namespace unchained::fuzz
