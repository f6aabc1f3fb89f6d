// SPDX-License-Identifier: Apache-2.0
#include "widgets/fields.h"

#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/label.h"

#include <QAction>
#include <QBoxLayout>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace unchained::ui {

namespace {

QFont keysFont() {
    QFont out = ui::font(Type::Axis);
    out.setWeight(QFont::Medium);
    return out;
}

} // namespace

SearchField::SearchField(const QString& placeholder, const QString& keys, QWidget* parent)
    : Themed(parent), m_keys(keys), m_clear(addAction(icon("cross"), QLineEdit::TrailingPosition)) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    m_clear->setText(tr("Empty the search"));
    m_clear->setToolTip(m_clear->text());
    m_clear->setVisible(false);
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_clear->setVisible(!text.isEmpty());
        makeRoom();
    });
    makeRoom();
}

int SearchField::keysWidth() const {
    return m_keys.isEmpty() ? 0 : QFontMetrics(keysFont()).horizontalAdvance(m_keys) + scaled(16);
}

/// The placeholder ends before the keys, which leave when there is text.
void SearchField::makeRoom() {
    setTextMargins(scaled(26), 0, text().isEmpty() ? keysWidth() + space::k4 : 0, 0);
}

void SearchField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) makeRoom();
    Themed::changeEvent(event);
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = scaled(18);
    drawIcon(painter, QRectF(scaled(13), (height() - side) / 2.0, side, side), "browse", color(Token::Text2));
    if (m_keys.isEmpty() || !text().isEmpty()) return;
    const int wide = keysWidth(), high = scaled(20);
    const QRectF pill(width() - scaled(14) - wide, (height() - high) / 2.0, wide, high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(pill, high / 2.0, high / 2.0);
    painter.setPen(color(Token::Text2));
    painter.setFont(keysFont());
    painter.drawText(pill, Qt::AlignCenter, m_keys);
}

UnitField::UnitField(const QString& name, const QString& text, const QString& unit, QWidget* parent)
    : Themed(parent), m_unit(unit) {
    setText(text);
    setAccessibleName(name);
    setAccessibleDescription(unit);
    makeRoom();
}

void UnitField::setMistake(const QString& sentence) {
    setProperty("wrong", !sentence.isEmpty());
    setToolTip(sentence);
    setAccessibleDescription(sentence.isEmpty() ? m_unit : sentence);
    style()->unpolish(this); // the style sheet reads a property only when the widget is polished
    style()->polish(this);
}

void UnitField::makeRoom() {
    setTextMargins(0, 0, QFontMetrics(ui::font(Type::Small)).horizontalAdvance(m_unit) + space::k8, 0);
}

void UnitField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) makeRoom();
    Themed::changeEvent(event);
}

void UnitField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    painter.setFont(ui::font(Type::Small));
    painter.setPen(color(isEnabled() ? Token::Text2 : Token::Text3));
    painter.drawText(rect().adjusted(0, 0, -scaled(12), 0), Qt::AlignRight | Qt::AlignVCenter, m_unit);
}

QWidget* withLabel(const QString& label, QWidget* field, QWidget* parent) {
    auto* group = new QWidget(parent);
    auto* column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k4));
    auto* words = makeLabel(label, Type::Small, Token::Text2);
    words->setBuddy(field);
    column->addWidget(words);
    column->addWidget(field);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(label);
    return group;
}

} // namespace unchained::ui
