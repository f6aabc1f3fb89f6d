// SPDX-License-Identifier: Apache-2.0
#include "pages/settle_card.h"

#include "pages/case_words.h"
#include "pages/draft_field.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/slider.h"

#include <QBoxLayout>
#include <QPushButton>

namespace unchained::ui {

namespace {
constexpr int kShares = 100, kPageShares = 10, kWhyMax = 2000;

QString split(const CaseFacts& facts, Amount toOpener) {
    return creditText(toOpener) + QStringLiteral(" / ") + creditText(facts.asked - toOpener);
}
} // namespace

SettleCard::SettleCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_note(makeParagraph({}, Type::Small)), m_openerName(makeLabel({}, Type::Small)),
      m_otherName(makeLabel({}, Type::Small)), m_after(makeParagraph({}, Type::Small)),
      m_opener(new FigureLabel({}, {}, Type::CardTitle)), m_other(new FigureLabel({}, {}, Type::CardTitle)),
      m_slider(new Slider(tr("Share of whoever opened the case"))), m_theirs(new KeyValueRow(tr("Their offer"))),
      m_mine(new KeyValueRow(tr("Your offer"))), m_runsOn(new KeyValueRow(tr("If the case runs on"))),
      m_left(new KeyValueRow({})), m_why(new DraftField), m_whyBox(withLabel(tr("Why"), m_why)),
      m_accept(makeBigButton({}, "hand")), m_propose(makeButton(ButtonKind::Secondary, {}, "hand")) {
    m_slider->setRange(0, kShares);
    m_slider->setPageStep(kPageShares);
    m_slider->setFilled(true);
    m_slider->setValue(kShares / 2);
    m_why->setMaxLength(kWhyMax);
    for (Label* name : {m_openerName, m_otherName})
        name->setElided(true);
    m_otherName->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_other->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* names = new QHBoxLayout;
    names->addWidget(m_openerName, 1);
    names->addWidget(m_otherName, 1);
    auto* sums = new QHBoxLayout;
    sums->addWidget(m_opener);
    sums->addStretch(1);
    sums->addWidget(m_other);
    body()->setSpacing(scaled(space::k4));
    body()->addWidget(m_note);
    body()->addSpacing(scaled(space::k4));
    body()->addLayout(names);
    body()->addLayout(sums);
    body()->addWidget(m_slider);
    body()->addSpacing(scaled(space::k4));
    body()->addWidget(makeLine());
    for (KeyValueRow* row : {m_theirs, m_mine, m_runsOn})
        body()->addWidget(row);
    body()->addWidget(m_whyBox);
    body()->addSpacing(scaled(space::k4));
    body()->addWidget(m_left);
    body()->addWidget(m_accept);
    body()->addWidget(m_propose);
    body()->addWidget(m_after);
    connect(m_slider, &QSlider::valueChanged, this, &SettleCard::showShare);
    connect(m_accept, &QPushButton::clicked, this, &SettleCard::acceptWanted);
    connect(m_propose, &QPushButton::clicked, this, [this] {
        if (m_case.isArbiter() && !m_case.isParty()) return emit ruleWanted(chosen(), m_why->text());
        emit proposeWanted(chosen());
    });
}

Amount SettleCard::chosen() const {
    return Amount::micros(static_cast<std::int64_t>(static_cast<double>(m_case.asked.micro()) *
                                                    static_cast<double>(m_slider->value()) / kShares));
}

void SettleCard::setCase(const CaseFacts& facts, qint64 now) {
    const bool another = facts.id != m_case.id;
    m_case = facts;
    m_now = now;
    const bool arbiter = facts.isArbiter() && !facts.isParty();
    setHeading(arbiter ? tr("Your ruling") : tr("Settle instead"));
    const bool toDo =
        facts.open() && !facts.settled && (facts.isParty() || (arbiter && facts.level == CaseLevelFact::Arbiter));
    setVisible(toDo);
    if (another) m_slider->setValue(kShares / 2);
    m_why->setSubject(facts.id);
    m_note->setText(arbiter          ? tr("Taken from the bond once the contract is settled.")
                    : facts.checking ? tr("Both sign, and free credits move. The step is run again all the same.")
                                     : tr("Both sign: free credits move, and the case ends."));
    m_openerName->setText(partyName(facts, facts.opener));
    m_otherName->setText(partyName(facts, facts.against));
    m_theirs->setVisible(!arbiter && facts.theirOffer.has_value());
    m_mine->setVisible(!arbiter && facts.myOffer.has_value());
    if (facts.theirOffer) m_theirs->setValue(split(facts, *facts.theirOffer));
    if (facts.myOffer) m_mine->setValue(split(facts, *facts.myOffer));
    const bool dismissed = facts.byDefault == QLatin1String("dismissed");
    m_runsOn->setVisible(!arbiter && dismissed);
    m_runsOn->setValue(split(facts, Amount{}));
    m_whyBox->setVisible(arbiter);
    fillAccept();
    m_slider->setTick(facts.theirOffer && facts.asked.micro() > 0
                          ? std::optional<int>(static_cast<int>(100.0 * static_cast<double>(facts.theirOffer->micro()) /
                                                                static_cast<double>(facts.asked.micro())))
                          : std::nullopt);
    m_after->setText(arbiter ? tr("A ruling is final.") : tr("The other side may accept for a day."));
    showShare();
}

void SettleCard::setBalance(std::optional<Amount> balance) {
    if (balance == m_balance) return;
    m_balance = balance;
    fillAccept();
}

void SettleCard::fillAccept() {
    const bool can = m_case.isParty() && m_case.theirOffer && m_case.theirOfferUntil > m_now, pays = !m_case.iOpened();
    m_accept->setVisible(can);
    m_left->setVisible(can && pays && m_balance);
    if (!can) return;
    const Amount offer = *m_case.theirOffer;
    const bool enough = !pays || !m_balance || *m_balance >= offer;
    m_accept->setText(pays ? tr("Pay %1 credits").arg(creditExact(offer))
                           : tr("Accept %1 credits").arg(creditExact(offer)));
    m_accept->setEnabled(enough);
    if (!m_balance) return;
    m_left->setKey(enough ? tr("Balance after paying") : tr("Balance, too little"));
    m_left->setValue(tr("%1 credits").arg(creditFloor(enough ? *m_balance - offer : *m_balance)),
                     enough ? Token::Text : Token::Wrong);
}

void SettleCard::showShare() {
    const Amount mine = chosen();
    m_opener->setFigure(creditText(mine));
    m_other->setFigure(creditText(m_case.asked - mine));
    m_slider->setValueText(
        tr("%1 credits to %2, %3 to %4")
            .arg(creditText(mine), m_openerName->text(), creditText(m_case.asked - mine), m_otherName->text()));
    const QString shares =
        tr("%1 to %2").arg(QString::number(m_slider->value()), QString::number(kShares - m_slider->value()));
    const bool arbiter = m_case.isArbiter() && !m_case.isParty();
    m_propose->setText(arbiter ? tr("Rule %1").arg(shares) : tr("Propose %1").arg(shares));
}

} // namespace unchained::ui
