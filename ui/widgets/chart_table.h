// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/chart_data.h"

#include <QAbstractTableModel>

namespace unchained::ui {

/// All points of a chart as a table: a row a place, a column a line. The newest is last.
class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const ChartData& data);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// EditRole is the number itself, DisplayRole as it is read.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Cells parted by tabs and lines, with the heads, as a spreadsheet takes them.
    [[nodiscard]] QString asText(const QModelIndexList& cells) const;

private:
    struct Column {
        QString head;
        ChartAxis axis;
        QList<QPointF> points;
        bool operator==(const Column&) const = default;
    };
    [[nodiscard]] std::optional<double> number(int row, int column) const;

    ChartAxis m_x;
    std::vector<double> m_places;
    std::vector<Column> m_columns;
};

} // namespace unchained::ui
