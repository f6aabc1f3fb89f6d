// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/dispute.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

TEST_CASE("a settlement moves its signers' free credits alone, at once and at any time") {
    Dispute d(longRun(), 612);
    const std::int64_t bond = d.bond(), hostHas = d.has(d.w.hostKeys);
    const auto id = d.mustOpen(d.opening(0, 1024), d.other);
    REQUIRE(d.hostShows(id).ok());
    const TimeMs expires = d.w.now + 10'000;
    CHECK(d.settle(id, d.third, 700, expires).error().is(ProtocolError::NotAParty));
    CHECK(d.settle(id, d.other, 700, d.w.now).error().is(ProtocolError::Expired));
    CHECK(d.settle(id, d.other, -1, expires).error().is(ProtocolError::BadShape));
    REQUIRE(d.settle(id, d.other, 700, expires).ok());
    REQUIRE(d.settle(id, d.w.hostKeys, 650, expires).ok()); // another one: a counter-proposal
    CHECK(d.view(id).outcome.empty());
    CHECK(d.view(id).offers.size() == 2);
    REQUIRE(d.settle(id, d.w.hostKeys, 700, expires).ok());
    CHECK(d.view(id).outcome == "settled");
    CHECK(d.has(d.other) == kMoney + 700);
    CHECK(d.has(d.w.hostKeys) == hostHas - 700);
    CHECK(d.bond() == bond);
    CHECK(d.settle(id, d.other, 800, expires).error().is(ProtocolError::WrongPhase));
    CHECK(d.settle(id, d.other, 700, expires).ok()); // again: the same answer, and nothing moves
    CHECK(d.has(d.other) == kMoney + 700);
    CHECK(d.settle(id, d.w.hostKeys, 100'000'000'000, expires).error().is(ProtocolError::WrongPhase));
    d.checkAll();
}

TEST_CASE("a settlement of more than is free is refused, and the proposal stands") {
    Dispute d(longRun(), 612);
    const auto id = d.mustOpen(d.opening(0, 1024), d.other);
    const std::int64_t tooMuch = d.has(d.w.hostKeys) + 1;
    REQUIRE(d.settle(id, d.other, tooMuch, d.w.now + 1000).ok());
    CHECK(d.settle(id, d.w.hostKeys, tooMuch, d.w.now + 1000).error().is(ProtocolError::TooLittleCredit));
    CHECK(d.view(id).outcome.empty());
    d.checkAll();
}

TEST_CASE(
    "a settlement cannot stop a check that was asked for: what bettors and checkers are owed still burns or pays") {
    Dispute d(longRun(), 612);
    const std::int64_t bond = d.bond(), burned = d.w.burned(), renterHas = d.has(d.w.renterKeys);
    const auto id = d.mustOpen(d.opening(612, 613), d.other);
    REQUIRE(d.view(id).checking);
    REQUIRE(d.settle(id, d.other, 900, d.w.now + 1000).ok());
    REQUIRE(d.settle(id, d.w.hostKeys, 900, d.w.now + 1000).ok()); // the caught host pays for silence
    CHECK(d.view(id).settled);
    CHECK(d.view(id).outcome.empty());
    CHECK(d.has(d.other) == kMoney + 900);
    d.checkAll();
    d.pump(); // and the step is run again all the same
    CHECK(d.view(id).outcome == "host-wrong");
    CHECK(d.bond() == 0);
    CHECK(d.has(d.w.renterKeys) - renterHas + d.w.burned() - burned == bond);
    CHECK(d.w.burned() > burned);
    d.checkAll();
}

TEST_CASE("what two settle between them keeps nobody else from disputing the same run") {
    Dispute d(longRun(), 612);
    const auto first = d.mustOpen(d.opening(0, 1024), d.other);
    REQUIRE(d.settle(first, d.other, 900, d.w.now + 1000).ok());
    REQUIRE(d.settle(first, d.w.hostKeys, 900, d.w.now + 1000).ok());
    CHECK(d.view(first).outcome == "settled");
    const auto second = d.mustOpen(d.opening(0, 1024), d.third);
    d.narrow(second, d.third);
    d.pump();
    CHECK(d.view(second).outcome == "host-wrong");
    CHECK(d.bond() == 0);
    d.checkAll();
}

TEST_CASE("a complaint without an arbiter ends by itself: nothing moves, and the bond comes free") {
    Dispute d(longRun());
    const std::int64_t bond = d.bond(), hostHas = d.has(d.w.hostKeys), renterHas = d.has(d.w.renterKeys);
    const auto id = d.mustOpen(complaint(d, 5000), d.w.renterKeys);
    CHECK(d.view(id).level == "settlement");
    CHECK(d.view(id).byDefault == "dismissed");
    CHECK(d.open(complaint(d, 5001), d.w.renterKeys).error().is(ProtocolError::Contradiction)); // once a contract
    CHECK(d.open(complaint(d, 5000), d.other).error().is(ProtocolError::NotAParty));
    d.wait(9'999);
    CHECK(d.view(id).outcome.empty());
    d.wait(1);
    CHECK(d.view(id).outcome == "dismissed");
    d.wait(60'000);
    CHECK(d.bond() == 0);
    CHECK(d.has(d.w.hostKeys) == hostHas + bond);
    CHECK(d.has(d.w.renterKeys) == renterHas);
    d.checkAll();
}

TEST_CASE("the arbiter that the offer names rules on what no machine can, from the bond and within what was asked") {
    Dispute d(longRun(), {}, {keysOf(9).peer(), keysOf(6).peer()});
    const std::int64_t bond = d.bond(), renterHas = d.has(d.w.renterKeys);
    const auto id = d.mustOpen(complaint(d, 5000), d.w.renterKeys);
    const auto rule = [&](const identity::Keys& who, std::int64_t toOpener) {
        const contract::Ruling v{d.w.hubKeys.peer(), id, Amount::micros(toOpener), "an hour of thirty"};
        return d.w.hubDo({who.peer(), cbor::Array{"case-rule", sealed(who, v)}});
    };
    CHECK(rule(d.arbiter, 100).error().is(ProtocolError::WrongPhase)); // the two come first
    d.wait(10'000);
    CHECK(d.view(id).level == "arbiter");
    CHECK(rule(keysOf(9), 100).error().is(ProtocolError::NotAParty)); // the last of the ladder alone
    CHECK(rule(d.w.hubKeys, 100).error().is(ProtocolError::NotAParty));
    CHECK(rule(d.arbiter, 5001).error().is(ProtocolError::BadShape));
    REQUIRE(rule(d.arbiter, 4000).ok());
    CHECK(d.view(id).outcome == "ruled");
    CHECK(d.has(d.w.renterKeys) == renterHas + 4000);
    CHECK(d.has(d.arbiter) == 2 * kPrice); // of the one who lost
    CHECK(d.bond() == bond - 4000 - 2 * kPrice);
    d.checkAll();
}

TEST_CASE("an arbiter that never rules leaves everything as it was, and no case stays open for ever") {
    Dispute d(longRun(), {}, {keysOf(6).peer()});
    const std::int64_t bond = d.bond(), renterHas = d.has(d.w.renterKeys);
    const auto id = d.mustOpen(complaint(d, 5000), d.w.renterKeys);
    d.wait(10'000);
    d.wait(60'000);
    CHECK(d.view(id).outcome == "dismissed");
    d.wait(1);
    CHECK(d.bond() == 0);
    CHECK(d.has(d.w.renterKeys) == renterHas);
    CHECK(bond > 0);
    d.checkAll();
}

TEST_CASE("a ruling waits for a disputed step: it takes nothing that a wrong one would pay to others") {
    Dispute d(longRun(), 612, {keysOf(6).peer()});
    const auto id = d.mustOpen(complaint(d, 5000), d.w.renterKeys);
    const auto result = d.mustOpen(d.opening(0, 1024), d.other);
    d.wait(10'000);
    const contract::Ruling v{d.w.hubKeys.peer(), id, Amount::micros(5000), ""};
    const std::int64_t bond = d.bond();
    REQUIRE(d.w.hubDo({d.arbiter.peer(), cbor::Array{"case-rule", sealed(d.arbiter, v)}}).ok());
    CHECK(d.bond() == bond);
    CHECK(d.view(id).outcome.empty());
    d.narrow(result, d.other);
    d.pump();
    CHECK(d.view(result).outcome == "host-wrong");
    CHECK(d.view(id).outcome == "ruled");
    CHECK(d.view(id).toOpener.isZero()); // nothing was left for it
    d.checkAll();
}

TEST_CASE("evidence is named by its hash, is its party's, and says how far it can be checked") {
    Dispute d(longRun());
    const auto id = d.mustOpen(complaint(d, 5000), d.w.renterKeys);
    const auto put = [&](const identity::Keys& who, const std::string& kind, Bytes content) {
        const contract::CaseEvidence v{id, kind, "what happened", std::move(content)};
        return d.w.hubDo({who.peer(), cbor::Array{"case-evidence", sealed(who, v)}});
    };
    const std::string words = "Card ran at 94 C";
    const Bytes statement(words.begin(), words.end());
    CHECK(put(d.other, "statement", statement).error().is(ProtocolError::NotAParty));
    REQUIRE(put(d.w.hostKeys, "statement", statement).ok());
    REQUIRE(put(d.w.hostKeys, "statement", statement).ok()); // once
    REQUIRE(put(d.w.renterKeys, "signed", sealed(d.w.hostKeys, contract::Leave{id, 3})).ok());
    CHECK(put(d.w.renterKeys, "signed", statement).error().is(ProtocolError::BadProof));
    CHECK(put(d.w.renterKeys, "gossip", statement).error().is(ProtocolError::BadShape));
    CHECK(put(d.w.renterKeys, "file", Bytes(contract::kEvidenceMax + 1)).error().is(ProtocolError::BadShape));
    const CaseView v = d.view(id);
    REQUIRE(v.evidence.size() == 3); // with the contract
    CHECK(v.evidence[1].standing == "not-checkable");
    CHECK(v.evidence[1].hash == sha256(statement));
    CHECK(v.evidence[2].standing == "signed");
    const auto item = d.w.hub->ask(d.w.renterKeys.peer(), cbor::Array{"case-content", id, sha256(statement)}, 0);
    REQUIRE(item.ok());
    CHECK(openSigned<contract::CaseEvidence>(*(*item->asArray())[0].asBytes())->value.content == statement);
    CHECK_FALSE(d.w.hub->ask(d.other.peer(), cbor::Array{"case-content", id, sha256(statement)}, 0).ok());
    CHECK_FALSE(d.w.hub->ask(d.other.peer(), cbor::Array{"case", id}, 0).ok());
    for (std::size_t i = 1; i < contract::kEvidenceItemsMax; ++i)
        REQUIRE(put(d.w.hostKeys, "file", Bytes(i, 1)).ok());
    CHECK(put(d.w.hostKeys, "file", Bytes(100, 2)).error().is(ProtocolError::BadShape)); // enough
    d.checkAll();
}

// ---- messages and blame

TEST_CASE("the hub carries messages between renter and host, once each, and for nobody else") {
    Dispute d(longRun());
    const Bytes sealedWords(40, 9);
    const auto say = [&](const identity::Keys& from, const PeerId& to, const Bytes& words) {
        return d.w.hubDo({from.peer(), cbor::Array{"message", d.w.params.contract, to, words}});
    };
    REQUIRE(say(d.w.renterKeys, d.w.hostKeys.peer(), sealedWords).ok());
    REQUIRE(say(d.w.renterKeys, d.w.hostKeys.peer(), sealedWords).ok()); // its answer was lost
    REQUIRE(say(d.w.hostKeys, d.w.renterKeys.peer(), sealedWords).ok());
    CHECK(say(d.other, d.w.hostKeys.peer(), sealedWords).error().is(ProtocolError::NotAParty));
    CHECK(say(d.w.renterKeys, d.other.peer(), sealedWords).error().is(ProtocolError::NotAParty));
    CHECK(
        say(d.w.renterKeys, d.w.hostKeys.peer(), Bytes(contract::kMessageMax + 1)).error().is(ProtocolError::BadShape));
    const auto heard = [&](const PeerId& who, std::uint64_t after) {
        return d.w.hub->ask(who, cbor::Array{"messages", d.w.params.contract, after}, 0)->asArray()->size();
    };
    CHECK(heard(d.w.hostKeys.peer(), 0) == 2);
    CHECK(heard(d.w.renterKeys.peer(), 1) == 1);
    CHECK(heard(d.other.peer(), 0) == 0);
    d.checkAll();
}

namespace {
std::optional<contract::Blame> blameOf(const World& w) {
    const auto list = w.hub->ask(w.renterKeys.peer(), cbor::Array{"notices", w.params.contract, 0}, w.now);
    std::optional<contract::Blame> out;
    for (const auto& notice : *list->asArray())
        if (*(*notice.asArray())[0].asText() == "blame")
            out = openSigned<contract::Blame>(*(*notice.asArray())[1].asBytes())->value;
    return out;
}
} // namespace

TEST_CASE("an interrupted rental says who stopped answering first, and only proof counts against the host") {
    SUBCASE("nobody, where it is complete") {
        World w{Setup{}};
        w.begin();
        w.run();
        CHECK_FALSE(blameOf(w));
    }
    SUBCASE("the renter that gave no receipt") {
        World w{Setup{}};
        w.begin();
        w.run([&] { return w.renter->receipted() == 4; });
        w.renterSilent = true;
        w.run();
        const auto blame = blameOf(w);
        REQUIRE(blame);
        CHECK(blame->first == "renter");
        CHECK_FALSE(blame->proven);
        CHECK(blame->renterHeard < blame->providerHeard);
    }
    SUBCASE("the host that opened nothing") {
        World w{Setup{}};
        w.begin();
        w.run([&] { return w.renter->receipted() == 4; });
        w.providerSilent = true;
        w.run();
        const auto blame = blameOf(w);
        REQUIRE(blame);
        CHECK(blame->first == "provider");
        CHECK_FALSE(blame->proven);
    }
    SUBCASE("the host whose step was wrong: proven, and in its record") {
        Setup s;
        s.batch = 1;
        World w{s};
        w.fakes = [](std::uint64_t) { return true; };
        w.begin();
        w.run();
        const auto blame = blameOf(w);
        REQUIRE(blame);
        CHECK(blame->first == "provider");
        CHECK(blame->proven);
    }
}
