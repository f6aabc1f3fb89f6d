// SPDX-License-Identifier: Apache-2.0
// The known defects of payments by lottery tickets, one test each: what went wrong in other systems, tried here. What
// concerns two signed structures for one window, openings and silence is in fault_test.cpp and market_test.cpp.
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

namespace {

using cbor::Array;

/// Every ticket wins.
Setup sure() {
    Setup s;
    s.odds = 1;
    return s;
}

Result<cbor::Value> pay(World& w, const identity::Keys& from, const PeerId& to, std::int64_t micro, std::uint8_t id) {
    contract::Pay v{w.hubKeys.peer(), {}, to, Amount::micros(micro)};
    v.id.bytes[0] = id;
    return w.hubDo({from.peer(), Array{"pay", sealed(from, v)}});
}

/// A second receipt of the renter for window k, shown by somebody who is no party.
Result<cbor::Value> showSecondReceipt(World& w, std::uint64_t k) {
    const identity::Keys accomplice = keysOf(9);
    const contract::Fault fault{w.params.contract,
                                static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts),
                                {w.renter->windows()[k - 1].receiptEnvelope,
                                 sealed(w.renterKeys, contract::Receipt{w.params.contract, k, {}, {}})},
                                std::nullopt};
    return w.hubDo({accomplice.peer(), Array{"fault", sealed(accomplice, fault)}});
}

/// What all tickets that won are worth.
std::int64_t winsOf(const World& w) {
    return static_cast<std::int64_t>(w.renter->winsListed()) * w.setup.price * w.setup.odds;
}

/// The claim of a win as its provider signs it.
contract::Claim claimOf(const World& w, std::uint64_t k, std::uint64_t step) {
    const WindowRecord& r = w.provider->windows()[k - 1];
    const lottery::StepRange steps = lottery::windowSteps(k, w.setup.steps, w.setup.window);
    const std::size_t at = step - steps.first;
    contract::Claim out;
    out.contract = w.params.contract;
    out.proof = {k,
                 step,
                 lottery::leafData({step, r.roots[at], r.roots[at + 1]}),
                 merkle::pathOf(lottery::windowLeaves(steps, r.roots), at),
                 r.commitEnvelope,
                 r.receiptEnvelope};
    out.secret = *r.secret;
    out.nextSeed = *w.provider->seedOf(k + 1);
    return out;
}

Result<cbor::Value> file(World& w, const identity::Keys& from, const contract::Claim& claim) {
    return w.hubDo({from.peer(), Array{"claim", sealed(from, claim)}});
}

} // namespace

TEST_CASE("dust in the payer's account burns no winning ticket: it is paid whole later, or stays claimable") {
    // A renter that keeps all but a dust of its money elsewhere; the escrow is what pays, and it was locked before.
    World w(sure());
    w.begin();
    REQUIRE(pay(w, w.renterKeys, keysOf(9).peer(), w.available(w.renterKeys) - 1, 1).ok());
    CHECK(w.available(w.renterKeys) == 1);
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.available(w.hostKeys) == kHost + static_cast<std::int64_t>(w.setup.steps) * w.setup.price);
}

TEST_CASE("no winner is settled below its face value") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Setup s;
        s.seed = seed;
        World w(s);
        w.begin();
        w.run();
        const std::int64_t face = s.price * s.odds;
        CHECK((w.available(w.hostKeys) - kHost) % face == 0);
        CHECK(w.available(w.hostKeys) - kHost == face * static_cast<std::int64_t>(w.renter->winsListed()));
        for (const cbor::Value& notice : w.renter->notices())
            if (commandIs(notice, "paid"))
                CHECK(openSigned<contract::Paid>(*(*notice.asArray())[1].asBytes())->value.amount.micro() == face);
    }
}

TEST_CASE("nobody cancels or blocks another's payment by using its id first") {
    World w({});
    const identity::Keys mallory = keysOf(8);
    w.issue(mallory.peer(), 1'000, 3);
    REQUIRE(pay(w, mallory, w.hostKeys.peer(), 1, 7).ok()); // the id that the renter is about to use
    CHECK(pay(w, w.renterKeys, w.hostKeys.peer(), 500, 7).ok());
    CHECK(w.available(w.renterKeys) == kRenter - 500);
    CHECK(w.available(w.hostKeys) == kHost + 501);
    // And nobody speaks for another: what counts is who signed, not over whose connection it comes.
    contract::Pay theft{w.hubKeys.peer(), {}, mallory.peer(), Amount::micros(100)};
    theft.id.bytes[0] = 9;
    const auto forged = w.hubDo({w.renterKeys.peer(), Array{"pay", sealed(mallory, theft)}});
    CHECK_FALSE(forged.ok());
    CHECK(w.available(w.renterKeys) == kRenter - 500);
}

TEST_CASE("what backs tickets cannot be withdrawn before they are redeemed") {
    World w(sure());
    w.begin();
    w.run([&] { return w.renter->receipted() == 2; });
    const auto refused = pay(w, w.renterKeys, keysOf(9).peer(), w.available(w.renterKeys) + 1, 1);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(ProtocolError::TooLittleCredit));
    REQUIRE(pay(w, w.renterKeys, keysOf(9).peer(), w.available(w.renterKeys), 2).ok());
    w.renterSilent = true; // and then it goes
    w.run();
    CHECK(w.available(w.hostKeys) >= kHost + 2 * static_cast<std::int64_t>(w.setup.window) * w.setup.price);
}

TEST_CASE("one deposit does not stand behind two contracts, neither escrow nor bond") {
    Setup s = sure();
    s.renterMoney = 60'000; // enough for one escrow of 40 tickets
    s.hostMoney = s.bond + 1;
    World w(s);
    w.begin();
    const identity::Keys other = keysOf(7);
    w.issue(other.peer(), 50'000'000, 4);
    w.list(other);
    contract::Offer second = w.offer();
    second.provider = other.peer();
    second.nonce.bytes.fill(2);
    second.seedAnchor =
        lottery::SeedChain(w.renterKeys.seedKey(), second.nonce, lottery::windowCount(second.steps, second.window))
            .at(0);
    const auto refused = w.admit(second, w.renterKeys, other);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(ProtocolError::TooLittleCredit));
    // The host's one bond, too.
    const identity::Keys rich = keysOf(6);
    w.issue(rich.peer(), 50'000'000, 5);
    contract::Offer third = w.offer();
    third.nonce.bytes.fill(3);
    third.receiptKey = rich.peer();
    third.seedAnchor =
        lottery::SeedChain(rich.seedKey(), third.nonce, lottery::windowCount(third.steps, third.window)).at(0);
    const auto refusedToo = w.admit(third, rich, w.hostKeys);
    REQUIRE_FALSE(refusedToo.ok());
    CHECK(refusedToo.error().is(ProtocolError::TooLittleCredit));
}

TEST_CASE("claiming costs a winner nothing, though the check cost more than the ticket is worth") {
    Setup s;
    s.odds = 2;
    s.batch = 1;
    s.checkFee = 5 * s.price * s.odds;
    World w(s);
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.available(w.hostKeys) == kHost + static_cast<std::int64_t>(w.renter->winsListed()) * s.price * s.odds);
    CHECK(w.fees() == s.checkFee * static_cast<std::int64_t>(w.renter->figures().checks));
}

TEST_CASE("a winning ticket is good once, for its contract, at its hub, also after a restart") {
    World w(sure());
    w.dropProviderCommand = w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); };
    w.begin();
    w.run([&] { return w.provider->receipted() == 3; });
    const contract::Claim claim = claimOf(w, 1, 2);
    REQUIRE(file(w, w.hostKeys, claim).ok());
    const std::uint64_t length = w.hub->logLength();
    CHECK(file(w, w.hostKeys, claim).ok()); // heard before: the same answer, and nothing else
    CHECK(file(w, w.renterKeys, claim).ok());
    w.restartHub();
    CHECK(file(w, w.hostKeys, claim).ok());
    CHECK(w.hub->logLength() == length);
    // Another contract between the two.
    contract::Claim moved = claim;
    moved.contract = taggedHash("another", {1});
    CHECK(file(w, w.hostKeys, moved).error().is(ProtocolError::UnknownContract));
    // Another hub, which knows neither the contract nor the offer's name for it.
    World elsewhere(sure());
    elsewhere.hubKeys = keysOf(20);
    elsewhere.hub = std::make_unique<HubState>(elsewhere.hubKeys, elsewhere.terms());
    CHECK(file(elsewhere, w.hostKeys, claim).error().is(ProtocolError::UnknownContract));
    const auto offered = elsewhere.admit(w.params.offer);
    REQUIRE_FALSE(offered.ok());
    CHECK(offered.error().is(ProtocolError::WrongHub));
}

TEST_CASE("neither side forges the draw: no other secret, no other seed, no step that did not win") {
    Setup s;
    s.odds = 2;
    World w(s);
    w.dropProviderCommand = w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); };
    w.begin();
    w.run([&] { return w.provider->receipted() == 4; });
    const auto isLost = [&](std::uint64_t step) {
        const auto& wins = w.provider->windows()[step / w.setup.window].wins;
        return std::find(wins.begin(), wins.end(), step) == wins.end();
    };
    std::uint64_t lost = 0;
    while (!isLost(lost))
        ++lost;
    const contract::Claim honest = claimOf(w, 1 + lost / w.setup.window, lost);
    CHECK_FALSE(file(w, w.hostKeys, honest).ok()); // it lost
    contract::Claim otherSecret = honest, otherSeed = honest;
    while (!lottery::wins(lottery::coinflip(otherSecret.secret, honest.nextSeed), w.params.contract, lost, s.odds))
        ++otherSecret.secret.bytes[0];
    CHECK(file(w, w.hostKeys, otherSecret).error().is(ProtocolError::BadProof));
    while (!lottery::wins(lottery::coinflip(honest.secret, otherSeed.nextSeed), w.params.contract, lost, s.odds))
        ++otherSeed.nextSeed.bytes[0];
    CHECK(file(w, w.hostKeys, otherSeed).error().is(ProtocolError::BadProof));
}

TEST_CASE("a renter that never receipts the last window costs its host nothing but the wait") {
    World w(sure());
    w.begin();
    const std::uint64_t last = lottery::windowCount(w.setup.steps, w.setup.window);
    w.run([&] { return w.provider->receipted() == last - 1; });
    w.renterSilent = true;
    w.run();
    const std::int64_t paid = w.available(w.hostKeys) - kHost,
                       all = static_cast<std::int64_t>(w.setup.steps) * w.setup.price;
    CHECK(paid >= all - static_cast<std::int64_t>(w.setup.window) * w.setup.price); // one window at the most
    checkConserved(w);
}

TEST_CASE("two receipts are no cheaper way out: what was drawn is checked and paid, and W c beside it") {
    Setup s;
    s.steps = 100;
    s.odds = 4;
    s.batch = 25; // hardly any claim is paid before the end
    World w(s);
    w.begin();
    w.run([&] { return w.renter->receipted() == 24; });
    REQUIRE(w.available(w.hostKeys) == kHost - s.bond);
    REQUIRE(showSecondReceipt(w, 1).ok());
    REQUIRE(showSecondReceipt(w, 2).ok()); // it pays once
    w.run();
    CHECK(w.renter->outcome() == "renter-fault");
    CHECK(w.provider->outcome() == "renter-fault");
    CHECK(w.renter->figures().checks >= 1);
    CHECK(winsOf(w) > 10 * s.price);
    CHECK(w.available(w.hostKeys) == kHost + winsOf(w) + s.window * s.price);
    checkConserved(w);
}

TEST_CASE("a host that was caught has nothing of a renter's second receipt") {
    World w(sure());
    w.fakes = [](std::uint64_t) { return true; };
    w.noOpenings = true; // no check comes to its end before the receipts are shown
    w.begin();
    w.run([&] { return w.renter->receipted() == 3; });
    REQUIRE(showSecondReceipt(w, 1).ok());
    w.noOpenings = false;
    w.run();
    CHECK(w.renter->outcome() == "caught");
    CHECK(w.available(w.renterKeys) == kRenter);
    checkConserved(w);
}

TEST_CASE("after two receipts a contract comes to its end whatever is lost and whoever crashes") {
    int shown = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        Setup s;
        s.seed = seed;
        s.loss = 0.01 * static_cast<double>(seed % 20);
        s.crash = 0.02;
        World w(s);
        w.begin();
        w.run([&] { return w.renter->receipted() > seed % 8; });
        if (w.settled()) continue; // so much was lost that somebody has left before
        ++shown;
        REQUIRE(showSecondReceipt(w, 1).ok());
        w.run(nullptr, 100'000'000);
        REQUIRE(w.renter->done());
        REQUIRE(w.provider->done());
        CHECK(w.renter->outcome() == "renter-fault");
        CHECK(w.available(w.hostKeys) == kHost + winsOf(w) + s.window * s.price);
        checkConserved(w);
    }
    CHECK(shown > 20);
}
