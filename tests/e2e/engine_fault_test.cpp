// SPDX-License-Identifier: Apache-2.0
// An engine that computes wrong, on the host and on the hub alike: found, and nobody is slashed for it.
#include "e2e/processes.h"

using namespace unchained;
using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// Whether this machine has avx2, and something faster that the hub will check with.
bool hasTwoEngines(const Folder& folder) {
    std::size_t faster = 0;
    bool avx2 = false;
    const Ended asked = run(kNode, {"--json", "--data-dir", folder / "keys", "devices"}, {});
    for (const json& device : asked.json()) {
        if (avx2 && device["usable"]) ++faster;
        if (device["engine"] == "avx2") avx2 = device["usable"];
    }
    return avx2 && faster > 0;
}

} // namespace

TEST_CASE("an engine that computes wrong costs its build, and neither host nor renter") {
    const Folder programs;
    if (!hasTwoEngines(programs)) {
        MESSAGE("skipped: this machine has no engine faster than avx2");
        return;
    }
    std::filesystem::copy_file(kNode, programs / "unchained-node");
    std::filesystem::copy_file(BIN_DIR "/unchained-faulty-worker", programs / "unchained-worker");
    Market market({"host"}, 10, "pool = 500\n", {}, programs / "unchained-node");
    CHECK(market.books()["pool"] == 500'000'000);
    Daemon& host = market.host("host", {"--engine", "avx2"});

    const Ended rented = market.rent("result", {"--no-retry"});
    INFO(rented.err);
    CHECK(rented.status == 1);
    const json report = rented.json();
    INFO(report.dump());
    CHECK(report["contracts"][0]["outcome"] == "engine-fault");
    const json verified = market.verify("result");
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    CHECK(verified["contracts"][0]["shown"].get<std::string>().rfind("the host's engine avx2 computes step ", 0) == 0);

    const json books = market.books();
    CHECK(books["burned"] == 0);
    CHECK(books["peers"][market.peer("renter")] == Market::kCredits);
    CHECK(books["pool"] == 500'000'000 - report["credits"]["paid"].get<std::int64_t>());
    CHECK(market.listing("host").is_null());

    host.waitFor("an engine of build "); // why it is listed no more
    CHECK(market.rent("again").status == 4);
}
