// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/strip_plan.h"
#include "widgets/themed.h"

#include <QVariantAnimation>
#include <QWidget>

#include <set>

namespace unchained::ui {

class TicketsPopup;

/// All windows of a contract: a column a window, a block an eighth of its tickets, a mark a win. Left and Right walk
/// over windows, Up and Down over those with a win, Home and End to the ends, Escape back to the newest drawn one,
/// which is also where the cursor stays until somebody moves it. Enter or a double click opens the tickets of the
/// window.
///
/// One paint draws all of it; a change of some windows repaints their columns only. To a screen reader it is a list
/// with an item a window. GUI thread.
class WindowsStrip : public Themed<QWidget> {
    Q_OBJECT
public:
    static constexpr int kColumnsMax = 128;

    explicit WindowsStrip(QWidget* parent = nullptr);

    /// @param ticketsPerWindow  of a full window; the last may have fewer
    /// @param firstWindow       number of the first, counted from 1 over the whole job
    /// @param firstStep         of its first ticket, counted in the same way: windows of earlier contracts may have had
    ///                          more tickets or fewer
    void setWindows(std::vector<WindowFacts> windows, std::uint64_t ticketsPerWindow, std::uint64_t firstWindow = 1,
                    std::uint64_t firstStep = 1);
    /// Of another contract: nothing sweeps, and the cursor goes to the newest drawn window.
    void forget();
    [[nodiscard]] const std::vector<WindowFacts>& windows() const { return m_windows; }

    /// Place of the window under the cursor, from 0; -1 without windows.
    [[nodiscard]] int cursor() const { return m_cursor; }
    void setCursor(int window);
    /// Its number over the whole job, from 1.
    [[nodiscard]] std::uint64_t numberOf(int window) const { return m_first + static_cast<std::uint64_t>(window); }
    /// Step of its first ticket over the whole job, from 1.
    [[nodiscard]] std::uint64_t firstStepOf(int window) const {
        return m_firstStep + static_cast<std::uint64_t>(window) * m_perWindow;
    }
    /// "Window 41 of 64, drawn, 64 tickets, 1 won: ticket 27 paid".
    [[nodiscard]] QString sentence(int window) const;
    [[nodiscard]] QRect rectOf(int window) const;
    /// The window at a place, of a merged column its last; -1 where there is none.
    [[nodiscard]] int windowAt(QPoint place) const;
    /// For so many columns: of the usual width, and the least.
    [[nodiscard]] static int widthFor(int columns);
    [[nodiscard]] static int leastWidthFor(int columns);
    [[nodiscard]] int columns() const { return static_cast<int>(m_columns.size()); }

    /// The list of the tickets of the window under the cursor, over the page.
    void openTickets();
    [[nodiscard]] TicketsPopup* tickets() const { return m_tickets; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// By the person, or with the newest drawn window.
    void cursorMoved(int window);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();
    void follow();
    void moveTo(int window);
    void animate(const std::vector<WindowFacts>& before);
    [[nodiscard]] int newest() const;
    [[nodiscard]] int nextWin(int from, int step) const;
    [[nodiscard]] int rows() const { return blocksOf(m_perWindow); }
    [[nodiscard]] int columnOf(int window) const;
    [[nodiscard]] QRect columnRect(int column) const;
    [[nodiscard]] QRect blockRect(int column, int row) const;
    void updateColumn(int column);
    void drawBlocks(QPainter& painter, int column) const;
    void drawWins(QPainter& painter, int column) const;
    void drawNumbers(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;
    [[nodiscard]] bool winsBeside(int column, int row) const;

    std::vector<WindowFacts> m_windows;
    std::uint64_t m_perWindow = 0, m_first = 1, m_firstStep = 1;
    std::vector<StripColumn> m_columns;
    std::vector<StripCells> m_cells;
    int m_cursor = -1, m_pitch = 1;
    bool m_follows = true;
    TicketsPopup* m_tickets;
    QVariantAnimation m_motion;
    std::set<int> m_sweeping, m_filling; ///< windows just drawn, and with a win just paid
};

} // namespace unchained::ui
