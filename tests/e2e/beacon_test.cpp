// SPDX-License-Identifier: Apache-2.0
// Rentals that are drawn by the hub's beacon.
#include "e2e/processes.h"
#include "net/machine.h"

using namespace unchained;
using namespace unchained::e2e;
using nlohmann::json;

TEST_CASE("the hub's beacon draws a rental, and anybody can verify it afterwards from the directory alone") {
    Market market({"host"});
    writeText(market.terms(),
              "release = \"5s\"\nopening = \"10s\"\nsecret = \"20s\"\nbond = \"1s\"\ngrace = \"10s\"\n");
    { // a host that says of itself that it is slow: the job is then two windows of twelve seconds
        Daemon& host = market.host("host");
        host.signal(SIGTERM);
        CHECK(host.wait() == 0);
        const auto engine = market.listing("host")["engine"].get<std::string>();
        const Hash256 here = net::machineFingerprint(BIN_DIR "/unchained-worker", "");
        constexpr std::uint64_t kWorkPerStep = std::uint64_t{3} * 10 * 1437 * (64 * 64 + 64 * 10);
        net::keepRate(market.directory("host") + "/rate.cbor", here, {engine, kWorkPerStep * 5});
    }
    market.host("host");
    const Ended rented = market.rent("result", {"--draw", "beacon"});
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const json report = rented.json();
    INFO(report.dump());
    CHECK(report["contracts"][0]["outcome"] == "complete");
    CHECK(report["windows"].get<int>() > 1);
    CHECK(report["windows"].get<int>() < 5);
    CHECK(report["tickets"]["won"] > 0);
    CHECK(report["tickets"]["paid"] == report["tickets"]["won"]);
    CHECK(report["verification"]["complaints"].empty());
    CHECK(market.audit("hub")["audit"] == "ok");

    const json all = market.verify("result", {"--steps", "2"});
    INFO(all.dump());
    CHECK(all["status"] == 0);
    const Ended script =
        run("/usr/bin/env", {"python3", SOURCE_DIR "/tests/e2e/verify_rental.py", "--json", market.file("result")});
    INFO(script.out, script.err);
    CHECK(script.status == 0);
    CHECK(script.json()["tickets"]["paid"] == report["tickets"]["paid"]);
}

TEST_CASE("a draw that there is not is refused before anything is asked for") {
    Market market({});
    const Ended refused = market.rent("result", {"--draw", "dice"});
    CHECK(refused.status == 2);
    CHECK(refused.json()["error"]["subject"] == "--draw");
}
