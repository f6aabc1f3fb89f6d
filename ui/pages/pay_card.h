// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace unchained::ui {

class KeyValueRow;
class Label;
class UnitField;

/// Pays another peer: to whom and how much, then a look at what moves, then the payment.
class PayCard : public Card {
    Q_OBJECT
public:
    explicit PayCard(QWidget* parent = nullptr);
    void setMarkets(const std::vector<MarketFacts>& markets);
    /// Ours: it cannot be paid.
    void setOwn(const QByteArray& peer) { m_own = peer; }
    void setResult(const Trouble& why, const QString& done);

signals:
    void payWanted(QString market, QByteArray peer, unchained::Amount amount);

private:
    QWidget* buildForm();
    QWidget* buildReview();
    void review();
    void backToForm();
    void pay();
    [[nodiscard]] const MarketFacts* market() const;

    std::vector<MarketFacts> m_markets;
    QByteArray m_own, m_peer;
    Amount m_amount;
    QWidget *m_form, *m_review, *m_marketBox;
    QComboBox* m_market;
    QLineEdit* m_to;
    UnitField* m_sum;
    Label *m_mistake, *m_result, *m_toText;
    KeyValueRow *m_moves, *m_where, *m_after;
    QPushButton *m_next, *m_pay, *m_back;
};

} // namespace unchained::ui
