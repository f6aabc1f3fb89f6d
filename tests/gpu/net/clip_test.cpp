// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

#include "net/optimiser.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Result<float> clipOf(const std::vector<float>& first, const std::vector<float>& second, float limit,
                     const Engine& engine, unsigned threads = 2) {
    DeviceBench on(engine, threads);
    DeviceMemory memory;
    const std::vector<std::span<const float>> all{{on.put(first), first.size()}, {on.put(second), second.size()}};
    const auto factor = clipFactor(on.device(), memory, all, limit);
    if (!factor) return factor.error();
    const float found = on.take(*factor, 1)[0];
    if (const auto done = on.ended({}); !done) return done.error();
    return found;
}

} // namespace

TEST_CASE("the norm is that of all tensors together, computed by hand") {
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        CHECK(clipOf({3, 0}, {4}, 5, *engine).value() == 1.0F);
        CHECK(clipOf({3, 0}, {-4}, 2.5F, *engine).value() == 0.5F);
        CHECK(clipOf({0, 0}, {0}, 1, *engine).value() == 1.0F);
        CHECK(clipOf({}, {}, 1, *engine).value() == 1.0F);
        CHECK(clipOf({0x1p-140F}, {0}, 1, *engine).value() == 1.0F);
        CHECK(clipOf({0x1p-140F}, {0}, 0x1p-141F, *engine).value() == 0.5F);
        CHECK(clipOf({0x1p120F}, {0}, 1, *engine).value() == 0x1p-120F);
    }
}

TEST_CASE("the norm does not depend on threads or device, and is close to that of binary64") {
    const std::vector<float> first = randomFloats(200'001, 1, 3.0F);
    const std::vector<float> second = randomFloats(1'000, 2, 0.001F);
    double squares = 0;
    for (const float g : first)
        squares += static_cast<double>(g) * static_cast<double>(g);
    for (const float g : second)
        squares += static_cast<double>(g) * static_cast<double>(g);
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        const float one = clipOf(first, second, 1, *engine, 1).value();
        CHECK(static_cast<double>(one) == doctest::Approx(1 / std::sqrt(squares)).epsilon(1e-6));
        CHECK(clipOf(first, second, 1, *engine, 3).value() == one);
        CHECK(std::bit_cast<std::uint32_t>(one) == 0x3aa94b12);
    }
}

TEST_CASE("a gradient that is not finite, or whose norm is not, is an error in words") {
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        for (const float wrong : {NAN, INFINITY}) {
            const auto found = clipOf({1, wrong}, {0}, 1, *engine);
            REQUIRE_FALSE(found.ok());
            CHECK(found.error().is(ProgramError::NotFinite));
        }
        CHECK(clipOf({3e38F, 3e38F}, {3e38F}, 1, *engine).error().is(ProgramError::NotFinite));
    }
}
