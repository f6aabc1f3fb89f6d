// SPDX-License-Identifier: Apache-2.0
#include "identity/key_file.h"
#include "identity/random.h"
#include "pages/bet_samples.h"
#include "pages/bets_page.h"
#include "pages/browse_page.h"
#include "pages/find.h"
#include "pages/host_page.h"
#include "pages/job_page.h"
#include "pages/listing_page.h"
#include "pages/marketplaces_page.h"
#include "pages/samples.h"
#include "pages/settings_page.h"
#include "pages/wallet_page.h"
#include "registered_test.h"
#include "shell/locked_page.h"
#include "story/desk.h"

#include <QComboBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace story;

/// The window over a real engine, where no other process is needed.
class MainWindowTest : public QObject {
    Q_OBJECT

    static QString market() { return "127.0.0.1:9#" + QString(64, 'a'); }
    /// Whatever was posted to the engine before is done, and its answers have come.
    static void settle(Engine* engine) {
        QMetaObject::invokeMethod(
            engine, [] {}, Qt::BlockingQueuedConnection);
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
        settle(desk.engine());
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
        for (const int key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7,
                              Qt::Key_Comma, Qt::Key_K, Qt::Key_F}) {
            desk.key(key, Qt::ControlModifier);
            QVERIFY2(desk.page<LockedPage>(), qPrintable(QKeySequence(key).toString()));
        }
        desk.window().showPlace(Place::Marketplaces);
        QVERIFY(desk.page<LockedPage>());
    }

    void anotherLanguageIsSpokenAtOnceAndEverywhere() {
        const QTemporaryDir folder;
        Desk desk(on(folder));
        desk.start();
        QVERIFY(Desk::until([&] { return !desk.wallet().peer.isEmpty(); }));
        const auto choose = [&desk](const char* language) {
            desk.window().showPlace(Place::Settings);
            for (auto* box : desk.window().findChildren<QComboBox*>())
                if (const int index = box->findData(QString::fromLatin1(language)); index >= 0)
                    box->setCurrentIndex(index);
        };
        choose("de");
        QVERIFY(desk.waitFor(QStringLiteral("Einstellungen")));
        QVERIFY(desk.page<SettingsPage>());
        QVERIFY(!desk.says(QStringLiteral("Settings")));
        QVERIFY(find::button(desk.window(), QStringLiteral("Angebote")));
        desk.window().showPlace(Place::Wallet); // the new window knows what the old one knew
        const QString id = QString::fromLatin1(desk.wallet().peer.toHex());
        QVERIFY(Desk::until([&] {
            const QLineEdit* field = find::field(desk.window(), QStringLiteral("Eigene Peer-ID"));
            return field && field->text() == id;
        }));
        choose("en");
        QVERIFY(desk.waitFor(QStringLiteral("Settings")));
        QVERIFY(!desk.says(QStringLiteral("Einstellungen")));
    }

    void theDemoLeavesNoTraceInWhatTheUserHas() {
        const QTemporaryDir folder;
        const HostingRequest listed{market(), "forge-1", "Turin", unchained::Amount::micros(9'000'000), std::nullopt};
        {
            Settings own(folder.path());
            own.setHosting(listed);
            own.setHubPort(7420);
        }
        EngineSetup setup;
        setup.data = folder.path().toStdString();
        setup.worker = setup.node = "/nowhere/unchained-node"; // the demo's market is not what this is about
        Application program(setup, {});
        program.start(true, {});
        QVERIFY(Desk::until([&] { return find::says(*program.window(), QStringLiteral("This is the demo")); }));
        auto* host = program.window()->findChild<HostPage*>();
        emit host->listWanted({market(), "play", {}, unchained::Amount::micros(1), std::nullopt});
        emit host->priceWanted(unchained::Amount::micros(5));
        emit host->electricityChanged(350, unchained::Amount::micros(5));
        emit host->stopWanted();
        auto* markets = program.window()->findChild<MarketplacesPage*>();
        emit markets->addWanted(market());
        emit markets->stopHereWanted();
        emit program.window()->findChild<WalletPage*>()->backupWanted(folder.filePath("copy"), {});
        settle(program.engine());
        QVERIFY(QFile::exists(folder.filePath("copy")));
        const auto directory = [&program] {
            return find::field(*program.window()->findChild<SettingsPage*>(), QStringLiteral("Data directory"))->text();
        };
        const QString play = directory();
        QVERIFY(play != folder.path() && QFile::exists(play));
        emit program.window()->demoEndWanted();
        QVERIFY(Desk::until([&] { return program.window() && directory() == folder.path(); }));
        QVERIFY(!QFile::exists(play));
        program.quit();
        QVERIFY(Desk::until([&] { return program.window() == nullptr; }));
        const Settings own(folder.path());
        QVERIFY(own.hosting() && own.hosting()->name == listed.name);
        QCOMPARE(own.hosting()->pricePerHour, listed.pricePerHour);
        QCOMPARE(own.hubPort(), 7420);
        QVERIFY(own.markets().isEmpty());
        QCOMPARE(own.electricity().first, 0.0);
        const QSettings file(folder.filePath("desktop.ini"), QSettings::IniFormat);
        QVERIFY(!file.contains("backedUp"));
    }

    void aMachineThatIsRentedIsNotClosedUnasked() {
        const QTemporaryDir folder;
        Desk desk(on(folder));
        desk.start();
        QVERIFY(Desk::until([&] { return !desk.wallet().peer.isEmpty(); }));
        settle(desk.engine());
        HostingFacts rented;
        rented.state = HostingState::Rented;
        emit desk.engine()->hostingChanged(rented);
        desk.window().close();
        QVERIFY(desk.waitFor(QStringLiteral("Somebody computes on this machine")));
        QVERIFY(desk.press(QStringLiteral("Stay open")));
        settle(desk.engine());
        QVERIFY(desk.isOpen() && desk.window().isEnabled());
        desk.window().close();
        QVERIFY(desk.press(QStringLiteral("Close all the same")));
        QVERIFY(Desk::until([&] { return !desk.isOpen(); }));
    }

    void aWrongVerdictIsToldWhereverThePersonIs() {
        const QTemporaryDir folder;
        Desk desk(on(folder));
        desk.start();
        QVERIFY(Desk::until([&] { return !desk.wallet().peer.isEmpty(); }));
        settle(desk.engine());
        JobFacts first = samples::runningJob(), second = first;
        first.id = 1;
        first.name = QStringLiteral("First of two");
        second.id = 2;
        emit desk.engine()->jobsChanged({second, first});
        emit desk.engine()->rentBegan(2);
        QVERIFY(desk.page<JobPage>());
        emit desk.engine()->stepChecked(1, 40, QStringLiteral("Step 41: wrong"), StepVerdict::Wrong);
        QVERIFY(desk.waitFor(QStringLiteral("First of two: Step 41: wrong")));
        emit desk.engine()->verified(1, QStringLiteral("step 7: another root"), false, true);
        QVERIFY(desk.waitFor(QStringLiteral("First of two: step 7: another root")));
        emit desk.engine()->rentBegan(1);
        QVERIFY(find::button(desk.window(), QStringLiteral("Dispute step 41")));
    }

    /// Also not by what happens meanwhile, and whoever waits behind it is let go.
    void theQuestionAboutTheBackupIsNeverLost() {
        const QTemporaryDir folder;
        Desk desk(on(folder));
        desk.start();
        QVERIFY(Desk::until([&] { return !desk.wallet().peer.isEmpty(); }));
        settle(desk.engine());
        const QString question = QStringLiteral("Your credits hang on a key");
        auto* bets = desk.window().findChild<BetsPage*>();
        auto* listing = desk.window().findChild<ListingPage*>();
        desk.window().showPlace(Place::Bets);
        bets->setMarkets(samples::markets());
        bets->setBets(samples::commons(), samples::bets(), {});
        auto* stake = bets->findChild<QAbstractButton*>(QStringLiteral("stake"));
        find::click(stake);
        QVERIFY(desk.waitFor(question) && !stake->isEnabled());
        emit listing->rentConfirmed({});
        emit desk.engine()->answered(QStringLiteral("Replied"), {});
        QVERIFY(desk.waitFor(QStringLiteral("Replied")));
        QVERIFY(desk.says(question));
        QSignalSpy refused(desk.engine(), &Engine::rentRefused);
        QVERIFY(desk.press(QStringLiteral("Back it up")));
        QVERIFY(desk.page<WalletPage>() && !desk.says(question));
        desk.window().showPlace(Place::Bets);
        QVERIFY(stake->isEnabled());
        settle(desk.engine());
        QCOMPARE(refused.size(), 0); // nothing was asked of anybody
        emit listing->rentConfirmed({});
        emit listing->rentConfirmed({});
        QVERIFY(desk.press(QStringLiteral("Go on without")));
        QVERIFY(Desk::until([&] { return refused.size() == 2; }));
        emit listing->rentConfirmed({});
        QVERIFY(Desk::until([&] { return refused.size() == 3; })); // once is enough
    }

    void whereTheBackgroundCannotStartTheWindowStaysAndSaysSo() {
        const QTemporaryDir folder;
        Desk desk(on(folder));
        desk.start();
        QVERIFY(Desk::until([&] { return !desk.wallet().peer.isEmpty(); }));
        desk.window().setEnabled(false); // as while it closes
        emit desk.engine()->cannotKeepRunning({"unchained-node", "cannot be started", "install it", false});
        QVERIFY(desk.window().isEnabled());
        QVERIFY(desk.waitFor(QStringLiteral("The job cannot go on in the background")));
        QVERIFY(desk.says(QStringLiteral("cannot be started")));
    }
};

static const unchained::ui::RegisteredTest<MainWindowTest> mainWindowTest("shell/main_window");
#include "main_window_test.moc"
