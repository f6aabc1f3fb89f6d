// SPDX-License-Identifier: Apache-2.0
#include "widgets/label.h"

#include "theme/figure_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

/// Breaks the text at `width` into lines of equal height.
void breakLines(QTextLayout& layout, qreal width, int lineHeight) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (int i = 0;; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(width);
        line.setPosition(QPointF(0, i * lineHeight + (lineHeight - line.height()) / 2));
    }
    layout.endLayout();
}

QString withLineBreaks(QString text) {
    return text.replace(u'\n', QChar::LineSeparator);
}

qreal alignedTo(Qt::Alignment alignment, qreal left, qreal right, qreal width) {
    if (alignment & Qt::AlignRight) return right - width;
    if (alignment & Qt::AlignHCenter) return std::floor((left + right - width) / 2);
    return left;
}

class Line final : public Themed<QWidget> {
public:
    explicit Line(QWidget* parent) : Themed(parent) {
        setFixedHeight(1);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), color(Token::Border)); }
};

} // namespace

Label::Label(const QString& text, Type type, Token token, QWidget* parent)
    : Themed(parent), m_type(type), m_token(token) {
    setTextFormat(Qt::PlainText);
    setText(text);
}

void Label::setType(Type type) {
    m_type = type;
    updateGeometry();
    update();
}

void Label::setToken(Token token) {
    m_token = token;
    update();
}

void Label::setWeight(QFont::Weight weight) {
    m_weight = weight;
    updateGeometry();
    update();
}

void Label::setElided(bool elided) {
    m_elided = elided;
    updateGeometry();
}

QFont Label::drawnFont() const {
    QFont out = ui::font(m_type);
    if (m_weight) out.setWeight(*m_weight);
    return out;
}

QSize Label::sizeHint() const {
    const QStringList lines = text().split(u'\n');
    qreal widest = 0;
    for (const QString& line : lines)
        widest = std::max(widest, figureWidth(drawnFont(), line));
    const int width = static_cast<int>(std::ceil(widest)) + 1;
    if (wordWrap()) return QSize(std::min(width, scaled(420)), heightForWidth(std::min(width, scaled(420))));
    return QSize(width, static_cast<int>(lines.size()) * lineHeight(m_type));
}

QSize Label::minimumSizeHint() const {
    const QSize hint = sizeHint();
    if (wordWrap()) return QSize(std::min(hint.width(), scaled(80)), lineHeight(m_type));
    return QSize(m_elided ? std::min(hint.width(), scaled(24)) : hint.width(), hint.height());
}

int Label::heightForWidth(int width) const {
    if (!wordWrap()) return sizeHint().height();
    QTextLayout layout(withLineBreaks(text()), drawnFont());
    breakLines(layout, width, lineHeight(m_type));
    return std::max(1, layout.lineCount()) * lineHeight(m_type);
}

void Label::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor ink = color(isEnabled() ? m_token : Token::Text3);
    const QRect inside = contentsRect();
    const int line = lineHeight(m_type);
    QTextLayout layout(withLineBreaks(text()), drawnFont());
    const QStringList lines = text().split(u'\n');
    if (wordWrap()) breakLines(layout, inside.width(), line);

    const int height = static_cast<int>(wordWrap() ? layout.lineCount() : lines.size()) * line;
    int top = inside.top();
    if (alignment() & Qt::AlignVCenter) top += std::max(0, (inside.height() - height) / 2);
    if (alignment() & Qt::AlignBottom) top += std::max(0, inside.height() - height);
    // Digits keep their cells where the text is one line and may count; running text reads better with its own.
    for (int i = 0; !wordWrap() && i < lines.size(); ++i) {
        const QRect cell(inside.left(), top + i * line, inside.width(), line);
        drawFigure(painter, cell, (alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter, drawnFont(), ink,
                   lines[i]);
    }
    painter.setPen(ink);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine part = layout.lineAt(i);
        const qreal x = alignedTo(alignment(), inside.left(), inside.right() + 1, part.naturalTextWidth());
        part.draw(&painter, QPointF(x - part.x(), top));
    }
}

Label* makeLabel(const QString& text, Type type, Token token, QWidget* parent) {
    return new Label(text, type, token, parent);
}

Label* makeParagraph(const QString& text, Type type, Token token, QWidget* parent) {
    auto* label = new Label(text, type, token, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

FigureLabel::FigureLabel(const QString& value, const QString& unit, Type type, QWidget* parent)
    : Themed(parent), m_type(type) {
    setTextFormat(Qt::PlainText);
    setFigure(value, unit);
}

void FigureLabel::setFigure(const QString& value, const QString& unit) {
    m_value = value;
    m_unit = unit;
    setText(unit.isEmpty() ? value : value + u' ' + unit);
    updateGeometry();
    update();
}

void FigureLabel::setToken(Token token) {
    m_token = token;
    update();
}

QSize FigureLabel::sizeHint() const {
    qreal width = figureWidth(ui::font(m_type), m_value);
    if (!m_unit.isEmpty()) width += space::k4 + figureWidth(ui::font(Type::Small), m_unit);
    return QSize(static_cast<int>(std::ceil(width)) + 1, lineHeight(m_type));
}

void FigureLabel::paintEvent(QPaintEvent*) {
    const QFont big = ui::font(m_type), small = ui::font(Type::Small);
    const QFontMetricsF bigMetrics(big), smallMetrics(small);
    const QRectF inside = contentsRect();
    const qreal left = alignedTo(alignment(), inside.left(), inside.right(), sizeHint().width());
    const qreal baseline = std::round(inside.top() + (inside.height() - bigMetrics.height()) / 2 + bigMetrics.ascent());
    const qreal figure = figureWidth(big, m_value);

    QPainter painter(this);
    drawFigure(painter, QRectF(left, baseline - bigMetrics.ascent(), inside.right() - left, bigMetrics.height()),
               Qt::AlignLeft | Qt::AlignTop, big, color(isEnabled() ? m_token : Token::Text3), m_value);
    const qreal unitLeft = left + figure + space::k4;
    if (m_unit.isEmpty() || unitLeft >= inside.right()) return;
    drawFigure(painter,
               QRectF(unitLeft, baseline - smallMetrics.ascent(), inside.right() - unitLeft, smallMetrics.height()),
               Qt::AlignLeft | Qt::AlignTop, small, color(isEnabled() ? Token::Text2 : Token::Text3), m_unit);
}

QWidget* makeLine(QWidget* parent) {
    return new Line(parent);
}

} // namespace unchained::ui
