// SPDX-License-Identifier: Apache-2.0
#include "pages/outcome_card.h"

#include "pages/job_words.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"
#include "widgets/stars.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace unchained::ui {

namespace {
constexpr int kTextMax = 280; ///< characters of a rating
}

RateRow::RateRow(QWidget* parent)
    : QWidget(parent), m_question(makeLabel({}, Type::Value)), m_thanks(makeLabel({}, Type::Small, Token::Text2)),
      m_form(new QWidget), m_stars(new StarsInput(tr("Stars"))), m_text(new QLineEdit),
      m_send(makeButton(ButtonKind::Secondary, tr("Rate"))) {
    m_text->setPlaceholderText(tr("A sentence for others, if you like"));
    m_text->setAccessibleName(tr("A sentence for others"));
    m_text->setMaxLength(kTextMax);
    m_send->setEnabled(false);
    auto* line = new QHBoxLayout(m_form);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(scaled(space::k12));
    line->addWidget(m_stars);
    line->addWidget(m_text, 1);
    line->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, scaled(space::k8), 0, 0);
    column->setSpacing(scaled(space::k6));
    column->addWidget(m_question);
    column->addWidget(m_thanks);
    column->addWidget(m_form);
    connect(m_stars, &QSlider::valueChanged, this, [this](int stars) { m_send->setEnabled(stars > 0); });
    const auto send = [this] {
        if (m_stars->value() == 0) return;
        emit rateWanted(m_contract, m_stars->value(), m_text->text().trimmed());
    };
    connect(m_send, &QPushButton::clicked, this, send);
    connect(m_text, &QLineEdit::returnPressed, this, send);
}

void RateRow::setContract(const ContractFacts& contract) {
    if (contract.contract != m_contract) {
        m_contract = contract.contract;
        m_stars->setValue(0);
        m_text->clear();
    }
    m_question->setText(tr("How was %1?").arg(contract.host));
    m_stars->setAccessibleName(tr("Stars for %1").arg(contract.host));
    m_send->setAccessibleName(tr("Rate %1").arg(contract.host));
    m_thanks->setVisible(contract.stars > 0);
    m_thanks->setText(tr("You gave %n star(s)", nullptr, contract.stars));
    m_form->setVisible(contract.stars == 0);
}

QWidget* RateRow::followTabOf(QWidget* before) {
    setTabOrder(before, m_stars);
    setTabOrder(m_stars, m_text);
    setTabOrder(m_text, m_send);
    return m_send;
}

OutcomeCard::OutcomeCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_icon(new IconLabel("check", Token::Right, 20)),
      m_title(makeLabel({}, Type::Section)), m_text(makeParagraph({})), m_verifyText(makeParagraph({}, Type::Small)),
      m_open(makeButton(ButtonKind::Primary, tr("Open the result folder"), "file")),
      m_verify(makeButton(ButtonKind::Secondary, tr("Verify the result here"), "shield")),
      m_verifyBar(new ProgressBar(tr("Verification"), true)), m_won(new KeyValueRow(tr("Tickets won"))),
      m_claimed(new KeyValueRow(tr("Claimed"))), m_paid(new KeyValueRow(tr("Paid"))),
      m_accuracy(new KeyValueRow(tr("Test accuracy"))), m_ratings(new QWidget) {
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
    auto* ratings = new QVBoxLayout(m_ratings);
    ratings->setContentsMargins(0, 0, 0, 0);
    ratings->setSpacing(scaled(space::k8));
    ratings->addWidget(makeLine());
    body()->addWidget(m_ratings);
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
    while (m_rows.size() > job.contracts.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < job.contracts.size()) {
        auto* row = new RateRow;
        connect(row, &RateRow::rateWanted, this, &OutcomeCard::rateWanted);
        m_ratings->layout()->addWidget(row);
        m_rows.push_back(row);
    }
    QWidget* last = m_verify;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setContract(job.contracts[i]);
        last = m_rows[i]->followTabOf(last);
    }
    m_ratings->setVisible(!m_rows.empty());
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
