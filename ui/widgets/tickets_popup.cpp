// SPDX-License-Identifier: Apache-2.0
#include "widgets/tickets_popup.h"

#include "widgets/figure_delegate.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/strip_marks.h"
#include "widgets/windows_strip.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QTableView>

#include <algorithm>

namespace unchained::ui {

namespace {

constexpr int kPopupWidth = 300, kTicketRow = 28, kRowsShown = 10, kTicketMark = 14;

/// A win's mark before its word; the rest as any figure.
class TicketDelegate final : public FigureDelegate {
public:
    using FigureDelegate::FigureDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int win = index.data(TicketsModel::kWinRole).toInt();
        if (index.column() != TicketsModel::State || win < 0) return FigureDelegate::paint(painter, option, index);
        QStyleOptionViewItem beside = option;
        if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(option.rect, color(Token::AccentSoft));
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, color(Token::Border));
        const int side = scaled(kTicketMark);
        beside.rect.adjust(side + space::k6, 0, 0, 0);
        FigureDelegate::paint(painter, beside, index);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawStripMark(*painter,
                      QRectF(option.rect.left() + space::k8, option.rect.center().y() - side / 2.0, side, side),
                      static_cast<WinState>(win));
        painter->restore();
    }
};

} // namespace

void TicketsModel::setWindow(const WindowFacts& window, std::uint64_t firstStep) {
    if (window == m_window && firstStep == m_firstStep) return;
    const bool same = window.tickets == m_window.tickets && firstStep == m_firstStep;
    if (!same) beginResetModel();
    m_window = window;
    m_firstStep = firstStep;
    if (!same) return endResetModel();
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

const WinFacts* TicketsModel::winOf(int row) const {
    const auto ticket = static_cast<std::uint64_t>(row);
    const auto at = std::find_if(m_window.wins.begin(), m_window.wins.end(),
                                 [ticket](const WinFacts& each) { return each.ticket == ticket; });
    return at == m_window.wins.end() ? nullptr : &*at;
}

int TicketsModel::firstWin() const {
    std::uint64_t first = m_window.tickets;
    for (const WinFacts& each : m_window.wins)
        first = std::min(first, each.ticket);
    return first < m_window.tickets ? static_cast<int>(first) : 0;
}

int TicketsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_window.tickets);
}

int TicketsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant TicketsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const WinFacts* win = winOf(index.row());
    if (role == kWinRole) return win ? static_cast<int>(win->state) : -1;
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const auto row = static_cast<quint64>(index.row());
    switch (index.column()) {
    case Ticket:
        return countText(row + 1);
    case Step:
        return countText(m_firstStep + row);
    default:
        break;
    }
    if (win) return wordOf(win->state);
    return m_window.state == WindowState::Drawn ? tr("lost") : wordOf(m_window.state);
}

QVariant TicketsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == Ticket ? tr("ticket") : section == Step ? tr("step") : tr("state");
}

TicketsPopup::TicketsPopup(WindowsStrip* strip)
    : QFrame(strip, Qt::Popup), m_strip(strip), m_title(makeLabel({}, Type::CardTitle)),
      m_note(makeLabel({}, Type::Small, Token::Text2)), m_model(new TicketsModel(this)), m_table(new QTableView) {
    setFrameShape(QFrame::NoFrame);
    setAttribute(Qt::WA_TranslucentBackground);
    m_note->setElided(true);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TicketDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(scaled(space::k8), 0, scaled(space::k8), 0);
    head->setSpacing(scaled(space::k8));
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 14); // with what the shadow takes
    column->setSpacing(scaled(space::k6));
    column->addLayout(head);
    column->addWidget(m_table);
    hide();
}

void TicketsPopup::refresh() {
    const int at = m_strip->cursor();
    if (at < 0 || at >= static_cast<int>(m_strip->windows().size())) return hide();
    if (!isVisible()) return;
    const WindowFacts& window = m_strip->windows()[static_cast<std::size_t>(at)];
    m_title->setText(tr("Window %1").arg(countText(m_strip->numberOf(at))));
    m_note->setText(
        window.state == WindowState::Drawn
            ? tr("%1 of %2 won").arg(countText(static_cast<quint64>(wonIn(window))), countText(window.tickets))
            : wordOf(window.state));
    setAccessibleName(m_strip->sentence(at));
    m_table->setAccessibleName(m_strip->sentence(at));
    m_model->setWindow(window, m_strip->firstStepOf(at));
}

void TicketsPopup::open() {
    m_table->verticalHeader()->setDefaultSectionSize(scaled(kTicketRow));
    const QRect column = m_strip->rectOf(m_strip->cursor());
    show();
    refresh();
    const int rows = std::clamp(m_model->rowCount(), 1, kRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * scaled(kTicketRow));
    resize(scaled(kPopupWidth), layout()->sizeHint().height());
    QPoint corner = m_strip->mapToGlobal(QPoint(column.center().x() - width() / 2, column.bottom() + space::k4));
    const QRect screen = m_strip->screen()->availableGeometry();
    if (corner.y() + height() > screen.bottom())
        corner.setY(m_strip->mapToGlobal(column.topLeft()).y() - space::k4 - height());
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    corner.setY(std::max(corner.y(), screen.top()));
    move(corner);
    m_table->setCurrentIndex(m_model->index(m_model->firstWin(), TicketsModel::State));
    m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
}

/// Border and two strokes, as menus have.
void TicketsPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF inside = QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 10), 3));
    painter.drawRoundedRect(inside.adjusted(-1.5, -1.5, 1.5, 1.5), radius::kInset + 1.5, radius::kInset + 1.5);
    painter.setPen(QPen(QColor(0, 0, 0, 20), 1));
    painter.drawRoundedRect(inside.adjusted(-0.5, -0.5, 0.5, 0.5), radius::kInset + 0.5, radius::kInset + 0.5);
    painter.setPen(QPen(color(Token::BorderStrong), 1));
    painter.setBrush(color(Token::Raised));
    painter.drawRoundedRect(inside, radius::kInset, radius::kInset);
}

bool TicketsPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            hide();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace unchained::ui
