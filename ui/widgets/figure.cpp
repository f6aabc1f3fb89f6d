// SPDX-License-Identifier: Apache-2.0
#include "widgets/figure.h"

#include "theme/figure_text.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

Figure::Figure(const QString& label, Type type, QWidget* parent)
    : Themed(parent), m_label(makeLabel(label, Type::Small, Token::Text2)), m_figure(new FigureLabel({}, {}, type)),
      m_under(makeLabel({}, Type::Small, Token::Text2)) {
    m_label->setElided(true);
    m_under->setElided(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_label);
    column->addWidget(m_figure);
    column->addWidget(m_under);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Figure::set(const QString& value, const QString& unit, const QString& under) {
    m_figure->setFigure(value, unit);
    m_under->setText(under);
    m_under->setVisible(!under.isEmpty());
    setAccessibleName(m_label->text() + QStringLiteral(": ") + m_figure->text());
    setAccessibleDescription(under);
}

void Figure::setToken(Token token) {
    m_figure->setToken(token);
}

void Figure::setParted(bool parted) {
    m_parted = parted;
    layout()->setContentsMargins(parted ? scaled(space::kPage) : 0, 0, 0, 0);
    update();
}

void Figure::paintEvent(QPaintEvent*) {
    if (m_parted) QPainter(this).fillRect(QRect(0, 0, 1, height()), color(Token::Border));
}

KeyValueRow::KeyValueRow(const QString& key, const QString& value, QWidget* parent) : Themed(parent), m_key(key) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setValue(value);
}

void KeyValueRow::setKey(const QString& key) {
    if (key == m_key) return;
    m_key = key;
    setText(m_key + QStringLiteral(": ") + m_value);
    updateGeometry();
    update();
}

void KeyValueRow::setValue(const QString& value, Token token) {
    m_value = value;
    m_token = token;
    setText(m_key + QStringLiteral(": ") + value); // for the screen reader
    updateGeometry();
    update();
}

void KeyValueRow::setRowHeight(int height) {
    m_height = height;
    updateGeometry();
}

QSize KeyValueRow::sizeHint() const {
    const qreal words = figureWidth(ui::font(Type::Body), m_key) + figureWidth(ui::font(Type::Value), m_value);
    return QSize(static_cast<int>(std::ceil(words)) + space::k12, scaled(m_height));
}

QSize KeyValueRow::minimumSizeHint() const {
    const qreal value = figureWidth(ui::font(Type::Value), m_value);
    return QSize(static_cast<int>(std::ceil(value)) + scaled(60), scaled(m_height));
}

void KeyValueRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const qreal value = figureWidth(ui::font(Type::Value), m_value);
    const QRectF left(0, 0, std::max<qreal>(0, width() - value - space::k8), height());
    drawFigure(painter, left, Qt::AlignLeft | Qt::AlignVCenter, ui::font(Type::Body), color(Token::Text2), m_key);
    drawFigure(painter, rect(), Qt::AlignRight | Qt::AlignVCenter, ui::font(Type::Value),
               color(isEnabled() ? m_token : Token::Text3), m_value);
}

} // namespace unchained::ui
