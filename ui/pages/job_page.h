// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"
#include "engine/facts.h"
#include "pages/page_frame.h"

#include <map>

namespace unchained::ui {

class Banner;
class BlameCard;
class DisputeCard;
class EventsCard;
class JobHeader;
class LearningCard;
class OutcomeCard;
class PictureCard;
class StripCard;
class VerificationCard;

/// One job, live: how far, what it cost, what it learned, each window of tickets, and the truth about cheating.
/// Ctrl P pauses, Ctrl . asks whether to cancel.
class JobPage : public PageFrame {
    Q_OBJECT
public:
    explicit JobPage(QWidget* parent = nullptr);
    void setJob(const JobFacts& job);
    /// Milliseconds since 1970, for what is told relative to now.
    void setNow(qint64 now);
    /// @param id     of whatever job it is: one that is not shown keeps it until it is
    /// @param total  0 where it is not known how much there is to do; done == total: it has ended
    void setVerifyProgress(qint64 id, int done, int total, const QString& text);
    /// The answer to checkStepWanted(), kept in the same way.
    void setCheckResult(qint64 id, quint64 step, const QString& text, StepVerdict verdict);
    void setDispute(const DisputeFacts& dispute);
    void setMarkets(const std::vector<MarketFacts>& markets);
    /// What is bet on at a marketplace.
    void setBets(const QString& market, const std::vector<BetFacts>& bets);
    [[nodiscard]] qint64 id() const { return m_job.id; }

signals:
    void pauseWanted(qint64 id, bool paused);
    void cancelWanted(qint64 id);
    /// @param step  counted from 0
    void checkStepWanted(qint64 id, quint64 step);
    void openFolderWanted(QString path);
    void verifyWanted(qint64 id);
    void reviewWanted(QByteArray contract, unchained::ui::StarsGiven stars, QString text);
    void replyWanted(QByteArray contract, QString text);
    /// @param step  of the contract, counted from 0; none: all are compared
    /// @param rounds  narrow it down with the host
    void disputeWanted(qint64 id, QByteArray contract, std::optional<quint64> step, bool rounds, QString text);
    /// The case that a dispute of ours about this contract has opened.
    void caseWanted(QByteArray contract);
    void betWanted(unchained::ui::BetSubject subject);
    /// Whether somebody looks at a job under way: setBets() is wanted again and again meanwhile.
    void watched(bool on);
    void back();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void addShortcuts();
    void askToCancel();
    void fill();
    void fillBanners();
    void fillVerification();
    void tellWatched();
    void arrange();

    JobFacts m_job;
    std::vector<MarketFacts> m_markets;
    std::map<QString, std::vector<BetFacts>> m_bets; ///< by marketplace
    qint64 m_now = 0;
    JobHeader* m_header;
    Banner *m_trouble, *m_caught, *m_askCancel;
    OutcomeCard* m_outcome;
    DisputeCard* m_dispute;
    BlameCard* m_blame;
    LearningCard* m_learning;
    PictureCard* m_picture;
    StripCard* m_strip;
    EventsCard* m_events;
    QBoxLayout* m_lower; ///< strip and log, side by side where both fit
    VerificationCard* m_verification;
    bool m_watching = false;
    QString m_caughtClosed; ///< the sentence whose banner was closed
};

} // namespace unchained::ui
