// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QAbstractTableModel>

namespace unchained::ui {

/// Lines of the wallet's history as a table, newest first.
class LedgerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, What, Market, Gain, Balance, Columns };
    using QAbstractTableModel::QAbstractTableModel;

    /// @param names  what the user calls each market, by address
    void setLines(std::vector<LedgerLine> lines, const QHash<QString, QString>& names);
    [[nodiscard]] const std::vector<LedgerLine>& lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const LedgerLine& line, int column) const;

    std::vector<LedgerLine> m_lines;
    QHash<QString, QString> m_names;
};

} // namespace unchained::ui
