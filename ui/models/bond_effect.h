// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "verification/terms.h"

#include <optional>
#include <vector>

/// What a host's bond and price change, on a job of the protocol's medium size: from core/verification, as the hub and
/// each renter reckon. Pure functions.
namespace unchained::ui {

inline constexpr const verification::Preset& kEffectJob = verification::kPresets[1];
inline constexpr int kEffectStepSeconds = 5; ///< of a step of that job

struct BondEffect {
    Amount stepPrice;
    Amount worthMost;         ///< X: the most that a false result may be worth to somebody, every win checked
    double stepCheckRate = 0; ///< with nothing at stake beside the price: the least share of steps that is checked
    double overhead = 0;      ///< of the renter, at that rate
    Amount bondLeast;         ///< without which no such job is let
    bool deters = false;      ///< the bond suffices for such a job at all
};
/// Nothing for a price of 0, or sums beyond the range of amounts.
[[nodiscard]] std::optional<BondEffect> bondEffect(Amount pricePerHour, Amount bond);

/// Bond against check rate at this price: the policy's slider, from many checks to few.
[[nodiscard]] std::vector<verification::SliderPoint> bondSlider(Amount pricePerHour);

/// How a price stands among the hosts that are online, for the same work.
struct PriceRank {
    int hosts = 0;  ///< others that are online
    int dearer = 0; ///< that ask more
};
/// @param rate  of this machine, multiply-adds a second; 0: not known, and all ranks are 0
[[nodiscard]] PriceRank priceRank(const std::vector<HostFacts>& hosts, const QByteArray& own, std::uint64_t rate,
                                  Amount pricePerHour);
/// How many of the others can put up less than this bond.
[[nodiscard]] int smallerBonds(const std::vector<HostFacts>& hosts, const QByteArray& own, Amount bond);

} // namespace unchained::ui
