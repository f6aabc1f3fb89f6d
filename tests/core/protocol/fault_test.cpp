// SPDX-License-Identifier: Apache-2.0
// What a party has signed is the proof against it; and no window that was drawn is shed by closing, leaving or silence.
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

TEST_CASE("a second commitment for a window costs the bond") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 2; });
    contract::Commit other = w.provider->windows()[0].commit;
    other.secretHash.bytes[0] ^= 1;
    std::vector<Hash256> roots = w.provider->windows()[0].roots;
    w.feed(*w.renter, cbor::Array{"peer", cbor::Array{"window", 1, contract::FieldWriter::toValue(roots),
                                                      sealed(w.hostKeys, other)}});
    w.run();
    CHECK(w.renter->outcome() == "caught");
    CHECK(w.available(w.hostKeys) == kHost - w.setup.bond + w.renter->paid().micro());
}

TEST_CASE("two receipts for a window cost the renter W c") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 2; });
    contract::Receipt other{w.params.contract, 1, {}, {}};
    contract::Fault fault{w.params.contract,
                          static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts),
                          {w.renter->windows()[0].receiptEnvelope, sealed(w.renterKeys, other)},
                          std::nullopt};
    const std::int64_t before = w.available(w.hostKeys);
    CHECK(w.hubDo({w.hostKeys.peer(), cbor::Array{"fault", sealed(w.hostKeys, fault)}}).ok());
    CHECK(w.available(w.hostKeys) == before); // in the end, beside what is drawn
    w.run();
    CHECK(w.renter->outcome() == "renter-fault");
    CHECK(w.provider->outcome() == "renter-fault");
    const std::int64_t tickets = static_cast<std::int64_t>(w.renter->winsListed()) * w.setup.price * w.setup.odds;
    CHECK(w.available(w.hostKeys) == kHost + tickets + w.setup.price * w.setup.window);
    checkConserved(w);
}

TEST_CASE("a host that has seen the next seed cannot show the hub another secret for the same roots") {
    World w({});
    w.dropProviderCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); }; // the hub knows no commitment
    w.begin();
    w.run([&] { return w.provider->receipted() == 1; });
    const std::uint64_t k = 1, step = 0;
    const WindowRecord& drawn = w.provider->windows()[k - 1];
    const Hash256 nextSeed = *w.provider->seedOf(k + 1);
    contract::Commit other = drawn.commit;
    Hash256 secret;
    do
        ++secret.bytes[0];
    while (!lottery::wins(lottery::coinflip(secret, nextSeed), w.params.contract, step, w.setup.odds));
    other.secretHash = lottery::secretHash(secret);
    contract::Claim claim;
    claim.contract = w.params.contract;
    const auto leaves = lottery::windowLeaves({step, step + w.setup.window}, drawn.roots);
    claim.proof = {k,
                   step,
                   lottery::leafData({step, drawn.roots[0], drawn.roots[1]}),
                   merkle::pathOf(leaves, 0),
                   sealed(w.hostKeys, other),
                   drawn.receiptEnvelope};
    claim.secret = secret;
    claim.nextSeed = nextSeed;
    const auto refused = w.hubDo({w.hostKeys.peer(), cbor::Array{"claim", sealed(w.hostKeys, claim)}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "receipt: is not the renter's receipt for this commitment");
}

TEST_CASE("a hub that comes upon two commitments of one window shows both parties what proves it") {
    Setup s;
    s.odds = 1; // the hub knows each window by its claims
    World w(s);
    w.begin();
    w.run([&] { return w.provider->receipted() == 2 && w.renter->figures().claims >= 4; });
    contract::Commit other = w.provider->windows()[0].commit;
    other.secretHash.bytes[0] ^= 1;
    const Bytes first = w.provider->windows()[0].commitEnvelope, second = sealed(w.hostKeys, other);
    const contract::Publish publish{
        w.params.contract, second, w.provider->windows()[0].roots, *w.provider->seedOf(1), {}};
    CHECK(w.hubDo({w.hostKeys.peer(), cbor::Array{"publish", sealed(w.hostKeys, publish)}}).ok());
    w.run();
    CHECK(w.renter->outcome() == "caught");
    CHECK(w.available(w.renterKeys) == kRenter);
    const auto& notices = w.renter->notices();
    const auto told = std::find_if(notices.begin(), notices.end(), [](const auto& n) { return commandIs(n, "fault"); });
    REQUIRE(told != notices.end());
    const auto fault = openSigned<contract::Fault>(*(*told->asArray())[1].asBytes());
    REQUIRE(fault.ok());
    CHECK(fault->signer == w.hubKeys.peer());
    CHECK(fault->value.kind == static_cast<std::uint32_t>(contract::FaultKind::TwoCommits));
    CHECK(fault->value.envelopes == std::vector{first, second});
}

TEST_CASE("a Close that leaves receipted windows out is a secret that is never opened") {
    for (const std::uint64_t at : {0, 1}) {
        CAPTURE(at);
        World w({});
        w.begin();
        w.run([&] { return w.provider->receipted() == 3; });
        w.providerSilent = true; // what it has computed is not its session's business any more
        contract::Close close;
        close.contract = w.params.contract;
        if (at == 1) {
            const WindowRecord& r = w.provider->windows()[0];
            close = {w.params.contract,
                     1,
                     4,
                     r.secret,
                     r.wins,
                     r.commitEnvelope,
                     r.receiptEnvelope,
                     w.provider->seedOf(2),
                     lottery::leafData({3, r.roots[3], r.roots[4]}),
                     merkle::pathOf(lottery::windowLeaves({0, 4}, r.roots), 3)};
        }
        CHECK(w.hubDo({w.hostKeys.peer(), cbor::Array{"close", sealed(w.hostKeys, close)}}).ok());
        w.run();
        CHECK(w.renter->outcome() == "caught");
        CHECK(w.available(w.renterKeys) == kRenter);
        CHECK(w.available(w.hostKeys) == kHost - w.setup.bond + w.renter->paid().micro());
        checkConserved(w);
    }
}

TEST_CASE("the bond answers for what is found after the settlement, as long as it is locked") {
    for (const bool inTime : {true, false}) {
        CAPTURE(inTime);
        World w({});
        w.begin();
        w.run([&] { return w.provider->receipted() == 3; });
        w.providerSilent = w.renterSilent = true;
        const contract::Close close{w.params.contract, 0, 0, std::nullopt, {}, {}, {}, std::nullopt, {}, {}};
        CHECK(w.hubDo({w.hostKeys.peer(), cbor::Array{"close", sealed(w.hostKeys, close)}}).ok());
        w.run([&] { return inTime ? w.settled() : w.hubDone(); });
        w.restartHub();
        w.renterSilent = false;
        w.run();
        REQUIRE(w.renter->done());
        CHECK(w.renter->outcome() == (inTime ? "caught" : "left"));
        CHECK(w.available(w.renterKeys) == (inTime ? kRenter : kRenter - w.renter->paid().micro()));
        CHECK(w.burned() == (inTime ? w.setup.bond - w.renter->paid().micro() : 0));
        CHECK(w.hubDone());
        checkConserved(w);
    }
}

TEST_CASE("a host leaves by its Close alone, and does not shed a drawn window by a Leave") {
    World w({});
    w.begin();
    w.run([&] { return w.provider->receipted() == 2; });
    const contract::Leave leave{w.params.contract, 0};
    const auto refused = w.hubDo({w.hostKeys.peer(), cbor::Array{"leave", sealed(w.hostKeys, leave)}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() ==
          "leave: only the renter leaves; the provider closes; open the last window with close");
    w.feed(*w.provider, cbor::Array{"leave"});
    w.run();
    CHECK(w.renter->outcome() == "left");
    CHECK(w.available(w.hostKeys) >= kHost);
}

TEST_CASE("a list that is not the draw is caught in the Close, too, when the renter says nothing") {
    World w({});
    w.lieAboutWins = [](std::uint64_t k, std::vector<std::uint64_t> wins) {
        if (k < 10) return wins;
        return wins.empty() ? std::vector<std::uint64_t>{36} : std::vector<std::uint64_t>{};
    };
    w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "fault"); };
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "caught");
    CHECK(w.available(w.renterKeys) == kRenter);
}

TEST_CASE("nobody accuses itself, and anybody else may show what a party has signed") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 2; });
    contract::Commit other = w.provider->windows()[0].commit;
    other.secretHash.bytes[0] ^= 1;
    const contract::Fault fault{w.params.contract,
                                static_cast<std::uint32_t>(contract::FaultKind::TwoCommits),
                                {w.provider->windows()[0].commitEnvelope, sealed(w.hostKeys, other)},
                                std::nullopt};
    const auto refused = w.hubDo({w.hostKeys.peer(), cbor::Array{"fault", sealed(w.hostKeys, fault)}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "fault: is signed by the one that it accuses");
    const identity::Keys stranger = keysOf(9);
    CHECK(w.hubDo({stranger.peer(), cbor::Array{"fault", sealed(stranger, fault)}}).ok());
    w.run();
    CHECK(w.renter->outcome() == "caught");
}

TEST_CASE("a host that lost everything but its key catches up with a renter who leaves, and keeps its bond") {
    World w({});
    w.begin();
    w.run([&] { return w.provider->receipted() == 4; });
    w.hostLosesDisk();
    w.feed(*w.renter, cbor::Array{"cancel"});
    w.greet();
    w.run();
    CHECK(w.renter->outcome() == "left");
    CHECK(w.provider->receipted() == w.renter->receipted());
    CHECK(w.available(w.hostKeys) ==
          kHost + static_cast<std::int64_t>(w.renter->winsListed()) * w.setup.price * w.setup.odds);
}

TEST_CASE("a host that lost everything but its key leaves out no window that was receipted after the renter had left") {
    World w({});
    w.begin();
    w.run([&] { return w.renter->receipted() == 4 && w.provider->windows().size() == 5; });
    w.queue.clear(); // the fifth commitment is on its way when the renter leaves, and comes through the hub
    w.feed(*w.renter, cbor::Array{"cancel"});
    w.run([&] { return w.renter->receipted() == 5; });
    w.hostLosesDisk();
    w.deliverNotices();
    w.greet();
    w.run();
    CHECK(w.renter->outcome() == "left");
    CHECK(w.provider->receipted() == 5);
    CHECK(w.available(w.hostKeys) ==
          kHost + static_cast<std::int64_t>(w.renter->winsListed()) * w.setup.price * w.setup.odds);
}

TEST_CASE("a renter that leaves at a window which never was keeps no host from closing in time") {
    Setup s;
    s.periods.secret = 8'000; // shorter than the patience
    World w(s);
    w.begin();
    w.run([&] { return w.provider->receipted() == 4; });
    w.queue.clear();
    w.renterSilent = true;
    const contract::Leave leave{w.params.contract, 9};
    CHECK(w.hubDo({w.renterKeys.peer(), cbor::Array{"leave", sealed(w.renterKeys, leave)}}).ok());
    w.run();
    CHECK((w.provider->outcome() == "left" || w.provider->outcome() == "renter-silent"));
    CHECK(w.available(w.hostKeys) >= kHost);
}

TEST_CASE("a receipt after a leave at window 0 makes the host open what was drawn") {
    for (const bool opens : {true, false}) {
        CAPTURE(opens);
        World w({});
        w.begin();
        w.run([&] { return w.provider->windows().size() == 1; });
        REQUIRE(w.renter->receipted() == 0);
        w.queue.clear(); // the commitment is on its way when the renter leaves
        w.feed(*w.renter, cbor::Array{"cancel"});
        if (!opens) w.dropProviderCommand = [](const cbor::Value& c) { return commandIs(c, "close"); };
        w.run();
        CHECK(w.renter->receipted() == 1);
        CHECK(w.renter->outcome() == (opens ? "left" : "provider-silent"));
        if (opens) CHECK(w.renter->figures().checks > 0);
        if (!opens) CHECK(w.available(w.renterKeys) == kRenter);
        checkConserved(w);
    }
}

namespace {

/// Publishes roots for window 3 under a fresh commitment to them; what the hub says of it.
std::string publishThird(World& w, const std::vector<Hash256>& roots, const contract::StepProof& before) {
    contract::Commit commit;
    commit.contract = w.params.contract;
    commit.window = 3;
    commit.root = lottery::windowRoot({8, 8 + roots.size() - 1}, roots);
    const contract::Publish publish{w.params.contract, sealed(w.hostKeys, commit), roots, *w.provider->seedOf(3),
                                    before};
    const auto answer = w.hubDo({w.hostKeys.peer(), cbor::Array{"publish", sealed(w.hostKeys, publish)}});
    return answer ? "taken" : answer.error().text();
}

contract::StepProof proofIn(const World& w, std::uint64_t k, std::size_t at) {
    const WindowRecord& r = w.provider->windows()[k - 1];
    const std::uint64_t first = (k - 1) * w.setup.window;
    return {k,
            first + at,
            lottery::leafData({first + at, r.roots[at], r.roots[at + 1]}),
            merkle::pathOf(lottery::windowLeaves({first, first + r.roots.size() - 1}, r.roots), at),
            r.commitEnvelope,
            r.receiptEnvelope};
}

} // namespace

TEST_CASE("a published window begins where the receipted one before it ended") {
    World w({});
    w.begin();
    w.run([&] { return w.provider->receipted() == 2; });
    w.queue.clear();
    const Hash256 end = w.provider->windows()[1].roots.back(), elsewhere = taggedHash("elsewhere", {1});
    const auto from = [&](const Hash256& at) {
        std::vector<Hash256> roots{at};
        for (std::uint64_t i = 8; i < 12; ++i)
            roots.push_back(w.step(roots.back(), lottery::stepSeed(*w.provider->seedOf(3), i)));
        return roots;
    };
    CHECK(publishThird(w, from(elsewhere), proofIn(w, 2, 3)) ==
          "publish.roots: do not begin where the window before ended");
    CHECK(publishThird(w, from(end), proofIn(w, 1, 3)) == "publish.roots: do not begin where the window before ended");
    CHECK(publishThird(w, from(end), proofIn(w, 2, 2)) == "publish.roots: do not begin where the window before ended");
    CHECK(publishThird(w, from(end), {}) == "receipt: is missing");
    contract::StepProof foreign = proofIn(w, 2, 3);
    foreign.leaf = lottery::leafData({7, w.provider->windows()[1].roots[3], elsewhere});
    CHECK(publishThird(w, from(elsewhere), foreign) == "path: does not lead from the leaf to the committed root");
    std::vector<Hash256> early = from(end);
    early.pop_back();
    CHECK(publishThird(w, early, proofIn(w, 2, 3)) == "publish.roots: end before the window does, and no step failed");
    CHECK(publishThird(w, from(end), proofIn(w, 2, 3)) == "taken");
}

TEST_CASE("a window in which a step failed is published, checked and paid like any other") {
    for (const bool feigned : {false, true}) {
        CAPTURE(feigned);
        World w({});
        w.failing = 13;
        w.feignedFailure = feigned;
        w.begin();
        w.run([&] { return w.provider->windows().size() == 4; });
        REQUIRE(w.renter->receipted() == 3);
        w.renterSilent = true;
        w.run();
        CHECK(w.provider->outcome() == (feigned ? "caught" : "renter-silent"));
        const std::int64_t tickets = static_cast<std::int64_t>(w.provider->claimsPaid()) * w.setup.price * w.setup.odds;
        if (!feigned) CHECK(w.available(w.hostKeys) == kHost + tickets + 2 * w.setup.price);
        checkConserved(w);
    }
}

TEST_CASE("a step that comes to a NaN in the last place of its window, or of all, is checked like any other") {
    for (const std::uint64_t step : {15, 39}) {
        CAPTURE(step);
        World w({});
        w.failing = step;
        w.begin();
        w.run();
        CHECK(w.renter->outcome() == "failed-step");
        CHECK(w.provider->stepsReceipted() == step + 1);
        CHECK(w.renter->claimStates().contains(step)); // its check, whether its ticket won or not
        CHECK(w.renter->claimStates().at(step) != ClaimState::Logged);
        CHECK(w.renter->figures().failed == 0);
        checkConserved(w);
    }
}

TEST_CASE("a Close cannot say that its window has fewer steps than were committed") {
    World w({});
    w.dropProviderCommand = [](const cbor::Value& c) { return commandIs(c, "close"); };
    w.begin();
    w.run([&] { return !w.provider->greeting().empty() && commandIs(w.provider->greeting().front(), "close"); });
    const auto sent = openSigned<contract::Close>(*(*w.provider->greeting().front().asArray())[1].asBytes());
    REQUIRE(sent.ok());
    const auto tell = [&](const contract::Close& v) {
        const auto answer = w.hubDo({w.hostKeys.peer(), cbor::Array{"close", sealed(w.hostKeys, v)}});
        return answer ? std::string("taken") : answer.error().text();
    };
    contract::Close lie = sent->value;
    --lie.steps;
    CHECK(tell(lie) == "close.leaf: is not the last of the window");
    const auto& roots = w.provider->windows().back().roots;
    const auto leaves = lottery::windowLeaves({36, 40}, roots);
    lie.leaf = lottery::leafData({38, roots[2], roots[3]});
    lie.path = merkle::pathOf(leaves, 2);
    CHECK(tell(lie) == "close.leaf: is not the last of the window");
    lie = sent->value;
    lie.window = lie.steps = 0;
    CHECK(tell(lie) == "close.window: is 0, and something is opened");
    CHECK(tell(sent->value) == "taken");
}
