// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"
#include "engine/facts.h"
#include "widgets/card.h"

class QBoxLayout;

namespace unchained::ui {

class Badge;
class FigureLabel;
class KeyValueRow;
class MarkBar;
class OneMoreCheck;

/// The truth about cheating on this job: what it would gain, what was checked, and whether one more check is worth it.
class VerificationCard : public Card {
    Q_OBJECT
public:
    explicit VerificationCard(QWidget* parent = nullptr);
    /// @param bets  of the job's marketplace
    void setJob(const JobFacts& job, const std::vector<BetFacts>& bets, qint64 now);
    /// The answer to checkWanted(), of whatever job it was asked; the step as there.
    void setCheckResult(qint64 job, quint64 step, const QString& text, StepVerdict verdict);

signals:
    /// @param step  of the job, counted from 0
    void checkWanted(quint64 step);
    void betWanted(const unchained::ui::BetSubject& subject);
    void disputeWanted(std::optional<quint64> step);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* buildGain();
    void fillSabotage(const JobFacts& job, const ContractFacts* contract);

    Badge* m_badge;
    Card* m_gainBox = nullptr;
    FigureLabel* m_gain = nullptr;
    Label* m_gainText = nullptr;
    KeyValueRow *m_checks, *m_wrong, *m_overhead, *m_sabotage, *m_market;
    MarkBar *m_one, *m_percent1, *m_percent10;
    OneMoreCheck* m_more;
    QBoxLayout* m_parts = nullptr; ///< one over the other, or side by side
    QWidget* m_parting = nullptr;
};

} // namespace unchained::ui
