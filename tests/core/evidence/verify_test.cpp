// SPDX-License-Identifier: Apache-2.0
#include "forgery.h"

#include <algorithm>
#include <set>

using namespace unchained;
using namespace unchained::evidence;
using namespace unchained::evidence::test;

namespace {

/// Of the fields of a record one in so many is tried; the environment may ask for all of them (1), or for fewer.
std::size_t usualStride() {
    const char* wanted = std::getenv("UNCHAINED_TEST_STRIDE");
    return wanted ? std::max<std::size_t>(1, std::strtoul(wanted, nullptr, 10)) : 12;
}

/// Every field of every structure, altered, with everything outside it signed again by who has the renter's key.
void alterEverything(const std::string& kind, const Evidence& evidence, std::size_t stride) {
    CAPTURE(kind);
    const auto payload = cbor::decode(contract::encodeStructure(evidence));
    REQUIRE(payload.ok());
    const auto paths = fieldsOf(*payload);
    std::size_t tried = 0;
    for (std::size_t i = 0; i < paths.size(); i += stride) {
        for (const Resign resign : {Resign::Nobody, Resign::RentersOwn, Resign::All}) {
            const unsigned how = static_cast<unsigned>(i) + static_cast<unsigned>(resign);
            const Value forged = altered(*payload, paths[i], 0, how, resign);
            const auto opened = openEvidence(identity::seal(renterKeys(), cbor::encode(forged)));
            ++tried;
            const bool found = !opened.ok() || !verifyEvidence(*opened).empty();
            const int who = static_cast<int>(resign);
            CHECK_MESSAGE(found, kind, " ", said(paths[i]), " signed again: ", who);
        }
    }
    MESSAGE(kind, ": ", tried, " forgeries");
}

} // namespace

TEST_CASE("nothing is found in what honest renters keep, however a rental ends") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        Setup s;
        s.seed = seed;
        for (const auto& kept : allKinds(s)) {
            CAPTURE(kept.first);
            CHECK(textOf(findingsOf(kept.second)) == "");
        }
        CHECK(textOf(findingsOf(movedJob(s))) == "");
    }
    for (const auto& kept : allKinds(small())) {
        CAPTURE(kept.first);
        CHECK(textOf(findingsOf(kept.second)) == "");
    }
}

TEST_CASE("nothing is found where the hub's beacon draws, either, and a round that was changed is") {
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        Setup s;
        s.seed = seed;
        s.draw = contract::kDrawBeacon;
        s.beaconRounds = 16;
        for (const auto& kept : allKinds(s)) {
            CAPTURE(kept.first);
            CHECK(textOf(findingsOf(kept.second)) == "");
        }
    }
    Setup s = small();
    s.draw = contract::kDrawBeacon;
    for (auto& each : allKinds(s)) {
        CAPTURE(each.first);
        auto& evidence = each.second;
        CHECK(textOf(findingsOf(evidence)) == "");
        auto& notices = evidence.contracts.front().notices;
        const auto round = std::find_if(notices.begin(), notices.end(),
                                        [](const cbor::Value& notice) { return commandIs(notice, "round"); });
        if (round == notices.end()) continue;
        cbor::Array fields = *round->asArray();
        Bytes value = *fields[3].asBytes();
        value[5] ^= 4;
        fields[3] = cbor::Value(value);
        *round = cbor::Value(fields);
        CHECK(textOf(findingsOf(evidence)).find("not of the chain") != std::string::npos);
    }
}

TEST_CASE("nothing is found where the hub checks more than the draw says") {
    for (const std::int64_t fee : {0, 50}) {
        Setup s;
        s.atStake = 1'000'000;
        s.bond = 20'000'000;
        s.checkFee = fee;
        Kinds kinds(s);
        addChecked(kinds);
        addFees(kinds);
        std::size_t more = 0;
        for (const auto& kept : kinds.out) {
            CAPTURE(kept.first);
            CHECK(textOf(findingsOf(kept.second)) == "");
            std::size_t checks = 0, batches = 0;
            for (const auto& notice : kept.second.contracts.front().notices) {
                checks += commandIs(notice, "check-result") ? 1 : 0;
                batches += commandIs(notice, "batch-closed") ? 1 : 0;
            }
            more += checks > batches ? 1 : 0;
        }
        CHECK(more > 2);
    }
}

TEST_CASE("how a contract ended is said in words, from what its record shows") {
    std::map<std::string, std::string> said;
    for (const auto& [kind, evidence] : allKinds(small()))
        said[kind] = endingsOf(evidence).at(0).shown.str();
    CHECK(said["honest: complete"] == "all 12 steps were made");
    CHECK(said["faking: caught"].rfind("step ", 0) == 0);
    CHECK(said["faking: caught"].find(" recomputed gives ") != std::string::npos);
    CHECK(said["wrong engine: engine-fault"].rfind("the host's engine hot computes step ", 0) == 0);
    CHECK(said["failing: failed-step"] == "step 6 came to a NaN or an infinity");
    CHECK(said["failing at the very end: failed-step"] == "step 11 came to a NaN or an infinity");
    CHECK(said["feigned failure: caught"].find(", the host committed to a failure") != std::string::npos);
    CHECK(said["unlisted: caught"] == "the wins that the host listed for window 1 are not the draw");
    CHECK(said["abandoned: abandoned"] == "nobody did anything for 30 days");
    CHECK(said["leaving: left"].rfind("it was left after ", 0) == 0);
    CHECK(said["nothing opened: provider-silent"].rfind("the host did not open step ", 0) == 0);
    CHECK(said["host silent: provider-silent"] == "the host did not open its last window");
    CHECK(said["renter silent: renter-silent"] == "the renter gave no receipt for window 1");
    CHECK(said["second commitment: caught"] == "the host signed two different commitments for window 1");
    CHECK(said["second commitment through the hub: caught"] ==
          "the host signed two different commitments for window 1");
    CHECK(said["last window left out: caught"] ==
          "the host closed at window 0 and left window 2 out, which was receipted");
    CHECK(said["win left out at the end, renter silent: caught"] ==
          "the wins that the host listed for window 3 are not the draw");
    CHECK(said["two receipts: renter-fault"] == "the renter signed two different receipts for window 1");
}

TEST_CASE("lost messages and crashes leave no trace that would accuse anybody") {
    std::size_t accounted = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Setup s;
        s.seed = seed;
        s.loss = 0.05 + 0.01 * static_cast<double>(seed % 20);
        s.crash = 0.02;
        Rental w(s);
        w.begin();
        w.run(nullptr, 100'000'000);
        REQUIRE(w.renter->done());
        // Where the hub closed for good before a Close or a claim reached it, a win is truly unclaimed.
        const bool refused = std::any_of(w.refusals.begin(), w.refusals.end(), [](const std::string& why) {
            return why.find("its last batch is closed") != std::string::npos;
        });
        const auto& notices = w.renter->notices();
        const bool told = std::any_of(notices.begin(), notices.end(),
                                      [](const cbor::Value& notice) { return commandIs(notice, "close"); });
        const bool overtaken = refused || (!told && w.renter->receipted() > 0);
        accounted += overtaken ? 0 : 1;
        if (!overtaken) CHECK(textOf(findingsOf(evidenceOf(w))) == "");
    }
    CHECK(accounted > 30);
}

TEST_CASE("a rental that was topped up balances") {
    Setup s;
    s.escrowBelieved = 12 * s.price * s.odds;
    s.topUpMax = 1'000'000;
    Rental w(s);
    w.begin();
    w.run();
    CHECK(w.provider->escrowed() > w.params.admission.escrow);
    const Evidence evidence = evidenceOf(w);
    CHECK(textOf(findingsOf(evidence)) == "");
    Evidence without = evidence;
    std::erase_if(without.contracts[0].notices, [](const Value& n) { return *(*n.asArray())[0].asText() == "top-up"; });
    CHECK_FALSE(findingsOf(without).empty());
}

TEST_CASE("one altered field of any structure is found when everything outside it is signed again") {
    std::size_t n = 0; // more of the first than of those that differ only in how they end
    for (const auto& [kind, evidence] : allKinds(small()))
        alterEverything(kind, evidence, n++ == 0 ? (usualStride() + 3) / 4 : usualStride());
}

TEST_CASE("one altered field is found in a moved job") {
    Setup s = small();
    s.steps = 16;
    alterEverything("moved", movedJob(s), usualStride());
}

TEST_CASE("one altered field is found where the lottery chooses") {
    Setup s;
    s.odds = 2;
    std::size_t n = 0;
    for (const auto& [kind, evidence] : allKinds(s))
        alterEverything(kind, evidence, 5 * usualStride() + n++ % 3);
}

TEST_CASE("a host or a hub that signs one false field is found, save what only it can know") {
    using Field = std::pair<std::string, std::size_t>;
    const std::set<Field> itsOwnWord{{"unchained/check-result/v1", 7}, // which engine computed, why nothing could be
                                     {"unchained/check-result/v1", 8}, // had
                                     {"unchained/paid/v1", 4},         // log numbers
                                     {"unchained/settled/v1", 8},      {"unchained/blame/v1", 5}, // when it heard whom
                                     {"unchained/blame/v1", 6}};
    for (const Evidence& evidence : {allKinds(small())[0].second, allKinds(small())[2].second, movedJob({})}) {
        const auto payload = cbor::decode(contract::encodeStructure(evidence));
        const auto paths = fieldsOf(*payload);
        for (std::size_t i = 0; i < paths.size(); i += usualStride()) {
            const Field field = fieldAt(*payload, paths[i]);
            // Another commitment of a host that was caught is one more proof; what came out instead only the hub knows.
            const bool caught = figuresOf(evidence).failed > 0;
            const bool proof =
                caught && (field.first == "unchained/commit/v1" || field == Field{"unchained/check-result/v1", 5});
            if (proof || itsOwnWord.contains(field)) continue;
            const Value forged = altered(*payload, paths[i], 0, static_cast<unsigned>(i), Resign::Everybody);
            const auto opened = openEvidence(identity::seal(renterKeys(), cbor::encode(forged)));
            const bool found = !opened.ok() || !verifyEvidence(*opened).empty();
            CHECK_MESSAGE(found, field.first, said(paths[i]));
        }
    }
}

TEST_CASE("what was left out, doubled or put elsewhere is found") {
    Rental w(small());
    w.begin();
    w.run();
    const Evidence evidence = evidenceOf(w);
    const std::size_t count = evidence.contracts[0].notices.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::string name = *(*evidence.contracts[0].notices[i].asArray())[0].asText();
        CAPTURE(i);
        CAPTURE(name);
        auto& notices = evidence.contracts[0].notices;
        Evidence without = evidence, doubled = evidence;
        without.contracts[0].notices.erase(without.contracts[0].notices.begin() + static_cast<std::ptrdiff_t>(i));
        doubled.contracts[0].notices.insert(doubled.contracts[0].notices.begin(), notices[i]);
        if (name == "close") continue; // the same Close as the contract's own, told once more
        CHECK_FALSE(findingsOf(without).empty());
        CHECK_FALSE(findingsOf(doubled).empty());
    }
    Evidence shorter = evidence;
    shorter.contracts[0].windows.pop_back();
    CHECK_FALSE(findingsOf(shorter).empty());
    shorter = evidence;
    shorter.contracts[0].seeds.pop_back();
    CHECK_FALSE(findingsOf(shorter).empty());
    Evidence none = evidence;
    none.contracts.clear();
    CHECK(textOf(findingsOf(none)) == "evidence.cbor: has no contract\n");
}

TEST_CASE("evidence of somebody else's contract is found") {
    Rental w(small());
    w.begin();
    w.run();
    const auto opened = openEvidence(sealEvidence(keysOf(9), evidenceOf(w)));
    REQUIRE(opened.ok());
    CHECK_FALSE(verifyEvidence(*opened).empty());
}

TEST_CASE("a job that goes on from a state behind a wrong step is found") {
    Setup s;
    s.steps = 40;
    s.odds = 1;
    s.batch = 20;
    Rental first(s);
    first.fakes = [](std::uint64_t i) { return i > 0; };
    first.begin();
    first.run();
    REQUIRE(first.renter->outcome() == "caught");
    // An honest renter goes back before the wrong step; this one takes the last state that it was given.
    const ContractEvidence caught = first.contractEvidence();
    Evidence only;
    only.contracts = {caught};
    const KeptState poisoned = keptStates(only).back();
    REQUIRE(poisoned.step > lastSoundState(only)->step);
    CHECK(lastSoundState(only)->root == first.renter->lastGoodState());
    Setup rest = s;
    rest.steps = s.steps - poisoned.step;
    Rental second(rest, 4);
    second.beginAt(poisoned.root, poisoned.step, 2);
    second.run();
    const auto text = textOf(findingsOf(evidenceOf(std::vector{caught, second.contractEvidence()})));
    CHECK(text.find(" was found wrong, and what follows builds on it") != std::string::npos);
}
