// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QComboBox;

namespace unchained::ui {

class DraftField;
class Label;
class UnitField;

/// A complaint of a renter about the host of one of its contracts: which, how much, and what happened.
class OpenCaseCard : public Card {
    Q_OBJECT
public:
    explicit OpenCaseCard(QWidget* parent = nullptr);
    void setJobs(const std::vector<JobFacts>& jobs);
    [[nodiscard]] bool hasContracts() const { return !m_contracts.empty(); }
    void start();
    /// What became of the words of openWanted(): taken, the form is empty and goes; else all stays as it was written.
    void setAnswer(const QByteArray& contract, const QString& words, bool taken);

signals:
    void openWanted(const QString& market, const QByteArray& contract, const QByteArray& against,
                    unchained::Amount asked, const QString& text);

private:
    struct Rented {
        QString market, words;
        QByteArray contract, host;
        bool operator==(const Rented&) const = default;
    };
    void send();

    std::vector<Rented> m_contracts;
    QByteArray m_sentFor; ///< contract of the complaint that is on its way
    QComboBox* m_which;
    UnitField* m_asked;
    DraftField* m_text;
    Label* m_mistake;
};

} // namespace unchained::ui
