// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/elementary.h"
#include "net/team.h"

/// Softmax of a row, and what rests on it. Every Σ is exact.
namespace unchained::gpu::steps {

/// The largest number of a row; a NaN where one is not finite.
template <class Team>
[[nodiscard]] UNCHAINED_DEVICE inline float mostOf(const float* x, std::size_t count, const Team& team) {
    // Integers that order as the numbers do (of two zeros the positive one is larger): a compiler can use vectors.
    std::int32_t most = INT32_MIN;
    std::int32_t magnitude = 0;
    for (std::size_t c = team.first(); c < count; c += team.stride()) {
        const std::int32_t bits = std::bit_cast<std::int32_t>(x[c]);
        const std::int32_t size = bits & 0x7fffffff;
        const std::int32_t order = bits ^ ((bits >> 31) & 0x7fffffff);
        magnitude = magnitude > size ? magnitude : size;
        most = most > order ? most : order;
    }
    const std::uint32_t largest = team.most(static_cast<std::uint32_t>(magnitude));
    const std::uint32_t biased = team.most(static_cast<std::uint32_t>(most) ^ 0x80000000U);
    if (largest >= kInfinityBits) return std::bit_cast<float>(0x7fc00000U);
    const auto order = static_cast<std::int32_t>(biased ^ 0x80000000U);
    return std::bit_cast<float>(order ^ ((order >> 31) & 0x7fffffff));
}

/// Σ rne(t_c·2^38) · 2^−38, of terms in 0 … 1.
template <class Team, class Term>
[[nodiscard]] UNCHAINED_DEVICE inline float softmaxTotal(std::size_t count, const Team& team, const Term& term) {
    std::uint64_t part = 0;
    for (std::size_t c = team.first(); c < count; c += team.stride()) {
        const double scaled = rn::multiply(static_cast<double>(term(c)), powerOfTwo(kSumTermBits));
        part += static_cast<std::uint64_t>(roundToInteger(scaled));
    }
    return static_cast<float>(static_cast<std::int64_t>(team.sum(part))) * powerOfTwoF(-kSumTermBits);
}

/// t_c = exactExp(x_c − most), and their sum D. terms may be x.
template <class Team>
[[nodiscard]] UNCHAINED_DEVICE inline float softmaxTerms(const float* x, std::size_t count, float most, float* terms,
                                                         const Team& team) {
    for (std::size_t c = team.first(); c < count; c += team.stride())
        terms[c] = exactExp(x[c] - most);
    return softmaxTotal(count, team, [&](std::size_t c) { return terms[c]; });
}

/// out_c = t_c / D; out may be x. false: a number is not finite.
template <class Team>
[[nodiscard]] UNCHAINED_DEVICE inline bool softmaxRow(const float* x, std::size_t count, float* out, const Team& team) {
    const float most = mostOf(x, count, team);
    if (!isFiniteBits(most)) return false;
    const float total = softmaxTerms(x, count, most, out, team);
    for (std::size_t c = team.first(); c < count; c += team.stride())
        out[c] = out[c] / total;
    return true;
}

/// dx_c = p_c · (dp_c − Σ p·dp), the sum exact over the products rounded to binary32. out may be dp.
template <class Team>
UNCHAINED_DEVICE inline void softmaxGradientRow(const float* p, const float* dp, std::size_t count, float* out,
                                                const Team& team) {
    const float mean = teamSum(team, count, [&](std::size_t c) { return p[c] * dp[c]; });
    for (std::size_t c = team.first(); c < count; c += team.stride())
        out[c] = p[c] * (dp[c] - mean);
}

struct Softmax {
    const float* x = nullptr;
    float* y = nullptr;
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t row, const Team& team) const {
        return softmaxRow(x + row * width, width, y + row * width, team);
    }
};

struct SoftmaxGradient {
    const float* y = nullptr;
    const float* dy = nullptr;
    float* dx = nullptr;
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t row, const Team& team) const {
        softmaxGradientRow(y + row * width, dy + row * width, width, dx + row * width, team);
    }
};

} // namespace unchained::gpu::steps
