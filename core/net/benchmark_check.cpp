// SPDX-License-Identifier: Apache-2.0
#include "net/benchmark_check.h"

#include "jobs/benchmark.h"
#include "net/blob_transfer.h"

#include <QTimer>

namespace unchained::net {

namespace {
constexpr std::uint64_t kStateBytesMax = std::uint64_t{64} << 20;
constexpr auto kPieceWithin = std::chrono::seconds(20);
} // namespace

BenchmarkCheck::BenchmarkCheck(storage::BlobStore& blobs, jobs::WorkerSetup worker, QObject* parent)
    : QObject(parent), m_blobs(blobs), m_setup(std::move(worker)) {
    connect(&m_worker, &jobs::WorkerProcess::printed, this, &BenchmarkCheck::log);
}

void BenchmarkCheck::check(const protocol::BenchmarkCheckEffect& step, Connection* host) {
    m_tasks.push_back({step, host});
    QTimer::singleShot(0, this, &BenchmarkCheck::next);
}

void BenchmarkCheck::stop(std::function<void()> done) {
    m_stopping = true;
    if (!m_started) return done();
    m_worker.stop(std::move(done));
}

void BenchmarkCheck::next() {
    if (m_busy || m_tasks.empty() || m_stopping) return;
    m_busy = true;
    const auto job = jobs::benchmarkJob();
    const auto data = job ? m_blobs.write(job->data) : Result<Hash256>(job.error());
    if (!data) return end({}, data.error().text());
    m_data = *data;
    m_work = job->workPerStep;
    if (!std::exchange(m_started, true)) m_worker.start(m_setup);
    m_worker.load({job->program, job->parameters, job->noise, m_data}, [](const Result<gpu::worker::Loaded>&) {});
    // Y[0] is made here: a host cannot begin from another one.
    m_worker.init([this](const Result<gpu::worker::Initial>& initial) {
        if (m_stopping) return;
        if (!initial) return end({}, initial.error().text());
        if (m_tasks.front().step.step == 0) return compute(initial->root);
        fetch();
    });
}

void BenchmarkCheck::fetch() {
    const Task& task = m_tasks.front();
    if (!task.host) return end({}, "the host is gone");
    const Hash256 root = task.step.before;
    const auto ended = [this, root, over = std::make_shared<bool>(false)](const Result<void>& done) {
        if (std::exchange(*over, true) || m_stopping) return;
        if (!done) return end({}, done.error().text());
        compute(root);
    };
    auto* fetch = BlobFetch::start(task.host, root, kStateBytesMax, m_blobs, {}, ended, kPieceWithin);
    // It goes with its connection, which may be gone before it has begun.
    connect(fetch, &QObject::destroyed, this,
            [ended] { ended(makeError(NetError::Closed, "state", "the connection is gone", "", true)); });
}

void BenchmarkCheck::compute(const Hash256& from) {
    const protocol::BenchmarkCheckEffect& step = m_tasks.front().step;
    auto root = std::make_shared<std::optional<Hash256>>();
    m_worker.run(
        jobs::RunOrder{from, 0, 1, {{step.step, step.stepSeed}}, false, false},
        [root](const gpu::worker::StepDone& done) { *root = done.root; },
        [this, root](const Result<jobs::RunOutcome>& done) {
            if (m_stopping) return;
            end(done ? *root : std::nullopt, done ? "the step comes to no number" : done.error().text());
        });
}

void BenchmarkCheck::end(std::optional<Hash256> computed, const std::string& why) {
    const protocol::BenchmarkCheckEffect step = m_tasks.front().step;
    m_tasks.pop_front();
    m_busy = false;
    (void)m_blobs.remove(step.before);
    if (!computed) emit log(QString::fromStdString("benchmark of " + shortHex(step.peer) + ": " + why));
    emit checked({step.peer, step.seed, computed, m_work});
    QTimer::singleShot(0, this, &BenchmarkCheck::next);
}

} // namespace unchained::net
