// SPDX-License-Identifier: Apache-2.0
#include "net/hub_server.h"

#include "jobs/state_difference.h"
#include "net/net_error.h"
#include "net/retry.h"
#include "protocol/errors.h"

#include <algorithm>
#include <cmath>
#include <thread>

/// The hub's checks, one after another: fetch the opening and the data, recompute in the worker, say what came out.
namespace unchained::net {

using namespace protocol;

void HubServer::queueCheck(const CheckEffect& effect) {
    m_checks.push_back({effect, {}, false, now()});
    if (!m_checking) QTimer::singleShot(0, this, &HubServer::nextCheck);
}

bool HubServer::stillPending(const CheckEffect& effect) const {
    const auto pending = m_state.pending();
    return std::any_of(pending.begin(), pending.end(),
                       [&](const CheckEffect& p) { return p.contract == effect.contract && p.step == effect.step; });
}

void HubServer::nextCheck() {
    if (m_checking || m_checks.empty() || m_stopping) return;
    m_checking = true;
    fetchMissing();
}

void HubServer::fetchMissing() {
    if (m_checks.empty() || m_stopping || m_checkBusy) return; // a peer that comes or a timer may ask in the middle
    CheckJob& job = m_checks.front();
    if (!stillPending(job.effect)) return endCheck(); // the state has decided: too late, or the contract is over
    const contract::Offer& offer = *m_state.offerOf(job.effect.contract);
    if (m_blobs.has(job.effect.before) && !job.opened) {
        job.opened = true;
        job.since = now();
        (void)process(HubOpeningCame{job.effect.contract, job.effect.step});
    }
    job.wanted.clear();
    if (!job.opened) job.wanted.push_back(job.effect.before);
    for (const Hash256& root : offer.dataRoots)
        if (!m_blobs.has(root)) job.wanted.push_back(root);
    if (job.wanted.empty()) return runCheck();
    if (job.opened && now() - job.since > static_cast<TimeMs>(offer.periods.opening)) {
        (void)process(HubCheckImpossible{job.effect.contract, job.effect.step, "the data could not be had"});
        return endCheck();
    }
    fetchFrom(0, job.wanted.front());
}

/// Asks who opened a case about the step, then the provider, then the renter; each on all of its connections, because
/// programs that run under one key, as a window and a dispute beside it, hold different states.
void HubServer::fetchFrom(std::size_t asked, const Hash256& root) {
    if (m_checks.empty()) return;
    const CheckJob& job = m_checks.front();
    std::vector<Connection*> holders;
    for (const PeerId& peer : m_state.holders(job.effect))
        for (Connection* connection : connectionsTo(peer))
            holders.push_back(connection);
    if (asked >= holders.size()) {
        m_retry.start(kWorkRetryMs);
        return;
    }
    Connection* connection = holders[asked];
    m_checkBusy = true;
    const auto ended = [this, asked, root, over = std::make_shared<bool>(false)](const Result<void>& done) {
        if (std::exchange(*over, true)) return;
        m_checkBusy = false;
        if (m_stopping) return;
        if (done) return fetchMissing();
        emit log(QString::fromStdString("opening " + shortHex(root) + ": " + done.error().text()));
        fetchFrom(asked + 1, root);
    };
    auto* fetch = BlobFetch::start(connection, root, kBlobBytesMax, m_blobs, {}, ended);
    // It goes with its connection, which may be gone before it has begun.
    connect(fetch, &QObject::destroyed, this,
            [ended] { ended(makeError(NetError::Closed, "opening", "the connection is gone", "", true)); });
}

jobs::WorkerProcess& HubServer::workerFor(const std::string& engine) {
    auto& worker = m_workers[engine];
    if (!worker) {
        worker = std::make_unique<jobs::WorkerProcess>();
        connect(worker.get(), &jobs::WorkerProcess::printed, this, &HubServer::log);
        worker->start({m_setup.worker, m_blobs.directory(), engine, m_setup.threads});
    }
    return *worker;
}

/// In money: the machine's hour by the share of it that the worker took, and the way of the opening.
Amount HubServer::costOfCheck(double cpuSeconds, std::uint64_t openingBytes) const {
    const unsigned threads = m_setup.threads > 0 ? m_setup.threads : std::max(1u, std::thread::hardware_concurrency());
    const double machine = static_cast<double>(m_setup.machinePerHour.micro()) * cpuSeconds / (3600.0 * threads);
    const double way =
        static_cast<double>(m_setup.transferPerGigabyte.micro()) * static_cast<double>(openingBytes) / 1e9;
    return Amount::micros(std::max<std::int64_t>(1, std::llround(std::min(machine + way, 1e15))));
}

void HubServer::runCheck() {
    const CheckJob& job = m_checks.front();
    const CheckEffect effect = job.effect;
    const contract::Offer& offer = *m_state.offerOf(effect.contract);
    const std::string engine = effect.engine.empty() ? m_setup.engine : effect.engine;
    jobs::WorkerProcess& worker = workerFor(engine);
    gpu::worker::Job load{offer.program,
                          offer.parameters,
                          {offer.noiseAmplitude, offer.noiseScales},
                          offer.dataRoots.empty() ? std::nullopt : std::optional(offer.dataRoots.front())};
    std::error_code unknown; // then it is small beside the rest
    const std::uint64_t opening = std::filesystem::file_size(m_blobs.pathOf(effect.before), unknown);
    const double before = worker.cpuSeconds();
    m_checkBusy = true;
    auto loadedEngine = std::make_shared<std::string>();
    worker.load(load, [loadedEngine](const Result<gpu::worker::Loaded>& loaded) {
        if (loaded) *loadedEngine = loaded->engine;
    });
    jobs::RunOrder order{
        effect.before, offer.startIteration, offer.iterationsPerStep, {{effect.step, effect.stepSeed}}, false, false};
    const auto claimed = m_state.claimedInCase(effect);
    order.keep = claimed.has_value(); // to be held against the host's
    auto root = std::make_shared<std::optional<Hash256>>();
    worker.run(
        order, [root](const gpu::worker::StepDone& step) { *root = step.root; },
        [this, effect, claimed, root, loadedEngine, before, opening = unknown ? 0 : opening,
         &worker](const Result<jobs::RunOutcome>& done) {
            const double spent = worker.cpuSeconds() - before;
            m_checkNs[effect.contract] += static_cast<std::uint64_t>(spent * 1e9);
            m_checkBusy = false;
            if (m_stopping) return;
            if (!done) { // the worker's trouble is nobody's lie
                emit log(QString::fromStdString("check: " + done.error().text()));
                const bool noWorker =
                    done.error().is(gpu::worker::WorkerError::CannotStart); // nothing passes unchecked for that
                if (done.error().transient || noWorker) return m_retry.start(kWorkRetryMs);
                // Parameters that no engine takes: both parties agreed to them, and nothing can be said of the step.
                (void)process(HubCheckImpossible{effect.contract, effect.step, done.error().text()});
                return endCheck();
            }
            // The worker died while it loaded, and what it loaded again by itself has told us no engine.
            if (effect.engine.empty() && loadedEngine->empty()) return m_retry.start(kWorkRetryMs);
            // An engine that was asked for by name must be named so in the verdict.
            (void)process(HubCheckDone{effect.contract, effect.step, *root,
                                       effect.engine.empty() ? *loadedEngine : effect.engine,
                                       costOfCheck(spent, opening)});
            if (claimed && *root) compareStates(effect, *claimed, **root);
            endCheck();
            armTimer();
        });
}

/// Which tensor of a disputed state differs first, where the host's state is at hand: one that repeats the state before
/// is, and others may be.
void HubServer::compareStates(const CheckEffect& effect, const Hash256& claimed, const Hash256& computed) {
    const contract::Offer& offer = *m_state.offerOf(effect.contract);
    const auto theirs = m_blobs.read(claimed), ours = m_blobs.read(computed);
    if (const auto difference = theirs && ours && claimed != computed
                                    ? jobs::firstDifference(offer.program, offer.parameters, *theirs, *ours)
                                    : std::nullopt)
        (void)process(HubCaseCompared{effect.contract, effect.step, difference->tensor, difference->differing,
                                      difference->values});
    if (computed != effect.before) (void)m_blobs.remove(computed);
}

void HubServer::endCheck() {
    const CheckEffect effect = m_checks.front().effect;
    m_checks.pop_front();
    m_checking = false;
    const bool again = std::any_of(m_checks.begin(), m_checks.end(),
                                   [&](const CheckJob& job) { return job.effect.before == effect.before; });
    if (!again) (void)m_blobs.remove(effect.before);
    QTimer::singleShot(0, this, &HubServer::nextCheck);
}

} // namespace unchained::net
