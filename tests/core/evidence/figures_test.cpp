// SPDX-License-Identifier: Apache-2.0
#include "evidence_world.h"

#include <nlohmann/json.hpp>

using namespace unchained;
using namespace unchained::evidence;
using namespace unchained::evidence::test;

TEST_CASE("the figures are those of the session and of the ledger, whoever draws") {
    Setup s;
    SUBCASE("the two parties") {}
    SUBCASE("the hub's beacon") {
        s.draw = contract::kDrawBeacon;
    }
    Rental w(s);
    w.begin();
    w.run();
    const Figures f = figuresOf(evidenceOf(w));
    CHECK(f.contracts.size() == 1);
    CHECK(f.contracts[0].outcome == "complete");
    CHECK(f.steps == 40);
    CHECK(f.windows == 10);
    CHECK(f.issued == 40);
    CHECK(f.won == w.renter->winsListed());
    CHECK(f.claimed == f.won);
    CHECK(f.paidTickets == f.won);
    CHECK(f.escrowed == w.params.admission.escrow.micro());
    CHECK(f.escrowed == f.paid + f.returned + f.fees);
    CHECK(f.paid == w.available(w.hostKeys) - w.setup.hostMoney);
    CHECK(f.claimsChecked == w.renter->figures().claimsChecked);
    CHECK(f.failed == 0);
}

TEST_CASE("a moved job counts the steps that led to its result once, and the tickets of all contracts") {
    const Figures f = figuresOf(movedJob({}));
    CHECK(f.contracts.size() == 2);
    CHECK(f.steps == 40);
    CHECK(f.iterations == 40);
    CHECK(f.issued >= 40);
    CHECK(f.paidTickets == f.won);
}

TEST_CASE("a caught host's failed check is counted") {
    Rental w(small());
    w.fakes = [](std::uint64_t) { return true; };
    w.begin();
    w.run();
    const Figures f = figuresOf(evidenceOf(w));
    CHECK(f.failed == 1);
    CHECK(f.refunded == f.paid + f.fees);
}

TEST_CASE("a report that was written from the figures agrees, with whatever it says besides") {
    Rental w(small());
    w.begin();
    w.run();
    const Figures f = figuresOf(evidenceOf(w));
    auto json = nlohmann::json::parse(figuresJson(f));
    CHECK(reportDiffers(asBytes(json.dump()), f).empty());
    json["testAccuracy"] = 0.97;
    json["verification"]["floor"] = 0.01;
    CHECK(reportDiffers(asBytes(json.dump()), f).empty());
}

TEST_CASE("every altered figure of a report is named") {
    Rental w(small());
    w.begin();
    w.run();
    const Figures f = figuresOf(evidenceOf(w));
    const auto json = nlohmann::json::parse(figuresJson(f)).flatten();
    for (const auto& item : json.items()) {
        const std::string& path = item.key();
        const nlohmann::json& value = item.value();
        CAPTURE(path);
        auto altered = json;
        altered[path] = value.is_number() ? nlohmann::json(value.get<std::int64_t>() + 1) : nlohmann::json("x");
        CHECK(reportDiffers(asBytes(altered.unflatten().dump()), f).size() == 1);
        altered = json;
        altered.erase(path);
        CHECK_FALSE(reportDiffers(asBytes(altered.unflatten().dump()), f).empty());
    }
    CHECK(reportDiffers(asBytes("{"), f)[0].str() == "is no JSON object");
    std::string twice = figuresJson(f);
    twice.insert(1, "\"steps\": 7,");
    CHECK(reportDiffers(asBytes(twice), f)[0].str() == "says 'steps' twice");
    auto real = nlohmann::json::parse(figuresJson(f));
    real["steps"] = 12.0;
    CHECK(reportDiffers(asBytes(real.dump()), f)[0].str() == "steps is 12.0; the evidence gives 12");
}
