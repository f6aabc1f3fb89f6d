// SPDX-License-Identifier: Apache-2.0
// Parallel work: tiles begin at Y[0], and all the rest of the protocol is that of serial work.
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;
using cbor::Array;

namespace {

Setup tiles() {
    Setup out;
    out.tiles = true;
    return out;
}

std::vector<Hash256> wantedOf(const RenterSession& renter) {
    std::vector<Hash256> out;
    for (const auto& e : renter.resume())
        if (const auto* f = std::get_if<FetchState>(&e)) out.push_back(f->root);
    return out;
}

/// A window of tiles by hand, and what the renter says to it.
struct TileWindow {
    TileWindow() : w(tiles()) {
        w.begin();
        provider = w.makeProvider();
        renter = w.makeRenter();
        REQUIRE(provider->handle(Array{"peer", Array{"seed", renter->seeds().at(1)}}, w.now).ok());
    }
    /// The roots of window 1 are Y[0] and these.
    Result<std::vector<SessionEffect>> give(const std::vector<Hash256>& roots) {
        Array list;
        for (const Hash256& root : roots)
            list.emplace_back(root);
        REQUIRE(provider->handle(Array{"computed", 1, list, false}, w.now).ok());
        return renter->handle(Array{"peer", provider->greeting().front()}, w.now);
    }
    [[nodiscard]] Hash256 input() const { return w.params.offer.initialRoot; }

    World w;
    std::unique_ptr<LyingProvider> provider;
    std::unique_ptr<RenterSession> renter;
};

Hash256 tileOf(std::uint64_t n) {
    return taggedHash("tile", {n});
}

} // namespace

TEST_CASE("an honest host of tiles is paid in full, whatever messages are lost and whoever crashes") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Setup setup = tiles();
        setup.seed = seed;
        setup.loss = seed % 2 == 0 ? 0.1 : 0;
        setup.crash = seed % 3 == 0 ? 0.01 : 0;
        setup.periods.grace = 300'000; // a window has more to fetch, and each message may be lost
        World w(setup);
        w.begin();
        w.run();
        CHECK(w.settled());
        CHECK(w.renter->outcome() == "complete");
        CHECK(w.renter->figures().failed == 0);
        CHECK(w.renter->figures().complaints.empty());
        CHECK(w.renter->lastGoodStep() == setup.steps);
        CHECK(w.renter->lastGoodState() == w.params.offer.initialRoot);
        for (const WindowRecord& window : w.renter->windows())
            CHECK(window.roots.front() == w.params.offer.initialRoot);
        checkConserved(w);
    }
}

TEST_CASE("a host that makes tiles up is caught where they are drawn, and pays all of it back") {
    World w(tiles());
    w.fakes = [](std::uint64_t step) { return step >= 8; };
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "caught");
    CHECK(w.renter->figures().failed > 0);
    CHECK(w.available(w.renterKeys) == kRenter);
    CHECK(w.available(w.hostKeys) < kHost);
    checkConserved(w);
}

TEST_CASE("a tile that comes to no number ends the contract, and the tiles before it stay") {
    World w(tiles());
    w.failing = 17;
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "failed-step");
    CHECK(w.renter->lastGoodStep() == 16);
    checkConserved(w);
}

TEST_CASE("a renter that gives no receipt for its tiles is found silent, and one of them is checked") {
    World w(tiles());
    w.begin();
    w.run([&] { return w.renter->receipted() == 3; });
    w.renterSilent = true;
    w.run();
    CHECK(w.provider->outcome() == "renter-silent");
    CHECK(w.available(w.hostKeys) > kHost);
    w.renterSilent = false;
    w.deliverNotices();
    w.run();
    checkConserved(w);
}

TEST_CASE("all tiles of a window are here before it is receipted, each fetched once") {
    TileWindow t;
    REQUIRE(t.give({t.input(), tileOf(1), tileOf(2), tileOf(1), tileOf(3)}).ok());
    CHECK(wantedOf(*t.renter).size() == 3);
    CHECK(t.renter->receipted() == 0);
    for (const std::uint64_t n : {2, 1}) {
        REQUIRE(t.renter->handle(Array{"fetched", tileOf(n)}, t.w.now).ok());
        CHECK(t.renter->receipted() == 0);
    }
    REQUIRE(t.renter->handle(Array{"fetched", tileOf(2)}, t.w.now).ok()); // heard twice
    CHECK(t.renter->receipted() == 0);
    REQUIRE(t.renter->handle(Array{"fetched", tileOf(3)}, t.w.now).ok());
    CHECK(t.renter->receipted() == 1);
    CHECK(t.renter->lastGoodStep() == 4);
}

TEST_CASE("a commitment whose leaves chain, or that begins elsewhere, is refused") {
    TileWindow t;
    const std::vector<Hash256> roots{t.input(), tileOf(1), tileOf(2), tileOf(3), tileOf(4)};
    REQUIRE(t.provider->handle(Array{"computed", 1, Array(roots.begin(), roots.end()), false}, t.w.now).ok());
    contract::Commit commit = t.provider->windows().front().commit;
    const auto give = [&](std::vector<Hash256> some, const Hash256& root) {
        commit.root = root;
        return t.renter
            ->handle(
                Array{"peer", Array{"window", 1, contract::FieldWriter::toValue(some), sealed(t.w.hostKeys, commit)}},
                t.w.now)
            .ok();
    };
    const auto kind = gpu::WorkKind::Parallel;
    CHECK(lottery::windowRoot({0, 4}, roots) != lottery::windowRoot({0, 4}, roots, kind));
    CHECK_FALSE(give(roots, lottery::windowRoot({0, 4}, roots)));
    std::vector<Hash256> elsewhere = roots;
    elsewhere.front() = tileOf(9);
    CHECK_FALSE(give(elsewhere, lottery::windowRoot({0, 4}, elsewhere, kind)));
    CHECK(give(roots, lottery::windowRoot({0, 4}, roots, kind)));
}

TEST_CASE("the second window of tiles begins at Y[0] again, and drawn tiles need not be kept") {
    World w(tiles());
    w.begin();
    w.run([&] { return w.provider->receipted() == 2; });
    for (const Hash256& root : w.provider->keptStates()) {
        const auto step = w.provider->stepOfState(root);
        REQUIRE(step.has_value());
        CHECK((*step == 0 || *step > 8));
    }
    for (const auto& e : w.provider->resume())
        if (const auto* c = std::get_if<Compute>(&e)) CHECK(c->from == w.params.offer.initialRoot);
}

TEST_CASE("a hub takes no claim of a tile that begins elsewhere than at Y[0]") {
    World w(tiles());
    w.dropProviderCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); };
    w.begin();
    w.run([&] { return w.provider->receipted() == 1 && !w.provider->windows()[0].wins.empty(); });
    const WindowRecord& drawn = w.provider->windows()[0];
    // Both parties together: leaves that chain, with signatures that are in order.
    contract::Commit chained = drawn.commit;
    const lottery::StepRange steps{0, 4};
    chained.root = lottery::windowRoot(steps, drawn.roots);
    const contract::Receipt receipt{w.params.contract, 1, chained.root, sha256(contract::encodeStructure(chained))};
    std::uint64_t step = 1;
    const Hash256 nextSeed = *w.provider->seedOf(2);
    while (step < 4 &&
           !lottery::wins(lottery::coinflip(*drawn.secret, nextSeed), w.params.contract, step, w.setup.odds))
        ++step;
    REQUIRE(step < 4);
    contract::Claim claim;
    claim.contract = w.params.contract;
    claim.proof = {1,
                   step,
                   lottery::leafData({step, drawn.roots[step], drawn.roots[step + 1]}),
                   merkle::pathOf(lottery::windowLeaves(steps, drawn.roots), step),
                   sealed(w.hostKeys, chained),
                   sealed(w.renterKeys, receipt)};
    claim.secret = *drawn.secret;
    claim.nextSeed = nextSeed;
    const auto answer = w.hubDo({w.hostKeys.peer(), Array{"claim", sealed(w.hostKeys, claim)}});
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().text().find("does not begin at Y[0]") != std::string::npos);
}
