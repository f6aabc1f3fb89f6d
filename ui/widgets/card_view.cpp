// SPDX-License-Identifier: Apache-2.0
#include "widgets/card_view.h"

#include "theme/theme.h"
#include "widgets/host_card_delegate.h"

#include <QFocusEvent>
#include <QIdentityProxyModel>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kScrollBar = 12; ///< its place is kept free, so that cards do not jump when it comes
constexpr int kSlack = 1;      ///< a line of cells must be narrower than the viewport, else QListView breaks it

class FirstColumn final : public QIdentityProxyModel {
public:
    FirstColumn(QAbstractItemModel* source, QObject* parent) : QIdentityProxyModel(parent) { setSourceModel(source); }
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override {
        return std::min(1, QIdentityProxyModel::columnCount(parent));
    }
};
} // namespace

CardView::CardView(QWidget* parent) : QListView(parent), m_delegate(new HostCardDelegate(this)) {
    setItemDelegate(m_delegate);
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Fixed); // arrange() does it, at once
    setUniformItemSizes(true);
    setSpacing(0);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setAccessibleName(tr("Hosts"));
    setStyleSheet(QStringLiteral("QListView { background: transparent; } QScrollBar:vertical { width: %1px; }")
                      .arg(kScrollBar - kSlack));
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
}

void CardView::setModel(QAbstractItemModel* model) {
    QListView::setModel(new FirstColumn(model, this));
}

void CardView::arrange() {
    const int inside = width() - kScrollBar;
    if (inside <= 0) return;
    const QModelIndex top = indexAt(QPoint(viewport()->width() / 2, scaled(space::k16)));
    m_width = width();
    m_columns = CardGeometry::columns(inside);
    const QSize cell = CardGeometry::cell(inside, m_columns);
    m_delegate->setCell(cell);
    verticalScrollBar()->setSingleStep(cell.height() / 4);
    doItemsLayout();
    if (top.isValid() && verticalScrollBar()->value() > 0) scrollTo(top, QAbstractItemView::PositionAtTop);
}

void CardView::resizeEvent(QResizeEvent* event) {
    if (width() != m_width) arrange();
    QListView::resizeEvent(event);
}

void CardView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) arrange();
    if (event->type() == QEvent::PaletteChange) viewport()->update();
}

void CardView::setRing(bool shown) {
    m_delegate->setRing(shown);
    viewport()->update();
}

void CardView::focusInEvent(QFocusEvent* event) {
    const bool walked = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                        event->reason() == Qt::ShortcutFocusReason;
    if (walked && !currentIndex().isValid() && model() && model()->rowCount() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
    QListView::focusInEvent(event);
    if (walked) setRing(true);
}

void CardView::keyPressEvent(QKeyEvent* event) {
    setRing(true);
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
        QListView::keyPressEvent(event);
    }
}

bool CardView::onHeart(const QModelIndex& index, QPoint at) const {
    return index.isValid() && CardGeometry(visualRect(index)).heart.contains(at);
}

void CardView::mousePressEvent(QMouseEvent* event) {
    setRing(false);
    m_pressed = indexAt(event->pos());
    m_pressedHeart = onHeart(m_pressed, event->pos());
    if (!m_pressedHeart) QListView::mousePressEvent(event);
}

void CardView::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex under = indexAt(event->pos());
    viewport()->setCursor(under.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (under.isValid()) update(under); // the heart under the mouse
    if (event->buttons() == Qt::NoButton) QListView::mouseMoveEvent(event);
}

void CardView::mouseReleaseEvent(QMouseEvent* event) {
    const QModelIndex under = indexAt(event->pos());
    const bool same = under.isValid() && under == m_pressed && event->button() == Qt::LeftButton;
    const bool heart = m_pressedHeart;
    m_pressed = QModelIndex();
    m_pressedHeart = false;
    if (!heart) QListView::mouseReleaseEvent(event);
    if (!same) return;
    if (heart && onHeart(under, event->pos())) emit favouriteWanted(under);
    if (!heart) emit opened(under);
}

} // namespace unchained::ui
