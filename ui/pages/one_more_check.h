// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"
#include "engine/facts.h"
#include "theme/theme.h"

#include <QWidget>

#include <map>
#include <set>

class QPushButton;

namespace unchained::ui {

class KeyValueRow;
class Label;
class UnitField;

/// "One more check now?": what it would save and cost, what is known by now, and the ways to check: a step drawn here,
/// a step that is named, a bet that forces the marketplace's check, a dispute.
class OneMoreCheck : public QWidget {
    Q_OBJECT
public:
    explicit OneMoreCheck(QWidget* parent = nullptr);
    /// @param bets  of the job's marketplace
    void setJob(const JobFacts& job, const std::vector<BetFacts>& bets, qint64 now);
    /// The answer to checkWanted(), of whatever job it was asked; the step as there.
    void setResult(qint64 job, quint64 step, const QString& text, StepVerdict verdict);

signals:
    /// @param step  of the job, counted from 0; the field counts from 1
    void checkWanted(quint64 step);
    void betWanted(const unchained::ui::BetSubject& subject);
    /// @param step  counted as above; none: whichever differs
    void disputeWanted(std::optional<quint64> step);

private:
    void build();
    void fillAdvice(const ContractFacts& contract, bool underWay);
    void fillAnswer();
    void fillDispute();
    void checkOne();
    void checkNamed();
    void ask(quint64 step);

    /// What was asked about a job, and the last answer: it is there when the job is shown again.
    struct Asked {
        std::set<quint64> steps; ///< so that the next draw is another one
        std::optional<quint64> wrong;
        QString answer;
        Token token = Token::Text2;
        bool waits = false;
    };
    qint64 m_id = 0;
    std::map<qint64, Asked> m_asked; ///< by job
    quint64 m_first = 1, m_last = 0; ///< steps that can be computed again here, counted from 1
    std::optional<BetSubject> m_bet;
    std::vector<BetFacts> m_bets;
    bool m_can = false, m_disputable = false;
    Label *m_heading, *m_advice, *m_assurance, *m_answer;
    KeyValueRow *m_fraud, *m_save, *m_cost;
    QPushButton *m_one, *m_named, *m_check, *m_toBet, *m_dispute, *m_disputeStep;
    QWidget* m_form;
    UnitField* m_step;
};

} // namespace unchained::ui
