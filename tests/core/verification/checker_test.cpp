// SPDX-License-Identifier: Apache-2.0
#include "verification/checker.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::verification;

namespace {
Hash256 root(std::uint8_t fill) {
    Hash256 out;
    out.bytes.fill(fill);
    return out;
}
const RootPair kTruth{root(1), root(2)};
} // namespace

TEST_CASE("checker and provider agree only where all four roots do") {
    CHECK(compareRoots(root(1), kTruth, kTruth) == CheckerVerdict::Agree);
    CHECK(compareRoots(root(9), kTruth, kTruth) == CheckerVerdict::HubDecides);
    CHECK(compareRoots(root(1), RootPair{root(1), root(3)}, kTruth) == CheckerVerdict::HubDecides);
    CHECK(compareRoots(root(1), kTruth, RootPair{root(1), root(3)}) == CheckerVerdict::HubDecides);
    CHECK(compareRoots(root(1), kTruth, std::nullopt) == CheckerVerdict::HubDecides);
    CHECK(compareRoots(root(1), std::nullopt, kTruth) == CheckerVerdict::HubDecides);
}

TEST_CASE("who copied the claimed root is found by the salted one, who lied by either, who is silent at once") {
    CHECK_FALSE(judgeRoots(kTruth, root(1), kTruth, kTruth).checkerWrong);
    CHECK(judgeRoots(kTruth, root(1), kTruth, RootPair{root(1), root(7)}).checkerWrong);
    CHECK(judgeRoots(kTruth, root(1), kTruth, RootPair{root(7), root(2)}).checkerWrong);
    CHECK(judgeRoots(kTruth, root(1), kTruth, std::nullopt).checkerWrong);
}

TEST_CASE(
    "a wrong claim is the provider's fault whatever the checker said, and a false salted root costs it the check") {
    const auto lied = judgeRoots(kTruth, root(8), RootPair{root(8), root(8)}, kTruth);
    CHECK(lied.claimWrong);
    CHECK_FALSE(lied.checkerWrong);
    CHECK_FALSE(lied.saltedWrong);
    const auto grief = judgeRoots(kTruth, root(1), RootPair{root(1), root(5)}, kTruth);
    CHECK_FALSE(grief.claimWrong);
    CHECK(grief.saltedWrong);
    CHECK_FALSE(grief.checkerWrong);
}

TEST_CASE("the stake is twice what a lie saves and costs; a false alarm costs its author") {
    CHECK(*leastCheckerStake(Amount::micros(10), Amount::micros(15)) == Amount::micros(50));
    CHECK_FALSE(leastCheckerStake(Amount::micros(kAmountMax), Amount::micros(1)).ok());
    CHECK(alarmCost(Amount::micros(7), true).author == Amount::micros(7));
    CHECK(alarmCost(Amount::micros(7), false).bond == Amount::micros(7));
}
