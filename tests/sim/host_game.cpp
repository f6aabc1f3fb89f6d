// SPDX-License-Identifier: Apache-2.0
#include "host_game.h"

#include "verification/slash.h"

#include <algorithm>

namespace unchained::sim {

namespace {

constexpr std::uint64_t kNever = UINT64_MAX;

/// The wins of one game in the order of the steps: those of fakes from their stratum, the others by the plain draw.
class Wins {
public:
    Wins(const Setting& setting, const HostPlan& plan, bool drawn, Random& random)
        : m_plan(plan), m_random(random), m_odds(setting.preset.odds), m_steps(setting.preset.steps) {
        advanceHonest(0);
        if (drawn) m_fake = firstDrawn(drawnWeight(setting, plan));
    }
    struct Win {
        std::uint64_t step = kNever;
        bool fake = false;
    };
    /// The next win, not taken out; its step is kNever behind the last one.
    [[nodiscard]] Win peek() const {
        const std::uint64_t fakeStep = m_fake == kNever ? kNever : m_plan.first + m_fake * m_plan.spacing;
        return fakeStep < m_honest ? Win{fakeStep, true} : Win{m_honest, false};
    }
    void pop() {
        if (!peek().fake) return advanceHonest(m_honest + 1);
        const std::uint64_t rest = m_plan.count - m_fake - 1, losers = m_random.losersBeforeWin(m_odds, rest);
        m_fake = losers < rest ? m_fake + 1 + losers : kNever;
    }
    [[nodiscard]] bool isFake(std::uint64_t step) const {
        return step >= m_plan.first && (step - m_plan.first) % m_plan.spacing == 0 &&
               (step - m_plan.first) / m_plan.spacing < m_plan.count;
    }

private:
    void advanceHonest(std::uint64_t from) {
        do {
            if (from >= m_steps) {
                m_honest = kNever;
                return;
            }
            const std::uint64_t losers = m_random.losersBeforeWin(m_odds, m_steps - from);
            m_honest = from + losers;
            from = m_honest + 1;
            if (m_honest >= m_steps) m_honest = kNever;
        } while (m_honest != kNever && isFake(m_honest));
    }
    /// Which of the fakes wins first, given that one does.
    std::uint64_t firstDrawn(double weight) {
        if (m_odds == 1) return 0;
        const double order = std::floor(std::log1p(-m_random.uniform() * weight) / std::log1p(-1.0 / m_odds));
        return std::min<std::uint64_t>(m_plan.count - 1, static_cast<std::uint64_t>(std::max(0.0, order)));
    }

    const HostPlan& m_plan;
    Random& m_random;
    std::uint32_t m_odds;
    std::uint64_t m_steps, m_honest = kNever, m_fake = kNever; ///< step; number among the fakes
};

/// What happened until the contract ended.
struct Course {
    std::uint64_t end = 0; ///< steps computed
    std::uint64_t paid = 0, unpaid = 0, checks = 0;
    bool caught = false, silent = false;
};

class Contract {
public:
    Contract(const Setting& setting, const HostPlan& plan, Wins& wins, Random& random, LonePick* lone)
        : m_s(setting), m_plan(plan), m_wins(wins), m_random(random), m_lone(lone) {
        m_course.end = setting.preset.steps;
    }

    Course play() {
        for (auto win = m_wins.peek(); win.step != kNever && !m_course.caught; win = m_wins.peek()) {
            m_wins.pop();
            const std::uint64_t window = m_s.preset.window, k = lottery::windowOf(win.step, window);
            if (win.fake && m_plan.reaction != Reaction::Claim && m_plan.reaction != Reaction::RefuseOpen) {
                m_claims.push_back(true);
                const bool vanishes = m_plan.reaction == Reaction::Vanish;
                caughtAt(k * window + (vanishes ? 0 : window), vanishes);
                break;
            }
            m_claims.push_back(win.fake);
            if (m_claims.size() == m_s.batch) closeBatch((k + 1) * window);
        }
        if (!m_course.caught) last();
        for (auto win = m_wins.peek(); win.step < m_course.end; win = m_wins.peek(), ++m_course.unpaid)
            m_wins.pop();
        return m_course;
    }

private:
    void caughtAt(std::uint64_t end, bool silent) {
        m_course.caught = true;
        m_course.silent = silent;
        m_course.end = std::min(m_course.end, end);
        m_course.unpaid = m_claims.size();
    }
    void closeBatch(std::uint64_t end) {
        const auto place = pick();
        ++m_batches;
        if (place) ++m_course.checks;
        if (place && m_claims[*place]) return caughtAt(end, m_plan.reaction == Reaction::RefuseOpen);
        m_course.paid += m_claims.size();
        m_claims.clear();
    }
    std::optional<std::uint64_t> pick() {
        const std::uint64_t g = m_s.batch, m = m_claims.size(), word = m_random();
        const bool only = m_batches == 0;
        const auto fake = std::find(m_claims.begin(), m_claims.end(), true);
        if (m_lone == nullptr || fake == m_claims.end()) return lottery::placeInBatch(word, g, m, only);
        const auto at = static_cast<std::uint64_t>(fake - m_claims.begin());
        std::vector<std::optional<std::uint64_t>> others;
        for (std::uint64_t number = 0; number < g; ++number)
            if (const auto place = lottery::placeInBatch(number, g, m, only); place != at) others.push_back(place);
        m_lone->chance = 1 - static_cast<double>(others.size()) / static_cast<double>(g);
        if (m_lone->checked || others.empty()) return at;
        return others[word % others.size()];
    }
    /// The last batch, or the one check of a contract without any claim.
    void last() {
        if (!m_claims.empty()) return closeBatch(m_course.end);
        if (m_batches > 0) return;
        const auto due = lottery::dueWithoutClaims(m_random.hash(), m_random.hash(), m_course.end, m_s.preset.steps,
                                                   m_s.preset.window);
        ++m_course.checks;
        if (due && m_wins.isFake(*due)) caughtAt(m_course.end, m_plan.reaction == Reaction::RefuseOpen);
    }

    const Setting& m_s;
    const HostPlan& m_plan;
    Wins& m_wins;
    Random& m_random;
    LonePick* m_lone;
    Course m_course;
    std::vector<bool> m_claims; ///< of the open batch: is it fake
    std::uint64_t m_batches = 0;
};

std::uint64_t fakesBefore(const HostPlan& plan, std::uint64_t end) {
    return end <= plan.first ? 0 : std::min(plan.count, (end - 1 - plan.first) / plan.spacing + 1);
}

} // namespace

double drawnWeight(const Setting& setting, const HostPlan& plan) {
    if (setting.preset.odds == 1) return 1;
    return -std::expm1(static_cast<double>(plan.count) * std::log1p(-1.0 / setting.preset.odds));
}

Ending playHost(const Setting& s, HostPlan plan, bool drawn, Random& random, LonePick* lone) {
    if (plan.anywhere) plan.first = random.below(s.preset.steps - (plan.count - 1) * plan.spacing);
    Wins wins(s, plan, drawn, random);
    const Course course = Contract(s, plan, wins, random, lone).play();
    const std::uint64_t fakes = fakesBefore(plan, course.end);
    Ending out;
    out.caught = course.caught ? 1 : 0;
    out.steps = static_cast<double>(course.end);
    out.checks = static_cast<double>(course.checks);
    out.poisoned = !course.caught && fakes > 0 ? 1 : 0;
    out.gain = plan.saving * static_cast<double>(fakes) + (fakes > 0 ? s.atStake : 0);
    if (!course.caught) return out;
    out.delay = static_cast<double>(course.end - std::min(course.end, plan.first));
    const Amount paid = s.face.times(course.paid).value();
    const auto shares = verification::divideSlash({s.bond, paid, Amount{}, true, course.silent});
    out.gain -= inSteps(s, s.bond) + inSteps(s, s.face) * static_cast<double>(course.unpaid);
    out.gain += inSteps(s, shares.stakers + plan.friendsGain);
    return out;
}

Ending playLone(const Setting& setting, const HostPlan& plan, Random& random) {
    LonePick checked{true, 1}, passed{false, 1};
    Random same = random; // both ways with the same draws
    const Ending bad = playHost(setting, plan, true, same, &checked);
    const Ending good = playHost(setting, plan, true, random, &passed);
    const double p = checked.chance;
    const auto mix = [p](double b, double g) { return p * b + (1 - p) * g; };
    return {mix(bad.gain, good.gain),         mix(bad.caught, good.caught), bad.delay,
            mix(bad.poisoned, good.poisoned), mix(bad.steps, good.steps),   mix(bad.checks, good.checks)};
}

Estimate playHosts(const Setting& setting, const HostPlan& plan, std::uint64_t games, Random& random) {
    std::vector<Stratum> strata(2);
    strata[0].weight = drawnWeight(setting, plan);
    strata[1].weight = 1 - strata[0].weight;
    const bool lone = plan.count == 1 && (plan.reaction == Reaction::Claim || plan.reaction == Reaction::RefuseOpen);
    const std::uint64_t none = strata[1].weight < 1e-9 ? 0 : games / 5;
    for (std::uint64_t i = 0; i < games; ++i) {
        const bool drawn = i >= none;
        strata[drawn ? 0 : 1].add(drawn && lone ? playLone(setting, plan, random)
                                                : playHost(setting, plan, drawn, random));
    }
    return combine(strata);
}

Amount friendsGain(const betting::MarketRules& rules, Amount noMost) {
    betting::Market market(rules);
    std::uint32_t orders = 0;
    const auto bet = [&](std::uint8_t who, betting::Side side, std::int64_t shares) {
        betting::Order order{{}, {}, side, shares, betting::kWholePrice - 1};
        if (side == betting::Side::No) order.limit = 100'000; // it never pays much for NO
        order.by.bytes[0] = who;
        ++orders;
        for (std::size_t i = 0; i < 4; ++i)
            order.id.bytes[i] = static_cast<std::uint8_t>(orders >> (8 * i));
        const bool placed = market.place(order).ok();
        if (placed) market.clear();
        return placed;
    };
    const std::int64_t lot = std::max<std::int64_t>(1, rules.depth / 4);
    while (market.stakes(betting::Side::No).micro() + lot / 10 <= noMost.micro() && orders < 100'000)
        if (!bet(1, betting::Side::No, lot) || !bet(2, betting::Side::Yes, lot)) break;
    std::int64_t gain = 0;
    for (const auto& [peer, position] : market.positions())
        if (peer.bytes[0] == 1) gain += position.no - position.noPaid.micro();
    return Amount::micros(gain);
}

} // namespace unchained::sim
