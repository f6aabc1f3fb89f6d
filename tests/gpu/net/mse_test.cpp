// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

#include "net/mse.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

TEST_CASE("mse: losses, those met and gradient are those of its definition, at any number of threads") {
    constexpr std::size_t kRows = 3000;
    constexpr std::size_t kOutputs = 3;
    const std::vector<float> x = randomFloats(kRows * kOutputs, 1, 2.0F);
    const std::vector<float> targets = randomFloats(kRows * kOutputs, 2, 2.0F);
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        DeviceBench on(*engine, 3);
        const LossOutput out{on.put(std::vector<float>(kRows)), nullptr, on.put(std::vector<float>(x.size()))};
        REQUIRE(on.ended(Mse::run(on.tools, on.put(x), on.put(targets), kRows, kOutputs, out)).ok());
        const auto losses = on.take(out.losses, kRows);
        const auto gradient = on.take(out.gradient, x.size());
        const auto loss = [&](const Doubles& values) {
            double sum = 0;
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double d = values[i] - static_cast<double>(targets[i]);
                sum += d * d / static_cast<double>(values.size());
            }
            return sum;
        };
        double mean = 0;
        for (const float one : losses)
            mean += static_cast<double>(one) / kRows;
        CHECK(mean == doctest::Approx(loss(widened(x))));
        for (std::size_t i = 0; i < 30; ++i) {
            Doubles moved = widened(x);
            moved[i] += 1e-3;
            const double above = loss(moved);
            moved[i] -= 2e-3;
            CHECK(static_cast<double>(gradient[i]) == doctest::Approx((above - loss(moved)) / 2e-3).epsilon(1e-4));
        }
        Sha256Stream all;
        all.add({reinterpret_cast<const std::uint8_t*>(losses.data()), losses.size() * sizeof(float)});
        all.add({reinterpret_cast<const std::uint8_t*>(gradient.data()), gradient.size() * sizeof(float)});
        CHECK(toHex(all.finish().view()) == "095d3a73dfd5853936e6ab400e69dec0e74cfcd726cbebbebfc7586fcb13e75d");
    }
}

TEST_CASE("mse: two rows computed by hand, and an output that is not finite") {
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        DeviceBench on(*engine, 1);
        const float* targets = on.put(std::vector<float>{1, 2, 3, 4});
        std::vector<float> x{1.5F, 1.75F, 6, 4};
        const LossOutput out{on.put(std::vector<float>(2)), on.put(std::vector<std::uint32_t>(2)),
                             on.put(std::vector<float>(4))};
        REQUIRE(on.ended(Mse::run(on.tools, on.put(x), targets, 2, 2, out)).ok());
        CHECK(on.take(out.right, 2) == std::vector<std::uint32_t>{1, 0});
        CHECK(on.take(out.losses, 2) == std::vector<float>{0.15625F, 4.5F});
        CHECK(on.take(out.gradient, 4) == std::vector<float>{0.25F, -0.125F, 1.5F, 0});
        for (const float wrong : {NAN, INFINITY, 1e30F}) {
            x[2] = wrong;
            CHECK(on.ended(Mse::run(on.tools, on.put(x), targets, 2, 2, {out.losses}))
                      .error()
                      .is(ProgramError::NotFinite));
        }
    }
}
