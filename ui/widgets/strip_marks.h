// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "theme/theme.h"
#include "widgets/themed.h"

#include <QRectF>
#include <QWidget>

#include <vector>

class QPainter;

/// The marks of the windows strip, each told by its shape and not by its colour alone.
namespace unchained::ui {

/// A block of tickets: an empty outline while pending, blue and pale while computing, grey once drawn, with a dash
/// where it is late.
void drawStripBlock(QPainter& painter, const QRectF& where, WindowState state);
/// A win: gold with a star, teal outline with a tick, teal with a tick, vermilion with a cross.
/// @param filled  of a paid one: how much of it is filled yet, 0 to 1
void drawStripMark(QPainter& painter, const QRectF& where, WinState state, qreal filled = 1);

/// What each mark means, broken into lines where it must.
class StripLegend : public QWidget {
    Q_OBJECT
public:
    explicit StripLegend(QWidget* parent = nullptr);
    /// Late windows are rare: their key is shown where there is one.
    void setLate(bool late);

private:
    QWidget* m_late;
};

} // namespace unchained::ui
