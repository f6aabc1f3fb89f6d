// SPDX-License-Identifier: Apache-2.0
#include "pages/case_row.h"

#include "pages/case_words.h"
#include "pages/peer_picture.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>

namespace unchained::ui {

namespace {
constexpr int kRowPicture = 44, kMoneyColumn = 284;
}

CaseRow::CaseRow(QWidget* parent)
    : ListRow(parent), m_picture(new PeerPicture(kRowPicture)), m_title(makeLabel({}, Type::CardTitle)),
      m_subject(makeLabel({}, Type::Small, Token::Text2)), m_left(makeLabel({}, Type::Small, Token::Text2)),
      m_badge(new Badge({})), m_asked(new FigureLabel) {
    for (Label* label : {m_title, m_subject, m_left})
        label->setElided(true);
    for (QLabel* right : std::initializer_list<QLabel*>{m_asked, m_left})
        right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* title = new QHBoxLayout;
    title->setSpacing(scaled(space::k8));
    title->addWidget(m_title);
    title->addWidget(m_badge);
    title->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k4));
    words->addLayout(title);
    words->addWidget(m_subject);
    auto* money = new QWidget;
    money->setFixedWidth(scaled(kMoneyColumn));
    auto* sums = new QVBoxLayout(money);
    sums->setContentsMargins(0, 0, 0, 0);
    sums->setSpacing(scaled(space::k4));
    sums->addWidget(m_asked);
    sums->addWidget(m_left);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, scaled(space::k12), 0, scaled(space::k12));
    row->setSpacing(scaled(space::k12));
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    row->addWidget(money);
    row->addWidget(new IconLabel("fwd", Token::Text3));
    beOne();
}

void CaseRow::setCase(const CaseFacts& facts, qint64 now) {
    m_id = facts.id;
    const CaseBadge badge = badgeOf(facts);
    m_picture->setPeer(facts.other());
    m_title->setText(caseTitle(facts));
    m_badge->setBadge(badge.text, badge.tone, badge.icon);
    m_subject->setText(caseSubject(facts) + QStringLiteral(" · ") + tr("opened %1").arg(momentText(facts.opened, now)));
    m_asked->setFigure(creditText(facts.asked), tr("credits"));
    QString left = facts.open() ? QString() : outcomeSentence(facts.outcome, facts);
    if (facts.open() && facts.until > now)
        left = tr("%1 left").arg(durationText(static_cast<double>(facts.until - now) / 1000.0));
    m_left->setText(left);
    m_left->setToolTip(left);
    setAccessibleName(QStringList{m_title->text(), badge.text, m_subject->text(), left}.join(QStringLiteral(", ")));
}

} // namespace unchained::ui
