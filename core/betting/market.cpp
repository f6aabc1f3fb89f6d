// SPDX-License-Identifier: Apache-2.0
#include "betting/market.h"

#include <algorithm>
#include <cassert>

namespace unchained::betting {

namespace {

__extension__ using WideMoney = __int128;

constexpr std::uint64_t kFraudMin = 1'000, kFraudMax = 999'999'000;
constexpr std::int64_t kMakerShareOf = 100; // ℓ ≤ B/100
constexpr std::int64_t kDepthMin = 100;     // below it a price moves by more than a tenth of a per cent a micro-credit
constexpr std::int64_t kForcedBy = 2;       // stakes on NO, in costs of the check
constexpr std::int64_t kSharesMax = kStockMax / 1024;

std::int64_t ceilDiv(WideMoney a, std::int64_t b) {
    return static_cast<std::int64_t>((a + b - 1) / b);
}

Amount priceOf(std::int64_t shares, std::int64_t price) {
    return Amount::micros(ceilDiv(WideMoney{shares} * price, kWholePrice));
}

Error bettingError(BettingError code, const char* subject, Message sentence, Message remedy = {}) {
    return makeError(code, subject, std::move(sentence), std::move(remedy));
}

} // namespace

Result<MarketRules> rulesFor(const MarketSubject& subject, std::vector<PeerId> barred) {
    MarketRules out;
    out.fraud = std::clamp(subject.fraud, kFraudMin, kFraudMax);
    out.depth = depthFor(subject.bond.micro() / kMakerShareOf, out.fraud);
    const std::int64_t stakesMost = (subject.burned.micro() - 1) / 2;
    out.checkCost = subject.checkCost;
    const auto forcedBy = subject.checkCost.times(static_cast<std::uint64_t>(kForcedBy));
    if (out.depth < kDepthMin || stakesMost <= 0 || !forcedBy || forcedBy->micro() >= stakesMost)
        return bettingError(BettingError::NoMarket, "market",
                            "so little of the bond is certain to burn that bets on this would not be safe",
                            "bet on a single claim, early in the contract, or where the bond is larger");
    out.makerFunds = Amount::micros(makersLossMost(openingLead(out.fraud, out.depth), out.depth));
    out.stakesMost = Amount::micros(stakesMost);
    out.forcedBy = std::max(*forcedBy, Amount::micros(1));
    out.barred = std::move(barred);
    return out;
}

Market::Market(MarketRules rules)
    : m_rules(std::move(rules)), m_openingLead(betting::openingLead(m_rules.fraud, m_rules.depth)),
      m_lead(m_openingLead), m_held(m_rules.makerFunds) {}

Amount Market::deposit(Amount paid, Side side) const {
    if (side == Side::Yes) return Amount{};
    return Amount::micros(ceilDiv(WideMoney{m_rules.checkCost.micro()} * paid.micro(), m_rules.forcedBy.micro()));
}

Amount Market::reserve(const Order& order) const {
    const Amount paid = stake(order);
    return paid + deposit(paid, order.side);
}

Amount Market::stake(const Order& order) {
    return priceOf(order.shares, order.limit);
}

Result<void> Market::mayPlace(const Order& order) const {
    if (std::find(m_rules.barred.begin(), m_rules.barred.end(), order.by) != m_rules.barred.end())
        return bettingError(BettingError::Barred, "bet",
                            "the hub's operator and the assigned checker may not bet here");
    if (m_closed) return bettingError(BettingError::Closed, "bet", "this market is resolved");
    if (order.shares <= 0 || order.shares > kSharesMax || order.limit < 1 || order.limit >= kWholePrice)
        return bettingError(BettingError::BadOrder, "bet", "needs shares, and a limit between 0 and 1");
    if (m_known.contains(order.id)) return bettingError(BettingError::IdReused, "bet", "its id was used before");
    if (m_waiting.size() >= kOrdersMax)
        return bettingError(BettingError::TooManyOrders, "bet", "too many bets wait", "try again in half a minute");
    if (committed() + stake(order) > m_rules.stakesMost)
        return bettingError(BettingError::CapReached, "bet",
                            Message("all stakes here stay within %1 credits", m_rules.stakesMost.str()), "bet less");
    return {};
}

Result<void> Market::place(const Order& order) {
    if (auto ok = mayPlace(order); !ok) return ok;
    m_reserved += stake(order);
    m_held += reserve(order);
    m_known.emplace(order.id, true);
    m_waiting.emplace(order.id, Waiting{order, 0});
    return {};
}

// ---- clearing

/// Shares asked for at a price of YES: by those to whom it is better than their limit, and by those at it.
struct Market::Willing {
    std::int64_t yesAbove = 0, yesAt = 0, noAbove = 0, noAt = 0;
};

Market::Willing Market::willingAt(std::int64_t price) const {
    Willing out;
    for (const auto& [id, waiting] : m_waiting) {
        const Order& order = waiting.order;
        const std::int64_t own = order.side == Side::Yes ? price : kWholePrice - price;
        if (order.limit < own) continue;
        if (order.side == Side::Yes)
            (order.limit > own ? out.yesAbove : out.yesAt) += order.shares;
        else
            (order.limit > own ? out.noAbove : out.noAt) += order.shares;
    }
    return out;
}

/// Least price at which no more YES is wanted than moves the marginal price up to it; at most the opening price.
std::int64_t Market::clearingPrice() const {
    std::int64_t low = 0, high = marginalPrice(m_openingLead, m_rules.depth).up;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        const Willing w = willingAt(middle);
        if (marginalPrice(m_lead + w.yesAbove - w.noAbove - w.noAt, m_rules.depth).up <= middle)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/// Gives `total` shares to the waiting bets of a side with such limits, in proportion; what is left one each by id.
void Market::share(std::int64_t total, Side side, std::int64_t limitFrom, std::int64_t limitTo) {
    std::vector<Waiting*> wanted;
    std::int64_t asked = 0;
    for (auto& [id, waiting] : m_waiting) {
        const Order& order = waiting.order;
        if (order.side != side || order.limit < limitFrom || order.limit > limitTo) continue;
        wanted.push_back(&waiting);
        asked += order.shares;
    }
    if (asked == 0) return;
    total = std::clamp<std::int64_t>(total, 0, asked);
    std::int64_t left = total;
    for (Waiting* waiting : wanted) {
        waiting->fill = static_cast<std::int64_t>(WideMoney{waiting->order.shares} * total / asked);
        left -= waiting->fill;
    }
    for (Waiting* waiting : wanted)
        if (left > 0 && waiting->fill < waiting->order.shares) {
            ++waiting->fill;
            --left;
        }
}

void Market::fillAt(std::int64_t price) {
    const Willing w = willingAt(price);
    const std::int64_t start = m_lead + w.yesAbove - w.noAbove, b = m_rules.depth;
    std::int64_t low = 0;
    const bool yesSide = marginalPrice(start, b).up <= price;
    std::int64_t high = yesSide ? w.yesAt : w.noAt;
    while (low < high) { // most of the bets at the price that leave the price where they are willing
        const std::int64_t middle = low + (high - low + 1) / 2;
        const bool fits =
            yesSide ? marginalPrice(start + middle, b).up <= price : marginalPrice(start - middle, b).down >= price;
        if (fits)
            low = middle;
        else
            high = middle - 1;
    }
    share(w.yesAbove, Side::Yes, price + 1, kWholePrice);
    share(w.noAbove, Side::No, kWholePrice - price + 1, kWholePrice);
    if (yesSide)
        share(low, Side::Yes, price, price);
    else
        share(low, Side::No, kWholePrice - price, kWholePrice - price);
}

std::int64_t Market::net() const {
    std::int64_t out = 0;
    for (const auto& [id, waiting] : m_waiting)
        out += waiting.order.side == Side::Yes ? waiting.fill : -waiting.fill;
    return out;
}

/// YES beyond the opening price is rationed: all that want it at this price get the same part.
void Market::keepWithinOpening() {
    const std::int64_t room = m_openingLead - m_lead, over = net() - room;
    if (over <= 0) return;
    std::int64_t yes = 0;
    for (const auto& [id, waiting] : m_waiting)
        if (waiting.order.side == Side::Yes) yes += waiting.fill;
    std::int64_t cut = 0;
    for (auto& [id, waiting] : m_waiting) {
        if (waiting.order.side != Side::Yes) continue;
        const std::int64_t less = ceilDiv(WideMoney{waiting.fill} * over, yes);
        waiting.fill -= std::min(less, waiting.fill);
        cut += less;
    }
    assert(cut >= over);
}

/// Takes out who would pay more than its limit at the price that the fills make; true if there was one.
bool Market::dropUnwilling() {
    const MarginalPrice price = marginalPrice(m_lead + net(), m_rules.depth);
    bool dropped = false;
    for (auto& [id, waiting] : m_waiting) {
        const std::int64_t own = waiting.order.side == Side::Yes ? price.up : kWholePrice - price.down;
        if (waiting.fill == 0 || waiting.order.limit >= own) continue;
        waiting.fill = 0;
        dropped = true;
    }
    return dropped;
}

Clearing Market::clear() {
    fillAt(clearingPrice());
    do
        keepWithinOpening();
    while (dropUnwilling());
    const std::int64_t after = m_lead + net();
    const MarginalPrice price = marginalPrice(after, m_rules.depth);
    Clearing out{price.up, kWholePrice - price.down, {}, {}};
    for (const auto& [id, waiting] : m_waiting) {
        const Order& order = waiting.order;
        const Amount paid = priceOf(waiting.fill, order.side == Side::Yes ? out.yesPrice : out.noPrice);
        const Amount kept = paid + deposit(paid, order.side), back = reserve(order) - kept;
        m_reserved -= stake(order);
        m_held -= back;
        if (back.micro() > 0) out.refunds.push_back({order.by, back});
        out.fills.push_back({id, waiting.fill, paid, back});
        if (waiting.fill == 0) continue;
        Position& position = m_positions[order.by];
        if (order.side == Side::Yes) {
            position.yes += waiting.fill;
            position.yesPaid += paid;
            m_yesPaid += paid;
        } else {
            position.no += waiting.fill;
            position.noPaid += paid;
            position.deposit += kept - paid;
            m_noPaid += paid;
        }
    }
    m_waiting.clear();
    m_lead = after;
    m_forced = m_forced || m_noPaid >= m_rules.forcedBy;
    return out;
}

std::int64_t Market::waiting(Side side) const {
    std::int64_t out = 0;
    for (const auto& [id, waiting] : m_waiting)
        if (waiting.order.side == side) out += waiting.order.shares;
    return out;
}

std::uint64_t Market::fraudChance() const {
    return static_cast<std::uint64_t>(kWholePrice - yesPrice()) * 1000;
}

Quote quote(const Standing& standing, Side side, std::int64_t shares) {
    Quote out;
    out.shares = std::clamp<std::int64_t>(shares, 0, kSharesMax);
    if (side == Side::Yes)
        out.shares = std::min(out.shares, std::max<std::int64_t>(0, standing.openingLead - standing.lead));
    const std::int64_t after = standing.lead + (side == Side::Yes ? out.shares : -out.shares);
    const MarginalPrice price = marginalPrice(after, standing.depth);
    out.price = side == Side::Yes ? price.up : kWholePrice - price.down;
    out.yesAfter = price.down;
    out.cost = priceOf(out.shares, out.price);
    return out;
}

// ---- the end

Resolution Market::resolve(Outcome outcome, Amount slashShare, bool checkMade) {
    assert(!m_closed && (outcome == Outcome::Wrong || slashShare.isZero()));
    m_closed = true;
    Resolution out;
    std::map<PeerId, Amount> due;
    for (const auto& [id, waiting] : m_waiting)
        due[waiting.order.by] += reserve(waiting.order);
    m_waiting.clear();
    m_reserved = Amount{};
    const bool costs = m_forced && checkMade;
    Amount costLeft = costs && outcome == Outcome::Right ? m_rules.checkCost : Amount{};
    if (costs && outcome == Outcome::Wrong) out.checkCostByBond = m_rules.checkCost;
    Amount shareLeft = slashShare;
    for (const auto& [peer, position] : m_positions) {
        Amount& mine = due[peer];
        mine += position.deposit;
        if (outcome == Outcome::Unchecked) {
            mine += position.yesPaid + position.noPaid;
        } else if (outcome == Outcome::Right) {
            mine += Amount::micros(position.yes);
            // In proportion to the stakes on NO; rounded up, and no more than is left to pay.
            const Amount part =
                m_noPaid.isZero()
                    ? Amount{}
                    : Amount::micros(
                          ceilDiv(WideMoney{m_rules.checkCost.micro()} * position.noPaid.micro(), m_noPaid.micro()));
            const Amount cost = std::min({part, costLeft, position.deposit});
            mine -= cost;
            out.checkCost += cost;
            costLeft -= cost;
        } else {
            mine += Amount::micros(position.no);
            if (m_noPaid.isZero()) continue;
            const Amount part = Amount::micros(
                static_cast<std::int64_t>(WideMoney{slashShare.micro()} * position.noPaid.micro() / m_noPaid.micro()));
            mine += part;
            shareLeft -= part;
        }
    }
    out.burned = shareLeft;
    m_held += slashShare - out.burned - out.checkCost;
    for (const auto& [peer, amount] : due) {
        m_held -= amount;
        if (amount.micro() > 0) out.payouts.push_back({peer, amount});
    }
    assert(!m_held.isNegative());
    out.maker = m_held;
    m_held = Amount{};
    return out;
}

} // namespace unchained::betting
