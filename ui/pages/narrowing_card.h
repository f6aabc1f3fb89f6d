// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QPushButton;
class QTableView;

namespace unchained::ui {

class Label;
class RoundsTable;

/// How the first wrong step is found: a bar a round, over the steps about which the two still disagree; and the same as
/// a table: T or its button goes from one to the other.
class NarrowingCard : public Card {
    Q_OBJECT
public:
    explicit NarrowingCard(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts);

    [[nodiscard]] bool showsTable() const { return m_asTable; }
    void setShowsTable(bool table);

private:
    void showPart();

    class Chart;
    class Key;
    Chart* m_chart;
    Key* m_key;
    RoundsTable* m_model;
    QTableView* m_table;
    QPushButton* m_button;
    Label* m_found;
    bool m_asTable = false;
};

} // namespace unchained::ui
