// SPDX-License-Identifier: Apache-2.0
// Every job that is supplied, made small: rented once, and computed again by each engine of this machine.
#include "e2e/processes.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

using Changes = std::vector<std::pair<std::string, std::string>>;

/// The supplied job with these texts replaced wherever they stand.
std::string made(const std::string& name, Changes changes) {
    std::string text = readText(SOURCE_DIR "/resources/jobs/" + name + ".toml");
    REQUIRE_FALSE(text.empty());
    changes.emplace_back("\"../data/", "\"" SOURCE_DIR "/resources/data/");
    for (const auto& change : changes) {
        const std::string &from = change.first, &to = change.second;
        REQUIRE_MESSAGE(text.find(from) != std::string::npos, name, " has no ", from);
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
    }
    return text;
}

std::vector<std::string> usableEngines() {
    std::vector<std::string> out;
    for (const json& device : run(kNode, {"devices", "--json"}).json())
        if (device["usable"].get<bool>()) out.push_back(device["engine"]);
    return out;
}

void isTheSameOnAll(const std::string& name, const Changes& changes) {
    Market market({"host"});
    writeText(market.file("small.toml"), made(name, changes));
    market.host("host");
    const Ended rented = market.rent("result", {"--quick", "--job", market.file("small.toml")});
    INFO(name, ": ", rented.err);
    REQUIRE(rented.status == 0);
    const auto engines = usableEngines();
    REQUIRE(engines.size() >= 2);
    for (const std::string& engine : engines) {
        const json verified = market.verify("result", {"--all", "--engine", engine});
        INFO(engine, ": ", verified.dump());
        CHECK(verified["status"] == 0);
        CHECK(verified["ok"] == true);
        CHECK(verified["stepsRecomputed"] == 20);
        CHECK(verified["stateRoot"] == rented.json()["stateRoot"]);
    }
}

} // namespace

TEST_CASE("digits come to the same roots on every engine") {
    isTheSameOnAll("digits", {{"width = 448", "width = 24"},
                              {"epochs = 500", "epochs = 20"},
                              {"steps = 100", "steps = 20"},
                              {"odds = 4", "odds = 1"},
                              {", [1, 1], [1, -1], [-1, 1], [-1, -1], [2, 0], [-2, 0], [0, 2], [0, -2]", ""}});
}

TEST_CASE("the convolutional network comes to the same roots on every engine") {
    isTheSameOnAll("cnn", {{"width = 16", "width = 4"},
                           {"width = 32", "width = 8"},
                           {"epochs = 8", "epochs = 1"},
                           {"warmup = 50", "warmup = 5"},
                           {"odds = 4", "odds = 1"},
                           {", [1, 0], [-1, 0], [0, 1], [0, -1]", ""}});
}

TEST_CASE("the GPT comes to the same roots on every engine") {
    isTheSameOnAll("charlm", {{"batch = 920", "batch = 57"},
                              {"width = 48", "width = 16"},
                              {"width = 192", "width = 32"},
                              {"heads = 4", "heads = 2"},
                              {"window = 64", "window = 16"},
                              {"stride = 64", "stride = 256"},
                              {"epochs = 400", "epochs = 1"},
                              {"warmup = 50", "warmup = 5"},
                              {"window = 32", "window = 4"},
                              {"steps = 2000", "steps = 20"},
                              {"odds = 40", "odds = 1"}});
}
