// SPDX-License-Identifier: Apache-2.0
#include "verification/terms.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace unchained::verification {

namespace {

Error termsTooLarge(const char* what) {
    return makeError(PolicyError::Overflow, what, "is more than the books can hold",
                     "use a lower price or fewer steps");
}

double overheadOf(const Wish& wish, std::uint32_t batch) {
    return overhead(wish.fixedShare, stepCheckRate(wish.odds, batch),
                    checkCostInSteps(wish.checkCost, Amount{}, wish.price));
}

} // namespace

Result<std::uint32_t> batchForAssurance(double assurance, double share, std::uint64_t steps, std::uint32_t odds,
                                        std::uint32_t batchMax) {
    if (assurance <= 0) return batchMax;
    const std::uint64_t wanted = checksFor(assurance, share);
    if (wanted == 1) return batchMax; // every contract has one check
    const std::uint64_t claims = steps / odds;
    if (wanted > claims)
        return makeError(PolicyError::OutOfReach, "assurance",
                         Message("takes %1 checks, and the job has about %2 claims", wanted, claims),
                         "choose larger odds (a smaller n), or rent two hosts and compare their results");
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(batchMax, claims / wanted));
}

const Preset& presetFor(std::uint64_t steps) {
    const Preset* out = &kPresets.front();
    for (const Preset& preset : kPresets)
        if (preset.steps <= steps) out = &preset;
    return *out;
}

std::uint64_t checksFor(double assurance, double share) {
    assert(assurance < 1 && share > 0 && share <= 1);
    if (share >= 1 || assurance <= 0) return 1;
    // The logarithms only say where to look: K is right by the formula that is shown to people.
    auto checks = static_cast<std::uint64_t>(std::max(1.0, std::log1p(-assurance) / std::log1p(-share)));
    while (checks > 1 && unchained::verification::assurance(share, checks - 1, 1, 1) >= assurance)
        --checks;
    while (unchained::verification::assurance(share, checks, 1, 1) < assurance)
        ++checks;
    return checks;
}

Result<Terms> termsFor(const Wish& wish) {
    assert(wish.steps >= 1 && wish.odds >= 1 && wish.price.micro() >= 1 && wish.batchMax >= 1);
    const auto wanted = batchForAssurance(wish.assurance, wish.share, wish.steps, wish.odds, wish.batchMax);
    if (!wanted) return wanted.error();
    const auto deterred = largestBatch({wish.price, wish.odds, wish.bondMax, wish.atStake, wish.marketLoss});
    if (!deterred) return deterred.error();
    Terms out;
    out.batch = std::min(*wanted, *deterred);
    const auto bond = leastBond(wish.price, wish.odds, wish.atStake, out.batch, wish.marketLoss);
    if (!bond) return bond.error();
    out.bond = *bond;
    out.claimCheckRate = 1.0 / out.batch;
    out.stepCheckRate = stepCheckRate(wish.odds, out.batch);
    out.checks = std::max<std::uint64_t>(1, wish.steps / (std::uint64_t{wish.odds} * out.batch));
    const auto sabotage = largestSabotage({wish.price, wish.odds, out.bond, wish.atStake, wish.marketLoss}, out.batch);
    if (!sabotage) return sabotage.error();
    out.sabotage = *sabotage;
    out.assurance = assurance(wish.share, wish.steps, wish.odds, out.batch);
    out.overhead = overheadOf(wish, out.batch);
    const auto work = wish.price.times(wish.steps);
    const auto checks = wish.checkCost.times(out.checks);
    if (!work || !checks) return termsTooLarge("price");
    const auto price = work->plus(*checks);
    if (!price) return termsTooLarge("price");
    out.price = *price;
    return out;
}

Result<std::vector<SliderPoint>> slider(const Wish& wish) {
    std::vector<SliderPoint> out;
    const std::uint64_t most =
        std::min<std::uint64_t>(wish.batchMax, std::max<std::uint64_t>(1, wish.steps / wish.odds));
    std::vector<std::uint64_t> batches;
    for (std::uint64_t power = 1; power <= most; power *= 2) {
        batches.push_back(power);
        if (power >= 2 && power + power / 2 <= most) batches.push_back(power + power / 2);
    }
    if (batches.back() != most) batches.push_back(most);
    for (const std::uint64_t g : batches) {
        const auto batch = static_cast<std::uint32_t>(g);
        const auto bond = leastBond(wish.price, wish.odds, wish.atStake, batch, wish.marketLoss);
        if (!bond) return bond.error();
        out.push_back({batch, *bond, stepCheckRate(wish.odds, batch), overheadOf(wish, batch)});
    }
    return out;
}

} // namespace unchained::verification
