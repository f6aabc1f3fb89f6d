// SPDX-License-Identifier: Apache-2.0
// Whole networks whose states are known.
#include "gpu/programs/random_network.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::tests;

namespace {

std::string mustTrain(const NetworkCase& c, const Engine& engine, unsigned threads, const Hash256& seed) {
    const auto outcome = outcomeOf(c, engine, threads, seed);
    REQUIRE_MESSAGE(outcome.ok(), outcome.error().text());
    return *outcome;
}

NetworkCase smallGpt() {
    NetworkCase c;
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

NetworkCase smallCnn() {
    NetworkCase c;
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

void checkEverywhere(const NetworkCase& c, const Hash256& seed, const std::string& wanted) {
    for (const EngineInfo& info : engines()) {
        if (!info.engine) continue;
        for (const unsigned threads : {1U, 2U, 3U}) {
            INFO(info.name, ", ", threads, " threads");
            CHECK(mustTrain(c, *info.engine, threads, seed) == wanted);
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
    const std::string one = mustTrain(smallGpt(), engine, 2, Hash256{{3}});
    CHECK(mustTrain(smallGpt(), engine, 2, Hash256{{4}}) != one);
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
    REQUIRE(program->bindData(dataFor(smallCnn())).ok());
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
