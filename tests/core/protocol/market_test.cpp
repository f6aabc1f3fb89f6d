// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/world.h"

#include <cstdlib>

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

TEST_CASE("an honest rental pays its winners, frees the rest and is checked once a batch") {
    World w({});
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.provider->outcome() == "complete");
    const auto& f = w.renter->figures();
    CHECK(f.failed == 0);
    CHECK(f.complaints.empty());
    CHECK(f.claims == w.renter->winsListed());
    CHECK(f.batches == (f.claims + w.setup.batch - 1) / w.setup.batch);
    CHECK(f.checks >= f.claims / w.setup.batch);
    CHECK(w.available(w.hostKeys) == kHost + static_cast<std::int64_t>(f.claims) * w.setup.price * w.setup.odds);
    checkConserved(w);
    for (const auto& r : w.refusals)
        CHECK_MESSAGE(false, r);
}

TEST_CASE("a faking host is caught, loses its bond, and the renter is whole") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Setup s;
        s.seed = seed;
        s.batch = 1;
        World w(s);
        w.fakes = [](std::uint64_t) { return true; };
        w.begin();
        w.run();
        CHECK(w.renter->outcome() == "caught");
        CHECK(w.available(w.renterKeys) == kRenter);
        CHECK(w.available(w.hostKeys) == kHost - s.bond);
        checkConserved(w);
    }
}

TEST_CASE("no loss of messages and no crash costs a credit or a claim") {
    const char* more = std::getenv("UNCHAINED_SCHEDULES");
    const std::uint64_t schedules = more ? std::strtoull(more, nullptr, 10) : 60;
    for (std::uint64_t seed = 1; seed <= schedules; ++seed) {
        CAPTURE(seed);
        Setup s;
        s.seed = seed;
        s.loss = 0.05 + 0.01 * static_cast<double>(seed % 20);
        s.crash = 0.02;
        World w(s);
        w.begin();
        w.run(nullptr, 100'000'000);
        CHECK(w.renter->done());
        CHECK(w.provider->done());
        CHECK(w.renter->outcome() == w.provider->outcome());
        CHECK(w.renter->outcome() != "caught");
        CHECK(w.renter->outcome() != "renter-fault");
        const auto& f = w.renter->figures();
        CHECK(f.failed == 0);
        for (const auto& complaint : f.complaints)
            CHECK_MESSAGE(false, complaint);
        checkConserved(w);
    }
}

TEST_CASE("a renter who walks after the first win has paid for it") {
    World w({});
    w.begin();
    w.run([&] { return w.provider->winsListed() > 0; });
    const auto owed = static_cast<std::int64_t>(w.provider->winsListed()) * w.setup.price * w.setup.odds;
    w.renterSilent = true;
    w.run();
    CHECK(w.available(w.hostKeys) >= kHost + owed);
    checkConserved(w);
}

TEST_CASE("a commitment that is never receipted is published, checked and paid by the step") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 3; });
    w.renterSilent = true;
    w.run();
    CHECK(w.provider->outcome() == "renter-silent");
    CHECK(w.available(w.hostKeys) >= kHost + static_cast<std::int64_t>(w.setup.window) * w.setup.price);
    CHECK(w.burned() == w.setup.price); // the fee of the silent party
    checkConserved(w);
}

TEST_CASE("a receipt through the hub restores the normal draw") {
    World w({});
    w.begin();
    std::uint64_t lost = 0;
    w.run([&] { return w.renter->receipted() == 3; });
    w.queue.clear();
    w.setup.loss = 0;
    // The renter's receipt for window 4 never arrives directly: only the hub brings it.
    for (int i = 0; i < 200 && !w.renter->done(); ++i) {
        while (!w.queue.empty()) {
            auto next = std::move(w.queue.front());
            w.queue.pop_front();
            next();
        }
        w.advance();
        ++lost;
    }
    w.run();
    CHECK(w.renter->outcome() == "complete");
}

TEST_CASE("a host that denies its commitment's fate gains nothing by silence: it loses the bond") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 3; });
    w.providerSilent = true;
    w.run();
    CHECK(w.renter->outcome() == "provider-silent");
    CHECK(w.available(w.renterKeys) == kRenter); // repaid from the bond all that it paid
    CHECK(w.available(w.hostKeys) == kHost - w.setup.bond + w.renter->paid().micro());
    checkConserved(w);
}

TEST_CASE("an unlisted win is a failed check") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Setup s;
        s.seed = seed;
        World w(s);
        w.lieAboutWins = [](std::uint64_t, std::vector<std::uint64_t> wins) {
            if (!wins.empty()) wins.pop_back();
            return wins;
        };
        w.begin();
        w.run();
        CHECK(w.renter->outcome() == "caught");
        CHECK(w.available(w.renterKeys) == kRenter);
    }
}

TEST_CASE("a listed win that the host does not file is filed by the renter and checked") {
    World w({});
    w.dropProviderCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); };
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.renter->figures().claims == w.renter->winsListed());
    CHECK(w.renter->figures().claimsChecked > 0);
}

TEST_CASE("an s_0 is accepted once, also by a hub started anew, and an offer by nobody but its provider") {
    World w({});
    w.begin();
    // A renter from a backup that is older than the contract, and a hub that has only its log.
    w.restartHub();
    contract::Offer again = w.params.offer;
    again.price = Amount::micros(1001); // another contract, the same chain
    auto refused = w.admit(again);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() ==
          "offer.seedAnchor: this s_0 was accepted before; make a new offer with a new nonce");
    const identity::Keys other = keysOf(9);
    w.list(other);
    contract::Offer fresh = w.offer();
    fresh.nonce.bytes.fill(99);
    fresh.seedAnchor.bytes.fill(99);
    auto foreign = w.admit(fresh, w.renterKeys, other);
    REQUIRE_FALSE(foreign.ok());
    CHECK(foreign.error().is(ProtocolError::BadProof));
    // The same offer and acceptance once more: the same admission, nothing locked twice.
    const std::int64_t before = w.available(w.renterKeys);
    CHECK(w.admit(w.params.offer).ok());
    CHECK(w.available(w.renterKeys) == before);
}

TEST_CASE("a result held back before the last seed is not paid for") {
    World w({});
    w.holdBack = true;
    w.begin();
    w.run();
    CHECK(w.renter->outcome() != "complete");
    CHECK(w.renter->receipted() < 2); // the first boundary is never handed over
    checkConserved(w);
}

TEST_CASE("a result held back before the last seed stays undrawn: the seed is not shown, and it is no complete job") {
    World w({});
    w.begin();
    const std::uint64_t last = lottery::windowCount(w.setup.steps, w.setup.window);
    w.run([&] { return w.renter->receipted() == last - 1; });
    w.holdBack = true;
    w.run();
    CHECK(w.renter->outcome() != "complete");
    CHECK(w.renter->receipted() == last - 1);
    CHECK(w.provider->seedOf(last).has_value());
    CHECK_FALSE(w.provider->seedOf(last + 1).has_value());
    CHECK(w.renter->windows().size() == last); // it was committed to
    CHECK_FALSE(w.renter->windows().back().drawn);
    checkConserved(w);
}

TEST_CASE("a host that lost everything but its key makes the same secrets and goes on") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 4; });
    w.queue.clear();
    w.providerLog.clear();
    w.provider = w.makeProvider(); // no log, no b_k: the key restores them
    w.greet();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.renter->figures().failed == 0);
    CHECK(w.available(w.hostKeys) ==
          kHost + static_cast<std::int64_t>(w.renter->winsListed()) * w.setup.price * w.setup.odds);
}

TEST_CASE("a host that lost everything but its key catches up, also where the escrow holds too little by then") {
    Setup s;
    s.batch = 1;
    s.escrowBelieved = 12 * s.price * s.odds;
    s.topUpMax = 10'000'000;
    World w(s);
    w.begin();
    const auto waits = [&] {
        const auto said = w.provider->greeting();
        return !said.empty() && commandIs(said.front(), "waiting");
    };
    w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "top-up"); };
    w.run(waits);
    w.run([&] { return w.queue.empty(); }); // all is paid that was won
    REQUIRE(waits());
    REQUIRE(w.renter->receipted() > 1);
    w.dropRenterCommand = nullptr;
    w.hostLosesDisk();
    w.deliverNotices();
    w.greet();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.available(w.hostKeys) ==
          kHost + static_cast<std::int64_t>(w.renter->winsListed()) * w.setup.price * w.setup.odds);
}

TEST_CASE("a job without any win has one check all the same") {
    int seen = 0;
    for (std::uint64_t seed = 1; seed <= 250 && seen < 5; ++seed) {
        Setup s;
        s.seed = seed;
        s.steps = 40;
        s.odds = 2;
        World w(s);
        w.begin();
        // Force it: no ticket is claimed because nobody files, and the renter's filing is lost too.
        w.dropProviderCommand = w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); };
        w.run();
        CHECK(w.renter->figures().checks == 1);
        CHECK(w.renter->outcome() == "complete");
        ++seen;
    }
    Setup s;
    World w(s);
    w.fakes = [](std::uint64_t) { return true; };
    w.dropProviderCommand = w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); };
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "caught");
}

TEST_CASE("a job that wins nothing and is left has one check") {
    World w({});
    while (!w.winsAhead(1).empty())
        ++w.setup.price;
    w.begin();
    w.run([&] { return w.renter->receipted() == 1; });
    w.feed(*w.renter, cbor::Array{"cancel"});
    w.run();
    CHECK(w.renter->outcome() == "left");
    CHECK(w.renter->winsListed() == 0);
    CHECK(w.renter->figures().claims == 0);
    CHECK(w.renter->figures().checks == 1);
    CHECK(w.available(w.hostKeys) == kHost);
    CHECK(w.available(w.renterKeys) == kRenter);
}

TEST_CASE("a contract on which nobody does anything for 30 days is closed at its last claim") {
    for (const std::uint64_t windows : {std::uint64_t{0}, std::uint64_t{4}}) {
        CAPTURE(windows);
        World w({});
        w.begin();
        w.run([&] { return w.renter->receipted() == windows; });
        w.bothLeave();
        w.letDaysPass(29);
        CHECK_FALSE(w.settled());
        w.letDaysPass(33); // what was paid on the first day was the last thing that happened
        CHECK(w.settled());
        w.restartHub();
        w.renterSilent = w.providerSilent = false; // both are back when all is over
        w.run();
        CHECK(w.renter->outcome() == "abandoned");
        CHECK(w.provider->outcome() == "abandoned");
        const auto claims = static_cast<std::int64_t>(w.renter->figures().claims);
        CHECK((windows == 0 || claims > 0));
        CHECK(w.available(w.hostKeys) == kHost + claims * w.setup.price * w.setup.odds);
        checkConserved(w);
    }
}

TEST_CASE("a step that comes to a NaN is an outcome: checked, drawn before it, and the end") {
    World w({});
    w.failing = 13;
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "failed-step");
    CHECK(w.provider->stepsReceipted() == 14);
    CHECK(w.renter->figures().failed == 0);
    checkConserved(w);
}

TEST_CASE("a feigned failure is caught") {
    for (const std::uint64_t step : {13, 15, 39}) {
        CAPTURE(step);
        World w({});
        w.failing = step;
        w.feignedFailure = true;
        w.begin();
        w.run();
        CHECK(w.renter->outcome() == "caught");
        CHECK(w.available(w.renterKeys) == kRenter);
    }
}

TEST_CASE("an opening that never comes is a failed check, missing data of the renter is not") {
    World silent({});
    silent.noOpenings = true;
    silent.begin();
    silent.run();
    CHECK(silent.renter->outcome() == "provider-silent");
    World missing({});
    missing.dataMissing = true;
    missing.begin();
    missing.run();
    CHECK(missing.renter->outcome() == "complete");
    CHECK(missing.available(missing.hostKeys) > kHost);
}

TEST_CASE("a renter may leave, and pays for what was drawn") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 4; });
    w.feed(*w.renter, cbor::Array{"cancel"});
    w.run();
    CHECK(w.renter->outcome() == "left");
    CHECK(w.provider->outcome() == "left");
    checkConserved(w);
}

TEST_CASE("without Release claims are paid when their period is over") {
    World w({});
    w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "release"); };
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.available(w.hostKeys) ==
          kHost + static_cast<std::int64_t>(w.renter->winsListed()) * w.setup.price * w.setup.odds);
}

TEST_CASE("a host computes no window that the escrow may not pay, and a renter tops up within its limit") {
    Setup s;
    s.escrowBelieved = 12 * s.price * s.odds;
    s.topUpMax = 1'000'000;
    World w(s);
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.provider->escrowed() > w.params.admission.escrow);
    CHECK(w.provider->paid() <= w.provider->escrowed());
    checkConserved(w);

    s.topUpMax = 0; // no more money: the renter leaves at a boundary, and what was won is paid
    World poor(s);
    poor.begin();
    poor.run();
    CHECK(poor.renter->outcome() == "left");
    CHECK(poor.provider->stepsReceipted() < s.steps);
    CHECK(poor.renter->figures().claims == poor.renter->winsListed());
    checkConserved(poor);
}

TEST_CASE("a pause moves deadlines, by at most an hour in all") {
    World w({});
    w.begin();
    contract::Pause pause{w.params.contract, w.now + 1'800'000};
    CHECK(w.hubDo({w.renterKeys.peer(), cbor::Array{"pause", sealed(w.renterKeys, pause)}}).ok());
    pause.until = w.now + 1'900'000;
    auto refused = w.hubDo({w.renterKeys.peer(), cbor::Array{"pause", sealed(w.renterKeys, pause)}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "pause.until: a contract pauses at most an hour in all; 1800 s are left");
    w.run();
    CHECK(w.renter->outcome() == "complete");
}

TEST_CASE("an offer that would keep the hub busy for ever, or count beyond all numbers, is refused") {
    World w({});
    contract::Offer o = w.offer();
    o.steps = lottery::kStepsMax + 1;
    auto refused = w.admit(o);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "offer.steps: must be 1 to 1048576; make each step longer");
    o = w.offer();
    o.startIteration = UINT64_MAX;
    refused = w.admit(o);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "offer.startIteration: must be at most 281474976710656");
    o = w.offer();
    o.dataRoots.resize(2);
    refused = w.admit(o);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "offer.dataRoots: are more than the one that a program reads");
    o = w.offer();
    o.periods.release = 999;
    refused = w.admit(o);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(ProtocolError::PeriodTooShort));
    CHECK(refused.error().text() ==
          "offer.periods.release: 999 ms is less than this hub's 1000 ms; choose a longer period in the terms");
}

TEST_CASE("the refusal names the bond that would do") {
    Setup s;
    s.bond = 100;
    World w(s);
    auto refused = w.admit(w.offer());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() ==
          "bond: a bond of 0.0001 credits does not make cheating a loss, even with every claim checked; "
          "a bond of 0.002667 credits or more would do");
}
