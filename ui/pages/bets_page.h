// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"

#include <QTimer>
#include <QWidget>

#include <map>

class QBoxLayout;
class QPushButton;

namespace unchained::ui {

class BetChartCard;
class BetDepthCard;
class BetHistoryCard;
class BetList;
class BetModel;
class BetPositionCard;
class BetStakeCard;
class Chip;
class FigureLabel;
class FourStatePage;
class Label;
class PeerPicture;

/// What is bet on: a list, and beside it what the market says of the chosen one, what the next tickets cost, and the
/// stake. Under 1000 wide the list alone; the chosen one opens over it, Esc goes back. In a wide window what we have,
/// the depth and the clearings are a third column.
class BetsPage : public QWidget {
    Q_OBJECT
public:
    explicit BetsPage(QWidget* parent = nullptr);

    void setMarkets(const std::vector<MarketFacts>& markets);
    /// What one marketplace has, or why it says nothing.
    void setBets(const QString& market, const std::vector<BetFacts>& bets, const Trouble& why);
    void setHistory(const BetSubject& subject, const std::vector<BetPoint>& points);
    /// The answer to stakeWanted() or openWanted().
    void setResult(const Trouble& why, const QString& done);
    /// In place of the answer: what was wanted was not sent.
    void forgetStake();
    void setNow(qint64 now);
    /// Chooses a market, under the heading where it stands.
    void open(const BetSubject& subject);
    /// How many markets have a stake of ours that has not ended.
    [[nodiscard]] int underWay() const;

signals:
    void stakeWanted(const unchained::ui::BetRequest& request);
    void openWanted(const unchained::ui::BetSubject& subject, qint64 most);
    void historyWanted(const unchained::ui::BetSubject& subject);
    void addMarketWanted();
    void browseWanted();
    void retryWanted();
    /// Somebody looks, or does no more.
    void watched(bool on);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Told {
        std::vector<BetFacts> bets;
        Trouble trouble;
    };
    [[nodiscard]] QWidget* buildHeader();
    [[nodiscard]] QWidget* buildList();
    [[nodiscard]] QWidget* buildDetail();
    [[nodiscard]] QWidget* buildThird();
    void fill();
    void fillTabs();
    void fillStates();
    void fillDetail();
    void choose(const BetSubject& subject);
    void chooseTab(int tab);
    void openOrders();
    void arrangeSide(bool wide);
    void keepChoice();
    void arrange();
    [[nodiscard]] const MarketFacts* market(const QString& address) const;

    std::vector<MarketFacts> m_markets;
    std::map<QString, Told> m_told;
    qint64 m_now = 0;
    std::optional<BetSubject> m_chosen;
    std::vector<BetPoint> m_points;
    bool m_marketsTold = false, m_open = false; ///< the detail lies over the list
    bool m_opening = false;                     ///< a market: its answer is on its way
    BetModel* m_model;
    BetList* m_list;
    FourStatePage *m_states, *m_listStates;
    QWidget *m_listColumn, *m_border, *m_detail, *m_back, *m_third, *m_thirdBorder;
    QBoxLayout *m_side = nullptr, *m_thirdColumn = nullptr; ///< one of the two holds depth and position
    QPushButton* m_order = nullptr;
    std::vector<Chip*> m_tabs;
    FigureLabel* m_atStake;
    PeerPicture* m_picture;
    Label *m_question, *m_line, *m_time, *m_timeNote;
    BetChartCard* m_chart;
    BetStakeCard* m_stake;
    BetDepthCard* m_depth;
    BetPositionCard* m_position;
    BetHistoryCard* m_history;
};

} // namespace unchained::ui
