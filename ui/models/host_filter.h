// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/host_criteria.h"
#include "models/host_model.h"

#include <QAbstractProxyModel>

#include <optional>
#include <vector>

namespace unchained::ui {

/// The hosts that are looked for, in the order asked for. Another search or order is a reset; what happens on the
/// market moves, adds and removes only the rows that it concerns, so that the place of the view stays.
class HostFilter : public QAbstractProxyModel {
    Q_OBJECT
public:
    /// @param hosts  must live longer
    explicit HostFilter(HostModel& hosts, QObject* parent = nullptr);

    void setCriteria(const HostCriteria& criteria);
    [[nodiscard]] const HostCriteria& criteria() const { return m_criteria; }
    void setOrder(HostSort sort, bool ascending);
    [[nodiscard]] HostSort order() const { return m_sort; }
    [[nodiscard]] bool ascending() const { return m_ascending; }

    [[nodiscard]] HostModel& hosts() const { return m_hosts; }
    [[nodiscard]] const HostFacts& host(int row) const { return m_hosts.host(m_shown[static_cast<std::size_t>(row)]); }
    /// -1 where it is not shown.
    [[nodiscard]] int find(const QString& market, const QByteArray& peer) const;
    /// How many hosts there would be with other criteria.
    [[nodiscard]] int countWith(const HostCriteria& criteria) const;
    /// The one that asks least among those, a free one where there is; null where there is none.
    [[nodiscard]] const HostFacts* cheapest(const HostCriteria& criteria) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxy) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& source) const override;
    /// An arrow stands at the column that the order is by.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// What a click on a column's head orders by.
    [[nodiscard]] static std::optional<HostSort> orderOf(int column);
    using QObject::parent;

private:
    /// What a host is ordered by: the number, then the text.
    struct Rank {
        double number = 0;
        QString text;
    };

    [[nodiscard]] bool accepts(int row, const HostCriteria& criteria, const QStringList& words) const;
    [[nodiscard]] Rank rankOf(int row) const;
    [[nodiscard]] bool before(int a, int b) const;
    [[nodiscard]] int place(int row) const;
    void rank(int from, int to);
    void rebuild();
    void reindex(std::size_t from);
    void reset();

    void onChanged(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles);
    void onInserted(int first, int last);
    void onAboutToRemove(int first, int last);
    void onRemoved(int first, int last);
    void show(int row);
    void hide(int row);
    void move(int row);

    HostModel& m_hosts;
    HostCriteria m_criteria;
    QStringList m_words; ///< of the search, folded
    HostSort m_sort = HostSort::Standing;
    bool m_ascending = false;
    std::vector<int> m_shown; ///< rows of the model, in order
    std::vector<int> m_where; ///< of each row of the model: its row here or -1
    std::vector<Rank> m_ranks;
};

} // namespace unchained::ui
