// SPDX-License-Identifier: Apache-2.0
#include "pages/inner_scroll.h"

#include "theme/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace unchained::ui {

InnerScroll::InnerScroll(int gutter, QWidget* parent) : QScrollArea(parent), m_gutter(gutter), m_column(nullptr) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setSpacing(0);
    setWidget(inside);
    inside->setAutoFillBackground(false);
    makeRoom();
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &InnerScroll::makeRoom);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*old*/, QWidget* now) {
        if (now && widget()->isAncestorOf(now)) ensureWidgetVisible(now, 0, space::k24);
    });
}

void InnerScroll::setGutter(int gutter) {
    m_gutter = gutter;
    makeRoom();
}

void InnerScroll::makeRoom() {
    const bool bar = verticalScrollBar()->maximum() > verticalScrollBar()->minimum();
    const int taken = bar ? verticalScrollBar()->sizeHint().width() : 0;
    m_column->setContentsMargins(0, 0, std::max(0, scaled(m_gutter) - taken), 0);
}

QSize InnerScroll::sizeHint() const {
    const int wide = viewport()->width();
    const int high =
        m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(wide) : m_column->totalSizeHint().height();
    return {m_column->totalSizeHint().width(), high};
}

QSize InnerScroll::minimumSizeHint() const {
    return {m_column->totalMinimumSize().width(), scaled(80)};
}

void InnerScroll::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) updateGeometry();
}

bool InnerScroll::eventFilter(QObject* watched, QEvent* event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace unchained::ui
