// SPDX-License-Identifier: Apache-2.0
#include "pages/events_card.h"

#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QDateTime>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr std::size_t kFew = 4;

Token tokenOf(const QString& icon) {
    if (icon == QLatin1String("check")) return Token::Right;
    if (icon == QLatin1String("bets")) return Token::Won;
    if (icon == QLatin1String("warn") || icon == QLatin1String("cross")) return Token::Wrong;
    return Token::Text2;
}

/// To the second today, with its day before.
QString timeText(qint64 time, qint64 now) {
    const auto day = [](qint64 moment) { return QDateTime::fromMSecsSinceEpoch(moment).date(); };
    return day(time) == day(now) ? clockText(time, true) : momentText(time, now);
}
} // namespace

class EventsCard::Row : public QWidget {
public:
    Row() : m_time(new FigureLabel({}, {}, Type::Small)), m_icon(new IconLabel("info", Token::Text2, 16)) {
        m_time->setToken(Token::Text2);
        m_time->setMinimumWidth(scaled(62));
        m_text = makeLabel({}, Type::Body);
        m_note = makeLabel({}, Type::Small, Token::Text2);
        m_text->setElided(true);
        m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, scaled(space::k2), 0, scaled(space::k2));
        row->setSpacing(scaled(space::k8));
        row->addWidget(m_time);
        row->addWidget(m_icon);
        row->addWidget(m_text, 1);
        row->addWidget(m_note);
    }
    void set(const EventFacts& event, qint64 now) {
        m_time->setFigure(timeText(event.time, now));
        m_icon->setIcon(event.icon.toLatin1().constData(), tokenOf(event.icon));
        m_text->setText(event.text);
        m_text->setToolTip(event.text);
        m_note->setText(event.note);
    }

private:
    FigureLabel* m_time;
    IconLabel* m_icon;
    Label *m_text, *m_note;
};

EventsCard::EventsCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_all(makeButton(ButtonKind::Link, {})),
      m_none(makeLabel(tr("Nothing has happened yet"), Type::Small, Token::Text2)) {
    setHeading(tr("Events"));
    addToHeading(m_all);
    layout()->setSpacing(scaled(space::k2)); // rows bring their own room
    body()->addWidget(m_none);
    body()->addStretch(1);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showAll = !m_showAll;
        fill();
    });
}

void EventsCard::setEvents(const std::vector<EventFacts>& events, qint64 now) {
    // The time of day changes what is shown only when a day ends.
    const auto day = [](qint64 time) { return QDateTime::fromMSecsSinceEpoch(time).date(); };
    if (events == m_events && day(now) == day(m_now)) return;
    m_events = events;
    m_now = now;
    fill();
}

void EventsCard::setRows(int rows) {
    const auto few = static_cast<std::size_t>(std::max(0, rows));
    if (few == m_few) return;
    m_few = few;
    fill();
}

void EventsCard::fill() {
    const std::size_t few = m_few > 0 ? m_few : kFew;
    const std::size_t shown = m_showAll ? m_events.size() : std::min(few, m_events.size());
    while (m_rows.size() > shown) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < shown) {
        auto* row = new Row;
        body()->insertWidget(1 + static_cast<int>(m_rows.size()), row);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < shown; ++i)
        m_rows[i]->set(m_events[i], m_now);
    m_none->setVisible(m_events.empty());
    m_all->setVisible(m_events.size() > few);
    m_all->setText(m_showAll ? tr("Only the last") : tr("All %1").arg(countText(m_events.size())));
}

} // namespace unchained::ui
