// SPDX-License-Identifier: Apache-2.0
// Pooling as a processor's thread does it, against the way that a card takes through the same steps.
#include "gpu/net/layer_trial.h"

using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

struct CardLane : OneThread {};

constexpr steps::Windows kPools[] = {{2, 6, 6, 2, 2, 0}, {1, 7, 5, 2, 2, 0},  {3, 9, 10, 3, 3, 0},
                                     {1, 9, 9, 2, 3, 0}, {1, 6, 5, 3, 1, 0},  {1, 8, 6, 3, 2, 0},
                                     {1, 1, 1, 1, 1, 0}, {1, 4, 33, 4, 4, 0}, {2, 16, 33, 2, 2, 0}};

/// Few different numbers, so that many are equal; zeros of both signs, infinities, and NaNs where asked for.
std::vector<float> pooled(std::size_t count, std::uint32_t key, bool broken) {
    const float values[] = {0.0F, -0.0F, 1.0F, -1.0F, -INFINITY, 2.5F, 0x1p-149F, -0x1p-149F};
    std::vector<float> out = randomFloats(count, key, 1.0F);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = static_cast<std::size_t>(std::abs(out[i]) * 4096.0F);
        if (word % 3 != 0) out[i] = values[word % std::size(values)];
        if (broken && word % 17 == 0) out[i] = word % 2 == 0 ? std::bit_cast<float>(0xffc00000U) : INFINITY;
    }
    return out;
}

template <class T>
void requireSame(const std::vector<T>& found, const std::vector<T>& wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CAPTURE(i);
        REQUIRE(std::bit_cast<std::uint32_t>(found[i]) == std::bit_cast<std::uint32_t>(wanted[i]));
    }
}

/// Calls a step for all planes; whether every one said that all is finite.
template <class Team, class Step>
bool onPlanes(const steps::Windows& w, const Step& step) {
    bool finite = true;
    for (std::size_t plane = 0; plane < w.channels; ++plane)
        finite &= step(plane, Team{});
    return finite;
}

} // namespace

TEST_CASE("a thread finds the largest numbers and their places as a card does, of equals the first") {
    for (const steps::Windows& w : kPools) {
        for (const bool broken : {false, true}) {
            CAPTURE(w.width);
            CAPTURE(broken);
            const std::vector<float> x = pooled(w.channels * w.plane(), 3, broken);
            std::vector<float> y[2];
            std::vector<std::uint32_t> places[2];
            for (int side = 0; side < 2; ++side) {
                y[side].resize(w.channels * w.outPlane());
                places[side].resize(y[side].size());
            }
            const bool wanted = onPlanes<CardLane>(w, steps::Maxpool{x.data(), y[0].data(), places[0].data(), w});
            CHECK(onPlanes<OneThread>(w, steps::Maxpool{x.data(), y[1].data(), places[1].data(), w}) == wanted);
            if (broken) continue; // what is not finite is refused
            requireSame(y[1], y[0]);
            requireSame(places[1], places[0]);
        }
    }
}

TEST_CASE("a thread spreads gradients over windows as a card does, whether they overlap or not") {
    for (const steps::Windows& w : kPools) {
        const std::vector<float> x = pooled(w.channels * w.plane(), 5, false);
        std::vector<float> y(w.channels * w.outPlane());
        std::vector<std::uint32_t> places(y.size());
        onPlanes<CardLane>(w, steps::Maxpool{x.data(), y.data(), places.data(), w});
        for (const bool broken : {false, true}) {
            std::vector<float> dy = randomFloats(y.size(), 6, 3.0F);
            for (std::size_t i = 0; i < dy.size(); i += 3)
                dy[i] = i % 2 == 0 ? -0.0F : 0x1p-149F;
            if (broken) dy.back() = INFINITY;
            for (const std::uint32_t* which :
                 {static_cast<const std::uint32_t*>(places.data()), static_cast<const std::uint32_t*>(nullptr)}) {
                std::vector<float> wanted(x.size(), -77.0F);
                std::vector<float> found(x.size(), -88.0F);
                const bool finite = onPlanes<CardLane>(w, steps::PoolGradient{dy.data(), wanted.data(), which, w});
                CHECK(onPlanes<OneThread>(w, steps::PoolGradient{dy.data(), found.data(), which, w}) == finite);
                CHECK(finite == !broken);
                if (finite) requireSame(found, wanted);
            }
        }
    }
}
