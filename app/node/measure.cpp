// SPDX-License-Identifier: Apache-2.0
#include "node/measure.h"

#include "jobs/worker_process.h"
#include "node/exit_code.h"
#include "node/stop_signal.h"
#include "storage/blob_store.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>

namespace unchained::node {

namespace {

constexpr std::uint64_t kEnoughNs = 2'000'000'000;

/// One measurement: load, the first state, then steps of growing length until enough time was measured.
class Measurement {
public:
    explicit Measurement(const jobs::PreparedJob& job) : m_job(job) {}

    Result<std::uint64_t> run(const std::filesystem::path& worker, const std::string& engine,
                              const std::filesystem::path& blobs) {
        m_worker.start({worker, blobs, engine, 0});
        const StopSignal stop([this] { end(makeError(NodeError::Stopped, "measurement", "was stopped")); });
        gpu::worker::Job job{m_job.program, m_job.parameters, {}, m_job.dataRoot};
        m_worker.load(job, [this](const Result<gpu::worker::Loaded>& loaded) {
            if (!loaded) return end(loaded.error());
            m_work = loaded->workPerIteration;
            m_worker.init([this](const Result<gpu::worker::Initial>& initial) {
                if (!initial) return end(initial.error());
                m_from = initial->root;
                withNoise(initial->proposedNoise);
            });
        });
        m_loop.exec();
        return std::move(*m_result);
    }

private:
    /// Load again with the noise that a contract would have: it is part of what a step costs.
    void withNoise(const gpu::NoiseTerms& noise) {
        m_worker.load({m_job.program, m_job.parameters, noise, m_job.dataRoot},
                      [this](const Result<gpu::worker::Loaded>& loaded) {
                          if (!loaded) return end(loaded.error());
                          step();
                      });
    }

    void step() {
        jobs::RunOrder order;
        order.from = m_from;
        order.iterationsPerStep = m_iterations;
        order.steps = {{0, Hash256{}}};
        m_worker.run(
            order, [this](const gpu::worker::StepDone& done) { m_ns = done.wallNs + done.hashNs; },
            [this](const Result<jobs::RunOutcome>& outcome) {
                if (!outcome) return end(outcome.error());
                if (outcome->failedStep)
                    return end(makeError(NodeError::Broken, m_job.spec.name,
                                         "its first step comes to a NaN or an infinity",
                                         "choose a smaller learning rate"));
                next();
            });
    }

    void next() {
        const std::uint64_t most = m_job.iterationsPerStep;
        if (m_ns < kEnoughNs / 4 && m_iterations < most) {
            const std::uint64_t grown = m_ns == 0 ? most : m_iterations * (kEnoughNs / 2) / m_ns;
            m_iterations = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(grown, m_iterations + 1, most));
            return step();
        }
        m_workDone += static_cast<double>(m_work) * m_iterations;
        m_nsDone += m_ns;
        if (m_nsDone < kEnoughNs) return step();
        end(std::max<std::uint64_t>(1, static_cast<std::uint64_t>(m_workDone * 1e9 / static_cast<double>(m_nsDone))));
    }

    void end(Result<std::uint64_t> result) {
        if (m_result) return;
        m_result = std::move(result);
        m_loop.quit();
    }

    const jobs::PreparedJob& m_job;
    jobs::WorkerProcess m_worker;
    QEventLoop m_loop;
    std::optional<Result<std::uint64_t>> m_result;
    Hash256 m_from;
    std::uint64_t m_work = 0, m_ns = 0, m_nsDone = 0;
    double m_workDone = 0;
    std::uint32_t m_iterations = 1;
};

} // namespace

Result<std::uint64_t> measureRate(const std::filesystem::path& worker, const std::string& engine,
                                  const jobs::PreparedJob& job) {
    const QTemporaryDir directory;
    if (!directory.isValid())
        return makeError(NodeError::Broken, "temporary directory", directory.errorString().toStdString(),
                         "free some space, or set TMPDIR");
    auto blobs = storage::BlobStore::open(directory.path().toStdString());
    if (!blobs) return blobs.error();
    if (auto ok = blobs->write(job.data); !ok) return ok.error();
    if (job.initialState) {
        if (auto ok = blobs->write(*job.initialState); !ok) return ok.error();
    }
    return Measurement(job).run(worker, engine, directory.path().toStdString());
}

} // namespace unchained::node
