// SPDX-License-Identifier: Apache-2.0
#include "pages/bets_page.h"

#include "models/bet_model.h"
#include "models/bet_words.h"
#include "pages/bet_cards.h"
#include "pages/bet_list.h"
#include "pages/page_frame.h"
#include "pages/peer_picture.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/format.h"
#include "widgets/four_state_page.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

namespace unchained::ui {

namespace {
constexpr int kListWidth = 400, kBreak = 1000, kSideWidth = 270, kPicture = 44, kThree = 1500, kThirdWidth = 380;
constexpr std::array kOrders{BetModel::Order::LeastSure, BetModel::Order::EndsSoonest, BetModel::Order::MostStaked,
                             BetModel::Order::Newest};
constexpr std::array kTabs{BetModel::Tab::Open, BetModel::Tab::Mine, BetModel::Tab::Ended, BetModel::Tab::Openable};

QString orderName(BetModel::Order order) {
    switch (order) {
    case BetModel::Order::LeastSure:
        return BetsPage::tr("Least sure first");
    case BetModel::Order::EndsSoonest:
        return BetsPage::tr("Ends soonest first");
    case BetModel::Order::MostStaked:
        return BetsPage::tr("Most staked first");
    case BetModel::Order::Newest:
        return BetsPage::tr("Newest first");
    }
    return {};
}

/// Between the list and what is chosen of it.
class Border : public Themed<QWidget> {
public:
    explicit Border(QWidget* parent = nullptr) : Themed(parent) { setFixedWidth(1); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override { QPainter(this).fillRect(rect(), color(Token::Border)); }
};
} // namespace

BetsPage::BetsPage(QWidget* parent)
    : QWidget(parent), m_model(new BetModel(this)), m_list(new BetList(*m_model)), m_states(new FourStatePage),
      m_listStates(new FourStatePage), m_atStake(new FigureLabel), m_picture(new PeerPicture(kPicture)),
      m_question(makeLabel({}, Type::Section)), m_line(makeLabel({}, Type::Small, Token::Text2)),
      m_time(makeLabel({}, Type::Value)), m_timeNote(makeLabel({}, Type::Small, Token::Text2)),
      m_chart(new BetChartCard), m_stake(new BetStakeCard), m_depth(new BetDepthCard), m_position(new BetPositionCard),
      m_history(new BetHistoryCard) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(makeLine());
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_listColumn = buildList());
    row->addWidget(m_border = new Border);
    row->addWidget(m_detail = buildDetail(), 1);
    row->addWidget(m_thirdBorder = new Border);
    row->addWidget(m_third = buildThird());
    m_states->setContent(content);
    m_states->showLoading();
    column->addWidget(m_states, 1);
    connect(m_states, &FourStatePage::primary, this,
            [this] { m_markets.empty() ? emit addMarketWanted() : emit browseWanted(); });
    connect(m_states, &FourStatePage::retry, this, &BetsPage::retryWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (const BetFacts* bet = m_model->at(now.row())) choose(bet->subject);
    });
    const auto open = [this] {
        if (!m_chosen) return;
        m_open = true;
        arrange();
    };
    connect(m_list, &QAbstractItemView::activated, this, open);
    connect(m_list, &QAbstractItemView::clicked, this, open);
    connect(m_stake, &BetStakeCard::stakeWanted, this, &BetsPage::stakeWanted);
    connect(m_stake, &BetStakeCard::openWanted, this, [this](const BetSubject& subject, qint64 most) {
        m_opening = true;
        emit openWanted(subject, most);
    });
    arrange();
}

QWidget* BetsPage::buildHeader() {
    auto* header = new QWidget;
    auto* line = new QHBoxLayout(header);
    line->setContentsMargins(scaled(space::kPage), scaled(14), scaled(space::kPage), scaled(14));
    line->setSpacing(scaled(space::k12));
    line->addWidget(makeLabel(tr("Bets"), Type::Page));
    auto* words = makeLabel(tr("Stake credits on whether claimed work is right. Without a check all stakes come back."),
                            Type::Small, Token::Text2);
    words->setElided(true);
    line->addWidget(words, 1);
    line->addWidget(makeLabel(tr("At stake"), Type::Body, Token::Text2));
    line->addWidget(m_atStake);
    return header;
}

QWidget* BetsPage::buildList() {
    auto* out = new QWidget;
    auto* column = new QVBoxLayout(out);
    column->setContentsMargins(scaled(space::k8), scaled(space::k12), 0, scaled(space::k8));
    column->setSpacing(scaled(space::k8));
    auto* tabs = new QHBoxLayout;
    tabs->setSpacing(scaled(space::k6));
    tabs->setContentsMargins(scaled(space::k8), 0, 0, 0);
    for (std::size_t i = 0; i < kTabs.size(); ++i) {
        auto* tab = new Chip({});
        tab->setPlain(true);
        tab->setSmall(true);
        connect(tab, &QAbstractButton::clicked, this, [this, i] { chooseTab(static_cast<int>(i)); });
        tabs->addWidget(tab);
        m_tabs.push_back(tab);
    }
    tabs->addStretch(1);
    column->addLayout(tabs);
    auto* heads = new QHBoxLayout;
    heads->setContentsMargins(scaled(space::k12), 0, scaled(space::k16), 0);
    m_order = makeButton(ButtonKind::Link, {});
    connect(m_order, &QPushButton::clicked, this, &BetsPage::openOrders);
    heads->addWidget(m_order);
    heads->addStretch(1);
    heads->addWidget(makeLabel(tr("right"), Type::Small, Token::Text2));
    heads->addSpacing(scaled(space::k24));
    heads->addWidget(makeLabel(tr("staked, left"), Type::Small, Token::Text2));
    column->addLayout(heads);
    m_listStates->setContent(m_list);
    column->addWidget(m_listStates, 1);
    return out;
}

QWidget* BetsPage::buildDetail() {
    auto* frame = new PageFrame;
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::k12));
    auto* back = makeIconButton("back", tr("Back to the list"));
    m_back = back;
    connect(back, &QPushButton::clicked, this, [this] {
        m_open = false;
        arrange();
        m_list->setFocus();
    });
    line->addWidget(back);
    line->addWidget(m_picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k2));
    m_question->setElided(true);
    m_line->setElided(true);
    words->addWidget(m_question);
    words->addWidget(m_line);
    line->addLayout(words, 1);
    auto* time = new QVBoxLayout;
    time->setSpacing(scaled(space::k2));
    m_time->setAlignment(Qt::AlignRight);
    m_timeNote->setAlignment(Qt::AlignRight);
    time->addWidget(m_time);
    time->addWidget(m_timeNote);
    line->addLayout(time);
    frame->column()->addLayout(line);
    frame->column()->addWidget(m_chart, 1);
    m_chart->setMinimumHeight(scaled(184));
    auto* cards = new QHBoxLayout;
    cards->setSpacing(scaled(space::k12));
    cards->addWidget(m_stake, 1);
    m_side = new QVBoxLayout;
    m_side->setSpacing(scaled(space::k12));
    m_side->addWidget(m_depth);
    m_side->addWidget(m_position, 1);
    m_depth->setFixedWidth(scaled(kSideWidth));
    m_position->setFixedWidth(scaled(kSideWidth));
    cards->addLayout(m_side);
    frame->column()->addLayout(cards);
    connect(m_position, &BetPositionCard::sellWanted, m_stake, &BetStakeCard::sell);
    connect(m_position, &BetPositionCard::checkWanted, m_stake, &BetStakeCard::force);
    return frame;
}

QWidget* BetsPage::buildThird() {
    auto* frame = new PageFrame;
    m_thirdColumn = frame->column();
    m_thirdColumn->addWidget(m_history, 1);
    frame->setFixedWidth(scaled(kThirdWidth));
    return frame;
}

// ---- facts

void BetsPage::setMarkets(const std::vector<MarketFacts>& markets) {
    m_markets = markets;
    m_marketsTold = true;
    fill();
}

void BetsPage::setBets(const QString& address, const std::vector<BetFacts>& bets, const Trouble& why) {
    m_told[address] = {bets, why};
    fill();
    if (m_chosen && m_chosen->market == address) emit historyWanted(*m_chosen);
}

void BetsPage::setHistory(const BetSubject& subject, const std::vector<BetPoint>& points) {
    if (subject != m_chosen || points == m_points) return;
    m_points = points;
    fillDetail();
}

void BetsPage::forgetStake() {
    m_opening = false;
    m_stake->forgetStake();
}

void BetsPage::setResult(const Trouble& why, const QString& done) {
    m_stake->setResult(why, done);
    if (!std::exchange(m_opening, false) || why.any()) return;
    m_model->setTab(BetModel::Tab::Open); // where the market that was opened is listed
    fill();
}

void BetsPage::setNow(qint64 now) {
    m_now = now;
    m_model->setNow(now);
    if (isVisible()) fillDetail();
}

int BetsPage::underWay() const {
    int out = 0;
    for (const auto& [address, told] : m_told)
        for (const BetFacts& bet : told.bets)
            out += bet.mine && bet.state == BetState::Open ? 1 : 0;
    return out;
}

const MarketFacts* BetsPage::market(const QString& address) const {
    const auto at =
        std::find_if(m_markets.begin(), m_markets.end(), [&](const MarketFacts& m) { return m.address == address; });
    return at == m_markets.end() ? nullptr : &*at;
}

void BetsPage::fill() {
    std::vector<BetFacts> all;
    for (const auto& [address, told] : m_told)
        if (market(address)) all.insert(all.end(), told.bets.begin(), told.bets.end());
    m_model->setBets(std::move(all));
    m_atStake->setFigure(creditText(m_model->staked()), tr("credits"));
    fillTabs();
    fillStates();
    keepChoice();
    fillDetail();
}

void BetsPage::fillTabs() {
    const QString names[] = {tr("Open"), tr("Mine"), tr("Ended"), tr("To open")};
    for (std::size_t i = 0; i < kTabs.size(); ++i) {
        const int count = m_model->count(kTabs[i]);
        m_tabs[i]->setText(count == 0 ? names[i]
                                      : names[i] + QLatin1Char(' ') + countText(static_cast<quint64>(count)));
        m_tabs[i]->setActive(m_model->tab() == kTabs[i]);
    }
    const QString order = orderName(m_model->order());
    m_order->setText(order + QStringLiteral(" ▾"));
    m_order->setAccessibleName(tr("Order: %1").arg(order));
}

void BetsPage::openOrders() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const BetModel::Order order : kOrders) {
        QAction* action = menu->addAction(orderName(order));
        action->setCheckable(true);
        action->setChecked(order == m_model->order());
        connect(action, &QAction::triggered, this, [this, order] {
            m_model->setOrder(order);
            fill();
        });
    }
    menu->popup(m_order->mapToGlobal(QPoint(0, m_order->height())));
}

void BetsPage::fillStates() {
    if (!m_marketsTold) return m_states->showLoading();
    if (m_markets.empty())
        return m_states->showEmpty(
            {tr("No marketplace yet"),
             tr("Bets are made at marketplaces: add one, and what is bet on there is listed here."),
             tr("Add a marketplace"),
             {},
             {},
             "bets"});
    const auto lost = std::find_if(m_markets.begin(), m_markets.end(),
                                   [](const MarketFacts& m) { return m.state == LinkState::Lost; });
    const bool up =
        std::any_of(m_markets.begin(), m_markets.end(), [](const MarketFacts& m) { return m.state == LinkState::Up; });
    if (!up && lost != m_markets.end() && m_model->isEmpty())
        return m_states->showError({tr("%1 does not answer").arg(lost->name),
                                    tr("Since %1: %2. What you have staked stays where it is.")
                                        .arg(clockText(lost->since), troubleText(lost->trouble)),
                                    {},
                                    {},
                                    {},
                                    {}});
    if (m_told.empty()) return m_states->showLoading();
    const auto failed =
        std::find_if(m_told.begin(), m_told.end(), [](const auto& t) { return t.second.trouble.any(); });
    if (m_model->isEmpty() && failed != m_told.end())
        return m_states->showError(
            {tr("The marketplace says nothing of bets"), troubleText(failed->second.trouble), {}, {}, {}, {}});
    if (m_model->isEmpty())
        return m_states->showEmpty({tr("Nothing to bet on now"),
                                    tr("Bets are made on work that is under way and drawn by a beacon. When somebody "
                                       "rents in that way, its claims can be bet on here."),
                                    tr("Browse hosts"),
                                    {},
                                    {},
                                    "bets"});
    m_states->showContent();
    if (m_model->rowCount() > 0) return m_listStates->showContent();
    const bool mine = m_model->tab() == BetModel::Tab::Mine, open = m_model->tab() == BetModel::Tab::Open;
    m_listStates->showEmpty({mine   ? tr("You have no bets")
                             : open ? tr("No market is open")
                                    : tr("Nothing here yet"),
                             open ? tr("Open one yourself: \"To open\" lists what there could be one on.")
                                  : tr("What you look for may be under another heading."),
                             {},
                             {},
                             {},
                             "bets"});
}

void BetsPage::chooseTab(int tab) {
    m_model->setTab(kTabs[static_cast<std::size_t>(tab)]);
    if (m_chosen && m_model->rowOf(*m_chosen) < 0) m_chosen.reset();
    fill();
}

void BetsPage::open(const BetSubject& subject) {
    if (const BetFacts* bet = m_model->find(subject)) m_model->setTab(BetModel::tabOf(*bet));
    choose(subject);
    m_open = true;
    fill();
    arrange();
}

/// The same market stays chosen while rows come and go; without one, the first.
void BetsPage::keepChoice() {
    const int row = m_chosen ? m_model->rowOf(*m_chosen) : -1;
    if (row >= 0) {
        if (m_list->currentIndex().row() != row) m_list->setCurrentIndex(m_model->index(row));
        return;
    }
    if (m_chosen && m_model->find(*m_chosen)) return; // it stands under another heading now
    m_chosen.reset();
    if (m_model->rowCount() == 0) return;
    m_list->setCurrentIndex({});
    m_list->setCurrentIndex(m_model->index(0));
}

void BetsPage::choose(const BetSubject& subject) {
    if (m_chosen == subject) return;
    m_chosen = subject;
    m_points.clear();
    fillDetail();
    const BetFacts* bet = m_model->find(subject);
    if (bet && bet->state != BetState::Openable) emit historyWanted(subject);
}

void BetsPage::fillDetail() {
    const BetFacts* bet = m_chosen ? m_model->find(*m_chosen) : nullptr;
    for (QWidget* frame : {m_detail, m_third})
        static_cast<QScrollArea*>(frame)->widget()->setVisible(bet != nullptr);
    if (!bet) return;
    m_picture->setPeer(bet->provider);
    m_question->setText(betQuestion(*bet));
    m_line->setText(betLine(*bet));
    m_time->setText(betTime(*bet, m_now));
    const bool open = bet->state == BetState::Open;
    m_timeNote->setText(open && bet->closesAt > 0 ? tr("left to stake") : QString());
    m_chart->setBet(*bet, m_points, m_now);
    const MarketFacts* where = market(bet->subject.market);
    m_stake->setBalance(where ? where->balance : std::nullopt);
    m_stake->setBet(*bet, m_now);
    m_depth->setBet(*bet);
    m_position->setBet(*bet, m_now);
    m_history->setPoints(m_points);
}

// ---- shape

void BetsPage::arrange() {
    const bool narrow = width() < scaled(kBreak);
    if (!narrow) m_open = false;
    m_listColumn->setVisible(!narrow || !m_open);
    m_listColumn->setFixedWidth(narrow ? width() : scaled(kListWidth));
    m_detail->setVisible(!narrow || m_open);
    m_back->setVisible(narrow);
    m_border->setVisible(!narrow);
    arrangeSide(width() >= scaled(kThree));
}

/// Depth and position lie beside the stake, or in a column of their own.
void BetsPage::arrangeSide(bool wide) {
    m_third->setVisible(wide);
    m_thirdBorder->setVisible(wide);
    if (wide == (m_depth->parentWidget() == m_history->parentWidget())) return;
    QBoxLayout* from = wide ? m_side : m_thirdColumn;
    for (QWidget* part : std::initializer_list<QWidget*>{m_position, m_depth}) {
        from->removeWidget(part);
        part->setMinimumWidth(wide ? 0 : scaled(kSideWidth));
        part->setMaximumWidth(wide ? QWIDGETSIZE_MAX : scaled(kSideWidth));
    }
    if (wide) {
        m_thirdColumn->insertWidget(0, m_position);
        m_thirdColumn->insertWidget(1, m_depth);
    } else {
        m_side->addWidget(m_depth);
        m_side->addWidget(m_position, 1);
    }
}

void BetsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void BetsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    emit watched(true);
}

void BetsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    emit watched(false);
}

void BetsPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape || !m_open) return QWidget::keyPressEvent(event);
    m_open = false;
    arrange();
    m_list->setFocus();
}

} // namespace unchained::ui
