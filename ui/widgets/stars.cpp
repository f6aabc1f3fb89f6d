// SPDX-License-Identifier: Apache-2.0
#include "widgets/stars.h"

#include "theme/figure_text.h"
#include "theme/icons.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kStar = 16;

QFont meanFont() {
    return ui::font(Type::CardTitle);
}

QString written(double mean) {
    return QLocale().toString(mean, 'f', 2);
}

} // namespace

Stars::Stars(double mean, int count, QWidget* parent) : Themed(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setRating(mean, count);
}

void Stars::setRating(double mean, int count) {
    m_mean = mean;
    m_count = count;
    const QString words = tr("%1 of 5 stars, %n rating(s)", nullptr, count).arg(written(mean));
    setAccessibleName(count > 0 ? words : tr("No ratings yet"));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

QSize Stars::sizeHint() const {
    const QFont small = ui::font(Type::Small);
    const int height = lineHeight(Type::CardTitle);
    if (m_count <= 0) return QSize(static_cast<int>(std::ceil(figureWidth(small, tr("No ratings yet")))) + 1, height);
    const qreal words = figureWidth(meanFont(), written(m_mean)) + figureWidth(small, QLocale().toString(m_count));
    return QSize(scaled(kStar) + 2 * space::k4 + static_cast<int>(std::ceil(words)) + 1, height);
}

void Stars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QFont small = ui::font(Type::Small);
    if (m_count <= 0) {
        drawFigure(painter, rect(), Qt::AlignLeft | Qt::AlignVCenter, small, color(Token::Text2), tr("No ratings yet"));
        return;
    }
    const Token ink = isEnabled() ? Token::Text : Token::Text3;
    const int side = scaled(kStar);
    drawIcon(painter, QRectF(0, (height() - side) / 2.0, side, side), "star", color(ink));
    QRectF rest = QRectF(rect()).adjusted(side + space::k4, 0, 0, 0);
    drawFigure(painter, rest, Qt::AlignLeft | Qt::AlignVCenter, meanFont(), color(ink), written(m_mean));
    rest.setLeft(rest.left() + figureWidth(meanFont(), written(m_mean)) + space::k4);
    drawFigure(painter, rest.adjusted(0, 1, 0, 1), Qt::AlignLeft | Qt::AlignVCenter, small, color(Token::Text3),
               QLocale().toString(m_count));
}

StarsInput::StarsInput(const QString& name, QWidget* parent) : Themed(parent) {
    setOrientation(Qt::Horizontal);
    setRange(0, 5);
    setPageStep(1);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(name);
    setAccessibleDescription(tr("No star chosen"));
    connect(this, &QSlider::valueChanged, this, [this](int stars) {
        setAccessibleDescription(stars > 0 ? tr("%n star(s) of 5", nullptr, stars) : tr("No star chosen"));
    });
}

int StarsInput::starAt(int x) const {
    return std::clamp(x / std::max(1, width() / 5) + 1, 1, 5);
}

void StarsInput::keyPressEvent(QKeyEvent* event) {
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_5) {
        setValue(event->key() - Qt::Key_0);
        return;
    }
    QSlider::keyPressEvent(event);
}

void StarsInput::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) setValue(starAt(static_cast<int>(event->position().x())));
}

void StarsInput::mouseMoveEvent(QMouseEvent* event) {
    m_pointed = starAt(static_cast<int>(event->position().x()));
    update();
}

void StarsInput::leaveEvent(QEvent* event) {
    m_pointed = 0;
    update();
    QSlider::leaveEvent(event);
}

void StarsInput::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int cell = width() / 5, side = scaled(22);
    const int shown = m_pointed > 0 ? m_pointed : value();
    for (int i = 0; i < 5; ++i) {
        const bool on = i < shown;
        const Token ink = !isEnabled() ? Token::Lost : on ? Token::Text : Token::BorderStrong;
        const QRectF where(i * cell + (cell - side) / 2.0, (height() - side) / 2.0, side, side);
        drawIcon(painter, where, on ? "star" : "star-empty", color(ink));
    }
}

} // namespace unchained::ui
