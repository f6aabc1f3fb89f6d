// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include "engine/inside.h"
#include "identity/key_file.h"
#include "identity/random.h"
#include "jobs/plan.h"
#include "net/rental_result.h"
#include "protocol/signed.h"
#include "verification/policy.h"
#include "widgets/format.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

#include <cmath>

/// What the user asks for.
namespace unchained::ui {

using cbor::Array;
using cbor::Value;
namespace fs = std::filesystem;

namespace {

Trouble noMarket() {
    return {Engine::tr("marketplace"), Engine::tr("is not connected"), Engine::tr("try again when it answers"), true};
}

/// For those who wait for an answer; a window that is locked asks for nothing.
Trouble notOpen() {
    return {Engine::tr("data directory"), Engine::tr("is not open"), Engine::tr("open it first"), true};
}

/// The slider's end of many checks is one claim a batch.
std::uint32_t batchOf(double checks, std::uint32_t most) {
    const double wanted = 1 + (1 - std::clamp(checks, 0.0, 1.0)) * (most - 1);
    return static_cast<std::uint32_t>(std::lround(wanted));
}

Result<jobs::PreparedJob> prepared(const RentRequest& request) {
    auto spec = jobs::loadJob(request.job.toStdString());
    if (!spec) return spec.error();
    if (request.quick) *spec = jobs::quickened(std::move(*spec));
    auto job = jobs::prepareJob(*spec);
    if (job && request.quick) {
        job->steps = std::min<std::uint64_t>(job->steps, 20);
        job->spec.contract.odds = 1;
    }
    return job;
}

} // namespace

// ---- plan and rent

Result<PlanFacts> Engine::Inside::planOf(const RentRequest& request) const {
    const auto at = markets.find(request.market);
    const auto* host = at == markets.end() ? nullptr : at->second->host(request.provider);
    if (!host)
        return makeError(protocol::ProtocolError::NoListing, "host", "is not listed now", "choose another host", true);
    auto job = prepared(request);
    if (!job) return job.error();
    const auto shape = jobs::shapeOf(job->program, job->parameters);
    if (!shape) return shape.error();
    jobs::PlanTerms terms;
    terms.pricePerHour = host->listing.pricePerHour;
    terms.rate = host->listing.rate;
    terms.bondMax = std::min(host->listing.bondMax, host->balance);
    terms.checkFee = at->second->terms().checkFee;
    terms.bets |= at->second->terms().coinflipBets;
    terms.batch = batchOf(request.checks, job->spec.contract.claimBatch);
    const auto plan = jobs::makePlan(*job, *shape, terms);
    if (!plan) return plan.error();
    PlanFacts out;
    out.jobName = QString::fromStdString(job->spec.title.empty() ? job->spec.name : job->spec.title);
    out.steps = plan->steps;
    out.windows = plan->windows;
    out.window = plan->window;
    out.odds = plan->odds;
    out.seconds = plan->seconds;
    out.step = plan->price;
    out.face = plan->face;
    out.expected = plan->cost + plan->checkFees;
    out.locked = plan->escrow;
    out.bond = plan->bond;
    out.wins = static_cast<double>(plan->steps) / plan->odds;
    out.checks = static_cast<double>(plan->checks);
    out.claimCheckRate = plan->claimCheckRate;
    out.stepCheckRate = plan->stepCheckRate;
    out.gainDrawn = plan->gainDrawn;
    out.gain = -plan->sabotageDeterred;
    out.sabotageDeterred = plan->sabotageDeterred;
    out.catchOne = plan->stepCheckRate;
    out.catch1 = plan->assurance1;
    out.catch10 = plan->assurance10;
    out.renterDownload = plan->renterDownload;
    out.hostDownload = plan->hostDownload;
    return out;
}

void Engine::plan(quint64 token, const RentRequest& request) {
    if (!m->keys) return emit planFailed(token, notOpen());
    const auto facts = m->planOf(request);
    if (facts)
        emit planned(token, *facts);
    else
        emit planFailed(token, troubleOf(facts.error()));
}

Result<net::RentOptions> Engine::Inside::optionsOf(const RentRequest& request) const {
    auto spec = jobs::loadJob(request.job.toStdString());
    if (!spec) return spec.error();
    net::RentOptions out;
    out.hub = request.market.toStdString();
    out.job = fs::absolute(spec->path).string();
    out.provider = peerOf(request.provider);
    out.elsewhere = true;
    out.maxSpend = request.spendMax;
    out.batch = batchOf(request.checks, spec->contract.claimBatch);
    if (demo) {
        auto terms = jobs::loadTerms(demo->terms(), jobs::TermsOf::Renter);
        if (!terms) return terms.error();
        out.periods = terms->over(spec->contract.periods);
    }
    out.quick = request.quick;
    out.secret = identity::randomFixed<Hash256>();
    out.out = (setup.data / "results" / (spec->name + "-" + shortHex(out.secret))).string();
    std::error_code failure;
    fs::create_directories(setup.data / "results", failure);
    if (auto ok = net::checkOutput(out.out); !ok) return ok.error();
    return out;
}

void Engine::rent(const RentRequest& request) {
    if (!m->keys) return emit rentRefused(notOpen());
    auto options = m->optionsOf(request);
    if (!options) return emit rentRefused(troubleOf(options.error()));
    const auto id = m->store->addJob(QDateTime::currentMSecsSinceEpoch(), net::encodeOptions(*options), options->out);
    if (!id) return emit rentRefused(troubleOf(id.error()));
    const auto row = m->store->job(*id);
    const auto ok = row && *row ? m->startRental(**row) : Result<void>(row ? Error{} : row.error());
    if (!ok) {
        (void)m->store->setJobState(*id, storage::JobState::Failed);
        return emit rentRefused(troubleOf(ok.error()));
    }
    emit rentBegan(*id);
}

Result<void> Engine::Inside::startRental(const storage::JobRow& row) {
    auto rental = std::make_unique<Rental>(*keys, *store, *blobs, row, Rental::Setup{setup.worker, names()}, nullptr);
    Rental* raw = rental.get();
    connect(raw, &Rental::changed, &engine, [this] { jobsDirty = true; });
    connect(raw, &Rental::moneyMoved, &engine, [this] { refreshAccounts(); });
    connect(raw, &Rental::broken, &engine, [this](const Error& why) { broken(why); });
    connect(
        raw, &Rental::ended, &engine, [this, id = row.id] { endRental(id); }, Qt::QueuedConnection);
    if (auto ok = raw->start(); !ok) return ok;
    rentals[row.id] = std::move(rental);
    jobsDirty = true;
    return {};
}

void Engine::Inside::endRental(std::int64_t id) {
    const auto at = rentals.find(id);
    if (at == rentals.end()) return;
    past[id] = at->second->facts();
    at->second.release()->deleteLater();
    rentals.erase(at);
    jobsDirty = true;
    refreshAccounts();
}

/// What stands in the store now is shown at once, and everywhere the same; what the marketplaces say follows.
void Engine::Inside::refreshAccounts() {
    marketsDirty = walletDirty = true;
    for (const auto& [address, market] : markets)
        market->refreshAccount();
}

void Engine::pauseJob(qint64 id, bool paused) {
    if (!m->keys) return;
    if (const auto at = m->rentals.find(id); at != m->rentals.end()) at->second->pause(paused);
}

void Engine::cancelJob(qint64 id) {
    if (!m->keys) return;
    if (const auto at = m->rentals.find(id); at != m->rentals.end()) at->second->cancel();
}

void Engine::checkStep(qint64 id, quint64 step) {
    if (!m->keys) return;
    const auto at = m->rentals.find(id);
    if (at == m->rentals.end())
        return emit stepChecked(id, step, tr("The job has ended: verify its result instead"), StepVerdict::Unknown);
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    at->second->check(step, [this, id, step, clock](const Result<bool>& right) {
        if (!right) return emit stepChecked(id, step, troubleOf(right.error()).sentence, StepVerdict::Unknown);
        const QString seconds = QLocale().toString(static_cast<double>(clock->elapsed()) / 1000.0, 'f', 1);
        const QString text = *right ? tr("Step %L1 computed here in %2 s: right, same root")
                                    : tr("Step %L1 computed here in %2 s: wrong, another root");
        emit stepChecked(id, step, text.arg(step + 1).arg(seconds), *right ? StepVerdict::Right : StepVerdict::Wrong);
    });
}

void Engine::verify(qint64 id) {
    if (!m->keys) return;
    const auto at = m->past.find(id);
    if (at == m->past.end()) return;
    auto* process = new QProcess(this);
    process->setStandardErrorFile(QProcess::nullDevice());
    connect(process, &QProcess::finished, this, [this, id, process](int code) {
        const auto report = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        QStringList findings;
        for (const auto& each : report.value(QStringLiteral("findings")).toArray())
            findings << (each.isString() ? each.toString() : each.toObject().value(QStringLiteral("text")).toString());
        QString text = tr("Every signature, draw, payment and 20 random steps are right");
        if (code != 0) text = findings.isEmpty() ? tr("It cannot be verified") : findings.join(QStringLiteral("; "));
        emit verified(id, text, code == 0, true);
        process->deleteLater();
    });
    connect(process, &QProcess::errorOccurred, this, [this, id, process](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return; // finished() tells the others
        emit verified(id, tr("It cannot be verified: %1 cannot be started").arg(process->program()), false, true);
        process->deleteLater();
    });
    emit verified(id, tr("Verifying: signatures, draws, payments, and 20 random steps"), true, false);
    process->start(QString::fromStdString(m->setup.node.string()),
                   {QStringLiteral("--json"), QStringLiteral("--data-dir"),
                    QString::fromStdString(m->setup.data.string()), QStringLiteral("verify"), at->second.directory,
                    QStringLiteral("--steps"), QStringLiteral("20")});
}

namespace {
std::optional<contract::ContractId> contractIdOf(const QByteArray& bytes) {
    return contract::ContractId::from(
        ByteView{reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
}
} // namespace

void Engine::review(const QString& market, const QByteArray& contract, const StarsGiven& stars, const QString& text) {
    if (!m->keys) return;
    const auto at = m->markets.find(market);
    if (at == m->markets.end() || !at->second->link().isUp()) return emit answered(tr("Review"), noMarket());
    const auto id = contractIdOf(contract);
    if (!id) return;
    const contract::Review review{at->second->link().hub(),
                                  *id,
                                  static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()),
                                  {stars.begin(), stars.end()},
                                  text.toStdString()};
    m->sayOf(*at->second, Array{"review", protocol::sealed(*m->keys, review)}, tr("Review"), tr("Reviewed"));
}

void Engine::block(const QByteArray& peer, bool on) {
    if (!m->keys) return;
    const auto done =
        on ? m->store->block(peerOf(peer), QDateTime::currentMSecsSinceEpoch()) : m->store->unblock(peerOf(peer));
    if (!done) emit answered(tr("Block"), troubleOf(done.error()));
}

void Engine::reply(const QString& market, const QByteArray& contract, const QString& text) {
    if (!m->keys) return;
    const auto at = m->markets.find(market);
    if (at == m->markets.end() || !at->second->link().isUp()) return emit answered(tr("Reply"), noMarket());
    const auto id = contractIdOf(contract);
    if (!id) return;
    const contract::Reply reply{at->second->link().hub(), *id,
                                static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()), text.toStdString()};
    m->sayOf(*at->second, Array{"reply", protocol::sealed(*m->keys, reply)}, tr("Reply"), tr("Replied"));
}

/// Something signed of a settled contract; what came of it is read from the marketplace.
void Engine::Inside::sayOf(MarketLink& market, cbor::Value said, const QString& what, const QString& done) {
    market.link().call(std::move(said), [this, link = QPointer(&market), what, done](const Result<Value>& answer) {
        emit engine.answered(answer ? done : what, answer ? Trouble{} : troubleOf(answer.error()));
        if (answer && link) link->refreshTasks();
    });
}

// ---- host

void Engine::host(const HostingRequest& request) {
    if (!m->keys || m->hosting) return;
    const auto address = net::HubAddress::parse(request.market.toStdString());
    if (!address) return emit answered(tr("List this machine"), troubleOf(address.error()));
    m->hosting =
        std::make_unique<Hosting>(*m->keys, *m->store, *m->blobs,
                                  Hosting::Setup{*address, m->setup.worker, m->directory->rate(), request}, nullptr);
    Hosting* raw = m->hosting.get();
    connect(raw, &Hosting::changed, this, [this] { m->hostingDirty = true; });
    connect(raw, &Hosting::moneyMoved, this, [this] { m->refreshAccounts(); });
    connect(raw, &Hosting::broken, this, [this](const Error& why) { emit answered(tr("Host"), troubleOf(why)); });
    connect(
        raw, &Hosting::ended, this,
        [this] {
            if (!m->hosting) return;
            Hosting* ended = m->hosting.release();
            ended->stop([ended] { ended->deleteLater(); });
            m->hostingDirty = true;
        },
        Qt::QueuedConnection);
    raw->start();
    askReviews(request.market, bytesOf(m->keys->peer()));
}

void Engine::pauseHosting(bool paused) {
    if (!m->keys) return;
    if (m->hosting) m->hosting->pause(paused);
}

void Engine::setHostingPrice(qint64 microPerHour) {
    if (!m->keys) return;
    const auto price = Amount::fromMicro(microPerHour);
    if (m->hosting && price) m->hosting->setPrice(*price);
}

void Engine::setHostingBond(std::optional<qint64> micro) {
    if (!m->keys || !m->hosting) return;
    if (!micro) return m->hosting->setBond(std::nullopt);
    if (const auto most = Amount::fromMicro(*micro)) m->hosting->setBond(*most);
}

void Engine::stopHosting() {
    if (!m->keys) return;
    if (m->hosting) m->hosting->leave();
}

// ---- money and key

void Engine::pay(const QString& market, const QByteArray& peer, qint64 micro) {
    if (!m->keys) return emit paid(notOpen(), {});
    const auto at = m->markets.find(market);
    if (at == m->markets.end() || !at->second->link().isUp()) return emit paid(noMarket(), {});
    const auto amount = Amount::fromMicro(micro);
    if (!amount) return emit paid(troubleOf(amount.error()), {});
    net::HubLink& link = at->second->link();
    const contract::Pay pay{link.hub(), identity::randomCommandId(), peerOf(peer), *amount};
    // Recorded before it is sent: after a crash it is sent again under the same id, and never twice.
    const Value body(Array{"pay", protocol::sealed(*m->keys, pay)});
    const storage::CommandRow row{pay.id, toHex(link.hub().view()), "pay", cbor::encode(body)};
    if (auto added = m->store->addCommand(row); !added) return emit paid(troubleOf(added.error()), {});
    link.call(body, [this, row, micro](const Result<Value>& answer) {
        if (!answer && answer.error().transient) return emit paid(troubleOf(answer.error()), {});
        (void)m->store->finishCommand(row.id);
        if (!answer) return emit paid(troubleOf(answer.error()), {});
        m->refreshAccounts();
        emit paid({}, tr("Paid %1 credits").arg(creditExact(Amount::micros(micro))));
    });
}

void Engine::backup(const QString& file) {
    if (!m->keys) return;
    const auto done = identity::copyKeyFile(m->directory->identityKey(), file.toStdString(), identity::Existing::Keep);
    if (!done) return emit answered(tr("Back up the key"), troubleOf(done.error()));
    emit backedUp();
    emit answered(tr("The key is backed up to %1").arg(file), {});
}

/// Takes the place of a key that holds nothing; another one must be moved away by hand, so that no credit is lost.
void Engine::restore(const QString& file, const QString& passphrase) {
    if (!m->keys) return;
    const auto bytes = identity::readKeyFile(file.toStdString());
    const auto unlocked =
        bytes ? identity::unlockKeys(*bytes, passphrase.toStdString()) : Result<identity::UnlockedKeys>(bytes.error());
    if (!unlocked) return emit answered(tr("Restore a key"), troubleOf(unlocked.error()));
    const WalletFacts wallet = m->walletFacts();
    const auto jobs = m->store->jobs();
    if (!wallet.lines.empty() || !jobs || !jobs->empty())
        return emit answered(tr("Restore a key"),
                             {tr("key"), tr("the key that is here has a history of its own"),
                              tr("start the program with another data directory and restore it there"), false});
    const auto done =
        identity::copyKeyFile(file.toStdString(), m->directory->identityKey(), identity::Existing::Replace);
    if (!done) return emit answered(tr("Restore a key"), troubleOf(done.error()));
    emit restored();
}

} // namespace unchained::ui
