// SPDX-License-Identifier: Apache-2.0
#include "net/benchmark_check.h"

#include "jobs/benchmark.h"
#include "net/blob_transfer.h"
#include "net/net_error.h"

namespace unchained::net {

namespace {
constexpr std::uint64_t kStateBytesMax = std::uint64_t{64} << 20;
constexpr auto kTaskWithin = std::chrono::seconds(60); ///< a host that answers slowly holds up no other
} // namespace

BenchmarkCheck::BenchmarkCheck(jobs::WorkerSetup worker, QObject* parent)
    : QObject(parent), m_setup(std::move(worker)) {
    connect(&m_worker, &jobs::WorkerProcess::printed, this, &BenchmarkCheck::log);
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, [this] { end({}, "the state came too late"); });
}

void BenchmarkCheck::check(const protocol::BenchmarkCheckEffect& step, Connection* host) {
    m_tasks.push_back({step, host});
    QTimer::singleShot(0, this, &BenchmarkCheck::next);
}

void BenchmarkCheck::stop(std::function<void()> done) {
    m_stopping = true;
    m_late.stop();
    if (!m_blobs) return done();
    m_worker.stop(std::move(done));
}

void BenchmarkCheck::next() {
    if (m_busy || m_tasks.empty() || m_stopping) return;
    m_busy = true;
    ++m_task;
    m_late.start(kTaskWithin);
    if (auto ok = begin(); !ok) end({}, ok.error().text());
}

/// The data are written each time, unless they are there: a host may have named them as its state.
Result<void> BenchmarkCheck::begin() {
    const auto job = jobs::benchmarkJob();
    if (!job) return job.error();
    if (!m_blobs) {
        auto blobs = storage::BlobStore::open(m_setup.blobs);
        if (!blobs) return blobs.error();
        m_blobs = std::move(*blobs);
        m_worker.start(m_setup);
    }
    const auto data = m_blobs->write(job->data);
    if (!data) return data.error();
    m_work = job->workPerStep;
    m_worker.load({job->program, job->parameters, job->noise, *data}, [](const Result<gpu::worker::Loaded>&) {});
    // Y[0] is made here: a host cannot begin from another one.
    m_worker.init([this, task = m_task](const Result<gpu::worker::Initial>& initial) {
        if (isLate(task)) return;
        if (!initial) return end({}, initial.error().text());
        if (m_tasks.front().step.step == 0) return compute(initial->root);
        fetch();
    });
    return {};
}

void BenchmarkCheck::fetch() {
    const Task& task = m_tasks.front();
    const Hash256 root = task.step.before;
    if (m_blobs->has(root)) return compute(root);
    if (!task.host) return end({}, "the host is gone");
    const auto ended = [this, root, task = m_task](const Result<void>& done) {
        if (isLate(task)) return;
        if (!done) return end({}, done.error().text());
        compute(root);
    };
    auto* fetch = BlobFetch::start(task.host, root, kStateBytesMax, *m_blobs, {}, ended);
    connect(&m_late, &QTimer::timeout, fetch, &QObject::deleteLater);
    // It goes with its connection, which may be gone before it has begun.
    connect(fetch, &QObject::destroyed, this, [this, root, ended, task = m_task] {
        if (!isLate(task) && !m_blobs->has(root))
            ended(makeError(NetError::Closed, "state", "the connection is gone", "", true));
    });
}

void BenchmarkCheck::compute(const Hash256& from) {
    const protocol::BenchmarkCheckEffect& step = m_tasks.front().step;
    auto root = std::make_shared<std::optional<Hash256>>();
    m_worker.run(
        jobs::RunOrder{from, 0, 1, {{step.step, step.stepSeed}}, false, false},
        [root](const gpu::worker::StepDone& done) { *root = done.root; },
        [this, root, task = m_task](const Result<jobs::RunOutcome>& done) {
            if (isLate(task)) return;
            end(done ? *root : std::nullopt, done ? "the step comes to no number" : done.error().text());
        });
}

void BenchmarkCheck::end(std::optional<Hash256> computed, const std::string& why) {
    const protocol::BenchmarkCheckEffect step = m_tasks.front().step;
    m_tasks.pop_front();
    m_busy = false;
    ++m_task;
    m_late.stop();
    if (m_blobs) (void)m_blobs->remove(step.before);
    if (!computed) emit log(QString::fromStdString("benchmark of " + shortHex(step.peer) + ": " + why));
    emit checked({step.peer, step.seed, computed, m_work});
    QTimer::singleShot(0, this, &BenchmarkCheck::next);
}

} // namespace unchained::net
