// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

class QPushButton;

namespace unchained::ui {

/// What happened, newest first: the last few, or all of them.
class EventsCard : public Card {
    Q_OBJECT
public:
    explicit EventsCard(QWidget* parent = nullptr);
    /// How many of the last are shown at first; 0: as many as stand under a strip.
    void setRows(int rows);
    void setEvents(const std::vector<EventFacts>& events, qint64 now);

private:
    class Row;
    void fill();

    std::vector<EventFacts> m_events;
    std::vector<Row*> m_rows;
    QPushButton* m_all;
    Label* m_none;
    qint64 m_now = 0;
    std::size_t m_few = 0;
    bool m_showAll = false;
};

} // namespace unchained::ui
