// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/chart_data.h"

/// The arithmetic of a chart: nice numbers, ticks, thinning, labels that keep apart, and its data in words. Pure but
/// for QLocale() and the time zone.
namespace unchained::ui {

/// From `low` in `intervals` steps of `step`.
struct ChartScale {
    double low = 0, step = 1;
    int intervals = 1;
    [[nodiscard]] double high() const { return low + step * intervals; }
};

/// Lowest and highest value; none where there is no point.
struct ChartRange {
    double low = 0, high = 0;
    bool operator==(const ChartRange&) const = default;
};
[[nodiscard]] std::optional<ChartRange> valuesOf(const ChartData& data, bool rightAxis);
[[nodiscard]] std::optional<ChartRange> placesOf(const ChartData& data);

/// Exactly `intervals` steps of 1, 2, 2.5 or 5 times a power of ten that hold the range; ends of the axis that are
/// given stay.
[[nodiscard]] ChartScale niceScale(const ChartAxis& axis, ChartRange range, int intervals);
/// The same grid for both sides: as many steps as waste least of either, at most `most`.
struct ChartScales {
    ChartScale left;
    std::optional<ChartScale> right;
};
[[nodiscard]] ChartScales niceScales(const ChartData& data, int most);

/// Places for at most `most` ticks between the ends: at full hours, days … for times, else at nice numbers.
[[nodiscard]] std::vector<double> ticksOf(const ChartAxis& axis, ChartRange range, int most);
/// A tick's text, with as many decimals as steps of this size need; a time at the end of a day is its 24:00.
[[nodiscard]] QString tickText(const ChartAxis& axis, double value, double step, ChartRange range);
/// A value in words, with the decimals of the axis.
[[nodiscard]] QString valueText(const ChartAxis& axis, double value);

/// Without what is no number; for steps with a corner before each change.
[[nodiscard]] QList<QPointF> shaped(const ChartSeries& series);
/// At most four points for each of `columns`: the first, least, most and last of it, so that no peak is lost.
[[nodiscard]] QList<QPointF> thinned(const QList<QPointF>& points, ChartRange range, int columns);

/// Moves what is wanted apart by `gap`, within the ends; empty where they do not fit. Order is kept.
[[nodiscard]] std::vector<double> spreadApart(const std::vector<double>& wanted, double gap, double low, double high);

/// Value of the last point at or before x; none before the first.
[[nodiscard]] std::optional<double> valueAt(const QList<QPointF>& points, double x);
/// All x of all lines and the band, ascending, each once.
[[nodiscard]] std::vector<double> allPlaces(const ChartData& data);
/// Points of the longest line.
[[nodiscard]] qsizetype mostPoints(const ChartData& data);

/// A sentence a line: first, last, least and most.
[[nodiscard]] QString sentencesOf(const ChartData& data);
/// "step 2,624: test loss 1.22, accuracy 61.8 %".
[[nodiscard]] QString sentenceAt(const ChartData& data, double x);

} // namespace unchained::ui
