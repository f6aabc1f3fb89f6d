// SPDX-License-Identifier: Apache-2.0
#include "gpu/io/files.h"

#include "gpu/engine.h"
#include "gpu/merkle.h"
#include "gpu/model_file.h"
#include "gpu/thread_pool.h"
#include "jobs/prepare.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::jobs;

namespace {

JobSpec tinySpec() {
    auto spec = loadJob(TESTS_DIR "/jobs/tiny.toml");
    REQUIRE_MESSAGE(spec, spec.error().text());
    spec->path = "tiny.toml";
    return *spec;
}

std::string prepareErrorOf(const JobSpec& spec) {
    const auto job = prepareJob(spec);
    return job ? std::string("no error") : job.error().text();
}

} // namespace

TEST_CASE("the tiny job is a hundred steps, and its parameters describe it") {
    const auto job = prepareJob(tinySpec());
    REQUIRE_MESSAGE(job, job.error().text());
    CHECK(job->program == "train/v1");
    CHECK(job->steps == 100);
    CHECK(job->steps * job->iterationsPerStep == job->iterations);
    CHECK(job->trainSamples == 1438);
    CHECK(job->testSamples == 359);
    CHECK(job->dataRoot == merkle::blobRoot(job->data));
    CHECK_FALSE(job->initialState);
    const auto decoded = gpu::TrainDescription::decode(job->parameters);
    REQUIRE(decoded);
    CHECK(*decoded == job->description);
    CHECK(decoded->classes == 10);
    CHECK(decoded->input == std::vector<std::uint64_t>{64});
    CHECK(prepareJob(tinySpec())->dataRoot == job->dataRoot);
}

TEST_CASE("every job that is supplied can be prepared") {
    for (const auto& entry : std::filesystem::directory_iterator(SOURCE_DIR "/resources/jobs")) {
        if (entry.path().extension() != ".toml") continue;
        const auto spec = loadJob(entry.path());
        REQUIRE_MESSAGE(spec, spec.error().text());
        CHECK(spec->name == entry.path().stem().string());
        const auto job = prepareJob(*spec);
        CHECK_MESSAGE(job, job.error().text());
    }
}

TEST_CASE("steps and iterations of a step follow from each other") {
    JobSpec spec = tinySpec();
    spec.epochs = 1000;
    spec.contract.steps = 0;
    spec.contract.iterationsPerStep = 4;
    CHECK(prepareJob(spec)->steps == 250);
    spec.contract.steps = 250;
    CHECK(prepareJob(spec)->iterationsPerStep == 4);
    spec.contract.iterationsPerStep = 0;
    CHECK(prepareJob(spec)->iterationsPerStep == 4);
    spec.batch = 700; // two of them in 1438, 38 sit out
    CHECK(prepareJob(spec)->iterations == 2000);
    CHECK(prepareJob(spec)->iterationsPerStep == 8);
}

TEST_CASE("what does not fit the data is refused in words") {
    JobSpec spec = tinySpec();
    spec.batch = 1439;
    CHECK(prepareErrorOf(spec) == "tiny.toml: batch: is 1439, and there are 1438 training samples; "
                                  "write batch = \"full\", or a smaller number");
    spec = tinySpec();
    spec.layers.back() = gpu::LayerDescription::linear(9);
    CHECK(prepareErrorOf(spec) == "tiny.toml: layers: the last layer has 9 outputs, and the labels need 10; "
                                  "write width = 10 in the last layer");
    spec = tinySpec();
    spec.epochs = 1001;
    CHECK(prepareErrorOf(spec) == "tiny.toml: epochs: 1001 iterations cannot be divided evenly among 100 steps; "
                                  "change epochs, or steps and iterations_per_step in [contract]");
    spec.contract.steps = 0;
    spec.contract.iterationsPerStep = 2;
    CHECK(prepareErrorOf(spec) == "tiny.toml: epochs: 1001 iterations are no whole number of steps of 2; "
                                  "change epochs, or steps and iterations_per_step in [contract]");
    spec = tinySpec();
    spec.epochs = 1000;
    spec.contract.iterationsPerStep = 3;
    CHECK(prepareErrorOf(spec) == "tiny.toml: epochs: 1000 iterations are not 100 steps of 3; "
                                  "leave steps or iterations_per_step away in [contract]");
    spec = tinySpec();
    spec.epochs = 100;
    spec.contract.steps = 0;
    spec.contract.iterationsPerStep = 2;
    CHECK(prepareErrorOf(spec) ==
          "tiny.toml: contract.odds: 50 steps at odds of 1 in 4 are fewer than 20 wins; write odds = 2");
    spec.contract.window = 51;
    CHECK(prepareErrorOf(spec) ==
          "tiny.toml: contract.window: 50 steps do not fill a window of 51; write a smaller window");
}

TEST_CASE("initial weights from a file become the state that the parameters name") {
    const test::TempDir dir;
    JobSpec spec = tinySpec();
    const auto plain = prepareJob(spec);
    REQUIRE(plain);
    const auto engine = gpu::chooseEngine("scalar");
    REQUIRE(engine);
    gpu::ThreadPool pool(1);
    const auto program = gpu::makeProgram(plain->program, plain->parameters, **engine, pool);
    REQUIRE(program);
    const auto state = (*program)->initialState();
    REQUIRE(state);
    spec.weights = dir.write("w.safetensors", gpu::writeModel((*program)->layout(), *state).value());
    const auto job = prepareJob(spec);
    REQUIRE_MESSAGE(job, job.error().text());
    CHECK(job->initialState == *state);
    CHECK(job->description.initRoot == merkle::blobRoot(*state));
    CHECK(gpu::TrainDescription::decode(job->parameters)->initRoot == job->description.initRoot);
    CHECK(job->dataRoot == plain->dataRoot);

    spec.layers.front() = gpu::LayerDescription::linear(65);
    CHECK(prepareErrorOf(spec).starts_with(spec.weights->string() + ": tensor 'layers.0.weight' is F32 ["));
}
