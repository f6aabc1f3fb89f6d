// SPDX-License-Identifier: Apache-2.0
#include "pages/host_page.h"
#include "registered_test.h"

#include "pages/earnings_card.h"
#include "pages/find.h"
#include "pages/host_samples.h"
#include "pages/listing_samples.h"
#include "pages/samples.h"
#include "pages/wanted_card.h"
#include "pages/week_card.h"
#include "theme/host_picture.h"
#include "widgets/chart.h"
#include "widgets/chart_scale.h"
#include "widgets/segmented.h"
#include "widgets/slider.h"
#include "widgets/stars.h"
#include "widgets/switch.h"

#include <QSignalSpy>
#include <QTest>

using namespace unchained::ui;
using unchained::Amount;

class HostPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void aMachineIsListedWithNamePriceAndBond() {
        HostPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        QSignalSpy listed(&page, &HostPage::listWanted);
        find::click(find::button(page, "List this machine for 1.00 an hour"));
        QCOMPARE(listed.size(), 0);
        QVERIFY(find::says(page, "Give it a name"));
        find::type(find::field(page, "Name"), "forge-1");
        find::type(find::field(page, "Place"), "Turin");
        find::type(find::field(page, "Price"), "1.4");
        find::click(page.findChild<Switch*>(QString(), Qt::FindChildrenRecursively));
        for (Switch* each : page.findChildren<Switch*>())
            if (each->isVisibleTo(&page)) each->setChecked(false);
        find::type(find::field(page, "Most that is bet at once"), "120");
        find::click(find::button(page, "List this machine for 1.40 an hour"));
        QCOMPARE(listed.size(), 1);
        const auto request = listed.takeFirst().at(0).value<HostingRequest>();
        QCOMPARE(request.market, samples::commons());
        QCOMPARE(request.name, QStringLiteral("forge-1"));
        QCOMPARE(request.place, QStringLiteral("Turin"));
        QVERIFY(request.pricePerHour == Amount::micros(1'400'000));
        QVERIFY(request.bondMax == Amount::credits(120));
    }

    void aPriceThatIsNoneIsRefusedWhereItStands() {
        HostPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        QSignalSpy listed(&page, &HostPage::listWanted);
        find::type(find::field(page, "Name"), "forge-1");
        for (const char* bad : {"0", "-1", "abc", "1.1234567"}) {
            find::type(find::field(page, "Price"), QLatin1String(bad));
            QTest::keyClick(find::field(page, "Price"), Qt::Key_Return);
            QVERIFY2(find::says(page, "The price is a number of credits above 0"), bad);
        }
        QCOMPARE(listed.size(), 0);
    }

    void whatCameInStandsBesideItsCosts() {
        HostPage page;
        page.setNow(samples::kNow);
        page.setElectricity(318, Amount::credits(10));
        page.setHosting(samples::hosting());
        for (const char* part : {"186.00", "38 s", "360.00", "Step 2,587", "4.80", "RTX 4090", "forge-1, Turin"})
            QVERIFY2(find::says(page, QString::fromLatin1(part)), part);
    }

    void electricityIsCountedForTheWorkThatWasDone() {
        auto hosting = samples::hosting();
        hosting.earnings.back().workHours = 2;
        hosting.pricePerHour = Amount::credits(18); // another price changes nothing of what was done
        const auto costs = dayCosts(hosting, {500, Amount::credits(10)}, 2.0, samples::kNow);
        QCOMPARE(costs.workHours, 2.0);
        QCOMPARE(costs.kilowattHours, 1.0);
        QVERIFY(costs.electricity == Amount::credits(10));
        QCOMPARE(costs.hours, 16.0);
        QVERIFY(costs.mining == Amount::credits(32));
        QVERIFY(costs.miningNet == Amount::credits(32 - 80));
        auto late = hosting;
        late.hostedFrom = samples::kNow - 120 * samples::kMinute; // it mined nothing before either
        QVERIFY(dayCosts(late, {500, Amount::credits(10)}, 2.0, samples::kNow).mining == Amount::credits(4));
        const auto untold = dayCosts(hosting, {}, std::nullopt, samples::kNow);
        QVERIFY(!untold.electricity && !untold.mining && !untold.miningNet);
    }

    void whatIsWantedIsReadFromWhoIsTaken() {
        HostFacts small = samples::galliumForge(), large = samples::galliumForge(), own = samples::galliumForge();
        small.memory = 12ULL << 30;
        small.open = false;
        small.peer = samples::peer('\x41');
        large.peer = samples::peer('\x42');
        HostFacts gone = small;
        gone.peer = samples::peer('\x43');
        gone.online = false;
        own.peer = samples::peer('\x31');
        const Wanted wanted = wantedNow({small, large, gone, own}, own.peer);
        QCOMPARE(wanted.rows.size(), std::size_t{2});
        QVERIFY((wanted.rows[0] == WantedRow{12, 1, 1}) && (wanted.rows[1] == WantedRow{24, 1, 0}));
        QVERIFY(wanted.takenAsk && wanted.freeAsk);
        QVERIFY(wantedNow({own}, own.peer).rows.empty());

        HostPage page;
        find::show(page);
        page.setPeer(own.peer);
        page.setHosting(samples::hosting());
        QVERIFY(find::says(page, "No other host is online"));
        page.setMarketHosts(samples::torino(), {large});
        QVERIFY(find::says(page, "No other host is online")); // it is listed elsewhere
        page.setMarketHosts(samples::commons(), {small, large, gone, own});
        QVERIFY(find::says(page, "up to 12 GB"));
        QVERIFY(find::says(page, "1 of 1"));
        QVERIFY(find::says(page, "Those taken ask 0.076 a TFLOP-hour in the middle."));
    }

    void theWeekIsAddedUpFromTheBooks() {
        constexpr qint64 kHour = 60 * samples::kMinute;
        const auto line = [](qint64 ago, const char* memo, std::int64_t gain) {
            return LedgerLine{samples::commons(),   1, samples::kNow - ago, QString::fromLatin1(memo),
                              Amount::micros(gain), {}};
        };
        const std::vector<LedgerLine> lines{line(kHour, "ticket", 1'200'000),
                                            line(2 * kHour, "escrow returned", 9'000'000), // a renter's
                                            line(30 * kHour, "silent window", 400'000), line(31 * kHour, "bond", -5),
                                            line(200 * kHour, "ticket", 7'000'000)}; // before the week
        const auto week = weekOf(lines, samples::kNow);
        QCOMPARE(week.size(), std::size_t{3});
        QVERIFY(week[0].received.isZero() && week[1].received == Amount::micros(400'000));
        QVERIFY(week[2].received == Amount::micros(1'600'000));
    }

    void dayAndWeekStandSideBySideWhereThereIsRoom() {
        HostPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setHosting(samples::hosting());
        const auto* day = page.findChild<EarningsCard*>();
        const auto* week = page.findChild<WeekCard*>();
        QVERIFY(day->isVisible() && !week->isVisible());
        find::click(find::button(page, "Week"));
        QVERIFY(!day->isVisible() && week->isVisible());
        QCOMPARE(page.focusWidget()->window(), &page);
        find::click(find::button(page, "Day"));
        QVERIFY(day->isVisible() && !week->isVisible());
        page.resize(1720, 1080);
        QVERIFY(day->isVisible() && week->isVisible());
        QVERIFY(!find::button(page, "Week"));
    }

    void aDayWithoutWorkIsLevelUntilTheWorkBegins() {
        HostPage page;
        page.setNow(samples::kNow);
        auto hosting = samples::hosting();
        const qint64 begin = hosting.earnings.front().time, noon = begin + 720 * samples::kMinute;
        hosting.earnings = {
            {begin, {}, {}, {}, {}, 0},
            {noon, Amount::micros(720), Amount::micros(800), Amount::micros(100), Amount::micros(900), 1}};
        page.setHosting(hosting);
        const auto* chart = page.findChild<EarningsCard*>()->findChild<Chart*>();
        const auto& expected = chart->data().series[1].points;
        QCOMPARE(expected[1], QPointF(static_cast<double>(noon - samples::kMinute), 0));
        QCOMPARE(valueText(chart->data().left, expected[2].y()), QStringLiteral("0.000800")); // not "0.00"
    }

    void theSwitchAndTheButtonPause() {
        HostPage page;
        find::show(page);
        page.setHosting(samples::hosting());
        QSignalSpy paused(&page, &HostPage::pauseWanted);
        find::click(find::button(page, "RTX 4090 takes rentals"));
        QCOMPARE(paused.takeFirst().at(0).toBool(), true);
        find::click(find::button(page, "Pause"));
        QCOMPARE(paused.takeFirst().at(0).toBool(), true);
        auto hosting = samples::hosting();
        hosting.state = HostingState::Paused;
        page.setHosting(hosting);
        QCOMPARE(paused.size(), 0); // facts are not wishes
        find::click(find::button(page, "Take rentals again"));
        QCOMPARE(paused.takeFirst().at(0).toBool(), false);
    }

    void whyItWaitsOffersThePriceOfTheOthers() {
        HostPage page;
        find::show(page);
        auto hosting = samples::hosting();
        hosting.state = HostingState::Waiting;
        hosting.why = "Asks 1.90 an hour. The 11 hosts that work now ask 1.40 in the middle for the same work.";
        hosting.askInstead = Amount::micros(1'400'000);
        page.setHosting(hosting);
        QVERIFY(find::says(page, "Why the RTX 4090 waits"));
        QSignalSpy price(&page, &HostPage::priceWanted);
        find::click(find::button(page, "Ask 1.40 an hour"));
        QVERIFY(price.takeFirst().at(0).value<Amount>() == Amount::micros(1'400'000));
    }

    void anotherBondAndPriceAreTriedOutAndAsked() {
        HostPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setPeer(samples::peer('\x31'));
        page.setHosting(samples::hosting());
        auto hosts = samples::hosts();
        hosts.front().peer = samples::peer('\x31'); // this machine
        hosts.front().bond = unchained::Amount::credits(120);
        page.setMarketHosts(samples::commons(), hosts);
        QVERIFY(find::says(page, "What bond and price change"));
        QVERIFY(find::says(page, "Bond: 480.00 credits")); // what is locked, and what is free
        const auto* asks = find::button(page, "This price is asked now");
        QVERIFY(asks && !asks->isEnabled());
        QVERIFY(!find::says(page, "Offers refused today"));
        HostingFacts refusing = samples::hosting();
        refusing.refusedToday = 2;
        refusing.lastRefusal = {"bond", "is more than this host puts up", "ask for less", false};
        page.setHosting(refusing);
        QVERIFY(find::says(page, "Offers refused today: 2"));
        QVERIFY(find::says(page, "The last one: bond: is more than this host puts up"));
        QSignalSpy price(&page, &HostPage::priceWanted);
        Slider* bond = nullptr;
        Slider* ask = nullptr;
        for (Slider* each : page.findChildren<Slider*>()) {
            if (!each->isVisibleTo(&page)) continue;
            (each->accessibleName() == QLatin1String("Bond") ? bond : ask) = each;
        }
        QVERIFY(bond && ask);
        const auto worth = [&page] {
            for (const QLabel* each : page.findChildren<QLabel*>())
                if (each->text().startsWith("May be at stake")) return each->text();
            return QString();
        };
        const QString before = worth();
        bond->setValue(bond->maximum());
        QVERIFY(find::says(page, "Bond: 3,840.00 credits"));
        QVERIFY(!before.isEmpty() && worth() != before);
        QSignalSpy bonds(&page, &HostPage::bondWanted);
        find::click(find::button(page, "Bet at most 3,840.00 at once"));
        QCOMPARE(bonds.size(), 1);
        QCOMPARE(bonds.takeFirst().at(0).value<std::optional<Amount>>(), std::optional<Amount>(Amount::credits(3840)));
        QVERIFY(!find::button(page, "This bond is offered now")->isEnabled());
        bond->setValue(bond->minimum());
        ask->setValue(ask->minimum());
        find::click(find::button(page, "Ask 4.50 an hour"));
        QCOMPARE(price.takeFirst().at(0).value<unchained::Amount>(), unchained::Amount::micros(4'500'000));
    }

    void theBondOfAListedMachineIsChangedInItsForm() {
        HostPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        auto hosting = samples::hosting();
        hosting.bondIsAll = true;
        page.setHosting(hosting);
        page.findChild<SegmentedControl*>()->setCurrent(1);
        QSignalSpy bonds(&page, &HostPage::bondWanted), price(&page, &HostPage::priceWanted);
        QVERIFY(!find::button(page, "Ask 9.00 an hour")->isEnabled());
        Switch* all = nullptr;
        for (Switch* each : page.findChildren<Switch*>())
            if (each->isVisibleTo(&page)) all = each;
        QVERIFY(all && all->isEnabled());
        find::click(all);
        find::click(find::button(page, "Change the bond"));
        QVERIFY(find::says(page, "The bond is a number of credits above 0"));
        QCOMPARE(bonds.size(), 0);
        find::type(find::field(page, "Most that is bet at once"), "120");
        find::click(find::button(page, "Change the bond"));
        QCOMPARE(bonds.size(), 1);
        QCOMPARE(bonds.takeFirst().at(0).value<std::optional<Amount>>(), std::optional<Amount>(Amount::credits(120)));
        hosting.bondIsAll = false;
        hosting.bondMax = Amount::credits(120);
        page.setHosting(hosting);
        QVERIFY(!find::button(page, "Ask 9.00 an hour")->isEnabled());
        find::click(all);
        find::type(find::field(page, "Price"), "8");
        find::click(find::button(page, "Change price and bond"));
        QCOMPARE(bonds.size(), 1);
        QCOMPARE(bonds.takeFirst().at(0).value<std::optional<Amount>>(), std::nullopt);
        QCOMPARE(price.takeFirst().at(0).value<Amount>(), Amount::credits(8));
    }

    void stoppingAsksFirst() {
        HostPage page;
        find::show(page);
        page.setHosting(samples::hosting());
        QSignalSpy stopped(&page, &HostPage::stopWanted);
        find::click(find::button(page, "Stop hosting"));
        QVERIFY(find::says(page, "The rental under way is finished and paid first"));
        find::click(find::button(page, "Go on hosting"));
        QCOMPARE(stopped.size(), 0);
    }

    void whoHasStoppedHostingStillReviews() {
        HostPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setHosting(samples::hosting());
        HostingFacts off;
        off.tasks = {samples::reviewTask('\x24', false)};
        off.tasks.front().market = samples::torino();
        page.setHosting(off);
        QCoreApplication::processEvents();
        const QString renter = nickname(off.tasks.front().other);
        QVERIFY(find::says(page, "How was " + renter));
        QVERIFY(find::field(page, "Name")); // and may list it again
        QSignalSpy reviewed(&page, &HostPage::reviewWanted), replied(&page, &HostPage::replyWanted);
        for (StarsInput* each : page.findChildren<StarsInput*>())
            each->setValue(4);
        find::click(find::button(page, "Review " + renter));
        QCOMPARE(reviewed.at(0).at(0).toString(), samples::torino());
        QCOMPARE(reviewed.at(0).at(1).toByteArray(), off.tasks.front().contract);
        off.tasks.front().theirs = samples::reviews()[1];
        page.setHosting(off);
        find::type(find::field(page, "Reply"), "Gladly");
        find::click(find::button(page, "Reply to " + renter));
        QCOMPARE(replied.at(0).at(0).toString(), samples::torino());
        page.setHosting({});
        QVERIFY(!find::says(page, "For you to say"));
    }

    void aReviewThatIsBeingWrittenStaysHoweverManyFallDue() {
        HostPage page;
        find::show(page);
        page.setNow(samples::kNow);
        HostingFacts off;
        const ReviewTask mine = samples::reviewTask('\x24', false);
        off.tasks = {mine};
        page.setHosting(off);
        QCoreApplication::processEvents();
        find::type(find::field(page, "A sentence for others"), "Paid at once");
        for (StarsInput* each : page.findChildren<StarsInput*>())
            each->setValue(5);
        for (const char newer : {'\x41', '\x42', '\x43', '\x44', '\x45', '\x46'}) {
            off.tasks.insert(off.tasks.begin(), samples::reviewTask(newer, false));
            page.setHosting(off);
        }
        QCoreApplication::processEvents();
        QCOMPARE(page.findChildren<StarsInput*>().size(), 5 * 4);
        QVERIFY(find::says(page, "How was " + nickname(off.tasks.front().other))); // the newest
        QVERIFY(!find::says(page, "How was " + nickname(off.tasks[5].other)));     // the oldest that nobody began
        off.tasks[2].mayWrite = false;                                             // answered
        page.setHosting(off);
        QSignalSpy reviewed(&page, &HostPage::reviewWanted);
        find::click(find::button(page, "Review " + nickname(mine.other)));
        QCOMPARE(reviewed.at(0).at(1).toByteArray(), mine.contract);
        QCOMPARE(reviewed.at(0).at(3).toString(), QStringLiteral("Paid at once"));
    }

    void electricityIsToldOnceItIsUnderstood() {
        HostPage page;
        find::show(page);
        page.setHosting(samples::hosting());
        page.findChild<SegmentedControl*>()->setCurrent(1);
        QSignalSpy told(&page, &HostPage::electricityChanged);
        find::type(find::field(page, "Drawn while it works"), "many");
        QTest::keyClick(find::field(page, "Drawn while it works"), Qt::Key_Return);
        QCOMPARE(told.size(), 0);
        find::type(find::field(page, "Drawn while it works"), "320");
        QTest::keyClick(find::field(page, "Drawn while it works"), Qt::Key_Return);
        QCOMPARE(told.takeFirst().at(0).toDouble(), 320.0);
    }

    void rentersAreReadWithTheirStars() {
        HostPage page;
        find::show(page);
        page.setNow(samples::kNow);
        page.setHosting(samples::hosting());
        page.findChild<SegmentedControl*>()->setCurrent(2);
        QVERIFY(find::says(page, "Fast, and every step was right."));
        QVERIFY(find::says(page, "4.25 of 5"));
        auto hosting = samples::hosting();
        hosting.reviews.clear();
        QVERIFY(find::says(page, "You replied: Come again."));
        page.setHosting(hosting);
        QVERIFY(find::says(page, "For you to say"));
        hosting.tasks.clear();
        page.setHosting(hosting);
        QVERIFY(find::says(page, "No review yet"));
    }
};

static const unchained::ui::RegisteredTest<HostPageTest> hostPageTest("pages/host_page");
#include "host_page_test.moc"
