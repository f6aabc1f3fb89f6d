// SPDX-License-Identifier: Apache-2.0
// Job files of parallel work: render, infer, sweep.
#include "gpu/io/files.h"

#include "gpu/infer.h"
#include "gpu/merkle.h"
#include "gpu/sweep.h"
#include "jobs/plan.h"
#include "jobs/prepare.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::jobs;

namespace tile_jobs_test {

namespace {

JobSpec supplied(const std::string& name) {
    auto spec = loadJob(SOURCE_DIR "/resources/jobs/" + name + ".toml");
    REQUIRE_MESSAGE(spec, spec.error().text());
    return *spec;
}

PreparedJob prepared(const JobSpec& spec) {
    auto job = prepareJob(spec);
    REQUIRE_MESSAGE(job, job.error().text());
    return std::move(*job);
}

const char* const kScene = R"(name = "scene"
program = "render"
[picture]
width = 64
height = 64
samples = 4
[camera]
position = [0, 1, 5]
target = [0, 1, 0]
[[objects]]
shape = "sphere"
center = [0, 1, 0]
radius = 1
[contract]
odds = 1
window = 1
)";

std::string errorOf(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto job = parseJob(text, "job.toml", "/");
    return job ? std::string("no error") : job.error().text();
}

} // namespace

TEST_CASE("a scene of spheres, planes and boxes is a job of tiles, and its parameters say all") {
    const PreparedJob job = prepared(supplied("render"));
    CHECK(job.program == "render/v1");
    CHECK(job.data.empty());
    CHECK_FALSE(job.initialState);
    CHECK(job.steps == 320);
    CHECK(job.iterationsPerStep == 1);
    const auto scene = gpu::RenderDescription::decode(job.parameters);
    REQUIRE(scene);
    CHECK(*scene == *job.spec.scene);
    const auto shape = shapeOf(job.program, job.parameters);
    REQUIRE(shape);
    CHECK(shape->kind == gpu::WorkKind::Parallel);
    CHECK(shape->iterations == 320);
    CHECK(shape->outputBytes == 48 * 48 * 3);
}

TEST_CASE("a job tried quickly is a whole picture in 20 tiles") {
    const PreparedJob job = prepared(quickened(supplied("render")));
    CHECK(job.steps == 20);
    CHECK(job.spec.scene->width == 240);
    CHECK(job.spec.scene->height == 192);
    CHECK(quickened(supplied("digits")).epochs == supplied("digits").epochs);
}

TEST_CASE("what is wrong in a scene is named with its line") {
    REQUIRE(parseJob(kScene, "job.toml", "/").ok());
    CHECK(errorOf(kScene, "radius = 1", "radius = 0") ==
          "job.toml:13: objects[1].radius: 0 is not in the range from 1e-04 to 1e+06; write radius = 1");
    CHECK(errorOf(kScene, "center = [0, 1, 0]\nradius", "center = [0, 1]\nradius") ==
          "job.toml:12: objects[1].center: is no array of 3 numbers; write center = [0, 1, 0]");
    CHECK(errorOf(kScene, "shape = \"sphere\"", "shape = \"cone\"") ==
          "job.toml:11: objects[1].shape: 'cone' is not known; known are sphere, plane, box");
    CHECK(errorOf(kScene, "radius = 1", "radius = 1\nroughness = 0.1") ==
          "job.toml:14: objects[1].roughness: is for mirrors only; remove it");
    CHECK(errorOf(kScene, "samples = 4", "sample = 4").find("did you mean samples?") != std::string::npos);
    CHECK(errorOf(kScene, "[picture]", "epochs = 3\n[picture]").find("epochs: is no key") != std::string::npos);
}

TEST_CASE("inference takes its weights as Y[0] and a row of a table as an image") {
    const PreparedJob job = prepared(supplied("infer"));
    REQUIRE(job.initialState.has_value());
    const auto d = gpu::InferDescription::decode(job.parameters);
    REQUIRE_MESSAGE(d, d.error().text());
    CHECK(d->root == merkle::blobRoot(*job.initialState));
    CHECK(d->rows == 1797);
    CHECK(d->input == std::vector<std::uint64_t>{1, 8, 8});
    CHECK(job.steps == 100);
    CHECK(job.dataRoot == merkle::blobRoot(job.data));
    JobSpec other = supplied("infer");
    other.data.width = 9;
    CHECK(prepareJob(other).error().is(JobError::DataMismatch));
    other = supplied("infer");
    other.layers.pop_back();
    CHECK_FALSE(prepareJob(other).ok());
}

TEST_CASE("a grid has each value with each of the others, a list the first of each") {
    const PreparedJob job = prepared(supplied("sweep"));
    const auto d = gpu::SweepDescription::decode(job.parameters);
    REQUIRE_MESSAGE(d, d.error().text());
    REQUIRE(d->runs.size() == 60);
    CHECK(job.steps == 60);
    CHECK(d->runs[0].optimiser.rate == 0.001F);
    CHECK(d->runs[0].batch == 32);
    CHECK(d->runs[1].batch == 64);
    CHECK(d->runs[0].layers[0].find("out") == 16U);
    CHECK(d->runs[59].layers[0].find("out") == 128U);
    CHECK(d->runs[59].layers.back().find("out") == 10U);
    CHECK(d->runs[59].optimiser.rate == 0.1F);

    const auto trials = [](const char* text) {
        const auto table = TomlTable::parse(text, "s.toml");
        REQUIRE(table);
        const auto out = readSweep(*table);
        return table->failed() ? std::string(table->error().text()) : std::to_string(out.size());
    };
    CHECK(trials("kind = \"list\"\nseed = [1, 2]\nwidth = [3, 4]") == "2");
    CHECK(trials("seed = [1, 2]\nwidth = [3, 4, 5]") == "6");
    CHECK(trials("kind = \"list\"\nseed = [1, 2]\nwidth = [3]") ==
          "s.toml:2: seed: has 2 values, and width has 1; give as many of each, or write kind = \"grid\"");
    CHECK(trials("kind = \"grid\"").find("learning_rate: is missing") != std::string::npos);
    CHECK(trials("seed = [1.5]").find("number 1 is no whole number") != std::string::npos);
}

TEST_CASE("a plan of tiles counts their bytes, and each window is handed over") {
    const PreparedJob job = prepared(supplied("render"));
    const auto shape = shapeOf(job.program, job.parameters);
    PlanTerms terms;
    terms.pricePerHour = Amount::credits(1);
    terms.rate = 1'000'000'000;
    const auto plan = makePlan(job, *shape, terms);
    REQUIRE_MESSAGE(plan, plan.error().text());
    CHECK(plan->kind == gpu::WorkKind::Parallel);
    CHECK(plan->boundaries == plan->windows);
    CHECK(plan->renterDownload == 320ULL * 48 * 48 * 3);
    CHECK(plan->hostDownload == 0);
}

} // namespace tile_jobs_test
