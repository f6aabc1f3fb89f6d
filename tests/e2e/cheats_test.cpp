// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// What every caught cheat ends in, whatever it did.
void isCaught(const Market& market, const Ended& rented, const std::string& out) {
    INFO(rented.err);
    const json report = rented.json();
    INFO(report.dump());
    CHECK(rented.status == 1);
    CHECK(report["contracts"].size() == 1);
    CHECK(report["contracts"][0]["outcome"] == "caught");
    CHECK(report["verification"]["failed"] == 1);
    // The renter is whole, and the cheater's bond is gone: to the renter what was paid, the rest burned.
    CHECK(market.balance("renter") == Market::kCredits);
    const json books = market.books();
    const json& credits = report["credits"];
    const std::int64_t lost = books["burned"].get<std::int64_t>() + credits["refunded"].get<std::int64_t>();
    const std::int64_t earned = credits["paid"].get<std::int64_t>();
    CHECK(lost > 0);
    CHECK(market.balance("cheater") == Market::kCredits - lost + earned);
    CHECK(books["locked"] == 0);
    CHECK(market.audit("hub")["audit"] == "ok");
    CHECK(market.listing("cheater")["stepsWrong"] == 1);
    // The record proves the catch, also to somebody who was not there.
    const json verified = market.verify(out);
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
}

} // namespace

TEST_CASE("each kind of lie is caught at its first drawn fake when every claim is checked") {
    for (const char* kind : {"skip", "memo", "narrow", "noiseless", "last-layer", "unclaimed", "two-commits"}) {
        CAPTURE(kind);
        Market market({"cheater"});
        market.cheater("cheater", kind);
        isCaught(market, market.rent("result", {"--check-all", "--no-retry"}), "result");
    }
}

TEST_CASE("with the usual share of checks a host that fakes every step is caught by the end of the job") {
    Market market({"cheater"});
    market.cheater("cheater", "skip");
    isCaught(market, market.rent("result", {"--no-retry"}), "result");
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
    CHECK(market.balance("renter") == Market::kCredits);
    CHECK(market.audit("hub")["audit"] == "ok");
    const json verified = market.verify("result");
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
}
