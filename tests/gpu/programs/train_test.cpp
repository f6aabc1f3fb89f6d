// SPDX-License-Identifier: Apache-2.0
#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/program.h"
#include "gpu/safetensors.h"
#include "net/batch_order.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <doctest/doctest.h>
#include <set>

using namespace unchained;
using namespace unchained::gpu;

namespace {

constexpr std::uint64_t kRows = 203;
constexpr std::uint64_t kWidth = 13;
constexpr std::uint64_t kClasses = 4;

template <class T>
ByteView bytesOf(const std::vector<T>& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
}

struct Data {
    std::vector<float> x;
    std::vector<std::int32_t> y;
};

/// Rows whose class is that of the largest of the first four numbers.
Data makeRows(std::uint64_t rows, std::uint32_t key) {
    Data data{std::vector<float>(rows * kWidth), std::vector<std::int32_t>(rows)};
    for (std::size_t i = 0; i < data.x.size(); ++i) {
        data.x[i] = static_cast<float>(philox4x32_10({static_cast<std::uint32_t>(i)}, {key, 1})[0] >> 16) / 65536.0F;
    }
    for (std::size_t i = 0; i < rows; ++i) {
        const float* row = data.x.data() + i * kWidth;
        data.y[i] = static_cast<std::int32_t>(std::max_element(row, row + kClasses) - row);
    }
    return data;
}

Bytes image(const Data& train, const Data& test) {
    return writeSafetensors({{"train.x", DType::F32, {train.y.size(), kWidth}, bytesOf(train.x)},
                             {"train.y", DType::I32, {train.y.size()}, bytesOf(train.y)},
                             {"test.x", DType::F32, {test.y.size(), kWidth}, bytesOf(test.x)},
                             {"test.y", DType::I32, {test.y.size()}, bytesOf(test.y)}})
        .value();
}

Bytes exampleData() {
    return image(makeRows(kRows, 1), makeRows(1500, 2));
}

TrainDescription example(const std::string& optimiser, std::uint64_t batch) {
    TrainDescription d;
    d.input = {kWidth};
    d.classes = kClasses;
    d.layers = {LayerDescription::linear(37), LayerDescription::gelu(), LayerDescription::linear(29),
                LayerDescription::relu(), LayerDescription::linear(kClasses)};
    d.optimiser.kind = optimiser;
    d.optimiser.rate = optimiser == "sgd" ? 0.05F : 0.01F;
    d.optimiser.momentum = optimiser == "sgd" ? 0.9F : 0.0F;
    d.samples = kRows;
    d.batch = batch;
    d.iterations = 400;
    d.orderSeed = 5;
    d.initSeed = 6;
    return d;
}

const Hash256 kSeed{{1, 2, 3, 4}};

std::unique_ptr<Program> ready(const TrainDescription& d, const Engine& engine, ThreadPool& pool) {
    auto program = makeProgram("train/v1", d.encode(), engine, pool);
    REQUIRE(program.ok());
    REQUIRE((*program)->bindData(exampleData()).ok());
    REQUIRE((*program)->load((*program)->initialState().value()).ok());
    return std::move(*program);
}

const Engine& best() {
    return *chooseEngine("").value();
}

std::string stateAfterFive(const TrainDescription& d, const Engine& engine, unsigned threads, bool noised) {
    ThreadPool pool(threads);
    auto program = ready(d, engine, pool);
    const NoiseTerms noise = program->proposedNoise(program->state().value());
    REQUIRE(program->step(0, 5, noised ? std::optional(kSeed) : std::nullopt, noise).ok());
    return toHex(sha256(program->state().value()).view());
}

Bytes bytesOfState(Program& program) {
    const ByteView state = program.state().value();
    return {state.begin(), state.end()};
}

std::vector<float> floatsOf(ByteView bytes) {
    std::vector<float> out(bytes.size() / 4);
    std::memcpy(out.data(), bytes.data(), bytes.size());
    return out;
}

} // namespace

TEST_CASE("five iterations give the same bytes on every engine, any number of threads, and every machine") {
    struct Golden {
        const char* optimiser;
        std::uint64_t batch;
        unsigned bits;
        bool noised;
        std::string hash;
    };
    const Golden goldens[] = {
        {"adam", 0, 14, true, "92a0d62128acff15b4d329524f0470806980692ec4109fa8f2d7192226a9f044"},
        {"adam", 50, 14, false, "d16e6622732106e4011b16a2241ba5b84891585ec72d71f1bd10577e60c19aa5"},
        {"sgd", 50, 8, true, "881d03879a0ad5c3bbf219b58123e0f02c99f013c99a1d70f2298f9c7492f023"},
    };
    for (const Golden& golden : goldens) {
        TrainDescription d = example(golden.optimiser, golden.batch);
        d.bits = golden.bits;
        for (const EngineInfo& info : engines()) {
            if (!info.engine) continue;
            for (const unsigned threads : {1U, 2U, 3U}) {
                INFO(info.name, ", ", threads, " threads");
                CHECK(stateAfterFive(d, *info.engine, threads, golden.noised) == golden.hash);
            }
        }
    }
}

TEST_CASE("training learns, with noise as without") {
    ThreadPool pool(2);
    for (const char* optimiser : {"adam", "sgd"}) {
        for (const bool noised : {false, true}) {
            auto program = ready(example(optimiser, 50), best(), pool);
            const NoiseTerms noise = program->proposedNoise(program->state().value());
            const Evaluation before = program->evaluate().value();
            REQUIRE(program->step(0, 400, noised ? std::optional(kSeed) : std::nullopt, noise).ok());
            const Evaluation after = program->evaluate().value();
            CHECK(after.samples == 1500);
            CHECK(before.correct < 1500 * 2 / 3);
            CHECK(after.correct > 1500 * 4 / 5);
            CHECK(after.loss < before.loss / 2);
        }
    }
}

TEST_CASE("steps joined are one step only without noise; a step depends on nothing that came before it") {
    ThreadPool pool(2);
    auto program = ready(example("adam", 50), best(), pool);
    REQUIRE(program->step(0, 6, {}, {}).ok());
    const Bytes six = bytesOfState(*program);
    REQUIRE(program->load(program->initialState().value()).ok());
    REQUIRE(program->step(0, 2, {}, {}).ok());
    REQUIRE(program->step(2, 4, {}, {}).ok());
    CHECK(std::ranges::equal(program->state().value(), six));

    auto fresh = ready(example("adam", 50), best(), pool);
    const NoiseTerms noise = fresh->proposedNoise(fresh->state().value());
    REQUIRE(fresh->load(six).ok());
    REQUIRE(fresh->step(6, 3, kSeed, noise).ok());
    REQUIRE(program->step(6, 3, kSeed, noise).ok());
    CHECK(std::ranges::equal(fresh->state().value(), program->state().value()));
    REQUIRE(program->load(six).ok());
    REQUIRE(program->step(6, 3, Hash256{{9}}, noise).ok());
    CHECK_FALSE(std::ranges::equal(fresh->state().value(), program->state().value()));
}

TEST_CASE("the layout is the declared one, and work is counted from the shapes") {
    ThreadPool pool(1);
    auto program = makeProgram("train/v1", example("adam", 50).encode(), best(), pool).value();
    REQUIRE(program->layout().size() == 18);
    CHECK(program->layout()[0].name == "layers.0.weight");
    CHECK(program->layout()[0].shape == std::vector<std::uint64_t>{37, 13});
    CHECK(program->layout()[0].noised);
    CHECK(program->layout()[3].name == "layers.2.bias");
    CHECK_FALSE(program->layout()[3].noised);
    CHECK(program->layout()[6].name == "optimizer.m.layers.0.weight");
    CHECK(program->layout()[17].name == "optimizer.v.layers.4.bias");
    const std::uint64_t parameters = 37 * 13 + 37 + 29 * 37 + 29 + 4 * 29 + 4;
    CHECK(program->stateBytes() == parameters * 12);
    CHECK(program->workPerIteration() == 50 * (2 * 37 * 13 + 3 * 29 * 37 + 3 * 4 * 29));
    CHECK(program->iterations() == 400);
    auto plain = example("sgd", 50);
    plain.optimiser.momentum = 0;
    CHECK(makeProgram("train/v1", plain.encode(), best(), pool).value()->layout().size() == 6);
}

TEST_CASE("initial weights stay within their bound, and the proposed noise covers the largest of each tensor") {
    ThreadPool pool(2);
    auto program = makeProgram("train/v1", example("adam", 0).encode(), best(), pool).value();
    const Bytes state = program->initialState().value();
    const auto values = floatsOf(state);
    float most = 0;
    for (std::size_t i = 0; i < 37 * 13; ++i)
        most = std::max(most, std::abs(values[i]));
    CHECK(most <= std::sqrt(6.0F / 13.0F));
    CHECK(most > 0.98F * std::sqrt(6.0F / 13.0F));
    for (std::size_t i = 37 * 13; i < 37 * 13 + 37; ++i)
        CHECK(values[i] == 0.0F);
    const NoiseTerms noise = program->proposedNoise(state);
    CHECK(noise.amplitude == 8);
    CHECK(noise.scales == std::vector<std::int32_t>{0, -1, -1}); // largest: 0.68, 0.40, 0.45
}

TEST_CASE("the gradient is taken at the noised weights, and the update is applied to the clean ones") {
    // With momentum the velocity after the first iteration is the gradient itself.
    const TrainDescription d = example("sgd", 0);
    ThreadPool pool(2);
    auto program = ready(d, best(), pool);
    const auto clean = floatsOf(program->state().value());
    const NoiseTerms noise = program->proposedNoise(program->state().value());
    REQUIRE(program->step(0, 1, kSeed, noise).ok());
    const auto noisedStep = floatsOf(program->state().value());

    auto moved = clean;
    std::size_t offset = 0;
    std::size_t scale = 0;
    for (std::size_t t = 0; t < 6; ++t) {
        const TensorInfo& tensor = program->layout()[t];
        if (tensor.noised) {
            addNoise(moved.data() + offset, clean.data() + offset, tensor.elements(), kSeed, 0, t,
                     {noise.amplitude, noise.scales[scale++]}, pool);
        }
        offset += tensor.elements();
    }
    REQUIRE(program->load(bytesOf(moved)).ok());
    REQUIRE(program->step(0, 1, {}, {}).ok());
    const auto plainStep = floatsOf(program->state().value());
    for (std::size_t i = 0; i < offset; ++i) {
        REQUIRE(noisedStep[offset + i] == plainStep[offset + i]);
        REQUIRE(noisedStep[i] == clean[i] - d.optimiser.rate * noisedStep[offset + i]);
    }
}

TEST_CASE("an order of batches is a shuffle that depends on seed and epoch alone") {
    BatchOrder order(3, 103, 10);
    std::set<std::uint32_t> seen;
    std::vector<std::uint32_t> firstEpoch;
    for (std::uint64_t i = 0; i < 10; ++i) {
        for (const std::uint32_t row : order.rows(i)) {
            CHECK(row < 103);
            CHECK(seen.insert(row).second);
            firstEpoch.push_back(row);
        }
    }
    CHECK(seen.size() == 100);
    const auto later = order.rows(11);
    CHECK_FALSE(std::equal(later.begin(), later.end(), firstEpoch.begin() + 10));
    BatchOrder again(3, 103, 10);
    const auto fourth = again.rows(4);
    CHECK(std::equal(fourth.begin(), fourth.end(), firstEpoch.begin() + 40));
    BatchOrder other(4, 103, 10);
    CHECK_FALSE(std::ranges::equal(other.rows(4), fourth));
}

TEST_CASE("a step that makes a NaN or an infinity fails in words, and loading a good state mends the program") {
    ThreadPool pool(2);
    TrainDescription d = example("sgd", 0);
    d.optimiser.rate = 1e30F;
    auto program = ready(d, best(), pool);
    const auto failed = program->step(0, 20, {}, {});
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().is(ProgramError::NotFinite));
    REQUIRE(program->load(program->initialState().value()).ok());
    CHECK(program->evaluate().ok());
    std::vector<float> poisoned = floatsOf(program->state().value());
    poisoned[3] = std::nanf("");
    CHECK(program->load(bytesOf(poisoned)).error().is(ProgramError::NotFinite));
}

TEST_CASE("wrong data, states, steps and noise are refused and the subject is named") {
    ThreadPool pool(1);
    CHECK(makeProgram("paint/v1", example("adam", 0).encode(), best(), pool).error().is(ProgramError::UnknownProgram));
    auto program = makeProgram("train/v1", example("adam", 0).encode(), best(), pool).value();
    const Bytes initial = program->initialState().value();
    CHECK(program->step(0, 1, {}, {}).error().is(ProgramError::BadState));
    CHECK(program->evaluate().error().is(ProgramError::BadState));
    REQUIRE(program->load(initial).ok());
    CHECK(program->step(0, 1, {}, {}).error().is(ProgramError::BadData));
    CHECK(program->load(ByteView(initial).subspan(4)).error().is(ProgramError::BadState));

    CHECK(program->bindData(image(makeRows(kRows - 1, 1), makeRows(10, 2))).error().subject == "train.y");
    Data data = makeRows(kRows, 1);
    data.y[5] = 4;
    CHECK(program->bindData(image(data, makeRows(10, 2))).error().subject == "train.y");
    data.y[5] = 0;
    data.x[5] = INFINITY;
    CHECK(program->bindData(image(data, makeRows(10, 2))).error().is(ProgramError::BadData));
    CHECK_FALSE(program->bindData(Bytes{1, 2, 3}).ok());
    REQUIRE(program->bindData(exampleData()).ok());

    NoiseTerms noise = program->proposedNoise(initial);
    CHECK(program->step(399, 2, {}, {}).error().subject == "iterations");
    noise.amplitude = 4;
    CHECK(program->step(0, 1, kSeed, noise).error().subject == "noise.amplitude");
    noise.amplitude = 14;
    CHECK(program->step(0, 1, kSeed, noise).error().subject == "noise.amplitude");
    noise.amplitude = 13;
    noise.scales.push_back(0);
    CHECK(program->step(0, 1, kSeed, noise).error().subject == "noise.scales");
    noise.scales = {0, 0, 101};
    CHECK(program->step(0, 1, kSeed, noise).error().subject == "noise.scales");
    TrainDescription file = example("adam", 0);
    file.initRoot = Hash256{{7}};
    CHECK(makeProgram("train/v1", file.encode(), best(), pool).value()->initialState().error().subject == "init");
}
