// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "estimate.h"
#include "random.h"
#include "setting.h"

namespace unchained::sim {

/// What a host does once the draw, or the hub's check, has hit one of its fakes.
enum class Reaction {
    Claim,      ///< claims it like any other win and hopes
    Omit,       ///< leaves it out of its list of wins: the list is not the draw, a failed check
    Vanish,     ///< opens nothing and computes no further: silence is a failed check
    RefuseOpen, ///< claims, and does not open where it is checked: a failed check
    TwoCommits, ///< shows another commitment in which that step is mended: two of one window cost the bond
};

/// A host whose friend has the NO stakers' share δ of every slash that has one: the floor reckons with that, so do we.
/// It fakes steps first, first + spacing, first + 2·spacing …, count of them.
struct HostPlan {
    std::uint64_t first = 0, spacing = 1, count = 1;
    bool anywhere = false; ///< first is drawn anew in each game, from the whole job
    double saving = 1; ///< share of a step's cost that a fake saves; the host's cost is taken as c, the most it can be
    Reaction reaction = Reaction::Claim;
    Amount friendsGain = Amount{}; ///< what a friend's bets bring if the claim is false, beside the share of the slash
};

/// The batch in which a lone fake lies: whether it is the one that is checked, and how likely that was.
struct LonePick {
    bool checked = false;
    double chance = 0; ///< filled in by the game
};

/// One contract. `drawn` says from which stratum: at least one fake wins its ticket, or none does.
///
/// The order is the protocol's: claims of window k are filed when it is receipted; a batch of g closes with its g-th;
/// its verdict is there when window k + 1 is computed, and ends the contract with that window. The renter releases at
/// once, so that only what is in the open batch, or later, is void. Honest play on the same steps has the same tickets:
/// the gain is what was saved, X, and minus the bond and the void tickets.
/// @param lone  of a plan with one fake: the pick that is to come, instead of a random one
[[nodiscard]] Ending playHost(const Setting& setting, HostPlan plan, bool drawn, Random& random,
                              LonePick* lone = nullptr);
/// A contract with one fake, drawn: both picks are played and weighed with their chances.
[[nodiscard]] Ending playLone(const Setting& setting, const HostPlan& plan, Random& random);
/// Probability that at least one of the plan's fakes wins.
[[nodiscard]] double drawnWeight(const Setting& setting, const HostPlan& plan);
/// All games of a plan.
[[nodiscard]] Estimate playHosts(const Setting& setting, const HostPlan& plan, std::uint64_t games, Random& random);

/// What a friend of the host gains at the market if the claim is false, beside its share of the slash, where strangers
/// buy back all the YES that it pushes down, up to the cap on all stakes. The worst there is: it never moves the price
/// far, and they never doubt. @param noMost  the most that it stakes; below rules.forcedBy no check is forced
[[nodiscard]] Amount friendsGain(const betting::MarketRules& rules, Amount noMost);

} // namespace unchained::sim
