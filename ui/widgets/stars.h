// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QLabel>
#include <QSlider>

namespace unchained::ui {

/// "★ 4.94 212": a mean of ratings with their number, or that there are none yet.
class Stars : public Themed<QLabel> {
    Q_OBJECT
public:
    explicit Stars(double mean = 0, int count = 0, QWidget* parent = nullptr);
    void setRating(double mean, int count);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_mean = 0;
    int m_count = 0;
};

/// Gives 1 to 5 stars by mouse, arrows or the digits; 0 until one is chosen. valueChanged() as of any slider.
class StarsInput : public Themed<QSlider> {
    Q_OBJECT
public:
    /// @param name  what is rated: "As described"
    explicit StarsInput(const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return QSize(scaled(5 * 28), scaled(28)); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override {}
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] int starAt(int x) const;

    int m_pointed = 0; ///< the star under the mouse
};

} // namespace unchained::ui
