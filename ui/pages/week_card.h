// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

namespace unchained::ui {

class Chart;
class SegmentedControl;
struct ChartData;

/// What this machine was paid as a host since the begin of the day six days ago, from the marketplaces' own books: a
/// step up a payment. Oldest first; begins with nothing at that midnight.
struct WeekPoint {
    qint64 time = 0;
    Amount received; ///< sum since the begin
    bool operator==(const WeekPoint&) const = default;
};
/// @param lines  newest first, of all marketplaces
[[nodiscard]] std::vector<WeekPoint> weekOf(const std::vector<LedgerLine>& lines, qint64 now);

/// "Earned in seven days": received, over all marketplaces.
class WeekCard : public Card {
    Q_OBJECT
public:
    explicit WeekCard(QWidget* parent = nullptr);
    void setWeek(const std::vector<WeekPoint>& week, qint64 now);
    /// At the right end of the heading, and there in the order of Tab: before the chart.
    void addControl(SegmentedControl* control);

private:
    Chart* m_chart;
};

} // namespace unchained::ui
