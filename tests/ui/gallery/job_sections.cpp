// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "pages/bet_samples.h"
#include "pages/job_page.h"
#include "pages/samples.h"

#include <QAbstractButton>
#include <QBoxLayout>

namespace unchained::ui::gallery {

namespace {

constexpr QSize kJobSize{1080, 800};

JobPage* jobPage(const JobFacts& job) {
    auto* page = new JobPage;
    page->setNow(samples::kNow);
    page->setMarkets(samples::markets());
    page->setJob(job);
    return page;
}

QWidget* jobSection(const QString& heading, JobPage* page, QSize size = kJobSize) {
    QWidget* section = makeSection(heading);
    page->setFixedSize(scaled(size.width()), scaled(size.height()));
    static_cast<QBoxLayout*>(section->layout())->addWidget(page);
    return section;
}

/// A market that doubts, and a step that was computed again here.
QWidget* doubtedSection() {
    const JobFacts job = samples::runningJob();
    JobPage* page = jobPage(job);
    BetFacts bet = samples::bet('\x05', "Gallium forge", std::nullopt, 700'000);
    bet.subject.contract = job.contracts.front().contract;
    page->setBets(job.market, {bet});
    page->setCheckResult(job.id, 40, QStringLiteral("Step 41 computed here in 94.0 s: wrong, another root"),
                         StepVerdict::Wrong);
    return jobSection("Job: a market doubts, and a step came out otherwise here", page);
}

QWidget* disputeSection(const QString& heading, std::optional<DisputeStage> stage) {
    const JobFacts job = samples::completeJob();
    JobPage* page = jobPage(job);
    if (stage)
        page->setDispute(samples::dispute(job, *stage));
    else
        for (QAbstractButton* each : page->findChildren<QAbstractButton*>())
            if (each->text() == QLatin1String("Dispute the result")) each->click();
    return jobSection(heading, page);
}

} // namespace

QList<Section> jobSections() {
    return {{"job-running", [] { return jobSection("Job: running", jobPage(samples::runningJob())); }},
            {"job-wide",
             [] {
                 return jobSection("Job: in a wide window", jobPage(samples::runningJob()), {1720, 1080});
             }},
            {"job-narrow",
             [] {
                 return jobSection("Job: in a window of 960", jobPage(samples::runningJob()), {904, 1100});
             }},
            {"job-doubted", doubtedSection},
            {"job-broken", [] { return jobSection("Job: its host fell silent", jobPage(samples::brokenJob())); }},
            {"job-moved", [] { return jobSection("Job: its host was caught", jobPage(samples::movedJob())); }},
            {"job-dispute", [] { return disputeSection("Job: before a dispute", {}); }},
            {"job-dispute-comparing", [] { return disputeSection("Job: computing again", DisputeStage::Comparing); }},
            {"job-dispute-open", [] { return disputeSection("Job: a case is open", DisputeStage::Open); }},
            {"job-dispute-won", [] { return disputeSection("Job: the host was wrong", DisputeStage::Ended); }}};
}

} // namespace unchained::ui::gallery
