// SPDX-License-Identifier: Apache-2.0
#include "pages/page_frame.h"

#include "theme/theme.h"

#include <QApplication>
#include <QFocusEvent>
#include <QResizeEvent>
#include <QScrollBar>

namespace unchained::ui {

PageFrame::PageFrame(QWidget* parent) : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto* outside = new QWidget;
    auto* row = new QHBoxLayout(outside);
    row->setContentsMargins(space::kPage, 14, space::kPage, space::k16);
    auto* inside = new QWidget;
    inside->setMaximumWidth(kWidest);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::k12);
    row->addStretch(1);
    row->addWidget(inside, 1000);
    row->addStretch(1);
    setWidget(outside);
    outside->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* /*old*/, QWidget* now) {
        if (now && widget()->isAncestorOf(now)) ensureWidgetVisible(now, 0, space::k24);
    });
}

TwoColumns::TwoColumns(int sideWidth, QWidget* parent)
    : QWidget(parent), m_sideWidth(sideWidth), m_both(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_mainBox(new QWidget), m_sideBox(new QWidget) {
    m_both->setContentsMargins(0, 0, 0, 0);
    m_main = new QVBoxLayout(m_mainBox);
    m_side = new QBoxLayout(QBoxLayout::TopToBottom, m_sideBox);
    for (QBoxLayout* layout : {static_cast<QBoxLayout*>(m_main), m_side}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(space::k12);
    }
    m_both->addWidget(m_mainBox, 1);
    m_both->addWidget(m_sideBox);
    arrange(false);
}

void TwoColumns::addSide(QWidget* part, bool fill) {
    m_side->addWidget(part, 1);
    m_fills = m_fills || fill;
    arrange(m_stacked);
}

void TwoColumns::setMainFills(bool fills) {
    m_mainFills = fills;
    arrange(m_stacked);
}

void TwoColumns::arrange(bool stacked) {
    m_stacked = stacked;
    const bool sideBelow = stacked && !m_mainFills; // it follows at once, and what is left lies under both
    m_both->setStretchFactor(m_mainBox, sideBelow ? 0 : 1);
    m_both->setStretchFactor(m_sideBox, sideBelow ? 1 : 0);
    m_both->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_both->setSpacing(stacked ? space::k12 : space::kPage);
    m_both->setAlignment(m_sideBox, (stacked || m_fills) && !sideBelow ? Qt::Alignment() : Qt::AlignTop);
    m_side->setDirection(stacked ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (int i = 0; i < m_side->count(); ++i)
        m_side->setStretch(i, stacked || m_fills ? 1 : 0);
    m_sideBox->setMinimumWidth(stacked ? 0 : scaled(m_sideWidth));
    m_sideBox->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : scaled(m_sideWidth));
}

QSize TwoColumns::minimumSizeHint() const {
    // Not what both need side by side: else they would never get narrow enough to be stacked.
    return {scaled(320), QWidget::minimumSizeHint().height()};
}

void TwoColumns::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool stacked = event->size().width() < kBreak;
    if (stacked != m_stacked) arrange(stacked);
}

} // namespace unchained::ui
