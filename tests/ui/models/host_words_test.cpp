// SPDX-License-Identifier: Apache-2.0
#include "models/host_words.h"
#include "registered_test.h"

#include "pages/host_samples.h"

#include <QTest>

using namespace unchained::ui;

class HostWordsTest : public QObject {
    Q_OBJECT

    static QString plain(QString text) { return text.replace(QChar::Nbsp, QLatin1Char(' ')); }

private slots:
    void theFirstRuleThatHoldsGivesTheBadge() {
        HostFacts host;
        QCOMPARE(badgeOf(host), HostBadge::New);
        host.stepsChecked = kNewBelowSteps - 1;
        QCOMPARE(badgeOf(host), HostBadge::New);
        host.stepsChecked = kNewBelowSteps;
        QCOMPARE(badgeOf(host), HostBadge::None);
        host.stepsChecked = kProvenSteps;
        host.rating = {kProvenStars, 4.7, 5, 12, kProvenRatings};
        QCOMPARE(badgeOf(host), HostBadge::Proven);
        host.rating.mean = 4.89;
        QCOMPARE(badgeOf(host), HostBadge::None);
        host.rating.mean = kProvenStars;
        host.stepsWrong = 1;
        QCOMPARE(badgeOf(host), HostBadge::FailedCheck);
        host.stepsChecked = 1;
        QCOMPARE(badgeOf(host), HostBadge::FailedCheck);
        for (const HostBadge badge : {HostBadge::FailedCheck, HostBadge::New, HostBadge::Proven})
            QVERIFY(badgeRule(badge).startsWith(badgeText(badge)));
    }

    void ratesReadWellFromProcessorsToClusters() {
        QCOMPARE(plain(rateText(0.29)), QStringLiteral("0.29 TFLOPS"));
        QCOMPARE(plain(rateText(0.0412)), QStringLiteral("41 GFLOPS"));
        QCOMPARE(plain(rateText(4.13)), QStringLiteral("4.1 TFLOPS"));
        QCOMPARE(plain(rateText(82.6)), QStringLiteral("83 TFLOPS"));
        QCOMPARE(plain(rateText(400)), QStringLiteral("400 TFLOPS"));
        QCOMPARE(plain(rateText(1900)), QStringLiteral("1.9 PFLOPS"));
        QCOMPARE(plain(rateText(2e-12)), QStringLiteral("0.00 MFLOPS"));
        QVERIFY(plain(rateText(3.7e7)).endsWith("EFLOPS")); // the largest that fits 64 bits
    }

    void verifiedPricesKeepTheirFigures() {
        QCOMPARE(perTeraflopFigure(0.0782), QStringLiteral("0.078"));
        QCOMPARE(perTeraflopFigure(0.131), QStringLiteral("0.131"));
        QCOMPARE(perTeraflopFigure(0.000412), QStringLiteral("0.00041"));
        QCOMPARE(perTeraflopFigure(4.2), QStringLiteral("4.20"));
        QCOMPARE(perTeraflopFigure(97.56), QStringLiteral("97.6"));
        QCOMPARE(perTeraflopFigure(124.1), QStringLiteral("124"));
        QCOMPARE(perTeraflopFigure(1240.4), QStringLiteral("1,240"));
        QCOMPARE(perTeraflopFigure(0), QStringLiteral("0"));
    }

    void kindsOfDevices() {
        QCOMPARE(deviceKind("2 × RTX 4090"), QStringLiteral("RTX 4090"));
        QCOMPARE(deviceKind("2 x RTX 4090"), QStringLiteral("RTX 4090"));
        QCOMPARE(deviceKind("8×RTX 3090"), QStringLiteral("RTX 3090"));
        QCOMPARE(deviceKind("RTX 4090"), QStringLiteral("RTX 4090"));
        QCOMPARE(deviceKind("AMD EPYC, 2 threads"), QStringLiteral("AMD EPYC"));
        QCOMPARE(deviceKind("4090"), QStringLiteral("4090"));
        QCOMPARE(deviceKind(""), QString());
        QCOMPARE(regionOf("Turin, Italy"), QStringLiteral("Italy"));
        QCOMPARE(regionOf("Berlin"), QStringLiteral("Berlin"));
    }

    void searchingIgnoresCaseAndAccents() {
        QCOMPARE(folded("Košice MEDELLÍN"), QStringLiteral("kosice medellin"));
        QVERIFY(folded("Straße").contains(folded("STRASSE")));
    }

    void whatIsNotKnownIsLeftOut() {
        HostFacts host;
        host.peer = QByteArray(32, '\x01');
        host.memory = 24ULL << 30;
        QCOMPARE(plain(whereText(host)), QStringLiteral("24 GB · ") + hostName(host));
        QVERIFY(!hostName(host).isEmpty());
        QCOMPARE(absenceText(host), QStringLiteral("Offline"));
        host.online = true;
        QCOMPARE(absenceText(host), QStringLiteral("Taken"));
        QCOMPARE(checkWords(host).text, QStringLiteral("No step checked yet"));
        host.stepsChecked = 1;
        QCOMPARE(checkWords(host).text, QStringLiteral("1 step checked, 0 wrong"));
    }
};

static const unchained::ui::RegisteredTest<HostWordsTest> hostWordsTest("models/host_words");
#include "host_words_test.moc"
