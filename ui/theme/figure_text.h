// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

/// Text with digits of equal width: Inter's differ, and Qt 6.4 cannot ask a font for its tabular ones. Each digit is
/// drawn centred in the widest digit's cell; all other characters keep their own width.
namespace unchained::ui {

[[nodiscard]] qreal figureWidth(const QFont& font, const QString& text);
/// Draws in one line; `alignment` as QPainter::drawText, elided at the end where it does not fit.
void drawFigure(QPainter& painter, const QRectF& where, Qt::Alignment alignment, const QFont& font, const QColor& color,
                const QString& text);

} // namespace unchained::ui
