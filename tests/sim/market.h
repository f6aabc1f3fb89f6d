// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// A whole market in virtual time: the hub, ten hosts and thirty renters as their real state machines, people who bet
/// on their contracts, who quarrel over them and who check for hire, an arbiter, and between them a network that loses,
/// delays and doubles messages and programs that crash and are folded anew from their logs. Everything follows from one
/// seed; a seed that fails does so again.
///
///   market_scene     virtual time, the network, the hub and its log
///   market_rentals   hosts and renters; a third of their contracts is drawn by beacon
///   market_bettors   markets of the contracts by beacon and of their claims; standing odds
///   market_disputes  cases, settlements, the arbiter's rulings; messages and reviews
///   market_checkers  checkers for hire, in half of the markets
///   market_audit     the rules that must hold after every event of the hub
namespace unchained::sim {

struct MarketOptions {
    std::uint64_t firstSeed = 1, lastSeed = 1;
    unsigned threads = 2;
    bool twice = false;  ///< each seed is played once more, and must be the same market
    bool canary = false; ///< the hub's log loses an event: the simulator has to find out
};

struct MarketOutcome {
    std::uint64_t seed = 0;
    std::uint64_t contracts = 0, byBeacon = 0, steps = 0, honestSteps = 0, claims = 0, checks = 0, crashes = 0,
                  lostDisks = 0;
    std::uint64_t cheatersCaught = 0;
    std::uint64_t markets = 0, bets = 0, forcedChecks = 0; ///< bets: that the hub took
    std::uint64_t hired = 0, stakesLost = 0;
    std::uint64_t cases = 0, rulings = 0, settlements = 0, messages = 0, reviews = 0;
    /// Honest parties that the market calls liars, or silent, or that lose a case against the facts.
    std::uint64_t falseAccusations = 0;
    std::map<std::string, std::uint64_t> endings, marketEndings, caseEndings;
    std::vector<std::string> broken; ///< rules that did not hold, in words
    bool conserved = true, live = true;
    std::string digest; ///< of all that the hub answers at the end: the same seed is the same market
};

[[nodiscard]] MarketOutcome playMarket(std::uint64_t seed, const MarketOptions& options);
/// In the order of their seeds.
[[nodiscard]] std::vector<MarketOutcome> playMarkets(const MarketOptions& options);
[[nodiscard]] bool isGood(const MarketOutcome& outcome);
[[nodiscard]] std::string asJson(const std::vector<MarketOutcome>& outcomes);
[[nodiscard]] std::string asText(const std::vector<MarketOutcome>& outcomes);

} // namespace unchained::sim
