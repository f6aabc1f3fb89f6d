// SPDX-License-Identifier: Apache-2.0
#include "betting/lmsr.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <vector>

using namespace unchained::betting;

TEST_CASE("terms, logarithms and costs of the vectors come out to the last bit") {
    std::ifstream in(TESTS_DIR "/vectors/lmsr.json");
    const auto cases = nlohmann::json::parse(in)["cases"];
    REQUIRE(cases.size() == 39);
    for (const auto& c : cases) {
        const auto name = c["name"].get<std::string>();
        CAPTURE(name);
        const auto before = c["q"].get<std::vector<std::int64_t>>(),
                   after = c["q_after"].get<std::vector<std::int64_t>>();
        const auto b = c["b"].get<std::int64_t>();
        const auto hex = [](const nlohmann::json& text) { return std::stoull(text.get<std::string>(), nullptr, 16); };
        const std::int64_t top = *std::max_element(before.begin(), before.end());
        for (std::size_t j = 0; j < before.size(); ++j)
            CHECK(expTerm(top - before[j], b) == hex(c["terms"][j]));
        CHECK(logSum(before, b) == hex(c["log_sum"]));
        CHECK(logSum(after, b) == hex(c["log_sum_after"]));
        CHECK(tradeCost(before, after, b) == c["cost"].get<std::int64_t>());
    }
}

TEST_CASE("no round trip earns anything, and a chain of trades costs no less than one") {
    std::mt19937_64 rng(1);
    const auto pick = [&](std::int64_t most) {
        return static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(2 * most + 1)) - most;
    };
    for (int i = 0; i < 5'000; ++i) {
        const std::int64_t b = 1 + (pick(1'000'000) + 1'000'000) * (1 + pick(1) + 1);
        const std::vector<std::int64_t> start{pick(5 * b), pick(5 * b)}, middle{pick(5 * b), pick(5 * b)},
            end{pick(5 * b), pick(5 * b)};
        CHECK(tradeCost(start, middle, b) + tradeCost(middle, start, b) >= 0);
        CHECK(tradeCost(start, middle, b) + tradeCost(middle, end, b) >= tradeCost(start, end, b) - 2);
    }
}

TEST_CASE("a market opens at the chance that it is given, and b keeps the maker's loss within its bound") {
    for (const std::uint64_t chance : {1'000ull, 9'765'625ull, 100'000'000ull, 500'000'000ull, 900'000'000ull}) {
        CAPTURE(chance);
        const std::int64_t loss = 4'000'000, b = depthFor(loss, chance);
        const double small = static_cast<double>(std::min(chance, 1'000'000'000 - chance)) / 1e9;
        CHECK(static_cast<double>(b) == doctest::Approx(4e6 / std::log(1 / small)).epsilon(1e-5));
        const std::int64_t lead = openingLead(chance, b);
        CHECK(makersLossMost(lead, b) <= loss);
        CHECK(makersLossMost(openingLead(chance, b + 2), b + 2) > loss);
        const auto price = marginalPrice(lead, b);
        CHECK(price.up - price.down <= 1);
        CHECK(std::abs(static_cast<double>(price.down) - 1e6 * (1 - static_cast<double>(chance) / 1e9)) < 3);
    }
    CHECK(depthFor(0, 500'000'000) == 0);
}

TEST_CASE("the marginal price is what the next share costs, rounded both ways") {
    const std::int64_t b = 5'000'000;
    for (std::int64_t lead = -60'000'000; lead <= 60'000'000; lead += 777'777) {
        const double exact = 1e6 / (1 + std::exp(-static_cast<double>(lead) / static_cast<double>(b)));
        const auto price = marginalPrice(lead, b);
        CHECK(static_cast<double>(price.down) <= exact + 1e-6);
        CHECK(static_cast<double>(price.up) >= exact - 1e-6);
        CHECK(price.up - price.down <= 1);
    }
    CHECK(marginalPrice(0, b).down == 500'000);
    CHECK(marginalPrice(kStockMax, 1).up == kWholePrice);
    CHECK(marginalPrice(-kStockMax, 1).down == 0);
}
