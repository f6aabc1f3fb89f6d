// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"
#include "e2e/record.h"
#include "gpu/engine.h"
#include "net/machine.h"

using namespace unchained;
using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// The tiny job cut to 40 steps, for engines that are slow.
std::string shortJob(const Market& market) {
    std::string text = readText(kTinyJob);
    const auto put = [&](const std::string& from, const std::string& to) {
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
    };
    put("../../resources", SOURCE_DIR "/resources");
    put("epochs = 1000", "epochs = 400");
    put("\nsteps = 100", "\nsteps = 40");
    put("odds = 4", "odds = 2");
    const std::string file = market.file("short.toml");
    writeText(file, text);
    return file;
}

std::vector<std::filesystem::path> filesOf(const std::string& directory) {
    std::vector<std::filesystem::path> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory))
        if (entry.is_regular_file()) out.push_back(entry.path());
    return out;
}

void flipByte(const std::filesystem::path& file) {
    std::string bytes = readText(file);
    REQUIRE(!bytes.empty());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
    writeText(file, bytes);
}

/// A program whose worker is missing finds nothing wrong and nothing right.
void cannotLook(const std::string& result) {
    const Folder folder;
    std::filesystem::copy_file(kNode, folder / "unchained-node");
    const Ended ended = run(folder / "unchained-node", {"--json", "verify", result, "--steps", "1"});
    CHECK(ended.status == 4);
    const json document = ended.json();
    INFO(ended.out);
    CHECK(document["ok"].is_null());
    CHECK(document["findings"].empty());
    CHECK(document["stepsChecked"] == 0);
    CHECK(document["error"]["sentence"].get<std::string>().find("cannot be recomputed: ") != std::string::npos);
    CHECK(run(folder / "unchained-node", {"verify", result, "--steps", "0"}).status == 0);
}

void verifiesAndForgeriesAreFound(Market& market, const std::string& result, const json& report) {
    const json all = market.verify("result");
    INFO(all.dump());
    CHECK(all["status"] == 0);
    CHECK(all["stepsChecked"] == 100);
    CHECK(all["stateRoot"] == report["stateRoot"]);
    CHECK(market.verify("result", {"--steps", "3"})["stepsChecked"] == 3);
    cannotLook(result);
    const Ended script = run("/usr/bin/env", {"python3", SOURCE_DIR "/tests/e2e/verify_rental.py", "--json", result});
    INFO(script.out, script.err);
    CHECK(script.status == 0);
    CHECK(script.json()["tickets"]["paid"] == report["tickets"]["paid"]);

    const auto files = filesOf(result);
    CHECK(files.size() >= 3 + 2 + 20);
    for (const auto& file : files) {
        INFO(file.string());
        flipByte(file);
        const json found = market.verify("result", {"--steps", "0"});
        CHECK(found["status"] == 1);
        CHECK(!found["findings"].empty());
        flipByte(file);
    }
    CHECK(market.verify("result", {"--steps", "0"})["status"] == 0);
}

/// Renter and host review each other, and who was reviewed replies.
void bothReview(Market& market, const std::string& id) {
    const auto review = [&](const char* who, const char* stars, const char* text) {
        return market.node(who,
                           {"review", "--hub", market.address(), "--contract", id, "--stars", stars, "--text", text});
    };
    const auto reviews = [&](const char* of) {
        return market.node("renter", {"reviews", "--hub", market.address(), market.peer(of)}).json();
    };
    CHECK(review("renter", "4,5,4,3", "as it said").status == 0);
    CHECK(reviews("host").empty()); // blind until both are in
    CHECK(market.listing("host")["ratings"] == 0);
    CHECK(review("host", "5", "paid at once").status == 0);
    REQUIRE(reviews("host").size() == 1);
    CHECK(reviews("host")[0]["by"] == market.peer("renter"));
    CHECK(reviews("host")[0]["stars"]["speed"] == 5);
    CHECK(reviews("host")[0]["text"] == "as it said");
    CHECK(reviews("renter")[0]["stars"]["communication"] == 5);
    CHECK(market.listing("host")["ratings"] == 1);
    CHECK(market.listing("host")["stars"].is_null()); // one who has paid nobody else: a voice without weight
    CHECK(review("renter", "1", "in anger").status == 3);
    CHECK(market.node("host", {"reply", "--hub", market.address(), "--contract", id, "--text", "thank you"}).status ==
          0);
    CHECK(reviews("host")[0]["reply"] == "thank you");
    const json standing = market.node("renter", {"standing", "--hub", market.address(), market.peer("host")}).json();
    CHECK(standing["contracts"] == 1);
    CHECK(standing["rating"]["weight"] == 0);
    CHECK(standing["reliability"]["count"] == 1);
}

} // namespace

TEST_CASE("a machine is measured once, and again when that is asked for or another engine is") {
    Market market({"host"});
    const auto isMeasured = [&](const std::vector<std::string>& more) {
        Daemon& host = market.host("host", more);
        host.signal(SIGTERM);
        CHECK(host.wait() == 0);
        CHECK(host.output().find(" million multiply-adds a second with ") != std::string::npos);
        return host.output().find(", as measured before; --measure does it again\n") == std::string::npos;
    };
    CHECK(isMeasured({}));
    const auto rate = market.listing("host")["rate"];
    CHECK_FALSE(isMeasured({}));
    CHECK(market.listing("host")["rate"] == rate);
    CHECK(isMeasured({"--measure"}));
    CHECK(isMeasured({"--engine", "scalar"}));

    // What is kept is listed only where the engine is still the one that the worker takes up.
    const auto keep = [&](const std::string& engine, std::uint64_t kept) {
        const Hash256 here = net::machineFingerprint(BIN_DIR "/unchained-worker", "");
        net::keepRate(market.directory("host") + "/rate.cbor", here, {engine, kept});
    };
    ::unsetenv("CUDA_VISIBLE_DEVICES"); // as for the host
    keep("gone", 7'000'000);
    CHECK(isMeasured({}));
    CHECK(market.listing("host")["rate"] != 7'000'000);
    keep(market.listing("host")["engine"], 7'000'000);
    CHECK_FALSE(isMeasured({}));
    CHECK(market.listing("host")["rate"] == 7'000'000);
}

TEST_CASE("an honest rental between separate processes adds up, and anybody can verify it") {
    Market market({"host"});
    Daemon& host = market.host("host");
    auto renting = market.startRent("result");
    market.hub().waitFor(": claim", 3);
    for (const char* name : {"hub", "host", "renter"}) {
        CAPTURE(name);
        CHECK(market.audit(name)["audit"] == "ok"); // under way
    }
    REQUIRE(renting->wait() == 0);
    INFO(renting->output());
    host.waitFor("ended: complete");
    market.hub().waitFor("bond-freed");

    const std::string result = market.file("result");
    const json report = json::parse(readText(result + "/report.json"));
    INFO(report.dump());
    CHECK(report["provider"] == market.peer("host"));
    CHECK(report["contracts"].size() == 1);
    CHECK(report["contracts"][0]["outcome"] == "complete");
    CHECK(report["contract"] == report["contracts"][0]["contract"]);
    CHECK(report["steps"] == 100);
    CHECK(report["windows"] == 25);
    CHECK(report["iterations"] == 1000);
    CHECK(report["testAccuracy"] > 0.9);
    CHECK(report["testLoss"] < 1.0);
    CHECK(report["stateRoot"].get<std::string>().size() == 64);
    CHECK(report["seconds"] > 0);
    const json& tickets = report["tickets"];
    CHECK(tickets["issued"] == 100);
    CHECK(tickets["won"] > 0);
    CHECK(tickets["claimed"] == tickets["won"]);
    CHECK(tickets["paid"] == tickets["won"]);
    const json& credits = report["credits"];
    const std::int64_t paid = credits["paid"];
    const json contract = market.node("renter", {"jobs"}).json()["contracts"][0];
    CHECK(contract["outcome"] == "complete");
    const std::int64_t face = 4 * contract["price"].get<std::int64_t>();
    CHECK(paid == face * tickets["paid"].get<std::int64_t>());
    CHECK(credits["escrowed"] == paid + credits["returned"].get<std::int64_t>());
    CHECK(credits["fees"] == 0);
    const json& checks = report["verification"];
    CHECK(checks["claimsChecked"] > 0);
    CHECK(checks["failed"] == 0);
    CHECK(checks["sabotageDeterred"] > 0);
    CHECK(checks["overheadRatio"] >= checks["overheadFixed"]);
    CHECK(checks["complaints"].empty());

    const json books = market.books();
    CHECK(books["locked"] == 0);
    CHECK(books["peers"][market.peer("renter")] == Market::kCredits - paid);
    CHECK(books["peers"][market.peer("host")] == Market::kCredits + paid);
    for (const char* name : {"hub", "host", "renter"})
        CHECK(market.audit(name)["audit"] == "ok");

    const json listed = market.listing("host");
    CHECK(listed["stepsChecked"].get<std::uint64_t>() >= checks["claimsChecked"].get<std::uint64_t>());
    CHECK(listed["stepsWrong"] == 0);
    CHECK(listed["ratings"] == 0);
    bothReview(market, report["contract"]);
    CHECK(market.node("renter", {"pay", "--hub", market.address(), market.peer("host"), "2.5"}).status == 0);
    CHECK(market.balance("host") == Market::kCredits + paid + 2'500'000);

    verifiesAndForgeriesAreFound(market, result, report);
}

TEST_CASE("a hub's fees are part of the escrow that the plan names, and of what --max-spend allows") {
    constexpr std::int64_t kFee = 10'000;
    Market market({"host"}, 10, "check_fee = \"0.01\"\n");
    market.host("host");
    const std::string job = shortJob(market);
    const Ended planned = market.node("renter", {"plan", "--hub", market.address(), "--job", job});
    REQUIRE_MESSAGE(planned.status == 0, planned.err);
    const json plan = planned.json();
    INFO(plan.dump());
    CHECK(plan["host"]["peer"] == market.peer("host"));
    const std::int64_t escrow = plan["escrow"];
    CHECK(plan["checkFees"] == kFee * plan["checks"]["expected"].get<std::int64_t>());
    const auto spend = [&](std::int64_t micro) {
        return market.rent("result", {"--job", job, "--max-spend", Amount::micros(micro).str()});
    };
    const Ended refused = spend(escrow - 1);
    CHECK(refused.status == 4);
    CHECK(refused.json()["error"]["sentence"] == "the escrow of " + Amount::micros(escrow).str() +
                                                     " credits is above the limit of " +
                                                     Amount::micros(escrow - 1).str());
    CHECK(market.books()["locked"] == 0);

    const Ended rented = spend(escrow);
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const json report = rented.json();
    CHECK(report["credits"]["escrowed"] == escrow);
    CHECK(report["credits"]["fees"] == kFee * report["verification"]["claimsChecked"].get<std::int64_t>());
    CHECK(report["credits"]["fees"] > 0);
    CHECK(market.books()["fees"] == report["credits"]["fees"]);
    CHECK(market.audit("hub")["audit"] == "ok");
    CHECK(market.verify("result", {"--steps", "1"})["status"] == 0);
}

TEST_CASE("on a direct connection a rental goes on while the hub stands still") {
    Market market({"host"}, 30);
    market.host("host", {"--listen", "127.0.0.1:0"});
    CHECK(market.listing("host")["address"].get<std::string>().rfind("127.0.0.1:", 0) == 0);
    auto renting = market.startRent("result");
    market.hub().waitFor(": claim");
    market.hub().signal(SIGSTOP);
    renting->waitFor("100/100 steps");
    market.hub().signal(SIGCONT);
    const int status = renting->wait();
    INFO(renting->output());
    CHECK(status == 0);
    CHECK(market.verify("result", {"--steps", "0"})["status"] == 0);
}

TEST_CASE("host, hub and whoever verifies may use different engines: nobody is accused") {
    Market market({"host"});
    market.host("host", {"--engine", "scalar"});
    const Ended rented = market.rent("result", {"--check-all", "--job", shortJob(market)});
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const json report = rented.json();
    CHECK(report["verification"]["failed"] == 0);
    CHECK(report["verification"]["claimsChecked"] == report["tickets"]["won"]);
    CHECK(market.listing("host")["engine"] == "scalar");
    std::string fastest;
    for (const gpu::EngineInfo& info : gpu::engines()) {
        if (!info.engine) continue;
        const std::string& engine = fastest = info.name;
        CAPTURE(engine);
        const json verified = market.verify("result", {"--all", "--engine", engine});
        INFO(verified.dump());
        CHECK(verified["status"] == 0);
        CHECK(verified["stepsChecked"] == 40);
    }
    const Record record = recordOf(market.file("result"));
    REQUIRE_FALSE(record.checks.empty());
    for (const auto& check : record.checks)
        CHECK(check.engine == fastest); // the hub's own, and not the host's where there is another
    if (fastest == "scalar") MESSAGE("this machine has one engine alone: nothing was checked by another");
}

TEST_CASE("an honest host is never accused in 2,000 tiny steps that other arithmetic checks") {
    Market market({"host"}, 30);
    market.host("host", {"--engine", "scalar", "--price", "360000"});
    std::string text = readText(shortJob(market));
    const auto put = [&](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    put("epochs = 400", "epochs = 2000");
    put("\nsteps = 40", "\nsteps = 2000");
    put("width = 64", "width = 4");
    put("odds = 2", "odds = 8");
    put("window = 4", "window = 32");
    writeText(market.file("long.toml"), text);
    const Ended rented = market.rent("result", {"--check-all", "--job", market.file("long.toml")});
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const json report = rented.json();
    CHECK(report["tickets"]["issued"] == 2000);
    CHECK(report["verification"]["claimsChecked"] == report["tickets"]["won"]);
    CHECK(report["verification"]["failed"] == 0);
}
