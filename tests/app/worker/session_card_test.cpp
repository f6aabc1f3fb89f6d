// SPDX-License-Identifier: Apache-2.0
// What a worker says and writes where its states lie on a card: the same as on a processor, a step behind.
#include "worker/session.h"

#include "gpu/commit.h"
#include "gpu/description.h"
#include "gpu/faulty_engine.h"
#include "gpu/model_card.h"
#include "gpu/safetensors.h"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace session_card_test {

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::worker;
using unchained::gpu::tests::FaultyCard;
using unchained::gpu::tests::ModelCard;
using unchained::worker::BlobFiles;
using unchained::worker::Session;

namespace {

constexpr std::uint64_t kRows = 8;

struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("unchained-session-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path); }
};

ByteView bytesOf(const auto& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(values[0])};
}

Job tinyJob(BlobFiles& blobs, ThreadPool& pool, float rate) {
    std::vector<float> x(kRows * 3);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(i % 5) - 2.0F;
    const std::vector<std::int32_t> y{0, 1, 0, 1, 1, 0, 1, 0};
    const Bytes data = writeSafetensors({{"train.x", DType::F32, {kRows, 3}, bytesOf(x)},
                                         {"train.y", DType::I32, {kRows}, bytesOf(y)},
                                         {"test.x", DType::F32, {kRows, 3}, bytesOf(x)},
                                         {"test.y", DType::I32, {kRows}, bytesOf(y)}})
                           .value();
    const Hash256 root = stateRoot(data, pool);
    REQUIRE(blobs.write(root, data).ok());
    TrainDescription d;
    d.input = {3};
    d.classes = 2;
    d.layers = {LayerDescription::linear(40), LayerDescription::relu(), LayerDescription::linear(2)};
    d.samples = kRows;
    d.batch = 4;
    d.iterations = 100;
    d.optimiser.rate = rate;
    Job job;
    job.program = "train/v1";
    job.parameters = d.encode();
    job.noise = {8, {0, 0}};
    job.dataRoot = root;
    return job;
}

/// A session, and in words what it said.
struct Trial {
    Folder folder;
    ThreadPool pool{1};
    BlobFiles blobs{folder.path, pool};
    std::vector<std::string> said;
    std::size_t warnings = 0;
    std::size_t stepsBeforeCancel = SIZE_MAX;
    Session session;
    Hash256 start;

    explicit Trial(const Engine& engine, float rate = 0.01F, std::uint32_t selfCheck = 0)
        : session(engine, pool, blobs,
                  {[this](const Reply& reply) { hear(reply); },
                   [this](std::uint64_t) { return stepsBeforeCancel-- == 0; }, [this](const Error&) { ++warnings; }},
                  {selfCheck, Hash256{{9}}}) {
        session.handle(Load{1, tinyJob(blobs, pool, rate)});
        session.handle(Init{2});
        REQUIRE(said.size() == 2);
        said.clear();
    }

    void hear(const Reply& reply) {
        if (const auto* initial = std::get_if<Initial>(&reply)) start = initial->root;
        if (const auto* step = std::get_if<StepDone>(&reply)) {
            // It is on disk when it is said, with the root that it is named by.
            const bool there = blobs.read(step->root, 1 << 20).ok();
            said.push_back("step " + std::to_string(step->step) + " " + toHex(step->root.view()) +
                           (there ? "" : " lost"));
        } else if (const auto* refused = std::get_if<Refused>(&reply)) {
            said.push_back("refused " + std::to_string(refused->error.code));
        } else if (const auto* failed = std::get_if<StepFailed>(&reply)) {
            said.push_back("failed " + std::to_string(failed->step));
        } else {
            said.push_back(std::holds_alternative<RunDone>(reply)     ? "done"
                           : std::holds_alternative<Cancelled>(reply) ? "cancelled"
                                                                      : "other");
        }
    }

    void run(std::size_t steps) {
        Run request;
        request.id = 3;
        request.from = start;
        request.iterationsPerStep = 2;
        for (std::size_t i = 0; i < steps; ++i)
            request.steps.push_back({i, Hash256{{static_cast<std::uint8_t>(i + 1)}}});
        request.keep = true;
        session.handle(request);
    }
};

} // namespace

TEST_CASE("states leave a card while it computes, and are said in order when they are on disk") {
    ModelCard card;
    card.guarded = true;
    const cuda::CardEngine engine(card);
    Trial onCard(engine);
    onCard.run(5);
    Trial here(*chooseEngine("").value());
    here.run(5);
    REQUIRE(here.said.size() == 6);
    CHECK(here.said.back() == "done");
    CHECK(onCard.said == here.said);
}

TEST_CASE("a run that is cancelled, or whose step makes a NaN, says first what was computed before") {
    ModelCard card;
    const cuda::CardEngine engine(card);
    for (const bool cancelled : {true, false}) {
        Trial onCard(engine, cancelled ? 0.01F : 1e30F);
        Trial here(*chooseEngine("").value(), cancelled ? 0.01F : 1e30F);
        for (Trial* trial : {&onCard, &here}) {
            if (cancelled) trial->stepsBeforeCancel = 3;
            trial->run(5);
        }
        CHECK(here.said.size() > 1);
        CHECK(onCard.said == here.said);
    }
}

TEST_CASE("a card that fails in the middle of a run ends it; the steps before are said") {
    ModelCard card;
    const cuda::CardEngine engine(card);
    Trial trial(engine);
    trial.run(2);
    REQUIRE(trial.said.size() == 3);
    const std::vector<std::string> first = trial.said;
    trial.said.clear();
    card.stepsLeft = 1000; // a step takes some hundred
    trial.run(20);
    REQUIRE(trial.said.size() > 1);
    CHECK(trial.said.front() == first.front());
    CHECK(trial.said.back() == "refused " + std::to_string(static_cast<std::uint32_t>(EngineError::DeviceFailed)));
    CHECK(trial.session.deviceFailed());
}

TEST_CASE("products of a network on a card are checked, and a step of it begins again where one was wrong") {
    Trial here(*chooseEngine("").value());
    here.run(5);
    ModelCard card;
    card.guarded = true;
    const cuda::CardEngine engine(card);
    // All products are checked, or a few of those that are as small as these.
    for (const auto& [every, firstWrong] : {std::pair{1U, std::uint64_t{7}}, std::pair{3U, std::uint64_t{0}}}) {
        Trial sound(engine, 0.01F, every);
        sound.run(5);
        CHECK(sound.said == here.said);
        CHECK(sound.warnings == 0);
        std::size_t asked = 0;
        const std::uint64_t from = firstWrong;
        const FaultyCard faulty(engine, [&asked, from](std::uint64_t number, std::vector<std::int64_t>& sums) {
            ++asked;
            if (number >= from) sums.back() += 1;
        });
        Trial caught(faulty, 0.01F, every);
        caught.run(5);
        CHECK(caught.said == here.said);
        CHECK(caught.warnings == 2);
        CHECK(asked == from + 1); // and never again
    }
}

} // namespace session_card_test
