// SPDX-License-Identifier: Apache-2.0
#include "pages/host_table.h"

#include "models/host_filter.h"
#include "models/host_words.h"
#include "theme/host_picture.h"
#include "theme/icons.h"
#include "widgets/badge.h"
#include "widgets/figure_delegate.h"
#include "widgets/format.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

#include <array>

namespace unchained::ui {

namespace {

constexpr int kTableRow = 46, kTablePicture = 34, kHeartColumn = 28, kNarrowTable = 960;

/// In pixels, by column; the first takes what is left.
constexpr std::array<int, HostModel::Columns> kWidths{0, 150, 78, 100, 92, 98, 104, 146};

QRect heartOf(const QRect& cell) {
    const int side = scaled(kHeartColumn);
    return {cell.right() + 1 - side - scaled(space::k4), cell.top() + (cell.height() - side) / 2, side, side};
}

class RowDelegate final : public QStyledItemDelegate {
public:
    explicit RowDelegate(HostTable* table) : QStyledItemDelegate(table), m_table(table) {}
    void setHovered(int row) { m_hovered = row; }
    [[nodiscard]] int hovered() const { return m_hovered; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto* hosts = qobject_cast<const HostFilter*>(index.model());
        if (!hosts) return;
        const HostFacts& host = hosts->host(index.row());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen || m_hovered == index.row())
            painter->fillRect(option.rect, color(chosen ? Token::AccentSoft : Token::Sunken));
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, color(Token::Border));
        if (index.column() == HostModel::Device)
            drawHost(*painter, option.rect, host);
        else if (index.column() == HostModel::Checked)
            drawChecks(*painter, option.rect, host);
        else if (index.column() == HostModel::Rating)
            drawRating(*painter, option.rect, host);
        else
            drawCell(*painter, option.rect, host, index);
        painter->restore();
        const bool current = m_table->hasFocus() && m_table->currentIndex().row() == index.row();
        if (current) drawRing(*painter, option.rect, index.column());
    }

private:
    static Token ink(const HostFacts& host, Token token) { return host.free() ? token : Token::Text3; }

    static void drawHost(QPainter& painter, const QRect& cell, const HostFacts& host) {
        const int side = scaled(kTablePicture), edge = scaled(space::k8);
        const QRect picture(cell.left() + edge, cell.top() + (cell.height() - side) / 2, side, side);
        painter.setOpacity(host.free() ? 1 : 0.5);
        painter.drawPixmap(picture.topLeft(), hostPicture(host.peer, picture.size(), radius::kControl,
                                                          painter.device()->devicePixelRatioF()));
        painter.setOpacity(1);
        const QRect heart = heartOf(cell);
        const int left = picture.right() + 1 + scaled(space::k12), wide = heart.left() - left - scaled(space::k4);
        const int title = lineHeight(Type::Value), small = lineHeight(Type::Small);
        const int top = cell.top() + (cell.height() - title - small) / 2;
        QString under = hostName(host);
        const QString absence = absenceText(host), badge = badgeText(badgeOf(host));
        if (!absence.isEmpty())
            under = absence + QStringLiteral(" · ") + under;
        else if (!badge.isEmpty())
            under += QStringLiteral(" · ") + badge;
        const bool failed = badgeOf(host) == HostBadge::FailedCheck && host.free();
        drawFigure(painter, QRectF(left, top, wide, title), Qt::AlignLeft | Qt::AlignVCenter, font(Type::Value),
                   color(ink(host, Token::Text)), host.device);
        drawFigure(painter, QRectF(left, top + title, wide, small), Qt::AlignLeft | Qt::AlignVCenter, font(Type::Small),
                   color(failed ? Token::Wrong : ink(host, Token::Text2)), under);
        const qreal mark = scaled(16);
        drawIcon(painter, QRectF(heart.center().x() - mark / 2 + 1, heart.center().y() - mark / 2 + 1, mark, mark),
                 host.favourite ? "heart-filled" : "heart", color(host.favourite ? Token::Wrong : Token::Text3));
    }

    static void drawChecks(QPainter& painter, const QRect& cell, const HostFacts& host) {
        const CheckWords words = checkWords(host);
        const Token token = ink(host, words.tone == Tone::Neutral ? Token::Text2 : inkOf(words.tone));
        const int side = scaled(14);
        drawIcon(painter,
                 QRectF(cell.left() + scaled(space::k12), cell.top() + (cell.height() - side) / 2.0, side, side),
                 words.icon, color(token));
        const QString text =
            host.stepsChecked + host.stepsWrong == 0
                ? HostTable::tr("none yet")
                : HostTable::tr("%1, %2 wrong").arg(countText(host.stepsChecked), countText(host.stepsWrong));
        drawFigure(painter, cell.adjusted(scaled(space::k12) + side + scaled(space::k6), 0, -space::k8, 0),
                   Qt::AlignLeft | Qt::AlignVCenter, font(Type::Body), color(token), text);
    }

    static void drawRating(QPainter& painter, const QRect& cell, const HostFacts& host) {
        const QRectF inside = QRectF(cell).adjusted(space::k8, 0, -space::k8, 0);
        if (!host.stars()) {
            drawFigure(painter, inside, Qt::AlignRight | Qt::AlignVCenter, font(Type::Body),
                       color(ink(host, Token::Text2)), HostTable::tr("New"));
            return;
        }
        // Means stand under each other, whatever their number of ratings.
        const int count = scaled(38), side = scaled(14);
        drawFigure(painter, QRectF(inside.right() - count, cell.top(), count, cell.height()),
                   Qt::AlignRight | Qt::AlignVCenter, font(Type::Small), color(Token::Text3),
                   countText(host.rating.count));
        const QString mean = starsText(host);
        const qreal wide = figureWidth(font(Type::Value), mean), left = inside.right() - count - wide;
        drawFigure(painter, QRectF(left, cell.top(), wide + 1, cell.height()), Qt::AlignLeft | Qt::AlignVCenter,
                   font(Type::Value), color(ink(host, Token::Text)), mean);
        drawIcon(painter, QRectF(left - side - 4, cell.top() + (cell.height() - side) / 2.0, side, side), "star",
                 color(ink(host, Token::Text)));
    }

    static void drawCell(QPainter& painter, const QRect& cell, const HostFacts& host, const QModelIndex& index) {
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const bool price = index.column() == HostModel::Price;
        const Token token = ink(host, price ? Token::Text : Token::Text2);
        drawFigure(painter, cell.adjusted(space::k8, 0, -space::k8, 0), alignment,
                   font(price ? Type::Value : Type::Body), color(token), index.data().toString());
    }

    /// Around the whole row, each cell its part.
    void drawRing(QPainter& painter, const QRect& cell, int column) const {
        const QColor ring = color(Token::AccentText);
        painter.fillRect(cell.left(), cell.top(), cell.width(), 2, ring);
        painter.fillRect(cell.left(), cell.bottom() - 2, cell.width(), 2, ring);
        if (column == 0) painter.fillRect(cell.left(), cell.top(), 2, cell.height() - 1, ring);
        if (column == HostModel::Checked) painter.fillRect(cell.right() - 1, cell.top(), 2, cell.height() - 1, ring);
    }

    HostTable* m_table;
    int m_hovered = -1;
};

} // namespace

HostTable::HostTable(QWidget* parent) : QTableView(parent) {
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setAccessibleName(tr("Hosts"));
    setStyleSheet(QStringLiteral("QTableView, QHeaderView, QHeaderView::section { background: transparent; }"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        const auto sort = HostFilter::orderOf(column);
        if (!sort) return;
        emit orderWanted(*sort, *sort == m_sort ? !m_ascending : sortsAscending(*sort));
    });
}

void HostTable::setOrder(HostSort sort, bool ascending) {
    m_sort = sort;
    m_ascending = ascending;
}

void HostTable::arrange() {
    if (!model()) return;
    verticalHeader()->setDefaultSectionSize(scaled(kTableRow));
    const bool narrow = viewport()->width() < scaled(kNarrowTable);
    int rest = viewport()->width();
    for (int column = 1; column < HostModel::Columns; ++column) {
        setColumnHidden(column, narrow && column == HostModel::Place);
        const int wide = scaled(kWidths[static_cast<std::size_t>(column)]);
        setColumnWidth(column, wide);
        if (!isColumnHidden(column)) rest -= wide;
    }
    setColumnWidth(0, std::max(scaled(180), rest));
}

void HostTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    arrange();
}

void HostTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) arrange();
    if (event->type() == QEvent::PaletteChange) viewport()->update();
}

bool HostTable::onHeart(const QModelIndex& index, QPoint at) const {
    return index.isValid() && index.column() == HostModel::Device && heartOf(visualRect(index)).contains(at);
}

void HostTable::keyPressEvent(QKeyEvent* event) {
    const QModelIndex current = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid()) emit opened(current);
        return;
    case Qt::Key_Space:
        if (current.isValid()) emit favouriteWanted(current);
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

void HostTable::mousePressEvent(QMouseEvent* event) {
    m_pressed = indexAt(event->pos());
    m_pressedHeart = onHeart(m_pressed, event->pos());
    if (!m_pressedHeart) QTableView::mousePressEvent(event);
}

void HostTable::mouseReleaseEvent(QMouseEvent* event) {
    const QModelIndex under = indexAt(event->pos());
    const bool same =
        under.isValid() && m_pressed.isValid() && under.row() == m_pressed.row() && event->button() == Qt::LeftButton;
    const bool heart = m_pressedHeart;
    m_pressed = QModelIndex();
    m_pressedHeart = false;
    if (!heart) QTableView::mouseReleaseEvent(event);
    if (!same) return;
    if (heart && onHeart(under, event->pos())) emit favouriteWanted(under);
    if (!heart && !m_previewed) emit opened(under);
}

void HostTable::mouseDoubleClickEvent(QMouseEvent* event) {
    const QModelIndex under = indexAt(event->pos());
    if (m_previewed && under.isValid() && !onHeart(under, event->pos())) emit opened(under);
}

void HostTable::mouseMoveEvent(QMouseEvent* event) {
    const int row = indexAt(event->pos()).row();
    auto* rows = static_cast<RowDelegate*>(itemDelegate());
    if (row != rows->hovered()) {
        rows->setHovered(row);
        viewport()->update();
    }
    viewport()->setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (event->buttons() == Qt::NoButton) QTableView::mouseMoveEvent(event);
}

void HostTable::leaveEvent(QEvent* event) {
    static_cast<RowDelegate*>(itemDelegate())->setHovered(-1);
    viewport()->update();
    QTableView::leaveEvent(event);
}

void HostTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    viewport()->update();
    emit currentMoved(current);
}

} // namespace unchained::ui
