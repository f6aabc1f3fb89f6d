// SPDX-License-Identifier: Apache-2.0
#include "pages/one_more_check.h"

#include "models/check_advice.h"
#include "pages/dispute_words.h"
#include "pages/listing_words.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/figure.h"
#include "widgets/flow_layout.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QLocale>
#include <QRandomGenerator>

namespace unchained::ui {

namespace {

/// "0.02 %": little chances keep their figures.
QString chanceText(double share) {
    return share <= 0 ? percent(0, 0) : share < 0.01 ? atMostShare(share) : percent(share, 1);
}

/// Two sums that are compared have as many decimals, also where they are small.
QString little(Amount amount) {
    return amount < Amount::credits(1) ? creditDetail(amount) : creditText(amount);
}

} // namespace

OneMoreCheck::OneMoreCheck(QWidget* parent)
    : QWidget(parent), m_heading(makeLabel({}, Type::CardTitle)), m_advice(makeParagraph({}, Type::Small)),
      m_assurance(makeParagraph({}, Type::Small)), m_answer(makeParagraph({}, Type::Small)),
      m_fraud(new KeyValueRow(tr("Chance of a fake"))), m_save(new KeyValueRow(tr("It would save"))),
      m_cost(new KeyValueRow(tr("It would cost"))),
      m_one(makeButton(ButtonKind::Secondary, tr("Check one more step"), "check")),
      m_named(makeButton(ButtonKind::Link, tr("Choose the step"))),
      m_check(makeButton(ButtonKind::Secondary, tr("Check"))), m_toBet(makeButton(ButtonKind::Link, tr("Bet on it"))),
      m_dispute(makeButton(ButtonKind::Link, tr("Dispute the result"))),
      m_disputeStep(makeButton(ButtonKind::Primary, {}, "gavel")), m_form(new QWidget),
      m_step(new UnitField(tr("Step to compute again here"), {}, {})) {
    m_fraud->setToolTip(
        tr("What the checks that the draw chose have taught of this host; where a market says more, its "
           "price"));
    m_save->setToolTip(
        tr("The chance of a fake times what is at stake: what a wrong result is worth, and what was paid "
           "so far"));
    m_cost->setToolTip(tr("The step once more, and the way of the state before it"));
    m_one->setToolTip(tr("A step that is drawn here is computed again on this machine, and its root compared"));
    m_toBet->setToolTip(tr("Stakes on wrong make the marketplace check a step, whoever was drawn"));
    m_one->setObjectName(QStringLiteral("checkOne"));
    m_dispute->setObjectName(QStringLiteral("dispute"));
    build();
    m_answer->hide();
    m_form->hide();
    connect(m_one, &QPushButton::clicked, this, &OneMoreCheck::checkOne);
    connect(m_named, &QPushButton::clicked, this, [this] {
        m_form->setVisible(m_form->isHidden());
        if (!m_form->isHidden()) m_step->setFocus();
    });
    connect(m_step, &QLineEdit::returnPressed, this, &OneMoreCheck::checkNamed);
    connect(m_check, &QPushButton::clicked, this, &OneMoreCheck::checkNamed);
    connect(m_toBet, &QPushButton::clicked, this, [this] {
        if (m_bet) emit betWanted(*m_bet);
    });
    for (QPushButton* each : {m_dispute, m_disputeStep})
        connect(each, &QPushButton::clicked, this, [this] { emit disputeWanted(m_asked[m_id].wrong); });
}

void OneMoreCheck::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addSpacing(scaled(space::k2));
    for (KeyValueRow* row : {m_fraud, m_save, m_cost}) {
        row->setRowHeight(24);
        column->addWidget(row);
    }
    column->addWidget(m_advice);
    column->addSpacing(scaled(space::k2));
    column->addWidget(m_assurance);
    column->addStretch(1);
    column->addSpacing(scaled(space::k8));
    column->addWidget(m_answer);
    column->addSpacing(scaled(space::k4));
    column->addWidget(m_disputeStep);
    column->addSpacing(scaled(space::k4));
    column->addWidget(m_one);
    auto* line = new QHBoxLayout(m_form);
    line->setContentsMargins(0, scaled(space::k6), 0, 0);
    line->setSpacing(scaled(space::k8));
    line->addWidget(m_step, 1);
    line->addWidget(m_check);
    column->addWidget(m_form);
    auto* links = new QWidget;
    auto* flow = new FlowLayout(links, scaled(space::k12), scaled(space::k2));
    flow->setContentsMargins(0, scaled(space::k6), 0, 0);
    for (QPushButton* link : {m_named, m_toBet, m_dispute})
        flow->addWidget(link);
    column->addWidget(links);
}

void OneMoreCheck::setJob(const JobFacts& job, const std::vector<BetFacts>& bets, qint64 now) {
    if (std::exchange(m_id, job.id) != job.id) {
        m_form->hide();
        m_step->clear();
        m_step->setMistake({});
        fillAnswer();
    }
    m_bets = bets;
    setVisible(!job.contracts.empty());
    if (job.contracts.empty()) return;
    const ContractFacts& contract = job.contracts.back();
    m_first = contract.firstStep;
    m_last = contract.firstStep + contract.stepsDone - 1;
    m_can = job.underWay() && contract.stepsDone > 0;
    fillAdvice(contract, job.underWay());
    for (QWidget* each : {static_cast<QWidget*>(m_one), static_cast<QWidget*>(m_named)})
        each->setVisible(job.underWay());
    m_one->setEnabled(m_can && !m_asked[m_id].waits);
    m_named->setEnabled(m_can);
    if (!job.underWay()) m_form->hide();
    m_step->setPlaceholderText(tr("%1 to %2").arg(countText(m_first), countText(std::max(m_first, m_last))));
    const BetFacts* bet = job.underWay() ? bettable(m_bets, contract.contract) : nullptr;
    m_bet = bet ? std::optional(bet->subject) : std::nullopt;
    m_toBet->setVisible(bet != nullptr);
    m_disputable = !disputable(job, now).empty();
    fillDispute();
}

void OneMoreCheck::fillAnswer() {
    const Asked& asked = m_asked[m_id];
    m_one->setEnabled(m_can && !asked.waits);
    m_check->setEnabled(!asked.waits);
    m_answer->setVisible(!asked.answer.isEmpty());
    m_answer->setToken(asked.token);
    m_answer->setText(asked.answer);
}

/// A step that came out otherwise here makes it the thing to do.
void OneMoreCheck::fillDispute() {
    const std::optional<quint64> wrong = m_asked[m_id].wrong;
    m_dispute->setVisible(m_disputable && !wrong);
    m_disputeStep->setVisible(m_disputable && wrong);
    if (wrong) m_disputeStep->setText(tr("Dispute step %1").arg(countText(*wrong + 1)));
}

void OneMoreCheck::fillAdvice(const ContractFacts& contract, bool underWay) {
    const BetFacts* market = lowestMarket(m_bets, contract.contract);
    const auto advice = adviceFor(contract, market ? std::optional(market->right) : std::nullopt);
    m_heading->setText(underWay ? tr("One more check now?") : tr("What the checks say"));
    for (KeyValueRow* row : {m_fraud, m_save, m_cost})
        row->setVisible(underWay && advice.has_value());
    m_advice->setVisible(underWay && advice.has_value());
    m_assurance->setVisible(advice.has_value());
    if (!advice) return;
    m_fraud->setValue(chanceText(advice->fraud));
    m_save->setValue(tr("%1 credits").arg(little(advice->value)));
    m_cost->setValue(tr("%1 credits").arg(little(advice->cost)));
    m_advice->setText(adviceText(*advice));
    m_advice->setToken(advice->worthIt ? Token::Won : Token::Text);
    m_assurance->setText(assuranceText(*advice));
}

/// One of the steps that are done, drawn here: the host cannot know which.
void OneMoreCheck::checkOne() {
    const quint64 count = m_last + 1 - m_first;
    if (count == 0) return;
    const quint64 drawn = QRandomGenerator::global()->bounded(count);
    quint64 step = m_first - 1 + drawn;
    for (quint64 i = 1; i < count && m_asked[m_id].steps.contains(step); ++i)
        step = m_first - 1 + (drawn + i) % count;
    ask(step);
}

void OneMoreCheck::checkNamed() {
    bool isNumber = false;
    const quint64 step = QLocale().toULongLong(m_step->text().trimmed(), &isNumber);
    const bool good = isNumber && step >= m_first && step <= m_last;
    const QString mistake =
        good ? QString() : tr("A step from %1 to %2, one that is done").arg(countText(m_first), countText(m_last));
    m_step->setMistake(mistake);
    if (good) return ask(step - 1);
    m_answer->setVisible(true);
    m_answer->setToken(Token::Wrong);
    m_answer->setText(mistake);
}

void OneMoreCheck::ask(quint64 step) {
    Asked& asked = m_asked[m_id];
    asked.steps.insert(step);
    asked.waits = true;
    asked.token = Token::Text2;
    asked.answer = tr("Computing step %1 here").arg(countText(step + 1));
    fillAnswer();
    emit checkWanted(step);
}

void OneMoreCheck::setResult(qint64 job, quint64 step, const QString& text, StepVerdict verdict) {
    Asked& asked = m_asked[job];
    asked.waits = false;
    asked.token = verdict == StepVerdict::Right ? Token::Right : Token::Wrong;
    asked.answer = text.isEmpty() ? tr("Step %1").arg(countText(step + 1)) : text;
    if (verdict == StepVerdict::Wrong) asked.wrong = step;
    if (job != m_id) return;
    fillAnswer();
    fillDispute();
}

} // namespace unchained::ui
