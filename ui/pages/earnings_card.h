// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/listing_form.h"
#include "widgets/card.h"

namespace unchained::ui {

class Chart;
class SegmentedControl;
struct ChartData;

/// Of the day so far; what is not known is none.
struct DayCosts {
    double hours = 0;         ///< since it could be rented today
    double workHours = 0;     ///< rented ones, from the work that was receipted and what each was let for
    double kilowattHours = 0; ///< for that work
    std::optional<Amount> electricity, mining, miningNet;
};
[[nodiscard]] DayCosts dayCosts(const HostingFacts& hosting, const Electricity& electricity,
                                std::optional<double> miningPerHour, qint64 now);

/// "Earned today": received beside expected with its band, after electricity, and the same device mining.
class EarningsCard : public Card {
    Q_OBJECT
public:
    explicit EarningsCard(QWidget* parent = nullptr);
    void setEarnings(const HostingFacts& hosting, const Electricity& electricity, std::optional<double> miningPerHour,
                     qint64 now);
    /// At the right end of the heading, and there in the order of Tab: before the chart.
    void addControl(SegmentedControl* control);

private:
    static void fill(ChartData& shown, const HostingFacts& hosting, const Electricity& electricity,
                     std::optional<double> miningPerHour, qint64 now);

    Chart* m_chart;
};

} // namespace unchained::ui
