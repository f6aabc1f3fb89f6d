// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>

namespace unchained::ui {

class HostCardDelegate;

/// Cards side by side, as wide as makes them fill the line. Arrows walk, Enter opens, Space and the heart keep.
class CardView : public QListView {
    Q_OBJECT
public:
    explicit CardView(QWidget* parent = nullptr);

    /// Shows the first column alone: a screen reader hears one item a card. Its indices are not those of `model`, but
    /// the rows are.
    void setModel(QAbstractItemModel* model) override;
    /// How many stand in a line now.
    [[nodiscard]] int columns() const { return m_columns; }

signals:
    void opened(const QModelIndex& index);
    void favouriteWanted(const QModelIndex& index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void arrange();
    void setRing(bool shown);
    [[nodiscard]] bool onHeart(const QModelIndex& index, QPoint at) const;

    HostCardDelegate* m_delegate;
    QPersistentModelIndex m_pressed;
    bool m_pressedHeart = false;
    int m_columns = 0, m_width = 0;
};

} // namespace unchained::ui
