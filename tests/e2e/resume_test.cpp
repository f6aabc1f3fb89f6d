// SPDX-License-Identifier: Apache-2.0
#include "e2e/trio.h"
#include "net/renter_job.h"
#include "storage/peer_store.h"

using namespace unchained::e2e;

namespace {

/// The workers of a party die while the party itself goes on: its worker is waited for, since a host starts one with a
/// contract, the hub with its first check, and both another one for what they do next after it died.
void killWorkers(Trio& market, Trio::Role role) {
    const auto killed = [&] {
        const auto workers = childrenOf(market.id(role));
        for (const pid_t worker : workers)
            ::kill(worker, SIGKILL);
        return !workers.empty();
    };
    const bool done = market.until(killed);
    if (!done) market.say();
    REQUIRE_MESSAGE(done, std::string(Trio::kNames[role]), " never had a worker");
}

} // namespace

TEST_CASE("nothing under way: resume and jobs have status 0") {
    Trio market(kShortTerms);
    const Ended resumed = market.tool(Trio::Renter, {"resume"});
    CHECK(resumed.status == 0);
    CHECK(resumed.json().is_null());
    CHECK(market.jobs()["jobs"].empty());
}

TEST_CASE("a job that was recorded and not begun is begun by resume, and the hub may come later") {
    Trio market(kShortTerms);
    market.knowHubBefore();
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    const bool recorded = market.until([&] { return market.said(Trio::Renter, "nobody listens"); });
    REQUIRE(recorded);
    (void)market.end(Trio::Renter, SIGKILL);
    const auto jobs = market.jobs();
    REQUIRE(jobs["jobs"].size() == 1);
    CHECK(jobs["jobs"][0]["open"] == true);
    CHECK(jobs["contracts"].empty());

    market.startHost(); // neither finds a hub yet
    market.expect(Trio::Host, "nobody listens");
    market.startHub();
    market.expect(Trio::Host, "listed: waiting");
    market.resume();
    (void)checkComplete(market, out);
    CHECK(market.jobs()["jobs"][0]["state"] == "finished");
    CHECK(market.tool(Trio::Renter, {"resume"}).json().is_null());
    checkEnd(market);
}

TEST_CASE("a renter that dies around the admission finds its contract again and pays one escrow") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.expect(Trio::Hub, ": admission");
    (void)market.end(Trio::Renter, SIGKILL); // most often before the answer was stored
    market.resume();
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("a contract that locks more than its renter allows is left as soon as the renter sees it") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.expect(Trio::Hub, ": admission");
    (void)market.end(Trio::Renter, SIGKILL);
    // As where a hub that started anew has locked more than it said before: the limit is below what is locked.
    const std::string database = market.directory(Trio::Renter) + "/peer.sqlite";
    auto options = [&] {
        const auto store = unchained::storage::PeerStore::open(database);
        REQUIRE(store);
        return unchained::net::decodeOptions(store->jobs()->front().options);
    }();
    REQUIRE(options);
    options->maxSpend = unchained::Amount::micros(1);
    const std::string hex = unchained::toHex(unchained::net::encodeOptions(*options));
    REQUIRE(run("/usr/bin/sqlite3", {database, "UPDATE jobs SET options = X'" + hex + "'"}).status == 0);
    market.resume();
    const Ended ended = market.reap(Trio::Renter);
    INFO(ended.out, ended.err);
    CHECK(ended.status == 1); // it is not complete
    CHECK(ended.err.find("is above the limit of 0.000001") != std::string::npos);
    const auto report = ended.json();
    CHECK(report["contracts"].size() == 1);
    CHECK(report["contracts"][0]["outcome"] == "left");
    CHECK(report["steps"] < 40);
    checkEnd(market);
}

TEST_CASE("a hub that dies with a contract under way for longer than the grace ends nothing: deadlines stand still") {
    Open market("release = \"1s\"\nopening = \"20s\"\nsecret = \"20s\"\nbond = \"1s\"\ngrace = \"3s\"\n");
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.untilClaims(2);
    (void)market.end(Trio::Hub, SIGKILL);
    (void)market.until([] { return false; }, Trio::Ms(4500));
    // It comes back with other terms: they are for contracts to come, and the log folds to the same books.
    writeText(market.file("terms.toml"), readText(market.file("terms.toml")) + "check_fee = \"0.5\"\n");
    market.startHub();
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    CHECK(report["credits"]["fees"] == 0);
    checkEnd(market);
    CHECK(market.tool(Trio::Hub, {"ledger", "audit"}).json()["folded"] == true);
}

TEST_CASE("a host that dies in mid-window, and workers of host and hub that die, cost nothing but time") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.expect(Trio::Host, "listed as busy");
    killWorkers(market, Trio::Host);
    market.untilClaims(5); // a batch of 4 is full: one of them is checked
    killWorkers(market, Trio::Host);
    killWorkers(market, Trio::Hub);
    market.untilClaims(8);
    (void)market.end(Trio::Host, SIGKILL);
    market.startHost();
    market.expect(Trio::Host, "taking up contract");
    killWorkers(market, Trio::Hub);
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("SIGTERM ends each program in 10 s with status 0, and all of them carry on") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.untilClaims(2);
    for (const Trio::Role role : {Trio::Renter, Trio::Host, Trio::Hub}) {
        const auto begin = Trio::Clock::now();
        const Ended ended = market.end(role, SIGTERM);
        CHECK_MESSAGE(ended.status == 0, ended.err);
        CHECK(Trio::Clock::now() - begin < std::chrono::seconds(10));
    }
    const Ended other = market.tool(Trio::Renter, {"resume", "--contract", std::string(64, 'a')});
    CHECK(other.status == 4);
    CHECK(other.json()["error"]["sentence"] == "this directory rented no such contract");
    market.startHub();
    market.startHost();
    market.resume({"--contract", market.jobs()["contracts"][0]["contract"]});
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("a renter restored from a backup that is older than its contract finds it again and pays no second escrow") {
    Trio market(kShortTerms);
    market.knowHubBefore();
    const std::string out = market.file("out"), mine = market.directory(Trio::Renter);
    market.rent(shortJob(market), out);
    market.expect(Trio::Renter, "nobody listens");
    (void)market.end(Trio::Renter, SIGKILL);
    const auto copyBooks = [](const std::string& from, const std::string& to) {
        std::filesystem::create_directories(to);
        for (const char* name : {"/peer.sqlite", "/peer.sqlite-wal", "/peer.sqlite-shm"}) {
            std::filesystem::remove(to + name);
            if (std::filesystem::exists(from + name)) std::filesystem::copy_file(from + name, to + name);
        }
    };
    copyBooks(mine, market.file("backup"));
    market.startHub();
    market.startHost();
    market.expect(Trio::Host, "listed: waiting");
    market.resume();
    (void)checkComplete(market, out);
    market.untilAllIsFree();
    const auto before = market.books()["peers"];

    copyBooks(market.file("backup"), mine);
    REQUIRE(market.jobs()["jobs"][0]["open"] == true);
    REQUIRE(market.jobs()["contracts"].empty());
    market.resume();
    const Ended again = market.reap(Trio::Renter);
    CHECK(again.status == 4); // the result is there already, and is not written over
    CHECK(again.json()["error"]["subject"] == out);
    CHECK(again.err.find("contract ended: complete") != std::string::npos);
    REQUIRE(market.jobs()["contracts"].size() == 1);
    CHECK(market.jobs()["contracts"][0]["outcome"] == "complete");
    CHECK(market.books()["peers"] == before);
    CHECK(market.ticketsPaid().size() == 1); // by escrow
    checkEnd(market);
}

TEST_CASE("a result that was written, and not marked so before a crash, is said again and not written again") {
    Open market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    (void)checkComplete(market, out);
    const std::string before = readText(out + "/report.json");
    { // as a kill between the two leaves it
        auto store = unchained::storage::PeerStore::open(market.directory(Trio::Renter) + "/peer.sqlite");
        REQUIRE(store.ok());
        REQUIRE(store->setJobState(1, unchained::storage::JobState::Running).ok());
    }
    market.resume();
    (void)checkComplete(market, out);
    CHECK(readText(out + "/report.json") == before);
    CHECK(market.jobs()["jobs"][0]["state"] == "finished");
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
    market.untilClaims(1);
    std::size_t asked = 0;
    for (; !market.hasEnded(Trio::Renter); ++asked) {
        REQUIRE(market.tool(Trio::Renter, {"listings", "--hub", market.address()}).status == 0);
        (void)market.until([] { return false; }, Trio::Ms(20));
    }
    CHECK(asked > 3);
    const auto report = checkComplete(market, out);
    CHECK(report["verification"]["claimsChecked"] == report["tickets"]["won"]);
    checkEnd(market);
}

TEST_CASE("resume prints one document: an array where several jobs were under way") {
    Trio market(kShortTerms);
    market.knowHubBefore();
    const std::string outs[] = {market.file("first"), market.file("second")};
    for (const std::string& out : outs) {
        market.rent(shortJob(market), out);
        market.expect(Trio::Renter, "nobody listens");
        (void)market.end(Trio::Renter, SIGKILL);
    }
    market.startHub();
    market.startHost();
    market.expect(Trio::Host, "listed: waiting");
    market.resume();
    const Ended ended = market.reap(Trio::Renter);
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
