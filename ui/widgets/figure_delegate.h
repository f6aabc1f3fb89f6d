// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/figure_text.h"
#include "theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace unchained::ui {

/// Cells in digits of equal width, so that the figures of a column stand under each other; 1 px between rows.
class FigureDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen) painter->fillRect(option.rect, color(Token::AccentSoft));
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, color(Token::Border));
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const bool figure = alignment.testFlag(Qt::AlignRight);
        drawFigure(*painter, option.rect.adjusted(space::k8, 0, -space::k8, 0), alignment,
                   font(figure ? Type::Value : Type::Body), color(Token::Text), index.data().toString());
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(color(Token::AccentText), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
        }
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const override {
        const bool figure = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()).testFlag(Qt::AlignRight);
        const qreal width = figureWidth(font(figure ? Type::Value : Type::Body), index.data().toString());
        return {static_cast<int>(width) + 2 * space::k8 + 2, scaled(size::kRow)};
    }
};

} // namespace unchained::ui
