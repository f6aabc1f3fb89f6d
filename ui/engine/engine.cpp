// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include "engine/background.h"
#include "engine/demo_world.h"
#include "engine/hosting.h"
#include "engine/inside.h"
#include "identity/key_file.h"
#include "identity/random.h"
#include "net/machine.h"
#include "net/rental_result.h"
#include "protocol/signed.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QHostInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkInterface>

#include <algorithm>
#include <tuple>

namespace unchained::ui {

using cbor::Array;
namespace fs = std::filesystem;

namespace {
constexpr int kTickMs = 100;
constexpr int kLockRetryMs = 200, kLockRetries = 75;
constexpr int kHubPatienceMs = 6'000;
constexpr int kMendFirstMs = 5'000, kMendLongMs = 300'000;
constexpr qsizetype kMendBytes = 1 << 20;

/// Where other machines find this one: its first address that is not for itself or the next cable alone.
QString machineAddress() {
    for (const QHostAddress& each : QNetworkInterface::allAddresses())
        if (each.protocol() == QAbstractSocket::IPv4Protocol && !each.isLoopback() && !each.isLinkLocal())
            return each.toString();
    return QHostInfo::localHostName();
}
} // namespace

Engine::Engine(EngineSetup setup) : m(std::make_unique<Inside>(*this, std::move(setup))) {}
Engine::~Engine() = default;

Engine::Inside::Inside(Engine& owner, EngineSetup s) : engine(owner), setup(std::move(s)) {}

Engine::Inside::~Inside() {
    // In the order in which they stand on each other.
    rentals.clear();
    hosting.reset();
    cases.clear();
    markets.clear();
}

// ---- opening

void Engine::open(const QString& words) {
    if (m->keys) return;
    // Whoever tries again after a break was let in before.
    const QString passphrase = m->mending && words.isEmpty() ? m->passphrase : words;
    if (!m->tick) { // made here: timers belong to the thread that they run in
        m->tick = std::make_unique<QTimer>();
        connect(m->tick.get(), &QTimer::timeout, this, [this] { m->emitChanges(); });
    }
    auto directory = storage::DataDirectory::open(m->setup.data, true);
    if (!directory) {
        if (endBackground(m->setup.data) && m->lockRetries++ < kLockRetries)
            return QTimer::singleShot(kLockRetryMs, this, [this, passphrase] { open(passphrase); }), void();
        return emit cannotOpen(troubleOf(directory.error()), false);
    }
    m->lockRetries = 0;
    if (auto ok = m->openStores(std::move(*directory), passphrase); !ok) {
        const bool wants = ok.error().is(identity::IdentityError::WrongPassphrase);
        return emit cannotOpen(troubleOf(ok.error()), wants);
    }
    m->passphrase = passphrase;
    m->mending = false;
    emit opened(m->walletFacts(), m->jobFiles());
    m->tellDevices();
    m->loadJobs();
    m->takeOverDisputes();
    m->tick->start(kTickMs);
    if (m->setup.demo) m->startDemo();
}

Result<void> Engine::Inside::openStores(storage::DataDirectory&& opened, const QString& words) {
    const fs::path file = opened.identityKey();
    std::error_code failure;
    if (!fs::exists(file, failure)) {
        identity::UnlockedKeys made{identity::Keys(identity::randomKeySeed()), QDateTime::currentMSecsSinceEpoch()};
        const Bytes bytes = identity::lockKeys(made.keys, words.toStdString(), made.createdAt);
        if (auto ok = identity::writeKeyFile(file, bytes, identity::Existing::Keep); !ok) return ok.error();
    }
    auto bytes = identity::readKeyFile(file);
    if (!bytes) return bytes.error();
    auto unlocked = identity::unlockKeys(*bytes, words.toStdString());
    if (!unlocked) {
        Error error = unlocked.error();
        error.subject = file.string();
        return error;
    }
    auto peerStore = storage::PeerStore::open(opened.peerDatabase());
    if (!peerStore) return peerStore.error();
    auto blobStore = storage::BlobStore::open(opened.blobs());
    if (!blobStore) return blobStore.error();
    directory.emplace(std::move(opened));
    keys = std::make_unique<identity::Keys>(std::move(unlocked->keys));
    store = std::make_unique<storage::PeerStore>(std::move(*peerStore));
    blobs = std::make_unique<storage::BlobStore>(std::move(*blobStore));
    return {};
}

std::vector<JobFile> Engine::Inside::jobFiles() const {
    std::vector<std::pair<std::uint64_t, JobFile>> found;
    for (const fs::path& folder : setup.jobs) {
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(folder, failure)) {
            if (entry.path().extension() != ".toml") continue;
            const auto spec = jobs::loadJob(entry.path());
            if (!spec) continue;
            const std::string& name = spec->title.empty() ? spec->name : spec->title;
            const JobFile file{QString::fromStdString(entry.path().string()), QString::fromStdString(name)};
            found.emplace_back(spec->order, file);
        }
        if (!found.empty()) break; // installed ones come before those of the source tree
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.name) < std::tie(b.first, b.second.name);
    });
    std::vector<JobFile> out;
    for (auto& [order, file] : found)
        out.push_back(std::move(file));
    return out;
}

/// What is under way goes on; what has ended is shown.
void Engine::Inside::loadJobs() {
    const auto rows = store->jobs();
    if (!rows) return broken(rows.error());
    for (const auto& row : *rows) {
        if (row.state != storage::JobState::New && row.state != storage::JobState::Running)
            past[row.id] = pastJob(*store, row, *keys, names());
        else if (auto ok = startRental(row); !ok)
            engine.answered(Engine::tr("job"), troubleOf(ok.error()));
    }
    jobsDirty = true;
}

HostNames Engine::Inside::names() {
    return [this](const QByteArray& peer) {
        for (const auto& [address, market] : markets)
            if (const auto* host = market->host(peer)) return hostFacts(*host, address);
        HostFacts unknown;
        unknown.peer = peer;
        unknown.name = QString::fromLatin1(peer.left(4).toHex());
        return unknown;
    };
}

/// Ends all, and tries again by itself: at first soon, then more and more seldom.
void Engine::Inside::broken(const Error& why) {
    engine.cannotOpen(troubleOf(why), false);
    if (stopping) return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now - breakFacts.nextTry > kMendLongMs) { // another fault than the last one, which was mended
        breakFacts.since = now;
        mendMs = kMendFirstMs;
    }
    breakFacts.jobs = !rentals.empty();
    engine.stop(false);
    mending = true;
    mend();
}

void Engine::Inside::mend() {
    breakFacts.nextTry = QDateTime::currentMSecsSinceEpoch() + mendMs;
    engine.broke(breakFacts);
    QTimer::singleShot(mendMs, &engine, [this] {
        if (!mending || keys) return;
        if (canWrite()) engine.open({});
        if (!keys) mend();
    });
    mendMs = std::min(2 * mendMs, kMendLongMs);
}

/// On a full disk all opens well, and breaks at the first step.
bool Engine::Inside::canWrite() const {
    QFile file(QString::fromStdString((setup.data / "room").string()));
    const QByteArray some(kMendBytes, '\0');
    const bool good = file.open(QIODevice::WriteOnly) && file.write(some) == some.size() && file.flush();
    file.remove();
    return good;
}

void Engine::Inside::tellDevices() const {
    const double gigabytes = static_cast<double>(net::memoryBytes()) / static_cast<double>(1ULL << 30);
    engine.devicesFound({Engine::tr("%1, %2 GB")
                             .arg(QString::fromStdString(net::deviceName()), QLocale().toString(gigabytes, 'f', 0))});
}

void Engine::tellAll() {
    if (!m->keys) return;
    emit opened(m->walletFacts(), m->jobFiles());
    m->tellDevices();
    emit hubRuns(m->hubAddress, m->hubForOthers);
    for (const auto& [address, market] : m->markets)
        m->hostsDirty.insert(address);
    for (const auto& [contract, run] : m->disputes)
        emit disputeChanged(run->facts());
    m->marketsDirty = m->jobsDirty = m->walletDirty = m->hostingDirty = m->casesDirty = true;
}

// ---- the end

void Engine::stop(bool keepRunning) {
    if (m->stopping) return;
    m->stopping = true;
    m->mending = false;
    if (m->tick) m->tick->stop();
    const bool underWay = !m->rentals.empty();
    auto left = std::make_shared<int>(1);
    const auto one = [this, left, keepRunning, underWay] {
        if (--*left > 0) return;
        QTimer::singleShot(0, this, [this, keepRunning, underWay] {
            m->close();
            if (keepRunning && underWay && !startBackground(m->setup.data, m->setup.node, m->passphrase)) {
                open(m->passphrase);
                return emit cannotKeepRunning({QString::fromStdString(m->setup.node.string()), tr("cannot be started"),
                                               tr("install the program again"), false});
            }
            emit stopped();
        });
    };
    for (auto& [id, rental] : m->rentals) {
        ++*left;
        rental->stop(one);
    }
    if (m->hosting) {
        ++*left;
        m->hosting->stop(one);
    }
    if (m->demo) {
        ++*left;
        m->demo->stop(one);
    }
    one();
}

void Engine::Inside::close() {
    rentals.clear();
    hosting.reset();
    disputes.clear(); // they go on by themselves
    cases.clear();
    markets.clear();
    endHub();
    demo.reset();
    for (QProcess* process : engine.findChildren<QProcess*>())
        delete process;
    past.clear();
    store.reset();
    blobs.reset();
    keys.reset();
    directory.reset();
    stopping = false;
}

// ---- marketplaces

void Engine::addMarket(const QString& address) {
    if (!m->keys) return;
    const auto parsed = net::HubAddress::parse(address.toStdString());
    if (!parsed) return emit answered(tr("Add a marketplace"), troubleOf(parsed.error()));
    if (!m->markets.contains(address)) m->addMarket(*parsed, false);
    emit marketAdded(address);
}

void Engine::Inside::addMarket(const net::HubAddress& address, bool isDemo) {
    const QString name = QString::fromStdString(address.str());
    auto market = std::make_unique<MarketLink>(address, *keys, *store, isDemo, nullptr);
    connect(market.get(), &MarketLink::changed, &engine, [this] { marketsDirty = walletDirty = true; });
    connect(market.get(), &MarketLink::hostsChanged, &engine, [this, name] {
        hostsDirty.insert(name);
        jobsDirty = true; // names of hosts
    });
    connect(market.get(), &MarketLink::tasksChanged, &engine, [this, name] {
        jobsDirty = hostingDirty = true;
        if (hosting && hosting->request().market == name) engine.askReviews(name, bytesOf(keys->peer()));
    });
    connect(&market->bets(), &MarketBets::changed, &engine, [this, name] { tellBets(name); });
    addCases(name, *market);
    market->start();
    markets[name] = std::move(market);
    marketsDirty = casesDirty = true;
}

void Engine::removeMarket(const QString& address) {
    if (!m->keys) return;
    m->cases.erase(address);
    m->markets.erase(address);
    m->casesDirty = true;
    emit hostsChanged(address, {});
    emit betsChanged(address, {}, {});
    m->marketsDirty = m->walletDirty = m->hostingDirty = true;
}

void Engine::refresh(const QString& address) {
    if (!m->keys) return;
    if (const auto at = m->markets.find(address); at != m->markets.end()) at->second->refresh();
}

void Engine::askReviews(const QString& market, const QByteArray& peer) {
    if (!m->keys) return;
    const auto at = m->markets.find(market);
    if (at == m->markets.end()) return;
    at->second->askReviews(peer, [this, peer](std::vector<ReviewFacts> reviews) {
        emit reviewsArrived(peer, reviews);
        if (peer != bytesOf(m->keys->peer())) return;
        m->ownReviews = std::move(reviews);
        m->hostingDirty = true;
    });
    at->second->askCaseRecord(
        peer, [this, peer](const protocol::CaseRecord& record) { emit caseRecordArrived(peer, record); });
}

// ---- changes, one batch a tick

void Engine::Inside::emitChanges() {
    if (!keys) return; // what broke while it was opened
    if (std::exchange(marketsDirty, false)) {
        std::vector<MarketFacts> all;
        for (const auto& [address, market] : markets)
            all.push_back(market->facts());
        engine.marketsChanged(all);
    }
    for (const QString& address : std::exchange(hostsDirty, {})) {
        const auto at = markets.find(address);
        if (at == markets.end()) continue;
        std::vector<HostFacts> hosts;
        for (const auto& host : at->second->hosts())
            hosts.push_back(hostFacts(host, address));
        engine.hostsChanged(address, hosts);
        if (hosting) hostingDirty = true;
    }
    if (std::exchange(jobsDirty, false)) {
        std::vector<JobFacts> all;
        for (const auto& [id, facts] : past)
            all.push_back(facts);
        for (const auto& [id, rental] : rentals)
            all.push_back(rental->facts());
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id > b.id; });
        for (JobFacts& job : all)
            addReviews(job);
        engine.jobsChanged(all);
    }
    if (std::exchange(hostingDirty, false)) engine.hostingChanged(hostingFacts());
    if (std::exchange(walletDirty, false)) engine.walletChanged(walletFacts());
    if (std::exchange(casesDirty, false)) tellCases();
}

void Engine::Inside::addReviews(JobFacts& job) const {
    const auto market = markets.find(job.market);
    if (market == markets.end()) return;
    for (ContractFacts& each : job.contracts)
        for (const ReviewTask& task : market->second->tasks())
            if (task.contract == each.contract) each.review = task;
}

HostingFacts Engine::Inside::hostingFacts() const {
    HostingFacts facts;
    if (hosting) {
        const auto at = markets.find(hosting->request().market);
        facts = hosting->facts(at == markets.end() ? std::vector<net::ListedHost>{} : at->second->hosts());
    }
    facts.reviews = ownReviews;
    for (const auto& [address, market] : markets)
        for (const ReviewTask& task : market->tasks())
            if (!task.asRenter) facts.tasks.push_back(task);
    std::stable_sort(facts.tasks.begin(), facts.tasks.end(),
                     [](const ReviewTask& a, const ReviewTask& b) { return a.until > b.until; });
    return facts;
}

WalletFacts Engine::Inside::walletFacts() const {
    WalletFacts out;
    out.peer = bytesOf(keys->peer());
    out.fingerprint = QString::fromStdString(toHex(identity::fingerprint(keys->peer()).view()));
    out.encrypted = !passphrase.isEmpty();
    const auto balances = store->balances();
    if (!balances) return out;
    for (const auto& [at, balance] : *balances) {
        out.balance += balance.balance;
        out.locked += balance.locked;
        const auto lines = store->statement(at);
        if (!lines) continue;
        for (const auto& line : *lines)
            out.lines.push_back(
                {marketOfHub(at), line.number, line.time, QString::fromStdString(line.memo), line.gain, line.balance});
    }
    std::stable_sort(out.lines.begin(), out.lines.end(), [](const auto& a, const auto& b) {
        return a.time != b.time ? a.time > b.time : a.number > b.number;
    });
    return out;
}

QString Engine::Inside::marketOfHub(const std::string& peer) const {
    for (const auto& [address, market] : markets)
        if (market->link().isUp() && toHex(market->link().hub().view()) == peer) return market->facts().name;
    return QString::fromStdString(peer.substr(0, 8));
}

// ---- the demo, and a hub of one's own

void Engine::Inside::startDemo() {
    demo = std::make_unique<DemoWorld>(setup.node, setup.data / "world", nullptr);
    connect(demo.get(), &DemoWorld::ready, &engine, [this](const QString& address) {
        if (const auto parsed = net::HubAddress::parse(address.toStdString())) addMarket(*parsed, true);
        engine.marketAdded(address);
    });
    connect(demo.get(), &DemoWorld::failed, &engine,
            [this](const Trouble& why) { engine.answered(Engine::tr("The demo cannot run"), why); });
    demo->start(QString::fromStdString(toHex(keys->peer().view())));
}

void Engine::runHub(quint16 port, bool forOthers) {
    if (!m->keys || m->hub) return;
    m->hub = new QProcess(this);
    m->hubForOthers = forOthers;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("UNCHAINED_PASSPHRASE"), m->passphrase);
    m->hub->setProcessEnvironment(environment);
    m->hub->setStandardErrorFile(QString::fromStdString((m->setup.data / "hub.log").string()));
    connect(m->hub, &QProcess::readyReadStandardOutput, this, [this] {
        if (!m->hub->canReadLine()) return;
        const auto line = QJsonDocument::fromJson(m->hub->readLine()).object();
        const QString address = line.value(QStringLiteral("address")).toString();
        if (!address.isEmpty()) m->onHubAddress(address);
    });
    connect(m->hub, &QProcess::finished, this, [this] { m->onHubEnded(tr("it has ended")); });
    connect(m->hub, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) m->onHubEnded(tr("it cannot be started"));
    });
    const QString here = forOthers ? QStringLiteral("0.0.0.0") : QStringLiteral("127.0.0.1");
    m->hub->start(QString::fromStdString(m->setup.node.string()),
                  {QStringLiteral("--json"), QStringLiteral("--data-dir"),
                   QString::fromStdString((m->setup.data / "hub").string()), QStringLiteral("hub"),
                   QStringLiteral("--listen"), QStringLiteral("%1:%2").arg(here).arg(port), QStringLiteral("--issue"),
                   QString::fromStdString(toHex(m->keys->peer().view())) + QStringLiteral("=1000")});
}

/// Programs here reach it at the loopback address, whatever network the machine is in today.
void Engine::Inside::onHubAddress(const QString& address) {
    const QString behindHost = address.mid(address.lastIndexOf(QLatin1Char(':'), address.indexOf(QLatin1Char('#'))));
    const QString here = QStringLiteral("127.0.0.1") + behindHost;
    hubAddress = hubForOthers ? machineAddress() + behindHost : here;
    engine.addMarket(here);
    engine.hubRuns(hubAddress, hubForOthers);
}

void Engine::Inside::onHubEnded(const QString& how) {
    if (!hub) return;
    std::exchange(hub, nullptr)->deleteLater();
    hubAddress.clear();
    if (stopping) return;
    engine.hubRuns({}, hubForOthers);
    engine.answered(Engine::tr("Run a marketplace here"),
                    {Engine::tr("marketplace"), how, Engine::tr("read hub.log in the data directory"), false});
}

void Engine::stopHub() {
    if (!m->keys) return;
    m->endHub();
    emit hubRuns({}, m->hubForOthers);
}

void Engine::Inside::endHub() {
    if (!hub) return;
    QProcess* process = std::exchange(hub, nullptr);
    hubAddress.clear();
    process->disconnect(&engine);
    process->terminate();
    if (!process->waitForFinished(kHubPatienceMs)) process->kill();
    delete process;
}

} // namespace unchained::ui
