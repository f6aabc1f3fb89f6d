// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// A whole market in virtual time: the hub, ten hosts and thirty renters as their real state machines, real signatures,
/// and between them a network that loses, delays and doubles messages and programs that crash and are folded anew from
/// their logs. Everything follows from one seed; a seed that fails does so again.
namespace unchained::sim {

struct MarketOptions {
    std::uint64_t firstSeed = 1, lastSeed = 1;
    unsigned threads = 2;
};

struct MarketOutcome {
    std::uint64_t seed = 0;
    std::uint64_t contracts = 0, steps = 0, honestSteps = 0, claims = 0, checks = 0, crashes = 0;
    std::uint64_t cheatersCaught = 0;
    /// Honest parties that the market calls liars, or silent.
    std::uint64_t falseAccusations = 0;
    std::map<std::string, std::uint64_t> endings;
    std::vector<std::string> broken; ///< rules that did not hold, in words
    bool conserved = true, live = true;
};

[[nodiscard]] MarketOutcome playMarket(std::uint64_t seed);
/// In the order of their seeds.
[[nodiscard]] std::vector<MarketOutcome> playMarkets(const MarketOptions& options);
[[nodiscard]] bool isGood(const MarketOutcome& outcome);
[[nodiscard]] std::string asJson(const std::vector<MarketOutcome>& outcomes);
[[nodiscard]] std::string asText(const std::vector<MarketOutcome>& outcomes);

} // namespace unchained::sim
