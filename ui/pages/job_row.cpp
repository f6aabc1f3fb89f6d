// SPDX-License-Identifier: Apache-2.0
#include "pages/job_row.h"

#include "pages/job_words.h"
#include "pages/peer_picture.h"
#include "widgets/badge.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kRowPicture = 44, kProgressColumn = 220, kPaidColumn = 150;

double shareDone(const JobFacts& job) {
    if (job.stepsTotal == 0) return 0;
    return std::min(1.0, static_cast<double>(job.stepsDone) / static_cast<double>(job.stepsTotal));
}
} // namespace

JobRow::JobRow(QWidget* parent)
    : ListRow(parent), m_picture(new PeerPicture(kRowPicture)), m_name(makeLabel({}, Type::CardTitle)),
      m_where(makeLabel({}, Type::Small, Token::Text2)), m_left(makeLabel({}, Type::Small, Token::Text2)),
      m_badge(new Badge({})), m_progress(new ProgressBar(tr("Progress"), true)), m_share(new FigureLabel),
      m_paid(new FigureLabel), m_of(new FigureLabel({}, {}, Type::Small)) {
    m_name->setElided(true);
    m_where->setElided(true);
    m_left->setElided(true);
    m_of->setToken(Token::Text2);
    for (FigureLabel* right : {m_paid, m_of})
        right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, scaled(space::k12), 0, scaled(space::k12));
    row->setSpacing(scaled(space::k12));
    row->addWidget(m_picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k4));
    auto* title = new QHBoxLayout;
    title->setSpacing(scaled(space::k8));
    title->addWidget(m_name);
    title->addWidget(m_badge);
    title->addStretch(1);
    words->addLayout(title);
    words->addWidget(m_where);
    row->addLayout(words, 1);

    auto* progress = new QWidget;
    progress->setFixedWidth(scaled(kProgressColumn));
    auto* column = new QVBoxLayout(progress);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k8));
    auto* line = new QHBoxLayout;
    line->addWidget(m_share);
    line->addStretch(1);
    line->addWidget(m_left);
    column->addLayout(line);
    column->addWidget(m_progress);
    column->addStretch(1); // its figure stands beside the name
    row->addWidget(progress);

    auto* money = new QWidget;
    money->setFixedWidth(scaled(kPaidColumn));
    auto* sums = new QVBoxLayout(money);
    sums->setContentsMargins(0, 0, 0, 0);
    sums->setSpacing(scaled(space::k4));
    sums->addWidget(m_paid);
    sums->addWidget(m_of);
    row->addWidget(money);
    row->addWidget(new IconLabel("fwd", Token::Text3));
    beOne();
}

void JobRow::setJob(const JobFacts& job) {
    m_id = job.id;
    const ContractFacts last = job.contracts.empty() ? ContractFacts{} : job.contracts.back();
    const JobBadge badge = badgeOf(job);
    m_picture->setPeer(last.provider);
    m_name->setText(job.name);
    m_badge->setBadge(badge.text, badge.tone, badge.icon);
    QString where = whereOf(last);
    if (where.isEmpty()) where = job.underWay() ? tr("no host yet") : tr("no host was found");
    if (job.trouble.any()) where = troubleText(job.trouble);
    m_where->setText(where);
    m_where->setToken(job.trouble.any() ? Token::Wrong : Token::Text2);
    m_share->setFigure(percent(shareDone(job), 0));
    QString left;
    if (job.underWay() && job.secondsLeft >= 0) left = tr("%1 left").arg(durationText(job.secondsLeft));
    if (!job.underWay() && job.ended > job.created)
        left = tr("in %1").arg(durationText(static_cast<double>(job.ended - job.created) / 1000.0));
    m_left->setText(left);
    m_progress->setShare(shareDone(job));
    m_progress->setFill(job.state == JobState::Complete ? Token::RightFill
                        : job.underWay()                ? Token::Accent
                                                        : Token::C5);
    const QString paid = creditText(job.paid), of = creditCeiling(job.escrowed);
    m_paid->setFigure(paid, tr("credits"));
    m_of->setFigure(job.underWay() ? tr("of %1 locked").arg(of) : tr("of %1 were locked").arg(of));
    QStringList sentence{job.name, badge.text, where, tr("%1 done").arg(m_share->value())};
    if (!left.isEmpty()) sentence << left;
    sentence << tr("%1 credits paid of %2").arg(paid, of);
    setAccessibleName(sentence.join(QStringLiteral(", ")));
}

} // namespace unchained::ui
