// SPDX-License-Identifier: Apache-2.0
#include "pages/earnings_view.h"

#include "pages/earnings_card.h"
#include "pages/effect_card.h"
#include "pages/page_frame.h"
#include "pages/peer_picture.h"
#include "pages/wanted_card.h"
#include "pages/week_card.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QBoxLayout>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace unchained::ui {

namespace {

constexpr int kEarningsSide = 300, kBothCharts = 1500;
constexpr std::size_t kClaimsShown = 8;

struct StateWords {
    QString text;
    const char* icon;
    Token token;
};
StateWords wordsOf(const HostingFacts& hosting) {
    switch (hosting.state) {
    case HostingState::Off:
        return {DeviceRow::tr("not listed"), "off", Token::Text2};
    case HostingState::Measuring:
        return {DeviceRow::tr("being measured"), "clock", Token::Text2};
    case HostingState::Waiting:
        return {DeviceRow::tr("waiting for a renter"), "clock", Token::Text2};
    case HostingState::Rented:
        return {DeviceRow::tr("rented by %1").arg(nickname(hosting.renter)), "check", Token::Right};
    case HostingState::Paused:
        return {DeviceRow::tr("paused: takes no new rental"), "pause", Token::Text2};
    case HostingState::Ending:
        return {DeviceRow::tr("leaves after this rental"), "clock", Token::Text2};
    }
    return {};
}

const char* iconOf(WinState state) {
    switch (state) {
    case WinState::Won:
        return "bets";
    case WinState::Right:
    case WinState::Paid:
        return "check";
    case WinState::Wrong:
        return "cross";
    }
    return "bets";
}
Token tokenOf(WinState state) {
    return state == WinState::Won ? Token::Won : state == WinState::Wrong ? Token::Wrong : Token::Right;
}

} // namespace

// ---- the device

DeviceRow::DeviceRow(QWidget* parent)
    : QWidget(parent), m_picture(new PeerPicture(32)), m_device(makeLabel({}, Type::Value)),
      m_state(makeLabel({}, Type::Small, Token::Text2)), m_busyText(makeLabel({}, Type::Axis, Token::Text2)),
      m_stateIcon(new IconLabel("clock", Token::Text2, 14)),
      m_busy(new ProgressBar(tr("Progress of the rental"), true)), m_price(new FigureLabel), m_today(new FigureLabel),
      m_on(new Switch(tr("Takes rentals"))) {
    m_device->setElided(true);
    m_state->setElided(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_device);
    auto* state = new QHBoxLayout;
    state->setSpacing(scaled(space::k4));
    state->addWidget(m_stateIcon);
    state->addWidget(m_state, 1);
    words->addLayout(state);
    auto* busy = new QWidget;
    busy->setFixedWidth(scaled(120));
    auto* bar = new QVBoxLayout(busy);
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(scaled(space::k4));
    bar->addStretch(1);
    bar->addWidget(m_busy);
    bar->addWidget(m_busyText);
    bar->addStretch(1);
    for (FigureLabel* right : {m_price, m_today}) {
        right->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        right->setFixedWidth(scaled(96));
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, scaled(space::k6), 0, scaled(space::k6));
    row->setSpacing(scaled(space::k12));
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    row->addWidget(busy);
    row->addWidget(m_price);
    row->addWidget(m_today);
    row->addSpacing(scaled(space::k8));
    row->addWidget(m_on);
    connect(m_on, &Switch::toggled, this, [this](bool on) { emit pauseWanted(!on); });
}

void DeviceRow::setHosting(const HostingFacts& hosting, const QByteArray& own) {
    const StateWords words = wordsOf(hosting);
    m_picture->setPeer(own);
    m_device->setText(hosting.device.isEmpty() ? tr("This machine") : hosting.device);
    m_device->setToolTip(hosting.device);
    m_state->setText(words.text);
    m_state->setToken(words.token);
    m_stateIcon->setIcon(words.icon, words.token);
    const bool rented = hosting.state == HostingState::Rented || hosting.state == HostingState::Ending;
    m_busy->setShare(rented ? hosting.progress : 0);
    m_busyText->setText(rented ? tr("%1 of the rental").arg(percent(hosting.progress, 0)) : tr("idle"));
    m_price->setFigure(creditText(hosting.pricePerHour), tr("/h"));
    m_today->setFigure(creditText(hosting.today));
    const QSignalBlocker quiet(m_on);
    m_on->setChecked(hosting.state != HostingState::Paused && hosting.state != HostingState::Off);
    m_on->setEnabled(hosting.state != HostingState::Ending && hosting.state != HostingState::Measuring);
    m_on->setAccessibleName(tr("%1 takes rentals").arg(m_device->text()));
}

// ---- a claim

class EarningsView::ClaimRow : public QWidget {
public:
    ClaimRow() : m_icon(new IconLabel("bets", Token::Won, 16)), m_step(new FigureLabel), m_amount(new FigureLabel) {
        m_note = makeLabel({}, Type::Small, Token::Text2);
        m_note->setElided(true);
        m_step->setMinimumWidth(scaled(64));
        m_amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, scaled(space::k6), 0, scaled(space::k6));
        row->setSpacing(scaled(space::k8));
        row->addWidget(m_icon);
        row->addWidget(m_step);
        row->addWidget(m_note, 1);
        row->addWidget(m_amount);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeLine());
        column->addLayout(row);
    }
    void set(const ClaimFacts& claim) {
        m_icon->setIcon(iconOf(claim.state), tokenOf(claim.state));
        m_step->setFigure(EarningsView::tr("Step %1").arg(countText(claim.step + 1)));
        m_note->setText(claim.note);
        m_note->setToolTip(claim.note);
        m_amount->setFigure(creditText(claim.amount));
    }

private:
    IconLabel* m_icon;
    FigureLabel *m_step, *m_amount;
    Label* m_note;
};

// ---- the view

EarningsView::EarningsView(QWidget* parent)
    : QWidget(parent), m_received(new Figure(tr("Received today"))), m_net(new Figure(tr("After electricity"))),
      m_miningFigure(new Figure(tr("Mining would pay"))), m_within(new Figure(tr("Paid within"))),
      m_bond(new Figure(tr("Bond at stake"))), m_chart(new EarningsCard), m_week(new WeekCard),
      m_wanted(new WantedCard), m_effect(new EffectCard) {
    auto* figures = new QHBoxLayout;
    figures->setSpacing(scaled(space::k8));
    for (Figure* figure : {m_received, m_net, m_miningFigure, m_within, m_bond}) {
        figure->setParted(figure != m_received);
        figures->addWidget(figure, 1);
    }
    auto* columns = new TwoColumns(kEarningsSide);
    columns->main()->setSpacing(scaled(space::k16));
    columns->setSideSpacing(scaled(space::k16));
    columns->main()->addWidget(buildCharts(), 1);
    columns->main()->addWidget(buildDevices());
    columns->main()->addWidget(m_effect);
    connect(m_effect, &EffectCard::priceWanted, this, &EarningsView::priceWanted);
    connect(m_effect, &EffectCard::bondWanted, this, &EarningsView::bondWanted);
    columns->addSide(buildClaims());
    columns->addSide(buildWhy());
    columns->addSide(m_wanted);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k16));
    column->addLayout(figures);
    column->addWidget(columns, 1);
}

/// Day and week: side by side in a wide window, else the one that is asked for.
QWidget* EarningsView::buildCharts() {
    auto* charts = new QWidget;
    auto* row = new QHBoxLayout(charts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k16));
    const auto control = [this](int current) {
        auto* made = new SegmentedControl(tr("Time that is shown"), {{tr("Day"), {}}, {tr("Week"), {}}},
                                          SegmentedControl::Look::Outline);
        made->setCurrent(current);
        connect(made, &SegmentedControl::changed, this, [this, made, current](int index) {
            if (index == current) return;
            const QSignalBlocker quiet(made); // on its own card it always says what that card shows
            made->setCurrent(current);
            m_showsWeek = index == 1;
            arrangeCharts();
            (m_showsWeek ? m_toDay : m_toWeek)->button(index)->setFocus();
        });
        return made;
    };
    m_chart->addControl(m_toWeek = control(0));
    m_week->addControl(m_toDay = control(1));
    row->addWidget(m_chart, 1);
    row->addWidget(m_week, 1);
    return charts;
}

void EarningsView::arrangeCharts() {
    const bool both = width() >= scaled(kBothCharts);
    m_toWeek->setVisible(!both);
    m_toDay->setVisible(!both);
    m_chart->setVisible(both || !m_showsWeek);
    m_week->setVisible(both || m_showsWeek);
}

void EarningsView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrangeCharts();
}

Card* EarningsView::buildDevices() {
    m_devices = new Card;
    m_device = new DeviceRow;
    auto* heads = new QWidget;
    auto* row = new QHBoxLayout(heads);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k12));
    for (const QString& text : {tr("credits/h"), tr("today")}) {
        auto* head = makeLabel(text, Type::Small, Token::Text2);
        head->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        head->setFixedWidth(scaled(96));
        row->addWidget(head);
    }
    row->addSpacing(scaled(space::k8 + 36 + space::k12)); // the switch's column
    m_devices->setHeading(tr("Devices"));
    m_devices->addToHeading(heads);
    m_devices->body()->addWidget(makeLine());
    m_devices->body()->addWidget(m_device);
    connect(m_device, &DeviceRow::pauseWanted, this, &EarningsView::pauseWanted);
    return m_devices;
}

Card* EarningsView::buildClaims() {
    m_claims = new Card;
    m_claims->setHeading(tr("Claims pending"));
    m_pending = new FigureLabel;
    m_claims->addToHeading(m_pending);
    m_noClaims = makeParagraph({}, Type::Small);
    m_claims->body()->addWidget(m_noClaims);
    return m_claims;
}

Card* EarningsView::buildWhy() {
    m_why = new Card;
    m_whyText = makeParagraph({}, Type::Small);
    m_ask = makeButton(ButtonKind::Secondary, {});
    auto* row = new QHBoxLayout;
    row->addWidget(m_ask);
    row->addStretch(1);
    m_why->body()->setSpacing(scaled(space::k8));
    m_why->body()->addWidget(m_whyText);
    m_why->body()->addLayout(row);
    connect(m_ask, &QPushButton::clicked, this, [this] {
        if (m_hosting.askInstead) emit priceWanted(*m_hosting.askInstead);
    });
    return m_why;
}

void EarningsView::setHosting(const HostingFacts& hosting, const QByteArray& own, qint64 now) {
    m_hosting = hosting;
    m_own = own;
    m_now = now;
    fill();
}

void EarningsView::setElectricity(const Electricity& electricity) {
    m_electricity = electricity;
    fill();
}

void EarningsView::setMining(std::optional<double> creditsPerHour) {
    m_mining = creditsPerHour;
    fill();
}

void EarningsView::setLedger(const std::vector<LedgerLine>& lines, qint64 now) {
    m_week->setWeek(weekOf(lines, now), now);
}

void EarningsView::setMarketHosts(const std::vector<HostFacts>& hosts) {
    m_wanted->setHosts(hosts, m_own);
    m_effect->setMarketHosts(hosts);
}

void EarningsView::fill() {
    fillFigures();
    m_chart->setEarnings(m_hosting, m_electricity, m_mining, m_now);
    m_devices->setHeading(tr("Devices"), m_hosting.place.isEmpty() ? m_hosting.name
                                                                   : tr("%1, %2").arg(m_hosting.name, m_hosting.place));
    m_device->setHosting(m_hosting, m_own);
    m_effect->setHosting(m_hosting, m_own);
    fillClaims();
    fillWhy();
}

void EarningsView::fillFigures() {
    const QString none = QStringLiteral("–"), unit = tr("credits");
    m_received->set(creditText(m_hosting.today), unit,
                    tr("%1, %2").arg(tr("%n win(s)", nullptr, static_cast<int>(m_hosting.winsToday)),
                                     tr("%n rental(s)", nullptr, static_cast<int>(m_hosting.rentalsToday))));
    const DayCosts costs = dayCosts(m_hosting, m_electricity, m_mining, m_now);
    if (costs.electricity)
        m_net->set(creditText(m_hosting.today - *costs.electricity), unit,
                   tr("%1 kWh at %2 credits")
                       .arg(QLocale().toString(costs.kilowattHours, 'f', 1), creditText(m_electricity.pricePerKwh)));
    else
        m_net->set(none, {}, tr("power not told yet"));
    if (costs.mining)
        m_miningFigure->set(creditText(*costs.mining), unit,
                            costs.miningNet ? tr("%1 after electricity").arg(creditText(*costs.miningNet))
                                            : tr("same hours, this device"));
    else
        m_miningFigure->set(none, {}, tr("no figure for this device"));
    if (m_hosting.paidWithinSeconds >= 0)
        m_within->set(m_hosting.paidWithinSeconds < 0.5 ? tr("under 1 s") : durationText(m_hosting.paidWithinSeconds),
                      {}, tr("median of the last claims"));
    else
        m_within->set(none, {}, tr("known after a payment"));
    m_bond->set(creditText(m_hosting.bondAtStake), unit,
                m_hosting.bondIsAll ? tr("up to the whole balance")
                                    : tr("at most %1 at once").arg(creditText(m_hosting.bondMax)));
}

void EarningsView::fillClaims() {
    const std::size_t shown = std::min(kClaimsShown, m_hosting.claims.size());
    while (m_claimRows.size() > shown) {
        delete m_claimRows.back();
        m_claimRows.pop_back();
    }
    while (m_claimRows.size() < shown) {
        auto* row = new ClaimRow;
        m_claims->body()->insertWidget(static_cast<int>(m_claimRows.size()), row);
        m_claimRows.push_back(row);
    }
    for (std::size_t i = 0; i < shown; ++i)
        m_claimRows[i]->set(m_hosting.claims[i]);
    const int more = static_cast<int>(m_hosting.claims.size() - shown);
    m_noClaims->setVisible(m_hosting.claims.empty() || more > 0);
    m_noClaims->setText(more > 0 ? tr("and %n more", nullptr, more)
                                 : tr("None. A win is listed here until it is paid."));
    m_pending->setFigure(creditText(m_hosting.pending), tr("credits"));
}

void EarningsView::fillWhy() {
    m_why->setVisible(!m_hosting.why.isEmpty());
    m_why->setHeading(m_hosting.device.isEmpty() ? tr("Why it waits") : tr("Why the %1 waits").arg(m_hosting.device));
    m_whyText->setText(m_hosting.why);
    m_ask->setVisible(m_hosting.askInstead.has_value());
    if (m_hosting.askInstead) m_ask->setText(tr("Ask %1 an hour").arg(creditText(*m_hosting.askInstead)));
}

} // namespace unchained::ui
