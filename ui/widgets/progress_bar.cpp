// SPDX-License-Identifier: Apache-2.0
#include "widgets/progress_bar.h"

#include "theme/figure_text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kSteps = 1000;

} // namespace

void drawBar(QPainter& painter, const QRectF& where, double share, Token fill, Token groove, qreal corner) {
    if (corner < 0) corner = where.height() / 2;
    QPainterPath shape;
    shape.addRoundedRect(where, corner, corner);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape, color(groove));
    if (share > 0) {
        QPainterPath done;
        const qreal width = std::max(where.width() * std::min(share, 1.0), std::min<qreal>(2, where.width()));
        done.addRect(QRectF(where.left(), where.top(), width, where.height()));
        painter.fillPath(shape.intersected(done), color(fill));
    }
    painter.restore();
}

ProgressBar::ProgressBar(const QString& name, bool thin, QWidget* parent) : Themed(parent), m_thin(thin) {
    setRange(0, kSteps);
    setTextVisible(false);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setShare(double share) {
    setValue(static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kSteps)));
}

void ProgressBar::setFill(Token fill) {
    m_fill = fill;
    update();
}

void ProgressBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double range = std::max(1, maximum() - minimum());
    const double share = value() < minimum() ? 0 : (value() - minimum()) / range;
    drawBar(painter, rect(), share, isEnabled() ? m_fill : Token::BorderStrong);
}

MarkBar::MarkBar(const QString& label, const QString& value, double share, QWidget* parent)
    : Themed(parent), m_label(label), m_value(value), m_share(share) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void MarkBar::setValue(const QString& value, double share) {
    m_value = value;
    m_share = share;
    describe();
    update();
}

void MarkBar::setColumns(int label, int value) {
    m_labelWidth = label;
    m_valueWidth = value;
    updateGeometry();
}

void MarkBar::setBar(Token fill, int thickness, bool groove) {
    m_fill = fill;
    m_thickness = thickness;
    m_groove = groove;
    update();
}

void MarkBar::setEmphasised(bool emphasised) {
    m_emphasised = emphasised;
    update();
}

void MarkBar::describe() {
    setAccessibleName(m_label + QStringLiteral(": ") + m_value);
}

void MarkBar::setRowHeight(int height) {
    m_height = height;
    updateGeometry();
}

bool MarkBar::fits() const {
    return figureWidth(ui::font(Type::Small), m_label) <= scaled(m_labelWidth) - space::k4;
}

QSize MarkBar::sizeHint() const {
    return QSize(scaled(m_labelWidth + m_valueWidth + 80), scaled(m_height));
}

void MarkBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QFont words = ui::font(Type::Small), figures = ui::font(Type::Small);
    if (m_emphasised) words.setWeight(QFont::DemiBold);
    figures.setWeight(m_emphasised ? QFont::DemiBold : QFont::Medium);
    const QRectF all = rect();
    const qreal labelEnd = scaled(m_labelWidth), valueStart = all.width() - scaled(m_valueWidth);
    drawFigure(painter, QRectF(0, 0, labelEnd - space::k4, all.height()), Qt::AlignLeft | Qt::AlignVCenter, words,
               color(m_emphasised ? Token::Text : Token::Text2), m_label);
    const qreal thick = scaled(m_thickness);
    const QRectF bar(labelEnd, (all.height() - thick) / 2, std::max<qreal>(0, valueStart - labelEnd), thick);
    if (m_groove) {
        drawBar(painter, bar, m_share, m_fill);
    } else if (m_share > 0) {
        QRectF done = bar;
        done.setWidth(std::max(thick / 2, bar.width() * std::min(m_share, 1.0)));
        drawBar(painter, done, 1, m_fill, m_fill, std::min<qreal>(thick / 2, 3));
    }
    drawFigure(painter, QRectF(valueStart, 0, scaled(m_valueWidth), all.height()), Qt::AlignRight | Qt::AlignVCenter,
               figures, color(Token::Text), m_value);
}

} // namespace unchained::ui
