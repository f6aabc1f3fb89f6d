// SPDX-License-Identifier: Apache-2.0
#include "pages/interval.h"

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr double kTail = 0.05, kZ = 1.6448536; ///< of 5 % of a normal distribution
constexpr std::uint64_t kExactMost = 2000;     ///< wrong steps that are summed one by one; above it is near enough
constexpr int kHalvings = 60;

Interval wilson(double share, double count) {
    const double z2 = kZ * kZ / count;
    const double middle = (share + z2 / 2) / (1 + z2);
    const double half = kZ * std::sqrt(share * (1 - share) / count + z2 / (4 * count)) / (1 + z2);
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

/// P(at most `k` of `n`) where each has probability `p`, 0 < p < 1.
double atMost(std::uint64_t k, double n, double p) {
    double sum = 0;
    for (std::uint64_t i = 0; i <= k; ++i) {
        const double x = static_cast<double>(i);
        const double ways = std::lgamma(n + 1) - std::lgamma(x + 1) - std::lgamma(n - x + 1);
        sum += std::exp(ways + x * std::log(p) + (n - x) * std::log1p(-p));
    }
    return std::min(1.0, sum);
}

/// The p at which atMost(k, n, p), which falls with p, is `wanted`.
double solve(std::uint64_t k, double n, double wanted) {
    double low = 0, high = 1;
    for (int i = 0; i < kHalvings; ++i) {
        const double middle = (low + high) / 2;
        (atMost(k, n, middle) > wanted ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace

Interval wrongInterval(std::uint64_t wrong, std::uint64_t checked) {
    if (checked == 0) return {0, 1};
    wrong = std::min(wrong, checked);
    const double n = static_cast<double>(checked);
    if (wrong > kExactMost) return wilson(static_cast<double>(wrong) / n, n);
    Interval out{0, 1};
    if (wrong == 0)
        out.high = -std::expm1(std::log(kTail) / n);
    else if (wrong < checked)
        out.high = solve(wrong, n, kTail);
    if (wrong > 0) out.low = solve(wrong - 1, n, 1 - kTail);
    return out;
}

} // namespace unchained::ui
