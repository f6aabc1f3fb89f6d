// SPDX-License-Identifier: Apache-2.0
#include "models/host_model.h"

#include "models/host_words.h"
#include "widgets/format.h"

#include <algorithm>

namespace unchained::ui {

namespace {

QString searchTextOf(const HostFacts& host) {
    const QString gap(QLatin1Char('\n')); // so that no word is found across two fields
    return folded(hostName(host) + gap + host.device + gap + host.place + gap + host.engine);
}

QList<int> changedRoles(const HostFacts& before, const HostFacts& now) {
    QList<int> roles;
    if (before.favourite != now.favourite) roles << HostModel::FavouriteRole;
    if (before.free() != now.free()) roles << HostModel::FreeRole;
    HostFacts rest = before;
    rest.favourite = now.favourite;
    rest.online = now.online;
    rest.open = now.open;
    if (rest != now) roles << Qt::DisplayRole << Qt::ToolTipRole;
    roles << Qt::AccessibleTextRole;
    return roles;
}

QString cellText(const HostFacts& host, int column) {
    switch (column) {
    case HostModel::Device:
        return host.device;
    case HostModel::Place:
        return host.place;
    case HostModel::Memory:
        return host.memory > 0 ? memoryText(host.memory) : QString();
    case HostModel::Rate:
        return rateText(host.teraflops());
    case HostModel::Price:
        return creditText(host.pricePerHour);
    case HostModel::PerTeraflop:
        return perTeraflopFigure(host.pricePerTeraflopHour());
    case HostModel::Rating:
        return !host.stars() ? HostModel::tr("New")
                             : starsText(host) + QStringLiteral(" (%1)").arg(countText(host.rating.count));
    case HostModel::Checked:
        return checkWords(host).text;
    default:
        return {};
    }
}

bool isFigure(int column) {
    return column >= HostModel::Memory && column <= HostModel::Rating;
}

} // namespace

HostModel::HostModel(QObject* parent) : QAbstractTableModel(parent) {}

void HostModel::apply(std::vector<HostFacts> hosts) {
    QHash<Key, std::size_t> wanted;
    wanted.reserve(static_cast<qsizetype>(hosts.size()));
    for (std::size_t i = 0; i < hosts.size(); ++i)
        wanted.insert({hosts[i].peer, hosts[i].market}, i);
    removeGone(wanted);
    change(hosts, wanted);
    append(hosts, wanted);
}

/// From the end, a whole run of neighbours at once.
void HostModel::removeGone(const QHash<Key, std::size_t>& wanted) {
    const auto gone = [&](std::size_t row) { return !wanted.contains({m_hosts[row].peer, m_hosts[row].market}); };
    bool any = false;
    for (std::size_t end = m_hosts.size(); end > 0;) {
        std::size_t begin = end;
        while (begin > 0 && gone(begin - 1))
            --begin;
        if (begin == end) {
            --end;
            continue;
        }
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        const auto from = static_cast<std::ptrdiff_t>(begin), to = static_cast<std::ptrdiff_t>(end);
        m_hosts.erase(m_hosts.begin() + from, m_hosts.begin() + to);
        m_search.erase(m_search.begin() + from, m_search.begin() + to);
        endRemoveRows();
        any = true;
        end = begin;
    }
    if (!any) return;
    m_rows.clear();
    for (std::size_t row = 0; row < m_hosts.size(); ++row)
        m_rows.insert({m_hosts[row].peer, m_hosts[row].market}, static_cast<int>(row));
}

void HostModel::change(std::vector<HostFacts>& hosts, const QHash<Key, std::size_t>& wanted) {
    for (std::size_t row = 0; row < m_hosts.size(); ++row) {
        HostFacts& shown = m_hosts[row];
        HostFacts& now = hosts[wanted.value({shown.peer, shown.market})];
        if (now == shown) continue;
        const QList<int> roles = changedRoles(shown, now);
        std::swap(shown, now); // append() still asks who it is: the same
        m_search[row] = searchTextOf(shown);
        const int at = static_cast<int>(row);
        emit dataChanged(index(at, 0), index(at, Columns - 1), roles);
    }
}

void HostModel::append(std::vector<HostFacts>& hosts, const QHash<Key, std::size_t>& wanted) {
    std::vector<std::size_t> fresh;
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const Key key{hosts[i].peer, hosts[i].market};
        if (!m_rows.contains(key) && wanted.value(key) == i) fresh.push_back(i);
    }
    if (fresh.empty()) return;
    const std::size_t first = m_hosts.size(), last = first + fresh.size() - 1;
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    m_hosts.reserve(last + 1);
    m_search.reserve(last + 1);
    m_rows.reserve(static_cast<qsizetype>(last) + 1);
    for (const std::size_t i : fresh) {
        m_rows.insert({hosts[i].peer, hosts[i].market}, static_cast<int>(m_hosts.size()));
        m_search.push_back(searchTextOf(hosts[i]));
        m_hosts.push_back(std::move(hosts[i]));
    }
    endInsertRows();
}

int HostModel::find(const QString& market, const QByteArray& peer) const {
    return m_rows.value({peer, market}, -1);
}

int HostModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hosts.size());
}

int HostModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant HostModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const HostFacts& shown = host(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == PerTeraflop) return perTeraflopRule(shown);
        if (index.column() == Price) return tr("%1 credits/h").arg(creditDetail(shown.pricePerHour));
        if (index.column() == Device) return badgeRule(badgeOf(shown));
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        if (index.column() == Device) return hostSentence(shown);
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QStringLiteral(": ") +
               cellText(shown, index.column());
    case FavouriteRole:
        return shown.favourite;
    case FreeRole:
        return shown.free();
    default:
        return {};
    }
}

QVariant HostModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Host"),      tr("Place"),       tr("Memory"), tr("Exact rate"),
                             tr("Credits/h"), tr("Per TFLOP-h"), tr("Rating"), tr("Checks")};
    return section >= 0 && section < Columns ? QVariant(names[section]) : QVariant();
}

} // namespace unchained::ui
