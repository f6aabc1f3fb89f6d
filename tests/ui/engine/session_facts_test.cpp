// SPDX-License-Identifier: Apache-2.0
#include "engine/session_facts.h"
#include "registered_test.h"

#include "engine/case_book.h"
#include "pages/case_samples.h"

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
