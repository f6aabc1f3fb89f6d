// SPDX-License-Identifier: Apache-2.0
#include "pages/outcome_card.h"

#include "pages/job_words.h"
#include "pages/review_form.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>

namespace unchained::ui {

OutcomeCard::OutcomeCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_icon(new IconLabel("check", Token::Right, 20)),
      m_title(makeLabel({}, Type::Section)), m_text(makeParagraph({})), m_verifyText(makeParagraph({}, Type::Small)),
      m_open(makeButton(ButtonKind::Primary, tr("Open the result folder"), "file")),
      m_verify(makeButton(ButtonKind::Secondary, tr("Verify the result here"), "shield")),
      m_verifyBar(new ProgressBar(tr("Verification"), true)), m_won(new KeyValueRow(tr("Tickets won"))),
      m_claimed(new KeyValueRow(tr("Claimed"))), m_paid(new KeyValueRow(tr("Paid"))),
      m_accuracy(new KeyValueRow(tr("Test accuracy"))), m_reviews(new QWidget) {
    auto* title = new QHBoxLayout;
    title->setSpacing(scaled(space::k8));
    title->addWidget(m_icon);
    title->addWidget(m_title, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::k8));
    buttons->addWidget(m_open);
    buttons->addWidget(m_verify);
    buttons->addStretch(1);
    body()->setSpacing(scaled(space::k8));
    auto* figures = new QHBoxLayout;
    figures->setSpacing(scaled(space::k32));
    for (KeyValueRow* row : {m_won, m_claimed, m_paid, m_accuracy})
        figures->addWidget(row, 1);
    m_won->setObjectName(QStringLiteral("won"));
    m_claimed->setObjectName(QStringLiteral("claimed"));
    m_paid->setObjectName(QStringLiteral("paid"));
    m_accuracy->setObjectName(QStringLiteral("testAccuracy"));
    m_verify->setObjectName(QStringLiteral("verify"));
    body()->addLayout(title);
    body()->addWidget(m_text);
    body()->addLayout(figures);
    body()->addLayout(buttons);
    body()->addWidget(m_verifyText);
    body()->addWidget(m_verifyBar);
    m_column = new QVBoxLayout(m_reviews);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(scaled(space::k8));
    m_column->addWidget(makeLine());
    body()->addWidget(m_reviews);
    m_verifyText->hide();
    m_verifyBar->hide();
    connect(m_open, &QPushButton::clicked, this, [this] { emit openFolderWanted(m_directory); });
    connect(m_verify, &QPushButton::clicked, this, [this] {
        setVerifyProgress(m_id, 0, 0, tr("Verifying: every signature, draw and payment, and some steps anew"));
        emit verifyWanted();
    });
}

void OutcomeCard::setJob(const JobFacts& job) {
    if (job.id != m_id) {
        m_id = job.id;
        fillVerification();
    }
    m_directory = job.tiles && !job.result.isEmpty() ? job.directory + QLatin1Char('/') + job.result : job.directory;
    m_open->setText(job.tiles ? tr("Open the result") : tr("Open the result folder"));
    const JobOutcome outcome = outcomeOf(job);
    setAccessibleName(outcome.title);
    m_icon->setIcon(outcome.good ? "check" : "info", outcome.good ? Token::Right : Token::Text2);
    m_title->setText(outcome.title);
    m_text->setText(outcome.text);
    m_text->setVisible(!outcome.text.isEmpty());
    m_won->setValue(countText(job.won));
    m_claimed->setValue(countText(job.claimed));
    m_paid->setValue(countText(job.paidTickets));
    m_accuracy->setValue(percent(job.accuracy.value_or(0), 1));
    m_accuracy->setVisible(job.accuracy.has_value());
    m_open->setVisible(job.hasResult);
    m_verify->setVisible(job.hasResult);
    fillReviews(job);
}

void OutcomeCard::fillReviews(const JobFacts& job) {
    std::vector<const ContractFacts*> settled;
    std::vector<QByteArray> contracts;
    for (const ContractFacts& each : job.contracts) {
        if (!each.review) continue;
        settled.push_back(&each);
        contracts.push_back(each.review->contract);
    }
    arrangeForms(m_rows, contracts, *m_column, [this] {
        auto* row = new ReviewForm;
        connect(row, &ReviewForm::reviewWanted, this, &OutcomeCard::reviewWanted);
        connect(row, &ReviewForm::replyWanted, this, &OutcomeCard::replyWanted);
        return row;
    });
    QWidget* last = m_verify;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setTask(*settled[i]->review, settled[i]->host);
        last = m_rows[i]->followTabOf(last);
    }
    m_reviews->setVisible(!m_rows.empty());
}

void OutcomeCard::setVerifyProgress(qint64 job, int done, int total, const QString& text) {
    m_verifications[job] = {done, total, text};
    if (job == m_id) fillVerification();
}

void OutcomeCard::fillVerification() {
    const auto at = m_verifications.find(m_id);
    const bool any = at != m_verifications.end();
    const Verification shown = any ? at->second : Verification{};
    const bool finished = shown.total > 0 && shown.done >= shown.total;
    m_verify->setEnabled(finished || !any);
    m_verifyText->setVisible(any);
    m_verifyText->setText(shown.text);
    m_verifyBar->setVisible(shown.total > 0 && !finished);
    m_verifyBar->setShare(shown.total > 0 ? static_cast<double>(shown.done) / shown.total : 0);
}

} // namespace unchained::ui
