// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/dispute.h"
#include "protocol/bets_view.h"
#include "protocol/case_record.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

namespace {

/// As a stranger asks for it.
CaseRecord recordOf(const Dispute& d) {
    const auto answer = d.w.hub->ask(d.third.peer(), cbor::Array{"case-record", d.w.hostKeys.peer()}, d.w.now);
    REQUIRE(answer.ok());
    return *readView<CaseRecord>(*answer);
}

} // namespace

TEST_CASE("a forged run of 1,024 steps is narrowed to its false step in ten rounds, run again, and the bond answers") {
    Dispute d(longRun(), 612);
    const std::int64_t paid = d.w.renter->paid().micro(), renterHas = d.has(d.w.renterKeys), bond = d.bond();
    const auto id = d.mustOpen(d.opening(0, 1024), d.other);
    CHECK(d.has(d.other) == kMoney - kDeposit);
    while (d.view(id).waitsForHost) {
        REQUIRE(d.hostShows(id).ok());
        d.w.restartHub(); // between any two messages
        REQUIRE(d.openerSays(id, d.other).ok());
        d.w.restartHub();
    }
    CHECK(d.view(id).rounds.size() == 10);
    CHECK(d.view(id).step == 612);
    CHECK(d.view(id).checking);
    d.pump(); // the hub's worker
    const CaseView v = d.view(id);
    CHECK(v.outcome == "host-wrong");
    CHECK(v.computed == d.roots[613]);
    CHECK(v.engine == "scalar");     // decides truth
    CHECK(d.has(d.other) == kMoney); // what it cost comes back
    CHECK(d.has(d.w.renterKeys) >= renterHas + paid);
    CHECK(d.bond() == 0);
    CHECK(d.w.burned() >= bond - paid - d.w.fees());
    d.checkAll();
    CHECK(d.w.hub->ask(d.w.renterKeys.peer(), cbor::Array{"listings"}, 0)->asArray()->size() == 1);
}

TEST_CASE("a dispute over a tile begins at Y[0], and none is over more than one") {
    for (const bool forged : {true, false}) {
        CAPTURE(forged);
        Setup s = longRun();
        s.tiles = true;
        Dispute d(s, forged ? std::optional<std::uint64_t>(612) : std::nullopt);
        CHECK(d.open(d.opening(0, 1024), d.other).error().is(ProtocolError::BadShape));
        auto opening = d.opening(612, 613);
        const Hash256 seed = lottery::stepSeed(d.w.renter->seeds().at(lottery::windowOf(612, s.window)), 612);
        opening.root = forged ? d.w.step(d.w.params.offer.initialRoot, seed) : taggedHash("lie", {1});
        const std::int64_t bond = d.bond();
        const auto id = d.mustOpen(opening, d.other);
        d.pump();
        CHECK(d.view(id).outcome == (forged ? "host-wrong" : "false-alarm"));
        CHECK(d.bond() == (forged ? 0 : bond));
        d.checkAll();
    }
}

TEST_CASE(
    "one who names the first false step by itself needs no round; the host's record in cases shows it to anybody") {
    Dispute d(longRun(), 612);
    CHECK(recordOf(d) == CaseRecord{});
    const auto id = d.mustOpen(d.opening(612, 613), d.w.renterKeys);
    CHECK(d.view(id).rounds.empty());
    CHECK(recordOf(d).open == 1);
    d.pump();
    CHECK(d.view(id).outcome == "host-wrong");
    CHECK(recordOf(d).open == 0);
    CHECK(recordOf(d).wrong == 1);
    CHECK(recordOf(d).all() == 1);
    d.checkAll();
}

TEST_CASE("a tile that is disputed is run again from Y[0]: the bond answers for a false one, and for no honest one") {
    for (const bool forged : {true, false}) {
        Setup s = longRun();
        s.tiles = true;
        Dispute d(s, forged ? std::optional<std::uint64_t>(612) : std::nullopt);
        const std::int64_t bond = d.bond();
        auto opening = d.opening(612, 613);
        if (!forged) opening.root = taggedHash("lie", {1});
        const auto id = d.mustOpen(opening, d.other);
        d.pump();
        CHECK(d.view(id).outcome == (forged ? "host-wrong" : "false-alarm"));
        CHECK(d.bond() == (forged ? 0 : bond));
        d.checkAll();
    }
}

TEST_CASE("a liar who disputes an honest run loses the deposit, to the host that answered and the hub that checked") {
    // Whatever the false root is, and however it answers: bandwidth grief by opening steps is paid for by who does it.
    for (const int how : {0, 1, 2}) {
        Dispute d(longRun());
        auto opening = d.opening(0, 1024);
        opening.root = taggedHash("lie", {how});
        const std::int64_t hostHas = d.has(d.w.hostKeys), fees = d.w.fees(), bond = d.bond();
        const auto id = d.mustOpen(opening, d.other);
        while (d.view(id).waitsForHost) {
            REQUIRE(d.hostShows(id).ok());
            std::optional<Hash256> lie;
            if (how == 1 || (how == 2 && d.view(id).rounds.size() % 2 == 0)) lie = taggedHash("lie", {d.w.now});
            REQUIRE(d.openerSays(id, d.other, lie).ok());
        }
        CHECK(d.view(id).rounds.size() <= 10);
        d.pump();
        CHECK(d.view(id).outcome == "false-alarm");
        CHECK(recordOf(d).falseAlarms == 1);
        CHECK(d.has(d.other) == kMoney - kDeposit);
        CHECK(d.has(d.w.hostKeys) == hostHas + 2 * kPrice);
        CHECK(d.w.fees() == fees + kFee);
        CHECK(d.bond() == bond);
        d.checkAll();
    }
}

TEST_CASE("a host that refuses to open, or is kept from it, enriches nobody: the renter is whole and the rest burns") {
    for (std::size_t silentIn = 1; silentIn <= 10; silentIn += 3) {
        Dispute d(longRun(), 612);
        const std::int64_t paid = d.w.renter->paid().micro(), renterHas = d.has(d.w.renterKeys);
        const std::int64_t bond = d.bond(), burned = d.w.burned();
        const auto id = d.mustOpen(d.opening(0, 1024), d.other);
        while (d.view(id).rounds.size() < silentIn) {
            REQUIRE(d.hostShows(id).ok());
            REQUIRE(d.openerSays(id, d.other).ok());
        }
        REQUIRE(d.openerSays(id, d.other).ok());
        d.wait(59'999); // "I never received it" is nothing that the opener can say: the hub asks, and waits
        CHECK(d.view(id).outcome.empty());
        d.wait(1);
        CHECK(d.view(id).outcome == "host-silent");
        CHECK(d.has(d.other) == kMoney); // a denial of service on the host earns not a micro-credit
        const std::int64_t refunded = d.has(d.w.renterKeys) - renterHas;
        CHECK(refunded >= paid);
        CHECK(d.w.burned() - burned == bond - refunded);
        CHECK(d.w.burned() > burned);
        d.checkAll();
    }
}

TEST_CASE("whoever opens a case and falls silent loses the deposit, which burns, and the host is free again") {
    Dispute d(longRun());
    auto opening = d.opening(0, 1024);
    opening.root = taggedHash("lie", {1});
    const std::int64_t bond = d.bond(), burned = d.w.burned(), hostHas = d.has(d.w.hostKeys);
    const auto id = d.mustOpen(opening, d.other);
    REQUIRE(d.hostShows(id).ok());
    d.wait(45'000); // past the bond's own period: it stays locked while the case is open
    CHECK(d.bond() == bond);
    d.wait(15'000);
    CHECK(d.view(id).outcome == "opener-silent");
    CHECK(d.w.burned() == burned + kDeposit);
    d.wait(1);
    CHECK(d.bond() == 0);
    CHECK(d.has(d.w.hostKeys) == hostHas + bond);
    CHECK(d.open(d.opening(0, 1024), d.third).error().is(ProtocolError::WrongPhase)); // nothing is locked any more
    d.checkAll();
}

TEST_CASE("stalling each round a little locks the bond for one opening period and no longer") {
    Dispute d(longRun());
    auto opening = d.opening(0, 1024);
    opening.root = taggedHash("lie", {1});
    const auto id = d.mustOpen(opening, d.other);
    const TimeMs began = d.w.now;
    while (d.view(id).outcome.empty() && d.view(id).waitsForHost) {
        REQUIRE(d.hostShows(id).ok());
        d.wait(25'000);
        if (d.view(id).outcome.empty()) (void)d.openerSays(id, d.other);
    }
    CHECK(d.view(id).outcome == "opener-silent");
    CHECK(d.w.now - began <= 75'000);
    d.checkAll();
}

TEST_CASE(
    "whoever disputes a step and does not supply its opening loses, not the host that may have dropped the state") {
    Dispute d(longRun());
    d.w.noOpenings = true;
    auto opening = d.opening(100, 101);
    opening.root = taggedHash("lie", {1});
    const std::int64_t bond = d.bond();
    const auto id = d.mustOpen(opening, d.other);
    d.pump();
    d.wait(59'999);
    CHECK(d.view(id).outcome.empty());
    d.wait(1);
    CHECK(d.view(id).outcome == "opener-silent");
    CHECK(d.bond() == bond);
    d.checkAll();
}

TEST_CASE("in a round the host can show what it has committed to and nothing else") {
    Dispute d(longRun(), 612);
    const auto id = d.mustOpen(d.opening(0, 1024), d.other);
    const auto show = [&](const Bytes& proof, std::uint64_t round) {
        return d.w.hubDo({d.w.hostKeys.peer(), cbor::Array{"case-step", id, round, proof}});
    };
    CHECK(show(d.proof(510), 1).error().is(ProtocolError::BadProof)); // another step
    CHECK(show(d.proof(511), 2).error().is(ProtocolError::WrongPhase));
    const Bytes good = d.proof(511);
    for (std::size_t at = 0; at < good.size(); at += 97) {
        Bytes forged = good;
        forged[at] ^= 1;
        CHECK_FALSE(show(forged, 1).ok());
    }
    CHECK(show(good, 1).ok());
    CHECK(d.openerSays(id, d.third).error().is(ProtocolError::NotAParty));
    CHECK(d.openerSays(id, d.other).ok());
    d.checkAll();
}

TEST_CASE("where two dispute the same run the first verdict answers for both, and the other deposit comes back") {
    Dispute d(longRun(), 612);
    const auto first = d.mustOpen(d.opening(0, 1024), d.other);
    const auto second = d.mustOpen(d.opening(512, 1024), d.third);
    d.narrow(second, d.third);
    d.pump();
    CHECK(d.view(second).outcome == "host-wrong");
    CHECK(d.view(second).rounds.size() == 9);
    CHECK(d.view(first).outcome == "moot");
    CHECK(d.has(d.other) == kMoney);
    CHECK(d.has(d.third) == kMoney);
    d.checkAll();
}

TEST_CASE("data that nobody has leaves a case undecided, and nobody pays") {
    Dispute d(longRun(), 612);
    d.w.dataMissing = true;
    const std::int64_t bond = d.bond();
    const auto id = d.mustOpen(d.opening(612, 613), d.other);
    d.pump();
    CHECK(d.view(id).outcome == "not-decided");
    CHECK(d.has(d.other) == kMoney);
    CHECK(d.bond() == bond);
    d.checkAll();
}

TEST_CASE("a case needs a range, a difference, a party and a deposit") {
    Dispute d(longRun(), 612);
    auto v = d.opening(0, 1024);
    v.root = d.w.provider->windows().back().roots.back();
    CHECK(d.open(v, d.other).error().is(ProtocolError::BadShape)); // the host's own root
    CHECK(d.open(d.opening(5, 5), d.other).error().is(ProtocolError::BadShape));
    CHECK(d.open(d.opening(0, 1024), d.w.hostKeys).error().is(ProtocolError::BadShape)); // against itself
    CHECK(d.open(d.opening(0, 1024), keysOf(8)).error().is(ProtocolError::TooLittleCredit));
    v = d.opening(0, 1024);
    v.hub = d.other.peer();
    CHECK(d.open(v, d.other).error().is(ProtocolError::WrongHub));
    v = d.opening(0, 1000);
    v.last = 1024; // the proof shows another state
    const auto other = d.w.hubDo({d.other.peer(), cbor::Array{"case-open", sealed(d.other, v), Bytes{}, d.proof(999),
                                                              d.w.renter->seeds().at(63)}});
    CHECK(other.error().is(ProtocolError::BadProof));
    const auto id = d.mustOpen(d.opening(0, 1024), d.other);
    CHECK(d.mustOpen(d.opening(0, 1024), d.other) == id); // the same command again is the same case
    CHECK(d.open(d.opening(0, 1023), d.other).error().is(ProtocolError::Contradiction)); // one at a time
    d.checkAll();
}

TEST_CASE("a second commitment that comes up in a case ends the contract by itself") {
    Dispute d(longRun(), 612);
    const auto id = d.mustOpen(d.opening(0, 1024), d.other);
    auto shown = d.w.provider->shown(511);
    auto commit = openSigned<contract::Commit>(shown->commit)->value;
    const auto receipt = openSigned<contract::Receipt>(shown->receipt)->value;
    // The renter's friend the host shows a window that it committed to twice; the hub has seen the other one.
    REQUIRE(d.hostShows(id).ok());
    commit.secretHash.bytes[0] ^= 1;
    const Bytes payload = contract::encodeStructure(commit);
    shown->commit = identity::seal(d.w.hostKeys, payload);
    shown->receipt =
        sealed(d.w.renterKeys, contract::Receipt{receipt.contract, receipt.window, receipt.root, sha256(payload)});
    contract::FieldWriter writer;
    shown->fields(writer);
    (void)d.w.hubDo(
        {d.w.hostKeys.peer(), cbor::Array{"case-step", id, 1, cbor::encode(cbor::Value(std::move(writer.out)))}});
    d.checkAll();
}
