// SPDX-License-Identifier: Apache-2.0
#include "theme/icons.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

/// The drawing as it stands in the resources; empty where there is none.
const QByteArray& drawing(const QByteArray& name) {
    static QHash<QByteArray, QByteArray> known;
    const auto found = known.constFind(name);
    if (found != known.constEnd()) return *found;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly)) qWarning("No icon has the name %s", name.constData());
    return *known.insert(name, file.isOpen() ? file.readAll() : QByteArray());
}

/// In the files black is the colour asked for, blue (#00f) the second tone of the few that have one.
QByteArray recoloured(const QByteArray& name, const QColor& first) {
    const QColor second = color(name == "broken" ? Token::WrongFill : Token::Accent);
    QByteArray svg = drawing(name);
    svg.replace("#000", first.name().toLatin1());
    svg.replace("#00f", second.name().toLatin1());
    return svg;
}

QPixmap rendered(const QByteArray& name, const QColor& first, int pixels) {
    const QString key = QStringLiteral("unchained/%1/%2/%3/%4")
                            .arg(QString::fromLatin1(name), first.name(QColor::HexArgb))
                            .arg(color(Token::Accent).rgba())
                            .arg(pixels);
    QPixmap out;
    if (QPixmapCache::find(key, &out)) return out;
    out = QPixmap(pixels, pixels);
    out.fill(Qt::transparent);
    if (!drawing(name).isEmpty()) {
        QPainter painter(&out);
        painter.setOpacity(first.alphaF());
        QSvgRenderer(recoloured(name, first)).render(&painter, QRectF(0, 0, pixels, pixels));
    }
    QPixmapCache::insert(key, out);
    return out;
}

class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(QByteArray name, Token token) : m_name(std::move(name)), m_token(token) {}

    /// In a wide rectangle the icon stands at the left: buttons ask for one to have their gap before the text.
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const int side = std::min(rect.width(), rect.height());
        const QRectF square(rect.x(), rect.y() + (rect.height() - side) / 2.0, side, side);
        drawIcon(*painter, square, m_name.constData(), color(mode == QIcon::Disabled ? Token::Text3 : m_token));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        QPixmap out(size);
        out.fill(Qt::transparent);
        QPainter painter(&out);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return out;
    }
    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

private:
    QByteArray m_name;
    Token m_token;
};

} // namespace

QPixmap iconPixmap(const char* name, const QColor& color, int size, qreal devicePixelRatio) {
    QPixmap out = rendered(name, color, std::max(1, static_cast<int>(std::lround(size * devicePixelRatio))));
    out.setDevicePixelRatio(devicePixelRatio);
    return out;
}

void drawIcon(QPainter& painter, const QRectF& where, const char* name, const QColor& color) {
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap pixmap = iconPixmap(name, color, static_cast<int>(std::lround(where.width())), ratio);
    // On whole device pixels, or its strokes are smeared.
    const QPointF corner(std::round(where.x() * ratio) / ratio, std::round(where.y() * ratio) / ratio);
    painter.drawPixmap(corner, pixmap);
}

QIcon icon(const char* name, Token token) {
    return QIcon(new ThemedIconEngine(name, token));
}

QStringList iconNames() {
    QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

} // namespace unchained::ui
