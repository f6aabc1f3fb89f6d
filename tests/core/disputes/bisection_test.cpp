// SPDX-License-Identifier: Apache-2.0
#include "disputes/bisection.h"

#include "gpu/hash.h"

#include <doctest/doctest.h>

#include <functional>
#include <random>

using namespace unchained;
using namespace unchained::disputes;

namespace {

Hash256 rootOf(const char* whose, std::uint64_t state) {
    return taggedHash("bisection-test", {whose, state});
}

/// A run of which the states after step `wrong` are false.
struct Run {
    std::uint64_t wrong = 0;
    [[nodiscard]] Hash256 at(std::uint64_t state) const { return rootOf(state > wrong ? "false" : "true", state); }
};

Bisection disputeOf(std::uint64_t steps, const Run& run, std::int64_t patience = 1000) {
    auto begun = Bisection::begin({0, steps, rootOf("true", 0), run.at(steps), rootOf("true", steps), patience}, 0);
    REQUIRE(begun.ok());
    return *begun;
}

void answerBoth(Bisection& b, const Run& run, TimeMs now) {
    const std::uint64_t round = b.round(), middle = b.rounds().back().middle;
    REQUIRE(*b.answer(Side::Defender, round, run.at(middle), now));
    REQUIRE(*b.answer(Side::Challenger, round, rootOf("true", middle), now));
}

} // namespace

TEST_CASE("a forged run of 1,024 steps is narrowed to its first false step in ten rounds, whichever it is") {
    for (std::uint64_t wrong = 0; wrong < 1024; ++wrong) {
        const Run run{wrong};
        Bisection b = disputeOf(1024, run);
        while (!b.end())
            answerBoth(b, run, 0);
        CHECK(b.rounds().size() == 10);
        CHECK(*b.end() == BisectionEnd::Found);
        CHECK(b.first() == wrong);
        CHECK(b.last() == wrong + 1);
        CHECK(b.agreed() == rootOf("true", wrong));
        CHECK(b.said(Side::Defender) == rootOf("false", wrong + 1));
        CHECK(b.said(Side::Challenger) == rootOf("true", wrong + 1));
    }
}

TEST_CASE("any number of steps takes at most the rounded logarithm of it in rounds, and a single step none") {
    CHECK(Bisection::roundsOf(1) == 0);
    CHECK(Bisection::roundsOf(2) == 1);
    CHECK(Bisection::roundsOf(3) == 2);
    CHECK(Bisection::roundsOf(1024) == 10);
    CHECK(Bisection::roundsOf(1025) == 11);
    CHECK(Bisection::roundsOf(1'000'000) == 20);
    std::mt19937_64 random(5);
    for (std::uint64_t steps = 1; steps < 300; ++steps) {
        const Run run{random() % steps};
        Bisection b = disputeOf(steps, run);
        while (!b.end())
            answerBoth(b, run, 0);
        CHECK(b.rounds().size() <= Bisection::roundsOf(steps));
        CHECK(b.first() == run.wrong);
    }
}

TEST_CASE("whatever a side says, the step that is left is one over which its own words bind it") {
    // A liar on either side: roots of its choice in any round, here by chance.
    std::mt19937_64 random(9);
    for (int trial = 0; trial < 500; ++trial) {
        const std::uint64_t steps = 2 + random() % 200;
        const Run run{random() % steps};
        Bisection b = disputeOf(steps, run);
        while (!b.end()) {
            const std::uint64_t middle = b.rounds().back().middle, round = b.round();
            const bool lies = random() % 2 == 0;
            REQUIRE(b.answer(Side::Defender, round, run.at(middle), 0).ok());
            REQUIRE(
                b.answer(Side::Challenger, round,
                         lies ? (random() % 2 == 0 ? run.at(middle) : rootOf("lie", random())) : rootOf("true", middle),
                         0)
                    .ok());
        }
        REQUIRE(*b.end() == BisectionEnd::Found);
        CHECK(b.last() == b.first() + 1);
        // Before the step both have said the same, after it two things: one of them is wrong, and it is known who.
        CHECK(b.agreed() == run.at(b.first()));
        CHECK(b.said(Side::Defender) == run.at(b.last()));
        CHECK(b.said(Side::Challenger) != b.said(Side::Defender));
    }
}

TEST_CASE("who stops answering in any round loses by silence, and nobody before the time is up") {
    for (std::uint64_t silentFrom = 1; silentFrom <= 10; ++silentFrom) {
        for (int who = 0; who < 3; ++who) { // the defender, the challenger, both
            const Run run{700};
            Bisection b = disputeOf(1024, run, 100);
            while (b.round() < silentFrom)
                answerBoth(b, run, 0);
            const std::uint64_t middle = b.rounds().back().middle;
            if (who == 0) REQUIRE(*b.answer(Side::Challenger, b.round(), rootOf("true", middle), 7));
            if (who == 1) REQUIRE(*b.answer(Side::Defender, b.round(), run.at(middle), 7));
            CHECK(*b.deadline() == 100);
            CHECK_FALSE(b.advance(99));
            CHECK(b.advance(100));
            const BisectionEnd wanted[] = {BisectionEnd::DefenderSilent, BisectionEnd::ChallengerSilent,
                                           BisectionEnd::BothSilent};
            CHECK(*b.end() == wanted[who]);
            CHECK_FALSE(b.deadline());
            CHECK_FALSE(b.advance(10'000));
            CHECK(b.answer(Side::Defender, b.round(), run.at(middle), 101).ok() == (who == 1)); // said before
        }
    }
}

TEST_CASE("a side that stalls each round a little has one purse of time for all of them") {
    const Run run{0};
    Bisection b = disputeOf(1024, run, 1000);
    TimeMs now = 0;
    while (!b.end()) {
        const std::uint64_t middle = b.rounds().back().middle;
        REQUIRE(*b.answer(Side::Defender, b.round(), run.at(middle), now));
        now += 300; // the challenger takes 300 of its 1,000 each time
        if (b.advance(now)) break;
        REQUIRE(*b.answer(Side::Challenger, b.round(), rootOf("true", middle), now));
    }
    CHECK(*b.end() == BisectionEnd::ChallengerSilent);
    CHECK(b.round() == 4);
}

TEST_CASE("a hub that was away takes no time from anybody") {
    Bisection b = disputeOf(8, Run{3}, 100);
    b.shift(5000);
    CHECK(*b.deadline() == 5100);
    CHECK_FALSE(b.advance(5099));
    CHECK(b.advance(5100));
}

TEST_CASE("an answer counts once: again it changes nothing, another one is refused, and so is one before its round") {
    const Run run{5};
    Bisection b = disputeOf(8, run);
    const std::uint64_t middle = b.rounds().back().middle;
    REQUIRE(*b.answer(Side::Defender, 1, run.at(middle), 0));
    CHECK_FALSE(*b.answer(Side::Defender, 1, run.at(middle), 0));
    CHECK(b.answer(Side::Defender, 1, rootOf("other", 1), 0).error().is(DisputeError::Contradiction));
    CHECK(b.answer(Side::Challenger, 2, rootOf("true", 1), 0).error().is(DisputeError::WrongRound));
    CHECK(b.answer(Side::Challenger, 0, rootOf("true", 1), 0).error().is(DisputeError::WrongRound));
    REQUIRE(*b.answer(Side::Challenger, 1, rootOf("true", middle), 0));
    CHECK_FALSE(*b.answer(Side::Challenger, 1, rootOf("true", middle), 0)); // an answer that was lost on its way back
    CHECK(b.round() == 2);
}

TEST_CASE("a dispute needs a range and a difference") {
    const Hash256 a = rootOf("a", 0), c = rootOf("c", 0);
    CHECK(Bisection::begin({3, 3, a, a, c, 1}, 0).error().is(DisputeError::EmptyRange));
    CHECK(Bisection::begin({4, 3, a, a, c, 1}, 0).error().is(DisputeError::EmptyRange));
    CHECK(Bisection::begin({3, 4, a, c, c, 1}, 0).error().is(DisputeError::NoDifference));
    const auto one = Bisection::begin({3, 4, a, a, c, 1}, 0);
    REQUIRE(one.ok());
    CHECK(*one->end() == BisectionEnd::Found);
    CHECK(one->round() == 0);
    CHECK(one->first() == 3);
}
