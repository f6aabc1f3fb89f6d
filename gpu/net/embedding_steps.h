// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/team.h"

/// Rows of a table by their number, and the exact sums that go back into it.
namespace unchained::gpu::steps {

/// One position: its id and its row. false: the number is no id.
struct Embed {
    const float* input = nullptr;
    const float* weight = nullptr;
    const float* places = nullptr; ///< one row a position of the sample; null: none
    std::uint32_t* ids = nullptr;
    float* y = nullptr;
    std::size_t tokens = 0;
    std::size_t width = 0;
    std::size_t positions = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t i, const Team& team) const {
        const float given = input[i];
        const bool within = given >= 0.0F && given < static_cast<float>(tokens);
        const std::uint32_t id = within ? static_cast<std::uint32_t>(given) : 0;
        const float* row = weight + id * width;
        float* out = y + i * width;
        if (places) {
            const float* place = places + i % positions * width;
            for (std::size_t c = team.first(); c < width; c += team.stride())
                out[c] = row[c] + place[c];
        } else {
            for (std::size_t c = team.first(); c < width; c += team.stride())
                out[c] = row[c];
        }
        if (team.first() == 0) ids[i] = id;
        return within && static_cast<float>(id) == given;
    }
};

/// The scale of a column's sums; a column that is not finite is refused at the end.
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t columnExponent(std::uint32_t maxBits) {
    return rowSumExponent(maxBits < kInfinityBits ? maxBits : kInfinityBits - 1);
}

/// Adds the gradients of a run of positions, in a group of columns, to the sums of their tokens. Task t takes columns
/// of group t % groups and positions of run t / groups. With one run no two tasks add to the same sum.
struct EmbeddingSums {
    const float* gradient = nullptr;
    const std::uint32_t* ids = nullptr;
    const std::uint32_t* columnMax = nullptr;
    std::int64_t* sums = nullptr;
    std::size_t count = 0; ///< positions in all
    std::size_t width = 0;
    std::size_t run = 0;     ///< positions of a run
    std::size_t columns = 0; ///< of a group
    std::size_t groups = 1;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t task, const Team& team) const {
        const std::size_t firstColumn = task % groups * columns;
        const std::size_t lastColumn = firstColumn + columns < width ? firstColumn + columns : width;
        const std::size_t begin = task / groups * run;
        const std::size_t end = begin + run < count ? begin + run : count;
        const bool alone = run >= count;
        for (std::size_t i = begin; i < end; ++i) {
            std::int64_t* to = sums + ids[i] * width;
            for (std::size_t c = firstColumn + team.first(); c < lastColumn; c += team.stride()) {
                const float value = gradient[i * width + c];
                if (!isFiniteBits(value)) continue;
                const double scaled =
                    rn::multiply(static_cast<double>(value), powerOfTwo(columnExponent(columnMax[c])));
                if (alone) {
                    to[c] += roundToInteger(scaled);
                } else {
                    addTo(to + c, roundToInteger(scaled));
                }
            }
        }
    }
};

/// Rounds the sums of a token. false: one is not finite.
struct EmbeddingFinish {
    const std::int64_t* sums = nullptr;
    const std::uint32_t* columnMax = nullptr;
    float* out = nullptr;
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t token, const Team& team) const {
        std::uint32_t bad = 0;
        for (std::size_t c = team.first(); c < width; c += team.stride()) {
            const auto whole = static_cast<double>(static_cast<float>(sums[token * width + c]));
            const auto sum = static_cast<float>(rn::multiply(whole, powerOfTwo(-columnExponent(columnMax[c]))));
            out[token * width + c] = sum;
            bad |= !isFiniteBits(sum) || columnMax[c] >= kInfinityBits ? 1U : 0U;
        }
        return bad == 0;
    }
};

} // namespace unchained::gpu::steps
