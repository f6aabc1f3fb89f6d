// SPDX-License-Identifier: Apache-2.0
#include "models/bet_model.h"

#include "models/bet_words.h"

#include <algorithm>
#include <limits>

namespace unchained::ui {

namespace {
bool belongs(const BetFacts& bet, BetModel::Tab tab) {
    switch (tab) {
    case BetModel::Tab::Open:
        return bet.state == BetState::Open;
    case BetModel::Tab::Mine:
        return bet.mine;
    case BetModel::Tab::Ended:
        return bet.state != BetState::Open && bet.state != BetState::Openable;
    case BetModel::Tab::Openable:
        return bet.state == BetState::Openable;
    }
    return false;
}

/// Whether a stands before b.
bool stands(const BetFacts& a, const BetFacts& b, BetModel::Order order) {
    const auto latest = [](const BetFacts& bet) { return std::max(bet.openedAt, bet.endedAt); };
    const auto end = [](const BetFacts& bet) {
        if (bet.endedAt > 0) return std::numeric_limits<qint64>::max() - bet.endedAt / 2; // after all that go on
        return bet.closesAt > 0 ? bet.closesAt : std::numeric_limits<qint64>::max() / 2;
    };
    switch (order) {
    case BetModel::Order::LeastSure:
        return a.right < b.right;
    case BetModel::Order::EndsSoonest:
        return end(a) < end(b);
    case BetModel::Order::MostStaked:
        return a.onRight + a.onWrong > b.onRight + b.onWrong;
    case BetModel::Order::Newest:
        return latest(a) > latest(b);
    }
    return false;
}
} // namespace

BetModel::Tab BetModel::tabOf(const BetFacts& bet) {
    if (bet.state == BetState::Open) return Tab::Open;
    return bet.state == BetState::Openable ? Tab::Openable : Tab::Ended;
}

void BetModel::setBets(std::vector<BetFacts> bets) {
    if (bets == m_all) return;
    m_all = std::move(bets);
    show(chosen());
}

void BetModel::setTab(Tab tab) {
    if (tab == m_tab) return;
    m_tab = tab;
    show(chosen());
}

void BetModel::setOrder(Order order) {
    if (m_order == order) return;
    m_order = order;
    show(chosen());
}

BetModel::Order BetModel::order() const {
    return m_order.value_or(m_tab == Tab::Ended ? Order::Newest : Order::LeastSure);
}

std::vector<BetFacts> BetModel::chosen() const {
    std::vector<BetFacts> out;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(out),
                 [this](const BetFacts& bet) { return belongs(bet, m_tab); });
    std::stable_sort(out.begin(), out.end(),
                     [by = order()](const BetFacts& a, const BetFacts& b) { return stands(a, b, by); });
    return out;
}

/// Only rows that changed are told, so that a list keeps its place while prices move.
void BetModel::show(std::vector<BetFacts> shown) {
    const bool same = shown.size() == m_shown.size() &&
                      std::equal(shown.begin(), shown.end(), m_shown.begin(),
                                 [](const BetFacts& a, const BetFacts& b) { return a.subject == b.subject; });
    if (!same) {
        beginResetModel();
        m_shown = std::move(shown);
        return endResetModel();
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i] == m_shown[i]) continue;
        m_shown[i] = std::move(shown[i]);
        const QModelIndex row = index(static_cast<int>(i));
        emit dataChanged(row, row);
    }
}

int BetModel::count(Tab tab) const {
    return static_cast<int>(
        std::count_if(m_all.begin(), m_all.end(), [tab](const BetFacts& bet) { return belongs(bet, tab); }));
}

const BetFacts* BetModel::at(int row) const {
    return row >= 0 && row < static_cast<int>(m_shown.size()) ? &m_shown[static_cast<std::size_t>(row)] : nullptr;
}

int BetModel::rowOf(const BetSubject& subject) const {
    const auto at =
        std::find_if(m_shown.begin(), m_shown.end(), [&](const BetFacts& bet) { return bet.subject == subject; });
    return at == m_shown.end() ? -1 : static_cast<int>(at - m_shown.begin());
}

const BetFacts* BetModel::find(const BetSubject& subject) const {
    const auto at =
        std::find_if(m_all.begin(), m_all.end(), [&](const BetFacts& bet) { return bet.subject == subject; });
    return at == m_all.end() ? nullptr : &*at;
}

Amount BetModel::staked() const {
    Amount out;
    for (const BetFacts& bet : m_all)
        out += bet.staked();
    return out;
}

int BetModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant BetModel::data(const QModelIndex& index, int role) const {
    const BetFacts* bet = at(index.row());
    if (!bet) return {};
    if (role == Qt::DisplayRole) return betTitle(*bet);
    if (role == Qt::AccessibleTextRole) return betSentence(*bet, m_now);
    return {};
}

} // namespace unchained::ui
