// SPDX-License-Identifier: Apache-2.0
#include "widgets/chip.h"

#include "theme/icons.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kChipEdge = 13, kChipMark = 14, kChipGap = 7;

} // namespace

Chip::Chip(const QString& text, QWidget* parent) : Themed(parent) {
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("ringRadius", radius::kChip);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu) m_menu->popup(mapToGlobal(QPoint(-space::k4, height())));
    });
    describe();
}

void Chip::setActive(bool active) {
    m_active = active;
    describe();
    updateGeometry();
    update();
}

void Chip::setPlain(bool plain) {
    m_plain = plain;
    describe();
    updateGeometry();
    update();
}

void Chip::setSmall(bool small) {
    m_small = small;
    updateGeometry();
}

/// What the eye sees by colour and mark the screen reader hears.
void Chip::describe() {
    if (m_plain) {
        setAccessibleDescription(m_active ? tr("Chosen") : QString());
        return;
    }
    setAccessibleDescription(m_active ? tr("Filter in force; Delete takes it away") : tr("Filter; opens a choice"));
}

QSize Chip::sizeHint() const {
    QFont drawn = ui::font(Type::Value);
    const qreal text = QFontMetricsF(drawn).horizontalAdvance(this->text());
    const int mark = m_plain ? 0 : kChipMark + kChipGap;
    return QSize(static_cast<int>(std::ceil(text)) + scaled(2 * kChipEdge + mark),
                 scaled(m_small ? 28 : size::kControl));
}

QRect Chip::markCell() const {
    if (m_plain) return {};
    const int side = scaled(kChipMark);
    return QRect(width() - scaled(kChipEdge - 2) - side, (height() - side) / 2, side, side);
}

void Chip::paintEvent(QPaintEvent*) {
    const bool on = m_active && isEnabled();
    const Token ink = !isEnabled() ? Token::Text3 : m_active ? Token::AccentText : Token::Text;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    Token edge = hovered() ? Token::BorderStrong : Token::Border;
    if (on) edge = hovered() ? Token::AccentText : Token::AccentSoft;
    painter.setPen(QPen(color(edge), 1));
    painter.setBrush(color(on ? Token::AccentSoft : isDown() ? Token::Hover : Token::Raised));
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    painter.setPen(color(ink));
    painter.setFont(ui::font(Type::Value));
    const int right = m_plain ? scaled(kChipEdge) : scaled(kChipEdge + kChipMark + kChipGap - 2);
    painter.drawText(rect().adjusted(scaled(kChipEdge), 0, -right, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (!m_plain) drawIcon(painter, markCell(), m_active ? "cross" : "chev", color(m_active ? ink : Token::Text2));
}

void Chip::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (m_active && !m_plain && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        emit cleared();
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || (key == Qt::Key_Down && m_menu)) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    const bool onCross = m_active && !m_plain && event->pos().x() >= markCell().left() - scaled(kChipGap) &&
                         rect().contains(event->pos());
    if (!onCross) {
        QAbstractButton::mouseReleaseEvent(event);
        return;
    }
    setDown(false);
    emit cleared();
}

void Chip::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void Chip::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace unchained::ui
