// SPDX-License-Identifier: Apache-2.0
#include "theme/host_picture.h"

#include "gpu/hash.h"
#include "theme/host_drawing.h"
#include "theme/theme.h"

#include <QCache>
#include <QHashFunctions>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kCacheKilobytes = 96 * 1024; ///< about 850 cards of 248 x 112
constexpr double kGrey = 0.10, kDarker = 0.88;
constexpr QRgb kGreyTone = 0xFF8C8C90;

// Dark, mid, light, pale.
constexpr std::array<std::array<QRgb, 4>, 12> kPalettes{{
    {0xFF2B2D6E, 0xFF5B4B9A, 0xFFE08D79, 0xFFF6D6A8},
    {0xFF0F4C5C, 0xFF2C7DA0, 0xFF89C2D9, 0xFFF1F7F6},
    {0xFF1F4D3A, 0xFF4C8C5B, 0xFFB5CF8B, 0xFFF3EBCB},
    {0xFF7A2E2A, 0xFFB9513E, 0xFFE9A178, 0xFFF8E3CC},
    {0xFF3B1C4A, 0xFF7B3F7F, 0xFFD48CA8, 0xFFF7DCE0},
    {0xFF8C5E2A, 0xFFC99345, 0xFFEBCB8B, 0xFFFBF2DD},
    {0xFF27323F, 0xFF4E6378, 0xFF9DB2C4, 0xFFEEF2F5},
    {0xFF0B5D57, 0xFF16938A, 0xFF7FD1B9, 0xFFF4F1DE},
    {0xFF3A1F2B, 0xFF9A2F3B, 0xFFF07F4F, 0xFFFFD58A},
    {0xFF2C3A8C, 0xFF5468D4, 0xFFA6B5F2, 0xFFF3F0FF},
    {0xFF4A4A1F, 0xFF8A8A3A, 0xFFCFC77A, 0xFFF7F3DA},
    {0xFF0F1B33, 0xFF24406B, 0xFF5F8FC2, 0xFFF5C86B},
}};

QColor darkened(const QColor& color) {
    return QColor::fromRgbF(static_cast<float>(color.redF() * kDarker), static_cast<float>(color.greenF() * kDarker),
                            static_cast<float>(color.blueF() * kDarker));
}

PicturePlan planOf(const QByteArray& peer) {
    const Hash256 hash = taggedHash("host-picture", {Bytes(peer.begin(), peer.end())});
    PicturePlan plan;
    const auto& palette = kPalettes[hash.bytes[0] % kPalettes.size()];
    for (std::size_t i = 0; i < plan.colors.size(); ++i) {
        const QColor tone = mixed(QColor(palette[i]), QColor(kGreyTone), kGrey);
        plan.colors[i] = isDark() ? darkened(tone) : tone;
    }
    plan.family = static_cast<PictureFamily>(hash.bytes[1] % kPictureFamilies);
    // The rest: thirty bytes, folded into the 64 of the generator's state.
    for (std::size_t i = 2; i < hash.bytes.size(); ++i)
        plan.seed ^= static_cast<std::uint64_t>(hash.bytes[i]) << (8 * ((i - 2) % 8));
    return plan;
}

struct PictureKey {
    QByteArray peer;
    QSize size;
    int radius = 0, ratio = 0; ///< in thousandths
    bool dark = false;
    bool operator==(const PictureKey&) const = default;
};
std::size_t qHash(const PictureKey& key, std::size_t seed) {
    return qHashMulti(seed, key.peer, key.size.width(), key.size.height(), key.radius, key.ratio, key.dark);
}

} // namespace

void drawHostPicture(QPainter& painter, const QRectF& where, qreal radius, const QByteArray& peer) {
    if (where.isEmpty()) return;
    QPainterPath frame;
    frame.addRoundedRect(where, radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (peer.isEmpty()) { // nobody yet
        painter.fillPath(frame, color(Token::Hover));
    } else {
        painter.setClipPath(frame, Qt::IntersectClip);
        painter.translate(where.topLeft());
        painter.scale(where.height() / kPictureHeight, where.height() / kPictureHeight);
        drawPlan(painter, kPictureHeight * where.width() / where.height(), planOf(peer));
    }
    painter.restore();
}

QPixmap hostPicture(const QByteArray& peer, QSize size, qreal radius, qreal devicePixelRatio) {
    static QCache<PictureKey, QPixmap> cache(kCacheKilobytes);
    const PictureKey key{peer, size, static_cast<int>(std::lround(radius * 1000)),
                         static_cast<int>(std::lround(devicePixelRatio * 1000)), isDark()};
    if (const QPixmap* known = cache.object(key)) return *known;
    QPixmap out(QSize(std::max(1, static_cast<int>(std::ceil(size.width() * devicePixelRatio))),
                      std::max(1, static_cast<int>(std::ceil(size.height() * devicePixelRatio)))));
    out.setDevicePixelRatio(devicePixelRatio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    drawHostPicture(painter, QRectF(QPointF(), QSizeF(size)), radius, peer);
    painter.end();
    // Without a peer its colour is the theme's: that must follow the look.
    if (!peer.isEmpty()) cache.insert(key, new QPixmap(out), out.width() * out.height() * 4 / 1024 + 1);
    return out;
}

} // namespace unchained::ui
