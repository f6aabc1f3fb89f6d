// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

/// What a picture of the window must not be.
namespace picture {

/// Of one colour all over, or none at all: nothing was drawn.
inline bool isBlank(const QImage& image) {
    if (image.isNull()) return true;
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != first) return false;
    return true;
}

} // namespace picture
