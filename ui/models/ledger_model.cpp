// SPDX-License-Identifier: Apache-2.0
#include "models/ledger_model.h"

#include "models/ledger_words.h"
#include "widgets/format.h"

namespace unchained::ui {

void LedgerModel::setLines(std::vector<LedgerLine> lines, const QHash<QString, QString>& names) {
    if (lines == m_lines && names == m_names) return;
    m_names = names;
    // New lines come on top: the rest, the selection and the place of the list stay.
    const std::size_t added = lines.size() > m_lines.size() ? lines.size() - m_lines.size() : 0;
    if (added > 0 && std::equal(m_lines.begin(), m_lines.end(), lines.begin() + static_cast<std::ptrdiff_t>(added))) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_lines = std::move(lines);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int LedgerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QString LedgerModel::text(const LedgerLine& line, int column) const {
    switch (column) {
    case When:
        return stampText(line.time);
    case What:
        return ledgerWords(line);
    case Market:
        return m_names.value(line.market, line.market.section(QLatin1Char('#'), 0, 0));
    case Gain:
        return signedDetail(line.gain);
    case Balance:
        return creditDetail(line.balance);
    default:
        return {};
    }
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const LedgerLine& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(line, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Market) return line.market;
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() >= Gain ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") +
               text(line, index.column());
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section >= Gain ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("When"), tr("What"), tr("Marketplace"), tr("Credits"), tr("Balance")};
    return section >= 0 && section < Columns ? names[section] : QVariant();
}

} // namespace unchained::ui
