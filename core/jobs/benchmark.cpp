// SPDX-License-Identifier: Apache-2.0
#include "jobs/benchmark.h"

#include "gpu/description.h"
#include "gpu/host_tensor.h"
#include "gpu/safetensors.h"
#include "jobs/program_shape.h"

namespace unchained::jobs {

namespace {

using Layer = gpu::LayerDescription;

/// 2,048 positions an iteration, as numerics.md asks for where noise shall cost little; a state of 5 MB, which a hub
/// can fetch over a home line within seconds.
constexpr std::uint64_t kSamples = 32, kPositions = 64, kTokens = 128, kWidth = 128, kHeads = 4, kBlocks = 2;

Layer each(std::uint64_t out) {
    return {"linear", {{"out", out}, {"each", 1}}};
}

gpu::TrainDescription description() {
    gpu::TrainDescription d;
    d.input = {kPositions};
    d.classes = kTokens;
    d.layers = {Layer{"embedding", {{"tokens", kTokens}, {"out", kWidth}, {"positions", 1}}}};
    for (std::uint64_t i = 0; i < kBlocks; ++i) {
        d.layers.push_back(Layer{"residual", {}, {Layer{"layernorm", {}}, Layer{"attention", {{"heads", kHeads}}}}});
        d.layers.push_back(
            Layer{"residual", {}, {Layer{"layernorm", {}}, each(4 * kWidth), Layer::gelu(), each(kWidth)}});
    }
    d.layers.push_back(Layer{"layernorm", {}});
    d.layers.push_back(each(kTokens));
    d.samples = kSamples;
    d.iterations = kBenchmarkStepsMax;
    return d;
}

/// Each next token follows from a place in a long sequence: what it learns does not matter, and no number overflows.
Result<Bytes> madeUpData() {
    std::vector<float> x(kSamples * kPositions);
    std::vector<std::int32_t> y(x.size());
    const auto token = [](std::size_t i) { return (i * 2654435761U >> 8) % 251 % kTokens; };
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = static_cast<float>(token(i));
        y[i] = static_cast<std::int32_t>(token(i + 1));
    }
    const ByteView rows{reinterpret_cast<const std::uint8_t*>(x.data()), x.size() * sizeof(float)};
    const ByteView labels{reinterpret_cast<const std::uint8_t*>(y.data()), y.size() * sizeof(std::int32_t)};
    std::vector<gpu::TensorView> tensors;
    for (const char* part : {"train", "test"}) {
        tensors.push_back({std::string(part) + ".x", gpu::DType::F32, {kSamples, kPositions}, rows});
        tensors.push_back({std::string(part) + ".y", gpu::DType::I32, {kSamples, kPositions}, labels});
    }
    return gpu::writeSafetensors(tensors);
}

} // namespace

Result<BenchmarkJob> benchmarkJob() {
    BenchmarkJob out{"train/v1", description().encode(), {}, {}};
    const auto shape = shapeOf(out.program, out.parameters);
    if (!shape) return shape.error();
    auto data = madeUpData();
    if (!data) return data.error();
    out.data = std::move(*data);
    out.workPerStep = shape->workPerIteration;
    for (const auto& tensor : shape->layout)
        if (tensor.noised) out.noise.scales.push_back(0);
    return out;
}

} // namespace unchained::jobs
