// SPDX-License-Identifier: Apache-2.0
#include "engine/dispute_log.h"
#include "registered_test.h"

#include <QTest>

using namespace unchained::ui;

/// What the program says, line by line, becomes what the window shows.
class DisputeLogTest : public QObject {
    Q_OBJECT

    static DisputeFacts asked() {
        DisputeFacts out;
        out.job = 7;
        out.contract = QByteArray(32, 'c');
        return out;
    }

private slots:
    void itFollowsTheProgramFromTheFirstStepToTheVerdict() {
        DisputeFacts facts = readDispute(asked(), {}, {}, false);
        QVERIFY(facts == asked());
        QByteArray log = "unchained-node: warning: something\n12/100 steps: computing again\n";
        facts = readDispute(facts, log, {}, false);
        QCOMPARE(facts.stage, DisputeStage::Comparing);
        QCOMPARE(facts.done, 12U);
        QCOMPARE(facts.total, 100U);
        log += "100/100 steps, 33 steps/s: computing again\ncase 31 is open: steps 0 to 99\nround 1: steps 0 to 99\n";
        facts = readDispute(facts, log, {}, false);
        QCOMPARE(facts.stage, DisputeStage::Open);
        QCOMPARE(facts.caseNumber, 31U);
        facts = readDispute(facts, log, R"({"case": "ab", "number": 31, "outcome": "host-wrong"})", true);
        QCOMPARE(facts.stage, DisputeStage::Ended);
        QCOMPARE(facts.outcome, QStringLiteral("host-wrong"));
        QCOMPARE(facts.job, 7);
    }

    void whereAllIsRightThereIsNoCase() {
        const auto facts = readDispute(asked(), {}, R"({"case": null, "contract": "cc", "steps": 100})", true);
        QCOMPARE(facts.stage, DisputeStage::Nothing);
        QCOMPARE(facts.done, 100U);
    }

    void anErrorIsToldAndSoIsAProgramThatSaysNothing() {
        const QByteArray refused =
            R"({"error": {"subject": "contract", "sentenceParts": ["%1 is locked in it", "nothing"],)"
            R"( "remedyParts": [""], "transient": false}})";
        auto facts = readDispute(asked(), {}, refused, true);
        QCOMPARE(facts.stage, DisputeStage::Failed);
        QCOMPARE(facts.trouble.sentence, QStringLiteral("nothing is locked in it"));
        facts = readDispute(asked(), "12/100 steps\n", "{\"half", true);
        QCOMPARE(facts.stage, DisputeStage::Failed);
        QVERIFY(facts.trouble.any());
        QCOMPARE(readDispute(asked(), "12/100 steps\n", "{\"half", false).stage, DisputeStage::Comparing);
    }
};

static const unchained::ui::RegisteredTest<DisputeLogTest> disputeLogTest("engine/dispute_log");
#include "dispute_log_test.moc"
