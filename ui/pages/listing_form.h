// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace unchained::ui {

class Card;
class KeyValueRow;
class Label;
class Switch;
class WantedCard;
class TwoColumns;
class UnitField;

/// What this machine draws and what that costs.
struct Electricity {
    double watts = 0;   ///< while it works; 0: not told
    Amount pricePerKwh; ///< in credits
    bool operator==(const Electricity&) const = default;
};

/// How this machine is listed: name, place, price, bond, and beside them what it would earn. Before it is listed it
/// lists; afterwards only price and bond can be changed.
class ListingForm : public QWidget {
    Q_OBJECT
public:
    explicit ListingForm(QWidget* parent = nullptr);
    void setHosting(const HostingFacts& hosting);
    void setMarkets(const std::vector<MarketFacts>& markets);
    void setElectricity(const Electricity& electricity);
    /// @param credits  an hour; none where no figure is known for this device
    void setMining(std::optional<double> creditsPerHour);
    [[nodiscard]] WantedCard* wanted() const { return m_wanted; }

signals:
    void listWanted(unchained::ui::HostingRequest request);
    void priceWanted(unchained::Amount price);
    /// @param most  nothing: up to the whole balance
    void bondWanted(std::optional<unchained::Amount> most);
    void electricityChanged(double watts, unchained::Amount pricePerKwh);

private:
    [[nodiscard]] Card* buildForm();
    [[nodiscard]] Card* buildElectricity();
    [[nodiscard]] Card* buildEarnings();
    void send();
    void readElectricity();
    void estimate();
    [[nodiscard]] bool otherBond() const;
    [[nodiscard]] QString mistakeOf(std::optional<Amount> price, std::optional<Amount> bond);

    HostingFacts m_hosting;
    std::vector<MarketFacts> m_markets;
    Electricity m_electricity;
    std::optional<double> m_mining;
    QComboBox* m_market;
    QLineEdit *m_name, *m_place;
    UnitField *m_price, *m_bond, *m_watts, *m_kwh;
    Switch* m_bondAll;
    WantedCard* m_wanted;
    QWidget* m_bondBox;
    Label *m_mistake, *m_note;
    QPushButton* m_send;
    KeyValueRow *m_day, *m_power, *m_net, *m_miningRow;
};

} // namespace unchained::ui
