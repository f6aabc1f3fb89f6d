// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Doubles plainMaxpool(const Doubles& x, std::size_t size, std::size_t stride) {
    constexpr std::size_t kSide = 6;
    const std::size_t out = (kSide - size) / stride + 1;
    Doubles y;
    for (std::size_t plane = 0; plane < x.size() / (kSide * kSide); ++plane) {
        for (std::size_t i = 0; i < out * out; ++i) {
            double most = -1e9;
            for (std::size_t k = 0; k < size * size; ++k) {
                const std::size_t row = i / out * stride + k / size;
                most = std::max(most, x[(plane * kSide + row) * kSide + i % out * stride + k % size]);
            }
            y.push_back(most);
        }
    }
    return y;
}

} // namespace

TEST_CASE("maxpool: values and gradients are those of its definition, also where windows overlap") {
    holdToDefinition({{"maxpool", {{"size", 2}}},
                      {2, 6, 6},
                      2,
                      [](const Doubles& x, const std::vector<Doubles>&) { return plainMaxpool(x, 2, 2); },
                      "c17a8a8a62753f80676c14e5c633f0e6db18011e642fe569176a0782beafdc99"});
    holdToDefinition({{"maxpool", {{"size", 3}, {"stride", 1}}},
                      {2, 6, 6},
                      2,
                      [](const Doubles& x, const std::vector<Doubles>&) { return plainMaxpool(x, 3, 1); },
                      "3c066c1f9f1b54804fe18f97e4f6847b41e7a9358834e67421aac435da89f1fc"});
}

TEST_CASE("maxpool: of equals the first gets the gradient, of several windows exactly their sum, computed by hand") {
    LayerBench bench({"maxpool", {{"size", 2}, {"stride", 1}}}, {1, 2, 4}, 1);
    bench.input = {1, 7, 7, 0, 1, 2, 2, 0};
    bench.outputGradient = {16777216.0F, 1, 4};
    bench.run();
    CHECK(bench.output == std::vector<float>{7, 7, 7});
    CHECK(bench.inputGradient == std::vector<float>{0, 16777216.0F, 4, 0, 0, 0, 0, 0}); // 2^24 + 1, to even
    for (const float wrong : {NAN, INFINITY}) {
        bench.input[6] = wrong;
        CHECK(bench.forward(true).error().is(ProgramError::NotFinite));
    }
    CHECK(layerRefusal({"maxpool", {{"size", 2}, {"stride", 2}}}, {1, 4, 4}) ==
          "layers.4.stride: the value 2 is what it is by itself; leave it out");
    CHECK(layerRefusal({"maxpool", {{"size", 5}}}, {1, 4, 4}).starts_with("layers.4.size: "));
}
