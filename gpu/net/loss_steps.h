// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/softmax_steps.h"

/// Losses of a row, and their gradients.
namespace unchained::gpu::steps {

/// gpu/net/cross_entropy.h. false: a logit is not finite, or the loss does not fit.
struct CrossEntropy {
    const float* logits = nullptr;
    const std::int32_t* labels = nullptr;
    float* losses = nullptr;
    std::uint32_t* right = nullptr; ///< null: nobody wants it
    float* gradient = nullptr;      ///< null: nobody wants it; may be logits
    std::size_t classes = 0;
    std::size_t rows = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t row, const Team& team) const {
        const float* x = logits + row * classes;
        const float largest = mostOf(x, classes, team);
        if (!isFiniteBits(largest)) return false;
        // The first of equals, zeros of both signs among them.
        std::size_t first = classes;
        for (std::size_t c = team.first(); c < classes && first == classes; c += team.stride()) {
            if (x[c] == largest) first = c;
        }
        const std::size_t best = team.least(first);
        const auto label = static_cast<std::size_t>(labels[row]);
        const float most = x[best];
        const float labelled = x[label] - most;
        team.sync(); // before the gradient may take the logits' place
        const float total = gradient
                                ? differ(x, gradient + row * classes, most, label, team)
                                : softmaxTotal(classes, team, [&](std::size_t c) { return exactExp(x[c] - most); });
        const float loss = exactLog(total) - labelled;
        if (team.first() == 0) {
            losses[row] = loss;
            if (right) right[row] = best == label ? 1 : 0;
        }
        return isFiniteBits(loss);
    }

    template <class Team>
    [[nodiscard]] UNCHAINED_DEVICE float differ(const float* x, float* dx, float most, std::size_t label,
                                                const Team& team) const {
        const float total = softmaxTerms(x, classes, most, dx, team);
        const float share = 1.0F / static_cast<float>(rows);
        for (std::size_t c = team.first(); c < classes; c += team.stride()) {
            const float p = dx[c] / total;
            dx[c] = (c == label ? p - 1.0F : p) * share;
        }
        return total;
    }
};

/// gpu/net/mse.h. false: the loss is not finite.
struct Mse {
    const float* x = nullptr;
    const float* targets = nullptr;
    float* losses = nullptr;
    std::uint32_t* right = nullptr; ///< null: nobody wants it
    float* gradient = nullptr;      ///< null: nobody wants it; may be x
    std::size_t outputs = 0;
    std::size_t rows = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t row, const Team& team) const {
        const float* mine = x + row * outputs;
        const float* wanted = targets + row * outputs;
        const auto square = [&](std::size_t c) {
            const float d = mine[c] - wanted[c];
            return d * d;
        };
        const float loss = teamSum(team, outputs, square) / static_cast<float>(outputs);
        const float share = 2.0F / static_cast<float>(rows * outputs);
        bool close = true;
        for (std::size_t c = team.first(); c < outputs; c += team.stride()) {
            const float d = mine[c] - wanted[c];
            close = close && d >= -0.5F && d <= 0.5F;
            if (gradient) gradient[row * outputs + c] = d * share;
        }
        const bool met = team.all(close);
        if (team.first() == 0) {
            losses[row] = loss;
            if (right) right[row] = met ? 1 : 0;
        }
        return isFiniteBits(loss);
    }
};

} // namespace unchained::gpu::steps
