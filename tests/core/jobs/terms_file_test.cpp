// SPDX-License-Identifier: Apache-2.0
#include "jobs/terms_file.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::jobs;

namespace {

std::string termsErrorOf(std::string_view text, TermsOf of = TermsOf::Hub) {
    const auto terms = parseTerms(text, "terms.toml", of);
    return terms ? std::string("no error") : terms.error().text();
}

} // namespace

TEST_CASE("a terms file says every period and the fee") {
    const auto terms =
        parseTerms("release = \"2s\"\nopening = \"10s\"\nsecret = \"500ms\"\nbond = \"3min\"\n"
                   "grace = \"1h\"\ncheck_fee = \"0.25\"\nmachine_hour = 2\ntransfer_gigabyte = \"0.03\"\n"
                   "pool = \"2000000\"\n",
                   "terms.toml", TermsOf::Hub);
    REQUIRE_MESSAGE(terms, terms.error().text());
    CHECK(terms->over({}) == contract::Periods{2'000, 10'000, 500, 180'000, 3'600'000});
    CHECK(terms->checkFee == Amount::micros(250'000));
    CHECK(terms->machinePerHour == Amount::credits(2));
    CHECK(terms->transferPerGigabyte == Amount::micros(30'000));
    CHECK(terms->pool == Amount::credits(2'000'000));
}

TEST_CASE("what a terms file leaves out stays as it was") {
    const contract::Periods before{1, 2, 3, 4, 5};
    const auto none = parseTerms("# nothing\n", "terms.toml", TermsOf::Renter);
    REQUIRE(none);
    CHECK(none->over(before) == before);
    CHECK_FALSE(none->checkFee);
    const auto one = parseTerms("secret = \"7 s\"", "terms.toml", TermsOf::Renter);
    REQUIRE(one);
    CHECK(one->over(before) == contract::Periods{1, 2, 7'000, 4, 5});
}

TEST_CASE("a fee may be whole credits") {
    CHECK(parseTerms("check_fee = 3", "t", TermsOf::Hub)->checkFee == Amount::credits(3));
    CHECK(parseTerms("check_fee = \"0\"", "t", TermsOf::Hub)->checkFee == Amount{});
}

TEST_CASE("what is wrong in a terms file is named with its line and a remedy") {
    CHECK(termsErrorOf("release = 10") == "terms.toml:1: release: is a whole number; write release = \"1h\"");
    CHECK(termsErrorOf("\nopening = \"ten\"") ==
          "terms.toml:2: opening: 'ten' is no duration in ms, s, min or h; write opening = \"24h\"");
    CHECK(termsErrorOf("secret = \"0s\"") ==
          "terms.toml:1: secret: '0s' is no duration in ms, s, min or h; write secret = \"24h\"");
    CHECK(termsErrorOf("relaese = \"1s\"") ==
          "terms.toml:1: relaese: is no key that is known here; did you mean release?");
    CHECK(termsErrorOf("grace = ").starts_with("terms.toml:1: is not TOML: "));
    CHECK(termsErrorOf("check_fee = \"-1\"").starts_with("terms.toml:1: check_fee: '-1' is no amount in credits: "));
    CHECK(termsErrorOf("check_fee = -1").starts_with("terms.toml:1: check_fee: -1 is not in the range from 0 to "));
    CHECK(termsErrorOf("check_fee = \"2000000\"") ==
          "terms.toml:1: check_fee: is more than 1000000 credits; write check_fee = \"0.001\"");
    CHECK(termsErrorOf("check_fee = 1", TermsOf::Renter) ==
          "terms.toml:1: check_fee: is set by the hub alone; remove it");
    CHECK(termsErrorOf("pool = 1", TermsOf::Renter) == "terms.toml:1: pool: is set by the hub alone; remove it");
    CHECK(termsErrorOf("machine_hour = \"2000000\"") ==
          "terms.toml:1: machine_hour: is more than 1000000 credits; write machine_hour = \"1\"");
}

TEST_CASE("a terms file that is not there is named with a remedy") {
    const auto terms = loadTerms("/nowhere/terms.toml", TermsOf::Hub);
    REQUIRE_FALSE(terms);
    CHECK(terms.error().text().starts_with("/nowhere/terms.toml: "));
    CHECK(terms.error().text().ends_with("give the path of a terms file, such as one with the line release = \"10s\""));
}
