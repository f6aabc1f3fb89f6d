// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QAbstractButton>

namespace unchained::ui {

/// On or off, at once: 36 x 20, Space turns it, read as a check box. toggled() as of any button.
class Switch : public Themed<QAbstractButton> {
    Q_OBJECT
public:
    /// @param name  what it turns on; for the screen reader, the words stand beside it
    explicit Switch(const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return QSize(scaled(36), scaled(20)); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void slide(bool on);

    qreal m_at = 0; ///< of the knob: 0 off, 1 on
};

} // namespace unchained::ui
