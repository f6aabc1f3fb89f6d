// SPDX-License-Identifier: Apache-2.0
#include "theme/figure_text.h"

#include <QCache>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHashFunctions>
#include <QList>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>
#include <array>

namespace unchained::ui {

namespace {

constexpr int kTextsKept = 4096, kElisionsKept = 1024;

struct TextKey {
    QFont font;
    QString text;
    qreal width = 0; ///< of an elision; else 0
    bool operator==(const TextKey&) const = default;
};
std::size_t qHash(const TextKey& key, std::size_t seed) {
    return qHashMulti(seed, key.font, key.text, key.width);
}

/// Glyphs in their places, from the left end of the baseline. No colour: that is asked for while painting.
struct Shaped {
    QList<QGlyphRun> runs;
    qreal width = 0, ascent = 0, height = 0;
};

/// To shape text takes ten times as long as to draw it, and a page draws the same words again at every move of the
/// mouse. Emptied before the application ends: fonts do not outlive it.
struct Caches {
    QCache<TextKey, Shaped> texts{kTextsKept};
    QCache<TextKey, QString> elisions{kElisionsKept};
};
Caches& caches() {
    static Caches all;
    static const bool emptied = [] {
        qAddPostRoutine([] {
            caches().texts.clear();
            caches().elisions.clear();
        });
        return true;
    }();
    Q_UNUSED(emptied);
    return all;
}

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

/// Adds the glyphs of a piece that is all digit or has none, to the last run where the font is the same.
void append(QList<QGlyphRun>& runs, const QFont& font, const QString& piece, qreal x) {
    QTextLayout layout(piece, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QTextLine line = layout.lineAt(0);
    const QPointF offset(x, -line.ascent());
    for (QGlyphRun run : layout.glyphRuns()) {
        QList<QPointF> places = run.positions();
        for (QPointF& place : places)
            place += offset;
        if (!runs.isEmpty() && runs.back().rawFont() == run.rawFont() && run.flags() == runs.back().flags()) {
            runs.back().setGlyphIndexes(runs.back().glyphIndexes() + run.glyphIndexes());
            runs.back().setPositions(runs.back().positions() + places);
        } else {
            run.setPositions(places);
            runs.push_back(run);
        }
    }
}

qreal digitCell(const QFontMetricsF& metrics, std::array<qreal, 10>& own) {
    for (std::size_t i = 0; i < own.size(); ++i)
        own[i] = metrics.horizontalAdvance(QChar(static_cast<char16_t>(u'0' + i)));
    return *std::max_element(own.begin(), own.end());
}

/// Every digit alone in the middle of its cell, every run of other characters as it is.
Shaped* shape(const QFont& font, const QString& text) {
    const QFontMetricsF metrics(font);
    auto* out = new Shaped;
    out->ascent = metrics.ascent();
    out->height = metrics.height();
    std::array<qreal, 10> own{};
    const bool figures = std::any_of(text.begin(), text.end(), isDigit);
    const qreal cell = figures ? digitCell(metrics, own) : 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (isDigit(text[at])) {
            const qreal wide = own[static_cast<std::size_t>(text[at].unicode() - u'0')];
            append(out->runs, font, text.mid(at, 1), out->width + (cell - wide) / 2);
            out->width += cell;
        } else {
            while (end < text.size() && !isDigit(text[end]))
                ++end;
            const QString run = text.mid(at, end - at);
            append(out->runs, font, run, out->width);
            out->width += metrics.horizontalAdvance(run);
        }
        at = end;
    }
    return out;
}

const Shaped& shaped(const QFont& font, const QString& text) {
    const TextKey key{font, text};
    if (const Shaped* known = caches().texts.object(key)) return *known;
    Shaped* made = shape(font, text);
    caches().texts.insert(key, made);
    return *made;
}

QString elided(const QFont& font, const QString& text, qreal width) {
    if (shaped(font, text).width <= width) return text;
    const TextKey key{font, text, width};
    if (const QString* known = caches().elisions.object(key)) return *known;
    QString out(QChar(0x2026));
    for (qsizetype keep = text.size() - 1; keep > 0; --keep) {
        const QString shorter = text.left(keep).trimmed() + QChar(0x2026);
        if (shaped(font, shorter).width > width) continue;
        out = shorter;
        break;
    }
    caches().elisions.insert(key, new QString(out));
    return out;
}

} // namespace

qreal figureWidth(const QFont& font, const QString& text) {
    return shaped(font, text).width;
}

void drawFigure(QPainter& painter, const QRectF& where, Qt::Alignment alignment, const QFont& font, const QColor& color,
                const QString& text) {
    const Shaped& shown = shaped(font, elided(font, text, where.width()));
    qreal x = where.left();
    if (alignment & Qt::AlignRight) x = where.right() - shown.width;
    if (alignment & Qt::AlignHCenter) x = where.center().x() - shown.width / 2;
    qreal top = where.top();
    if (alignment & Qt::AlignBottom) top = where.bottom() - shown.height;
    if (alignment & Qt::AlignVCenter) top = where.center().y() - shown.height / 2;
    const QPen before = painter.pen();
    painter.setPen(color);
    for (const QGlyphRun& run : shown.runs)
        painter.drawGlyphRun(QPointF(x, top + shown.ascent), run);
    painter.setPen(before);
}

} // namespace unchained::ui
