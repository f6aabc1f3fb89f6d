// SPDX-License-Identifier: Apache-2.0
#include "pages/job_page.h"

#include "pages/blame_card.h"
#include "pages/dispute_card.h"
#include "pages/events_card.h"
#include "pages/job_header.h"
#include "pages/job_words.h"
#include "pages/learning_card.h"
#include "pages/outcome_card.h"
#include "pages/picture_card.h"
#include "pages/strip_card.h"
#include "pages/verification_card.h"
#include "widgets/banner.h"
#include "widgets/format.h"

#include <QBoxLayout>
#include <QScrollBar>
#include <QShortcut>

namespace unchained::ui {

namespace {
constexpr int kJobSide = 276, kLogLeast = 380, kLogRows = 8;
}

JobPage::JobPage(QWidget* parent)
    : PageFrame(parent), m_header(new JobHeader), m_trouble(new Banner(Banner::Kind::Error, {})),
      m_caught(new Banner(Banner::Kind::Caution, {})),
      m_askCancel(new Banner(Banner::Kind::Caution, tr("Cancel the job? What is won stays paid, and the rest of what "
                                                       "is locked comes back. What was learned so far is kept."))),
      m_outcome(new OutcomeCard), m_dispute(new DisputeCard), m_blame(new BlameCard), m_learning(new LearningCard),
      m_picture(new PictureCard), m_strip(new StripCard), m_events(new EventsCard),
      m_verification(new VerificationCard) {
    m_askCancel->setActions({tr("Go on"), tr("Cancel the job")});
    m_askCancel->setClosable(false);
    m_trouble->setClosable(false);
    for (Banner* banner : {m_askCancel, m_trouble, m_caught}) {
        banner->hide();
        m_header->addBanner(banner);
    }
    auto* columns = new TwoColumns(kJobSide);
    for (QWidget* part : std::initializer_list<QWidget*>{m_outcome, m_dispute, m_blame})
        columns->main()->addWidget(part);
    columns->main()->addWidget(m_learning, 1);
    columns->main()->addWidget(m_picture);
    m_lower = new QBoxLayout(QBoxLayout::TopToBottom);
    m_lower->setSpacing(space::k12);
    m_lower->addWidget(m_strip);
    m_lower->addWidget(m_events, 1);
    columns->main()->addLayout(m_lower);
    columns->addSide(m_verification, true);
    column()->addWidget(m_header);
    column()->addWidget(columns, 1);
    m_outcome->hide();

    connect(m_header, &JobHeader::back, this, &JobPage::back);
    connect(m_header, &JobHeader::pauseWanted, this, [this](bool paused) { emit pauseWanted(m_job.id, paused); });
    connect(m_header, &JobHeader::cancelAsked, this, &JobPage::askToCancel);
    connect(m_askCancel, &Banner::action, this, [this](int index) {
        m_askCancel->hide();
        if (index == 1) emit cancelWanted(m_job.id);
    });
    connect(m_caught, &Banner::closed, this, [this] {
        if (const auto caught = caughtOf(m_job)) m_caughtClosed = sentenceOf(*caught);
    });
    connect(m_verification, &VerificationCard::checkWanted, this,
            [this](quint64 step) { emit checkStepWanted(m_job.id, step); });
    connect(m_verification, &VerificationCard::betWanted, this, &JobPage::betWanted);
    connect(m_verification, &VerificationCard::disputeWanted, this, [this](std::optional<quint64> step) {
        m_dispute->start(step);
        ensureWidgetVisible(m_dispute);
    });
    connect(m_dispute, &DisputeCard::caseWanted, this, &JobPage::caseWanted);
    connect(m_dispute, &DisputeCard::disputeWanted, this,
            [this](const QByteArray& contract, std::optional<quint64> step, bool rounds, const QString& text) {
                emit disputeWanted(m_job.id, contract, step, rounds, text);
            });
    connect(m_outcome, &OutcomeCard::openFolderWanted, this, &JobPage::openFolderWanted);
    connect(m_outcome, &OutcomeCard::verifyWanted, this, [this] { emit verifyWanted(m_job.id); });
    connect(m_outcome, &OutcomeCard::reviewWanted, this, &JobPage::reviewWanted);
    connect(m_outcome, &OutcomeCard::replyWanted, this, &JobPage::replyWanted);
    addShortcuts();
}

void JobPage::addShortcuts() {
    const auto add = [this](Qt::Key key, auto action) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::Key_P, [this] {
        if (m_job.state == JobState::Running) emit pauseWanted(m_job.id, true);
        if (m_job.state == JobState::Paused) emit pauseWanted(m_job.id, false);
    });
    add(Qt::Key_Period, [this] {
        if (m_job.underWay() && m_job.state != JobState::Ending) askToCancel();
    });
}

void JobPage::askToCancel() {
    m_askCancel->show();
    ensureWidgetVisible(m_askCancel);
}

void JobPage::setJob(const JobFacts& job) {
    if (job.id != m_job.id) {
        m_caughtClosed.clear();
        m_askCancel->hide();
        m_job = job;
        fill();
        verticalScrollBar()->setValue(0);
        return;
    }
    if (job == m_job) return;
    m_job = job;
    fill();
}

void JobPage::setNow(qint64 now) {
    m_now = now;
    m_header->setJob(m_job, m_now);
    m_events->setEvents(m_job.events, m_now);
    fillVerification();
}

void JobPage::setDispute(const DisputeFacts& dispute) {
    m_dispute->setDispute(dispute);
}

void JobPage::setMarkets(const std::vector<MarketFacts>& markets) {
    m_markets = markets;
    fillVerification();
}

void JobPage::setBets(const QString& market, const std::vector<BetFacts>& bets) {
    m_bets[market] = bets;
    if (market == m_job.market) fillVerification();
}

/// What hangs on the hour, the marketplace and the bets there.
void JobPage::fillVerification() {
    const auto market = std::find_if(m_markets.begin(), m_markets.end(),
                                     [this](const MarketFacts& each) { return each.address == m_job.market; });
    m_dispute->setJob(m_job, market == m_markets.end() ? std::nullopt : market->checkFee, m_now);
    m_verification->setJob(m_job, m_bets[m_job.market], m_now);
}

void JobPage::setVerifyProgress(qint64 id, int done, int total, const QString& text) {
    m_outcome->setVerifyProgress(id, done, total, text);
}

void JobPage::setCheckResult(qint64 id, quint64 step, const QString& text, StepVerdict verdict) {
    m_verification->setCheckResult(id, step, text, verdict);
}

/// The log stands beside the strip where both have room.
void JobPage::arrange() {
    const int side = scaled(kJobSide) + space::kPage;
    const int room = std::min(width() - 2 * space::kPage, kWidest) - side - space::k12 - scaled(kLogLeast);
    const std::optional<int> strip = m_strip->widthIn(room);
    m_lower->setDirection(strip ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_strip->setMinimumWidth(strip.value_or(0));
    m_strip->setMaximumWidth(strip.value_or(QWIDGETSIZE_MAX));
    m_events->setRows(strip ? kLogRows : 0);
}

void JobPage::resizeEvent(QResizeEvent* event) {
    PageFrame::resizeEvent(event);
    arrange();
}

void JobPage::showEvent(QShowEvent* event) {
    PageFrame::showEvent(event);
    tellWatched();
}

void JobPage::hideEvent(QHideEvent* event) {
    PageFrame::hideEvent(event);
    tellWatched();
}

void JobPage::tellWatched() {
    const bool watching = isVisible() && m_job.underWay() && m_job.id != 0;
    if (std::exchange(m_watching, watching) != watching) emit watched(watching);
}

void JobPage::fill() {
    m_header->setJob(m_job, m_now);
    fillBanners();
    m_outcome->setVisible(!m_job.underWay());
    if (!m_job.underWay()) m_outcome->setJob(m_job);
    m_learning->setVisible(!m_job.tiles);
    m_learning->setJob(m_job);
    m_picture->setJob(m_job);
    m_strip->setJob(m_job);
    arrange();
    m_events->setEvents(m_job.events, m_now);
    m_blame->setJob(m_job, m_now);
    tellWatched();
    fillVerification();
}

void JobPage::fillBanners() {
    if (!m_job.underWay() || m_job.state == JobState::Ending) m_askCancel->hide();
    m_trouble->setVisible(m_job.trouble.any());
    if (m_job.trouble.any()) {
        const bool goesOn = m_job.trouble.transient && m_job.underWay();
        m_trouble->setMessage(goesOn ? Banner::Kind::Caution : Banner::Kind::Error, troubleText(m_job.trouble));
    }
    const auto caught = caughtOf(m_job);
    const QString sentence = caught ? sentenceOf(*caught) : QString();
    m_caught->setVisible(caught && sentence != m_caughtClosed);
    if (caught) m_caught->setMessage(Banner::Kind::Caution, sentence);
}

} // namespace unchained::ui
