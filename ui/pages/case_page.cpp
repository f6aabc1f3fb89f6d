// SPDX-License-Identifier: Apache-2.0
#include "pages/case_page.h"

#include "pages/case_evidence_card.h"
#include "pages/case_ladder_card.h"
#include "pages/case_words.h"
#include "pages/messages_card.h"
#include "pages/narrowing_card.h"
#include "pages/settle_card.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kCaseSide = 276;
}

CasePage::CasePage(QWidget* parent)
    : PageFrame(parent), m_title(makeLabel({}, Type::Page)), m_subject(makeLabel({}, Type::Small, Token::Text2)),
      m_left(makeLabel({}, Type::Section)), m_then(makeLabel({}, Type::Small, Token::Text2)), m_badge(new Badge({})),
      m_words(new Card), m_text(makeParagraph({}, Type::Body, Token::Text)), m_narrowing(new NarrowingCard),
      m_evidence(new CaseEvidenceCard), m_messages(new MessagesCard), m_ladder(new CaseLadderCard),
      m_settle(new SettleCard) {
    column()->addWidget(buildHeader());
    m_words->setHeading(tr("What happened"));
    m_words->body()->addSpacing(scaled(space::k4));
    m_words->body()->addWidget(m_text);
    auto* columns = new TwoColumns(kCaseSide);
    columns->main()->setSpacing(scaled(space::k16));
    columns->setSideSpacing(scaled(space::k16));
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_narrowing, m_evidence, m_messages})
        columns->main()->addWidget(part);
    columns->main()->addStretch(1);
    columns->setMainFills(false);
    columns->addSide(m_ladder);
    columns->addSide(m_settle);
    column()->addWidget(columns, 1);
    connect(m_settle, &SettleCard::proposeWanted, this, [this](Amount to) { emit proposeWanted(m_case, to); });
    connect(m_settle, &SettleCard::acceptWanted, this, [this] { emit acceptWanted(m_case); });
    connect(m_settle, &SettleCard::ruleWanted, this,
            [this](Amount to, const QString& why) { emit ruleWanted(m_case, to, why); });
    connect(m_evidence, &CaseEvidenceCard::statementWanted, this,
            [this](const QString& text) { emit statementWanted(m_case, text); });
    connect(m_messages, &MessagesCard::writeWanted, this,
            [this](const QString& text) { emit writeWanted(m_case, text); });
}

QWidget* CasePage::buildHeader() {
    m_title->setElided(true);
    m_subject->setElided(true);
    auto* back = makeIconButton("back", tr("Back to all cases"));
    connect(back, &QPushButton::clicked, this, &CasePage::back);
    auto* title = new QHBoxLayout;
    title->setSpacing(scaled(space::k8));
    title->addWidget(m_title);
    title->addWidget(m_badge);
    title->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addLayout(title);
    words->addWidget(m_subject);
    auto* deadline = new QVBoxLayout;
    deadline->setSpacing(0);
    for (Label* label : {m_left, m_then}) {
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        deadline->addWidget(label);
    }
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k12));
    row->addWidget(back, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addLayout(deadline);
    return header;
}

void CasePage::setCase(const CaseFacts& facts) {
    const bool another = facts.id != m_case.id;
    if (!another && facts == m_case) return;
    m_case = facts;
    fill();
    if (another) verticalScrollBar()->setValue(0);
}

void CasePage::setAnswer(const QByteArray& about, const QString& words, bool taken) {
    m_evidence->setAnswer(about, words, taken);
    m_messages->setAnswer(about, words, taken);
}

void CasePage::setNow(qint64 now) {
    if (m_now / 1000 == now / 1000) return;
    m_now = now;
    if (m_case.id.isEmpty()) return;
    fillHeader();
    m_ladder->setCase(m_case, m_now);
}

void CasePage::setMarkets(const std::vector<MarketFacts>& markets) {
    m_markets = markets;
    fillBalance();
}

void CasePage::fillBalance() {
    const auto at = std::find_if(m_markets.begin(), m_markets.end(),
                                 [this](const MarketFacts& each) { return each.address == m_case.market; });
    m_settle->setBalance(at == m_markets.end() ? std::nullopt : at->balance);
}

void CasePage::fillHeader() {
    const CaseBadge badge = badgeOf(m_case);
    m_title->setText(caseTitle(m_case));
    m_badge->setBadge(badge.text, badge.tone, badge.icon);
    m_subject->setText(tr("%1 · opened %2").arg(caseSubject(m_case), momentText(m_case.opened, m_now)));
    const bool waits = m_case.open() && m_case.until > 0;
    m_left->setText(waits ? durationText(static_cast<double>(std::max<qint64>(0, m_case.until - m_now)) / 1000.0)
                          : QString());
    QString then;
    if (waits && m_case.level == CaseLevelFact::Settlement && !m_case.arbiter.isEmpty())
        then = tr("then %1 rules").arg(m_case.arbiterName);
    else if (waits && !m_case.byDefault.isEmpty())
        then = tr("then: %1").arg(outcomeSentence(m_case.byDefault, m_case));
    if (!m_case.open()) then = outcomeSentence(m_case.outcome, m_case);
    m_then->setText(then);
    m_left->setVisible(waits);
}

void CasePage::fill() {
    fillHeader();
    m_words->setVisible(!m_case.text.isEmpty());
    m_text->setText(m_case.text);
    m_narrowing->setVisible(m_case.ofResult);
    if (m_case.ofResult) m_narrowing->setCase(m_case);
    m_evidence->setCase(m_case, m_now);
    m_messages->setCase(m_case, m_now);
    m_ladder->setCase(m_case, m_now);
    m_settle->setCase(m_case, m_now);
    fillBalance();
}

} // namespace unchained::ui
