// SPDX-License-Identifier: Apache-2.0
#include "pages/effect_card.h"

#include "models/bond_effect.h"
#include "pages/listing_words.h"
#include "widgets/button.h"
#include "widgets/chart.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/slider.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {
constexpr int kTries = 40, kWithChart = 1000; ///< half a slider; narrower cards leave the chart out
constexpr double kBondFactor = 8, kPriceFactor = 2, kRateShown = 0.0005;

/// Half the way up is the square root of the factor more.
Amount tried(Amount now, int at, double factor) {
    if (at == 0) return now;
    const double value = static_cast<double>(now.micro()) * std::pow(factor, static_cast<double>(at) / kTries);
    constexpr double kCent = 10'000;
    return Amount::micros(static_cast<std::int64_t>(std::max(1.0, std::round(std::min(value, 9e15) / kCent)) * kCent));
}
} // namespace

EffectCard::EffectCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_bondSlider(new Slider(tr("Bond"))), m_priceSlider(new Slider(tr("Price"))),
      m_bond(new KeyValueRow(tr("Bond"))), m_price(new KeyValueRow(tr("Price"))),
      m_worth(new KeyValueRow(tr("May be at stake"))), m_rate(new KeyValueRow(tr("Steps checked"))),
      m_among(new KeyValueRow(tr("Hosts that ask more"))), m_amongBonds(new KeyValueRow(tr("Hosts with less bond"))),
      m_refused(new KeyValueRow(tr("Offers refused today"))), m_chart(new Chart(tr("Bond against check rate"))),
      m_note(makeParagraph({}, Type::Small)), m_ask(makeButton(ButtonKind::Secondary, {})),
      m_bet(makeButton(ButtonKind::Secondary, {})) {
    setHeading(tr("What bond and price change"),
               tr("a job of %1 steps of %2 s").arg(countText(kEffectJob.steps), countText(kEffectStepSeconds)));
    for (Slider* slider : {m_bondSlider, m_priceSlider}) {
        slider->setRange(-kTries, kTries);
        slider->setValue(0);
        slider->setTick(0);
        slider->setPageStep(kTries / 4);
        connect(slider, &QSlider::valueChanged, this, &EffectCard::fill);
    }
    m_worth->setToolTip(tr("The most that a false result may be worth to somebody while every win is checked: a renter "
                           "who has more to lose is refused"));
    m_rate->setToolTip(tr("With nothing at stake beside the price: a larger bond deters with fewer checks, which cost "
                          "the renter less"));
    m_among->setToolTip(tr("Of those online on this marketplace, for the same work"));
    m_amongBonds->setToolTip(tr("Of those online on this marketplace"));
    build();
    connect(m_ask, &QPushButton::clicked, this, [this] {
        const Amount price = priceTried();
        m_priceSlider->setValue(0); // what is asked now is the middle
        emit priceWanted(price);
    });
    m_bet->setToolTip(tr("Holds for the next rental; never more than the balance"));
    connect(m_bet, &QPushButton::clicked, this, [this] {
        const Amount bond = bondTried();
        m_bondSlider->setValue(0);
        emit bondWanted(bond);
    });
}

void EffectCard::build() {
    auto* tries = new QWidget;
    auto* left = new QVBoxLayout(tries);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(0);
    const auto add = [left](KeyValueRow* row, Slider* slider, QPushButton* button) {
        left->addWidget(row);
        left->addWidget(slider);
        left->addSpacing(scaled(space::k6));
        left->addWidget(button, 0, Qt::AlignLeft);
        left->addSpacing(scaled(space::k6));
    };
    add(m_bond, m_bondSlider, m_bet);
    add(m_price, m_priceSlider, m_ask);
    left->addStretch(1);
    auto* figures = new QWidget;
    auto* right = new QVBoxLayout(figures);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    for (KeyValueRow* row : {m_bond, m_price, m_worth, m_rate, m_among, m_amongBonds, m_refused})
        row->setRowHeight(24);
    for (QWidget* each : std::initializer_list<QWidget*>{m_worth, m_rate, m_among, m_amongBonds, m_refused, m_note})
        right->addWidget(each);
    right->addStretch(1);
    m_chart->setMinimumHeight(scaled(150));
    m_parts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_parts->setSpacing(scaled(space::k32));
    m_parts->addWidget(tries, 1);
    m_parts->addWidget(figures, 1);
    m_parts->addWidget(m_chart, 1);
    addToHeading(m_chart->tableButton());
    body()->addSpacing(scaled(space::k4));
    body()->addLayout(m_parts);
}

void EffectCard::setHosting(const HostingFacts& hosting, const QByteArray& own) {
    m_hosting = hosting;
    m_own = own;
    fill();
}

void EffectCard::setMarketHosts(const std::vector<HostFacts>& hosts) {
    m_hosts = hosts;
    fill();
}

/// What it can put up now: as its listing says, and no more than it has.
Amount EffectCard::bondNow() const {
    const auto self =
        std::find_if(m_hosts.begin(), m_hosts.end(), [this](const HostFacts& host) { return host.peer == m_own; });
    const Amount free = self == m_hosts.end() ? Amount{} : self->bond;
    return m_hosting.bondAtStake + free;
}

Amount EffectCard::bondTried() const {
    return tried(bondNow(), m_bondSlider->value(), kBondFactor);
}

Amount EffectCard::priceTried() const {
    return tried(m_hosting.pricePerHour, m_priceSlider->value(), kPriceFactor);
}

void EffectCard::fill() {
    const Amount bond = bondTried(), price = priceTried();
    const auto credits = [](Amount amount) { return tr("%1 credits").arg(creditText(amount)); };
    const auto effect = bondEffect(price, bond);
    setVisible(effect.has_value());
    if (!effect) return;
    m_bond->setValue(credits(bond));
    m_bondSlider->setValueText(credits(bond));
    m_price->setValue(tr("%1 an hour").arg(creditText(price)));
    m_priceSlider->setValueText(m_price->value());
    m_worth->setVisible(effect->deters);
    m_rate->setVisible(effect->deters);
    m_worth->setValue(tr("%1 credits").arg(creditFloor(effect->worthMost)));
    m_rate->setValue(tr("%1, overhead %2").arg(oneIn(effect->stepCheckRate), percent(effect->overhead, 1)));
    const PriceRank rank = priceRank(m_hosts, m_own, m_hosting.rate, price);
    m_among->setVisible(rank.hosts > 0);
    m_amongBonds->setVisible(rank.hosts > 0);
    m_among->setValue(
        tr("%1 of %2").arg(countText(static_cast<quint64>(rank.dearer)), countText(static_cast<quint64>(rank.hosts))));
    m_amongBonds->setValue(
        tr("%1 of %2")
            .arg(countText(static_cast<quint64>(std::min(rank.hosts, smallerBonds(m_hosts, m_own, bond)))),
                 countText(static_cast<quint64>(rank.hosts))));
    m_refused->setVisible(m_hosting.refusedToday > 0);
    m_refused->setValue(countText(m_hosting.refusedToday));
    m_note->setToken(effect->deters ? Token::Text2 : Token::Wrong);
    m_note->setVisible(!effect->deters || m_hosting.lastRefusal.any());
    m_note->setText(effect->deters ? tr("The last one: %1").arg(troubleText(m_hosting.lastRefusal))
                                   : tr("No such job is let: at this price it takes a bond of %1 credits or more.")
                                         .arg(creditCeiling(effect->bondLeast)));
    const bool asks = price != m_hosting.pricePerHour && m_hosting.state != HostingState::Ending;
    m_ask->setText(asks ? tr("Ask %1 an hour").arg(creditText(price)) : tr("This price is asked now"));
    m_ask->setEnabled(asks);
    const bool bets = bond != bondNow() && m_hosting.state != HostingState::Ending;
    m_bet->setText(bets ? tr("Bet at most %1 at once").arg(creditText(bond)) : tr("This bond is offered now"));
    m_bet->setEnabled(bets);
    fillChart(price, bond);
}

void EffectCard::fillChart(Amount price, Amount bond) {
    ChartData shown;
    shown.x = {tr("bond"), ChartUnit::Credits, 2, 0.0, {}};
    shown.left = {tr("steps checked"), ChartUnit::Percent, 2, 0.0, {}};
    ChartSeries rate;
    rate.name = tr("steps checked, at least");
    rate.token = Token::C1;
    rate.label = false;
    rate.strong = true;
    for (const auto& point : bondSlider(price)) // below, the line is level
        if (point.stepCheckRate >= kRateShown) rate.points.append({creditsIn(point.bond), point.stepCheckRate});
    if (!rate.points.isEmpty() && creditsIn(bond) <= rate.points.last().x())
        shown.marker = {creditsIn(bond), tr("this bond")};
    shown.series = {rate};
    shown.empty = tr("No job of this size can be let at this price.");
    m_chart->setData(std::move(shown));
}

/// The chart where there is room for it beside the rest; what it says of this bond stands in words.
void EffectCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    m_chart->setVisible(event->size().width() >= scaled(kWithChart));
    m_chart->tableButton()->setVisible(m_chart->isVisibleTo(this));
}

} // namespace unchained::ui
