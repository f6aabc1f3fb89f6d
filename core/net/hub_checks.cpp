// SPDX-License-Identifier: Apache-2.0
#include "net/hub_server.h"

#include "gpu/merkle.h"
#include "jobs/state_difference.h"
#include "net/retry.h"
#include "protocol/errors.h"

#include <algorithm>
#include <cmath>
#include <thread>

/// The hub's checks: fetch openings and data, each by itself, recompute in the worker, one after another, and say what
/// came out.
namespace unchained::net {

using namespace protocol;

namespace {
/// A step at which the worker dies so often is given up; after the first of them `scalar`, which needs no card and the
/// least memory, is tried. A colluding pair must not make one that occupies the hub for ever.
constexpr unsigned kDeathsMax = 5, kDeathsOfFastest = 2;
constexpr std::size_t kDataSetsKept = 2; ///< for the next check of the same job

bool isSame(const CheckEffect& a, const CheckEffect& b) {
    return a.contract == b.contract && a.step == b.step && a.engine == b.engine;
}

std::pair<Hash256, std::uint64_t> stepOf(const CheckEffect& effect) {
    return {effect.contract, effect.step};
}
} // namespace

void HubServer::queueCheck(const CheckEffect& effect) {
    std::erase_if(m_parked, [&](const CheckEffect& other) { return isSame(other, effect); });
    // Taken over from a hired checker while its opening, or the data, were still on their way.
    const bool known =
        std::any_of(m_checks.begin(), m_checks.end(), [&](const CheckJob& job) { return isSame(job.effect, effect); });
    if (!known || !m_state.saltFor(effect)) m_checks.push_back({++m_lastCheck, effect});
    m_look.start(0);
}

/// Whoever has all that it needs goes to the worker, or to who is hired; what the others lack is fetched meanwhile.
void HubServer::lookAtChecks() {
    if (m_stopping) return;
    noticeStandstill();
    PendingSteps pending;
    for (const CheckEffect& effect : m_state.pending())
        pending.insert(stepOf(effect));
    const std::uint64_t last = m_lastCheck; // what comes of this round is no part of `pending`
    sweepParked(pending);
    for (auto job = m_checks.begin(); job != m_checks.end();) {
        if (job->id == m_computing || job->id > last) {
            ++job;
        } else if (!pending.contains(stepOf(job->effect))) { // the state has decided: too late, or the contract is over
            job = endCheck(job);
        } else if (!isReady(*job)) {
            ++job;
        } else if (m_state.waitsForChecker(job->effect)) {
            park(job->effect);
            job = endCheck(job);
        } else {
            if (m_computing == 0 && !job->rests) runCheck(*job);
            ++job;
        }
    }
    const auto lacks = [this](const CheckJob& job) { return missingFor(job.effect).has_value(); };
    if (!m_look.isActive() && std::any_of(m_checks.begin(), m_checks.end(), lacks)) m_look.start(kWorkRetryMs);
}

std::optional<Hash256> HubServer::dataOf(const CheckEffect& effect) const {
    const std::vector<Hash256>& roots = m_state.offerOf(effect.contract)->dataRoots;
    return roots.empty() ? std::nullopt : std::optional(roots.front());
}

std::optional<Hash256> HubServer::missingFor(const CheckEffect& effect) const {
    if (!m_blobs.has(effect.before)) return effect.before;
    const auto data = dataOf(effect);
    return data && !m_blobs.has(*data) ? data : std::nullopt;
}

bool HubServer::isReady(CheckJob& job) {
    if (!job.openedAt && m_blobs.has(job.effect.before)) {
        job.openedAt = now();
        (void)process(HubOpeningCame{job.effect.contract, job.effect.step});
    }
    if (const auto data = dataOf(job.effect)) {
        std::erase(m_dataSets, *data);
        m_dataSets.push_front(*data);
    }
    const auto missing = missingFor(job.effect);
    if (!missing) return true;
    const auto patience = static_cast<TimeMs>(m_state.offerOf(job.effect.contract)->periods.opening);
    if (!job.openedAt || now() - *job.openedAt <= patience)
        fetch(job, *missing);
    else
        (void)process(HubCheckImpossible{job.effect.contract, job.effect.step, "the data could not be had"});
    return false;
}

/// Asks who opened a case about the step, then the provider, then the renter; for the data, which the renter must
/// serve, the other way round.
std::vector<PeerId> HubServer::holdersOf(const CheckEffect& effect, bool isData) const {
    std::vector<PeerId> peers = m_state.holders(effect);
    if (isData) std::reverse(peers.begin(), peers.end());
    return peers;
}

/// From each of them on all of its connections, because programs that run under one key, as a window and a dispute
/// beside it, hold different states.
void HubServer::fetch(const CheckJob& job, const Hash256& root) {
    const bool isData = root != job.effect.before;
    const PeerId debtor = holdersOf(job.effect, isData).front();
    m_fetches.want(job.id, root, debtor, [this, effect = job.effect, isData] {
        std::vector<Connection*> holders;
        for (const PeerId& peer : holdersOf(effect, isData))
            for (Connection* connection : connectionsTo(peer))
                holders.push_back(connection);
        return holders;
    });
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

void HubServer::runCheck(const CheckJob& job) {
    m_computing = job.id;
    const CheckEffect effect = job.effect;
    std::error_code unknown; // then it is small beside the rest
    const auto size = std::filesystem::file_size(m_blobs.pathOf(effect.before), unknown);
    const std::uint64_t opening = unknown ? 0 : size;
    const bool byScalar = effect.engine == "scalar" || job.deaths >= kDeathsOfFastest;
    const std::string named = effect.engine.empty() ? m_setup.engine : effect.engine;
    recompute(effect, byScalar ? "scalar" : named, [this, effect, opening, byScalar](const Result<Recomputed>& made) {
        if (!made) return onTrouble(effect, made.error());
        const HubCheckDone done{effect.contract,
                                effect.step,
                                made->root,
                                made->engine,
                                costOfCheck(made->cpuSeconds, opening),
                                saltedRoot(effect, made->root)};
        if (!byScalar) return tellCheck(effect, done);
        askEngines(
            [this, effect, done](std::vector<std::string> engines) { runOthers(effect, done, std::move(engines)); });
    });
}

/// The worker's trouble is nobody's lie. The check goes behind the others, and has its turn again.
void HubServer::onTrouble(const CheckEffect& effect, const Error& why) {
    emit log(QString::fromStdString("check: " + why.text()));
    const auto job =
        std::find_if(m_checks.begin(), m_checks.end(), [this](const CheckJob& j) { return j.id == m_computing; });
    const bool died = why.is(gpu::worker::WorkerError::Died);
    const bool noWorker = why.is(gpu::worker::WorkerError::CannotStart); // nothing passes unchecked for that
    if (!(died && ++job->deaths >= kDeathsMax) && (why.transient || noWorker)) {
        job->rests = true;
        // Longer each time: memory that somebody else takes is free again in a while.
        QTimer::singleShot((kWorkRetryMs << std::max(1U, job->deaths)) / 2, this, [this, id = job->id] {
            for (CheckJob& each : m_checks)
                if (each.id == id) each.rests = false;
            lookAtChecks();
        });
        m_checks.splice(m_checks.end(), m_checks, job);
        m_computing = 0;
        return m_look.start(0);
    }
    // Parameters that no engine takes, or a step that kills each worker: both parties agreed to them, and nothing can
    // be said of the step.
    (void)process(HubCheckImpossible{effect.contract, effect.step, why.text()});
    endComputed();
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
    const auto claimed = m_state.claimedInCase(effect);
    const bool salted = m_state.saltFor(effect).has_value();
    (void)process(done);
    if (claimed && done.computed) compareStates(effect, *claimed, *done.computed);
    if (salted && done.computed && !isWanted(*done.computed)) (void)m_blobs.remove(*done.computed);
    endComputed();
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
    if (!isWanted(computed)) (void)m_blobs.remove(computed); // it may open the next step, which somebody checks
}

std::list<HubServer::CheckJob>::iterator HubServer::endCheck(std::list<CheckJob>::iterator job) {
    m_fetches.forget(job->id);
    const Hash256 opening = job->effect.before;
    const auto next = m_checks.erase(job);
    if (!isWanted(opening)) (void)m_blobs.remove(opening);
    dropOldData();
    return next;
}

/// What the worker had.
void HubServer::endComputed() {
    const auto job =
        std::find_if(m_checks.begin(), m_checks.end(), [this](const CheckJob& j) { return j.id == m_computing; });
    m_computing = 0;
    endCheck(job);
    m_look.start(0);
}

/// Of the data sets that no check needs, the last few stay for the next ones of the same jobs.
void HubServer::dropOldData() {
    std::size_t idle = 0;
    std::erase_if(m_dataSets, [&](const Hash256& root) {
        if (isWanted(root) || ++idle <= kDataSetsKept) return false;
        (void)m_blobs.remove(root);
        return true;
    });
}

/// By the hub's own checks, and those of somebody hired: as opening or as data.
bool HubServer::isWanted(const Hash256& root) const {
    const auto wants = [&](const CheckEffect& effect) { return effect.before == root || dataOf(effect) == root; };
    return std::any_of(m_checks.begin(), m_checks.end(), [&](const CheckJob& job) { return wants(job.effect); }) ||
           std::any_of(m_parked.begin(), m_parked.end(), wants);
}

// ---- hired checkers

/// Somebody else computes it: opening and data lie here for them.
void HubServer::park(const CheckEffect& effect) {
    m_parked.push_back(effect);
    (void)process(HubCheckReady{effect.contract, effect.step});
}

/// What was decided without the hub's own worker leaves its opening behind.
void HubServer::sweepParked(const PendingSteps& pending) {
    std::vector<CheckEffect> over;
    std::erase_if(m_parked, [&](const CheckEffect& effect) {
        if (pending.contains(stepOf(effect))) return false;
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
