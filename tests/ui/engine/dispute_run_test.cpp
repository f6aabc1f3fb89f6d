// SPDX-License-Identifier: Apache-2.0
#include "engine/dispute_run.h"
#include "registered_test.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace unchained;
using namespace unchained::ui;

namespace fs = std::filesystem;

/// A dispute outlives its window: the next one takes it over, and what has ended leaves nothing behind.
class DisputeRunTest : public QObject {
    Q_OBJECT

    static fs::path folderIn(const QTemporaryDir& data) {
        return fs::path(data.path().toStdString()) / "disputes" / std::string(64, 'a');
    }
    static void begun(const fs::path& folder, qint64 process) {
        fs::create_directories(folder);
        QFile file(QString::fromStdString((folder / "begun.json").string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(QJsonObject{{"process", process}, {"job", 7}}).toJson());
    }

private slots:
    void whatNobodyComputesAnyMoreIsRemoved() {
        const QTemporaryDir data;
        const fs::path folder = folderIn(data);
        begun(folder, QCoreApplication::applicationPid()); // a number that is used again, by another program
        QVERIFY(DisputeRun::takeOver(folder) == nullptr);
        QVERIFY(!fs::exists(folder));
        QVERIFY(DisputeRun::takeOver(folder) == nullptr);
    }

    void oneThatGoesOnIsFollowedToItsEnd() {
        const QTemporaryDir data;
        const fs::path folder = folderIn(data);
        // Waits for a word on its standard input, under the name of the program.
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"), QStringLiteral("read line; exit 0"), QStringLiteral("unchained-node"),
                       QString::fromStdString(folder.string())});
        QVERIFY(process.waitForStarted());
        begun(folder, process.processId());
        const auto run = DisputeRun::takeOver(folder);
        QVERIFY(run != nullptr);
        QCOMPARE(run->facts().job, 7);
        QCOMPARE(run->facts().contract, QByteArray(32, '\xaa'));
        QFile log(QString::fromStdString((folder / "log").string()));
        QVERIFY(log.open(QIODevice::WriteOnly) && log.write("case 4 is open: steps 1 to 1\n") > 0 && log.flush());
        QVERIFY(QTest::qWaitFor([&run] { return run->facts().stage == DisputeStage::Open; }));
        process.write("\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QVERIFY(QTest::qWaitFor([&run] { return run->facts().stage == DisputeStage::Failed; })); // no answer
        QVERIFY(!fs::exists(folder));
    }
};

static const unchained::ui::RegisteredTest<DisputeRunTest> disputeRunTest("engine/dispute_run");
#include "dispute_run_test.moc"
