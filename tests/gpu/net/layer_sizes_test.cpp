// SPDX-License-Identifier: Apache-2.0
// Layers at the sizes at which a thread's part, a vector or a block begins or ends.
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

constexpr std::size_t kSizes[] = {1, 31, 32, 33, 1000, 65537};

/// Output and gradients are the same on every engine and number of threads; what stands behind them is untouched.
void checkAt(const LayerDescription& layer, const Shape& shape, std::size_t rows) {
    CAPTURE(layer.kind);
    CAPTURE(rows);
    CAPTURE(elementsOfShape(shape));
    std::string wanted;
    for (const EngineInfo& info : engines()) {
        // Without a product an engine changes nothing but the instructions of loops on a processor.
        const bool ownLoops = info.name == "scalar" || info.name == "avx2" || info.name == "vnni";
        if (!info.engine || (layer.kind != "linear" && !ownLoops)) continue;
        for (const unsigned threads : {1U, 2U, 3U}) {
            LayerBench bench(layer, shape, rows, threads, info.engine, 14);
            bench.output.push_back(-77.0F);
            bench.inputGradient.push_back(-77.0F);
            bench.run();
            CHECK(bench.output.back() == -77.0F);
            CHECK(bench.inputGradient.back() == -77.0F);
            if (wanted.empty()) wanted = bench.hash();
            CAPTURE(info.name);
            CAPTURE(threads);
            CHECK(bench.hash() == wanted);
        }
    }
}

} // namespace

TEST_CASE("layers give the same bits on any number of threads and all lanes at every size, and write nothing outside "
          "their results") {
    const std::vector<LayerDescription> kinds{
        {"relu", {}},      {"gelu", {}},    {"silu", {}},    {"tanh", {}},      {"dropout", {{"drop", 20000}}},
        {"layernorm", {}}, {"rmsnorm", {}}, {"softmax", {}}, {"batchnorm", {}}, LayerDescription::linear(3),
    };
    for (const LayerDescription& kind : kinds) {
        for (const std::size_t size : kSizes) {
            checkAt(kind, {size}, 2);
            // One number has no variance.
            checkAt(kind, {3}, kind.kind == "batchnorm" ? size + 1 : size);
        }
    }
}

TEST_CASE("the row of a batch does not depend on the others, where a layer has no statistics of a batch") {
    for (const char* kind : {"relu", "gelu", "silu", "tanh", "layernorm", "rmsnorm", "softmax"}) {
        CAPTURE(kind);
        LayerBench whole({kind, {}}, {33}, 1000, 2);
        whole.run();
        for (const std::size_t row : {0UL, 31UL, 32UL, 999UL}) {
            LayerBench one({kind, {}}, {33}, 1, 1);
            std::copy_n(whole.input.begin() + static_cast<std::ptrdiff_t>(33 * row), 33, one.input.begin());
            REQUIRE(one.forward(false).ok());
            CHECK(std::equal(one.output.begin(), one.output.end(),
                             whole.output.begin() + static_cast<std::ptrdiff_t>(33 * row)));
        }
    }
}
