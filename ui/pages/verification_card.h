// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

class QPushButton;

namespace unchained::ui {

class Badge;
class FigureLabel;
class KeyValueRow;
class MarkBar;
class UnitField;

/// The truth about cheating on this job: what it would gain, what was checked, and a check of any step by hand.
class VerificationCard : public Card {
    Q_OBJECT
public:
    explicit VerificationCard(QWidget* parent = nullptr);
    void setJob(const JobFacts& job);
    /// The answer to checkWanted(); the step as there.
    void setCheckResult(quint64 step, const QString& text, bool right);

signals:
    /// @param step  counted from 0, as the protocol does; the field counts from 1
    void checkWanted(quint64 step);

private:
    void buildGain();
    void buildCheck();
    void sendCheck();

    qint64 m_id = 0;
    quint64 m_stepsDone = 0;
    Badge* m_badge;
    Card* m_gainBox;
    FigureLabel* m_gain;
    Label* m_gainText;
    KeyValueRow *m_checks, *m_wrong, *m_overhead, *m_sabotage;
    MarkBar *m_one, *m_percent1, *m_percent10;
    QPushButton *m_open, *m_check;
    QWidget* m_form;
    UnitField* m_step;
    Label* m_answer;
};

} // namespace unchained::ui
