// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/themed.h"

#include <QAbstractButton>

namespace unchained::ui {

/// A row of a list that is one thing: one focus, one click or Enter, one sentence for a screen reader. Whoever derives
/// from it lays out what stands in it, then calls beOne().
class ListRow : public Themed<QAbstractButton> {
    Q_OBJECT
public:
    explicit ListRow(QWidget* parent = nullptr);
    /// A line above it, as between rows.
    void setParted(bool parted) { m_parted = parted; }

protected:
    /// None of its children takes focus or the mouse.
    void beOne();
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool m_parted = false;
};

} // namespace unchained::ui
