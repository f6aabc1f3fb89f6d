// SPDX-License-Identifier: Apache-2.0
#include "gpu/sums.h"

#include "gpu/product.h"
#include "gpu/program.h"
#include "gpu/thread_pool.h"

#include <vector>

namespace unchained::gpu {

namespace {

/// Adds one row's terms, rounding constant and all: unsigned, for the constants wrap and are taken off at the end.
void addRow(const float* row, std::size_t columns, const double* scale, std::uint64_t* sums) {
    for (std::size_t j = 0; j < columns; ++j) {
        sums[j] += std::bit_cast<std::uint64_t>(static_cast<double>(row[j]) * scale[j] + kSumRound);
    }
}

} // namespace

bool columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* columnMax, float* out,
                ThreadPool& pool) {
    const FloatModeGuard mode;
    std::vector<double> scale(columns);
    std::vector<std::int32_t> exponent(columns);
    for (std::size_t j = 0; j < columns; ++j) {
        exponent[j] = sumExponent(columnMax[j]);
        scale[j] = powerOfTwo(exponent[j]);
    }
    std::vector<std::uint64_t> partial(pool.threads() * columns, 0);
    const std::size_t grain = std::max<std::size_t>(1, 65536 / std::max<std::size_t>(1, columns));
    pool.parallelRanges(rows, grain, [&](std::size_t begin, std::size_t end, unsigned worker) {
        std::uint64_t* mine = partial.data() + worker * columns;
        for (std::size_t i = begin; i < end; ++i)
            addRow(data + i * columns, columns, scale.data(), mine);
    });
    bool finite = true;
    const std::uint64_t constants = std::bit_cast<std::uint64_t>(kSumRound) * rows;
    for (std::size_t j = 0; j < columns; ++j) {
        std::uint64_t sum = 0;
        for (std::size_t w = 0; w < pool.threads(); ++w)
            sum += partial[w * columns + j];
        const auto whole = static_cast<float>(static_cast<std::int64_t>(sum - constants));
        out[j] = static_cast<float>(static_cast<double>(whole) * powerOfTwo(-exponent[j]));
        finite = finite && isFiniteBits(out[j]);
    }
    return finite;
}

Result<float> exactSum(std::span<const float> values, ThreadPool& pool) {
    const FloatModeGuard mode;
    std::uint32_t max = 0;
    absMax(values.data(), 1, values.size(), &max, nullptr, pool);
    if (max >= kInfinityBits) {
        return makeError(ProgramError::NotFinite, "sum", "a term is a NaN or an infinity");
    }
    const std::int32_t exponent = sumExponent(max);
    const double scale = powerOfTwo(exponent);
    std::vector<std::int64_t> partial(pool.threads(), 0);
    pool.parallelRanges(values.size(), 65536, [&](std::size_t begin, std::size_t end, unsigned worker) {
        std::int64_t sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            sum += roundToInteger(static_cast<double>(values[i]) * scale);
        partial[worker] += sum;
    });
    std::int64_t sum = 0;
    for (const std::int64_t part : partial)
        sum += part;
    const auto result = static_cast<float>(static_cast<double>(static_cast<float>(sum)) * powerOfTwo(-exponent));
    if (!isFiniteBits(result)) {
        return makeError(ProgramError::NotFinite, "sum", "the sum is too large for binary32");
    }
    return result;
}

} // namespace unchained::gpu
