// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "betting/market.h"
#include "verification/terms.h"

#include <optional>
#include <string>

namespace unchained::sim {

/// Under which terms a row is played. Amounts are in micro-credits; a step costs a credit, gains are told in steps.
struct Setting {
    verification::Preset preset;
    Amount price, face, bond;
    std::uint32_t batch = 1;
    double atStake = 0;       ///< X in step prices, earned once a contract as soon as one false step stands in it
    double sabotage = 0;      ///< X* in step prices
    bool claimMarket = false; ///< somebody may open a market on a claim: X* is lower by what a friend could win there
    std::optional<betting::MarketRules> market;
};

/// Terms of a preset; with a market on a claim X* subtracts the maker's funds and the most that strangers may stake.
/// @param canary  X* is that of the bond, and no bond is locked: sabotage must pay then
[[nodiscard]] Setting settingOf(const verification::Preset& preset, bool claimMarket, bool canary);

/// A market about a contract of the setting, if the renter may have paid `paidMost` by its end; nothing: refused.
[[nodiscard]] std::optional<betting::MarketRules> marketOn(const Setting& setting, Amount paidMost);
/// Most that a renter pays for so many steps: the escrow that the hub asks for.
[[nodiscard]] Amount escrowFor(const Setting& setting, std::uint64_t steps);

inline double inSteps(const Setting& setting, Amount amount) {
    return static_cast<double>(amount.micro()) / static_cast<double>(setting.price.micro());
}

} // namespace unchained::sim
