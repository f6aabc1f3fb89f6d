// SPDX-License-Identifier: Apache-2.0
#include "pages/bet_list.h"

#include "models/bet_model.h"
#include "models/bet_words.h"
#include "theme/figure_text.h"
#include "theme/host_picture.h"
#include "theme/theme.h"
#include "widgets/format.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyledItemDelegate>

namespace unchained::ui {

namespace {

constexpr int kRowHeight = 62, kSide = 36, kPriceColumn = 74, kStakeColumn = 66, kBar = 4;

/// Where the parts of a row lie: shared by all that draw.
struct RowParts {
    explicit RowParts(const QRect& row) {
        frame = row.adjusted(scaled(space::k2), scaled(space::k2), -scaled(space::k2), -scaled(space::k2));
        const QRect inner = frame.adjusted(scaled(space::k12), 0, -scaled(space::k12), 0);
        picture = QRect(inner.left(), inner.center().y() - scaled(kSide) / 2, scaled(kSide), scaled(kSide));
        stake = QRect(inner.right() - scaled(kStakeColumn), inner.top(), scaled(kStakeColumn) + 1, inner.height());
        price = QRect(stake.left() - scaled(kPriceColumn) - scaled(space::k8), inner.top(), scaled(kPriceColumn),
                      inner.height());
        const int left = picture.right() + scaled(space::k12);
        words = QRect(left, inner.top(), price.left() - scaled(space::k8) - left, inner.height());
    }
    [[nodiscard]] static QRect half(const QRect& column, bool upper) {
        const int line = scaled(20), top = column.center().y() - line;
        return {column.left(), upper ? top : top + line, column.width(), line};
    }
    QRect frame, picture, words, price, stake;
};

class BetDelegate : public QStyledItemDelegate {
public:
    BetDelegate(const BetModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const BetFacts* bet = m_model.at(index.row());
        if (!bet) return;
        const RowParts parts(option.rect);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawGround(*painter, option, parts);
        painter->drawPixmap(parts.picture.topLeft(), hostPicture(bet->provider, parts.picture.size(), radius::kControl,
                                                                 painter->device()->devicePixelRatioF()));
        drawText(*painter, RowParts::half(parts.words, true), Qt::AlignLeft, Type::Value, Token::Text, betTitle(*bet));
        drawText(*painter, RowParts::half(parts.words, false), Qt::AlignLeft, Type::Small, Token::Text2,
                 betShort(*bet));
        drawText(*painter, RowParts::half(parts.price, true), Qt::AlignRight, Type::Value, Token::Text,
                 betPercent(*bet));
        drawBar(*painter, RowParts::half(parts.price, false), static_cast<double>(bet->right) / 1e6);
        const Amount staked = bet->onRight + bet->onWrong;
        const QString left = bet->state == BetState::Openable ? creditCeiling(bet->makerFunds) : creditText(staked);
        drawText(*painter, RowParts::half(parts.stake, true), Qt::AlignRight, Type::Small, Token::Text, left);
        drawText(*painter, RowParts::half(parts.stake, false), Qt::AlignRight, Type::Small, Token::Text2,
                 betTime(*bet, m_model.now()));
        painter->restore();
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& /*index*/) const override {
        return {scaled(240), scaled(kRowHeight)};
    }

private:
    static void drawGround(QPainter& painter, const QStyleOptionViewItem& option, const RowParts& parts) {
        painter.setPen(Qt::NoPen);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            painter.setBrush(color(chosen ? Token::AccentSoft : Token::Hover));
            painter.drawRoundedRect(parts.frame, radius::kControl, radius::kControl);
        }
        if (!option.state.testFlag(QStyle::State_HasFocus)) return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(Token::AccentText), 2));
        painter.drawRoundedRect(QRectF(parts.frame).adjusted(1, 1, -1, -1), radius::kControl, radius::kControl);
    }
    static void drawText(QPainter& painter, const QRect& where, Qt::Alignment alignment, Type type, Token token,
                         const QString& text) {
        drawFigure(painter, where, alignment | Qt::AlignVCenter, font(type), color(token), text);
    }
    static void drawBar(QPainter& painter, const QRect& where, double share) {
        const qreal height = scaled(kBar);
        const QRectF bar(where.left(), where.center().y() - height / 2, where.width(), height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Lost));
        painter.drawRoundedRect(bar, height / 2, height / 2);
        painter.setBrush(color(Token::Accent));
        painter.drawRoundedRect(QRectF(bar.topLeft(), QSizeF(bar.width() * share, height)), height / 2, height / 2);
    }

    const BetModel& m_model;
};

} // namespace

BetList::BetList(BetModel& model, QWidget* parent) : QListView(parent) {
    setModel(&model);
    setItemDelegate(new BetDelegate(model, this));
    setAccessibleName(tr("What is bet on"));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setProperty("onCanvas", true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setProperty("ownFocus", true);
}

void BetList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) scheduleDelayedItemsLayout();
    QListView::changeEvent(event);
}

} // namespace unchained::ui
