// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Doubles plainLayernorm(const Doubles& x, const std::vector<Doubles>& tensors) {
    const std::size_t width = tensors[0].size();
    Doubles y(x.size());
    for (std::size_t row = 0; row < x.size(); row += width) {
        double mean = 0;
        double variance = 0;
        for (std::size_t c = 0; c < width; ++c)
            mean += x[row + c] / static_cast<double>(width);
        for (std::size_t c = 0; c < width; ++c)
            variance += (x[row + c] - mean) * (x[row + c] - mean) / static_cast<double>(width);
        for (std::size_t c = 0; c < width; ++c)
            y[row + c] = (x[row + c] - mean) / std::sqrt(variance + 1e-5) * tensors[0][c] + tensors[1][c];
    }
    return y;
}

} // namespace

TEST_CASE("layernorm: values and gradients are those of its definition") {
    holdToDefinition({{"layernorm", {}},
                      {4, 6},
                      3,
                      plainLayernorm,
                      "96917507bb6a0cf3e29d740abad747fc8dbff8967f3a96d8e80c20b84186b469"});
    holdToDefinition({{"layernorm", {}},
                      {17},
                      5,
                      plainLayernorm,
                      "478dff82f926b68ff470b002b99a15d7e76881504fb418ff629de88116808e86"});
}

TEST_CASE("layernorm: a row computed by hand, one of equal numbers, and one that is not finite") {
    LayerBench bench({"layernorm", {}}, {2}, 2);
    bench.input = {1, 3, 5, 5};
    bench.tensors = {{1, 1}, {0, 0.25F}};
    REQUIRE(bench.forward(false).ok());
    const float factor = 1.0F / std::sqrt(1.0F + 1e-5F);
    CHECK(bench.output == std::vector<float>{-factor, factor + 0.25F, 0.0F, 0.25F});
    const std::vector<float> before = bench.output;
    REQUIRE(bench.forward(true).ok());
    CHECK(bench.output == before);
    for (const float wrong : {NAN, INFINITY, 3e38F}) {
        bench.input = {1, 3, wrong, -wrong};
        CHECK(bench.forward(true).error().is(ProgramError::NotFinite));
    }
}
