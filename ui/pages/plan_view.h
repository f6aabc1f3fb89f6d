// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

namespace unchained::ui {

class Card;
class FigureLabel;
class IconLabel;
class KeyValueRow;
class Label;

/// What a job takes and costs on a host, and what cheating would bring that host.
class PlanView : public QWidget {
    Q_OBJECT
public:
    explicit PlanView(QWidget* parent = nullptr);
    /// @param limit  the user's own; without one the job takes at most what it locks
    void setPlan(const PlanFacts& plan, std::optional<Amount> limit);

private:
    [[nodiscard]] Card* buildOdds();
    [[nodiscard]] QWidget* buildChances();

    KeyValueRow *m_time, *m_expected, *m_most, *m_tickets, *m_checked, *m_sabotage;
    Card* m_odds;
    IconLabel* m_shield;
    Label *m_bet, *m_gain;
    FigureLabel *m_one, *m_percent1, *m_percent10; ///< chances to catch
};

/// "4,096, about 41 win 1.20 each".
[[nodiscard]] QString ticketsText(const PlanFacts& plan);

} // namespace unchained::ui
