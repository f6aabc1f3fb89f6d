// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QByteArray>
#include <QList>
#include <QWidget>

class QAbstractButton;

namespace unchained::ui {

struct Segment {
    QString text;    ///< also the name where an icon is shown
    QByteArray icon; ///< of theme/icons.h; shown in place of the text where set
};

/// One of a few: Day, Week, Year. Arrows walk through it, one press of Tab passes it; each part reads as a radio
/// button.
class SegmentedControl : public Themed<QWidget> {
    Q_OBJECT
public:
    /// Tray: the parts of a page, on a sunken ground. Outline: a setting inside a card or beside a heading, smaller.
    enum class Look { Tray, Outline };

    SegmentedControl(const QString& name, const QList<Segment>& segments, Look look = Look::Tray,
                     QWidget* parent = nullptr);

    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    /// All parts as wide as the control allows, each the same.
    void setStretched(bool stretched);
    /// Height in unscaled pixels; 32 for a tray and 24 for an outline unless told.
    void setBarHeight(int height);
    [[nodiscard]] QAbstractButton* button(int index) const { return m_buttons.at(index); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// Of a choice by the person and by setCurrent().
    void changed(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Look m_look;
    QList<QAbstractButton*> m_buttons;
    int m_current = 0, m_height;
};

} // namespace unchained::ui
