// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QAbstractTableModel>
#include <QFrame>

class QTableView;

namespace unchained::ui {

class Label;
class WindowsStrip;

/// Tickets of one window: which step each stands for, and what became of it.
class TicketsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Ticket, Step, State, Columns };
    /// The WinState of a win as int, −1 of any other ticket.
    static constexpr int kWinRole = Qt::UserRole;
    using QAbstractTableModel::QAbstractTableModel;

    /// @param firstStep  of its first ticket, counted from 1 over the whole job
    void setWindow(const WindowFacts& window, std::uint64_t firstStep);
    [[nodiscard]] int firstWin() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] const WinFacts* winOf(int row) const;

    WindowFacts m_window;
    std::uint64_t m_firstStep = 1;
};

/// The list of the tickets of the window under a strip's cursor; closed by Escape, by Enter, or by a click elsewhere.
class TicketsPopup : public QFrame {
    Q_OBJECT
public:
    explicit TicketsPopup(WindowsStrip* strip);
    /// Under the column of the cursor, within its screen.
    void open();
    /// The window may have changed while it is open.
    void refresh();
    [[nodiscard]] QTableView* table() const { return m_table; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    WindowsStrip* m_strip;
    Label *m_title, *m_note;
    TicketsModel* m_model;
    QTableView* m_table;
};

} // namespace unchained::ui
