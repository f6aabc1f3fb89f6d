// SPDX-License-Identifier: Apache-2.0
#include "pages/bets_page.h"
#include "registered_test.h"

#include "models/bet_model.h"
#include "models/bet_words.h"
#include "pages/bet_cards.h"
#include "pages/bet_samples.h"
#include "pages/find.h"
#include "theme/theme.h"
#include "widgets/button.h"
#include "widgets/chart.h"
#include "widgets/figure.h"
#include "widgets/format.h"
#include "widgets/segmented.h"
#include "widgets/slider.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace unchained::ui;
using unchained::Amount;

class BetsPageTest : public QObject {
    Q_OBJECT

    static void fill(BetsPage& page, QSize size = {1080, 800}) {
        find::show(page, size);
        page.setNow(samples::kNow);
        page.setMarkets(samples::markets());
        page.setBets(samples::commons(), samples::bets(), {});
        page.setHistory(samples::bets()[0].subject, samples::betPoints());
    }
    static QListView* list(const BetsPage& page) { return page.findChild<QListView*>(); }

private slots:
    void initTestCase() {
        qRegisterMetaType<BetRequest>();
        qRegisterMetaType<BetSubject>();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void theLeastSureIsShownFirstWithAllThatStandsOnIt() {
        BetsPage page;
        fill(page);
        QVERIFY(find::says(page, "Is step 613 of Hashfield right?"));
        QVERIFY(find::says(page, "62 %"));
        QVERIFY(find::says(page, "−35 points since"));
        QVERIFY(find::says(page, "The machine check starts when 2.40 credits are on wrong"));
        QVERIFY(find::says(page, "3 on wrong"));
        QVERIFY(find::button(page, "Open 5"));
        const QString sentence = find::seen(list(page)->model()->index(0, 0).data(Qt::AccessibleTextRole).toString());
        QVERIFY2(sentence.contains("Step 613, Hashfield") && sentence.contains("16 min"), qPrintable(sentence));
    }

    void whatATicketCostsAndBringsIsSaidBeforeItIsStaked() {
        BetsPage page;
        fill(page);
        QSignalSpy staked(&page, &BetsPage::stakeWanted);
        auto* tickets = page.findChild<Stepper*>();
        tickets->setValue(2);
        const BetFacts bet = samples::bets()[0];
        const auto quote = quoteOf(bet, false, 2);
        QVERIFY(quote.yesAfter < bet.right); // it moves the price against itself
        QCOMPARE(quote.shares, 2 * ticketFace(bet).micro());
        QVERIFY(find::says(page, "If wrong, you get: 2.00 credits"));
        QVERIFY(find::says(page, "If right, you lose"));
        QVERIFY(find::says(page, "clears in: 17 s"));
        QAbstractButton* go = page.findChild<QAbstractButton*>("stake");
        QVERIFY(go && go->text().startsWith("Stake ") && go->text().endsWith(" on wrong"));
        find::click(go);
        QCOMPARE(staked.size(), 1);
        const auto request = staked.at(0).at(0).value<BetRequest>();
        QVERIFY(request.subject == bet.subject);
        QVERIFY(!request.right);
        QCOMPARE(request.shares, quote.shares);
        QVERIFY(request.limit >= quote.price && request.limit < 1'000'000);
        QVERIFY(!go->isEnabled()); // once
        page.setResult({"bet", "needs more credits", "put in more", false}, {});
        QVERIFY(find::says(page, "needs more credits"));
        QVERIFY(go->isEnabled());
    }

    void aStakeThatWasNotSentCanBeMadeAgain() {
        BetsPage page;
        fill(page);
        auto* go = page.findChild<QAbstractButton*>("stake");
        find::click(go);
        QVERIFY(find::says(page, "Sending") && !go->isEnabled());
        page.forgetStake();
        QVERIFY(go->isEnabled());
        QVERIFY(!find::says(page, "Sending"));
        page.setResult({}, "Staked"); // an answer to something else
        QVERIFY(!find::says(page, "Staked"));
    }

    void aBetOnRightHasNothingToBuyAboveTheOpeningPrice() {
        BetsPage page;
        fill(page);
        BetFacts calm = samples::bets()[0];
        calm.lead = calm.openingLead;
        calm.right = calm.openedRight;
        page.setBets(samples::commons(), {calm}, {});
        page.findChild<SegmentedControl*>()->setCurrent(0);
        QVERIFY(find::says(page, "nothing to buy until somebody bets on wrong"));
        QVERIFY(!page.findChild<QAbstractButton*>("stake")->isEnabled());
    }

    void moreThanThereIsCannotBeStaked() {
        BetsPage page;
        fill(page);
        auto markets = samples::markets();
        markets[0].balance = Amount::micros(10'000);
        page.setMarkets(markets);
        QVERIFY(find::says(page, "That is more than your balance."));
        QVERIFY(!page.findChild<QAbstractButton*>("stake")->isEnabled());
    }

    void aPositionIsSoldWholeOrInPartByBuyingTheOtherSide() {
        BetsPage page;
        fill(page);
        QSignalSpy staked(&page, &BetsPage::stakeWanted);
        find::click(find::button(page, "Sell"));
        auto* tickets = page.findChild<Stepper*>();
        QVERIFY(tickets->hasFocus());
        QCOMPARE(tickets->value(), 3); // all
        QVERIFY(find::says(page, "To sell is to buy as many on right"));
        // Whichever comes true, it is the same sum but for what the check may cost.
        const BetFacts bet = samples::bets()[0];
        const Payoff payoff = payoffWith(bet, true, quoteOf(bet, true, 3));
        QCOMPARE(payoff.ifWrong - payoff.ifRight, bet.deposit);
        QVERIFY(find::says(page, "With what you have, if right: " + signedCredits(payoff.ifRight)));
        tickets->setValue(1);
        find::click(page.findChild<QAbstractButton*>("stake"));
        const auto request = staked.at(0).at(0).value<BetRequest>();
        QVERIFY(request.right);
        QCOMPARE(request.shares, ticketFace(bet).micro());
    }

    void theStakeThatForcesTheCheckIsTheLeastThatDoes() {
        BetsPage page;
        fill(page);
        const BetFacts bet = samples::bets()[0];
        const int tickets = ticketsToForce(bet);
        QVERIFY(bet.onWrong + quoteOf(bet, false, tickets).cost >= bet.forcedBy);
        QVERIFY(bet.onWrong + quoteOf(bet, false, tickets - 1).cost < bet.forcedBy);
        find::click(find::button(page, "Check it"));
        QCOMPARE(page.findChild<Stepper*>()->value(), tickets);
        QVERIFY(find::says(page, "So much on wrong starts the machine check"));
        BetFacts forced = bet;
        forced.check = BetCheck::Running;
        page.setBets(samples::commons(), {forced}, {});
        QVERIFY(!find::button(page, "Check it")); // it is on its way
        forced.check = BetCheck::None;
        forced.ownWrong = 0;
        page.setBets(samples::commons(), {forced}, {});
        QVERIFY(find::button(page, "Check it") && !find::button(page, "Sell"));
    }

    void whatAPositionComesToIsTheSumOfWhatIsPaidOut() {
        BetFacts bet = samples::bets()[0]; // 3 on wrong for 0.52, and 0.26 held for the check
        QVERIFY(payoffOf(bet) == (Payoff{Amount::micros(-780'000), Amount::micros(2'480'000)}));
        bet.ownRight = 1'000'000;
        bet.paidRight = Amount::micros(600'000);
        QVERIFY(payoffOf(bet) == (Payoff{Amount::micros(-380'000), Amount::micros(1'880'000)}));
        QCOMPARE(sideToSell(bet), std::optional<bool>(false));
        QCOMPARE(ticketsToSell(bet), 2); // one of the three is sold already
    }

    void theListIsSortedAsIsWanted() {
        BetModel model;
        model.setBets(samples::bets());
        const auto titles = [&model] {
            QStringList out;
            for (int i = 0; i < model.rowCount(); ++i)
                out << model.at(i)->host;
            return out;
        };
        QCOMPARE(titles().front(), QStringLiteral("Hashfield"));
        model.setOrder(BetModel::Order::EndsSoonest);
        QCOMPARE(titles().back(), QStringLiteral("Basement rig 7")); // nobody knows when
        auto bets = samples::bets();
        bets[3].onWrong = Amount::credits(9);
        bets[4].openedAt = samples::kNow;
        model.setBets(bets);
        model.setOrder(BetModel::Order::MostStaked);
        QCOMPARE(titles().front(), QStringLiteral("Kiwi Compute"));
        model.setOrder(BetModel::Order::Newest);
        QCOMPARE(titles().front(), QStringLiteral("Gallium forge"));
        BetsPage page;
        fill(page);
        QVERIFY(find::button(page, "Order: Least sure first"));
    }

    void aWideWindowHasAThirdColumnWithTheClearings() {
        BetsPage page;
        fill(page, {1720, 1040});
        QCoreApplication::processEvents();
        QVERIFY(find::says(page, "Clearings"));
        const auto* right = page.findChild<BetPositionCard*>();
        const auto* stake = page.findChild<BetStakeCard*>();
        const auto left = [&page](const QWidget* part) { return part->mapTo(&page, QPoint()).x(); };
        QVERIFY(left(right) > left(stake) + stake->width());
        const auto lines = clearingLines(samples::betPoints());
        QCOMPARE(lines.size(), std::size_t{7});
        QCOMPARE(lines.back().what, QStringLiteral("4.30 on right"));
        QCOMPARE(lines[4].what, QStringLiteral("0.94 on wrong"));
        page.resize(1080, 800);
        QCoreApplication::processEvents();
        QVERIFY(!find::says(page, "Clearings"));
        QVERIFY(right->isVisible() && left(right) > left(stake));
    }

    void aMarketIsOpenedWithItsMoney() {
        BetsPage page;
        fill(page);
        QSignalSpy opened(&page, &BetsPage::openWanted);
        find::click(find::button(page, "To open 1"));
        QVERIFY(find::says(page, "Is step 118 of Lakeside lab right?"));
        QVERIFY(find::says(page, "4.50 credits now, never more than 4.95"));
        find::click(find::button(page, "Put in at most 4.95 and open"));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(1).toLongLong(), 4'950'000); // what is signed is what the button says
        // The marketplace has it among the open ones before its answer is here.
        auto bets = samples::bets();
        bets.back().state = BetState::Open;
        page.setBets(samples::commons(), bets, {});
        page.setResult({}, "The market is open");
        QVERIFY(find::says(page, "Is step 118 of Lakeside lab right?"));
        QVERIFY(find::says(page, "The market is open"));
        QVERIFY(page.findChild<QAbstractButton*>("stake")->isEnabled());
    }

    void openingSaysWhatIsLeftAndNeverTakesMoreThanThereIs() {
        BetsPage page;
        fill(page);
        find::click(find::button(page, "To open 1"));
        auto markets = samples::markets();
        markets[0].balance = Amount::micros(10'000'000);
        page.setMarkets(markets);
        QVERIFY(find::says(page, "Balance after: at least 5.05 credits"));
        markets[0].balance = Amount::micros(4'700'000);
        page.setMarkets(markets);
        QSignalSpy opened(&page, &BetsPage::openWanted);
        find::click(find::button(page, "Put in at most 4.70 and open"));
        QCOMPARE(opened.at(0).at(1).toLongLong(), 4'700'000);
        page.setResult({"market", "is away", "", true}, {});
        markets[0].balance = Amount::micros(4'400'000);
        page.setMarkets(markets);
        QVERIFY(find::says(page, "That is more than your balance."));
        QVERIFY(!page.findChild<QAbstractButton*>("stake")->isEnabled());
    }

    void nobodyIsPromisedAGainBeforeTheyHaveSaidWhatTheyBelieve() {
        for (const qint64 right : {400, 20'000, 620'000, 970'000, 999'600})
            for (const int side : {0, 1}) {
                BetsPage page;
                fill(page);
                BetFacts bet = samples::bets()[0];
                bet.right = right;
                bet.openedRight = 999'900;
                bet.lead =
                    std::llround(2.6e6 * std::log(static_cast<double>(right) / (1e6 - static_cast<double>(right))));
                bet.openingLead = std::llround(2.6e6 * std::log(9999.0));
                bet.ownWrong = 0;
                page.setBets(samples::commons(), {bet}, {});
                page.findChild<SegmentedControl*>()->setCurrent(side);
                QVERIFY(find::says(page, "Expected gain"));
                QVERIFY2(!find::says(page, "Expected gain: +"), qPrintable(QString::number(right)));
            }
    }

    void aChanceOfOnesOwnIsKeptInTenthsOfAPercent() {
        BetsPage page;
        fill(page);
        auto* chance = page.findChild<Slider*>();
        QVERIFY(find::says(page, "Your own chance that it is right: 62.0 %"));
        chance->setValue(999);
        QVERIFY(find::says(page, "Your own chance that it is right: 99.9 %"));
        auto moved = samples::bets();
        moved[0].right = 500'000;
        page.setBets(samples::commons(), moved, {});
        QCOMPARE(chance->value(), 999);
    }

    void theTableOfTheChartStaysWhereItIsReadWithinAMinute() {
        BetsPage page;
        fill(page);
        auto* chart = page.findChild<Chart*>();
        find::click(chart->tableButton());
        chart->table()->setCurrentIndex(chart->table()->model()->index(3, 0));
        QSignalSpy reset(chart->table()->model(), &QAbstractItemModel::modelReset);
        const qint64 minute = samples::kNow - samples::kNow % samples::kMinute;
        page.setNow(minute + 1'000);
        reset.clear();
        chart->table()->setCurrentIndex(chart->table()->model()->index(3, 0));
        for (int second = 2; second < 59; second += 8)
            page.setNow(minute + second * 1'000);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(chart->table()->currentIndex().row(), 3);
    }

    void theChartHasATwinInText() {
        BetsPage page;
        fill(page);
        auto* chart = page.findChild<Chart*>();
        find::click(chart->tableButton());
        QVERIFY(chart->showsTable());
        QVERIFY(chart->table()->model()->rowCount() >= 7);
    }

    void aNarrowWindowShowsTheListThenTheBetAndEscGoesBack() {
        BetsPage page;
        fill(page, {700, 640});
        auto* question = find::button(page, "Back to the list");
        QVERIFY(!question || !question->isVisible());
        list(page)->setFocus();
        emit list(page)->activated(list(page)->model()->index(0, 0));
        QVERIFY(find::button(page, "Back to the list"));
        QVERIFY(!list(page)->isVisible());
        QTest::keyClick(&page, Qt::Key_Escape);
        QVERIFY(list(page)->isVisible());
    }

    void loadingEmptyAndFailedArePagesWithANextStep() {
        BetsPage page;
        find::show(page);
        page.setMarkets({});
        QVERIFY(find::says(page, "No marketplace yet"));
        QSignalSpy add(&page, &BetsPage::addMarketWanted);
        find::click(find::button(page, "Add a marketplace"));
        QCOMPARE(add.size(), 1);
        page.setMarkets(samples::markets());
        page.setBets(samples::commons(), {}, {});
        QVERIFY(find::says(page, "Nothing to bet on now"));
        page.setBets(samples::commons(), {}, {"command", "the hub knows no command \"markets\"", "", false});
        QVERIFY(find::says(page, "The marketplace says nothing of bets"));
        QVERIFY(find::button(page, "Try again"));
        auto lost = samples::markets();
        for (MarketFacts& each : lost)
            each.state = LinkState::Lost;
        page.setMarkets(lost);
        page.setBets(samples::commons(), {}, {});
        QVERIFY(find::says(page, "does not answer"));
    }

    void theChosenBetStaysWhileOthersComeAndGo() {
        BetsPage page;
        fill(page);
        list(page)->setCurrentIndex(list(page)->model()->index(2, 0));
        QVERIFY(find::says(page, "Is every step of Basement rig 7 right?"));
        QVERIFY(find::says(page, "100 to your 1"));
        auto fewer = samples::bets();
        fewer.erase(fewer.begin());
        page.setBets(samples::commons(), fewer, {});
        QVERIFY(find::says(page, "Is every step of Basement rig 7 right?"));
    }

    void theModelKeepsItsPromises() {
        BetModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setBets(samples::bets());
        QCOMPARE(model.rowCount(), 5);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged), reset(&model, &QAbstractItemModel::modelReset);
        auto moved = samples::bets();
        moved[1].right = 870'000;
        model.setBets(moved);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.setTab(BetModel::Tab::Mine);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.staked() == Amount::micros(780'000));
    }
};

static const unchained::ui::RegisteredTest<BetsPageTest> betsPageTest("pages/bets_page");
#include "bets_page_test.moc"
