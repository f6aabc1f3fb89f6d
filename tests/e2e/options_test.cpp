// SPDX-License-Identifier: Apache-2.0
// What the options of host and renter say, as it stands in listing, contract and report.
#include "e2e/processes.h"

#include <cmath>

using namespace unchained::e2e;
using nlohmann::json;

TEST_CASE("a host lists what it was told, locks no more than it allows, serves one contract with --once, and ends") {
    Market market({"host"});
    Daemon& host = market.host("host", {"--once", "--bond", "0.1", "--place", "attic", "--price", "3500"});
    const json listed = market.listing("host");
    CHECK(listed["name"] == "host");
    CHECK(listed["place"] == "attic");
    CHECK(listed["price"] == 3'500'000'000);
    CHECK(listed["bond"] == 100'000);
    CHECK_FALSE(listed["device"].get<std::string>().empty());
    CHECK(listed["online"] == true);

    const Ended rented = market.rent("result", {"--quick"});
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const json report = rented.json();
    CHECK(report["steps"] == 20);
    CHECK(report["tickets"]["issued"] == 20);
    CHECK(report["tickets"]["won"] == 20); // with --quick each step pays
    const json contract = market.node("renter", {"jobs"}).json()["contracts"][0];
    const double price = contract["price"], bond = 100'000;
    REQUIRE(400 * price > bond); // the job's own bond would be more, on a machine four times as fast too
    const json& checks = report["verification"];
    const std::uint64_t batch = checks["claimsPerCheck"];
    // g = floor((4nc + 3B) / 8nc), n = 1: at most so many claims a check, and no more than the job wants.
    const double largest = std::floor((4 * price + 3 * bond) / (8 * price));
    CHECK(checks["floor"].get<double>() == doctest::Approx(1 / largest));
    CHECK(static_cast<double>(batch) == std::min(6.0, largest));
    CHECK(checks["assurance10"].get<double>() ==
          doctest::Approx(1 - std::pow(0.9, std::max<std::uint64_t>(1, 20 / batch))));
    CHECK(host.wait() == 0);
    CHECK(host.output().find("ended: complete") != std::string::npos);

    const json history = market.node("renter", {"ledger", "history"}).json();
    REQUIRE_FALSE(history.empty());
    CHECK(history.front()["memo"] == "issued");
    CHECK(history.front()["gain"] == Market::kCredits);
    std::int64_t sum = 0;
    std::map<std::string, int> memos;
    for (const json& line : history) {
        sum += line["gain"].get<std::int64_t>();
        CHECK(line["balance"] == sum);
        ++memos[line["memo"]];
    }
    CHECK(memos == std::map<std::string, int>{{"issued", 1}, {"escrow", 1}}); // each step won: nothing came back
    CHECK(sum == market.balance("renter"));
}

TEST_CASE("a host that keeps the result back gets no seed for its last window, which is not drawn") {
    Market market({"host"}, 3);
    market.cheater("host", "hostage");
    const Ended rented = market.rent("result", {"--no-retry"});
    INFO(rented.err);
    CHECK(rented.status == 1);
    const json report = rented.json();
    INFO(report.dump());
    CHECK(report["contracts"][0]["outcome"] != "complete");
    CHECK(report["steps"] == 96);
    CHECK(report["tickets"]["issued"] == 96);
    const json verified = market.verify("result", {"--steps", "2"});
    CHECK_MESSAGE(verified["status"] == 0, verified.dump());
    CHECK(market.audit("hub")["audit"] == "ok");
}
