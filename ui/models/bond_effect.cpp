// SPDX-License-Identifier: Apache-2.0
#include "models/bond_effect.h"

#include <algorithm>

namespace unchained::ui {

namespace {

std::optional<Amount> stepPriceOf(Amount pricePerHour) {
    if (pricePerHour.micro() <= 0) return std::nullopt;
    // A machine that does one multiply-add a second, and a step of so many.
    const auto price = verification::stepPrice(pricePerHour, kEffectStepSeconds, 1);
    return price ? std::optional(*price) : std::nullopt;
}

} // namespace

std::optional<BondEffect> bondEffect(Amount pricePerHour, Amount bond) {
    const auto step = stepPriceOf(pricePerHour);
    if (!step) return std::nullopt;
    BondEffect out;
    out.stepPrice = *step;
    const verification::Stakes stakes{*step, kEffectJob.odds, bond, Amount{}};
    const auto least = verification::leastBond(*step, kEffectJob.odds, Amount{}, 1);
    if (!least) return std::nullopt;
    out.bondLeast = *least;
    const auto batch = verification::largestBatch(stakes);
    out.deters = batch.ok();
    if (!batch) return out;
    const std::uint32_t most =
        static_cast<std::uint32_t>(kEffectJob.steps / kEffectJob.odds); // all claims in one batch
    const std::uint32_t g = std::min(*batch, most);
    out.stepCheckRate = verification::stepCheckRate(kEffectJob.odds, g);
    out.overhead = verification::overhead(verification::kFixedShare, out.stepCheckRate,
                                          verification::checkCostInSteps(*step, Amount{}, *step));
    // p(V + (1−δ)B) = X* + c at g = 1, and the floor takes m(c + X) of it.
    const auto sabotage = verification::largestSabotage(stakes, 1);
    if (!sabotage) return std::nullopt;
    out.worthMost = std::max(Amount{}, Amount::micros((sabotage->micro() - step->micro()) / verification::kMargin));
    return out;
}

std::vector<verification::SliderPoint> bondSlider(Amount pricePerHour) {
    const auto step = stepPriceOf(pricePerHour);
    if (!step) return {};
    verification::Wish wish;
    wish.price = *step;
    wish.steps = kEffectJob.steps;
    wish.odds = kEffectJob.odds;
    wish.checkCost = *step;
    wish.batchMax = static_cast<std::uint32_t>(kEffectJob.steps / kEffectJob.odds);
    const auto points = verification::slider(wish);
    return points ? *points : std::vector<verification::SliderPoint>{};
}

PriceRank priceRank(const std::vector<HostFacts>& hosts, const QByteArray& own, std::uint64_t rate,
                    Amount pricePerHour) {
    PriceRank out;
    if (rate == 0) return out;
    HostFacts self;
    self.rate = rate;
    self.pricePerHour = pricePerHour;
    for (const HostFacts& host : hosts) {
        if (!host.online || host.peer == own || host.rate == 0) continue;
        ++out.hosts;
        out.dearer += host.pricePerTeraflopHour() > self.pricePerTeraflopHour() ? 1 : 0;
    }
    return out;
}

int smallerBonds(const std::vector<HostFacts>& hosts, const QByteArray& own, Amount bond) {
    return static_cast<int>(std::count_if(hosts.begin(), hosts.end(), [&](const HostFacts& host) {
        return host.online && host.peer != own && host.bond < bond;
    }));
}

} // namespace unchained::ui
