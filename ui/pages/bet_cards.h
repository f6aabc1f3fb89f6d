// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "betting/market.h"
#include "engine/bet_facts.h"
#include "widgets/card.h"

class QPushButton;

namespace unchained::ui {

class Chart;
class KeyValueRow;
class Label;
class SegmentedControl;
class Slider;
class Stepper;

/// What the market says, since when, and what would start the machine check.
class BetChartCard : public Card {
    Q_OBJECT
public:
    explicit BetChartCard(QWidget* parent = nullptr);
    void setBet(const BetFacts& bet, const std::vector<BetPoint>& points, qint64 now);

private:
    Label *m_percent, *m_moved, *m_check;
    Chart* m_chart;
};

/// Side, tickets, what they cost and bring, and the button that stakes them.
class BetStakeCard : public Card {
    Q_OBJECT
public:
    explicit BetStakeCard(QWidget* parent = nullptr);
    void setBet(const BetFacts& bet, qint64 now);
    void setBalance(std::optional<Amount> balance);
    /// Prepares the stake that sells what we have, whole; fewer tickets sell a part.
    void sell();
    /// Prepares the least stake on wrong that forces the check.
    void force();
    /// The answer to stakeWanted() or openWanted().
    void setResult(const Trouble& why, const QString& done);
    /// Nothing was sent: it can be asked again.
    void forgetStake();

signals:
    void stakeWanted(const unchained::ui::BetRequest& request);
    void openWanted(const unchained::ui::BetSubject& subject, qint64 most);

private:
    enum class Aim { Plain, Sell, Force };
    void fill();
    void prepare(Aim aim, bool right, int tickets);
    void fillPosition(bool right, const betting::Quote& quote);
    [[nodiscard]] QString noteOf(bool right, const betting::Quote& quote) const;
    void fillClosed();
    void fillOpening();
    /// Most that opening may take: funds rise with what is bet elsewhere before the marketplace reads our signature.
    [[nodiscard]] Amount openingMost() const;
    void fillExpected(Amount cost, Amount pays, Amount check);
    void act();
    [[nodiscard]] bool onRight() const;

    BetFacts m_bet;
    qint64 m_now = 0;
    std::optional<Amount> m_balance;
    bool m_waits = false; ///< for an answer
    Aim m_aim = Aim::Plain;
    SegmentedControl* m_side;
    QWidget* m_form;
    Stepper* m_tickets;
    KeyValueRow *m_pays, *m_cost, *m_after, *m_win, *m_lose, *m_limit, *m_left, *m_allRight, *m_allWrong, *m_own,
        *m_gain, *m_leftOpened;
    Slider* m_chance;
    bool m_chanceMoved = false; ///< by the person: until then it is what the market says
    Label *m_note, *m_result;
    QPushButton* m_go;
};

/// What the next tickets cost on either side.
class BetDepthCard : public Card {
    Q_OBJECT
public:
    explicit BetDepthCard(QWidget* parent = nullptr);
    void setBet(const BetFacts& bet);

private:
    class Rows;
    Rows* m_rows;
    Label* m_note;
};

/// What we have in this market.
class BetPositionCard : public Card {
    Q_OBJECT
public:
    explicit BetPositionCard(QWidget* parent = nullptr);
    void setBet(const BetFacts& bet, qint64 now);

signals:
    void sellWanted();
    void checkWanted();

private:
    void fillPayoff(const BetFacts& bet, bool has);

    KeyValueRow *m_tickets, *m_paid, *m_worth, *m_waits, *m_ifRight, *m_ifWrong, *m_out;
    Label* m_note;
    QPushButton *m_sell, *m_check;
};

/// The clearings of a market, newest first: the chart's steps in words.
class BetHistoryCard : public Card {
    Q_OBJECT
public:
    explicit BetHistoryCard(QWidget* parent = nullptr);
    void setPoints(const std::vector<BetPoint>& points);

private:
    std::vector<KeyValueRow*> m_rows;
    Label* m_note;
};

} // namespace unchained::ui
