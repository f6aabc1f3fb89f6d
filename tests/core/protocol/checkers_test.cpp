// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/hiring.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

TEST_CASE("an honest checker makes the checks of the draw, earns their fee, and has its stake back, of tiles, too") {
    for (const bool tiles : {false, true}) {
        CAPTURE(tiles);
        Setup s;
        s.tiles = tiles;
        HiringWorld w(s);
        const auto& ann = w.hireable(w.honestly());
        CHECK(w.view(ann).stake.micro() == kCheckersStake);
        CHECK(w.available(ann) == kCheckersPurse - kCheckersStake);
        w.runAll();
        CHECK(w.ending() == "complete");
        CHECK(w.computedByHub == 0);
        const auto results = w.results();
        REQUIRE(results.size() >= 4);
        for (const auto& result : results) {
            CHECK(result.right);
            CHECK(result.engine == "hired");
            CHECK(result.computed == result.claimed);
        }
        CHECK(w.outcomes("agreed") == results.size());
        const auto earned = static_cast<std::int64_t>(results.size()) * kCheckersFee;
        CHECK(w.fees() == 0);
        CHECK(w.view(ann).earned.micro() == earned);
        CHECK(w.view(ann).checked == results.size());
        CHECK(w.available(ann) == kCheckersPurse - kCheckersStake + earned);
        REQUIRE(w.delist(ann).ok());
        CHECK(w.available(ann) == kCheckersPurse + earned);
        CHECK_FALSE(w.view(ann).enlisted);
        w.checkAllIsThere();
        w.restartHub();
        CHECK(w.available(ann) == kCheckersPurse + earned);
    }
}

TEST_CASE("who copies, guesses or lies loses the stake, and the host's right step stands") {
    enum { Copies, Guesses, PlainAlone, SaltedAlone, kWays };
    for (int way = 0; way < kWays; ++way) {
        CAPTURE(way);
        HiringWorld w;
        const auto& liar = w.hireable([&w, way](const CheckTask& task) -> std::optional<RootPair> {
            RootPair roots = w.honest(task);
            if (way == Copies) return w.copied(task);
            if (way == Guesses) return RootPair{taggedHash("guess", {task.step}), taggedHash("guess", {task.salt})};
            (way == PlainAlone ? roots.plain : roots.salted).bytes[0] ^= 1;
            return roots;
        });
        w.runAll();
        CHECK(w.ending() == "complete");
        CHECK(w.outcomes("wrong") == 1);
        CHECK(w.outcomes("agreed") == 0);
        CHECK(w.view(liar).struck == "wrong");
        CHECK(w.available(liar) == kCheckersPurse - kCheckersStake);
        CHECK(w.staked(liar) == 0);
        CHECK(w.burned() == kCheckersStake - kRecomputation);
        // All checks were the hub's own, and the recomputation was paid by the liar besides. Against the root that it
        // said `scalar` has the word.
        const bool byPlain = way == Guesses || way == PlainAlone;
        CHECK(w.results().front().engine == (byPlain ? "scalar" : "fast"));
        CHECK(w.computedByHub == w.results().size() + (byPlain ? 1 : 0));
        CHECK(w.fees() == static_cast<std::int64_t>(w.results().size()) * kCheckersFee + kRecomputation);
        w.checkAllIsThere();
        w.restartHub();
    }
}

TEST_CASE("a silent checker is replaced by the hub at its deadline, pays the recomputation and is off the list") {
    HiringWorld w;
    const auto& idle = w.hireable([](const CheckTask&) { return std::nullopt; });
    w.begin();
    const CheckTask task = w.untilHired(idle);
    CHECK(task.answerBy == w.now + static_cast<TimeMs>(w.setup.periods.opening));
    CHECK(w.view(idle).locked.micro() == kAtStake);
    w.run([&] { return w.outcomes("silent") > 0; });
    CHECK(w.now >= task.answerBy);
    w.run();
    CHECK(w.ending() == "complete");
    CHECK(w.outcomes("silent") == 1); // what else it had to do the hub has taken over
    CHECK(w.view(idle).struck == "silent");
    CHECK(w.staked(idle) == 0);
    CHECK(w.available(idle) == kCheckersPurse - kRecomputation);
    CHECK(w.burned() == 0);
    // What comes too late changes nothing, and may be said again.
    const auto before = w.hub->logLength();
    CHECK(w.answer(idle, task, w.honest(task)).ok());
    CHECK(w.hub->logLength() == before);
    w.checkAllIsThere();
    w.restartHub();
    REQUIRE(w.enlist(idle, kCheckersStake).ok());
    CHECK(w.view(idle).enlisted);
    CHECK(w.view(idle).struck.empty());
}

TEST_CASE("the checker's deadline stands still while the hub is down") {
    HiringWorld w;
    const auto& idle = w.hireable([](const CheckTask&) { return std::nullopt; });
    w.begin();
    const CheckTask task = w.untilHired(idle);
    const auto gap = 3 * static_cast<std::int64_t>(w.setup.periods.opening);
    w.now += gap;
    REQUIRE(w.hubEvent(HubStarted{gap, w.terms()}).ok());
    (void)w.hubEvent(HubTick{});
    REQUIRE_FALSE(w.tasks(idle).empty());
    CHECK(w.tasks(idle).front().answerBy == task.answerBy + gap);
    CHECK(w.answer(idle, task, w.honest(task)).ok());
    CHECK(w.tasks(idle).empty());
}

TEST_CASE("a host that says another salted root, or none, pays the recomputation and is not slashed") {
    for (const bool silent : {false, true}) {
        CAPTURE(silent);
        HiringWorld w;
        const auto& ann = w.hireable(w.honestly());
        (silent ? w.keepsSalts : w.wrongSalts) = true;
        w.runAll();
        CHECK(w.ending() == "complete");
        const auto checks = static_cast<std::int64_t>(w.results().size());
        CHECK(w.outcomes("right") == w.results().size());
        CHECK(w.computedByHub >= w.results().size());
        CHECK(w.results().front().engine == "fast");
        CHECK(w.available(ann) == kCheckersPurse - kCheckersStake + checks * kCheckersFee);
        CHECK(w.fees() == checks * kRecomputation);
        const auto paid = w.noted<contract::Settled>("settled").back().paid.micro();
        CHECK(w.available(w.hostKeys) == kHost + paid - checks * kRecomputation);
        CHECK(w.burned() == 0);
        w.checkAllIsThere();
        w.restartHub();
    }
}

TEST_CASE("what a host owes is taken from its next tickets where it has nothing else") {
    HiringWorld w;
    (void)w.hireable(w.honestly());
    w.wrongSalts = true;
    w.begin();
    // All that is not in the bond it gives away.
    const std::int64_t free = w.available(w.hostKeys);
    contract::Pay pay{w.hubKeys.peer(), {}, keysOf(99).peer(), Amount::micros(free)};
    pay.id.bytes[0] = 1;
    REQUIRE(w.hubDo({w.hostKeys.peer(), cbor::Array{"pay", sealed(w.hostKeys, pay)}}).ok());
    w.run([&] {
        w.play();
        return false;
    });
    const auto checks = static_cast<std::int64_t>(w.results().size());
    CHECK(w.fees() == checks * kRecomputation);
}

TEST_CASE("host and checker who agree on a fake are both caught where the hub computes again, and else are not") {
    for (const bool again : {false, true}) {
        CAPTURE(again);
        Setup s;
        s.again = again ? lottery::kHireAlways : 0;
        HiringWorld w(s);
        w.fakes = [](std::uint64_t) { return true; };
        // The host has told its friend what it says.
        const auto& ann = w.hireable([&w](const CheckTask& task) -> std::optional<RootPair> {
            RootPair roots = w.copied(task);
            roots.salted = taggedHash("fake-salted", {task.salt, roots.plain});
            return roots;
        });
        w.runAll();
        CHECK(w.ending() == (again ? "caught" : "complete"));
        CHECK(w.outcomes("agreed") == (again ? 0 : w.results().size()));
        CHECK(w.outcomes("wrong") == (again ? 1 : 0));
        CHECK(w.view(ann).struck == (again ? "wrong" : ""));
        CHECK(w.staked(ann) == (again ? 0 : kCheckersStake));
        w.checkAllIsThere();
    }
}

TEST_CASE("an agreement that the hub computes again pays an honest checker, who does not know of it before") {
    Setup s;
    s.again = lottery::kHireAlways / 2;
    HiringWorld w(s);
    const auto& ann = w.hireable(w.honestly());
    w.runAll();
    CHECK(w.ending() == "complete");
    CHECK(w.computedByHub == w.outcomes("right"));
    CHECK(w.outcomes("right") > 0);
    CHECK(w.outcomes("agreed") > 0);
    CHECK(w.view(ann).checked == w.results().size());
    CHECK(w.view(ann).earned.micro() == static_cast<std::int64_t>(w.results().size()) * kCheckersFee);
    CHECK(w.staked(ann) == kCheckersStake);
    w.checkAllIsThere();
}

TEST_CASE("a faked step that an honest checker computed costs the bond, and the checker earns its fee") {
    HiringWorld w;
    const auto& ann = w.hireable(w.honestly());
    w.fakes = [](std::uint64_t) { return true; };
    w.runAll();
    CHECK(w.ending() == "caught");
    CHECK(w.outcomes("right") == 1);
    CHECK(w.results().back().engine == "scalar");
    CHECK_FALSE(w.results().back().right);
    CHECK(w.available(ann) == kCheckersPurse - kCheckersStake + kCheckersFee);
    CHECK(w.available(w.renterKeys) == kRenter);
    CHECK(w.burned() == w.setup.bond - kCheckersFee);
    w.checkAllIsThere();
    w.restartHub();
}

TEST_CASE("a checker whose engine is wrong keeps its stake and earns nothing") {
    HiringWorld w;
    const auto& ann = w.hireable([&w](const CheckTask& task) -> std::optional<RootPair> {
        const Hash256 wrong = taggedHash("lie", {task.before, task.step}); // as the engine "hot" computes it
        return RootPair{wrong, taggedHash("fake-salted", {task.salt, wrong})};
    });
    w.engineFault = true;
    w.engineFaultsAt = [](std::uint64_t) { return true; };
    w.runAll();
    CHECK(w.ending() == "complete");
    CHECK(w.outcomes("none") == w.results().size());
    CHECK(w.view(ann).struck.empty());
    CHECK(w.staked(ann) == kCheckersStake);
    CHECK(w.available(ann) == kCheckersPurse - kCheckersStake);
    CHECK(w.burned() == 0);
    w.checkAllIsThere();
    w.restartHub();
}

TEST_CASE("an honest checker that meets a host with a wrong engine earns its fee, and nobody is slashed") {
    HiringWorld w;
    const auto& ann = w.hireable(w.honestly());
    w.fakes = [](std::uint64_t) { return true; };
    w.engineFault = true;
    w.runAll();
    CHECK(w.ending() == "engine-fault");
    CHECK(w.outcomes("right") == 1);
    CHECK(w.available(ann) == kCheckersPurse - kCheckersStake + kCheckersFee);
    CHECK(w.burned() == 0);
    w.checkAllIsThere();
    w.restartHub();
}

TEST_CASE("who copies the root of a fake loses the stake, and the host the bond") {
    HiringWorld w;
    const auto& copier = w.hireable([&w](const CheckTask& task) { return w.copied(task); });
    w.fakes = [](std::uint64_t) { return true; };
    w.runAll();
    CHECK(w.ending() == "caught");
    CHECK(w.outcomes("wrong") == 1);
    CHECK(w.available(copier) == kCheckersPurse - kCheckersStake);
    CHECK(w.burned() == w.setup.bond - kCheckersFee + kCheckersStake - kRecomputation);
    w.checkAllIsThere();
}

TEST_CASE(
    "a host and its friend the checker, who give both roots of the fake, are not found: that is what r(1 - s) says") {
    HiringWorld w;
    (void)w.hireable([&w](const CheckTask& task) {
        RootPair roots = w.copied(task);
        roots.salted = taggedHash("fake-salted", {task.salt, roots.plain});
        return roots;
    });
    w.fakes = [](std::uint64_t) { return true; };
    w.runAll();
    CHECK(w.ending() == "complete");
}

TEST_CASE("anybody can recompute who was due, and nobody is told a salted root before both are in") {
    HiringWorld w;
    (void)w.hireable(w.honestly());
    (void)w.hireable(w.honestly(), 3 * kCheckersStake);
    w.runAll();
    std::vector<Hash256> shown;
    for (const auto& batch : w.noted<contract::BatchClosed>("batch-closed"))
        shown.push_back(batch.hubSeed);
    const auto all = w.noted<contract::Hired>("hired");
    REQUIRE(all.size() >= 4);
    for (const auto& one : all) {
        CHECK(std::find(shown.begin(), shown.end(), one.hubSeed) != shown.end());
        REQUIRE(one.checkers.size() == 2);
        CHECK(one.checkers[0].peer < one.checkers[1].peer);
        const std::uint64_t lot =
            lottery::drawnLot(one.hubSeed, one.contract, one.step, one.checkers[0].lots + one.checkers[1].lots);
        CHECK(one.checker == one.checkers[lot < one.checkers[0].lots ? 0 : 1].peer);
        // The stake that is three times as large stands in the draw three times as often.
        std::uint64_t small = one.checkers[0].lots, large = one.checkers[1].lots;
        if (small > large) std::swap(small, large);
        CHECK(small <= kCheckersStake / kAtStake); // less what answers for a task under way
        CHECK(large <= 3 * kCheckersStake / kAtStake);
        CHECK(large > 2 * small);
        const auto said = openSigned<contract::CheckAnswer>(one.checkerAnswer);
        REQUIRE(said.ok());
        CHECK(said->signer == one.checker);
        bool over = false;
        for (const auto& notice : w.notices()) {
            over = over || (commandIs(notice, "hired") &&
                            openSigned<contract::Hired>(*(*notice.asArray())[1].asBytes())->value.step == one.step);
            if (over) break;
            const Bytes bytes = cbor::encode(notice);
            CHECK(std::search(bytes.begin(), bytes.end(), said->value.salted.bytes.begin(),
                              said->value.salted.bytes.end()) == bytes.end());
        }
        CHECK(over);
    }
}

TEST_CASE(
    "parties, whoever bets, and who asks for more than the fee are not hired, and the assigned checker may not bet") {
    Setup s;
    s.bets = true;
    HiringWorld w(s);
    const auto& bettor = w.hireable([](const CheckTask&) -> std::optional<RootPair> {
        FAIL("was hired");
        return {};
    });
    (void)w.hireable(
        [](const CheckTask&) -> std::optional<RootPair> {
            FAIL("was hired");
            return {};
        },
        kCheckersStake, kCheckersFee + 1);
    REQUIRE(w.enlist(w.hostKeys, kCheckersStake).ok());
    REQUIRE(w.enlist(w.renterKeys, kCheckersStake).ok());
    CHECK_FALSE(w.enlist(w.hubKeys, kCheckersStake).ok());
    w.begin();
    const contract::MarketId market{w.params.contract, std::nullopt};
    const contract::MarketOpening opening{w.hubKeys.peer(), market, Amount::micros(kRenter / 10)};
    REQUIRE(w.hubDo({w.renterKeys.peer(), cbor::Array{"market", sealed(w.renterKeys, opening)}}).ok());
    const auto bet = [&](const identity::Keys& keys, std::uint8_t n) {
        contract::Bet v{w.hubKeys.peer(), {}, market, false, 1000, 500'000};
        v.id.bytes[0] = n;
        return w.hubDo({keys.peer(), cbor::Array{"bet", sealed(keys, v)}});
    };
    REQUIRE(bet(bettor, 1).ok());
    w.run([&] { return !w.results().empty(); });
    CHECK(w.results().front().engine == "fast");
    // The next one who comes is hired, and has no bet any more to make here.
    const auto& ann = w.hireable(w.honestly());
    (void)w.untilHired(ann);
    const auto refused = bet(ann, 2);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(betting::BettingError::Barred));
    w.run([&] {
        w.play();
        return false;
    });
    CHECK(w.outcomes("agreed") >= 1);
}

TEST_CASE("a stake is topped up, lowered as far as nothing is locked, and never twice") {
    HiringWorld w;
    const auto& ann = w.hireable([](const CheckTask&) { return std::nullopt; });
    REQUIRE(w.enlist(ann, 2 * kCheckersStake).ok());
    CHECK(w.staked(ann) == 2 * kCheckersStake);
    REQUIRE(w.enlist(ann, kCheckersStake).ok());
    CHECK(w.staked(ann) == kCheckersStake);
    CHECK(w.available(ann) == kCheckersPurse - kCheckersStake);
    w.version -= 1; // the same version again: nothing new
    const auto length = w.hub->logLength();
    REQUIRE(w.enlist(ann, 5 * kCheckersStake).ok());
    CHECK(w.staked(ann) == kCheckersStake);
    CHECK(w.hub->logLength() == length);
    CHECK_FALSE(w.enlist(ann, 2 * kCheckersPurse).ok());
    CHECK_FALSE(w.enlist(ann, 0).ok());
    const auto foreign = w.hubDo(
        {w.hostKeys.peer(),
         cbor::Array{"enlist", sealed(ann, contract::Enlist{w.hubKeys.peer(), 99, Amount::micros(1), Amount{}})}});
    CHECK_FALSE(foreign.ok());
    w.begin();
    const CheckTask task = w.untilHired(ann);
    CHECK_FALSE(w.enlist(ann, kAtStake - 1).ok());
    REQUIRE(w.enlist(ann, kAtStake).ok());
    // One answer a task: the same again is good, another one is not, and nobody else's.
    CHECK_FALSE(w.answer(w.hostKeys, task, w.honest(task)).ok());
    w.keepsSalts = true;
    w.queue.clear(); // nor has it said one already
    REQUIRE(w.answer(ann, task, w.honest(task)).ok());
    CHECK(w.answer(ann, task, w.honest(task)).ok());
    CHECK_FALSE(w.answer(ann, task, w.copied(task)).ok());
    REQUIRE(w.delist(ann).ok());
    CHECK(w.staked(ann) == kAtStake); // it still answers for what it has said
    w.run();
    CHECK(w.staked(ann) == 0);
    w.checkAllIsThere();
}

TEST_CASE("the hub serves opening and data to who is hired for them, and as long as the task is open") {
    HiringWorld w;
    const auto& ann = w.hireable([](const CheckTask&) { return std::nullopt; });
    const auto& bob = w.hireable([](const CheckTask&) { return std::nullopt; }, 1); // too little for any task
    w.keepsSalts = true;
    w.begin();
    const CheckTask task = w.untilHired(ann);
    CHECK(w.hub->mayFetch(ann.peer(), task.before));
    CHECK_FALSE(w.hub->mayFetch(bob.peer(), task.before));
    CHECK_FALSE(w.hub->mayFetch(w.renterKeys.peer(), task.before));
    CHECK_FALSE(w.hub->mayFetch(ann.peer(), w.copied(task).plain));
    CHECK(w.tasks(bob).empty());
    REQUIRE(w.answer(ann, task, w.honest(task)).ok());
    CHECK_FALSE(w.hub->mayFetch(ann.peer(), task.before));
}

TEST_CASE("a checker that leaves before it was told of its task is not missed") {
    HiringWorld w;
    const auto& ann = w.hireable([](const CheckTask&) { return std::nullopt; });
    w.noOpenings = true;
    w.begin();
    w.run([&] { return w.view(ann).locked.micro() > 0; });
    CHECK(w.tasks(ann).empty());
    REQUIRE(w.delist(ann).ok());
    CHECK(w.available(ann) == kCheckersPurse);
    w.noOpenings = false;
    w.run();
    CHECK(w.ending() == "complete");
    CHECK(w.results().front().engine == "fast");
    w.checkAllIsThere();
}

TEST_CASE("who declines a task, or leaves in the middle of one, pays nothing and earns nothing") {
    for (const bool leaves : {false, true}) {
        CAPTURE(leaves);
        HiringWorld w;
        const auto& ann = w.hireable([](const CheckTask&) { return std::nullopt; });
        w.begin();
        const CheckTask task = w.untilHired(ann);
        const cbor::Array declined{"declined", task.contract, task.step, task.salt};
        if (leaves) {
            REQUIRE(w.delist(ann).ok());
            CHECK(w.available(ann) == kCheckersPurse);
        } else {
            CHECK_FALSE(w.hubDo({w.hostKeys.peer(), declined}).ok());
            REQUIRE(w.hubDo({ann.peer(), declined}).ok());
            CHECK(w.view(ann).locked.isZero());
            CHECK(w.view(ann).enlisted);
        }
        CHECK(w.tasks(ann).empty());
        const TimeMs then = w.now;
        w.run([&] { return !w.results().empty(); });
        CHECK(w.now - then < static_cast<TimeMs>(w.setup.periods.opening));
        CHECK(w.results().front().engine == "fast");
        CHECK(w.outcomes("none") == 1);
        CHECK(w.available(ann) + w.staked(ann) == kCheckersPurse);
        w.restartHub();
    }
}

TEST_CASE("with lost messages and crashes the same folds from the log, and every check is made") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Setup s;
        s.seed = seed;
        s.loss = 0.15;
        s.crash = 0.02;
        HiringWorld w(s);
        (void)w.hireable(w.honestly());
        const auto& second =
            w.hireable([&w, seed](const CheckTask& task) { return seed % 2 ? w.copied(task) : w.honest(task); },
                       2 * kCheckersStake);
        const auto& third = w.hireable([](const CheckTask&) { return std::nullopt; });
        w.begin();
        w.run([&] {
            const auto before = w.view(second);
            if (w.chance(0.05)) w.restartHub();
            CHECK(w.view(second).stake == before.stake);
            CHECK(w.view(second).locked == before.locked);
            if (w.chance(0.5)) w.play();
            return false;
        });
        CHECK(w.settled());
        for (const auto& checker : w.checkers)
            (void)w.delist(checker.keys);
        w.letDaysPass(1);
        CHECK(w.view(third).locked.isZero());
        w.checkAllIsThere();
        for (const auto& checker : w.checkers)
            CHECK(w.staked(checker.keys) == 0);
    }
}

TEST_CASE("where nobody is on the list, or the hub hires for no check, it computes by itself") {
    for (const bool hires : {false, true}) {
        Setup s;
        HiringWorld w(s);
        if (!hires) {
            w.setup.hire = 0;
            w.newTerms();
            (void)w.hireable([](const CheckTask&) -> std::optional<RootPair> {
                FAIL("was hired");
                return {};
            });
        }
        w.runAll();
        CHECK(w.ending() == "complete");
        CHECK(w.computedByHub == w.results().size());
        CHECK(w.outcomes("agreed") == 0);
    }
}
