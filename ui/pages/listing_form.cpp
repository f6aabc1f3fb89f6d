// SPDX-License-Identifier: Apache-2.0
#include "pages/listing_form.h"

#include "pages/listing_words.h"
#include "pages/page_frame.h"
#include "pages/wanted_card.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

namespace {

constexpr int kListingSide = 300, kNameMax = 40;
constexpr double kHours = 24;

QString creditsOf(double credits) {
    return creditText(creditsFrom(credits));
}

} // namespace

ListingForm::ListingForm(QWidget* parent) : QWidget(parent) {
    auto* columns = new TwoColumns(kListingSide);
    columns->main()->addWidget(buildForm());
    columns->main()->addStretch(1);
    columns->addSide(buildEarnings());
    columns->addSide(buildElectricity());
    columns->addSide(m_wanted = new WantedCard);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(columns);
    setHosting({});
}

Card* ListingForm::buildForm() {
    auto* card = new Card;
    card->setHeading(tr("This machine"));
    m_market = new QComboBox;
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("as renters see it, for example forge-1"));
    m_name->setMaxLength(kNameMax);
    m_place = new QLineEdit;
    m_place->setPlaceholderText(tr("a town or a country, if you like"));
    m_place->setMaxLength(kNameMax);
    m_price = new UnitField(tr("Price"), QLocale().toString(1.0, 'f', 2), tr("credits/h"));
    m_bond = new UnitField(tr("Most that is bet at once"), {}, tr("credits"));
    m_bondAll = new Switch(tr("Bet as much as a renter asks for, up to the whole balance"));
    m_bondAll->setChecked(true);
    m_bondBox = withLabel(tr("Most that is bet at once"), m_bond);
    m_bondBox->hide();
    m_mistake = makeParagraph({}, Type::Small, Token::Wrong);
    m_mistake->hide();
    m_note = makeParagraph({}, Type::Small);
    m_send = makeBigButton({});

    auto* pair = new QHBoxLayout;
    pair->setSpacing(scaled(space::k12));
    pair->addWidget(withLabel(tr("Name"), m_name), 1);
    pair->addWidget(withLabel(tr("Place"), m_place), 1);
    auto* second = new QHBoxLayout;
    second->setSpacing(scaled(space::k12));
    second->addWidget(withLabel(tr("Marketplace"), m_market), 1);
    second->addWidget(withLabel(tr("Price for an hour of its measured speed"), m_price), 1);
    auto* all = new QHBoxLayout;
    all->setSpacing(scaled(space::k12));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(tr("Bond up to the whole balance"), Type::Value));
    words->addWidget(makeParagraph(tr("A host bets credits that every step is right. The more it can bet, the fewer "
                                      "checks a renter wants."),
                                   Type::Small));
    all->addLayout(words, 1);
    all->addWidget(m_bondAll);
    auto* button = new QHBoxLayout;
    button->addWidget(m_note, 1, Qt::AlignVCenter);
    button->addWidget(m_send);

    card->body()->setSpacing(scaled(space::k12));
    card->body()->addLayout(pair);
    card->body()->addLayout(second);
    card->body()->addWidget(makeLine());
    card->body()->addLayout(all);
    card->body()->addWidget(m_bondBox);
    card->body()->addWidget(m_mistake);
    card->body()->addLayout(button);
    connect(m_bondAll, &Switch::toggled, m_bondBox, &QWidget::setHidden);
    connect(m_bondAll, &Switch::toggled, this, &ListingForm::estimate);
    for (QLineEdit* field : {m_price, m_bond})
        connect(field, &QLineEdit::textChanged, this, &ListingForm::estimate);
    connect(m_send, &QPushButton::clicked, this, &ListingForm::send);
    for (QLineEdit* field : {m_name, m_place, static_cast<QLineEdit*>(m_price), static_cast<QLineEdit*>(m_bond)})
        connect(field, &QLineEdit::returnPressed, this, &ListingForm::send);
    return card;
}

Card* ListingForm::buildElectricity() {
    auto* card = new Card;
    card->setHeading(tr("Electricity"));
    m_watts = new UnitField(tr("Drawn while it works"), {}, tr("watts"));
    m_kwh = new UnitField(tr("Price of a kilowatt hour"), {}, tr("credits"));
    card->body()->setSpacing(scaled(space::k8));
    card->body()->addWidget(makeParagraph(tr("Only for what is shown here; nobody else sees it."), Type::Small));
    card->body()->addWidget(withLabel(tr("Drawn while it works"), m_watts));
    card->body()->addWidget(withLabel(tr("Price of a kilowatt hour"), m_kwh));
    connect(m_watts, &QLineEdit::editingFinished, this, &ListingForm::readElectricity);
    connect(m_kwh, &QLineEdit::editingFinished, this, &ListingForm::readElectricity);
    return card;
}

Card* ListingForm::buildEarnings() {
    auto* card = new Card;
    card->setHeading(tr("What it would earn"));
    m_day = new KeyValueRow(tr("Rented all day"));
    m_power = new KeyValueRow(tr("Electricity"));
    m_net = new KeyValueRow(tr("After electricity"));
    m_miningRow = new KeyValueRow(tr("Mining all day"));
    for (KeyValueRow* row : {m_day, m_power, m_net, m_miningRow})
        card->body()->addWidget(row);
    card->body()->addSpacing(scaled(space::k8));
    card->body()->addWidget(makeParagraph(tr("On average: each step is a ticket, and only winning tickets are paid. A "
                                             "day can bring more or less."),
                                          Type::Small));
    return card;
}

void ListingForm::setMarkets(const std::vector<MarketFacts>& markets) {
    const bool same =
        markets.size() == m_markets.size() &&
        std::equal(markets.begin(), markets.end(), m_markets.begin(), [](const MarketFacts& a, const MarketFacts& b) {
            return a.address == b.address && a.name == b.name;
        });
    m_markets = markets;
    if (same) return;
    const QString chosen = m_market->currentData().toString();
    m_market->clear();
    for (const MarketFacts& each : markets)
        m_market->addItem(each.name, each.address);
    m_market->setCurrentIndex(std::max(0, m_market->findData(chosen)));
}

void ListingForm::setHosting(const HostingFacts& hosting) {
    const bool began = m_hosting.state == HostingState::Off && hosting.state != HostingState::Off;
    const bool otherPrice = m_hosting.pricePerHour != hosting.pricePerHour;
    const bool otherBondNow = m_hosting.bondIsAll != hosting.bondIsAll || m_hosting.bondMax != hosting.bondMax;
    m_hosting = hosting;
    const bool listed = hosting.state != HostingState::Off;
    for (QWidget* field : std::initializer_list<QWidget*>{m_market, m_name, m_place})
        field->setEnabled(!listed);
    if (listed && (began || otherPrice)) {
        m_name->setText(hosting.name);
        m_place->setText(hosting.place);
        m_market->setCurrentIndex(std::max(0, m_market->findData(hosting.market)));
        m_price->setText(creditExact(hosting.pricePerHour));
    }
    if (listed && (began || otherBondNow)) {
        m_bondAll->setChecked(hosting.bondIsAll);
        m_bond->setText(hosting.bondIsAll ? QString() : creditExact(hosting.bondMax));
    }
    m_note->setText(listed ? tr("A new price or bond holds for the next rental. For the rest, stop listing first.")
                           : tr("First it is measured for some seconds; then renters see it."));
    estimate();
}

void ListingForm::setElectricity(const Electricity& electricity) {
    m_electricity = electricity;
    if (!m_watts->hasFocus())
        m_watts->setText(electricity.watts > 0 ? QLocale().toString(electricity.watts, 'f', 0) : QString());
    if (!m_kwh->hasFocus())
        m_kwh->setText(electricity.pricePerKwh.isZero() ? QString() : creditText(electricity.pricePerKwh));
    estimate();
}

void ListingForm::setMining(std::optional<double> creditsPerHour) {
    m_mining = creditsPerHour;
    estimate();
}

void ListingForm::readElectricity() {
    bool good = false;
    const QString watts = m_watts->text().trimmed();
    const double value = watts.isEmpty() ? 0 : QLocale().toDouble(watts, &good);
    const bool wattsGood = watts.isEmpty() || (good && value >= 0 && value <= 100'000);
    const auto price =
        m_kwh->text().trimmed().isEmpty() ? std::optional<Amount>(Amount{}) : amountFromText(m_kwh->text());
    m_watts->setMistake(wattsGood ? QString() : tr("A number of watts, as 320"));
    m_kwh->setMistake(price ? QString() : tr("Credits for a kilowatt hour, as 10.00"));
    if (!wattsGood || !price) return;
    const Electricity told{value, *price};
    if (told == m_electricity) return;
    m_electricity = told;
    estimate();
    emit electricityChanged(told.watts, told.pricePerKwh);
}

/// Than the one that is listed.
bool ListingForm::otherBond() const {
    if (m_bondAll->isChecked()) return !m_hosting.bondIsAll;
    return m_hosting.bondIsAll || amountFromText(m_bond->text()) != m_hosting.bondMax;
}

void ListingForm::estimate() {
    const auto price = amountFromText(m_price->text());
    const bool listed = m_hosting.state != HostingState::Off;
    const QString shown = price ? creditText(*price) : QStringLiteral("–");
    const bool otherPrice = price && *price != m_hosting.pricePerHour;
    m_send->setText(!listed        ? tr("List this machine for %1 an hour").arg(shown)
                    : !otherBond() ? tr("Ask %1 an hour").arg(shown)
                    : otherPrice   ? tr("Change price and bond")
                                   : tr("Change the bond"));
    m_send->setEnabled(!listed || otherPrice || otherBond());
    const double day = price ? kHours * creditsIn(*price) : 0;
    const double power = kHours * m_electricity.watts / 1000 * creditsIn(m_electricity.pricePerKwh);
    m_day->setValue(price ? tr("%1 credits").arg(creditsOf(day)) : shown);
    m_power->setVisible(power > 0);
    m_net->setVisible(power > 0);
    m_power->setValue(creditsOf(-power));
    m_net->setValue(tr("%1 credits").arg(creditsOf(day - power)));
    m_miningRow->setVisible(m_mining.has_value());
    m_miningRow->setValue(tr("%1 credits").arg(creditsOf(kHours * m_mining.value_or(0))));
}

QString ListingForm::mistakeOf(std::optional<Amount> price, std::optional<Amount> bond) {
    m_price->setMistake({});
    m_bond->setMistake({});
    if (m_market->currentIndex() < 0) return tr("Add a marketplace first: hosts are found there.");
    if (m_name->text().trimmed().isEmpty()) return tr("Give it a name that renters see.");
    if (!price || price->micro() <= 0) {
        m_price->setMistake(tr("Credits for an hour, above 0, as 1.40"));
        return tr("The price is a number of credits above 0 with at most six decimals, as 1.40.");
    }
    if (!m_bondAll->isChecked() && (!bond || bond->micro() <= 0)) {
        m_bond->setMistake(tr("Credits above 0, as 120.00"));
        return tr("The bond is a number of credits above 0, as 120.00.");
    }
    return {};
}

void ListingForm::send() {
    const auto price = amountFromText(m_price->text());
    const auto bond = amountFromText(m_bond->text());
    const QString mistake = mistakeOf(price, bond);
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
    if (!mistake.isEmpty()) return;
    if (m_hosting.state != HostingState::Off) {
        const bool bets = otherBond(); // before the answer to the price fills the form
        if (*price != m_hosting.pricePerHour) emit priceWanted(*price);
        if (bets) emit bondWanted(m_bondAll->isChecked() ? std::nullopt : bond);
        return;
    }
    HostingRequest request;
    request.market = m_market->currentData().toString();
    request.name = m_name->text().trimmed();
    request.place = m_place->text().trimmed();
    request.pricePerHour = *price;
    if (!m_bondAll->isChecked()) request.bondMax = *bond;
    emit listWanted(request);
}

} // namespace unchained::ui
