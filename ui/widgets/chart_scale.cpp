// SPDX-License-Identifier: Apache-2.0
#include "widgets/chart_scale.h"

#include "widgets/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace unchained::ui {

namespace {

struct ChartWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::ChartWords)
};

constexpr double kCent = 0.01;
constexpr int kMicroDecimals = 6;
constexpr std::array kNice{1.0, 2.0, 2.5, 5.0};
constexpr double kMsPerMinute = 60'000, kMsPerHour = 60 * kMsPerMinute, kMsPerDay = 24 * kMsPerHour;

bool isNumber(QPointF point) {
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

void include(std::optional<ChartRange>& range, double value) {
    if (!std::isfinite(value)) return;
    if (!range) range = ChartRange{value, value};
    range->low = std::min(range->low, value);
    range->high = std::max(range->high, value);
}

/// The least nice number that is at least `least`.
double niceStep(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double nice : kNice)
        if (nice * power >= least * (1 - 1e-9)) return nice * power;
    return 10 * power;
}

bool isNice(double step) {
    return std::abs(niceStep(step) - step) < 1e-6 * step;
}

int decimalsFor(double step) {
    int decimals = 0;
    for (double rest = step; decimals < 6 && std::abs(rest - std::round(rest)) > 1e-6 * std::max(1.0, rest); ++decimals)
        rest *= 10;
    return decimals;
}

QString numberText(double value, int decimals) {
    const QString text = QLocale().toString(std::abs(value), 'f', decimals);
    const bool negative = value < 0 && std::abs(value) * std::pow(10.0, decimals) >= 0.5;
    return negative ? QChar(0x2212) + text : text;
}

/// "step 2,624", "16:00".
QString placeText(const ChartAxis& axis, double x) {
    if (axis.title.isEmpty() || axis.unit == ChartUnit::Time) return valueText(axis, x);
    return ChartWords::tr("%1 %2", "what is counted, and where").arg(axis.title, valueText(axis, x));
}

QString capital(const QString& text) {
    return text.left(1).toUpper() + text.mid(1);
}

QDateTime momentOf(double x) {
    return QDateTime::fromMSecsSinceEpoch(std::llround(x));
}

std::vector<double> timeTicks(ChartRange range, int most) {
    constexpr std::array kMinutes{1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720};
    constexpr std::array kDays{1, 2, 7, 14, 30, 61, 122, 365};
    const double span = range.high - range.low;
    std::vector<double> out;
    const auto add = [&](const QDateTime& at) {
        const double x = static_cast<double>(at.toMSecsSinceEpoch());
        if (x >= range.low - 0.5 && x <= range.high + 0.5) out.push_back(x);
    };
    const QDate first = momentOf(range.low).date(), last = momentOf(range.high).date();
    for (const int minutes : kMinutes) {
        if (span / (minutes * kMsPerMinute) > most - 1 + 1e-9) continue;
        for (QDate day = first; day <= last; day = day.addDays(1))
            for (int minute = 0; minute < 24 * 60; minute += minutes)
                add(QDateTime(day, QTime(minute / 60, minute % 60)));
        return out;
    }
    for (const int days : kDays) {
        if (span / (days * kMsPerDay) > most - 1 + 1e-9 && days != kDays.back()) continue;
        for (QDate day = first; day <= last; day = day.addDays(days))
            add(day.startOfDay());
        return out;
    }
    return out;
}

} // namespace

std::optional<ChartRange> valuesOf(const ChartData& data, bool rightAxis) {
    std::optional<ChartRange> out;
    for (const ChartSeries& each : data.series) {
        if (each.rightAxis != rightAxis) continue;
        for (const QPointF point : each.points)
            include(out, point.y());
    }
    if (rightAxis) return out;
    if (data.band)
        for (const auto* line : {&data.band->low, &data.band->high})
            for (const QPointF point : *line)
                include(out, point.y());
    if (data.rule && out) include(out, data.rule->y);
    return out;
}

std::optional<ChartRange> placesOf(const ChartData& data) {
    std::optional<ChartRange> out;
    for (const ChartSeries& each : data.series)
        for (const QPointF point : each.points)
            include(out, point.x());
    if (data.marker && out) include(out, data.marker->x);
    if (out && data.x.low) out->low = *data.x.low;
    if (out && data.x.high) out->high = *data.x.high;
    if (out && out->high <= out->low) out->high = out->low + 1;
    return out;
}

ChartScale niceScale(const ChartAxis& axis, ChartRange range, int intervals) {
    if (axis.low) range.low = *axis.low;
    if (axis.high) range.high = *axis.high;
    if (axis.low && axis.high && range.high > range.low)
        return {range.low, (range.high - range.low) / intervals, intervals};
    if (range.high <= range.low) { // one value: a little room around it
        const double room = range.low == 0 ? 1 : std::abs(range.low) * 0.1;
        if (!axis.low) range.low -= room;
        range.high = std::max(range.high, range.low) + room;
    }
    double step = niceStep((range.high - range.low) / intervals);
    for (int tries = 0; tries < 8; ++tries) {
        const double low = axis.low ? range.low : std::floor(range.low / step + 1e-9) * step;
        if (low + intervals * step >= range.high - 1e-9 * step) return {low, step, intervals};
        step = niceStep(step * 1.01);
    }
    return {range.low, (range.high - range.low) / intervals, intervals};
}

ChartScales niceScales(const ChartData& data, int most) {
    const ChartRange left = valuesOf(data, false).value_or(ChartRange{0, 1});
    const auto right = valuesOf(data, true);
    const auto waste = [](const ChartScale& scale, ChartRange range) {
        const double used = (range.high - range.low) / (scale.high() - scale.low);
        return 1 - used + (isNice(scale.step) ? 0 : 0.5);
    };
    ChartScales best;
    double least = std::numeric_limits<double>::infinity();
    for (int intervals = std::min(6, std::max(1, most)); intervals >= std::min(most > 3 ? 3 : 1, most); --intervals) {
        ChartScales made{niceScale(data.left, left, intervals), std::nullopt};
        double cost = waste(made.left, left) + 0.02 * std::abs(intervals - 4);
        if (right) {
            made.right = niceScale(data.right, *right, intervals);
            cost += waste(*made.right, *right);
            // A share above all of it reads as a mistake.
            if (data.right.unit == ChartUnit::Percent && made.right->high() > 1.001) cost += 1;
        }
        if (cost >= least) continue;
        least = cost;
        best = made;
    }
    return best;
}

std::vector<double> ticksOf(const ChartAxis& axis, ChartRange range, int most) {
    if (range.high <= range.low) return {};
    if (axis.unit == ChartUnit::Time) return timeTicks(range, std::max(2, most));
    double step = niceStep((range.high - range.low) / std::max(1, most - 1));
    if (axis.unit == ChartUnit::Count) step = std::max(1.0, std::ceil(step));
    std::vector<double> out;
    const double first = std::ceil(range.low / step - 1e-9);
    for (int i = 0; (first + i) * step <= range.high + 1e-9 * step; ++i)
        out.push_back((first + i) * step);
    return out;
}

QString tickText(const ChartAxis& axis, double value, double step, ChartRange range) {
    switch (axis.unit) {
    case ChartUnit::Number:
    case ChartUnit::Credits:
        return numberText(value, std::max(decimalsFor(step), step < 2 ? 1 : 0));
    case ChartUnit::Percent:
        return percent(value, decimalsFor(step * 100));
    case ChartUnit::Count:
        return countText(static_cast<quint64>(std::max(0.0, std::round(value))));
    case ChartUnit::Time: {
        const QDateTime at = momentOf(value);
        const bool midnight = at.time() == QTime(0, 0);
        const bool oneDay = range.high - range.low <= kMsPerDay + kMsPerHour; // a day of 25 hours is one
        if (midnight && oneDay && value >= range.high - 1 && range.low < value - kMsPerHour)
            return QStringLiteral("24:00");
        if (midnight && !oneDay) return QLocale().toString(at.date(), ChartWords::tr("d MMM", "as QLocale writes it"));
        return clockText(at.toMSecsSinceEpoch());
    }
    }
    return {};
}

QString valueText(const ChartAxis& axis, double value) {
    switch (axis.unit) {
    case ChartUnit::Number:
        return numberText(value, axis.decimals);
    case ChartUnit::Credits: // as creditText() does: two decimals that show nothing are none
        return numberText(value, value != 0 && std::abs(value) < kCent ? kMicroDecimals : axis.decimals);
    case ChartUnit::Percent:
        return percent(value, axis.decimals);
    case ChartUnit::Count:
        return countText(static_cast<quint64>(std::max(0.0, std::round(value))));
    case ChartUnit::Time: {
        const QDateTime at = momentOf(value);
        const bool oneDay = axis.low && axis.high && *axis.high - *axis.low <= kMsPerDay + kMsPerHour;
        const QString clock = clockText(at.toMSecsSinceEpoch());
        if (oneDay) return clock;
        return QLocale().toString(at.date(), ChartWords::tr("d MMM", "as QLocale writes it")) + QLatin1Char(' ') +
               clock;
    }
    }
    return {};
}

QList<QPointF> shaped(const ChartSeries& series) {
    QList<QPointF> out;
    out.reserve(2 * series.points.size());
    for (const QPointF point : series.points) {
        if (!isNumber(point)) continue;
        if (series.shape == ChartSeries::Shape::Steps && !out.isEmpty() && out.last().y() != point.y())
            out.append(QPointF(point.x(), out.last().y()));
        out.append(point);
    }
    return out;
}

QList<QPointF> thinned(const QList<QPointF>& points, ChartRange range, int columns) {
    if (points.size() <= 4 * columns || columns < 1 || range.high <= range.low) return points;
    const auto columnOf = [&](QPointF point) {
        return std::floor((point.x() - range.low) / (range.high - range.low) * columns);
    };
    QList<QPointF> out;
    for (qsizetype begin = 0; begin < points.size();) {
        qsizetype end = begin + 1, least = begin, most = begin;
        while (end < points.size() && columnOf(points[end]) == columnOf(points[begin])) {
            if (points[end].y() < points[least].y()) least = end;
            if (points[end].y() > points[most].y()) most = end;
            ++end;
        }
        std::array kept{begin, std::min(least, most), std::max(least, most), end - 1};
        const auto last = std::unique(kept.begin(), kept.end());
        for (auto at = kept.begin(); at != last; ++at)
            out.append(points[*at]);
        begin = end;
    }
    return out;
}

std::vector<double> spreadApart(const std::vector<double>& wanted, double gap, double low, double high) {
    if (wanted.empty() || gap * static_cast<double>(wanted.size() - 1) > high - low) return {};
    std::vector<std::size_t> order(wanted.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    // Neighbours that touch share what they must move; a group is moved as a whole.
    struct Group {
        double middle;
        std::size_t size;
    };
    std::vector<Group> groups;
    const auto half = [gap](const Group& group) { return gap * static_cast<double>(group.size - 1) / 2; };
    const auto kept = [&](Group group) {
        group.middle = std::clamp(group.middle, low + half(group), std::max(low + half(group), high - half(group)));
        return group;
    };
    for (const std::size_t i : order) {
        groups.push_back(kept({wanted[i], 1}));
        while (groups.size() > 1) {
            const Group last = groups.back(), before = groups[groups.size() - 2];
            if (before.middle + half(before) + gap <= last.middle - half(last)) break;
            const double a = static_cast<double>(before.size), b = static_cast<double>(last.size);
            groups.pop_back();
            groups.back() = kept({(a * before.middle + b * last.middle) / (a + b), before.size + last.size});
        }
    }
    std::vector<double> out(wanted.size());
    std::size_t at = 0;
    for (const Group& group : groups)
        for (std::size_t i = 0; i < group.size; ++i)
            out[order[at++]] = group.middle - half(group) + gap * static_cast<double>(i);
    return out;
}

std::optional<double> valueAt(const QList<QPointF>& points, double x) {
    const auto after = std::upper_bound(points.begin(), points.end(), x,
                                        [](double place, const QPointF& point) { return place < point.x(); });
    if (after == points.begin() || !std::isfinite(std::prev(after)->y())) return std::nullopt;
    return std::prev(after)->y();
}

std::vector<double> allPlaces(const ChartData& data) {
    std::vector<double> out;
    const auto add = [&out](const QList<QPointF>& points) {
        for (const QPointF point : points)
            if (isNumber(point)) out.push_back(point.x());
    };
    for (const ChartSeries& each : data.series)
        add(each.points);
    if (data.band) add(data.band->low);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

qsizetype mostPoints(const ChartData& data) {
    qsizetype most = 0;
    for (const ChartSeries& each : data.series)
        most = std::max<qsizetype>(most, std::count_if(each.points.begin(), each.points.end(), isNumber));
    return most;
}

QString sentencesOf(const ChartData& data) {
    QStringList out;
    for (const ChartSeries& each : data.series) {
        ChartSeries plain = each;
        plain.shape = ChartSeries::Shape::Line;
        const QList<QPointF> points = shaped(plain);
        if (points.isEmpty()) continue;
        const auto [least, most] =
            std::minmax_element(points.begin(), points.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
        const ChartAxis& axis = data.axisOf(each);
        const QString unit = axis.unit == ChartUnit::Credits ? ChartWords::tr(" credits") : QString();
        out += ChartWords::tr("%1: first %2 at %3, last %4 at %5, lowest %6, highest %7.")
                   .arg(capital(each.name), valueText(axis, points.first().y()) + unit,
                        placeText(data.x, points.first().x()), valueText(axis, points.last().y()) + unit,
                        placeText(data.x, points.last().x()), valueText(axis, least->y()) + unit,
                        valueText(axis, most->y()) + unit);
    }
    if (out.isEmpty()) return data.empty;
    if (data.rule) out += data.rule->name + QLatin1Char('.');
    return out.join(QLatin1Char(' '));
}

QString sentenceAt(const ChartData& data, double x) {
    QStringList out;
    for (const ChartSeries& each : data.series)
        if (const auto value = valueAt(each.points, x))
            out += ChartWords::tr("%1 %2", "a line's name and its value")
                       .arg(each.name, valueText(data.axisOf(each), *value));
    return ChartWords::tr("%1: %2", "a place, and the values there")
        .arg(placeText(data.x, x), out.join(QStringLiteral(", ")));
}

} // namespace unchained::ui
