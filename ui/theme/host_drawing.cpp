// SPDX-License-Identifier: Apache-2.0
#include "theme/host_drawing.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace unchained::ui {

namespace {

constexpr double kH = kPictureHeight, kTurn = 2 * std::numbers::pi;

/// SplitMix64: the same numbers on every machine and with every library.
class Generator {
public:
    explicit Generator(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    double real(double low, double high) { return low + (high - low) * static_cast<double>(next() >> 11) * 0x1p-53; }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

private:
    std::uint64_t m_state;
};

using Colors = std::array<QColor, 4>;
enum Shade : std::size_t { Dark, Mid, Light, Pale };

/// Along dark, mid, light, pale: 0 to 3.
QColor along(const Colors& c, double at) {
    const double low = std::clamp(std::floor(at), 0.0, 2.0);
    const auto i = static_cast<std::size_t>(low);
    return mixed(c[i], c[i + 1], std::clamp(at - low, 0.0, 1.0));
}

void fill(QPainter& painter, const QPainterPath& path, const QColor& color) {
    painter.fillPath(path, color);
}

void fillCircle(QPainter& painter, double x, double y, double r, const QColor& color) {
    QPainterPath path;
    path.addEllipse(QPointF(x, y), r, r);
    fill(painter, path, color);
}

/// A sky, a sun, five ridges.
void dunes(QPainter& painter, double width, const Colors& c, Generator& random) {
    QLinearGradient sky(0, 0, 0, kH * 0.75);
    sky.setColorAt(0, mixed(c[Pale], c[Light], 0.2));
    sky.setColorAt(1, mixed(c[Pale], c[Light], 0.8));
    painter.fillRect(QRectF(0, 0, width, kH), sky);
    const double sun = random.real(0.35, 0.78), high = random.real(36, 52);
    fillCircle(painter, width * sun, high, 22, mixed(c[Pale], Qt::white, 0.45));
    constexpr int kRidges = 5;
    for (int i = 0; i < kRidges; ++i) {
        const double base = 48 + 14.5 * i, swing = random.real(9, 15) * (1 - 0.08 * i);
        const double wave = random.real(95, 150), ripple = random.real(38, 64);
        const double phase = random.real(0, kTurn), second = random.real(0, kTurn);
        QPainterPath ridge(QPointF(-1, kH + 1));
        for (double x = -1; x <= width + 3; x += 2)
            ridge.lineTo(x, base - swing * std::sin(kTurn * x / wave + phase) -
                                0.28 * swing * std::sin(kTurn * x / ripple + second));
        ridge.lineTo(width + 3, kH + 1);
        ridge.closeSubpath();
        fill(painter, ridge, along(c, 1.55 - 0.385 * i));
    }
}

QPainterPath quarter(double x, double y, double side, std::size_t corner) {
    const QPointF centres[] = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
    const double starts[] = {270, 180, 90, 0};
    const QPointF at = centres[corner];
    QPainterPath path(at);
    path.arcTo(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side), starts[corner], 90);
    path.closeSubpath();
    return path;
}

/// Squares of quarter circles, triangles and dots.
void tiles(QPainter& painter, double width, const Colors& c, Generator& random) {
    constexpr double kSide = kH / 3;
    painter.fillRect(QRectF(0, 0, width, kH), c[Pale]);
    for (int row = 0; row < 3; ++row) {
        for (double x = 0; x < width; x += kSide) {
            const double y = row * kSide;
            const std::size_t shape = random.below(10), corner = random.below(4), ink = random.below(3);
            const bool ground = random.below(4) == 0;
            const QColor over = c[ink], under = c[(ink + 1 + random.below(2)) % 3];
            if (ground) painter.fillRect(QRectF(x, y, kSide, kSide).adjusted(0, 0, 0.3, 0.3), under);
            if (shape < 6) {
                fill(painter, quarter(x, y, kSide, corner), over);
            } else if (shape < 8) {
                QPainterPath half(QPointF(x, y + kSide));
                half.lineTo(x + kSide, corner < 2 ? y : y + kSide);
                half.lineTo(corner < 2 ? x + kSide : x, corner < 2 ? y + kSide : y);
                half.closeSubpath();
                fill(painter, half, over);
            } else {
                fillCircle(painter, x + kSide / 2, y + kSide / 2, kSide * 0.36, over);
            }
        }
    }
}

/// Two arcs a square, turned at random: bands that wander and close.
void truchet(QPainter& painter, double width, const Colors& c, Generator& random) {
    constexpr double kSide = 32;
    QLinearGradient ground(0, 0, width, kH);
    ground.setColorAt(0, mixed(c[Dark], c[Mid], 0.15));
    ground.setColorAt(1, mixed(c[Dark], c[Mid], 0.9));
    painter.fillRect(QRectF(0, 0, width, kH), ground);
    std::vector<QPainterPath> arcs; // each drawn alone: one path of all takes ten times as long to fill
    const auto arc = [&arcs](double centreX, double centreY, double from) {
        const QRectF circle(centreX - kSide / 2, centreY - kSide / 2, kSide, kSide);
        QPainterPath& path = arcs.emplace_back();
        path.arcMoveTo(circle, from);
        path.arcTo(circle, from, 90);
    };
    const double top = -random.real(0, kSide), left = -random.real(0, kSide);
    for (double y = top; y < kH; y += kSide) {
        for (double x = left; x < width; x += kSide) {
            const bool turned = random.below(2) == 0;
            arc(turned ? x + kSide : x, y, turned ? 180 : 270);
            arc(turned ? x : x + kSide, y + kSide, turned ? 0 : 90);
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(mixed(c[Mid], c[Light], 0.6), 11, Qt::SolidLine, Qt::RoundCap));
    for (const QPainterPath& path : arcs)
        painter.drawPath(path);
    painter.setPen(QPen(mixed(c[Light], c[Pale], 0.55), 2.6, Qt::SolidLine, Qt::RoundCap));
    for (const QPainterPath& path : arcs)
        painter.drawPath(path);
}

/// A sun on the horizon and its rays.
void rays(QPainter& painter, double width, const Colors& c, Generator& random) {
    const double x = width * random.real(0.25, 0.75), y = kH + random.real(-2, 8), far = width + 2 * kH;
    painter.fillRect(QRectF(0, 0, width, kH), mixed(c[Mid], c[Light], 0.55));
    const std::size_t count = 15 + random.below(5);
    const double step = kTurn / 2 / static_cast<double>(count), first = random.real(0, step);
    for (std::size_t i = 0; i < count + 2; i += 2) {
        const double from = first + step * (static_cast<double>(i) - 1), to = from + step;
        QPainterPath ray(QPointF(x, y));
        ray.lineTo(x - far * std::cos(from), y - far * std::sin(from));
        ray.lineTo(x - far * std::cos(to), y - far * std::sin(to));
        ray.closeSubpath();
        fill(painter, ray, c[Mid]);
    }
    const double size = random.real(60, 74);
    fillCircle(painter, x, y, size, c[Light]);
    fillCircle(painter, x, y, size * 0.74, c[Pale]);
    fillCircle(painter, x, y, size * 0.48, c[Dark]);
}

/// A hill on a map: closed lines around a summit.
void contours(QPainter& painter, double width, const Colors& c, Generator& random) {
    const double x = width * random.real(0.35, 0.65), y = kH * random.real(0.3, 0.6);
    struct Wave {
        double count, size, phase;
    };
    std::array<Wave, 4> waves{};
    for (std::size_t i = 0; i < waves.size(); ++i)
        waves[i] = {static_cast<double>(i) + 2, random.real(0.06, 0.19) / (1 + 0.3 * static_cast<double>(i)),
                    random.real(0, kTurn)};
    painter.fillRect(QRectF(0, 0, width, kH), c[Dark]);
    const double far = std::max(x, width - x) + 30;
    const int levels = std::max(4, static_cast<int>(far / 19));
    for (int level = levels; level >= 1; --level) {
        const double r = 18.5 * level, drift = 0.25 * level;
        QPainterPath line;
        constexpr int kPoints = 96;
        for (int k = 0; k <= kPoints; ++k) {
            const double angle = kTurn * k / kPoints;
            double wobble = 1;
            for (const Wave& w : waves)
                wobble += w.size * std::sin(w.count * angle + w.phase + drift * (w.count - 2) * 0.3);
            const QPointF at(x + 1.12 * r * wobble * std::cos(angle), y + 0.92 * r * wobble * std::sin(angle));
            if (k == 0)
                line.moveTo(at);
            else
                line.lineTo(at);
        }
        line.closeSubpath();
        fill(painter, line, along(c, 2.75 * (1 - static_cast<double>(level - 1) / levels)));
    }
}

/// Rows of chain, each link through the next.
void links(QPainter& painter, double width, const Colors& c, Generator& random) {
    QLinearGradient ground(0, 0, width, kH);
    ground.setColorAt(0, mixed(c[Dark], Qt::black, 0.08));
    ground.setColorAt(1, mixed(c[Dark], c[Mid], 0.3));
    painter.fillRect(QRectF(0, 0, width, kH), ground);
    constexpr double kLong = 53, kHigh = 29, kStep = 45.5, kRow = 35, kWire = 6;
    const std::array<QColor, 3> inks{mixed(c[Mid], c[Light], 0.15), c[Light], mixed(c[Pale], c[Dark], 0.28)};
    double top = -random.real(6, 30);
    for (int row = 0; top < kH; ++row, top += kRow) {
        QPen last(Qt::NoPen);
        QRectF before;
        for (double x = -random.real(kStep, 2 * kStep); x < width; x += kStep) {
            const QRectF link(x, top, kLong, kHigh);
            const QPen pen(inks[random.below(inks.size())], kWire);
            painter.setPen(pen);
            painter.drawRoundedRect(link, kHigh / 2, kHigh / 2);
            if (last.style() != Qt::NoPen) { // the one before comes up again below: through, not only over
                painter.save();
                painter.setClipRect(QRectF(x - kWire, top + kHigh / 2, kStep / 2, kHigh), Qt::IntersectClip);
                painter.setPen(last);
                painter.drawRoundedRect(before, kHigh / 2, kHigh / 2);
                painter.restore();
            }
            last = pen;
            before = link;
        }
    }
}

/// Stripes of many widths from corner to corner.
void bands(QPainter& painter, double width, const Colors& c, Generator& random) {
    painter.fillRect(QRectF(0, 0, width, kH), c[Mid]);
    const double angle = random.real(32, 46) * (random.below(4) == 0 ? -1 : 1);
    const double reach = std::hypot(width, kH);
    painter.translate(width / 2, kH / 2);
    painter.rotate(-angle);
    const std::array<QColor, 5> inks{c[Dark], c[Light], mixed(c[Mid], c[Light], 0.5), mixed(c[Light], c[Pale], 0.55),
                                     c[Mid]};
    std::size_t before = 0;
    for (double y = -reach / 2; y < reach / 2;) {
        const std::size_t ink = (before + 1 + random.below(inks.size() - 1)) % inks.size();
        const double high = ink == 3 ? random.real(6, 13) : random.real(9, 27);
        painter.fillRect(QRectF(-reach / 2, y, reach, high + 0.4), inks[ink]);
        if (random.below(3) == 0)
            painter.fillRect(QRectF(-reach / 2, y + high - 1.6, reach, 1.6), mixed(c[Dark], c[Mid], 0.35));
        y += high;
        before = ink;
    }
}

} // namespace

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [share](float x, float y) { return static_cast<float>(x + share * (y - x)); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

void drawPlan(QPainter& painter, double width, const PicturePlan& plan) {
    Generator random(plan.seed);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    switch (plan.family) {
    case PictureFamily::Dunes:
        return dunes(painter, width, plan.colors, random);
    case PictureFamily::Tiles:
        return tiles(painter, width, plan.colors, random);
    case PictureFamily::Truchet:
        return truchet(painter, width, plan.colors, random);
    case PictureFamily::Rays:
        return rays(painter, width, plan.colors, random);
    case PictureFamily::Contours:
        return contours(painter, width, plan.colors, random);
    case PictureFamily::Links:
        return links(painter, width, plan.colors, random);
    case PictureFamily::Bands:
        return bands(painter, width, plan.colors, random);
    }
}

} // namespace unchained::ui
