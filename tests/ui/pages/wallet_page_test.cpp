// SPDX-License-Identifier: Apache-2.0
#include "pages/wallet_page.h"
#include "registered_test.h"

#include "models/ledger_model.h"
#include "models/ledger_words.h"
#include "pages/find.h"
#include "pages/qr_code.h"
#include "pages/samples.h"
#include "theme/theme.h"
#include "widgets/card.h"
#include "widgets/format.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace unchained::ui;
using unchained::Amount;

class WalletPageTest : public QObject {
    Q_OBJECT

    static void fillPayment(WalletPage& page, const QString& to, const QString& amount) {
        find::type(find::field(page, "Peer id of the one who receives"), to);
        find::type(find::field(page, "Amount"), amount);
        find::click(find::button(page, "Review the payment"));
    }

private slots:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyAppearance({Look::Light, 1, false});
    }

    void aPaymentIsLookedAtBeforeItMoves() {
        WalletPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        page.setWallet(samples::wallet());
        QSignalSpy paid(&page, &WalletPage::payWanted);
        const QByteArray to = samples::peer('\x55');
        fillPayment(page, QString::fromLatin1(to.toHex()), "12.5");
        QVERIFY(find::says(page, "171.70")); // the balance after
        QVERIFY(find::says(page, "A payment is final"));
        QCOMPARE(paid.size(), 0);
        find::click(find::button(page, "Pay 12.50 credits"));
        const auto sent = paid.takeFirst();
        QCOMPARE(sent.at(0).toString(), samples::commons());
        QCOMPARE(sent.at(1).toByteArray(), to);
        QVERIFY(sent.at(2).value<Amount>() == Amount::micros(12'500'000));
        QVERIFY(!find::button(page, "Pay 12.50 credits")->isEnabled()); // once
        page.setPayResult({}, "Paid 12.50 credits");
        QVERIFY(find::says(page, "Paid 12.50 credits"));
        QVERIFY(find::field(page, "Amount")->text().isEmpty());
    }

    void aFailedPaymentKeepsWhatWasTyped() {
        WalletPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        page.setWallet(samples::wallet());
        fillPayment(page, QString::fromLatin1(samples::peer('\x55').toHex()), "12.5");
        page.setPayResult({}, "Rated with 4 stars"); // an answer to something else
        QVERIFY(find::button(page, "Pay 12.50 credits"));
        find::click(find::button(page, "Pay 12.50 credits"));
        page.setPayResult({"marketplace", "is not connected", "try again when it answers", true}, "Pay");
        QVERIFY(find::says(page, "is not connected"));
        QCOMPARE(find::field(page, "Amount")->text(), QStringLiteral("12.5"));
    }

    void whatACardSaysFirstStandsUnderItsHeadingInANarrowWindow() {
        WalletPage page;
        find::show(page, {904, 640});
        page.setMarkets(samples::markets());
        page.setWallet(samples::wallet());
        QCoreApplication::processEvents();
        for (const auto* card : page.findChildren<Card*>()) {
            if (!QStringList{"Pay", "Receive", "Key"}.contains(card->accessibleName())) continue;
            int heading = 0, first = card->height();
            for (const auto* each : card->findChildren<QWidget*>()) {
                if (!each->isVisible()) continue;
                const int top = each->mapTo(card, QPoint()).y();
                const auto* label = qobject_cast<const QLabel*>(each);
                if (label && label->text() == card->accessibleName())
                    heading = top + each->height();
                else if (top > space::k24)
                    first = std::min(first, top);
            }
            QVERIFY2(first - heading <= space::k12, qPrintable(card->accessibleName()));
        }
    }

    void badPaymentsAreRefusedInWords() {
        WalletPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        page.setWallet(samples::wallet());
        const QString good = QString::fromLatin1(samples::peer('\x55').toHex());
        fillPayment(page, good.left(63), "1");
        QVERIFY(find::says(page, "this has 63 characters"));
        fillPayment(page, good.left(63) + "g", "1");
        QVERIFY(find::says(page, "A peer id has 64 digits"));
        fillPayment(page, QString::fromLatin1(samples::wallet().peer.toHex()), "1");
        QVERIFY(find::says(page, "your own peer id"));
        fillPayment(page, good, "0");
        QVERIFY(find::says(page, "An amount above 0"));
        fillPayment(page, good, "184.200001");
        QVERIFY(find::says(page, "More than you have there"));
        QVERIFY(!find::button(page, "Back"));
    }

    void theHistoryTellsToTheMicroCreditAndByTheSameClockAsAJob() {
        LedgerModel model;
        const LedgerLine line{samples::commons(),         3, samples::kNow, "escrow", Amount::micros(-14'200),
                              Amount::micros(999'985'800)};
        model.setLines({line}, {});
        const auto text = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(LedgerModel::Gain), QString::fromUtf8("−0.014200"));
        QCOMPARE(text(LedgerModel::Balance), QStringLiteral("999.985800"));
        QCOMPARE(text(LedgerModel::When), stampText(samples::kNow));
    }

    void theHistoryIsSearchedAndExported() {
        WalletPage page;
        find::show(page);
        page.setMarkets(samples::markets());
        page.setWallet(samples::wallet());
        auto* table = page.findChild<QTableView*>();
        QCOMPARE(table->model()->rowCount(), 7);
        find::type(find::field(page, "Search the history"), "locked");
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(page.csv().count("\r\n"), 3);
        find::type(find::field(page, "Search the history"), "nothing of this");
        QVERIFY(find::says(page, "No line has"));
        find::click(find::button(page, "Empty the search"));
        QCOMPARE(table->model()->rowCount(), 7);
        QSignalSpy exported(&page, &WalletPage::exportWanted);
        find::click(find::button(page, "Export as CSV"));
        find::type(find::field(page, "File for the table"), "/tmp/history.csv");
        find::click(find::button(page, "Write the file"));
        QCOMPARE(exported.takeFirst().at(0).toString(), QStringLiteral("/tmp/history.csv"));
    }

    void theTableFileIsQuotedAndRunsNoFormula() {
        const LedgerLine line{"m,\"x\"",         4, 1'790'006'400'000, "=HYPERLINK(\"a\")", Amount::micros(-1),
                              Amount::credits(2)};
        QCOMPARE(
            ledgerCsv({line}),
            QByteArray("time,marketplace,number,what,memo,gain,balance\r\n"
                       "2026-09-21T16:00:00Z,\"m,\"\"x\"\"\",4,\"'=HYPERLINK(\"\"a\"\")\",\"'=HYPERLINK(\"\"a\"\")\","
                       "-0.000001,2.00\r\n"));
    }

    void theModelKeepsItsRowsWhenNewLinesCome() {
        LedgerModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto lines = samples::wallet().lines;
        model.setLines({lines.begin() + 2, lines.end()}, {});
        const QPersistentModelIndex kept(model.index(0, LedgerModel::What));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setLines(lines, {});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(kept.row(), 2);
        model.setLines({}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void thePeerIdIsShownCopiedAndDrawn() {
        WalletPage page;
        find::show(page);
        page.setWallet(samples::wallet());
        const QString id = QString::fromLatin1(samples::wallet().peer.toHex());
        QCOMPARE(find::field(page, "Your peer id")->text(), id);
        find::click(find::button(page, "Copy the peer id"));
        QCOMPARE(QGuiApplication::clipboard()->text(), id);
        auto* code = page.findChild<QrCode*>();
        QCOMPARE(code->accessibleDescription(), id);
        QVERIFY(code->modules().width() >= 21);
        QCOMPARE(code->modules().pixel(0, 0), QColor(Qt::black).rgb()); // the corner of a finder
        QCOMPARE(code->modules().pixel(1, 1), QColor(Qt::white).rgb());
    }

    void aKeyWithoutBackupSaysSoAndIsBackedUp() {
        WalletPage page;
        find::show(page);
        page.setWallet(samples::wallet());
        QSignalSpy backup(&page, &WalletPage::backupWanted);
        find::click(find::button(page, "Back it up"));
        find::type(find::field(page, "File for the backup"), "/media/stick/key");
        find::click(find::button(page, "Write the backup"));
        QCOMPARE(backup.takeFirst().at(0).toString(), QStringLiteral("/media/stick/key"));
        auto wallet = samples::wallet();
        wallet.backedUp = true;
        page.setWallet(wallet);
        QVERIFY(!find::button(page, "Back it up"));
    }

    void theDemosKeyIsNeitherBackedUpNorReplaced() {
        WalletPage page;
        page.setPlay(true);
        find::show(page);
        page.setWallet(samples::wallet());
        for (const char* name : {"Back it up", "Back up", "Restore"})
            QVERIFY2(!find::button(page, QLatin1String(name)), name);
        QVERIFY(find::button(page, "Copy the peer id"));
    }

    void aKeyIsRestoredWithItsPassphrase() {
        WalletPage page;
        find::show(page);
        page.setWallet(samples::wallet());
        QSignalSpy restored(&page, &WalletPage::restoreWanted);
        find::click(find::button(page, "Restore"));
        find::type(find::field(page, "File of the backup"), "/media/stick/key");
        QLineEdit* secret = find::field(page, "Its passphrase");
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        find::type(secret, "correct horse");
        QTest::keyClick(secret, Qt::Key_Return);
        QCOMPARE(restored.takeFirst(), QVariantList({"/media/stick/key", "correct horse"}));
        QVERIFY(secret->text().isEmpty());
    }
};

static const unchained::ui::RegisteredTest<WalletPageTest> walletPageTest("pages/wallet_page");
#include "wallet_page_test.moc"
