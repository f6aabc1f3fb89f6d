// SPDX-License-Identifier: Apache-2.0
#include "widgets/card.h"

#include "widgets/label.h"

#include <QBoxLayout>
#include <QPainter>

namespace unchained::ui {

namespace {

Token ground(CardKind kind) {
    switch (kind) {
    case CardKind::Raised:
        return Token::Raised;
    case CardKind::Inset:
        return Token::Sunken;
    case CardKind::Info:
        return Token::AccentSoft;
    case CardKind::Right:
        return Token::RightSoft;
    case CardKind::Won:
        return Token::WonSoft;
    case CardKind::Wrong:
        return Token::WrongSoft;
    }
    return Token::Raised;
}

} // namespace

Card::Card(CardKind kind, QWidget* parent) : Themed(parent), m_kind(kind), m_body(new QVBoxLayout) {
    setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    const int side = scaled(kind == CardKind::Raised ? space::k16 : space::k12);
    const int above = scaled(kind == CardKind::Raised ? 14 : 10);
    column->setContentsMargins(side, above, side, above);
    column->setSpacing(scaled(space::k8));
    m_body->setSpacing(0);
    column->addLayout(m_body, 1);
}

void Card::setKind(CardKind kind) {
    m_kind = kind;
    update();
}

void Card::setSelected(bool selected) {
    m_selected = selected;
    update();
}

void Card::openHeading() {
    if (m_heading) return;
    m_heading = new QHBoxLayout;
    m_heading->setSpacing(scaled(space::k8));
    m_title = makeLabel({}, Type::Section);
    m_note = makeLabel({}, Type::Small, Token::Text2);
    m_note->setElided(true);
    m_heading->addWidget(m_title);
    m_heading->addWidget(m_note);
    m_heading->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->insertLayout(0, m_heading);
}

void Card::setHeading(const QString& title, const QString& note) {
    openHeading();
    m_title->setText(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setAccessibleName(title);
}

void Card::addToHeading(QWidget* widget) {
    openHeading();
    m_heading->addWidget(widget);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color(ground(m_kind)));
    const bool raised = m_kind == CardKind::Raised;
    const qreal pen = m_selected ? 2 : 1;
    const bool contrast = color(Token::Border) == color(Token::BorderStrong);
    if (m_selected)
        painter.setPen(QPen(color(Token::Accent), pen));
    else
        painter.setPen(raised || contrast ? QPen(color(Token::Border), pen) : QPen(Qt::NoPen));
    const qreal in = painter.pen().style() == Qt::NoPen ? 0 : pen / 2;
    const qreal corner = raised ? radius::kCard : radius::kInset;
    painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), corner, corner);
}

} // namespace unchained::ui
