// SPDX-License-Identifier: Apache-2.0
#include "models/bond_effect.h"
#include "registered_test.h"

#include "pages/host_samples.h"
#include "verification/policy.h"

#include <QTest>

using namespace unchained;
using namespace unchained::ui;

/// What the host is told of its bond is what renters' programs and the hub hold it to.
class BondEffectTest : public QObject {
    Q_OBJECT

private slots:
    void whatMayBeAtStakeIsTheMostThatThePolicyTakes() {
        for (const std::int64_t bond : std::initializer_list<std::int64_t>{20'000'000, 120'000'000, 3'000'000'000}) {
            const auto effect = bondEffect(Amount::credits(9), Amount::micros(bond));
            QVERIFY(effect && effect->deters);
            QCOMPARE(effect->stepPrice, Amount::micros(12'500)); // 9 credits an hour, 5 s
            verification::Stakes stakes{effect->stepPrice, kEffectJob.odds, Amount::micros(bond), effect->worthMost};
            QCOMPARE(*verification::largestBatch(stakes), 1U);
            stakes.atStake += Amount::micros(2);
            QVERIFY(!verification::largestBatch(stakes));
        }
    }

    void moreBondMeansFewerChecksAndALowerPriceToo() {
        const auto effect = [](int price, int bond) {
            return *bondEffect(Amount::credits(price), Amount::credits(bond));
        };
        QVERIFY(effect(9, 240).stepCheckRate < effect(9, 120).stepCheckRate);
        QVERIFY(effect(9, 240).worthMost > effect(9, 120).worthMost);
        QVERIFY(effect(9, 240).overhead < effect(9, 120).overhead);
        QVERIFY(effect(3, 120).stepCheckRate < effect(9, 120).stepCheckRate);
    }

    void tooSmallABondLetsNoSuchJobAndSaysWhichWould() {
        const auto effect = bondEffect(Amount::credits(9), Amount::micros(1'000));
        QVERIFY(effect && !effect->deters);
        QVERIFY(bondEffect(Amount::credits(9), effect->bondLeast)->deters);
        QVERIFY(!bondEffect(Amount::credits(9), effect->bondLeast - Amount::micros(1))->deters);
        QVERIFY(!bondEffect(Amount{}, Amount::credits(9)));
    }

    void theSliderIsThePolicysOwn() {
        const auto points = bondSlider(Amount::credits(9));
        QVERIFY(points.size() > 5);
        for (const auto& point : points)
            QVERIFY(bondEffect(Amount::credits(9), point.bond)->stepCheckRate <= point.stepCheckRate + 1e-12);
    }

    void ranksCountTheOthersThatAreOnline() {
        const auto hosts = samples::hosts();
        const HostFacts& self = hosts[0];
        int online = 0;
        for (const HostFacts& host : hosts)
            online += host.online && host.peer != self.peer ? 1 : 0;
        const PriceRank rank = priceRank(hosts, self.peer, self.rate, self.pricePerHour);
        QCOMPARE(rank.hosts, online);
        QCOMPARE(priceRank(hosts, self.peer, self.rate, Amount::micros(1)).dearer, online);
        QCOMPARE(priceRank(hosts, self.peer, self.rate, Amount::credits(1'000'000)).dearer, 0);
        QCOMPARE(priceRank(hosts, self.peer, 0, self.pricePerHour).hosts, 0);
        QCOMPARE(smallerBonds(hosts, self.peer, Amount::credits(1'000)), online);
    }
};

static const unchained::ui::RegisteredTest<BondEffectTest> bondEffectTest("models/bond_effect");
#include "bond_effect_test.moc"
