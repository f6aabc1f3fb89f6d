// SPDX-License-Identifier: Apache-2.0
#include "e2e/market.h"
#include "storage/peer_store.h"

using namespace unchained::e2e;

namespace {

using Seconds = std::chrono::seconds;
using Ms = Market::Ms;

/// A market with a hub and a host that is listed.
struct Open : Market {
    Open() : Market(kShortTerms) {
        startHub();
        startHost();
        expect(Host, "listed: waiting");
    }
};

/// The end of a rental that is complete: its report, verified, and books that balance.
nlohmann::json checkComplete(Market& market, const std::string& out, std::int64_t steps = 40) {
    const Ended ended = market.reap(Market::Renter);
    if (ended.status != 0) market.say();
    REQUIRE_MESSAGE(ended.status == 0, ended.err);
    const auto report = ended.json();
    REQUIRE_MESSAGE(report.is_object(), ended.out);
    CHECK(report["contracts"].back()["outcome"] == "complete");
    CHECK(report["steps"] == steps);
    CHECK(report["tickets"]["paid"] == report["tickets"]["won"]);
    CHECK(report["verification"]["complaints"].empty());
    CHECK(report["out"] == out);
    const Ended verified = market.tool(Market::Renter, {"verify", out, "--steps", "2"});
    CHECK_MESSAGE(verified.status == 0, verified.out, verified.err);
    return report;
}

void checkEnd(Market& market) {
    market.untilAllIsFree();
    for (const Market::Role role : {Market::Host, Market::Hub}) {
        const auto begin = Market::Clock::now();
        CHECK(market.end(role, SIGTERM).status == 0);
        CHECK(Market::Clock::now() - begin < Seconds(10));
    }
    market.checkBooks();
}

nlohmann::json jobsOf(const Market& market) {
    return market.tool(Market::Renter, {"jobs"}).json();
}

/// Something is trained and not all: the rental is under way.
void untilUnderWay(Market& market, std::size_t claims = 2) {
    const auto filed = [&] {
        const std::string text = market.text(Market::Hub);
        std::size_t count = 0;
        for (std::size_t at = text.find(": claim"); at != std::string::npos; at = text.find(": claim", at + 1))
            ++count;
        return count >= claims;
    };
    if (!market.until(filed)) market.say();
    REQUIRE(filed());
}

/// The worker of a party dies while it computes; the party itself goes on.
std::size_t killWorkers(Market& market, Market::Role role) {
    const auto workers = childrenOf(market.id(role));
    for (const pid_t worker : workers)
        ::kill(worker, SIGKILL);
    return workers.size();
}

} // namespace

TEST_CASE("nothing under way: resume and jobs have status 0") {
    Market market(kShortTerms);
    const Ended resumed = market.tool(Market::Renter, {"resume"});
    CHECK(resumed.status == 0);
    CHECK(resumed.json().is_null());
    CHECK(jobsOf(market)["jobs"].empty());
}

TEST_CASE("a job that was recorded and not begun is begun by resume, and the hub may come later") {
    Market market(kShortTerms);
    market.knowHubBefore();
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    const bool recorded = market.until([&] { return market.said(Market::Renter, "nobody listens"); });
    REQUIRE(recorded);
    (void)market.end(Market::Renter, SIGKILL);
    const auto jobs = jobsOf(market);
    REQUIRE(jobs["jobs"].size() == 1);
    CHECK(jobs["jobs"][0]["open"] == true);
    CHECK(jobs["contracts"].empty());

    market.startHost(); // neither finds a hub yet
    market.expect(Market::Host, "nobody listens");
    market.startHub();
    market.expect(Market::Host, "listed: waiting");
    market.resume();
    (void)checkComplete(market, out);
    CHECK(jobsOf(market)["jobs"][0]["state"] == "finished");
    CHECK(market.tool(Market::Renter, {"resume"}).json().is_null());
    checkEnd(market);
}

TEST_CASE("a renter that dies around the admission finds its contract again and pays one escrow") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.expect(Market::Hub, ": admission");
    (void)market.end(Market::Renter, SIGKILL); // most often before the answer was stored
    market.resume();
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("a hub that dies with a contract under way for longer than the grace ends nothing: deadlines stand still") {
    Market market("release = \"1s\"\nopening = \"20s\"\nsecret = \"20s\"\nbond = \"1s\"\ngrace = \"3s\"\n");
    market.startHub();
    market.startHost();
    market.expect(Market::Host, "listed: waiting");
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    untilUnderWay(market);
    (void)market.end(Market::Hub, SIGKILL);
    (void)market.until([] { return false; }, Ms(4500));
    market.startHub();
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("a host that dies in mid-window, and workers of host and hub that die, cost nothing but time") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.expect(Market::Host, "listed as busy");
    CHECK(killWorkers(market, Market::Host) > 0);
    untilUnderWay(market, 5); // a batch of 4 is being checked
    CHECK(killWorkers(market, Market::Host) > 0);
    CHECK(killWorkers(market, Market::Hub) > 0);
    untilUnderWay(market, 8);
    (void)market.end(Market::Host, SIGKILL);
    market.startHost();
    market.expect(Market::Host, "taking up contract");
    (void)killWorkers(market, Market::Hub);
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("SIGTERM ends each program in 10 s with status 0, and all of them carry on") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    untilUnderWay(market);
    for (const Market::Role role : {Market::Renter, Market::Host, Market::Hub}) {
        const auto begin = Market::Clock::now();
        const Ended ended = market.end(role, SIGTERM);
        CHECK_MESSAGE(ended.status == 0, ended.err);
        CHECK(Market::Clock::now() - begin < Seconds(10));
    }
    market.startHub();
    market.startHost();
    market.resume();
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("a result that was written, and not marked so before a crash, is said again and not written again") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    (void)checkComplete(market, out);
    const std::string before = readText(out + "/report.json");
    { // as a kill between the two leaves it
        auto store = unchained::storage::PeerStore::open(market.directory(Market::Renter) + "/peer.sqlite");
        REQUIRE(store.ok());
        REQUIRE(store->setJobState(1, unchained::storage::JobState::Running).ok());
    }
    market.resume();
    (void)checkComplete(market, out);
    CHECK(readText(out + "/report.json") == before);
    CHECK(jobsOf(market)["jobs"][0]["state"] == "finished");
    checkEnd(market);
}

TEST_CASE("peers that come while the hub checks a step do not disturb it") {
    Open market;
    const std::string out = market.file("out");
    std::string job = readText(shortJob(market));
    const std::size_t at = job.find("epochs = 80");
    REQUIRE(at != std::string::npos);
    writeText(market.file("long.toml"), job.replace(at, 11, "epochs = 2000")); // a check takes a moment
    market.rent(market.file("long.toml"), out, {"--check-all"});
    untilUnderWay(market, 1);
    std::size_t asked = 0;
    for (; !market.hasEnded(Market::Renter); ++asked) {
        REQUIRE(market.tool(Market::Renter, {"listings", "--hub", market.address()}).status == 0);
        (void)market.until([] { return false; }, Ms(20));
    }
    CHECK(asked > 3);
    const auto report = checkComplete(market, out);
    CHECK(report["verification"]["claimsChecked"] == report["tickets"]["won"]);
    checkEnd(market);
}

TEST_CASE("a host that never comes back pays with its bond, and the renter is whole") {
    Market market("release = \"1s\"\nopening = \"3s\"\nsecret = \"3s\"\nbond = \"1s\"\ngrace = \"2s\"\n");
    market.startHub();
    market.startHost();
    market.expect(Market::Host, "listed: waiting");
    market.rent(shortJob(market), market.file("out"), {"--no-retry"});
    untilUnderWay(market);
    (void)market.end(Market::Host, SIGKILL);
    const Ended ended = market.reap(Market::Renter);
    CHECK(ended.status == 1);
    CHECK(ended.json()["contracts"][0]["outcome"] == "provider-silent");
    market.untilAllIsFree();
    const auto books = market.books();
    CHECK(books["peers"][market.peer(Market::Renter)] == 1'000'000'000);
    CHECK(books["burned"] > 0);
    CHECK(books["peers"][market.peer(Market::Host)].get<std::int64_t>() + books["burned"].get<std::int64_t>() ==
          1'000'000'000);
    market.startHost(); // comes back to a contract that has ended
    market.expect(Market::Host, "listed: waiting");
    checkEnd(market);
}

TEST_CASE("a renter that stays away is closed at the last receipted window, and resume says so") {
    Market market("release = \"1s\"\nopening = \"3s\"\nsecret = \"3s\"\nbond = \"1s\"\ngrace = \"2s\"\n");
    market.startHub();
    market.startHost();
    market.expect(Market::Host, "listed: waiting");
    const std::string out = market.file("out");
    market.rent(shortJob(market), out, {"--no-retry"});
    untilUnderWay(market);
    (void)market.end(Market::Renter, SIGKILL);
    market.expect(Market::Host, " ended: ");
    market.untilAllIsFree();
    market.resume();
    const Ended ended = market.reap(Market::Renter);
    CHECK(ended.status == 1);
    const auto report = ended.json();
    MESSAGE("outcome: ", report["contracts"][0]["outcome"].get<std::string>());
    CHECK(report["contracts"][0]["outcome"] != "complete");
    CHECK(report["contracts"][0]["outcome"] != "provider-silent");
    CHECK(report["tickets"]["paid"] <= report["tickets"]["issued"]);
    const Ended verified = market.tool(Market::Renter, {"verify", out, "--all"});
    CHECK_MESSAGE(verified.status == 0, verified.out, verified.err);
    checkEnd(market);
}

TEST_CASE("a cancel that was killed before the hub was reached is carried out by resume") {
    Open market;
    market.rent(shortJob(market), market.file("out"));
    untilUnderWay(market);
    CHECK(market.end(Market::Renter, SIGTERM).status == 0);
    CHECK(market.end(Market::Hub, SIGTERM).status == 0);
    market.cancel("1");
    market.expect(Market::Renter, "nobody listens");
    (void)market.end(Market::Renter, SIGKILL);
    CHECK(jobsOf(market)["jobs"][0]["open"] == true);
    CHECK(jobsOf(market)["jobs"][0]["cancelled"] == true);

    market.startHub();
    market.resume();
    const Ended resumed = market.reap(Market::Renter);
    CHECK_MESSAGE(resumed.status == 0, resumed.err);
    CHECK(resumed.json() == nlohmann::json{{"cancelled", 1}});
    const auto jobs = jobsOf(market);
    CHECK(jobs["jobs"][0]["state"] == "cancelled");
    REQUIRE(jobs["contracts"].size() == 1);
    CHECK(jobs["contracts"][0]["outcome"] == "left");
    checkEnd(market);
}

TEST_CASE("resume prints one document: an array where several jobs were under way") {
    Market market(kShortTerms);
    market.knowHubBefore();
    const std::string outs[] = {market.file("first"), market.file("second")};
    for (const std::string& out : outs) {
        market.rent(shortJob(market), out);
        market.expect(Market::Renter, "nobody listens");
        (void)market.end(Market::Renter, SIGKILL);
    }
    market.startHub();
    market.startHost();
    market.expect(Market::Host, "listed: waiting");
    market.resume();
    const Ended ended = market.reap(Market::Renter);
    CHECK_MESSAGE(ended.status == 0, ended.err);
    const auto documents = ended.json();
    REQUIRE(documents.is_array());
    REQUIRE(documents.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(documents[i]["out"] == outs[i]);
        CHECK(documents[i]["contracts"].back()["outcome"] == "complete");
    }
    checkEnd(market);
}

TEST_CASE("a rental that is stopped says so in its one document") {
    Market market(kShortTerms);
    market.knowHubBefore();
    market.rent(shortJob(market), market.file("out"));
    market.expect(Market::Renter, "nobody listens");
    const Ended ended = market.end(Market::Renter, SIGTERM);
    CHECK(ended.status == 0);
    CHECK(ended.json() == nlohmann::json{{"stopped", true}, {"job", 1}});
}

TEST_CASE("cancel ends a running job: what was not spent comes back, and only what was won is paid") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    untilUnderWay(market);
    CHECK(market.tool(Market::Renter, {"cancel", "1"}).status == 4); // its program runs
    CHECK(market.end(Market::Renter, SIGTERM).status == 0);
    CHECK(jobsOf(market)["jobs"][0]["open"] == true);

    const Ended cancelled = market.tool(Market::Renter, {"cancel", "1"});
    CHECK_MESSAGE(cancelled.status == 0, cancelled.out, cancelled.err);
    const auto jobs = jobsOf(market);
    CHECK(jobs["jobs"][0]["state"] == "cancelled");
    REQUIRE(jobs["contracts"].size() == 1);
    CHECK(jobs["contracts"][0]["outcome"] == "left");
    CHECK(market.tool(Market::Renter, {"resume"}).json().is_null());
    CHECK(market.tool(Market::Renter, {"cancel", "1"}).status == 4);
    CHECK(market.tool(Market::Renter, {"cancel", "7"}).status == 4);

    market.untilAllIsFree();
    std::int64_t tickets = 0;
    for (const auto& [escrow, paid] : market.ticketsPaid())
        tickets += paid;
    CHECK(tickets > 0);
    const std::int64_t price = jobs["contracts"][0]["price"].get<std::int64_t>();
    const auto books = market.books();
    CHECK(books["peers"][market.peer(Market::Renter)] == 1'000'000'000 - tickets * 2 * price);
    CHECK(books["peers"][market.peer(Market::Host)] == 1'000'000'000 + tickets * 2 * price);
    checkEnd(market);
}
