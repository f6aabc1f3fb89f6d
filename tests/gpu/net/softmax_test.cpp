// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Doubles plainSoftmax(const Doubles& x, std::size_t width) {
    Doubles y(x.size());
    for (std::size_t row = 0; row < x.size(); row += width) {
        double sum = 0;
        for (std::size_t c = 0; c < width; ++c)
            sum += std::exp(x[row + c]);
        for (std::size_t c = 0; c < width; ++c)
            y[row + c] = std::exp(x[row + c]) / sum;
    }
    return y;
}

} // namespace

TEST_CASE("softmax: values and gradients are those of its definition, over the last dimension") {
    holdToDefinition({{"softmax", {}},
                      {3, 5},
                      4,
                      [](const Doubles& x, const std::vector<Doubles>&) { return plainSoftmax(x, 5); },
                      "c1a422e960c36985c6a8921bd03e344367a1b9d3502483935879de9b1bc490f0"});
}

TEST_CASE("softmax: a row computed by hand, and one that is not finite") {
    LayerBench bench({"softmax", {}}, {4}, 1);
    bench.input = {-3, -3, -3, -3};
    REQUIRE(bench.forward(false).ok());
    CHECK(bench.output == std::vector<float>(4, 0.25F));
    for (const float wrong : {NAN, INFINITY, -INFINITY}) {
        bench.input[2] = wrong;
        CHECK(bench.forward(true).error().is(ProgramError::NotFinite));
    }
}
