// SPDX-License-Identifier: Apache-2.0
#include "widgets/list_row.h"

#include <QKeyEvent>
#include <QPainter>

namespace unchained::ui {

ListRow::ListRow(QWidget* parent) : Themed(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
}

void ListRow::beOne() {
    for (QWidget* child : findChildren<QWidget*>()) {
        child->setFocusPolicy(Qt::NoFocus);
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
}

void ListRow::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    if (m_parted) painter.fillRect(0, 0, width(), 1, color(Token::Border));
    if (!hovered()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(rect().adjusted(0, 1, 0, 0), radius::kControl, radius::kControl);
}

void ListRow::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void ListRow::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

void ListRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace unchained::ui
