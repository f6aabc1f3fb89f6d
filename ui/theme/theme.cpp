// SPDX-License-Identifier: Apache-2.0
#include "theme/theme.h"

#include "theme/focus_ring.h"
#include "theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

#include <array>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr std::size_t kTokens = static_cast<std::size_t>(Token::Count);
using Ramp = std::array<QRgb, kTokens>;

// In the order of Token.
constexpr Ramp kLight{
    0xFFFFFFFF, 0xFFF7F7F4, 0xFFF4F4F1, 0xFFFFFFFF, 0xFFEFEEEA, // canvas, rail, sunken, raised, hover
    0xFFE5E4DF, 0xFF8C8B85,                                     // borders
    0xFF1A1C1F, 0xFF55585E, 0xFF686B72,                         // text
    0xFF2A4CC0, 0xFF0A706A, 0xFF845400, 0xFFB92F0C,             // accentText, right, won, wrong
    0xFF2F55D4, 0xFF2546B5, 0xFFFFFFFF,                         // accent
    0xFFECF0FD, 0xFFE1F3F1, 0xFFFCF0D2, 0xFFFDECE7,             // soft
    0xFF08807A, 0xFFD2451E, 0xFFE3A008, 0xFFFFFFFF, 0xFF1A1C1F, // fills and their glyphs
    0xFFD9D8D2, 0xFFECEBE7, 0xFFDDE5FB,                         // lost, grid, band
    0xFF2F55D4, 0xFFB85405, 0xFF08807A, 0xFF8347C4, 0xFF6F7279, 0xFF946A00,
};
constexpr Ramp kDark{
    0xFF141517, 0xFF0E0F11, 0xFF1A1C1F, 0xFF1E2023, 0xFF26292D, //
    0xFF2C2F34, 0xFF767C85,                                     //
    0xFFECEEF0, 0xFFAEB4BC, 0xFF9299A2,                         //
    0xFF9DB4FF, 0xFF52CCC0, 0xFFF2C14E, 0xFFFF9270,             //
    0xFF3D63E3, 0xFF3458D2, 0xFFFFFFFF,                         //
    0xFF1D2747, 0xFF11292A, 0xFF33280E, 0xFF3A1C13,             //
    0xFF2BA79D, 0xFFF0683E, 0xFFEDB52F, 0xFF0E0F11, 0xFF1A1C1F, //
    0xFF34383D, 0xFF24272B, 0xFF222C4B,                         //
    0xFF8AA6FF, 0xFFF0A05A, 0xFF48C8BC, 0xFFC29BF2, 0xFF9AA1AA, 0xFFE0B84A,
};

struct TypeSpec {
    int size, line;
    QFont::Weight weight;
};
constexpr TypeSpec specOf(Type type) {
    switch (type) {
    case Type::Page:
        return {20, 28, QFont::DemiBold};
    case Type::Section:
        return {15, 22, QFont::DemiBold};
    case Type::CardTitle:
        return {14, 20, QFont::DemiBold};
    case Type::Body:
        return {13, 20, QFont::Normal};
    case Type::Value:
        return {13, 20, QFont::Medium};
    case Type::Small:
        return {12, 16, QFont::Normal};
    case Type::Axis:
        return {11, 14, QFont::Normal};
    case Type::Figure:
        return {24, 30, QFont::DemiBold};
    case Type::FigureSmall:
        return {20, 28, QFont::DemiBold};
    }
    return {13, 20, QFont::Normal};
}

struct Shown {
    Appearance appearance;
    Look look = Look::Light; ///< never System
    double scale = 1;        ///< the desktop's font setting times the user's own
    double desktopScale = 0; ///< read once, before our own font replaces it
    bool desktopDark = false;
};
/// The application has one look, as it has one palette; this is its only owner.
Shown& shown() {
    static Shown state;
    return state;
}

bool darkRamp(Look look) {
    return look == Look::Dark || look == Look::HighContrastDark;
}
bool highContrast(Look look) {
    return look == Look::HighContrastLight || look == Look::HighContrastDark;
}

QPalette paletteOf(Look look) {
    const auto c = [look](Token token) { return color(token, look); };
    QPalette p;
    p.setColor(QPalette::Window, c(Token::Canvas));
    p.setColor(QPalette::WindowText, c(Token::Text));
    p.setColor(QPalette::Base, c(Token::Raised));
    p.setColor(QPalette::AlternateBase, c(Token::Sunken));
    p.setColor(QPalette::Text, c(Token::Text));
    p.setColor(QPalette::PlaceholderText, c(Token::Text3));
    p.setColor(QPalette::Button, c(Token::Raised));
    p.setColor(QPalette::ButtonText, c(Token::Text));
    p.setColor(QPalette::BrightText, c(Token::Wrong));
    p.setColor(QPalette::Highlight, c(Token::Accent));
    p.setColor(QPalette::HighlightedText, c(Token::OnAccent));
    p.setColor(QPalette::Link, c(Token::AccentText));
    p.setColor(QPalette::LinkVisited, c(Token::AccentText));
    p.setColor(QPalette::ToolTipBase, c(Token::Raised));
    p.setColor(QPalette::ToolTipText, c(Token::Text));
    p.setColor(QPalette::Light, c(Token::Raised));
    p.setColor(QPalette::Mid, c(Token::Border));
    p.setColor(QPalette::Dark, c(Token::BorderStrong));
    p.setColor(QPalette::Shadow, c(Token::BorderStrong));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c(Token::Text3));
    return p;
}

} // namespace

QColor color(Token token, Look look) {
    if (highContrast(look)) {
        if (token == Token::Border) token = Token::BorderStrong;
        if (token == Token::Text2 || token == Token::Text3) token = Token::Text;
    }
    const Ramp& ramp = darkRamp(look) ? kDark : kLight;
    return QColor::fromRgba(ramp[static_cast<std::size_t>(token)]);
}

QColor color(Token token) {
    return color(token, shown().look);
}

bool isDark() {
    return darkRamp(shown().look);
}

const Appearance& appearance() {
    return shown().appearance;
}

int duration(int milliseconds) {
    return shown().appearance.motion ? milliseconds : 0;
}

int scaled(int pixels) {
    return static_cast<int>(std::lround(pixels * shown().scale));
}

QFont font(Type type) {
    const TypeSpec spec = specOf(type);
    QFont out;
    out.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
    out.setPixelSize(std::max(8, scaled(spec.size)));
    out.setWeight(spec.weight);
    return out;
}

int lineHeight(Type type) {
    return scaled(specOf(type).line);
}

void applyAppearance(const Appearance& wanted) {
    Shown& s = shown();
    if (s.desktopScale == 0) {
        // The usual desktop font is 10 pt at 96 dpi: 13 px, as our body text.
        const int pixels = QFontInfo(QApplication::font()).pixelSize();
        s.desktopScale = pixels > 13 ? std::min(2.0, pixels / 13.0) : 1.0;
        s.desktopDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
        QApplication::setStyle(makeStyle());
        installFocusRing();
    }
    s.appearance = wanted;
    s.look = wanted.look != Look::System ? wanted.look : s.desktopDark ? Look::Dark : Look::Light;
    s.scale = s.desktopScale * std::clamp(wanted.textScale, 0.8, 2.0);
    QApplication::setPalette(paletteOf(s.look));
    QApplication::setFont(font(Type::Body));
    qApp->setStyleSheet(styleSheet());
}

} // namespace unchained::ui
