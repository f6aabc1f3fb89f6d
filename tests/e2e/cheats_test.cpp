// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// One rental from a cheater, and what every caught cheat ends in, whatever it did.
void isCaught(const Market& market, const std::string& cheater, const std::vector<std::string>& more) {
    const json before = market.books();
    std::vector<std::string> words{"--provider", market.peer(cheater), "--no-retry"};
    words.insert(words.end(), more.begin(), more.end());
    const Ended rented = market.rent("result-" + cheater, words);
    const json report = rented.json();
    INFO(rented.err, report.dump());
    CHECK(rented.status == 1);
    REQUIRE(report["contracts"].size() == 1);
    CHECK(report["contracts"][0]["outcome"] == "caught");
    CHECK(report["verification"]["failed"] == 1);
    // The renter is whole, and the cheater's bond is gone: to the renter what was paid, the rest burned.
    const json books = market.books();
    const json& credits = report["credits"];
    const std::int64_t paid = credits["paid"], refunded = credits["refunded"];
    const std::int64_t burned = books["burned"].get<std::int64_t>() - before["burned"].get<std::int64_t>();
    CHECK(books["peers"][market.peer("renter")] == Market::kCredits);
    CHECK(refunded == paid);
    CHECK(burned > 0);
    CHECK(books["peers"][market.peer(cheater)] == Market::kCredits + paid - refunded - burned);
    CHECK(books["locked"] == 0);
    CHECK(market.listing(cheater)["stepsWrong"] == 1);
    // The record proves the catch, also to somebody who was not there.
    const json verified = market.verify("result-" + cheater);
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
}

} // namespace

TEST_CASE("each kind of lie is caught at its first drawn fake when every claim is checked") {
    const std::vector<std::string> kinds{"skip",       "memo",      "narrow",     "noiseless",
                                         "last-layer", "unclaimed", "two-commits"};
    Market market(kinds);
    for (const std::string& kind : kinds) {
        CAPTURE(kind);
        market.cheater(kind, kind);
        isCaught(market, kind, {"--check-all"});
    }
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("with the usual share of checks a host that fakes every step is caught by the end of the job") {
    Market market({"skip"});
    market.cheater("skip", "skip");
    isCaught(market, "skip", {});
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("a host that sends garbage loses its connection and, by silence, the contract") {
    Market market({"cheater"}, 4);
    market.cheater("cheater", "garbage");
    const Ended rented = market.rent("result", {"--no-retry"});
    INFO(rented.err);
    CHECK(rented.status == 1);
    const json report = rented.json();
    const std::string outcome = report["contracts"][0]["outcome"];
    CHECK((outcome == "left" || outcome == "provider-silent"));
    CHECK(rented.err.find("frame: a frame is not canonical CBOR") != std::string::npos);
    CHECK(market.balance("renter") == Market::kCredits);
    CHECK(market.audit("hub")["audit"] == "ok");
    const json verified = market.verify("result");
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
}
