// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

namespace {

/// How often the hub has said so about the contract.
std::size_t toldTimes(const World& w, std::string_view name) {
    const auto list = w.hub->ask(w.renterKeys.peer(), cbor::Array{"notices", w.params.contract, 0}, w.now);
    REQUIRE(list.ok());
    const cbor::Array& all = *list->asArray();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const cbor::Value& notice) { return commandIs(notice, name); }));
}

/// The first step fails: it is due as the failed step, and as the only claim.
struct DueTwice : World {
    DueTwice()
        : World([] {
              Setup s;
              s.odds = 1;
              return s;
          }()) {
        failing = 0;
        noOpenings = true;
    }
};

} // namespace

/// Who gains by making others wait. What is griefed in a case stands in case_test.cpp.

TEST_CASE("a host that accepts and never starts locks the renter's money for its patience, and gains nothing") {
    World w{Setup{}};
    const TimeMs began = w.now;
    w.begin();
    w.providerSilent = true;
    w.run([&] { return w.settled(); });
    REQUIRE(w.settled());
    CHECK(w.now - began <= 60'000);
    CHECK(w.available(w.renterKeys) == kRenter);
    w.letDaysPass(1);
    CHECK(w.available(w.hostKeys) == kHost); // it owed nothing: no window was committed
    checkConserved(w);
}

TEST_CASE(
    "a renter that rents and never shows a seed locks the bond for the host's patience, and pays nothing for it") {
    World w{Setup{}};
    const TimeMs began = w.now;
    w.renterSilent = true;
    w.begin();
    w.run([&] { return w.settled(); });
    REQUIRE(w.settled());
    CHECK(w.now - began <= 60'000);
    w.letDaysPass(1);
    CHECK(w.available(w.hostKeys) == kHost);
    CHECK(w.available(w.renterKeys) == kRenter);
    checkConserved(w);
}

TEST_CASE("a renter that leaves while a window is published does not make its host late with a secret") {
    Setup s;
    s.periods.secret = 4'000; // shorter than the grace, within which the receipt may come
    World w(s);
    w.begin();
    w.run([&] { return w.renter->receipted() == 2 && w.provider->windows().size() == 3; });
    w.queue.clear();
    w.renterSilent = true;
    w.run([&] { return toldTimes(w, "receipt-wanted") == 1; });
    const contract::Leave leave{w.params.contract, 2};
    REQUIRE(w.hubDo({w.renterKeys.peer(), cbor::Array{"leave", sealed(w.renterKeys, leave)}}).ok());
    w.run([&] { return w.provider->done(); });
    CHECK(w.provider->outcome() == "renter-silent");
    w.letDaysPass(1);
    CHECK(w.available(w.hostKeys) > kHost);
    CHECK(w.burned() == s.price); // for the publishing, and nothing of a bond
    checkConserved(w);
}

TEST_CASE("a step that is due twice and cannot be checked leaves nothing waiting") {
    DueTwice w;
    w.begin();
    w.run([&] { return toldTimes(w, "open") == 2; });
    (void)w.hubEvent(HubOpeningCame{w.params.contract, 0});
    (void)w.hubEvent(HubCheckImpossible{w.params.contract, 0, "no data"}); // of the two, one was asked for
    w.run();
    CHECK(toldTimes(w, "check-result") == 2);
    CHECK(w.renter->outcome() == "failed-step");
    CHECK(w.hubDone());
    CHECK(w.available(w.hostKeys) == kHost + w.setup.price);
    checkConserved(w);
}

TEST_CASE("an opening that has come answers for a step that falls due once more while it is computed") {
    DueTwice w;
    w.begin();
    w.run([&] { return toldTimes(w, "open") == 1; });
    (void)w.hubEvent(HubOpeningCame{w.params.contract, 0});
    w.run([&] { return toldTimes(w, "open") == 2; });
    w.now += 2 * static_cast<TimeMs>(w.setup.periods.opening); // the hub's worker takes its time
    (void)w.hubEvent(HubTick{});
    w.noOpenings = false;
    w.run();
    CHECK(w.renter->outcome() == "failed-step");
    CHECK(w.available(w.hostKeys) == kHost + w.setup.price);
}

TEST_CASE("nobody is judged by a side of the contract, or by a crowd") {
    World w{Setup{}};
    contract::Offer o = w.offer();
    o.receiptKey = keysOf(7).peer();
    for (const PeerId& side : {w.renterKeys.peer(), o.receiptKey, w.hostKeys.peer()}) {
        o.arbiters = {keysOf(6).peer(), side};
        const auto refused = w.admit(o);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().text() == "offer.arbiters: name a side of the contract itself; name somebody whom renter "
                                        "and host trust, or nobody");
    }
    o.arbiters.assign(contract::kArbitersMax + 1, keysOf(6).peer());
    REQUIRE_FALSE(w.admit(o).ok());
    CHECK(w.admit(o).error().text() == "offer.arbiters: are more than 8; name fewer");
    o.arbiters.pop_back();
    CHECK(w.admit(o).ok());
}

TEST_CASE("a hub whose operator says nothing admits no contract in which a host has a second to answer") {
    World w{Setup{}};
    REQUIRE(w.hubEvent(HubStarted{0, HubTerms{}}).ok());
    using Period = std::uint64_t contract::Periods::*;
    for (const Period period : {&contract::Periods::opening, &contract::Periods::secret, &contract::Periods::grace,
                                &contract::Periods::bond, &contract::Periods::release}) {
        contract::Offer o = w.offer();
        o.periods = contract::Periods{};
        o.periods.*period = 1'000;
        const auto refused = w.admit(o);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().is(ProtocolError::PeriodTooShort));
    }
    contract::Offer o = w.offer();
    o.periods = contract::Periods{}; // what an offer says by itself
    CHECK(w.admit(o).ok());
}
