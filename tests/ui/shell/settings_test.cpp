// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "shell/link.h"
#include "shell/settings.h"
#include "shell/single_instance.h"

#include <QCoreApplication>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace unchained::ui;
using unchained::Amount;

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void everythingIsThereAtTheNextStart() {
        const QTemporaryDir folder;
        HostingRequest request{"hub.example:7420#aa", "forge-1", "Turin", Amount::micros(9'000'000), std::nullopt};
        {
            Settings settings(folder.path());
            QVERIFY(!settings.firstRunDone() && !settings.backedUp(QByteArray(32, 'k')) && !settings.hosting());
            settings.setAppearance({Look::HighContrastDark, 1.5, false});
            settings.setLanguage("de");
            settings.addMarket("a:1#f");
            settings.addMarket("b:2#f");
            settings.addMarket("a:1#f"); // once
            settings.removeMarket("b:2#f");
            settings.setFavourite(QByteArray(32, 'p'), true);
            settings.setBlocked(QByteArray(32, 'q'), true);
            settings.setHosting(request);
            settings.setHubPort(7420);
            settings.setBackedUp(QByteArray(32, 'k'));
            settings.setElectricity({350.0, Amount::micros(300'000)});
        }
        Settings settings(folder.path());
        QCOMPARE(settings.appearance(), (Appearance{Look::HighContrastDark, 1.5, false}));
        QCOMPARE(settings.language(), "de");
        QCOMPARE(settings.markets(), QStringList{"a:1#f"});
        QCOMPARE(settings.favourites(), QSet<QByteArray>{QByteArray(32, 'p')});
        QCOMPARE(settings.blocked(), QSet<QByteArray>{QByteArray(32, 'q')});
        const auto hosting = settings.hosting();
        QVERIFY(hosting && hosting->name == "forge-1" && hosting->pricePerHour == request.pricePerHour);
        QVERIFY(!hosting->bondMax); // all it has
        QCOMPARE(settings.hubPort(), 7420);
        QVERIFY(settings.backedUp(QByteArray(32, 'k')));
        QVERIFY(!settings.backedUp(QByteArray(32, 'l'))); // a key that was restored or made later
        QCOMPARE(settings.electricity().first, 350.0);
        request.bondMax = Amount::micros(5);
        settings.setHosting(request);
        QCOMPARE(settings.hosting()->bondMax->micro(), 5);
        settings.setHosting(std::nullopt);
        QVERIFY(!settings.hosting());
    }

    void theDemoSharesLooksAndNothingElse() {
        const QTemporaryDir own, demo;
        {
            Settings settings(demo.path(), own.path());
            settings.setAppearance({Look::Dark, 1.5, false});
            settings.setLanguage("de");
            settings.setGeometry("there");
            settings.setFirstRunDone();
            settings.addMarket("a:1#f");
            settings.setFavourite(QByteArray(32, 'p'), true);
            settings.setBlocked(QByteArray(32, 'p'), true);
            settings.setHosting(HostingRequest{"a:1#f", "forge-1", "Turin", Amount::micros(1), std::nullopt});
            settings.setHubPort(7420);
            settings.setHubForOthers(true);
            settings.setElectricity({350.0, Amount::micros(300'000)});
            settings.setBackedUp(QByteArray(32, 'k'));
            settings.setBrowse({{"sort", 1}});
        }
        Settings settings(own.path());
        QCOMPARE(settings.appearance(), (Appearance{Look::Dark, 1.5, false}));
        QCOMPARE(settings.language(), "de");
        QCOMPARE(settings.geometry(), "there");
        QVERIFY(!settings.firstRunDone() && settings.markets().isEmpty() && settings.favourites().isEmpty());
        QVERIFY(settings.blocked().isEmpty() && !settings.hosting() && settings.hubPort() == 0);
        QVERIFY(settings.electricity().first == 0 && !settings.backedUp(QByteArray(32, 'k')));
        QVERIFY(settings.browse().isEmpty() && !settings.hubForOthers());
    }

    void linksLeadToAMarketplaceOrAListing() {
        const QString market = "hub.example:7420#" + QString(64, 'a');
        const QByteArray peer(32, '\x5a');
        const auto to = parseLink("unchained:" + market);
        QVERIFY(to && to->market == market && to->peer.isEmpty());
        const auto listing = parseLink(linkTo(market, peer));
        QVERIFY(listing && listing->market == market && listing->peer == peer);
        for (const QString& bad : {QString(), QString("http://x"), QString("unchained:"), "unchained:" + market + "/12",
                                   "unchained:" + market.chopped(1), linkTo(market, peer) + "00"})
            QVERIFY2(!parseLink(bad), qPrintable(bad));
    }

    void aSecondStartHandsItsLinkToTheFirst() {
        qputenv("XDG_RUNTIME_DIR", QTemporaryDir().path().toUtf8());
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QCOMPARE(first.begin({}), SingleInstance::Begin::Here);
        QSignalSpy called(&first, &SingleInstance::called);
        auto began = SingleInstance::Begin::Here;
        const std::unique_ptr<QThread> second(QThread::create([&] {
            SingleInstance instance(folder.path());
            began = instance.begin("unchained:there");
        }));
        second->start();
        QVERIFY(called.wait());
        QCOMPARE(called.first().first().toString(), "unchained:there");
        QVERIFY(second->wait());
        QCOMPARE(began, SingleInstance::Begin::Told);
    }

    void aFirstThatHangsIsNamed() {
        const QTemporaryDir folder;
        QLockFile held(folder.filePath("window.lock"));
        QVERIFY(held.tryLock(0)); // and nobody listens
        SingleInstance second(folder.path());
        QCOMPARE(second.begin({}), SingleInstance::Begin::Silent);
        QCOMPARE(second.holder(), QCoreApplication::applicationPid());
    }

    void aLockThatCannotBeWrittenIsNotTakenForAnotherWindow() {
        const QTemporaryDir folder;
        SingleInstance instance(folder.filePath("missing"));
        QCOMPARE(instance.begin({}), SingleInstance::Begin::Unwritten);
    }
};

static const unchained::ui::RegisteredTest<SettingsTest> settingsTest("shell/settings");
#include "settings_test.moc"
