// SPDX-License-Identifier: Apache-2.0
#include "e2e/trio.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// The tiny job, altered.
std::string demoJob(const Folder& folder, const std::vector<std::pair<std::string, std::string>>& changes) {
    return alteredTiny(folder / "job.toml", changes);
}

/// All processes that come of this one.
std::vector<pid_t> descendantsOf(pid_t parent) {
    std::vector<pid_t> out = childrenOf(parent);
    for (std::size_t i = 0; i < out.size(); ++i)
        for (const pid_t child : childrenOf(out[i]))
            out.push_back(child);
    return out;
}

bool isRunning(pid_t id) {
    const std::string stat = readText("/proc/" + std::to_string(id) + "/stat");
    const auto end = stat.rfind(')');
    return end != std::string::npos && end + 2 < stat.size() && stat[end + 2] != 'Z';
}

} // namespace

TEST_CASE("the demo rents between real processes, and its report adds up") {
    Folder folder;
    const std::string out = folder / "result";
    const Ended ended = run(kNode, {"--json", "demo", "--quick", "--hosts", "2", "--job", kTinyJob, "--out", out});
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    const json report = ended.json();
    INFO(report.dump());
    for (const char* key : {"contract", "provider", "contracts", "steps", "windows", "iterations", "testAccuracy",
                            "stateRoot", "tickets", "credits", "verification", "seconds", "audit"})
        CHECK_MESSAGE((report.contains(key) && !report[key].is_null()), key);
    for (const char* key : {"issued", "won", "claimed", "paid"})
        CHECK_MESSAGE(report["tickets"][key] == 20, key);
    for (const char* key : {"escrowed", "paid", "returned", "fees", "sumBefore", "sumAfter"})
        CHECK_MESSAGE(report["credits"][key].is_number_integer(), key);
    for (const char* key :
         {"claimsChecked", "failed", "floor", "sabotageDeterred", "assurance10", "overheadRatio", "overheadFixed"})
        CHECK_MESSAGE(report["verification"][key].is_number(), key);
    CHECK(report["steps"] == 20);
    CHECK(report["audit"] == "ok");
    CHECK(report["credits"]["sumBefore"] == 3'000'000'000); // two hosts and a renter with 1,000 credits each
    CHECK(report["credits"]["sumAfter"] == report["credits"]["sumBefore"]);
    CHECK(run(kNode, {"verify", out, "--steps", "2"}).status == 0);
}

TEST_CASE("the phases of a rental sum to what its processes took, within two points of plain training") {
    Folder folder;
    // Steps so long that the clock ticks of the system, ten a process at the most, are far below a point.
    const std::string job = demoJob(folder, {{"epochs = 1000", "epochs = 7200"}, {"width = 64", "width = 640"}});
    const Ended ended = run(kNode, {"--json", "demo", "--quick", "--hosts", "1", "--job", job});
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    const json cpu = ended.json()["cpuSeconds"];
    INFO(cpu.dump());
    double sum = 0;
    for (const char* phase : {"bare", "worker", "host", "hub", "checks", "renter"}) {
        CHECK_MESSAGE(cpu[phase] >= 0, phase);
        sum += cpu[phase].get<double>();
    }
    CHECK(cpu["plain"] > 3);
    CHECK(std::abs(sum - cpu["processes"].get<double>()) < 0.02 * cpu["plain"].get<double>());
}

TEST_CASE(
    "a job that comes to a NaN ends as one: the demo has its status, also where the books balance, and all verify") {
    Folder folder;
    // Without a bend between them the layers drive each other out of all bounds.
    const std::string job = demoJob(folder, {{"type = \"relu\"", "type = \"linear\"\nwidth = 64"},
                                             {"type = \"adam\"", "type = \"sgd\""},
                                             {"learning_rate = 0.01", "learning_rate = 1e6"}});
    const std::string out = folder / "result";
    const Ended ended = run(kNode, {"--json", "demo", "--quick", "--hosts", "1", "--job", job, "--out", out});
    INFO(ended.err);
    CHECK(ended.status == 1);
    const json report = ended.json();
    CHECK(report["audit"] == "ok");
    CHECK(report["contracts"][0]["outcome"] == "failed-step");
    CHECK(report["tickets"]["issued"] == 1); // the step that failed, and none after it
    CHECK(report["tickets"]["paid"] == 1);
    CHECK(report["verification"]["failed"] == 0);
    const Ended verified = run(kNode, {"--json", "verify", out, "--all"});
    CHECK_MESSAGE(verified.status == 0, verified.out);
    CHECK(verified.json()["stepsChecked"] == 1);
    const Ended script = run("/usr/bin/env", {"python3", "-B", SOURCE_DIR "/tests/e2e/verify_rental.py", out});
    CHECK_MESSAGE(script.status == 0, script.out, script.err);
}

TEST_CASE("a demo that is told to stop says so in one document and leaves no process") {
    Process demo(kNode, {"--json", "demo", "--hosts", "2", "--job", "digits"});
    while (demo.soFar().err.find("renter: admitted:") == std::string::npos)
        REQUIRE_MESSAGE(demo.take(), demo.soFar().err);
    const auto started = descendantsOf(demo.id());
    CHECK(started.size() >= 4); // hub, hosts, renter, and their workers
    const auto begin = std::chrono::steady_clock::now();
    demo.signal(SIGTERM);
    const Ended ended = demo.wait(std::chrono::seconds(20));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
    INFO(ended.err);
    CHECK(ended.status == 0);
    CHECK(ended.json() == json{{"stopped", true}});
    CHECK(ended.err.find("QProcess") == std::string::npos);
    for (const pid_t id : started)
        CHECK_FALSE(isRunning(id));
}
