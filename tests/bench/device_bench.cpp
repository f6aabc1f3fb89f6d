// SPDX-License-Identifier: Apache-2.0
// An iteration of three small networks whose numbers stay on an engine's device: the shortest of some, in milliseconds
// of the wall and of all processors. Compare it with another engine's.
// Usage: bench_device [engine] [threads] [iterations]
#include "gpu/cards.h"
#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/program.h"
#include "gpu/safetensors.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace unchained;
using namespace unchained::gpu;

namespace {

struct Contest {
    const char* name;
    TrainDescription description;
    std::uint64_t rows;
    std::uint64_t labels = 1;
};

Contest digits() {
    Contest c{"digits", {}, 4096};
    c.description.input = {64};
    c.description.classes = 10;
    c.description.layers = {LayerDescription::linear(128), LayerDescription::relu(), LayerDescription::linear(10)};
    c.description.batch = 1024;
    c.description.optimiser.kind = "sgd";
    c.description.optimiser.momentum = 0.9F;
    return c;
}

Contest charlm() {
    Contest c{"charlm", {}, 256, 64};
    c.description.input = {64};
    c.description.classes = 65;
    const LayerDescription attend{"residual", {}, {{"layernorm", {}}, {"attention", {{"heads", 4}}}}};
    const LayerDescription feed{"residual",
                                {},
                                {{"layernorm", {}},
                                 {"linear", {{"out", 256}, {"each", 1}}},
                                 {"gelu", {}},
                                 {"linear", {{"out", 64}, {"each", 1}}}}};
    c.description.layers = {{"embedding", {{"tokens", 65}, {"out", 64}, {"positions", 1}}},
                            attend,
                            feed,
                            attend,
                            feed,
                            {"layernorm", {}},
                            {"linear", {{"out", 65}, {"each", 1}}}};
    c.description.batch = 16;
    c.description.optimiser.clip = 1.0F;
    c.description.optimiser.decay = 0.1F;
    return c;
}

Contest cnn() {
    Contest c{"cnn", {}, 256};
    c.description.input = {3, 16, 16};
    c.description.classes = 10;
    const auto block = [](std::uint64_t width) {
        return LayerDescription{"conv2d", {{"out", width}, {"size", 3}, {"padding", 1}}};
    };
    c.description.layers = {block(16),
                            {"batchnorm", {}},
                            {"relu", {}},
                            {"maxpool", {{"size", 2}}},
                            block(32),
                            {"batchnorm", {}},
                            {"relu", {}},
                            {"avgpool", {{"size", 2}}},
                            LayerDescription::linear(10)};
    c.description.batch = 64;
    return c;
}

ByteView bytesOf(const auto& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(values[0])};
}

Bytes dataOf(const Contest& c) {
    std::uint64_t width = 1;
    for (const std::uint64_t dimension : c.description.input)
        width *= dimension;
    std::vector<float> x(c.rows * width);
    std::vector<std::int32_t> y(c.rows * c.labels);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(i * 2654435761U % (c.labels > 1 ? 65 : 17)) / (c.labels > 1 ? 1.0F : 16.0F);
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = static_cast<std::int32_t>(i * 2246822519U / 7 % c.description.classes);
    const std::vector<std::uint64_t> shape = c.labels > 1 ? std::vector{c.rows, c.labels} : std::vector{c.rows};
    return writeSafetensors({{"train.x", DType::F32, {c.rows, width}, bytesOf(x)},
                             {"train.y", DType::I32, shape, bytesOf(y)},
                             {"test.x", DType::F32, {c.rows, width}, bytesOf(x)},
                             {"test.y", DType::I32, shape, bytesOf(y)}})
        .value();
}

double processorSeconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

int complain(const Error& error) {
    std::fprintf(stderr, "%s\n", error.text().c_str());
    return 1;
}

int run(Contest c, const Engine& engine, ThreadPool& pool, std::uint64_t iterations) {
    c.description.samples = c.rows;
    c.description.iterations = iterations;
    auto made = makeProgram("train/v1", c.description.encode(), engine, pool);
    if (!made) return complain(made.error());
    Program& program = **made;
    if (auto bound = program.bindData(dataOf(c)); !bound) return complain(bound.error());
    const Bytes initial = program.initialState().value();
    if (auto loaded = program.load(initial); !loaded) return complain(loaded.error());
    const NoiseTerms noise = program.proposedNoise(initial);
    double wall = 1e9;
    double processors = 1e9;
    for (std::uint64_t i = 0; i < iterations; ++i) {
        const double before = processorSeconds();
        const auto cost = program.step(i, 1, Hash256{}, noise);
        if (!cost) return complain(cost.error());
        processors = std::min(processors, processorSeconds() - before);
        wall = std::min(wall, cost->wall);
    }
    const auto start = std::chrono::steady_clock::now();
    if (auto root = program.root(); !root) return complain(root.error());
    const double hash = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto evaluation = program.evaluate();
    if (!evaluation) return complain(evaluation.error());
    std::printf("%s on %s: %.3f ms an iteration, %.3f ms of processors, root %.3f ms; loss %.6f\n", c.name,
                engine.device().c_str(), wall * 1e3, processors * 1e3, hash * 1e3,
                static_cast<double>(evaluation->loss));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    offerCudaEngine();
    const auto engine = chooseEngine(argc > 1 ? argv[1] : "");
    if (!engine) return complain(engine.error());
    ThreadPool pool(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 0);
    const std::uint64_t iterations = argc > 3 ? static_cast<std::uint64_t>(std::atoll(argv[3])) : 20;
    for (const Contest& contest : {digits(), charlm(), cnn()}) {
        if (const int failed = run(contest, **engine, pool, iterations); failed != 0) return failed;
    }
    return 0;
}
