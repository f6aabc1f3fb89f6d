// SPDX-License-Identifier: Apache-2.0
#include "widgets/windows_strip.h"

#include "theme/figure_text.h"
#include "widgets/format.h"
#include "widgets/strip_access.h"
#include "widgets/strip_marks.h"
#include "widgets/tickets_popup.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace unchained::ui {

namespace {

// In unscaled pixels, of ui.md.
constexpr int kBlockWidth = 9, kBlockHeight = 16, kBlockGap = 2, kStripMark = 14, kTop = 4;
constexpr int kLeft = 5, kRight = 3; ///< what marks and numbers reach over the columns
constexpr int kBlockWidest = 16;     ///< where there are few windows: no wider than high
constexpr int kBlockLeast = 8;       ///< before windows merge
constexpr int kNumberEvery = 8;

int rowPitch() {
    return scaled(kBlockHeight) + scaled(kBlockGap);
}

} // namespace

WindowsStrip::WindowsStrip(QWidget* parent) : Themed(parent), m_tickets(new TicketsPopup(this)) {
    installStripAccess();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Windows"));
    setAccessibleDescription(
        tr("Arrows walk over windows, Up and Down over those with a win, Enter lists the tickets"));
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    const auto repaint = [this] {
        for (const auto* windows : {&m_sweeping, &m_filling})
            for (const int window : *windows)
                updateColumn(columnOf(window));
    };
    connect(&m_motion, &QVariantAnimation::valueChanged, this, repaint);
    connect(&m_motion, &QVariantAnimation::finished, this, [this, repaint] {
        repaint();
        m_sweeping.clear();
        m_filling.clear();
    });
}

// ---- what is told

void WindowsStrip::setWindows(std::vector<WindowFacts> windows, std::uint64_t ticketsPerWindow,
                              std::uint64_t firstWindow, std::uint64_t firstStep) {
    const bool otherShape = ticketsPerWindow != m_perWindow || firstWindow != m_first || firstStep != m_firstStep;
    if (windows == m_windows && !otherShape) return;
    std::swap(windows, m_windows);
    const auto& before = windows;
    m_perWindow = ticketsPerWindow;
    m_first = firstWindow;
    m_firstStep = firstStep;
    if (otherShape) updateGeometry();
    if (!otherShape && before.size() == m_windows.size()) animate(before);
    arrange();
    if (m_follows || m_cursor >= static_cast<int>(m_windows.size())) follow();
    m_tickets->refresh();
    tellWindowsChanged(*this, before);
}

void WindowsStrip::forget() {
    m_follows = true;
    m_motion.stop();
    m_sweeping.clear();
    m_filling.clear();
    m_tickets->hide();
    m_windows.clear();
    m_cursor = -1;
    arrange();
}

/// Columns and cells anew; only what differs is painted again.
void WindowsStrip::arrange() {
    const int windows = static_cast<int>(m_windows.size());
    const auto stateOf = [&](int window) { return m_windows[static_cast<std::size_t>(window)].state; };
    int drawn = windows;
    while (drawn > 0 && stateOf(drawn - 1) != WindowState::Drawn && stateOf(drawn - 1) != WindowState::Late)
        --drawn;
    int computing = 0;
    while (drawn + computing < windows && stateOf(drawn + computing) == WindowState::Computing)
        ++computing;
    const int room = width() - scaled(kLeft + kRight) + scaled(kBlockGap),
              least = scaled(kBlockLeast) + scaled(kBlockGap);
    auto planned = planColumns(windows, drawn, computing, std::clamp(room / least, 2, kColumnsMax));
    const int each = planned.empty() ? least : room / static_cast<int>(planned.size());
    const int pitch = std::clamp(each, least, scaled(kBlockWidest) + scaled(kBlockGap));
    std::vector<StripCells> cells;
    cells.reserve(planned.size());
    for (const StripColumn& column : planned)
        cells.push_back(cellsOf(m_windows, column, m_perWindow));
    const bool moved = planned != m_columns || pitch != m_pitch;
    m_pitch = pitch;
    std::swap(cells, m_cells);
    m_columns = std::move(planned);
    if (moved) return update();
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        if (m_cells[i] != cells[i]) updateColumn(static_cast<int>(i));
}

/// What has just been drawn sweeps once; what has just been paid fills. A merged column is quiet.
void WindowsStrip::animate(const std::vector<WindowFacts>& before) {
    std::set<int> drawn, paid;
    for (std::size_t i = 0; i < m_windows.size(); ++i) {
        const WindowFacts &was = before[i], &is = m_windows[i];
        if (was == is) continue;
        if (was.state != WindowState::Drawn && is.state == WindowState::Drawn) {
            drawn.insert(static_cast<int>(i));
            continue;
        }
        const auto paidIn = [](const WindowFacts& window) {
            return std::count_if(window.wins.begin(), window.wins.end(),
                                 [](const WinFacts& each) { return each.state == WinState::Paid; });
        };
        if (paidIn(is) > paidIn(was)) paid.insert(static_cast<int>(i));
    }
    if (duration(motion::kSweep) == 0 || !isVisible() || (drawn.empty() && paid.empty())) return;
    m_motion.stop();
    m_sweeping = std::move(drawn);
    m_filling = std::move(paid);
    m_motion.setDuration(duration(m_sweeping.empty() ? motion::kFill : motion::kSweep));
    m_motion.start();
}

// ---- the cursor

int WindowsStrip::newest() const {
    for (std::size_t i = m_windows.size(); i-- > 0;)
        if (m_windows[i].state == WindowState::Drawn || m_windows[i].state == WindowState::Late)
            return static_cast<int>(i);
    return m_windows.empty() ? -1 : 0;
}

void WindowsStrip::follow() {
    m_follows = true;
    moveTo(newest());
}

void WindowsStrip::setCursor(int window) {
    if (m_windows.empty()) return;
    window = std::clamp(window, 0, static_cast<int>(m_windows.size()) - 1);
    m_follows = window == newest();
    moveTo(window);
}

void WindowsStrip::moveTo(int window) {
    if (window == m_cursor) return;
    const int before = columnOf(m_cursor), after = columnOf(window);
    m_cursor = window;
    updateColumn(before);
    updateColumn(after);
    update(0, blockRect(0, rows()).top(), width(), height()); // the numbers
    m_tickets->refresh();
    tellCursorMoved(*this);
    emit cursorMoved(m_cursor);
}

int WindowsStrip::nextWin(int from, int step) const {
    for (int i = from + step; i >= 0 && i < static_cast<int>(m_windows.size()); i += step)
        if (!m_windows[static_cast<std::size_t>(i)].wins.empty()) return i;
    return from;
}

QString WindowsStrip::sentence(int window) const {
    if (window < 0 || window >= static_cast<int>(m_windows.size())) return tr("No window yet");
    return sentenceOf(m_windows[static_cast<std::size_t>(window)], numberOf(window), m_first + m_windows.size() - 1);
}

void WindowsStrip::keyPressEvent(QKeyEvent* event) {
    const bool mirrored = isRightToLeft();
    switch (event->key()) {
    case Qt::Key_Left:
        return setCursor(m_cursor + (mirrored ? 1 : -1));
    case Qt::Key_Right:
        return setCursor(m_cursor + (mirrored ? -1 : 1));
    case Qt::Key_Up:
        return setCursor(nextWin(m_cursor, -1));
    case Qt::Key_Down:
        return setCursor(nextWin(m_cursor, 1));
    case Qt::Key_Home:
        return setCursor(0);
    case Qt::Key_End:
        return setCursor(static_cast<int>(m_windows.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return openTickets();
    case Qt::Key_Escape:
        if (!m_follows) return follow();
        break;
    default:
        break;
    }
    event->ignore();
}

void WindowsStrip::mousePressEvent(QMouseEvent* event) {
    const int window = windowAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && window >= 0) setCursor(window);
}

void WindowsStrip::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && windowAt(event->position().toPoint()) >= 0) openTickets();
}

bool WindowsStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int window = windowAt(help->pos());
        if (window < 0) {
            QToolTip::hideText();
            event->ignore();
            return true;
        }
        const StripColumn column = m_columns[static_cast<std::size_t>(columnOf(window))];
        const QString text =
            column.count == 1
                ? sentence(window)
                : tr("Windows %1 to %2").arg(countText(numberOf(column.first)), countText(numberOf(window)));
        QToolTip::showText(help->globalPos(), text, this, columnRect(columnOf(window)));
        return true;
    }
    return Themed::event(event);
}

void WindowsStrip::openTickets() {
    if (m_cursor >= 0) m_tickets->open();
}

// ---- where everything is

int WindowsStrip::widthFor(int columns) {
    return columns * (scaled(kBlockWidth) + scaled(kBlockGap)) + scaled(kLeft + kRight);
}

int WindowsStrip::leastWidthFor(int columns) {
    return columns * (scaled(kBlockLeast) + scaled(kBlockGap)) + scaled(kLeft + kRight);
}

QSize WindowsStrip::sizeHint() const {
    return {widthFor(64), minimumSizeHint().height()};
}

QSize WindowsStrip::minimumSizeHint() const {
    const int blocks = rows() == 0 ? kStripBlocks : rows();
    return {widthFor(16), 2 * kTop + blocks * rowPitch() + lineHeight(Type::Axis)};
}

int WindowsStrip::columnOf(int window) const {
    const auto after = std::upper_bound(m_columns.begin(), m_columns.end(), window,
                                        [](int at, const StripColumn& column) { return at < column.first; });
    return static_cast<int>(after - m_columns.begin()) - 1;
}

QRect WindowsStrip::columnRect(int column) const {
    const int left = scaled(kLeft) + column * m_pitch;
    return {left, kTop, m_pitch - scaled(kBlockGap), std::max(1, rows() * rowPitch() - scaled(kBlockGap))};
}

QRect WindowsStrip::blockRect(int column, int row) const {
    return {columnRect(column).left(), kTop + row * rowPitch(), m_pitch - scaled(kBlockGap), scaled(kBlockHeight)};
}

QRect WindowsStrip::rectOf(int window) const {
    return columnRect(columnOf(window));
}

int WindowsStrip::windowAt(QPoint place) const {
    const int column = (place.x() - scaled(kLeft) + scaled(kBlockGap) / 2) / m_pitch;
    if (place.x() < scaled(kLeft) - 1 || column < 0 || column >= columns() || place.y() > columnRect(0).bottom() + kTop)
        return -1;
    const StripColumn& at = m_columns[static_cast<std::size_t>(column)];
    return at.first + at.count - 1;
}

/// Marks and the cursor's edge reach over the neighbours.
void WindowsStrip::updateColumn(int column) {
    if (column >= 0) update(columnRect(column).adjusted(-m_pitch, -kTop, m_pitch, kTop));
}

void WindowsStrip::resizeEvent(QResizeEvent* event) {
    Themed::resizeEvent(event);
    arrange();
}

// ---- the paint

void WindowsStrip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect dirty = event->rect();
    const auto reaches = [&](int column) {
        return dirty.intersects(columnRect(column).adjusted(-scaled(kLeft), -kTop, scaled(kLeft), kTop));
    };
    for (int i = 0; i < columns(); ++i)
        if (reaches(i)) drawBlocks(painter, i);
    for (int i = 0; i < columns(); ++i)
        if (reaches(i)) drawWins(painter, i);
    if (m_cursor >= 0 && rows() > 0) drawCursor(painter);
    drawNumbers(painter);
}

void WindowsStrip::drawBlocks(QPainter& painter, int column) const {
    const StripCells& cells = m_cells[static_cast<std::size_t>(column)];
    const StripColumn& windows = m_columns[static_cast<std::size_t>(column)];
    const bool sweeps = windows.count == 1 && m_sweeping.contains(windows.first);
    for (int row = 0; row < cells.blocks; ++row) {
        const QRectF where = blockRect(column, row);
        if (!sweeps) {
            drawStripBlock(painter, where, cells.state);
            continue;
        }
        // The draw comes down the column.
        const qreal reached = kTop + m_motion.currentValue().toReal() * columnRect(column).height();
        drawStripBlock(painter, where, WindowState::Computing);
        if (reached <= where.top()) continue;
        painter.save();
        painter.setClipRect(QRectF(where.left(), where.top(), where.width(), reached - where.top()));
        painter.fillRect(where, color(Token::Raised));
        drawStripBlock(painter, where, WindowState::Drawn);
        painter.restore();
    }
}

bool WindowsStrip::winsBeside(int column, int row) const {
    for (const int beside : {column - 1, column + 1})
        if (beside >= 0 && beside < columns() &&
            m_cells[static_cast<std::size_t>(beside)].wins[static_cast<std::size_t>(row)])
            return true;
    return false;
}

void WindowsStrip::drawWins(QPainter& painter, int column) const {
    const StripCells& cells = m_cells[static_cast<std::size_t>(column)];
    const StripColumn& windows = m_columns[static_cast<std::size_t>(column)];
    const bool sweeps = windows.count == 1 && m_sweeping.contains(windows.first);
    const bool fills = windows.count == 1 && m_filling.contains(windows.first);
    const qreal at = m_motion.currentValue().toReal();
    for (int row = 0; row < rows(); ++row) {
        const auto win = cells.wins[static_cast<std::size_t>(row)];
        if (!win) continue;
        const QRectF block = blockRect(column, row);
        if (sweeps && kTop + at * columnRect(column).height() < block.center().y()) continue;
        // Side by side they would cover each other: then each keeps to its own block.
        const qreal width =
            winsBeside(column, row) ? std::min<qreal>(block.width(), scaled(kStripMark)) : scaled(kStripMark);
        QRectF mark(0, 0, width, scaled(kStripMark));
        mark.moveCenter(block.center());
        const qreal free = width > block.width() ? scaled(kBlockGap) : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Raised));
        painter.drawRoundedRect(mark.adjusted(-free, -scaled(kBlockGap), free, scaled(kBlockGap)), radius::kMark + 1,
                                radius::kMark + 1);
        drawStripMark(painter, mark, *win, fills ? at : 1);
    }
}

void WindowsStrip::drawCursor(QPainter& painter) const {
    const QRectF edge = QRectF(columnRect(columnOf(m_cursor))).adjusted(-2.25, -2.75, 2.25, 2.75);
    painter.setPen(QPen(color(Token::C1), hasFocus() ? 2 : 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(edge, radius::kMark, radius::kMark);
}

void WindowsStrip::drawNumbers(QPainter& painter) const {
    if (m_columns.empty()) return;
    const QFont plain = ui::font(Type::Axis);
    QFont bold = plain;
    bold.setWeight(QFont::Bold);
    const int top = columnRect(0).bottom() + 1 + kTop + space::k2;
    const auto place = [&](int column, int window, const QFont& font) {
        const QString text = countText(numberOf(window));
        const qreal width = figureWidth(font, text);
        const qreal middle = columnRect(column).left() + columnRect(column).width() / 2.0;
        const qreal left = std::clamp(middle - width / 2, 0.0, std::max(0.0, this->width() - width));
        return std::pair(QRectF(left, top, width + 1, lineHeight(Type::Axis)), text);
    };
    QList<QRectF> taken;
    if (m_cursor >= 0) {
        const auto [where, text] = place(columnOf(m_cursor), m_cursor, bold);
        drawFigure(painter, where, Qt::AlignLeft | Qt::AlignVCenter, bold, color(Token::Text), text);
        taken += where.adjusted(-6, 0, 6, 0);
    }
    const auto number = [&](int column, int window) {
        const auto [where, text] = place(column, window, plain);
        const auto meets = [&where = where](const QRectF& other) { return other.intersects(where); };
        if (std::any_of(taken.begin(), taken.end(), meets)) return;
        drawFigure(painter, where, Qt::AlignLeft | Qt::AlignVCenter, plain, color(Token::Text3), text);
        taken += where.adjusted(-6, 0, 6, 0);
    };
    number(columns() - 1, static_cast<int>(m_windows.size()) - 1);
    for (int i = 0; i < columns(); i += kNumberEvery)
        number(i, m_columns[static_cast<std::size_t>(i)].first);
}

} // namespace unchained::ui
