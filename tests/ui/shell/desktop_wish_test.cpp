// SPDX-License-Identifier: Apache-2.0
#include "pages/settings_page.h"
#include "registered_test.h"
#include "story/desk.h"
#include "widgets/switch.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QSettings>
#include <QTest>

using namespace story;

/// A desktop whose user wants nothing to move, on a bus of its own.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public slots:
    QDBusVariant Read(const QString& space, const QString& key) {
        const bool asked =
            space == QLatin1String("org.gnome.desktop.interface") && key == QLatin1String("enable-animations");
        return QDBusVariant(QVariant::fromValue(QDBusVariant(!asked)));
    }
};

class DesktopWishTest : public QObject {
    Q_OBJECT

    QProcess m_bus;
    FakePortal m_portal;

    static Switch* motionOf(const Desk& desk) {
        for (Switch* each : desk.window().findChild<SettingsPage*>()->findChildren<Switch*>())
            if (each->accessibleName() == QLatin1String("Motion")) return each;
        return nullptr;
    }

private slots:
    void initTestCase() {
        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        if (!m_bus.waitForReadyRead(10'000)) QSKIP("no dbus-daemon");
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QDBusConnection bus =
            QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("the desktop"));
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &m_portal,
                                   QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
    }
    void cleanupTestCase() {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void whatTheDesktopWishesHoldsUntilThePersonChooses() {
        const QTemporaryDir folder;
        Desk::Setup setup;
        setup.data = folder.path();
        {
            Desk desk(setup);
            desk.start();
            QVERIFY(Desk::until([] { return duration(100) == 0; }));
            QVERIFY(!motionOf(desk)->isChecked());
            // Another look is no word about motion.
            emit desk.window().findChild<SettingsPage*>()->appearanceChanged({Look::Dark, 1, false});
            QVERIFY(!QSettings(folder.filePath("desktop.ini"), QSettings::IniFormat).contains("motion"));
            motionOf(desk)->click();
            QCOMPARE(duration(100), 100);
        }
        Settings settings(folder.path());
        settings.setDesktopMotion(false);
        QVERIFY(settings.appearance().motion);
    }
};

static const unchained::ui::RegisteredTest<DesktopWishTest> desktopWishTest("shell/desktop_wish");
#include "desktop_wish_test.moc"
