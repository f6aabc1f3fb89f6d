// SPDX-License-Identifier: Apache-2.0
#include "widgets/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace unchained::ui {

FlowLayout::FlowLayout(QWidget* parent, int gap, int lineGap) : QLayout(parent), m_gap(gap), m_lineGap(lineGap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

/// Places the items, or only measures; returns the height.
int FlowLayout::arrange(const QRect& rect, bool move) const {
    const QRect inside = rect.marginsRemoved(contentsMargins());
    int line = 0;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) line = std::max(line, item->sizeHint().height());
    int x = inside.left(), y = inside.top();
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        const QSize size = item->sizeHint();
        if (x > inside.left() && x + size.width() > inside.right() + 1) {
            x = inside.left();
            y += line + m_lineGap;
        }
        if (move) item->setGeometry(QRect(QPoint(x, y + (line - size.height()) / 2), size));
        x += size.width() + m_gap;
    }
    return y + line - rect.top() + contentsMargins().bottom();
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::sizeHint() const {
    int width = 0, height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(width, height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

} // namespace unchained::ui
