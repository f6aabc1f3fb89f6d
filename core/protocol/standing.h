// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"

#include <cstdint>

/// A peer's record as its hub tells it, in integers as they travel. What the figures are, core/reputation says.
namespace unchained::protocol {

/// A reputation::Figure in thousandths.
struct FigureOnWire {
    std::uint64_t mean = 0, low = 0, high = 0, weight = 0;
    std::uint64_t count = 0; ///< whole
    template <class F>
    void fields(F& f) {
        f(mean, low, high, weight, count);
    }
};

struct Standing {
    // As a host: from checks that the draw chose and from settled contracts alone.
    std::uint64_t stepsChecked = 0, stepsWrong = 0;
    std::uint64_t contracts = 0; ///< that it kept
    FigureOnWire rating;         ///< of what the other parties of its contracts wrote, in stars
    FigureOnWire reliability;
    // As a renter.
    std::uint64_t rented = 0; ///< settled contracts in which it paid
    std::uint64_t faults = 0; ///< contracts that it provably broke: two receipts of a window
    Amount spent;             ///< on hosts, what came back from a bond left out
    template <class F>
    void fields(F& f) {
        f(stepsChecked, stepsWrong, contracts, rating, reliability, rented, faults, spent);
    }
};

} // namespace unchained::protocol
