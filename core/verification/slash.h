// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"

#include <cstdint>

/// Where the money goes when a contract goes wrong (protocol.md 2 and 3). Pure; the hub and the simulator call the same
/// functions. No rule here makes money: what goes out is what came in.
namespace unchained::verification {

/// δ = 1/4: most of a bond that NO stakers get.
inline constexpr std::int64_t kStakersShareOf = 4;

/// What a caught host's bond pays, in this order.
struct SlashShares {
    Amount refunded; ///< to the renter: all that it paid in this contract, and the fees
    Amount holders;  ///< of claims that were passed on and are void now
    Amount stakers;  ///< on NO, at most δ of the bond; none for silence, which enriches nobody
    Amount burned;   ///< the rest
};
struct SlashCase {
    Amount bond;
    Amount owedToRenter;      ///< paid + fees
    Amount owedToHolders;     ///< face values of transferred claims that are void
    bool hasNoStakes = false; ///< somebody staked NO before the check was known
    bool forSilence = false;
};
/// All amounts at least 0. The four shares sum to the bond.
[[nodiscard]] SlashShares divideSlash(const SlashCase& slash);

/// What is certain to burn of a bond B if it is ever slashed: B − paidMost − δB, at least 0, where paidMost is the most
/// that the renter can have paid by then (the escrow: what it paid comes back to it, and a renter may be the host's
/// friend). Stakes of all bettors on the contract stay below half of it.
[[nodiscard]] Amount burnedAtLeast(Amount bond, Amount paidMost);

/// Most that all bettors on one contract may have staked together: less than half of what is certain to burn.
[[nodiscard]] Amount stakesMost(Amount bond, Amount paidMost);

/// ℓ of all markets on one contract together: 1 % of the bond. Of those that can end wrong there are two, the one on
/// the contract and the one on the claim that was checked, so each may lose half of it.
[[nodiscard]] Amount makersShare(Amount bond);

/// A window that was published and never receipted costs the silent renter one c, burned, as far as its escrow reaches.
[[nodiscard]] Amount publishFee(Amount price, Amount escrow);
/// And pays steps·c to the provider if the step of it that was checked was right, as far as the escrow reaches.
[[nodiscard]] Amount windowOwed(Amount price, std::uint64_t steps, Amount escrow);

} // namespace unchained::verification
