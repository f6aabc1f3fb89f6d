// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QComboBox;
class QPushButton;

namespace unchained::ui {

class DraftField;
class KeyValueRow;
class Label;
class UnitField;

/// A complaint about the other side of a contract, whose renter or host we are: which, how much, and what happened.
class OpenCaseCard : public Card {
    Q_OBJECT
public:
    explicit OpenCaseCard(QWidget* parent = nullptr);
    void setJobs(const std::vector<JobFacts>& jobs);
    /// What we have let, newest first.
    void setHosted(const std::vector<HostedContract>& contracts);
    /// For the balances that the deposit is taken from.
    void setMarkets(const std::vector<MarketFacts>& markets);
    [[nodiscard]] bool hasContracts() const { return !m_contracts.empty(); }
    void start();
    /// What became of the words of openWanted(): taken, the form is empty and goes; else all stays as it was written.
    void setAnswer(const QByteArray& contract, const QString& words, bool taken);

signals:
    void openWanted(const QString& market, const QByteArray& contract, const QByteArray& against,
                    unchained::Amount asked, const QString& text);

private:
    struct Subject {
        QString market, words;
        QByteArray contract, against;
        Amount deposit, most;
        bool ofRenter = false;
        bool operator==(const Subject&) const = default;
    };
    void setContracts();
    [[nodiscard]] QString mistakeIn(std::optional<Amount> asked, const Subject& which) const;
    void send();
    void showDeposit();

    std::vector<Subject> m_rented, m_hosted, m_contracts; ///< all: what can be chosen
    QByteArray m_sentFor;                                 ///< contract of the complaint that is on its way
    QComboBox* m_which;
    UnitField* m_asked;
    DraftField* m_text;
    Label* m_mistake;
    std::vector<MarketFacts> m_markets;
    KeyValueRow* m_left;
    QPushButton* m_open;
};

} // namespace unchained::ui
