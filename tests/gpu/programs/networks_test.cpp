// SPDX-License-Identifier: Apache-2.0
// Whole networks: fixed ones whose states are known, and random ones that every engine must train to the same bits.
#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/program.h"
#include "gpu/safetensors.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;

namespace {

constexpr std::uint64_t kTrainRows = 24;
constexpr std::uint64_t kTestRows = 9;

/// Numbers from a counter, for data and for drawing networks.
class Draws {
public:
    explicit Draws(std::uint32_t key) : m_key(key) {}
    std::uint32_t below(std::uint32_t count) { return philox4x32_10({m_at++, 0, 0, 0}, {m_key, 77})[0] % count; }
    bool coin() { return below(2) == 1; }

private:
    std::uint32_t m_key;
    std::uint32_t m_at = 0;
};

template <class T>
ByteView viewOfAll(const std::vector<T>& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
}

/// Data that fits: token ids below 7 where the network begins with an embedding, else numbers of both signs.
Bytes dataFor(const TrainDescription& d, bool tokens, std::uint64_t labels) {
    Draws draws(5);
    std::uint64_t width = 1;
    for (const std::uint64_t dimension : d.input)
        width *= dimension;
    std::vector<float> x[2];
    std::vector<std::int32_t> y[2];
    std::vector<std::uint64_t> shape[2];
    for (const int part : {0, 1}) {
        const std::uint64_t rows = part == 0 ? kTrainRows : kTestRows;
        for (std::uint64_t i = 0; i < rows * width; ++i)
            x[part].push_back(tokens ? static_cast<float>(draws.below(7))
                                     : static_cast<float>(draws.below(4096)) / 1024.0F - 2.0F);
        for (std::uint64_t i = 0; i < rows * labels; ++i)
            y[part].push_back(static_cast<std::int32_t>(draws.below(static_cast<std::uint32_t>(d.classes))));
        shape[part] = labels == 1 ? std::vector{rows} : std::vector{rows, labels};
    }
    return writeSafetensors({{"train.x", DType::F32, {kTrainRows, width}, viewOfAll(x[0])},
                             {"train.y", DType::I32, shape[0], viewOfAll(y[0])},
                             {"test.x", DType::F32, {kTestRows, width}, viewOfAll(x[1])},
                             {"test.y", DType::I32, shape[1], viewOfAll(y[1])}})
        .value();
}

struct Case {
    TrainDescription description;
    bool tokens = false;
    std::uint64_t labels = 1;
};

/// State after ten noised iterations in two steps, and the evaluation.
std::string outcomeOf(const Case& c, const Engine& engine, unsigned threads, const Hash256& seed) {
    ThreadPool pool(threads);
    auto program = makeProgram("train/v1", c.description.encode(), engine, pool);
    REQUIRE_MESSAGE(program.ok(), program.error().text());
    const auto bound = (*program)->bindData(dataFor(c.description, c.tokens, c.labels));
    REQUIRE_MESSAGE(bound.ok(), bound.error().text());
    REQUIRE((*program)->load((*program)->initialState().value()).ok());
    const NoiseTerms noise = (*program)->proposedNoise((*program)->state().value());
    for (const std::uint64_t first : {0U, 5U}) {
        const auto done = (*program)->step(first, 5, seed, noise);
        REQUIRE_MESSAGE(done.ok(), done.error().text());
    }
    const auto evaluation = (*program)->evaluate();
    REQUIRE_MESSAGE(evaluation.ok(), evaluation.error().text());
    Sha256Stream all;
    all.add((*program)->state().value());
    all.add({reinterpret_cast<const std::uint8_t*>(&evaluation->loss), sizeof evaluation->loss});
    return toHex(all.finish().view());
}

TrainDescription started(std::vector<std::uint64_t> input, std::vector<LayerDescription> layers) {
    TrainDescription d;
    d.input = std::move(input);
    d.classes = 5;
    d.layers = std::move(layers);
    d.samples = kTrainRows;
    d.batch = 8;
    d.iterations = 10;
    d.optimiser.rate = 0.01F;
    return d;
}

Case smallGpt() {
    Case c;
    const std::vector<LayerDescription> feed{{"rmsnorm", {}},
                                             {"linear", {{"out", 24}, {"each", 1}}},
                                             {"silu", {}},
                                             {"dropout", {{"drop", 6554}}},
                                             {"linear", {{"out", 12}, {"each", 1}}}};
    c.description = started({9}, {{"embedding", {{"tokens", 7}, {"out", 12}, {"positions", 1}}},
                                  {"residual", {}, {{"layernorm", {}}, {"attention", {{"heads", 3}, {"rotary", 1}}}}},
                                  {"residual", {}, feed},
                                  {"linear", {{"out", 5}, {"each", 1}}}});
    c.description.optimiser.decay = 0.1F;
    c.description.optimiser.clip = 0.5F;
    c.description.optimiser.schedule = ScheduleDescription{"cosine", 3, 0.1F};
    c.tokens = true;
    c.labels = 9;
    return c;
}

Case smallCnn() {
    Case c;
    const std::vector<LayerDescription> inside{
        {"conv2d", {{"out", 6}, {"size", 3}, {"padding", 1}, {"groups", 2}}}, {"batchnorm", {}}, {"relu", {}}};
    c.description = started({2, 7, 6}, {{"conv2d", {{"out", 6}, {"size", 3}, {"padding", 1}, {"bias", 0}}},
                                        {"batchnorm", {}},
                                        {"relu", {}},
                                        {"residual", {}, inside},
                                        {"maxpool", {{"size", 2}}},
                                        {"avgpool", {{"size", 2}, {"stride", 1}}},
                                        LayerDescription::linear(5)});
    c.description.optimiser.kind = "sgd";
    c.description.optimiser.momentum = 0.9F;
    return c;
}

LayerDescription anyActivation(Draws& draws) {
    constexpr const char* kKinds[] = {"relu", "gelu", "silu", "tanh", "layernorm", "rmsnorm", "softmax"};
    return {kKinds[draws.below(7)], {}};
}

Case anyNetwork(std::uint32_t key) {
    Draws draws(key);
    Case c;
    std::vector<LayerDescription> layers;
    const std::uint32_t kind = draws.below(3);
    if (kind == 0) { // text
        c.tokens = true;
        c.labels = 1 + draws.below(12);
        const std::uint64_t heads = 1 + draws.below(3);
        layers.push_back({"embedding", {{"tokens", 7}, {"out", heads * 4}}});
        for (std::uint32_t i = draws.below(3); i-- > 0;) {
            LayerDescription attention{"attention", {{"heads", heads}}};
            if (draws.coin()) attention.settings.emplace_back("causal", 0);
            if (draws.coin()) attention.settings.emplace_back("rotary", 1);
            layers.push_back({"residual", {}, {anyActivation(draws), attention}});
            layers.push_back(anyActivation(draws));
        }
        layers.push_back({"linear", {{"out", 5}, {"each", 1}}});
        // A single position still has a label for each of its positions.
        c.description = started({c.labels}, layers);
    } else {
        std::vector<std::uint64_t> input{1 + draws.below(40)};
        if (kind == 1) { // images
            input = {1 + draws.below(3), 3 + draws.below(6), 3 + draws.below(6)};
            for (std::uint32_t i = draws.below(3); i-- > 0;) {
                layers.push_back({"conv2d", {{"out", 1 + draws.below(7)}, {"size", 3}, {"padding", 1}}});
                layers.push_back(draws.coin() ? LayerDescription{"batchnorm", {}} : anyActivation(draws));
            }
            layers.push_back({draws.coin() ? "maxpool" : "avgpool", {{"size", 2 + draws.below(2)}}});
        }
        for (std::uint32_t i = draws.below(3); i-- > 0;) {
            layers.push_back(LayerDescription::linear(1 + draws.below(50)));
            layers.push_back(anyActivation(draws));
        }
        layers.push_back(LayerDescription::linear(5));
        c.description = started(input, layers);
    }
    c.description.batch = draws.coin() ? 0 : 2 + draws.below(20);
    c.description.bits = draws.coin() ? 14 : 8;
    if (draws.coin()) c.description.optimiser.clip = 0.25F;
    return c;
}

void checkEverywhere(const Case& c, const Hash256& seed, const std::string& wanted) {
    for (const EngineInfo& info : engines()) {
        if (!info.engine) continue;
        for (const unsigned threads : {1U, 2U, 3U}) {
            INFO(info.name, ", ", threads, " threads");
            CHECK(outcomeOf(c, *info.engine, threads, seed) == wanted);
        }
    }
}

} // namespace

TEST_CASE("ten iterations of a small GPT give the same bytes on every engine, any number of threads, every machine") {
    checkEverywhere(smallGpt(), Hash256{{3}}, "d22957a028ae8a47b039daf6f63dd6b0f6577efff9d665e801c304599a5ebfdc");
}

TEST_CASE("ten iterations of a small convolutional network give the same bytes everywhere") {
    checkEverywhere(smallCnn(), Hash256{{3}}, "7d62fe7caf2d327ed3207af167552c750182711aaf7168c70a49d61dd0e264de");
}

TEST_CASE("dropout's masks follow from the step's seed: another seed is another state") {
    const Engine& engine = *chooseEngine("").value();
    const std::string one = outcomeOf(smallGpt(), engine, 2, Hash256{{3}});
    CHECK(outcomeOf(smallGpt(), engine, 2, Hash256{{4}}) != one);
}

TEST_CASE("random networks train to the same bytes on every engine and at any number of threads") {
    for (std::uint32_t key = 1; key <= 40; ++key) {
        INFO("network ", key);
        const Case c = anyNetwork(key);
        checkEverywhere(c, Hash256{{9}}, outcomeOf(c, *chooseEngine("scalar").value(), 1, Hash256{{9}}));
    }
}

TEST_CASE("running statistics have no moments, and move with training") {
    ThreadPool pool(1);
    auto program = makeProgram("train/v1", smallCnn().description.encode(), *chooseEngine("").value(), pool).value();
    std::size_t kept = 0;
    for (const TensorInfo& tensor : program->layout()) {
        kept += tensor.trained ? 0 : 1;
        if (tensor.name.starts_with("optimizer.")) CHECK(tensor.name.find(".variance") == std::string::npos);
    }
    CHECK(kept == 4);
    REQUIRE(program->bindData(dataFor(smallCnn().description, false, 1)).ok());
    const Bytes before = program->initialState().value();
    REQUIRE(program->load(before).ok());
    REQUIRE(program->step(0, 1, {}, {}).ok());
    std::size_t at = 0;
    for (const TensorInfo& tensor : program->layout()) {
        const std::size_t bytes = tensor.elements() * sizeof(float);
        if (!tensor.trained) {
            INFO(tensor.name);
            CHECK_FALSE(std::equal(before.begin() + static_cast<std::ptrdiff_t>(at),
                                   before.begin() + static_cast<std::ptrdiff_t>(at + bytes),
                                   program->state().value().begin() + static_cast<std::ptrdiff_t>(at)));
        }
        at += bytes;
    }
}
