// SPDX-License-Identifier: Apache-2.0
// Parallel work between real processes: what is rented comes out whole, a liar is caught, and a death changes nothing.
#include "e2e/processes.h"
#include "e2e/trio.h"

#include <sstream>

using namespace unchained::e2e;
using nlohmann::json;

namespace {

const std::string kTiles = TESTS_DIR "/jobs/tiles.toml";

std::vector<std::string> linesOf(const std::string& path) {
    std::vector<std::string> out;
    std::istringstream in(readText(path));
    for (std::string line; std::getline(in, line);)
        out.push_back(line);
    return out;
}

/// Rents a job that is supplied, 20 tiles of it, and has it verified by somebody who was not there.
json rentQuick(const Market& market, const std::string& job, const std::string& result) {
    const Ended rented =
        market.rent(job, {"--quick", "--fear", "0.05", "--job", SOURCE_DIR "/resources/jobs/" + job + ".toml"});
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    json report = rented.json();
    CHECK(report["kind"] == "parallel");
    CHECK(report["result"] == result);
    CHECK(report["steps"] == 20);
    CHECK(report["tickets"]["paid"] == 20);
    CHECK(report["testAccuracy"].is_null());
    CHECK(report["verification"]["complaints"].empty());
    const json& passes = report["verification"]["falseAccept"];
    REQUIRE(passes.size() == 4);
    CHECK(passes[3]["faked"] == 0.05);
    const double checks = report["verification"]["claimsChecked"];
    CHECK(checks >= 3);
    CHECK(passes[2]["chance"].get<double>() == doctest::Approx(std::pow(0.4, checks)));
    const json verified = market.verify(job);
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    CHECK(verified["stepsChecked"] == 20);
    CHECK(verified["stepsRecomputed"] == 20);
    const Ended script =
        run("/usr/bin/env", {"python3", "-B", SOURCE_DIR "/tests/e2e/verify_rental.py", market.file(job)});
    CHECK_MESSAGE(script.status == 0, script.out, script.err);
    CHECK(market.verify(job, {"--steps", "2"})["stepsRecomputed"] == 2); // tiles need no others before them
    return report;
}

} // namespace

TEST_CASE("each supplied job of tiles is rented, checked, paid and verified") {
    Market market({"host"});
    market.host("host");
    rentQuick(market, "render", "render.png");
    CHECK(readText(market.file("render/render.png")).substr(1, 3) == "PNG");

    rentQuick(market, "infer", "outputs.csv");
    const auto outputs = linesOf(market.file("infer/outputs.csv"));
    REQUIRE(outputs.size() == 361);
    std::size_t right = 0;
    const auto truth = linesOf(SOURCE_DIR "/resources/data/digits.csv");
    const std::size_t header = truth.size() - 1797;
    for (std::size_t row = 0; row < 360; ++row) {
        const std::string wanted = truth[row + header].substr(truth[row + header].rfind(',') + 1);
        const std::string begin = std::to_string(row) + "," + std::to_string(std::stoi(wanted)) + ",";
        right += outputs[row + 1].rfind(begin, 0) == 0 ? 1 : 0;
    }
    CHECK(right > 345);

    rentQuick(market, "sweep", "scores.csv");
    const auto scores = linesOf(market.file("sweep/scores.csv"));
    REQUIRE(scores.size() == 21);
    double before = 0;
    for (std::size_t i = 1; i < scores.size(); ++i) {
        if (scores[i].find("diverged") != std::string::npos) continue;
        const double loss = std::stod(scores[i].substr(scores[i].find(',') + 1));
        CHECK(loss >= before);
        before = loss;
    }
    CHECK(market.audit("hub")["audit"] == "ok");

    // A pixel that was not computed, a tile that is not the one committed to, a row that was added: all are found.
    const std::string table = readText(market.file("infer/outputs.csv"));
    writeText(market.file("infer/outputs.csv"), table + "360,0,0\n");
    CHECK(market.verify("infer")["status"] == 1);
    writeText(market.file("render/render.png"), readText(market.file("render/render.png")) + "x");
    CHECK(market.verify("render")["status"] == 1);
}

TEST_CASE("a host that makes tiles up is caught, its bond answers, and another host makes them all") {
    Market market({"first", "second"});
    market.cheater("first", "memo", {"--after", "9"});
    market.host("second", {"--price", "360000"});
    const Ended rented = market.rent("result", {"--check-all", "--job", kTiles});
    INFO(rented.err);
    REQUIRE(rented.status == 0);
    const json report = rented.json();
    REQUIRE(report["contracts"].size() == 2);
    CHECK(report["contracts"][0]["outcome"] == "caught");
    CHECK(report["contracts"][1]["outcome"] == "complete");
    CHECK(report["contracts"][1]["provider"] == market.peer("second"));
    CHECK(report["steps"] == 40); // nothing of the first host's is kept
    const json verified = market.verify("result");
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    CHECK(verified["stepsChecked"] == 40);
    const Ended script =
        run("/usr/bin/env", {"python3", "-B", SOURCE_DIR "/tests/e2e/verify_rental.py", market.file("result")});
    CHECK_MESSAGE(script.status == 0, script.out, script.err);
    CHECK(market.listing("first")["stepsWrong"] == 1);
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("tiles made without the step's seed are no tiles of the step") {
    Market market({"first"});
    market.cheater("first", "noiseless");
    const Ended rented = market.rent("result", {"--no-retry", "--check-all", "--job", kTiles});
    INFO(rented.err);
    CHECK(rented.status == 1);
    CHECK(rented.json()["contracts"][0]["outcome"] == "caught");
    CHECK(rented.json()["steps"] == 0);
    CHECK(market.verify("result")["status"] == 0);
    CHECK(market.balance("renter") == Market::kCredits);
}

TEST_CASE("tiles that are here stay when their host goes away for good") {
    Market market({"first", "second"}, 4);
    Daemon& first = market.host("first");
    market.host("second", {"--price", "360000"});
    auto renting = market.startRent("result", {"--job", kTiles});
    market.hub().waitFor(": claim", 8); // of 16 tiles or so
    first.signal(SIGKILL);
    const int status = renting->wait();
    INFO(renting->output());
    REQUIRE(status == 0);
    const json report = json::parse(readText(market.file("result/report.json")));
    REQUIRE(report["contracts"].size() == 2);
    CHECK(report["contracts"][0]["outcome"] == "provider-silent");
    CHECK(report["steps"] == 40);
    const json jobs = market.node("renter", {"jobs"}).json();
    for (const json& row : jobs["contracts"])
        if (row["contract"] == report["contract"]) CHECK(row["steps"] < 40);
    const json verified = market.verify("result");
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    CHECK(verified["stepsChecked"] == 40);
}

TEST_CASE("whoever dies in the middle of a job of tiles carries on, and no tile is lost") {
    Open market;
    const std::string out = market.file("out");
    market.rent(kTiles, out);
    market.untilClaims(2);
    (void)market.end(Trio::Renter, SIGKILL);
    market.resume();
    market.untilClaims(6);
    (void)market.end(Trio::Host, SIGKILL);
    market.startHost();
    market.untilClaims(9);
    (void)market.end(Trio::Hub, SIGKILL);
    market.startHub();
    const auto report = checkComplete(market, out);
    CHECK(report["contracts"].size() == 1);
    checkEnd(market);
}
