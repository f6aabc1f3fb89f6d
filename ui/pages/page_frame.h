// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBoxLayout>
#include <QScrollArea>

namespace unchained::ui {

/// What every page of cards has in common: 20 px around, at most 1640 wide and centred, and it scrolls downwards where
/// the window is too low. Keyboard focus is scrolled into view.
class PageFrame : public QScrollArea {
    Q_OBJECT
public:
    static constexpr int kWidest = 1640; ///< columns grow up to here, then the page stays in the middle
    explicit PageFrame(QWidget* parent = nullptr);
    /// Where the page puts its parts, from the top.
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }

private:
    QVBoxLayout* m_column;
};

/// A wide column beside a narrow one of fixed width; below `kBreak` the narrow one goes under the wide one, and its
/// parts stand side by side there.
class TwoColumns : public QWidget {
    Q_OBJECT
public:
    static constexpr int kBreak = 900;
    TwoColumns(int sideWidth, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* main() const { return m_main; }
    /// The next part of the narrow one.
    /// @param fill  it takes what height is left
    void addSide(QWidget* part, bool fill = false);
    /// Whether the wide one takes the height that is left while the narrow one lies under it; by default it does. A
    /// list that ends where its last line ends says no.
    void setMainFills(bool fills);
    void setSideSpacing(int pixels) { m_side->setSpacing(pixels); }
    /// Whether the narrow one lies under the wide one now.
    [[nodiscard]] bool stacked() const { return m_stacked; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(bool stacked);

    int m_sideWidth;
    QBoxLayout *m_both, *m_side;
    QVBoxLayout* m_main;
    QWidget *m_mainBox, *m_sideBox;
    bool m_stacked = false, m_fills = false, m_mainFills = true;
};

} // namespace unchained::ui
