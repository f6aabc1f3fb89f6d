// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"

#include "gpu/hash.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

using namespace unchained;
using namespace unchained::lottery;
using nlohmann::json;

namespace {
Hash256 hash(const json& hex) {
    return *Hash256::from(*fromHex(hex.get<std::string>()));
}
std::uint64_t word(const json& hex) {
    return std::stoull(hex.get<std::string>(), nullptr, 16);
}
json vectors() {
    std::ifstream in(TESTS_DIR "/vectors/chain.json");
    return json::parse(in);
}
} // namespace

TEST_CASE("a hub's chain that keeps few of its values gives each of them") {
    const Hash256 key = taggedHash("key", {1}), contract = taggedHash("contract", {2});
    for (const std::uint64_t steps : {1, 1021, 1022, 1023, 2046, 3000}) {
        CAPTURE(steps);
        const HubChain chain(key, contract, steps);
        for (const std::uint64_t j :
             {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{2}, steps / 2, steps, steps + 1, steps + 2})
            CHECK(chain.at(j) == hubSeed(key, contract, steps, j));
        for (const std::uint64_t j : {1023, 1024, 1025, 2047, 2048})
            if (j <= steps + 2) CHECK(chain.at(j) == hubSeed(key, contract, steps, j));
    }
}

TEST_CASE("seeds, secrets, leaves, draws and winners of the vectors' run come out bit for bit") {
    const json run = vectors()["run"];
    const Hash256 contract = hash(run["contract"]);
    const std::uint64_t steps = run["steps"], window = run["window"], threshold = word(run["threshold"]);
    std::vector<Hash256> roots;
    for (const auto& r : run["roots"])
        roots.push_back(hash(r));
    std::vector<std::uint64_t> winners;
    for (const auto& w : run["windows"]) {
        const std::uint64_t k = w["k"];
        const StepRange range = windowSteps(k, steps, window);
        REQUIRE(range.first == w["first_step"].get<std::uint64_t>());
        CHECK(previousSeed(hash(w["next_seed"])) == hash(w["seed"]));
        CHECK(seedFollows(hash(w["next_seed"]), k + 1, hash(run["seeds"][0]), 0));
        CHECK(secretHash(hash(w["secret"])) == hash(w["secret_hash"]));
        const std::vector<Hash256> own(roots.begin() + static_cast<long>(range.first),
                                       roots.begin() + static_cast<long>(range.end) + 1);
        const auto leaves = windowLeaves(range, own);
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if (w.contains("leaf_hashes")) { // written out for the first window
                CHECK(leaves[i] == hash(w["leaf_hashes"][i]));
                CHECK(toHex(leafData({range.first + i, own[i], own[i + 1]})) == w["leaves"][i].get<std::string>());
            }
            CHECK(stepSeed(hash(w["seed"]), range.first + i) == hash(w["step_seeds"][i]));
        }
        CHECK(windowRoot(range, own) == hash(w["commitment"]));
        const Hash256 rho = coinflip(hash(w["secret"]), hash(w["next_seed"]));
        CHECK(rho == hash(w["rho"]));
        for (std::uint64_t i = range.first; i < range.end; ++i)
            if (winsBelow(rho, contract, i, threshold)) winners.push_back(i);
    }
    CHECK(winners == run["winners"].get<std::vector<std::uint64_t>>());
}

TEST_CASE("the winning rule of the vectors, edges included") {
    const json rule = vectors()["winning_rule"];
    for (const auto& c : rule["cases"])
        CHECK(winsBelow(hash(rule["rho"]), hash(rule["contract"]), c["step"], word(c["threshold"])) ==
              c["wins"].get<bool>());
    const json many = vectors()["many_tickets"];
    std::uint64_t count = 0;
    for (std::uint64_t i = 0; i < many["steps"].get<std::uint64_t>(); ++i)
        count += winsBelow(hash(many["rho"]), hash(many["contract"]), i, word(many["threshold"]));
    CHECK(count == many["win_count"].get<std::uint64_t>());
    CHECK(winningSteps(hash(many["rho"]), hash(many["contract"]), {0, 100}, 1)->size() == 100);
    CHECK_FALSE(winningSteps(hash(many["rho"]), hash(many["contract"]), {0, kWindowStepsMax + 1}, 2).ok());
}

TEST_CASE("a seed chain is made from its end and every value follows from a later one") {
    const SeedChain chain(Hash256{}, Hash256{}, 25);
    for (std::uint64_t k = 0; k <= 26; ++k)
        CHECK(seedFollows(chain.at(26), 26, chain.at(k), k));
    CHECK_FALSE(seedFollows(chain.at(25), 26, chain.at(0), 0));
    CHECK_FALSE(seedFollows(chain.at(1), 1, chain.at(2), 2));
}

TEST_CASE("there are twenty boundaries where there are twenty windows or more, and the last window is one") {
    for (std::uint64_t windows : {1u, 3u, 19u, 20u, 25u, 400u, 15625u}) {
        std::uint64_t boundaries = 0;
        for (std::uint64_t k = 1; k <= windows; ++k)
            boundaries += isBoundary(k, windows);
        CHECK(boundaries == std::min<std::uint64_t>(20, windows));
        CHECK(isBoundary(windows, windows));
    }
}

TEST_CASE("escrow covers 42 face values for the digits job, and the quantiles are those of the binomial") {
    CHECK(windowWinsMax(4, 4) == 4);
    CHECK(escrowTickets(100, 4, 4) == 42);
    CHECK(escrowTickets(20, 4, 1) == 20);
    CHECK(binomialAbove(10, 2, 10) == 0.0);
    CHECK(binomialAbove(10, 2, 9) == doctest::Approx(1.0 / 1024));
    CHECK(binomialAbove(4, 4, 3) == doctest::Approx(1.0 / 256));
    const std::uint64_t q = binomialQuantile(1'000'000, 500, 1e-3);
    CHECK(binomialAbove(1'000'000, 500, q) <= 1e-3);
    CHECK(binomialAbove(1'000'000, 500, q - 1) > 1e-3);
}

TEST_CASE("exactly one claim of a full batch is due, and in a partial one as many as its share") {
    const Hash256 contract{};
    int due = 0;
    for (std::uint64_t j = 1; j <= 3000; ++j) {
        const Hash256 h = taggedHash("test", {j});
        REQUIRE(dueInBatch(h, contract, j, 6, 6, false).value() < 6);
        if (const auto at = dueInBatch(h, contract, j, 6, 2, false)) {
            CHECK(*at < 2);
            ++due;
        }
        CHECK(dueInBatch(h, contract, j, 6, 2, true).value() < 2);
    }
    CHECK(due > 900);
    CHECK(due < 1100);
}

TEST_CASE("without a claim the step after a boundary state is due, and never one that nobody committed") {
    std::set<std::uint64_t> seen;
    for (std::uint64_t j = 0; j < 2000; ++j)
        seen.insert(*dueWithoutClaims(taggedHash("t", {j}), {}, 30, 100, 4));
    std::set<std::uint64_t> expected{0};
    for (std::uint64_t k = 1; k * 4 < 30; ++k)
        if (isBoundary(k, 25)) expected.insert(k * 4);
    CHECK(seen == expected);
    CHECK_FALSE(dueWithoutClaims({}, {}, 0, 100, 4).has_value());
}

TEST_CASE("the rules on words are those of the hashes: one word in n wins, every place of a batch is as likely") {
    CHECK(wordWins(UINT64_MAX, 1));
    CHECK(wordWins((std::uint64_t{1} << 63) - 1, 2));
    CHECK_FALSE(wordWins(std::uint64_t{1} << 63, 2));
    CHECK(wordWins(UINT64_MAX / 3 - 1, 3));
    CHECK_FALSE(wordWins(UINT64_MAX / 3, 3));
    const Hash256 contract = taggedHash("seed", {std::uint64_t{1}});
    const Hash256 rho = taggedHash("seed", {std::uint64_t{2}});
    std::uint64_t count = 0;
    for (std::uint64_t i = 0; i < 20'000; ++i)
        count += wins(rho, contract, i, 50) ? 1 : 0;
    CHECK(count > 400 - 80); // four standard deviations
    CHECK(count < 400 + 80);
    for (std::uint64_t m = 1; m <= 4; ++m) {
        std::vector<int> hits(5);
        for (std::uint64_t word = 0; word < 4; ++word)
            ++hits[placeInBatch(word, 4, m, false).value_or(4)];
        for (std::uint64_t place = 0; place < 4; ++place)
            CHECK(hits[place] == (place < m ? 1 : 0));
        for (std::uint64_t word = 0; word < 4; ++word)
            CHECK(placeInBatch(word, 4, m, true) == word % m);
    }
    std::uint64_t due = 0;
    for (std::uint64_t j = 1; j <= 4'000; ++j)
        due += dueInBatch(rho, contract, j, 25, 7, false).has_value() ? 1 : 0;
    CHECK(due > 1120 - 114);
    CHECK(due < 1120 + 114);
}
