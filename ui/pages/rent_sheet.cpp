// SPDX-License-Identifier: Apache-2.0
#include "pages/rent_sheet.h"

#include "models/host_words.h"
#include "pages/listing_words.h"
#include "pages/peer_picture.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QLocale>

#include <cmath>

namespace unchained::ui {

namespace {
constexpr int kSheetWidth = 460, kSheetRow = 28, kSheetEdge = 24, kSheetPicture = 44;
}

RentSheet::RentSheet(QWidget* parent)
    : PageFrame(parent), m_words(makeParagraph({}, Type::Small)),
      m_obstacleText(makeParagraph({}, Type::Body, Token::Text)), m_locked(new KeyValueRow(tr("Locked now"))),
      m_expected(new KeyValueRow(tr("Expected cost"))), m_most(new KeyValueRow(tr("Never more than"))),
      m_bond(new KeyValueRow(tr("Host’s bond"))), m_after(new KeyValueRow(tr("Your balance after"))),
      m_fetch(new KeyValueRow(tr("To fetch while it runs"))), m_obstacle(new Card(CardKind::Wrong)) {
    setAccessibleName(tr("Before money moves"));
    auto* card = new Card;
    card->layout()->setContentsMargins(scaled(kSheetEdge), scaled(space::kPage), scaled(kSheetEdge),
                                       scaled(kSheetEdge));
    card->setFixedWidth(scaled(kSheetWidth));
    card->setAccessibleName(tr("Before money moves"));
    QVBoxLayout* body = card->body();
    body->addWidget(buildHead());
    body->addSpacing(scaled(space::k16));
    body->addWidget(makeLine());
    body->addSpacing(scaled(space::k6));
    for (KeyValueRow* row : {m_locked, m_expected, m_most, m_bond, m_after, m_fetch}) {
        row->setRowHeight(kSheetRow);
        body->addWidget(row);
    }
    body->addSpacing(scaled(space::k8));
    auto* inset = new Card(CardKind::Inset);
    inset->body()->addWidget(m_words);
    body->addWidget(inset);
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::k8));
    line->addWidget(new IconLabel("warn", Token::Wrong), 0, Qt::AlignTop);
    line->addWidget(m_obstacleText, 1);
    m_obstacle->body()->addLayout(line);
    body->addSpacing(scaled(space::k8));
    body->addWidget(m_obstacle);
    body->addSpacing(scaled(space::k12));
    body->addWidget(buildFoot());

    auto* middle = new QVBoxLayout;
    middle->setSpacing(scaled(space::k8));
    middle->addStretch(2);
    middle->addWidget(makeLabel(tr("Before money moves"), Type::Page));
    middle->addWidget(card);
    middle->addStretch(3);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(middle);
    row->addStretch(1);
    column()->addLayout(row, 1);
}

QWidget* RentSheet::buildHead() {
    auto* head = new QWidget;
    m_picture = new PeerPicture(kSheetPicture);
    m_title = makeLabel({}, Type::Section);
    m_under = makeLabel({}, Type::Small, Token::Text2);
    m_title->setElided(true);
    m_under->setElided(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_under);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k12));
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    return head;
}

QWidget* RentSheet::buildFoot() {
    auto* foot = new QWidget;
    m_back = makeButton(ButtonKind::Quiet, tr("Back"));
    m_back->setProperty("big", true);
    m_confirm = makeBigButton({});
    m_confirm->setObjectName(QStringLiteral("lock"));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_confirm);
    connect(m_back, &QPushButton::clicked, this, &RentSheet::back);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_sent = true;
        m_refused = {};
        fill();
        emit confirmed(m_request);
    });
    return foot;
}

void RentSheet::open(const HostFacts& host, const PlanFacts& plan, const RentRequest& request) {
    m_host = host;
    m_plan = plan;
    m_request = request;
    m_changed.clear();
    m_refused = {};
    m_sent = false;
    fill();
    m_back->setFocus(); // not on the button that moves money: what was pressed may be held down still
}

void RentSheet::setBalance(std::optional<Amount> balance) {
    m_balance = balance;
    fill();
}

void RentSheet::setTrouble(const Trouble& why) {
    m_refused = why;
    m_sent = false;
    fill();
}

void RentSheet::setCurrent(const HostFacts& host, const std::optional<PlanFacts>& plan) {
    const Availability state = availabilityOf(host);
    m_changed = state.reason;
    const bool other = host.pricePerHour != m_host.pricePerHour || (plan && *plan != m_plan);
    if (m_changed.isEmpty() && other) m_changed = tr("The terms have changed since. Go back to see them anew.");
    fill();
}

QString RentSheet::obstacle() const {
    if (m_sent) return {};
    if (!m_changed.isEmpty()) return m_changed;
    if (!m_balance)
        return tr(
            "Your balance there is not known yet: the marketplace does not answer. This page goes on when it does.");
    if (*m_balance >= m_plan.locked) return {};
    return tr("%1 credits are missing: you have %2 on this marketplace. Be paid there first, by hosting or by another "
              "member, or choose a cheaper host or a shorter job.")
        .arg(creditCeiling(m_plan.locked - *m_balance), creditFloor(*m_balance));
}

void RentSheet::fill() {
    const auto credits = [](const QString& amount) { return tr("%1 credits").arg(amount); };
    const QString why = obstacle();
    const bool enough = m_balance && *m_balance >= m_plan.locked;
    m_picture->setPeer(m_host.peer);
    m_title->setText(tr("Rent %1 for %2?").arg(hostName(m_host), m_plan.jobName));
    m_title->setToolTip(m_title->text());
    m_under->setText(tr("%1, about %2").arg(deviceIn(m_host), durationText(m_plan.seconds)));
    m_locked->setValue(credits(creditCeiling(m_plan.locked)));
    m_expected->setValue(credits(creditText(m_plan.expected)));
    m_most->setValue(credits(creditCeiling(m_request.spendMax.value_or(m_plan.locked))));
    m_bond->setValue(credits(creditText(m_plan.bond)));
    m_after->setValue(m_balance ? credits(creditFloor(*m_balance - m_plan.locked)) : tr("not known"),
                      m_balance && !enough && !m_sent ? Token::Wrong : Token::Text);
    m_fetch->setVisible(m_plan.renterDownload > 0);
    m_fetch->setValue(bytesText(m_plan.renterDownload));
    const int decimals = m_plan.wins < 9.95 && m_plan.wins != std::floor(m_plan.wins) ? 1 : 0;
    m_words->setText(
        tr("Each of %1 steps has a ticket. About %2 win, and each win pays the host %3. The host has put up "
           "%4 credits that every step is right. What is not won comes back when the job ends or you "
           "cancel.")
            .arg(countText(m_plan.steps), QLocale().toString(m_plan.wins, 'f', decimals), plainCredits(m_plan.face),
                 plainCredits(m_plan.bond)));
    const QString shown = why.isEmpty() && m_refused.any() ? troubleText(m_refused) : why;
    m_obstacle->setVisible(!shown.isEmpty());
    m_obstacleText->setText(shown);
    m_obstacle->setAccessibleName(shown);
    m_confirm->setEnabled(why.isEmpty() && !m_sent);
    m_confirm->setText(m_sent ? tr("Asking the host…")
                              : tr("Lock %1 credits and start").arg(creditCeiling(m_plan.locked)));
}

} // namespace unchained::ui
