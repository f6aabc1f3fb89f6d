// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/team.h"

/// Norms of a row: gpu/net/layernorm.cpp and rmsnorm.cpp say what they work out. false: something is not finite.
namespace unchained::gpu::steps {

inline constexpr float kNormEpsilon = 1e-5F;

/// 1 / sqrt(mean of squares + epsilon): one addition, one root, one division.
[[nodiscard]] UNCHAINED_DEVICE inline float normFactor(float meanOfSquares) {
    return 1.0F / rn::squareRoot(meanOfSquares + kNormEpsilon);
}

struct Layernorm {
    const float* x = nullptr;
    const float* weight = nullptr;
    const float* bias = nullptr;
    float* normal = nullptr; ///< h; may be y
    float* factors = nullptr;
    float* y = nullptr;
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t row, const Team& team) const {
        const float* from = x + row * width;
        float* h = normal + row * width;
        float* out = y + row * width;
        const auto terms = static_cast<float>(width);
        const float mean = teamSum(team, width, [&](std::size_t c) { return from[c]; }) / terms;
        for (std::size_t c = team.first(); c < width; c += team.stride())
            h[c] = from[c] - mean;
        const float factor = normFactor(teamSum(team, width, [&](std::size_t c) { return h[c] * h[c]; }) / terms);
        for (std::size_t c = team.first(); c < width; c += team.stride())
            h[c] = h[c] * factor;
        for (std::size_t c = team.first(); c < width; c += team.stride())
            out[c] = h[c] * weight[c] + bias[c];
        if (team.first() == 0) factors[row] = factor;
        return isFiniteBits(factor);
    }
};

struct LayernormGradient {
    const float* dy = nullptr;
    const float* weight = nullptr;
    const float* normal = nullptr;
    const float* factors = nullptr;
    float* terms = nullptr; ///< of the weight's gradient
    float* dx = nullptr;    ///< null: nobody needs it
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t row, const Team& team) const {
        const float* from = dy + row * width;
        const float* h = normal + row * width;
        float* products = terms + row * width;
        for (std::size_t c = team.first(); c < width; c += team.stride())
            products[c] = from[c] * h[c];
        if (!dx) return;
        const auto count = static_cast<float>(width);
        const auto g = [&](std::size_t c) { return from[c] * weight[c]; };
        const float mean = teamSum(team, width, g) / count;
        const float along = teamSum(team, width, [&](std::size_t c) { return g(c) * h[c]; }) / count;
        const float factor = factors[row];
        float* to = dx + row * width;
        for (std::size_t c = team.first(); c < width; c += team.stride())
            to[c] = ((g(c) - mean) - h[c] * along) * factor;
    }
};

struct Rmsnorm {
    const float* x = nullptr;
    const float* weight = nullptr;
    float* factors = nullptr;
    float* y = nullptr;
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t row, const Team& team) const {
        const float* from = x + row * width;
        float* out = y + row * width;
        const float squares = teamSum(team, width, [&](std::size_t c) { return from[c] * from[c]; });
        const float factor = normFactor(squares / static_cast<float>(width));
        for (std::size_t c = team.first(); c < width; c += team.stride())
            out[c] = (from[c] * factor) * weight[c];
        if (team.first() == 0) factors[row] = factor;
        return isFiniteBits(factor);
    }
};

struct RmsnormGradient {
    const float* x = nullptr;
    const float* dy = nullptr;
    const float* weight = nullptr;
    const float* factors = nullptr;
    float* terms = nullptr; ///< of the weight's gradient
    float* dx = nullptr;    ///< null: nobody needs it
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t row, const Team& team) const {
        const float* in = x + row * width;
        const float* from = dy + row * width;
        float* products = terms + row * width;
        const float factor = factors[row];
        const auto h = [&](std::size_t c) { return in[c] * factor; };
        for (std::size_t c = team.first(); c < width; c += team.stride())
            products[c] = from[c] * h(c);
        if (!dx) return;
        const auto g = [&](std::size_t c) { return from[c] * weight[c]; };
        const float along =
            teamSum(team, width, [&](std::size_t c) { return g(c) * h(c); }) / static_cast<float>(width);
        float* to = dx + row * width;
        for (std::size_t c = team.first(); c < width; c += team.stride())
            to[c] = (g(c) - h(c) * along) * factor;
    }
};

} // namespace unchained::gpu::steps
