// SPDX-License-Identifier: Apache-2.0
#include "jobs/plan.h"

#include "lottery/lottery.h"
#include "verification/policy.h"
#include "verification/slash.h"
#include "verification/terms.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::jobs;

namespace {

const PreparedJob& tiny() {
    static const PreparedJob job = [] {
        const auto spec = loadJob(TESTS_DIR "/jobs/tiny.toml");
        REQUIRE_MESSAGE(spec, spec.error().text());
        auto prepared = prepareJob(*spec);
        REQUIRE_MESSAGE(prepared, prepared.error().text());
        return std::move(*prepared);
    }();
    return job;
}

ProgramShape shape() {
    const auto out = shapeOf(tiny().program, tiny().parameters);
    REQUIRE_MESSAGE(out, out.error().text());
    return *out;
}

PlanTerms terms() {
    PlanTerms out;
    out.pricePerHour = Amount::credits(3600);
    out.rate = 1'000'000'000;
    return out;
}

Plan plan(const PlanTerms& with) {
    const auto out = makePlan(tiny(), shape(), with);
    REQUIRE_MESSAGE(out, out.error().text());
    return *out;
}

} // namespace

TEST_CASE("sizes and work of a plan follow from the layers") {
    // 64 → 64 → 10: two products forward, two for the weights' gradients, one back to the hidden layer.
    const std::uint64_t weights = 64 * 64 + 64 * 10, rows = 1438;
    const std::uint64_t parameters = weights + 64 + 10;
    CHECK(plan(terms()).parameters == parameters);
    CHECK(plan(terms()).stateBytes == 3 * 4 * parameters); // adam keeps two moments
    CHECK(shape().workPerIteration == rows * (2 * weights + 64 * 10));
}

TEST_CASE("what a stranger offers is refused where its products are wider than what a market has a price for") {
    gpu::TrainDescription d = tiny().description;
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        d.bits = bits;
        const auto found = shapeOf(tiny().program, d.encode());
        CHECK(found.ok() == (bits <= 14));
        if (!found) CHECK(found.error().subject == "bits");
    }
}

TEST_CASE("steps, windows, sizes and time are those of the job") {
    const Plan p = plan(terms());
    CHECK(p.steps == 100);
    CHECK(p.windows == 25);
    CHECK(p.iterations == 1000);
    CHECK(p.iterationsPerStep == 10);
    CHECK(p.workPerStep == 10 * shape().workPerIteration);
    CHECK(p.secondsPerStep == doctest::Approx(static_cast<double>(p.workPerStep) / 1e9));
    CHECK(p.seconds == doctest::Approx(100 * p.secondsPerStep));
    CHECK(p.dataBytes == tiny().data.size());
    CHECK(p.boundaries == 20);
    CHECK(p.renterDownload == 20 * p.stateBytes);
    CHECK(p.hostDownload == p.dataBytes);
    CHECK(p.hubDownload == p.dataBytes + p.checks * p.stateBytes);
}

TEST_CASE("a plan says what a step costs beside its work, and how long it should be") {
    const Plan p = plan(terms());
    const StepCosts same = stepCosts(shape(), p.iterationsPerStep, terms().pricePerHour, terms().rate);
    CHECK(p.stepCosts.overhead() == same.overhead());
    CHECK(p.stepCosts.laptopSeconds == same.laptopSeconds);
    CHECK(p.stepCosts.openingShare ==
          doctest::Approx(1e-11 * static_cast<double>(p.stateBytes) / (static_cast<double>(p.price.micro()) * 1e-6))
              .epsilon(0.01));
    CHECK(p.iterations % p.proposal.iterations == 0);
    CHECK(p.iterations / p.proposal.iterations >= 20 * p.odds);
    CHECK(p.proposal.costs.overhead() <= p.stepCosts.overhead());
}

TEST_CASE("money follows from price and rate as the hub computes it") {
    const Plan p = plan(terms());
    // A credit a second: the price of a step in micro-credits is its time in microseconds, rounded up.
    CHECK(p.price.micro() == static_cast<std::int64_t>((p.workPerStep + 999) / 1000));
    CHECK(p.face.micro() == 4 * p.price.micro());
    CHECK(p.cost.micro() == 100 * p.price.micro());
    CHECK(p.bond.micro() == 400 * p.price.micro());
    CHECK(p.escrow.micro() == static_cast<std::int64_t>(lottery::escrowTickets(100, 4, 4)) * p.face.micro());
    CHECK(p.checkFees.isZero());
}

TEST_CASE("one check in six claims, a check of four steps in a hundred, is what deters a tiny job's host") {
    const Plan p = plan(terms());
    CHECK(p.batch == 6);
    CHECK(p.stepCheckRate == doctest::Approx(1.0 / 24));
    CHECK(p.checks == 4);
    CHECK(p.sabotageDeterred == doctest::Approx((4 + 300) / 24.0 * static_cast<double>(p.price.micro()) -
                                                static_cast<double>(p.price.micro())));
    CHECK(p.assurance50 == doctest::Approx(1 - 0.0625));
    CHECK(p.assurance1 < p.assurance10);
    CHECK(p.assurance10 < p.assurance50);
}

TEST_CASE("checking all claims is a batch of one") {
    PlanTerms all = terms();
    all.checkAll = true;
    const Plan p = plan(all);
    CHECK(p.batch == 1);
    CHECK(p.checks == 25);
    CHECK(p.stepCheckRate == doctest::Approx(0.25));
}

TEST_CASE("a host's smaller bond or a higher stake makes the batches smaller") {
    PlanTerms poor = terms();
    poor.bondMax = Amount::micros(plan(terms()).price.micro() * 20);
    const Plan p = plan(poor);
    CHECK(p.bond == *poor.bondMax);
    CHECK(p.batch == *verification::largestBatch({p.price, p.odds, p.bond, {}}));
    CHECK(p.batch < 6);

    PlanTerms risky = terms();
    risky.atStake = Amount::micros(plan(terms()).price.micro() * 20);
    CHECK(plan(risky).batch == 1);
}

TEST_CASE("where markets may be open, what they may lose is left out of what deters, as the hub does") {
    const Amount price = plan(terms()).price;
    for (const std::uint32_t batch : {0U, 1U, 2U, 6U})
        for (std::int64_t worth = 0; worth < 5'000; worth += 1 + worth / 50) {
            CAPTURE(batch);
            CAPTURE(worth);
            PlanTerms with = terms();
            with.bets = true;
            with.batch = batch;
            with.atStake = *price.times(static_cast<std::uint64_t>(worth));
            const auto out = deterrenceOf(tiny().spec.contract, price, 4, 100, with);
            REQUIRE(out);
            const auto largest =
                verification::largestBatch({price, 4, out->bond, with.atStake, verification::makersShare(out->bond)});
            REQUIRE(largest);
            CHECK(out->batch <= *largest);
        }
}

TEST_CASE("a renter who likes more checks gets the same deterrence for a smaller bond") {
    const Plan usual = plan(terms());
    for (std::uint32_t batch = 1; batch <= 6; ++batch) {
        PlanTerms like = terms();
        like.batch = batch;
        const Plan p = plan(like);
        CHECK(p.batch == batch);
        CHECK(p.bond <= usual.bond);
        CHECK(p.sabotageDeterred >= 0.99 * usual.sabotageDeterred);
        // Once a faked step is drawn its host loses V + (1 − δ)B with the chance q of a check, and saved c.
        const auto c = static_cast<double>(p.price.micro()), bond = static_cast<double>(p.bond.micro());
        CHECK(p.gainDrawn == doctest::Approx(c - (p.odds * c + 0.75 * bond) / batch));
        CHECK(p.gainDrawn < 0);
    }
}

TEST_CASE("an assurance takes as many checks as it needs, or is refused with how many those are") {
    for (const double wanted : {0.5, 0.9, 0.99, 0.999}) {
        for (const double faked : {0.2, 0.5, 0.9}) {
            CAPTURE(wanted);
            CAPTURE(faked);
            PlanTerms sure = terms();
            sure.assurance = wanted;
            sure.faked = faked;
            const auto made = makePlan(tiny(), shape(), sure);
            const std::uint64_t checks = verification::checksFor(wanted, faked);
            REQUIRE(made.ok() == (checks <= 25));
            if (!made) {
                CHECK(made.error().sentence.str().find(std::to_string(checks)) != std::string::npos);
                continue;
            }
            CHECK(made->assurance >= wanted);
            CHECK(made->checks >= checks);
            CHECK(made->batch <= 6);
            CHECK(made->total == made->cost + made->checkFees);
            const bool largest = made->batch == 6 || 100 / (4 * (made->batch + 1)) < checks;
            CHECK(largest);
        }
    }
}

TEST_CASE("where cheating would pay the plan is refused with the bond that would do") {
    PlanTerms bad = terms();
    bad.bondMax = Amount{};
    const auto refused = makePlan(tiny(), shape(), bad);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().is(verification::PolicyError::NotDeterred));
    CHECK(refused.error().remedy.str().ends_with("credits or more would do"));
}

TEST_CASE("the hub's fee is part of the escrow") {
    PlanTerms fee = terms();
    fee.checkFee = Amount::credits(1);
    const Plan with = plan(fee), without = plan(terms());
    CHECK(with.checkFees == Amount::credits(4));
    CHECK(with.escrow - without.escrow ==
          Amount::credits(static_cast<std::int64_t>(lottery::escrowTickets(100, 4, 4)) / 6 + 2));
}

TEST_CASE("an amount beyond the books is refused") {
    PlanTerms dear = terms();
    dear.pricePerHour = Amount::micros(kAmountMax);
    dear.rate = 1;
    const auto refused = makePlan(tiny(), shape(), dear);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().is(verification::PolicyError::Overflow));
}
