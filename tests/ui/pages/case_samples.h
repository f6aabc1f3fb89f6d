// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "pages/samples.h"

/// Made-up cases for tests and pictures. Everything is fixed.
namespace samples {

inline QByteArray hash(char first) {
    return QByteArray(1, first) + QByteArray(31, '\x5c');
}

/// Okapi, which is us, disputes a run of 1,024 steps of Hashfield, and is right.
inline CaseFacts foundCase() {
    CaseFacts c;
    c.market = commons();
    c.id = hash('\x31');
    c.contract = hash('\x7f');
    c.opener = c.me = c.renter = peer('\x31');
    c.against = peer('\x22');
    c.openerName = QStringLiteral("okapi-nlp");
    c.againstName = QStringLiteral("Hashfield");
    c.number = 31;
    c.level = CaseLevelFact::Ended;
    c.outcome = QStringLiteral("host-wrong");
    c.opened = kNow - 26 * 60 * kMinute;
    c.ended = kNow - 25 * 60 * kMinute;
    c.asked = Amount::micros(92'160'000);
    c.steps = 1024;
    const std::uint64_t ranges[][2] = {{1, 1024},  {513, 1024}, {513, 768}, {513, 640}, {577, 640},
                                       {609, 640}, {609, 624},  {609, 616}, {613, 616}, {613, 614}};
    for (const auto& range : ranges)
        c.rounds.push_back({range[0], range[1]});
    c.step = 613;
    c.stepRight = false;
    c.engine = QStringLiteral("scalar");
    c.tensor = QStringLiteral("layers.0.weight");
    c.differing = 7168;
    c.values = 401'920;
    const qint64 then = c.opened;
    c.evidence = {{hash('\x47'), QStringLiteral("contract"), {}, c.opener, QStringLiteral("signed"), 1200, then},
                  {hash('\xfd'), QStringLiteral("opening"), {}, c.opener, QStringLiteral("matches"), 0, then},
                  {hash('\x1c'), QStringLiteral("check"), QStringLiteral("scalar"), peer('\x44'),
                   QStringLiteral("differs"), 0, then},
                  {hash('\xfa'), QStringLiteral("statement"),
                   QStringLiteral("Card ran at 94 °C, memory errors in the log"), c.against,
                   QStringLiteral("not-checkable"), 48, then}};
    c.messages = {
        {false, true, QStringLiteral("The card was hot. I have taken it out of the machine."), then + kMinute},
        {true, true, QStringLiteral("Thank you for saying so. The bond has paid for the run."), then + 3 * kMinute}};
    return c;
}

inline CaseFacts narrowingCase() {
    CaseFacts c = foundCase();
    c.id = hash('\x32');
    c.number = 32;
    c.level = CaseLevelFact::Machine;
    c.outcome.clear();
    c.byDefault = QStringLiteral("host-silent");
    c.until = kNow + 21 * 60 * kMinute + 14 * kMinute;
    c.opened = kNow - 2 * kMinute;
    c.ended = 0;
    c.rounds.resize(6);
    c.step.reset();
    c.stepRight.reset();
    c.engine.clear();
    c.values = c.differing = 0;
    c.waitsForHost = true;
    c.evidence.resize(1);
    c.messages.clear();
    c.deposit = Amount::micros(180'000);
    return c;
}

/// We are the host; the renter complains and has offered a settlement.
inline CaseFacts complaint() {
    CaseFacts c = narrowingCase();
    c.id = hash('\x33');
    c.number = 33;
    c.me = c.against;
    c.ofResult = false;
    c.level = CaseLevelFact::Settlement;
    c.byDefault = QStringLiteral("dismissed");
    c.text = QStringLiteral("The machine was away for an hour in the middle of the run, and my deadline is gone.");
    c.waitsForHost = false;
    c.rounds.clear();
    c.asked = Amount::micros(12'000'000);
    c.theirOffer = Amount::micros(9'000'000);
    c.myOffer = Amount::micros(3'000'000);
    c.theirOfferUntil = kNow + 20 * 60 * kMinute;
    c.arbiter = peer('\x66');
    c.arbiterName = QStringLiteral("Torino Lab");
    c.messages = foundCase().messages;
    return c;
}

/// We are the arbiter.
inline CaseFacts rulingCase() {
    CaseFacts c = complaint();
    c.id = hash('\x34');
    c.number = 34;
    c.me = c.arbiter;
    c.level = CaseLevelFact::Arbiter;
    c.theirOffer.reset();
    c.myOffer.reset();
    return c;
}

inline std::vector<CaseFacts> cases() {
    return {narrowingCase(), complaint(), foundCase()};
}

} // namespace samples
