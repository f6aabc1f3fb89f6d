// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "shell/locked_page.h"

#include "pages/find.h"
#include "pages/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace unchained::ui;

class LockedPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void aBreakTellsSinceWhenWhatStillWorksAndTheNextTry() {
        LockedPage page;
        find::show(page);
        page.setTrouble({"/data", "the disk is full", "free space there", true}, false);
        QVERIFY(!find::says(page, "Since") && !find::says(page, "Next try")); // at the start nothing was under way
        page.setNow(samples::kNow);
        page.setBreak({samples::kNow - samples::kMinute, samples::kNow + 18'000, true});
        for (const char* part : {"The data directory fails", "the disk is full", "Free space there", "Since ",
                                 "Nothing more is locked or paid from here", "goes on from its last step",
                                 "host and marketplace keep what was signed", "Next try by itself in 18 s"})
            QVERIFY2(find::says(page, QLatin1String(part)), part);
        page.setNow(samples::kNow + 10'000);
        QVERIFY(find::says(page, "Next try by itself in 8 s"));
        page.setBreak({samples::kNow, samples::kNow + 18'000, false});
        QVERIFY(!find::says(page, "The job goes on"));
        QSignalSpy again(&page, &LockedPage::tryAgain);
        find::click(find::button(page, "Try again"));
        QCOMPARE(again.size(), 1);
    }

    void aPassphraseIsAskedForAndNotKept() {
        LockedPage page;
        find::show(page);
        page.setTrouble({"/data/identity.key", "the passphrase does not fit", "type it again", false}, true);
        QSignalSpy again(&page, &LockedPage::tryAgain);
        find::type(find::field(page, "Passphrase of your key"), "open sesame");
        find::click(find::button(page, "Unlock"));
        QCOMPARE(again.takeFirst().first().toString(), QStringLiteral("open sesame"));
        QVERIFY(find::field(page, "Passphrase of your key")->text().isEmpty());
    }
};

static const unchained::ui::RegisteredTest<LockedPageTest> lockedPageTest("shell/locked_page");
#include "locked_page_test.moc"
