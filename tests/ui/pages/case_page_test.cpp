// SPDX-License-Identifier: Apache-2.0
#include "pages/case_page.h"
#include "registered_test.h"

#include "pages/case_row.h"
#include "pages/case_samples.h"
#include "pages/cases_page.h"
#include "pages/find.h"
#include "pages/narrowing_card.h"
#include "widgets/four_state_page.h"
#include "widgets/slider.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace unchained::ui;

static const char* const kOpenCase = "Sign, deposit 0.024000 and open the case";

class CasePageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void theListLoadsIsEmptyOrLostAndThenShowsTheWayOn() {
        CasesPage page;
        find::show(page);
        page.setNow(samples::kNow);
        auto* states = page.findChild<FourStatePage*>();
        QCOMPARE(states->state(), FourStatePage::State::Loading);
        auto markets = samples::markets();
        markets.resize(1);
        markets.front().state = LinkState::Lost;
        page.setMarkets(markets);
        QCOMPARE(states->state(), FourStatePage::State::Error);
        QSignalSpy retry(&page, &CasesPage::retryWanted);
        states->tryAgain();
        QCOMPARE(retry.size(), 1);
        markets.front().state = LinkState::Up;
        page.setMarkets(markets);
        page.setCases({});
        QCOMPARE(states->state(), FourStatePage::State::Empty);
        QSignalSpy jobs(&page, &CasesPage::jobsWanted);
        find::click(find::button(page, "Look at your jobs"));
        QCOMPARE(jobs.size(), 1);
    }

    void openCasesComeFirstAndAKeyOpensOne() {
        CasesPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setCases(samples::cases());
        QCoreApplication::processEvents();
        QVERIFY(find::says(page, "2 open"));
        QVERIFY(find::says(page, "Waits for you"));
        QVERIFY(find::says(page, "Step 613 was wrong: the bond has paid"));
        QSignalSpy opened(&page, &CasesPage::opened);
        for (CaseRow* row : page.findChildren<CaseRow*>()) {
            if (row->id() != samples::foundCase().id) continue;
            row->setFocus();
            QTest::keyClick(row, Qt::Key_Return);
        }
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).toByteArray(), samples::foundCase().id);
    }

    void aRenterComplainsOfAHostAndSaysWhy() {
        CasesPage page;
        find::show(page);
        page.setCases({});
        QVERIFY(!find::button(page, "Open a complaint")); // of nobody
        page.setJobs({samples::runningJob()});
        QSignalSpy opened(&page, &CasesPage::openWanted);
        page.setMarkets(samples::markets());
        find::click(find::button(page, "Open a complaint"));
        find::click(find::button(page, kOpenCase));
        QVERIFY(find::says(page, "An amount above 0"));
        find::type(find::field(page, "Asked"), "2.50");
        find::click(find::button(page, kOpenCase));
        QVERIFY(find::says(page, "Say what happened"));
        QCOMPARE(opened.size(), 0);
        find::type(find::field(page, "What happened"), "it was away for an hour");
        QTest::keyClick(find::field(page, "What happened"), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(1).toByteArray(), samples::runningJob().contracts.front().contract);
        QCOMPARE(opened.at(0).at(2).toByteArray(), samples::runningJob().contracts.front().provider);
        QCOMPARE(opened.at(0).at(3).value<unchained::Amount>().micro(), 2'500'000);
        // It goes with the marketplace's word and not before.
        const QByteArray contract = samples::runningJob().contracts.front().contract;
        QTest::keyClick(find::field(page, "What happened"), Qt::Key_Return);
        QCOMPARE(opened.size(), 1); // it is on its way
        page.setAnswer(contract, "it was away for an hour", false);
        QVERIFY(find::field(page, "Asked"));
        QCOMPARE(find::field(page, "Asked")->text(), QStringLiteral("2.50"));
        find::click(find::button(page, kOpenCase));
        QCOMPARE(opened.size(), 2);
        page.setAnswer(contract, "it was away for an hour", true);
        QVERIFY(!find::button(page, kOpenCase));
        find::click(find::button(page, "Open a complaint"));
        QVERIFY(find::field(page, "What happened")->text().isEmpty() && find::field(page, "Asked")->text().isEmpty());
    }

    void theDepositIsNamedAndTakenFromWhatIsThere() {
        CasesPage page;
        find::show(page);
        page.setCases({});
        page.setJobs({samples::runningJob()});
        auto markets = samples::markets();
        for (MarketFacts& each : markets)
            each.balance = unchained::Amount::micros(1'024'000);
        page.setMarkets(markets);
        find::click(find::button(page, "Open a complaint"));
        QVERIFY(find::says(page, "Balance after: 1.00 credits"));
        for (MarketFacts& each : markets)
            each.balance = unchained::Amount::micros(23'999);
        page.setMarkets(markets);
        QVERIFY(find::says(page, "0.023999 credits are there: too few"));
        QVERIFY(!find::button(page, kOpenCase)->isEnabled());
        QSignalSpy opened(&page, &CasesPage::openWanted);
        find::type(find::field(page, "Asked"), "2.50");
        find::type(find::field(page, "What happened"), "it was away for an hour");
        QTest::keyClick(find::field(page, "What happened"), Qt::Key_Return);
        QCOMPARE(opened.size(), 0);
    }

    void aHostComplainsOfARenter() {
        CasesPage page;
        find::show(page);
        page.setCases({});
        HostedContract let;
        let.market = samples::commons();
        let.contract = samples::hash('\x51');
        let.renter = samples::peer('\x52');
        let.deposit = unchained::Amount::micros(24'000);
        let.askMost = unchained::Amount::micros(96'000);
        page.setHosted({let});
        QSignalSpy opened(&page, &CasesPage::openWanted);
        find::click(find::button(page, "Open a complaint"));
        find::type(find::field(page, "Asked"), "2.50");
        find::type(find::field(page, "What happened"), "it went away and never said so");
        find::click(find::button(page, kOpenCase));
        QVERIFY(find::says(page, "At most 0.096000 credits: a renter answers with the price of a window."));
        find::type(find::field(page, "Asked"), "0.09");
        find::click(find::button(page, kOpenCase));
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).toString(), let.market);
        QCOMPARE(opened.at(0).at(1).toByteArray(), let.contract);
        QCOMPARE(opened.at(0).at(2).toByteArray(), let.renter);
    }

    void theWayToTheWrongStepIsReadOutRoundByRound() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setCase(samples::foundCase());
        QVERIFY(find::says(page, "Case 31: you against Hashfield"));
        QVERIFY(find::says(page, "1,024 steps narrowed to one in 10 round"));
        QVERIFY(find::says(page, "The state differs in 7,168 of 401,920 values, first in layers.0.weight"));
        bool read = false;
        for (const QWidget* each : page.findChildren<QWidget*>())
            read = read || each->accessibleDescription().contains("round 10: steps 613 to 614, step 613");
        QVERIFY(read);
        QVERIFY(find::says(page, "Step 613 is wrong. Final on facts."));
        QVERIFY(!find::button(page, "Propose 50 to 50")); // it has ended: nothing is left to settle
        QVERIFY(!find::button(page, "Add a statement"));
    }

    void theRoundsHaveATableBesideTheirBars() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setCase(samples::foundCase());
        QVERIFY(find::says(page, "the two still disagree here"));
        auto* card = page.findChild<NarrowingCard*>();
        auto* table = card->findChild<QTableView*>();
        QVERIFY(!table->isVisible());
        find::click(find::button(page, "Rounds of the narrowing: Show as a table (T)"));
        QVERIFY(table->isVisible() && card->showsTable());
        const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QCOMPARE(table->model()->rowCount(), 11); // ten rounds, and the step that is left
        QCOMPARE(cell(0, 3), QStringLiteral("1,024"));
        QCOMPARE(cell(9, 1), QStringLiteral("613"));
        QCOMPARE(cell(9, 3), QStringLiteral("2"));
        QCOMPARE(cell(10, 0), QStringLiteral("found"));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_T);
        QVERIFY(!table->isVisible());
        CaseFacts named = samples::foundCase();
        named.rounds.clear();
        named.step.reset();
        page.setCase(named);
        QVERIFY(!find::button(page, "Rounds of the narrowing: Show as a table (T)")); // nothing to show
    }

    void aPartySettlesWithASliderAndAcceptsWhatTheOtherOffers() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setCase(samples::complaint());
        QSignalSpy proposed(&page, &CasePage::proposeWanted), accepted(&page, &CasePage::acceptWanted);
        QVERIFY(find::says(page, "then Torino Lab rules"));
        auto* slider = page.findChild<Slider*>();
        QVERIFY(slider && slider->isVisibleTo(&page));
        slider->setFocus();
        slider->setValue(50);
        for (int i = 0; i < 25; ++i)
            QTest::keyClick(slider, Qt::Key_Left);
        QVERIFY(slider->accessibleDescription().contains("3.00 credits to okapi-nlp"));
        find::click(find::button(page, "Propose 25 to 75"));
        QCOMPARE(proposed.size(), 1);
        QCOMPARE(proposed.at(0).at(1).value<unchained::Amount>().micro(), 3'000'000);
        find::click(find::button(page, "Pay 9.00 credits"));
        QCOMPARE(accepted.size(), 1);
    }

    void whatIsLeftAfterPayingIsSaidBefore() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        auto markets = samples::markets();
        for (MarketFacts& each : markets)
            each.balance = unchained::Amount::credits(11);
        page.setMarkets(markets);
        page.setCase(samples::complaint());
        QVERIFY(find::says(page, "Balance after paying: 2.00 credits"));
        for (MarketFacts& each : markets)
            each.balance = unchained::Amount::credits(8);
        page.setMarkets(markets);
        QVERIFY(find::says(page, "Balance, too little: 8.00 credits"));
        QVERIFY(!find::button(page, "Pay 9.00 credits")->isEnabled());
        CaseFacts opened = samples::complaint();
        opened.me = opened.opener; // who gets it needs nothing
        page.setCase(opened);
        QVERIFY(find::button(page, "Accept 9.00 credits")->isEnabled());
        QVERIFY(!find::says(page, "Balance after paying"));
    }

    void anArbiterRulesAndDoesNotSettle() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setCase(samples::rulingCase());
        QVERIFY(find::says(page, "Your ruling"));
        QVERIFY(!find::says(page, "Settle instead"));
        QVERIFY(!find::button(page, "Send")); // what the two write to each other is theirs
        QSignalSpy ruled(&page, &CasePage::ruleWanted);
        find::type(find::field(page, "Why"), "an hour of thirty");
        find::click(find::button(page, "Rule 50 to 50"));
        QCOMPARE(ruled.size(), 1);
        QCOMPARE(ruled.at(0).at(1).value<unchained::Amount>().micro(), 6'000'000);
        QCOMPARE(ruled.at(0).at(2).toString(), QStringLiteral("an hour of thirty"));
    }

    void wordsAreAddedAndSentOnceByKeyAndByClick() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setCase(samples::complaint());
        QSignalSpy said(&page, &CasePage::statementWanted), wrote(&page, &CasePage::writeWanted);
        find::click(find::button(page, "Add a statement"));
        find::type(find::field(page, "Statement"), "the power was out");
        QTest::keyClick(find::field(page, "Statement"), Qt::Key_Return);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.at(0).at(1).toString(), QStringLiteral("the power was out"));
        auto* field = find::field(page, "Message");
        find::type(field, "  ");
        find::click(find::button(page, "Send"));
        QCOMPARE(wrote.size(), 0);
        find::type(field, "shall we meet in the middle?");
        find::click(find::button(page, "Send"));
        find::click(find::button(page, "Send"));
        QCOMPARE(wrote.size(), 1);
    }

    void wordsStayUntilTheyAreTaken() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        const CaseFacts facts = samples::complaint();
        page.setCase(facts);
        QSignalSpy said(&page, &CasePage::statementWanted), wrote(&page, &CasePage::writeWanted);
        find::click(find::button(page, "Add a statement"));
        auto *statement = find::field(page, "Statement"), *message = find::field(page, "Message");
        find::type(statement, "the power was out");
        QTest::keyClick(statement, Qt::Key_Return);
        find::type(message, "shall we meet?");
        QTest::keyClick(message, Qt::Key_Return);
        page.setAnswer(facts.id, "the power was out", false);
        page.setAnswer(facts.contract, "shall we meet?", false);
        QCOMPARE(statement->text(), QStringLiteral("the power was out"));
        QCOMPARE(message->text(), QStringLiteral("shall we meet?"));
        QTest::keyClick(statement, Qt::Key_Return);
        QTest::keyClick(message, Qt::Key_Return);
        QCOMPARE(said.size(), 2);
        QCOMPARE(wrote.size(), 2);
        find::type(message, "shall we meet in the middle?"); // while the other one is on its way
        page.setAnswer(facts.id, "the power was out", true);
        page.setAnswer(facts.contract, "shall we meet?", true);
        QVERIFY(statement->text().isEmpty() && !statement->isVisible());
        QCOMPARE(message->text(), QStringLiteral("shall we meet in the middle?"));
    }

    void whatIsWrittenInOneCaseIsNotSentInAnother() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        CaseFacts first = samples::complaint(), second = first;
        second.id = samples::hash('\x35');
        second.contract = samples::hash('\x55');
        page.setCase(first);
        find::click(find::button(page, "Add a statement"));
        auto *statement = find::field(page, "Statement"), *message = find::field(page, "Message");
        find::type(statement, "the power was out");
        find::type(message, "shall we meet?");
        page.setCase(second);
        QVERIFY(message->text().isEmpty() && statement->text().isEmpty() && !statement->isVisible());
        QSignalSpy wrote(&page, &CasePage::writeWanted);
        find::click(find::button(page, "Send"));
        QCOMPARE(wrote.size(), 0);
        page.setCase(first);
        QCOMPARE(message->text(), QStringLiteral("shall we meet?"));
        QVERIFY(statement->isVisible());
        QCOMPARE(statement->text(), QStringLiteral("the power was out"));
        CaseFacts ruling = samples::rulingCase();
        page.setCase(ruling);
        find::type(find::field(page, "Why"), "an hour of thirty");
        ruling.id = samples::hash('\x36');
        page.setCase(ruling);
        QVERIFY(find::field(page, "Why")->text().isEmpty());
    }

    void whatIsOursIsCalledSoInTheEvidence() {
        CasePage page;
        find::show(page);
        page.setNow(samples::kNow);
        CaseFacts facts = samples::foundCase();
        page.setCase(facts);
        QCoreApplication::processEvents(); // a layout shows new rows with the next event
        QVERIFY(find::says(page, "state, from you"));
        facts.evidence.back().title.clear();
        facts.evidence.back().by = facts.me;
        facts.evidence[1].by = facts.against;
        page.setCase(facts);
        QVERIFY(find::says(page, "of you"));
        QVERIFY(find::says(page, "state, from Hashfield"));
    }
};

static const unchained::ui::RegisteredTest<CasePageTest> casePageTest("pages/case_page");
#include "case_page_test.moc"
