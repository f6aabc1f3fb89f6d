// SPDX-License-Identifier: Apache-2.0
#include "other_games.h"

#include "lottery/lottery.h"
#include "verification/checker.h"
#include "verification/slash.h"

#include <algorithm>
#include <set>

namespace unchained::sim {

namespace {

template <class Game>
RowResult playAll(std::uint64_t games, Game&& game) {
    std::vector<Stratum> all(1);
    for (std::uint64_t i = 0; i < games; ++i)
        all[0].add(game());
    return {combine(all), false};
}

/// An attempt that the rules turn away. What it gained all the same is the mean of the games, and must not be above 0.
RowResult turnedAway(RowResult result) {
    result.refused = result.estimate.high <= 0;
    return result;
}

betting::Order orderOf(std::uint8_t who, std::uint8_t number, betting::Side side, std::int64_t shares,
                       std::int64_t limit) {
    betting::Order order{{}, {}, side, shares, limit};
    order.by.bytes[0] = who;
    order.id.bytes[0] = who;
    order.id.bytes[1] = number;
    return order;
}

/// A market and what one of its bettors has left in it.
class Purse {
public:
    Purse(const betting::MarketRules& rules, std::uint8_t who) : m_market(rules), m_who(who) {}
    bool place(const betting::Order& order) {
        const Amount reserve = m_market.reserve(order);
        if (!m_market.place(order)) return false;
        if (order.by.bytes[0] == m_who) m_gain -= reserve.micro();
        return true;
    }
    void clear() { take(m_market.clear().refunds); }
    void resolve(betting::Outcome outcome, Amount share) { take(m_market.resolve(outcome, share).payouts); }
    [[nodiscard]] const betting::Market& market() const { return m_market; }
    [[nodiscard]] betting::Market::Position position() const {
        for (const auto& [peer, position] : m_market.positions())
            if (peer.bytes[0] == m_who) return position;
        return {};
    }
    [[nodiscard]] std::int64_t gain() const { return m_gain; }

private:
    void take(const std::vector<betting::Payout>& payouts) {
        for (const betting::Payout& payout : payouts)
            if (payout.to.bytes[0] == m_who) m_gain += payout.amount.micro();
    }
    betting::Market m_market;
    std::uint8_t m_who;
    std::int64_t m_gain = 0;
};

double stepsOf(const Setting& s, std::int64_t micro) {
    return static_cast<double>(micro) / static_cast<double>(s.price.micro());
}

} // namespace

RowResult playOwnYes(const Setting& s, std::uint64_t games, Random& random) {
    if (!s.market) return {{}, true};
    return turnedAway(playAll(games, [&] {
        Purse purse(*s.market, 1);
        purse.place(orderOf(1, 1, betting::Side::Yes, 1 + static_cast<std::int64_t>(random.below(1'000'000)),
                            betting::kWholePrice - 1));
        purse.clear();
        purse.resolve(random.below(s.batch) == 0 ? betting::Outcome::Right : betting::Outcome::Unchecked, Amount{});
        Ending out;
        out.gain = stepsOf(s, purse.gain());
        return out;
    }));
}

RowResult playChecker(const Setting& s, std::uint64_t oneIn, std::uint64_t games, Random& random) {
    constexpr std::uint64_t kTasks = 100;
    const Amount cost = s.price, fee = *s.price.plus(Amount::micros(s.price.micro() / 10));
    const Amount stake = *verification::leastCheckerStake(fee, cost);
    return playAll(games, [&] {
        Ending out;
        for (std::uint64_t task = 1; task <= kTasks; ++task) {
            if (random.below(oneIn) != 0) continue;
            out.gain += stepsOf(s, cost.micro());
            const verification::RootPair truth{random.hash(), random.hash()};
            const verification::RootPair copied{truth.plain, random.hash()};
            if (verification::compareRoots(truth.plain, truth, copied) == verification::CheckerVerdict::Agree) {
                out.poisoned = 1; // it was never looked at
                continue;
            }
            if (!verification::judgeRoots(truth, truth.plain, truth, copied).checkerWrong) continue;
            out.gain -= stepsOf(s, fee.micro()) + stepsOf(s, stake.micro());
            out.caught = 1;
            out.delay = static_cast<double>(task);
            break;
        }
        // X: what a host would pay for a fake that is waved through. It passes only where both roots were the same.
        if (out.poisoned > 0) out.gain += s.atStake;
        return out;
    });
}

RowResult playFalseAlarm(const Setting& s, std::uint64_t games, Random&) {
    return playAll(games, [&] {
        const auto cost = verification::alarmCost(s.price, true);
        Ending out;
        out.gain = -stepsOf(s, cost.author.micro());
        out.caught = 1;
        out.delay = 1;
        return out;
    });
}

RowResult playRing(const Setting& s, std::uint64_t games, Random& random) {
    const std::uint64_t part = s.preset.steps / lottery::kBoundaries;
    if (!s.market) return {{}, true};
    const HostPlan all{0, 1, s.preset.steps, false, 1, Reaction::Claim};
    // It lets itself be paid as much as the market reckoned with: that comes back to it, and does not burn.
    const auto shares = verification::divideSlash({s.bond, escrowFor(s, part), Amount{}, true, false});
    const Amount bets = friendsGain(*s.market, s.market->stakesMost);
    return playAll(games, [&] {
        Ending out = playHost(s, all, true, random);
        out.gain = out.caught > 0 ? inSteps(s, shares.refunded + shares.stakers + bets - s.bond) : 0;
        out.poisoned = 0; // nobody else relies on it
        return out;
    });
}

RowResult playNonPayer(const Setting& s, std::uint64_t games, Random& random) {
    const verification::Preset& p = s.preset;
    const std::uint64_t windows = lottery::windowCount(p.steps, p.window), w = lottery::windowWinsMax(p.window, p.odds);
    return playAll(games, [&] {
        // It walks at a boundary that it picks, with what was put into escrow at the start and no more.
        std::uint64_t walk = 1 + random.below(windows);
        while (!lottery::isBoundary(walk, windows))
            ++walk;
        Amount escrow = escrowFor(s, p.steps);
        Ending out;
        std::uint64_t step = 0, last = (walk - 1) * p.window;
        while (step < last) {
            step += random.losersBeforeWin(p.odds, last - step);
            if (step >= last) break;
            ++step;
            if (escrow >= s.face) escrow -= s.face;
            if (escrow < s.face.times(w).value()) last = step; // the provider waits: no further window is computed
        }
        const lottery::StepRange range = lottery::windowSteps(walk, p.steps, p.window);
        out.steps = static_cast<double>(last + range.count());
        if (last != (walk - 1) * p.window) return out; // it never came to the boundary
        const Amount fee = verification::publishFee(s.price, escrow);
        const Amount owed = verification::windowOwed(s.price, range.count(), escrow - fee);
        ++out.checks;
        // Honest play pays the window's tickets, c a step before anybody knows the draw.
        out.gain = static_cast<double>(range.count()) - stepsOf(s, (fee + owed).micro());
        out.caught = 1;
        out.delay = static_cast<double>(range.count());
        return out;
    });
}

RowResult playWithholder(const Setting& s, std::uint64_t games, Random& random) {
    return turnedAway(playAll(games, [&] {
        Ending out;
        // The batch is due; without data there is no verdict, the claims stand and are paid after the period.
        const auto place = lottery::placeInBatch(random(), s.batch, s.batch, false);
        const Amount paid = s.face.times(s.batch).value(), honest = paid;
        out.checks = place ? 1 : 0;
        out.steps = static_cast<double>(s.batch) * s.preset.odds;
        out.gain = stepsOf(s, (honest - paid).micro());
        return out;
    }));
}

RowResult playGrinder(const Setting& s, std::uint64_t games, Random& random) {
    constexpr int kSecrets = 8;
    const std::uint64_t trials = std::max<std::uint64_t>(games, 50'000);
    std::uint64_t drawn = 0;
    for (std::uint64_t i = 0; i < trials; ++i) {
        const Hash256 contract = random.hash(), guess = random.hash(), seed = random.hash(), root = random.hash();
        const std::uint64_t step = random.below(s.preset.steps);
        Hash256 best = lottery::drawSecret(random.hash(), contract, 1, root);
        for (int k = 1; k < kSecrets && lottery::wins(lottery::coinflip(best, guess), contract, step, s.preset.odds);
             ++k)
            best = lottery::drawSecret(random.hash(), contract, 1, root);
        drawn += lottery::wins(lottery::coinflip(best, seed), contract, step, s.preset.odds) ? 1 : 0;
    }
    const double share = static_cast<double>(drawn) / static_cast<double>(trials);
    const HostPlan plan{0, 1, 1, true, 1, Reaction::Claim};
    std::vector<Stratum> strata(2);
    strata[0].weight = share;
    strata[1].weight = 1 - share;
    for (std::uint64_t i = 0; i < games; ++i)
        if (i % 5 == 0)
            strata[1].add(playHost(s, plan, false, random));
        else
            strata[0].add(playLone(s, plan, random));
    return {combine(strata, share * (1 - share) / static_cast<double>(trials)), false};
}

RowResult playReplayer(const Setting& s, std::uint64_t games, Random& random) {
    return turnedAway(playAll(games, [&] {
        std::set<std::pair<std::uint64_t, std::uint64_t>> claimed; // contract, step: the hub's books
        std::set<std::uint64_t> anchors;                           // s_0 that were accepted, ever
        const std::uint64_t step = random.below(s.preset.steps), anchor = random();
        std::int64_t paid = 0;
        std::uint64_t contracts = 0;
        const auto admit = [&] { return anchors.insert(anchor).second ? ++contracts : 0; };
        const auto claim = [&](std::uint64_t contract) {
            if (contract != 0 && claimed.emplace(contract, step).second) paid += s.face.micro();
        };
        const std::uint64_t first = admit();
        claim(first);
        claim(first);
        claim(admit());
        Ending out;
        out.gain = stepsOf(s, paid - s.face.micro());
        return out;
    }));
}

RowResult playFrontRunner(const Setting& s, std::uint64_t games, Random& random) {
    if (!s.market) return {{}, true};
    return playAll(games, [&] {
        Purse purse(*s.market, 1);
        const std::int64_t cap = s.market->stakesMost.micro(), limit = 900'000;
        const auto other = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(cap / 8)));
        const auto own = 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(cap / 8)));
        purse.place(orderOf(1, 1, betting::Side::No, own, limit));
        purse.place(orderOf(2, 2, betting::Side::No, other, limit));
        purse.clear();
        purse.place(orderOf(1, 3, betting::Side::Yes, std::max<std::int64_t>(1, purse.position().no),
                            betting::kWholePrice - 1));
        purse.clear();
        const bool wrong = random.below(100) == 0;
        // It has got out: as many YES as NO. What it could not get out of it holds like anybody, at the policy's odds.
        const auto position = purse.position();
        Ending out;
        const double held = static_cast<double>(position.no - position.yes);
        const double worth = static_cast<double>(position.yes) + held * static_cast<double>(s.market->fraud) / 1e9;
        out.gain = (worth - static_cast<double>((position.noPaid + position.yesPaid).micro())) /
                   static_cast<double>(s.price.micro());
        purse.resolve(wrong ? betting::Outcome::Wrong : betting::Outcome::Right, Amount{});
        return out;
    });
}

} // namespace unchained::sim
