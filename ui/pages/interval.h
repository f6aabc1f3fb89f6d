// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

/// How far an estimate can be trusted. All intervals hold 9 times in 10. Pure; any thread.
namespace unchained::ui {

struct Interval {
    double low = 0, high = 0;
};

/// Ratings below this number are too few to say anything.
inline constexpr std::uint64_t kRatingsLeast = 5;

/// Of the mean of ratings from 1 to 5 stars, when only their sum is known: Wilson's interval, as if each rating were
/// the best or the worst, which no ratings of the same mean can scatter beyond.
/// @return  none below kRatingsLeast, or where the sum is not one of so many ratings
[[nodiscard]] std::optional<Interval> ratingInterval(std::uint64_t starSum, std::uint64_t ratings);

/// Of the share of wrong steps: Clopper and Pearson's interval, so each end alone holds 19 times in 20. Where none was
/// wrong the upper end is about 3 in the number checked; where none was checked it is 1.
[[nodiscard]] Interval wrongInterval(std::uint64_t wrong, std::uint64_t checked);

} // namespace unchained::ui
