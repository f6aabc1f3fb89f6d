// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"

#include <cstdint>

/// What is believed of a host, and whether one more check is worth its price (protocol.md 5). Pure; integers alone, so
/// that everybody who folds the same checks opens the same market at the same price. Safe from any thread.
///
/// The share θ of its steps that a host fakes has a Beta distribution, Beta(α, β): α counts wrong checks, β right ones,
/// each beside the prior. Only checks that the draw chose, made by the hub or an assigned checker, are counted: a step
/// that nobody checked says nothing, and one that somebody picked says what the picker wanted.
namespace unchained::verification {

/// A probability in parts of 10^9.
using Chance = std::uint64_t;
inline constexpr Chance kCertain = 1'000'000'000;

/// Counts are in 1/1024 of a check: evidence halves with age, and that must come out the same in any order.
inline constexpr std::uint64_t kCheckUnits = 1024;
/// Evidence stops to grow here, so that products of counts and amounts stay within 128 bits.
inline constexpr std::uint64_t kUnitsMax = std::uint64_t{1} << 50;

/// The prior weighs as much as one check and says 1 %. Why so: with it, at X = 0, a host that is checked as often as
/// the floor of r = 1 % says is never worth another check, α/(α+β)·paid < c, and an unknown host with X at stake is.
struct Posterior {
    std::uint64_t wrong = 10;   ///< α, in units
    std::uint64_t right = 1014; ///< β, in units
    bool operator==(const Posterior&) const = default;
};

/// Why a step was checked.
enum class CheckSource {
    Draw,      ///< the lottery and the batch picked it; the hub or an assigned checker computed
    Renter,    ///< the renter checked on its own account
    Challenge, ///< somebody named the step
    Silence,   ///< nobody computed anything
};

/// The posterior after one more check. Checks of another source than the draw teach nothing, and change nothing.
[[nodiscard]] Posterior observed(Posterior posterior, CheckSource source, bool right);
/// Evidence weighs half after each half-life: right checks round down, wrong ones up, towards suspicion. What is
/// forgotten is the evidence, not the prior. aged(aged(p, a), b) = aged(p, a + b).
[[nodiscard]] Posterior aged(Posterior posterior, std::uint32_t halfLives);

/// How long evidence weighs in full: a host is not what it was a season ago.
inline constexpr std::int64_t kHalfLifeMs = std::int64_t{90} * 24 * 3600 * 1000;

/// E[θ] = α/(α+β): the chance that the next step is fake. Rounded up.
[[nodiscard]] Chance fraudChance(const Posterior& posterior);
/// E[(1−θ)^checks] = Π (β+i)/(α+β+i), i < checks: that so many checks, the draw's, all come out right. Rounded down.
/// @param checks at most 2^20
[[nodiscard]] Chance allRightChance(const Posterior& posterior, std::uint64_t checks);

/// E[θ] as bettors see it: as many times the posterior's as fraud is dearer in a market now than when it opened at what
/// the policy thought. Rounded up, at most certain.
/// @param opened, now  price of NO; opened > 0
[[nodiscard]] Chance fraudByMarket(const Posterior& posterior, Chance opened, Chance now);

/// "One more check now?"
struct CheckQuestion {
    Amount atStake;         ///< X
    Amount paidSoFar;       ///< in this contract: what the bond pays back
    Amount cost;            ///< of the check: recomputation and transfer
    Chance marketFraud = 0; ///< fraudByMarket(); 0 without a market
};
struct CheckAnswer {
    bool worthIt = false; ///< fraud·lossAvoided > cost, decided exactly and not from the rounded figures below
    Chance fraud =
        0; ///< the larger of the posterior's and the market's: a price can ask for checks, not talk them away
    Amount lossAvoided; ///< X + paid so far
    Amount value;       ///< fraud·lossAvoided, rounded down
    Amount cost;
};
/// Above the floor alone: what it answers never replaces a check that the draw chose.
/// Errors: AmountError::OutOfRange where X + paid is beyond the range of amounts.
[[nodiscard]] Result<CheckAnswer> oneMoreCheck(const Posterior& posterior, const CheckQuestion& question);

} // namespace unchained::verification
