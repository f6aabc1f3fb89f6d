// SPDX-License-Identifier: Apache-2.0
#include "engine/hosting.h"
#include "registered_test.h"

#include "protocol/provider_session.h"

#include <QTest>

using namespace unchained;
using namespace unchained::ui;
using cbor::Array;

/// What a host has worked today is known by what each contract was let for.
class EarningsTest : public QObject {
    Q_OBJECT

    static constexpr qint64 kHour = 3'600'000, kDay = 1000 * kHour, kWindow = 4;

    /// Both sides of a contract whose messages are carried by hand.
    struct Both {
        Both(std::uint8_t number, std::int64_t windowMs) : windowHours(static_cast<double>(windowMs) / kHour) {
            protocol::Session::Parameters p;
            p.offer.steps = 8 * kWindow;
            p.offer.window = kWindow;
            p.offer.odds = 2;
            p.offer.batch = 1;
            p.offer.price = Amount::micros(1'000);
            p.offer.provider = hostKeys.peer();
            p.offer.seedAnchor = lottery::SeedChain(renterKeys.seedKey(), p.offer.nonce, 8).at(0);
            p.offer.receiptKey = renterKeys.peer();
            p.renter = renterKeys.peer();
            p.contract.bytes.fill(number);
            p.admission.escrow = Amount::credits(9);
            p.windowMs = windowMs;
            host = std::make_unique<protocol::ProviderSession>(hostKeys, p);
            renter = std::make_unique<protocol::RenterSession>(renterKeys, p, protocol::RenterSession::Limits{});
            to(*host, Array{"peer", Array{"seed", renter->seeds().at(1)}});
        }
        static void to(protocol::Session& session, const cbor::Value& event) {
            if (const auto done = session.handle(event, 1); !done) qFatal("%s", done.error().text().c_str());
        }
        void work() {
            for (const auto& effect : host->resume())
                if (const auto* c = std::get_if<protocol::Compute>(&effect)) {
                    Array roots{c->from};
                    for (std::uint64_t i = c->steps.first; i < c->steps.end; ++i)
                        roots.push_back(taggedHash("fake-state", {i}));
                    to(*host, Array{"computed", c->window, roots, false});
                    break;
                }
            to(*renter, Array{"peer", host->greeting().front()});
            (void)renter->handle(Array{"fetched", renter->windows().back().roots.back()}, 1);
            to(*host, Array{"peer", renter->greeting().front()});
        }
        const double windowHours;
        identity::Keys hostKeys{identity::KeySeed{{1}}}, renterKeys{identity::KeySeed{{2}}};
        std::unique_ptr<protocol::ProviderSession> host;
        std::unique_ptr<protocol::RenterSession> renter;
    };

private slots:
    void anotherPriceChangesNothingOfTheHoursWorkedBefore() {
        Earnings earnings;
        earnings.beginDay(kDay);
        Both cheap(1, 400'000), dear(2, 200'000); // the price was doubled between them
        cheap.work();
        earnings.observe(*cheap.host, kDay + kHour, Amount::credits(1));
        QCOMPARE(earnings.points().back().workHours, cheap.windowHours);
        dear.work();
        earnings.observe(*dear.host, kDay + 2 * kHour, Amount::credits(2));
        QCOMPARE(earnings.points().back().workHours, cheap.windowHours + dear.windowHours);
        cheap.work();
        earnings.observe(*cheap.host, kDay + 3 * kHour, Amount::credits(2));
        QCOMPARE(earnings.points().back().workHours, 2 * cheap.windowHours + dear.windowHours);
        // Of windows under a second the price tells that was asked when the contract was seen first.
        Both small(3, 1'000);
        earnings.observe(*small.host, kDay + 4 * kHour, Amount::credits(2));
        small.work();
        const double before = earnings.points().back().workHours;
        earnings.observe(*small.host, kDay + 5 * kHour, Amount::credits(4));
        QCOMPARE(earnings.points().back().workHours, before + kWindow * 0.001 / 2);
        earnings.beginDay(kDay + 24 * kHour);
        QCOMPARE(earnings.points().back().workHours, 0.0);
    }

    void theDayBeginsWhenItIsListed() {
        Earnings earnings;
        earnings.beginDay(kDay);
        earnings.listed(kDay + 18 * kHour);
        QCOMPARE(earnings.hostedFrom(), kDay + 18 * kHour);
        Both morning(1, 400'000); // of an earlier start of the program
        morning.work();
        earnings.observe(*morning.host, kDay + 8 * kHour, Amount::credits(1));
        QCOMPARE(earnings.hostedFrom(), kDay + 8 * kHour);
        earnings.beginDay(kDay + 24 * kHour);
        QCOMPARE(earnings.hostedFrom(), kDay + 24 * kHour);
    }
};

static const unchained::ui::RegisteredTest<EarningsTest> earningsTest("engine/earnings");
#include "earnings_test.moc"
