// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "estimate.h"
#include "host_game.h"
#include "random.h"
#include "setting.h"

namespace unchained::sim {

/// What a row comes to: an estimate, and whether the rules turned the attempt away, so that play went on as honestly.
struct RowResult {
    Estimate estimate;
    bool refused = false;
};

/// An honest host's friend buys YES on its claim: the maker sells none that nobody doubts.
[[nodiscard]] RowResult playOwnYes(const Setting& setting, std::uint64_t games, Random& random);
/// Answers with the root that the provider claimed, and makes the salted one up. Of each task, or of one in ten.
[[nodiscard]] RowResult playChecker(const Setting& setting, std::uint64_t oneIn, std::uint64_t games, Random& random);
/// Says of a right step that it is wrong.
[[nodiscard]] RowResult playFalseAlarm(const Setting& setting, std::uint64_t games, Random& random);
/// Host, renter and a NO staker are one: it fakes all that it rents from itself, gets the refund and the stakers'
/// share, and wins the stakes of strangers who trusted. Against doing nothing, as nobody rents from himself for the
/// result.
[[nodiscard]] RowResult playRing(const Setting& setting, std::uint64_t games, Random& random);
/// Takes the state at a boundary, then says nothing more and pays nothing more than it must.
[[nodiscard]] RowResult playNonPayer(const Setting& setting, std::uint64_t games, Random& random);
/// Does not serve what a check needs, nor release: the claim stands, and is paid when the period is over.
[[nodiscard]] RowResult playWithholder(const Setting& setting, std::uint64_t games, Random& random);
/// One fake, and for its window the best of many secrets b_k, against a guess of the seed that it cannot know yet.
/// Drawn with the lottery's hashes; the chance that the fake is drawn is measured.
[[nodiscard]] RowResult playGrinder(const Setting& setting, std::uint64_t games, Random& random);
/// Files one winning ticket again, and in a second contract.
[[nodiscard]] RowResult playReplayer(const Setting& setting, std::uint64_t games, Random& random);
/// Sees a bet that waits, bets the same before it, and gets out at the next clearing.
[[nodiscard]] RowResult playFrontRunner(const Setting& setting, std::uint64_t games, Random& random);

} // namespace unchained::sim
