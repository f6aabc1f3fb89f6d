// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

/// The one place where colour, type and space are decided. Widgets ask at paint time and keep nothing: a change of the
/// look is a repaint (QEvent::PaletteChange reaches every widget). GUI thread only.
namespace unchained::ui {

enum class Token : unsigned char {
    Canvas,
    Rail,
    Sunken,
    Raised,
    Hover,
    Border,
    BorderStrong,
    Text,
    Text2,
    Text3,
    AccentText,
    Right,
    Won,
    Wrong,
    Accent,
    AccentHover,
    OnAccent,
    AccentSoft,
    RightSoft,
    WonSoft,
    WrongSoft,
    RightFill,
    WrongFill,
    WonFill,
    OnMark,
    OnWon,
    Lost,
    Grid,
    Band,
    C1,
    C2,
    C3,
    C4,
    C5,
    C6,
    Count,
};

enum class Look { System, Light, Dark, HighContrastLight, HighContrastDark };

/// Sizes and weights of text; pixel sizes scale with the desktop's font setting and the user's own.
enum class Type {
    Page,        ///< 20/28/600
    Section,     ///< 15/22/600
    CardTitle,   ///< 14/20/600
    Body,        ///< 13/20/400
    Value,       ///< 13/20/500
    Small,       ///< 12/16/400
    Axis,        ///< 11/14/400
    Figure,      ///< 24/30/600
    FigureSmall, ///< 20/28/600
};

namespace space {
constexpr int k2 = 2, k4 = 4, k6 = 6, k8 = 8, k12 = 12, k16 = 16, k24 = 24, k32 = 32, kPage = 20;
}
namespace radius {
constexpr qreal kMark = 4, kControl = 8, kInset = 10, kCard = 12, kChip = 16;
}
namespace size {
constexpr int kControl = 32, kField = 36, kPrimary = 40, kRow = 36, kRailItem = 34;
}
/// Milliseconds.
namespace motion {
constexpr int kFade = 120, kPage = 160, kSweep = 240, kFill = 200, kSkeletonAfter = 200;
}

/// What the user chose; applied as a whole.
struct Appearance {
    Look look = Look::System;
    double textScale = 1.0; ///< 0.8 to 2
    bool motion = true;
    bool operator==(const Appearance&) const = default;
};

/// Sets palette, font and style sheet of the application. Safe to call again at any time.
void applyAppearance(const Appearance& appearance);
[[nodiscard]] const Appearance& appearance();
/// Whether what is shown now is dark: `System` follows the desktop's palette at start.
[[nodiscard]] bool isDark();
/// 0 where motion is off.
[[nodiscard]] int duration(int milliseconds);

[[nodiscard]] QColor color(Token token);
/// The same for a look that is not shown: for the tests of contrast and the gallery. `System` reads as Light.
[[nodiscard]] QColor color(Token token, Look look);
[[nodiscard]] QFont font(Type type);
/// Line height in pixels, scaled like the font.
[[nodiscard]] int lineHeight(Type type);
/// A length that grows with the text.
[[nodiscard]] int scaled(int pixels);
/// Style sheet made from the tokens; see style_sheet.cpp.
[[nodiscard]] QString styleSheet();

} // namespace unchained::ui
