// SPDX-License-Identifier: Apache-2.0
// Seconds of an iteration of a 64-512-512-10 network with adam on 12,933 rows, all at once, and of its parts.
// Usage: bench_train [bits] [threads] [engine]
#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/program.h"
#include "gpu/safetensors.h"

#include <cstdio>
#include <cstdlib>

using namespace unchained;
using namespace unchained::gpu;

namespace {

ByteView bytesOf(const auto& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(values[0])};
}

Bytes randomData(std::uint64_t rows, std::uint64_t width, std::uint64_t classes) {
    std::vector<float> x(rows * width);
    std::vector<std::int32_t> y(rows);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(i * 2654435761U % 17) / 16.0F;
    for (std::size_t i = 0; i < rows; ++i)
        y[i] = static_cast<std::int32_t>(i * 2246822519U / 7 % classes);
    return writeSafetensors({{"train.x", DType::F32, {rows, width}, bytesOf(x)},
                             {"train.y", DType::I32, {rows}, bytesOf(y)},
                             {"test.x", DType::F32, {rows, width}, bytesOf(x)},
                             {"test.y", DType::I32, {rows}, bytesOf(y)}})
        .value();
}

} // namespace

int main(int argc, char** argv) {
    TrainDescription d;
    d.bits = argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 14;
    d.input = {64};
    d.classes = 10;
    d.layers = {LayerDescription::linear(512), LayerDescription::relu(), LayerDescription::linear(512),
                LayerDescription::relu(), LayerDescription::linear(10)};
    d.samples = 12933;
    d.iterations = 1000;
    ThreadPool pool(argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 2);
    const Engine* engine = chooseEngine(argc > 3 ? argv[3] : "").value();
    auto program = makeProgram("train/v1", d.encode(), *engine, pool).value();
    if (!program->bindData(randomData(d.samples, 64, 10)).ok()) return 1;
    const Bytes initial = program->initialState().value();
    if (!program->load(initial).ok()) return 1;
    const NoiseTerms noise = program->proposedNoise(initial);
    double best = 1e9;
    double noiseWall = 0;
    for (std::uint64_t i = 0; i < 8; ++i) {
        auto cost = program->step(i, 1, Hash256{}, noise);
        if (!cost) return 1;
        if (cost->wall < best) {
            best = cost->wall;
            noiseWall = cost->noiseWall;
        }
    }
    const auto evaluation = program->evaluate();
    std::printf("%s, %u threads: %.1f ms an iteration, of which noise %.2f ms; %.1f GFLOP/s of products; loss %.4f\n",
                std::string(engine->name()).c_str(), pool.threads(), best * 1e3, noiseWall * 1e3,
                2.0 * static_cast<double>(program->workPerIteration()) / best / 1e9,
                static_cast<double>(evaluation->loss));
    return 0;
}
