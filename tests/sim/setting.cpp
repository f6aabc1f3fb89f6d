// SPDX-License-Identifier: Apache-2.0
#include "setting.h"

#include "lottery/lottery.h"
#include "verification/posterior.h"
#include "verification/slash.h"

#include <algorithm>

namespace unchained::sim {

Amount escrowFor(const Setting& setting, std::uint64_t steps) {
    const verification::Preset& p = setting.preset;
    return setting.face.times(lottery::escrowTickets(std::max<std::uint64_t>(steps, p.window), p.window, p.odds))
        .value();
}

std::optional<betting::MarketRules> marketOn(const Setting& setting, Amount paidMost) {
    const auto rules = betting::rulesFor({setting.bond, verification::burnedAtLeast(setting.bond, paidMost),
                                          verification::fraudChance({}), setting.price},
                                         {});
    if (!rules) return std::nullopt;
    return *rules;
}

Setting settingOf(const verification::Preset& preset, bool claimMarket, bool canary) {
    Setting out{preset, Amount::credits(1), {}, {}, preset.batch, 0, 0, claimMarket, {}};
    out.face = verification::faceValue(out.price, preset.odds).value();
    out.bond = out.price.times(preset.bondSteps).value();
    verification::Stakes stakes{out.price, preset.odds, out.bond, Amount{}};
    if (claimMarket) {
        // On a claim of the first twentieth of the job, while little is paid that a slash would give back.
        out.market = marketOn(out, escrowFor(out, preset.steps / lottery::kBoundaries));
        if (out.market) stakes.marketLoss = out.market->makerFunds + out.market->stakesMost;
    }
    const auto largest = verification::largestBatch(stakes);
    if (largest) out.batch = std::min(preset.batch, *largest);
    out.sabotage = verification::sabotageDeterred(stakes, out.batch) / static_cast<double>(out.price.micro());
    if (canary) out.bond = Amount{};
    return out;
}

} // namespace unchained::sim
