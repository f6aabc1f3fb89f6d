// SPDX-License-Identifier: Apache-2.0
#include "verification/policy.h"

#include <doctest/doctest.h>

#include <random>

using namespace unchained;
using namespace unchained::verification;

TEST_CASE("the digits defaults deter with margin 2 at up to 38 claims a batch") {
    const Stakes digits{Amount::micros(1000), 4, Amount::micros(400'000), Amount{}};
    CHECK(*largestBatch(digits) == 38);
    CHECK(*faceValue(digits.price, digits.odds) == Amount::micros(4000));
    CHECK(assurance(0.1, 100, 4, 6) == doctest::Approx(1 - 0.9 * 0.9 * 0.9 * 0.9));
    CHECK(assurance(0.5, 10, 4, 6) == doctest::Approx(0.5));
}

TEST_CASE("at the largest batch a faked step loses at least twice what it gains, and one claim more would not") {
    std::mt19937_64 rng(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto pick = [&](std::int64_t most) {
            return static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(most));
        };
        const Stakes s{Amount::micros(1 + pick(1'000'000)), static_cast<std::uint32_t>(1 + pick(1000)),
                       Amount::micros(pick(1'000'000'000)), Amount::micros(pick(1'000'000))};
        const auto g = largestBatch(s);
        const long double c = static_cast<long double>(s.price.micro()),
                          x = static_cast<long double>(s.atStake.micro());
        const long double loss = (s.odds * c + 0.75L * static_cast<long double>(s.bond.micro())) / s.odds;
        if (!g) {
            CHECK(loss < 2 * (c + x));
            const auto bond = leastBond(s.price, s.odds, s.atStake, 1);
            REQUIRE(bond.ok());
            CHECK(largestBatch({s.price, s.odds, *bond, s.atStake}).ok());
            if (bond->micro() > 0)
                CHECK_FALSE(largestBatch({s.price, s.odds, Amount::micros(bond->micro() - 1), s.atStake}).ok());
            continue;
        }
        CHECK(loss / *g >= 2 * (c + x) * (1 - 1e-15L));
        CHECK(loss / (*g + 1) < 2 * (c + x) * (1 + 1e-15L));
        // Whatever is worth less than X* does not pay.
        CHECK(sabotageDeterred(s, *g) >= static_cast<double>(x) - 1e-6 * static_cast<double>(c + x + 1));
    }
}

TEST_CASE("the escrow holds the wins and a fee for each check that they may take") {
    const Amount face = Amount::micros(4'000);
    CHECK(*escrow(face, 42, 6, Amount{}) == Amount::micros(168'000));
    CHECK(*escrow(face, 42, 6, Amount::micros(10)) == Amount::micros(168'090));
    CHECK(*escrow(face, 41, 6, Amount::micros(10)) == Amount::micros(164'080));
    CHECK_FALSE(escrow(Amount::micros(kAmountMax), 2, 1, Amount{}).ok());
    CHECK_FALSE(escrow(face, 42, 6, Amount::micros(kAmountMax)).ok());
}

TEST_CASE("a step costs at least one micro-credit, rounds up, and does not overflow") {
    CHECK(*stepPrice(Amount::micros(0), 5, 5) == Amount::micros(1));
    CHECK(*stepPrice(Amount::micros(3600), 1000, 1000) == Amount::micros(1));
    CHECK(*stepPrice(Amount::micros(3601), 1000, 1000) == Amount::micros(2));
    CHECK(*stepPrice(Amount::micros(kAmountMax), UINT64_MAX, UINT64_MAX) == Amount::micros(kAmountMax / 3600 + 1));
    CHECK_FALSE(stepPrice(Amount::micros(kAmountMax), UINT64_MAX, 1).ok());
}
