// SPDX-License-Identifier: Apache-2.0
#include "verification/checker.h"

#include "verification/policy.h"

namespace unchained::verification {

CheckerVerdict compareRoots(const Hash256& claimed, const std::optional<RootPair>& provider,
                            const std::optional<RootPair>& checker) {
    const bool same = provider && checker && *provider == *checker && checker->plain == claimed;
    return same ? CheckerVerdict::Agree : CheckerVerdict::HubDecides;
}

CheckerFault judgeRoots(const RootPair& truth, const Hash256& claimed, const std::optional<RootPair>& provider,
                        const std::optional<RootPair>& checker) {
    CheckerFault out;
    out.checkerWrong = !checker || *checker != truth;
    out.claimWrong = claimed != truth.plain;
    out.saltedWrong = !out.claimWrong && (!provider || *provider != truth);
    return out;
}

Result<Amount> leastCheckerStake(Amount fee, Amount recomputation) {
    const auto both = fee.plus(recomputation);
    if (!both) return both.error();
    return both->times(kMargin);
}

AlarmCost alarmCost(Amount cost, bool stepWasRight) {
    return stepWasRight ? AlarmCost{cost, Amount{}} : AlarmCost{Amount{}, cost};
}

} // namespace unchained::verification
