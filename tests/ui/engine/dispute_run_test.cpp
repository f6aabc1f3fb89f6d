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
    static void write(const fs::path& path, const QByteArray& text) {
        QFile file(QString::fromStdString(path.string()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    static void begun(const fs::path& folder, qint64 process) {
        fs::create_directories(folder);
        write(folder / "begun.json",
              QJsonDocument(QJsonObject{{"process", process}, {"job", 7}, {"hub", "here"}, {"step", 12}}).toJson());
    }
    /// In the place of unchained-node: it answers with the words that it was called with.
    static DisputeProgram echoIn(const QTemporaryDir& data) {
        const fs::path program = fs::path(data.path().toStdString()) / "unchained-node";
        write(program, "#!/bin/sh\necho \"{\\\"outcome\\\":\\\"$*\\\"}\"\n");
        fs::permissions(program, fs::perms::owner_all);
        return {program, data.path().toStdString(), QString()};
    }

private slots:
    void whatNobodyComputesAnyMoreIsRemoved() {
        const QTemporaryDir data;
        const fs::path folder = folderIn(data);
        begun(folder, QCoreApplication::applicationPid()); // a number that is used again, by another program
        write(folder / "answer.json", "{}");
        QVERIFY(DisputeRun::takeOver(folder, echoIn(data)) == nullptr);
        QVERIFY(!fs::exists(folder));
        QVERIFY(DisputeRun::takeOver(folder, echoIn(data)) == nullptr);
    }

    void oneThatWasCutOffIsStartedAgainAsItWasOrdered() {
        const QTemporaryDir data;
        const fs::path folder = folderIn(data);
        begun(folder, QCoreApplication::applicationPid());
        const auto run = DisputeRun::takeOver(folder, echoIn(data));
        QVERIFY(run != nullptr);
        QCOMPARE(run->facts().job, 7);
        QVERIFY(QTest::qWaitFor([&run] { return !run->facts().underWay(); }));
        QVERIFY2(run->facts().outcome.endsWith("--hub here --contract " + QString(64, 'a') + " --step 12"),
                 qPrintable(run->facts().outcome));
        QVERIFY(!fs::exists(folder));
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
        const auto run = DisputeRun::takeOver(folder, {});
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
