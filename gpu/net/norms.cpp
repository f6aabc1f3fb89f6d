// SPDX-License-Identifier: Apache-2.0
#include "net/norms.h"

#include "gpu/sums.h"

#include <algorithm>
#include <cmath>

namespace unchained::gpu {

float normFactor(float meanOfSquares) {
    return 1.0F / std::sqrt(meanOfSquares + kNormEpsilon);
}

bool normColumnSums(const float* terms, std::size_t rows, std::size_t columns, float* out, ThreadPool& pool) {
    std::vector<std::uint32_t> most(columns);
    absMax(terms, rows, columns, nullptr, most.data(), pool);
    if (std::any_of(most.begin(), most.end(), [](std::uint32_t bits) { return bits >= kInfinityBits; })) return false;
    return columnSums(terms, rows, columns, most.data(), out, pool);
}

} // namespace unchained::gpu
