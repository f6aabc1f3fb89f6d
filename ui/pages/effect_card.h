// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

class QBoxLayout;
class QPushButton;

namespace unchained::ui {

class Chart;
class KeyValueRow;
class Label;
class Slider;

/// What another bond and another price would change: what renters may have at stake, how often they must check, and how
/// both stand among the other hosts. The sliders try it out; a button asks the price, and one bets the bond.
class EffectCard : public Card {
    Q_OBJECT
public:
    explicit EffectCard(QWidget* parent = nullptr);
    /// @param own  this machine's peer
    void setHosting(const HostingFacts& hosting, const QByteArray& own);
    void setMarketHosts(const std::vector<HostFacts>& hosts);

signals:
    void priceWanted(unchained::Amount price);
    void bondWanted(std::optional<unchained::Amount> most);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void fill();
    void fillChart(Amount price, Amount bond);
    [[nodiscard]] Amount bondNow() const;
    [[nodiscard]] Amount bondTried() const;
    [[nodiscard]] Amount priceTried() const;

    HostingFacts m_hosting;
    QByteArray m_own;
    std::vector<HostFacts> m_hosts;
    Slider *m_bondSlider, *m_priceSlider;
    KeyValueRow *m_bond, *m_price, *m_worth, *m_rate, *m_among, *m_amongBonds, *m_refused;
    Chart* m_chart;
    Label* m_note;
    QPushButton *m_ask, *m_bet;
    QBoxLayout* m_parts = nullptr;
};

} // namespace unchained::ui
