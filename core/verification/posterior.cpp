// SPDX-License-Identifier: Apache-2.0
#include "verification/posterior.h"

#include <algorithm>
#include <cassert>

namespace unchained::verification {

namespace {

__extension__ using WideCount = unsigned __int128;

std::uint64_t halvedDown(std::uint64_t evidence, std::uint32_t times) {
    return times >= 64 ? 0 : evidence >> times;
}
std::uint64_t halvedUp(std::uint64_t evidence, std::uint32_t times) {
    if (evidence == 0) return 0;
    return times >= 64 ? 1 : ((evidence - 1) >> times) + 1;
}

} // namespace

Posterior observed(Posterior posterior, CheckSource source, bool right) {
    if (source != CheckSource::Draw) return posterior;
    std::uint64_t& count = right ? posterior.right : posterior.wrong;
    count = std::min(kUnitsMax, count + kCheckUnits);
    return posterior;
}

Posterior aged(Posterior posterior, std::uint32_t halfLives) {
    const Posterior prior;
    assert(posterior.wrong >= prior.wrong && posterior.right >= prior.right);
    return {prior.wrong + halvedUp(posterior.wrong - prior.wrong, halfLives),
            prior.right + halvedDown(posterior.right - prior.right, halfLives)};
}

Chance fraudChance(const Posterior& posterior) {
    const WideCount all = WideCount{posterior.wrong} + posterior.right;
    return static_cast<Chance>((WideCount{posterior.wrong} * kCertain + all - 1) / all);
}

Chance fraudByMarket(const Posterior& posterior, Chance opened, Chance now) {
    assert(opened > 0);
    const WideCount times = (WideCount{fraudChance(posterior)} * std::min(now, kCertain) + opened - 1) / opened;
    return static_cast<Chance>(std::min<WideCount>(times, kCertain));
}

Chance allRightChance(const Posterior& posterior, std::uint64_t checks) {
    assert(checks <= std::uint64_t{1} << 20);
    constexpr std::uint64_t kOne = std::uint64_t{1} << 62;
    std::uint64_t chance = kOne;
    for (std::uint64_t i = 0; i < checks && chance > 0; ++i) {
        const WideCount right = WideCount{posterior.right} + i * kCheckUnits;
        chance = static_cast<std::uint64_t>(chance * right / (right + posterior.wrong));
    }
    return static_cast<Chance>(WideCount{chance} * kCertain / kOne);
}

Result<CheckAnswer> oneMoreCheck(const Posterior& posterior, const CheckQuestion& question) {
    assert(!question.atStake.isNegative() && !question.paidSoFar.isNegative() && !question.cost.isNegative());
    const auto loss = question.atStake.plus(question.paidSoFar);
    if (!loss) return loss.error();
    // As fractions: α/(α+β) of the posterior, marketFraud/10^9 of the market.
    const WideCount all = WideCount{posterior.wrong} + posterior.right;
    const WideCount avoided = static_cast<std::uint64_t>(loss->micro());
    const WideCount cost = static_cast<std::uint64_t>(question.cost.micro());
    const Chance market = std::min(question.marketFraud, kCertain);
    CheckAnswer out;
    out.worthIt = posterior.wrong * avoided > cost * all || market * avoided > cost * kCertain;
    out.fraud = std::max(fraudChance(posterior), market);
    out.lossAvoided = *loss;
    const WideCount value = std::max(posterior.wrong * avoided / all, market * avoided / kCertain);
    out.value = Amount::micros(static_cast<std::int64_t>(value));
    out.cost = question.cost;
    return out;
}

} // namespace unchained::verification
