// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

#include <array>
#include <cstdint>

class QPainter;

/// The seven ways in which a host's picture can be drawn. See host_picture.h for what decides between them.
namespace unchained::ui {

inline constexpr double kPictureHeight = 112; ///< drawings are made in units of this height; width as the place has it
inline constexpr int kPictureFamilies = 7;

enum class PictureFamily : unsigned char { Dunes, Tiles, Truchet, Rays, Contours, Links, Bands };

struct PicturePlan {
    std::array<QColor, 4> colors; ///< dark, mid, light, pale
    PictureFamily family = PictureFamily::Dunes;
    std::uint64_t seed = 0;
};

/// From 0,0 to `width`,kPictureHeight; may paint over the edges.
void drawPlan(QPainter& painter, double width, const PicturePlan& plan);
/// `share` of `b` and the rest of `a`.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double share);

} // namespace unchained::ui
