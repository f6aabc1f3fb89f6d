// SPDX-License-Identifier: Apache-2.0
#include "net/renter_job.h"

#include "base/cpu_time.h"
#include "gpu/noise.h"
#include "jobs/toml_fields.h"
#include "net/net_error.h"
#include "net/rental_result.h"
#include "net/retry.h"

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {
constexpr std::uint64_t kQuickSteps = 20;
constexpr int kUsageMs = 3'000;
constexpr std::int64_t kPauseSlackMs = 60'000; ///< left for the way to the hub, and for its clock
} // namespace

Bytes encodeOptions(const RentOptions& options) {
    RentOptions copy = options;
    return cbor::encode(contract::FieldWriter::toValue(copy));
}

Result<RentOptions> decodeOptions(ByteView bytes) {
    auto value = cbor::decode(bytes);
    if (!value) return value.error();
    const Array* array = value->asArray();
    cbor::Reader in(*value, "options", array ? array->size() : 0);
    RentOptions options;
    contract::FieldReader fields{in};
    options.fields(fields);
    if (auto ok = in.finish(); !ok) return ok.error();
    return options;
}

RenterJob::RenterJob(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs, HubAddress hub,
                     RentOptions options, std::int64_t jobId, jobs::PreparedJob job, Setup setup, QObject* parent)
    : QObject(parent), m_keys(keys), m_store(store), m_blobs(blobs), m_options(std::move(options)), m_jobId(jobId),
      m_job(std::move(job)), m_setup(std::move(setup)), m_link(std::move(hub), keys), m_account(m_link, store),
      m_server(blobs, [this](const PeerId& asker, const Hash256& root) { return mayRead(asker, root); }) {
    connect(&m_link, &HubLink::up, this, &RenterJob::begin);
    connect(&m_link, &HubLink::down, this, [this](const Error& why) {
        emit log(QString::fromStdString("hub: " + why.text()));
        if (why.is(NetError::WrongPeer)) fail(why);
    });
    connect(&m_link, &HubLink::note, this, [this](const Value& note) {
        cbor::Reader in(note, "note", 4);
        const std::string name = in.text();
        const auto id = in.fixed<Hash256>();
        const std::uint64_t number = in.u64();
        const Value& body = in.any();
        if (in.finish() && name == "notice" && current() && current()->host->contract() == id)
            current()->host->onNotice(number, body);
    });
    m_link.setCallHandler([this](const Value& body, const Connection::Answer& answer) {
        if (BlobServer::isRequest(body)) return answer(m_server.answer(m_link.hub(), body));
        answer(makeError(NetError::CallUnknown, "call", "a renter answers the hub only with data"));
    });
    m_unpause.setSingleShot(true);
    connect(&m_unpause, &QTimer::timeout, this, &RenterJob::unpause);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RenterJob::decide);
    m_usageSoon.setSingleShot(true); // after each answer, so that slow ones do not queue
    connect(&m_usageSoon, &QTimer::timeout, this, &RenterJob::watchUsage);
    m_recheckOver.setSingleShot(true);
    connect(&m_recheckOver, &QTimer::timeout, this, &RenterJob::believeNothing);
}

RenterJob::~RenterJob() = default;

void RenterJob::start() {
    const auto row = m_store.job(m_jobId);
    if (row && *row && (*row)->cancelled) m_cancelled = true;
    auto shape = jobs::shapeOf(m_job.program, m_job.parameters);
    if (!shape) return fail(shape.error());
    m_shape = std::move(*shape);
    if (!m_options.from.empty())
        if (auto ok = beginFrom(m_options.from); !ok) return fail(ok.error());
    if (m_options.quick) {
        m_job.steps = std::min<std::uint64_t>(m_job.steps, kQuickSteps);
        m_job.spec.contract.odds = 1;
    }
    if (dataRoot())
        if (auto data = m_blobs.write(m_job.data); !data) return fail(data.error());
    m_worker.start({m_setup.worker, m_blobs.directory(), m_setup.engine, m_setup.threads});
    connect(&m_worker, &jobs::WorkerProcess::printed, this, &RenterJob::log);
    makeInitialState();
    m_link.start();
}

void RenterJob::stop(std::function<void()> done) {
    m_stopping = true;
    m_retry.stop();
    m_usageSoon.stop();
    m_recheckOver.stop();
    m_worker.stop(std::move(done));
}

void RenterJob::fail(const Error& why) {
    if (m_error || m_stopping) return;
    m_error = why;
    // With a contract the owner writes the result first, then marks the job.
    if (m_runs.empty()) (void)m_store.setJobState(m_jobId, storage::JobState::Failed);
    QTimer::singleShot(0, this, &RenterJob::finished);
}

void RenterJob::cancel() {
    if (auto ok = m_store.cancelJob(m_jobId); !ok) {
        QTimer::singleShot(0, this, [this, why = ok.error()] { emit broken(why); });
        return;
    }
    m_cancelled = true;
    unpause();
    ContractRun* run = current();
    if (run && !run->session->done()) run->host->feed(Array{"cancel"});
    if (!run && m_begun && !m_meeting) decide();
}

void RenterJob::pause() {
    ContractRun* run = current();
    if (m_paused || m_stopping || !run || run->session->done()) return;
    m_paused = true;
    run->host->feed(Array{"pause", m_link.hubNow() + contract::kPauseMaxMs - kPauseSlackMs});
    if (m_peer) m_peer->close();
    m_unpause.start(static_cast<int>(contract::kPauseMaxMs - kPauseSlackMs));
    emit changed();
}

void RenterJob::unpause() {
    if (!std::exchange(m_paused, false)) return;
    m_unpause.stop();
    reconnect();
    emit changed();
}

// ---- before the first contract

/// Goes on where an earlier result stands, of this job or of one with the same network.
Result<void> RenterJob::beginFrom(const std::filesystem::path& earlier) {
    if (isParallel())
        return makeError(jobs::JobError::Inconsistent, "--from", "goes on from a state, and this job has tiles",
                         "use `resume` for a job that was stopped, or rent it anew");
    auto point = readResumePoint(earlier);
    if (!point) return point.error();
    const auto blobs = storage::BlobStore::open(earlier / "blobs");
    if (!blobs) return blobs.error();
    auto state = blobs->read(point->root);
    if (!state) return state.error();
    const std::uint64_t done = point->iteration / m_job.iterationsPerStep;
    if (state->size() != m_shape.stateBytes || done >= m_job.steps)
        return makeError(jobs::JobError::Inconsistent, "--from",
                         done >= m_job.steps ? "the job is complete there" : "is of another network",
                         "name a result of this job that stopped before its end");
    if (auto written = m_blobs.write(*state); !written) return written.error();
    m_earlierRoot = point->root;
    m_initialIteration = done * m_job.iterationsPerStep;
    m_job.steps -= done;
    return {};
}

void RenterJob::makeInitialState() {
    gpu::worker::Job load{
        m_job.program, m_job.parameters, {std::max(gpu::kNoiseAmplitudeMin, m_job.spec.noise), {}}, std::nullopt};
    if (m_job.initialState)
        if (auto written = m_blobs.write(*m_job.initialState); !written) return fail(written.error());
    m_worker.load(load, [this](const Result<gpu::worker::Loaded>& loaded) {
        if (!loaded) fail(loaded.error());
    });
    m_worker.init([this](const Result<gpu::worker::Initial>& initial) {
        if (m_stopping) return;
        if (!initial) return fail(initial.error());
        gpu::NoiseTerms noise = initial->proposedNoise;
        if (m_job.spec.noise == 0) noise.scales.clear(); // the job wants its answers exact
        if (m_job.spec.noise != 0) noise.amplitude = m_job.spec.noise;
        onInitial(m_earlierRoot.value_or(initial->root), noise);
    });
}

void RenterJob::onInitial(const Hash256& root, const gpu::NoiseTerms& noise) {
    m_noise = noise;
    m_initialRoot = root;
    m_ready = true;
    begin();
}

void RenterJob::begin() {
    if (!m_ready || !m_link.isUp() || m_error) return;
    if (m_begun) {
        if (!m_meeting) reconnect();
        return;
    }
    m_begun = true;
    if (auto ok = loadRuns(); !ok) return emit broken(ok.error());
    adopt();
}

Result<void> RenterJob::loadRuns() {
    auto rows = m_store.sessions(false);
    if (!rows) return rows.error();
    for (const auto& row : *rows) {
        if (row.role != storage::Role::Renter || row.job != m_jobId) continue;
        auto stored = decodeContract(row.parameters);
        if (!stored) return stored.error();
        if (auto ok = addRun(std::move(*stored), false); !ok) return ok;
    }
    return {};
}

/// An admission whose answer was lost: the hub knows the contract, we do not.
void RenterJob::adopt() {
    const Hash256 nonce = taggedHash("job-nonce", {m_options.secret, std::uint64_t{m_runs.size()}});
    m_link.call(Array{"contracts", nonce}, [this, nonce](const Result<Value>& answer) {
        if (m_stopping) return;
        const Array* list = answer ? answer->asArray() : nullptr;
        if (!list) {
            m_begun = false;
            m_runs.clear();
            return QTimer::singleShot(kRetryMs, this, &RenterJob::begin), void();
        }
        for (const Value& item : *list) {
            cbor::Reader in(item, "contract", 4);
            (void)in.fixed<Hash256>();
            StoredContract stored;
            contract::FieldReader fields{in};
            fields(stored.offer, stored.acceptance, stored.admission);
            auto parameters = in.finish() ? parametersOf(stored, m_link.hub()) : makeError(NetError::BadFrame, "", "");
            if (!parameters || parameters->offer.nonce != nonce || parameters->renter != m_keys.peer()) continue;
            stored.startedAt = m_link.hubNow();
            if (auto ok = addRun(std::move(stored), true); !ok) return emit broken(ok.error());
            break;
        }
        decide();
    });
}

Result<void> RenterJob::addRun(StoredContract stored, bool isNew) {
    auto parameters = parametersOf(stored, m_link.hub());
    if (!parameters) return parameters.error();
    const contract::ContractId id = parameters->contract;
    if (isNew) {
        storage::SessionRow row;
        row.contract = id;
        row.role = storage::Role::Renter;
        row.parameters = encodeContract(stored);
        row.created = stored.startedAt;
        row.directory = m_options.out;
        row.job = m_jobId;
        if (auto ok = m_store.addSession(row); !ok) return ok;
    }
    const Amount escrow = parameters->admission.escrow;
    Amount topUpMax;
    if (m_options.maxSpend) topUpMax = std::max(Amount{}, *m_options.maxSpend - spent() - escrow);
    if (!m_options.maxSpend) topUpMax = escrow; // at most as much again
    auto session = std::make_unique<RenterSession>(m_keys, std::move(*parameters), RenterSession::Limits{topUpMax});
    auto run = std::make_unique<ContractRun>();
    run->stored = std::move(stored);
    run->session = session.get();
    m_tried.insert(session->parameters().offer.provider);
    SessionHost::Hooks hooks;
    hooks.fetch = [this](const FetchState& wanted) { fetch(wanted); };
    hooks.broken = [this](const Error& why) { emit broken(why); };
    hooks.changed = [this, raw = session.get()] {
        const std::uint64_t before = m_job.steps - raw->parameters().offer.steps;
        emit progress(before + raw->stepsReceipted(), m_job.steps);
        emit changed();
    };
    run->host = std::make_unique<SessionHost>(std::move(session), m_store, m_link, std::move(hooks), this);
    if (auto ok = run->host->restore(); !ok) return ok;
    if (run->session->done()) (void)m_store.markDone(id, run->session->outcome());
    connect(run->host.get(), &SessionHost::finished, this, &RenterJob::onFinished);
    m_runs.push_back(std::move(run));
    return {};
}

// ---- the way from contract to contract

bool RenterJob::complete() const {
    const ContractRun* run = current();
    return run && run->session->done() && run->session->outcome() == "complete";
}

Hash256 RenterJob::finalState() const {
    return current() ? current()->session->lastGoodState() : m_initialRoot;
}

/// A hub that started anew between our reckoning and its admission may have locked more than we allow.
bool RenterJob::mayGoOn(const ContractRun& run) {
    auto ok = withinLimit(run.session->parameters().admission.escrow);
    if (ok) return true;
    emit log(QString::fromStdString(ok.error().text()));
    m_lastRefusal = ok.error();
    return false;
}

void RenterJob::decide() {
    if (m_stopping || m_error) return;
    ContractRun* run = current();
    if (!run && m_cancelled) return emit finished();
    if (!run) return chooseHost();
    if (!run->session->done()) {
        m_cpuAtAdmission = processCpuSeconds();
        (void)m_store.setJobState(m_jobId, storage::JobState::Running);
        run->host->run();
        if (m_cancelled || !mayGoOn(*run)) run->host->feed(Array{"cancel"});
        if (m_setup.curve) m_usageSoon.start(kUsageMs);
        return reconnect();
    }
    if (complete()) return evaluate();
    const std::string& outcome = run->session->outcome();
    if (contract::isInDoubt(outcome) && m_rechecked != run) return recheck();
    const bool elsewhere = !m_options.noRetry && !m_cancelled && outcome != "failed-step" && outcome != "renter-fault";
    if (elsewhere) return chooseHost();
    emit finished();
}

void RenterJob::onFinished(const QString& outcome) {
    ContractRun* run = current();
    if (!run || m_stopping) return;
    m_fetching.clear();
    m_onTheirWay.clear();
    emit log("contract ended: " + outcome);
    gatherUsage([this] {
        if (m_peer) m_peer->close();
        m_peer = nullptr;
        decide();
    });
}

/// While a contract runs; its end gathers once more.
void RenterJob::watchUsage() {
    const ContractRun* run = current();
    if (m_stopping || !run || run->session->done()) return;
    if (!m_link.isUp() || !m_peer || !m_peer->isReady()) return m_usageSoon.start(kUsageMs);
    gatherUsage([this] {
        emit changed();
        if (!m_stopping) m_usageSoon.start(kUsageMs);
    });
}

void RenterJob::gatherUsage(std::function<void()> done) {
    ContractRun* run = current();
    run->usage.renter = static_cast<std::uint64_t>((processCpuSeconds() - m_cpuAtAdmission) * 1e9);
    const auto id = run->host->contract();
    auto left = std::make_shared<int>(3);
    const auto one = [left, done = std::move(done)] {
        if (--*left == 0) done();
    };
    m_account.update(one);
    m_link.call(
        Array{"usage", id},
        [run, one](const Result<Value>& answer) {
            const Array* f = answer ? answer->asArray() : nullptr;
            if (f && f->size() == 2 && (*f)[0].asUnsigned() && (*f)[1].asUnsigned()) {
                run->usage.checks = *(*f)[0].asUnsigned();
                run->usage.hubNode = *(*f)[1].asUnsigned();
            }
            one();
        },
        std::chrono::seconds(5));
    if (!m_peer || !m_peer->isReady()) return one();
    m_peer->call(Array{"usage", id}, std::chrono::seconds(5), [run, one](const Result<Value>& answer) {
        const Array* rows = answer ? answer->asArray() : nullptr;
        for (const Value& row : rows ? *rows : Array{}) {
            const Array* f = row.asArray();
            const std::string* name = f && f->size() == 2 ? (*f)[0].asText() : nullptr;
            const std::uint64_t* ns = name ? (*f)[1].asUnsigned() : nullptr;
            if (!ns) continue;
            Usage& u = run->usage;
            const std::pair<const char*, std::uint64_t*> places[] = {{"worker", &u.worker},
                                                                     {"node", &u.hostNode},
                                                                     {"bare", &u.bare},
                                                                     {"paired", &u.paired},
                                                                     {"plain", &u.plain}};
            for (const auto& [phase, place] : places)
                if (*name == phase) *place = *ns;
        }
        one();
    });
}

/// Nothing where the parameters say all.
std::optional<Hash256> RenterJob::dataRoot() const {
    return m_job.data.empty() ? std::nullopt : std::optional(m_job.dataRoot);
}

void RenterJob::loadData() {
    if (std::exchange(m_dataLoaded, true)) return;
    const auto& offer = current()->session->parameters().offer;
    m_worker.load({m_job.program, m_job.parameters, {offer.noiseAmplitude, offer.noiseScales}, dataRoot()},
                  [this](const Result<gpu::worker::Loaded>& loaded) {
                      if (!loaded) emit log(QString::fromStdString("worker: " + loaded.error().text()));
                  });
}

void RenterJob::plotState(std::uint64_t step, const Hash256& root) {
    loadData();
    m_worker.evaluate(root, [this, step](const Result<gpu::Evaluation>& e) {
        if (m_stopping || !e || e->samples == 0) return;
        emit evaluated(step, static_cast<double>(e->loss),
                       static_cast<double>(e->correct) / static_cast<double>(e->samples));
    });
}

void RenterJob::evaluate() {
    if (isParallel()) return emit finished(); // its tiles are the result
    const Hash256 root = finalState();
    loadData();
    m_worker.evaluate(root, [this](const Result<gpu::Evaluation>& evaluation) {
        if (m_stopping) return;
        if (evaluation) {
            m_evaluation = *evaluation;
        } else {
            emit log(QString::fromStdString("evaluation: " + evaluation.error().text()));
        }
        emit finished(); // the owner writes the result, then marks the job
    });
}

} // namespace unchained::net
