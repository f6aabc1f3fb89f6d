// SPDX-License-Identifier: Apache-2.0
#include "pages/first_run_page.h"
#include "registered_test.h"

#include "theme/theme.h"

#include "pages/find.h"
#include "pages/samples.h"
#include "shell/locked_page.h"

#include <QSignalSpy>
#include <QTest>

using namespace unchained::ui;

class FirstRunPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyAppearance({Look::Light, 1, false}); }

    void thereAreThreeWaysIn() {
        FirstRunPage page;
        find::show(page);
        QSignalSpy rent(&page, &FirstRunPage::rentChosen), host(&page, &FirstRunPage::hostChosen),
            demo(&page, &FirstRunPage::demoChosen);
        find::click(find::button(page, "Rent compute"));
        find::click(find::button(page, "List this machine"));
        find::click(find::button(page, "Open the demo"));
        QCOMPARE(rent.size(), 1);
        QCOMPARE(host.size(), 1);
        QCOMPARE(demo.size(), 1);
        // A click on a card's words does the same.
        QTest::mouseClick(find::button(page, "Rent compute")->parentWidget(), Qt::LeftButton, {}, {40, 40});
        QCOMPARE(rent.size(), 2);
    }

    void theKeyIsShownAndItsBackupOffered() {
        FirstRunPage page;
        find::show(page);
        QVERIFY(!find::button(page, "Back it up")->isEnabled()); // there is none yet
        page.setNickname("bramble-oat-41");
        page.setFingerprint(samples::wallet().fingerprint);
        page.setPeer(samples::peer('\x31'));
        QVERIFY(find::says(page, "bramble-oat-41"));
        QVERIFY(find::says(page, "3142 a0f1 77cd 0921"));
        for (const QSize size : {QSize(1080, 800), QSize(904, 640)}) { // all of it can be compared, in any window
            page.resize(size);
            QCoreApplication::processEvents();
            QString shown;
            for (const auto* label : page.findChildren<QLabel*>())
                if (label->text().startsWith("3142") && label->width() >= label->sizeHint().width() &&
                    label->height() >= label->sizeHint().height())
                    shown = label->text();
            QCOMPARE(shown.split('\n').size(), 2);
            QCOMPARE(shown.simplified().remove(' '), samples::wallet().fingerprint);
        }
        QSignalSpy backup(&page, &FirstRunPage::backupWanted), restore(&page, &FirstRunPage::restoreWanted);
        find::click(find::button(page, "Back it up"));
        find::click(find::button(page, "Restore from a backup"));
        QCOMPARE(backup.size(), 1);
        QCOMPARE(restore.size(), 1);
    }

    void aClosedDirectorySaysWhyAndTriesAgain() {
        LockedPage page;
        find::show(page);
        QSignalSpy tried(&page, &LockedPage::tryAgain);
        page.setTrouble({"data directory", "is in use by another process", "end it first", true}, false);
        QVERIFY(find::says(page, "is in use by another process"));
        QVERIFY(!find::field(page, "Passphrase of your key"));
        find::click(find::button(page, "Try again"));
        QCOMPARE(tried.takeFirst().at(0).toString(), QString());
        page.setTrouble({"key", "is locked", "give its passphrase", false}, true);
        find::type(find::field(page, "Passphrase of your key"), "correct horse");
        QTest::keyClick(find::field(page, "Passphrase of your key"), Qt::Key_Return);
        QCOMPARE(tried.takeFirst().at(0).toString(), QStringLiteral("correct horse"));
        QVERIFY(find::field(page, "Passphrase of your key")->text().isEmpty()); // kept no longer than needed
        QVERIFY(!find::button(page, "Unlock")->isEnabled());
        page.setTrouble({"key", "does not open with this passphrase", "try another", false}, true);
        QVERIFY(find::button(page, "Unlock")->isEnabled());
    }
};

static const unchained::ui::RegisteredTest<FirstRunPageTest> firstRunPageTest("pages/first_run_page");
#include "first_run_page_test.moc"
