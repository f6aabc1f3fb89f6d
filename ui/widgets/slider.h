// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QSlider>

#include <optional>

namespace unchained::ui {

class Label;

/// A level slider: groove of 6, knob of 18 with an edge in the accent.
class Slider : public Themed<QSlider> {
    Q_OBJECT
public:
    explicit Slider(const QString& name, QWidget* parent = nullptr);

    /// The groove left of the knob in the accent: where the left end means none.
    void setFilled(bool filled);
    /// A short tick under the groove at this value, as where the other side's offer stands.
    void setTick(std::optional<int> value);
    /// What the value means, "1 check in 100, bond 120 credits": for the screen reader and as the tooltip.
    void setValueText(const QString& text);

    [[nodiscard]] QSize sizeHint() const override { return QSize(scaled(140), scaled(22)); }
    [[nodiscard]] QSize minimumSizeHint() const override { return QSize(scaled(60), scaled(22)); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] qreal centreOf(int value) const;

    bool m_filled = false;
    std::optional<int> m_tick;
};

/// A slider whose two ends are named, as bond against checks: there is no better end, only another.
class EndsSlider : public Themed<QWidget> {
    Q_OBJECT
public:
    EndsSlider(const QString& name, const QString& lowEnd, const QString& highEnd, QWidget* parent = nullptr);

    /// Range, value and valueChanged() are the slider's.
    [[nodiscard]] Slider* slider() const { return m_slider; }

private:
    Slider* m_slider;
};

} // namespace unchained::ui
