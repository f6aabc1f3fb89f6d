// SPDX-License-Identifier: Apache-2.0
#include "widgets/badge.h"

#include "theme/figure_text.h"
#include "theme/icons.h"

#include <QPainter>

#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kBadgeEdge = 9, kBadgeIcon = 14, kBadgeGap = 5, kHeight = 20;

QFont badgeFont() {
    QFont out = ui::font(Type::Axis);
    out.setWeight(QFont::DemiBold);
    return out;
}

} // namespace

Token inkOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return Token::Text2;
    case Tone::Info:
        return Token::AccentText;
    case Tone::Right:
        return Token::Right;
    case Tone::Won:
        return Token::Won;
    case Tone::Wrong:
        return Token::Wrong;
    }
    return Token::Text2;
}

Token groundOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return Token::Hover;
    case Tone::Info:
        return Token::AccentSoft;
    case Tone::Right:
        return Token::RightSoft;
    case Tone::Won:
        return Token::WonSoft;
    case Tone::Wrong:
        return Token::WrongSoft;
    }
    return Token::Hover;
}

const char* iconOf(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return "clock";
    case Tone::Info:
        return "info";
    case Tone::Right:
        return "check";
    case Tone::Won:
        return "star";
    case Tone::Wrong:
        return "cross";
    }
    return "info";
}

Badge::Badge(const QString& text, Tone tone, const char* iconName, QWidget* parent) : Themed(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
    setBadge(text, tone, iconName);
}

void Badge::setBadge(const QString& text, Tone tone, const char* iconName) {
    m_tone = tone;
    m_icon = iconName ? iconName : iconOf(tone);
    setText(text);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const {
    const int icon = m_icon.isEmpty() ? 0 : scaled(kBadgeIcon + kBadgeGap);
    const int text = static_cast<int>(std::ceil(figureWidth(badgeFont(), this->text())));
    return QSize(2 * scaled(kBadgeEdge) + icon + text, scaled(kHeight));
}

void Badge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(groundOf(m_tone)));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    QRectF inside = QRectF(rect()).adjusted(scaled(kBadgeEdge), 0, 1 - scaled(kBadgeEdge), 0);
    if (!m_icon.isEmpty()) {
        const int side = scaled(kBadgeIcon);
        drawIcon(painter, QRectF(inside.left(), (height() - side) / 2.0, side, side), m_icon.constData(),
                 color(inkOf(m_tone)));
        inside.setLeft(inside.left() + side + scaled(kBadgeGap));
    }
    drawFigure(painter, inside, Qt::AlignLeft | Qt::AlignVCenter, badgeFont(), color(inkOf(m_tone)), text());
}

IconLabel::IconLabel(const char* iconName, Token token, int side, QWidget* parent)
    : Themed(parent), m_icon(iconName), m_token(token), m_side(side) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(const char* iconName, Token token) {
    m_icon = iconName;
    m_token = token;
    update();
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int side = scaled(m_side);
    drawIcon(painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_icon.constData(),
             color(isEnabled() ? m_token : Token::Text3));
}

} // namespace unchained::ui
