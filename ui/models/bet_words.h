// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "betting/market.h"
#include "engine/bet_facts.h"

#include <QString>

#include <optional>
#include <vector>

/// Bets in words. A ticket is a round number of shares that fits the market; it pays ticketFace() if its side comes
/// true. Pure but for QLocale().
namespace unchained::ui {

[[nodiscard]] Amount ticketFace(const BetFacts& bet);
/// What `tickets` would cost if nobody else's bet were cleared with them.
[[nodiscard]] betting::Quote quoteOf(const BetFacts& bet, bool right, int tickets);
/// A price that others may not overtake by much before the clearing: a quarter more, at most a ticket's face.
[[nodiscard]] qint64 limitFor(const betting::Quote& quote);
/// Of the check that stakes on wrong may force, what these would bear at most.
[[nodiscard]] Amount checkShare(const BetFacts& bet, Amount stake);

/// What we gain or lose of a market in all, by how it ends; without a check all stakes come back. The most that the
/// check may cost is counted, and of the bond nothing.
struct Payoff {
    Amount ifRight, ifWrong;
    bool operator==(const Payoff&) const = default;
};
[[nodiscard]] Payoff payoffOf(const BetFacts& bet);
/// With one more stake, at its price now.
[[nodiscard]] Payoff payoffWith(const BetFacts& bet, bool right, const betting::Quote& quote);
/// Which side is sold: the one of which we have more. Nothing where we have neither.
[[nodiscard]] std::optional<bool> sideToSell(const BetFacts& bet);
/// To sell is to buy as many of the other side: whichever comes true, one of the two pays. So many tickets are all; 0
/// where there is nothing to sell.
[[nodiscard]] int ticketsToSell(const BetFacts& bet);
/// Least tickets on wrong that force the check at their price now; 0 where none can, or it is forced already.
[[nodiscard]] int ticketsToForce(const BetFacts& bet);

/// A clearing of a market in a line: how the price moved, and on what.
struct ClearingLine {
    qint64 time = 0;
    QString what, price;
};
/// Newest first.
[[nodiscard]] std::vector<ClearingLine> clearingLines(const std::vector<BetPoint>& points);

[[nodiscard]] QString hostName(const BetFacts& bet);
/// "Step 613, Hashfield", "Whole run, Hashfield"
[[nodiscard]] QString betTitle(const BetFacts& bet);
/// "Is step 613 of Hashfield right?"
[[nodiscard]] QString betQuestion(const BetFacts& bet);
/// "train · contract c04e 18d7 · bond 900.00"
[[nodiscard]] QString betLine(const BetFacts& bet);
/// "ticket of 4.50", "4,096 steps": as much of it as a row has room for.
[[nodiscard]] QString betShort(const BetFacts& bet);
/// "16 min", "right", "no end yet": what stands at the right of its row.
[[nodiscard]] QString betTime(const BetFacts& bet, qint64 now);
/// "62 %" of a price, "—" where there is no market yet.
[[nodiscard]] QString betPercent(const BetFacts& bet);
/// About the check that stakes on wrong force.
[[nodiscard]] QString betCheck(const BetFacts& bet);
/// All of it in one sentence, for screen readers.
[[nodiscard]] QString betSentence(const BetFacts& bet, qint64 now);

} // namespace unchained::ui
