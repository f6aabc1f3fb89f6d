// SPDX-License-Identifier: Apache-2.0
// A whole network that stays on a card: the same bits, nothing that passes between host and card unseen, and a card
// that is full or fails.
#include "net/device.h"

#include "gpu/commit.h"
#include "gpu/hash.h"
#include "gpu/model_card.h"
#include "gpu/net/layer_trial.h"
#include "gpu/safetensors.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;
using unchained::gpu::tests::ModelCard;

namespace {

constexpr std::uint64_t kRows = 12;

template <class T>
ByteView viewOf(const std::vector<T>& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
}

/// Layers of every kind on images, and on text.
TrainDescription images() {
    TrainDescription d;
    d.input = {2, 6, 6};
    d.classes = 5;
    const std::vector<LayerDescription> inside{
        {"conv2d", {{"out", 4}, {"size", 3}, {"padding", 1}, {"groups", 2}}}, {"batchnorm", {}}, {"relu", {}}};
    d.layers = {{"conv2d", {{"out", 4}, {"size", 3}, {"padding", 1}, {"bias", 0}}},
                {"batchnorm", {}},
                {"tanh", {}},
                {"residual", {}, inside},
                {"maxpool", {{"size", 2}}},
                {"avgpool", {{"size", 2}, {"stride", 1}}},
                LayerDescription::linear(9),
                {"softmax", {}},
                LayerDescription::linear(5)};
    d.optimiser.kind = "sgd";
    d.optimiser.momentum = 0.9F;
    return d;
}

TrainDescription text() {
    TrainDescription d;
    d.input = {7};
    d.classes = 5;
    d.layers = {{"embedding", {{"tokens", 6}, {"out", 12}, {"positions", 1}}},
                {"residual", {}, {{"layernorm", {}}, {"attention", {{"heads", 3}, {"rotary", 1}}}}},
                {"residual",
                 {},
                 {{"rmsnorm", {}},
                  {"linear", {{"out", 20}, {"each", 1}}},
                  {"gelu", {}},
                  {"dropout", {{"drop", 6554}}},
                  {"linear", {{"out", 12}, {"each", 1}}},
                  {"silu", {}}}},
                {"linear", {{"out", 5}, {"each", 1}}}};
    d.optimiser.decay = 0.1F;
    d.optimiser.clip = 0.5F;
    return d;
}

Bytes dataOf(const TrainDescription& d) {
    const bool tokens = d.input.size() == 1;
    const std::uint64_t width = elementsOfShape(d.input);
    std::vector<float> x = randomFloats(kRows * width, 3, 2.0F);
    if (tokens) {
        for (float& value : x)
            value = std::floor(value + 3.0F);
    }
    const std::uint64_t labels = tokens ? d.input[0] : 1;
    std::vector<std::int32_t> y(kRows * labels);
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = static_cast<std::int32_t>(i * 7 % d.classes);
    const std::vector<std::uint64_t> shape = tokens ? std::vector{kRows, labels} : std::vector{kRows};
    return writeSafetensors({{"train.x", DType::F32, {kRows, width}, viewOf(x)},
                             {"train.y", DType::I32, shape, viewOf(y)},
                             {"test.x", DType::F32, {kRows, width}, viewOf(x)},
                             {"test.y", DType::I32, shape, viewOf(y)}})
        .value();
}

std::unique_ptr<Program> ready(TrainDescription d, const Engine& engine, ThreadPool& pool) {
    d.samples = kRows;
    d.batch = 4;
    d.iterations = 100;
    auto program = makeProgram("train/v1", d.encode(), engine, pool);
    REQUIRE_MESSAGE(program.ok(), program.error().text());
    REQUIRE((*program)->bindData(dataOf(d)).ok());
    REQUIRE((*program)->load((*program)->initialState().value()).ok());
    return std::move(*program);
}

struct Outcome {
    std::string root;
    std::string hash;
    Evaluation evaluation;
};

Outcome outcomeOf(const TrainDescription& d, const Engine& engine) {
    ThreadPool pool(2);
    auto program = ready(d, engine, pool);
    const NoiseTerms noise = program->proposedNoise(program->state().value());
    const auto done = program->step(2, 3, Hash256{{7}}, noise);
    REQUIRE_MESSAGE(done.ok(), done.error().text());
    Outcome out;
    out.root = toHex(program->root().value().view());
    out.evaluation = program->evaluate().value();
    out.hash = toHex(sha256(program->state().value()).view());
    return out;
}

void checkSame(const Outcome& found, const Outcome& wanted) {
    CHECK(found.root == wanted.root);
    CHECK(found.hash == wanted.hash);
    CHECK(found.evaluation.loss == wanted.evaluation.loss);
    CHECK(found.evaluation.correct == wanted.evaluation.correct);
}

} // namespace

TEST_CASE(
    "on a card whose memory the host cannot see, and whose rows are shared by five threads, all bits are the same") {
    for (const TrainDescription& d : {images(), text()}) {
        const Outcome wanted = outcomeOf(d, *chooseEngine("scalar").value());
        ModelCard card;
        card.guarded = true;
        card.members = 5;
        const cuda::CardEngine engine(card);
        checkSame(outcomeOf(d, engine), wanted);
        CHECK(card.allocatedBytes() == 0); // all was given back
        // With so little room for sums products go in parts, of a batch a few at a time.
        const cuda::CardEngine small(card, "cuda", 10000);
        checkSame(outcomeOf(d, small), wanted);
    }
}

TEST_CASE("a step brings nothing to the card but the order of its epoch, and fetches one word") {
    ModelCard card;
    const cuda::CardEngine engine(card);
    ThreadPool pool(1);
    auto program = ready(text(), engine, pool);
    const NoiseTerms noise = program->proposedNoise(program->initialState().value());
    REQUIRE(program->step(0, 1, Hash256{{1}}, noise).ok()); // brings data, order, and the angles of the positions
    card.uploads = 0;
    card.downloads = 0;
    REQUIRE(program->step(1, 2, Hash256{{2}}, noise).ok());
    CHECK(card.uploads == 0);
    CHECK(card.downloads == 1);
    REQUIRE(program->step(3, 3, Hash256{{3}}, noise).ok()); // the next epoch
    CHECK(card.uploads == 1);
    CHECK(card.downloads == 2);
    REQUIRE(program->root().ok());
    CHECK(card.downloads == 2);
    CHECK(program->root().value() == stateRoot(program->state().value(), pool));
    CHECK(card.downloads == 4);     // the state, and the word
    REQUIRE(program->state().ok()); // once
    CHECK(card.downloads == 4);
}

TEST_CASE("a state that leaves a card is that of the moment, whatever is computed next") {
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        ThreadPool pool(1);
        auto program = ready(text(), *engine, pool);
        const NoiseTerms noise = program->proposedNoise(program->initialState().value());
        std::vector<Hash256> roots;
        std::vector<std::unique_ptr<LeavingBytes>> leaving;
        for (std::uint64_t step = 0; step < 6; ++step) {
            REQUIRE(program->step(step, 1, Hash256{{1}}, noise).ok());
            roots.push_back(program->root().value());
            leaving.push_back(program->leave().value());
            if (!leaving.back()) break; // it lies in the host's memory
            // Two are on their way at a time.
            if (step > 0) {
                CHECK(stateRoot(leaving[step - 1]->wait().value(), pool) == roots[step - 1]);
                leaving[step - 1].reset();
            }
        }
        CHECK((engine == trialEngines().front()) == (leaving.back() == nullptr));
    }
}

TEST_CASE("what is not finite is told at the end of the step, in the words of the place where a processor stops") {
    ModelCard card;
    const cuda::CardEngine model(card);
    const auto wordsOf = [](const TrainDescription& d, const Engine& engine, bool loud) {
        ThreadPool pool(2);
        auto program = ready(d, engine, pool);
        const NoiseTerms noise = program->proposedNoise(program->state().value());
        NoiseTerms terms = noise;
        if (loud) terms.scales.assign(noise.scales.size(), 100);
        const auto done = program->step(0, 8, Hash256{{4}}, terms);
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().is(ProgramError::NotFinite));
        REQUIRE(program->load(program->initialState().value()).ok());
        CHECK(program->step(0, 1, Hash256{{4}}, noise).ok()); // it was said once
        return done.error().text();
    };
    for (TrainDescription d : {images(), text()}) {
        CHECK(wordsOf(d, model, true) == wordsOf(d, *chooseEngine("scalar").value(), true));
        d.optimiser.rate = 1e30F;
        CHECK(wordsOf(d, model, false) == wordsOf(d, *chooseEngine("scalar").value(), false));
    }
}

TEST_CASE("a card that is full or fails in the middle of a step is that step's error in words; the next may succeed") {
    ModelCard card;
    const cuda::CardEngine engine(card);
    ThreadPool pool(1);
    const Outcome wanted = outcomeOf(text(), *chooseEngine("scalar").value());
    auto program = ready(text(), engine, pool);
    const Bytes initial = program->initialState().value();
    const NoiseTerms noise = program->proposedNoise(initial);
    for (const std::size_t steps : {0U, 1U, 5U, 50U, 200U}) {
        card.stepsLeft = steps;
        const auto failed = program->step(2, 3, Hash256{{7}}, noise);
        REQUIRE_FALSE(failed.ok());
        CHECK(failed.error().is(EngineError::DeviceFailed));
        CHECK(failed.error().transient);
        card.stepsLeft = SIZE_MAX;
        REQUIRE(program->load(initial).ok());
    }
    card.memoryBytesMax = 100;
    const auto full = program->step(2, 3, Hash256{{7}}, noise);
    if (!full) CHECK(full.error().is(EngineError::OutOfMemory));
    auto other = makeProgram("train/v1", images().encode(), engine, pool);
    if (other) CHECK((*other)->load((*other)->initialState().value()).error().is(EngineError::OutOfMemory));
    card.memoryBytesMax = SIZE_MAX;
    REQUIRE(program->load(initial).ok());
    REQUIRE(program->step(2, 3, Hash256{{7}}, noise).ok());
    CHECK(toHex(program->root().value().view()) == wanted.root);
}
