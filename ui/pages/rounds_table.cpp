// SPDX-License-Identifier: Apache-2.0
#include "pages/rounds_table.h"

#include "widgets/format.h"

namespace unchained::ui {

void RoundsTable::setCase(const CaseFacts& facts) {
    std::vector<CaseRoundFacts> rounds = facts.rounds;
    if (facts.step) rounds.push_back({*facts.step, *facts.step});
    if (rounds == m_rounds && m_found == facts.step.has_value()) return;
    beginResetModel();
    m_rounds = std::move(rounds);
    m_found = facts.step.has_value();
    endResetModel();
}

int RoundsTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rounds.size());
}

int RoundsTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 4;
}

QVariant RoundsTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const auto row = static_cast<std::size_t>(index.row());
    const CaseRoundFacts& round = m_rounds.at(row);
    switch (index.column()) {
    case 0:
        return m_found && row + 1 == m_rounds.size() ? tr("found") : countText(row + 1);
    case 1:
        return countText(round.first);
    case 2:
        return countText(round.last);
    default:
        return countText(round.last + 1 - round.first);
    }
}

QVariant RoundsTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString heads[] = {tr("Round"), tr("From step"), tr("To step"), tr("Steps left")};
    return heads[section];
}

} // namespace unchained::ui
