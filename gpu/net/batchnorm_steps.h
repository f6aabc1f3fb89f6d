// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/norm_steps.h"

/// Norms of a channel over a batch: gpu/net/batchnorm.cpp says what they work out. A row of work is a channel. false:
/// something is not finite.
namespace unchained::gpu::steps {

/// Where the numbers of a channel lie in a batch.
struct ChannelPlaces {
    std::size_t rows = 0;
    std::size_t channels = 0;
    std::size_t plane = 0;

    [[nodiscard]] UNCHAINED_DEVICE std::size_t count() const { return rows * plane; }
    /// Calls fn(place in the batch, number of the value in the channel) for this member's values of a channel: always
    /// the same ones.
    template <class Team, class Fn>
    UNCHAINED_DEVICE void forEach(std::size_t c, const Team& team, const Fn& fn) const {
        if (plane >= team.stride()) {
            for (std::size_t row = 0; row < rows; ++row) {
                for (std::size_t i = team.first(); i < plane; i += team.stride())
                    fn((row * channels + c) * plane + i, row * plane + i);
            }
        } else {
            for (std::size_t row = team.first(); row < rows; row += team.stride()) {
                for (std::size_t i = 0; i < plane; ++i)
                    fn((row * channels + c) * plane + i, row * plane + i);
            }
        }
    }
};

/// The next running value: 0.9·kept + 0.1·found.
[[nodiscard]] UNCHAINED_DEVICE inline float nextRunning(float kept, float found) {
    return 0.9F * kept + 0.1F * found;
}

struct Batchnorm {
    const float* x = nullptr;
    const float* weight = nullptr;
    const float* bias = nullptr;
    const float* mean = nullptr;     ///< running
    const float* variance = nullptr; ///< running
    float* y = nullptr;
    float* normal = nullptr; ///< h, [channels, n]
    float* factors = nullptr;
    float* nextMean = nullptr;
    float* nextVariance = nullptr;
    ChannelPlaces places;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t c, const Team& team) const {
        const std::size_t n = places.count();
        float* h = normal + c * n;
        places.forEach(c, team, [&](std::size_t at, std::size_t i) { h[i] = x[at]; });
        team.sync(); // from here on members take other values
        const float middle = teamSum(team, n, [&](std::size_t i) { return h[i]; }) / static_cast<float>(n);
        for (std::size_t i = team.first(); i < n; i += team.stride())
            h[i] = h[i] - middle;
        const float sum = teamSum(team, n, [&](std::size_t i) { return h[i] * h[i]; });
        const float factor = normFactor(sum / static_cast<float>(n));
        for (std::size_t i = team.first(); i < n; i += team.stride())
            h[i] = h[i] * factor;
        team.sync();
        places.forEach(c, team, [&](std::size_t at, std::size_t i) { y[at] = h[i] * weight[c] + bias[c]; });
        const float followingMean = nextRunning(mean[c], middle);
        const float followingVariance = nextRunning(variance[c], sum / static_cast<float>(n - 1));
        if (team.first() == 0) {
            factors[c] = factor;
            nextMean[c] = followingMean;
            nextVariance[c] = followingVariance;
        }
        return isFiniteBits(factor) && isFiniteBits(followingMean) && isFiniteBits(followingVariance);
    }
};

/// With the running values.
struct BatchnormApplied {
    const float* x = nullptr;
    const float* weight = nullptr;
    const float* bias = nullptr;
    const float* mean = nullptr;
    const float* variance = nullptr;
    float* y = nullptr;
    ChannelPlaces places;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t c, const Team& team) const {
        const float factor = normFactor(variance[c]);
        const float middle = mean[c];
        places.forEach(c, team,
                       [&](std::size_t at, std::size_t) { y[at] = ((x[at] - middle) * factor) * weight[c] + bias[c]; });
        return isFiniteBits(factor);
    }
};

struct BatchnormGradient {
    const float* dy = nullptr;
    const float* weight = nullptr;
    const float* normal = nullptr;
    const float* factors = nullptr;
    float* scratch = nullptr; ///< as long as normal
    float* dWeight = nullptr;
    float* dBias = nullptr;
    float* dx = nullptr; ///< null: nobody needs it
    ChannelPlaces places;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t c, const Team& team) const {
        const std::size_t n = places.count();
        const float* h = normal + c * n;
        float* g = scratch + c * n;
        places.forEach(c, team, [&](std::size_t at, std::size_t i) { g[i] = dy[at]; });
        team.sync(); // from here on members take other values
        const float bias = teamSum(team, n, [&](std::size_t i) { return g[i]; });
        const float scale = teamSum(team, n, [&](std::size_t i) { return g[i] * h[i]; });
        if (team.first() == 0) {
            dBias[c] = bias;
            dWeight[c] = scale;
        }
        const bool finite = isFiniteBits(bias) && isFiniteBits(scale);
        if (!dx) return finite;
        for (std::size_t i = team.first(); i < n; i += team.stride())
            g[i] = g[i] * weight[c];
        const float mean = teamSum(team, n, [&](std::size_t i) { return g[i]; }) / static_cast<float>(n);
        const float along = teamSum(team, n, [&](std::size_t i) { return g[i] * h[i]; }) / static_cast<float>(n);
        team.sync();
        places.forEach(c, team,
                       [&](std::size_t at, std::size_t i) { dx[at] = ((g[i] - mean) - h[i] * along) * factors[c]; });
        return finite && isFiniteBits(mean) && isFiniteBits(along);
    }
};

} // namespace unchained::gpu::steps
