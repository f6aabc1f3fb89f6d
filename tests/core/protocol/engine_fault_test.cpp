// SPDX-License-Identifier: Apache-2.0
// A step that an engine of the host's own build computes wrong: nobody lied, and nobody's bond answers for it.
#include "core/protocol/dispute.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;
using cbor::Array;

namespace {

constexpr std::uint64_t kFirstWrong = 20;

/// Its engine goes wrong in the middle of the run, and stays so.
struct FaultyHost {
    explicit FaultyHost(std::int64_t pool, std::int64_t checkFee = 0) : w(setupOf(checkFee)) {
        w.setup.pool = pool;
        w.newTerms();
        w.engineFault = true;
        w.fakes = [](std::uint64_t i) { return i >= kFirstWrong; };
    }
    static Setup setupOf(std::int64_t checkFee) {
        Setup s;
        s.checkFee = checkFee;
        return s;
    }
    [[nodiscard]] std::vector<contract::CheckResult> wrong() const {
        std::vector<contract::CheckResult> out;
        const auto all = w.hub->ask(w.renterKeys.peer(), Array{"notices", w.params.contract, 0}, w.now);
        for (const cbor::Value& notice : *all->asArray())
            if (commandIs(notice, "check-result"))
                if (auto result = openSigned<contract::CheckResult>(*(*notice.asArray())[1].asBytes())->value;
                    !result.right)
                    out.push_back(std::move(result));
        return out;
    }
    [[nodiscard]] std::int64_t everything() const {
        return w.available(w.renterKeys) + w.available(w.hostKeys) + w.burned() + w.fees() + w.pool();
    }
    World w;
};

} // namespace

TEST_CASE(
    "a wrong engine ends the contract: the pool repays the renter, the bond goes back, and the build is withdrawn") {
    FaultyHost f(1'000'000, 300);
    World& w = f.w;
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "engine-fault");
    CHECK(w.provider->outcome() == "engine-fault");
    const auto wrong = f.wrong();
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].step >= kFirstWrong);
    CHECK(wrong[0].engine == "scalar");
    CHECK(wrong[0].reason == "hot");
    CHECK(w.available(w.renterKeys) == kRenter); // all that it paid, fees included
    CHECK(w.available(w.hostKeys) > kHost);      // its bond, and what was paid before
    CHECK(w.burned() == 0);
    CHECK(w.pool() == 1'000'000 - (w.available(w.hostKeys) - kHost) - w.fees());
    CHECK(f.everything() == kRenter + kHost + 1'000'000);

    const auto again = w.admit(w.offer());
    REQUIRE_FALSE(again.ok());
    w.setup.seed = 99; // another nonce
    const auto other = w.admit(w.offer());
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().is(ProtocolError::BuildWithdrawn));
    CHECK(other.error().text() == "acceptance.build: an engine of build test computes wrong results; install a newer "
                                  "version of Unchained");
    w.restartHub(); // the log folds to the same books
    CHECK_FALSE(w.admit(w.offer()).ok());
}

TEST_CASE("no host with the build is listed any more, and none comes back with it") {
    FaultyHost f(0);
    World& w = f.w;
    const identity::Keys others = keysOf(9);
    const auto list = [&](std::uint64_t version, const char* build) {
        contract::Listing v;
        v.hub = w.hubKeys.peer();
        v.version = version;
        v.rate = 1;
        v.open = true;
        v.build = build;
        return w.hubDo({others.peer(), Array{"list", sealed(others, v)}});
    };
    const auto listed = [&] { return w.hub->ask(w.renterKeys.peer(), Array{"listings"}, w.now)->asArray()->size(); };
    REQUIRE(list(1, "test").ok());
    const auto before = listed();
    w.begin();
    w.run();
    CHECK(listed() == before - 1);
    CHECK(list(2, "test").error().is(ProtocolError::BuildWithdrawn));
    CHECK(list(2, "newer").ok());
    CHECK(listed() == before);
    w.restartHub();
    CHECK(listed() == before);
}

TEST_CASE("the pool pays as far as it reaches and never less than nothing") {
    for (const std::int64_t pool : {0, 1, 1'500}) {
        FaultyHost f(pool);
        f.w.begin();
        f.w.run();
        CHECK(f.w.renter->outcome() == "engine-fault");
        CHECK(f.w.pool() == 0);
        CHECK(f.everything() == kRenter + kHost + pool);
    }
}

TEST_CASE("a wrong engine costs the host no trust, and a lie that no engine computes does") {
    const auto posteriorOf = [](const World& w) {
        const auto rows = w.hub->ask(w.renterKeys.peer(), Array{"listings"}, w.now);
        return *(*rows->asArray()->front().asArray()->back().asArray())[0].asUnsigned();
    };
    FaultyHost fault(0);
    fault.w.begin();
    fault.w.run();
    CHECK(posteriorOf(fault.w) == verification::Posterior{}.wrong);
    FaultyHost lie(0);
    lie.w.engineFault = false;
    lie.w.begin();
    lie.w.run();
    CHECK(lie.w.renter->outcome() == "caught");
    CHECK(posteriorOf(lie.w) > verification::Posterior{}.wrong);
    CHECK(lie.w.burned() > 0);
}

TEST_CASE("an operator fills the pool at a start, and only up to what its terms say") {
    FaultyHost f(700);
    CHECK(f.w.pool() == 700);
    f.w.newTerms();
    CHECK(f.w.pool() == 700);
    f.w.setup.pool = 900;
    f.w.newTerms();
    CHECK(f.w.pool() == 900);
    f.w.setup.pool = 100;
    f.w.newTerms();
    CHECK(f.w.pool() == 900);
    f.w.restartHub();
    CHECK(f.w.pool() == 900);
}

TEST_CASE("a case about a step that an engine computes wrong gives the deposit back and takes no bond") {
    Dispute d(longRun(), 700);
    d.w.engineFault = true;
    const auto deposits = d.has(d.other);
    const auto bond = d.bond();
    const auto id = d.mustOpen(d.opening(0, 1024), d.other);
    d.narrow(id, d.other);
    d.pump();
    CHECK(d.view(id).outcome == "engine-fault");
    CHECK(d.view(id).engine == "hot");
    CHECK(d.has(d.other) == deposits);
    CHECK(d.bond() == bond);
    d.checkAll();
}

TEST_CASE("after a fault that others have shown the renter relies on nothing of the last window") {
    const auto goodAfter = [](const char* outcome) {
        World w(Setup{});
        w.begin();
        w.run([&] { return w.renter->receipted() == 6; });
        const contract::Settled settled{w.params.contract, outcome, {}, {}, {}, {}, {}, 99};
        w.feed(*w.renter, Array{"hub", w.renter->noticesSeen(), Array{"settled", sealed(w.hubKeys, settled)}});
        CHECK(w.renter->done());
        return w.renter->lastGoodStep();
    };
    CHECK(goodAfter("left") == 6 * Setup{}.window);
    CHECK(goodAfter("engine-fault") == 5 * Setup{}.window);
    CHECK(goodAfter("caught") == 5 * Setup{}.window);
}

TEST_CASE("what the engines made of a step stands in the log as it was said") {
    const HubCheckDone said{
        {}, 7, std::nullopt, "scalar", Amount{}, std::nullopt, {{"avx2", Hash256{}}, {"vnni", std::nullopt}}};
    const auto again = decodeEvent(encodeEvent(said));
    REQUIRE(again.ok());
    const auto& done = std::get<HubCheckDone>(*again);
    REQUIRE(done.others.size() == 2);
    CHECK(done.others[0].engine == "avx2");
    CHECK(done.others[0].root == Hash256{});
    CHECK_FALSE(done.others[1].root);
    CHECK_FALSE(decodeEvent(cbor::Value(Array{"checked", Hash256{}, 7, cbor::Null{}, "scalar", 0, Array{}})).ok());
    CHECK_FALSE(decodeEvent(cbor::Value(Array{"checked", Hash256{}, 7, cbor::Null{}, "scalar", 0, Array{"x"}})).ok());
}
