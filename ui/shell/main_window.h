// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "shell/engine_thread.h"
#include "shell/link.h"
#include "shell/rail.h"
#include "shell/settings.h"
#include "widgets/banner.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <map>
#include <optional>

class QVBoxLayout;

namespace unchained::ui {

class BetsPage;
class BrowsePage;
class CasePage;
class CasesPage;
class FirstRunPage;
class LockedPage;
class HostModel;
class HostPage;
class JobPage;
class JobsPage;
class ListingPage;
class MarketplacesPage;
class PageStack;
class SettingsPage;
class WalletPage;

/// Rail and pages, wired to the engine: facts go to the pages, their wishes to the engine. GUI thread.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    MainWindow(const EngineThread& engine, Settings& settings, EngineSetup setup, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Nothing while the directory is locked.
    void showPlace(Place place);
    /// While the directory is not open yet, the last link is followed when it is.
    void follow(const Link& link);
    /// The settings have changed by another hand than the page of settings.
    void showAppearance();
    /// The next file that a dialog would ask for: tests cannot click into the desktop's own dialogs.
    void setNextFileName(const QString& name) { m_nextFile = name; }
    [[nodiscard]] const std::vector<JobFacts>& jobs() const { return m_jobs; }

signals:
    /// The user has decided how to close.
    void closeWanted(bool keepRunning);
    void demoWanted();
    void demoEndWanted();
    void appearanceChanged(const unchained::ui::Appearance& appearance);
    void languageChanged(const QString& code);
    void unlockWanted(const QString& passphrase);
    /// Another key lies in the data directory: everything from the start.
    void reopenWanted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void wireEngine();
    void wireFirstRun();
    void wireBrowse();
    void wireListing();
    void wireJobs();
    void wireHost();
    void wireBets();
    void watchBets(bool on);
    void wireCases();
    void onCases(const std::vector<CaseFacts>& cases);
    void openCase(const QByteArray& id);
    /// Ours about this contract's result.
    void openDispute(const QByteArray& contract);
    void wireWallet();
    void wireMarketplaces();
    void wireSettings();
    void addShortcuts();
    void addKey(const QKeySequence& keys, std::function<void()> action);

    void onOpened(const WalletFacts& wallet, const std::vector<JobFile>& files);
    void resume();
    void onHosts(const QString& market, const std::vector<HostFacts>& hosts);
    void onMarkets(const std::vector<MarketFacts>& markets);
    void onJobs(const std::vector<JobFacts>& jobs);
    void onCannotOpen(const Trouble& why, bool wantsPassphrase);
    void askHowToClose(bool jobs);
    void writeHistory(const QString& file);
    void onAnswered(const QString& what, const Trouble& why);
    void showStart();
    void openListing(const QString& market, const QByteArray& peer);
    void openJob(qint64 id);
    void showPage(QWidget* page, Place place);
    void setFavourite(const QString& market, const QByteArray& peer, bool on);
    void tell(Banner::Kind kind, const QString& text, const QStringList& actions = {},
              std::function<void(int)> then = {});
    /// @param then    what moves the money
    /// @param notYet  to whoever waits for it: it is not done, and nothing is said
    void afterBackup(std::function<void()> then, std::function<void()> notYet = {});
    void answerBackup(bool goOn);
    void onStepChecked(qint64 id, quint64 step, const QString& text, StepVerdict verdict);
    void onVerified(qint64 id, const QString& text, bool right, bool done);
    /// "Handwritten digits: " and what happened in this job.
    [[nodiscard]] QString ofJob(qint64 id, const QString& text) const;
    void explainFocus();
    void askFile(const QString& title, const QString& filter, bool save, std::function<void(QString)> then);
    [[nodiscard]] const HostFacts* find(const QString& market, const QByteArray& peer) const;
    [[nodiscard]] QString myName() const;
    /// Somebody computes on this machine.
    [[nodiscard]] bool isRented() const;

    const EngineThread& m_engine;
    Settings& m_settings;
    const EngineSetup m_setup;
    Rail* m_rail = nullptr;
    QVBoxLayout* m_column = nullptr;
    PageStack* m_stack = nullptr;
    Banner* m_demoBanner = nullptr;
    QPointer<Banner> m_banner; ///< what happened last
    QPointer<Banner> m_askBackup;
    HostModel* m_hostModel = nullptr;
    LockedPage* m_locked = nullptr;
    FirstRunPage* m_firstRun = nullptr;
    BrowsePage* m_browse = nullptr;
    ListingPage* m_listing = nullptr;
    JobsPage* m_jobsPage = nullptr;
    JobPage* m_jobPage = nullptr;
    HostPage* m_host = nullptr;
    BetsPage* m_bets = nullptr;
    CasesPage* m_casesPage = nullptr;
    CasePage* m_casePage = nullptr;
    WalletPage* m_wallet = nullptr;
    MarketplacesPage* m_marketplaces = nullptr;
    SettingsPage* m_settingsPage = nullptr;

    std::vector<MarketFacts> m_markets;
    std::map<QString, std::vector<HostFacts>> m_hosts;
    std::vector<JobFacts> m_jobs;
    std::vector<CaseFacts> m_cases;
    QByteArray m_shownCase;
    std::vector<JobFile> m_jobFiles;
    WalletFacts m_walletFacts;
    HostingState m_hosting = HostingState::Off;
    std::optional<std::pair<QString, QByteArray>> m_shownListing;
    qint64 m_shownJob = 0;
    int m_betWatchers = 0;             ///< pages that show bets now
    std::optional<Link> m_heldLink;    ///< until the directory is open
    std::optional<Link> m_pendingLink; ///< to a listing, until its marketplace has answered
    quint64 m_planToken = 0;
    std::optional<RentRequest> m_planWanted;
    QTimer m_planSoon, m_clock;
    QString m_nextFile;
    struct Held {
        std::function<void()> then, notYet;
    };
    std::vector<Held> m_held; ///< until the question about the backup is answered
    bool m_isOpen = false;    ///< the directory
    bool m_closing = false, m_goesWithoutBackup = false;
};

} // namespace unchained::ui
