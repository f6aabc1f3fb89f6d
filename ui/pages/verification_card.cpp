// SPDX-License-Identifier: Apache-2.0
#include "pages/verification_card.h"

#include "pages/listing_words.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>
#include <QLocale>

#include <cmath>

namespace unchained::ui {

namespace {

/// Three digits are enough for what is estimated: "−121", "−1.20", "0.0042".
QString gainOfCheating(double micro) {
    return std::abs(micro) >= 100e6 ? signedCount(std::llround(micro * 1e-6)) : creditText(creditsFrom(micro * 1e-6));
}

} // namespace

VerificationCard::VerificationCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_badge(new Badge({})), m_checks(new KeyValueRow(tr("Checks made"))),
      m_wrong(new KeyValueRow(tr("Found wrong"))), m_overhead(new KeyValueRow(tr("Overhead"))),
      m_sabotage(new KeyValueRow(tr("Sabotage deterred"))), m_one(new MarkBar(tr("1 chosen step"), {}, 0)),
      m_percent1(new MarkBar(tr("%1 faked").arg(percent(0.01, 0)), {}, 0)),
      m_percent10(new MarkBar(tr("%1 faked").arg(percent(0.10, 0)), {}, 0)) {
    m_checks->setObjectName(QStringLiteral("claimsChecked"));
    m_wrong->setObjectName(QStringLiteral("failed"));
    setHeading(tr("Verification"));
    addToHeading(m_badge);
    buildGain();
    for (KeyValueRow* row : {m_checks, m_wrong, m_overhead, m_sabotage})
        body()->addWidget(row);
    body()->addSpacing(scaled(space::k8));
    body()->addWidget(makeLine());
    body()->addSpacing(scaled(space::k8));
    body()->addWidget(makeLabel(tr("Chance to catch"), Type::Small, Token::Text2));
    body()->addSpacing(scaled(space::k2));
    for (MarkBar* bar : {m_one, m_percent1, m_percent10}) {
        bar->setColumns(96, 54);
        bar->setBar(Token::RightFill, 5, true);
        body()->addWidget(bar);
    }
    body()->addStretch(1);
    buildCheck();
}

void VerificationCard::buildGain() {
    m_gainBox = new Card(CardKind::Right);
    m_gain = new FigureLabel({}, {}, Type::Figure);
    m_gainText = makeParagraph({}, Type::Small);
    m_gainBox->body()->addWidget(makeLabel(tr("Expected gain of cheating"), Type::Small, Token::Text2));
    m_gainBox->body()->addWidget(m_gain);
    m_gainBox->body()->addWidget(m_gainText);
    body()->addWidget(m_gainBox);
    body()->addSpacing(scaled(space::k8));
}

void VerificationCard::buildCheck() {
    m_form = new QWidget;
    m_step = new UnitField(tr("Step to compute again here"), {}, {});
    m_check = makeButton(ButtonKind::Secondary, tr("Check"));
    m_answer = makeParagraph({}, Type::Small);
    m_answer->hide();
    auto* line = new QHBoxLayout(m_form);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(scaled(space::k8));
    line->addWidget(m_step, 1);
    line->addWidget(m_check);
    m_form->hide();
    m_open = makeButton(ButtonKind::Secondary, tr("Check any step"), "check");
    body()->addSpacing(scaled(space::k12));
    body()->addWidget(m_answer);
    body()->addSpacing(scaled(space::k4));
    body()->addWidget(m_form);
    body()->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_open->hide();
        m_form->show();
        m_step->setFocus();
    });
    connect(m_step, &QLineEdit::returnPressed, this, &VerificationCard::sendCheck);
    connect(m_check, &QPushButton::clicked, this, &VerificationCard::sendCheck);
}

void VerificationCard::sendCheck() {
    bool isNumber = false;
    const quint64 step = QLocale().toULongLong(m_step->text().trimmed(), &isNumber);
    const bool good = isNumber && step >= 1 && step <= m_stepsDone;
    const QString mistake = good ? QString() : tr("A step from 1 to %1, one that is done").arg(countText(m_stepsDone));
    m_step->setMistake(mistake);
    m_answer->setVisible(true);
    m_answer->setToken(good ? Token::Text2 : Token::Wrong);
    m_answer->setText(good ? tr("Computing step %1 here").arg(countText(step)) : mistake);
    if (!good) return;
    m_check->setEnabled(false);
    emit checkWanted(step - 1);
}

void VerificationCard::setCheckResult(quint64 step, const QString& text, bool right) {
    m_check->setEnabled(true);
    m_answer->setVisible(true);
    m_answer->setToken(right ? Token::Right : Token::Wrong);
    m_answer->setText(text.isEmpty() ? tr("Step %1").arg(countText(step + 1)) : text);
}

void VerificationCard::setJob(const JobFacts& job) {
    if (job.id != m_id) { // another job: what was asked about the last one goes
        m_id = job.id;
        m_answer->hide();
        m_form->hide();
        m_open->show();
        m_check->setEnabled(true);
        m_step->clear();
        m_step->setMistake({});
    }
    m_stepsDone = job.stepsDone;
    m_open->setEnabled(job.stepsDone > 0 && job.underWay());
    m_open->setToolTip(!job.underWay()      ? tr("The host has left: verify the whole result instead, above")
                       : job.stepsDone == 0 ? tr("No step is done yet")
                                            : QString());
    m_open->setAccessibleDescription(m_open->toolTip());
    m_step->setPlaceholderText(tr("1 to %1").arg(countText(job.stepsDone)));
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
    m_sabotage->setValue(tr("%1 credits").arg(creditText(creditsFrom(job.sabotageDeterred * 1e-6))));
    m_one->setValue(percent(job.catchOne, 1), job.catchOne);
    m_percent1->setValue(percent(job.catch1, 1), job.catch1);
    m_percent10->setValue(percent(job.catch10, 1), job.catch10);
}

} // namespace unchained::ui
