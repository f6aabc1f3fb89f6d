// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

/// The one ring around whatever has the keyboard: 2 px of accentText, 2 px off. It lies over the window, so that no
/// widget keeps room for it. Item views and whoever sets the property "ownFocus" draw their own; the property
/// "ringRadius" tells the corner of the widget where it is not that of a control.
namespace unchained::ui {

/// Follows the focus of the whole application; called once, by applyAppearance().
void installFocusRing();

class FocusRing : public QWidget {
public:
    /// A ring that stays around `target`, whether it has the focus or not.
    explicit FocusRing(QWidget* target);
    void place();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointer<QWidget> m_target;
};

} // namespace unchained::ui
