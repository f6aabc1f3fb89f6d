// SPDX-License-Identifier: Apache-2.0
#include "net/benchmark_run.h"

#include "jobs/benchmark.h"
#include "lottery/lottery.h"
#include "net/net_error.h"
#include "protocol/signed.h"

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using cbor::Value;

namespace {
constexpr int kAskAgainMs = 100;
constexpr std::size_t kRootsLeast = 6; ///< however slow the machine is
} // namespace

BenchmarkRun::BenchmarkRun(HubLink& link, const identity::Keys& keys, storage::BlobStore& blobs, Setup setup,
                           QObject* parent)
    : QObject(parent), m_link(link), m_keys(keys), m_blobs(blobs), m_setup(std::move(setup)) {
    connect(&m_worker, &jobs::WorkerProcess::printed, this, &BenchmarkRun::log);
    m_time.setSingleShot(true);
    connect(&m_time, &QTimer::timeout, this, [this] {
        m_over = true;
        if (m_roots.size() >= kRootsLeast) m_worker.cancel(m_request);
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &BenchmarkRun::askForResult);
}

BenchmarkRun::~BenchmarkRun() {
    keepOnly({});
    for (const Hash256& root : {m_data, m_roots.empty() ? m_data : m_roots.front()})
        (void)m_blobs.remove(root);
}

void BenchmarkRun::start(Done done) {
    m_done = std::move(done);
    const auto job = jobs::benchmarkJob();
    const auto data = job ? m_blobs.write(job->data) : Result<Hash256>(job.error());
    if (!data) return end(data.error());
    m_data = *data;
    m_workPerStep = job->workPerStep;
    m_worker.start(m_setup.worker);
    m_worker.load({job->program, job->parameters, job->noise, m_data},
                  [this](const Result<gpu::worker::Loaded>& loaded) {
                      if (!loaded) return;
                      m_engine = loaded->engine;
                      m_device = loaded->device;
                  });
    m_worker.init([this](const Result<gpu::worker::Initial>& initial) {
        if (!initial) return end(initial.error());
        m_roots = {initial->root};
        askForSeed();
    });
}

/// With everything in place: from here on the hub's clock runs.
void BenchmarkRun::askForSeed() {
    m_link.call(Array{"benchmark"}, [this](const Result<Value>& answer) {
        if (!answer) return end(answer.error());
        cbor::Reader in(*answer, "benchmark", 1);
        m_seed = in.fixed<Hash256>();
        if (auto ok = in.finish(); !ok) return end(ok.error());
        m_begun = m_link.hubNow();
        run();
    });
}

std::vector<gpu::worker::SeededStep> BenchmarkRun::steps(std::uint64_t first, std::uint64_t end) const {
    std::vector<gpu::worker::SeededStep> out;
    for (std::uint64_t i = first; i < end; ++i)
        out.push_back({i, lottery::stepSeed(m_seed, i)});
    return out;
}

void BenchmarkRun::run() {
    if (m_setup.invent) {
        m_roots = m_setup.invent(m_seed, m_roots.front());
        return send();
    }
    m_time.start(m_setup.length);
    m_clock.start();
    m_request = m_worker.run(
        jobs::RunOrder{m_roots.front(), 0, 1, steps(0, jobs::kBenchmarkStepsMax), false, false},
        [this](const gpu::worker::StepDone& step) {
            if (m_over && m_roots.size() >= kRootsLeast) return; // cancelled, and too late to be counted
            m_roots.push_back(step.root);
            m_workedNs = m_clock.nsecsElapsed();
            if (m_over && m_roots.size() >= kRootsLeast) m_worker.cancel(m_request);
        },
        [this](const Result<jobs::RunOutcome>& done) {
            m_time.stop();
            if (!done && !m_over) return end(done.error());
            send();
        });
}

void BenchmarkRun::send() {
    const contract::BenchmarkRun run{m_link.hub(), m_seed, m_engine, m_roots};
    m_link.call(Array{"benchmarked", protocol::sealed(m_keys, run)}, [this](const Result<Value>& answer) {
        if (!answer) return end(answer.error());
        askForResult();
    });
}

void BenchmarkRun::askForResult() {
    m_link.call(Array{"measurement"}, [this](const Result<Value>& answer) {
        if (!answer) return end(answer.error());
        cbor::Reader in(*answer, "measurement", 3);
        const bool underWay = in.boolean();
        const auto envelope = in.bytes();
        const bool interrupted = in.boolean();
        if (auto ok = in.finish(); !ok) return end(ok.error());
        if (underWay) return m_again.start(kAskAgainMs);
        const auto found = protocol::openSigned<contract::Measurement>(envelope);
        const bool seen = found && found->value.time >= m_begun;
        if (!seen && interrupted)
            return end(makeError(NetError::NotMeasured, "benchmark", "the hub was interrupted while it watched",
                                 "nothing has to be done: it is made again", true));
        if (!seen)
            return end(makeError(NetError::NotMeasured, "benchmark", "the hub has not found the steps right",
                                 "have the machine checked: what it computes differs from what it should"));
        m_measurement = envelope;
        end(found->value);
    });
}

void BenchmarkRun::end(Result<contract::Measurement> result) {
    m_worker.stop();
    if (auto done = std::exchange(m_done, nullptr)) done(std::move(result));
}

std::uint64_t BenchmarkRun::rate() const {
    if (m_workedNs == 0) return 0;
    const double work = static_cast<double>(m_roots.size() - 1) * static_cast<double>(m_workPerStep);
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(work * 1e9 / static_cast<double>(m_workedNs)));
}

bool BenchmarkRun::has(const Hash256& root) const {
    return std::find(m_roots.begin(), m_roots.end(), root) != m_roots.end();
}

void BenchmarkRun::keepOnly(std::optional<Hash256> root) {
    if (m_kept && m_kept != root) (void)m_blobs.remove(*m_kept);
    m_kept = root;
}

void BenchmarkRun::make(const Hash256& root, const std::function<void(Result<void>)>& done) {
    const auto at = static_cast<std::uint64_t>(std::find(m_roots.begin(), m_roots.end(), root) - m_roots.begin());
    if (at == 0 || m_setup.invent) return done({}); // Y[0] lies there; what was invented does not
    keepOnly(root);
    if (at > 1) // the worker has its last state at hand
        m_worker.run(jobs::RunOrder{m_roots.front(), 0, 1, steps(0, at - 1), false, false}, {},
                     [](const Result<jobs::RunOutcome>&) {});
    m_worker.run(jobs::RunOrder{m_roots[at - 1], 0, 1, steps(at - 1, at), true, false}, {},
                 [done](const Result<jobs::RunOutcome>& made) {
                     if (!made) return done(made.error());
                     done({});
                 });
}

} // namespace unchained::net
