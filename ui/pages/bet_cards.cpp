// SPDX-License-Identifier: Apache-2.0
#include "pages/bet_cards.h"

#include "models/bet_words.h"
#include "theme/figure_text.h"
#include "theme/icons.h"
#include "widgets/button.h"
#include "widgets/chart.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/segmented.h"
#include "widgets/slider.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kTicketsMost = 999, kChanceSteps = 1000;
constexpr qint64 kMoved = 10'000; ///< a hundredth: less is no news
constexpr qint64 kBetMinuteMs = 60'000;

QString creditsOf(Amount amount) {
    return BetStakeCard::tr("%1 credits").arg(creditText(amount));
}

/// What the credits of one ticket that pays 1 mean for one that pays its face.
Amount perTicket(const BetFacts& bet, qint64 price) {
    return Amount::micros(ticketFace(bet).micro() * price / betting::kWholePrice);
}

} // namespace

// ---- what the market says

BetChartCard::BetChartCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_percent(makeLabel({}, Type::Figure)),
      m_moved(makeLabel({}, Type::Small, Token::Text2)), m_check(makeParagraph({}, Type::Small)),
      m_chart(new Chart(tr("What the market says"))) {
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::k8));
    line->addWidget(m_percent);
    line->addWidget(makeLabel(tr("right, says the market"), Type::Body, Token::Text2));
    line->addStretch(1);
    line->addWidget(m_moved);
    line->addWidget(m_chart->tableButton());
    body()->setSpacing(scaled(space::k4));
    body()->addLayout(line);
    body()->addWidget(m_chart, 1);
    body()->addWidget(m_check);
}

void BetChartCard::setBet(const BetFacts& bet, const std::vector<BetPoint>& points, qint64 now) {
    m_percent->setText(betPercent(bet));
    m_check->setText(betCheck(bet));
    m_check->setVisible(!m_check->text().isEmpty());
    ChartData shown;
    shown.x = {tr("time"), ChartUnit::Time, 0, {}, {}};
    shown.left = {tr("right"), ChartUnit::Percent, 1, 0.0, 1.0};
    ChartSeries price;
    price.name = tr("right, says the market");
    price.token = Token::C1;
    price.shape = ChartSeries::Shape::Steps;
    price.label = false;
    price.strong = true;
    const BetPoint* fall = nullptr;
    qint64 before = bet.openedRight, deepest = kMoved;
    for (const BetPoint& point : points) {
        price.points.append({static_cast<double>(point.time), static_cast<double>(point.right) / 1e6});
        if (before - point.right > deepest) {
            deepest = before - point.right;
            fall = &point;
        }
        before = point.right;
    }
    // By the minute, so that a table that is read stays where it is.
    const qint64 end = bet.state == BetState::Open ? now - now % kBetMinuteMs : bet.endedAt;
    if (!points.empty() && end > points.back().time)
        price.points.append({static_cast<double>(end), static_cast<double>(bet.right) / 1e6});
    if (fall)
        shown.notes = {{{static_cast<double>(fall->time), static_cast<double>(fall->right) / 1e6},
                        tr("%1 credits on wrong").arg(creditText(fall->onWrong))}};
    if (bet.closesAt > now) {
        shown.x.high = static_cast<double>(bet.closesAt);
        shown.marker = {static_cast<double>(bet.closesAt), tr("the claim is final")};
    }
    shown.series = {price};
    shown.empty = bet.state == BetState::Openable ? tr("Nobody has opened a market on this.")
                                                  : tr("The line begins with the first clearing.");
    m_chart->setData(std::move(shown));
    const qint64 moved = bet.right - bet.openedRight;
    m_moved->setToken(moved <= -kMoved ? Token::Wrong : Token::Text2);
    m_moved->setText(std::abs(moved) < kMoved ? QString()
                                              : tr("%1 points since %2")
                                                    .arg(signedCount(std::lround(static_cast<double>(moved) / 1e4)))
                                                    .arg(clockText(bet.openedAt)));
}

// ---- staking

BetStakeCard::BetStakeCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_form(new QWidget), m_tickets(new Stepper(tr("Tickets"), 1, kTicketsMost, 1)),
      m_pays(new KeyValueRow(tr("A ticket pays"))), m_cost(new KeyValueRow(tr("Cost"))),
      m_after(new KeyValueRow(tr("Price after"))), m_win(new KeyValueRow({})), m_lose(new KeyValueRow({})),
      m_limit(new KeyValueRow({})), m_left(new KeyValueRow(tr("Balance after"))),
      m_allRight(new KeyValueRow(tr("With what you have, if right"))),
      m_allWrong(new KeyValueRow(tr("With what you have, if wrong"))),
      m_own(new KeyValueRow(tr("Your own chance that it is right"))), m_gain(new KeyValueRow(tr("Expected gain"))),
      m_leftOpened(new KeyValueRow(tr("Balance after"))), m_chance(new Slider(tr("Your own chance that it is right"))),
      m_note(makeParagraph({}, Type::Small)), m_result(makeParagraph({}, Type::Small)), m_go(makeBigButton({})) {
    m_side = new SegmentedControl(tr("Side"), {{tr("Right"), {}}, {tr("Wrong"), {}}});
    m_side->setStretched(true);
    m_go->setObjectName(QStringLiteral("stake"));
    m_chance->setRange(0, kChanceSteps);
    m_chance->setPageStep(kChanceSteps / 10);
    m_chance->setFilled(true);
    m_chance->setValue(kChanceSteps / 2);
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k2));
    column->addWidget(m_side);
    column->addSpacing(scaled(space::k8));
    auto* tickets = new QHBoxLayout;
    tickets->addWidget(makeLabel(tr("Tickets"), Type::Body, Token::Text2));
    tickets->addStretch(1);
    tickets->addWidget(m_tickets);
    column->addLayout(tickets);
    for (KeyValueRow* row : {m_pays, m_cost, m_after, m_win, m_lose, m_limit, m_left, m_allRight, m_allWrong})
        column->addWidget(row);
    column->addWidget(makeLine());
    for (QWidget* each : std::initializer_list<QWidget*>{m_own, m_chance, m_gain})
        column->addWidget(each);
    for (KeyValueRow* row :
         {m_pays, m_cost, m_after, m_win, m_lose, m_limit, m_left, m_allRight, m_allWrong, m_own, m_gain})
        row->setRowHeight(23);
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(m_form);
    body()->addWidget(m_note);
    body()->addWidget(m_leftOpened);
    body()->addStretch(1);
    body()->addWidget(m_result);
    body()->addWidget(m_go);
    m_result->hide();
    connect(m_side, &SegmentedControl::changed, this, [this] {
        m_aim = Aim::Plain;
        fill();
    });
    connect(m_tickets, &QSpinBox::valueChanged, this, &BetStakeCard::fill);
    connect(m_chance, &QSlider::valueChanged, this, [this] {
        m_chanceMoved = true;
        fill();
    });
    connect(m_go, &QPushButton::clicked, this, &BetStakeCard::act);
    m_side->setCurrent(1);
}

bool BetStakeCard::onRight() const {
    return m_side->current() == 0;
}

void BetStakeCard::setBet(const BetFacts& bet, qint64 now) {
    const bool another = bet.subject != m_bet.subject;
    m_bet = bet;
    m_now = now;
    if (another) {
        if (!m_waits) m_result->hide(); // an answer that is on its way is shown wherever one is
        m_aim = Aim::Plain;
        m_tickets->setValue(1);
        m_chanceMoved = false;
    }
    if (!m_chanceMoved) {
        const QSignalBlocker ours(m_chance);
        m_chance->setValue(static_cast<int>(bet.right * kChanceSteps / betting::kWholePrice));
    }
    fill();
}

void BetStakeCard::setBalance(std::optional<Amount> balance) {
    if (balance == m_balance) return;
    m_balance = balance;
    fill();
}

void BetStakeCard::setResult(const Trouble& why, const QString& done) {
    if (!m_waits) return; // an answer to something else
    m_waits = false;
    m_result->setToken(why.any() ? Token::Wrong : Token::Right);
    m_result->setText(why.any() ? troubleText(why) : done);
    m_result->show();
    fill();
}

void BetStakeCard::forgetStake() {
    if (!std::exchange(m_waits, false)) return;
    m_result->hide();
    fill();
}

void BetStakeCard::prepare(Aim aim, bool right, int tickets) {
    if (!m_waits) m_result->hide();
    m_side->setCurrent(right ? 0 : 1);
    m_tickets->setValue(std::max(1, tickets));
    m_aim = aim;
    fill();
    m_tickets->setFocus();
}

void BetStakeCard::sell() {
    if (const auto side = sideToSell(m_bet)) prepare(Aim::Sell, !*side, ticketsToSell(m_bet));
}

void BetStakeCard::force() {
    if (const int tickets = ticketsToForce(m_bet); tickets > 0) prepare(Aim::Force, false, tickets);
}

void BetStakeCard::fillClosed() {
    m_form->setVisible(false);
    m_go->setVisible(false);
    m_leftOpened->setVisible(false);
    m_note->setText(m_bet.state == BetState::Unchecked
                        ? tr("This market has ended without a check: all stakes went back.")
                        : tr("This market has ended: a check has decided it."));
}

Amount BetStakeCard::openingMost() const {
    const Amount most = m_bet.makerFunds + Amount::micros(m_bet.makerFunds.micro() / 10);
    return m_balance && *m_balance >= m_bet.makerFunds ? std::min(most, *m_balance) : most;
}

void BetStakeCard::fillOpening() {
    m_form->setVisible(false);
    m_go->setVisible(true);
    const QString most = creditCeiling(openingMost());
    const bool enough = !m_balance || *m_balance >= m_bet.makerFunds;
    const QString money = tr("Whoever opens a market puts in its money: %1 credits now, never more than %2. It comes "
                             "back when the market ends, less what bettors on wrong have won, and with what they have "
                             "lost. While it is open the claims wait for their whole period.")
                              .arg(creditCeiling(m_bet.makerFunds), most);
    m_note->setText(enough ? money : money + u' ' + tr("That is more than your balance."));
    m_leftOpened->setVisible(m_balance && enough);
    if (m_balance) m_leftOpened->setValue(tr("at least %1 credits").arg(creditFloor(*m_balance - openingMost())));
    m_go->setText(tr("Put in at most %1 and open").arg(most));
    m_go->setEnabled(!m_waits && enough);
}

void BetStakeCard::fill() {
    if (m_bet.state == BetState::Openable) return fillOpening();
    if (m_bet.state != BetState::Open) return fillClosed();
    m_form->setVisible(true);
    m_go->setVisible(true);
    m_leftOpened->setVisible(false);
    const bool right = onRight();
    const betting::Quote quote = quoteOf(m_bet, right, m_tickets->value());
    const auto price = [](qint64 of) { return QLocale().toString(static_cast<double>(of) / 1e6, 'f', 2); };
    m_side->button(0)->setText(tr("Right, %1").arg(price(m_bet.right)));
    m_side->button(1)->setText(tr("Wrong, %1").arg(price(betting::kWholePrice - m_bet.right)));
    const Amount pays = Amount::micros(quote.shares), check = right ? Amount{} : checkShare(m_bet, quote.cost);
    m_pays->setValue(creditsOf(ticketFace(m_bet)));
    m_cost->setValue(creditsOf(quote.cost));
    m_after->setValue(tr("%1 right").arg(percent(static_cast<double>(quote.yesAfter) / 1e6, 1)));
    m_win->setValue(creditsOf(pays), Token::Right);
    m_lose->setValue(creditsOf(quote.cost + check), Token::Wrong);
    const qint64 left = m_bet.clearsAt > m_now ? (m_bet.clearsAt - m_now) / 1000 : betting::kClearingMs / 1000;
    m_limit->setValue(tr("%n s", nullptr, static_cast<int>(left)));
    m_win->setKey(right ? tr("If right, you get") : tr("If wrong, you get"));
    m_lose->setKey(right ? tr("If wrong, you lose") : tr("If right, you lose"));
    m_limit->setKey(tr("Limit %1 each, clears in").arg(creditText(perTicket(m_bet, limitFor(quote)))));
    m_left->setVisible(m_balance.has_value());
    const Amount taken = Amount::micros(quote.shares * limitFor(quote) / betting::kWholePrice + 1) + check;
    if (m_balance) m_left->setValue(tr("at least %1 credits").arg(creditFloor(*m_balance - taken)));
    fillExpected(quote.cost, pays, check);
    const bool enough = !m_balance || *m_balance >= taken, fits = taken <= m_bet.stakesLeft, any = quote.shares > 0;
    m_note->setText(
        !fits && any ? tr("At most %1 credits may still be staked on this contract.").arg(creditFloor(m_bet.stakesLeft))
        : !enough && any ? tr("That is more than your balance.")
                         : noteOf(right, quote));
    fillPosition(right, quote);
    m_go->setText(right ? tr("Stake %1 on right").arg(creditText(quote.cost))
                        : tr("Stake %1 on wrong").arg(creditText(quote.cost)));
    m_go->setEnabled(any && enough && fits && !m_waits);
}

/// What is to be known before this one is staked.
QString BetStakeCard::noteOf(bool right, const betting::Quote& quote) const {
    if (quote.shares == 0)
        return tr("The market sells no ticket on right above the price at which it opened: there is nothing to buy "
                  "until somebody bets on wrong.");
    if (m_aim == Aim::Force)
        return tr("So much on wrong starts the machine check; if the step is right, you bear its cost.");
    if (m_aim == Aim::Sell) {
        const qint64 have = std::abs(m_bet.ownRight - m_bet.ownWrong);
        const QString sold = right
                                 ? tr("To sell is to buy as many on right: whichever comes true, one of the two pays, "
                                      "when the market ends.")
                                 : tr("To sell is to buy as many on wrong: whichever comes true, one of the two pays, "
                                      "when the market ends.");
        const bool all = right && quote.shares < std::min<qint64>(have, m_tickets->value() * ticketFace(m_bet).micro());
        return all ? sold + u' ' + tr("No more of them are sold now.") : sold;
    }
    return tr("A bet cannot be taken back before it is cleared.");
}

void BetStakeCard::fillPosition(bool right, const betting::Quote& quote) {
    // Of what is sold the sum of both sides counts, and nobody's own chance.
    const bool sells = m_aim == Aim::Sell;
    for (QWidget* each : std::initializer_list<QWidget*>{m_allRight, m_allWrong})
        each->setVisible(sells);
    for (QWidget* each : std::initializer_list<QWidget*>{m_own, m_chance, m_gain})
        each->setVisible(!sells);
    const Payoff payoff = payoffWith(m_bet, right, quote);
    const auto fillRow = [](KeyValueRow* row, Amount amount) {
        row->setValue(tr("%1 credits").arg(signedCredits(amount)), amount.isNegative() ? Token::Wrong : Token::Right);
    };
    fillRow(m_allRight, payoff.ifRight);
    fillRow(m_allWrong, payoff.ifWrong);
}

void BetStakeCard::fillExpected(Amount cost, Amount pays, Amount check) {
    const double chance = m_chanceMoved ? static_cast<double>(m_chance->value()) / kChanceSteps
                                        : static_cast<double>(m_bet.right) / betting::kWholePrice;
    m_own->setValue(percent(chance, 1));
    m_chance->setValueText(percent(chance, 1));
    const double wins = onRight() ? chance : 1 - chance;
    const double gain = wins * static_cast<double>(pays.micro()) - static_cast<double>(cost.micro()) -
                        (1 - wins) * static_cast<double>(check.micro());
    m_gain->setValue(tr("%1 credits").arg(signedCredits(Amount::micros(std::llround(gain)))),
                     gain < 0 ? Token::Wrong : Token::Right);
}

void BetStakeCard::act() {
    m_waits = true;
    m_result->setToken(Token::Text2);
    m_result->setText(tr("Sending"));
    m_result->show();
    if (m_bet.state == BetState::Openable) {
        emit openWanted(m_bet.subject, openingMost().micro());
        return fill();
    }
    const betting::Quote quote = quoteOf(m_bet, onRight(), m_tickets->value());
    emit stakeWanted({m_bet.subject, onRight(), quote.shares, limitFor(quote)});
    fill();
}

// ---- depth

/// Three sizes on either side, each with a bar as long as its price.
class BetDepthCard::Rows : public Themed<QWidget> {
public:
    explicit Rows(QWidget* parent = nullptr) : Themed(parent) {}
    void setBet(const BetFacts& bet) {
        m_bet = bet;
        QStringList words;
        for (const bool right : {true, false})
            for (const int tickets : kSizes)
                words << (right ? BetDepthCard::tr("%n ticket(s) on right cost %1", nullptr, tickets)
                                : BetDepthCard::tr("%n ticket(s) on wrong cost %1", nullptr, tickets))
                             .arg(text(right, tickets));
        setAccessibleName(words.join(QStringLiteral("; ")));
        update();
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {scaled(220), lineHeight(Type::Small) + scaled(space::k6) + 3 * scaled(kLine)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {scaled(160), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int gap = scaled(space::k8), half = (width() - gap) / 2;
        column(painter, QRect(0, 0, half, height()), true);
        column(painter, QRect(half + gap, 0, half, height()), false);
    }

private:
    static constexpr int kSizes[] = {1, 5, 10};
    static constexpr int kLine = 24;

    [[nodiscard]] QString text(bool right, int tickets) const {
        const betting::Quote quote = quoteOf(m_bet, right, tickets);
        const bool whole = quote.shares == tickets * ticketFace(m_bet).micro();
        return whole ? creditText(quote.cost) : QStringLiteral("–");
    }
    void column(QPainter& painter, const QRect& where, bool right) const {
        const int head = lineHeight(Type::Small), side = scaled(14);
        drawIcon(painter, QRectF(where.left(), where.top() + (head - side) / 2.0, side, side),
                 right ? "check" : "cross", color(right ? Token::Right : Token::Wrong));
        drawFigure(painter, QRectF(where.left() + side + scaled(space::k4), where.top(), where.width(), head),
                   Qt::AlignLeft | Qt::AlignVCenter, ui::font(Type::Small), color(right ? Token::Right : Token::Wrong),
                   right ? BetDepthCard::tr("right") : BetDepthCard::tr("wrong"));
        int top = where.top() + head + scaled(space::k6);
        const auto most = static_cast<double>(10 * ticketFace(m_bet).micro());
        for (const int tickets : kSizes) {
            const QRect line(where.left(), top, where.width(), scaled(kLine) - 2);
            const double share = std::min(1.0, static_cast<double>(quoteOf(m_bet, right, tickets).cost.micro()) / most);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(right ? Token::RightSoft : Token::WrongSoft));
            painter.drawRect(
                QRectF(line.left(), line.top(), std::max(scaled(4) * 1.0, line.width() * share), line.height()));
            drawFigure(painter, line.adjusted(scaled(space::k6), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                       ui::font(Type::Small), color(Token::Text), countText(static_cast<quint64>(tickets)));
            drawFigure(painter, line.adjusted(0, 0, -scaled(space::k2), 0), Qt::AlignRight | Qt::AlignVCenter,
                       ui::font(Type::Small), color(Token::Text), text(right, tickets));
            top += scaled(kLine);
        }
    }

    BetFacts m_bet;
};

BetDepthCard::BetDepthCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_rows(new Rows), m_note(makeParagraph({}, Type::Small)) {
    setHeading(tr("Cost of the next tickets"));
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(m_rows);
    body()->addWidget(m_note);
}

void BetDepthCard::setBet(const BetFacts& bet) {
    setVisible(bet.state == BetState::Open);
    m_rows->setBet(bet);
    m_note->setVisible(bet.oddsToOne > 0);
    m_note->setText(tr("The host bets up to %1 credits, %2 to your 1, that it is right")
                        .arg(creditText(bet.oddsLeft), countText(bet.oddsToOne)));
}

// ---- position

BetPositionCard::BetPositionCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_tickets(new KeyValueRow(tr("Tickets"))), m_paid(new KeyValueRow(tr("Paid"))),
      m_worth(new KeyValueRow(tr("Worth now"))), m_waits(new KeyValueRow(tr("Waits for the clearing"))),
      m_ifRight(new KeyValueRow(tr("If it is right"))), m_ifWrong(new KeyValueRow(tr("If it is wrong"))),
      m_out(new KeyValueRow(tr("Paid out"))), m_note(makeParagraph({}, Type::Small)),
      m_sell(makeButton(ButtonKind::Secondary, tr("Sell"))),
      m_check(makeButton(ButtonKind::Secondary, tr("Check it"), "check")) {
    setHeading(tr("Your position"));
    for (KeyValueRow* row : {m_tickets, m_paid, m_worth, m_ifRight, m_ifWrong, m_waits, m_out}) {
        row->setRowHeight(24);
        body()->addWidget(row);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::k8));
    buttons->addWidget(m_sell, 1);
    buttons->addWidget(m_check, 1);
    body()->addSpacing(scaled(space::k6));
    body()->addLayout(buttons);
    body()->addSpacing(scaled(space::k6));
    body()->addWidget(m_note);
    body()->addStretch(1);
    m_check->setToolTip(tr("Prepares the stake on wrong that makes the marketplace run the step again"));
    connect(m_sell, &QPushButton::clicked, this, &BetPositionCard::sellWanted);
    connect(m_check, &QPushButton::clicked, this, &BetPositionCard::checkWanted);
}

void BetPositionCard::fillPayoff(const BetFacts& bet, bool has) {
    const bool shown = has && bet.state == BetState::Open;
    m_ifRight->setVisible(shown);
    m_ifWrong->setVisible(shown);
    const Payoff payoff = payoffOf(bet);
    const auto fillRow = [](KeyValueRow* row, Amount amount) {
        row->setValue(tr("%1 credits").arg(signedCredits(amount)), amount.isNegative() ? Token::Wrong : Token::Right);
    };
    fillRow(m_ifRight, payoff.ifRight);
    fillRow(m_ifWrong, payoff.ifWrong);
    m_ifRight->setToolTip(tr("With the most that the check may cost; without a check all stakes come back"));
    m_ifWrong->setToolTip(tr("Without a share of the bond, which stakes on wrong get besides; without a check all "
                             "stakes come back"));
    m_sell->setVisible(ticketsToSell(bet) > 0);
    m_check->setVisible(ticketsToForce(bet) > 0);
}

void BetPositionCard::setBet(const BetFacts& bet, qint64 /*now*/) {
    const bool has = bet.ownRight > 0 || bet.ownWrong > 0;
    const auto tickets = [&](qint64 shares) {
        return QLocale().toString(static_cast<double>(shares) / static_cast<double>(ticketFace(bet).micro()), 'g', 4);
    };
    QStringList held;
    if (bet.ownRight > 0) held << tr("%1 on right").arg(tickets(bet.ownRight));
    if (bet.ownWrong > 0) held << tr("%1 on wrong").arg(tickets(bet.ownWrong));
    const bool open = bet.state == BetState::Open;
    m_tickets->setVisible(has);
    m_tickets->setValue(held.join(QStringLiteral(", ")));
    m_paid->setVisible(has);
    m_paid->setValue(creditsOf(bet.paidRight + bet.paidWrong));
    m_worth->setVisible(has && open);
    const double worth = (static_cast<double>(bet.ownRight) * static_cast<double>(bet.right) +
                          static_cast<double>(bet.ownWrong) * static_cast<double>(1'000'000 - bet.right)) /
                         1e6;
    const Amount now = Amount::micros(std::llround(worth));
    m_worth->setValue(creditsOf(now), now < bet.paidRight + bet.paidWrong ? Token::Wrong : Token::Right);
    m_waits->setVisible(!bet.waiting.isZero());
    m_waits->setValue(creditsOf(bet.waiting));
    m_out->setVisible(bet.paidOut.has_value());
    if (bet.paidOut) m_out->setValue(creditsOf(*bet.paidOut), Token::Right);
    QString note;
    if (!bet.mine)
        note = tr("You have no stake in this.");
    else if (open && bet.ownWrong > 0)
        note = tr("%1 credits are held for the check. If it finds the step wrong, you also get a share of the bond.")
                   .arg(creditText(bet.deposit));
    else if (open && !has && bet.waiting.isZero())
        note = tr("You have opened this market: its money comes back when it ends.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    fillPayoff(bet, has);
}

// ---- history

namespace {
constexpr std::size_t kClearingsShown = 12;
}

BetHistoryCard::BetHistoryCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_note(makeParagraph({}, Type::Small)) {
    setHeading(tr("Clearings"), tr("newest first"));
    body()->addWidget(m_note);
    body()->addStretch(1);
}

void BetHistoryCard::setPoints(const std::vector<BetPoint>& points) {
    const std::vector<ClearingLine> lines = clearingLines(points);
    const std::size_t shown = std::min(kClearingsShown, lines.size());
    while (m_rows.size() > shown) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < shown) {
        m_rows.push_back(new KeyValueRow({}));
        m_rows.back()->setRowHeight(24);
        body()->insertWidget(static_cast<int>(m_rows.size()) - 1, m_rows.back());
    }
    for (std::size_t i = 0; i < shown; ++i) {
        m_rows[i]->setKey(tr("%1 · %2").arg(clockText(lines[i].time, true), lines[i].what));
        m_rows[i]->setValue(lines[i].price);
    }
    const int more = static_cast<int>(lines.size() - shown);
    m_note->setText(lines.empty() ? tr("None yet.") : tr("and %n more: the chart has them all", nullptr, more));
    m_note->setVisible(lines.empty() || more > 0);
}

} // namespace unchained::ui
