// SPDX-License-Identifier: Apache-2.0
#include "pages/jobs_page.h"

#include "pages/job_row.h"
#include "widgets/card.h"
#include "widgets/four_state_page.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QLayoutItem>

#include <algorithm>

namespace unchained::ui {

JobsPage::JobsPage(QWidget* parent)
    : PageFrame(parent), m_summary(makeLabel({}, Type::Small, Token::Text2)), m_states(new FourStatePage) {
    auto* header = new QHBoxLayout;
    header->setSpacing(scaled(space::k12));
    header->addWidget(makeLabel(tr("Jobs"), Type::Page));
    header->addWidget(m_summary, 1, Qt::AlignBottom);
    column()->addLayout(header);
    auto* list = new QWidget;
    auto* cards = new QVBoxLayout(list);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(scaled(space::k12));
    m_underWay.card = new Card;
    m_underWay.card->setHeading(tr("Under way"));
    m_finished.card = new Card;
    m_finished.card->setHeading(tr("Finished"));
    cards->addWidget(m_underWay.card);
    cards->addWidget(m_finished.card);
    cards->addStretch(1);
    m_states->setContent(list);
    m_states->showLoading();
    column()->addWidget(m_states, 1);
    connect(m_states, &FourStatePage::primary, this, &JobsPage::browseWanted);
}

void JobsPage::setJobs(std::vector<JobFacts> jobs) {
    std::stable_sort(jobs.begin(), jobs.end(),
                     [](const JobFacts& a, const JobFacts& b) { return a.created > b.created; });
    const auto finished =
        std::stable_partition(jobs.begin(), jobs.end(), [](const JobFacts& job) { return job.underWay(); });
    const int active = static_cast<int>(finished - jobs.begin());
    m_summary->setText(jobs.empty() ? QString() : tr("%n under way", nullptr, active));
    fill(m_underWay, {jobs.begin(), finished});
    fill(m_finished, {finished, jobs.end()});
    if (jobs.empty())
        m_states->showEmpty({tr("No job yet"),
                             tr("Rent a host, and its work is shown here step by step: progress, what was paid, and "
                                "every check."),
                             tr("Browse hosts"),
                             {},
                             {},
                             "jobs"});
    else
        m_states->showContent();
}

/// Rows are kept and told anew, so that the keyboard stays where it is; only their number changes.
void JobsPage::fill(Group& group, const std::vector<JobFacts>& jobs) {
    QVBoxLayout* body = group.card->body();
    while (group.rows.size() > jobs.size()) {
        delete group.rows.back();
        group.rows.pop_back();
    }
    while (group.rows.size() < jobs.size()) {
        auto* row = new JobRow;
        row->setParted(!group.rows.empty());
        connect(row, &JobRow::clicked, this, [this, row] { emit opened(row->id()); });
        body->addWidget(row);
        group.rows.push_back(row);
    }
    for (std::size_t i = 0; i < jobs.size(); ++i)
        group.rows[i]->setJob(jobs[i]);
    group.card->setVisible(!jobs.empty());
}

} // namespace unchained::ui
