// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Doubles plainRmsnorm(const Doubles& x, const std::vector<Doubles>& tensors) {
    const std::size_t width = tensors[0].size();
    Doubles y(x.size());
    for (std::size_t row = 0; row < x.size(); row += width) {
        double squares = 0;
        for (std::size_t c = 0; c < width; ++c)
            squares += x[row + c] * x[row + c] / static_cast<double>(width);
        for (std::size_t c = 0; c < width; ++c)
            y[row + c] = x[row + c] / std::sqrt(squares + 1e-5) * tensors[0][c];
    }
    return y;
}

} // namespace

TEST_CASE("rmsnorm: values and gradients are those of its definition") {
    holdToDefinition(
        {{"rmsnorm", {}}, {4, 6}, 3, plainRmsnorm, "542bbdb50d68d656fc69b388dd471d5911748943fb59ec5e91d9a2c4f09e7a6f"});
}

TEST_CASE("rmsnorm: a row computed by hand, and one that is not finite") {
    LayerBench bench({"rmsnorm", {}}, {2}, 1);
    bench.input = {1, 7};
    bench.tensors = {{2, 1}};
    REQUIRE(bench.forward(false).ok());
    const float factor = 1.0F / std::sqrt(25.0F + 1e-5F);
    CHECK(bench.output == std::vector<float>{factor * 2, 7 * factor});
    bench.input = {1, INFINITY};
    CHECK(bench.forward(true).error().is(ProgramError::NotFinite));
}
