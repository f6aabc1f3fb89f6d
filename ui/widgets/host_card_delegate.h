// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QRect>
#include <QStyledItemDelegate>

namespace unchained::ui {

/// Where everything of a card is; painting, size and hit tests ask the same one. A cell is the card and half of the
/// gap around it, so that cells touch and a card under the mouse can grow by that half.
struct CardGeometry {
    QRect frame; ///< what hover and selection fill
    QRect picture, heart;
    QRect badge, absence; ///< as wide as they may become
    QRect title, where, price, checks;

    /// @param cell  of the view
    explicit CardGeometry(const QRect& cell);
    /// As many cards side by side as fit at their least width of 240; at least one.
    [[nodiscard]] static int columns(int cellsWidth);
    /// The cell of a card when `columns` of them share the width.
    [[nodiscard]] static QSize cell(int cellsWidth, int columns);
};

/// Draws a host as a card: normal, under the mouse, selected, with the keyboard, and not to be had now. The view's
/// model must be a HostFilter.
class HostCardDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit HostCardDelegate(QObject* parent = nullptr);

    void setCell(QSize cell) { m_cell = cell; }
    /// Whether the current card shows its ring: it came there by the keyboard.
    void setRing(bool shown) { m_ring = shown; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Each part says its own: the badge its rule, the price per TFLOP-h how it is worked out.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    QSize m_cell;
    bool m_ring = false;
};

/// The card alone, for previews and the gallery.
struct CardState {
    bool hover = false, selected = false, ring = false;
    bool heartHover = false;
};
void drawHostCard(QPainter& painter, const QRect& cell, const HostFacts& host, const CardState& state);

} // namespace unchained::ui
