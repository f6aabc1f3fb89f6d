// SPDX-License-Identifier: Apache-2.0
#include "models/host_filter.h"
#include "registered_test.h"

#include "models/host_words.h"
#include "pages/host_samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace unchained::ui;
using unchained::Amount;

class HostFilterTest : public QObject {
    Q_OBJECT

    static QStringList names(const HostFilter& filter) {
        QStringList out;
        for (int row = 0; row < filter.rowCount(); ++row)
            out << hostName(filter.host(row));
        return out;
    }
    static QStringList found(HostFilter& filter, const HostCriteria& criteria) {
        filter.setCriteria(criteria);
        QStringList out = names(filter);
        out.sort();
        return out;
    }
    /// What a fresh filter would show.
    static QStringList fresh(HostFilter& filter) {
        HostFilter other(filter.hosts());
        other.setCriteria(filter.criteria());
        other.setOrder(filter.order(), filter.ascending());
        return names(other);
    }

private slots:
    void everyWordOfASearchMustBeFound() {
        HostModel hosts;
        hosts.apply(samples::hosts());
        HostFilter filter(hosts);
        QCOMPARE(found(filter, {.search = "tromso"}), QStringList{"Nordlys"});
        QCOMPARE(found(filter, {.search = "TROMSØ"}), QStringList{"Nordlys"});
        QCOMPARE(found(filter, {.search = "  medellin  "}), QStringList{"Casa Verde"});
        QCOMPARE(found(filter, {.search = "rtx zurich"}).size(), 0);
        QCOMPARE(found(filter, {.search = "3090 norway"}), QStringList{"Nordlys"});
        QCOMPARE(found(filter, {.search = "forge rtx"}), QStringList{"Gallium forge"});
        QCOMPARE(found(filter, {}).size(), hosts.rowCount());
    }

    void eachFilterTakesItsOwn() {
        HostModel hosts;
        hosts.apply(samples::hosts());
        HostFilter filter(hosts);
        QCOMPARE(found(filter, {.devices = {"RTX 4090", "H100 80 GB"}}),
                 (QStringList{"Gallium forge", "Kiwi Cluster of the South Island", "Lakeside lab"}));
        QCOMPARE(found(filter, {.memoryMin = 80ULL << 30}), (QStringList{"Dockyard", "Lakeside lab", "Old Mill"}));
        QCOMPARE(found(filter, {.priceMax = Amount::micros(2'400'000)}), (QStringList{"Casa Verde", "Marisol"}));
        QCOMPARE(found(filter, {.places = {"Italy", "Peru"}}), QStringList{"Gallium forge"});
        QCOMPARE(found(filter, {.favouritesOnly = true}).size(), 2);
        const QStringList rated = found(filter, {.starsMin = 4.9});
        QVERIFY(rated.contains("Tatra node")); // new hosts have to begin somewhere
        QVERIFY(!rated.contains("Basement rig 7"));
        const QStringList right = found(filter, {.rightMin = 1});
        QVERIFY(!right.contains("Hashfield"));
        QCOMPARE(right.size(), hosts.rowCount() - 2); // nor the one without a check
        QVERIFY(found(filter, {.rightMin = 0.999}).contains("Hashfield"));
        const QStringList free = found(filter, {.freeOnly = true});
        QVERIFY(!free.contains("Casa Verde") && !free.contains("Dockyard"));
        QCOMPARE(free.size(), hosts.rowCount() - 2);
        QCOMPARE(filter.countWith({.favouritesOnly = true}), 2);
        QCOMPARE(filter.cheapest({.memoryMin = 80ULL << 30})->name, QStringLiteral("Old Mill")); // free before cheap
    }

    void ordersAreStable() {
        HostModel hosts;
        hosts.apply(samples::hosts());
        HostFilter filter(hosts);
        QCOMPARE(names(filter).mid(0, 2), (QStringList{"Nordlys", "Gallium forge"}));
        QCOMPARE(names(filter).mid(hosts.rowCount() - 3).front(), QStringLiteral("Hashfield")); // then who is not free
        filter.setOrder(HostSort::Price, true);
        QCOMPARE(names(filter).front(), QStringLiteral("Marisol"));
        QCOMPARE(names(filter).back(), QStringLiteral("Lakeside lab"));
        filter.setOrder(HostSort::Price, false);
        QCOMPARE(names(filter).front(), QStringLiteral("Lakeside lab"));
        filter.setOrder(HostSort::Device, true);
        QCOMPARE(names(filter).front(), QStringLiteral("Nordlys"));
        std::vector<HostFacts> turned = samples::hosts();
        std::reverse(turned.begin(), turned.end());
        HostModel other;
        other.apply(turned);
        for (int i = 0; i < static_cast<int>(HostSort::Count); ++i) {
            const auto sort = static_cast<HostSort>(i);
            HostFilter again(other);
            again.setOrder(sort, sortsAscending(sort));
            filter.setOrder(sort, sortsAscending(sort));
            QCOMPARE(names(again), names(filter));
            QCOMPARE(sortFromKey(sortKey(sort)), sort);
        }
    }

    void whatHappensMovesOnlyItsRows() {
        HostModel hosts;
        std::vector<HostFacts> facts = samples::hosts();
        hosts.apply(facts);
        HostFilter filter(hosts);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setOrder(HostSort::Price, true);
        filter.setCriteria({.priceMax = Amount::credits(40)});
        QSignalSpy reset(&filter, &HostFilter::modelReset), moved(&filter, &HostFilter::rowsMoved),
            inserted(&filter, &HostFilter::rowsInserted), removed(&filter, &HostFilter::rowsRemoved);
        const QPersistentModelIndex kept = filter.index(filter.find(facts[0].market, facts[0].peer), 0);

        facts[3].pricePerHour = Amount::credits(30); // from the first to nearly the last
        hosts.apply(facts);
        QCOMPARE(moved.count(), 1);
        facts[3].pricePerHour = Amount::credits(41); // out
        hosts.apply(facts);
        QCOMPARE(removed.count(), 1);
        facts[3].pricePerHour = Amount::credits(1); // and in again, first
        hosts.apply(facts);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(names(filter).front(), QStringLiteral("Marisol"));
        facts.erase(facts.begin() + 5);
        hosts.apply(facts);
        QCOMPARE(removed.count(), 2);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(filter.host(kept.row()).peer, facts[0].peer);
        QCOMPARE(names(filter), fresh(filter));
    }

    void manyChangesEndWhereAFreshFilterBegins() {
        HostModel hosts;
        HostFilter filter(hosts);
        QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setOrder(HostSort::PerTeraflop, true);
        filter.setCriteria({.memoryMin = 16ULL << 30, .freeOnly = true});
        std::vector<HostFacts> all = samples::manyHosts(120);
        std::uint64_t state = 20'261;
        const auto random = [&state](std::size_t below) {
            state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
            return static_cast<std::size_t>(state >> 33) % below;
        };
        for (int round = 0; round < 40; ++round) {
            std::vector<HostFacts> now = all;
            for (HostFacts& host : now) {
                if (random(8) == 0) host.pricePerHour = Amount::credits(1 + static_cast<std::int64_t>(random(50)));
                if (random(9) == 0) host.open = !host.open;
            }
            const std::size_t from = random(now.size()), count = random(round % 2 == 0 ? 5 : now.size() - from);
            now.erase(now.begin() + static_cast<std::ptrdiff_t>(from),
                      now.begin() + static_cast<std::ptrdiff_t>(std::min(from + count, now.size())));
            hosts.apply(now);
            QCOMPARE(names(filter), fresh(filter));
            for (int row = 0; row < filter.rowCount(); ++row)
                QCOMPARE(filter.find(filter.host(row).market, filter.host(row).peer), row);
        }
    }

    void criteriaOutliveTheProgram() {
        HostCriteria criteria;
        criteria.search = "forge";
        criteria.devices = QStringList{"RTX 4090"};
        criteria.memoryMin = 24ULL << 30;
        criteria.priceMax = Amount::micros(59'500'000);
        criteria.starsMin = 4.4;
        criteria.rightMin = 0.999;
        criteria.places = QStringList{"Italy"};
        criteria.freeOnly = criteria.favouritesOnly = true;
        QCOMPARE(criteria.count(), static_cast<int>(Filter::Count));
        QVERIFY(criteriaFromMap(toMap(criteria)) == criteria);
        QVERIFY(toMap({}).isEmpty());
        QVERIFY(criteriaFromMap({{"priceMax", "words"}, {"starsMin", 77}, {"rightMin", "nan"}}) == HostCriteria{});
        for (int i = 0; i < static_cast<int>(Filter::Count); ++i) {
            const auto filter = static_cast<Filter>(i);
            QVERIFY(!filterWords(criteria, filter).isEmpty());
            criteria.clear(filter);
            QVERIFY(!criteria.has(filter));
            QVERIFY(filterWords(criteria, filter).isEmpty());
        }
        QCOMPARE(criteriaWords(criteria), QStringLiteral("“forge”"));
    }
};

static const unchained::ui::RegisteredTest<HostFilterTest> hostFilterTest("models/host_filter");
#include "host_filter_test.moc"
