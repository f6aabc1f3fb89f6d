// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/team.h"

/// Moving and adding of rows.
namespace unchained::gpu::steps {

/// Row i of `to` is row which[i] of `from`; words of 32 bits, whatever they mean.
struct TakeRow {
    const std::uint32_t* from = nullptr;
    const std::uint32_t* which = nullptr;
    std::uint32_t* to = nullptr;
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t i, const Team& team) const {
        const std::uint32_t* row = from + which[i] * width;
        for (std::size_t c = team.first(); c < width; c += team.stride())
            to[i * width + c] = row[c];
    }
};

/// out may be a or b.
struct Add {
    const float* a = nullptr;
    const float* b = nullptr;
    float* out = nullptr;
    UNCHAINED_DEVICE void operator()(std::size_t i) const { out[i] = a[i] + b[i]; }
};

/// Raises *most to the bits of the largest magnitude of a part of `size` values.
struct PartMost {
    const float* values = nullptr;
    std::uint32_t* most = nullptr;
    std::size_t count = 0;
    std::size_t size = 0;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t part, const Team& team) const {
        const std::size_t begin = part * size;
        const std::size_t end = begin + size < count ? begin + size : count;
        std::int32_t mine = 0;
        for (std::size_t i = begin + team.first(); i < end; i += team.stride()) {
            const std::int32_t bits = magnitudeBits(values[i]);
            mine = mine > bits ? mine : bits;
        }
        const std::uint32_t found = team.most(static_cast<std::uint32_t>(mine));
        if (team.first() == 0) raiseTo(most, found);
    }
};

} // namespace unchained::gpu::steps
