// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/team.h"

/// Updates of the optimisers, for a block of parameters, and the clipping of gradients.
namespace unchained::gpu::steps {

inline constexpr std::size_t kUpdateBlock = 1024;

/// What all updates have in common.
struct Update {
    float* values = nullptr;
    const float* gradient = nullptr;
    const float* clip = nullptr; ///< null: 1
    std::size_t count = 0;
    float rate = 0;
    float loss = 0; ///< rate·decay

    /// Calls fn(element) for those of a block that are this member's.
    template <class Team, class Fn>
    UNCHAINED_DEVICE void forBlock(std::size_t block, const Team& team, const Fn& fn) const {
        const std::size_t begin = block * kUpdateBlock;
        const std::size_t end = begin + kUpdateBlock < count ? begin + kUpdateBlock : count;
        for (std::size_t i = begin + team.first(); i < end; i += team.stride())
            fn(i);
    }
    /// Multiplying by 1 changes nothing.
    [[nodiscard]] UNCHAINED_DEVICE float clipFactor() const { return clip ? *clip : 1.0F; }
    [[nodiscard]] static UNCHAINED_DEVICE std::uint32_t infinite(float value) { return isFiniteBits(value) ? 0U : 1U; }
};

/// gpu/net/sgd.cpp. false: a value is not finite any more.
struct Sgd {
    Update shared;
    float* velocity = nullptr; ///< null: no momentum
    float momentum = 0;
    float unused = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t block, const Team& team) const {
        float* w = shared.values;
        const float* g = shared.gradient;
        float* v = velocity;
        const float clip = shared.clipFactor();
        const float rate = shared.rate;
        const float loss = shared.loss;
        const float keep = momentum;
        std::uint32_t bad = 0;
        if (v) {
            shared.forBlock(block, team, [&](std::size_t i) {
                const float before = loss != 0.0F ? w[i] - loss * w[i] : w[i];
                const float step = keep * v[i] + clip * g[i];
                const float after = before - rate * step;
                v[i] = step;
                w[i] = after;
                bad |= Update::infinite(step) | Update::infinite(after);
            });
        } else {
            shared.forBlock(block, team, [&](std::size_t i) {
                const float before = loss != 0.0F ? w[i] - loss * w[i] : w[i];
                const float after = before - rate * (clip * g[i]);
                w[i] = after;
                bad |= Update::infinite(after);
            });
        }
        return bad == 0;
    }
};

/// gpu/net/adam.cpp. false: a value is not finite any more.
struct Adam {
    Update shared;
    float* m = nullptr;
    float* v = nullptr;
    float keep1 = 0;
    float keep2 = 0;
    float correction1 = 0; ///< 1 − beta1^t
    float correction2 = 0;
    float epsilon = 0;
    float unused = 0;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t block, const Team& team) const {
        float* w = shared.values;
        const float* g = shared.gradient;
        float* first = m;
        float* second = v;
        const float clip = shared.clipFactor();
        const Adam s = *this;
        const float take1 = 1.0F - keep1;
        const float take2 = 1.0F - keep2;
        std::uint32_t bad = 0;
        shared.forBlock(block, team, [&](std::size_t i) {
            const float gradient = clip * g[i];
            const float before = s.shared.loss != 0.0F ? w[i] - s.shared.loss * w[i] : w[i];
            const float mean = s.keep1 * first[i] + take1 * gradient;
            const float square = s.keep2 * second[i] + (take2 * gradient) * gradient;
            const float root = rn::squareRoot(square / s.correction2);
            const float after = before - (s.shared.rate * (mean / s.correction1)) / (root + s.epsilon);
            first[i] = mean;
            second[i] = square;
            w[i] = after;
            bad |= Update::infinite(after) | Update::infinite(square);
        });
        return bad == 0;
    }
};

/// Scales of a sum of squares: terms (g·2^-e)², 2^e the least power above every |g|.
[[nodiscard]] UNCHAINED_DEVICE inline std::int32_t squareExponent(std::uint32_t maxBits) {
    return kSumTermBits - rowSumExponent(maxBits);
}

/// Adds Σ rne((g·2^-e)²·2^bits) of a part to *sum: g·2^-e and its square are exact in binary64, the rounding to an
/// integer is the only one.
struct PartSquares {
    const float* values = nullptr;
    const std::uint32_t* most = nullptr; ///< bits of the largest magnitude of all; not finite: no sum is made
    std::int64_t* sum = nullptr;
    std::size_t count = 0;
    std::size_t size = 0;
    std::int64_t bits = 0;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t part, const Team& team) const {
        if (*most >= kInfinityBits) return;
        const std::size_t begin = part * size;
        const std::size_t end = begin + size < count ? begin + size : count;
        const double down = powerOfTwo(-squareExponent(*most));
        const double up = powerOfTwo(static_cast<std::int32_t>(bits));
        std::int64_t mine = 0;
        for (std::size_t i = begin + team.first(); i < end; i += team.stride()) {
            const double g = rn::multiply(static_cast<double>(values[i]), down);
            mine += roundToInteger(rn::multiply(rn::multiply(g, g), up));
        }
        const auto all = static_cast<std::int64_t>(team.sum(static_cast<std::uint64_t>(mine)));
        if (team.first() == 0) addTo(sum, all);
    }
};

/// norm = sqrt(rne32(sum · 2^-bits)) · 2^e;  factor = norm > limit ? limit / norm : 1. false: it is not finite.
struct ClipFactor {
    const std::uint32_t* most = nullptr;
    const std::int64_t* sum = nullptr;
    float* factor = nullptr;
    std::int64_t bits = 0;
    float limit = 0;
    float unused = 0;

    UNCHAINED_DEVICE bool operator()(std::size_t) const {
        *factor = 1.0F;
        if (*most >= kInfinityBits) return false;
        if (*most == 0) return true;
        const auto whole = static_cast<double>(static_cast<float>(*sum));
        const auto squares = static_cast<float>(rn::multiply(whole, powerOfTwo(-static_cast<std::int32_t>(bits))));
        const auto root = static_cast<double>(rn::squareRoot(squares));
        const auto norm = static_cast<float>(rn::multiply(root, powerOfTwo(squareExponent(*most))));
        if (!isFiniteBits(norm)) return false;
        if (norm > limit) *factor = limit / norm;
        return true;
    }
};

} // namespace unchained::gpu::steps
