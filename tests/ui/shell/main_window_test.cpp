// SPDX-License-Identifier: Apache-2.0
#include "identity/key_file.h"
#include "identity/random.h"
#include "pages/browse_page.h"
#include "pages/find.h"
#include "registered_test.h"
#include "shell/locked_page.h"
#include "story/desk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace story;

/// The window over a real engine, where no other process is needed.
class MainWindowTest : public QObject {
    Q_OBJECT

    static QString market() { return "127.0.0.1:9#" + QString(64, 'a'); }
    /// Whatever was posted to the engine before is done, and its answers have come.
    static void settle(const Desk& desk) {
        QMetaObject::invokeMethod(
            desk.engine(), [] {}, Qt::BlockingQueuedConnection);
        QCoreApplication::processEvents();
    }
    static void writeLockedKey(const QTemporaryDir& folder) {
        const unchained::identity::Keys keys(unchained::identity::randomKeySeed());
        QVERIFY(unchained::identity::writeKeyFile(folder.filePath("identity.key").toStdString(),
                                                  unchained::identity::lockKeys(keys, "open sesame", 1),
                                                  unchained::identity::Existing::Keep)
                    .ok());
    }
    static Desk::Setup on(const QTemporaryDir& folder) {
        Desk::Setup setup;
        setup.data = folder.path();
        return setup;
    }

private slots:
    void aLinkToALockedWindowIsFollowedOnceItIsOpen() {
        const QTemporaryDir folder;
        writeLockedKey(folder);
        Desk desk(on(folder));
        desk.start();
        QVERIFY(desk.waitFor(QStringLiteral("Your key wants its passphrase")));
        desk.window().follow({market(), {}});
        settle(desk);
        QVERIFY(desk.page<LockedPage>());
        QVERIFY(Settings(folder.path()).markets().isEmpty());
        find::type(find::field(desk.window(), QStringLiteral("Passphrase of your key")), QStringLiteral("open sesame"));
        QVERIFY(desk.press(QStringLiteral("Unlock")));
        QVERIFY(Desk::until([&] { return desk.page<BrowsePage>() != nullptr; }));
        QVERIFY(Desk::until([&] { return Settings(folder.path()).markets() == QStringList{market()}; }));
    }

    void noKeyLeadsPastTheLock() {
        const QTemporaryDir folder;
        writeLockedKey(folder);
        Desk desk(on(folder));
        desk.start();
        QVERIFY(desk.waitFor(QStringLiteral("Your key wants its passphrase")));
        for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_Comma,
                              Qt::Key_K, Qt::Key_F}) {
            desk.key(key, Qt::ControlModifier);
            QVERIFY2(desk.page<LockedPage>(), qPrintable(QKeySequence(key).toString()));
        }
        desk.window().showPlace(Place::Marketplaces);
        QVERIFY(desk.page<LockedPage>());
    }
};

static const unchained::ui::RegisteredTest<MainWindowTest> mainWindowTest("shell/main_window");
#include "main_window_test.moc"
