// SPDX-License-Identifier: Apache-2.0
#include "net/machine.h"

#include "gpu/description.h"
#include "gpu/safetensors.h"
#include "jobs/program_shape.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace unchained::net {

namespace {

constexpr std::uint64_t kRows = 4096, kWidth = 64, kSteps = 8;

gpu::TrainDescription probe() {
    gpu::TrainDescription d;
    d.input = {kWidth};
    d.classes = 10;
    d.layers = {gpu::LayerDescription::linear(512), gpu::LayerDescription::relu(), gpu::LayerDescription::linear(512),
                gpu::LayerDescription::relu(), gpu::LayerDescription::linear(10)};
    d.samples = kRows;
    d.iterations = kSteps + 1;
    return d;
}

Result<Bytes> probeData() {
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

std::string deviceName() {
    std::ifstream in("/proc/cpuinfo");
    std::string line, name = "CPU";
    while (std::getline(in, line)) {
        if (line.rfind("model name", 0) != 0) continue;
        const std::size_t at = line.find(": ");
        if (at != std::string::npos) name = line.substr(at + 2, 40);
        break;
    }
    return name + ", " + std::to_string(std::max(1U, std::thread::hardware_concurrency())) + " threads";
}

std::uint64_t memoryBytes() {
    const long pages = sysconf(_SC_PHYS_PAGES), bytes = sysconf(_SC_PAGE_SIZE);
    return pages > 0 && bytes > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(bytes) : 0;
}

void measureRate(jobs::WorkerProcess& worker, storage::BlobStore& blobs,
                 std::function<void(Result<MeasuredRate>)> done) {
    const auto data = probeData();
    if (!data) return done(data.error());
    const auto root = blobs.write(*data);
    if (!root) return done(root.error());
    const auto parameters = probe().encode();
    const auto shape = jobs::shapeOf("train/v1", parameters);
    if (!shape) return done(shape.error());
    auto engine = std::make_shared<std::string>();
    gpu::NoiseTerms noise;
    for (const auto& tensor : shape->layout)
        if (tensor.noised) noise.scales.push_back(0);
    worker.load({"train/v1", parameters, noise, *root}, [engine](const Result<gpu::worker::Loaded>& loaded) {
        if (loaded) *engine = loaded->engine;
    });
    worker.init([&worker, &blobs, engine, done, work = shape->workPerIteration,
                 data = *root](const Result<gpu::worker::Initial>& initial) {
        if (!initial) return done(initial.error());
        jobs::RunOrder order{initial->root, 0, 1, {}, false, false};
        for (std::uint64_t i = 0; i <= kSteps; ++i)
            order.steps.push_back({i, Hash256{}});
        auto walls = std::make_shared<std::vector<std::uint64_t>>();
        worker.run(
            order, [walls](const gpu::worker::StepDone& step) { walls->push_back(step.wallNs); },
            [&blobs, engine, walls, work, done, data, state = initial->root](const Result<jobs::RunOutcome>& ran) {
                (void)blobs.remove(data);
                (void)blobs.remove(state);
                if (!ran) return done(ran.error());
                std::sort(walls->begin(), walls->end()); // the median: the first one warms up, others may be disturbed
                const double ns = static_cast<double>(std::max<std::uint64_t>(1, walls->at(walls->size() / 2)));
                done(MeasuredRate{*engine, std::max<std::uint64_t>(
                                               1, static_cast<std::uint64_t>(static_cast<double>(work) * 1e9 / ns))});
            });
    });
}

} // namespace unchained::net
