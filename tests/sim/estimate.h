// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace unchained::sim {

/// How one game ended, in step prices and steps.
struct Ending {
    double gain = 0;     ///< over honest play on the same steps
    double caught = 0;   ///< 0 or 1, or the chance of it where both ways were played
    double delay = 0;    ///< steps from the first fake until the contract ended, where it was caught
    double poisoned = 0; ///< a false step stands in an accepted result
    double steps = 0;    ///< of the contract; 0 where the attempt is not about one
    double checks = 0;
};

/// Sums of one stratum.
struct Stratum {
    double weight = 1; ///< its probability
    std::uint64_t games = 0;
    double caught = 0, poisoned = 0, mean = 0, squares = 0, delay = 0, steps = 0, checks = 0;

    void add(const Ending& e) {
        ++games;
        const double off = e.gain - mean; // Welford: the gains of a stratum differ little beside their size
        mean += off / static_cast<double>(games);
        squares += off * (e.gain - mean);
        caught += e.caught;
        poisoned += e.poisoned;
        delay += e.caught * e.delay;
        steps += e.steps;
        checks += e.checks;
    }
    [[nodiscard]] double varianceOfMean() const {
        return games < 2 ? 0 : squares / static_cast<double>(games - 1) / static_cast<double>(games);
    }
};

struct Estimate {
    double mean = 0, low = 0, high = 0; ///< gain, 95 % interval
    double delay = 0;                   ///< of those that were caught; 0: nobody was
    double poisoned = 0, caught = 0;
    double checksPerStep = -1; ///< below 0: no step of a contract was played
    std::uint64_t games = 0;
};

/// Σ w·mean, with the variance Σ w²·s²/n. `weightVariance` is that of the first stratum's weight where it was measured
/// and not known (the second one's is the rest).
inline Estimate combine(const std::vector<Stratum>& strata, double weightVariance = 0) {
    Estimate out;
    double variance = 0, delay = 0, steps = 0, checks = 0;
    for (const Stratum& s : strata) {
        if (s.games == 0) continue;
        const double n = static_cast<double>(s.games);
        out.games += s.games;
        out.mean += s.weight * s.mean;
        variance += s.weight * s.weight * s.varianceOfMean();
        out.caught += s.weight * s.caught / n;
        out.poisoned += s.weight * s.poisoned / n;
        delay += s.weight * s.delay / n;
        steps += s.weight * s.steps / n;
        checks += s.weight * s.checks / n;
    }
    if (strata.size() == 2) {
        const double apart = strata[0].mean - strata[1].mean;
        variance += weightVariance * apart * apart;
    }
    out.delay = out.caught > 0 ? delay / out.caught : 0;
    out.checksPerStep = steps > 0 ? checks / steps : -1;
    const double half = 1.96 * std::sqrt(variance);
    out.low = out.mean - half;
    out.high = out.mean + half;
    return out;
}

} // namespace unchained::sim
