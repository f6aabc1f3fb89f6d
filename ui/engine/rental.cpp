// SPDX-License-Identifier: Apache-2.0
#include "engine/rental.h"

#include "engine/curve_file.h"
#include "engine/market_link.h"
#include "jobs/job_file.h"
#include "net/rental_result.h"
#include "protocol/signed.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace unchained::ui {

using protocol::RenterSession;

namespace {

constexpr std::size_t kEventsMax = 200;

Result<std::unique_ptr<RenterSession>> renterSessionOf(const storage::SessionRow& row, const identity::Keys& keys) {
    auto stored = net::decodeContract(row.parameters);
    if (!stored) return stored.error();
    const auto offer = protocol::openSigned<contract::Offer>(stored->offer);
    if (!offer) return offer.error();
    auto parameters = net::parametersOf(*stored, offer->value.hub);
    if (!parameters) return parameters.error();
    return std::make_unique<RenterSession>(keys, std::move(*parameters), RenterSession::Limits{});
}

/// One contract with what was noted of it.
struct Noted {
    const RenterSession* session;
    const Diary* diary;
};

/// Sums over the contracts; the windows are those of the newest.
void fillContracts(JobFacts& facts, const std::vector<Noted>& contracts, const HostNames& names) {
    Amount escrowed, paid, expected;
    const contract::Offer* before = nullptr;
    for (const auto& [session, diary] : contracts) {
        const contract::Offer& offer = session->parameters().offer;
        if (before) facts.firstWindow = firstWindowAfter(facts.firstWindow, *before, offer);
        before = &offer;
        ContractFacts& each = facts.contracts.emplace_back(contractFacts(*session, *diary));
        const HostFacts host = names(each.provider);
        each.host = host.name;
        each.device = host.device;
        each.place = host.place;
        each.posterior = host.posterior;
        escrowed += session->escrowed();
        paid += session->paid();
        expected += expectedPay(*session);
        facts.won += session->winsListed();
        facts.claimed += session->claimStates().size();
        facts.paidTickets += session->claimsPaid();
        facts.claimsChecked += session->figures().claimsChecked;
        facts.failed += session->figures().failed;
        facts.wonExpected += static_cast<double>(session->stepsReceipted()) / offer.odds;
    }
    facts.escrowed = escrowed;
    facts.paid = paid;
    facts.expectedByNow = expected;
    if (!contracts.empty()) fillContract(facts, *contracts.back().session);
}

void readReport(JobFacts& facts) {
    QFile file(facts.directory + QStringLiteral("/report.json"));
    if (!file.open(QIODevice::ReadOnly)) return;
    const QJsonObject report = QJsonDocument::fromJson(file.readAll()).object();
    if (report.isEmpty()) return;
    facts.hasResult = true;
    facts.result = report.value(QStringLiteral("result")).toString(QStringLiteral("model.safetensors"));
    facts.stepsDone = static_cast<std::uint64_t>(report.value(QStringLiteral("steps")).toInteger());
    if (const auto v = report.value(QStringLiteral("testAccuracy")); v.isDouble()) facts.accuracy = v.toDouble();
    if (const auto v = report.value(QStringLiteral("testLoss")); v.isDouble()) facts.loss = v.toDouble();
    const QJsonObject checks = report.value(QStringLiteral("verification")).toObject();
    if (const auto v = checks.value(QStringLiteral("overheadRatio")); v.isDouble()) facts.overhead = v.toDouble();
}

std::vector<EventFacts> newestFirst(const std::vector<EventFacts>& events) {
    std::vector<EventFacts> out(events.rbegin(), events.rend());
    if (out.size() > kEventsMax) out.resize(kEventsMax);
    return out;
}

} // namespace

Result<std::unique_ptr<RenterSession>> foldSession(const storage::PeerStore& store, const storage::SessionRow& row,
                                                   const identity::Keys& keys,
                                                   const std::function<void(const RenterSession&, TimeMs)>& after) {
    auto session = renterSessionOf(row, keys);
    if (!session) return session.error();
    if (after) after(**session, row.created);
    auto ok = store.forEach(row.contract, [&](std::uint64_t, TimeMs time, ByteView bytes) -> Result<void> {
        auto event = cbor::decode(bytes);
        if (!event) return event.error();
        if (auto effects = (*session)->handle(*event, time); !effects) return effects.error();
        if (after) after(**session, time);
        return {};
    });
    if (!ok) return ok.error();
    return session;
}

Result<JobHistory> foldJob(const storage::PeerStore& store, std::int64_t job, const identity::Keys& keys,
                           const HostNames& names) {
    auto rows = store.sessions(false);
    if (!rows) return rows.error();
    JobHistory out;
    std::uint64_t firstWindow = 1;
    const contract::Offer* before = nullptr;
    for (const auto& row : *rows) {
        if (row.role != storage::Role::Renter || row.job != job) continue;
        JobHistory::Contract folded;
        QString host;
        auto session = foldSession(store, row, keys, [&](const RenterSession& at, TimeMs time) {
            const contract::Offer& offer = at.parameters().offer;
            if (host.isEmpty()) host = names(bytesOf(offer.provider)).name;
            const std::uint64_t window = before ? firstWindowAfter(firstWindow, *before, offer) : 1;
            for (EventFacts& event : folded.diary.observe(at, host, time, window))
                out.events.push_back(std::move(event));
        });
        if (!session) return session.error();
        folded.session = std::move(*session);
        const contract::Offer& offer = folded.session->parameters().offer;
        if (before) firstWindow = firstWindowAfter(firstWindow, *before, offer);
        before = &offer;
        out.contracts.push_back(std::move(folded));
    }
    return out;
}

JobFacts pastJob(const storage::PeerStore& store, const storage::JobRow& row, const identity::Keys& keys,
                 const HostNames& names) {
    JobFacts facts;
    facts.id = row.id;
    facts.created = row.created;
    facts.directory = QString::fromStdString(row.directory);
    facts.state = row.state == storage::JobState::Finished ? JobState::Complete : JobState::Failed;
    if (row.state == storage::JobState::Cancelled) facts.state = JobState::Ended;
    auto options = net::decodeOptions(row.options);
    if (options) {
        facts.name = QString::fromStdString(std::filesystem::path(options->job).stem().string());
        facts.market = QString::fromStdString(options->hub);
        if (auto spec = jobs::loadJob(options->job)) facts.name = QString::fromStdString(spec->title);
    }
    auto history = foldJob(store, row.id, keys, names);
    if (history) {
        std::vector<Noted> contracts;
        for (const auto& contract : history->contracts)
            contracts.push_back({contract.session.get(), &contract.diary});
        fillContracts(facts, contracts, names);
        for (const auto& [session, diary] : contracts) {
            const contract::Offer& offer = session->parameters().offer;
            facts.tiles = offer.kind() == gpu::WorkKind::Parallel;
            facts.stepsTotal = std::max(facts.stepsTotal, offer.steps);
        }
        facts.events = newestFirst(history->events);
        if (!history->events.empty()) facts.ended = history->events.back().time;
    } else {
        facts.trouble = troubleOf(history.error());
    }
    facts.curve = readCurve(facts.directory);
    readReport(facts);
    facts.stepsTotal = std::max(facts.stepsTotal, facts.stepsDone);
    return facts;
}

Rental::Rental(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs, storage::JobRow row,
               Setup setup, QObject* parent)
    : QObject(parent), m_keys(keys), m_store(store), m_blobs(blobs), m_row(std::move(row)), m_setup(std::move(setup)) {}

Result<void> Rental::start() {
    auto options = net::decodeOptions(m_row.options);
    if (!options) return options.error();
    m_options = *options;
    m_curve = readCurve(QString::fromStdString(m_options.out));
    auto hub = net::HubAddress::parse(m_options.hub);
    if (!hub) return hub.error();
    auto spec = jobs::loadJob(m_options.job);
    if (!spec) return spec.error();
    m_title = QString::fromStdString(spec->title.empty() ? spec->name : spec->title);
    if (m_options.quick) *spec = jobs::quickened(std::move(*spec));
    auto prepared = jobs::prepareJob(*spec);
    if (!prepared) return prepared.error();
    auto history = foldJob(m_store, m_row.id, m_keys, m_setup.names);
    if (!history) return history.error();
    m_events = std::move(history->events);
    for (auto& contract : history->contracts)
        m_diaries[contract.session->parameters().contract] = std::move(contract.diary);
    m_job = std::make_unique<net::RenterJob>(m_keys, m_store, m_blobs, *hub, m_options, m_row.id, std::move(*prepared),
                                             net::RenterJob::Setup{m_setup.worker, "", 0, true});
    net::RenterJob* job = m_job.get();
    connect(job, &net::RenterJob::changed, this, &Rental::observe);
    connect(job, &net::RenterJob::finished, this, &Rental::onFinished);
    connect(job, &net::RenterJob::broken, this, &Rental::broken);
    connect(job, &net::RenterJob::evaluated, this, [this](quint64 step, double loss, double accuracy) {
        if (m_curve.empty() || m_curve.back().step < step) m_curve.push_back({step, loss, accuracy});
        (void)writeCurve(QString::fromStdString(m_options.out), m_curve); // without it the next start shows less
        emit changed();
    });
    connect(&job->link(), &net::HubLink::down, this, [this](const Error& why) {
        note(QStringLiteral("link"), tr("The marketplace does not answer: %1").arg(troubleOf(why).sentence),
             tr("no step lost"));
    });
    m_clock.start();
    job->start();
    return {};
}

void Rental::stop(std::function<void()> done) {
    if (!m_job || m_ended) return done();
    m_job->stop(std::move(done));
}

void Rental::pause(bool paused) {
    if (!m_job) return;
    if (paused)
        m_job->pause();
    else
        m_job->unpause();
    note(paused ? QStringLiteral("pause") : QStringLiteral("play"), paused ? tr("Paused here") : tr("Resumed"));
}

void Rental::cancel() {
    if (!m_job) return;
    m_cancelled = true;
    m_job->cancel();
    note(QStringLiteral("stop"), tr("Cancelled here: what is not won comes back"));
}

void Rental::check(std::uint64_t step, const std::function<void(Result<bool>)>& done) {
    if (!m_job) return;
    std::uint64_t first = 0; // of the contract under way
    if (!m_job->runs().empty()) {
        const contract::Offer& offer = m_job->runs().back()->session->parameters().offer;
        first = offer.startIteration / offer.iterationsPerStep;
    }
    if (step < first)
        return done(makeError(protocol::ProtocolError::WrongPhase, "step", "was done by an earlier host",
                              "choose one of the host that works now"));
    m_job->checkStep(step - first, done);
}

void Rental::note(const QString& icon, const QString& text, const QString& aside) {
    if (!m_events.empty() && m_events.back().text == text) return;
    m_events.push_back({QDateTime::currentMSecsSinceEpoch(), icon, text, aside});
    emit changed();
}

void Rental::observe() {
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    std::uint64_t before = 0, total = m_job->job().steps;
    Amount escrowed;
    std::uint64_t firstWindow = 1;
    const contract::Offer* earlier = nullptr;
    for (const auto& run : m_job->runs()) {
        const contract::Offer& offer = run->session->parameters().offer;
        if (earlier) firstWindow = firstWindowAfter(firstWindow, *earlier, offer);
        earlier = &offer;
        const QString host = m_setup.names(bytesOf(offer.provider)).name;
        Diary& diary = m_diaries[run->session->parameters().contract];
        for (EventFacts& event : diary.observe(*run->session, host, now, firstWindow))
            m_events.push_back(std::move(event));
        escrowed += run->session->escrowed();
        before = total - offer.steps + run->session->stepsReceipted();
    }
    m_pace.observe(m_clock.elapsed(), m_job->runs().size(), before, m_job->isPaused());
    if (std::exchange(m_escrowed, escrowed) != escrowed) emit moneyMoved();
    emit changed();
}

void Rental::onFinished() {
    if (m_ended) return;
    m_ended = true;
    m_error = m_job->error();
    const bool complete = m_job->complete();
    auto state = complete ? storage::JobState::Finished : storage::JobState::Failed;
    if (m_cancelled && !complete) state = storage::JobState::Cancelled;
    if (!m_job->runs().empty()) {
        const double seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
        auto report = net::writeResult(*m_job, m_keys, m_blobs, m_options.out, seconds);
        if (!report) { // still under way: the next start writes it
            m_error = report.error();
            state = storage::JobState::Running;
        }
    }
    if (auto ok = m_store.setJobState(m_row.id, state); !ok) emit broken(ok.error());
    m_row.state = state;
    note(complete ? QStringLiteral("check") : QStringLiteral("info"),
         complete  ? tr("The result is in %1").arg(QString::fromStdString(m_options.out))
         : m_error ? troubleOf(*m_error).sentence
                   : tr("The job has ended"));
    emit ended();
}

JobState Rental::state() const {
    if (m_ended) {
        if (m_job && m_job->complete()) return JobState::Complete;
        return m_cancelled ? JobState::Ended : JobState::Failed;
    }
    if (!m_job || m_job->runs().empty()) return m_pace.steps() ? JobState::Waiting : JobState::Preparing;
    if (m_cancelled) return JobState::Ending;
    if (m_job->isPaused()) return JobState::Paused;
    const auto& session = *m_job->runs().back()->session;
    if (session.done()) return JobState::Waiting;
    return session.receipted() == session.windowCount() ? JobState::Ending : JobState::Running;
}

JobFacts Rental::facts() const {
    JobFacts facts;
    facts.id = m_row.id;
    facts.name = m_title;
    facts.created = m_row.created;
    facts.directory = QString::fromStdString(m_options.out);
    facts.market = QString::fromStdString(m_options.hub);
    facts.state = state();
    if (m_error) facts.trouble = troubleOf(*m_error);
    facts.events = newestFirst(m_events);
    facts.curve = m_curve;
    if (!m_curve.empty()) {
        facts.loss = m_curve.back().loss;
        facts.accuracy = m_curve.back().accuracy;
    }
    if (!m_job) return facts;
    facts.stepsTotal = m_job->job().steps;
    facts.tiles = m_job->isParallel();
    std::vector<Noted> contracts;
    static const Diary nothingNoted;
    for (const auto& run : m_job->runs()) {
        const auto diary = m_diaries.find(run->session->parameters().contract);
        contracts.push_back({run->session, diary == m_diaries.end() ? &nothingNoted : &diary->second});
    }
    fillContracts(facts, contracts, m_setup.names);
    facts.stepsDone = m_pace.steps().value_or(0);
    facts.secondsPerStep = m_pace.secondsPerStep();
    if (facts.secondsPerStep > 0)
        facts.secondsLeft = facts.secondsPerStep * static_cast<double>(facts.stepsTotal - facts.stepsDone);
    if (!contracts.empty()) {
        const auto& offer = contracts.back().session->parameters().offer;
        const HostFacts host = m_setup.names(bytesOf(offer.provider));
        const double work = static_cast<double>(m_job->shape().workPerIteration) * offer.iterationsPerStep;
        if (host.rate > 1) facts.secondsPerStepListed = work / static_cast<double>(host.rate);
    }
    if (const auto& e = m_job->evaluation(); e && e->samples > 0) {
        facts.accuracy = static_cast<double>(e->correct) / static_cast<double>(e->samples);
        facts.loss = static_cast<double>(e->loss);
    }
    if (const auto overhead = net::overheadOf(m_job->runs())) facts.overhead = overhead->ratio;
    if (m_ended) {
        facts.ended = m_events.empty() ? 0 : m_events.back().time;
        readReport(facts);
    }
    return facts;
}

} // namespace unchained::ui
