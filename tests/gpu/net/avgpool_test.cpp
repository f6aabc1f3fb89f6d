// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Doubles plainAvgpool(const Doubles& x, std::size_t size, std::size_t stride) {
    constexpr std::size_t kSide = 6;
    const std::size_t out = (kSide - size) / stride + 1;
    Doubles y;
    for (std::size_t plane = 0; plane < x.size() / (kSide * kSide); ++plane) {
        for (std::size_t i = 0; i < out * out; ++i) {
            double sum = 0;
            for (std::size_t k = 0; k < size * size; ++k) {
                const std::size_t row = i / out * stride + k / size;
                sum += x[(plane * kSide + row) * kSide + i % out * stride + k % size];
            }
            y.push_back(sum / static_cast<double>(size * size));
        }
    }
    return y;
}

} // namespace

TEST_CASE("avgpool: values and gradients are those of its definition, also where windows overlap") {
    holdToDefinition({{"avgpool", {{"size", 3}}},
                      {2, 6, 6},
                      2,
                      [](const Doubles& x, const std::vector<Doubles>&) { return plainAvgpool(x, 3, 3); },
                      "7365e9fbf865824da93975e47ae45dba53c4c2c0de0b2eb1519389d27e7e9fe7"});
    holdToDefinition({{"avgpool", {{"size", 3}, {"stride", 2}}},
                      {2, 6, 6},
                      2,
                      [](const Doubles& x, const std::vector<Doubles>&) { return plainAvgpool(x, 3, 2); },
                      "70bc95c6de5ebb12cdf3922f691f06fd8f7ff5bae41f91acc6ea0b7ba0322902"});
}

TEST_CASE("avgpool: sums are exact, computed by hand") {
    LayerBench bench({"avgpool", {{"size", 2}}}, {1, 2, 2}, 1);
    bench.input = {16777216.0F, 1, 1, -16777216.0F};
    bench.outputGradient = {8};
    bench.run();
    CHECK(bench.output == std::vector<float>{0.5F});
    CHECK(bench.inputGradient == std::vector<float>{2, 2, 2, 2});
    bench.input[1] = NAN;
    CHECK(bench.forward(true).error().is(ProgramError::NotFinite));
}
