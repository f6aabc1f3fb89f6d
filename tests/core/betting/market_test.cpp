// SPDX-License-Identifier: Apache-2.0
#include "betting/market.h"

#include <doctest/doctest.h>

#include <random>

using namespace unchained;
using namespace unchained::betting;

namespace {

PeerId peer(std::uint8_t name) {
    PeerId out;
    out.bytes[0] = name;
    return out;
}
const PeerId kAnn = peer(1), kBob = peer(2), kEve = peer(3), kOperator = peer(99);

MarketRules rules(std::uint64_t fraud = 100'000'000) {
    const auto out = rulesFor({Amount::credits(1000), Amount::credits(600), fraud, Amount::credits(1)}, {kOperator});
    REQUIRE(out.ok());
    return *out;
}

/// A market beside the purses of its bettors.
struct Table {
    explicit Table(MarketRules r) : market(std::move(r)) {}
    Market market;
    std::map<PeerId, std::int64_t> gain;
    std::uint8_t orders = 0;

    Result<void> bet(const PeerId& by, Side side, std::int64_t shares, std::int64_t limit) {
        Order order{{}, by, side, shares, limit};
        order.id.bytes[0] = ++orders;
        order.id.bytes[1] = by.bytes[0];
        auto placed = market.place(order);
        if (placed) gain[by] -= market.reserve(order).micro();
        return placed;
    }
    Clearing clear() {
        const Clearing out = market.clear();
        pay(out.refunds);
        return out;
    }
    Resolution resolve(Outcome outcome, Amount share = Amount{}) {
        const Resolution out = market.resolve(outcome, share);
        pay(out.payouts);
        return out;
    }
    void pay(const std::vector<Payout>& payouts) {
        for (const Payout& payout : payouts)
            gain[payout.to] += payout.amount.micro();
    }
};

} // namespace

TEST_CASE("a market opens at the policy's chance, with 1 % of the bond at most to lose") {
    const MarketRules r = rules();
    CHECK(r.makerFunds <= Amount::credits(10));
    CHECK(r.makerFunds > Amount::micros(9'999'000));
    CHECK(r.stakesMost == Amount::micros(299'999'999)); // strictly below half of 600
    CHECK(r.forcedBy == Amount::credits(2));
    CHECK(Market(r).yesPrice() == doctest::Approx(900'000).epsilon(1e-5));
    CHECK(rulesFor({Amount::credits(1000), Amount{}, 0, Amount{}}, {}).error().is(BettingError::NoMarket));
    CHECK(rulesFor({Amount{}, Amount::credits(10), 0, Amount{}}, {}).error().is(BettingError::NoMarket));
    CHECK(rulesFor({Amount::credits(9), Amount::credits(3), 0, Amount::credits(1)}, {})
              .error()
              .is(BettingError::NoMarket));
}

TEST_CASE("operator and assigned checker may not bet, and each bet must be one") {
    Table table(rules());
    CHECK(table.bet(kOperator, Side::Yes, 1'000'000, 950'000).error().is(BettingError::Barred));
    CHECK(table.bet(kAnn, Side::Yes, 0, 950'000).error().is(BettingError::BadOrder));
    CHECK(table.bet(kAnn, Side::Yes, 1, 1'000'000).error().is(BettingError::BadOrder));
    CHECK(table.bet(kAnn, Side::No, 700'000'000, 500'000).error().is(BettingError::CapReached));
    REQUIRE(table.bet(kAnn, Side::No, 1'000'000, 500'000).ok());
    table.orders = 4;
    CHECK(table.bet(kAnn, Side::No, 1'000'000, 500'000).error().is(BettingError::IdReused));
    CHECK(table.resolve(Outcome::Unchecked).maker == table.market.rules().makerFunds);
    CHECK(table.gain[kAnn] == 0);
    CHECK(table.bet(kBob, Side::No, 1, 500'000).error().is(BettingError::Closed));
}

TEST_CASE("buyers of both sides meet at one price, the rounding goes to the maker") {
    Table table(rules(500'000'000));
    REQUIRE(table.bet(kAnn, Side::Yes, 3'000'000, 600'000).ok());
    REQUIRE(table.bet(kBob, Side::No, 3'000'000, 600'000).ok());
    const Clearing clearing = table.clear();
    CHECK(clearing.yesPrice == 500'000);
    CHECK(clearing.noPrice == 500'000);
    CHECK(table.gain[kAnn] == -1'500'000);
    CHECK(table.gain[kBob] == -1'500'000 - 750'000); // the deposit for a check of 1 credit, forced by 2 on NO
    CHECK_FALSE(table.market.forcesCheck());
    table.resolve(Outcome::Right);
    CHECK(table.gain[kAnn] == 1'500'000);
    CHECK(table.gain[kBob] == -1'500'000);
}

TEST_CASE("bets beyond the price wait in vain, those at it are filled in part and alike") {
    Table table(rules(500'000'000));
    REQUIRE(table.bet(kAnn, Side::No, 50'000'000, 700'000).ok());
    REQUIRE(table.bet(kBob, Side::No, 50'000'000, 700'000).ok());
    REQUIRE(table.bet(kEve, Side::No, 50'000'000, 400'000).ok());
    const Clearing clearing = table.clear();
    CHECK(clearing.noPrice == 700'000);
    CHECK(clearing.fills[0].shares < 50'000'000);
    CHECK(clearing.fills[0].shares > 1'000'000);
    CHECK(std::abs(clearing.fills[0].shares - clearing.fills[1].shares) <= 1);
    CHECK(clearing.fills[2].shares == 0);
    CHECK(table.gain[kEve] == 0);
    CHECK(table.market.fraudChance() >= 699'000'000);
}

TEST_CASE("YES on a market that nobody doubts gets nothing: the maker pays nobody for knowing what it thinks") {
    Table table(rules());
    REQUIRE(table.bet(kAnn, Side::Yes, 20'000'000, 999'999).ok());
    CHECK(table.clear().fills[0].shares == 0);
    CHECK(table.gain[kAnn] == 0);
    table.resolve(Outcome::Right);
    CHECK(table.gain[kAnn] == 0);
}

TEST_CASE("NO above the threshold forces the check, and the losing side bears it") {
    for (const bool right : {true, false}) {
        Table table(rules());
        REQUIRE(table.bet(kAnn, Side::No, 9'000'000, 900'000).ok());
        table.clear();
        CHECK(table.market.forcesCheck());
        const Resolution end =
            table.resolve(right ? Outcome::Right : Outcome::Wrong, right ? Amount{} : Amount::credits(5));
        CHECK(end.checkCost == (right ? Amount::credits(1) : Amount{}));
        CHECK(end.checkCostByBond == (right ? Amount{} : Amount::credits(1)));
        CHECK((table.gain[kAnn] > 0) == !right);
    }
}

namespace {

/// Plays a market of random bets; returns what all gained, the maker's loss among it.
void playRandom(std::mt19937_64& rng) {
    const auto pick = [&](std::int64_t most) {
        return 1 + static_cast<std::int64_t>(rng() % static_cast<std::uint64_t>(most));
    };
    const std::uint64_t fraud = static_cast<std::uint64_t>(pick(999'000'000));
    const auto made = rulesFor({Amount::micros(pick(3'000'000'000)), Amount::micros(pick(1'000'000'000)), fraud,
                                Amount::micros(pick(100'000))},
                               {kOperator});
    if (!made) return;
    Table table(*made);
    const std::int64_t opening = marginalPrice(openingLead(made->fraud, made->depth), made->depth).up;
    for (int round = 0; round < 4; ++round) {
        for (std::int64_t i = pick(8); i > 0; --i)
            (void)table.bet(peer(static_cast<std::uint8_t>(pick(5))), rng() % 2 == 0 ? Side::Yes : Side::No,
                            pick(rng() % 2 == 0 ? 1'000 : 100'000'000), pick(999'999));
        const Clearing clearing = table.clear();
        CHECK(clearing.yesPrice + clearing.noPrice <= kWholePrice + 2);
        CHECK(clearing.yesPrice + clearing.noPrice >= kWholePrice);
        CHECK(clearing.yesPrice <= opening);
        CHECK((table.market.stakes(Side::Yes) + table.market.stakes(Side::No)).micro() <= made->stakesMost.micro());
        std::int64_t given = 0;
        for (const auto& [who, gain] : table.gain)
            given -= gain;
        CHECK(table.market.held().micro() == made->makerFunds.micro() + given);
    }
    const Outcome outcome = static_cast<Outcome>(rng() % 3);
    const Amount share = outcome == Outcome::Wrong ? Amount::micros(pick(1'000'000)) : Amount{};
    const Amount stakes = table.market.stakes(Side::Yes) + table.market.stakes(Side::No);
    const Resolution end = table.resolve(outcome, share);
    std::int64_t sum = 0;
    for (const auto& [who, gain] : table.gain)
        sum += gain;
    CHECK(sum + end.maker.micro() - made->makerFunds.micro() + end.checkCost.micro() + end.burned.micro() ==
          share.micro());
    CHECK(end.maker.micro() >= 0); // never more than b·ln(1/π), which is all that it put in
    if (outcome == Outcome::Unchecked) CHECK(end.maker == made->makerFunds);
    CHECK(stakes <= made->stakesMost);
}

} // namespace

TEST_CASE("in every market money is conserved, the maker loses at most its funds, and no price passes the opening") {
    std::mt19937_64 rng(42);
    for (int i = 0; i < 4'000; ++i)
        playRandom(rng);
}

TEST_CASE("who bets NO on its own fake gets back less than half of what the slash burns, whatever others stake") {
    std::mt19937_64 rng(8);
    for (int i = 0; i < 2'000; ++i) {
        const Amount bond = Amount::micros(static_cast<std::int64_t>(10'000'000 + rng() % 1'000'000'000));
        const Amount paid = Amount::micros(static_cast<std::int64_t>(rng() % 400'000'000) % bond.micro());
        const Amount quarter = Amount::micros(bond.micro() / 4);
        const Amount burned = bond - quarter - std::min(paid, bond - quarter);
        const auto made = rulesFor({bond, burned, 1 + rng() % 500'000'000, Amount::micros(100)}, {});
        if (!made) continue;
        Table table(*made);
        // Somebody doubts first, so that YES can be bought at all; strangers trust the host; it knows better.
        for (int round = 0; round < 3; ++round) {
            (void)table.bet(kEve, Side::No, made->stakesMost.micro() / 8, 990'000);
            table.clear();
            (void)table.bet(kAnn, Side::Yes, made->stakesMost.micro() / 4, 999'000);
            table.clear();
        }
        table.resolve(Outcome::Wrong, quarter);
        // It lost the bond, and all that was not burned or refunded came back to it at best.
        CHECK(table.gain[kEve] < bond.micro());
        CHECK(table.gain[kEve] - quarter.micro() < burned.micro());
    }
}

TEST_CASE("who runs in front of a bet pays its price, and gets out at a loss") {
    std::mt19937_64 rng(9);
    for (int i = 0; i < 2'000; ++i) {
        Table table(rules(1'000'000 + rng() % 900'000'000));
        const auto victim = static_cast<std::int64_t>(1 + rng() % 40'000'000);
        const auto own = static_cast<std::int64_t>(1 + rng() % 10'000'000);
        REQUIRE(table.bet(kAnn, Side::No, victim, 990'000).ok());
        REQUIRE(table.bet(kEve, Side::No, own, 990'000).ok());
        table.clear();
        const std::int64_t bought = table.market.positions().contains(kEve) ? table.market.positions().at(kEve).no : 0;
        if (bought == 0) continue;
        REQUIRE(table.bet(kEve, Side::Yes, bought, 999'999).ok());
        table.clear();
        const auto& position = table.market.positions().at(kEve);
        if (position.yes != position.no) continue; // not got out: it bets like everybody
        table.resolve(rng() % 2 == 0 ? Outcome::Right : Outcome::Wrong);
        CHECK(table.gain[kEve] <= 0);
    }
}

TEST_CASE("a quote is what a bet pays that is cleared alone") {
    for (const std::int64_t shares : {1, 1'000, 900'000, 30'000'000}) {
        Table table(rules());
        REQUIRE(table.bet(kAnn, Side::No, 2'000'000, 999'999).ok());
        (void)table.clear();
        const Standing now{table.market.lead(), table.market.openingLead(), table.market.rules().depth};
        for (const Side side : {Side::Yes, Side::No}) {
            const Quote told = quote(now, side, shares);
            Table same = table;
            REQUIRE(same.bet(kBob, side, told.shares, 999'999).ok());
            const Clearing cleared = same.clear();
            CHECK(cleared.fills.front().shares == told.shares);
            CHECK(cleared.fills.front().paid == told.cost);
            CHECK(same.market.yesPrice() == told.yesAfter);
        }
    }
    const Market fresh(rules());
    CHECK(quote({fresh.lead(), fresh.openingLead(), fresh.rules().depth}, Side::Yes, 1'000).shares == 0);
}

TEST_CASE("a forced check that was never made costs nobody anything") {
    Table table(rules());
    REQUIRE(table.bet(kAnn, Side::No, 20'000'000, 999'999).ok());
    (void)table.clear();
    REQUIRE(table.market.forcesCheck());
    const Amount staked = table.market.stakes(Side::No);
    const Resolution end = table.market.resolve(Outcome::Right, Amount{}, false);
    table.pay(end.payouts);
    CHECK(end.checkCost.isZero());
    CHECK(table.gain[kAnn] == -staked.micro());
}
