// SPDX-License-Identifier: Apache-2.0
#include "jobs/step_costs.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace unchained;
using namespace unchained::jobs;

namespace {

constexpr std::uint64_t kRate = 20'000'000'000;

/// `layers` products of a square weight with a batch, adam; forward and both gradients.
ProgramShape network(std::uint64_t width, std::uint64_t layers, std::uint64_t rows, std::uint64_t iterations) {
    ProgramShape out;
    for (std::uint64_t i = 0; i < layers; ++i)
        out.layout.push_back({"layers." + std::to_string(i) + ".weight", {width, width}, true, true});
    out.layout.push_back({"layers.0.bias", {width}, false, true});
    const std::uint64_t weights = layers * width * width;
    out.stateBytes = 12 * (weights + width);
    out.workPerIteration = 3 * rows * weights;
    out.iterations = iterations;
    return out;
}

Amount price() {
    return Amount::credits(1);
}

} // namespace

TEST_CASE("the share of hashing falls with the length of a step, noise and self-check stay") {
    const ProgramShape shape = network(512, 4, 2048, 100'000);
    const StepCosts one = stepCosts(shape, 1, price(), kRate), ten = stepCosts(shape, 10, price(), kRate);
    const double work = static_cast<double>(shape.workPerIteration), bytes = static_cast<double>(shape.stateBytes);
    // Products, and what becomes of their elements besides.
    const double beside = 54.0 * 4 * 3 * (2048 * 1024 + 512 * 512);
    CHECK(one.hashing == doctest::Approx(75 * bytes / (work + beside + 75 * bytes)).epsilon(0.02));
    CHECK(ten.hashing < one.hashing / 9);
    CHECK(ten.noise >= one.noise);
    CHECK(ten.noise < 1.2 * one.noise);
    CHECK(ten.overhead() == doctest::Approx(ten.hashing + ten.noise + ten.selfCheck));
    CHECK(ten.laptopSeconds == doctest::Approx(10 * work / 25e12 * 120));
    // A credit an hour at that rate, and 0.01 credits for 10^9 bytes.
    const double cost = bytes * 1e-9 * 0.01, step = 10 * work / static_cast<double>(kRate) / 3600;
    CHECK(ten.openingShare == doctest::Approx(cost / step));
}

TEST_CASE("the step that is proposed is the shortest that keeps within the limits") {
    const ProgramShape shape = network(512, 4, 2048, 1 << 20);
    const StepProposal found = proposeStep(shape, 4, price(), kRate);
    CHECK(found.limit == StepLimit::None);
    CHECK(found.costs.overhead() <= kOverheadShareMax);
    CHECK(found.costs.openingShare <= kOpeningShareMax);
    CHECK(found.costs.laptopSeconds <= kLaptopSecondsMax);
    CHECK(shape.iterations % found.iterations == 0);
    REQUIRE(found.iterations > 1);
    const StepCosts half = stepCosts(shape, found.iterations / 2, price(), kRate); // the divisor before it
    CHECK((half.overhead() > kOverheadShareMax || half.openingShare > kOpeningShareMax));
    // Half the price: the opening weighs twice as much, and steps become longer.
    const StepProposal cheap = proposeStep(shape, 4, Amount::micros(10'000), kRate);
    CHECK(cheap.iterations > found.iterations);
    CHECK(cheap.costs.openingShare <= kOpeningShareMax);
}

TEST_CASE("a short job keeps its 20 wins, and that is said") {
    const StepProposal found = proposeStep(network(512, 4, 2048, 400), 4, Amount::micros(1'000), kRate);
    CHECK(found.limit == StepLimit::Job);
    CHECK(found.iterations == 5);
    CHECK(proposeStep(network(512, 4, 2048, 400), 1, Amount::micros(1'000), kRate).iterations == 20);
    CHECK(proposeStep(network(512, 4, 2048, 7), 4, price(), kRate).iterations == 1);
}

TEST_CASE("noise and self-check of a small batch are too much however long a step is") {
    const StepProposal found = proposeStep(network(512, 4, 64, 1 << 20), 4, price(), kRate);
    CHECK(found.limit == StepLimit::Noise);
    CHECK(found.costs.overhead() > kOverheadShareMax);
    CHECK(found.costs.hashing < kOverheadShareMax);
}

TEST_CASE("no step is proposed that a laptop cannot repeat in time, but where one iteration is too much already") {
    const ProgramShape large = network(8192, 12, 8192, 1 << 20);
    const StepProposal found = proposeStep(large, 4, price(), 50'000'000'000'000);
    CHECK(found.costs.laptopCanCheck());
    CHECK(found.limit == StepLimit::Laptop);
    const ProgramShape huge = network(16384, 96, 65536, 1 << 20);
    const StepProposal one = proposeStep(huge, 4, price(), 50'000'000'000'000);
    CHECK(one.iterations == 1);
    CHECK_FALSE(one.costs.laptopCanCheck());
    CHECK(one.limit == StepLimit::Laptop);
}

TEST_CASE("work without a price or without weights has no proposal that breaks") {
    const StepProposal free = proposeStep(network(512, 4, 2048, 1 << 20), 4, Amount{}, kRate);
    CHECK(std::isinf(free.costs.openingShare));
    CHECK(free.iterations >= 1);
    const StepProposal none = proposeStep(ProgramShape{}, 0, price(), 0);
    CHECK(none.iterations == 1);
    CHECK(none.costs.overhead() == 0);
}
