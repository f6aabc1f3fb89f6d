// SPDX-License-Identifier: Apache-2.0
#include "gpu/product.h"
#include "gpu/program.h"
#include "gpu/sums.h"
#include "net/optimiser.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace unchained::gpu {

namespace {

constexpr std::size_t kGrain = 65536;
constexpr int kSquareBits = 50; ///< below the 2^51 that roundToInteger() takes

Error notFiniteGradient() {
    return makeError(ProgramError::NotFinite, "gradient", "a number is a NaN, an infinity or too large for binary32",
                     "lower the learning rate");
}

/// Σ rne((g·2^-e)²·2^bits) in Z, of terms of which each is at most 1 before the last factor: g·2^-e and its square are
/// exact in binary64, the rounding to an integer is the only one.
std::int64_t sumOfSquares(std::span<const float> values, double down, double up, ThreadPool& pool) {
    std::vector<std::int64_t> partial(pool.threads(), 0);
    pool.parallelRanges(values.size(), kGrain, [&](std::size_t begin, std::size_t end, unsigned worker) {
        std::int64_t sum = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const double g = static_cast<double>(values[i]) * down;
            sum += roundToInteger(g * g * up);
        }
        partial[worker] += sum;
    });
    std::int64_t sum = 0;
    for (const std::int64_t part : partial)
        sum += part;
    return sum;
}

} // namespace

/// With 2^e the least power above every |g| and b = min(50, 62 − bits of their count):
///     norm = sqrt(rne32(Σ rne((g·2^-e)²·2^b) · 2^-b)) · 2^e;  factor = norm > limit ? limit / norm : 1
Result<float> clipFactor(std::span<const std::span<const float>> gradients, float limit, ThreadPool& pool) {
    std::uint32_t most = 0;
    std::size_t count = 0;
    for (const auto& tensor : gradients) {
        std::uint32_t max = 0;
        absMax(tensor.data(), 1, tensor.size(), &max, nullptr, pool);
        most = std::max(most, max);
        count += tensor.size();
    }
    if (most >= kInfinityBits) return notFiniteGradient();
    if (most == 0) return 1.0F;
    int exponent = 0;
    static_cast<void>(std::frexp(static_cast<double>(std::bit_cast<float>(most)), &exponent));
    const int bits = std::min(kSquareBits, 62 - static_cast<int>(std::bit_width(count)));
    std::int64_t sum = 0;
    for (const auto& tensor : gradients)
        sum += sumOfSquares(tensor, powerOfTwo(-exponent), powerOfTwo(bits), pool);
    const float squares = static_cast<float>(static_cast<double>(static_cast<float>(sum)) * powerOfTwo(-bits));
    const auto norm = static_cast<float>(static_cast<double>(std::sqrt(squares)) * powerOfTwo(exponent));
    if (!isFiniteBits(norm)) return notFiniteGradient();
    return norm > limit ? limit / norm : 1.0F;
}

} // namespace unchained::gpu
