// SPDX-License-Identifier: Apache-2.0
#include "pages/host_page.h"

#include "pages/earnings_view.h"
#include "pages/price_table.h"
#include "pages/renters_view.h"
#include "pages/wanted_card.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QBoxLayout>

namespace unchained::ui {

namespace {
enum Part { Earnings, Listing, Renters };
}

HostPage::HostPage(QWidget* parent)
    : PageFrame(parent), m_tabs(new SegmentedControl(tr("Parts of this page"),
                                                     {{tr("Earnings"), {}}, {tr("Listing"), {}}, {tr("Renters"), {}}})),
      m_pause(makeButton(ButtonKind::Secondary, tr("Pause"), "pause")),
      m_stop(makeButton(ButtonKind::Secondary, tr("Stop hosting"), "stop")),
      m_intro(makeParagraph(tr("Put this machine to work. Renters pay for each step that is right, within seconds; it "
                               "bets credits that they are."))),
      m_trouble(new Banner(Banner::Kind::Error, {})), m_askStop(new Banner(Banner::Kind::Caution, {})),
      m_earnings(new EarningsView), m_form(new ListingForm), m_renters(new RentersView) {
    auto* header = new QHBoxLayout;
    header->setSpacing(scaled(space::k12));
    header->addWidget(makeLabel(tr("Host"), Type::Page));
    header->addSpacing(scaled(space::k8));
    header->addWidget(m_tabs);
    header->addStretch(1);
    header->addWidget(m_pause);
    header->addWidget(m_stop);
    m_trouble->setClosable(false);
    m_askStop->setClosable(false);
    m_askStop->setActions({tr("Go on hosting"), tr("Stop hosting")});
    m_trouble->hide();
    m_askStop->hide();
    column()->addLayout(header);
    for (QWidget* part : std::initializer_list<QWidget*>{m_trouble, m_askStop, m_intro})
        column()->addWidget(part);
    column()->addWidget(m_earnings, 1);
    column()->addWidget(m_renters, 1);
    column()->addWidget(m_form, 1);

    connect(m_tabs, &SegmentedControl::changed, this, &HostPage::showPart);
    connect(m_pause, &QPushButton::clicked, this,
            [this] { emit pauseWanted(m_hosting.state != HostingState::Paused); });
    connect(m_stop, &QPushButton::clicked, m_askStop, &QWidget::show);
    connect(m_askStop, &Banner::action, this, [this](int index) {
        m_askStop->hide();
        if (index == 1) emit stopWanted();
    });
    connect(m_earnings, &EarningsView::pauseWanted, this, &HostPage::pauseWanted);
    connect(m_earnings, &EarningsView::priceWanted, this, &HostPage::priceWanted);
    connect(m_earnings, &EarningsView::bondWanted, this, &HostPage::bondWanted);
    connect(m_renters, &RentersView::reviewWanted, this,
            [this](const QByteArray& contract, const StarsGiven& stars, const QString& text) {
                emit reviewWanted(marketOf(contract), contract, stars, text);
            });
    connect(m_renters, &RentersView::replyWanted, this, [this](const QByteArray& contract, const QString& text) {
        emit replyWanted(marketOf(contract), contract, text);
    });
    connect(m_form, &ListingForm::listWanted, this, &HostPage::listWanted);
    connect(m_form, &ListingForm::priceWanted, this, &HostPage::priceWanted);
    connect(m_form, &ListingForm::bondWanted, this, &HostPage::bondWanted);
    connect(m_form, &ListingForm::electricityChanged, this, [this](double watts, Amount price) {
        m_earnings->setElectricity({watts, price});
        emit electricityChanged(watts, price);
    });
    fill();
}

void HostPage::setHosting(const HostingFacts& hosting) {
    if (m_hosting.state == HostingState::Off && hosting.state != HostingState::Off) m_tabs->setCurrent(Earnings);
    const bool elsewhere = m_hosting.market != hosting.market;
    m_hosting = hosting;
    if (elsewhere) fillWanted();
    fill();
}

void HostPage::setMarketHosts(const QString& market, const std::vector<HostFacts>& hosts) {
    m_marketHosts[market] = hosts;
    fillWanted();
}

/// Of the marketplace on which it is listed; before that of all that are known.
void HostPage::fillWanted() {
    std::vector<HostFacts> hosts;
    for (const auto& [market, there] : m_marketHosts)
        if (m_hosting.state == HostingState::Off || market == m_hosting.market)
            hosts.insert(hosts.end(), there.begin(), there.end());
    m_earnings->setMarketHosts(hosts);
    m_form->wanted()->setHosts(hosts, m_peer);
}

void HostPage::setLedger(const std::vector<LedgerLine>& lines) {
    m_ledger = lines;
    m_earnings->setLedger(m_ledger, m_now);
}

void HostPage::setMarkets(const std::vector<MarketFacts>& markets) {
    m_form->setMarkets(markets);
}

void HostPage::setNow(qint64 now) {
    const auto minuteOf = [](qint64 time) { return time / 60'000; };
    const bool another = minuteOf(now) != minuteOf(m_now);
    m_now = now;
    if (another) m_earnings->setLedger(m_ledger, m_now);
    if (m_hosting.state != HostingState::Off) m_earnings->setHosting(m_hosting, m_peer, m_now);
}

void HostPage::setElectricity(double watts, Amount pricePerKwh) {
    m_form->setElectricity({watts, pricePerKwh});
    m_earnings->setElectricity({watts, pricePerKwh});
}

void HostPage::setPeer(const QByteArray& peer) {
    m_peer = peer;
    fillWanted();
    fill();
}

void HostPage::fill() {
    m_form->setHosting(m_hosting);
    m_earnings->setHosting(m_hosting, m_peer, m_now);
    const bool listed = m_hosting.state != HostingState::Off;
    m_renters->setReviews(listed ? m_hosting.reviews : std::vector<ReviewFacts>{}, m_hosting.tasks, m_now);
    const std::optional<double> mining = miningPerHour(m_hosting.device);
    m_form->setMining(mining);
    m_earnings->setMining(mining);
    const bool ending = m_hosting.state == HostingState::Ending;
    m_pause->setText(m_hosting.state == HostingState::Paused ? tr("Take rentals again") : tr("Pause"));
    setButtonIcon(m_pause, m_hosting.state == HostingState::Paused ? "play" : "pause");
    m_pause->setEnabled(!ending && m_hosting.state != HostingState::Measuring);
    m_stop->setEnabled(!ending);
    m_trouble->setVisible(m_hosting.trouble.any());
    if (m_hosting.trouble.any()) m_trouble->setMessage(Banner::Kind::Error, troubleText(m_hosting.trouble));
    const bool rented = m_hosting.state == HostingState::Rented;
    m_askStop->setMessage(Banner::Kind::Caution,
                          rented
                              ? tr("Stop hosting? The rental under way is finished and paid first; then this machine "
                                   "leaves the list.")
                              : tr("Stop hosting? This machine leaves the list; what it has won is still paid."));
    showPart();
}

void HostPage::showPart() {
    const bool listed = m_hosting.state != HostingState::Off;
    if (!listed) m_askStop->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_tabs, m_pause, m_stop})
        part->setVisible(listed);
    m_intro->setVisible(!listed);
    m_earnings->setVisible(listed && m_tabs->current() == Earnings);
    m_form->setVisible(!listed || m_tabs->current() == Listing);
    m_renters->setVisible(listed ? m_tabs->current() == Renters : m_renters->asks());
    column()->setStretchFactor(m_renters, listed ? 1 : 0);
}

QString HostPage::marketOf(const QByteArray& contract) const {
    const auto at = std::find_if(m_hosting.tasks.begin(), m_hosting.tasks.end(),
                                 [&](const ReviewTask& task) { return task.contract == contract; });
    return at == m_hosting.tasks.end() ? m_hosting.market : at->market;
}

} // namespace unchained::ui
