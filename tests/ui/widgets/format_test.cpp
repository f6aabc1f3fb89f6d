// SPDX-License-Identifier: Apache-2.0
#include "registered_test.h"
#include "widgets/format.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace unchained::ui;
using unchained::Amount;

class FormatTest : public QObject {
    Q_OBJECT

    static QString plain(QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); }

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void creditsHaveTwoDecimalsAndSixWhereTwoWouldShowNothing() {
        QCOMPARE(creditText(Amount::micros(1'284'000'000)), "1,284.00");
        QCOMPARE(creditText(Amount::micros(74'404'999)), "74.40");
        QCOMPARE(creditText(Amount::micros(74'405'000)), "74.41");
        QCOMPARE(creditText(Amount::micros(412)), "0.000412");
        QCOMPARE(creditText(Amount::micros(-121'000'000)), QString::fromUtf8("−121.00"));
        QCOMPARE(creditText(Amount{}), "0.00");
        QCOMPARE(signedCredits(Amount::micros(3'000'000)), "+3.00");
        QCOMPARE(creditDetail(Amount::micros(-1'000'001)), QString::fromUtf8("−1.000001"));
        QCOMPARE(creditText(Amount::micros(unchained::kAmountMax)), "9,007,199,254.74");
    }

    void whatIsLockedIsNeverSaidToBeLessAndWhatIsLeftNeverMore() {
        QCOMPARE(creditCeiling(Amount::micros(14'200)), "0.014200");
        QCOMPARE(creditCeiling(Amount::micros(74'400'001)), "74.41");
        QCOMPARE(creditCeiling(Amount::micros(74'400'000)), "74.40");
        QCOMPARE(creditCeiling(Amount::micros(500'000)), "0.50");
        QCOMPARE(creditCeiling(Amount::micros(-3'001'000)), QString::fromUtf8("−3.00"));
        QCOMPARE(creditCeiling(Amount{}), "0.00");
        QCOMPARE(creditFloor(Amount::micros(985'800)), "0.985800");
        QCOMPARE(creditFloor(Amount::micros(999'985'800)), "999.98");
        QCOMPARE(creditFloor(Amount::micros(-3'001'000)), QString::fromUtf8("−3.01"));
        QCOMPARE(creditFloor(Amount::micros(-14'200)), QString::fromUtf8("−0.014200"));
        QCOMPARE(creditExact(Amount::micros(12'345'678)), "12.345678");
        QCOMPARE(creditExact(Amount::micros(12'340'000)), "12.34");
        for (const std::int64_t micro : {1LL, 14'200LL, 999'999LL, 1'000'001LL, 74'405'000LL, 9'876'543'210'001LL}) {
            QVERIFY(amountFromText(creditCeiling(Amount::micros(micro))).value_or(Amount{}).micro() >= micro);
            QVERIFY(amountFromText(creditFloor(Amount::micros(micro))).value_or(Amount::credits(99)).micro() <= micro);
        }
    }

    void theLocaleDecidesTheSeparators() {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(creditText(Amount::micros(1'284'500'000)), "1.284,50");
        QCOMPARE(plain(percent(0.985, 1)), "98,5 %");
    }

    void whatIsTypedIsReadAsItIsWritten_data() {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("micro"); // −1: refused
        QTest::newRow("point") << "en_US"
                               << "12.5" << qint64{12'500'000};
        QTest::newRow("grouped") << "en_US"
                                 << "1,284.50" << qint64{1'284'500'000};
        QTest::newRow("group of three alone") << "en_US"
                                              << "1,284" << qint64{1'284'000'000};
        QTest::newRow("a comma that groups nothing") << "en_US"
                                                     << "12,5" << qint64{-1};
        QTest::newRow("German comma") << "de_DE"
                                      << "12,5" << qint64{12'500'000};
        QTest::newRow("German groups") << "de_DE"
                                       << "1.284,50" << qint64{1'284'500'000};
        QTest::newRow("point in German") << "de_DE"
                                         << "12.5" << qint64{12'500'000};
        QTest::newRow("spaces around") << "en_US"
                                       << " 3 " << qint64{3'000'000};
        QTest::newRow("a word") << "en_US"
                                << "ten" << qint64{-1};
        QTest::newRow("a debt") << "en_US"
                                << "-1" << qint64{-1};
        QTest::newRow("seven decimals") << "en_US"
                                        << "0.0000001" << qint64{-1};
        QTest::newRow("nothing") << "en_US"
                                 << "" << qint64{-1};
    }
    void whatIsTypedIsReadAsItIsWritten() {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(qint64, micro);
        QLocale::setDefault(QLocale(locale));
        const auto amount = amountFromText(text);
        QCOMPARE(amount ? amount->micro() : -1, micro);
    }

    void whatIsWrittenCanBeReadBack() {
        for (const char* name : {"en_US", "de_DE", "fr_FR", "sv_SE"}) {
            QLocale::setDefault(QLocale(QString::fromLatin1(name)));
            for (const std::int64_t micro : {0LL, 412LL, 990'000LL, 12'340'000LL, 1'234'560'000LL, 9'876'543'210'000LL})
                QCOMPARE(amountFromText(creditText(Amount::micros(micro))).value_or(Amount{}).micro(), micro);
        }
    }

    void lessThanAllIsNeverAHundredPercent() {
        QCOMPARE(plain(percent(0.9999, 1)), "99.9 %");
        QCOMPARE(plain(percent(1, 1)), "100.0 %");
        QCOMPARE(plain(percent(0.98, 0)), "98 %");
        QCOMPARE(plain(percent(-0.02, 1)), QString::fromUtf8("−2.0 %"));
    }

    void durationsHaveTwoUnits() {
        QCOMPARE(plain(durationText(0.2)), "less than a second");
        QCOMPARE(plain(durationText(42)), "42 s");
        QCOMPARE(plain(durationText(252)), "4 min 12 s");
        QCOMPARE(plain(durationText(300)), "5 min");
        QCOMPARE(plain(durationText(5 * 3600 + 28 * 60)), "5 h 28 min");
        QCOMPARE(plain(durationText(3 * 86'400 + 4 * 3600)), "3 d 4 h");
    }

    void momentsAreToldFromNow() {
        const qint64 now = QDateTime(QDate(2026, 9, 21), QTime(16, 0)).toMSecsSinceEpoch();
        const auto at = [](QDate day) { return QDateTime(day, QTime(14, 5)).toMSecsSinceEpoch(); };
        QCOMPARE(momentText(at({2026, 9, 21}), now), "14:05");
        QCOMPARE(momentText(at({2026, 3, 2}), now), "2 Mar 14:05");
        QCOMPARE(momentText(at({2025, 3, 2}), now), "2 Mar 2025");
    }

    void theClockIsTheSameEverywhere() {
        const qint64 afternoon = QDateTime(QDate(2026, 11, 24), QTime(14, 5, 9)).toMSecsSinceEpoch();
        QCOMPARE(clockText(afternoon), "14:05");
        QCOMPARE(clockText(afternoon, true), "14:05:09");
        QCOMPARE(stampText(afternoon), "24 Nov 2026 14:05");
    }

    void aFingerprintIsInGroupsOfFour() {
        QCOMPARE(groupedDigits("3142a0f177cd0921", 2), "3142 a0f1\n77cd 0921");
        QCOMPARE(groupedDigits("3142 a0", 8), "3142 a0");
    }

    void sizesUseTheUnitsOfDataSheets() {
        QCOMPARE(plain(bytesText(0)), "0 B");
        QCOMPARE(plain(bytesText(1'900'000)), "1.9 MB");
        QCOMPARE(plain(bytesText(24'000'000'000)), "24 GB");
        QCOMPARE(plain(memoryText(24ULL << 30)), "24 GB");
    }

    void aTroubleNamesSubjectAndRemedy() {
        QCOMPARE(troubleText({"disk", "is full", "free some space", true}), "disk: is full. Free some space");
        QCOMPARE(troubleText({{}, "no answer", {}, true}), "No answer");
    }
};

static const unchained::ui::RegisteredTest<FormatTest> formatTest("widgets/format");
#include "format_test.moc"
