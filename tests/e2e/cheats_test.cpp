// SPDX-License-Identifier: Apache-2.0
#include "e2e/processes.h"
#include "e2e/record.h"

#include <random>
#include <set>

using namespace unchained::e2e;
using nlohmann::json;

namespace {

const std::vector<std::string> kKinds{"skip", "memo", "narrow", "noiseless", "last-layer", "unclaimed", "two-commits"};

/// One rental from a cheater, and what every caught cheat ends in, whatever it did.
/// @param out  name of the result; its directory is left for more to be asked of it
json isCaught(const Market& market, const std::string& cheater, const std::string& out,
              const std::vector<std::string>& more) {
    const json before = market.books();
    const auto wrongBefore = market.listing(cheater)["stepsWrong"].get<std::uint64_t>();
    std::vector<std::string> words{"--provider", market.peer(cheater), "--no-retry"};
    words.insert(words.end(), more.begin(), more.end());
    const Ended rented = market.rent(out, words);
    json report = rented.json();
    INFO(rented.err, report.dump());
    CHECK(rented.status == 1);
    REQUIRE(report["contracts"].size() == 1);
    CHECK(report["contracts"][0]["outcome"] == "caught");
    CHECK(report["verification"]["failed"] == 1);
    // The renter is whole, and the cheater's bond is gone: to the renter what was paid, the rest burned.
    const json books = market.books();
    const json& credits = report["credits"];
    const std::int64_t paid = credits["paid"], refunded = credits["refunded"];
    const std::int64_t burned = books["burned"].get<std::int64_t>() - before["burned"].get<std::int64_t>();
    CHECK(books["peers"][market.peer("renter")] == Market::kCredits);
    CHECK(refunded == paid);
    CHECK(burned > 0);
    for (const json& contract : market.node("renter", {"jobs"}).json()["contracts"])
        if (contract["contract"] == report["contract"])
            CHECK(refunded + burned == 400 * contract["price"].get<std::int64_t>()); // the bond of the job
    CHECK(books["peers"][market.peer(cheater)] ==
          before["peers"][market.peer(cheater)].get<std::int64_t>() + paid - refunded - burned);
    CHECK(books["locked"] == 0);
    CHECK(market.listing(cheater)["stepsWrong"] == wrongBefore + 1);
    // The record proves the catch, also to somebody who was not there.
    const json verified = market.verify(out);
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
    report["shown"] = verified["contracts"][0]["shown"];
    return report;
}

/// The steps in which a cheater of this share lies, of the first `count`: it draws for each step, in order.
std::set<std::uint64_t> liesOf(double share, std::uint64_t count) {
    std::set<std::uint64_t> out;
    std::mt19937 random{7};
    for (std::uint64_t step = 0; step < count; ++step)
        if (std::uniform_real_distribution<>(0, 1)(random) < share) out.insert(step);
    return out;
}

/// That nothing false was drawn before what it was caught for.
void isTheFirst(const Market& market, const std::string& kind, const json& report) {
    const Record record = recordOf(market.file("result-" + kind));
    const std::string shown = report["shown"];
    INFO(report.dump());
    if (kind == "two-commits") {
        CHECK(shown == "the host signed two different commitments for window 1");
        return;
    }
    if (kind == "unclaimed") {
        const std::string words = "the wins that the host listed for window ";
        REQUIRE(shown.rfind(words, 0) == 0);
        const std::uint64_t window = std::stoull(shown.substr(words.size()));
        const auto lies = liesOf(0.5, 100);
        for (const std::uint64_t step : record.claims)
            CHECK_FALSE((step / 4 + 1 < window && lies.contains(step)));
        return;
    }
    // Of memo the first step is true: it is what is replayed.
    const auto first = std::find_if(record.claims.begin(), record.claims.end(),
                                    [&](std::uint64_t step) { return kind != "memo" || step > 0; });
    REQUIRE(first != record.claims.end());
    CHECK(record.wrongStep() == *first);
    if (kind == "memo") return;
    CHECK(report["tickets"]["paid"] == 0);
    CHECK(report["verification"]["claimsChecked"] == 1);
}

} // namespace

TEST_CASE("each kind of lie is caught at its first drawn fake when every claim is checked") {
    Market market(kKinds);
    for (const std::string& kind : kKinds) {
        CAPTURE(kind);
        market.cheater(kind, kind);
        isTheFirst(market, kind, isCaught(market, kind, "result-" + kind, {"--check-all"}));
    }
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("with the usual share of checks each kind of lie is caught by the end of the job") {
    Market market(kKinds);
    for (const std::string& kind : kKinds) {
        CAPTURE(kind);
        market.cheater(kind, kind);
        const json report = isCaught(market, kind, "usual-" + kind, {});
        CHECK(report["verification"]["claimsPerCheck"] == 6);
    }
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("a host that lies now and then is caught at its first lie where each step is drawn and checked") {
    const auto lies = liesOf(0.3, 20);
    REQUIRE(lies.size() > 3);
    REQUIRE(lies.size() < 17);
    Market market({"skip"});
    market.cheater("skip", "skip", {"--share", "0.3"});
    (void)isCaught(market, "skip", "result", {"--check-all", "--quick"});
    const Record record = recordOf(market.file("result"));
    CHECK(record.wrongStep() == *lies.begin());
}

TEST_CASE("a host that sends garbage loses its connection and, by silence, the contract") {
    Market market({"cheater"}, 4);
    market.cheater("cheater", "garbage");
    const Ended rented = market.rent("result", {"--no-retry"});
    INFO(rented.err);
    CHECK(rented.status == 1);
    const json report = rented.json();
    const std::string outcome = report["contracts"][0]["outcome"];
    CHECK((outcome == "left" || outcome == "provider-silent"));
    CHECK(rented.err.find("frame: a frame is not canonical CBOR") != std::string::npos);
    CHECK(market.balance("renter") == Market::kCredits);
    CHECK(market.audit("hub")["audit"] == "ok");
    const json verified = market.verify("result");
    INFO(verified.dump());
    CHECK(verified["status"] == 0);
}
