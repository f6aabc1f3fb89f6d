// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

TEST_CASE("tanh: value and gradient are those of its definition, 1 far out") {
    holdToDefinition({{"tanh", {}},
                      {3, 7},
                      5,
                      [](const Doubles& x, const std::vector<Doubles>&) {
                          Doubles y;
                          for (const double v : x)
                              y.push_back(std::tanh(v));
                          return y;
                      },
                      "42440440277873e644130fcb5ee947594dbd7e97ee55fb96d072de05d51dc411"});
    LayerBench bench({"tanh", {}}, {1}, 3);
    bench.input = {0, 200, -200};
    bench.outputGradient = {1, 1, 1};
    bench.run();
    CHECK(bench.output == std::vector<float>{0, 1, -1});
    CHECK(bench.inputGradient == std::vector<float>{1, 0, 0});
}
