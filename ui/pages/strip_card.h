// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

namespace unchained::ui {

class StripLegend;
class WindowsStrip;

/// All windows of the contract at hand, their tickets and what became of each win.
class StripCard : public Card {
    Q_OBJECT
public:
    explicit StripCard(QWidget* parent = nullptr);
    void setJob(const JobFacts& job);
    /// Wide enough for a column a window where `room` is, and at least for the usual job and the legend; none where the
    /// windows would not have a column each.
    [[nodiscard]] std::optional<int> widthIn(int room) const;

private:
    [[nodiscard]] static QString noteOf(const JobFacts& job);
    void tellWindow();

    qint64 m_id = 0;
    QByteArray m_contract;
    WindowsStrip* m_strip;
    StripLegend* m_legend;
    Label *m_number, *m_now, *m_sum, *m_none;
};

} // namespace unchained::ui
