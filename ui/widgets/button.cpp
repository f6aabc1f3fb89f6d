// SPDX-License-Identifier: Apache-2.0
#include "widgets/button.h"

#include "theme/icons.h"

namespace unchained::ui {

namespace {

const char* nameOf(ButtonKind kind) {
    switch (kind) {
    case ButtonKind::Primary:
        return "primary";
    case ButtonKind::Secondary:
        return "secondary";
    case ButtonKind::Quiet:
        return "quiet";
    case ButtonKind::Danger:
        return "danger";
    case ButtonKind::Link:
        return "link";
    }
    return "secondary";
}

Token iconToken(const QString& kind) {
    if (kind == QLatin1String("primary")) return Token::OnAccent;
    if (kind == QLatin1String("danger")) return Token::Wrong;
    if (kind == QLatin1String("link")) return Token::AccentText;
    return Token::Text;
}

} // namespace

QPushButton* makeButton(ButtonKind kind, const QString& text, const char* iconName, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setProperty("kind", QString::fromLatin1(nameOf(kind)));
    button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    button->setAutoDefault(false);
    if (kind == ButtonKind::Link) {
        button->setCursor(Qt::PointingHandCursor);
        button->setProperty("ringRadius", radius::kMark);
    }
    if (iconName) setButtonIcon(button, iconName);
    return button;
}

QPushButton* makeBigButton(const QString& text, const char* iconName, QWidget* parent) {
    auto* button = makeButton(ButtonKind::Primary, text, iconName, parent);
    button->setProperty("big", true);
    return button;
}

QPushButton* makeIconButton(const char* iconName, const QString& name, QWidget* parent) {
    auto* button = makeButton(ButtonKind::Quiet, {}, iconName, parent);
    button->setProperty("square", true);
    button->setIconSize(QSize(scaled(18), scaled(18)));
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void setButtonIcon(QPushButton* button, const char* iconName) {
    const QString kind = button->property("kind").toString();
    const int side = scaled(kind == QLatin1String("link") ? 14 : 18);
    button->setIcon(icon(iconName, iconToken(kind)));
    // Wider than high: the rest is the gap before the text (see theme/icons.cpp).
    button->setIconSize(QSize(side + (kind == QLatin1String("link") ? 0 : space::k4), side));
}

QPushButton* makeChoice(const QString& text, QWidget* parent) {
    auto* button = makeButton(ButtonKind::Secondary, text, nullptr, parent);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    QObject::connect(button, &QPushButton::toggled, button, [button](bool on) {
        button->setIcon(on ? icon("check", Token::AccentText) : QIcon());
        button->setIconSize(QSize(scaled(18) + space::k4, scaled(18)));
    });
    return button;
}

Stepper::Stepper(const QString& name, int low, int high, int value, QWidget* parent) : Themed(parent) {
    setRange(low, high);
    setValue(value);
    setAlignment(Qt::AlignCenter);
    setAccessibleName(name);
    setGroupSeparatorShown(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

} // namespace unchained::ui
