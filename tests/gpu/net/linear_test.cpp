// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

TEST_CASE("linear: at each position it is the same layer, with or without a bias") {
    const auto forward = [](const Doubles& x, const std::vector<Doubles>& t) {
        Doubles y;
        for (std::size_t row = 0; row < x.size(); row += 3) {
            for (std::size_t o = 0; o < 4; ++o) {
                double sum = t.size() > 1 ? t[1][o] : 0;
                for (std::size_t i = 0; i < 3; ++i)
                    sum += x[row + i] * t[0][o * 3 + i];
                y.push_back(sum);
            }
        }
        return y;
    };
    holdToDefinition({{"linear", {{"out", 4}, {"each", 1}}},
                      {5, 3},
                      2,
                      forward,
                      "46257986c4a2f5d8bd6359097b8673b661fc289b5d28725be2b7178fce68c3e2"});
    holdToDefinition({{"linear", {{"out", 4}, {"each", 1}, {"bias", 0}}},
                      {5, 3},
                      2,
                      forward,
                      "3e84d8226c425e4af6a44b416258d118735a13cb433b18836eb9740b5ce8ec0c"});
    const LayerBench bench({"linear", {{"out", 4}, {"each", 1}}}, {5, 3}, 2);
    CHECK(bench.layer->output() == Shape{5, 4});
    CHECK(bench.layer->forwardWork() == 60);
    CHECK(bench.layer->positions() == 5);
    CHECK(layerRefusal({"linear", {{"out", 4}, {"each", 1}}}, {15}) ==
          "layers.4.each: a sample has no positions here; leave it out, or begin with an embedding");
    CHECK(layerRefusal({"linear", {{"out", 4}, {"out", 4}}}, {15}) ==
          "layers.4.out: a layer of kind linear needs this setting once; give it");
}
