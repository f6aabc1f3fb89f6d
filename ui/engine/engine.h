// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"
#include "engine/case_facts.h"
#include "engine/facts.h"
#include "protocol/case_record.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>

namespace unchained::ui {

/// Where things lie.
struct EngineSetup {
    std::filesystem::path data;         ///< the user's directory
    std::filesystem::path worker, node; ///< unchained-worker, unchained-node
    std::vector<std::filesystem::path> jobs;
    bool demo = false; ///< `data` is the demo's own: a hub and three hosts are started, and end with the engine
};

/// Everything that is not widgets: one thread, one data directory. The window calls its functions by
/// QMetaObject::invokeMethod and hears its signals, both queued; the signals carry values and come at most ten times a
/// second each. Long work is in processes of its own (unchained-worker, and in the demo the other parties).
class Engine : public QObject {
    Q_OBJECT
public:
    explicit Engine(EngineSetup setup);
    ~Engine() override;

    /// Takes the directory, makes a missing key, carries on what was under way: opened() or cannotOpen(). Nothing where
    /// it is open already.
    void open(const QString& passphrase);
    /// Ends everything in order; what is under way stays so in the records. stopped() follows.
    /// @param keepRunning  jobs go on in a process of their own, which the next open() takes over; where it cannot be
    ///                     started all is opened again, and cannotKeepRunning() follows instead
    void stop(bool keepRunning);
    /// Says everything again, for a window that was made later: opened() first. Nothing where it is not open.
    void tellAll();

    // From here on: nothing is done while the directory is not open.
    void addMarket(const QString& address);
    void removeMarket(const QString& address);
    void refresh(const QString& address);
    /// reviewsArrived() and caseRecordArrived() follow.
    void askReviews(const QString& market, const QByteArray& peer);
    /// planned() or planFailed() with the token.
    void plan(quint64 token, const RentRequest& request);
    void rent(const RentRequest& request);
    void pauseJob(qint64 id, bool paused);
    void cancelJob(qint64 id);
    /// @param step  of the job, counted from 0; of the host that works now
    void checkStep(qint64 id, quint64 step);
    void verify(qint64 id);
    /// Computes the result of a contract of this job again, as far as `step` where one is named, and where it comes out
    /// otherwise takes its host to the hub: disputeChanged(). It goes on while the window is closed.
    /// @param step  of the contract, counted from 0
    /// @param rounds  the whole run is disputed, and narrowed to the step with the host
    void dispute(qint64 id, const QByteArray& contract, std::optional<quint64> step, bool rounds, const QString& text);
    void review(const QString& market, const QByteArray& contract, const StarsGiven& stars, const QString& text);
    /// Rents nothing from this peer and lets nothing to it.
    void block(const QByteArray& peer, bool on);
    void reply(const QString& market, const QByteArray& contract, const QString& text);
    void host(const HostingRequest& request);
    void pauseHosting(bool paused);
    void setHostingPrice(qint64 microPerHour);
    /// Most that it bets at once; nothing: up to its whole balance.
    void setHostingBond(std::optional<qint64> micro);
    void stopHosting();
    void pay(const QString& market, const QByteArray& peer, qint64 micro);
    /// A proposal of what whoever opened the case gets of the other, in micro-credits.
    void settleCase(const QString& market, const QByteArray& id, qint64 toOpener);
    void acceptSettlement(const QString& market, const QByteArray& id);
    void ruleCase(const QString& market, const QByteArray& id, qint64 toOpener, const QString& text);
    /// wordsAnswered() follows to each of these three: about the case, and twice about the contract.
    void addStatement(const QString& market, const QByteArray& id, const QString& text);
    void writeMessage(const QString& market, const QByteArray& contract, const QByteArray& to, const QString& text);
    void openCase(const QString& market, const QByteArray& contract, const QByteArray& against, qint64 asked,
                  const QString& text);
    void backup(const QString& file);
    void restore(const QString& file, const QString& passphrase);
    /// betsChanged() of each marketplace follows, again and again while it is on.
    void watchBets(bool on);
    /// betHistory() follows.
    void askBetHistory(const BetSubject& subject);
    /// betAnswered() follows, once, for these two.
    void placeBet(const BetRequest& request);
    void openBets(const BetSubject& subject, qint64 most);
    /// A hub on this machine, in <data>/hub; marketAdded() with its address here, then hubRuns().
    /// @param forOthers  other machines reach it, too
    void runHub(quint16 port, bool forOthers);
    void stopHub();

signals:
    void opened(const unchained::ui::WalletFacts& wallet, const std::vector<unchained::ui::JobFile>& jobs);
    void cannotOpen(const unchained::ui::Trouble& why, bool wantsPassphrase);
    /// The records can be written or read no more: all has ended, cannotOpen() was said, and it is tried again.
    void broke(const unchained::ui::BreakFacts& facts);
    void stopped();
    void cannotKeepRunning(const unchained::ui::Trouble& why);
    void marketAdded(const QString& address);
    void marketsChanged(const std::vector<unchained::ui::MarketFacts>& markets);
    void hostsChanged(const QString& market, const std::vector<unchained::ui::HostFacts>& hosts);
    void reviewsArrived(const QByteArray& peer, const std::vector<unchained::ui::ReviewFacts>& reviews);
    void caseRecordArrived(const QByteArray& peer, const unchained::protocol::CaseRecord& record);
    void planned(quint64 token, const unchained::ui::PlanFacts& plan);
    void planFailed(quint64 token, const unchained::ui::Trouble& why);
    /// The answer to rent(), one of the two.
    void rentBegan(qint64 job);
    void rentRefused(const unchained::ui::Trouble& why);
    void jobsChanged(const std::vector<unchained::ui::JobFacts>& jobs);
    void stepChecked(qint64 job, quint64 step, const QString& text, unchained::ui::StepVerdict verdict);
    /// How a dispute goes; a new one begins with stage Comparing.
    void disputeChanged(const unchained::ui::DisputeFacts& facts);
    void verified(qint64 job, const QString& text, bool right, bool done);
    void hostingChanged(const unchained::ui::HostingFacts& hosting);
    /// Of all marketplaces; first said when one of them has answered.
    void casesChanged(const std::vector<unchained::ui::CaseFacts>& cases);
    /// Whether the marketplace has taken words of the user's: until then whoever wrote them keeps them.
    void wordsAnswered(const QByteArray& about, const QString& words, bool taken);
    /// What we have let at marketplaces that answer, newest first.
    void hostedChanged(const std::vector<unchained::ui::HostedContract>& contracts);
    void walletChanged(const unchained::ui::WalletFacts& wallet);
    /// What computes here, a line each.
    void devicesFound(const QStringList& lines);
    /// Of the marketplace that runs on this machine, as others are to be told where it is for them; empty: none does.
    void hubRuns(const QString& address, bool forOthers);
    void paid(const unchained::ui::Trouble& why, const QString& what);
    void betsChanged(const QString& market, const std::vector<unchained::ui::BetFacts>& bets,
                     const unchained::ui::Trouble& why);
    void betHistory(const unchained::ui::BetSubject& subject, const std::vector<unchained::ui::BetPoint>& points);
    void betAnswered(const unchained::ui::Trouble& why, const QString& what);
    void backedUp();
    /// Another key lies in the directory: close and open again.
    void restored();
    /// The answer to a request of the user: an empty Trouble and what was done, or why not.
    void answered(const QString& what, const unchained::ui::Trouble& why);

private:
    struct Inside;
    std::unique_ptr<Inside> m;
};

} // namespace unchained::ui
