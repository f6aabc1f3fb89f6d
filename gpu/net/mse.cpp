// SPDX-License-Identifier: Apache-2.0
#include "net/mse.h"

#include "net/row_sums.h"

#include <algorithm>
#include <atomic>

namespace unchained::gpu {

Result<std::uint64_t> Mse::run(Tools& tools, const float* x, const float* targets, std::size_t rows,
                               std::size_t outputs, float* losses, float* gradient) {
    std::atomic<bool> finite{true};
    std::atomic<std::uint64_t> met{0};
    const float share = 2.0F / static_cast<float>(rows * outputs);
    tools.pool.parallelRanges(rows, std::max<std::size_t>(1, 4096 / outputs), [&](std::size_t begin, std::size_t end) {
        std::vector<float> squares(outputs);
        std::uint64_t close = 0;
        for (std::size_t i = begin; i < end; ++i) {
            bool all = true;
            for (std::size_t c = 0; c < outputs; ++c) {
                const float d = x[i * outputs + c] - targets[i * outputs + c];
                squares[c] = d * d;
                all = all && d >= -0.5F && d <= 0.5F;
                if (gradient) gradient[i * outputs + c] = d * share;
            }
            losses[i] = rowSum(squares.data(), outputs) / static_cast<float>(outputs);
            if (!isFiniteBits(losses[i])) finite.store(false, std::memory_order_relaxed);
            close += all ? 1 : 0;
        }
        met.fetch_add(close, std::memory_order_relaxed);
    });
    if (!finite) return notFiniteLayer("loss");
    return met.load();
}

} // namespace unchained::gpu
