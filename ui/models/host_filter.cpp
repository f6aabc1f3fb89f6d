// SPDX-License-Identifier: Apache-2.0
#include "models/host_filter.h"

#include "models/host_words.h"

#include <algorithm>
#include <numeric>

namespace unchained::ui {

namespace {
constexpr int kOneByOne = 32; ///< more new rows at once are a reset: views lay out once
}

HostFilter::HostFilter(HostModel& hosts, QObject* parent) : QAbstractProxyModel(parent), m_hosts(hosts) {
    setSourceModel(&hosts);
    connect(&hosts, &HostModel::dataChanged, this, &HostFilter::onChanged);
    connect(&hosts, &HostModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { onInserted(first, last); });
    connect(&hosts, &HostModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { onAboutToRemove(first, last); });
    connect(&hosts, &HostModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { onRemoved(first, last); });
    rebuild();
}

// ---- asked by the page

void HostFilter::setCriteria(const HostCriteria& criteria) {
    if (criteria == m_criteria) return;
    m_criteria = criteria;
    m_words = folded(criteria.search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    reset();
}

void HostFilter::setOrder(HostSort sort, bool ascending) {
    if (sort == m_sort && ascending == m_ascending) return;
    m_sort = sort;
    m_ascending = ascending;
    reset();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int HostFilter::find(const QString& market, const QByteArray& peer) const {
    const int row = m_hosts.find(market, peer);
    return row < 0 || static_cast<std::size_t>(row) >= m_where.size() ? -1 : m_where[static_cast<std::size_t>(row)];
}

int HostFilter::countWith(const HostCriteria& criteria) const {
    const QStringList words = folded(criteria.search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int out = 0;
    for (int row = 0; row < m_hosts.rowCount(); ++row)
        out += accepts(row, criteria, words) ? 1 : 0;
    return out;
}

const HostFacts* HostFilter::cheapest(const HostCriteria& criteria) const {
    const QStringList words = folded(criteria.search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const HostFacts* out = nullptr;
    for (int row = 0; row < m_hosts.rowCount(); ++row) {
        const HostFacts& host = m_hosts.host(row);
        const bool better = !out || (host.free() != out->free() ? host.free() : host.pricePerHour < out->pricePerHour);
        if (better && accepts(row, criteria, words)) out = &host;
    }
    return out;
}

// ---- order

bool HostFilter::accepts(int row, const HostCriteria& criteria, const QStringList& words) const {
    if (!criteria.passes(m_hosts.host(row))) return false;
    const QString& text = m_hosts.searchText(row);
    return std::all_of(words.begin(), words.end(), [&text](const QString& word) { return text.contains(word); });
}

HostFilter::Rank HostFilter::rankOf(int row) const {
    const HostFacts& host = m_hosts.host(row);
    switch (m_sort) {
    case HostSort::Price:
        return {static_cast<double>(host.pricePerHour.micro()), {}};
    case HostSort::PerTeraflop:
        return {host.pricePerTeraflopHour(), {}};
    case HostSort::Rate:
        return {static_cast<double>(host.rate), {}};
    case HostSort::Memory:
        return {static_cast<double>(host.memory), {}};
    case HostSort::Rating:
        return {host.stars().value_or(0), {}};
    case HostSort::Checked:
        return {static_cast<double>(host.stepsChecked), {}};
    case HostSort::Newest:
        return {static_cast<double>(host.since), {}};
    case HostSort::Device:
        return {0, folded(host.device)};
    case HostSort::Place:
        return {0, folded(host.place)};
    case HostSort::Standing:
    case HostSort::Count:
        break;
    }
    return {standingOf(host), {}};
}

/// Equal ones by who they are: the same order on every run.
bool HostFilter::before(int a, int b) const {
    const Rank& first = m_ranks[static_cast<std::size_t>(a)];
    const Rank& second = m_ranks[static_cast<std::size_t>(b)];
    if (first.number != second.number) return (first.number < second.number) == m_ascending;
    if (const int text = first.text.compare(second.text); text != 0) return (text < 0) == m_ascending;
    const HostFacts &one = m_hosts.host(a), &other = m_hosts.host(b);
    if (one.peer != other.peer) return one.peer < other.peer;
    return one.market < other.market;
}

int HostFilter::place(int row) const {
    const auto at = std::lower_bound(m_shown.begin(), m_shown.end(), row,
                                     [this](int shown, int wanted) { return before(shown, wanted); });
    return static_cast<int>(at - m_shown.begin());
}

void HostFilter::rank(int from, int to) {
    m_ranks.resize(static_cast<std::size_t>(m_hosts.rowCount()));
    for (int row = from; row <= to; ++row)
        m_ranks[static_cast<std::size_t>(row)] = rankOf(row);
}

void HostFilter::reindex(std::size_t from) {
    for (std::size_t i = from; i < m_shown.size(); ++i)
        m_where[static_cast<std::size_t>(m_shown[i])] = static_cast<int>(i);
}

void HostFilter::rebuild() {
    const int rows = m_hosts.rowCount();
    rank(0, rows - 1);
    m_shown.clear();
    for (int row = 0; row < rows; ++row)
        if (accepts(row, m_criteria, m_words)) m_shown.push_back(row);
    std::sort(m_shown.begin(), m_shown.end(), [this](int a, int b) { return before(a, b); });
    m_where.assign(static_cast<std::size_t>(rows), -1);
    reindex(0);
}

void HostFilter::reset() {
    beginResetModel();
    rebuild();
    endResetModel();
}

// ---- what happens on the market

void HostFilter::onChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
    for (int row = first.row(); row <= last.row(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const bool wanted = accepts(row, m_criteria, m_words), shown = m_where[at] >= 0;
        if (shown && !wanted) {
            hide(row);
            rank(row, row);
        } else if (!shown) {
            rank(row, row);
            if (wanted) show(row);
        } else {
            move(row);
            const int here = m_where[at];
            emit dataChanged(index(here, 0), index(here, columnCount() - 1), roles);
        }
    }
}

void HostFilter::onInserted(int first, int last) {
    if (last - first >= kOneByOne) return reset();
    m_where.resize(static_cast<std::size_t>(m_hosts.rowCount()), -1);
    rank(first, last);
    for (int row = first; row <= last; ++row)
        if (accepts(row, m_criteria, m_words)) show(row);
}

void HostFilter::onAboutToRemove(int first, int last) {
    if (last - first >= kOneByOne) return beginResetModel();
    for (int row = first; row <= last; ++row)
        if (m_where[static_cast<std::size_t>(row)] >= 0) hide(row);
}

void HostFilter::onRemoved(int first, int last) {
    if (last - first >= kOneByOne) {
        rebuild();
        return endResetModel();
    }
    const int count = last - first + 1;
    m_ranks.erase(m_ranks.begin() + first, m_ranks.begin() + last + 1);
    m_where.erase(m_where.begin() + first, m_where.begin() + last + 1);
    for (int& row : m_shown)
        if (row > last) row -= count;
}

void HostFilter::show(int row) {
    const int at = place(row);
    beginInsertRows({}, at, at);
    m_shown.insert(m_shown.begin() + at, row);
    reindex(static_cast<std::size_t>(at));
    endInsertRows();
}

void HostFilter::hide(int row) {
    const int at = m_where[static_cast<std::size_t>(row)];
    beginRemoveRows({}, at, at);
    m_shown.erase(m_shown.begin() + at);
    m_where[static_cast<std::size_t>(row)] = -1;
    reindex(static_cast<std::size_t>(at));
    endRemoveRows();
}

/// To where its new rank puts it.
void HostFilter::move(int row) {
    const int from = m_where[static_cast<std::size_t>(row)];
    rank(row, row);
    const auto at = m_shown.begin() + from;
    const auto ordered = [this](int a, int b) { return before(a, b); };
    const auto up = std::lower_bound(m_shown.begin(), at, row, ordered);
    const auto down = std::lower_bound(at + 1, m_shown.end(), row, ordered);
    if (up == at && down == at + 1) return;
    const int to = static_cast<int>((up != at ? up : down) - m_shown.begin());
    beginMoveRows({}, from, from, {}, to);
    if (to < from)
        std::rotate(m_shown.begin() + to, at, at + 1);
    else
        std::rotate(at, at + 1, m_shown.begin() + to);
    reindex(static_cast<std::size_t>(std::min(from, to)));
    endMoveRows();
}

// ---- a flat table over a flat table

QModelIndex HostFilter::index(int row, int column, const QModelIndex& parent) const {
    const bool there = !parent.isValid() && row >= 0 && row < rowCount() && column >= 0 && column < columnCount();
    return there ? createIndex(row, column) : QModelIndex();
}

QModelIndex HostFilter::parent(const QModelIndex& /*child*/) const {
    return {};
}

int HostFilter::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int HostFilter::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : HostModel::Columns;
}

QModelIndex HostFilter::mapToSource(const QModelIndex& proxy) const {
    if (!proxy.isValid() || proxy.row() >= rowCount()) return {};
    return m_hosts.index(m_shown[static_cast<std::size_t>(proxy.row())], proxy.column());
}

QModelIndex HostFilter::mapFromSource(const QModelIndex& source) const {
    if (!source.isValid() || static_cast<std::size_t>(source.row()) >= m_where.size()) return {};
    return index(m_where[static_cast<std::size_t>(source.row())], source.column());
}

std::optional<HostSort> HostFilter::orderOf(int column) {
    switch (column) {
    case HostModel::Device:
        return HostSort::Device;
    case HostModel::Place:
        return HostSort::Place;
    case HostModel::Memory:
        return HostSort::Memory;
    case HostModel::Rate:
        return HostSort::Rate;
    case HostModel::Price:
        return HostSort::Price;
    case HostModel::PerTeraflop:
        return HostSort::PerTeraflop;
    case HostModel::Rating:
        return HostSort::Rating;
    case HostModel::Checked:
        return HostSort::Checked;
    default:
        return std::nullopt;
    }
}

QVariant HostFilter::headerData(int section, Qt::Orientation orientation, int role) const {
    QVariant data = m_hosts.headerData(section, orientation, role);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || orderOf(section) != m_sort) return data;
    return data.toString() + (m_ascending ? QStringLiteral(" ↑") : QStringLiteral(" ↓"));
}

} // namespace unchained::ui
