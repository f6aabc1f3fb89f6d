// SPDX-License-Identifier: Apache-2.0
#include "models/host_model.h"
#include "registered_test.h"

#include "pages/host_samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace unchained::ui;
using unchained::Amount;

class HostModelTest : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatChangedIsTold() {
        HostModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &HostModel::rowsInserted), removed(&model, &HostModel::rowsRemoved),
            changed(&model, &HostModel::dataChanged);
        std::vector<HostFacts> hosts = samples::hosts();
        model.apply(hosts);
        QCOMPARE(inserted.count(), 1); // all in one
        model.apply(hosts);
        QCOMPARE(inserted.count() + removed.count() + changed.count(), 1);

        hosts[4].pricePerHour = Amount::credits(51);
        hosts[6].favourite = true;
        std::rotate(hosts.begin(), hosts.begin() + 5, hosts.end()); // order says nothing
        model.apply(hosts);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed[0][0].toModelIndex().row(), 4);
        QVERIFY(changed[0][2].value<QList<int>>().contains(Qt::DisplayRole));
        QVERIFY(!changed[0][2].value<QList<int>>().contains(HostModel::FavouriteRole));
        QCOMPARE(changed[1][0].toModelIndex().row(), 6);
        QCOMPARE(changed[1][2].value<QList<int>>(), (QList<int>{HostModel::FavouriteRole, Qt::AccessibleTextRole}));
        QCOMPARE(model.host(4).pricePerHour, Amount::credits(51));
    }

    void hostsComeAndGo() {
        HostModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const std::vector<HostFacts> all = samples::hosts();
        std::vector<HostFacts> some = all;
        some.erase(some.begin() + 2, some.begin() + 5);
        some.erase(some.begin());
        model.apply(all);
        QSignalSpy removed(&model, &HostModel::rowsRemoved);
        model.apply(some);
        QCOMPARE(removed.count(), 2); // a run and a single one
        QCOMPARE(model.rowCount(), static_cast<int>(some.size()));
        model.apply(all);
        QCOMPARE(model.rowCount(), static_cast<int>(all.size()));
        for (const HostFacts& host : all) {
            const int row = model.find(host.market, host.peer);
            QVERIFY(row >= 0);
            QVERIFY(model.host(row) == host);
        }
        model.apply({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.find(all[0].market, all[0].peer), -1);
    }

    void oneMarketListsAPeerOnceAndTwoMarketsTwice() {
        HostModel model;
        HostFacts host = samples::hosts()[0], again = host, other = host;
        again.pricePerHour = Amount::credits(5);
        other.market = samples::torino();
        model.apply({host, again, other});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.host(model.find(host.market, host.peer)).pricePerHour, Amount::credits(5));
    }

    void aCardIsOneSentence() {
        HostModel model;
        model.apply(samples::hosts());
        const QString said = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const char* part : {"RTX 4090", "Turin, Italy", "24", "Gallium forge", "proven host",
                                 "9.00 credits an hour", "0.078 per verified", "rated 4.94 of 5 by 212",
                                 "12,840 steps checked, 0 wrong", "free now", "a favourite"})
            QVERIFY2(said.contains(QLatin1String(part)), part);
        QVERIFY(model.index(11, 0).data(Qt::AccessibleTextRole).toString().contains("offline"));
        QCOMPARE(model.index(0, HostModel::Price).data().toString(), QStringLiteral("9.00"));
    }
};

static const unchained::ui::RegisteredTest<HostModelTest> hostModelTest("models/host_model");
#include "host_model_test.moc"
