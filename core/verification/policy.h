// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "gpu/result.h"

#include <cstdint>

/// The floor below which nobody's checks fall (protocol.md 5), and what it buys. Pure.
///
/// c price of a step, n odds (p = 1/n), V = n·c, B bond, X worth of a false result, g claims a batch (q = 1/g),
/// r = p·q = 1/(n·g), δ = 1/4 share of a slash that NO stakers may get, m = 2 margin, ℓ what a caught host's friends
/// can win in the markets on its contract beside δ. Without a market ℓ = 0.
///
/// The floor r·(V + (1−δ)B − ℓ) ≥ m·(c + X) hangs on nothing that a host could build up or look at: neither a price nor
/// a posterior lowers it. What others know of a host (posterior.h) can only add checks to it.
namespace unchained::verification {

enum class PolicyError : std::uint32_t {
    NotDeterred = 900, ///< q_min > 1: even checking every claim leaves cheating profitable
    OutOfReach,        ///< the assurance takes more checks than there are claims
    Overflow,          ///< an amount leaves the range of amounts
};

inline constexpr std::int64_t kMargin = 2;
/// (1 − δ) as a fraction.
inline constexpr std::int64_t kKeptNumerator = 3, kKeptDenominator = 4;

struct Stakes {
    Amount price;           ///< c
    std::uint32_t odds = 1; ///< n
    Amount bond;            ///< B
    Amount atStake;         ///< X
    /// ℓ: the maker's loss, and the stakes of strangers that a friend of the host may win by knowing better.
    Amount marketLoss = Amount{};
};

/// Largest batch that still deters: g = floor(p(V + (1−δ)B − ℓ) / (m(c + X))), that is floor(1/q_min).
/// Below 1 the contract is refused and the error's remedy names the least bond that would do.
[[nodiscard]] Result<std::uint32_t> largestBatch(const Stakes& stakes);

/// Least bond for which a batch of g deters: B ≥ (m(c+X)/r − V + ℓ)/(1−δ), rounded up.
[[nodiscard]] Result<Amount> leastBond(Amount price, std::uint32_t odds, Amount atStake, std::uint32_t batch,
                                       Amount marketLoss = Amount{});

/// X* = r(V + (1−δ)B − ℓ) − c: the largest sabotage of one step that does not pay. May be negative.
/// (c stands for the host's own cost of the step, which nobody else can see.) In micro-credits, for people.
[[nodiscard]] double sabotageDeterred(const Stakes& stakes, std::uint32_t batch);
/// The same as money, rounded down: whoever relies on it relies on no more than there is.
[[nodiscard]] Result<Amount> largestSabotage(const Stakes& stakes, std::uint32_t batch);

/// What a faked step brings once it is drawn: c − q(V + (1−δ)B). Over all faked steps it is −X*.
[[nodiscard]] double gainIfDrawn(const Stakes& stakes, std::uint32_t batch);

/// 1 − (1−f)^max(1, floor(rN)): the chance that a run with a share f of faked steps is caught.
[[nodiscard]] double assurance(double share, std::uint64_t steps, std::uint32_t odds, std::uint32_t batch);

/// (1−f)^k: the chance that k checks at random places find nothing wrong in a run with a share f of faked steps.
[[nodiscard]] double falseAccept(double share, std::uint64_t checks);

/// r = 1/(n·g): the chance that one chosen step is checked, whatever the length of the job.
[[nodiscard]] double stepCheckRate(std::uint32_t odds, std::uint32_t batch);

/// What a check costs before one was made and measured: the step itself, and a quarter of it for the way of the
/// opening.
[[nodiscard]] Amount costOfFirstCheck(Amount price);

/// κ = (recomputation + transfer of the opening) / c, all in money.
[[nodiscard]] double checkCostInSteps(Amount recomputation, Amount transfer, Amount price);
/// e + r·κ as a share of the job's price; e is what hashes, noise and messages take of it.
[[nodiscard]] double overhead(double fixedShare, double stepCheckRate, double checkCostInSteps);
/// A step is long enough iff sending its opening costs at most c/4.
[[nodiscard]] bool stepIsLongEnough(Amount transfer, Amount price);

/// Face value V = n·c.
[[nodiscard]] Result<Amount> faceValue(Amount price, std::uint32_t odds);

/// What is locked in the beginning: V · tickets + checkFee · (⌊tickets/g⌋ + 2).
/// @param tickets  lottery::escrowTickets()   @param batch  g, at least 1   @param checkFee  of the hub's terms
[[nodiscard]] Result<Amount> escrow(Amount face, std::uint64_t tickets, std::uint32_t batch, Amount checkFee);

/// c = max(1, ceil(pricePerHour · work / (3600 · rate))), in 128 bit.
/// @param work  multiply-adds of one step   @param rate  multiply-adds a second, at least 1
[[nodiscard]] Result<Amount> stepPrice(Amount pricePerHour, std::uint64_t work, std::uint64_t rate);

/// Steps of a window that is at least so much work: least W with W·c ≥ pricePerHour·workMs / 3,600,000. At least 1, and
/// UINT32_MAX where it would be more. A host that asks nothing is taken at its word that a step is long enough.
[[nodiscard]] std::uint32_t leastWindow(Amount price, Amount pricePerHour, std::uint64_t workMs);

} // namespace unchained::verification
