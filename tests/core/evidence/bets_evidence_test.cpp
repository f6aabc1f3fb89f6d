// SPDX-License-Identifier: Apache-2.0
#include "contract/bets.h"
#include "forgery.h"

using namespace unchained;
using namespace unchained::evidence;
using namespace unchained::evidence::test;

namespace {

/// A rental on which somebody bets on wrong, so much that a check is forced.
Evidence betOn(Setup s, const std::function<bool(std::uint64_t)>& fakes, std::optional<std::uint64_t> step) {
    s.bets = true;
    s.batch = static_cast<std::uint32_t>(s.steps);
    s.checkFee = 70;
    Rental w(s);
    w.newTerms();
    w.fakes = fakes;
    const identity::Keys neighbour = keysOf(40);
    w.issue(neighbour.peer(), 10'000'000, 40);
    w.begin();
    const contract::MarketId market{w.params.contract, step};
    w.run([&] { return w.renter->figures().claims > 3; });
    const contract::MarketOpening opening{w.hubKeys.peer(), market, Amount::credits(1)};
    REQUIRE(w.hubDo({neighbour.peer(), cbor::Array{"market", protocol::sealed(neighbour, opening)}}).ok());
    const contract::Bet bet{w.hubKeys.peer(), {}, market, false, 6'000, 999'999};
    REQUIRE(w.hubDo({neighbour.peer(), cbor::Array{"bet", protocol::sealed(neighbour, bet)}}).ok());
    w.now += 30'000; // it is cleared while the contract is under way
    REQUIRE(w.hubEvent(protocol::HubTick{}).ok());
    w.run();
    REQUIRE(w.renter->done());
    return evidenceOf(w);
}

bool tellsOf(const Evidence& evidence, std::string_view name) {
    const auto& notices = evidence.contracts.at(0).notices;
    return std::any_of(notices.begin(), notices.end(),
                       [&](const cbor::Value& notice) { return commandIs(notice, name); });
}

} // namespace

TEST_CASE("bets leave a record in which nothing is found, and one altered field of it is") {
    const auto never = [](std::uint64_t) { return false; };
    const auto late = [](std::uint64_t i) { return i >= 2; };
    const std::pair<const char*, Evidence> kinds[] = {
        {"on the contract, honest", betOn(small(), never, std::nullopt)},
        {"on the contract, faking", betOn(small(), late, std::nullopt)},
        {"on a claim, honest", betOn(small(), never, 2)},
        {"on a claim, faking", betOn(small(), late, 2)},
    };
    for (const auto& each : kinds) {
        CAPTURE(each.first);
        const Evidence& evidence = each.second;
        CHECK(tellsOf(evidence, "forced"));
        CHECK(tellsOf(evidence, "market-ended"));
        CHECK(textOf(findingsOf(evidence)) == "");
        const auto payload = cbor::decode(contract::encodeStructure(evidence));
        REQUIRE(payload.ok());
        const auto paths = fieldsOf(*payload);
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const std::string name = fieldAt(*payload, paths[i]).first;
            if (name.find("forced-check") == std::string::npos && name.find("market-ended") == std::string::npos)
                continue;
            for (const Resign resign : {Resign::Nobody, Resign::All}) {
                const cbor::Value forged = altered(*payload, paths[i], 0, static_cast<unsigned>(i), resign);
                const auto opened = openEvidence(identity::seal(renterKeys(), cbor::encode(forged)));
                CHECK_MESSAGE((!opened.ok() || !verifyEvidence(*opened).empty()), said(paths[i]));
            }
        }
    }
}

TEST_CASE("a hub that lies about what the bets took of the bond is found") {
    const Evidence evidence = betOn(
        small(), [](std::uint64_t i) { return i >= 2; }, std::nullopt);
    const auto payload = cbor::decode(contract::encodeStructure(evidence));
    std::size_t tried = 0;
    for (const auto& path : fieldsOf(*payload)) {
        const auto at = fieldAt(*payload, path);
        const auto& name = at.first;
        const auto& field = at.second;
        const bool counts = (name.find("market-ended") != std::string::npos && field >= 2 && field <= 5) ||
                            (name.find("forced-check") != std::string::npos && field >= 1);
        if (!counts) continue;
        ++tried;
        const cbor::Value forged = altered(*payload, path, 0, 3, Resign::Everybody);
        const auto opened = openEvidence(identity::seal(renterKeys(), cbor::encode(forged)));
        CHECK_MESSAGE((!opened.ok() || !verifyEvidence(*opened).empty()), name, " ", field);
    }
    CHECK(tried >= 8);
}
