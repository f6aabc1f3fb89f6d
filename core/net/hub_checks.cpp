// SPDX-License-Identifier: Apache-2.0
#include "net/hub_server.h"

#include "gpu/merkle.h"
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
    const auto same = [&](const CheckEffect& other) {
        return other.contract == effect.contract && other.step == effect.step && other.engine == effect.engine;
    };
    std::erase_if(m_parked, same);
    // Taken over from a hired checker while its opening, or the data, were still on their way.
    if (m_state.saltFor(effect) &&
        std::any_of(m_checks.begin(), m_checks.end(), [&](const CheckJob& job) { return same(job.effect); }))
        return;
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
    if (job.wanted.empty()) return m_state.waitsForChecker(job.effect) ? parkCheck() : runCheck();
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
    const CheckEffect effect = m_checks.front().effect;
    std::error_code unknown; // then it is small beside the rest
    const auto size = std::filesystem::file_size(m_blobs.pathOf(effect.before), unknown);
    const std::uint64_t opening = unknown ? 0 : size;
    m_checkBusy = true;
    recompute(effect, effect.engine.empty() ? m_setup.engine : effect.engine,
              [this, effect, opening](const Result<Recomputed>& made) {
                  if (!made) { // the worker's trouble is nobody's lie
                      m_checkBusy = false;
                      emit log(QString::fromStdString("check: " + made.error().text()));
                      const bool noWorker =
                          made.error().is(gpu::worker::WorkerError::CannotStart); // nothing passes unchecked for that
                      if (made.error().transient || noWorker) return m_retry.start(kWorkRetryMs);
                      // Parameters that no engine takes: both parties agreed to them, and nothing can be said of the
                      // step.
                      (void)process(HubCheckImpossible{effect.contract, effect.step, made.error().text()});
                      return endCheck();
                  }
                  HubCheckDone done{effect.contract,
                                    effect.step,
                                    made->root,
                                    made->engine,
                                    costOfCheck(made->cpuSeconds, opening),
                                    saltedRoot(effect, made->root)};
                  if (effect.engine != "scalar") return tellCheck(effect, done);
                  askEngines([this, effect, done](std::vector<std::string> engines) {
                      runOthers(effect, done, std::move(engines));
                  });
              });
}

/// The step of the check at hand, by the engine of this name; empty: the fastest.
void HubServer::recompute(const CheckEffect& effect, const std::string& engine,
                          std::function<void(const Result<Recomputed>&)> then) {
    const contract::Offer& offer = *m_state.offerOf(effect.contract);
    jobs::WorkerProcess& worker = workerFor(engine);
    const double before = worker.cpuSeconds();
    auto made = std::make_shared<Recomputed>();
    worker.load({offer.program,
                 offer.parameters,
                 {offer.noiseAmplitude, offer.noiseScales},
                 offer.dataRoots.empty() ? std::nullopt : std::optional(offer.dataRoots.front())},
                [made](const Result<gpu::worker::Loaded>& loaded) {
                    if (loaded) made->engine = loaded->engine;
                });
    jobs::RunOrder order{
        effect.before, offer.startIteration, offer.iterationsPerStep, {{effect.step, effect.stepSeed}}, false, false};
    // To be held against the host's, or what a checker said.
    order.keep = (engine == effect.engine || effect.engine.empty()) &&
                 (m_state.claimedInCase(effect) || m_state.saltFor(effect));
    worker.run(
        order, [made](const gpu::worker::StepDone& step) { made->root = step.root; },
        [this, made, engine, effect, before, &worker, then](const Result<jobs::RunOutcome>& done) {
            made->cpuSeconds = worker.cpuSeconds() - before;
            m_checkNs[effect.contract] += static_cast<std::uint64_t>(made->cpuSeconds * 1e9);
            if (m_stopping) return;
            if (!done) return then(done.error());
            if (!engine.empty()) made->engine = engine; // what was asked for by name is named so in the verdict
            // The worker died while it loaded, and what it loaded again by itself has told us no engine.
            if (made->engine.empty())
                return then(makeError(gpu::worker::WorkerError::Died, "check", "the worker died", "", true));
            then(*made);
        });
}

/// The engines that this machine can use beside `scalar`.
void HubServer::askEngines(std::function<void(std::vector<std::string>)> then) {
    if (m_engines) return then(*m_engines);
    workerFor("scalar").devices([this, then](const Result<std::vector<gpu::worker::Device>>& devices) {
        if (m_stopping) return;
        std::vector<std::string> names;
        if (devices)
            for (const gpu::worker::Device& device : *devices)
                if (device.rate > 0 && device.engine != "scalar") names.push_back(device.engine);
        if (devices) m_engines = names;
        then(std::move(names));
    });
}

/// Has each of the engines compute the step, too: is the host's root a lie, or what its build computes?
void HubServer::runOthers(const CheckEffect& effect, HubCheckDone done, std::vector<std::string> engines) {
    if (engines.empty()) return tellCheck(effect, done);
    const std::string engine = engines.back();
    engines.pop_back();
    recompute(effect, engine, [this, effect, done, engines](const Result<Recomputed>& made) mutable {
        if (made) done.others.push_back({made->engine, made->root});
        runOthers(effect, std::move(done), std::move(engines));
    });
}

void HubServer::tellCheck(const CheckEffect& effect, const HubCheckDone& done) {
    m_checkBusy = false;
    const auto claimed = m_state.claimedInCase(effect);
    const bool salted = m_state.saltFor(effect).has_value();
    (void)process(done);
    if (claimed && done.computed) compareStates(effect, *claimed, *done.computed);
    if (salted && done.computed && !isWanted(*done.computed)) (void)m_blobs.remove(*done.computed);
    endCheck();
    armTimer();
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
    if (!isWanted(effect.before)) (void)m_blobs.remove(effect.before);
    QTimer::singleShot(0, this, &HubServer::nextCheck);
}

bool HubServer::isWanted(const Hash256& opening) const {
    return std::any_of(m_checks.begin(), m_checks.end(),
                       [&](const CheckJob& job) { return job.effect.before == opening; }) ||
           std::any_of(m_parked.begin(), m_parked.end(), [&](const CheckEffect& e) { return e.before == opening; });
}

// ---- hired checkers

/// Somebody else computes it: opening and data lie here for them, and the next check has its turn.
void HubServer::parkCheck() {
    const CheckEffect effect = m_checks.front().effect;
    m_parked.push_back(effect);
    (void)process(HubCheckReady{effect.contract, effect.step});
    endCheck();
}

/// What was decided without the hub's own worker leaves its opening behind.
void HubServer::sweepParked() {
    std::vector<CheckEffect> over;
    std::erase_if(m_parked, [&](const CheckEffect& effect) {
        if (stillPending(effect)) return false;
        over.push_back(effect);
        return true;
    });
    for (const CheckEffect& effect : over)
        if (!isWanted(effect.before)) (void)m_blobs.remove(effect.before);
}

/// Of what the hub computed itself. A step that came to no number has a salted root of the state machine's own.
std::optional<Hash256> HubServer::saltedRoot(const CheckEffect& effect, const std::optional<Hash256>& computed) {
    const auto salt = m_state.saltFor(effect);
    if (!salt) return std::nullopt;
    if (!computed) return Hash256{};
    const auto state = m_blobs.read(*computed);
    if (!state) emit log(QString::fromStdString("salted root: " + state.error().text()));
    return state ? std::optional(merkle::saltedRoot(*salt, *state)) : std::nullopt;
}

} // namespace unchained::net
