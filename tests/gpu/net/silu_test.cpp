// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

TEST_CASE("silu: value and gradient are those of its definition, 0 at 0") {
    holdToDefinition({{"silu", {}},
                      {3, 7},
                      5,
                      [](const Doubles& x, const std::vector<Doubles>&) {
                          Doubles y;
                          for (const double v : x)
                              y.push_back(v / (1 + std::exp(-v)));
                          return y;
                      },
                      "a055fce309bb15415429d3c619680d8ccbb68aa9b30363439c997a81dfb84215"});
    LayerBench bench({"silu", {}}, {1}, 3);
    bench.input = {0, 200, -200};
    bench.outputGradient = {1, 1, 1};
    bench.run();
    CHECK(bench.output == std::vector<float>{0, 200, 0});
    CHECK(bench.inputGradient == std::vector<float>{0.5F, 1, 0});
}
