// SPDX-License-Identifier: Apache-2.0
#include "verification/slash.h"

#include <algorithm>
#include <cassert>

namespace unchained::verification {

SlashShares divideSlash(const SlashCase& slash) {
    assert(!slash.bond.isNegative() && !slash.owedToRenter.isNegative() && !slash.owedToHolders.isNegative());
    SlashShares out;
    Amount left = slash.bond;
    const auto take = [&left](Amount wanted) {
        const Amount taken = std::min(left, wanted);
        left -= taken;
        return taken;
    };
    out.refunded = take(slash.owedToRenter);
    out.holders = take(slash.owedToHolders);
    if (slash.hasNoStakes && !slash.forSilence)
        out.stakers = take(Amount::micros(slash.bond.micro() / kStakersShareOf));
    out.burned = left;
    return out;
}

Amount burnedAtLeast(Amount bond, Amount paidMost) {
    const Amount rest = bond - Amount::micros(bond.micro() / kStakersShareOf) - paidMost;
    return std::max(Amount{}, rest);
}

Amount stakesMost(Amount bond, Amount paidMost) {
    return Amount::micros(std::max<std::int64_t>(0, burnedAtLeast(bond, paidMost).micro() - 1) / 2);
}

Amount makersShare(Amount bond) {
    return Amount::micros(bond.micro() / 100);
}

Amount publishFee(Amount price, Amount escrow) {
    return std::min(price, escrow);
}

Amount windowOwed(Amount price, std::uint64_t steps, Amount escrow) {
    const auto whole = price.times(steps);
    return whole ? std::min(*whole, escrow) : escrow;
}

} // namespace unchained::verification
