// SPDX-License-Identifier: Apache-2.0
#include "widgets/banner.h"

#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/label.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>

namespace unchained::ui {

namespace {

Tone toneOf(Banner::Kind kind) {
    switch (kind) {
    case Banner::Kind::Info:
        return Tone::Info;
    case Banner::Kind::Caution:
        return Tone::Won;
    case Banner::Kind::Error:
        return Tone::Wrong;
    }
    return Tone::Info;
}

} // namespace

Banner::Banner(Kind kind, const QString& text, QWidget* parent)
    : Themed(parent), m_kind(kind), m_icon(new IconLabel("info")), m_text(makeParagraph({}, Type::Body, Token::Text)),
      m_actions(new QHBoxLayout), m_close(nullptr) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(scaled(space::k12), scaled(space::k8), scaled(space::k8), scaled(space::k8));
    row->setSpacing(scaled(space::k8));
    auto* cross = makeIconButton("cross", tr("Close this message"));
    cross->setProperty("small", true);
    m_close = cross;
    m_actions->setSpacing(scaled(space::k8));
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    row->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(cross, &QPushButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    setMessage(kind, text);
}

void Banner::setMessage(Kind kind, const QString& text) {
    m_kind = kind;
    m_text->setText(text);
    m_icon->setIcon(kind == Kind::Info ? "info" : "warn", inkOf(toneOf(kind)));
    const QString word = kind == Kind::Info ? tr("Note") : kind == Kind::Caution ? tr("Caution") : tr("Error");
    setAccessibleName(word + QStringLiteral(": ") + text);
    update();
    if (isVisible()) announce();
}

void Banner::setActions(const QStringList& actions) {
    while (QLayoutItem* old = m_actions->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (int i = 0; i < std::min<int>(2, static_cast<int>(actions.size())); ++i) {
        auto* button = makeButton(ButtonKind::Secondary, actions[i]);
        button->setProperty("small", true);
        connect(button, &QPushButton::clicked, this, [this, i] { emit action(i); });
        m_actions->addWidget(button);
    }
}

void Banner::setClosable(bool closable) {
    m_close->setVisible(closable);
}

void Banner::announce() {
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    announce();
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool contrast = color(Token::Border) == color(Token::BorderStrong);
    painter.setPen(contrast ? QPen(color(Token::Border), 1) : QPen(Qt::NoPen));
    painter.setBrush(color(groundOf(toneOf(m_kind))));
    const qreal in = contrast ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), radius::kInset, radius::kInset);
}

} // namespace unchained::ui
