// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace unchained::ui {

/// All hosts of all marketplaces, a row each, in the order in which they came; the list's columns are its columns.
/// Column 0 is also the card: its accessible text is the whole host in one sentence.
class HostModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Device, Place, Memory, Rate, Price, PerTeraflop, Rating, Checked, Columns };
    enum Role {
        FavouriteRole = Qt::UserRole + 1, ///< bool
        FreeRole,                         ///< bool: online and open
    };

    explicit HostModel(QObject* parent = nullptr);

    /// The hosts as they are now. Only rows that came, went or changed are told of, with their roles; a peer that one
    /// marketplace lists twice counts once, the later of the two.
    void apply(std::vector<HostFacts> hosts);
    [[nodiscard]] const HostFacts& host(int row) const { return m_hosts[static_cast<std::size_t>(row)]; }
    /// Name, device, place and engine, folded for searching.
    [[nodiscard]] const QString& searchText(int row) const { return m_search[static_cast<std::size_t>(row)]; }
    /// -1 where it is not there.
    [[nodiscard]] int find(const QString& market, const QByteArray& peer) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Key = std::pair<QByteArray, QString>; ///< peer and market

    void removeGone(const QHash<Key, std::size_t>& wanted);
    void change(std::vector<HostFacts>& hosts, const QHash<Key, std::size_t>& wanted);
    void append(std::vector<HostFacts>& hosts, const QHash<Key, std::size_t>& wanted);

    std::vector<HostFacts> m_hosts;
    std::vector<QString> m_search;
    QHash<Key, int> m_rows;
};

} // namespace unchained::ui
