// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"

using namespace unchained::e2e;
using nlohmann::json;

TEST_CASE("a host is listed with the rate that the hub has seen, and again without delay") {
    Market market({"host"});
    Daemon& host = market.host("host", {"--benchmark", "1"});
    host.waitFor("seen by the hub: ");
    const json first = market.listing("host");
    INFO(first.dump());
    REQUIRE(first["measured"].is_object());
    CHECK(first["rate"] == first["measured"]["rate"]);
    CHECK(first["engine"] == first["measured"]["engine"]);
    CHECK(first["measured"]["steps"] >= 5);
    CHECK(first["measured"]["elapsedMs"] >= 900);
    CHECK(first["stepsChecked"] == 1);
    CHECK(first["stepsWrong"] == 0);
    host.signal(SIGTERM);
    CHECK(host.wait() == 0);
    Daemon& again = market.host("host", {"--benchmark", "1"});
    CHECK(again.output().find("the hub watches") == std::string::npos);
    CHECK(market.listing("host")["measured"] == first["measured"]);
    again.signal(SIGTERM);
    CHECK(again.wait() == 0);

    // Where the hub does not watch again, what it has seen is still the most that is listed.
    market.host("host", {"--benchmark", "0", "--measure"});
    CHECK(market.listing("host")["rate"] <= first["rate"]);
    // The books fold to the same after a restart of the hub.
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("a host that was measured comes back in the middle of a contract") {
    Market market({"host"}, 40);
    Daemon& host = market.host("host", {"--benchmark", "1"});
    auto renting = market.startRent("result");
    market.hub().waitFor(": claim");
    host.signal(SIGKILL);
    host.wait();
    // Its own figure is another one this time; what is listed stays within what the hub has seen.
    market.host("host", {"--benchmark", "1", "--measure"}, "listed as busy");
    CHECK(renting->wait() == 0);
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("a host that boasts of a better machine than it has is found") {
    Market market({"boaster"});
    Daemon& boaster = market.cheater("boaster", "boast");
    CHECK(boaster.output().find("the hub has not found the steps right") != std::string::npos);
    const json row = market.listing("boaster");
    INFO(row.dump());
    CHECK(row["measured"].is_null());
    CHECK(row["stepsChecked"] == 1);
    CHECK(row["stepsWrong"] == 1);
    const Ended rented = market.rent("result");
    CHECK(rented.status == 4); // nobody else is there, and this one is not chosen
}
