// SPDX-License-Identifier: Apache-2.0
#include "pages/week_card.h"

#include "models/ledger_words.h"
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

constexpr int kDays = 7;
constexpr qint64 kWeekMinuteMs = 60'000;

QDateTime weekBegin(qint64 now) {
    return QDateTime::fromMSecsSinceEpoch(now).date().addDays(1 - kDays).startOfDay();
}

} // namespace

std::vector<WeekPoint> weekOf(const std::vector<LedgerLine>& lines, qint64 now) {
    const qint64 begin = weekBegin(now).toMSecsSinceEpoch();
    std::vector<WeekPoint> out;
    for (const LedgerLine& line : lines) {
        if (line.time < begin) break;
        if (isEarned(line)) out.push_back({line.time, line.gain});
    }
    out.push_back({begin, {}});
    std::reverse(out.begin(), out.end());
    Amount sum;
    for (WeekPoint& each : out) {
        sum += each.received;
        each.received = sum;
    }
    return out;
}

WeekCard::WeekCard(QWidget* parent) : Card(CardKind::Raised, parent), m_chart(new Chart(tr("Earned in seven days"))) {
    setHeading(tr("Earned in seven days"), tr("credits"));
    addToHeading(m_chart->legend());
    addToHeading(m_chart->tableButton());
    m_chart->setMinimumHeight(scaled(220));
    body()->addWidget(m_chart, 1);
}

void WeekCard::addControl(SegmentedControl* control) {
    addToHeading(control);
    setTabOrder(m_chart->tableButton(), control->button(0));
    setTabOrder(control->button(0), control->button(1));
}

void WeekCard::setWeek(const std::vector<WeekPoint>& week, qint64 now) {
    ChartData shown;
    const QDateTime begin = weekBegin(now);
    shown.x = {tr("time"), ChartUnit::Time, 0, static_cast<double>(begin.toMSecsSinceEpoch()),
               static_cast<double>(begin.addDays(kDays).toMSecsSinceEpoch())};
    shown.left = {tr("credits"), ChartUnit::Credits, 2, 0.0, {}};
    shown.empty = tr("Nothing was paid to this machine in the last seven days.");
    if (week.size() > 1) {
        ChartSeries received;
        received.name = tr("received");
        received.shape = ChartSeries::Shape::Steps;
        received.strong = true;
        for (const WeekPoint& each : week)
            received.points.append({static_cast<double>(each.time), creditsIn(each.received)});
        const auto minute = static_cast<double>(now - now % kWeekMinuteMs);
        if (minute > received.points.last().x()) received.points.append({minute, received.points.last().y()});
        shown.series = {received};
        shown.marker = {minute, tr("now")};
    }
    m_chart->setData(std::move(shown));
}

} // namespace unchained::ui
