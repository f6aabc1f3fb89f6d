// SPDX-License-Identifier: Apache-2.0
// Contracts that are drawn by the hub's beacon.
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;
using cbor::Array;
using cbor::Value;

namespace {

Setup byBeacon() {
    Setup s;
    s.draw = contract::kDrawBeacon;
    return s;
}

std::vector<Value> noticesOf(const World& w, std::string_view name) {
    std::vector<Value> out;
    const auto all = w.hub->ask(w.renterKeys.peer(), Array{"notices", w.params.contract, 0}, w.now);
    for (const Value& notice : *all->asArray())
        if (commandIs(notice, name)) out.push_back(notice);
    return out;
}

template <class T>
T openedAt(const Value& notice) {
    return openSigned<T>(*(*notice.asArray())[1].asBytes())->value;
}

} // namespace

TEST_CASE("a contract by beacon runs to its end, and every window has its round") {
    World w(byBeacon());
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.provider->outcome() == "complete");
    CHECK(w.refusals.empty());
    CHECK(w.renter->figures().complaints.empty());
    CHECK(w.renter->claimsPaid() == w.renter->winsListed());
    CHECK(noticesOf(w, "beacon").size() == 1);
    CHECK(noticesOf(w, "logged").size() == w.renter->windowCount());
    CHECK(noticesOf(w, "round").size() == w.renter->windowCount());
    checkConserved(w);
}

TEST_CASE("the round is no sooner than six seconds after the commitment, whose draw it makes") {
    World w(byBeacon());
    w.begin();
    w.run();
    const auto anchor = openedAt<contract::BeaconAnchor>(noticesOf(w, "beacon").front());
    const auto logged = noticesOf(w, "logged"), rounds = noticesOf(w, "round");
    for (std::size_t i = 0; i < logged.size(); ++i) {
        const auto word = openedAt<contract::Logged>(logged[i]);
        const Array& round = *rounds[i].asArray();
        CHECK(*round[2].asUnsigned() == word.round);
        CHECK(anchor.start + static_cast<TimeMs>(word.round) * 3'000 >= word.time + 6'000);
        const WindowRecord& record = w.renter->windows()[i];
        const Hash256 rho =
            lottery::beaconDraw(*record.secret, w.renter->seeds().at(i + 2), *Hash256::from(*round[3].asBytes()));
        CHECK(record.wins == *lottery::winningSteps(rho, w.params.contract,
                                                    lottery::windowSteps(i + 1, w.setup.steps, w.setup.window),
                                                    w.setup.odds));
    }
}

TEST_CASE("the round of a window is not told before it is public, and no commitment overtakes it") {
    World w(byBeacon());
    w.begin();
    w.run([&] { return !noticesOf(w, "logged").empty(); });
    const auto word = openedAt<contract::Logged>(noticesOf(w, "logged").front());
    CHECK(noticesOf(w, "round").empty());
    contract::Commit second{w.params.contract, 2, Hash256{}, Hash256{}, std::nullopt, {}};
    const auto tooEarly = w.hubDo({w.hostKeys.peer(), Array{"commit", sealed(w.hostKeys, second)}});
    REQUIRE_FALSE(tooEarly.ok());
    CHECK(tooEarly.error().is(ProtocolError::WrongPhase));
    const auto at = noticesOf(w, "beacon");
    const TimeMs publicAt =
        openedAt<contract::BeaconAnchor>(at.front()).start + static_cast<TimeMs>(word.round) * 3'000;
    w.now = publicAt - 1;
    (void)w.hubEvent(HubTick{});
    CHECK(noticesOf(w, "round").empty());
    w.now = publicAt;
    (void)w.hubEvent(HubTick{});
    CHECK(noticesOf(w, "round").size() == 1);
}

TEST_CASE("a second commitment of one window, shown to the hub, costs the bond") {
    World w(byBeacon());
    w.begin();
    w.run([&] { return noticesOf(w, "logged").size() == 2; });
    contract::Commit again = w.provider->windows().at(1).commit;
    again.root.bytes[0] ^= 1;
    REQUIRE(w.hubDo({w.hostKeys.peer(), Array{"commit", sealed(w.hostKeys, again)}}).ok());
    w.run();
    CHECK(w.renter->outcome() == "caught");
    CHECK(w.burned() > 0);
    checkConserved(w);
}

TEST_CASE("by beacon, too, a market survives lost messages and crashes") {
    std::size_t complete = 0, chains = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        Setup s = byBeacon();
        s.seed = seed;
        s.loss = 0.1;
        s.crash = 0.02;
        s.beaconRounds = 8; // a new chain every 24 s
        World w(s);
        w.begin();
        w.run(nullptr, 100'000'000);
        CHECK(w.renter->done());
        CHECK(w.provider->outcome() == w.renter->outcome());
        CHECK(w.renter->outcome() != "caught");
        CHECK(w.renter->figures().failed == 0);
        CHECK(w.renter->figures().complaints.empty());
        complete += w.renter->outcome() == "complete" ? 1 : 0;
        chains += noticesOf(w, "beacon").size();
        checkConserved(w);
    }
    CHECK(complete > 10);
    CHECK(chains > 50);
}

TEST_CASE("a host that lists other wins than the beacon drew is caught") {
    World w(byBeacon());
    w.lieAboutWins = [](std::uint64_t k, std::vector<std::uint64_t> wins) {
        if (k == 3) wins.clear();
        return k == 3 ? std::vector<std::uint64_t>{8} : wins;
    };
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "caught");
    checkConserved(w);
}

TEST_CASE("a host that fakes every step is caught, also where the beacon draws") {
    World w(byBeacon());
    w.fakes = [](std::uint64_t) { return true; };
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "caught");
    checkConserved(w);
}

TEST_CASE("a commitment that is never logged draws nothing, and its host is silent in the end") {
    World w(byBeacon());
    w.dropProviderCommand = [](const Value& c) { return commandIs(c, "commit"); };
    w.begin();
    w.run();
    CHECK(noticesOf(w, "round").empty());
    CHECK(w.renter->outcome() == "provider-silent");
    checkConserved(w);
}

TEST_CASE("a silent renter's window is checked where the beacon's next round says") {
    World w(byBeacon());
    w.begin();
    w.run([&] { return w.provider->windows().size() == 3 && w.provider->receipted() == 2; });
    w.renterSilent = true;
    w.run();
    const auto silence = noticesOf(w, "silence");
    REQUIRE(silence.size() == 1);
    const Array& fields = *silence.front().asArray();
    REQUIRE(fields.size() == 5);
    lottery::HubBeacon beacon(w.hubKeys.hubKey(), w.setup.beaconRounds);
    const Hash256 value = beacon.value(*fields[4].asUnsigned());
    CHECK(*fields[2].asBytes() == Bytes(value.bytes.begin(), value.bytes.end()));
    CHECK(*fields[3].asUnsigned() == lottery::dueInSilence(value, w.params.contract, 3, {8, 12}));
    checkConserved(w);
}

TEST_CASE("who leaves before a round is public waits for it, and what it drew is paid") {
    World w(byBeacon());
    w.begin();
    w.run([&] { return w.provider->receipted() == 4; });
    w.feed(*w.renter, Array{"cancel"});
    w.run();
    CHECK(w.renter->outcome() == "left");
    CHECK(w.renter->claimsPaid() == w.renter->winsListed());
    CHECK(w.provider->outcome() == "left");
    checkConserved(w);
}

TEST_CASE("a step that fails ends a contract by beacon") {
    World w(byBeacon());
    w.failing = 13;
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "failed-step");
    checkConserved(w);
}

TEST_CASE("a round that is not of the chain is a complaint and draws nothing") {
    World w(byBeacon());
    w.begin();
    w.run([&] { return w.renter->receipted() == 1; });
    auto renter = w.makeRenter();
    for (const auto& [at, event] : w.renterLog)
        REQUIRE(renter->handle(event, at).ok());
    const auto word = openedAt<contract::Logged>(noticesOf(w, "logged").back());
    Hash256 other;
    other.bytes.fill(9);
    while (renter->noticesSeen() < w.renter->noticesSeen() + 1)
        REQUIRE(renter->handle(Array{"hub", renter->noticesSeen(), Array{"round", 1, word.round, other}}, w.now).ok());
    CHECK(renter->figures().complaints.size() == 1);
}

TEST_CASE("what a contract by beacon needs is said when it is missing") {
    World w(byBeacon());
    contract::Offer o = w.offer();
    o.periods.secret = 14'999;
    auto refused = w.admit(o);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().subject == "offer.periods.secret");

    HubState none(w.hubKeys, w.terms());
    CHECK_FALSE(none.hasBeacon());
    CHECK(none.ask(w.renterKeys.peer(), Array{"beacon"}, w.now)->asArray()->empty());
}

TEST_CASE("a window is at least twelve seconds of work, or all of it") {
    World w(byBeacon());
    contract::Listing v;
    v.hub = w.hubKeys.peer();
    v.version = 2;
    v.rate = 1;
    v.bondMax = Amount::micros(1'000'000'000);
    v.pricePerHour = Amount::micros(900'000); // 250 a second: a step of 1000 takes 4 s
    REQUIRE(w.hubDo({w.hostKeys.peer(), Array{"list", sealed(w.hostKeys, v)}}).ok());
    contract::Offer o = w.offer();
    o.window = 2;
    o.seedAnchor = lottery::SeedChain(w.renterKeys.seedKey(), o.nonce, 20).at(0);
    auto refused = w.admit(o);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().subject == "offer.window");
    CHECK(refused.error().remedy.str().find('3') != std::string::npos);
    o.window = 3;
    CHECK(w.admit(o).ok());
}

TEST_CASE("anybody may ask the beacon for its newest round, and for no later one") {
    World w(byBeacon());
    const auto at = [&](TimeMs now) { return *w.hub->ask(w.renterKeys.peer(), Array{"beacon"}, now); };
    const Value early = at(w.now), later = at(w.now + 300'000);
    CHECK(*(*early.asArray())[1].asUnsigned() == 0);
    CHECK(*(*later.asArray())[1].asUnsigned() == 100);
    const auto anchor = openSigned<contract::BeaconAnchor>(*(*later.asArray())[0].asBytes())->value;
    CHECK(anchor.round == 64);
    CHECK(lottery::roundFollows(*Hash256::from(*(*later.asArray())[2].asBytes()), 100, anchor.value, anchor.round));
}
