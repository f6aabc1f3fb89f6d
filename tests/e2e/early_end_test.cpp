// SPDX-License-Identifier: Apache-2.0
// Rentals that end before their last step: a party stays away, or the renter says so.
#include "e2e/trio.h"

using namespace unchained::e2e;

namespace {
/// For parties that do not come back.
constexpr const char* kImpatientTerms =
    "release = \"1s\"\nopening = \"3s\"\nsecret = \"3s\"\nbond = \"1s\"\ngrace = \"2s\"\n";
} // namespace

TEST_CASE("a host that never comes back pays with its bond, and the renter is whole") {
    Open market(kImpatientTerms);
    market.rent(shortJob(market), market.file("out"), {"--no-retry"});
    market.untilClaims(2);
    (void)market.end(Trio::Host, SIGKILL);
    const Ended ended = market.reap(Trio::Renter);
    CHECK(ended.status == 1);
    CHECK(ended.json()["contracts"][0]["outcome"] == "provider-silent");
    market.untilAllIsFree();
    const auto books = market.books();
    CHECK(books["peers"][market.peer(Trio::Renter)] == 1'000'000'000);
    CHECK(books["burned"] > 0);
    CHECK(books["peers"][market.peer(Trio::Host)].get<std::int64_t>() + books["burned"].get<std::int64_t>() ==
          1'000'000'000);
    market.startHost(); // comes back to a contract that has ended
    market.expect(Trio::Host, "listed: waiting");
    checkEnd(market);
}

TEST_CASE("a renter that stays away is closed at the last receipted window, and resume says so") {
    Open market(kImpatientTerms);
    const std::string out = market.file("out");
    market.rent(shortJob(market), out, {"--no-retry"});
    market.untilClaims(2);
    (void)market.end(Trio::Renter, SIGKILL);
    market.expect(Trio::Host, " ended: ");
    market.untilAllIsFree();
    market.resume();
    const Ended ended = market.reap(Trio::Renter);
    CHECK(ended.status == 1);
    const auto report = ended.json();
    MESSAGE("outcome: ", report["contracts"][0]["outcome"].get<std::string>());
    CHECK(report["contracts"][0]["outcome"] != "complete");
    CHECK(report["contracts"][0]["outcome"] != "provider-silent");
    CHECK(report["tickets"]["paid"] <= report["tickets"]["issued"]);
    const Ended verified = market.tool(Trio::Renter, {"verify", out, "--all"});
    CHECK_MESSAGE(verified.status == 0, verified.out, verified.err);
    checkEnd(market);
}

TEST_CASE("a cancel that was killed before the hub was reached is carried out by resume") {
    Open market;
    market.rent(shortJob(market), market.file("out"));
    market.untilClaims(2);
    CHECK(market.end(Trio::Renter, SIGTERM).status == 0);
    CHECK(market.end(Trio::Hub, SIGTERM).status == 0);
    market.cancel("1");
    market.expect(Trio::Renter, "nobody listens");
    (void)market.end(Trio::Renter, SIGKILL);
    CHECK(market.jobs()["jobs"][0]["open"] == true);
    CHECK(market.jobs()["jobs"][0]["cancelled"] == true);

    market.startHub();
    market.resume();
    const Ended resumed = market.reap(Trio::Renter);
    CHECK_MESSAGE(resumed.status == 0, resumed.err);
    CHECK(resumed.json() == nlohmann::json{{"cancelled", 1}});
    const auto jobs = market.jobs();
    CHECK(jobs["jobs"][0]["state"] == "cancelled");
    REQUIRE(jobs["contracts"].size() == 1);
    CHECK(jobs["contracts"][0]["outcome"] == "left");
    checkEnd(market);
}

TEST_CASE("a rental that is stopped says so in its one document") {
    Trio market(kShortTerms);
    market.knowHubBefore();
    market.rent(shortJob(market), market.file("out"));
    market.expect(Trio::Renter, "nobody listens");
    const Ended ended = market.end(Trio::Renter, SIGTERM);
    CHECK(ended.status == 0);
    CHECK(ended.json() == nlohmann::json{{"stopped", true}, {"job", 1}});
}

TEST_CASE("cancel ends a running job: what was not spent comes back, and only what was won is paid") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.untilClaims(2);
    CHECK(market.tool(Trio::Renter, {"cancel", "1"}).status == 4); // its program runs
    CHECK(market.end(Trio::Renter, SIGTERM).status == 0);
    CHECK(market.jobs()["jobs"][0]["open"] == true);

    const Ended unknown = market.tool(Trio::Renter, {"cancel", std::string(64, 'a')});
    CHECK(unknown.status == 4);
    CHECK(unknown.json()["error"]["sentence"] == "this directory has no such job");
    const std::string contract = market.jobs()["contracts"][0]["contract"]; // a job goes by its contract, too
    const Ended cancelled = market.tool(Trio::Renter, {"cancel", contract});
    CHECK_MESSAGE(cancelled.status == 0, cancelled.out, cancelled.err);
    const auto jobs = market.jobs();
    CHECK(jobs["jobs"][0]["state"] == "cancelled");
    REQUIRE(jobs["contracts"].size() == 1);
    CHECK(jobs["contracts"][0]["outcome"] == "left");
    CHECK(market.tool(Trio::Renter, {"resume"}).json().is_null());
    CHECK(market.tool(Trio::Renter, {"cancel", "1"}).status == 4);
    CHECK(market.tool(Trio::Renter, {"cancel", "7"}).status == 4);

    market.untilAllIsFree();
    std::int64_t tickets = 0;
    for (const auto& [escrow, paid] : market.ticketsPaid())
        tickets += paid;
    CHECK(tickets > 0);
    const std::int64_t price = jobs["contracts"][0]["price"].get<std::int64_t>();
    const auto books = market.books();
    CHECK(books["peers"][market.peer(Trio::Renter)] == 1'000'000'000 - tickets * 2 * price);
    CHECK(books["peers"][market.peer(Trio::Host)] == 1'000'000'000 + tickets * 2 * price);
    checkEnd(market);
}
