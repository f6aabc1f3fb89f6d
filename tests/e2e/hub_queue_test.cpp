// SPDX-License-Identifier: Apache-2.0
// What may not reach from one contract into another through the hub: openings that are withheld, steps that kill each
// worker, data sets that pile up; and a hub that stood still.
#include "e2e/processes.h"
#include "e2e/trio.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// The tiny job from another Y[0] and with its examples in another order: no state and no data set of it is the
/// first's.
std::string otherJob(const Market& market, int seed) {
    const std::string number = std::to_string(seed);
    return alteredTiny(market.file("seed" + number + ".toml"),
                       {{"\nseed = 1", "\nseed = " + number}, {"shuffle_seed = 1", "shuffle_seed = " + number}});
}

std::size_t blobsOf(const std::string& directory) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory + "/blobs"))
        count += entry.is_regular_file() ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("a pair that withholds its opening holds up no other contract's check") {
    Market market({"withhold", "host", "friend"});
    market.cheater("withhold", "withhold");
    std::string patient = readText(market.terms());
    patient.replace(patient.find("opening = \"10s\""), 15, "opening = \"10min\"");
    writeText(market.file("patient.toml"), patient);
    Daemon friendly(kNode, {"--data-dir", market.directory("friend"), "rent", "--hub", market.address(), "--terms",
                            market.file("patient.toml"), "--out", market.file("withheld"), "--job", otherJob(market, 2),
                            "--provider", market.peer("withhold"), "--check-all"});
    market.hub().waitFor(": open");

    market.host("host");
    const Ended rented =
        market.rent("result", {"--quick", "--check-all", "--provider", market.peer("host"), "--no-retry"});
    INFO(rented.err, market.hub().output());
    CHECK(rented.status == 0);
    CHECK(rented.json()["contracts"][0]["outcome"] == "complete");
}

TEST_CASE("a step at which the hub's worker always dies is given up, and the claim stands") {
    const Folder programs;
    Market market({"honest"}, 10, "", {}, programWithDyingWorker(programs));
    market.cheater("honest", "honest"); // its own worker lives
    const Ended rented = market.rent("result", {"--quick", "--no-retry"});
    INFO(rented.err, market.hub().output());
    CHECK(rented.status == 0);
    CHECK(rented.json()["contracts"][0]["outcome"] == "complete");
}

TEST_CASE("of the data sets that its checks needed a hub keeps the last ones only") {
    Market market({"host"});
    market.host("host");
    for (int seed = 1; seed <= 3; ++seed) {
        const Ended rented = market.rent("result" + std::to_string(seed), {"--quick", "--job", otherJob(market, seed)});
        INFO(rented.err);
        REQUIRE(rented.status == 0);
    }
    CHECK(blobsOf(market.directory("hub")) == 2);
}

TEST_CASE("a hub that finds itself a month later holds no deadline against a host that then answers") {
    Trio market(kShortTerms);
    const std::string forward = market.file("forward"), answers = market.file("answers");
    market.preload(Trio::Hub, {{"LD_PRELOAD", CLOCK_FORWARD_LIBRARY},
                               {"CLOCK_FORWARD", forward},
                               {"CLOCK_FORWARD_SECONDS", std::to_string(31 * 24 * 3600)}});
    market.startHub();
    Daemon host(kCheater, {"--kind", "withhold", "--until", answers, "--data-dir", market.directory(Trio::Host),
                           "--hub", market.address(), "--name", "host"});
    host.waitFor("listed: waiting");
    market.rent(shortJob(market), market.file("out"));
    market.expect(Trio::Hub, ": open");
    writeText(forward, "");
    market.untilClaims(8); // of which four are later: the hub has looked at its deadlines
    writeText(answers, "");
    (void)checkComplete(market, market.file("out"));
    CHECK(market.said(Trio::Hub, "stood still for"));
    market.untilAllIsFree();
    CHECK(market.tool(Trio::Hub, {"ledger", "audit"}).json()["folded"] == true);
}
