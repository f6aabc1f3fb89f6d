// SPDX-License-Identifier: Apache-2.0
#include "e2e/trio.h"

using namespace unchained;
using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// Claims wait a little longer than bets take to clear.
constexpr const char* kTerms =
    "release = \"40s\"\nopening = \"60s\"\nsecret = \"60s\"\nbond = \"1s\"\ngrace = \"60s\"\n";

/// A hub, a host and a renter, and a neighbour who bets.
struct Bettors : Trio {
    Bettors() : Trio(kTerms) {
        m_peer = makeIdentity(file("neighbour"));
        hubOptions({"--coinflip-bets"});
        startHub();
        REQUIRE(tool(Renter, {"pay", "--hub", address(), m_peer, "100"}).status == 0);
        startHost();
        expect(Host, "listed: waiting");
    }
    Ended neighbour(std::vector<std::string> words) const {
        words.insert(words.begin(), {"--json", "--data-dir", file("neighbour")});
        words.insert(words.end(), {"--hub", address()});
        return run(kNode, std::move(words), {{"UNCHAINED_PASSPHRASE", ""}});
    }
    /// Steps of half a second or so: there is time to bet while the job is under way.
    std::string longJob() const {
        std::string text = readText(shortJob(*this));
        const std::string before = "epochs = 80";
        text.replace(text.find(before), before.size(), "epochs = 1600");
        writeText(file("long.toml"), text);
        return file("long.toml");
    }

private:
    std::string m_peer;
};

std::string sentenceOf(const Ended& ended) {
    const json document = ended.json();
    return document.contains("error") ? document["error"]["sentence"].get<std::string>() : "";
}

} // namespace

TEST_CASE("a neighbour opens a market, bets on wrong, forces the check, and pays for it when the step was right") {
    Bettors market;
    CHECK(market.neighbour({"markets"}).json().empty());
    const std::string out = market.file("result");
    market.rent(market.longJob(), out);
    market.expect(Trio::Hub, ": admission");

    const json openable = market.neighbour({"markets", "--openable"}).json();
    REQUIRE(!openable.empty());
    const std::string contract = openable[0]["contract"];
    CHECK(openable[0]["step"].is_null());
    const std::vector<std::string> bet{"bet",     "--contract", contract,  "--on", "wrong",
                                       "--stake", "0.5",        "--limit", "0.95"};
    CHECK(sentenceOf(market.neighbour(bet)) == "nobody has opened a market on this");
    CHECK(sentenceOf(market.neighbour({"open-market", "--contract", contract, "--fund", "0.000001"}))
              .starts_with("this market takes "));
    const Ended opened = market.neighbour({"open-market", "--contract", contract, "--fund", "10"});
    REQUIRE_MESSAGE(opened.status == 0, opened.out, opened.err);
    const Ended placed = market.neighbour(bet);
    REQUIRE_MESSAGE(placed.status == 0, placed.out, placed.err);
    CHECK(placed.json()["clearsAt"].is_number());

    market.expect(Trio::Hub, ": forced");
    const json held = market.neighbour({"positions"}).json();
    REQUIRE(held.size() == 1);
    CHECK(held[0]["bets"][0]["waits"] == false);
    CHECK(held[0]["bets"][0]["receipt"].is_string());
    CHECK(held[0]["paidWrong"].get<std::int64_t>() > 0);

    const json report = checkComplete(market, out); // the renter's evidence holds the forced check, too
    CHECK(report["tickets"]["paid"].get<std::int64_t>() > 0);
    const json after = market.neighbour({"positions"}).json();
    CHECK(after[0]["market"]["state"] == "right");
    CHECK(after[0]["market"]["check"] == "made");
    CHECK(after[0]["paidOut"] < held[0]["deposit"]);
    CHECK(market.books()["fees"] == after[0]["market"]["checkCost"]);
    checkEnd(market);
}

TEST_CASE("what is wrong with a bet is said before anything is sent") {
    const Folder folder;
    const std::string id(64, 'a'), hub = "127.0.0.1:1#" + id;
    const auto said = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"--json", "--data-dir", folder / "nobody"});
        words.insert(words.end(), {"--hub", hub, "--contract", id});
        const Ended ended = run(kNode, std::move(words), {{"UNCHAINED_PASSPHRASE", ""}});
        CHECK(ended.status == 2);
        return ended.json()["error"]["subject"].get<std::string>();
    };
    CHECK(said({"bet", "--on", "maybe", "--stake", "1", "--limit", "0.5"}) == "--on");
    CHECK(said({"bet", "--on", "right", "--stake", "0", "--limit", "0.5"}) == "--stake");
    CHECK(said({"bet", "--on", "right", "--stake", "1", "--limit", "1"}) == "--limit");
    CHECK(said({"bet", "--on", "right", "--stake", "1", "--limit", "0"}) == "--limit");
    CHECK(said({"odds", "--to-one", "0", "--most", "1"}) == "--to-one");
}
