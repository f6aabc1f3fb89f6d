// SPDX-License-Identifier: Apache-2.0
#include "files.h"

#include "gpu/model_file.h"

#include <doctest/doctest.h>
#include <limits>

using namespace unchained;
using namespace unchained::gpu;
using test::viewOf;

namespace {

const std::vector<TensorInfo> kLayout{
    {"layers.0.weight", {2, 1}, true}, {"layers.0.bias", {1}, false}, {"optimizer.m.layers.0.weight", {2, 1}, false}};
const std::vector<float> kState{1, 2, 3, 4, 5};

Bytes bytesOfState(const std::vector<float>& state) {
    return {viewOf(state).begin(), viewOf(state).end()};
}

} // namespace

TEST_CASE("a state is written as a model and read again") {
    const auto image = writeModel(kLayout, viewOf(kState), {{"job", "digits"}});
    REQUIRE(image);
    CHECK(readModel(kLayout, *image, "m").value() == bytesOfState(kState));
    CHECK(parseSafetensors(*image)->floats("layers.0.bias", 1).value() == std::vector<float>{3});
}

TEST_CASE("a model without moments starts with zero moments, tensors of others are passed over") {
    const std::vector<float> w{1, 2};
    const std::vector<float> b{3};
    const auto image = writeSafetensors({{"other", DType::U8, {0}, {}},
                                         {"layers.0.bias", DType::F32, {1}, viewOf(b)},
                                         {"layers.0.weight", DType::F32, {2, 1}, viewOf(w)}});
    CHECK(readModel(kLayout, *image, "m").value() == bytesOfState({1, 2, 3, 0, 0}));
}

TEST_CASE("models and states of another layout are refused in words") {
    const std::vector<float> w{1, 2};
    const auto lacking = writeSafetensors({{"layers.0.weight", DType::F32, {2, 1}, viewOf(w)}});
    CHECK(readModel(kLayout, *lacking, "m").error().text() ==
          "m: has no tensor 'layers.0.bias'; give a model of the same layers");
    const auto turned = writeSafetensors({{"layers.0.weight", DType::F32, {1, 2}, viewOf(w)}});
    CHECK(readModel(kLayout, *turned, "m").error().text() ==
          "m: tensor 'layers.0.weight' is F32 [1, 2], wanted is F32 [2, 1]; give a model of the same layers");
    std::vector<float> bad = kState;
    bad[1] = std::numeric_limits<float>::infinity();
    const auto infinite = writeModel(kLayout, viewOf(bad));
    CHECK(readModel(kLayout, *infinite, "m").error().text() ==
          "m: layers.0.weight: element 1 is not a finite binary32 number; remove or replace it");
    CHECK(writeModel(kLayout, viewOf(kState).first(16)).error().text() ==
          "optimizer.m.layers.0.weight: does not fit a state of 16 bytes; give the state of this layout");
    CHECK(writeModel({kLayout[0]}, viewOf(kState)).error().text() ==
          "state: has 20 bytes, its layout has 8; give the state of this layout");
}
