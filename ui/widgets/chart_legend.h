// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/chart_data.h"
#include "widgets/themed.h"

#include <QPen>
#include <QWidget>

class QPainter;

namespace unchained::ui {

/// The stroke of a line, in the look of now: each of C1 to C6 has its own, so that no line is told by colour alone.
[[nodiscard]] QPen chartPen(const ChartSeries& series);
/// A short piece of a line, or of a dashed one on its band.
void drawChartKey(QPainter& painter, const QRectF& where, const ChartSeries& series, bool onBand = false);

/// Keys of a chart's lines in one row: a piece of each with its name.
class ChartLegend : public Themed<QWidget> {
    Q_OBJECT
public:
    struct Key {
        ChartSeries series; ///< without its points
        QString text;
        bool onBand = false;
        bool operator==(const Key&) const = default;
    };
    explicit ChartLegend(QWidget* parent = nullptr);
    void setKeys(std::vector<Key> keys);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Key> m_keys;
};

} // namespace unchained::ui
