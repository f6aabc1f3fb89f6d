// SPDX-License-Identifier: Apache-2.0
#include "widgets/slider.h"

#include "widgets/label.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>

namespace unchained::ui {

namespace {

constexpr int kKnob = 18, kGroove = 6;

} // namespace

Slider::Slider(const QString& name, QWidget* parent) : Themed(parent) {
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(name);
    setProperty("ringRadius", radius::kControl);
}

void Slider::setFilled(bool filled) {
    m_filled = filled;
    update();
}

void Slider::setTick(std::optional<int> value) {
    m_tick = value;
    update();
}

void Slider::setValueText(const QString& text) {
    if (text == accessibleDescription()) return;
    setToolTip(text);
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

qreal Slider::centreOf(int value) const {
    const qreal range = std::max(1, maximum() - minimum());
    return scaled(kKnob) / 2.0 + (value - minimum()) / range * (width() - scaled(kKnob));
}

void Slider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal middle = height() / 2.0, thick = scaled(kGroove), at = centreOf(sliderPosition());
    const QRectF groove(0, middle - thick / 2, width(), thick);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Lost));
    painter.drawRoundedRect(groove, thick / 2, thick / 2);
    const Token ink = !isEnabled()                  ? Token::BorderStrong
                      : hovered() || isSliderDown() ? Token::AccentHover
                                                    : Token::Accent;
    if (m_filled) {
        painter.setBrush(color(ink));
        painter.drawRoundedRect(QRectF(0, groove.top(), at, thick), thick / 2, thick / 2);
    }
    if (m_tick) {
        painter.fillRect(QRectF(centreOf(*m_tick) - 0.5, middle + scaled(6), 1, scaled(4)), color(Token::BorderStrong));
    }
    const qreal radius = scaled(kKnob) / 2.0 - 1;
    painter.setPen(QPen(color(isDark() && isEnabled() ? Token::AccentText : ink), 2));
    painter.setBrush(color(isEnabled() ? Token::Raised : Token::Sunken));
    painter.drawEllipse(QPointF(at, middle), radius, radius);
}

EndsSlider::EndsSlider(const QString& name, const QString& lowEnd, const QString& highEnd, QWidget* parent)
    : Themed(parent), m_slider(new Slider(name)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k6));
    auto* ends = new QHBoxLayout;
    ends->setSpacing(scaled(space::k8));
    ends->addWidget(makeLabel(lowEnd, Type::Small, Token::Text2));
    ends->addStretch(1);
    ends->addWidget(makeLabel(highEnd, Type::Small, Token::Text2));
    column->addLayout(ends);
    column->addWidget(m_slider);
    setFocusProxy(m_slider);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_slider->setToolTip(QString());
}

} // namespace unchained::ui
