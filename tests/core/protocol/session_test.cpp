// SPDX-License-Identifier: Apache-2.0
// What a party must stand from the other one and from a hub that lies.
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;
using cbor::Array;
using cbor::Value;

namespace {

constexpr std::int64_t kMost = (std::int64_t{1} << 53) - 1;

/// A contract whose messages the test carries by hand.
struct Pair {
    Pair() : w(Setup{}) {
        w.begin();
        provider = w.makeProvider();
        renter = w.makeRenter();
        REQUIRE(provider->handle(Array{"peer", Array{"seed", renter->seeds().at(1)}}, w.now).ok());
    }

    [[nodiscard]] std::optional<Compute> wanted() const {
        for (const auto& e : provider->resume())
            if (const auto* c = std::get_if<Compute>(&e)) return *c;
        return std::nullopt;
    }
    /// Computes the window that is wanted; with `failing` its second step comes to a NaN.
    void compute(bool failing = false) {
        const auto c = wanted();
        REQUIRE(c.has_value());
        Array roots{c->from};
        for (std::uint64_t i = c->steps.first; i < c->steps.end; ++i) {
            const bool last = failing && i == c->steps.first + 1;
            roots.push_back(last ? lottery::failureRoot(w.params.contract, i) : taggedHash("fake-state", {i}));
            if (last) break;
        }
        REQUIRE(provider->handle(Array{"computed", c->window, roots, failing}, w.now).ok());
    }
    [[nodiscard]] Result<std::vector<SessionEffect>> toRenter(const Value& message) {
        return renter->handle(Array{"peer", message}, w.now);
    }
    /// Hands the newest window over: the renter gets it, has its state, and gives the receipt.
    void receipt() {
        REQUIRE(toRenter(provider->greeting().front()).ok());
        (void)renter->handle(Array{"fetched", renter->windows().back().roots.back()}, w.now);
        REQUIRE(provider->handle(Array{"peer", renter->greeting().front()}, w.now).ok());
    }
    [[nodiscard]] Value closeOf(std::uint64_t k) const {
        const WindowRecord& r = provider->windows().at(k - 1);
        contract::Close close;
        close.contract = w.params.contract;
        close.window = k;
        close.steps = k * w.setup.window;
        close.secret = r.secret;
        close.wins = r.wins;
        close.commit = r.commitEnvelope;
        close.receipt = r.receiptEnvelope;
        close.nextSeed = *provider->seedOf(k + 1);
        const auto range = lottery::windowSteps(k, w.setup.steps, w.setup.window);
        close.leaf = lottery::leafData({range.end - 1, r.roots[r.roots.size() - 2], r.roots.back()});
        close.path = merkle::pathOf(lottery::windowLeaves(range, r.roots), range.count() - 1);
        return Array{"close", sealed(w.hostKeys, close)};
    }
    void notice(Session& to, const Value& body) { CHECK(to.handle(Array{"hub", to.noticesSeen(), body}, w.now).ok()); }

    World w;
    std::unique_ptr<LyingProvider> provider;
    std::unique_ptr<RenterSession> renter;
};

} // namespace

TEST_CASE("a greeting is a list of messages, of a single one too") {
    Pair p;
    const auto greeting = p.renter->greeting();
    REQUIRE(greeting.size() == 1);
    CHECK(commandIs(greeting.front(), "seed"));
}

TEST_CASE("a result of the wrong length is refused and the window is still wanted") {
    Pair p;
    const auto before = p.wanted();
    REQUIRE(before.has_value());
    CHECK_FALSE(p.provider->handle(Array{"computed", 1, Array{before->from}, false}, p.w.now).ok());
    CHECK(p.wanted().has_value());
    p.compute();
    CHECK(p.provider->windows().size() == 1);
}

TEST_CASE("a result that nobody asked for is no window") {
    Pair p;
    p.compute();
    CHECK(p.provider->handle(Array{"computed", 0, Array{Hash256{}, Hash256{}}, false}, p.w.now).ok());
    CHECK(p.provider->windows().size() == 1);
}

TEST_CASE("a hub that wants the receipt of no window gets none") {
    Pair p;
    p.notice(*p.renter, Array{"receipt-wanted", 0, Bytes{}, Array{}});
    p.notice(*p.renter, Array{"receipt-wanted", 1, Bytes{}, Array{}});
    CHECK(p.renter->resume().empty());
}

TEST_CASE("amounts that no hub can mean change nothing") {
    Pair p;
    const Amount escrowed = p.renter->escrowed();
    for (const std::int64_t micro : {kMost, std::int64_t{-1}}) {
        p.notice(*p.renter, Array{"top-up", micro});
        const contract::Paid paid{p.w.params.contract, 0, Amount::micros(micro), 0};
        for (int twice = 0; twice < 2; ++twice)
            p.notice(*p.renter, Array{"paid", sealed(p.w.hubKeys, paid)});
    }
    CHECK(p.renter->escrowed() == escrowed);
    CHECK(p.renter->claimsPaid() == 1);
    CHECK(p.renter->paid().micro() == kMost);
}

TEST_CASE("a pause moves a deadline by an hour at most, whatever the hub says") {
    Pair p;
    const auto before = p.renter->nextDeadline();
    p.notice(*p.renter, Array{"paused", INT64_MAX});
    CHECK(*p.renter->nextDeadline() == *before + contract::kPauseMaxMs);
}

TEST_CASE("a draw that the next commitment and the close both open is counted once") {
    Pair p;
    p.compute();
    p.receipt();
    p.compute();
    REQUIRE(p.toRenter(p.provider->greeting().front()).ok());
    const auto listed = p.renter->winsListed();
    CHECK(listed == p.provider->winsListed());
    REQUIRE(p.toRenter(p.closeOf(1)).ok());
    CHECK(p.renter->winsListed() == listed);
}

TEST_CASE("after the close no further window is receipted") {
    Pair p;
    p.compute();
    p.receipt();
    REQUIRE(p.toRenter(p.closeOf(1)).ok());
    p.compute();
    const auto refused = p.toRenter(p.provider->greeting().front());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "window: comes after the end");
    CHECK(p.renter->windows().size() == 1);
}

TEST_CASE("after a failed step no further window is receipted") {
    Pair p;
    p.compute(true);
    p.receipt();
    const WindowRecord& failed = p.provider->windows().front();
    contract::Commit next;
    next.contract = p.w.params.contract;
    next.window = 2;
    std::vector<Hash256> roots{failed.roots.back(), {}, {}, {}, {}};
    next.root = lottery::windowRoot(lottery::windowSteps(2, p.w.setup.steps, p.w.setup.window), roots);
    next.previousSecret = failed.secret;
    next.previousWins = failed.wins;
    const auto refused =
        p.toRenter(Array{"window", 2, contract::FieldWriter::toValue(roots), sealed(p.w.hostKeys, next)});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "window: comes after the end");
}

TEST_CASE("the settlement of another contract ends nothing") {
    Pair p;
    contract::Settled other;
    other.contract.bytes.fill(1);
    other.outcome = "complete";
    for (Session* s : {static_cast<Session*>(p.renter.get()), static_cast<Session*>(p.provider.get())}) {
        p.notice(*s, Array{"settled", sealed(p.w.hubKeys, other)});
        CHECK_FALSE(s->done());
    }
    other.contract = p.w.params.contract;
    p.notice(*p.renter, Array{"settled", sealed(p.w.hubKeys, other)});
    CHECK(p.renter->outcome() == "complete");
}

TEST_CASE("a batch of more claims than were agreed is complained of") {
    Pair p;
    contract::BatchClosed batch;
    batch.contract = p.w.params.contract;
    batch.batch = 1;
    batch.steps = {0, 1, 2, 3};
    REQUIRE(batch.steps.size() > p.w.setup.batch);
    p.notice(*p.renter, Array{"batch-closed", sealed(p.w.hubKeys, batch)});
    REQUIRE(p.renter->figures().complaints.size() == 2); // and h is not of the chain
    CHECK(p.renter->figures().complaints.back() == "batch: holds more claims than were agreed");
}

TEST_CASE("a hub refuses a pause into the past, however far, and a fault of no kind") {
    World w({});
    w.begin();
    for (const std::int64_t until : {INT64_MIN, w.now, w.now + 3'600'001, INT64_MAX}) {
        const contract::Pause pause{w.params.contract, until};
        auto refused = w.hubDo({w.renterKeys.peer(), Array{"pause", sealed(w.renterKeys, pause)}});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().text() == "pause.until: must lie ahead, by at most an hour");
    }
    w.run([&] { return w.renter->receipted() == 1; });
    const contract::Receipt other{w.params.contract, 1, {}, {}};
    const contract::Fault fault{
        w.params.contract, 9, {w.renter->windows()[0].receiptEnvelope, sealed(w.renterKeys, other)}, std::nullopt};
    CHECK_FALSE(w.hubDo({w.hostKeys.peer(), Array{"fault", sealed(w.hostKeys, fault)}}).ok());
}

TEST_CASE("a deadline that passes in silence is logged, since it changes what comes next") {
    World w({});
    w.dropRenterCommand = [](const Value& c) { return commandIs(c, "release"); };
    w.begin();
    w.run([&] { return w.renter->receipted() == 3; });
    w.renterSilent = true;
    const auto isFinal = [&] { // the window that nobody receipted was checked, and the last batch is closed
        const auto notices = w.hub->ask(w.renterKeys.peer(), Array{"notices", w.params.contract, 0}, w.now);
        const auto& list = *notices->asArray();
        return std::any_of(list.begin(), list.end(), [](const Value& n) { return commandIs(n, "final"); });
    };
    w.run(isFinal);
    REQUIRE(isFinal());
    const std::uint64_t k = w.provider->receipted();
    REQUIRE(k > 0);
    const WindowRecord& last = w.provider->windows().at(k - 1);
    const auto range = lottery::windowSteps(k, w.setup.steps, w.setup.window);
    const contract::Close close{w.params.contract,
                                k,
                                w.provider->stepsReceipted(),
                                last.secret,
                                last.wins,
                                last.commitEnvelope,
                                last.receiptEnvelope,
                                *w.provider->seedOf(k + 1),
                                lottery::leafData({range.end - 1, last.roots[range.count() - 1], last.roots.back()}),
                                merkle::pathOf(lottery::windowLeaves(range, last.roots), range.count() - 1)};
    const auto closed = w.hubDo({w.hostKeys.peer(), Array{"close", sealed(w.hostKeys, close)}});
    REQUIRE_MESSAGE(closed.ok(), (closed ? "" : closed.error().text()));
    const auto due = w.hub->nextDeadline();
    REQUIRE(due.has_value());
    REQUIRE(*due <= w.now + static_cast<std::int64_t>(w.setup.periods.grace));
    w.now = *due;
    (void)w.hubEvent(HubTick{});
    w.restartHub(); // compares the deadlines
    const auto then = w.hub->nextDeadline();
    (void)w.hub->handle(HubStarted{-1000, {}}, w.now);
    CHECK(w.hub->nextDeadline() == then);
    w.run();
    CHECK(w.hubDone());
}
