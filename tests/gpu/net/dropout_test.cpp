// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

LayerDescription describedDropout(std::uint64_t drop) {
    return {"dropout", {{"drop", drop}}};
}

} // namespace

TEST_CASE("dropout: the mask is the same forward and backward, of the expected share, and scales what it keeps") {
    LayerBench bench(describedDropout(65536 / 4), {1000}, 20);
    bench.run();
    std::size_t dropped = 0;
    const float keep = 65536.0F / 49152.0F;
    for (std::size_t i = 0; i < bench.input.size(); ++i) {
        const bool gone = bench.output[i] == 0.0F;
        dropped += gone ? 1 : 0;
        REQUIRE((gone || bench.output[i] == bench.input[i] * keep));
        REQUIRE(bench.inputGradient[i] == (gone ? 0.0F : bench.outputGradient[i] * keep));
    }
    CHECK(dropped > 4700);
    CHECK(dropped < 5300);
}

TEST_CASE("dropout: another draw and another place in the network give other masks, outside training there is none") {
    LayerBench bench(describedDropout(32768), {1000}, 1);
    bench.run();
    const std::vector<float> first = bench.output;
    bench.draw = Hash256{{6}};
    bench.run();
    CHECK(bench.output != first);
    bench.draw = Hash256{{5}};
    bench.layer = *makeLayer(describedDropout(32768), {1000}, "layers.1");
    bench.run();
    CHECK(bench.output != first);
    REQUIRE(bench.forward(false).ok());
    CHECK(bench.output == bench.input);
}

TEST_CASE("dropout: its bits are those of every machine and any number of threads") {
    for (const unsigned threads : {1U, 2U, 3U}) {
        LayerBench bench(describedDropout(13107), {37}, 1000, threads);
        bench.run();
        CHECK(bench.hash() == "a53112a0be58eb6023614fc8482066a630f6365b38cef19359da53ca97a39532");
    }
    CHECK(layerRefusal(describedDropout(0), {4}) == "layers.4.drop: 0 is not from 1 to 65535");
}
