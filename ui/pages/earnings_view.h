// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/listing_form.h"

#include <QWidget>

class QPushButton;

namespace unchained::ui {

class Banner;
class Card;
class EarningsCard;
class EffectCard;
class Figure;
class FigureLabel;
class IconLabel;
class Label;
class PeerPicture;
class ProgressBar;
class SegmentedControl;
class Switch;
class WantedCard;
class WeekCard;

/// This machine's line in the list of devices: what it does, how far, its price, today, and a switch to pause it.
class DeviceRow : public QWidget {
    Q_OBJECT
public:
    explicit DeviceRow(QWidget* parent = nullptr);
    void setHosting(const HostingFacts& hosting, const QByteArray& own);

signals:
    void pauseWanted(bool paused);

private:
    PeerPicture* m_picture;
    Label *m_device, *m_state, *m_busyText;
    IconLabel* m_stateIcon;
    ProgressBar* m_busy;
    FigureLabel *m_price, *m_today;
    Switch* m_on;
};

/// What the host got today beside what it could have expected, what is still to come, and why it waits.
class EarningsView : public QWidget {
    Q_OBJECT
public:
    explicit EarningsView(QWidget* parent = nullptr);
    void setHosting(const HostingFacts& hosting, const QByteArray& own, qint64 now);
    void setElectricity(const Electricity& electricity);
    /// @param creditsPerHour  what the same device would get by mining; none where no figure is known
    void setMining(std::optional<double> creditsPerHour);
    /// @param lines  newest first, of all marketplaces: what came in on the days before
    void setLedger(const std::vector<LedgerLine>& lines, qint64 now);
    /// Those of the marketplace on which this machine is listed.
    void setMarketHosts(const std::vector<HostFacts>& hosts);

signals:
    void pauseWanted(bool paused);
    void priceWanted(unchained::Amount price);
    void bondWanted(std::optional<unchained::Amount> most);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class ClaimRow;
    [[nodiscard]] QWidget* buildCharts();
    void arrangeCharts();
    [[nodiscard]] Card* buildDevices();
    [[nodiscard]] Card* buildClaims();
    [[nodiscard]] Card* buildWhy();
    void fill();
    void fillFigures();
    void fillClaims();
    void fillWhy();

    HostingFacts m_hosting;
    QByteArray m_own;
    qint64 m_now = 0;
    Electricity m_electricity;
    std::optional<double> m_mining;
    Figure *m_received, *m_net, *m_miningFigure, *m_within, *m_bond;
    EarningsCard* m_chart;
    WeekCard* m_week;
    SegmentedControl *m_toWeek, *m_toDay; ///< on either card, where only one has room
    WantedCard* m_wanted;
    EffectCard* m_effect;
    bool m_showsWeek = false;
    Card *m_devices, *m_claims, *m_why;
    DeviceRow* m_device;
    FigureLabel* m_pending;
    Label *m_noClaims, *m_whyText;
    std::vector<ClaimRow*> m_claimRows;
    QPushButton* m_ask;
};

} // namespace unchained::ui
