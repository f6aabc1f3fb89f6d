// SPDX-License-Identifier: Apache-2.0
// From what is at stake and an assurance to checks, bond and price, before anything is paid.
#include "e2e/processes.h"

using namespace unchained;
using namespace unchained::e2e;
using nlohmann::json;

TEST_CASE("an assurance becomes checks and a price that are named before paying, and are then kept") {
    Market market({"host"});
    market.host("host");
    const std::vector<std::string> wish{"--assurance", "99%", "--faked", "0.5"};
    std::vector<std::string> words{"plan", "--hub", market.address(), "--job", kTinyJob};
    words.insert(words.end(), wish.begin(), wish.end());
    const Ended planned = market.node("renter", words);
    REQUIRE_MESSAGE(planned.status == 0, planned.err);
    const json plan = planned.json();
    INFO(plan.dump());
    CHECK(plan["checks"]["batch"] == 3); // 7 checks of 25 claims
    CHECK(plan["checks"]["expected"] == 8);
    CHECK(plan["assurance"]["asked"] == doctest::Approx(0.99));
    CHECK(plan["assurance"]["faked"] == 0.5);
    CHECK(plan["assurance"]["reached"] > 0.99);
    CHECK(plan["total"] == plan["cost"].get<std::int64_t>() + plan["checkFees"].get<std::int64_t>());
    CHECK(plan["bond"] > 0);

    const Ended rented = market.rent("result", wish);
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    CHECK(rented.err.find("one claim in 3 is checked, about 8 checks") != std::string::npos);
    const json report = rented.json();
    const json& terms = report["terms"];
    CHECK(terms["batch"] == 3);
    CHECK(terms["bond"] == plan["bond"]);
    CHECK(terms["cost"] == plan["cost"]);
    CHECK(terms["assurance"] == plan["assurance"]["reached"]);
    const auto won = report["tickets"]["won"].get<std::uint64_t>();
    CHECK(report["verification"]["claimsChecked"] >= won / 3);
    CHECK(market.verify("result", {"--steps", "1"})["status"] == 0);
}

TEST_CASE("what no check and no bond can give is refused in words, and nothing is locked") {
    Market market({"host"});
    market.host("host");
    const auto refused = [&](const std::vector<std::string>& wish) {
        const Ended ended = market.rent("result", wish);
        INFO(ended.err);
        CHECK(ended.status == 2);
        CHECK(market.books()["locked"] == 0);
        std::vector<std::string> words{"plan", "--hub", market.address(), "--job", kTinyJob};
        words.insert(words.end(), wish.begin(), wish.end());
        const Ended planned = market.node("renter", words);
        CHECK(planned.status == 2);
        CHECK(planned.json()["error"]["sentence"] == ended.json()["error"]["sentence"]);
        return ended.json()["error"];
    };
    const json tooSure = refused({"--assurance", "0.99", "--faked", "1%"});
    CHECK(tooSure["sentence"] == "takes 459 checks, and the job has about 25 claims");
    CHECK(tooSure["remedy"].get<std::string>().find("rent two hosts") != std::string::npos);
    const json tooMuch = refused({"--at-stake", "1000000"});
    CHECK(tooMuch["remedy"].get<std::string>().find("bond") != std::string::npos);
}

TEST_CASE("a share that is none is refused") {
    Market market({});
    for (const char* wrong : {"1", "0", "100%", "-0.5", "half", "0.5x"}) {
        CAPTURE(wrong);
        const Ended ended = market.rent("result", {"--assurance", wrong});
        CHECK(ended.status == 2);
        CHECK(ended.json()["error"]["subject"] == "--assurance");
    }
}
