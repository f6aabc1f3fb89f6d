// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"
#include "engine/facts.h"

/// "One more check now?" of a contract: what core/verification says of it, and that in words. Pure functions.
namespace unchained::ui {

struct CheckAdvice {
    double fraud = 0;      ///< chance that a step is a fake: the larger of the checks' so far and of the market's price
    bool byMarket = false; ///< the market's is the larger one
    Amount loss;           ///< X and what was paid so far: what the bond answers for
    Amount value, cost;    ///< of one more check
    bool worthIt = false;  ///< value > cost, decided exactly
    std::uint64_t checks = 0;
    double caught1 = 0, caught10 = 0;    ///< that the checks so far would have found 1 %, 10 % faked
    double sabotage = 0;                 ///< X* in micro-credits: the largest sabotage of a step that does not pay
    std::optional<double> sabotageUnbet; ///< X* while nobody bets, where bets may take from it
};

/// @param marketRight  price of right in 10^-6 of a market that is open on the contract, the lowest of several
/// Nothing where a sum is beyond the range of amounts, or the contract is not told.
[[nodiscard]] std::optional<CheckAdvice> adviceFor(const ContractFacts& contract, std::optional<qint64> marketRight);

/// The market with the lowest price of right that is open on a contract; null where there is none.
[[nodiscard]] const BetFacts* lowestMarket(const std::vector<BetFacts>& bets, const QByteArray& contract);
/// What could be bet on: an open market, else one that could be opened; null where there is neither.
[[nodiscard]] const BetFacts* bettable(const std::vector<BetFacts>& bets, const QByteArray& contract);

/// "Not worth it: …" in one or two sentences.
[[nodiscard]] QString adviceText(const CheckAdvice& advice);
/// What is known by now: "26 checks so far: a run with 1 % faked was caught with 23 %, …".
[[nodiscard]] QString assuranceText(const CheckAdvice& advice);
/// How X* comes about, for the tooltip.
[[nodiscard]] QString sabotageText(const CheckAdvice& advice);

} // namespace unchained::ui
