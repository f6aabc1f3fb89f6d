// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/listing_form.h"
#include "pages/page_frame.h"

#include <map>

class QPushButton;
class QStackedWidget;

namespace unchained::ui {

class Banner;
class EarningsView;
class Label;
class RentersView;
class SegmentedControl;

/// This machine as a host: what it earned, how it is listed, what renters say. Where nothing is listed yet: the form
/// that lists it, and above it what is still to be said of its last renters.
class HostPage : public PageFrame {
    Q_OBJECT
public:
    explicit HostPage(QWidget* parent = nullptr);
    void setHosting(const HostingFacts& hosting);
    void setMarkets(const std::vector<MarketFacts>& markets);
    /// What is wanted there; of each marketplace as it comes.
    void setMarketHosts(const QString& market, const std::vector<HostFacts>& hosts);
    /// Our books, newest line first, for what came in on the days before.
    void setLedger(const std::vector<LedgerLine>& lines);
    void setNow(qint64 now);
    /// What the user told before; electricityChanged() tells what to keep.
    void setElectricity(double watts, Amount pricePerKwh);
    /// Ours, for the picture.
    void setPeer(const QByteArray& peer);

signals:
    void reviewWanted(QString market, QByteArray contract, unchained::ui::StarsGiven stars, QString text);
    void replyWanted(QString market, QByteArray contract, QString text);
    void listWanted(unchained::ui::HostingRequest request);
    void pauseWanted(bool paused);
    void stopWanted();
    void priceWanted(unchained::Amount pricePerHour);
    /// @param most  nothing: up to the whole balance
    void bondWanted(std::optional<unchained::Amount> most);
    void electricityChanged(double watts, unchained::Amount pricePerKwh);

private:
    void fill();
    void fillWanted();
    void showPart();
    [[nodiscard]] QString marketOf(const QByteArray& contract) const;

    HostingFacts m_hosting;
    std::map<QString, std::vector<HostFacts>> m_marketHosts;
    std::vector<LedgerLine> m_ledger;
    QByteArray m_peer;
    qint64 m_now = 0;
    SegmentedControl* m_tabs;
    QPushButton *m_pause, *m_stop;
    Label* m_intro;
    Banner *m_trouble, *m_askStop;
    EarningsView* m_earnings;
    ListingForm* m_form;
    RentersView* m_renters;
};

} // namespace unchained::ui
