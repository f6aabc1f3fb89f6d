// SPDX-License-Identifier: Apache-2.0
#include "jobs/worker_process.h"

#include "core/jobs/worker_fixture.h"
#include "gpu/engine.h"

#include <QFile>
#include <QProcess>

#include <csignal>

namespace unchained::jobs {

using gpu::worker::WorkerError;

namespace {

RunOrder orderOf(const Hash256& from, std::uint64_t firstStep, std::uint64_t count, bool keep = false,
                 bool bare = false) {
    return {from, 0, 3, stepsOf(firstStep, count), keep, bare};
}

/// Roots of 6 steps by a worker with this engine and as many threads.
std::vector<Hash256> rootsWith(const std::string& engine, unsigned threads) {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs, engine, threads));
    const Hash256 from = worker.begin(tinyJob(blobs));
    REQUIRE(worker.run(orderOf(from, 0, 6)).ok());
    return worker.roots;
}

} // namespace

TEST_CASE("the roots are the same on every engine and with any number of threads") {
    const auto reference = rootsWith("scalar", 1);
    REQUIRE(reference.size() == 6);
    CHECK(rootsWith("scalar", 2) == reference);
    for (const gpu::EngineInfo& info : gpu::engines()) {
        if (!info.engine || info.name == "scalar") continue;
        CAPTURE(info.name);
        CHECK(rootsWith(info.name, 1) == reference);
        CHECK(rootsWith(info.name, 2) == reference);
    }
    for (std::size_t i = 1; i < reference.size(); ++i)
        CHECK(reference[i] != reference[i - 1]);
}

TEST_CASE("a loaded job is described") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs, "scalar"));
    const auto loaded = worker.load(tinyJob(blobs));
    REQUIRE(loaded.ok());
    CHECK(loaded->engine == "scalar");
    CHECK(loaded->iterations == 1'000'000);
    CHECK(loaded->stateBytes == 3 * 4 * (32 * 4 + 32 + 3 * 32 + 3)); // values and Adam's two moments
    CHECK(loaded->workPerIteration > 0);
    REQUIRE(loaded->layout.size() == 12);
    CHECK(loaded->layout[0].name == "layers.0.weight");
    CHECK(loaded->layout[0].shape == std::vector<std::uint64_t>{32, 4});
    CHECK(loaded->layout[0].noised);
    CHECK_FALSE(loaded->layout[1].noised);
}

TEST_CASE("noise scales are learnt from a job loaded without data and taken up without a new start") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    auto job = tinyJob(blobs);
    const auto dataRoot = std::exchange(job.dataRoot, std::nullopt);
    job.noise = {};
    REQUIRE(worker.load(job).ok());
    const auto initial = worker.init();
    REQUIRE(initial.ok());
    CHECK(merkle::blobRoot(blobs.read(initial->root)) == initial->root);
    CHECK(initial->proposedNoise.scales.size() == 2);
    CHECK_FALSE(worker.run(orderOf(initial->root, 0, 1)).ok());
    job.noise = initial->proposedNoise;
    job.dataRoot = dataRoot;
    REQUIRE(worker.load(job).ok());
    CHECK(worker.run(orderOf(initial->root, 0, 1)).ok());
}

TEST_CASE("a run in two parts, from the kept state, in another worker, has the roots of the whole") {
    BlobDirectory blobs;
    const auto job = tinyJob(blobs);
    Worker first(setupOf(blobs));
    const Hash256 from = first.begin(job);
    REQUIRE(first.run(orderOf(from, 0, 6)).ok());
    const auto whole = first.roots;
    CHECK_FALSE(blobs.has(whole[2]));

    REQUIRE(first.run(orderOf(from, 0, 3, true)).ok());
    CHECK(blobs.has(whole[2]));
    CHECK(merkle::blobRoot(blobs.read(whole[2])) == whole[2]);
    Worker second(setupOf(blobs));
    REQUIRE(second.load(job).ok());
    REQUIRE(second.run(orderOf(whole[2], 3, 3)).ok());
    CHECK(second.roots == std::vector<Hash256>(whole.begin() + 3, whole.end()));
    for (const auto& file : std::filesystem::directory_iterator(blobs.path()))
        CHECK(file.path().extension() != ".tmp");
}

TEST_CASE("a step of a job that goes on elsewhere is counted from the iteration at which it stood") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(tinyJob(blobs));
    auto order = orderOf(from, 0, 2, true);
    REQUIRE(worker.run(order).ok());
    const auto roots = worker.roots;
    // The second step alone, as step 1 of the contract and as step 0 of one that begins at its iteration.
    order.from = roots[0];
    order.steps.erase(order.steps.begin());
    REQUIRE(worker.run(order).ok());
    CHECK(worker.roots == std::vector{roots[1]});
    order.steps[0].step = 0;
    REQUIRE(worker.run(order).ok());
    CHECK(worker.roots != std::vector{roots[1]});
    order.startIteration = order.iterationsPerStep;
    REQUIRE(worker.run(order).ok());
    CHECK(worker.roots == std::vector{roots[1]});
}

TEST_CASE("a bare run is measured and leaves the state as it was") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(tinyJob(blobs));
    const auto plain = worker.run(orderOf(from, 0, 201));
    REQUIRE(plain.ok());
    CHECK(plain->bareCpuNs == 0);
    CHECK(plain->plainCpuNs == 0);
    auto roots = worker.roots;
    const Hash256 afterLast = roots.back();
    roots.pop_back();
    const auto measured = worker.run(orderOf(from, 0, 200, false, true));
    REQUIRE(measured.ok());
    CHECK(worker.roots == roots);
    CHECK(measured->cpuNs > 0);
    CHECK(measured->bareCpuNs > 0);
    CHECK(measured->plainCpuNs > 0);
    CHECK(worker.process.cpuSeconds() * 1e9 >= static_cast<double>(measured->cpuNs + measured->bareCpuNs));
    // The last state was not kept: it is still at hand, with its own bytes.
    REQUIRE(worker.run(orderOf(roots.back(), 200, 1)).ok());
    CHECK(worker.roots == std::vector{afterLast});
}

TEST_CASE("training is evaluated on the held-out part") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(tinyJob(blobs));
    const auto before = worker.evaluate(from);
    REQUIRE(before.ok());
    CHECK(before->samples == 30);
    REQUIRE(worker.run(orderOf(from, 0, 100)).ok());
    const auto after = worker.evaluate(worker.roots.back());
    REQUIRE(after.ok());
    CHECK(after->loss < before->loss);
    CHECK(after->correct == 30);
}

TEST_CASE("a step that makes a NaN is named and ends the run") {
    BlobDirectory blobs;
    auto description = tinyDescription();
    description.optimiser.kind = "sgd";
    description.optimiser.rate = 1e30F;
    auto job = tinyJob(blobs, description);
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(job);
    const auto outcome = worker.run(orderOf(from, 0, 20, false, true));
    REQUIRE(outcome.ok());
    REQUIRE(outcome->failedStep.has_value());
    CHECK(*outcome->failedStep == worker.roots.size());
    CHECK(outcome->plainCpuNs == 0);
    CHECK(worker.run(orderOf(from, 0, 1)).ok()); // the next request finds a worker in order
}

TEST_CASE("a corrupted blob is refused in words") {
    BlobDirectory blobs;
    const auto job = tinyJob(blobs);
    Hash256 from;
    {
        Worker worker(setupOf(blobs));
        from = worker.begin(job);
    }
    Bytes state = blobs.read(from);
    state[1000] ^= 1;
    std::ofstream(blobs.pathOf(from), std::ios::binary)
        .write(reinterpret_cast<const char*>(state.data()), static_cast<std::streamsize>(state.size()));
    Worker worker(setupOf(blobs));
    REQUIRE(worker.load(job).ok());
    const auto refused = worker.run(orderOf(from, 0, 1));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(WorkerError::BlobCorrupt));
    CHECK(refused.error().text() == blobs.pathOf(from).string() + ": its bytes do not have the root that it is named " +
                                        "by; delete the file and fetch it again");
    CHECK(worker.roots.empty());
    // What computes it anew also mends the file.
    REQUIRE(worker.init().ok());
    CHECK(merkle::blobRoot(blobs.read(from)) == from);
}

TEST_CASE("what is missing or wrong is refused and the worker goes on") {
    BlobDirectory blobs;
    auto job = tinyJob(blobs);
    Worker worker(setupOf(blobs));
    CHECK(worker.init().error().is(WorkerError::NothingLoaded));
    auto other = job;
    other.program = "paint/v1";
    CHECK(worker.load(other).error().is(gpu::ProgramError::UnknownProgram));
    other = job;
    other.dataRoot = Hash256{{1, 2, 3}};
    CHECK(worker.load(other).error().is(WorkerError::BlobMissing));
    const Hash256 from = worker.begin(job);
    CHECK(worker.run(orderOf(Hash256{{9}}, 0, 1)).error().is(WorkerError::BlobMissing));
    CHECK(worker.run(orderOf(*job.dataRoot, 0, 1)).error().is(gpu::ProgramError::BadState));
    CHECK(worker.run(orderOf(from, 1'000'000, 1)).error().is(gpu::ProgramError::BadParameters));
    CHECK(worker.run(orderOf(from, UINT64_MAX - 1, 1)).error().is(gpu::ProgramError::BadParameters));
    CHECK(worker.run(orderOf(from, 0, 1)).ok());
}

TEST_CASE("a worker that is killed in mid-run fails that run with a transient error and the next one works") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(tinyJob(blobs));
    const qint64 killed = worker.process.processId();
    worker.onStep = [&](const gpu::worker::StepDone& step) {
        if (step.step == 2) ::kill(static_cast<pid_t>(worker.process.processId()), SIGKILL);
    };
    const auto died = worker.run(orderOf(from, 0, 60'000));
    REQUIRE_FALSE(died.ok());
    CHECK(died.error().is(WorkerError::Died));
    CHECK(died.error().transient);
    CHECK(died.error().text() ==
          "unchained-worker: ended by signal 9 (SIGKILL) before it had answered; ask again: it is started anew");
    const auto before = worker.roots;
    worker.onStep = {};
    REQUIRE(worker.run(orderOf(from, 0, 3)).ok()); // with the job loaded again by itself
    CHECK(worker.process.processId() != killed);
    CHECK(worker.roots == std::vector<Hash256>(before.begin(), before.begin() + 3));
}

TEST_CASE("a cancelled run ends after the step at hand and the worker goes on from there") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(tinyJob(blobs));
    std::optional<Result<RunOutcome>> first;
    std::optional<Result<RunOutcome>> second;
    std::vector<Hash256> roots;
    std::uint64_t running = 0;
    running = worker.process.run(
        orderOf(from, 0, 60'000),
        [&](const gpu::worker::StepDone& step) {
            roots.push_back(step.root);
            if (roots.size() == 3) worker.process.cancel(running);
        },
        [&](Result<RunOutcome> r) { first = std::move(r); });
    const std::uint64_t waiting =
        worker.process.run(orderOf(from, 0, 1), {}, [&](Result<RunOutcome> r) { second = std::move(r); });
    worker.process.cancel(waiting);
    CHECK_FALSE(second.has_value()); // never inside the call
    REQUIRE(waitFor([&] { return first && second; }));
    CHECK(first->error().is(WorkerError::Cancelled));
    CHECK(second->error().is(WorkerError::Cancelled));
    CHECK(roots.size() < 60'000);
    // Its last state is at hand, for nothing was kept.
    REQUIRE(worker.run(orderOf(roots.back(), roots.size(), 1)).ok());
    // A cancel that comes too late touches nothing.
    worker.process.cancel(running);
    CHECK(worker.run(orderOf(from, 0, 1)).ok());
}

TEST_CASE("a stopped worker fails what waits and is gone") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(tinyJob(blobs));
    bool gone = false;
    std::vector<Error> errors;
    const auto keep = [&](const Result<RunOutcome>& r) { errors.push_back(r.error()); };
    worker.process.run(
        orderOf(from, 0, 60'000),
        [&](const gpu::worker::StepDone& step) {
            if (step.step == 0) worker.process.stop([&] { gone = true; });
        },
        keep);
    worker.process.run(orderOf(from, 0, 1), {}, keep);
    REQUIRE(waitFor([&] { return gone && errors.size() == 2; }));
    CHECK(worker.process.processId() == 0);
    worker.process.run(orderOf(from, 0, 1), {}, keep);
    REQUIRE(waitFor([&] { return errors.size() == 3; }));
    for (const Error& error : errors)
        CHECK(error.is(WorkerError::Stopped));
}

TEST_CASE("the worker sees nothing of its host's environment") {
    qputenv("UNCHAINED_PASSPHRASE", "open sesame");
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    REQUIRE(worker.load(tinyJob(blobs)).ok());
    QFile file(QString("/proc/%1/environ").arg(worker.process.processId()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray environment = file.readAll();
    CHECK_FALSE(environment.isEmpty());
    CHECK_FALSE(environment.contains("sesame"));
    CHECK_FALSE(environment.contains("HOME="));
}

TEST_CASE("a worker that cannot start says why and is not worth another try") {
    BlobDirectory blobs;
    Worker missing({"/nowhere/unchained-worker", blobs.path(), {}, 1});
    const auto first = missing.init();
    CHECK(first.error().is(WorkerError::CannotStart));
    CHECK(first.error().subject == "/nowhere/unchained-worker");
    CHECK_FALSE(first.error().transient);
    CHECK(missing.init().error().is(WorkerError::CannotStart));

    Worker unknown(setupOf(blobs, "abacus"));
    const auto second = unknown.init();
    CHECK(second.error().is(WorkerError::CannotStart));
    CHECK_FALSE(second.error().transient);
    CHECK(second.error().text().find("abacus") != std::string::npos);

    Worker foreign({"/bin/cat", blobs.path(), {}, 1});
    CHECK_FALSE(foreign.init().ok());
}

namespace {

struct Ended {
    int status = -1;
    QProcess::ExitStatus kind = QProcess::CrashExit;
    QByteArray errors;
};

/// The bare program with this on its input, closed then.
Ended runWorker(const QStringList& arguments, const QByteArray& input) {
    application();
    QProcess process;
    process.start(QString(BIN_DIR "/unchained-worker"), arguments);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished());
    return {process.exitCode(), process.exitStatus(), process.readAllStandardError()};
}

} // namespace

TEST_CASE("the program ends as its manual says") {
    BlobDirectory blobs;
    const QStringList good{"--blobs", QString::fromStdString(blobs.path().string())};
    CHECK(runWorker(good, {}).status == 0);
    CHECK(runWorker({"--help"}, {}).status == 0);
    CHECK(runWorker({"--version"}, {}).status == 0);
    CHECK(runWorker({"--debug-info"}, {}).status == 0);
    CHECK(runWorker({}, {}).status == 2);
    CHECK(runWorker({"--blobs=/nowhere/at/all"}, {}).status == 4);
    CHECK(runWorker(good + QStringList{"--engine=abacus"}, {}).status == 4);
    const auto usage = runWorker(good + QStringList{"--threads", "many"}, {});
    CHECK(usage.status == 2);
    CHECK(usage.errors.contains("--threads: many is not a number from 0 to 1024"));
    CHECK(runWorker(good, QByteArray("\xff\xff\xff\xff", 4)).status == 2);
    const auto garbage = runWorker(good, QByteArray("\0\0\0\1\x1c", 5)); // a reserved head
    CHECK(garbage.status == 2);
    CHECK(garbage.kind == QProcess::NormalExit);
    CHECK(garbage.errors.contains("frame"));
}

TEST_CASE("SIGTERM ends the program with status 0 in mid-run and leaves no half file") {
    BlobDirectory blobs;
    Worker worker(setupOf(blobs));
    const Hash256 from = worker.begin(tinyJob(blobs));
    worker.onStep = [&](const gpu::worker::StepDone& step) {
        if (step.step == 1) ::kill(static_cast<pid_t>(worker.process.processId()), SIGTERM);
    };
    const auto ended = worker.run(orderOf(from, 0, 60'000, true));
    CHECK(ended.error().text() == "unchained-worker: ended with exit status 0 before it had answered; ask again: it is "
                                  "started anew");
    for (const auto& file : std::filesystem::directory_iterator(blobs.path()))
        CHECK(file.path().extension() != ".tmp");
}

} // namespace unchained::jobs
