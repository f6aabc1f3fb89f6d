// SPDX-License-Identifier: Apache-2.0
#include "jobs/benchmark.h"

#include "gpu/description.h"
#include "gpu/host_tensor.h"
#include "gpu/safetensors.h"
#include "jobs/program_shape.h"

namespace unchained::jobs {

namespace {

constexpr std::uint64_t kRows = 4096, kWidth = 64;

gpu::TrainDescription description() {
    gpu::TrainDescription d;
    d.input = {kWidth};
    d.classes = 10;
    d.layers = {gpu::LayerDescription::linear(512), gpu::LayerDescription::relu(), gpu::LayerDescription::linear(512),
                gpu::LayerDescription::relu(), gpu::LayerDescription::linear(10)};
    d.samples = kRows;
    d.iterations = kBenchmarkStepsMax;
    return d;
}

Result<Bytes> madeUpData() {
    std::vector<float> x(kRows * kWidth);
    std::vector<std::int32_t> y(kRows);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>((i * 2654435761U >> 8) % 251) / 251.0F;
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = static_cast<std::int32_t>(i % 10);
    const ByteView rows{reinterpret_cast<const std::uint8_t*>(x.data()), x.size() * sizeof(float)};
    const ByteView labels{reinterpret_cast<const std::uint8_t*>(y.data()), y.size() * sizeof(std::int32_t)};
    std::vector<gpu::TensorView> tensors;
    for (const char* part : {"train", "test"}) {
        tensors.push_back({std::string(part) + ".x", gpu::DType::F32, {kRows, kWidth}, rows});
        tensors.push_back({std::string(part) + ".y", gpu::DType::I32, {kRows}, labels});
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
