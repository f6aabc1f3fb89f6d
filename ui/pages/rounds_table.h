// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"

#include <QAbstractTableModel>

namespace unchained::ui {

/// The rounds of a narrowing as a table: about which steps the two still disagreed, and how many these were.
class RoundsTable : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setCase(const CaseFacts& facts);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<CaseRoundFacts> m_rounds; ///< and the step that is left, as the last
    bool m_found = false;
};

} // namespace unchained::ui
