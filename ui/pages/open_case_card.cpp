// SPDX-License-Identifier: Apache-2.0
#include "pages/open_case_card.h"

#include "pages/draft_field.h"
#include "pages/job_words.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>

namespace unchained::ui {

namespace {
constexpr std::size_t kContractsMax = 20; ///< the newest ones
constexpr int kComplaintMax = 2000;
} // namespace

OpenCaseCard::OpenCaseCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_which(new QComboBox), m_asked(new UnitField(tr("Asked"), {}, tr("credits"))),
      m_text(new DraftField), m_mistake(makeParagraph({}, Type::Small, Token::Wrong)) {
    setHeading(tr("Complain of a host"));
    m_text->setMaxLength(kComplaintMax);
    m_mistake->hide();
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(makeParagraph(tr("For what no machine can judge. The two of you may settle it; after that the "
                                       "arbiter of the contract rules, and without one nothing moves. The deposit is "
                                       "the price of two steps. A wrong result is not complained of: it is disputed, "
                                       "on the page of its job."),
                                    Type::Small));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(scaled(space::k12));
    fields->addWidget(withLabel(tr("Contract"), m_which), 2);
    fields->addWidget(withLabel(tr("Asked"), m_asked), 1);
    body()->addLayout(fields);
    body()->addWidget(withLabel(tr("What happened"), m_text));
    body()->addWidget(m_mistake);
    auto* open = makeButton(ButtonKind::Secondary, tr("Sign and open the case"), "sign");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, &OpenCaseCard::send);
    connect(m_text, &QLineEdit::returnPressed, this, &OpenCaseCard::send);
}

void OpenCaseCard::setJobs(const std::vector<JobFacts>& jobs) {
    std::vector<Rented> rented;
    for (const JobFacts& job : jobs)
        for (auto c = job.contracts.rbegin(); c != job.contracts.rend() && rented.size() < kContractsMax; ++c)
            rented.push_back({job.market, tr("%1 on %2, contract %3").arg(job.name, c->host, shortId(c->contract)),
                              c->contract, c->provider});
    if (rented == m_contracts) return; // else an open list would close under the user's hand
    const QString chosen = m_which->currentText();
    m_contracts = std::move(rented);
    m_which->clear();
    for (const Rented& each : m_contracts)
        m_which->addItem(each.words);
    m_which->setCurrentIndex(std::max(0, m_which->findText(chosen)));
}

void OpenCaseCard::start() {
    m_which->setFocus();
}

void OpenCaseCard::send() {
    const auto at = static_cast<std::size_t>(std::max(0, m_which->currentIndex()));
    const auto asked = amountFromText(m_asked->text());
    const QString text = m_text->text().trimmed();
    const bool badSum = !asked || asked->micro() <= 0;
    QString mistake;
    if (badSum) mistake = tr("An amount above 0 with at most six decimals, as 12.50.");
    if (!badSum && text.isEmpty()) mistake = tr("Say what happened: the arbiter knows nothing else.");
    m_asked->setMistake(badSum ? mistake : QString());
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
    if (at >= m_contracts.size()) return;
    if (!mistake.isEmpty()) return badSum ? m_asked->setFocus() : m_text->setFocus();
    const Rented& which = m_contracts[at];
    if (m_text->send().isEmpty()) return; // it is on its way
    m_sentFor = which.contract;
    emit openWanted(which.market, which.contract, which.host, *asked, text);
}

void OpenCaseCard::setAnswer(const QByteArray& contract, const QString& words, bool taken) {
    if (contract != m_sentFor || !m_text->setAnswer({}, words, taken)) return;
    m_asked->clear();
    hide();
}

} // namespace unchained::ui
