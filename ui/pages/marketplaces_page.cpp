// SPDX-License-Identifier: Apache-2.0
#include "pages/marketplaces_page.h"

#include "engine/market_link.h"
#include "net/address.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kMarketsSide = 344, kPortLow = 1024, kPortHigh = 65535, kPortUsual = 7420;
}

MarketRow::MarketRow(QWidget* parent)
    : QWidget(parent), m_name(makeLabel({}, Type::CardTitle)), m_where(makeLabel({}, Type::Small, Token::Text3)),
      m_state(makeParagraph({}, Type::Small)), m_figures(makeLabel({}, Type::Small, Token::Text2)),
      m_badge(new Badge({})), m_retry(makeButton(ButtonKind::Secondary, tr("Try again"), "retry")),
      m_remove(makeButton(ButtonKind::Quiet, tr("Remove"))), m_ask(new Banner(Banner::Kind::Caution, {})) {
    m_where->setElided(true);
    m_name->setElided(true);
    m_ask->setActions({tr("Keep"), tr("Remove")});
    m_ask->setClosable(false);
    m_ask->hide();
    auto* title = new QHBoxLayout;
    title->setSpacing(scaled(space::k8));
    title->addWidget(m_name);
    title->addWidget(m_badge);
    title->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k2));
    words->addLayout(title);
    words->addWidget(m_where);
    words->addWidget(m_state);
    words->addWidget(m_figures);
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::k8));
    row->addLayout(words, 1);
    row->addWidget(m_retry, 0, Qt::AlignTop);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k12));
    column->addWidget(makeLine());
    column->addLayout(row);
    column->addWidget(m_ask);
    column->addSpacing(scaled(space::k4));
    connect(m_retry, &QPushButton::clicked, this, [this] { emit retryWanted(m_address); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_ask->show(); });
    connect(m_ask, &Banner::action, this, [this](int index) {
        m_ask->hide();
        if (index == 1) emit removeWanted(m_address);
    });
}

QWidget* MarketRow::followTabOf(QWidget* before) {
    for (QPushButton* button : findChildren<QPushButton*>()) {
        setTabOrder(before, button);
        before = button;
    }
    return before;
}

void MarketRow::setMarket(const MarketFacts& market, qint64 now) {
    if (m_address != market.address) m_ask->hide();
    m_address = market.address;
    m_name->setText(market.name);
    m_where->setText(market.address);
    m_where->setToolTip(market.address);
    m_retry->setAccessibleName(tr("Try %1 again").arg(market.name));
    m_remove->setAccessibleName(tr("Remove %1").arg(market.name));
    m_retry->setVisible(market.state == LinkState::Lost);
    m_remove->setVisible(!market.demo);
    const Amount there = market.balance.value_or(Amount{}) + market.locked.value_or(Amount{});
    m_ask->setMessage(
        Banner::Kind::Caution,
        there.isZero() ? tr("Remove %1 from the list? Nothing of yours is there.").arg(market.name)
                       : tr("Remove %1 from the list? Your %2 credits there stay yours and are seen again when it is "
                            "added again.")
                             .arg(market.name, creditFloor(there)));
    setWords(market, now);
    setAccessibleName(market.name + QStringLiteral(", ") + m_badge->text());
}

void MarketRow::setWords(const MarketFacts& market, qint64 now) {
    const QString since = market.since > 0 ? momentText(market.since, now) : QString();
    QString words;
    switch (market.state) {
    case LinkState::Connecting:
        m_badge->setBadge(tr("Connecting"), Tone::Neutral, "clock");
        words = tr("Waiting for its first answer");
        break;
    case LinkState::Up:
        m_badge->setBadge(tr("Connected"), Tone::Right);
        words = market.delayMs < 0 ? tr("Connected since %1").arg(since)
                                   : tr("Answers in %1 ms, connected since %2")
                                         .arg(countText(static_cast<quint64>(market.delayMs)), since);
        break;
    case LinkState::Lost:
        m_badge->setBadge(tr("Not reachable"), Tone::Wrong, "link");
        words = tr("No answer since %1.").arg(since);
        if (market.trouble.any()) words += QLatin1Char(' ') + troubleText(market.trouble) + QLatin1Char('.');
        words +=
            QLatin1Char(' ') +
            tr("Jobs on hosts that are reached directly go on; others wait for it, and no deadline runs meanwhile.");
        if (market.nextTry > now)
            words +=
                QLatin1Char(' ') +
                tr("Next try by itself in %1.").arg(durationText(static_cast<double>(market.nextTry - now) / 1000));
        break;
    }
    m_state->setText(words);
    QStringList figures;
    if (market.state == LinkState::Up) figures << tr("%n host(s)", nullptr, static_cast<int>(market.hosts));
    if (market.balance) figures << tr("%1 credits").arg(creditFloor(*market.balance));
    if (market.locked && !market.locked->isZero()) figures << tr("%1 locked").arg(creditCeiling(*market.locked));
    m_figures->setText(figures.join(QStringLiteral(" · ")));
    m_figures->setVisible(!figures.isEmpty());
}

MarketplacesPage::MarketplacesPage(QWidget* parent) : PageFrame(parent), m_states(new FourStatePage), m_list(new Card) {
    column()->addWidget(makeLabel(tr("Marketplaces"), Type::Page));
    m_firstStop = m_states->findChild<QPushButton*>();
    auto* columns = new TwoColumns(kMarketsSide);
    m_list->setHeading(tr("Used by this program"));
    // Not inside of the states: the list ends where its last line ends, and they need more room than one line.
    columns->main()->addWidget(m_states, 100);
    columns->main()->addWidget(m_list);
    columns->main()->addStretch(1);
    columns->addSide(buildAdd());
    columns->addSide(buildHere());
    columns->setMainFills(false);
    column()->addWidget(columns, 1);
    connect(m_states, &FourStatePage::primary, this, [this] { m_address->setFocus(); });
    setHere({}, false);
    fill();
}

Card* MarketplacesPage::buildAdd() {
    auto* card = new Card;
    card->setHeading(tr("Add by address"));
    m_address = new QLineEdit;
    m_address->setPlaceholderText(tr("host:port#fingerprint"));
    m_mistake = makeParagraph({}, Type::Small, Token::Wrong);
    m_mistake->hide();
    auto* button = makeButton(ButtonKind::Primary, tr("Add the marketplace"), "plus");
    card->body()->setSpacing(scaled(space::k8));
    card->body()->addWidget(
        makeParagraph(tr("Whoever runs a marketplace gives out its address. The part after # is its "
                         "fingerprint: no other can answer in its place."),
                      Type::Small));
    card->body()->addWidget(withLabel(tr("Address"), m_address));
    card->body()->addWidget(m_mistake);
    card->body()->addWidget(button);
    connect(button, &QPushButton::clicked, this, &MarketplacesPage::add);
    connect(m_address, &QLineEdit::returnPressed, this, &MarketplacesPage::add);
    connect(m_address, &QLineEdit::textChanged, m_mistake, &QWidget::hide);
    return card;
}

void MarketplacesPage::add() {
    QString text = m_address->text().trimmed();
    QString plain = text;
    // A link that was handed on, as "unchained://host:port#…", is as good as the address in it.
    if (plain.startsWith(QLatin1String("unchained:"), Qt::CaseInsensitive)) plain = plain.mid(10);
    while (plain.startsWith(QLatin1Char('/')))
        plain = plain.mid(1);
    QString mistake;
    const bool known =
        std::any_of(m_markets.begin(), m_markets.end(), [&](const MarketFacts& each) { return each.address == plain; });
    if (plain.isEmpty())
        mistake = tr("Type or paste an address first.");
    else if (!plain.contains(QLatin1Char('#')))
        mistake = tr("The fingerprint is missing: after host and port come # and 64 digits.");
    else if (const auto parsed = net::HubAddress::parse(plain.toStdString()); !parsed)
        mistake = tr("This is no address: %1").arg(troubleOf(parsed.error()).sentence);
    else if (known)
        mistake = tr("It is in the list already.");
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());
    if (!mistake.isEmpty()) return m_address->setFocus();
    m_address->clear();
    emit addWanted(plain);
}

Card* MarketplacesPage::buildHere() {
    auto* card = new Card;
    card->setHeading(tr("Run one here"));
    card->body()->setSpacing(scaled(space::k8));
    card->body()->addWidget(m_start = buildStart());
    card->body()->addWidget(m_running = buildRunning());
    return card;
}

QWidget* MarketplacesPage::buildStart() {
    auto* part = new QWidget;
    auto* start = new QVBoxLayout(part);
    start->setContentsMargins(0, 0, 0, 0);
    start->setSpacing(scaled(space::k8));
    m_port = new Stepper(tr("Port"), kPortLow, kPortHigh, kPortUsual);
    m_port->setGroupSeparatorShown(false);
    m_for = new SegmentedControl(tr("Who reaches it"), {{tr("Only this machine"), {}}, {tr("Others, too"), {}}},
                                 SegmentedControl::Look::Outline);
    m_for->setStretched(true);
    m_reach = makeParagraph({}, Type::Small);
    auto* run = makeButton(ButtonKind::Secondary, tr("Run a marketplace"), "hub");
    start->addWidget(makeParagraph(tr("A marketplace of your own on this machine. It keeps the books, so it must stay "
                                      "on while jobs run."),
                                   Type::Small));
    start->addWidget(m_for);
    start->addWidget(m_reach);
    start->addWidget(withLabel(tr("Port"), m_port));
    start->addWidget(run);
    const auto tellReach = [this] {
        m_reach->setText(m_for->current() == 1
                             ? tr("For your lab or your friends: whoever reaches this machine and has the address can "
                                  "join, rent and host.")
                             : tr("To try things out: programs on this machine reach it, and nobody else."));
    };
    connect(m_for, &SegmentedControl::changed, this, tellReach);
    tellReach();
    connect(run, &QPushButton::clicked, this,
            [this] { emit runHereWanted(static_cast<quint16>(m_port->value()), m_for->current() == 1); });
    return part;
}

QWidget* MarketplacesPage::buildRunning() {
    auto* part = new QWidget;
    auto* running = new QVBoxLayout(part);
    running->setContentsMargins(0, 0, 0, 0);
    running->setSpacing(scaled(space::k8));
    m_hereAddress = new QLineEdit;
    m_hereAddress->setReadOnly(true);
    m_hereLabel = makeLabel({}, Type::Small, Token::Text2);
    m_hereLabel->setBuddy(m_hereAddress);
    m_hereNote = makeParagraph({}, Type::Small, Token::Text3);
    m_copy = makeButton(ButtonKind::Secondary, tr("Copy the address"), "file");
    auto* stop = makeButton(ButtonKind::Danger, tr("Stop it"), "stop");
    running->addWidget(new Badge(tr("Runs on this machine"), Tone::Right));
    running->addWidget(m_hereLabel);
    running->addWidget(m_hereAddress);
    running->addWidget(m_hereNote);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy, 1);
    buttons->addWidget(stop);
    running->addLayout(buttons);
    connect(stop, &QPushButton::clicked, this, &MarketplacesPage::stopHereWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_hereAddress->text());
        m_copy->setText(tr("Copied"));
        setButtonIcon(m_copy, "check");
    });
    return part;
}

void MarketplacesPage::setHere(const QString& address, bool forOthers) {
    m_start->setVisible(address.isEmpty());
    m_running->setVisible(!address.isEmpty());
    m_for->setCurrent(forOthers ? 1 : 0);
    m_hereLabel->setText(forOthers ? tr("Its address, for others to add") : tr("Its address, on this machine"));
    m_hereAddress->setAccessibleName(m_hereLabel->text());
    m_hereNote->setText(forOthers ? tr("It must not be closed off by the firewall of this machine or its network.")
                                  : tr("Others cannot reach it. Stop it, and run it for others, too."));
    if (m_hereAddress->text() == address) return;
    m_hereAddress->setText(address);
    m_hereAddress->setCursorPosition(0);
    m_copy->setText(tr("Copy the address"));
    setButtonIcon(m_copy, "file");
}

void MarketplacesPage::setMarkets(const std::vector<MarketFacts>& markets) {
    m_markets = markets;
    fill();
}

void MarketplacesPage::setNow(qint64 now) {
    m_now = now;
    fill();
}

void MarketplacesPage::fill() {
    while (m_rows.size() > m_markets.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    const std::size_t before = m_rows.size();
    while (m_rows.size() < m_markets.size()) {
        auto* row = new MarketRow;
        connect(row, &MarketRow::retryWanted, this, &MarketplacesPage::retryWanted);
        connect(row, &MarketRow::removeWanted, this, &MarketplacesPage::removeWanted);
        m_list->body()->addWidget(row);
        m_list->body()->setSpacing(scaled(space::k4));
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setMarket(m_markets[i], m_now);
    if (m_rows.size() > before) { // made last, and read before what stands beside them
        QWidget* last = m_firstStop;
        for (MarketRow* row : m_rows)
            last = row->followTabOf(last);
    }
    m_states->setVisible(m_markets.empty());
    m_list->setVisible(!m_markets.empty());
    if (m_markets.empty())
        m_states->showEmpty({tr("No marketplace yet"),
                             tr("Hosts are found on marketplaces. Add one by its address, or run one on this machine."),
                             tr("Add one"),
                             {},
                             {},
                             "hub"});
}

} // namespace unchained::ui
