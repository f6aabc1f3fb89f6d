// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

struct Kernel {
    std::size_t out, size, stride, padding, groups;
    bool bias;
};
constexpr std::size_t kImageChannels = 4;
constexpr std::size_t kImageHeight = 5;
constexpr std::size_t kImageWidth = 6;

/// A number of the padded image of one sample.
double pixel(const Doubles& x, std::size_t plane, std::size_t y, std::size_t row, const Kernel& k) {
    if (y < k.padding || row < k.padding || y >= kImageHeight + k.padding || row >= kImageWidth + k.padding) return 0;
    return x[(plane * kImageHeight + y - k.padding) * kImageWidth + row - k.padding];
}

double onePlace(const Doubles& x, const Doubles& w, const Kernel& k, std::size_t sample, std::size_t o, std::size_t y,
                std::size_t at) {
    const std::size_t inGroup = kImageChannels / k.groups;
    const std::size_t first = o / (k.out / k.groups) * inGroup;
    double sum = 0;
    for (std::size_t c = 0; c < inGroup; ++c) {
        for (std::size_t ky = 0; ky < k.size; ++ky) {
            for (std::size_t kx = 0; kx < k.size; ++kx) {
                sum += w[((o * inGroup + c) * k.size + ky) * k.size + kx] *
                       pixel(x, sample * kImageChannels + first + c, y * k.stride + ky, at * k.stride + kx, k);
            }
        }
    }
    return sum;
}

Doubles plainConv2d(const Doubles& x, const std::vector<Doubles>& t, const Kernel& k) {
    const std::size_t high = (kImageHeight + 2 * k.padding - k.size) / k.stride + 1;
    const std::size_t wide = (kImageWidth + 2 * k.padding - k.size) / k.stride + 1;
    Doubles out;
    for (std::size_t sample = 0; sample < x.size() / (kImageChannels * kImageHeight * kImageWidth); ++sample) {
        for (std::size_t o = 0; o < k.out; ++o) {
            for (std::size_t i = 0; i < high * wide; ++i)
                out.push_back(onePlace(x, t[0], k, sample, o, i / wide, i % wide) + (k.bias ? t[1][o] : 0));
        }
    }
    return out;
}

LayerDescription describedConv2d(const Kernel& k) {
    LayerDescription d{"conv2d", {{"out", k.out}, {"size", k.size}}};
    if (k.stride != 1) d.settings.emplace_back("stride", k.stride);
    if (k.padding != 0) d.settings.emplace_back("padding", k.padding);
    if (k.groups != 1) d.settings.emplace_back("groups", k.groups);
    if (!k.bias) d.settings.emplace_back("bias", 0);
    return d;
}

} // namespace

TEST_CASE("conv2d: values and gradients are those of its definition, with strides, padding and groups") {
    const std::pair<Kernel, const char*> kernels[] = {
        {{3, 3, 1, 0, 1, true}, "7f3c33f2dfe0b1b1140cfdec2195e54f439f818864a8a99d624c6b32d9c4ea31"},
        {{2, 3, 2, 1, 1, false}, "dba213b873f199960b22d815327fbebd25c0ab5fbd4b272383e8b2709bd801ea"},
        {{6, 2, 1, 1, 2, true}, "ec17c27f63babc083e0ffcef395b0a4503230cd1f349129ccddef219e853a7ce"},
        {{4, 1, 3, 0, 4, true}, "2e558036752ab0671ae9bb29e399805e36c513338d1e92a9fece9a99ad8b6330"},
    };
    for (const auto& one : kernels) {
        const Kernel kernel = one.first;
        INFO("size ", kernel.size, ", stride ", kernel.stride, ", groups ", kernel.groups);
        holdToDefinition(
            {describedConv2d(kernel),
             {kImageChannels, kImageHeight, kImageWidth},
             2,
             [kernel](const Doubles& x, const std::vector<Doubles>& t) { return plainConv2d(x, t, kernel); },
             one.second});
    }
}

TEST_CASE("conv2d: a sum computed by hand, and its work") {
    LayerBench bench({"conv2d", {{"out", 1}, {"size", 2}}}, {1, 2, 3}, 1);
    bench.input = {1, 2, 3, 4, 5, 6};
    bench.tensors = {{1, 10, 100, 1000}, {0.5F}};
    bench.outputGradient = {1, 2};
    bench.run();
    CHECK(bench.output == std::vector<float>{5421.5F, 6532.5F});
    CHECK(bench.inputGradient == std::vector<float>{1, 12, 20, 100, 1200, 2000});
    CHECK(bench.gradients[0] == std::vector<float>{5, 8, 14, 17});
    CHECK(bench.gradients[1] == std::vector<float>{3});
    CHECK(bench.layer->output() == Shape{1, 1, 2});
    CHECK(bench.layer->forwardWork() == 8);
    CHECK(bench.layer->backwardWork(true) == 16);
}

TEST_CASE(
    "conv2d: a processor comes to what a card does, in chunks of any size and with the same words for what is wrong") {
    struct Case {
        Kernel kernel;
        Shape shape;
        std::size_t rows;
    };
    const Case cases[] = {
        {{5, 3, 1, 1, 1, true}, {3, 8, 8}, 13},   {{16, 3, 1, 1, 1, false}, {16, 4, 4}, 40},
        {{6, 3, 1, 1, 3, true}, {6, 9, 7}, 5},    {{2, 3, 1, 1, 1, true}, {2, 30, 29}, 1},
        {{4, 5, 2, 2, 2, false}, {4, 12, 31}, 3}, {{33, 1, 1, 0, 1, true}, {17, 5, 5}, 2},
    };
    for (const Case& c : cases) {
        CAPTURE(c.shape);
        LayerBench card(describedConv2d(c.kernel), c.shape, c.rows, 1, *chooseEngine("cuda-model"), 14);
        card.run();
        for (const EngineInfo& info : engines()) {
            if (!info.engine || info.engine->onCard()) continue;
            for (const unsigned threads : {1U, 2U, 5U}) {
                CAPTURE(info.name);
                CAPTURE(threads);
                LayerBench bench(describedConv2d(c.kernel), c.shape, c.rows, threads, info.engine, 14);
                bench.run();
                CHECK(bench.hash() == card.hash());
            }
        }
        // An operand is refused before a result, wherever each stands.
        for (const bool operand : {false, true}) {
            std::string wanted;
            for (const char* name : {"cuda-model", "scalar", ""}) {
                LayerBench bench(describedConv2d(c.kernel), c.shape, c.rows, 2, *chooseEngine(name), 14);
                std::fill(bench.input.begin(), bench.input.begin() + 4, 0x1p127F);
                for (float& weight : bench.tensors[0])
                    weight *= 0x1p20F;
                if (operand) bench.input.back() = NAN;
                const auto done = bench.forward(true);
                REQUIRE_FALSE(done.ok());
                if (wanted.empty()) wanted = done.error().text();
                CHECK(done.error().text() == wanted);
            }
        }
    }
}

TEST_CASE("conv2d: what does not fit is refused in words") {
    const auto refused = [](LayerDescription d) { return layerRefusal(d, {4, 5, 6}); };
    CHECK(layerRefusal({"conv2d", {{"out", 1}, {"size", 2}}}, {20}) ==
          "layers.4: takes images of channels, height and width; "
          "tell the data's channels, width and height, and put it before layers that flatten");
    CHECK(refused({"conv2d", {{"out", 1}, {"size", 6}}}) ==
          "layers.4.size: a window of 6 × 6 does not fit an image of 5 × 6; use a smaller size, or more padding");
    CHECK(refused({"conv2d", {{"out", 1}, {"size", 3}, {"padding", 3}}}) ==
          "layers.4.padding: a padding of 3 is not less than the size 3; use a smaller padding");
    CHECK(refused({"conv2d", {{"out", 3}, {"size", 3}, {"groups", 2}}}) ==
          "layers.4.groups: channels in and out, 4 and 3, cannot be divided evenly among 2 groups; "
          "use a number of groups that divides both");
    CHECK(layerRefusal({"conv2d", {{"out", 1}, {"size", 64}, {"padding", 63}}}, {1, 1024, 1024})
              .starts_with("layers.4: the windows of a sample have more than "));
}
