// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"

using namespace unchained::e2e;
using nlohmann::json;

namespace {

/// Status and words of a program that could not do what it was asked: the same in JSON and on standard error.
std::string said(const Ended& ended) {
    const json document = ended.json();
    REQUIRE_MESSAGE(document.contains("error"), ended.out, ended.err);
    const json& error = document["error"];
    std::string text = error["subject"].get<std::string>() + ": " + error["sentence"].get<std::string>();
    if (const std::string remedy = error["remedy"]; !remedy.empty()) text += "; " + remedy;
    CHECK_MESSAGE(ended.err.find("unchained-node: " + text + "\n") != std::string::npos, ended.err);
    return std::to_string(ended.status) + " " + text;
}

/// Without the numbers that differ from run to run.
std::string withoutNumbers(std::string text) {
    std::string out;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit)
            out += c;
        else if (out.empty() || out.back() != '#')
            out += '#';
    }
    return out;
}

} // namespace

TEST_CASE("a rental that cannot begin says why, costs nothing and leaves nothing locked") {
    Market market({"host", "poor"});
    market.host("host");
    const std::string& hub = market.address();

    const std::string fingerprint = hub.substr(hub.find('#') + 1);
    const std::string other = std::string(1, fingerprint[0] == '0' ? '1' : '0') + fingerprint.substr(1);
    const std::string endpoint = hub.substr(0, hub.find('#'));
    auto words = market.rentWords("new", {});
    std::replace(words.begin(), words.end(), hub, endpoint + "#" + other);
    CHECK(said(market.node("renter", words)) ==
          "3 " + endpoint + ": the other side has the fingerprint " + fingerprint +
              ", which is not the one expected; ask its operator for the present address; do not trust what answers "
              "here until then");
    CHECK(said(market.rent("new", {"--job", "nosuch"})) ==
          "2 nosuch: there is no job of this name; known are charlm, cnn, digits, finetune, infer, render, sweep; or "
          "give the path of a job file");
    CHECK(said(market.rent("new", {"--max-price", "0.5"})) ==
          "4 --max-price: host asks for 3600.00 credits an hour, above the limit of 0.50; raise the limit, or wait for "
          "a cheaper host");
    const std::string spend = said(market.rent("new", {"--max-spend", "0.0005"}));
    CHECK(spend.rfind("4 ", 0) == 0); // our own limits: the words are right, and nobody has refused
    CHECK(withoutNumbers(spend) ==
          "# --max-spend: the escrow of #.# credits is above the limit of #.#; raise the limit, or rent fewer steps or "
          "a cheaper host");
    CHECK(said(market.rent("new", {"--provider", market.peer("poor")})) ==
          "4 host: no host fits; widen the limits, or wait for one");

    writeText(market.file("hasty.toml"), "release = \"1s\"\n");
    auto hasty = market.rentWords("new", {});
    std::replace(hasty.begin(), hasty.end(), market.terms(), market.file("hasty.toml"));
    CHECK(said(market.node("renter", hasty)) ==
          "3 offer.periods.release: 1000 ms is less than this hub's 5000 ms; choose a longer period in the terms");

    // A sabotage worth 1,000 credits asks for more than the host has, even with every claim checked.
    const std::string stake = said(market.rent("new", {"--at-stake", "1000"}));
    CHECK(withoutNumbers(stake) == "# bond: a bond of #.# credits does not make cheating a loss, even with every claim "
                                   "checked; a bond of #.# credits or more would do");
    CHECK(stake.rfind("2 bond: a bond of 1000.00 credits", 0) == 0);
    // m(c + X) <= r(V + 3/4 B) with r = 1/4, m = 2, V = 4c: B >= 4/3 (8X + 4c)
    CHECK(std::stod(stake.substr(stake.rfind("a bond of ") + 10)) == doctest::Approx(10'666.7).epsilon(0.001));

    std::filesystem::create_directory(market.file("full"));
    writeText(market.file("full/mine"), "mine");
    CHECK(said(market.rent("full")) == "2 " + market.file("full") +
                                           ": is there already and not empty; name another directory with --out, or "
                                           "move this one away");
    CHECK(readText(market.file("full/mine")) == "mine");
    CHECK(said(market.rent("new", {"--from", market.file("full")})) ==
          "2 " + market.file("full") + "/report.json: is no report; name a directory that rent --out wrote");

    CHECK(market.node("poor", {"pay", "--hub", hub, market.peer("host"), "1000"}).status == 0);
    const std::string poor = said(market.node("poor", market.rentWords("new", {})));
    CHECK(poor.rfind("3 ", 0) == 0); // the hub refuses
    CHECK(withoutNumbers(poor) ==
          "# renter: the escrow is #.# credits, the balance #.#; put in more credits, or rent fewer steps or a cheaper "
          "host");
    CHECK(said(market.node("poor", {"pay", "--hub", hub, market.peer("host"), "1"})) ==
          "3 pay.amount: 1.00 credits are more than the balance of 0.00; pay less, or wait until locked credits are "
          "free");

    CHECK(!std::filesystem::exists(market.file("new")));
    const json books = market.books();
    CHECK(books["locked"] == 0);
    CHECK(books["peers"][market.peer("renter")] == Market::kCredits);
    CHECK(market.node("renter", {"resume"}).status == 0); // nothing is under way
}

TEST_CASE("two programs never share a directory, a key or a port") {
    Market market({"host", "other"});
    Daemon& host = market.host("host");
    const std::string& hub = market.address();
    const std::string taken = "# " + withoutNumbers(market.directory("host")) +
                              ": the process # runs on this directory; end it first, or choose another directory with "
                              "--data-dir";
    const Ended providing = market.node("host", {"provide", "--hub", hub});
    CHECK(withoutNumbers(said(providing)) == taken);
    CHECK(providing.status == 4);
    const Ended renting = market.node("host", market.rentWords("new", {}));
    CHECK(withoutNumbers(said(renting)) == taken);
    CHECK(renting.status == 4);
    CHECK(market.node("hub", {"hub", "--listen", "127.0.0.1:0"}).status == 4);

    std::filesystem::create_directories(market.directory("twin"));
    std::filesystem::copy(market.directory("host") + "/identity.key", market.directory("twin") + "/identity.key");
    const Ended twin = market.node("twin", {"provide", "--hub", hub, "--name", "twin"});
    CHECK(twin.status == 3);
    CHECK(twin.err.find("listing: this key provides already from another place; give each host a data directory and a "
                        "key of its own\n") != std::string::npos);
    CHECK(market.listing("host")["name"] == "host");

    const std::string endpoint = hub.substr(0, hub.find('#'));
    const std::string busy = endpoint + ": the port is in use by another program; stop that program, choose another "
                                        "port, or write port 0 for any free one";
    CHECK(said(market.node("other", {"hub", "--listen", endpoint})) == "4 " + busy);
    const Ended listening = market.node("other", {"provide", "--hub", hub, "--listen", endpoint});
    CHECK(listening.status == 4);
    CHECK(listening.err.find(busy) != std::string::npos);

    host.signal(SIGTERM);
    CHECK(host.wait() == 0);
}

TEST_CASE("a hub that is away is named; who has work with it waits and ends cleanly when told to") {
    Market market({"host"});
    Daemon& host = market.host("host");
    market.hub().signal(SIGTERM);
    CHECK(market.hub().wait() == 0);
    const std::string endpoint = market.address().substr(0, market.address().find('#'));
    const std::string away = endpoint + ": nobody listens there; check the address and that the other side runs";
    CHECK(said(market.node("renter", {"listings", "--hub", market.address()})) == "4 " + away);
    CHECK(said(market.node("renter", {"plan", "--hub", market.address(), "--job", kTinyJob})) == "4 " + away);
    CHECK(said(market.node("renter", {"pay", "--hub", market.address(), market.peer("host"), "1"})) == "4 " + away);
    auto renting = market.startRent("result");
    renting->waitFor("hub: " + away);
    renting->signal(SIGTERM);
    CHECK(renting->wait() == 0);
    CHECK(market.node("renter", {"jobs"}).json()["jobs"].back()["open"] == true); // resume carries it on
    host.waitFor("hub: " + away);
    host.signal(SIGTERM);
    CHECK(host.wait() == 0);
}
