// SPDX-License-Identifier: Apache-2.0
#include "engine/pace.h"
#include "registered_test.h"

#include <QTest>

using unchained::ui::Pace;

class PaceTest : public QObject {
    Q_OBJECT

private slots:
    void pausesDoNotCount() {
        Pace pace;
        QVERIFY(!pace.steps());
        pace.observe(1'000, 1, 0, false);
        QCOMPARE(pace.secondsPerStep(), 0.0);
        pace.observe(11'000, 1, 10, false);
        QCOMPARE(pace.secondsPerStep(), 1.0);
        pace.observe(12'000, 1, 10, true);
        pace.observe(500'000, 1, 10, true);
        pace.observe(900'000, 1, 10, false);
        QCOMPARE(pace.secondsPerStep(), 1.0);
        pace.observe(909'000, 1, 20, false);
        QCOMPARE(pace.secondsPerStep(), 1.0);
        QCOMPARE(pace.steps(), std::optional<std::uint64_t>(20));
    }

    void theSearchForAHostDoesNotCountAndAnotherHostHasItsOwn() {
        Pace pace;
        pace.observe(0, 0, 0, false);
        pace.observe(60'000, 1, 0, false); // it was found
        pace.observe(70'000, 1, 10, false);
        QCOMPARE(pace.secondsPerStep(), 1.0);
        pace.observe(400'000, 2, 8, false); // the first was caught, and the second goes on before that
        QCOMPARE(pace.secondsPerStep(), 0.0);
        pace.observe(404'000, 2, 10, false);
        QCOMPARE(pace.secondsPerStep(), 2.0);
    }
};

static const unchained::ui::RegisteredTest<PaceTest> paceTest("engine/pace");
#include "pace_test.moc"
