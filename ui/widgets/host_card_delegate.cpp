// SPDX-License-Identifier: Apache-2.0
#include "widgets/host_card_delegate.h"

#include "models/host_filter.h"
#include "models/host_words.h"
#include "theme/figure_text.h"
#include "theme/host_picture.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "widgets/format.h"

#include <QAbstractItemView>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QIdentityProxyModel>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace unchained::ui {

namespace {

constexpr int kLeast = 240, kOut = space::k8; ///< half of the gap of 16
constexpr double kPictureShare = 0.45;
constexpr qreal kFrameRadius = 16;
constexpr int kHeart = 28, kPill = 22, kPriceLine = 18, kFoot = 8;

int pictureHeight(int width) {
    return static_cast<int>(std::lround(width * kPictureShare));
}

int wordsHeight() {
    return scaled(space::k8) + lineHeight(Type::CardTitle) + lineHeight(Type::Small) + scaled(space::k4) +
           scaled(kPriceLine) + scaled(space::k2) + lineHeight(Type::Small) + scaled(kFoot);
}

QFont pillFont() {
    QFont out = font(Type::Axis);
    out.setWeight(QFont::DemiBold);
    return out;
}

/// Paper and ink on a picture stay those of the light look: the picture is bright in both.
QColor onPicture(Token token) {
    return color(token, Look::Light);
}

QColor paper() {
    QColor out = onPicture(Token::Raised);
    out.setAlphaF(0.96F);
    return out;
}

/// A rectangle with round ends, drawn once for its size and colour: Qt would wake its threads for each of the round
/// shapes of a page, which takes longer than all the rest.
void drawRound(QPainter& painter, const QRect& where, const QColor& fill) {
    struct Key {
        QSize size;
        QRgb color = 0;
        int ratio = 0; ///< in thousandths
        bool operator==(const Key&) const = default;
    };
    static std::vector<std::pair<Key, QPixmap>> known;
    constexpr std::size_t kMost = 64;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const Key key{where.size(), fill.rgba(), static_cast<int>(std::lround(ratio * 1000))};
    const auto found = std::find_if(known.begin(), known.end(), [&key](const auto& each) { return each.first == key; });
    if (found != known.end()) return painter.drawPixmap(where.topLeft(), found->second);
    QPixmap shape(
        QSize(static_cast<int>(std::ceil(where.width() * ratio)), static_cast<int>(std::ceil(where.height() * ratio))));
    shape.setDevicePixelRatio(ratio);
    shape.fill(Qt::transparent);
    QPainter inside(&shape);
    inside.setRenderHint(QPainter::Antialiasing);
    inside.setPen(Qt::NoPen);
    inside.setBrush(fill);
    inside.drawRoundedRect(QRectF(QPointF(), QSizeF(where.size())), where.height() / 2.0, where.height() / 2.0);
    inside.end();
    if (known.size() >= kMost) known.clear();
    known.emplace_back(key, shape);
    painter.drawPixmap(where.topLeft(), shape);
}

void drawPill(QPainter& painter, const QRect& room, const char* icon, const QString& text, Token ink) {
    const qreal words = figureWidth(pillFont(), text);
    const int side = scaled(14), left = scaled(7), gap = scaled(5), right = scaled(9);
    const int wide = std::min(room.width(), static_cast<int>(std::ceil(words)) + left + side + gap + right);
    const QRect pill(room.left(), room.top(), wide, room.height());
    drawRound(painter, pill, paper());
    drawIcon(painter, QRectF(pill.left() + left, pill.top() + (pill.height() - side) / 2.0, side, side), icon,
             onPicture(ink));
    drawFigure(painter, pill.adjusted(left + side + gap, 0, -right + 1, 0), Qt::AlignLeft | Qt::AlignVCenter,
               pillFont(), onPicture(ink), text);
}

void drawHeart(QPainter& painter, const QRect& where, bool filled, bool hover) {
    drawRound(painter, where, hover ? onPicture(Token::Hover) : paper());
    const int side = scaled(16);
    const QRectF mark(where.left() + (where.width() - side) / 2.0, where.top() + (where.height() - side) / 2.0, side,
                      side);
    drawIcon(painter, mark, filled ? "heart-filled" : "heart", onPicture(filled ? Token::Wrong : Token::Text));
}

/// "★ 4.94 212" at the right end; returns where it begins.
qreal drawRating(QPainter& painter, const QRect& line, const HostFacts& host, bool dim) {
    const QFont strong = font(Type::CardTitle), small = font(Type::Small);
    if (!host.stars()) {
        const QString words = HostCardDelegate::tr("New");
        drawFigure(painter, line, Qt::AlignRight | Qt::AlignVCenter, small, color(dim ? Token::Text3 : Token::Text2),
                   words);
        return line.right() + 1 - figureWidth(small, words);
    }
    const QString count = countText(host.rating.count), mean = starsText(host);
    qreal x = line.right() + 1 - figureWidth(small, count);
    drawFigure(painter, QRectF(x, line.top() + 0.5, line.right() + 1 - x, line.height()),
               Qt::AlignLeft | Qt::AlignVCenter, small, color(Token::Text3), count);
    x -= space::k4 + figureWidth(strong, mean);
    drawFigure(painter, QRectF(x, line.top(), figureWidth(strong, mean) + 1, line.height()),
               Qt::AlignLeft | Qt::AlignVCenter, strong, color(dim ? Token::Text3 : Token::Text), mean);
    const int side = scaled(15);
    x -= space::k4 + side;
    drawIcon(painter, QRectF(x, line.top() + (line.height() - side) / 2.0, side, side), "star",
             color(dim ? Token::Text3 : Token::Text));
    return x;
}

/// In one line on one baseline, at the left end; returns where it ends.
qreal drawAt(QPainter& painter, qreal x, qreal baseline, qreal right, const QFont& drawn, Token ink,
             const QString& text) {
    const QFontMetricsF metrics(drawn);
    drawFigure(painter, QRectF(x, baseline - metrics.ascent(), right - x, metrics.height()),
               Qt::AlignLeft | Qt::AlignTop, drawn, color(ink), text);
    return x + figureWidth(drawn, text);
}

void drawPrice(QPainter& painter, const QRect& line, const HostFacts& host, bool dim) {
    const QFont strong = font(Type::CardTitle), small = font(Type::Small);
    const QFontMetricsF metrics(strong);
    const qreal baseline = std::round(line.top() + (line.height() - metrics.height()) / 2 + metrics.ascent());
    const Token quiet = dim ? Token::Text3 : Token::Text2;
    const QString verified = perTeraflopText(host);
    const qreal end = line.right() + 1, verifiedLeft = end - figureWidth(small, verified);
    const qreal unit = drawAt(painter, line.left(), baseline, verifiedLeft - space::k8, strong,
                              dim ? Token::Text3 : Token::Text, creditText(host.pricePerHour)) +
                       space::k4;
    const QString words = HostCardDelegate::tr("credits/h");
    if (unit + figureWidth(small, words) + space::k4 <= verifiedLeft)
        drawAt(painter, unit, baseline, verifiedLeft, small, quiet, words);
    drawAt(painter, verifiedLeft, baseline, end + 1, small, quiet, verified);
}

void drawChecks(QPainter& painter, const QRect& line, const HostFacts& host, bool dim) {
    const CheckWords words = checkWords(host);
    const Token ink = dim ? Token::Text3 : words.tone == Tone::Neutral ? Token::Text2 : inkOf(words.tone);
    const int side = scaled(14);
    drawIcon(painter, QRectF(line.left(), line.top() + (line.height() - side) / 2.0, side, side), words.icon,
             color(ink));
    drawFigure(painter, line.adjusted(side + scaled(5), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, font(Type::Small),
               color(ink), words.text);
}

void drawFrame(QPainter& painter, const QRect& frame, const CardState& state) {
    if (!state.hover && !state.selected && !state.ring) return;
    painter.setBrush(state.hover ? QBrush(color(Token::Sunken)) : QBrush(Qt::NoBrush));
    const bool strong = state.selected || state.ring;
    const Token edge = state.ring ? Token::AccentText : state.selected ? Token::Accent : Token::Border;
    painter.setPen(QPen(color(edge), strong ? 2 : 1));
    const qreal in = strong ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(frame).adjusted(in, in, -in, -in), kFrameRadius - in, kFrameRadius - in);
}

} // namespace

CardGeometry::CardGeometry(const QRect& cell) : frame(cell) {
    const QRect card = cell.adjusted(kOut, kOut, -kOut, -kOut);
    const int edge = scaled(space::k8), round = scaled(kHeart), pill = scaled(kPill);
    picture = QRect(card.topLeft(), QSize(card.width(), pictureHeight(card.width())));
    heart = QRect(picture.right() + 1 - edge - round, picture.top() + edge, round, round);
    badge = QRect(picture.left() + edge, picture.top() + edge, heart.left() - picture.left() - 2 * edge, pill);
    absence = QRect(picture.left() + edge, picture.bottom() + 1 - edge - pill, picture.width() - 2 * edge, pill);
    int y = picture.bottom() + 1 + scaled(space::k8);
    const auto line = [&](int height, int after) {
        const QRect out(card.left(), y, card.width(), height);
        y += height + after;
        return out;
    };
    title = line(lineHeight(Type::CardTitle), 0);
    where = line(lineHeight(Type::Small), scaled(space::k4));
    price = line(scaled(kPriceLine), scaled(space::k2));
    checks = line(lineHeight(Type::Small), 0);
}

int CardGeometry::columns(int cellsWidth) {
    return std::max(1, cellsWidth / (scaled(kLeast) + 2 * kOut));
}

QSize CardGeometry::cell(int cellsWidth, int columns) {
    const int width = cellsWidth / std::max(1, columns);
    return {width, pictureHeight(width - 2 * kOut) + wordsHeight() + 2 * kOut};
}

void drawHostCard(QPainter& painter, const QRect& cell, const HostFacts& host, const CardState& state) {
    const CardGeometry at(cell);
    const bool dim = !host.free();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    drawFrame(painter, at.frame, state);
    painter.setOpacity(dim ? 0.5 : 1);
    painter.drawPixmap(at.picture.topLeft(),
                       hostPicture(host.peer, at.picture.size(), radius::kCard, painter.device()->devicePixelRatioF()));
    painter.setOpacity(1);
    const HostBadge badge = badgeOf(host);
    if (badge != HostBadge::None)
        drawPill(painter, at.badge, badgeIcon(badge), badgeText(badge),
                 badge == HostBadge::FailedCheck ? Token::Wrong : Token::Text);
    if (dim) drawPill(painter, at.absence, host.online ? "clock" : "off", absenceText(host), Token::Text2);
    drawHeart(painter, at.heart, host.favourite, state.heartHover);

    const qreal rating = drawRating(painter, at.title, host, dim);
    drawFigure(
        painter, QRectF(at.title.left(), at.title.top(), rating - at.title.left() - space::k8, at.title.height()),
        Qt::AlignLeft | Qt::AlignVCenter, font(Type::CardTitle), color(dim ? Token::Text3 : Token::Text), host.device);
    drawFigure(painter, at.where, Qt::AlignLeft | Qt::AlignVCenter, font(Type::Small),
               color(dim ? Token::Text3 : Token::Text2), whereText(host));
    drawPrice(painter, at.price, host, dim);
    drawChecks(painter, at.checks, host, dim);
    painter.restore();
}

namespace {
/// CardView shows the filter behind a proxy with the same rows.
const HostFilter* hostsOf(const QModelIndex& index) {
    const QAbstractItemModel* model = index.model();
    if (const auto* proxy = qobject_cast<const QIdentityProxyModel*>(model)) model = proxy->sourceModel();
    return qobject_cast<const HostFilter*>(model);
}
} // namespace

HostCardDelegate::HostCardDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void HostCardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* hosts = hostsOf(index);
    if (!hosts) return;
    CardState state;
    state.hover = option.state.testFlag(QStyle::State_MouseOver);
    state.selected = option.state.testFlag(QStyle::State_Selected);
    state.ring = m_ring && option.state.testFlag(QStyle::State_HasFocus);
    if (state.hover && option.widget) {
        const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        if (view)
            state.heartHover =
                CardGeometry(option.rect).heart.contains(view->viewport()->mapFromGlobal(QCursor::pos()));
    }
    drawHostCard(*painter, option.rect, hosts->host(index.row()), state);
}

QSize HostCardDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const {
    return m_cell;
}

bool HostCardDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    const auto* hosts = hostsOf(index);
    if (!hosts || event->type() != QEvent::ToolTip) return QStyledItemDelegate::helpEvent(event, view, option, index);
    const HostFacts& host = hosts->host(index.row());
    const CardGeometry at(option.rect);
    QString text;
    if (at.heart.contains(event->pos()))
        text = host.favourite ? tr("A favourite; click or press Space to take it off")
                              : tr("Click or press Space to keep it as a favourite");
    else if (at.badge.contains(event->pos()))
        text = badgeRule(badgeOf(host));
    else if (at.price.contains(event->pos()))
        text = perTeraflopRule(host);
    else if (at.where.contains(event->pos()))
        text = whereText(host);
    else if (at.title.contains(event->pos()))
        text = host.device;
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

} // namespace unchained::ui
