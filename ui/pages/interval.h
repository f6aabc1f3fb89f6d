// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// How far an estimate can be trusted. All intervals hold 9 times in 10. Pure; any thread.
namespace unchained::ui {

struct Interval {
    double low = 0, high = 0;
};

/// Of the share of wrong steps: Clopper and Pearson's interval, so each end alone holds 19 times in 20. Where none was
/// wrong the upper end is about 3 in the number checked; where none was checked it is 1.
[[nodiscard]] Interval wrongInterval(std::uint64_t wrong, std::uint64_t checked);

} // namespace unchained::ui
