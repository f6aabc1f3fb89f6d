// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"
#include "e2e/trio.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// A job that two hosts worked on, one after the other, and that is whole.
void isWhole(const Market& market, const Ended& rented, const std::string& out, const char* firstOutcome) {
    const json report = rented.json();
    INFO(rented.err, report.dump());
    CHECK(rented.status == 0);
    REQUIRE(report["contracts"].size() == 2);
    CHECK(report["contracts"][0]["outcome"] == firstOutcome);
    CHECK(report["contracts"][0]["provider"] == market.peer("first"));
    CHECK(report["contracts"][1]["outcome"] == "complete");
    CHECK(report["contracts"][1]["provider"] == market.peer("second"));
    CHECK(report["provider"] == market.peer("second"));
    CHECK(report["steps"] == 100);
    CHECK(report["iterations"] == 1000);
    CHECK(report["testAccuracy"] > 0.9);
    const json books = market.books();
    const std::int64_t kept =
        report["credits"]["paid"].get<std::int64_t>() - report["credits"]["refunded"].get<std::int64_t>();
    CHECK(books["peers"][market.peer("renter")] == Market::kCredits - kept);
    CHECK(books["peers"][market.peer("second")].get<std::int64_t>() + books["bonds"].get<std::int64_t>() ==
          Market::kCredits + kept);
    CHECK(market.audit("hub")["audit"] == "ok");
    const json verified = market.verify(out);
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    CHECK(verified["stepsChecked"] == 100);
    CHECK(verified["stateRoot"] == report["stateRoot"]);
}

std::uint64_t stepsOfSecond(const Market& market, const Ended& rented) {
    const json jobs = market.node("renter", {"jobs"}).json();
    for (const json& row : jobs["contracts"])
        if (row["contract"] == rented.json()["contract"]) return row["steps"];
    return 0;
}

} // namespace

TEST_CASE("a job whose host begins to lie goes on elsewhere from the last boundary that was still right") {
    Market market({"first", "second"});
    market.cheater("first", "skip", {"--after", "51"});
    market.host("second", {"--price", "360000"});
    const Ended rented = market.rent("result", {"--check-all"});
    isWhole(market, rented, "result", "caught");
    // Most often the lie at step 51 is not drawn, and a boundary that builds on it is handed over before a later one is
    // caught: that boundary is not gone on from, and neither is an earlier one than need be.
    CHECK(stepsOfSecond(market, rented) == 100 - 48);
}

TEST_CASE("what a caught host has handed over is not kept where there is no time to compute it again") {
    Market market({"first", "second"});
    market.cheater("first", "skip", {"--after", "51"});
    market.host("second", {"--price", "360000"});
    const Ended rented = market.rent("result", {"--check-all", "--recheck", "0"});
    isWhole(market, rented, "result", "caught");
    CHECK(stepsOfSecond(market, rented) == 100);
    CHECK(rented.err.find("cannot be computed again here within 0 s: nothing of it is kept") != std::string::npos);
}

TEST_CASE("the time to compute it again runs out, too, where the worker does not answer") {
    Market market({"first", "second"});
    market.cheater("first", "skip", {"--after", "51"});
    market.host("second", {"--price", "360000"});
    auto renting = market.startRent("result", {"--check-all", "--recheck", "1"});
    market.hub().waitFor(": claim"); // the worker has made Y[0]; what else it does can wait
    const std::vector<pid_t> workers = childrenOf(renting->id());
    REQUIRE(workers.size() == 1);
    ::kill(workers.front(), SIGSTOP);
    renting->waitFor("cannot be computed again here within 1 s: nothing of it is kept");
    ::kill(workers.front(), SIGCONT);
    const int status = renting->wait();
    const Ended rented{status, readText(market.file("result/report.json")), renting->output()};
    isWhole(market, rented, "result", "caught");
    CHECK(stepsOfSecond(market, rented) == 100);
}

TEST_CASE("a job whose host goes away for good completes elsewhere after the grace") {
    Market market({"first", "second"}, 4);
    Daemon& first = market.host("first");
    market.host("second", {"--price", "360000"});
    auto renting = market.startRent("result");
    // Of nine claims one at least is of step 8 or later: the first state, Y[8], was handed over before that, and is not
    // of the last window, of which nothing is kept.
    market.hub().waitFor(": claim", 9);
    first.signal(SIGTERM);
    CHECK(first.wait() == 0);
    const int status = renting->wait();
    INFO(renting->output());
    REQUIRE(status == 0);
    const Ended rented{status, readText(market.file("result/report.json")), renting->output()};
    isWhole(market, rented, "result", "provider-silent");
    CHECK(stepsOfSecond(market, rented) < 100);
}

TEST_CASE("a stopped result is gone on from by another rental") {
    Market market({"first", "second"});
    market.cheater("first", "last-layer", {"--after", "30"});
    const Ended stopped = market.rent("stopped", {"--check-all", "--no-retry"});
    INFO(stopped.err);
    CHECK(stopped.status == 1);
    const json before = stopped.json();
    REQUIRE(before["contracts"][0]["outcome"] == "caught");
    const std::uint64_t done = before["steps"];
    CHECK(done >= 24);
    CHECK(done <= 30);
    CHECK(market.verify("stopped")["status"] == 0);

    market.host("second");
    const Ended rented = market.rent("result", {"--from", market.file("stopped")});
    INFO(rented.err);
    CHECK(rented.status == 0);
    const json report = rented.json();
    CHECK(report["contracts"].size() == 1);
    CHECK(report["steps"] == 100 - done);
    CHECK(report["iterations"] == 1000);
    CHECK(report["testAccuracy"] > 0.9);
    const json verified = market.verify("result");
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    CHECK(verified["stepsChecked"] == 100 - done);
}
