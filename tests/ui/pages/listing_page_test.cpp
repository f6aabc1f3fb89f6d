// SPDX-License-Identifier: Apache-2.0
#include "pages/listing_page.h"
#include "registered_test.h"

#include "pages/find.h"
#include "pages/inner_scroll.h"
#include "pages/listing_samples.h"
#include "pages/price_box.h"
#include "pages/price_comparison.h"
#include "widgets/slider.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace unchained::ui;
using unchained::Amount;

class ListingPageTest : public QObject {
    Q_OBJECT

    /// Everything is there but the plan.
    static void fill(ListingPage& page) {
        page.setNow(samples::kNow);
        page.setJobs(samples::jobFiles());
        page.setMarketHosts(samples::commonsHosts());
        page.setHost(samples::galliumForge());
        page.setReviews(samples::reviews());
        page.setBalance(Amount::micros(184'200'000));
    }
    static void ready(ListingPage& page) {
        fill(page);
        page.setPlanning(false);
        page.setPlan(samples::plan());
    }

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void disputesAgainstAHostAreCountedByTheirVerdicts() {
        ListingPage page;
        find::show(page);
        ready(page);
        QVERIFY(find::says(page, "Disputes: –, not told yet"));
        unchained::protocol::CaseRecord record;
        page.setCaseRecord(record);
        QVERIFY(find::says(page, "Disputes: 0, no case was opened against it"));
        record.wrong = 1;
        record.falseAlarms = 2;
        record.open = 1;
        page.setCaseRecord(record);
        QVERIFY(find::says(page, "Disputes: 4, 1 open, 1 time(s) wrong, 2 false alarm(s)"));
        find::click(find::button(page, "How it is computed"));
        QVERIFY(find::says(page, "by the verdicts that the marketplace has signed"));
    }

    void theFormulaOfThePriceOfWorkIsOneClickAway() {
        ListingPage page;
        find::show(page);
        ready(page);
        QVERIFY(find::says(page, "0.076 credits per verified TFLOP-hour"));
        QVERIFY(!find::says(page, "a multiply-add being two"));
        find::click(find::button(page, "How the price per TFLOP-hour is computed"));
        QVERIFY(find::says(page, "9.00 credits/h over the 118 TFLOPS"));
        QVERIFY(find::says(page, "a multiply-add being two"));
    }

    void aListingIsRentedInThreeMoreClicks() {
        ListingPage page;
        find::show(page);
        QSignalSpy planned(&page, &ListingPage::planWanted), rented(&page, &ListingPage::rentConfirmed);
        ready(page);
        QVERIFY(!planned.isEmpty());
        QCOMPARE(planned.last().at(0).value<RentRequest>().job, QStringLiteral("/jobs/character.toml"));
        QVERIFY(find::says(page, "74.40"));
        QVERIFY(find::says(page, "The host bets 120 credits to your 1.20"));
        find::click(find::button(page, "Review and rent"));
        QVERIFY(find::says(page, "Before money moves"));
        QVERIFY(find::says(page, "Rent Gallium forge for Character GPT?"));
        QVERIFY(find::says(page, "109.80")); // the balance after
        QVERIFY(find::says(page, "comes back"));
        QCOMPARE(rented.size(), 0);
        find::click(find::button(page, "Lock 74.40 credits and start"));
        QCOMPARE(rented.size(), 1);
        const auto request = rented.takeFirst().at(0).value<RentRequest>();
        QCOMPARE(request.market, samples::commons());
        QCOMPARE(request.provider, samples::peer('\x05'));
        // No top-up may take more than what was shown.
        QVERIFY(request.spendMax && *request.spendMax == Amount::micros(74'400'000));
        QVERIFY(!find::button(page, "Lock 74.40 credits and start")); // once
        QVERIFY(!find::button(page, "Asking the host…")->isEnabled());
    }

    void eachChangeAsksForAnotherPlan() {
        ListingPage page;
        find::show(page);
        ready(page);
        QSignalSpy planned(&page, &ListingPage::planWanted);
        page.findChild<Slider*>()->setValue(44);
        QCOMPARE(planned.size(), 1);
        QCOMPARE(planned.takeFirst().at(0).value<RentRequest>().checks, 0.44);
        page.findChild<QComboBox*>()->setCurrentIndex(1);
        QCOMPARE(planned.takeFirst().at(0).value<RentRequest>().job, QStringLiteral("/jobs/digits.toml"));
        find::type(find::field(page, "Spend at most"), "9");
        QVERIFY(*planned.takeFirst().at(0).value<RentRequest>().spendMax == Amount::credits(9));
        page.setHost(samples::galliumForge());
        QCOMPARE(planned.size(), 0); // nothing is new
        HostFacts dearer = samples::galliumForge();
        dearer.pricePerHour = Amount::credits(10);
        page.setHost(dearer);
        QCOMPARE(planned.size(), 1);
    }

    void aPlanUnderWayOrFailedCannotBeRented() {
        ListingPage page;
        find::show(page);
        fill(page);
        page.setPlanning(true);
        QVERIFY(!find::button(page, "Review and rent")->isEnabled());
        QVERIFY(find::says(page, "Working out what it takes"));
        page.setPlanning(false);
        page.setPlanTrouble({"bond", "is too small to deter", "choose more checks", true});
        QVERIFY(find::says(page, "is too small to deter"));
        QVERIFY(!find::button(page, "Review and rent")->isEnabled());
        QSignalSpy planned(&page, &ListingPage::planWanted);
        find::click(find::button(page, "Try again"));
        QCOMPARE(planned.size(), 1);
    }

    void aLimitBelowWhatIsLockedIsRefusedInWords() {
        ListingPage page;
        find::show(page);
        ready(page);
        find::type(find::field(page, "Spend at most"), "20");
        QVERIFY(find::says(page, "This job locks 74.40 credits here"));
        QVERIFY(!find::button(page, "Review and rent")->isEnabled());
        find::type(find::field(page, "Spend at most"), "much");
        QVERIFY(find::says(page, "at most six decimals"));
        find::type(find::field(page, "Spend at most"), "100");
        find::click(find::button(page, "Review and rent"));
        QVERIFY(find::says(page, "Never more than: 100.00 credits"));
    }

    /// Half a cent too little would be refused by the page that named it.
    void aSmallEscrowIsToldSoThatWhoTypesItCanRent() {
        ListingPage page;
        find::show(page);
        fill(page);
        PlanFacts cheap = samples::plan();
        cheap.locked = Amount::micros(14'200);
        page.setBalance(Amount::credits(1000));
        page.setPlanning(false);
        page.setPlan(cheap);
        QVERIFY(find::says(page, "Never more than: 0.014200 credits"));
        auto* spend = find::field(page, "Spend at most");
        find::type(spend, spend->placeholderText());
        page.setPlan(cheap);
        QVERIFY(!find::says(page, "more than that"));
        find::type(spend, "0.01");
        page.setPlan(cheap);
        QVERIFY(find::says(page, "This job locks 0.014200 credits here"));
        find::type(spend, "0.0142");
        page.setPlan(cheap);
        find::click(find::button(page, "Review and rent"));
        QVERIFY(find::says(page, "Locked now: 0.014200 credits"));
        QVERIFY(find::says(page, "Your balance after: 999.98 credits"));
        QVERIFY(find::button(page, "Lock 0.014200 credits and start"));
        page.setBalance(Amount::micros(10'000));
        QVERIFY(find::says(page, "0.004200 credits are missing: you have 0.01"));
    }

    /// With the demo's banner above, too: what the cloud asks is half of why somebody rents here.
    void thePriceIsComparedWithoutScrolling() {
        ListingPage page;
        find::show(page, {1080, 744});
        fill(page);
        QCoreApplication::processEvents(); // the plan comes later, and the box grows with it
        page.setPlan(samples::plan());
        for (int i = 0; i < 3; ++i) // from the plan to the box to the page
            QCoreApplication::processEvents();
        const auto* comparison = page.findChild<PriceComparison*>();
        auto* scroll = page.findChild<PriceBox*>()->findChild<InnerScroll*>();
        QVERIFY(comparison && scroll);
        const int bottom = comparison->mapTo(scroll, QPoint()).y() + comparison->height();
        QVERIFY2(bottom <= scroll->height(), qPrintable(QStringLiteral("%1 of %2").arg(bottom).arg(scroll->height())));
    }

    void aHostThatIsNotFreeSaysSo() {
        ListingPage page;
        find::show(page);
        ready(page);
        HostFacts host = samples::galliumForge();
        host.open = false;
        page.setHost(host);
        QVERIFY(find::says(page, "Taken now"));
        QVERIFY(!find::button(page, "Review and rent")->isEnabled());
        host.online = false;
        page.setHost(host);
        QVERIFY(find::says(page, "Offline"));
        QVERIFY(!find::button(page, "Review and rent")->isEnabled());
    }

    void tooLittleBalanceSaysHowMuchIsMissing() {
        ListingPage page;
        find::show(page);
        ready(page);
        page.setBalance(Amount::credits(60));
        find::click(find::button(page, "Review and rent"));
        QVERIFY(find::says(page, "14.40 credits are missing"));
        QVERIFY(!find::button(page, "Lock 74.40 credits and start")->isEnabled());
        page.setBalance(Amount::credits(80)); // somebody paid
        QVERIFY(find::button(page, "Lock 74.40 credits and start")->isEnabled());
        page.setBalance(std::nullopt);
        QVERIFY(!find::button(page, "Lock 74.40 credits and start")->isEnabled());
    }

    void aRefusedRentCanBeConfirmedAgain() {
        ListingPage page;
        find::show(page);
        ready(page);
        QSignalSpy rented(&page, &ListingPage::rentConfirmed);
        find::click(find::button(page, "Review and rent"));
        find::click(find::button(page, "Lock 74.40 credits and start"));
        page.setRentTrouble({"host", "has just been taken", "choose another", true});
        QVERIFY(find::says(page, "has just been taken"));
        find::click(find::button(page, "Lock 74.40 credits and start"));
        QCOMPARE(rented.size(), 2);
    }

    void otherTermsUnderTheHandAreNotConfirmed() {
        ListingPage page;
        find::show(page);
        ready(page);
        find::click(find::button(page, "Review and rent"));
        PlanFacts dearer = samples::plan();
        dearer.locked = Amount::credits(90);
        page.setPlan(dearer);
        QVERIFY(find::says(page, "The terms have changed"));
        QVERIFY(!find::button(page, "Lock 74.40 credits and start")->isEnabled());
        find::click(find::button(page, "Back"));
        find::click(find::button(page, "Review and rent"));
        QVERIFY(find::button(page, "Lock 90.00 credits and start")->isEnabled());
        HostFacts gone = samples::galliumForge();
        gone.online = false;
        page.setHost(gone);
        QVERIFY(!find::button(page, "Lock 90.00 credits and start")->isEnabled());
    }

    void escapeLeadsBackAndKeepsTheFocus() {
        ListingPage page;
        find::show(page);
        page.activateWindow();
        ready(page);
        QTest::keyClick(&page, Qt::Key_R, Qt::ControlModifier);
        QVERIFY(find::says(page, "Before money moves"));
        QCOMPARE(page.focusWidget(), find::button(page, "Back"));
        QTest::keyClick(page.focusWidget(), Qt::Key_Escape);
        QVERIFY(!find::button(page, "Lock 74.40 credits and start"));
        QCOMPARE(page.focusWidget(), find::button(page, "Review and rent"));
    }

    void inANarrowWindowTheBoxLiesBehindABar() {
        ListingPage page;
        find::show(page, {904, 640});
        ready(page);
        QVERIFY(!find::button(page, "Review and rent"));
        find::click(find::button(page, "Rent"));
        find::click(find::button(page, "Review and rent"));
        QVERIFY(find::button(page, "Lock 74.40 credits and start"));
        QTest::keyClick(&page, Qt::Key_Escape);
        QVERIFY(find::button(page, "Review and rent"));
        QTest::keyClick(&page, Qt::Key_Escape);
        QVERIFY(find::button(page, "Rent"));
        page.resize(1080, 800);
        QVERIFY(find::button(page, "Review and rent"));
        QVERIFY(!find::button(page, "Rent"));
    }

    void standingComesWithItsNumberAndInterval() {
        ListingPage page;
        find::show(page);
        ready(page);
        QVERIFY(find::says(page, "12,840 checked, under 0.024"));
        QVERIFY(find::says(page, "4.90–4.97"));
        QVERIFY(find::says(page, "148"));
        HostFacts young = samples::galliumForge();
        young.rating = {3.5, 2.4, 4.6, 0, 3};
        young.stepsChecked = young.contracts = 0;
        page.setHost(young);
        QVERIFY(find::says(page, "of nobody whose voice counts yet"));
        QVERIFY(find::says(page, "none checked yet"));
        QVERIFY(find::says(page, "New host"));
        young.stepsChecked = 500;
        young.stepsWrong = 2;
        page.setHost(young);
        QVERIFY(find::says(page, "Failed a check"));
        QVERIFY(find::says(page, "500 checked, 0.07"));
    }

    void theFileThatWasLookedForIsChosen() {
        ListingPage page;
        find::show(page);
        ready(page);
        QSignalSpy wanted(&page, &ListingPage::chooseJobFile), planned(&page, &ListingPage::planWanted);
        find::click(find::button(page, "Choose a file…"));
        QCOMPARE(wanted.size(), 1);
        auto files = samples::jobFiles();
        files.push_back({"/jobs/mine.toml", "mine"});
        page.setJobs(files);
        QCOMPARE(planned.takeLast().at(0).value<RentRequest>().job, QStringLiteral("/jobs/mine.toml"));
    }

    void favouriteAddressAndBlockAreWishes() {
        ListingPage page;
        find::show(page);
        ready(page);
        QSignalSpy saved(&page, &ListingPage::favouriteToggled), blocked(&page, &ListingPage::blockToggled);
        find::click(find::button(page, "Save"));
        QCOMPARE(saved.takeFirst().at(2).toBool(), true);
        QVERIFY(!find::button(page, "Copy address"));
        page.setLink("unchained:there/peer");
        find::click(find::button(page, "Copy address"));
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("unchained:there/peer"));
        find::click(find::button(page, "More about this host"));
        auto* menu = page.findChild<QMenu*>();
        QVERIFY(menu);
        menu->actions().front()->trigger();
        QCOMPARE(blocked.takeFirst().at(0).toBool(), true);
        menu->close();
    }

    void everyFocusStopHasAName() {
        ListingPage page;
        find::show(page);
        ready(page);
        page.setLink("unchained:there/peer");
        for (const QWidget* each : page.findChildren<QWidget*>()) {
            if (!each->isVisibleTo(&page) || each->focusPolicy() == Qt::NoFocus || each->focusProxy()) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     each->metaObject()->className());
        }
    }
};

static const unchained::ui::RegisteredTest<ListingPageTest> listingPageTest("pages/listing_page");
#include "listing_page_test.moc"
