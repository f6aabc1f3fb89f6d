// SPDX-License-Identifier: Apache-2.0
#include "pages/marketplaces_page.h"
#include "registered_test.h"

#include "net/address.h"
#include "pages/find.h"
#include "pages/samples.h"
#include "widgets/banner.h"
#include "widgets/card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTranslator>

using namespace unchained::ui;

class MarketplacesPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void aLostMarketTellsSinceWhenWhatWorksAndTheNextTry() {
        MarketplacesPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setMarkets(samples::markets());
        for (const char* part :
             {"Not reachable", "No answer since", "does not answer", "Jobs on hosts that are reached directly go on",
              "Next try by itself in 18 s", "Answers in 24 ms", "184.20 credits"})
            QVERIFY2(find::says(page, QString::fromLatin1(part)), part);
        QSignalSpy retried(&page, &MarketplacesPage::retryWanted);
        find::click(find::button(page, "Try Torino Lab again"));
        QCOMPARE(retried.takeFirst().at(0).toString(), samples::torino());
        QVERIFY(!find::button(page, "Try Commons again"));
    }

    void inANarrowWindowTheFormsFollowTheListAtOnce() {
        MarketplacesPage page;
        find::show(page, {904, 640});
        page.setMarkets({samples::markets().front()});
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        const auto card = [&](const char* name) {
            for (auto* each : page.findChildren<Card*>())
                if (each->accessibleName() == QLatin1String(name))
                    return QRect(each->mapTo(&page, QPoint()), each->size());
            return QRect();
        };
        const QRect list = card("Used by this program"), add = card("Add by address");
        QVERIFY(list.isValid() && add.isValid());
        QVERIFY2(add.top() - list.bottom() < 24, qPrintable(QString::number(add.top() - list.bottom())));
    }

    void removingAsksAndTellsWhatLiesThere() {
        MarketplacesPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        QSignalSpy removed(&page, &MarketplacesPage::removeWanted);
        find::click(find::button(page, "Remove Commons"));
        QVERIFY(find::says(page, "Your 258.60 credits there stay yours"));
        find::click(find::button(page, "Keep"));
        QCOMPARE(removed.size(), 0);
        find::click(find::button(page, "Remove Commons"));
        auto* banner = page.findChild<Banner*>(); // Commons is the first
        find::click(find::button(*banner, "Remove"));
        QCOMPARE(removed.takeFirst().at(0).toString(), samples::commons());
    }

    void anAddressIsLookedAtBeforeItIsAdded() {
        MarketplacesPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        QSignalSpy added(&page, &MarketplacesPage::addWanted);
        QLineEdit* field = find::field(page, "Address");
        const auto refused = [&](const QString& text, const char* why) {
            field->setText(text);
            QTest::keyClick(field, Qt::Key_Return);
            QVERIFY2(find::says(page, QLatin1String(why)), qPrintable(text));
            QCOMPARE(added.size(), 0);
        };
        refused({}, "first");
        refused("hub.example:7420", "fingerprint is missing");
        refused("hub.example:7420#abc", "This is no address");
        refused("hub.example:0#" + QString(64, 'c'), "This is no address");
        refused(samples::commons(), "in the list already");
        const QString good = "hub.example:7420#" + QString(64, 'c');
        field->setText("unchained://" + good);
        find::click(find::button(page, "Add the marketplace"));
        QCOMPARE(added.takeFirst().at(0).toString(), good);
        QVERIFY(field->text().isEmpty());
    }

    void whyItIsNoAddressIsSaidInTheLanguageOfTheWindow() {
        class Shouting : public QTranslator {
            [[nodiscard]] bool isEmpty() const override { return false; }
            [[nodiscard]] QString translate(const char* context, const char* text, const char*, int) const override {
                return qstrcmp(context, "core") == 0 ? QString::fromUtf8(text).toUpper() : QString();
            }
        } shouting;
        QCoreApplication::installTranslator(&shouting);
        MarketplacesPage page;
        find::show(page);
        QLineEdit* field = find::field(page, "Address");
        field->setText("hub.example:7420#abc");
        QTest::keyClick(field, Qt::Key_Return);
        QCoreApplication::removeTranslator(&shouting);
        const auto why = unchained::net::HubAddress::parse("hub.example:7420#abc").error().sentence.str();
        QVERIFY(find::says(page, QString::fromStdString(why).toUpper()));
    }

    void oneRunsHereUntilItIsStopped() {
        MarketplacesPage page;
        find::show(page);
        QSignalSpy run(&page, &MarketplacesPage::runHereWanted), stop(&page, &MarketplacesPage::stopHereWanted);
        page.findChild<QSpinBox*>()->setValue(7444);
        QVERIFY(find::says(page, "and nobody else"));
        find::click(find::button(page, "Run a marketplace"));
        QCOMPARE(run.takeFirst(), QVariantList({QVariant::fromValue(quint16{7444}), false}));
        page.setHere(samples::torino(), false);
        QVERIFY(!find::button(page, "Run a marketplace"));
        QVERIFY(find::says(page, "Its address, on this machine") && find::says(page, "Others cannot reach it"));
        QVERIFY(!find::says(page, "for others to add"));
        find::click(find::button(page, "Copy the address"));
        QCOMPARE(QGuiApplication::clipboard()->text(), samples::torino());
        find::click(find::button(page, "Stop it"));
        QCOMPARE(stop.size(), 1);
    }

    void othersReachItWhereThatIsChosen() {
        MarketplacesPage page;
        find::show(page);
        QSignalSpy run(&page, &MarketplacesPage::runHereWanted);
        find::click(find::button(page, "Others, too"));
        QVERIFY(find::says(page, "For your lab or your friends"));
        find::click(find::button(page, "Run a marketplace"));
        QCOMPARE(run.takeFirst(), QVariantList({QVariant::fromValue(quint16{7420}), true}));
        page.setHere(samples::torino(), true);
        QVERIFY(find::says(page, "Its address, for others to add") && find::says(page, "firewall"));
        page.setHere({}, true); // it has ended: the choice stays
        find::click(find::button(page, "Run a marketplace"));
        QCOMPARE(run.takeFirst().at(1).toBool(), true);
    }

    void withoutAnyItLeadsToTheAddress() {
        MarketplacesPage page;
        find::show(page);
        page.setMarkets({});
        QVERIFY(find::says(page, "No marketplace yet"));
        page.activateWindow();
        find::click(find::button(page, "Add one"));
        QVERIFY(find::field(page, "Address")->hasFocus());
    }
};

static const unchained::ui::RegisteredTest<MarketplacesPageTest> marketplacesPageTest("pages/marketplaces_page");
#include "marketplaces_page_test.moc"
