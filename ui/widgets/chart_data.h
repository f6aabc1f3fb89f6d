// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"

#include <QList>
#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

/// What a chart shows, as plain values. A page builds one from its facts and hands it over whole; equal data changes
/// nothing.
namespace unchained::ui {

/// How the values of an axis are written.
enum class ChartUnit {
    Number,  ///< "1.21"
    Credits, ///< "28.80"
    Percent, ///< a share: 0.624 is "62.4 %"
    Count,   ///< whole: "2,664"
    Time,    ///< milliseconds since 1970, shown in local time: "16:00"
};

struct ChartAxis {
    QString title; ///< "step", "credits": for the table and the screen reader
    ChartUnit unit = ChartUnit::Number;
    int decimals = 2;                ///< of values; ticks have as many as they need
    std::optional<double> low, high; ///< ends that stay; else what the points need, at nice numbers
    bool operator==(const ChartAxis&) const = default;
};

struct ChartSeries {
    enum class Shape { Line, Steps };
    enum class Stroke { Own, Dashed };

    QString name;            ///< "test loss"
    Token token = Token::C1; ///< C1 to C6, each with its own stroke
    Shape shape = Shape::Line;
    Stroke stroke = Stroke::Own;
    bool rightAxis = false;
    bool label = true;     ///< name and last value stand at its end where they fit; else it is in the legend
    bool strong = false;   ///< what the chart is about: its label in ink, a dot at its end
    QList<QPointF> points; ///< x ascending; points that are no numbers are left out
    bool operator==(const ChartSeries&) const = default;
};

/// Between two lines over the same x.
struct ChartBand {
    QString name; ///< "9 days in 10"
    QList<QPointF> low, high;
    bool operator==(const ChartBand&) const = default;
};

/// A dotted line down the plot, as at now.
struct ChartMarker {
    double x = 0;
    QString name; ///< "now", for the screen reader
    bool operator==(const ChartMarker&) const = default;
};

/// A dashed line across the plot with its words: "below 40 % the machine check starts".
struct ChartRule {
    double y = 0; ///< of the left axis
    QString name;
    Token token = Token::Wrong;
    bool operator==(const ChartRule&) const = default;
};

/// A ring at a point, with words beside it.
struct ChartNote {
    QPointF at; ///< of the left axis
    QString text;
    bool operator==(const ChartNote&) const = default;
};

struct ChartData {
    ChartAxis x, left, right;
    std::vector<ChartSeries> series; ///< the first lies on top
    std::optional<ChartBand> band;
    std::optional<ChartMarker> marker;
    std::optional<ChartRule> rule;
    std::vector<ChartNote> notes;
    QString empty; ///< shown while no line has a point: what will come, and when
    bool operator==(const ChartData&) const = default;

    [[nodiscard]] bool hasRight() const {
        for (const ChartSeries& each : series)
            if (each.rightAxis) return true;
        return false;
    }
    [[nodiscard]] const ChartAxis& axisOf(const ChartSeries& each) const { return each.rightAxis ? right : left; }
};

} // namespace unchained::ui
