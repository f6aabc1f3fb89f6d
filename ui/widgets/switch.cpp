// SPDX-License-Identifier: Apache-2.0
#include "widgets/switch.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVariantAnimation>

namespace unchained::ui {

Switch::Switch(const QString& name, QWidget* parent) : Themed(parent) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(name);
    setProperty("ringRadius", 10.0);
    connect(this, &QAbstractButton::toggled, this, &Switch::slide);
}

void Switch::slide(bool on) {
    const qreal end = on ? 1 : 0;
    if (!isVisible() || duration(motion::kFade) == 0) {
        m_at = end;
        update();
        return;
    }
    auto* animation = new QVariantAnimation(this);
    animation->setDuration(duration(motion::kFade));
    animation->setStartValue(m_at);
    animation->setEndValue(end);
    connect(animation, &QVariantAnimation::valueChanged, this, [this](const QVariant& at) {
        m_at = at.toReal();
        update();
    });
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

void Switch::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void Switch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track =
        QRectF(0, (height() - scaled(20)) / 2.0, scaled(36), scaled(20)).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = isChecked();
    const Token fill = !isEnabled() ? Token::Hover : !on ? Token::Lost : hovered() ? Token::AccentHover : Token::Accent;
    painter.setPen(QPen(color(!isEnabled() ? Token::Border : on ? fill : Token::BorderStrong), 1));
    painter.setBrush(color(fill));
    painter.drawRoundedRect(track, track.height() / 2, track.height() / 2);

    const qreal knob = track.height() - 5;
    const qreal x = track.left() + 2.5 + m_at * (track.width() - knob - 5);
    // Off in a light look: a white knob on pale grey needs an edge.
    painter.setPen(on || !isEnabled() ? QPen(Qt::NoPen) : QPen(color(Token::BorderStrong), 1));
    painter.setBrush(color(isEnabled() ? Token::OnAccent : Token::BorderStrong));
    painter.drawEllipse(QRectF(x, track.top() + 2.5, knob, knob));
}

} // namespace unchained::ui
