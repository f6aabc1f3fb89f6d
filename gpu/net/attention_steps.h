// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/softmax_steps.h"

/// What attention does between its products: gpu/net/attention.cpp.
namespace unchained::gpu::steps {

/// Rows of scores, `length` of each head: P = softmax(S·s) over the positions that a row sees, zeros beyond, in place.
/// false: a score is not finite.
struct Attend {
    float* scores = nullptr;
    std::size_t length = 0;
    std::uint32_t causal = 0;
    float scale = 1;

    [[nodiscard]] UNCHAINED_DEVICE std::size_t seen(std::size_t row) const {
        return causal != 0 ? row % length + 1 : length;
    }

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t row, const Team& team) const {
        float* p = scores + row * length;
        const std::size_t count = seen(row);
        for (std::size_t j = team.first(); j < length; j += team.stride())
            p[j] = j < count ? p[j] * scale : 0.0F;
        team.sync();
        return softmaxRow(p, count, p, team);
    }
};

/// dS = (P∘(dP − Σ P∘dP))·s of such rows, in place of dP.
struct AttendGradient {
    const float* probabilities = nullptr;
    float* gradient = nullptr;
    std::size_t length = 0;
    std::uint32_t causal = 0;
    float scale = 1;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t row, const Team& team) const {
        float* ds = gradient + row * length;
        const std::size_t count = causal != 0 ? row % length + 1 : length;
        softmaxGradientRow(probabilities + row * length, ds, count, ds, team);
        for (std::size_t j = team.first(); j < length; j += team.stride())
            ds[j] = j < count ? ds[j] * scale : 0.0F;
    }
};

/// Turns the pairs of all queries and keys of one position: gpu/net/rotary.h.
struct TurnPairs {
    float* rows = nullptr; ///< [Q K V] of each position, in place
    const float* sines = nullptr;
    const float* cosines = nullptr;
    std::size_t stride = 0;    ///< numbers of a row
    std::size_t heads = 0;     ///< of queries and keys together
    std::size_t pairs = 0;     ///< of a head
    std::size_t positions = 0; ///< of a sample
    std::size_t back = 0;      ///< not 0: turn back

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t row, const Team& team) const {
        const float* sine = sines + row % positions * pairs;
        const float* cosine = cosines + row % positions * pairs;
        for (std::size_t head = 0; head < heads; ++head) {
            float* x = rows + row * stride + head * 2 * pairs;
            for (std::size_t i = team.first(); i < pairs; i += team.stride()) {
                const float s = back != 0 ? -sine[i] : sine[i];
                const float a = x[2 * i];
                const float b = x[2 * i + 1];
                x[2 * i] = a * cosine[i] - b * s;
                x[2 * i + 1] = a * s + b * cosine[i];
            }
        }
    }
};

} // namespace unchained::gpu::steps
