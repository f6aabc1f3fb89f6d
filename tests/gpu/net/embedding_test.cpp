// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

constexpr std::size_t kRowWidth = 5;
const std::vector<float> kIds{0, 3, 3, 6, 1, 3, 2, 0};

Doubles plainEmbedding(const std::vector<Doubles>& tensors) {
    Doubles y;
    for (std::size_t i = 0; i < kIds.size(); ++i) {
        for (std::size_t c = 0; c < kRowWidth; ++c) {
            const double place = tensors.size() > 1 ? tensors[1][i % 4 * kRowWidth + c] : 0;
            y.push_back(tensors[0][static_cast<std::size_t>(kIds[i]) * kRowWidth + c] + place);
        }
    }
    return y;
}

LayerDescription describedEmbedding(bool positions) {
    LayerDescription d{"embedding", {{"tokens", 7}, {"out", kRowWidth}}};
    if (positions) d.settings.emplace_back("positions", 1);
    return d;
}

} // namespace

TEST_CASE("embedding: rows of its table, with and without positions, and gradients summed over equal ids") {
    for (const bool positions : {false, true}) {
        LayerTrial trial{describedEmbedding(positions),
                         {4},
                         2,
                         [](const Doubles&, const std::vector<Doubles>& tensors) { return plainEmbedding(tensors); },
                         positions ? "7af86c94e6d4a0e8dcc989834555d12799a12234f83282fd927b2a8e35d5a42f"
                                   : "756bb873983a32ca7e407d181078ec60b7abd69b3200af171fae012b6062db5a"};
        trial.input = kIds;
        trial.inputHasGradient = false;
        holdToDefinition(trial);
    }
}

TEST_CASE("embedding: an id that comes three times gets the exact sum of three gradients, computed by hand") {
    LayerBench bench({"embedding", {{"tokens", 2}, {"out", 1}}}, {3}, 1);
    bench.input = {1, 1, 1};
    // In binary32 from left to right the 1 would be lost.
    bench.outputGradient = {16777216.0F, 1.0F, 1.0F};
    bench.run();
    CHECK(bench.gradients[0] == std::vector<float>{0.0F, 16777218.0F});
}

TEST_CASE("embedding: what is no token id is refused in words") {
    for (const float wrong : {7.0F, -1.0F, 0.5F, NAN, INFINITY, 1e20F}) {
        LayerBench bench(describedEmbedding(false), {4}, 2);
        bench.input = kIds;
        bench.input[5] = wrong;
        const auto done = bench.forward(true);
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().is(ProgramError::BadData));
    }
    CHECK(layerRefusal(describedEmbedding(false), {4, 4}) ==
          "layers.4: takes a list of token ids; make it the first layer, over text");
    CHECK(layerRefusal({"embedding", {{"tokens", 7}}}, {4}) ==
          "layers.4.out: a layer of kind embedding needs this setting once; give it");
}
