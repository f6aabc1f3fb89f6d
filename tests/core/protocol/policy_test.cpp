// SPDX-License-Identifier: Apache-2.0
// Checks beyond the draw's, where what they may avert is worth more than they cost.
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;
using cbor::Array;
using cbor::Value;

namespace {

/// So much at stake that an unknown host is worth a check beyond the draw's.
Setup muchAtStake() {
    Setup s;
    s.atStake = 1'000'000; // 1,000 steps
    s.draw = contract::kDrawBeacon;
    s.bond = 20'000'000;
    return s;
}

std::vector<contract::CheckResult> resultsOf(const World& w) {
    std::vector<contract::CheckResult> out;
    const auto all = w.hub->ask(w.renterKeys.peer(), Array{"notices", w.params.contract, 0}, w.now);
    for (const Value& notice : *all->asArray())
        if (commandIs(notice, "check-result"))
            out.push_back(openSigned<contract::CheckResult>(*(*notice.asArray())[1].asBytes())->value);
    return out;
}

verification::Posterior posteriorOf(const World& w) {
    const auto rows = w.hub->ask(w.renterKeys.peer(), Array{"listings"}, w.now);
    const Array& row = *rows->asArray()->front().asArray();
    const Array& units = *row.back().asArray();
    return {*units[0].asUnsigned(), *units[1].asUnsigned()};
}

} // namespace

TEST_CASE("with nothing at stake a batch has the draw's check and no other") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Setup s;
        s.seed = seed;
        World w(s);
        w.begin();
        w.run();
        CHECK(w.renter->outcome() == "complete");
        std::set<std::uint64_t> batches;
        for (const auto& result : resultsOf(w))
            CHECK(batches.insert(result.batch).second);
    }
}

TEST_CASE("an unknown host is checked more while much is at stake, and less as it is known") {
    World w(muchAtStake());
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.renter->figures().complaints.empty());
    const auto results = resultsOf(w);
    std::map<std::uint64_t, int> made;
    for (const auto& result : results)
        ++made[result.batch];
    CHECK(made[1] == 2);
    for (const auto& [batch, count] : made)
        CHECK(count <= 2);
    const verification::Posterior learned = posteriorOf(w), prior;
    CHECK(learned.wrong == prior.wrong);
    CHECK(learned.right == prior.right + results.size() * verification::kCheckUnits);
    checkConserved(w);
}

TEST_CASE("a check that would cost more than it may avert is not made") {
    Setup s = muchAtStake();
    s.checkCost = 1'000'000'000;
    World w(s);
    w.begin();
    w.run();
    std::map<std::uint64_t, int> made;
    for (const auto& result : resultsOf(w))
        ++made[result.batch];
    for (const auto& [batch, count] : made)
        CHECK(count <= (batch == 1 ? 2 : 1)); // before the first one nobody had measured
}

TEST_CASE("a batch is paid when all of its checks are right, and who asks for more pays for it") {
    Setup s = muchAtStake();
    s.checkFee = 10;
    World w(s);
    w.newTerms();
    w.begin();
    w.run();
    CHECK(w.renter->outcome() == "complete");
    CHECK(w.renter->claimsPaid() == w.renter->winsListed());
    std::set<std::uint64_t> batches; // each has one check that the draw chose, but a partial last one may have none
    for (const auto& result : resultsOf(w))
        batches.insert(result.batch);
    CHECK(resultsOf(w).size() > batches.size());
    CHECK(w.fees() == 10 * static_cast<std::int64_t>(batches.size()));
    checkConserved(w);
}

TEST_CASE("a check that is reported once more changes nothing, and not what a check costs") {
    World w(muchAtStake());
    w.begin();
    w.run([&] { return !resultsOf(w).empty(); });
    const contract::CheckResult first = resultsOf(w).front();
    const HubCheckDone again{first.contract, first.step, first.computed, "fast", Amount::credits(1'000)};
    CHECK_FALSE(w.hub->handle(again, w.now).changed); // as after a restart that found it under way
    w.run();
    CHECK(w.renter->outcome() == "complete");
    std::map<std::uint64_t, int> made;
    for (const auto& result : resultsOf(w))
        ++made[result.batch];
    CHECK(made[2] == 2);
    w.restartHub();
}

TEST_CASE("what the policy decides is the same in every fold") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        Setup s = muchAtStake();
        s.seed = seed;
        s.loss = 0.1;
        s.crash = 0.03;
        World w(s);
        w.begin();
        w.run(nullptr, 100'000'000);
        const auto before = resultsOf(w).size();
        w.restartHub();
        CHECK(resultsOf(w).size() == before);
        CHECK(w.renter->figures().complaints.empty());
        CHECK(w.renter->outcome() != "caught");
        checkConserved(w);
    }
}

TEST_CASE("a wrong step that the policy found is slashed like any other, and is remembered") {
    std::size_t byPolicy = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Setup s = muchAtStake();
        s.seed = seed;
        World w(s);
        w.fakes = [](std::uint64_t i) { return i % 2 == 0; };
        w.begin();
        w.run();
        CHECK(w.renter->outcome() == "caught");
        CHECK(posteriorOf(w).wrong > verification::Posterior{}.wrong);
        const auto results = resultsOf(w);
        if (results.size() > 1 && results.back().batch == results[results.size() - 2].batch) ++byPolicy;
        checkConserved(w);
    }
    CHECK(byPolicy > 0);
}

TEST_CASE("what checks have taught of a host halves with each season, in every fold") {
    World w(muchAtStake());
    w.begin();
    w.run();
    const verification::Posterior prior, learned = posteriorOf(w);
    REQUIRE(learned.right > prior.right);
    w.letDaysPass(89);
    CHECK(posteriorOf(w) == learned);
    w.letDaysPass(2);
    CHECK(posteriorOf(w).right == prior.right + (learned.right - prior.right) / 2);
    w.letDaysPass(90);
    CHECK(posteriorOf(w) == verification::aged(learned, 2));
    w.restartHub();
    CHECK(posteriorOf(w) == verification::aged(learned, 2));
    w.letDaysPass(90 * 40);
    CHECK(posteriorOf(w) == prior);
}

TEST_CASE("two who draw alone teach nothing good of a host, and a wrong step of theirs does") {
    Setup s = muchAtStake();
    s.draw = contract::kDrawCoinflip;
    World right(s);
    right.begin();
    right.run();
    CHECK(right.renter->outcome() == "complete");
    CHECK(resultsOf(right).size() > 0);
    CHECK(posteriorOf(right) == verification::Posterior{});
    World wrong(s);
    wrong.fakes = [](std::uint64_t) { return true; };
    wrong.begin();
    wrong.run();
    CHECK(wrong.renter->outcome() == "caught");
    CHECK(posteriorOf(wrong).wrong == verification::Posterior{}.wrong + verification::kCheckUnits);
}
