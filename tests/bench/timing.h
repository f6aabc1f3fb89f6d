// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace unchained::bench {

/// The best of some runs: what the machine can do when nobody disturbs it.
template <class Work>
[[nodiscard]] double bestSeconds(const Work& work, int runs = 7) {
    double best = 1e9;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

} // namespace unchained::bench
