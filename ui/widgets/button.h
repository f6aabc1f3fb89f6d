// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QPushButton>
#include <QSpinBox>

namespace unchained::ui {

/// Looks of a button; the style sheet reads them from the property `kind`. One primary button a page.
enum class ButtonKind { Primary, Secondary, Quiet, Danger, Link };

/// @param iconName  of theme/icons.h; none where null
[[nodiscard]] QPushButton* makeButton(ButtonKind kind, const QString& text, const char* iconName = nullptr,
                                      QWidget* parent = nullptr);
/// The one on a decision page: primary, 40 high.
[[nodiscard]] QPushButton* makeBigButton(const QString& text, const char* iconName = nullptr,
                                         QWidget* parent = nullptr);
/// A square with an icon only; `name` is its tooltip and what a screen reader says.
[[nodiscard]] QPushButton* makeIconButton(const char* iconName, const QString& name, QWidget* parent = nullptr);
/// Another icon, in the colour that goes with the button's kind.
void setButtonIcon(QPushButton* button, const char* iconName);
/// One answer of several, as in a vote: checkable, outlined in the accent with a tick while it is chosen. Put those of
/// one question into a QButtonGroup or one parent: they exclude each other.
[[nodiscard]] QPushButton* makeChoice(const QString& text, QWidget* parent = nullptr);

/// "−  2  +": a whole number with a button at either end, 36 high.
class Stepper : public Themed<QSpinBox> {
    Q_OBJECT
public:
    Stepper(const QString& name, int low, int high, int value, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return QSize(scaled(128), scaled(size::kField)); }
    [[nodiscard]] QSize minimumSizeHint() const override { return QSize(scaled(110), scaled(size::kField)); }
};

} // namespace unchained::ui
