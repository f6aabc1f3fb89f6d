// SPDX-License-Identifier: Apache-2.0
// What the canvas draws itself; chart_canvas.cpp says where it stands.
#include "theme/figure_text.h"
#include "widgets/chart_canvas.h"
#include "widgets/chart_legend.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kTickGap = 8;
constexpr qreal kDot = 3;

qreal onPixel(qreal at) {
    return std::floor(at) + 0.5;
}

/// Words on their own ground: what lies under them would cross them out.
void words(QPainter& painter, const QRectF& where, const QFont& font, Token token, const QString& text) {
    painter.fillRect(where.adjusted(-2, 0, 2, 0), color(Token::Raised));
    drawFigure(painter, where, Qt::AlignLeft | Qt::AlignVCenter, font, color(token), text);
}

void dot(QPainter& painter, QPointF at, const QColor& fill) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Raised));
    painter.drawEllipse(at, kDot + 1.5, kDot + 1.5);
    painter.setBrush(fill);
    painter.drawEllipse(at, kDot, kDot);
}

} // namespace

void ChartCanvas::drawBackground(QPainter* painter, const QRectF&) {
    painter->save();
    drawTicks(*painter);
    painter->restore();
}

void ChartCanvas::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    drawMarks(*painter);
    drawLabels(*painter);
    drawReadout(*painter);
    painter->restore();
}

void ChartCanvas::drawTicks(QPainter& painter) const {
    const QFont axis = ui::font(Type::Axis);
    const QColor ink = color(Token::Text3);
    const qreal line = lineHeight(Type::Axis);
    painter.setPen(QPen(color(Token::Grid), 1));
    for (const Tick& tick : m_leftTicks) {
        const qreal y = onPixel(yOf(tick.at));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
    }
    for (const Tick& tick : m_leftTicks)
        drawFigure(painter, QRectF(0, yOf(tick.at) - line / 2, m_plot.left() - kTickGap, line),
                   Qt::AlignRight | Qt::AlignVCenter, axis, ink, tick.text);
    for (const Tick& tick : m_rightTicks)
        drawFigure(painter, QRectF(m_plot.right() + kTickGap, yOf(tick.at, true) - line / 2, 200, line),
                   Qt::AlignLeft | Qt::AlignVCenter, axis, ink, tick.text);
    for (const Tick& tick : m_xTicks)
        drawFigure(painter, QRectF(xOf(tick.at) - 100, m_plot.bottom() + space::k6, 200, line),
                   Qt::AlignHCenter | Qt::AlignVCenter, axis, ink, tick.text);
}

void ChartCanvas::drawMarks(QPainter& painter) const {
    if (m_data.marker) {
        QPen dotted(color(Token::Text3), 1.2);
        dotted.setDashPattern({1.5, 2.5});
        dotted.setCapStyle(Qt::FlatCap);
        painter.setPen(dotted);
        const qreal x = onPixel(xOf(m_data.marker->x));
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    }
    if (m_data.rule) {
        QPen dashed(color(m_data.rule->token), 1);
        dashed.setDashPattern({4, 3});
        painter.setPen(dashed);
        const qreal y = onPixel(yOf(m_data.rule->y));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        const qreal line = lineHeight(Type::Axis);
        // Under its line, and above it where there is no room.
        const qreal top = y + space::k4 + line < m_plot.bottom() ? y + space::k4 : y - space::k4 - line;
        const qreal width = std::min(figureWidth(ui::font(Type::Axis), m_data.rule->name) + 1, m_plot.width());
        words(painter, QRectF(m_plot.right() - space::k4 - width, top, width, line), ui::font(Type::Axis),
              m_data.rule->token, m_data.rule->name);
    }
    for (const ChartNote& note : m_data.notes) {
        const QPointF at(xOf(note.at.x()), yOf(note.at.y()));
        painter.setPen(QPen(color(Token::C1), 1.6));
        painter.setBrush(color(Token::Raised));
        painter.drawEllipse(at, kDot + 1, kDot + 1);
        const QFont axis = ui::font(Type::Axis);
        const qreal line = lineHeight(Type::Axis), width = figureWidth(axis, note.text) + 1;
        const bool right = at.x() + kTickGap + width <= m_plot.right();
        const QRectF where(right ? at.x() + kTickGap : at.x() - kTickGap - width, at.y() - line - space::k4, width,
                           line);
        words(painter, where, axis, Token::Text2, note.text);
    }
    for (std::size_t i = m_data.series.size(); i-- > 0;) {
        const ChartSeries& each = m_data.series[i];
        if (!each.strong || each.points.isEmpty()) continue;
        const QPointF last = each.points.last();
        if (std::isfinite(last.y())) dot(painter, {xOf(last.x()), yOf(last.y(), each.rightAxis)}, color(each.token));
    }
}

void ChartCanvas::drawLabels(QPainter& painter) const {
    const qreal left = xOf(lastPlace()) + kTickGap + 2, line = lineHeight(Type::Small);
    for (const EndLabel& each : m_labels) {
        QFont small = ui::font(Type::Small);
        small.setWeight(each.strong ? QFont::DemiBold : QFont::Medium);
        const QRectF where(left, each.y - line / 2, each.width + 1, line);
        words(painter, where.adjusted(0, 1, 0, -1), small, each.token, each.text);
    }
}

void ChartCanvas::drawReadout(QPainter& painter) const {
    if (!m_cursor) return;
    const qreal x = xOf(*m_cursor);
    painter.setPen(QPen(color(Token::BorderStrong), 1));
    painter.drawLine(QPointF(onPixel(x), m_plot.top()), QPointF(onPixel(x), m_plot.bottom()));
    struct Row {
        const ChartSeries* series;
        QString value;
    };
    std::vector<Row> rows;
    const QFont small = ui::font(Type::Small), axis = ui::font(Type::Axis);
    const QString place = valueText(m_data.x, *m_cursor);
    const QString head = m_data.x.unit == ChartUnit::Time ? place : m_data.x.title + QLatin1Char(' ') + place;
    qreal names = 0, values = 0;
    for (const ChartSeries& each : m_data.series) {
        const auto value = valueAt(each.points, *m_cursor);
        if (!value) continue;
        dot(painter, {x, yOf(*value, each.rightAxis)}, color(each.token));
        rows.push_back({&each, valueText(m_data.axisOf(each), *value)});
        names = std::max(names, figureWidth(small, each.name));
        values = std::max(values, figureWidth(small, rows.back().value));
    }
    constexpr qreal kKey = 16, kPad = space::k8;
    const qreal line = lineHeight(Type::Small) + 2, top = lineHeight(Type::Axis) + 2;
    const qreal width =
        std::max(figureWidth(axis, head), kKey + space::k6 + names + space::k12 + values) + 2 * kPad + 1;
    const qreal height = top + line * static_cast<qreal>(rows.size()) + 2 * space::k6;
    const bool right = x + space::k12 + width <= viewport()->width();
    QRectF box(right ? x + space::k12 : std::max<qreal>(0, x - space::k12 - width), m_plot.top(), width, height);
    box.moveBottom(std::min<qreal>(box.bottom(), viewport()->height() - 1));
    painter.setPen(QPen(color(Token::BorderStrong), 1));
    painter.setBrush(color(Token::Raised));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius::kControl, radius::kControl);
    box.adjust(kPad, space::k6, -kPad, -space::k6);
    drawFigure(painter, QRectF(box.left(), box.top(), box.width(), top), Qt::AlignVCenter, axis, color(Token::Text2),
               head);
    qreal y = box.top() + top;
    for (const Row& row : rows) {
        drawChartKey(painter, QRectF(box.left(), y, kKey, line), *row.series);
        drawFigure(painter, QRectF(box.left() + kKey + space::k6, y, names + 1, line), Qt::AlignVCenter, small,
                   color(Token::Text2), row.series->name);
        drawFigure(painter, QRectF(box.left(), y, box.width(), line), Qt::AlignRight | Qt::AlignVCenter, small,
                   color(Token::Text), row.value);
        y += line;
    }
}

} // namespace unchained::ui
