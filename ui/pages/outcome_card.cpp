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
    auto* reviews = new QVBoxLayout(m_reviews);
    reviews->setContentsMargins(0, 0, 0, 0);
    reviews->setSpacing(scaled(space::k8));
    reviews->addWidget(makeLine());
    body()->addWidget(m_reviews);
    m_verifyText->hide();
    m_verifyBar->hide();
    connect(m_open, &QPushButton::clicked, this, [this] { emit openFolderWanted(m_directory); });
    connect(m_verify, &QPushButton::clicked, this, [this] {
        setVerifyProgress(0, 0, tr("Verifying: every signature, draw and payment, and some steps anew"));
        emit verifyWanted();
    });
}

void OutcomeCard::setJob(const JobFacts& job) {
    if (job.id != m_id) {
        m_id = job.id;
        m_verifyText->hide();
        m_verifyBar->hide();
        m_verify->setEnabled(true);
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
    std::vector<const ContractFacts*> settled;
    for (const ContractFacts& each : job.contracts)
        if (each.review) settled.push_back(&each);
    while (m_rows.size() > settled.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < settled.size()) {
        auto* row = new ReviewForm;
        connect(row, &ReviewForm::reviewWanted, this, &OutcomeCard::reviewWanted);
        connect(row, &ReviewForm::replyWanted, this, &OutcomeCard::replyWanted);
        m_reviews->layout()->addWidget(row);
        m_rows.push_back(row);
    }
    QWidget* last = m_verify;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setTask(*settled[i]->review, settled[i]->host);
        last = m_rows[i]->followTabOf(last);
    }
    m_reviews->setVisible(!m_rows.empty());
}

void OutcomeCard::setVerifyProgress(int done, int total, const QString& text) {
    const bool finished = total > 0 && done >= total;
    m_verify->setEnabled(finished);
    m_verifyText->setVisible(true);
    m_verifyText->setText(text);
    m_verifyBar->setVisible(total > 0 && !finished);
    m_verifyBar->setShare(total > 0 ? static_cast<double>(done) / total : 0);
}

} // namespace unchained::ui
