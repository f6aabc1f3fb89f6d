// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"

#include <QAbstractListModel>

#include <optional>

namespace unchained::ui {

/// What is bet on, as a list: the part that a tab asks for, in the order that is wanted. GUI thread.
class BetModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Tab { Open, Mine, Ended, Openable };
    enum class Order { LeastSure, EndsSoonest, MostStaked, Newest };
    using QAbstractListModel::QAbstractListModel;

    void setBets(std::vector<BetFacts> bets);
    void setTab(Tab tab);
    /// Until it is called the least sure come first, of those that have ended the last.
    void setOrder(Order order);
    [[nodiscard]] Order order() const;
    void setNow(qint64 now) { m_now = now; }
    [[nodiscard]] Tab tab() const { return m_tab; }
    /// Where a market stands, mine or not.
    [[nodiscard]] static Tab tabOf(const BetFacts& bet);
    [[nodiscard]] int count(Tab tab) const;
    [[nodiscard]] const BetFacts* at(int row) const;
    [[nodiscard]] int rowOf(const BetSubject& subject) const;
    [[nodiscard]] const BetFacts* find(const BetSubject& subject) const;
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    /// Of ours, over all markets that have not ended.
    [[nodiscard]] Amount staked() const;
    [[nodiscard]] qint64 now() const { return m_now; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] std::vector<BetFacts> chosen() const;
    void show(std::vector<BetFacts> shown);

    std::vector<BetFacts> m_all, m_shown;
    Tab m_tab = Tab::Open;
    std::optional<Order> m_order; ///< as somebody has chosen
    qint64 m_now = 0;
};

} // namespace unchained::ui
