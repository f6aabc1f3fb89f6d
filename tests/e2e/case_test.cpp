// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

constexpr std::uint64_t kSteps = 1024, kForged = 612;

/// 1,024 steps of one iteration each; the bond stays locked for two minutes, so that somebody can look at them, and
/// is more than the renter pays: something is left to burn.
std::string longJob(const Market& market) {
    writeText(market.terms(),
              "release = \"5s\"\nopening = \"20s\"\nsecret = \"20s\"\nbond = \"120s\"\ngrace = \"10s\"\n");
    return alteredTiny(market.file("long.toml"), {{"epochs = 1000", "epochs = 1024"},
                                                  {"steps = 100", "steps = 1024"},
                                                  {"window = 4", "window = 16"},
                                                  {"odds = 4", "odds = 50"},
                                                  {"claim_batch = 6", "claim_batch = 3"},
                                                  {"width = 64", "width = 16"},
                                                  {"bond_steps = 400", "bond_steps = 4000"}});
}

std::vector<std::string> onHub(const Market& market, std::vector<std::string> words,
                               const std::vector<std::string>& more = {}) {
    words.insert(words.end(), {"--hub", market.address()});
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

void checkConserved(const Market& market, std::size_t parties) {
    const json books = market.books();
    INFO(books.dump());
    std::int64_t all = 0;
    for (const char* part : {"balance", "locked", "fees", "burned", "pool"})
        all += books[part].get<std::int64_t>();
    CHECK(all == static_cast<std::int64_t>(parties) * Market::kCredits);
    CHECK(market.audit("hub")["audit"] == "ok");
    CHECK(market.audit("hub")["folded"] == true);
}

} // namespace

TEST_CASE("a forged run of 1,024 steps is narrowed in ten rounds between two processes, and the host's bond answers") {
    Market market({"cheater", "other"});
    const std::string job = longJob(market);
    Daemon& cheater = market.cheater("cheater", "skip", {"--only", std::to_string(kForged)});
    json report = json::object();
    // Once in 150 rentals the draw finds the false step first.
    for (int trial = 0; trial < 3 && report.value("outcome", "") != "complete"; ++trial) {
        std::filesystem::remove_all(market.file("result"));
        const Ended rented = market.rent("result", {"--job", job, "--provider", market.peer("cheater"), "--no-retry"});
        INFO(rented.err);
        report = rented.json();
        REQUIRE(report["contracts"].size() == 1);
        report["outcome"] = report["contracts"][0]["outcome"];
    }
    REQUIRE(report["outcome"] == "complete");
    CHECK(report["contracts"][0]["stoppedFirst"] == nullptr);
    const json before = market.books();
    CHECK(before["locked"] > 0); // the bond

    // Somebody who is neither renter nor host, with the result and a machine of its own. While the first round waits
    // for the host it dies, goes on as it was called, loses the hub, and goes on.
    auto words = onHub(market, {"case", "dispute", market.file("result")}, {"--whole"});
    words.insert(words.begin(), {"--json", "--data-dir", market.directory("other")});
    cheater.signal(SIGSTOP);
    {
        Daemon first(kNode, words);
        first.waitFor("round 1:");
        first.signal(SIGKILL);
        CHECK(first.wait() == 128 + SIGKILL);
    }
    Daemon disputes(kNode, words);
    disputes.waitFor("case 1 is open: it goes on");
    market.hub().signal(SIGKILL);
    CHECK(market.hub().wait() == 128 + SIGKILL);
    disputes.waitFor("the hub is lost");
    market.startHub();
    cheater.signal(SIGCONT);
    CHECK(disputes.wait() == 0);
    const std::string text = disputes.output();
    INFO(text);
    const json found = json::parse(text.substr(text.rfind("\n{") + 1));
    CHECK(found["outcome"] == "host-wrong");
    CHECK(found["rounds"].size() == 10);
    CHECK(found["step"] == kForged);
    CHECK(found["claimed"] != found["computed"]);
    CHECK(found["disputed"] == found["computed"]);
    CHECK(found["engine"] == "scalar");
    CHECK(found["rounds"][0]["first"] == 0);
    CHECK(found["rounds"][0]["last"] == kSteps);

    const json after = market.books();
    CHECK(after["locked"] == 0);
    CHECK(after["deposits"] == 0);
    CHECK(after["peers"][market.peer("other")] == Market::kCredits);  // what it cost comes back
    CHECK(after["peers"][market.peer("renter")] == Market::kCredits); // and the renter has back what it paid
    CHECK(after["burned"] > before["burned"]);
    CHECK(market.listing("cheater")["stepsWrong"] == 1);
    checkConserved(market, 3);

    // For the record: which part of the state the false step left as it was.
    const json shown = market.node("other", onHub(market, {"case", "show", "1"})).json();
    CHECK(shown["tensor"] == "layers.0.weight");
    CHECK(shown["differing"] > 0);
    CHECK(shown["differing"] <= shown["values"]);
    const Ended again = market.node("other", onHub(market, {"case", "dispute", market.file("result")}));
    CHECK(again.status != 0); // nothing is locked that could answer
}

TEST_CASE(
    "a complaint that is not settled is ruled over by whom the hub names, and no host takes a renter's own arbiter") {
    Market market({"host", "judge"}, 2, "", {"--arbiter", "@judge"});
    const std::string job = longJob(market);
    writeText(market.terms(),
              "release = \"5s\"\nopening = \"20s\"\nsecret = \"20s\"\nbond = \"120s\"\ngrace = \"2s\"\n");
    market.host("host");
    const std::vector<std::string> words{"--job", job, "--provider", market.peer("host"), "--quick"};
    auto own = words;
    own.insert(own.end(), {"--arbiter", market.peer("hub")});
    const Ended refused = market.rent("none", own);
    CHECK(refused.status != 0);
    CHECK(refused.err.find("does not trust") != std::string::npos);
    const Ended rented = market.rent("result", words);
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const Ended opened = market.node("renter", onHub(market, {"case", "open"},
                                                     {"--contract", rented.json()["contract"], "--against",
                                                      market.peer("host"), "--ask", "0.01", "--text", "slow"}));
    INFO(opened.err, opened.out);
    REQUIRE(opened.status == 0);
    CHECK(opened.json()["arbiter"] == market.peer("judge"));
    const Ended told =
        run(kNode, {"--data-dir", market.directory("renter"), "case", "show", "1", "--hub", market.address()},
            {{"UNCHAINED_PASSPHRASE", ""}});
    CHECK(told.out.find("then: " + market.peer("judge").substr(0, 8) + " rules") != std::string::npos);
    const std::int64_t renterHas = market.balance("renter"), deposit = opened.json()["deposit"];
    const auto shown = [&] { return market.node("judge", onHub(market, {"case", "show", "1"})).json(); };
    while (shown()["level"] == "settlement") {
    }
    const Ended ruled =
        market.node("judge", onHub(market, {"case", "rule", "1", "0.004"}, {"--text", "it was slow at first"}));
    INFO(ruled.err, ruled.out);
    CHECK(shown()["outcome"] == "ruled");
    CHECK(market.balance("renter") == renterHas + 4000 + deposit);
    CHECK(market.balance("judge") >= Market::kCredits);
    checkConserved(market, 3);
}

TEST_CASE("renter and host write to each other, complain, show what was written, and settle it") {
    Market market({"host", "other"});
    const std::string job = longJob(market);
    market.host("host");
    const Ended rented = market.rent("result", {"--job", job, "--provider", market.peer("host"), "--quick"});
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const std::string contract = rented.json()["contract"];
    const Ended same = market.node("renter", onHub(market, {"case", "dispute", market.file("result")}));
    CHECK(same.status == 0);
    CHECK(same.json()["case"] == nullptr); // nothing to dispute
    const std::uint64_t steps = same.json()["steps"];
    const std::string last = std::to_string(steps - 1);
    const Ended one = market.node("renter", onHub(market, {"case", "dispute", market.file("result"), "--step", last}));
    CHECK(one.status == 0);
    CHECK(one.json()["steps"] < steps); // from the newest state that was handed over
    const Ended none = market.node(
        "renter", onHub(market, {"case", "dispute", market.file("result"), "--step", std::to_string(steps)}));
    CHECK(none.status != 0);

    // The host is away or not: the hub keeps what is sealed for it.
    const std::string words = "the card was hot, I give back a credit";
    REQUIRE(
        market.node("host", onHub(market, {"message", words}, {"--contract", contract, "--to", market.peer("renter")}))
            .status == 0);
    const json heard = market.node("renter", onHub(market, {"messages"}, {"--contract", contract})).json();
    REQUIRE(heard.size() == 1);
    CHECK(heard[0]["text"] == words);
    CHECK(heard[0]["from"] == market.peer("host"));
    CHECK(heard[0]["mine"] == false);
    CHECK(market.node("other", onHub(market, {"messages"}, {"--contract", contract})).json().empty());
    CHECK(readText(market.directory("hub") + "/hub.sqlite").find(words) == std::string::npos);
    CHECK(
        market.node("other", onHub(market, {"message", "hello"}, {"--contract", contract, "--to", market.peer("host")}))
            .status != 0);

    const Ended opened = market.node(
        "renter", onHub(market, {"case", "open"},
                        {"--contract", contract, "--against", market.peer("host"), "--ask", "0.01", "--text", "slow"}));
    INFO(opened.err, opened.out);
    REQUIRE(opened.status == 0);
    CHECK(opened.json()["level"] == "settlement");
    REQUIRE(
        market.node("renter", onHub(market, {"case", "evidence", "1"}, {"--message", "1", "--title", "its own words"}))
            .status == 0);
    const json list = market.node("host", onHub(market, {"case", "list"})).json();
    REQUIRE(list.size() == 1);
    CHECK(list[0]["evidence"][1]["standing"] == "signed");
    const std::int64_t renterHas = market.balance("renter"), hostHas = market.balance("host");
    const std::int64_t deposit = list[0]["deposit"];
    REQUIRE(market.node("host", onHub(market, {"case", "settle", "1", "0.004"})).status == 0);
    const Ended accepted = market.node("renter", onHub(market, {"case", "accept", "1"}));
    INFO(accepted.err, accepted.out);
    CHECK(accepted.json()["outcome"] == "settled");
    CHECK(market.balance("renter") == renterHas + 4000 + deposit);
    CHECK(market.balance("host") == hostHas - 4000);
    const Ended late = market.node("host", onHub(market, {"case", "settle", "1", "1"}));
    CHECK(late.status != 0);
    CHECK(late.err.find("has ended") != std::string::npos);
    CHECK(market.node("other", onHub(market, {"case", "show", "1"})).status != 0);
    checkConserved(market, 3);
}
