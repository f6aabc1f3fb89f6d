// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QPixmap>
#include <QRectF>

class QPainter;

/// A peer's picture, made from its key: the same on every machine, for ever. Source: ui.md, "Host pictures".
namespace unchained::ui {

/// Vector drawing, clipped to a rounded rectangle; 12 % darker in a dark look.
/// @param peer  the 32 bytes of the peer's id
void drawHostPicture(QPainter& painter, const QRectF& where, qreal radius, const QByteArray& peer);
/// The same from a cache per peer, size, scale and look.
[[nodiscard]] QPixmap hostPicture(const QByteArray& peer, QSize size, qreal radius, qreal devicePixelRatio);
/// "bramble-oat-41": a name for a key that has none, of two words and a number, from its first bytes.
[[nodiscard]] QString nickname(const QByteArray& peer);

} // namespace unchained::ui
