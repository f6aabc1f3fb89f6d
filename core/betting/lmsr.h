// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"

#include <cstdint>
#include <span>

/// Hanson's logarithmic market scoring rule, C(q) = b·ln Σ exp(q_j/b), in integers that everybody gets alike and that
/// round against the trader. Vectors and error bounds: tests/vectors/lmsr.json. Pure; safe from any thread.
///
/// All numbers are micro-credits: q_j is what is paid out if outcome j comes true. Bounds, not checked outside debug
/// builds: 1 ≤ b ≤ kDepthMax, |q_j| ≤ kStockMax, 2 to 8 outcomes.
namespace unchained::betting {

inline constexpr std::int64_t kDepthMax = std::int64_t{1} << 40;
inline constexpr std::int64_t kStockMax = std::int64_t{1} << 50;
inline constexpr std::size_t kOutcomesMax = 8;
/// A price in parts of a million: what a share that pays 10^6 costs.
inline constexpr std::int64_t kWholePrice = 1'000'000;

/// About exp(−d/b)·2^62 for d ≥ 0; 0 from d = 43·b on.
[[nodiscard]] std::uint64_t expTerm(std::int64_t d, std::int64_t b);
/// About ln Σ_j exp((q_j − max q)/b) · 2^62, wrong by less than 64.
[[nodiscard]] std::uint64_t logSum(std::span<const std::int64_t> stocks, std::int64_t b);
/// What a trader pays for moving the stocks; negative: it receives. Never below the true cost, above it by less than
/// 1 + 2^-14, and never more than the shares can pay.
[[nodiscard]] std::int64_t tradeCost(std::span<const std::int64_t> before, std::span<const std::int64_t> after,
                                     std::int64_t b);

/// Marginal price of the first of two outcomes whose stocks differ by `lead` = q_0 − q_1, rounded both ways.
struct MarginalPrice {
    std::int64_t down = 0, up = 0;
};
[[nodiscard]] MarginalPrice marginalPrice(std::int64_t lead, std::int64_t b);

/// Stocks of a market of two that opens with `chance` (in 10^9, 10^3 … 10^9 − 10^3) for the second outcome: the lead
/// q_0 − q_1 = b·ln((1−chance)/chance), rounded towards 0.
[[nodiscard]] std::int64_t openingLead(std::uint64_t chance, std::int64_t b);
/// Most that the maker can lose from an opening lead: b·ln(1/π), π the smaller opening price. Rounded up.
[[nodiscard]] std::int64_t makersLossMost(std::int64_t lead, std::int64_t b);
/// Largest b for which the maker's loss from opening with `chance` stays within `loss`; 0 where none does.
[[nodiscard]] std::int64_t depthFor(std::int64_t loss, std::uint64_t chance);

} // namespace unchained::betting
