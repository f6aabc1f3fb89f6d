// SPDX-License-Identifier: Apache-2.0
#include "gpu/commit.h"
#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/infer.h"
#include "gpu/program.h"
#include "gpu/result_file.h"
#include "gpu/safetensors.h"
#include "gpu/sweep.h"
#include "gpu/thread_pool.h"

#include <bit>
#include <cstring>
#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;

/// Files of a folder are compiled together.
namespace tiles_test {

namespace {

const Hash256 kSeed{{5, 6, 7}};

template <class T>
Bytes bytesOf(const std::vector<T>& values) {
    Bytes out(values.size() * sizeof(T));
    std::memcpy(out.data(), values.data(), out.size());
    return out;
}

std::vector<float> floatsOf(ByteView bytes) {
    std::vector<float> out(bytes.size() / sizeof(float));
    std::memcpy(out.data(), bytes.data(), bytes.size());
    return out;
}

std::unique_ptr<Program> made(const char* id, const cbor::Value& parameters, ThreadPool& pool,
                              const char* engine = "scalar") {
    auto program = makeProgram(id, parameters, **chooseEngine(engine), pool);
    REQUIRE_MESSAGE(program.ok(), program.error().text());
    return std::move(*program);
}

/// One whose numbers lie in the host's memory, and one whose numbers do not.
constexpr const char* kEngines[] = {"scalar", "cuda-model"};

/// y = W·x + b with small whole numbers, which products of 14 bits hold exactly.
const std::vector<float> kWeights{1, 2, -3, 4, /* bias */ 10, 20};
const std::vector<float> kRows{1, 1, 0, 2, -1, 0, 3, 5, 2, -2};

InferDescription inference(std::uint64_t tile) {
    InferDescription d;
    d.input = {2};
    d.layers = {LayerDescription::linear(2)};
    d.outputs = 2;
    d.rows = 5;
    d.tile = tile;
    return d;
}

std::unique_ptr<Program> readyToInfer(const InferDescription& d, ThreadPool& pool, const char* engine) {
    auto program = made("infer/v1", d.encode(), pool, engine);
    const Bytes rows = bytesOf(kRows);
    REQUIRE(program->bindData(writeSafetensors({{"x", DType::F32, {5, 2}, rows}}).value()).ok());
    REQUIRE(program->load(bytesOf(kWeights)).ok());
    return program;
}

constexpr std::uint64_t kSamples = 40;

Bytes trainingData() {
    std::vector<float> x, tx;
    std::vector<std::int32_t> y, ty;
    for (int i = 0; i < 60; ++i) {
        const float a = static_cast<float>((i * 37) % 17) / 17, b = static_cast<float>((i * 11) % 13) / 13;
        auto& to = i < 40 ? x : tx;
        to.insert(to.end(), {a, b});
        (i < 40 ? y : ty).push_back(a > b ? 1 : 0);
    }
    const Bytes bx = bytesOf(x), by = bytesOf(y), btx = bytesOf(tx), bty = bytesOf(ty);
    return writeSafetensors({{"train.x", DType::F32, {40, 2}, bx},
                             {"train.y", DType::I32, {40}, by},
                             {"test.x", DType::F32, {20, 2}, btx},
                             {"test.y", DType::I32, {20}, bty}})
        .value();
}

TrainDescription training(float rate, std::uint64_t width) {
    TrainDescription d;
    d.input = {2};
    d.classes = 2;
    d.layers = {LayerDescription::linear(width), LayerDescription::gelu(), LayerDescription::linear(2)};
    d.optimiser.kind = "sgd";
    d.optimiser.rate = rate;
    d.samples = kSamples;
    d.batch = 8;
    d.iterations = 25;
    d.orderSeed = d.initSeed = 3;
    return d;
}

std::uint32_t wordAt(ByteView bytes, std::size_t word) {
    std::uint32_t out = 0;
    std::memcpy(&out, bytes.data() + word * 4, 4);
    return out;
}

} // namespace

TEST_CASE("inference gives the outputs that one reckons by hand, whatever the tiles") {
    const std::vector<float> wanted{13, 21, 14, 28, 9, 23, 23, 31, 8, 6};
    for (const char* engine : kEngines) {
        for (const std::uint64_t tile : {1, 2, 5, 7}) {
            ThreadPool pool(2);
            const InferDescription d = inference(tile);
            const auto program = readyToInfer(d, pool, engine);
            REQUIRE(program->iterations() == (5 + tile - 1) / tile);
            REQUIRE(program->step(0, static_cast<std::uint32_t>(program->iterations()), kSeed, {}).ok());
            CHECK(floatsOf(program->output().value()) == wanted);
            CHECK(program->root().value() == stateRoot(program->output().value(), pool));
            CHECK(program->leave().value() == nullptr);
            REQUIRE(program->step(program->iterations() - 1, 1, kSeed, {}).ok());
            CHECK(program->output().value().size() == d.rowsOf(program->iterations() - 1) * 8);
        }
    }
}

TEST_CASE("noise that is declared shows in the answers, and follows from the step's seed") {
    ThreadPool pool(1);
    const auto program = readyToInfer(inference(5), pool, "scalar");
    const NoiseTerms noise = program->proposedNoise(bytesOf(kWeights));
    REQUIRE(noise.scales == std::vector<std::int32_t>{3}); // the largest is 4, a power of two
    REQUIRE(program->step(0, 1, kSeed, {}).ok());
    const auto exact = floatsOf(program->output().value());
    REQUIRE(program->step(0, 1, kSeed, noise).ok());
    const auto noised = floatsOf(program->output().value());
    CHECK(noised != exact);
    for (std::size_t i = 0; i < exact.size(); ++i)
        CHECK(std::abs(noised[i] - exact[i]) < 0.2F);
    REQUIRE(program->step(0, 1, kSeed, noise).ok());
    CHECK(floatsOf(program->output().value()) == noised);
    const auto onCard = readyToInfer(inference(5), pool, "cuda-model");
    REQUIRE(onCard->step(0, 1, kSeed, noise).ok());
    CHECK(floatsOf(onCard->output().value()) == noised);
    CHECK(program->step(0, 1, kSeed, {8, {1, 2}}).error().subject == "noise.scales");
}

TEST_CASE("inference wants its weights, its rows, and one answer a row") {
    ThreadPool pool(1);
    auto bare = made("infer/v1", inference(5).encode(), pool);
    CHECK(bare->step(0, 1, kSeed, {}).error().is(ProgramError::BadState));
    REQUIRE(bare->load(bytesOf(kWeights)).ok());
    CHECK(bare->step(0, 1, kSeed, {}).error().is(ProgramError::BadData));
    CHECK(bare->load(Bytes(8)).error().is(ProgramError::BadState));
    const auto refused = [](const InferDescription& d) {
        const auto out = InferDescription::decode(d.encode());
        return out ? std::string("taken") : out.error().subject;
    };
    CHECK(refused(inference(5)) == "taken");
    InferDescription bad = inference(0);
    CHECK(refused(bad) == "tile");
    bad = inference(5);
    bad.outputs = 3;
    CHECK(refused(bad) != "taken");
    bad = inference(5);
    bad.rows = 0;
    CHECK(refused(bad) == "rows");
}

TEST_CASE("the table of outputs has a line a row, with the class of the largest") {
    InferDescription d = inference(2);
    const auto table = [&](const std::vector<Tiles>& tiles) {
        const auto file = makeResult("infer/v1", d.encode(), tiles);
        REQUIRE(file);
        return std::string(file->begin(), file->end());
    };
    const std::vector<Tiles> tiles{{0, bytesOf(std::vector<float>{1, 0.1F, -2, 3})},
                                   {2, bytesOf(std::vector<float>{7, 7})}};
    CHECK(table(tiles) == "row,class,output_0,output_1\n0,0,1,0.1\n1,1,-2,3\n4,0,7,7\n");
    d.classes = false;
    CHECK(table({}) == "row,output_0,output_1\n");
    CHECK(resultShows("infer/v1", d.encode(), tiles, *makeResult("infer/v1", d.encode(), tiles)));
    CHECK_FALSE(resultShows("infer/v1", d.encode(), {}, *makeResult("infer/v1", d.encode(), tiles)));
    CHECK(resultName("infer/v1") == "outputs.csv");
    CHECK(resultName("train/v1") == "model.safetensors");
}

TEST_CASE("a sweep's tile is what the training comes to by itself; one that diverges is a row and no failure") {
    const SweepDescription d{{training(0.1F, 8), training(3e38F, 8), training(0.5F, 16)}};
    ThreadPool pool(2);
    const auto sweep = made("sweep/v1", d.encode(), pool);
    REQUIRE(sweep->iterations() == 3);
    REQUIRE(sweep->bindData(trainingData()).ok());
    for (const std::uint64_t t : {0, 2}) {
        const auto alone = made("train/v1", d.runs[t].encode(), pool);
        REQUIRE(alone->bindData(trainingData()).ok());
        const Bytes state = alone->initialState().value();
        REQUIRE(alone->load(state).ok());
        NoiseTerms noise = alone->proposedNoise(state);
        const Hash256 seed = taggedHash("sweep", {kSeed, std::uint64_t{0}});
        REQUIRE(alone->step(0, 25, seed, noise).ok());
        const Evaluation wanted = alone->evaluate().value();
        REQUIRE(sweep->step(t, 1, kSeed, {}).ok());
        REQUIRE(sweep->output().value().size() == kSweepTileBytes);
        CHECK(wordAt(sweep->output().value(), 0) == std::bit_cast<std::uint32_t>(wanted.loss));
        CHECK(wordAt(sweep->output().value(), 1) == wanted.correct);
        CHECK(wordAt(sweep->output().value(), 2) == 20);
    }
    REQUIRE(sweep->step(1, 1, kSeed, {}).ok());
    CHECK(Bytes(sweep->output().value().begin(), sweep->output().value().end()) == Bytes(kSweepTileBytes));
}

TEST_CASE("trainings of a sweep share their data, and begin at a seed") {
    const auto refused = [](const SweepDescription& d) {
        const auto out = SweepDescription::decode(d.encode());
        return out ? std::string("taken") : out.error().subject;
    };
    CHECK(refused({{training(0.1F, 8)}}) == "taken");
    CHECK(refused({}) == "runs");
    SweepDescription bad{{training(0.1F, 8), training(0.1F, 8)}};
    bad.runs[1].samples = 39;
    CHECK(refused(bad) == "runs.1.input");
    bad = {{training(0.1F, 8), training(-1, 8)}};
    CHECK(refused(bad) == "runs.1.optimiser.rate");
    bad = {{training(0.1F, 8)}};
    bad.runs[0].initRoot = kSeed;
    CHECK(refused(bad) == "runs.0.init");
}

TEST_CASE("the table of scores has the best first, and what diverged last") {
    const SweepDescription d{{training(0.1F, 8), training(3e38F, 8), training(0.5F, 16)}};
    Bytes tiles = bytesOf(std::vector<std::uint32_t>{std::bit_cast<std::uint32_t>(0.5F), 10, 20, 0, 0, 0,
                                                     std::bit_cast<std::uint32_t>(0.25F), 15, 20});
    const auto file = makeResult("sweep/v1", d.encode(), {{0, tiles}});
    REQUIRE(file);
    CHECK(std::string(file->begin(), file->end()) ==
          "run,loss,accuracy,optimizer,learning_rate,momentum,weight_decay,batch,iterations,seed,widths\n"
          "2,0.25,0.75,sgd,0.5,0,0,8,25,3,16x2\n"
          "0,0.5,0.5,sgd,0.1,0,0,8,25,3,8x2\n"
          "1,diverged,,sgd,3e+38,0,0,8,25,3,8x2\n");
}

TEST_CASE("frozen layers keep their values, and the others learn") {
    TrainDescription d = training(0.1F, 8);
    d.layers.insert(d.layers.begin() + 1, LayerDescription{"batchnorm", {}}); // its statistics stay, too
    d.frozen = 2;
    const auto decoded = TrainDescription::decode(d.encode());
    REQUIRE(decoded);
    CHECK(*decoded == d);
    d.optimiser.clip = 0.01F;
    ThreadPool pool(1);
    std::vector<std::vector<float>> states;
    for (const char* engine : kEngines) {
        const auto program = made("train/v1", d.encode(), pool, engine);
        REQUIRE(program->bindData(trainingData()).ok());
        const auto before = floatsOf(program->initialState().value());
        REQUIRE(program->load(bytesOf(before)).ok());
        REQUIRE(program->step(0, 5, std::nullopt, {}).ok());
        const auto after = floatsOf(program->state().value());
        std::size_t first = 0;
        for (const TensorInfo& tensor : program->layout())
            if (tensor.name.starts_with("layers.0.") || tensor.name.starts_with("layers.1."))
                first += tensor.elements();
        CHECK(std::equal(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(first), after.begin()));
        CHECK_FALSE(std::equal(before.begin() + static_cast<std::ptrdiff_t>(first), before.end(),
                               after.begin() + static_cast<std::ptrdiff_t>(first)));
        states.push_back(after);
    }
    CHECK(states[0] == states[1]);
    d.frozen = 4;
    CHECK(TrainDescription::decode(d.encode()).error().subject == "frozen");
}

} // namespace tiles_test
