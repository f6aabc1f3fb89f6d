// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "other_games.h"

#include <functional>
#include <string>
#include <vector>

namespace unchained::sim {

struct Options {
    std::uint64_t games = 50'000, seed = 1;
    std::string adversary; ///< empty: all
    unsigned threads = 2;
    bool canary = false;
};

struct Adversary {
    const char* kind;
    const char* what; ///< one line for people: what it does, what the rules do to it
    bool claimMarket; ///< it takes part in a market: X* is that of a contract with one
    std::function<RowResult(const Setting&, std::uint64_t games, Random&)> play;
};
[[nodiscard]] const std::vector<Adversary>& adversaries();

struct Row {
    std::string kind, size;
    double atStake = 0, sabotage = 0; ///< X and X*, in step prices
    bool control = false, refused = false;
    Estimate estimate;
    double overhead = 0; ///< 0 where no contract was played
    [[nodiscard]] bool signIsRight() const {
        if (control) return estimate.low > 0;
        return refused ? estimate.high <= 0 : estimate.high < 0;
    }
};
/// All rows in the order of the table. Each has a stream of random numbers of its own, made from the seed and its
/// place, so that the figures do not hang on the number of threads.
[[nodiscard]] std::vector<Row> playZoo(const Options& options);

[[nodiscard]] std::string asText(const std::vector<Row>& rows);
[[nodiscard]] std::string asJson(const std::vector<Row>& rows, const Options& options);
[[nodiscard]] std::string asMarkdown(const std::vector<Row>& rows, const Options& options);

} // namespace unchained::sim
