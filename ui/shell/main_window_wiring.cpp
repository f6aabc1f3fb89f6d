// SPDX-License-Identifier: Apache-2.0
#include "shell/main_window.h"

#include "models/host_model.h"
#include "pages/bets_page.h"
#include "pages/browse_page.h"
#include "pages/case_page.h"
#include "pages/cases_page.h"
#include "pages/first_run_page.h"
#include "pages/host_page.h"
#include "pages/job_page.h"
#include "pages/jobs_page.h"
#include "pages/listing_page.h"
#include "pages/marketplaces_page.h"
#include "pages/price_table.h"
#include "pages/settings_page.h"
#include "pages/wallet_page.h"
#include "shell/locked_page.h"
#include "theme/host_picture.h"
#include "widgets/banner.h"
#include "widgets/format.h"
#include "widgets/page_stack.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

/// What the engine tells goes to the pages, what the pages wish goes to the engine.
namespace unchained::ui {

namespace {
constexpr int kPlanDelayMs = 120; ///< after the last change in the price box
}

// ---- the engine's words

void MainWindow::wireEngine() {
    Engine* e = m_engine.engine();
    connect(e, &Engine::opened, this, &MainWindow::onOpened);
    connect(e, &Engine::marketsChanged, this, &MainWindow::onMarkets);
    connect(e, &Engine::hostsChanged, this, &MainWindow::onHosts);
    connect(e, &Engine::jobsChanged, this, &MainWindow::onJobs);
    connect(e, &Engine::casesChanged, this, &MainWindow::onCases);
    connect(e, &Engine::hostedChanged, m_casesPage, &CasesPage::setHosted);
    connect(e, &Engine::answered, this, &MainWindow::onAnswered);
    connect(e, &Engine::cannotOpen, this, &MainWindow::onCannotOpen);
    connect(e, &Engine::marketAdded, this, [this](const QString& address) { m_settings.addMarket(address); });
    connect(e, &Engine::hubRuns, m_marketplaces, &MarketplacesPage::setHere);
    connect(e, &Engine::devicesFound, m_settingsPage, &SettingsPage::setDevices);
    connect(e, &Engine::paid, m_wallet, &WalletPage::setPayResult);
    connect(e, &Engine::backedUp, this, [this] {
        m_settings.setBackedUp(m_walletFacts.peer);
        answerBackup(false); // asked no more; whoever waited asks again
        m_walletFacts.backedUp = true;
        m_wallet->setWallet(m_walletFacts);
    });
    connect(e, &Engine::restored, this, &MainWindow::reopenWanted);
    connect(e, &Engine::caseRecordArrived, this, [this](const QByteArray& peer, const protocol::CaseRecord& record) {
        if (m_shownListing && m_shownListing->second == peer) m_listing->setCaseRecord(record);
    });
    connect(e, &Engine::reviewsArrived, this, [this](const QByteArray& peer, const std::vector<ReviewFacts>& reviews) {
        if (m_shownListing && m_shownListing->second == peer) m_listing->setReviews(reviews);
    });
    connect(e, &Engine::planned, this, [this](quint64 token, const PlanFacts& plan) {
        if (token != m_planToken) return;
        m_listing->setPlanning(false);
        m_listing->setPlan(plan);
    });
    connect(e, &Engine::planFailed, this, [this](quint64 token, const Trouble& why) {
        if (token != m_planToken) return;
        m_listing->setPlanning(false);
        m_listing->setPlanTrouble(why);
    });
    connect(e, &Engine::rentRefused, m_listing, &ListingPage::setRentTrouble);
    connect(e, &Engine::rentBegan, this, [this](qint64 id) {
        m_shownJob = id;
        openJob(id);
    });
    connect(e, &Engine::stepChecked, this, &MainWindow::onStepChecked);
    connect(e, &Engine::verified, this, &MainWindow::onVerified);
    connect(e, &Engine::hostingChanged, this, [this](const HostingFacts& facts) {
        m_hosting = facts.state;
        m_host->setHosting(facts);
    });
    connect(e, &Engine::broke, this, [this](const BreakFacts& facts) {
        if (m_locked) m_locked->setBreak(facts);
    });
    connect(e, &Engine::cannotKeepRunning, this, [this](const Trouble& why) {
        m_closing = false;
        tell(Banner::Kind::Error, tr("The job cannot go on in the background: %1").arg(troubleText(why)));
    });
    connect(e, &Engine::walletChanged, this, [this](const WalletFacts& facts) {
        m_walletFacts = facts;
        m_walletFacts.backedUp = m_settings.backedUp(m_walletFacts.peer);
        m_wallet->setWallet(m_walletFacts);
        m_host->setLedger(m_walletFacts.lines);
    });
}

/// Wrong is said wherever the person is by now; on its page it stands until it is disputed.
void MainWindow::onStepChecked(qint64 id, quint64 step, const QString& text, StepVerdict verdict) {
    m_jobPage->setCheckResult(id, step, text, verdict);
    const bool seen = m_stack->currentWidget() == m_jobPage && id == m_shownJob;
    if (verdict == StepVerdict::Wrong && !seen) tell(Banner::Kind::Error, ofJob(id, text));
}

void MainWindow::onVerified(qint64 id, const QString& text, bool right, bool done) {
    m_jobPage->setVerifyProgress(id, done ? 1 : 0, done ? 1 : 0, text);
    if (done && !right) tell(Banner::Kind::Error, ofJob(id, text));
}

QString MainWindow::ofJob(qint64 id, const QString& text) const {
    const auto at = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const JobFacts& job) { return job.id == id; });
    return at == m_jobs.end() ? text : at->name + QStringLiteral(": ") + text;
}

QString MainWindow::myName() const {
    return nickname(m_walletFacts.peer);
}

void MainWindow::onOpened(const WalletFacts& wallet, const std::vector<JobFile>& files) {
    if (m_locked) {
        m_stack->removeWidget(m_locked);
        std::exchange(m_locked, nullptr)->deleteLater();
        showStart();
    }
    m_isOpen = true;
    m_rail->setEnabled(true);
    m_walletFacts = wallet;
    m_walletFacts.backedUp = m_settings.backedUp(m_walletFacts.peer);
    m_jobFiles = files;
    m_wallet->setWallet(m_walletFacts);
    m_listing->setJobs(m_jobFiles);
    m_firstRun->setNickname(myName());
    m_firstRun->setFingerprint(wallet.fingerprint);
    m_firstRun->setPeer(wallet.peer);
    m_host->setPeer(wallet.peer);
    m_rail->setMe(wallet.peer, myName(), std::nullopt);
    const Trouble prices = usePriceFile(QString::fromStdString((m_setup.data / "prices.toml").string()));
    if (prices.any()) tell(Banner::Kind::Caution, troubleText(prices));
    if (m_setup.demo)
        m_demoBanner->show();
    else
        resume();
    if (const auto link = std::exchange(m_heldLink, std::nullopt)) follow(*link);
}

/// What the last window left: its marketplaces, the one that ran here, the listing of this machine.
void MainWindow::resume() {
    for (const QString& address : m_settings.markets())
        m_engine.post([address](Engine& e) { e.addMarket(address); });
    if (const int port = m_settings.hubPort(); port > 0)
        m_engine.post([port, forOthers = m_settings.hubForOthers()](Engine& e) {
            e.runHub(static_cast<quint16>(port), forOthers);
        });
    if (const auto request = m_settings.hosting()) m_engine.post([request = *request](Engine& e) { e.host(request); });
}

void MainWindow::onCannotOpen(const Trouble& why, bool wantsPassphrase) {
    if (!m_locked) {
        m_locked = new LockedPage;
        m_stack->addWidget(m_locked);
        connect(m_locked, &LockedPage::tryAgain, this, &MainWindow::unlockWanted);
    }
    m_isOpen = false;
    m_locked->setTrouble(why, wantsPassphrase);
    m_rail->setEnabled(false);
    m_stack->setCurrentWidget(m_locked);
}

void MainWindow::onMarkets(const std::vector<MarketFacts>& markets) {
    m_markets = markets;
    m_rail->setMarkets(markets);
    m_browse->setMarkets(markets);
    m_host->setMarkets(markets);
    m_jobPage->setMarkets(markets);
    m_bets->setMarkets(markets);
    m_casesPage->setMarkets(markets);
    m_casePage->setMarkets(markets);
    m_wallet->setMarkets(markets);
    m_marketplaces->setMarkets(markets);
    std::optional<Amount> balance;
    for (const MarketFacts& each : markets)
        if (each.balance) balance = balance.value_or(Amount{}) + *each.balance;
    m_rail->setMe(m_walletFacts.peer, myName(), balance);
    if (!m_shownListing) return;
    for (const MarketFacts& each : markets)
        if (each.address == m_shownListing->first) m_listing->setBalance(each.balance);
}

void MainWindow::onHosts(const QString& market, const std::vector<HostFacts>& hosts) {
    std::vector<HostFacts>& kept = m_hosts[market];
    kept = hosts;
    const QSet<QByteArray> favourites = m_settings.favourites(), blocked = m_settings.blocked();
    for (HostFacts& host : kept) {
        host.favourite = favourites.contains(host.peer);
        host.blocked = blocked.contains(host.peer);
    }
    std::vector<HostFacts> all;
    for (const auto& [address, list] : m_hosts)
        for (const HostFacts& host : list)
            if (!host.blocked) all.push_back(host);
    m_hostModel->apply(std::move(all));
    m_host->setMarketHosts(market, hosts);
    if (m_shownListing && m_shownListing->first == market) {
        if (const HostFacts* shown = find(market, m_shownListing->second)) {
            m_listing->setMarketHosts(kept);
            m_listing->setHost(*shown);
        }
    }
    if (m_pendingLink && m_pendingLink->market == market && find(market, m_pendingLink->peer)) {
        const Link link = *std::exchange(m_pendingLink, std::nullopt);
        openListing(link.market, link.peer);
    }
}

void MainWindow::onJobs(const std::vector<JobFacts>& jobs) {
    m_jobs = jobs;
    m_jobsPage->setJobs(jobs);
    m_casesPage->setJobs(jobs);
    m_rail->setJobsUnderWay(
        static_cast<int>(std::count_if(jobs.begin(), jobs.end(), [](const JobFacts& j) { return j.underWay(); })));
    for (const JobFacts& job : jobs)
        if (job.id == m_shownJob) m_jobPage->setJob(job);
}

void MainWindow::onAnswered(const QString& what, const Trouble& why) {
    if (!why.any()) return tell(Banner::Kind::Info, what);
    tell(Banner::Kind::Error, what + QStringLiteral(": ") + troubleText(why));
}

// ---- the pages' wishes

void MainWindow::wireFirstRun() {
    const auto done = [this](Place place) {
        m_settings.setFirstRunDone();
        showPlace(place);
    };
    connect(m_firstRun, &FirstRunPage::rentChosen, this,
            [this, done] { done(m_settings.markets().isEmpty() ? Place::Marketplaces : Place::Browse); });
    connect(m_firstRun, &FirstRunPage::hostChosen, this,
            [this, done] { done(m_settings.markets().isEmpty() ? Place::Marketplaces : Place::Host); });
    connect(m_firstRun, &FirstRunPage::demoChosen, this, &MainWindow::demoWanted);
    connect(m_firstRun, &FirstRunPage::backupWanted, this, [this] { showPlace(Place::Wallet); });
    connect(m_firstRun, &FirstRunPage::restoreWanted, this, [this] { showPlace(Place::Wallet); });
}

void MainWindow::wireBrowse() {
    connect(m_browse, &BrowsePage::opened, this, &MainWindow::openListing);
    connect(m_browse, &BrowsePage::favouriteToggled, this, &MainWindow::setFavourite);
    connect(m_browse, &BrowsePage::retryWanted, this,
            [this](const QString& market) { m_engine.post([market](Engine& e) { e.refresh(market); }); });
    connect(m_browse, &BrowsePage::addMarketWanted, this, [this] { showPlace(Place::Marketplaces); });
    connect(m_browse, &BrowsePage::hostWanted, this, [this] { showPlace(Place::Host); });
    connect(m_browse, &BrowsePage::demoWanted, this, &MainWindow::demoWanted);
}

void MainWindow::wireListing() {
    connect(m_listing, &ListingPage::planWanted, this, [this](const RentRequest& request) {
        m_planWanted = request;
        ++m_planToken; // what is still being reckoned is about something else
        m_listing->setPlanning(true);
        m_planSoon.start(kPlanDelayMs);
    });
    connect(m_listing, &ListingPage::rentConfirmed, this, [this](const RentRequest& request) {
        afterBackup([this, request] { m_engine.post([request](Engine& e) { e.rent(request); }); },
                    [this] { m_listing->setRentTrouble({}); }); // its sheet waits no longer
    });
    connect(m_listing, &ListingPage::back, this, [this] { showPlace(Place::Browse); });
    connect(m_listing, &ListingPage::favouriteToggled, this, &MainWindow::setFavourite);
    connect(m_listing, &ListingPage::blockToggled, this, [this](bool on) {
        if (!m_shownListing) return;
        const auto [market, peer] = *m_shownListing;
        m_settings.setBlocked(peer, on);
        m_engine.post([peer = peer, on](Engine& e) { e.block(peer, on); });
        onHosts(market, m_hosts[market]);
    });
    connect(m_listing, &ListingPage::chooseJobFile, this, [this] {
        askFile(tr("Choose a job file"), tr("Job files (*.toml)"), false, [this](const QString& file) {
            m_jobFiles.push_back({file, QFileInfo(file).completeBaseName()});
            m_listing->setJobs(m_jobFiles);
        });
    });
}

void MainWindow::wireJobs() {
    connect(m_jobsPage, &JobsPage::opened, this, &MainWindow::openJob);
    connect(m_jobsPage, &JobsPage::browseWanted, this, [this] { showPlace(Place::Browse); });
    connect(m_jobPage, &JobPage::back, this, [this] { showPlace(Place::Jobs); });
    connect(m_jobPage, &JobPage::pauseWanted, this,
            [this](qint64 id, bool on) { m_engine.post([id, on](Engine& e) { e.pauseJob(id, on); }); });
    connect(m_jobPage, &JobPage::cancelWanted, this,
            [this](qint64 id) { m_engine.post([id](Engine& e) { e.cancelJob(id); }); });
    connect(m_jobPage, &JobPage::checkStepWanted, this,
            [this](qint64 id, quint64 step) { m_engine.post([id, step](Engine& e) { e.checkStep(id, step); }); });
    connect(m_jobPage, &JobPage::verifyWanted, this,
            [this](qint64 id) { m_engine.post([id](Engine& e) { e.verify(id); }); });
    connect(m_jobPage, &JobPage::openFolderWanted, this,
            [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    const auto marketOfJob = [this] {
        const auto at = std::find_if(m_jobs.begin(), m_jobs.end(), [&](const auto& j) { return j.id == m_shownJob; });
        return at == m_jobs.end() ? QString() : at->market;
    };
    connect(m_jobPage, &JobPage::reviewWanted, this,
            [=, this](const QByteArray& contract, const StarsGiven& stars, const QString& text) {
                m_engine.post([=, market = marketOfJob()](Engine& e) { e.review(market, contract, stars, text); });
            });
    connect(m_jobPage, &JobPage::replyWanted, this, [=, this](const QByteArray& contract, const QString& text) {
        m_engine.post([=, market = marketOfJob()](Engine& e) { e.reply(market, contract, text); });
    });
}

void MainWindow::wireHost() {
    const auto [watts, pricePerKwh] = m_settings.electricity();
    m_host->setElectricity(watts, pricePerKwh);
    connect(m_host, &HostPage::listWanted, this, [this](const HostingRequest& request) {
        afterBackup([this, request] {
            m_settings.setHosting(request);
            m_engine.post([request](Engine& e) { e.host(request); });
        });
    });
    connect(m_host, &HostPage::reviewWanted, this,
            [this](const QString& market, const QByteArray& contract, const StarsGiven& stars, const QString& text) {
                m_engine.post([=](Engine& e) { e.review(market, contract, stars, text); });
            });
    connect(m_host, &HostPage::replyWanted, this,
            [this](const QString& market, const QByteArray& contract, const QString& text) {
                m_engine.post([=](Engine& e) { e.reply(market, contract, text); });
            });
    connect(m_host, &HostPage::pauseWanted, this,
            [this](bool on) { m_engine.post([on](Engine& e) { e.pauseHosting(on); }); });
    connect(m_host, &HostPage::stopWanted, this, [this] {
        m_settings.setHosting(std::nullopt);
        m_engine.post([](Engine& e) { e.stopHosting(); });
    });
    connect(m_host, &HostPage::bondWanted, this, [this](std::optional<Amount> most) {
        if (auto request = m_settings.hosting()) {
            request->bondMax = most;
            m_settings.setHosting(*request);
        }
        const auto micro = most ? std::optional<qint64>(most->micro()) : std::nullopt;
        m_engine.post([micro](Engine& e) { e.setHostingBond(micro); });
    });
    connect(m_host, &HostPage::priceWanted, this, [this](Amount price) {
        if (auto request = m_settings.hosting()) {
            request->pricePerHour = price;
            m_settings.setHosting(request);
        }
        m_engine.post([micro = price.micro()](Engine& e) { e.setHostingPrice(micro); });
    });
    connect(m_host, &HostPage::electricityChanged, this, [this](double perHour, Amount price) {
        m_settings.setElectricity({perHour, price});
    });
}

void MainWindow::wireBets() {
    Engine* e = m_engine.engine();
    connect(e, &Engine::betsChanged, this,
            [this](const QString& market, const std::vector<BetFacts>& bets, const Trouble& why) {
                m_bets->setBets(market, bets, why);
                m_jobPage->setBets(market, bets);
                m_rail->setBetsUnderWay(m_bets->underWay());
            });
    connect(e, &Engine::betHistory, m_bets, &BetsPage::setHistory);
    connect(e, &Engine::betAnswered, m_bets, &BetsPage::setResult);
    connect(m_bets, &BetsPage::watched, this, &MainWindow::watchBets);
    connect(m_jobPage, &JobPage::watched, this, &MainWindow::watchBets);
    connect(m_jobPage, &JobPage::betWanted, this, [this](const BetSubject& subject) {
        m_bets->open(subject);
        showPlace(Place::Bets);
    });
    connect(m_bets, &BetsPage::historyWanted, this, [this](const BetSubject& subject) {
        m_engine.post([subject](Engine& engine) { engine.askBetHistory(subject); });
    });
    connect(m_bets, &BetsPage::stakeWanted, this, [this](const BetRequest& request) {
        afterBackup([this, request] { m_engine.post([request](Engine& engine) { engine.placeBet(request); }); },
                    [this] { m_bets->forgetStake(); });
    });
    connect(m_bets, &BetsPage::openWanted, this, [this](const BetSubject& subject, qint64 most) {
        afterBackup([this, subject,
                     most] { m_engine.post([subject, most](Engine& engine) { engine.openBets(subject, most); }); },
                    [this] { m_bets->forgetStake(); });
    });
    connect(m_bets, &BetsPage::addMarketWanted, this, [this] { showPlace(Place::Marketplaces); });
    connect(m_bets, &BetsPage::browseWanted, this, [this] { showPlace(Place::Browse); });
    connect(m_bets, &BetsPage::retryWanted, this, [this] {
        for (const MarketFacts& each : m_markets)
            m_engine.post([address = each.address](Engine& engine) { engine.refresh(address); });
    });
}

/// Of two pages the one that comes and the one that goes may say so in either order.
void MainWindow::watchBets(bool on) {
    m_betWatchers += on ? 1 : -1;
    m_engine.post([watched = m_betWatchers > 0](Engine& engine) { engine.watchBets(watched); });
}

void MainWindow::wireWallet() {
    connect(m_wallet, &WalletPage::payWanted, this,
            [this](const QString& market, const QByteArray& peer, Amount amount) {
                m_engine.post([market, peer, micro = amount.micro()](Engine& e) { e.pay(market, peer, micro); });
            });
    connect(m_wallet, &WalletPage::backupWanted, this,
            [this](const QString& file, const QString&) { m_engine.post([file](Engine& e) { e.backup(file); }); });
    connect(m_wallet, &WalletPage::restoreWanted, this, [this](const QString& file, const QString& passphrase) {
        m_engine.post([file, passphrase](Engine& e) { e.restore(file, passphrase); });
    });
    connect(m_wallet, &WalletPage::exportWanted, this, [this](const QString& file) { writeHistory(file); });
}

void MainWindow::wireMarketplaces() {
    connect(m_marketplaces, &MarketplacesPage::addWanted, this, [this](const QString& text) {
        const auto link = parseLink(text);
        m_engine.post([address = link ? link->market : text](Engine& e) { e.addMarket(address); });
    });
    connect(m_marketplaces, &MarketplacesPage::removeWanted, this, [this](const QString& address) {
        m_settings.removeMarket(address);
        m_engine.post([address](Engine& e) { e.removeMarket(address); });
    });
    connect(m_marketplaces, &MarketplacesPage::retryWanted, this,
            [this](const QString& address) { m_engine.post([address](Engine& e) { e.refresh(address); }); });
    connect(m_marketplaces, &MarketplacesPage::runHereWanted, this, [this](quint16 port, bool forOthers) {
        m_settings.setHubPort(port);
        m_settings.setHubForOthers(forOthers);
        m_engine.post([port, forOthers](Engine& e) { e.runHub(port, forOthers); });
    });
    connect(m_marketplaces, &MarketplacesPage::stopHereWanted, this, [this] {
        m_settings.setHubPort(0);
        m_engine.post([](Engine& e) { e.stopHub(); });
    });
}

void MainWindow::showAppearance() {
    m_settingsPage->setAppearance(m_settings.appearance());
}

void MainWindow::wireSettings() {
    showAppearance();
    m_settingsPage->setDataDirectory(QString::fromStdString(m_setup.data.string()));
    m_settingsPage->setLanguage(m_settings.language());
    connect(m_settingsPage, &SettingsPage::openFolderWanted, this,
            [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(m_settingsPage, &SettingsPage::appearanceChanged, this, [this](const Appearance& appearance) {
        m_settings.setAppearance(appearance);
        emit appearanceChanged(appearance);
    });
    connect(m_settingsPage, &SettingsPage::languageChanged, this, [this](const QString& code) {
        m_settings.setLanguage(code);
        emit languageChanged(code);
    });
}

} // namespace unchained::ui
