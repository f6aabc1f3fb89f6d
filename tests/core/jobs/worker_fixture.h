// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "gpu/merkle.h"
#include "gpu/safetensors.h"
#include "jobs/worker_process.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>

namespace unchained::jobs {

using namespace std::chrono_literals;

inline QCoreApplication& application() {
    static int argc = 1;
    static char name[] = "test";
    static char* argv[] = {name, nullptr};
    static auto* app = new QCoreApplication(argc, argv);
    return *app;
}

/// Runs the event loop until `done` holds, asked after each batch of events; false when the time is over.
inline bool waitFor(const std::function<bool()>& done, std::chrono::milliseconds most = 60s) {
    application();
    if (done()) return true;
    QEventLoop loop;
    QTimer::singleShot(most, &loop, &QEventLoop::quit);
    bool held = false;
    auto ask = [&] {
        held = held || done();
        if (held) loop.quit();
    };
    QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, &loop, ask);
    loop.exec();
    return held;
}

/// A directory of blobs that lives as long as the test.
class BlobDirectory {
public:
    [[nodiscard]] std::filesystem::path path() const { return m_directory.path().toStdString(); }
    [[nodiscard]] std::filesystem::path pathOf(const Hash256& root) const { return path() / toHex(root.view()); }
    [[nodiscard]] bool has(const Hash256& root) const { return std::filesystem::exists(pathOf(root)); }

    Hash256 add(const Bytes& blob) {
        const Hash256 root = merkle::blobRoot(blob);
        std::ofstream(pathOf(root), std::ios::binary)
            .write(reinterpret_cast<const char*>(blob.data()), static_cast<std::streamsize>(blob.size()));
        return root;
    }
    [[nodiscard]] Bytes read(const Hash256& root) const {
        std::ifstream in(pathOf(root), std::ios::binary);
        return Bytes(std::istreambuf_iterator<char>(in), {});
    }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path()), {}));
    }

private:
    QTemporaryDir m_directory;
};

/// Three classes of points, told apart by which coordinate is the largest.
inline Bytes tinyData(std::uint64_t trainRows, std::uint64_t testRows) {
    std::vector<std::vector<float>> x(2);
    std::vector<std::vector<std::int32_t>> y(2);
    for (const std::size_t part : {0U, 1U}) {
        for (std::uint64_t row = 0; row < (part == 0 ? trainRows : testRows); ++row) {
            const auto label = static_cast<std::int32_t>(row % 3);
            for (std::int32_t column = 0; column < 4; ++column) {
                const auto jitter = static_cast<float>((row * 7 + static_cast<std::uint64_t>(column) * 3 + part) % 11);
                x[part].push_back((column == label ? 1.0F : 0.0F) + jitter / 16.0F);
            }
            y[part].push_back(label);
        }
    }
    const auto bytesOf = [](const auto& values) {
        return ByteView(reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * 4);
    };
    const auto image = gpu::writeSafetensors({
        {"train.x", gpu::DType::F32, {trainRows, 4}, bytesOf(x[0])},
        {"train.y", gpu::DType::I32, {trainRows}, bytesOf(y[0])},
        {"test.x", gpu::DType::F32, {testRows, 4}, bytesOf(x[1])},
        {"test.y", gpu::DType::I32, {testRows}, bytesOf(y[1])},
    });
    REQUIRE(image.ok());
    return *image;
}

inline gpu::TrainDescription tinyDescription() {
    gpu::TrainDescription d;
    d.input = {4};
    d.classes = 3;
    d.layers = {gpu::LayerDescription::linear(32), gpu::LayerDescription::relu(), gpu::LayerDescription::linear(3)};
    d.optimiser.rate = 0.01F;
    d.samples = 60;
    d.batch = 20;
    d.iterations = 1'000'000;
    d.initSeed = 7;
    return d;
}

/// A tiny net, learnt from data that this puts into the directory.
inline gpu::worker::Job tinyJob(BlobDirectory& blobs, const gpu::TrainDescription& d = tinyDescription()) {
    gpu::worker::Job job;
    job.program = "train/v1";
    job.parameters = d.encode();
    job.noise = {8, {0, 0}};
    job.dataRoot = blobs.add(tinyData(d.samples, 30));
    return job;
}

inline std::vector<gpu::worker::SeededStep> stepsOf(std::uint64_t first, std::uint64_t count) {
    std::vector<gpu::worker::SeededStep> steps;
    for (std::uint64_t i = first; i < first + count; ++i)
        steps.push_back({i, Hash256{{static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8), 42}}});
    return steps;
}

inline WorkerSetup setupOf(const BlobDirectory& blobs, std::string engine = {}, unsigned threads = 1) {
    return {std::filesystem::path(BIN_DIR) / "unchained-worker", blobs.path(), std::move(engine), threads};
}

/// A worker whose requests are waited for.
class Worker {
public:
    explicit Worker(const WorkerSetup& setup) {
        application();
        process.start(setup);
    }

    Result<gpu::worker::Loaded> load(const gpu::worker::Job& job) {
        std::optional<Result<gpu::worker::Loaded>> out;
        process.load(job, [&](Result<gpu::worker::Loaded> r) { out = std::move(r); });
        return finished(out);
    }
    Result<gpu::worker::Initial> init() {
        std::optional<Result<gpu::worker::Initial>> out;
        process.init([&](Result<gpu::worker::Initial> r) { out = std::move(r); });
        return finished(out);
    }
    /// The roots after each step go to `roots`, the times of the steps to nobody.
    Result<RunOutcome> run(const RunOrder& order) {
        std::optional<Result<RunOutcome>> out;
        roots.clear();
        process.run(
            order,
            [&](const gpu::worker::StepDone& step) {
                roots.push_back(step.root);
                if (onStep) onStep(step);
            },
            [&](Result<RunOutcome> r) { out = std::move(r); });
        return finished(out);
    }
    Result<gpu::Evaluation> evaluate(const Hash256& root) {
        std::optional<Result<gpu::Evaluation>> out;
        process.evaluate(root, [&](Result<gpu::Evaluation> r) { out = std::move(r); });
        return finished(out);
    }
    /// Loads the job and makes Y[0]; its root.
    Hash256 begin(const gpu::worker::Job& job) {
        REQUIRE(load(job).ok());
        const auto initial = init();
        REQUIRE(initial.ok());
        return initial->root;
    }

    std::vector<Hash256> roots;
    std::function<void(const gpu::worker::StepDone&)> onStep;
    WorkerProcess process;

private:
    template <class T>
    T finished(std::optional<T>& out) {
        REQUIRE(waitFor([&] { return out.has_value(); }));
        return std::move(*out);
    }
};

} // namespace unchained::jobs
