// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/page_frame.h"

class QLineEdit;
class QPushButton;

namespace unchained::ui {

class Badge;
class Banner;
class Card;
class FourStatePage;
class Label;
class SegmentedControl;
class Stepper;

/// One marketplace: how it is, since when, what is wrong and when it is tried again.
class MarketRow : public QWidget {
    Q_OBJECT
public:
    explicit MarketRow(QWidget* parent = nullptr);
    void setMarket(const MarketFacts& market, qint64 now);
    /// Puts its buttons behind `before` in the order of Tab; the last of them.
    QWidget* followTabOf(QWidget* before);

signals:
    void retryWanted(QString address);
    void removeWanted(QString address);

private:
    void setWords(const MarketFacts& market, qint64 now);

    QString m_address;
    Label *m_name, *m_where, *m_state, *m_figures;
    Badge* m_badge;
    QPushButton *m_retry, *m_remove;
    Banner* m_ask;
};

/// The marketplaces that are used, one more by its address, and one of one's own on this machine.
class MarketplacesPage : public PageFrame {
    Q_OBJECT
public:
    explicit MarketplacesPage(QWidget* parent = nullptr);
    void setMarkets(const std::vector<MarketFacts>& markets);
    void setNow(qint64 now);
    /// Address of the one that runs on this machine, where it is for those who may reach it; empty: none does.
    void setHere(const QString& address, bool forOthers);

signals:
    void addWanted(QString address);
    void removeWanted(QString address);
    void retryWanted(QString address);
    void runHereWanted(quint16 port, bool forOthers);
    void stopHereWanted();

private:
    [[nodiscard]] Card* buildAdd();
    [[nodiscard]] Card* buildHere();
    [[nodiscard]] QWidget* buildStart();
    [[nodiscard]] QWidget* buildRunning();
    void add();
    void fill();

    std::vector<MarketFacts> m_markets;
    qint64 m_now = 0;
    FourStatePage* m_states;
    QWidget* m_firstStop; ///< of Tab, in the page of the empty list
    Card* m_list;
    std::vector<MarketRow*> m_rows;
    QLineEdit *m_address, *m_hereAddress;
    Label *m_mistake, *m_reach, *m_hereLabel, *m_hereNote;
    QWidget *m_start, *m_running;
    SegmentedControl* m_for;
    Stepper* m_port;
    QPushButton* m_copy;
};

} // namespace unchained::ui
