// SPDX-License-Identifier: Apache-2.0
#include "pages/cases_page.h"

#include "pages/case_row.h"
#include "pages/open_case_card.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/four_state_page.h"
#include "widgets/label.h"

#include <QPushButton>

#include <algorithm>

namespace unchained::ui {

CasesPage::CasesPage(QWidget* parent)
    : PageFrame(parent), m_summary(makeLabel({}, Type::Small, Token::Text2)),
      m_complain(makeButton(ButtonKind::Secondary, tr("Open a complaint"), "plus")), m_form(new OpenCaseCard),
      m_states(new FourStatePage) {
    auto* header = new QHBoxLayout;
    header->setSpacing(scaled(space::k12));
    header->addWidget(makeLabel(tr("Cases"), Type::Page));
    header->addWidget(m_summary, 1, Qt::AlignBottom);
    header->addWidget(m_complain);
    column()->addLayout(header);
    m_complain->hide();
    m_form->hide();
    column()->addWidget(m_form);
    connect(m_complain, &QPushButton::clicked, this, [this] {
        m_form->setVisible(m_form->isHidden());
        if (!m_form->isHidden()) m_form->start();
    });
    connect(m_form, &OpenCaseCard::openWanted, this, &CasesPage::openWanted);
    auto* list = new QWidget;
    auto* cards = new QVBoxLayout(list);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(scaled(space::k12));
    m_open.card = new Card;
    m_open.card->setHeading(tr("Open"));
    m_ended.card = new Card;
    m_ended.card->setHeading(tr("Ended"));
    cards->addWidget(m_open.card);
    cards->addWidget(m_ended.card);
    cards->addStretch(1);
    m_states->setContent(list);
    m_states->showLoading();
    column()->addWidget(m_states, 1);
    connect(m_states, &FourStatePage::primary, this, &CasesPage::jobsWanted);
    connect(m_states, &FourStatePage::retry, this, &CasesPage::retryWanted);
}

void CasesPage::setCases(std::vector<CaseFacts> cases) {
    std::stable_sort(cases.begin(), cases.end(),
                     [](const CaseFacts& a, const CaseFacts& b) { return a.opened > b.opened; });
    if (m_cases == cases) return;
    m_cases = std::move(cases);
    tell();
}

void CasesPage::setMarkets(const std::vector<MarketFacts>& markets) {
    m_markets = markets;
    m_form->setMarkets(markets);
    if (!m_cases || m_cases->empty()) tell();
}

void CasesPage::setJobs(const std::vector<JobFacts>& jobs) {
    m_form->setJobs(jobs);
    m_complain->setVisible(m_form->hasContracts());
}

void CasesPage::setAnswer(const QByteArray& contract, const QString& words, bool taken) {
    m_form->setAnswer(contract, words, taken);
}

void CasesPage::setHosted(const std::vector<HostedContract>& contracts) {
    m_form->setHosted(contracts);
    m_complain->setVisible(m_form->hasContracts());
}

void CasesPage::setNow(qint64 now) {
    if (m_now / 1000 == now / 1000) return;
    m_now = now;
    if (m_cases && !m_cases->empty()) tell();
}

void CasesPage::tell() {
    const bool lost = !m_markets.empty() && std::all_of(m_markets.begin(), m_markets.end(), [](const MarketFacts& m) {
        return m.state == LinkState::Lost;
    });
    if (lost && (!m_cases || m_cases->empty())) {
        const MarketFacts& first = m_markets.front();
        return m_states->showError({tr("No marketplace answers"),
                                    tr("%1 has not answered since %2. A case goes on there meanwhile; its deadlines "
                                       "stand still while the marketplace itself is away.")
                                        .arg(first.name, momentText(first.since, m_now)),
                                    {},
                                    {},
                                    {},
                                    {}});
    }
    if (!m_cases) return m_states->showLoading();
    std::vector<CaseFacts> all = *m_cases;
    const auto ended = std::stable_partition(all.begin(), all.end(), [](const CaseFacts& c) { return c.open(); });
    const int open = static_cast<int>(ended - all.begin());
    m_summary->setText(all.empty() ? QString() : tr("%n open", nullptr, open));
    fill(m_open, {all.begin(), ended});
    fill(m_ended, {ended, all.end()});
    if (!all.empty()) return m_states->showContent();
    m_states->showEmpty({tr("No case"),
                         tr("Where renter and host disagree over a result, a machine finds the first wrong step. Over "
                            "what no machine can judge the two settle, or the arbiter of their contract rules."),
                         tr("Look at your jobs"),
                         {},
                         {},
                         "cases"});
}

/// Rows are kept and told anew, so that the keyboard stays where it is; only their number changes.
void CasesPage::fill(Group& group, const std::vector<CaseFacts>& cases) {
    while (group.rows.size() > cases.size()) {
        delete group.rows.back();
        group.rows.pop_back();
    }
    while (group.rows.size() < cases.size()) {
        auto* row = new CaseRow;
        row->setParted(!group.rows.empty());
        connect(row, &CaseRow::clicked, this, [this, row] { emit opened(row->id()); });
        group.card->body()->addWidget(row);
        group.rows.push_back(row);
    }
    for (std::size_t i = 0; i < cases.size(); ++i)
        group.rows[i]->setCase(cases[i], m_now);
    group.card->setVisible(!cases.empty());
}

} // namespace unchained::ui
