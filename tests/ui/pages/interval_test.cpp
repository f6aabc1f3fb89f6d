// SPDX-License-Identifier: Apache-2.0
#include "pages/interval.h"
#include "registered_test.h"

#include "pages/listing_words.h"

#include <QLocale>
#include <QTest>

#include <cmath>

using namespace unchained::ui;

class IntervalTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void noneWrongIsBoundedByThreeInTheNumber() {
        QVERIFY(std::abs(wrongInterval(0, 12'840).high - 2.9957 / 12'840) < 1e-7);
        QCOMPARE(wrongInterval(0, 12'840).low, 0.0);
        QCOMPARE(wrongInterval(0, 0).high, 1.0);
        QVERIFY(std::abs(wrongInterval(0, 1).high - 0.95) < 1e-12);
    }

    void someWrongIsBoundedOnBothSides() {
        // Tables of Clopper and Pearson, 90 %.
        const Interval one = wrongInterval(1, 10);
        QVERIFY(std::abs(one.low - 0.005116) < 1e-5);
        QVERIFY(std::abs(one.high - 0.394163) < 1e-5);
        const Interval all = wrongInterval(10, 10);
        QVERIFY(std::abs(all.low - std::pow(0.05, 0.1)) < 1e-9);
        QCOMPARE(all.high, 1.0);
        const Interval lie = wrongInterval(20, 10); // nobody can be wrong more often than checked
        QCOMPARE(lie.low, all.low);
        const Interval many = wrongInterval(5'000, 10'000);
        QVERIFY(many.low > 0.49 && many.low < 0.5 && many.high > 0.5 && many.high < 0.51);
    }

    void sharesAreRoundedUp() {
        QCOMPARE(atMostShare(0.000233), QStringLiteral("0.024\u00A0%"));
        QCOMPARE(atMostShare(0.01), QStringLiteral("1.0\u00A0%"));
        QCOMPARE(atMostShare(0.4501), QStringLiteral("46\u00A0%"));
        QCOMPARE(atMostShare(1), QStringLiteral("100\u00A0%"));
    }

    void wordsOfAListing() {
        HostFacts host;
        host.rate = 59'000'000'000'000;
        QCOMPARE(exactRate(host).value, QStringLiteral("118"));
        host.rate = 20'000'000'000;
        QCOMPARE(exactRate(host).value, QStringLiteral("40"));
        QCOMPARE(exactRate(host).unit, QStringLiteral("exact GFLOPS"));
        QCOMPARE(plainCredits(unchained::Amount::credits(1'200)), QStringLiteral("1,200"));
        QCOMPARE(plainCredits(unchained::Amount::micros(1'200'000)), QStringLiteral("1.20"));
        QCOMPARE(oneIn(0.01), QStringLiteral("1 in 100"));
        QCOMPARE(oneIn(1), QStringLiteral("all"));
        constexpr qint64 kDay = 86'400'000;
        QCOMPARE(agoText(1'000 * kDay, 1'000 * kDay + 1), QStringLiteral("today"));
        QVERIFY(agoText(1'000 * kDay, 1'021 * kDay).contains(QStringLiteral("week")));
    }
};

static const unchained::ui::RegisteredTest<IntervalTest> intervalTest("pages/interval");
#include "interval_test.moc"
