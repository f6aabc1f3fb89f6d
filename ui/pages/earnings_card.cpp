// SPDX-License-Identifier: Apache-2.0
#include "pages/earnings_card.h"

#include "pages/listing_words.h"
#include "widgets/chart.h"
#include "widgets/chart_legend.h"
#include "widgets/segmented.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPushButton>

#include <algorithm>

namespace unchained::ui {

namespace {

constexpr double kMsPerHour = 3.6e6;
constexpr qint64 kMinuteMs = 60'000, kLevelMs = 15 * kMinuteMs;

/// Where nothing was seen for long nothing came in either: the lines stay level there and do not climb.
std::vector<EarningPoint> levelled(const std::vector<EarningPoint>& points) {
    std::vector<EarningPoint> out;
    for (const EarningPoint& each : points) {
        if (!out.empty() && each.time - out.back().time > kLevelMs) {
            out.push_back(out.back());
            out.back().time = each.time - kMinuteMs;
        }
        out.push_back(each);
    }
    return out;
}

qint64 hostedFrom(const HostingFacts& hosting) {
    return std::max(hosting.earnings.front().time, hosting.hostedFrom);
}

} // namespace

DayCosts dayCosts(const HostingFacts& hosting, const Electricity& electricity, std::optional<double> miningPerHour,
                  qint64 now) {
    DayCosts out;
    if (hosting.earnings.empty()) return out;
    out.hours = std::max(0.0, static_cast<double>(now - hostedFrom(hosting)) / kMsPerHour);
    out.workHours = hosting.earnings.back().workHours;
    const double perKwh = creditsIn(electricity.pricePerKwh);
    const bool told = electricity.watts > 0 && perKwh > 0;
    out.kilowattHours = out.workHours * electricity.watts / 1000;
    if (told) out.electricity = creditsFrom(out.kilowattHours * perKwh);
    if (miningPerHour) out.mining = creditsFrom(out.hours * *miningPerHour);
    if (miningPerHour && told)
        out.miningNet = creditsFrom(out.hours * (*miningPerHour - electricity.watts / 1000 * perKwh));
    return out;
}

EarningsCard::EarningsCard(QWidget* parent) : Card(CardKind::Raised, parent), m_chart(new Chart(tr("Earned today"))) {
    setHeading(tr("Earned today"), tr("credits"));
    addToHeading(m_chart->legend());
    addToHeading(m_chart->tableButton());
    m_chart->setMinimumHeight(scaled(220));
    body()->addWidget(m_chart, 1);
}

void EarningsCard::addControl(SegmentedControl* control) {
    addToHeading(control);
    setTabOrder(m_chart->tableButton(), control->button(0));
    setTabOrder(control->button(0), control->button(1));
}

void EarningsCard::setEarnings(const HostingFacts& hosting, const Electricity& electricity,
                               std::optional<double> miningPerHour, qint64 now) {
    ChartData shown;
    shown.x = {tr("time"), ChartUnit::Time, 0, {}, {}};
    shown.left = {tr("credits"), ChartUnit::Credits, 2, 0.0, {}};
    shown.empty = tr("The day begins with the first rental: each paid win is a step up.");
    if (!hosting.earnings.empty()) fill(shown, hosting, electricity, miningPerHour, now);
    m_chart->setData(std::move(shown));
}

void EarningsCard::fill(ChartData& shown, const HostingFacts& hosting, const Electricity& electricity,
                        std::optional<double> miningPerHour, qint64 now) {
    ChartSeries received, expected, net, mining;
    received.name = tr("received");
    received.shape = ChartSeries::Shape::Steps;
    received.strong = true;
    expected.name = tr("expected");
    expected.stroke = ChartSeries::Stroke::Dashed;
    net.name = tr("after electricity");
    net.token = Token::C3;
    mining.name = tr("same device mining");
    mining.token = Token::C5;
    ChartBand band{tr("9 days in 10 inside"), {}, {}};

    const qint64 begin = hosting.earnings.front().time;
    const QDateTime day = QDateTime::fromMSecsSinceEpoch(begin).date().startOfDay();
    const qint64 midnight = day.toMSecsSinceEpoch(), end = day.addDays(1).toMSecsSinceEpoch();
    // Nothing has changed since the last point; by the minute, so that a table that is read stays where it is.
    std::vector<EarningPoint> points = levelled(hosting.earnings);
    const qint64 minute = now - now % kMinuteMs;
    if (minute > points.back().time && minute <= end) {
        points.push_back(points.back());
        points.back().time = minute;
    }
    const bool told = electricity.watts > 0 && !electricity.pricePerKwh.isZero();
    const double perHour = told ? electricity.watts / 1000 * creditsIn(electricity.pricePerKwh) : 0; // while it works
    const qint64 from = hostedFrom(hosting);
    mining.points.append({static_cast<double>(from), 0});
    for (const EarningPoint& each : points) {
        const double x = static_cast<double>(each.time), mean = creditsIn(each.expected);
        received.points.append({x, creditsIn(each.received)});
        expected.points.append({x, mean});
        band.low.append({x, creditsIn(each.low)});
        band.high.append({x, creditsIn(each.high)});
        net.points.append({x, creditsIn(each.received) - perHour * each.workHours});
        if (net.points.last().y() < 0) shown.left.low.reset();
        if (miningPerHour && each.time > from)
            mining.points.append({x, *miningPerHour * static_cast<double>(each.time - from) / kMsPerHour});
    }
    shown.series = {received, expected};
    if (told) shown.series.push_back(net);
    if (miningPerHour) shown.series.push_back(mining);
    shown.band = std::move(band);
    shown.x.low = static_cast<double>(midnight);
    shown.x.high = static_cast<double>(end);
    if (minute >= begin && minute <= end) shown.marker = {static_cast<double>(minute), tr("now")};
}

} // namespace unchained::ui
