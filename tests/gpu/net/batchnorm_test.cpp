// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Doubles plainBatchnorm(const Doubles& x, const std::vector<Doubles>& t, std::size_t channels, std::size_t plane) {
    Doubles y(x.size());
    const auto n = static_cast<double>(x.size() / channels);
    for (std::size_t c = 0; c < channels; ++c) {
        double mean = 0;
        double variance = 0;
        const auto mine = [&](std::size_t i) { return i / plane % channels == c; };
        for (std::size_t i = 0; i < x.size(); ++i)
            mean += mine(i) ? x[i] / n : 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            variance += mine(i) ? (x[i] - mean) * (x[i] - mean) / n : 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            if (mine(i)) y[i] = (x[i] - mean) / std::sqrt(variance + 1e-5) * t[0][c] + t[1][c];
    }
    return y;
}

} // namespace

TEST_CASE("batchnorm: values and gradients are those of its definition, for images and for rows") {
    holdToDefinition({{"batchnorm", {}},
                      {3, 2, 4},
                      3,
                      [](const Doubles& x, const std::vector<Doubles>& t) { return plainBatchnorm(x, t, 3, 8); },
                      "a9a07e6a6dfc7045afa9de87816bdb1eec27136657266248c1ef6b2cbb4125e8"});
    holdToDefinition({{"batchnorm", {}},
                      {4},
                      7,
                      [](const Doubles& x, const std::vector<Doubles>& t) { return plainBatchnorm(x, t, 4, 1); },
                      "e0d9a0476dcd4fe18c218b8101fcfade387e307b210c93831e2eb86e0fe3c6cf"});
}

TEST_CASE("batchnorm: what is kept moves by a tenth towards the batch and is used outside training, computed by hand") {
    LayerBench bench({"batchnorm", {}}, {1}, 2);
    bench.input = {1, 3};
    bench.tensors = {{2}, {1}, {10}, {20}};
    bench.run();
    const float factor = 1.0F / std::sqrt(1.0F + 1e-5F);
    CHECK(bench.output == std::vector<float>{-factor * 2 + 1, factor * 2 + 1});
    CHECK(bench.gradients[2][0] == 0.9F * 10 + 0.1F * 2);
    CHECK(bench.gradients[3][0] == 0.9F * 20 + 0.1F * 2);
    CHECK_FALSE(bench.layer->tensors()[2].trained);
    CHECK_FALSE(bench.layer->tensors()[3].trained);
    REQUIRE(bench.forward(false).ok());
    CHECK(bench.output[0] == (-9.0F * (1.0F / std::sqrt(20.0F + 1e-5F))) * 2 + 1);
}

TEST_CASE("batchnorm: a single number, one that is not finite, and positions are refused in words") {
    LayerBench one({"batchnorm", {}}, {1}, 1);
    CHECK(one.forward(true).error().text() == "batchnorm: one number has no variance; use a larger batch");
    one.tensors[3] = {1};
    CHECK(one.forward(false).ok());
    one.tensors[3] = {-1};
    CHECK(one.forward(false).error().is(ProgramError::NotFinite));
    LayerBench bench({"batchnorm", {}}, {2}, 3);
    bench.input[3] = INFINITY;
    CHECK(bench.forward(true).error().is(ProgramError::NotFinite));
    CHECK(layerRefusal({"batchnorm", {}}, {4, 4}) ==
          "layers.4: takes images or rows of numbers, not positions; use layernorm or rmsnorm");
}
