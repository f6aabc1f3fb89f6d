// SPDX-License-Identifier: Apache-2.0
// Rentals whose checks are made by peers for hire.
#include "e2e/processes.h"
#include "e2e/record.h"
#include "e2e/trio.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

constexpr std::int64_t kFee = 100'000; ///< in micro-credits
const std::vector<std::string> kHires{"--hire-checkers", "100%", "--check-again", "0"};
constexpr const char* kHubsOwn = "check_fee = \"0.1\"\n";

std::size_t hiredOf(const std::string& directory, std::size_t& all) {
    const Record record = recordOf(directory);
    all = record.checks.size();
    return static_cast<std::size_t>(std::count_if(record.checks.begin(), record.checks.end(),
                                                  [](const auto& check) { return check.engine == "hired"; }));
}

} // namespace

TEST_CASE(
    "the checks of a rental are made by somebody hired, also when it dies in the middle, and the hub computes none") {
    Market market({"host", "ann"}, 10, kHubsOwn, kHires);
    Daemon& first = market.checker("ann", "900");
    Daemon& host = market.host("host");
    auto renting = market.startRent("result", {"--job", kTinyJob});
    first.waitFor("checking step");
    first.signal(SIGKILL); // whatever it was at, the hub tells it again
    CHECK(first.wait() == 128 + SIGKILL);
    Daemon& ann = market.checker("ann", "900");
    CHECK(renting->wait() == 0);
    std::size_t all = 0;
    CHECK(hiredOf(market.file("result"), all) == all);
    CHECK(all >= 1);
    INFO(host.output());
    CHECK(host.output().find("is computed again") == std::string::npos); // for its salted roots
    // What the hub spent on checks is less than the host on one step.
    const json cpu = json::parse(readText(market.file("result/report.json")))["cpuSeconds"];
    INFO(cpu.dump());
    CHECK(cpu["checks"] == 0);
    const json verified = market.verify("result", {"--steps", "2"});
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    const Ended script =
        run("/usr/bin/env", {"python3", SOURCE_DIR "/tests/e2e/verify_rental.py", "--json", market.file("result")});
    INFO(script.out, script.err);
    CHECK(script.status == 0);
    const auto earned = static_cast<std::int64_t>(all) * kFee;
    CHECK(market.balance("ann") == Market::kCredits - 900'000'000 + earned);
    CHECK(market.books()["stakes"] == 900'000'000);
    CHECK(market.books()["fees"] == 0);
    ann.signal(SIGTERM);
    CHECK(ann.wait() == 0);
    const std::string text = ann.output();
    const json last = json::parse(text.substr(text.rfind("\n{") + 1));
    CHECK(last["earned"] == earned);
    CHECK(last["stake"] == 0);
    CHECK(market.balance("ann") == Market::kCredits + earned);
    CHECK(market.audit("hub")["audit"] == "ok");
    CHECK(market.audit("hub")["folded"] == true);
}

TEST_CASE("a checker that guesses loses its stake, the host is paid all the same, and a host that fakes is caught") {
    Market market({"host", "skip", "liar", "ann"}, 10, kHubsOwn, kHires);
    Daemon& liar = market.checker("liar", "900", true);
    {
        Daemon& host = market.host("host");
        const Ended rented = market.rent("result", {"--quick"});
        INFO(rented.err);
        REQUIRE(rented.status == 0);
        CHECK(rented.json()["contracts"][0]["outcome"] == "complete");
        host.signal(SIGTERM);
        CHECK(host.wait() == 0);
    }
    CHECK(liar.wait() == 4);
    CHECK(market.balance("liar") == 100'000'000);
    std::size_t all = 0;
    CHECK(hiredOf(market.file("result"), all) == 0);
    CHECK(market.verify("result", {"--steps", "2"})["status"] == 0);
    const json books = market.books();
    CHECK(books["stakes"] == 0);
    CHECK(books["burned"].get<std::int64_t>() + books["fees"].get<std::int64_t>() ==
          900'000'000 + static_cast<std::int64_t>(all) * kFee);

    market.checker("ann", "900");
    market.cheater("skip", "skip");
    const Ended rented = market.rent("caught", {"--quick", "--provider", market.peer("skip"), "--no-retry"});
    INFO(rented.err);
    CHECK(rented.status == 1);
    CHECK(rented.json()["contracts"][0]["outcome"] == "caught");
    CHECK(market.balance("ann") == 100'000'000 + kFee);
    CHECK(market.verify("caught")["status"] == 0);
    CHECK(market.audit("hub")["folded"] == true);
}

TEST_CASE("a checker whose worker dies again and again gives the task back in time, and loses nothing") {
    const Folder programs;
    Market market({"host", "ann"}, 10, kHubsOwn, kHires);
    Daemon ann(programWithDyingWorker(programs),
               {"--data-dir", market.directory("ann"), "check", "--hub", market.address(), "--stake", "900"});
    ann.waitFor("on the list");
    market.host("host");
    const Ended rented = market.rent("result", {"--quick"});
    INFO(rented.err, ann.output());
    CHECK(rented.status == 0);
    CHECK(ann.output().find("declined step") != std::string::npos);
    CHECK(market.balance("ann") == 100'000'000);
    CHECK(market.books()["stakes"] == 900'000'000);
}

TEST_CASE("hub and host are killed while checks are made for hire, and each is made") {
    Trio market(kShortTerms);
    const std::string directory = market.file("ann"), peer = makeIdentity(directory);
    market.hubOptions({"--hire-checkers", "100%", "--check-again", "0", "--issue", peer + "=1000"});
    market.startHub();
    market.startHost();
    market.expect(Trio::Host, "listed: waiting");
    Daemon ann(kNode, {"--data-dir", directory, "check", "--hub", market.address(), "--stake", "900"});
    ann.waitFor("on the list");
    market.rent(shortJob(market), market.file("out"));
    for (const Trio::Role role : {Trio::Hub, Trio::Host, Trio::Hub}) {
        market.untilClaims(2);
        (void)market.end(role, SIGKILL);
        role == Trio::Hub ? market.startHub() : market.startHost();
    }
    (void)checkComplete(market, market.file("out"));
    std::size_t all = 0;
    CHECK(hiredOf(market.file("out"), all) == all);
    CHECK(all >= 1);
    CHECK(market.tool(Trio::Hub, {"ledger", "audit"}).json()["folded"] == true);
    ann.signal(SIGTERM);
    CHECK(ann.wait() == 0);
    const auto books = market.books();
    CHECK(books["stakes"] == 0);
    CHECK(books["peers"][peer] == 1'000'000'000);
}
