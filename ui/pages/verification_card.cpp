// SPDX-License-Identifier: Apache-2.0
#include "pages/verification_card.h"

#include "models/check_advice.h"
#include "pages/listing_words.h"
#include "pages/one_more_check.h"
#include "widgets/badge.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>
#include <QLocale>
#include <QResizeEvent>

#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kBothParts = 620;

/// Three digits are enough for what is estimated: "−121", "−1.20", "0.0042".
QString gainOfCheating(double micro) {
    return std::abs(micro) >= 100e6 ? signedCount(std::llround(micro * 1e-6)) : creditText(creditsFrom(micro * 1e-6));
}

/// Two digits of what is little: "0.90", "0.0054".
QString estimate(Amount amount) {
    const double credits = creditsIn(amount);
    if (credits >= 0.01 || credits <= 0) return creditText(amount);
    const int zeros = static_cast<int>(std::floor(-std::log10(credits)));
    return QLocale().toString(credits, 'f', std::min(6, zeros + 2));
}

} // namespace

VerificationCard::VerificationCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_badge(new Badge({})), m_checks(new KeyValueRow(tr("Checks made"))),
      m_wrong(new KeyValueRow(tr("Found wrong"))), m_overhead(new KeyValueRow(tr("Overhead"))),
      m_sabotage(new KeyValueRow(tr("Sabotage pays above"))), m_market(new KeyValueRow(tr("Market says right"))),
      m_one(new MarkBar(tr("1 chosen step"), {}, 0)),
      m_percent1(new MarkBar(tr("%1 faked").arg(percent(0.01, 0)), {}, 0)),
      m_percent10(new MarkBar(tr("%1 faked").arg(percent(0.10, 0)), {}, 0)), m_more(new OneMoreCheck) {
    m_checks->setObjectName(QStringLiteral("claimsChecked"));
    m_wrong->setObjectName(QStringLiteral("failed"));
    setHeading(tr("Verification"));
    addToHeading(m_badge);
    auto* facts = new QWidget;
    auto* column = new QVBoxLayout(facts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildGain());
    column->addSpacing(scaled(space::k6));
    for (KeyValueRow* row : {m_checks, m_wrong, m_overhead, m_sabotage, m_market}) {
        row->setRowHeight(24);
        column->addWidget(row);
    }
    column->addSpacing(scaled(space::k6));
    column->addWidget(makeLine());
    column->addSpacing(scaled(space::k6));
    column->addWidget(makeLabel(tr("Chance to catch"), Type::Small, Token::Text2));
    column->addSpacing(scaled(space::k2));
    for (MarkBar* bar : {m_one, m_percent1, m_percent10}) {
        bar->setColumns(96, 54);
        bar->setBar(Token::RightFill, 5, true);
        column->addWidget(bar);
    }
    column->addStretch(1);
    auto* more = new QWidget;
    auto* moreColumn = new QVBoxLayout(more);
    moreColumn->setContentsMargins(0, 0, 0, 0);
    moreColumn->setSpacing(scaled(space::k6));
    m_parting = makeLine();
    moreColumn->addWidget(m_parting);
    moreColumn->addWidget(m_more, 1);
    m_parts = new QBoxLayout(QBoxLayout::TopToBottom);
    m_parts->setSpacing(scaled(space::k8));
    m_parts->addWidget(facts, 0);
    m_parts->addWidget(more, 1);
    body()->addLayout(m_parts, 1);
    connect(m_more, &OneMoreCheck::checkWanted, this, &VerificationCard::checkWanted);
    connect(m_more, &OneMoreCheck::betWanted, this, &VerificationCard::betWanted);
    connect(m_more, &OneMoreCheck::disputeWanted, this, &VerificationCard::disputeWanted);
}

/// In a wide place, as under the other cards of a narrow window, the two parts stand side by side.
void VerificationCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    const bool wide = event->size().width() >= scaled(kBothParts);
    m_parts->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setSpacing(scaled(wide ? space::k32 : space::k8));
    m_parts->setStretch(0, wide ? 1 : 0);
    m_parting->setVisible(!wide);
}

QWidget* VerificationCard::buildGain() {
    m_gainBox = new Card(CardKind::Right);
    m_gain = new FigureLabel({}, {}, Type::Figure);
    m_gainText = makeParagraph({}, Type::Small);
    m_gainBox->body()->addWidget(makeLabel(tr("Expected gain of cheating"), Type::Small, Token::Text2));
    m_gainBox->body()->addWidget(m_gain);
    m_gainBox->body()->addWidget(m_gainText);
    return m_gainBox;
}

void VerificationCard::setCheckResult(qint64 job, quint64 step, const QString& text, StepVerdict verdict) {
    m_more->setResult(job, step, text, verdict);
}

void VerificationCard::setJob(const JobFacts& job, const std::vector<BetFacts>& bets, qint64 now) {
    m_more->setJob(job, bets, now);
    const ContractFacts* contract = job.contracts.empty() ? nullptr : &job.contracts.back();
    const BetFacts* market = contract ? lowestMarket(bets, contract->contract) : nullptr;
    m_market->setVisible(market != nullptr);
    if (market) m_market->setValue(percent(static_cast<double>(market->right) / 1e6, 1));
    if (job.failed > 0)
        m_badge->setBadge(tr("%n wrong", nullptr, static_cast<int>(job.failed)), Tone::Wrong);
    else if (job.claimsChecked > 0)
        m_badge->setBadge(tr("All right"), Tone::Right);
    else
        m_badge->setBadge(tr("No check yet"), Tone::Neutral, "clock");
    const bool pays = job.gainDrawn >= 0 && !job.contracts.empty();
    m_gainBox->setVisible(!job.contracts.empty());
    m_gainBox->setKind(pays ? CardKind::Wrong : CardKind::Right);
    m_gain->setToken(pays ? Token::Wrong : Token::Right);
    m_gain->setFigure(gainOfCheating(job.gainDrawn), tr("credits"));
    m_gainText->setText(
        tr("per faked step that is drawn;\n%1 over all faked steps").arg(creditText(creditsFrom(job.gain * 1e-6))));
    m_checks->setValue(tr("%1 of %2 wins").arg(countText(job.claimsChecked), countText(job.won)));
    m_wrong->setValue(countText(job.failed), job.failed > 0 ? Token::Wrong : Token::Text);
    // A job under way says that it will be known; one that has ended without it never says so again.
    m_overhead->setVisible(job.overhead.has_value() || job.underWay());
    m_overhead->setValue(job.overhead ? percent(*job.overhead, 1) : tr("not measured yet"));
    fillSabotage(job, contract);
    m_one->setValue(percent(job.catchOne, 1), job.catchOne);
    m_percent1->setValue(percent(job.catch1, 1), job.catch1);
    m_percent10->setValue(percent(job.catch10, 1), job.catch10);
}

/// X*, which counts what bets may take from what a caught host loses.
void VerificationCard::fillSabotage(const JobFacts& job, const ContractFacts* contract) {
    const auto advice = contract ? adviceFor(*contract, std::nullopt) : std::nullopt;
    const double most = advice ? advice->sabotage : job.sabotageDeterred;
    m_sabotage->setValue(tr("%1 credits").arg(estimate(creditsFrom(std::max(0.0, most) * 1e-6))));
    m_sabotage->setToolTip(advice ? sabotageText(*advice) : QString());
}

} // namespace unchained::ui
