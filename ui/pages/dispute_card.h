// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

#include <map>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace unchained::ui {

class Label;
class ProgressBar;
class Switch;
class UnitField;

/// Takes the host of a contract to the hub over a result: which contract, which step or all of them, and then how far
/// it is, to its end.
class DisputeCard : public Card {
    Q_OBJECT
public:
    explicit DisputeCard(QWidget* parent = nullptr);
    /// @param checkFee  of the marketplace, nothing while it is not known
    void setJob(const JobFacts& job, std::optional<Amount> checkFee, qint64 now);
    void setDispute(const DisputeFacts& dispute);
    /// Shows it, with the keyboard in it.
    /// @param step  of the job, counted from 0
    void start(std::optional<quint64> step);

signals:
    /// @param step  of the contract, counted from 0
    /// @param rounds  narrow it down with the host, although the step that differs is known
    void disputeWanted(QByteArray contract, std::optional<quint64> step, bool rounds, QString text);
    void caseWanted(QByteArray contract);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void fillContracts(const std::vector<const ContractFacts*>& open);
    void fill();
    void send();
    [[nodiscard]] const ContractFacts* chosen() const;
    /// Of this job the one that is shown; null before there is one.
    [[nodiscard]] const DisputeFacts* shown() const;

    qint64 m_job = 0;
    std::vector<ContractFacts> m_all; ///< of the job
    std::optional<Amount> m_checkFee;
    std::map<QByteArray, DisputeFacts> m_disputes; ///< the last one of each contract
    QByteArray m_last;                             ///< contract of the last that was told of this job
    std::vector<QByteArray> m_contracts;
    bool m_again = false; ///< the form is shown although one has ended
    QWidget* m_form;
    QComboBox* m_which;
    QWidget* m_whichBox;
    UnitField* m_step;
    Switch* m_rounds;
    QLineEdit* m_text;
    Label *m_terms, *m_mistake, *m_stage;
    ProgressBar* m_progress;
    QPushButton *m_go, *m_close, *m_case;
};

} // namespace unchained::ui
