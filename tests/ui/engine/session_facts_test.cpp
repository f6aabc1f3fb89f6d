// SPDX-License-Identifier: Apache-2.0
#include "engine/session_facts.h"
#include "registered_test.h"

#include "engine/case_book.h"
#include "engine/hosted.h"
#include "engine/market_link.h"
#include "net/session_parameters.h"
#include "pages/case_samples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace unchained;
using namespace unchained::ui;

/// A job goes on with another host: there is one numbering of its steps.
class SessionFactsTest : public QObject {
    Q_OBJECT

    static identity::Keys keysOf(std::uint8_t seed) {
        identity::KeySeed bytes;
        bytes.bytes.fill(seed);
        return identity::Keys(bytes);
    }
    static contract::Offer offerFrom(std::uint64_t step, std::uint32_t window) {
        contract::Offer offer;
        offer.iterationsPerStep = 4;
        offer.startIteration = 4 * step;
        offer.steps = 60;
        offer.window = window;
        offer.odds = 8;
        offer.batch = 1;
        offer.price = Amount::micros(12'000);
        offer.bond = Amount::credits(9);
        return offer;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theLogNamesTheStepThatTheBannerNames() {
        const identity::Keys renter = keysOf(1), hub = keysOf(2);
        protocol::Session::Parameters parameters;
        parameters.offer = offerFrom(100, 16);
        parameters.offer.hub = hub.peer();
        parameters.contract.bytes.fill(7);
        protocol::RenterSession session(renter, parameters, {});
        Diary diary;
        QCOMPARE(diary.observe(session, "forge", 1).size(), std::size_t{1}); // accepted
        contract::CheckResult wrong;
        wrong.contract = parameters.contract;
        wrong.step = 2; // of the contract, from 0
        const cbor::Value notice(cbor::Array{"check-result", protocol::sealed(hub, wrong)});
        QVERIFY(session.handle(cbor::Array{"hub", std::uint64_t{0}, notice}, 2).ok());
        const std::vector<EventFacts> events = diary.observe(session, "forge", 2);
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events.front().text, QStringLiteral("Step 103 was computed again: wrong"));
        const ContractFacts facts = contractFacts(session, diary);
        QCOMPARE(facts.firstStep, std::uint64_t{101});
        QCOMPARE(facts.wrongStep, std::optional<std::uint64_t>(103));
    }

    void windowsAreCountedOnThoughAnotherHostHasOthers() {
        // Three windows of 16 were done, and of the fourth what is kept of it.
        QCOMPARE(firstWindowAfter(1, offerFrom(0, 16), offerFrom(48, 10)), std::uint64_t{4});
        QCOMPARE(firstWindowAfter(1, offerFrom(0, 16), offerFrom(50, 10)), std::uint64_t{5});
        QCOMPARE(firstWindowAfter(5, offerFrom(50, 10), offerFrom(50, 10)), std::uint64_t{5}); // it did nothing
    }

    void whatWasLetIsReadFromTheRecordsWithItsDeposit() {
        const QTemporaryDir folder;
        auto store = storage::PeerStore::open(folder.filePath("peer.sqlite").toStdString());
        QVERIFY(store.ok());
        const identity::Keys renter = keysOf(1);
        for (std::uint8_t number = 1; number <= 3; ++number) {
            contract::Offer offer = offerFrom(0, 16);
            offer.hub = keysOf(2).peer();
            storage::SessionRow row;
            row.contract.bytes.fill(number);
            row.role = number == 2 ? storage::Role::Renter : storage::Role::Provider;
            row.parameters = net::encodeContract({protocol::sealed(renter, offer), {}, {}, 1'000, 1});
            row.created = number;
            QVERIFY(store->addSession(row).ok());
        }
        const std::vector<Hosted> hosted = hostedIn(*store, 20);
        QCOMPARE(hosted.size(), std::size_t{2});
        QCOMPARE(hosted.front().facts.contract, QByteArray(32, 3)); // the newest
        QCOMPARE(hosted.front().facts.renter, bytesOf(renter.peer()));
        QCOMPARE(hosted.front().facts.deposit, Amount::micros(24'000));
        QCOMPARE(hosted.front().facts.askMost, Amount::micros(192'000));
        QVERIFY(hosted.front().hub == keysOf(2).peer());
        QCOMPARE(hostedIn(*store, 1).size(), std::size_t{1});
    }

    void aCaseOfAJobOfOursCountsAsTheJobDoes() {
        CaseFacts facts = samples::foundCase();
        countFrom(facts, 101);
        QCOMPARE(facts.step, std::optional<std::uint64_t>(713));
        QVERIFY(facts.rounds.front() == (CaseRoundFacts{101, 1124}));
        countFrom(facts, 101); // once
        QCOMPARE(facts.step, std::optional<std::uint64_t>(713));
        QCOMPARE(facts.steps, std::uint64_t{1024});
    }
};

static const unchained::ui::RegisteredTest<SessionFactsTest> sessionFactsTest("engine/session_facts");
#include "session_facts_test.moc"
