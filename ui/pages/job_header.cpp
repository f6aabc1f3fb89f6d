// SPDX-License-Identifier: Apache-2.0
#include "pages/job_header.h"

#include "pages/job_words.h"
#include "pages/peer_picture.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kHeaderPicture = 44;
}

JobHeader::JobHeader(QWidget* parent)
    : QWidget(parent), m_picture(new PeerPicture(kHeaderPicture)), m_title(makeLabel({}, Type::Page)),
      m_where(makeLabel({}, Type::Small, Token::Text2)), m_badge(new Badge({})),
      m_pause(makeButton(ButtonKind::Secondary, tr("Pause"), "pause")),
      m_cancel(makeButton(ButtonKind::Danger, tr("Cancel"), "stop")), m_column(new QVBoxLayout(this)),
      m_bar(new ProgressBar(tr("Progress of the job"))), m_progress(new Figure(tr("Progress"))),
      m_left(new Figure(tr("Time left"))), m_took(new Figure(tr("Took"))), m_paid(new Figure(tr("Paid"))),
      m_learning(new Figure(tr("Test loss"))), m_speed(new Figure(tr("Speed"))) {
    m_title->setElided(true);
    m_where->setElided(true);
    auto* back = makeIconButton("back", tr("Back to all jobs"));
    auto* top = new QHBoxLayout;
    top->setSpacing(scaled(space::k12));
    top->addWidget(back);
    top->addWidget(m_picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new QHBoxLayout;
    title->setSpacing(scaled(space::k8));
    title->addWidget(m_title);
    title->addWidget(m_badge);
    title->addStretch(1);
    words->addLayout(title);
    words->addWidget(m_where);
    top->addLayout(words, 1);
    top->addWidget(m_pause);
    top->addWidget(m_cancel);

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(scaled(space::k12));
    m_column->addLayout(top);
    m_column->addWidget(m_bar);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(scaled(space::k12));
    for (Figure* figure : {m_progress, m_left, m_took, m_paid, m_learning, m_speed})
        figures->addWidget(figure, 1, Qt::AlignTop);
    m_column->addLayout(figures);
    connect(back, &QPushButton::clicked, this, &JobHeader::back);
    connect(m_pause, &QPushButton::clicked, this, [this] { emit pauseWanted(!m_paused); });
    connect(m_cancel, &QPushButton::clicked, this, &JobHeader::cancelAsked);
}

void JobHeader::addBanner(QWidget* banner) {
    m_column->insertWidget(1 + m_banners++, banner);
}

void JobHeader::setJob(const JobFacts& job, qint64 now) {
    const ContractFacts last = job.contracts.empty() ? ContractFacts{} : job.contracts.back();
    const JobBadge badge = badgeOf(job);
    m_picture->setPeer(last.provider);
    m_title->setText(job.name);
    m_badge->setBadge(badge.text, badge.tone, badge.icon);
    QString where = whereOf(last);
    if (where.isEmpty()) where = tr("no host yet");
    if (!last.contract.isEmpty()) where += tr(" · contract %1").arg(shortId(last.contract));
    m_where->setText(where);
    const bool going = job.state == JobState::Running || job.state == JobState::Paused;
    m_paused = job.state == JobState::Paused;
    m_pause->setVisible(job.underWay());
    m_cancel->setVisible(job.underWay());
    m_pause->setEnabled(going);
    m_cancel->setEnabled(job.state != JobState::Ending);
    m_pause->setText(m_paused ? tr("Resume") : tr("Pause"));
    setButtonIcon(m_pause, m_paused ? "play" : "pause");
    setFigures(job, now);
}

void JobHeader::setFigures(const JobFacts& job, qint64 now) {
    const double share = job.stepsTotal == 0
                             ? 0.0
                             : std::min(1.0, static_cast<double>(job.stepsDone) / static_cast<double>(job.stepsTotal));
    m_bar->setShare(share);
    m_bar->setFill(job.state == JobState::Complete ? Token::RightFill : Token::Accent);
    m_progress->set(percent(share, 0), {},
                    (job.tiles ? tr("%1 of %2 tiles") : tr("%1 of %2 steps"))
                        .arg(countText(job.stepsDone), countText(job.stepsTotal)));
    const QString none = QStringLiteral("–");
    m_left->setVisible(job.underWay());
    m_took->setVisible(!job.underWay());
    if (job.secondsLeft >= 0)
        m_left->set(durationText(job.secondsLeft), {},
                    tr("ends about %1").arg(momentText(now + static_cast<qint64>(1000 * job.secondsLeft), now)));
    else
        m_left->set(none, {}, tr("known after a few steps"));
    if (job.ended > job.created)
        m_took->set(durationText(static_cast<double>(job.ended - job.created) / 1000.0), {},
                    tr("ended %1").arg(momentText(job.ended, now)));
    else
        m_took->set(none);
    m_learning->setVisible(!job.tiles);
    m_paid->set(creditText(job.paid), tr("of %1 credits").arg(creditCeiling(job.escrowed)),
                tr("expected by now %1").arg(creditText(job.expectedByNow)));
    if (job.loss)
        m_learning->set(QLocale().toString(*job.loss, 'f', 2), {},
                        job.accuracy ? tr("accuracy %1").arg(percent(*job.accuracy, 1)) : QString());
    else
        m_learning->set(none, {}, tr("with the first state"));
    const auto seconds = [](double value) { return QLocale().toString(value, 'f', value < 0.1 ? 4 : 2); };
    const QString listed =
        job.secondsPerStepListed > 0 ? tr("%1 in the listing").arg(seconds(job.secondsPerStepListed)) : QString();
    if (job.secondsPerStep > 0)
        m_speed->set(seconds(job.secondsPerStep), job.tiles ? tr("s a tile") : tr("s a step"), listed);
    else
        m_speed->set(none, {}, listed);
}

} // namespace unchained::ui
