// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

/// Our own monochrome icons, 20x20, from resources/icons/NAME.svg, recoloured when drawn. GUI thread only.
namespace unchained::ui {

/// `name` is the file's name without its ending: "browse", "grid", … as in ui.md. An unknown one draws nothing and
/// warns once.
void drawIcon(QPainter& painter, const QRectF& where, const char* name, const QColor& color);
[[nodiscard]] QPixmap iconPixmap(const char* name, const QColor& color, int size, qreal devicePixelRatio);
/// Follows the theme: its colour is read each time it is painted (normal, and text3 where disabled).
[[nodiscard]] QIcon icon(const char* name, Token token = Token::Text2);
/// Names of all, for the gallery and the test that each is there.
[[nodiscard]] QStringList iconNames();

} // namespace unchained::ui
