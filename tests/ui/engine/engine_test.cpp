// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "registered_test.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace unchained::ui;

class EngineTest : public QObject {
    Q_OBJECT

    static EngineSetup setupIn(const QTemporaryDir& folder) {
        EngineSetup setup;
        setup.data = folder.path().toStdString();
        setup.worker = BIN_DIR "/unchained-worker";
        setup.node = BIN_DIR "/unchained-node";
        return setup;
    }

private slots:
    /// A window can ask before it is open, and in the moment in which the engine closes for a broken disk.
    void whatIsAskedOfAClosedEngineIsNotDone() {
        const QTemporaryDir folder;
        Engine engine(setupIn(folder));
        QSignalSpy planFailed(&engine, &Engine::planFailed), refused(&engine, &Engine::rentRefused),
            paid(&engine, &Engine::paid), added(&engine, &Engine::marketAdded), backedUp(&engine, &Engine::backedUp);
        const QString market = "127.0.0.1:9#" + QString(64, 'a');
        const QByteArray peer(32, 'p');
        engine.addMarket(market);
        engine.removeMarket(market);
        engine.refresh(market);
        engine.askReviews(market, peer);
        engine.plan(7, {});
        engine.rent({});
        engine.pauseJob(1, true);
        engine.cancelJob(1);
        engine.checkStep(1, 1);
        engine.verify(1);
        engine.rate(market, peer, 5, {});
        engine.host({market, "forge-1", {}, {}, {}});
        engine.pauseHosting(true);
        engine.setHostingPrice(1);
        engine.stopHosting();
        engine.pay(market, peer, 1);
        engine.backup(folder.filePath("copy"));
        engine.restore(folder.filePath("copy"), {});
        engine.runHub(7420);
        engine.stopHub();
        QCOMPARE(added.size(), 0);
        QCOMPARE(backedUp.size(), 0);
        // Who waits for an answer gets one.
        QCOMPARE(planFailed.size(), 1);
        QCOMPARE(planFailed.first().first().toULongLong(), 7U);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(paid.size(), 1);
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

static const unchained::ui::RegisteredTest<EngineTest> engineTest("engine/engine");
#include "engine_test.moc"
