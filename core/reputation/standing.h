// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "base/time.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What is said of a host, by whom, and how much that is worth (protocol.md 8). Pure; safe from any thread.
///
/// Reputation sorts, bonds deter: no floor, price or check hangs on anything here, so figures are doubles for people.
/// Each comes with its sample size and a 95 % interval, and each formula stands beside it: there is no opaque score.
namespace unchained::reputation {

struct Figure {
    double mean = 0, low = 0, high = 0; ///< 95 % interval
    double weight = 0;                  ///< what the sample counts, the prior left out
    std::uint64_t count = 0;            ///< how many said it
};

// ---- reviews

inline constexpr std::size_t kDimensions = 4;
/// Named for people, in the order of Review::stars.
inline constexpr std::array<const char*, kDimensions> kDimensionNames{"as described", "speed", "availability",
                                                                      "communication"};
struct Review {
    PeerId by, about;
    std::array<std::uint32_t, kDimensions> stars{}; ///< 1 … 5 each
    TimeMs at = 0;
};
[[nodiscard]] bool isWellFormed(const Review& review);

/// A review is blind until both parties have written, or this long after the contract settled.
inline constexpr TimeMs kBlindMs = std::int64_t{14} * 24 * kMsPerHour;
/// Whether reviews of one contract may be read, from when each was written (nothing: not yet) and when it settled.
/// No review can be written once they may be: nobody answers stars with stars.
[[nodiscard]] bool reviewsAreOpen(std::optional<TimeMs> one, std::optional<TimeMs> other, TimeMs settled, TimeMs now);
[[nodiscard]] bool mayReview(std::optional<TimeMs> own, std::optional<TimeMs> other, TimeMs settled, TimeMs now);

/// What a reviewer paid a host in settled contracts, hub fees and refunds left out.
struct Payment {
    PeerId by, to;
    Amount amount;
};
/// So much paid to hosts other than the one that is reviewed makes a voice a whole one; of each such host at most a
/// quarter of it counts, so that it takes four counterparties.
struct WeightRule {
    Amount whole = Amount::credits(20);
    std::int64_t hostsAtLeast = 4;
};
/// Weight of a reviewer's voice on a host, 0 … 1: Σ over other hosts min(paid, whole/4) / whole, at most 1. Money that
/// it paid the host itself counts nothing, so renting from oneself, or a refund for a review, buys nothing.
[[nodiscard]] double reviewerWeight(const PeerId& reviewer, const PeerId& about, const std::vector<Payment>& payments,
                                    const WeightRule& rule = {});

/// Bayesian mean (K·m + Σ w·s) / (K + Σ w), prior K = 3 voices of m = 3.5 stars; a review's s is the mean of its four.
/// The interval is mean ± 1.96·√(v / (K + Σ w)), v the variance of the same sample, prior of 1 star² included. Of
/// several reviews by one peer the last counts.
[[nodiscard]] Figure rating(const PeerId& about, const std::vector<Review>& reviews,
                            const std::vector<Payment>& payments, const WeightRule& rule = {});

// ---- reliability

/// Whose fault the record proves an interrupted rental to be.
enum class Blame { Host, Renter, Nobody };
struct Rental {
    std::uint64_t promised = 0, kept = 0; ///< of one unit, steps or time; kept ≤ promised
    Blame blame = Blame::Nobody;          ///< of what was not kept
};
/// Kept rental time over promised; time that was lost through the renter, or through nobody whom the record names, is
/// not counted as promised. Each rental counts as one trial of a Beta(1 + kept, 1 + lost), in shares: mean and
/// ± 1.96·σ.
[[nodiscard]] Figure reliability(const std::vector<Rental>& rentals);

// ---- badges: by published rules alone

struct Evidence {
    Figure rating, reliability;
    std::uint64_t stepsChecked = 0, stepsWrong = 0, contracts = 0;
};
/// "proven": 100 checked steps, none wrong. "steady": reliability above 0.95 at the lower end. "liked": rating above 4
/// at the lower end, by ten voices. In this order.
[[nodiscard]] std::vector<std::string> badges(const Evidence& evidence);

} // namespace unchained::reputation
