// SPDX-License-Identifier: Apache-2.0
#include "verification/slash.h"

#include <doctest/doctest.h>

#include <random>

using namespace unchained;
using namespace unchained::verification;

namespace {
Amount m(std::int64_t micro) {
    return Amount::micros(micro);
}
} // namespace

TEST_CASE("a bond pays the renter, then holders, then a quarter to NO, and burns the rest") {
    auto shares = divideSlash({m(1000), m(300), m(100), true, false});
    CHECK(shares.refunded == m(300));
    CHECK(shares.holders == m(100));
    CHECK(shares.stakers == m(250));
    CHECK(shares.burned == m(350));
    shares = divideSlash({m(1000), m(800), m(100), true, false});
    CHECK(shares.stakers == m(100));
    CHECK(shares.burned == m(0));
    shares = divideSlash({m(1000), m(5000), m(100), true, false});
    CHECK(shares.refunded == m(1000));
    CHECK(shares.holders == m(0));
}

TEST_CASE("silence enriches nobody") {
    const auto shares = divideSlash({m(1000), m(300), m(0), true, true});
    CHECK(shares.stakers == m(0));
    CHECK(shares.burned == m(700));
}

TEST_CASE("whatever is owed, the shares make the bond, and what burns is what was promised to burn") {
    std::mt19937_64 rng(2);
    for (int i = 0; i < 20'000; ++i) {
        const auto pick = [&] { return m(static_cast<std::int64_t>(rng() % 10'000)); };
        const SlashCase slash{pick(), pick(), pick(), rng() % 2 == 0, rng() % 4 == 0};
        const auto shares = divideSlash(slash);
        CHECK(shares.refunded + shares.holders + shares.stakers + shares.burned == slash.bond);
        CHECK(shares.burned + slash.owedToHolders >= burnedAtLeast(slash.bond, slash.owedToRenter));
        const Amount most = stakesMost(slash.bond, slash.owedToRenter); // betting against one's own fakes loses
        CHECK((most.isZero() || most + most < burnedAtLeast(slash.bond, slash.owedToRenter)));
        CHECK(shares.stakers.micro() * 4 <= slash.bond.micro());
    }
}

TEST_CASE("a silent renter pays as far as its escrow reaches") {
    CHECK(publishFee(m(10), m(100)) == m(10));
    CHECK(publishFee(m(10), m(4)) == m(4));
    CHECK(windowOwed(m(10), 4, m(100)) == m(40));
    CHECK(windowOwed(m(10), 40, m(100)) == m(100));
    CHECK(windowOwed(m(kAmountMax), 4096, m(100)) == m(100));
}
