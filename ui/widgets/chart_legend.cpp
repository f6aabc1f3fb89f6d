// SPDX-License-Identifier: Apache-2.0
#include "widgets/chart_legend.h"

#include "theme/figure_text.h"

#include <QPainter>

#include <cmath>

namespace unchained::ui {

namespace {

constexpr qreal kStroke = 1.8;
constexpr int kKeyWidth = 20, kLegendKeyGap = 6, kBetween = 16;

/// In pixels: drawn, left out, drawn, …; empty for a whole line.
QList<qreal> dashesOf(const ChartSeries& series) {
    if (series.stroke == ChartSeries::Stroke::Dashed) return {5, 3};
    switch (series.token) {
    case Token::C2:
        return {5, 3};
    case Token::C3:
        return {2, 2};
    case Token::C4:
        return {8, 3, 2, 3};
    case Token::C5:
        return {6, 3, 1.5, 3};
    case Token::C6:
        return {11, 4};
    default:
        return {};
    }
}

} // namespace

QPen chartPen(const ChartSeries& series) {
    QPen pen(color(series.token), kStroke);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(series.shape == ChartSeries::Shape::Steps ? Qt::MiterJoin : Qt::RoundJoin);
    QList<qreal> dashes = dashesOf(series);
    for (qreal& each : dashes)
        each /= kStroke; // a pen counts in its own width
    if (!dashes.isEmpty()) pen.setDashPattern(dashes);
    return pen;
}

void drawChartKey(QPainter& painter, const QRectF& where, const ChartSeries& series, bool onBand) {
    if (onBand) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Band));
        painter.drawRoundedRect(QRectF(where.left(), where.center().y() - 5, where.width(), 10), 2, 2);
    }
    painter.setPen(chartPen(series));
    const qreal y = std::floor(where.center().y()) + 0.5;
    painter.drawLine(QPointF(where.left(), y), QPointF(where.right(), y));
}

ChartLegend::ChartLegend(QWidget* parent) : Themed(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChartLegend::setKeys(std::vector<Key> keys) {
    if (keys == m_keys) return;
    m_keys = std::move(keys);
    QStringList names;
    for (const Key& key : m_keys)
        names += key.text;
    setAccessibleName(names.join(QStringLiteral(", ")));
    setVisible(!m_keys.empty());
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const {
    qreal width = 0;
    for (const Key& key : m_keys)
        width += (width > 0 ? scaled(kBetween) : 0) + kKeyWidth + kLegendKeyGap +
                 figureWidth(ui::font(Type::Small), key.text);
    return {static_cast<int>(std::ceil(width)) + 1, lineHeight(Type::Small)};
}

void ChartLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = ui::font(Type::Small);
    qreal x = 0;
    for (const Key& key : m_keys) {
        drawChartKey(painter, QRectF(x, 0, kKeyWidth, height()), key.series, key.onBand);
        x += kKeyWidth + kLegendKeyGap;
        const qreal width = figureWidth(small, key.text);
        drawFigure(painter, QRectF(x, 0, width + 1, height()), Qt::AlignVCenter, small, color(Token::Text2), key.text);
        x += width + scaled(kBetween);
    }
}

} // namespace unchained::ui
