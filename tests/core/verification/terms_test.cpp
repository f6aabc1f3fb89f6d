// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"
#include "verification/posterior.h"
#include "verification/terms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace unchained;
using namespace unchained::verification;

namespace {
constexpr std::int64_t kStepPrice = 1'000'000;

Wish wishOf(const Preset& preset) {
    Wish out;
    out.price = Amount::micros(kStepPrice);
    out.steps = preset.steps;
    out.odds = preset.odds;
    out.bondMax = *out.price.times(preset.bondSteps);
    out.checkCost = out.price;
    out.batchMax = preset.batch;
    return out;
}
} // namespace

TEST_CASE("the table of defaults: each deters with its margin, at its check rate and overhead") {
    const double rates[] = {0.01, 0.01, 0.002}, overheads[] = {0.018, 0.018, 0.010}, sabotage[] = {2.04, 74.5, 300};
    for (std::size_t i = 0; i < kPresets.size(); ++i) {
        const Preset& preset = kPresets[i];
        CAPTURE(preset.name);
        const Wish wish = wishOf(preset);
        const Stakes stakes{wish.price, preset.odds, wish.bondMax, Amount{}};
        CHECK(*largestBatch(stakes) >= preset.batch);
        CHECK(preset.steps / preset.odds >= 20);
        CHECK(stepCheckRate(preset.odds, preset.batch) == doctest::Approx(rates[i]));
        CHECK(overhead(kFixedShare, rates[i], 1.0) == doctest::Approx(overheads[i]));
        CHECK(static_cast<double>(largestSabotage(stakes, preset.batch)->micro()) ==
              doctest::Approx(sabotage[i] * kStepPrice));
        CHECK(presetFor(preset.steps).name == preset.name);
        const auto terms = termsFor(wish);
        REQUIRE(terms.ok());
        CHECK(terms->batch == preset.batch);
        CHECK(terms->bond <= wish.bondMax);
    }
    CHECK(presetFor(1).name == kPresets[0].name);
    CHECK(presetFor(9'999).name == kPresets[0].name);
}

TEST_CASE("X and an assurance become a check rate and a price, or a refusal that says what would do") {
    Wish wish = wishOf(kPresets[1]);
    wish.atStake = Amount::micros(20 * kStepPrice);
    wish.assurance = 0.99;
    wish.share = 0.1; // 44 checks
    auto terms = termsFor(wish);
    REQUIRE(terms.ok());
    CHECK(checksFor(0.99, 0.1) == 44);
    CHECK(checksFor(0.99, 0.01) == 459);
    CHECK(checksFor(0.99, 0.6) == 6);
    CHECK(terms->batch == 2); // m(c+X) = 42 c allows 3, the preset makes 2
    CHECK(terms->sabotage >= wish.atStake);
    CHECK(terms->assurance >= 0.99);
    CHECK(terms->price.micro() == 10'000 * kStepPrice + 100 * kStepPrice);
    wish.share = 0.01;
    terms = termsFor(wish);
    REQUIRE_FALSE(terms.ok());
    CHECK(terms.error().is(PolicyError::OutOfReach));
    wish.assurance = 0;
    wish.atStake = Amount::micros(1000 * kStepPrice);
    terms = termsFor(wish);
    REQUIRE_FALSE(terms.ok());
    CHECK(terms.error().is(PolicyError::NotDeterred));
}

TEST_CASE("terms deter what they say, with the least bond, and more at stake never buys less") {
    std::mt19937_64 rng(11);
    const auto pick = [&](std::int64_t most) {
        return static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(most));
    };
    for (int i = 0; i < 5'000; ++i) {
        Wish wish;
        wish.price = Amount::micros(1 + pick(1'000'000));
        wish.odds = static_cast<std::uint32_t>(1 + pick(500));
        wish.steps = wish.odds * static_cast<std::uint64_t>(20 + pick(1000));
        wish.atStake = Amount::micros(pick(10'000'000));
        wish.bondMax = Amount::micros(pick(100'000'000'000));
        wish.checkCost = wish.price;
        wish.assurance = static_cast<double>(pick(999)) / 1000;
        wish.share = 0.05 + static_cast<double>(pick(900)) / 1000;
        wish.batchMax = static_cast<std::uint32_t>(1 + pick(40));
        const auto terms = termsFor(wish);
        if (!terms) continue;
        CHECK(terms->bond <= wish.bondMax);
        CHECK(terms->batch <= wish.batchMax);
        CHECK(terms->sabotage >= wish.atStake);
        if (wish.assurance > 0) CHECK(terms->assurance >= wish.assurance - 1e-12);
        CHECK(*largestBatch({wish.price, wish.odds, terms->bond, wish.atStake}) >= terms->batch);
        Wish more = wish;
        more.atStake = *wish.atStake.plus(wish.price);
        if (const auto dearer = termsFor(more)) {
            CHECK(dearer->batch <= terms->batch);
            CHECK(dearer->price >= terms->price);
        }
    }
}

TEST_CASE("on the slider every place deters the same, with more bond where there are fewer checks") {
    Wish wish = wishOf(kPresets[0]);
    wish.atStake = Amount::micros(3 * kStepPrice);
    const auto points = slider(wish);
    REQUIRE(points.ok());
    CHECK(points->front().batch == 1);
    CHECK(points->back().batch == 25);
    for (std::size_t i = 0; i < points->size(); ++i) {
        const SliderPoint& point = (*points)[i];
        CHECK(*largestBatch({wish.price, wish.odds, point.bond, wish.atStake}) >= point.batch);
        if (i == 0) continue;
        CHECK(point.batch > (*points)[i - 1].batch);
        CHECK(point.bond >= (*points)[i - 1].bond);
        CHECK(point.overhead < (*points)[i - 1].overhead);
    }
}

namespace {
/// What a host gains over honest play by faking the steps of which `fakes` is a list of windows' counts, looking at all
/// that came before each: the saving of each fake, X once, and what each loses where it is drawn and checked.
double expectedGain(const Stakes& s, std::uint32_t batch, std::uint64_t fakes, double x, double margin) {
    const double c = static_cast<double>(s.price.micro()), r = stepCheckRate(s.odds, batch);
    const double lost =
        s.odds * c + 0.75 * static_cast<double>(s.bond.micro()) - static_cast<double>(s.marketLoss.micro());
    // It goes on only while none was found: the chance of that falls with each fake, and X is earned with the first.
    double gain = 0, alive = 1;
    for (std::uint64_t i = 0; i < fakes && alive > 1e-12; ++i) {
        gain += alive * (margin * c + (i == 0 ? x : 0) - r * lost);
        alive *= 1 - r;
    }
    return gain;
}
} // namespace

TEST_CASE("every number of fakes loses at any X below X*, whatever the posterior and with any extra checks") {
    std::mt19937_64 rng(3);
    const auto pick = [&](std::uint64_t most) { return rng() % most; };
    for (int i = 0; i < 20'000; ++i) {
        const std::uint32_t odds = static_cast<std::uint32_t>(1 + pick(500));
        const Stakes s{Amount::micros(static_cast<std::int64_t>(1000 + pick(1'000'000))), odds,
                       Amount::micros(static_cast<std::int64_t>(pick(100'000'000'000))), Amount{},
                       Amount::micros(static_cast<std::int64_t>(pick(1000)))};
        const auto largest = largestBatch(s);
        if (!largest) continue;
        const auto batch = static_cast<std::uint32_t>(1 + pick(*largest));
        const auto sabotage = largestSabotage(s, batch);
        REQUIRE(sabotage.ok());
        // m = 2 leaves c at least before anybody is found out: X* ≥ c.
        CHECK(sabotage->micro() >= s.price.micro() - 1);
        const double x = static_cast<double>(pick(1000)) / 1001 * static_cast<double>(sabotage->micro());
        const double saving = static_cast<double>(pick(1001)) / 1000;
        CHECK(expectedGain(s, batch, 1 + pick(5'000), x, saving) < 0);
        // The posterior cannot lower the rate, and what it adds makes every fake lose more.
        CHECK(expectedGain(s, std::max(1u, batch / 2), 1 + pick(5'000), x, saving) < 0);
    }
}

TEST_CASE("twice X* pays: the floor is no larger than it must be") {
    for (const Preset& preset : kPresets) {
        const Wish wish = wishOf(preset);
        const Stakes s{wish.price, preset.odds, wish.bondMax, Amount{}};
        const double x = 2 * sabotageDeterred(s, preset.batch);
        CHECK(expectedGain(s, preset.batch, 1, x, 1.0) > 0);
    }
}
