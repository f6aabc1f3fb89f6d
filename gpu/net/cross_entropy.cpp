// SPDX-License-Identifier: Apache-2.0
#include "net/cross_entropy.h"

#include "gpu/elementary.h"
#include "net/row_sums.h"

#include <atomic>

namespace unchained::gpu {

namespace {

struct RowResult {
    bool finite = true;
    bool correct = false;
};

RowResult oneRow(const float* x, std::size_t label, std::size_t classes, float share, float* loss, float* gradient,
                 float* terms) {
    std::size_t best = 0;
    bool finite = true;
    for (std::size_t c = 0; c < classes; ++c) {
        finite = finite && isFiniteBits(x[c]);
        if (x[c] > x[best]) best = c;
    }
    if (!finite) return {false, false};
    const float most = x[best];
    const float labelled = x[label] - most;
    const float total = softmaxTerms(x, classes, most, terms);
    *loss = exactLog(total) - labelled;
    if (gradient) {
        for (std::size_t c = 0; c < classes; ++c) {
            const float p = terms[c] / total;
            gradient[c] = (c == label ? p - 1.0F : p) * share;
        }
    }
    return {isFiniteBits(*loss), best == label};
}

} // namespace

Result<std::uint64_t> CrossEntropy::run(Tools& tools, const float* logits, const std::int32_t* labels, std::size_t rows,
                                        std::size_t classes, float* losses, float* gradient) {
    std::atomic<bool> finite{true};
    std::atomic<std::uint64_t> correct{0};
    const float share = 1.0F / static_cast<float>(rows);
    tools.pool.parallelRanges(rows, std::max<std::size_t>(1, 4096 / classes), [&](std::size_t begin, std::size_t end) {
        std::vector<float> terms(classes);
        std::uint64_t right = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const auto label = static_cast<std::size_t>(labels[i]);
            float* into = gradient ? gradient + i * classes : nullptr;
            const RowResult row = oneRow(logits + i * classes, label, classes, share, losses + i, into, terms.data());
            if (!row.finite) finite.store(false, std::memory_order_relaxed);
            right += row.correct ? 1 : 0;
        }
        correct.fetch_add(right, std::memory_order_relaxed);
    });
    if (!finite) {
        return makeError(ProgramError::NotFinite, "loss", "a logit is a NaN, an infinity or too large",
                         "lower the learning rate or look into the data");
    }
    return correct.load();
}

} // namespace unchained::gpu
