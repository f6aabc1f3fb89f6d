// SPDX-License-Identifier: Apache-2.0
#include "widgets/chart_table.h"

#include "widgets/chart_scale.h"

#include <algorithm>

namespace unchained::ui {

namespace {

/// The point at exactly this place: what is between two points is not data.
std::optional<double> exactlyAt(const QList<QPointF>& points, double x) {
    const auto at = std::lower_bound(points.begin(), points.end(), x,
                                     [](const QPointF& point, double place) { return point.x() < place; });
    if (at == points.end() || at->x() > x) return std::nullopt;
    return at->y();
}

} // namespace

void ChartTableModel::setChart(const ChartData& data) {
    std::vector<Column> columns;
    const auto headOf = [](const QString& name, const ChartAxis& axis) {
        return axis.unit == ChartUnit::Credits ? tr("%1, credits").arg(name) : name;
    };
    for (const ChartSeries& each : data.series)
        columns.push_back({headOf(each.name, data.axisOf(each)), data.axisOf(each), each.points});
    if (data.band) {
        columns.push_back({headOf(tr("%1, from").arg(data.band->name), data.left), data.left, data.band->low});
        columns.push_back({headOf(tr("%1, to").arg(data.band->name), data.left), data.left, data.band->high});
    }
    std::vector<double> places = allPlaces(data);
    const auto heads = [](const std::vector<Column>& all) {
        QStringList out;
        for (const Column& each : all)
            out += each.head;
        return out;
    };
    // More points at the end are the rule: then the reader's place in the table stays.
    const bool grows = data.x == m_x && heads(columns) == heads(m_columns) && places.size() >= m_places.size() &&
                       std::equal(m_places.begin(), m_places.end(), places.begin());
    if (!grows) beginResetModel();
    const int before = static_cast<int>(m_places.size()), after = static_cast<int>(places.size());
    if (grows && after > before) beginInsertRows({}, before, after - 1);
    m_x = data.x;
    m_columns = std::move(columns);
    m_places = std::move(places);
    if (!grows) return endResetModel();
    if (after > before) endInsertRows();
    if (before > 0) emit dataChanged(index(0, 0), index(before - 1, columnCount() - 1));
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_columns.size());
}

std::optional<double> ChartTableModel::number(int row, int column) const {
    const double place = m_places.at(static_cast<std::size_t>(row));
    if (column == 0) return place;
    return exactlyAt(m_columns.at(static_cast<std::size_t>(column - 1)).points, place);
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    const auto value = number(index.row(), index.column());
    if (role == Qt::EditRole) return value ? QVariant(*value) : QVariant();
    if (!value) return QStringLiteral("–");
    return valueText(index.column() == 0 ? m_x : m_columns[static_cast<std::size_t>(index.column() - 1)].axis, *value);
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == 0 ? m_x.title : m_columns.at(static_cast<std::size_t>(section - 1)).head;
}

QString ChartTableModel::asText(const QModelIndexList& cells) const {
    QList<int> rows, columns;
    for (const QModelIndex& cell : cells) {
        if (!rows.contains(cell.row())) rows += cell.row();
        if (!columns.contains(cell.column())) columns += cell.column();
    }
    std::sort(rows.begin(), rows.end());
    std::sort(columns.begin(), columns.end());
    QStringList lines, heads;
    for (const int column : columns)
        heads += headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines += heads.join(QLatin1Char('\t'));
    for (const int row : rows) {
        QStringList line;
        for (const int column : columns)
            line += index(row, column).data().toString();
        lines += line.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace unchained::ui
