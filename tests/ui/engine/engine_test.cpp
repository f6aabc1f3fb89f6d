// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "net/renter_job.h"
#include "registered_test.h"
#include "storage/peer_store.h"

#include <QDir>
#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
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
    /// Where nobody answers.
    static QString market() { return "127.0.0.1:9#" + QString(64, 'a'); }
    static void close(Engine& engine) {
        QSignalSpy stopped(&engine, &Engine::stopped);
        engine.stop(false);
        QVERIFY(stopped.wait());
    }
    /// As an earlier start left it in the records.
    static qint64 addJob(const QTemporaryDir& folder, unchained::storage::JobState state) {
        auto store = unchained::storage::PeerStore::open(folder.filePath("peer.sqlite").toStdString());
        unchained::net::RentOptions options;
        options.hub = market().toStdString();
        options.job = SOURCE_DIR "/tests/jobs/tiny.toml";
        options.out = folder.filePath("result").toStdString();
        const auto id = store->addJob(1, unchained::net::encodeOptions(options), options.out);
        if (!id || !store->setJobState(*id, state)) qFatal("no job was added");
        return *id;
    }

private slots:
    /// A window can ask before it is open, and in the moment in which the engine closes for a broken disk.
    void whatIsAskedOfAClosedEngineIsNotDone() {
        const QTemporaryDir folder;
        Engine engine(setupIn(folder));
        QSignalSpy planFailed(&engine, &Engine::planFailed), refused(&engine, &Engine::rentRefused),
            paid(&engine, &Engine::paid), added(&engine, &Engine::marketAdded), backedUp(&engine, &Engine::backedUp),
            words(&engine, &Engine::wordsAnswered);
        const QByteArray peer(32, 'p');
        engine.addMarket(market());
        engine.removeMarket(market());
        engine.refresh(market());
        engine.askReviews(market(), peer);
        engine.plan(7, {});
        engine.rent({});
        engine.pauseJob(1, true);
        engine.cancelJob(1);
        engine.checkStep(1, 1);
        engine.verify(1);
        engine.review(market(), peer, {5, 5, 5, 5}, {});
        engine.reply(market(), peer, {});
        engine.block(peer, true);
        engine.host({market(), "forge-1", {}, {}, {}});
        engine.pauseHosting(true);
        engine.setHostingPrice(1);
        engine.setHostingBond(1);
        engine.stopHosting();
        engine.pay(market(), peer, 1);
        engine.addStatement(market(), peer, "a");
        engine.writeMessage(market(), peer, peer, "b");
        engine.openCase(market(), peer, peer, 1, "c");
        engine.backup(folder.filePath("copy"));
        engine.restore(folder.filePath("copy"), {});
        engine.runHub(7420, true);
        engine.stopHub();
        QCOMPARE(added.size(), 0);
        QCOMPARE(backedUp.size(), 0);
        // Who waits for an answer gets one.
        QCOMPARE(planFailed.size(), 1);
        QCOMPARE(planFailed.first().first().toULongLong(), 7U);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(paid.size(), 1);
        QCOMPARE(words.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(words.at(i).at(1).toString(), QString(QChar('a' + i)));
            QVERIFY(!words.at(i).at(2).toBool());
        }
        engine.tellAll();
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aNewWindowHearsEverythingAgain() {
        const QTemporaryDir folder;
        Engine engine(setupIn(folder));
        engine.open({});
        engine.addMarket(market());
        QSignalSpy opened(&engine, &Engine::opened), devices(&engine, &Engine::devicesFound),
            hub(&engine, &Engine::hubRuns), markets(&engine, &Engine::marketsChanged),
            hosts(&engine, &Engine::hostsChanged), jobs(&engine, &Engine::jobsChanged),
            hosting(&engine, &Engine::hostingChanged), wallet(&engine, &Engine::walletChanged);
        QVERIFY(wallet.wait());
        for (QSignalSpy* each : {&opened, &devices, &hub, &markets, &hosts, &jobs, &hosting, &wallet})
            each->clear();
        engine.tellAll();
        QVERIFY(wallet.wait()); // the last of a tick
        for (const QSignalSpy* each : {&opened, &devices, &hub, &markets, &hosts, &jobs, &hosting})
            QVERIFY2(!each->isEmpty(), each->signal().constData());
        close(engine);
    }

    void theDigitsAreTheFirstJobThatIsProposed() {
        const QTemporaryDir folder;
        EngineSetup setup = setupIn(folder);
        setup.jobs = {SOURCE_DIR "/resources/jobs"};
        Engine engine(setup);
        QSignalSpy opened(&engine, &Engine::opened);
        engine.open({});
        QVERIFY(!opened.isEmpty() || opened.wait());
        const auto jobs = opened.first().at(1).value<std::vector<JobFile>>();
        QVERIFY(!jobs.empty());
        QVERIFY2(jobs.front().path.endsWith("/digits.toml"), qPrintable(jobs.front().path));
        close(engine);
    }

    void jobsThatCannotGoOnInTheBackgroundKeepTheWindowOpen() {
        const QTemporaryDir folder;
        EngineSetup setup = setupIn(folder);
        setup.node = "/nowhere/unchained-node";
        Engine engine(setup);
        engine.open({});
        close(engine);
        addJob(folder, unchained::storage::JobState::Running);
        engine.open({});
        QSignalSpy cannot(&engine, &Engine::cannotKeepRunning), opened(&engine, &Engine::opened),
            stopped(&engine, &Engine::stopped);
        engine.stop(true);
        QVERIFY(cannot.wait());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(stopped.size(), 0);
        engine.stop(false);
        QVERIFY(stopped.wait());
    }

    void aVerificationThatCannotStartSaysSo() {
        const QTemporaryDir folder;
        EngineSetup setup = setupIn(folder);
        setup.node = "/nowhere/unchained-node";
        Engine engine(setup);
        engine.open({});
        close(engine);
        const qint64 id = addJob(folder, unchained::storage::JobState::Failed);
        engine.open({});
        QSignalSpy verified(&engine, &Engine::verified);
        engine.verify(id);
        QVERIFY(verified.size() == 2 || verified.wait());
        QVERIFY(verified.last().at(1).toString().contains(QStringLiteral("cannot be started")));
        QCOMPARE(verified.last().at(2).toBool(), false);
        QCOMPARE(verified.last().at(3).toBool(), true);
        close(engine);
    }

    void aMarketplaceThatCannotStartSaysSoAndCanBeTriedAgain() {
        const QTemporaryDir folder;
        EngineSetup setup = setupIn(folder);
        setup.node = "/nowhere/unchained-node";
        Engine engine(setup);
        engine.open({});
        for (int i = 0; i < 2; ++i) {
            QSignalSpy answered(&engine, &Engine::answered), runs(&engine, &Engine::hubRuns);
            engine.runHub(7420, false);
            QVERIFY(!answered.isEmpty() || answered.wait());
            QCOMPARE(runs.size(), 1);
            QVERIFY(runs.first().first().toString().isEmpty());
        }
        close(engine);
    }

    void aMarketplaceListensWhereItIsToBeReached() {
        for (const bool forOthers : {false, true}) {
            const QTemporaryDir folder;
            Engine engine(setupIn(folder));
            engine.open({});
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            const quint16 port = free.serverPort();
            free.close();
            QSignalSpy runs(&engine, &Engine::hubRuns), added(&engine, &Engine::marketAdded);
            engine.runHub(port, forOthers);
            QVERIFY(runs.wait(30'000));
            const QString told = runs.first().first().toString();
            QCOMPARE(runs.first().at(1).toBool(), forOthers);
            QVERIFY(added.first().first().toString().startsWith(QStringLiteral("127.0.0.1:%1#").arg(port)));
            const QString host = told.section(QLatin1Char(':'), 0, 0);
            QCOMPARE(host == QLatin1String("127.0.0.1"), !forOthers);
            QTcpSocket other; // at another address of this machine
            other.connectToHost(QStringLiteral("127.0.0.2"), port);
            QCOMPARE(other.waitForConnected(2'000), forOthers);
            close(engine);
        }
    }
};

static const unchained::ui::RegisteredTest<EngineTest> engineTest("engine/engine");
#include "engine_test.moc"
