// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"

#include <algorithm>
#include <vector>

namespace unchained::lottery {

namespace {

/// Weights of Bin(trials, 1/n) relative to its mode. Terms below 2^-120 of the mode change no answer that is asked for.
struct RelativeWeights {
    std::uint64_t first = 0;
    std::vector<double> weights; ///< of first, first + 1, …
    double total = 0;

    RelativeWeights(std::uint64_t trials, std::uint32_t n) {
        constexpr double kLeast = 0x1p-120;
        if (n == 1) { // every ticket wins
            first = trials;
            weights = {1.0};
            total = 1.0;
            return;
        }
        const double odds = static_cast<double>(n) - 1.0; // (1-p)/p
        const std::uint64_t mode = (trials + 1) / n;
        std::vector<double> below;
        double w = 1.0;
        for (std::uint64_t k = mode; k > 0 && w > kLeast; --k) {
            w = w * static_cast<double>(k) * odds / static_cast<double>(trials - k + 1);
            below.push_back(w);
        }
        first = mode - below.size();
        weights.assign(below.rbegin(), below.rend());
        w = 1.0;
        for (std::uint64_t k = mode; k <= trials && w > kLeast; ++k) {
            weights.push_back(w);
            w = w * static_cast<double>(trials - k) / (static_cast<double>(k + 1) * odds);
        }
        for (const double x : weights)
            total += x;
    }
};

} // namespace

double binomialAbove(std::uint64_t trials, std::uint32_t n, std::uint64_t k) {
    const RelativeWeights table(trials, n);
    double above = 0;
    for (std::size_t i = table.weights.size(); i-- > 0 && table.first + i > k;)
        above += table.weights[i];
    return above / table.total;
}

std::uint64_t binomialQuantile(std::uint64_t trials, std::uint32_t n, double tail) {
    const RelativeWeights table(trials, n);
    double above = 0;
    for (std::size_t i = table.weights.size(); i-- > 0;) {
        if (above + table.weights[i] > tail * table.total) return table.first + i;
        above += table.weights[i];
    }
    return 0;
}

std::uint64_t windowWinsMax(std::uint64_t window, std::uint32_t n) {
    return binomialQuantile(window, n, 1e-6);
}

std::uint64_t escrowTickets(std::uint64_t steps, std::uint64_t window, std::uint32_t n) {
    const std::uint64_t last = std::min(steps, window);
    return binomialQuantile(steps - last, n, 1e-3) + windowWinsMax(last, n);
}

} // namespace unchained::lottery
