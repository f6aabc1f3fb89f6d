// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace unchained::ui {

class KeyValueRow;
class Label;
class UnitField;

/// A complaint of a renter about the host of one of its contracts: which, how much, and what happened.
class OpenCaseCard : public Card {
    Q_OBJECT
public:
    explicit OpenCaseCard(QWidget* parent = nullptr);
    void setJobs(const std::vector<JobFacts>& jobs);
    /// For the balances that the deposit is taken from.
    void setMarkets(const std::vector<MarketFacts>& markets);
    [[nodiscard]] bool hasContracts() const { return !m_contracts.empty(); }
    void start();

signals:
    void openWanted(const QString& market, const QByteArray& contract, const QByteArray& against,
                    unchained::Amount asked, const QString& text);

private:
    struct Rented {
        QString market, words;
        QByteArray contract, host;
        Amount deposit;
        bool operator==(const Rented&) const = default;
    };
    void send();
    void showDeposit();

    std::vector<Rented> m_contracts;
    QComboBox* m_which;
    UnitField* m_asked;
    QLineEdit* m_text;
    Label* m_mistake;
    std::vector<MarketFacts> m_markets;
    KeyValueRow* m_left;
    QPushButton* m_open;
};

} // namespace unchained::ui
