// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

LayerDescription describedResidual() {
    return {"residual", {}, {LayerDescription::linear(6), LayerDescription::gelu(), LayerDescription::linear(5)}};
}

Doubles plainLinear(const Doubles& x, const Doubles& w, const Doubles& b) {
    const std::size_t in = w.size() / b.size();
    Doubles y;
    for (std::size_t row = 0; row < x.size(); row += in) {
        for (std::size_t o = 0; o < b.size(); ++o) {
            double sum = b[o];
            for (std::size_t i = 0; i < in; ++i)
                sum += x[row + i] * w[o * in + i];
            y.push_back(sum);
        }
    }
    return y;
}

Doubles plainResidual(const Doubles& x, const std::vector<Doubles>& t) {
    Doubles h = plainLinear(x, t[0], t[1]);
    for (double& v : h)
        v = 0.5 * v * (1 + std::tanh(std::sqrt(2 / M_PI) * (v + 0.044715 * v * v * v)));
    Doubles y = plainLinear(h, t[2], t[3]);
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] += x[i];
    return y;
}

} // namespace

TEST_CASE("residual: values and gradients are those of its definition, and its tensors carry its layers' names") {
    holdToDefinition({describedResidual(),
                      {5},
                      4,
                      plainResidual,
                      "ef21280f51d0d9876f48eb42721c83872672cd58fc2801907078035ee502b27c"});
    const LayerBench bench(describedResidual(), {5}, 1);
    CHECK(bench.layer->tensors()[0].name == "layers.0.weight");
    CHECK(bench.layer->tensors()[3].name == "layers.2.bias");
    CHECK(bench.layer->forwardWork() == 60);
    CHECK(bench.layer->backwardWork(true) == 120);
    CHECK(bench.layer->backwardWork(false) == 90);
}

TEST_CASE("residual: a sum computed by hand") {
    LayerBench bench({"residual", {}, {LayerDescription::relu()}}, {3}, 1);
    bench.input = {1, -2, 0.5F};
    bench.outputGradient = {1, 10, 100};
    bench.run();
    CHECK(bench.output == std::vector<float>{2, -2, 1});
    CHECK(bench.inputGradient == std::vector<float>{2, 10, 200});
}

TEST_CASE("residual: what changes the shape, holds nothing or is too deep is refused in words") {
    CHECK(layerRefusal({"residual", {}, {LayerDescription::linear(4)}}, {5}) ==
          "layers.4: what comes out of its layers has another shape than what goes in; "
          "end with a layer of the input's width");
    CHECK(layerRefusal({"residual", {}, {}}, {5}) == "layers.4.layers: has no layers inside; give it some");
    CHECK(layerRefusal({"residual", {}, {{"linear", {}}}}, {5}) ==
          "layers.4.layers.0.out: a layer of kind linear needs this setting once; give it");
    CHECK(layerRefusal({"relu", {}, {LayerDescription::relu()}}, {5}) ==
          "layers.4.layers: a layer of kind relu holds no others; leave them out");
    LayerDescription deep = LayerDescription::relu();
    for (int i = 0; i < 4; ++i)
        deep = {"residual", {}, {deep}};
    CHECK(layerRefusal(deep, {5}).ends_with("layers are more than 4 deep inside each other; write them flatter"));
}
