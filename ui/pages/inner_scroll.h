// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace unchained::ui {

/// A column that scrolls downwards where its place is too low, and asks for no more height than what is in it. The bar
/// lies in a gutter at the right, so that nothing moves when it comes. Keyboard focus is scrolled into view.
class InnerScroll : public QScrollArea {
    Q_OBJECT
public:
    /// @param gutter  unscaled pixels, at least the width of a scroll bar
    explicit InnerScroll(int gutter, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    void setGutter(int gutter);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeRoom();

    int m_gutter;
    QVBoxLayout* m_column;
};

} // namespace unchained::ui
