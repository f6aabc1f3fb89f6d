// SPDX-License-Identifier: Apache-2.0
#include "pages/plan_view.h"

#include "pages/listing_words.h"
#include "widgets/badge.h"
#include "widgets/card.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QLocale>

#include <cmath>
#include <utility>

namespace unchained::ui {

namespace {

constexpr int kPlanRow = 20;

QString gainText(double micro) {
    return signedCredits(creditsFrom(micro * 1e-6));
}

QString checkedText(const PlanFacts& plan) {
    if (plan.claimCheckRate >= 1) return PlanView::tr("%1, all that win").arg(oneIn(plan.stepCheckRate));
    return PlanView::tr("%1, %2 that win").arg(oneIn(plan.stepCheckRate), oneIn(plan.claimCheckRate));
}

} // namespace

QString ticketsText(const PlanFacts& plan) {
    const int decimals = plan.wins < 9.95 && plan.wins != std::floor(plan.wins) ? 1 : 0;
    return PlanView::tr("%1, about %2 win %3 each", "tickets of a job, and what one that wins pays")
        .arg(countText(plan.steps), QLocale().toString(plan.wins, 'f', decimals), creditText(plan.face));
}

PlanView::PlanView(QWidget* parent)
    : QWidget(parent), m_time(new KeyValueRow(tr("Time"))), m_expected(new KeyValueRow(tr("Expected cost"))),
      m_most(new KeyValueRow(tr("Never more than"))), m_tickets(new KeyValueRow(tr("Tickets"))),
      m_checked(new KeyValueRow(tr("Steps checked"))), m_sabotage(new KeyValueRow(tr("Sabotage deterred"))),
      m_one(new FigureLabel), m_percent1(new FigureLabel), m_percent10(new FigureLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (KeyValueRow* row : {m_time, m_expected, m_most, m_tickets, m_checked}) {
        row->setRowHeight(kPlanRow);
        column->addWidget(row);
    }
    column->addSpacing(scaled(space::k6));
    column->addWidget(buildOdds());
    column->addSpacing(scaled(space::k4));
    m_sabotage->setRowHeight(kPlanRow);
    m_sabotage->setToolTip(tr("What a false step could be worth to the host at most, so that faking it still loses"));
    column->addWidget(m_sabotage);
    column->addWidget(buildChances());
}

/// In the height of one figure and its caption: what it is, and three chances side by side.
QWidget* PlanView::buildChances() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, scaled(space::k2), 0, 0);
    row->setSpacing(scaled(space::k8));
    row->addWidget(makeParagraph(tr("Chance to catch"), Type::Body), 1, Qt::AlignTop);
    const std::pair<FigureLabel*, QString> cells[] = {{m_one, tr("1 step")},
                                                      {m_percent1, tr("%1 faked").arg(percent(0.01, 0))},
                                                      {m_percent10, tr("%1 faked").arg(percent(0.10, 0))}};
    for (const auto& [figure, caption] : cells) {
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* under = makeLabel(caption, Type::Axis, Token::Text3);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        under->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure->setToolTip(
            tr("Chance that a check finds it: one step that the host chose, or this share of all steps"));
        words->addWidget(figure);
        words->addWidget(under);
        row->addLayout(words);
    }
    return box;
}

Card* PlanView::buildOdds() {
    m_odds = new Card(CardKind::Inset);
    m_shield = new IconLabel("shield", Token::Right, 18);
    m_bet = makeParagraph({}, Type::Value, Token::Text);
    m_gain = makeParagraph({}, Type::Small);
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k4));
    words->addWidget(m_bet);
    words->addWidget(m_gain);
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::k8));
    row->addWidget(m_shield, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    m_odds->body()->addLayout(row);
    return m_odds;
}

void PlanView::setPlan(const PlanFacts& plan, std::optional<Amount> limit) {
    const auto credits = [](Amount amount) { return tr("%1 credits").arg(creditText(amount)); };
    const QString time = durationText(plan.seconds);
    m_time->setValue(plan.seconds < 1 ? time : tr("about %1").arg(time));
    m_expected->setValue(credits(plan.expected));
    m_most->setValue(tr("%1 credits").arg(creditCeiling(limit.value_or(plan.locked))));
    m_tickets->setValue(ticketsText(plan));
    m_tickets->setToolTip(tr("Each step has a ticket; one in %1 wins, and each win pays %2 credits.")
                              .arg(countText(plan.odds), creditText(plan.face)));
    m_checked->setValue(checkedText(plan));
    m_bet->setText(tr("The host bets %1 credits to your %2 that each step is right.")
                       .arg(plainCredits(plan.bond), plainCredits(plan.face)));
    const bool pays = plan.gainDrawn >= 0 || plan.gain >= 0;
    m_odds->setKind(pays ? CardKind::Wrong : CardKind::Inset);
    m_shield->setIcon(pays ? "warn" : "shield", pays ? Token::Wrong : Token::Right);
    const QString gain = tr("To fake a step brings it %1 credits where the step is drawn, %2 over all.")
                             .arg(gainText(plan.gainDrawn), gainText(plan.gain));
    m_gain->setText(pays ? tr("Cheating would pay here. %1").arg(gain) : gain);
    m_sabotage->setValue(credits(creditsFrom(1e-6 * plan.sabotageDeterred)));
    m_one->setFigure(percent(plan.catchOne, 1));
    m_percent1->setFigure(percent(plan.catch1, 1));
    m_percent10->setFigure(percent(plan.catch10, 1));
}

} // namespace unchained::ui
