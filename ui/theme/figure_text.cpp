// SPDX-License-Identifier: Apache-2.0
#include "theme/figure_text.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>

#include <algorithm>
#include <array>

namespace unchained::ui {

namespace {

struct Digits {
    std::array<qreal, 10> width{};
    qreal cell = 0;
};

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

/// Measured once per font: a page of cards asks for hundreds of digits in one paint.
const Digits& digitsOf(const QFont& font, const QFontMetricsF& metrics) {
    static QHash<QString, Digits> known;
    const QString key = font.key();
    if (const auto found = known.constFind(key); found != known.constEnd()) return *found;
    Digits digits;
    for (std::size_t i = 0; i < 10; ++i) {
        digits.width[i] = metrics.horizontalAdvance(QChar(static_cast<char16_t>(u'0' + i)));
        digits.cell = std::max(digits.cell, digits.width[i]);
    }
    return *known.insert(key, digits);
}

/// Calls `each(piece, x, width)` for every digit alone and for every run of other characters; returns the width.
template <class Each>
qreal walk(const QFont& font, const QString& text, Each each) {
    const QFontMetricsF metrics(font);
    const Digits& digits = digitsOf(font, metrics);
    qreal x = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (isDigit(text[at])) {
            const qreal own = digits.width[static_cast<std::size_t>(text[at].unicode() - u'0')];
            each(text.mid(at, 1), x + (digits.cell - own) / 2);
            x += digits.cell;
        } else {
            while (end < text.size() && !isDigit(text[end]))
                ++end;
            const QString run = text.mid(at, end - at);
            each(run, x);
            x += metrics.horizontalAdvance(run);
        }
        at = end;
    }
    return x;
}

QString elided(const QFont& font, const QString& text, qreal width) {
    if (figureWidth(font, text) <= width) return text;
    for (qsizetype keep = text.size() - 1; keep > 0; --keep) {
        const QString shorter = text.left(keep).trimmed() + QChar(0x2026);
        if (figureWidth(font, shorter) <= width) return shorter;
    }
    return QString(QChar(0x2026));
}

} // namespace

qreal figureWidth(const QFont& font, const QString& text) {
    return walk(font, text, [](const QString&, qreal) {});
}

void drawFigure(QPainter& painter, const QRectF& where, Qt::Alignment alignment, const QFont& font, const QColor& color,
                const QString& text) {
    const QString shown = elided(font, text, where.width());
    const QFontMetricsF metrics(font);
    qreal x = where.left();
    if (alignment & Qt::AlignRight) x = where.right() - figureWidth(font, shown);
    if (alignment & Qt::AlignHCenter) x = where.center().x() - figureWidth(font, shown) / 2;
    qreal top = where.top();
    if (alignment & Qt::AlignBottom) top = where.bottom() - metrics.height();
    if (alignment & Qt::AlignVCenter) top = where.center().y() - metrics.height() / 2;
    painter.save();
    painter.setFont(font);
    painter.setPen(color);
    const qreal baseline = top + metrics.ascent();
    walk(font, shown, [&](const QString& piece, qreal at) { painter.drawText(QPointF(x + at, baseline), piece); });
    painter.restore();
}

} // namespace unchained::ui
