// SPDX-License-Identifier: Apache-2.0
#include "pages/open_case_card.h"

#include "pages/draft_field.h"
#include "pages/job_words.h"
#include "theme/host_picture.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr std::size_t kContractsMax = 20; ///< the newest ones
constexpr int kComplaintMax = 2000;
} // namespace

OpenCaseCard::OpenCaseCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_which(new QComboBox), m_asked(new UnitField(tr("Asked"), {}, tr("credits"))),
      m_text(new DraftField), m_mistake(makeParagraph({}, Type::Small, Token::Wrong)),
      m_left(new KeyValueRow(tr("Balance after"))), m_open(makeButton(ButtonKind::Secondary, {}, "sign")) {
    setHeading(tr("Open a complaint"));
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
    body()->addWidget(m_left);
    body()->addWidget(m_mistake);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    body()->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, &OpenCaseCard::send);
    connect(m_which, &QComboBox::currentIndexChanged, this, &OpenCaseCard::showDeposit);
    connect(m_text, &QLineEdit::returnPressed, this, &OpenCaseCard::send);
}

void OpenCaseCard::setJobs(const std::vector<JobFacts>& jobs) {
    m_rented.clear();
    for (const JobFacts& job : jobs)
        for (auto c = job.contracts.rbegin(); c != job.contracts.rend() && m_rented.size() < kContractsMax; ++c)
            m_rented.push_back({job.market, tr("%1 on %2, contract %3").arg(job.name, c->host, shortId(c->contract)),
                                c->contract, c->provider, c->deposit, c->bond, false});
    setContracts();
}

void OpenCaseCard::setHosted(const std::vector<HostedContract>& contracts) {
    m_hosted.clear();
    for (const HostedContract& each : contracts)
        m_hosted.push_back({each.market,
                            tr("Let to %1, contract %2").arg(nickname(each.renter), shortId(each.contract)),
                            each.contract, each.renter, each.deposit, each.askMost, true});
    setContracts();
}

void OpenCaseCard::setContracts() {
    std::vector<Subject> all = m_rented;
    all.insert(all.end(), m_hosted.begin(), m_hosted.end());
    if (all == m_contracts) return; // else an open list would close under the user's hand
    const QString chosen = m_which->currentText();
    m_contracts = std::move(all);
    m_which->clear();
    for (const Subject& each : m_contracts)
        m_which->addItem(each.words);
    m_which->setCurrentIndex(std::max(0, m_which->findText(chosen)));
    showDeposit();
}

void OpenCaseCard::setMarkets(const std::vector<MarketFacts>& markets) {
    m_markets = markets;
    showDeposit();
}

/// What the button takes, from what, and why it cannot be pressed.
void OpenCaseCard::showDeposit() {
    const auto at = static_cast<std::size_t>(std::max(0, m_which->currentIndex()));
    if (at >= m_contracts.size()) return;
    const Subject& which = m_contracts[at];
    const auto market = std::find_if(m_markets.begin(), m_markets.end(),
                                     [&](const MarketFacts& each) { return each.address == which.market; });
    const std::optional<Amount> balance = market == m_markets.end() ? std::nullopt : market->balance;
    const bool enough = !balance || *balance >= which.deposit;
    m_open->setText(tr("Sign, deposit %1 and open the case").arg(creditExact(which.deposit)));
    m_open->setEnabled(enough);
    m_left->setVisible(balance.has_value());
    if (!balance) return;
    m_left->setValue(enough ? tr("%1 credits").arg(creditFloor(*balance - which.deposit))
                            : tr("%1 credits are there: too few for the deposit").arg(creditFloor(*balance)),
                     enough ? Token::Text : Token::Wrong);
}

void OpenCaseCard::start() {
    m_which->setFocus();
}

QString OpenCaseCard::mistakeIn(std::optional<Amount> asked, const Subject& which) const {
    if (!asked || asked->micro() <= 0) return tr("An amount above 0 with at most six decimals, as 12.50.");
    if (*asked <= which.most) return {};
    return which.ofRenter
               ? tr("At most %1 credits: a renter answers with the price of a window.").arg(creditFloor(which.most))
               : tr("At most %1 credits: the bond is what answers.").arg(creditFloor(which.most));
}

void OpenCaseCard::send() {
    const auto at = static_cast<std::size_t>(std::max(0, m_which->currentIndex()));
    if (at >= m_contracts.size() || !m_open->isEnabled()) return;
    const Subject& which = m_contracts[at];
    const auto asked = amountFromText(m_asked->text());
    const QString text = m_text->text().trimmed();
    QString mistake = mistakeIn(asked, which);
    const bool badSum = !mistake.isEmpty();
    if (!badSum && text.isEmpty()) mistake = tr("Say what happened: the arbiter knows nothing else.");
    m_asked->setMistake(badSum ? mistake : QString());
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
    if (!mistake.isEmpty()) return badSum ? m_asked->setFocus() : m_text->setFocus();
    if (m_text->send().isEmpty()) return; // it is on its way
    m_sentFor = which.contract;
    emit openWanted(which.market, which.contract, which.against, *asked, text);
}

void OpenCaseCard::setAnswer(const QByteArray& contract, const QString& words, bool taken) {
    if (contract != m_sentFor || !m_text->setAnswer({}, words, taken)) return;
    m_asked->clear();
    hide();
}

} // namespace unchained::ui
