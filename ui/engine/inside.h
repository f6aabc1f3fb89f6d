// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_book.h"
#include "engine/demo_world.h"
#include "engine/dispute_run.h"
#include "engine/engine.h"
#include "engine/hosted.h"
#include "engine/hosting.h"
#include "engine/market_link.h"
#include "engine/rental.h"
#include "jobs/job_file.h"
#include "jobs/terms_file.h"
#include "storage/data_directory.h"

#include <QProcess>
#include <QTimer>

#include <map>
#include <set>

/// What Engine owns; for engine*.cpp alone.
namespace unchained::ui {

struct Engine::Inside {
    Inside(Engine& owner, EngineSetup s);
    ~Inside();

    // engine.cpp
    Result<void> openStores(storage::DataDirectory&& opened, const QString& words);
    [[nodiscard]] std::vector<JobFile> jobFiles() const;
    void loadJobs();
    HostNames names();
    void broken(const Error& why);
    void mend();
    [[nodiscard]] bool canWrite() const;
    void tellDevices() const;
    void close();
    void addMarket(const net::HubAddress& address, bool isDemo);
    void emitChanges();
    [[nodiscard]] HostingFacts hostingFacts() const;
    [[nodiscard]] WalletFacts walletFacts() const;
    void addReviews(JobFacts& job) const;
    [[nodiscard]] QString marketOfHub(const std::string& hub) const;
    void startDemo();
    void endHub();
    void onHubAddress(const QString& address);
    void onHubEnded(const QString& how);

    // engine_bets.cpp
    void refreshBets();
    void tellBets(const QString& address);
    std::unique_ptr<QTimer> betsPoll;
    // engine_cases.cpp
    void addCases(const QString& address, MarketLink& market);
    void tellCases();
    void tellHosted();
    std::vector<Hosted> hosted;
    std::optional<std::size_t> hostedSeen; ///< Hosting::rentals() when it was read
    [[nodiscard]] std::uint64_t jobStepOf(const QByteArray& contract);
    std::map<QByteArray, std::uint64_t> jobSteps; ///< where contracts of ours as renter begin, from 1
    CaseBook* bookOf(const QString& market, const QString& what);
    // engine_disputes.cpp
    Result<DisputeOrder> orderOf(qint64 job, const QByteArray& contract, std::optional<quint64> step);
    void follow(std::unique_ptr<DisputeRun> run);
    void takeOverDisputes();
    [[nodiscard]] DisputeProgram disputeProgram() const;
    std::map<QByteArray, std::unique_ptr<DisputeRun>> disputes; ///< by contract; the last one of each

    // engine_requests.cpp
    Result<void> startRental(const storage::JobRow& row);
    void endRental(std::int64_t id);
    void refreshAccounts();
    void sayOf(MarketLink& market, cbor::Value said, const QString& what, const QString& done);
    [[nodiscard]] Result<PlanFacts> planOf(const RentRequest& request) const;
    [[nodiscard]] Result<net::RentOptions> optionsOf(const RentRequest& request) const;

    Engine& engine;
    const EngineSetup setup;
    QString passphrase;
    std::optional<storage::DataDirectory> directory;
    std::unique_ptr<identity::Keys> keys;
    std::unique_ptr<storage::PeerStore> store;
    std::unique_ptr<storage::BlobStore> blobs;
    std::unique_ptr<DemoWorld> demo;
    QProcess* hub = nullptr;
    QString hubAddress; ///< as hubRuns() told it
    bool hubForOthers = false;
    std::map<QString, std::unique_ptr<MarketLink>> markets; ///< by address
    std::map<QString, std::unique_ptr<CaseBook>> cases;     ///< by address; each goes before its market
    std::map<std::int64_t, std::unique_ptr<Rental>> rentals;
    std::map<std::int64_t, JobFacts> past;
    std::unique_ptr<Hosting> hosting;
    std::vector<ReviewFacts> ownReviews;
    std::unique_ptr<QTimer> tick;
    std::set<QString> hostsDirty;
    bool marketsDirty = false, jobsDirty = false, walletDirty = false, hostingDirty = false;
    bool casesDirty = false;
    bool stopping = false;
    int lockRetries = 0;
    bool mending = false; ///< after broken(), until it is open again
    BreakFacts breakFacts;
    int mendMs = 0;
};

} // namespace unchained::ui
