// SPDX-License-Identifier: Apache-2.0
#include "models/check_advice.h"
#include "registered_test.h"

#include "pages/bet_samples.h"
#include "verification/policy.h"
#include "verification/posterior.h"
#include "widgets/format.h"

#include <QTest>

using namespace unchained;
using namespace unchained::ui;

/// The window says of one more check what the hub's policy says.
class CheckAdviceTest : public QObject {
    Q_OBJECT

    static ContractFacts contract() { return samples::runningJob().contracts.front(); }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void itIsThePolicysOwnAnswer() {
        for (const std::int64_t atStake :
             std::initializer_list<std::int64_t>{0, 1'000'000, 50'000'000, 5'000'000'000}) {
            for (const qint64 right : std::initializer_list<qint64>{1'000'000, 999'000, 700'000, 0}) {
                ContractFacts c = contract();
                c.atStake = Amount::micros(atStake);
                const auto advice = adviceFor(c, right);
                const auto policy = verification::oneMoreCheck(
                    c.posterior, {c.atStake, c.paid, verification::costOfFirstCheck(c.stepPrice),
                                  static_cast<verification::Chance>(1'000'000 - right) * 1000});
                QVERIFY(advice && policy);
                QCOMPARE(advice->worthIt, policy->worthIt);
                QCOMPARE(advice->value, policy->value);
                QCOMPARE(advice->cost, policy->cost);
                QCOMPARE(advice->worthIt, advice->value > advice->cost); // rounded down, and no nearer than a micro
            }
        }
    }

    void aPriceCanAskForChecksAndNotTalkThemAway() {
        const double before = adviceFor(contract(), std::nullopt)->fraud;
        QCOMPARE(adviceFor(contract(), 1'000'000)->fraud, before);
        QVERIFY(!adviceFor(contract(), 1'000'000)->byMarket);
        QVERIFY(adviceFor(contract(), 600'000)->byMarket);
        QVERIFY(adviceFor(contract(), 600'000)->fraud > before);
    }

    void assuranceCountsTheChecksThatWereMade() {
        ContractFacts c = contract();
        c.checks = 0;
        QVERIFY(adviceFor(c, {})->caught10 <= 0);
        QVERIFY(assuranceText(*adviceFor(c, {})).contains("No check yet"));
        c.checks = 6; // the essay's: six tiles
        QCOMPARE(adviceFor(c, {})->caught10, 1 - verification::falseAccept(0.1, 6));
    }

    void bettorsTakeFromWhatDetersAndBothAreSaid() {
        ContractFacts c = contract();
        QCOMPARE(adviceFor(c, {})->sabotage, c.sabotageDeterred);
        QVERIFY(!sabotageText(*adviceFor(c, {})).contains("all bets"));
        c.sabotageWithBets = 120'000.0;
        QCOMPARE(adviceFor(c, {})->sabotage, 120'000.0);
        const QString text = sabotageText(*adviceFor(c, {}));
        QVERIFY2(text.contains("0.12 credits") && text.contains("while nobody bets it is 0.90"), qPrintable(text));
    }

    void theLowestOpenMarketOfTheContractSpeaks() {
        std::vector<BetFacts> bets = samples::bets();
        const QByteArray id = bets[0].subject.contract;
        QVERIFY(lowestMarket(bets, id) == &bets[0]);
        bets[1].subject.contract = id; // dearer
        QVERIFY(lowestMarket(bets, id) == &bets[0]);
        bets[1].right = 10;
        QVERIFY(lowestMarket(bets, id) == &bets[1]);
        QVERIFY(lowestMarket(bets, QByteArray(32, 'x')) == nullptr);
        const QByteArray openable = bets.back().subject.contract;
        QVERIFY(lowestMarket(bets, openable) == nullptr && bettable(bets, openable) == &bets.back());
    }

    void aContractThatTellsNoPriceHasNoAdvice() { QVERIFY(!adviceFor(ContractFacts{}, std::nullopt)); }
};

static const unchained::ui::RegisteredTest<CheckAdviceTest> checkAdviceTest("models/check_advice");
#include "check_advice_test.moc"
