// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

/// The program `unchained` itself, started as by a desktop: on a directory of its own, which is not there before.
class ProgramTest : public QObject {
    Q_OBJECT

    static constexpr int kStartMs = 30'000;

    struct Started {
        QProcess process;
        QString errors() { return QString::fromUtf8(process.readAllStandardError()); }
        bool runs() const { return process.state() == QProcess::Running; }
        bool ends() { return process.state() == QProcess::NotRunning || process.waitForFinished(kStartMs); }
        ~Started() {
            if (process.state() == QProcess::NotRunning) return;
            process.kill();
            process.waitForFinished();
        }
    };

    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] QString data() const { return m_home->filePath(QStringLiteral("unchained")); }
    [[nodiscard]] QString file(const char* name) const { return data() + QLatin1Char('/') + QLatin1String(name); }
    /// As on a fresh Debian: what a program makes can be read by all.
    static void prepare(QProcess& process) {
        process.setChildProcessModifier([] { ::umask(022); });
    }
    [[nodiscard]] std::unique_ptr<Started> start(const QStringList& words = {},
                                                 const std::map<QString, QString>& more = {}) const {
        auto out = std::make_unique<Started>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home->path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.remove(QStringLiteral("UNCHAINED_PASSPHRASE"));
        for (const auto& [name, value] : more)
            environment.insert(name, value);
        out->process.setProcessEnvironment(environment);
        prepare(out->process);
        out->process.start(QStringLiteral(BIN_DIR "/unchained"), words);
        return out;
    }
    static bool holds(const QString& name, const QByteArray& text) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(text);
    }
    /// The window is there when its engine has the directory.
    [[nodiscard]] bool opens() const {
        return QTest::qWaitFor([&] { return QFile::exists(file("peer.sqlite")); }, kStartMs);
    }

private slots:
    void init() {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

    void aFreshStartMakesADirectoryOfItsOwnAndAKey() {
        const auto program = start();
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(file("identity.key")); }, kStartMs));
        QVERIFY(opens());
        struct stat info {};
        QCOMPARE(::stat(qPrintable(data()), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0700U);
        QVERIFY(program->runs());
    }

    void oneThatIsStuckWithTheFilesOfTheWindowAloneIsFreed() {
        QVERIFY(QDir().mkpath(data()));
        QCOMPARE(::chmod(qPrintable(data()), 0755), 0);
        QFile settings(file("desktop.ini"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.close();
        const auto program = start();
        QVERIFY(opens());
    }

    void aDirectoryOfOtherProgramsIsRefusedAndNotTouched() {
        QVERIFY(QDir().mkpath(data()));
        QCOMPARE(::chmod(qPrintable(data()), 0755), 0);
        QFile letter(file("letter.txt"));
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.close();
        const auto program = start();
        QVERIFY(program->ends());
        QCOMPARE(program->process.exitCode(), 4);
        QVERIFY(program->errors().contains(QStringLiteral("holds files of other programs")));
        QCOMPARE(QDir(data()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("letter.txt")});
    }

    void withoutADisplayItSaysSo() {
        const auto program = start({}, {{"QT_QPA_PLATFORM", {}}, {"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}});
        QVERIFY(program->ends());
        QCOMPARE(program->process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->process.exitCode(), 4);
        QVERIFY(program->errors().contains(QStringLiteral("there is no display")));
    }

    void aSignalSavesAndEndsWell() {
        const auto program = start();
        QVERIFY(opens());
        program->process.terminate();
        QVERIFY(program->ends());
        QCOMPARE(program->process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->process.exitCode(), 0);
        QVERIFY(holds(file("desktop.ini"), "geometry"));
    }

    void aSecondStartHandsItsLinkOverAndEnds() {
        const QByteArray market = "127.0.0.1:9#" + QByteArray(64, 'a');
        const auto first = start();
        QVERIFY(opens());
        const auto second = start({QStringLiteral("unchained:") + QString::fromLatin1(market)});
        QVERIFY(second->ends());
        QCOMPARE(second->process.exitCode(), 0);
        QVERIFY(QTest::qWaitFor([&] { return holds(file("desktop.ini"), market); }, kStartMs));
        QVERIFY(first->runs());
    }

    void onAFullDiskItSaysSo() {
        QVERIFY(QDir().mkpath(data()));
        QCOMPARE(::chmod(qPrintable(data()), 0700), 0);
        QFile flag(data() + QStringLiteral(".full"));
        QVERIFY(flag.open(QIODevice::WriteOnly));
        const auto program = start({}, {{"LD_PRELOAD", QStringLiteral(FULL_DISK_LIBRARY)}, {"FULL_DISK", data()}});
        QVERIFY(program->ends());
        QCOMPARE(program->process.exitCode(), 4);
        QVERIFY(program->errors().contains(QStringLiteral("window.lock cannot be written. Free some space")));
    }

    void aFirstThatHangsIsNamed() {
        const auto first = start();
        QVERIFY(opens());
        const qint64 process = first->process.processId();
        QCOMPARE(::kill(static_cast<pid_t>(process), SIGSTOP), 0);
        const auto second = start();
        QVERIFY(second->ends());
        ::kill(static_cast<pid_t>(process), SIGCONT);
        QCOMPARE(second->process.exitCode(), 4);
        QVERIFY(second->errors().contains(QStringLiteral("process number %1").arg(process)));
    }

    void aLinkDoesNotBreakAWindowThatWaitsForAPassphrase() {
        const auto keys = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("UNCHAINED_PASSPHRASE"), QStringLiteral("open sesame"));
        keys->setProcessEnvironment(environment);
        keys->start(QStringLiteral(BIN_DIR "/unchained-node"),
                    {QStringLiteral("--data-dir"), data(), QStringLiteral("keys"), QStringLiteral("new")});
        QVERIFY(keys->waitForFinished(kStartMs));
        const auto first = start();
        // Its server is there before its window.
        QVERIFY(QTest::qWaitFor([&] { return QFile::exists(file("window.lock")); }, kStartMs));
        const auto second = start({QStringLiteral("unchained:127.0.0.1:9#") + QString(64, QLatin1Char('a'))});
        QVERIFY(second->ends());
        QCOMPARE(second->process.exitCode(), 0);
        first->process.terminate();
        QVERIFY(first->ends());
        QCOMPARE(first->process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(first->process.exitCode(), 0);
    }
};

static const unchained::ui::RegisteredTest<ProgramTest> programTest("shell/program");
#include "program_test.moc"
