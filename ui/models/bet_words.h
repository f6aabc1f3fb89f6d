// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "betting/market.h"
#include "engine/bet_facts.h"

#include <QString>

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
