// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QAbstractButton>

class QMenu;

namespace unchained::ui {

/// A filter: with an arrow while it is open to a choice, filled with a cross once it holds one.
/// Enter and Space open it (clicked()), Delete and Backspace and the cross empty it (cleared()).
class Chip : public Themed<QAbstractButton> {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);

    /// Filled, with a cross in place of the arrow where it is clearable.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    /// One of a row of tabs or answers is active without a cross, and has no arrow.
    void setPlain(bool plain);
    /// 28 high instead of 32.
    void setSmall(bool small);
    /// Opened under the chip by a click; not owned.
    void setMenu(QMenu* menu) { m_menu = menu; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void cleared();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect markCell() const;
    void describe();

    QMenu* m_menu = nullptr;
    bool m_active = false, m_plain = false, m_small = false;
};

} // namespace unchained::ui
