// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;
using cbor::Array;
using cbor::Value;

namespace {

constexpr std::uint64_t kWork = 1'000'000, kSteps = 16;

Hash256 root(std::uint64_t i) {
    return taggedHash("test-root", {i});
}

/// A host that is measured. Its steps are the hashes above; `computed` is what the hub finds.
struct Bench {
    World w{{}};
    std::optional<BenchmarkCheckEffect> check = {};

    HubOutcome hub(const HubEvent& event) {
        HubOutcome outcome = w.hub->handle(event, w.now);
        for (const auto& effect : outcome.effects)
            if (const auto* c = std::get_if<BenchmarkCheckEffect>(&effect)) check = *c;
        return outcome;
    }
    Result<Value> command(Value body) { return hub(HubCommand{w.hostKeys.peer(), std::move(body)}).answer; }
    Hash256 begin() {
        const auto answer = command(Array{"benchmark"});
        REQUIRE(answer);
        return Hash256::from(*answer->asArray()->front().asBytes()).value();
    }
    contract::BenchmarkRun run(const Hash256& seed) const {
        contract::BenchmarkRun out{w.hubKeys.peer(), seed, "avx2", {}};
        for (std::uint64_t i = 0; i <= kSteps; ++i)
            out.roots.push_back(root(i));
        return out;
    }
    Result<Value> send(const contract::BenchmarkRun& run) {
        return command(Array{"benchmarked", sealed(w.hostKeys, run)});
    }
    void answer(std::optional<Hash256> computed) {
        REQUIRE(check);
        (void)hub(HubBenchmarkChecked{check->peer, check->seed, computed, kWork});
    }
    /// What the hub says that it has seen.
    std::optional<contract::Measurement> measured() {
        const auto answer = w.hub->ask(w.hostKeys.peer(), Array{"measurement"}, w.now);
        REQUIRE(answer);
        const auto found = openSigned<contract::Measurement>(*(*answer->asArray())[1].asBytes());
        if (!found) return std::nullopt;
        CHECK(found->signer == w.hubKeys.peer());
        CHECK(found->value.provider == w.hostKeys.peer());
        return found->value;
    }
    Result<Value> list(std::uint64_t rate) {
        contract::Listing v;
        v.hub = w.hubKeys.peer();
        v.version = static_cast<std::uint64_t>(w.now);
        v.rate = rate;
        return command(Array{"list", sealed(w.hostKeys, v)});
    }
};

} // namespace

TEST_CASE("a host is as fast as the hub has seen it") {
    Bench b;
    const Hash256 seed = b.begin();
    CHECK_FALSE(b.measured());
    b.w.now += 2'000;
    REQUIRE(b.send(b.run(seed)));
    REQUIRE(b.check);
    CHECK(b.check->before == root(b.check->step));
    CHECK(b.check->stepSeed == lottery::stepSeed(seed, b.check->step));
    b.w.now += 700; // what the hub takes is not the host's time
    b.answer(root(b.check->step + 1));
    const auto found = b.measured();
    REQUIRE(found);
    CHECK(found->steps == kSteps);
    CHECK(found->elapsedMs == 2'000);
    CHECK(found->rate() == kSteps * kWork / 2);
    b.w.now += 1;
    CHECK(b.list(found->rate()));
    const auto more = b.list(found->rate() + 1);
    REQUIRE_FALSE(more);
    CHECK(more.error().sentence.str().find("are more than the 8000000 that this hub has seen") != std::string::npos);
}

TEST_CASE("a host whose drawn step is wrong is measured no more, is taken off, and keeps the mark") {
    Bench b;
    REQUIRE(b.send(b.run(b.begin())));
    b.answer(root(99));
    CHECK_FALSE(b.measured());
    const auto rows = b.w.hub->ask(b.w.renterKeys.peer(), Array{"listings"}, b.w.now);
    CHECK(rows->asArray()->empty());
    b.w.now += 60'000;
    REQUIRE(b.list(1));
    const auto again = b.w.hub->ask(b.w.renterKeys.peer(), Array{"listings"}, b.w.now);
    REQUIRE(again->asArray()->size() == 1);
    const Array& row = *again->asArray()->front().asArray();
    const auto standing = contract::readFields<Standing>(row[2], "standing");
    REQUIRE(standing);
    CHECK(standing->stepsChecked == 1);
    CHECK(standing->stepsWrong == 1);
}

TEST_CASE("which step is computed again cannot be known before the roots are, and nothing can be sent twice") {
    std::set<std::uint64_t> drawn;
    for (std::uint64_t i = 0; i < 40; ++i) {
        Bench b;
        const Hash256 seed = b.begin();
        auto run = b.run(seed);
        run.roots.back() = root(1000 + i);
        REQUIRE(b.send(run));
        drawn.insert(b.check->step);
        b.check.reset();
        REQUIRE(b.send(b.run(seed))); // another one for the same seed is not looked at
        CHECK_FALSE(b.check);
    }
    CHECK(drawn.size() > 8);
}

TEST_CASE("what is no run of the seed that was given is refused") {
    Bench b;
    const Hash256 seed = b.begin();
    auto strange = b.run(seed);
    strange.seed = root(5);
    CHECK(b.send(strange).error().is(ProtocolError::WrongPhase));
    auto elsewhere = b.run(seed);
    elsewhere.hub = b.w.hostKeys.peer();
    CHECK(b.send(elsewhere).error().is(ProtocolError::WrongHub));
    auto few = b.run(seed);
    few.roots.resize(4);
    CHECK(b.send(few).error().is(ProtocolError::BadShape));
    const auto other = b.command(Array{"benchmarked", sealed(b.w.renterKeys, b.run(seed))});
    CHECK(other.error().is(ProtocolError::NotAParty));
    CHECK_FALSE(b.check);
    CHECK(b.send(b.run(seed)));
    CHECK(b.check);
}

TEST_CASE("a host that does not hand over the state is not measured, and none is measured all the time") {
    Bench b;
    REQUIRE(b.send(b.run(b.begin())));
    b.answer(std::nullopt);
    CHECK_FALSE(b.measured());
    const auto early = b.command(Array{"benchmark"}); // it has cost the hub as much as a good one
    REQUIRE_FALSE(early);
    CHECK(early.error().transient);
    b.w.now += 10'000;
    REQUIRE(b.send(b.run(b.begin())));
    b.answer(root(b.check->step + 1));
    REQUIRE(b.measured());
    CHECK_FALSE(b.command(Array{"benchmark"}));
    b.w.now += 10'000;
    CHECK(b.begin() != b.check->seed);
    CHECK(b.measured()); // until there is a newer one
}

TEST_CASE("benchmarks stand in the log, and a restart of the hub ends those under way") {
    const Hash256 hash = root(7);
    for (const HubBenchmarkChecked& e : {HubBenchmarkChecked{keysOf(3).peer(), hash, hash, kWork},
                                         HubBenchmarkChecked{keysOf(3).peer(), hash, std::nullopt, 0}}) {
        const auto read = decodeEvent(encodeEvent(e));
        REQUIRE(read);
        const auto* same = std::get_if<HubBenchmarkChecked>(&*read);
        REQUIRE(same);
        CHECK(same->peer == e.peer);
        CHECK(same->seed == e.seed);
        CHECK(same->computed == e.computed);
        CHECK(same->work == e.work);
    }
    Bench b;
    const Hash256 seed = b.begin();
    (void)b.hub(HubStarted{5'000, b.w.terms()});
    const auto late = b.send(b.run(seed));
    CHECK(late.error().is(ProtocolError::WrongPhase));
    CHECK(late.error().transient); // the host measures again, and does not end
    const auto told = b.w.hub->ask(b.w.hostKeys.peer(), Array{"measurement"}, b.w.now);
    CHECK(*told->asArray() == Array{false, Bytes{}, true});
}
