// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "protocol/case_record.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace unchained::ui {

class InnerScroll;
class Label;
class ListingFacts;
class PriceBox;
class RentSheet;

/// One host: what it is, what is known of it, what a job costs there, and renting it. The price box stays at the right;
/// in a narrow window it lies behind a bar at the bottom. The last look before money moves takes the page's place.
class ListingPage : public QWidget {
    Q_OBJECT
public:
    explicit ListingPage(QWidget* parent = nullptr);
    ~ListingPage() override;
    void setJobs(const std::vector<JobFile>& jobs);
    void setHost(const HostFacts& host);
    /// All of the same marketplace, to compare with.
    void setMarketHosts(const std::vector<HostFacts>& hosts);
    void setReviews(const std::vector<ReviewFacts>& reviews);
    /// What the marketplace's cases say of it; nothing while that is not known.
    void setCaseRecord(std::optional<protocol::CaseRecord> record);
    /// Ours on this marketplace; none while it is not known.
    void setBalance(std::optional<Amount> balance);
    void setPlanning(bool planning);
    void setPlan(const PlanFacts& plan);
    void setPlanTrouble(const Trouble& why);
    /// The answer to rentConfirmed() where no job began.
    void setRentTrouble(const Trouble& why);
    /// What "Copy address" copies; without one the button is not there.
    void setLink(const QString& link);
    /// For the age of reviews; by default when it was shown.
    void setNow(qint64 now);

signals:
    void planWanted(unchained::ui::RentRequest request);
    void rentConfirmed(unchained::ui::RentRequest request);
    void back();
    void favouriteToggled(QString market, QByteArray peer, bool on);
    void blockToggled(bool on);
    void chooseJobFile();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    class BottomBar;
    [[nodiscard]] QWidget* buildMain();
    [[nodiscard]] QWidget* buildTop();
    [[nodiscard]] QWidget* buildBoxPage();
    void addKeys();
    void arrange();
    void showMain();
    void showBox();
    void review();
    void leave();
    void fill();

    HostFacts m_host;
    std::optional<Amount> m_balance;
    QString m_link;
    bool m_narrow = false;
    QStackedLayout* m_stack;
    QWidget *m_main, *m_boxPage;
    Label *m_name, *m_boxName;
    QPushButton *m_favourite, *m_copy, *m_more;
    InnerScroll* m_scroll;
    ListingFacts* m_facts;
    PriceBox* m_box;
    QVBoxLayout *m_side, *m_middle; ///< where the box lies: beside the facts, or on its own
    BottomBar* m_bar;
    RentSheet* m_sheet;
};

} // namespace unchained::ui
