// SPDX-License-Identifier: Apache-2.0
#include "pages/bets_page.h"
#include "pages/browse_page.h"
#include "pages/case_page.h"
#include "pages/case_row.h"
#include "pages/find.h"
#include "pages/first_run_page.h"
#include "pages/host_page.h"
#include "pages/job_page.h"
#include "pages/listing_page.h"
#include "pages/marketplaces_page.h"
#include "shell/locked_page.h"
#include "story/desk.h"
#include "story/town.h"
#include "theme/host_picture.h"
#include "widgets/banner.h"
#include "widgets/stars.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace story;

/// What people do with the program, by clicks and keys, with real processes behind it.
class StoriesTest : public QObject {
    Q_OBJECT

    static constexpr int kDemoSeconds = 120; ///< each of its hosts measures itself first
    static Desk::Setup tiny() {
        Desk::Setup setup;
        setup.jobs = QStringLiteral(SOURCE_DIR "/tests/jobs");
        return setup;
    }

    static void openDemo(Desk& desk) {
        desk.start(true);
        QVERIFY(Desk::until([&] { return desk.card(QStringLiteral("Nordlys")).isValid(); }, kDemoSeconds));
    }
    static void openListing(Desk& desk, const QString& host) {
        QVERIFY(Desk::until([&] { return desk.card(host).isValid(); }, kDemoSeconds));
        const QModelIndex index = desk.card(host);
        auto* view = desk.page<BrowsePage>()->findChild<QAbstractItemView*>();
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        QVERIFY(Desk::until([&] { return desk.page<ListingPage>() != nullptr; }));
        QVERIFY(desk.waitFor(host));
    }
    static void lock(Desk& desk) {
        QAbstractButton* button = nullptr;
        QVERIFY(Desk::until([&] {
            for (QAbstractButton* each : desk.window().findChildren<QAbstractButton*>())
                if (each->isVisible() && each->isEnabled() && each->text().contains(QStringLiteral("and start")))
                    button = each;
            return button != nullptr;
        }));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static void lockAndStart(Desk& desk) {
        lock(desk);
        QVERIFY(Desk::until([&] { return desk.page<JobPage>() != nullptr && desk.job().id != 0; }));
    }
    /// From the first run to a rented host, on a marketplace that somebody else runs.
    static void rentIn(Town& town, Desk& desk) {
        beginIn(town, desk);
        if (QTest::currentTestFailed()) return;
        QVERIFY(Desk::until([&] { return desk.job().stepsDone >= 8; }, 60));
        // While it runs, not only at its end: what is locked, and what the checks cost.
        QVERIFY(Desk::until([&] { return !desk.wallet().locked.isZero() && desk.job().overhead; }, 30));
        QVERIFY(desk.job().underWay());
    }
    static void beginIn(Town& town, Desk& desk) {
        QVERIFY(town.open(desk));
        desk.start();
        QVERIFY(desk.press(QStringLiteral("Rent compute"))); // there is none yet, so it leads to where one is added
        QVERIFY(Desk::until([&] { return desk.page<MarketplacesPage>() != nullptr; }));
        QGuiApplication::clipboard()->setText(town.address());
        auto* address = find::field(desk.window(), QStringLiteral("Address"));
        QVERIFY(address);
        QTest::keyClick(address, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(desk.press(QStringLiteral("Add the marketplace")));
        QVERIFY(desk.waitFor(QStringLiteral("connected since")));
        desk.key(Qt::Key_1, Qt::ControlModifier);
        openListing(desk, QLatin1String(Town::kHost));
        QVERIFY(desk.press(QStringLiteral("Review and rent"), 60));
        lock(desk);
        QVERIFY(desk.waitFor(QStringLiteral("Back it up before the first money moves")));
        QVERIFY(desk.press(QStringLiteral("Close this message"))); // not now: the sheet is as before
        lock(desk);
        QVERIFY(desk.press(QStringLiteral("Go on without")));
        QVERIFY(Desk::until([&] { return desk.page<JobPage>() != nullptr && desk.job().id != 0; }));
    }
    /// The first button that can be pressed and begins so: its figure is the marketplace's.
    static bool pressFirst(Desk& desk, const QString& begin) {
        QAbstractButton* found = nullptr;
        const auto is = [&](QAbstractButton* each) {
            return each->isVisible() && each->isEnabled() && find::seen(each->text()).startsWith(begin);
        };
        const bool came = Desk::until([&] {
            for (QAbstractButton* each : desk.page<BetsPage>()->findChildren<QAbstractButton*>())
                if (is(each)) found = each;
            return found != nullptr;
        });
        if (came) QTest::mouseClick(found, Qt::LeftButton);
        return came;
    }
    static bool ended(const Desk& desk) { return desk.job().id != 0 && !desk.job().underWay(); }
    static void neverFroze(Desk& desk) {
        QVERIFY2(desk.watchdog().worst().worstMs <= 50, qPrintable(QStringLiteral("%1 ms while %2")
                                                                       .arg(desk.watchdog().worst().worstMs)
                                                                       .arg(desk.watchdog().worst().when)));
    }

private slots:
    void theFirstRunLeadsToTheDemoAndBack() {
        Desk desk(tiny());
        desk.start();
        QVERIFY(Desk::until([&] { return desk.page<FirstRunPage>() != nullptr; }));
        QVERIFY(desk.press(QStringLiteral("Open the demo")));
        QVERIFY(Desk::until([&] { return desk.page<BrowsePage>() && desk.card(QStringLiteral("Nordlys")).isValid(); },
                            kDemoSeconds));
        QVERIFY(desk.says(QStringLiteral("This is the demo")));
        QVERIFY(desk.press(QStringLiteral("Leave the demo")));
        QVERIFY(Desk::until([&] { return desk.page<FirstRunPage>() != nullptr; }));
        neverFroze(desk);
    }

    void hostsAreFoundAndKept() {
        Desk desk(tiny());
        openDemo(desk);
        desk.watchdog().setWhen(QStringLiteral("searching"));
        desk.key(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("nordlys"));
        QVERIFY(Desk::until([&] { return !desk.card(QStringLiteral("Gallium forge")).isValid(); }));
        QVERIFY(desk.card(QStringLiteral("Nordlys")).isValid());
        auto* view = desk.page<BrowsePage>()->findChild<QAbstractItemView*>();
        view->setFocus();
        view->setCurrentIndex(desk.card(QStringLiteral("Nordlys")));
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(Desk::until([&] {
            return desk.card(QStringLiteral("Nordlys"))
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("avourite"));
        }));
        neverFroze(desk);
    }

    void aJobIsRentedInFiveClicksWatchedToItsEndAndRated() {
        Desk desk(tiny());
        openDemo(desk);
        desk.watchdog().setWhen(QStringLiteral("renting"));
        openListing(desk, QStringLiteral("Nordlys"));
        QVERIFY(desk.press(QStringLiteral("Review and rent")));
        lockAndStart(desk);
        desk.watchdog().setWhen(QStringLiteral("watching"));
        QVERIFY(Desk::until([&] { return ended(desk); }, 120));
        const JobFacts job = desk.job();
        QCOMPARE(job.state, JobState::Complete);
        QVERIFY(job.hasResult);
        QCOMPARE(job.stepsDone, job.stepsTotal);
        QVERIFY(job.claimsChecked > 0 && job.failed == 0 && job.paidTickets == job.won);
        QVERIFY(desk.press(QStringLiteral("Verify the result here")));
        QVERIFY(desk.waitFor(QStringLiteral("20 random steps are right"), 60));
        QVERIFY(desk.waitFor(QStringLiteral("How was Nordlys?")));
        for (StarsInput* each : desk.page<JobPage>()->findChildren<StarsInput*>())
            QTest::keyClick(each, Qt::Key_5);
        QVERIFY(desk.press(QStringLiteral("Review Nordlys")));
        QVERIFY(desk.waitFor(QStringLiteral("You wrote: 5.00 of 5")));
        neverFroze(desk);
    }

    void aWholeRentalNeedsNoMouse() {
        Desk desk(tiny());
        openDemo(desk);
        desk.key(Qt::Key_1, Qt::ControlModifier);
        auto* view = desk.page<BrowsePage>()->findChild<QAbstractItemView*>();
        for (int i = 0; QApplication::focusWidget() != view; ++i) {
            QVERIFY2(i < 60, "the cards cannot be reached by Tab");
            desk.key(Qt::Key_Tab);
        }
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_Return);
        QVERIFY(Desk::until([&] { return desk.page<ListingPage>() != nullptr; }));
        QVERIFY(Desk::until([&] {
            const QAbstractButton* review = find::button(desk.window(), QStringLiteral("Review and rent"));
            return review && review->isEnabled();
        }));
        desk.key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(desk.waitFor(QStringLiteral("Before money moves")));
        for (int i = 0;; ++i) { // "Back" has the keyboard: nobody starts by accident
            const auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
            if (button && button->text().contains(QStringLiteral("and start"))) break;
            QVERIFY(i < 5);
            desk.key(Qt::Key_Tab);
        }
        desk.key(Qt::Key_Space);
        QVERIFY(Desk::until([&] { return desk.page<JobPage>() != nullptr; }));
        QVERIFY(Desk::until([&] { return desk.job().stepsDone > 0; }, 60));
        desk.key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.job().state == JobState::Paused; }));
        desk.key(Qt::Key_P, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return ended(desk); }, 120));
        QCOMPARE(desk.job().state, JobState::Complete);
        desk.key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(Desk::until([&] { return desk.page<JobPage>() == nullptr; }));
        neverFroze(desk);
    }

    void aListedMachineEarns() {
        Desk desk(tiny());
        openDemo(desk);
        desk.key(Qt::Key_3, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.page<HostPage>() != nullptr; }));
        find::type(find::field(desk.window(), QStringLiteral("Name")), QStringLiteral("my-desk"));
        find::type(find::field(desk.window(), QStringLiteral("Price")), QStringLiteral("30"));
        QVERIFY(desk.press(QStringLiteral("List this machine for 30.00 an hour")));
        QVERIFY(Desk::until([&] { return desk.hosting().state == HostingState::Waiting; }, 60));
        // Somebody else, from a terminal.
        const QTemporaryDir other;
        QFile terms(other.filePath(QStringLiteral("terms.toml")));
        QVERIFY(terms.open(QIODevice::WriteOnly));
        terms.write("release = \"5s\"\nopening = \"30s\"\nsecret = \"30s\"\nbond = \"2s\"\ngrace = \"20s\"\n");
        terms.close();
        const auto words = [&](QStringList more) {
            return QStringList{QStringLiteral("--json"), QStringLiteral("--data-dir"), other.path()} + more;
        };
        QProcess& keys =
            desk.run(QStringLiteral("unchained-node"), words({QStringLiteral("keys"), QStringLiteral("new")}));
        QVERIFY(Desk::until([&] { return keys.state() == QProcess::NotRunning; }));
        const QString peer =
            QJsonDocument::fromJson(keys.readAllStandardOutput()).object().value(QStringLiteral("peer")).toString();
        QMetaObject::invokeMethod(desk.engine(), [&desk, market = desk.market(), peer] {
            desk.engine()->pay(market, QByteArray::fromHex(peer.toLatin1()), 200'000'000);
        });
        const QString own = QString::fromLatin1(desk.wallet().peer.toHex());
        QProcess& rent = desk.run(QStringLiteral("unchained-node"),
                                  words({QStringLiteral("rent"), QStringLiteral("--hub"), desk.market(),
                                         QStringLiteral("--job"), QStringLiteral(SOURCE_DIR "/tests/jobs/tiny.toml"),
                                         QStringLiteral("--provider"), own, QStringLiteral("--terms"), terms.fileName(),
                                         QStringLiteral("--out"), other.filePath(QStringLiteral("result"))}));
        QVERIFY(Desk::until([&] { return desk.hosting().state == HostingState::Rented; }, 60));
        QVERIFY(Desk::until([&] { return rent.state() == QProcess::NotRunning; }, 120));
        QCOMPARE(rent.exitCode(), 0);
        QVERIFY(Desk::until([&] { return !desk.hosting().today.isZero(); }));
        QVERIFY(desk.hosting().winsToday > 0);
        // It leaves the list, and still has its say.
        QVERIFY(desk.press(QStringLiteral("Stop hosting")));
        for (const Banner* sure : desk.page<HostPage>()->findChildren<Banner*>())
            if (sure->isVisible()) find::click(find::button(*sure, QStringLiteral("Stop hosting")));
        QVERIFY(Desk::until([&] { return desk.hosting().state == HostingState::Off; }));
        const QString renter = nickname(QByteArray::fromHex(peer.toLatin1()));
        QVERIFY(desk.waitFor(QStringLiteral("How was %1?").arg(renter)));
        for (StarsInput* each : desk.window().findChildren<StarsInput*>())
            if (each->isVisible()) each->setValue(4);
        QVERIFY(desk.press(QStringLiteral("Review %1").arg(renter)));
        QVERIFY(desk.waitFor(QStringLiteral("You wrote: 4.00 of 5")));
        neverFroze(desk);
    }

    void aCheatIsToldInPlainWordsAndTheJobGoesOnElsewhere() {
        Desk desk(tiny());
        openDemo(desk);
        const QTemporaryDir folder;
        QProcess& keys =
            desk.run(QStringLiteral("unchained-node"), {QStringLiteral("--json"), QStringLiteral("--data-dir"),
                                                        folder.path(), QStringLiteral("keys"), QStringLiteral("new")});
        QVERIFY(Desk::until([&] { return keys.state() == QProcess::NotRunning; }));
        const QByteArray peer = QByteArray::fromHex(QJsonDocument::fromJson(keys.readAllStandardOutput())
                                                        .object()
                                                        .value(QStringLiteral("peer"))
                                                        .toString()
                                                        .toLatin1());
        QVERIFY(Desk::until([&] { return !desk.wallet().balance.isZero(); }));
        QMetaObject::invokeMethod(
            desk.engine(), [&desk, market = desk.market(), peer] { desk.engine()->pay(market, peer, 300'000'000); });
        desk.run(QStringLiteral("unchained-cheater"),
                 {QStringLiteral("--kind"), QStringLiteral("skip"), QStringLiteral("--data-dir"), folder.path(),
                  QStringLiteral("--hub"), desk.market(), QStringLiteral("--name"), QStringLiteral("Too good"),
                  QStringLiteral("--price"), QStringLiteral("90")});
        openListing(desk, QStringLiteral("Too good"));
        QVERIFY(desk.press(QStringLiteral("Review and rent"), 60));
        lockAndStart(desk);
        QVERIFY(desk.waitFor(QStringLiteral("Too good returned a wrong result at step"), 120));
        QVERIFY(desk.waitFor(QStringLiteral("The job goes on with"), 60));
        QVERIFY(desk.says(QStringLiteral("Too good returned a wrong result at step"))); // and this stays to be read
        QVERIFY(Desk::until([&] { return ended(desk); }, 180));
        QCOMPARE(desk.job().state, JobState::Complete);
        QVERIFY(desk.job().contracts.size() >= 2);
        QCOMPARE(desk.job().failed, 1U);
        const auto blame = desk.job().contracts.front().blame;
        QVERIFY(blame && blame->proven && blame->first == BlameFacts::First::Host);
        QVERIFY(blame->hostHeard > 0 && blame->renterHeard > 0 && blame->hostHeardHere > 0);
        QVERIFY(desk.says(QStringLiteral("Too good stopped first")));
        neverFroze(desk);
    }

    void aCaseIsReadAnsweredAndSettled() {
        Town town;
        Desk desk(town.setup());
        rentIn(town, desk);
        if (QTest::currentTestFailed()) return;
        desk.watchdog().setWhen(QStringLiteral("a case"));
        const QString contract = QString::fromLatin1(desk.job().contracts.back().contract.toHex());
        const QString me = QString::fromLatin1(desk.wallet().peer.toHex());
        QVERIFY(town.host(desk, {"message", "--contract", contract, "--to", me, "May I ask for a little more?"}));
        QVERIFY(town.host(desk, {"case", "open", "--contract", contract, "--against", me, "--ask", "0.0001", "--text",
                                 "the data came late"}));
        desk.key(Qt::Key_5, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.window().findChild<CaseRow*>() != nullptr; }));
        auto* row = desk.window().findChild<CaseRow*>();
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Return);
        QVERIFY(Desk::until([&] { return desk.page<CasePage>() != nullptr; }));
        QVERIFY(desk.waitFor(QStringLiteral("the data came late")));
        QVERIFY(desk.waitFor(QStringLiteral("May I ask for a little more?"))); // opened with the renter's own key
        auto* words = find::field(*desk.page<CasePage>(), QStringLiteral("Message"));
        QVERIFY(words);
        find::type(words, QStringLiteral("Half of it"));
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(desk.press(QStringLiteral("Propose 50 to 50")));
        QVERIFY(desk.waitFor(QStringLiteral("the other side may accept it for a day")));
        QVERIFY(desk.waitFor(QStringLiteral("Half of it")));
        QVERIFY(Desk::until([&] { return words->text().isEmpty(); })); // the marketplace has taken it
        QVERIFY(town.host(desk, {"case", "accept", "1"}));
        QVERIFY(desk.waitFor(QStringLiteral("Settled: 0.000050 credits to")));
        neverFroze(desk);
    }

    void aWrongStepIsFoundHereDisputedAndPaidForByTheBond() {
        Town town("epochs = 6000", 10);
        Desk desk(town.setup());
        beginIn(town, desk);
        if (QTest::currentTestFailed()) return;
        desk.watchdog().setWhen(QStringLiteral("a dispute"));
        QVERIFY(Desk::until([&] { return desk.job().stepsDone >= 16; }, 60));
        QVERIFY(desk.press(QStringLiteral("Choose the step")));
        find::type(find::field(desk.window(), QStringLiteral("Step to compute again here")), QStringLiteral("11"));
        QVERIFY(desk.press(QStringLiteral("Check")));
        QVERIFY(desk.waitFor(QStringLiteral("wrong, another root")));
        // When the rental is over, its host keeps no state that no ticket won: whoever disputes supplies it.
        QVERIFY(Desk::until([&] { return ended(desk); }, 120));
        QVERIFY(desk.press(QStringLiteral("Dispute step 11")));
        find::field(desk.window(), QStringLiteral("Step"))->clear();
        QVERIFY(desk.press(QStringLiteral("Narrow it down with the host, round by round")));
        QVERIFY(desk.press(QStringLiteral("Compare, and dispute what differs")));
        // Once in 400 rentals the draw is faster, and there is nothing left to dispute.
        QVERIFY(Desk::until(
            [&] {
                return desk.says(QStringLiteral("the host was wrong. Its bond has paid back what you paid.")) ||
                       desk.says(QStringLiteral("returned a wrong result"));
            },
            90));
        if (!desk.says(QStringLiteral("the host was wrong."))) return;
        QVERIFY(desk.press(QStringLiteral("Look at the case")));
        QVERIFY(Desk::until([&] { return desk.page<CasePage>() != nullptr; }));
        QVERIFY(desk.waitFor(QStringLiteral("Host was wrong")));
        QVERIFY(desk.waitFor(QStringLiteral("400 steps narrowed to one in 9 rounds")));
        neverFroze(desk);
    }

    void aMarketIsOpenedAndABetIsMadeWhileTheJobRuns() {
        Town town;
        Desk desk(town.setup());
        rentIn(town, desk);
        if (QTest::currentTestFailed()) return;
        desk.watchdog().setWhen(QStringLiteral("betting"));
        desk.key(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return desk.page<BetsPage>() != nullptr; }));
        QVERIFY(pressFirst(desk, QStringLiteral("To open ")));
        QVERIFY(desk.waitFor(QStringLiteral("Whoever opens a market puts in its money")));
        QVERIFY(pressFirst(desk, QStringLiteral("Put in ")));
        QVERIFY(desk.waitFor(QStringLiteral("The market is open")));
        QVERIFY(desk.waitFor(QStringLiteral("right, says the market")));
        QVERIFY(pressFirst(desk, QStringLiteral("Stake ")));
        QVERIFY(desk.waitFor(QStringLiteral("Your bet waits for the next clearing")));
        QVERIFY(pressFirst(desk, QStringLiteral("Mine ")));
        QVERIFY(desk.waitFor(QStringLiteral("Waits for the clearing")));
        neverFroze(desk);
    }

    void aHubIsLostAndComesBack() {
        Town town;
        Desk desk(town.setup());
        rentIn(town, desk);
        if (QTest::currentTestFailed()) return;
        desk.watchdog().setWhen(QStringLiteral("without its hub"));
        const std::uint64_t steps = desk.job().stepsDone;
        town.killHub();
        QVERIFY(desk.press(QStringLiteral("Marketplaces")));
        QVERIFY(desk.waitFor(QStringLiteral("Not reachable")));
        QVERIFY(desk.says(QStringLiteral("Jobs on hosts that are reached directly go on")));
        QVERIFY(desk.waitFor(QStringLiteral("Next try by itself in")));
        desk.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(desk.waitFor(QStringLiteral("does not answer")));
        // Host and renter need it for money only: more is done than the window at hand.
        QVERIFY(Desk::until([&] { return desk.job().stepsDone > steps + 4; }));

        town.startHub(desk);
        QVERIFY(desk.press(QStringLiteral("Marketplaces")));
        (void)desk.press(QStringLiteral("Try again"), 2); // or its own next try was first
        QVERIFY(desk.waitFor(QStringLiteral("connected since")));
        QVERIFY(Desk::until([&] { return ended(desk); }, 120));
        QCOMPARE(desk.job().state, JobState::Complete);
        QCOMPARE(desk.job().contracts.size(), 1U);
        QCOMPARE(desk.job().paidTickets, desk.job().won);
        neverFroze(desk);
    }

    void aJobGoesOnInTheBackgroundAndIsTakenOver() {
        Town town;
        Desk desk(town.setup());
        rentIn(town, desk);
        if (QTest::currentTestFailed()) return;
        QVERIFY(Desk::until([&] { return !desk.job().curve.empty(); }, 60));
        const CurvePoint learned = desk.job().curve.front();
        desk.window().close();
        QVERIFY(desk.waitFor(QStringLiteral("It can go on in the background")));
        QVERIFY(desk.press(QStringLiteral("Keep it running")));
        QVERIFY(Desk::until([&] { return !desk.isOpen(); }));
        QFile file(desk.data() + QStringLiteral("/background"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QFile process(QStringLiteral("/proc/%1/cmdline").arg(file.readAll().trimmed().toLongLong()));
        QVERIFY(process.exists());
        QFile log(desk.data() + QStringLiteral("/background.log"));
        QVERIFY(Desk::until([&] { return log.exists() && log.size() > 0; }));

        desk.start();
        QVERIFY(Desk::until([&] { return !process.exists(); }));
        QVERIFY(Desk::until([&] { return desk.isOpen() && ended(desk); }, 120));
        QCOMPARE(desk.job().state, JobState::Complete);
        QCOMPARE(desk.job().stepsDone, 100U);
        QCOMPARE(desk.job().contracts.size(), 1U);
        QVERIFY(!desk.job().curve.empty() && desk.job().curve.front() == learned); // what was learned before is shown
        neverFroze(desk);
    }

    void aHostIsLostAndComesBack() {
        Town town;
        Desk desk(town.setup());
        rentIn(town, desk);
        if (QTest::currentTestFailed()) return;
        desk.watchdog().setWhen(QStringLiteral("without its host"));
        town.killHost();
        // It is still listed, and what it has done stays.
        desk.key(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(Desk::until([&] { return !desk.hosts().empty() && !desk.hosts().front().online; }));
        QVERIFY(desk.job().underWay());
        town.startHost(desk);
        QVERIFY(Desk::until([&] { return ended(desk); }, 120));
        QCOMPARE(desk.job().state, JobState::Complete);
        QCOMPARE(desk.job().contracts.size(), 1U);
        QCOMPARE(desk.job().paidTickets, desk.job().won);
        neverFroze(desk);
    }

    /// The library that makes a disk full is loaded beside this program: see the list of tests.
    void aFullDiskIsToldAndTheJobGoesOnWhenThereIsRoom() {
        if (qEnvironmentVariableIsEmpty("LD_PRELOAD")) QSKIP("without the library of a full disk");
        Town town;
        Desk desk(town.setup());
        qputenv("FULL_DISK", desk.data().toUtf8());
        rentIn(town, desk);
        if (QTest::currentTestFailed()) return;
        desk.watchdog().setWhen(QStringLiteral("on a full disk"));
        QFile full(desk.data() + QStringLiteral(".full"));
        QVERIFY(full.open(QIODevice::WriteOnly));
        QVERIFY(desk.waitFor(QStringLiteral("The data directory fails")));
        for (const char* part :
             {"the disk is full", "Nothing more is locked", "goes on from its last step", "Next try"})
            QVERIFY2(desk.says(QLatin1String(part)), part);
        QVERIFY(full.remove());
        QVERIFY(Desk::until([&] { return desk.page<LockedPage>() == nullptr; })); // by itself
        QVERIFY(Desk::until([&] { return ended(desk); }, 120));
        QCOMPARE(desk.job().state, JobState::Complete);
        QCOMPARE(desk.job().contracts.size(), 1U);
        neverFroze(desk);
        qunsetenv("FULL_DISK");
    }

    void aDamagedDatabaseIsToldAndOpensOnceItIsMended() {
        Desk desk(tiny());
        desk.start();
        QVERIFY(Desk::until([&] { return !desk.wallet().peer.isEmpty(); }));
        QVERIFY(desk.quit());
        QFile file(desk.data() + QStringLiteral("/peer.sqlite"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray good = file.readAll();
        QVERIFY(file.seek(0) && file.write(QByteArray(4096, 'x')) == 4096 && file.flush());
        desk.start();
        QVERIFY(desk.waitFor(QStringLiteral("The data directory cannot be opened")));
        QVERIFY(desk.says(QStringLiteral("peer.sqlite")));
        QVERIFY(file.resize(0) && file.seek(0) && file.write(good) == good.size() && file.flush());
        QVERIFY(desk.press(QStringLiteral("Try again")));
        QVERIFY(Desk::until([&] { return desk.page<FirstRunPage>() != nullptr; }));
        neverFroze(desk);
    }
};

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    StoriesTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "stories_test.moc"
