// SPDX-License-Identifier: Apache-2.0
#include "verification/posterior.h"

#include <doctest/doctest.h>

#include <random>

using namespace unchained;
using namespace unchained::verification;

namespace {
Posterior after(std::uint64_t right, std::uint64_t wrong) {
    Posterior out;
    for (std::uint64_t i = 0; i < right; ++i)
        out = observed(out, CheckSource::Draw, true);
    for (std::uint64_t i = 0; i < wrong; ++i)
        out = observed(out, CheckSource::Draw, false);
    return out;
}
} // namespace

TEST_CASE("an unknown host is suspected of one step in a hundred, and one wrong check makes it every second one") {
    CHECK(fraudChance({}) == 9'765'625); // 10/1024
    CHECK(fraudChance(after(0, 1)) == 504'882'813);
    CHECK(fraudChance(after(99, 0)) == 97'657); // rounded up from 97,656.25
}

TEST_CASE("only the draw's checks teach") {
    for (const CheckSource source : {CheckSource::Renter, CheckSource::Challenge, CheckSource::Silence})
        for (const bool right : {true, false})
            CHECK(observed({}, source, right) == Posterior{});
}

TEST_CASE("right checks lower the suspicion and wrong ones raise it, from wherever it stands") {
    std::mt19937_64 rng(5);
    for (int i = 0; i < 2000; ++i) {
        const Posterior p{10 + rng() % (1u << 30), 1014 + rng() % (1u << 30)};
        CHECK(fraudChance(observed(p, CheckSource::Draw, true)) <= fraudChance(p));
        CHECK(fraudChance(observed(p, CheckSource::Draw, false)) >= fraudChance(p));
        CHECK(allRightChance(p, 10) >= allRightChance(p, 11));
        CHECK(allRightChance(observed(p, CheckSource::Draw, true), 10) >= allRightChance(p, 10));
    }
}

TEST_CASE("age halves the evidence in any order, never the prior, and never forgives wholly") {
    const Posterior old = after(1000, 3);
    CHECK(aged(aged(old, 2), 3) == aged(old, 5));
    CHECK(aged(old, 0) == old);
    CHECK(aged(old, 1).right == 1014 + 500 * kCheckUnits);
    CHECK(aged({}, 7) == Posterior{});
    CHECK(aged(old, 200) == Posterior{11, 1014});
}

TEST_CASE("that all checks come out right is the product of the chances, one after the other") {
    CHECK(allRightChance({}, 0) == kCertain);
    CHECK(allRightChance({}, 1) == 990'234'375);
    long double expected = 1;
    for (int i = 0; i < 50; ++i)
        expected *= (1014.0L + i * 1024) / (1024.0L + i * 1024);
    CHECK(static_cast<double>(allRightChance({}, 50)) == doctest::Approx(static_cast<double>(expected * 1e9L)));
    CHECK(allRightChance(after(0, 1000), 1000) < 1000);
}

TEST_CASE("one more check is worth it where the fraud it may find costs more than it does") {
    const auto ask = [](const Posterior& p, std::int64_t x, std::int64_t paid, std::int64_t cost, Chance market = 0) {
        return *oneMoreCheck(p, {Amount::micros(x), Amount::micros(paid), Amount::micros(cost), market});
    };
    // 10/1024 of 102,400 is 1,000: at that cost just not, one less just so.
    CHECK_FALSE(ask({}, 100'000, 2'400, 1'000).worthIt);
    CHECK(ask({}, 100'000, 2'400, 999).worthIt);
    CHECK(ask({}, 100'000, 2'400, 999).value.micro() == 1'000);
    // A price of YES below what the policy thinks asks for a check; one above it talks none away.
    CHECK(ask({}, 100'000, 2'400, 1'000, 500'000'000).worthIt);
    CHECK(ask({}, 100'000, 2'400, 1'000, 500'000'000).value.micro() == 51'200);
    CHECK(ask({}, 100'000, 2'400, 999, 0).worthIt);
    CHECK_FALSE(oneMoreCheck({}, {Amount::micros(kAmountMax), Amount::micros(1), Amount{}, 0}).ok());
    // The largest numbers there are.
    const Posterior much{std::uint64_t{1} << 50, std::uint64_t{1} << 50};
    CHECK(ask(much, kAmountMax, 0, kAmountMax / 2).worthIt);
    CHECK_FALSE(ask(much, kAmountMax, 0, kAmountMax / 2 + 1).worthIt);
}

TEST_CASE("with nothing at stake a host that the floor checks at 1 % is never worth another check") {
    // paid grows by c a step, the floor makes one check in 100 steps, a check costs c = 1,000.
    Posterior p;
    for (std::int64_t steps = 1; steps <= 100'000; ++steps) {
        if (steps % 100 == 0) p = observed(p, CheckSource::Draw, true);
        CHECK_FALSE(oneMoreCheck(p, {Amount{}, Amount::micros(1000 * steps), Amount::micros(1000), 0})->worthIt);
    }
}

TEST_CASE("bettors multiply the chance of fraud by how much dearer they make it") {
    const Posterior p = observed({}, CheckSource::Draw, true);
    const Chance own = fraudChance(p);
    CHECK(fraudByMarket(p, 50'000'000, 50'000'000) == own);
    CHECK(fraudByMarket(p, 50'000'000, 100'000'000) == 2 * own);
    CHECK(fraudByMarket(p, 50'000'000, 25'000'000) == (own + 1) / 2);
    CHECK(fraudByMarket(p, 1, kCertain) == kCertain);
    CHECK(fraudByMarket(p, kCertain, 0) == 0);
    Chance before = 0;
    for (Chance now = 0; now <= kCertain; now += 9'999'991) {
        const Chance chance = fraudByMarket(p, 100'000, now);
        CHECK(chance >= before);
        before = chance;
    }
}
