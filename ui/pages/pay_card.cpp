// SPDX-License-Identifier: Apache-2.0
#include "pages/pay_card.h"

#include "theme/host_picture.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kPeerDigits = 64;

/// In groups of eight, so that it can be compared by eye.
QString grouped(const QByteArray& peer) {
    return QString::fromLatin1(peer.toHex(' '))
        .remove(QLatin1Char(' '))
        .replace(QRegularExpression(QStringLiteral("(.{8})(?=.)")), QStringLiteral("\\1 "));
}
} // namespace

PayCard::PayCard(QWidget* parent) : Card(CardKind::Raised, parent) {
    setHeading(tr("Pay"));
    m_form = buildForm();
    m_review = buildReview();
    m_review->hide();
    m_result = makeParagraph({}, Type::Small);
    m_result->hide();
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(m_form);
    body()->addWidget(m_review);
    body()->addWidget(m_result);
    body()->addStretch(1); // what is left of a height that another card sets
    setMarkets({});
}

QWidget* PayCard::buildForm() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k8));
    m_market = new QComboBox;
    m_marketBox = withLabel(tr("On"), m_market);
    m_to = new QLineEdit;
    m_to->setPlaceholderText(tr("64 digits, 0 to 9 and a to f"));
    m_sum = new UnitField(tr("Amount"), {}, tr("credits"));
    m_mistake = makeParagraph({}, Type::Small, Token::Wrong);
    m_mistake->hide();
    m_next = makeButton(ButtonKind::Secondary, tr("Review the payment"), "fwd");
    column->addWidget(m_marketBox);
    column->addWidget(withLabel(tr("Peer id of the one who receives"), m_to));
    column->addWidget(withLabel(tr("Amount"), m_sum));
    column->addWidget(m_mistake);
    column->addWidget(m_next);
    connect(m_next, &QPushButton::clicked, this, &PayCard::review);
    connect(m_to, &QLineEdit::returnPressed, this, &PayCard::review);
    connect(m_sum, &QLineEdit::returnPressed, this, &PayCard::review);
    return form;
}

QWidget* PayCard::buildReview() {
    auto* review = new QWidget;
    auto* column = new QVBoxLayout(review);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k4));
    m_toText = makeParagraph({}, Type::Small, Token::Text);
    m_moves = new KeyValueRow(tr("Moves now"));
    m_where = new KeyValueRow(tr("On"));
    m_after = new KeyValueRow(tr("Your balance after"));
    column->addWidget(makeLabel(tr("To"), Type::Small, Token::Text2));
    column->addWidget(m_toText);
    for (KeyValueRow* row : {m_moves, m_where, m_after})
        column->addWidget(row);
    auto* note = new Card(CardKind::Inset);
    note->body()->addWidget(
        makeParagraph(tr("A payment is final: only the one who receives it can send it back."), Type::Small));
    column->addWidget(note);
    m_back = makeButton(ButtonKind::Quiet, tr("Back"));
    m_pay = makeBigButton({});
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_pay, 1);
    column->addSpacing(scaled(space::k8));
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &PayCard::backToForm);
    connect(m_pay, &QPushButton::clicked, this, &PayCard::pay);
    return review;
}

void PayCard::setMarkets(const std::vector<MarketFacts>& markets) {
    const QString chosen = m_market->currentData().toString();
    const bool sameList =
        m_markets.size() == markets.size() &&
        std::equal(markets.begin(), markets.end(), m_markets.begin(), [](const MarketFacts& a, const MarketFacts& b) {
            return a.address == b.address && a.name == b.name;
        });
    m_markets = markets;
    if (!sameList) { // else an open list would close under the user's hand
        m_market->clear();
        for (const MarketFacts& each : markets)
            m_market->addItem(each.name, each.address);
        m_market->setCurrentIndex(std::max(0, m_market->findData(chosen)));
    }
    m_marketBox->setVisible(markets.size() > 1);
    m_next->setEnabled(!markets.empty());
    m_next->setToolTip(markets.empty() ? tr("Add a marketplace first") : QString());
}

const MarketFacts* PayCard::market() const {
    const auto at = std::find_if(m_markets.begin(), m_markets.end(), [this](const MarketFacts& each) {
        return each.address == m_market->currentData().toString();
    });
    return at == m_markets.end() ? nullptr : &*at;
}

void PayCard::review() {
    const MarketFacts* where = market();
    const QString to = QString(m_to->text()).remove(QRegularExpression(QStringLiteral("\\s")));
    const auto amount = amountFromText(m_sum->text());
    static const QRegularExpression hex(QStringLiteral("^[0-9a-fA-F]*$"));
    QString mistake, badSum;
    const QByteArray peer = QByteArray::fromHex(to.toLatin1());
    if (!where)
        mistake = tr("Add a marketplace first.");
    else if (!hex.match(to).hasMatch() || to.size() != kPeerDigits)
        mistake = tr("A peer id has 64 digits, 0 to 9 and a to f; this has %1 characters.").arg(to.size());
    else if (peer == m_own)
        mistake = tr("This is your own peer id.");
    else if (!amount || amount->micro() <= 0)
        mistake = badSum = tr("An amount above 0 with at most six decimals, as 12.50.");
    else if (where->balance && *amount > *where->balance)
        mistake = badSum = tr("More than you have there: %1 credits.").arg(creditFloor(*where->balance));
    m_sum->setMistake(badSum);
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
    m_result->hide();
    if (!mistake.isEmpty()) return (badSum.isEmpty() ? m_to : static_cast<QLineEdit*>(m_sum))->setFocus();
    m_peer = peer;
    m_amount = *amount;
    m_toText->setText(nickname(peer) + QLatin1Char('\n') + grouped(peer));
    m_moves->setValue(tr("%1 credits").arg(creditExact(m_amount)));
    m_where->setValue(where->name);
    m_after->setVisible(where->balance.has_value());
    if (where->balance) m_after->setValue(tr("%1 credits").arg(creditFloor(*where->balance - m_amount)));
    m_pay->setText(tr("Pay %1 credits").arg(creditExact(m_amount)));
    m_form->hide();
    m_review->show();
    m_pay->setEnabled(true);
    m_back->setEnabled(true);
    m_back->setFocus(); // not the payment itself: Enter twice by mistake must not pay
}

void PayCard::backToForm() {
    m_review->hide();
    m_form->show();
    m_to->setFocus();
}

void PayCard::pay() {
    if (!market()) return backToForm();
    m_pay->setEnabled(false); // once
    m_back->setEnabled(false);
    m_result->setToken(Token::Text2);
    m_result->setText(tr("Paying"));
    m_result->show();
    emit payWanted(market()->address, m_peer, m_amount);
}

void PayCard::setResult(const Trouble& why, const QString& done) {
    if (m_review->isHidden() || m_pay->isEnabled()) return; // an answer to something else
    m_review->hide();
    m_form->show();
    m_result->show();
    m_result->setToken(why.any() ? Token::Wrong : Token::Right);
    m_result->setText(why.any() ? troubleText(why) : done);
    if (why.any()) return;
    m_to->clear();
    m_sum->clear();
}

} // namespace unchained::ui
