// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/protocol/world.h"
#include "evidence/verify.h"
#include "identity/verified_once.h"

/// Rentals in memory and the evidence that their renter would keep.
namespace unchained::evidence::test {

using protocol::test::commandIs;
using protocol::test::keysOf;
using protocol::test::Setup;
using protocol::test::World;

/// Thousands of forgeries differ from one record in a field each: what is left as it was is not verified anew.
inline const identity::VerifiedOnce kVerifiedOnce;

/// A World whose rental may begin elsewhere than at the beginning, with another host.
struct Rental : World {
    explicit Rental(Setup s, std::uint8_t host = 3) : World(s) {
        if (host == 3) return;
        hostKeys = keysOf(host);
        issue(hostKeys.peer(), s.hostMoney, host);
        list(hostKeys);
    }

    void beginAt(const Hash256& root, std::uint64_t iteration, std::uint8_t nonce = 1,
                 const std::vector<Hash256>& data = {}) {
        contract::Offer o = offer();
        o.nonce.bytes.fill(nonce);
        o.seedAnchor = lottery::SeedChain(renterKeys.seedKey(), o.nonce, lottery::windowCount(o.steps, o.window)).at(0);
        o.initialRoot = root;
        o.startIteration = iteration;
        o.dataRoots = data;
        const auto admitted = admit(o);
        REQUIRE_MESSAGE(admitted.ok(), (admitted ? "" : admitted.error().text()));
        params.offer = o;
        params.renter = renterKeys.peer();
        params.admission = protocol::openSigned<contract::Admission>(*(*admitted->asArray())[0].asBytes())->value;
        params.contract = params.admission.contract;
        params.startedAt = now;
        provider = makeProvider();
        renter = makeRenter();
        greet();
    }

    [[nodiscard]] ContractEvidence contractEvidence() {
        const Bytes payload = contract::encodeStructure(params.offer);
        const contract::Acceptance acceptance{sha256(payload), "test"};
        const auto admitted = admit(params.offer); // said once more
        REQUIRE(admitted.ok());
        return fromSession(*renter, protocol::sealed(renterKeys, params.offer), protocol::sealed(hostKeys, acceptance),
                           *(*admitted->asArray())[0].asBytes());
    }
};

/// The evidence of one job; its result is the last sound state that was handed over.
inline Evidence evidenceOf(std::vector<ContractEvidence> contracts) {
    Evidence out;
    out.hub = keysOf(1).peer();
    out.contracts = std::move(contracts);
    const auto result = lastSoundState(out);
    REQUIRE(result.has_value());
    out.finalRoot = result->root;
    return out;
}

inline Evidence evidenceOf(Rental& rental) {
    return evidenceOf(std::vector{rental.contractEvidence()});
}

inline std::vector<Finding> findingsOf(const Evidence& evidence) {
    const auto opened = openEvidence(sealEvidence(keysOf(2), evidence));
    REQUIRE_MESSAGE(opened.ok(), (opened ? "" : opened.error().text()));
    return verifyEvidence(*opened);
}

inline std::string textOf(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& finding : findings)
        out += finding.text() + "\n";
    return out;
}

inline Setup small() {
    Setup s;
    s.steps = 12;
    s.odds = 1;
    s.batch = 4;
    return s;
}

/// Rentals of one setup, each with the evidence of its renter and the way in which it ended.
struct Kinds {
    explicit Kinds(Setup setup) : s(setup), failing(setup.steps / 2) {}

    void add(
        const char* name, const std::function<void(Rental&)>& prepare,
        const std::function<void(Rental&)>& run = [](Rental& w) { w.run(); }) {
        Rental w(s);
        if (prepare) prepare(w);
        w.begin();
        run(w);
        REQUIRE(w.renter->done());
        out.emplace_back(name + std::string(": ") + w.renter->outcome(), evidenceOf(w));
    }

    Setup s;
    std::uint64_t failing; ///< a step in the middle
    std::vector<std::pair<std::string, Evidence>> out;
};

inline void addChecked(Kinds& kinds) {
    kinds.add("honest", nullptr);
    kinds.add("claims filed by the renter",
              [](Rental& w) { w.dropProviderCommand = [](const cbor::Value& c) { return commandIs(c, "claim"); }; });
    kinds.add("faking", [&](Rental& w) { w.fakes = [&](std::uint64_t i) { return i >= kinds.failing; }; });
    kinds.add("wrong engine", [&](Rental& w) {
        w.setup.pool = 1'000'000'000;
        w.newTerms();
        w.engineFault = true;
        w.fakes = [&](std::uint64_t i) { return i >= kinds.failing; };
    });
    kinds.add("failing", [&](Rental& w) { w.failing = kinds.failing; });
    kinds.add("failing at the very end", [&](Rental& w) { w.failing = kinds.s.steps - 1; });
    kinds.add("feigned failure", [&](Rental& w) {
        w.failing = kinds.failing;
        w.feignedFailure = true;
    });
    kinds.add("unlisted", [](Rental& w) {
        w.lieAboutWins = [](std::uint64_t, std::vector<std::uint64_t> wins) {
            if (!wins.empty()) wins.pop_back();
            return wins;
        };
    });
}

/// Where a check costs something, also after the hub has asked for another fee.
inline void addFees(Kinds& kinds) {
    const auto dear = [](Rental& w) {
        w.setup.checkFee = 70;
        w.newTerms();
    };
    kinds.add("with fees", dear, [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 2; });
        w.setup.checkFee = 300;
        w.newTerms();
        w.run();
    });
    kinds.add("with fees, faking", [&](Rental& w) {
        dear(w);
        w.fakes = [&](std::uint64_t i) { return i >= kinds.failing; };
    });
}

/// A contract that was left before anything was won, where the odds allow that.
inline void addWinless(Kinds& kinds) {
    if (kinds.s.odds == 1 || kinds.s.draw == contract::kDrawBeacon) return; // winsAhead() flips a coin
    const auto leaveAfterOne = [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 1; });
        w.feed(*w.renter, cbor::Array{"cancel"});
        w.run();
        REQUIRE(w.renter->winsListed() == 0);
    };
    const auto untilNoWin = [](Rental& w) {
        while (!w.winsAhead(1).empty())
            ++w.setup.price;
    };
    kinds.add("no win", untilNoWin, leaveAfterOne);
}

inline void addSilent(Kinds& kinds) {
    kinds.add("leaving", nullptr, [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 2; });
        w.feed(*w.renter, cbor::Array{"cancel"});
        w.run();
    });
    kinds.add("nothing opened", [](Rental& w) { w.noOpenings = true; });
    kinds.add("data missing", [](Rental& w) { w.dataMissing = true; });
    kinds.add("host silent", nullptr, [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 2; });
        w.providerSilent = true;
        w.run();
    });
    kinds.add("abandoned", nullptr, [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 2; });
        w.bothLeave();
        w.letDaysPass(62);
        w.renterSilent = w.providerSilent = false;
        w.run();
    });
    kinds.add("renter silent", nullptr, [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 1; });
        w.renterSilent = true;
        w.run([&] { return w.provider->done(); });
        w.renterSilent = false; // back when all is over: the notices tell
        w.run();
    });
    kinds.add(
        "renter silent, step failed", [&](Rental& w) { w.failing = kinds.failing + 1; },
        [&](Rental& w) {
            w.run([&] { return w.renter->receipted() == kinds.failing / kinds.s.window; });
            w.renterSilent = true;
            w.run([&] { return w.provider->done(); });
            w.renterSilent = false;
            w.run();
        });
}

inline void addFaults(Kinds& kinds) {
    kinds.add("second commitment", nullptr, [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 2; });
        contract::Commit other = w.provider->windows()[0].commit;
        other.secretHash.bytes[0] ^= 1;
        std::vector<Hash256> roots = w.provider->windows()[0].roots;
        w.feed(*w.renter, cbor::Array{"peer", cbor::Array{"window", 1, contract::FieldWriter::toValue(roots),
                                                          protocol::sealed(w.hostKeys, other)}});
        w.run();
    });
    kinds.add("second commitment through the hub", nullptr, [](Rental& w) {
        w.run([&] { return w.provider->winsListed() > 0; });
        w.run([&] { return w.renter->figures().claims > 0; }); // the hub knows the window's commitment
        const std::uint64_t k = w.renter->claimStates().begin()->first / w.setup.window + 1;
        contract::Commit other = w.provider->windows()[k - 1].commit;
        other.secretHash.bytes[0] ^= 1;
        const contract::Publish publish{w.params.contract,
                                        protocol::sealed(w.hostKeys, other),
                                        w.provider->windows()[k - 1].roots,
                                        *w.provider->seedOf(k),
                                        {}};
        REQUIRE(w.hubDo({w.hostKeys.peer(), cbor::Array{"publish", protocol::sealed(w.hostKeys, publish)}}).ok());
        w.run();
    });
    kinds.add("last window left out", nullptr, [](Rental& w) {
        w.run([&] { return w.provider->receipted() == 2; });
        w.providerSilent = true; // what follows is not its session's
        const contract::Close close{w.params.contract, 0, 0, std::nullopt, {}, {}, {}, std::nullopt, {}, {}};
        REQUIRE(w.hubDo({w.hostKeys.peer(), cbor::Array{"close", protocol::sealed(w.hostKeys, close)}}).ok());
        w.run();
    });
    kinds.add("last window left out, renter away", nullptr, [](Rental& w) {
        w.run([&] { return w.provider->receipted() == 2; });
        w.providerSilent = w.renterSilent = true;
        const contract::Close close{w.params.contract, 0, 0, std::nullopt, {}, {}, {}, std::nullopt, {}, {}};
        REQUIRE(w.hubDo({w.hostKeys.peer(), cbor::Array{"close", protocol::sealed(w.hostKeys, close)}}).ok());
        w.run([&] { return w.settled(); });
        w.renterSilent = false;
        w.run();
    });
    kinds.add(
        "win left out at the end, renter silent",
        [](Rental& w) {
            w.lieAboutWins = [window = w.setup.window, last = lottery::windowCount(w.setup.steps, w.setup.window)](
                                 std::uint64_t k, std::vector<std::uint64_t> wins) {
                if (k != last) return wins;
                if (wins.empty())
                    wins.push_back((k - 1) * window);
                else
                    wins.pop_back();
                return wins;
            };
        },
        [](Rental& w) {
            w.dropRenterCommand = [](const cbor::Value& c) { return commandIs(c, "fault"); };
            w.run();
        });
    kinds.add("two receipts", nullptr, [](Rental& w) {
        w.run([&] { return w.renter->receipted() == 2; });
        const contract::Receipt other{w.params.contract, 1, {}, {}};
        const contract::Fault fault{w.params.contract,
                                    static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts),
                                    {w.renter->windows()[0].receiptEnvelope, protocol::sealed(w.renterKeys, other)},
                                    std::nullopt};
        REQUIRE(w.hubDo({w.hostKeys.peer(), cbor::Array{"fault", protocol::sealed(w.hostKeys, fault)}}).ok());
        w.run();
    });
}

/// Rentals that end in each of the ways there are, by name.
inline std::vector<std::pair<std::string, Evidence>> allKinds(Setup s) {
    Kinds kinds(s);
    addChecked(kinds);
    addFees(kinds);
    addWinless(kinds);
    addSilent(kinds);
    addFaults(kinds);
    return std::move(kinds.out);
}

/// A job that its first host left in mid-run and a second one finished.
inline Evidence movedJob(Setup s) {
    Rental first(s);
    first.begin();
    first.run([&] { return first.renter->receipted() == 2; });
    first.feed(*first.renter, cbor::Array{"cancel"});
    first.run();
    Setup rest = s;
    rest.steps = s.steps - first.renter->lastGoodStep();
    rest.odds = 1;
    Rental second(rest, 4);
    second.beginAt(first.renter->lastGoodState(), first.renter->lastGoodStep(), 2);
    second.run();
    REQUIRE(second.renter->outcome() == "complete");
    return evidenceOf(std::vector{first.contractEvidence(), second.contractEvidence()});
}

} // namespace unchained::evidence::test
