// SPDX-License-Identifier: Apache-2.0
#include "protocol/bets_view.h"
#include "protocol/hub_bets_internal.h"

#include <algorithm>

/// Questions about bets, answered from the state.
namespace unchained::protocol {

using betting::Side;
using cbor::Array;
using cbor::Value;
using contract::FieldWriter;
using contract::MarketId;

namespace {
constexpr std::size_t kMarketsPerAnswer = 1000, kOpeningsPerAnswer = 500;

std::string stateOf(const BetMarket& m) {
    if (!m.outcome) return "open";
    switch (*m.outcome) {
    case betting::Outcome::Right:
        return "right";
    case betting::Outcome::Wrong:
        return "wrong";
    case betting::Outcome::Unchecked:
        break;
    }
    return "unchecked";
}

std::string checkOf(const BetMarket& m) {
    if (m.forcedMade) return "made";
    if (m.forcedStep) return "running";
    return m.market.forcesCheck() ? "waits" : "";
}
} // namespace

MarketView HubState::marketView(const MarketId& id, const BetMarket& m) const {
    const Contract& c = m_contracts.at(id.contract);
    const ContractBets& bets = m_bets.at(id.contract);
    const betting::MarketRules& rules = m.market.rules();
    MarketView v;
    v.market = id;
    v.provider = c.offer.provider;
    v.renter = c.renter;
    v.maker = m.maker;
    v.program = c.offer.program;
    v.state = stateOf(m);
    v.openedAt = m.openedAt;
    if (!m.outcome) v.closesAt = closesAt(id, c);
    v.clearsAt = m.clearAt;
    if (m.outcome) v.endedAt = m.endedAt;
    v.right = m.market.yesPrice();
    v.openedRight = m.history.front().right;
    v.onRight = m.market.stakes(Side::Yes);
    v.onWrong = m.market.stakes(Side::No);
    v.stakesLeft = m.outcome ? Amount{} : stakesLeft(c, bets);
    v.forcedBy = rules.forcedBy;
    v.check = checkOf(m);
    v.checkCost = rules.checkCost;
    v.depth = rules.depth;
    v.lead = m.market.lead();
    v.openingLead = m.market.openingLead();
    v.makerFunds = rules.makerFunds;
    v.face = c.face;
    v.bond = c.offer.bond;
    v.steps = c.offer.steps;
    if (!id.step && bets.odds) {
        v.oddsToOne = bets.odds->toOne;
        v.oddsLeft = bets.odds->left;
    }
    return v;
}

/// When a claim is final if nothing else happens; unknown before its batch's check is made. A whole contract has no
/// such time before its last batch.
std::optional<TimeMs> HubState::closesAt(const MarketId& id, const Contract& c) {
    for (const Batch& batch : c.batches) {
        if (!batch.passed || batch.paid) continue;
        if (!id.step) {
            if (c.finalDone && batch.first + batch.count == c.claims.size()) return batch.payAt;
            continue;
        }
        const std::size_t place = c.claimOf.at(*id.step);
        if (place >= batch.first && place < batch.first + batch.count) return batch.payAt;
    }
    return std::nullopt;
}

Value HubState::marketsView() const {
    std::vector<MarketView> rows;
    for (const auto& [id, bets] : m_bets)
        for (const auto& [step, m] : bets.markets)
            rows.push_back(marketView({id, step}, m));
    // Open ones first, then those that ended last.
    std::stable_sort(rows.begin(), rows.end(), [](const MarketView& a, const MarketView& b) {
        return a.endedAt.value_or(INT64_MAX) > b.endedAt.value_or(INT64_MAX);
    });
    if (rows.size() > kMarketsPerAnswer) rows.resize(kMarketsPerAnswer);
    return FieldWriter::toValue(rows);
}

Value HubState::openingsView() const {
    std::vector<OpeningView> rows;
    const auto offer = [&](const MarketId& id, const Contract& c) {
        if (m_bets.at(id.contract).markets.contains(id.step) || !mayOpen(id, c, PeerId{})) return;
        const auto rules = rulesOf(id, c);
        if (!rules || rows.size() >= kOpeningsPerAnswer) return;
        rows.push_back(
            {id, c.offer.provider, c.renter, c.offer.program, rules->makerFunds, betting::Market(*rules).yesPrice()});
    };
    for (const auto& [id, bets] : m_bets) {
        const Contract& c = m_contracts.at(id);
        offer({id, std::nullopt}, c);
        for (const ClaimRecord& claim : c.claims)
            if (claim.status == ClaimStatus::Logged) offer({id, claim.step}, c);
    }
    return FieldWriter::toValue(rows);
}

PositionView HubState::positionView(const MarketId& id, const BetMarket& m, const PeerId& peer) const {
    PositionView p;
    p.market = marketView(id, m);
    if (const auto at = m.market.positions().find(peer); at != m.market.positions().end()) {
        p.right = at->second.yes;
        p.wrong = at->second.no;
        p.paidRight = at->second.yesPaid;
        p.paidWrong = at->second.noPaid;
        p.deposit = at->second.deposit;
    }
    if (const auto paid = m.paidOut.find(peer); paid != m.paidOut.end())
        p.paidOut = paid->second;
    else if (m.outcome)
        p.paidOut = Amount{};
    p.ended = m.ended;
    for (const auto& [order, placed] : m.bets) {
        if (placed.by != peer) continue;
        const contract::Bet& b = placed.bet;
        const bool waits = placed.cleared.empty() && !m.outcome;
        if (waits) p.waiting += m.market.reserve({order, peer, b.right ? Side::Yes : Side::No, b.shares, b.limit});
        p.bets.push_back(
            {b.id, b.right, b.shares, b.limit, placed.shares, placed.paid, placed.placedAt, waits, placed.cleared});
    }
    std::stable_sort(p.bets.begin(), p.bets.end(),
                     [](const BetView& a, const BetView& b) { return a.placedAt < b.placedAt; });
    return p;
}

Value HubState::positionsOf(const PeerId& peer) const {
    std::vector<PositionView> out;
    for (const auto& [id, bets] : m_bets)
        for (const auto& [step, m] : bets.markets) {
            PositionView p = positionView({id, step}, m, peer);
            if (!p.bets.empty() || m.maker == peer) out.push_back(std::move(p));
        }
    return FieldWriter::toValue(out);
}

Result<Value> HubState::askBets(const PeerId& from, const std::string& name, cbor::Reader& in) const {
    if (name == "bets") {
        MarketId id;
        contract::FieldReader fields{in};
        fields(id.contract, id.step);
        if (auto done = in.finish(); !done) return done.error();
        const auto bets = m_bets.find(id.contract);
        const BetMarket* m = nullptr;
        if (bets != m_bets.end())
            if (const auto at = bets->second.markets.find(id.step); at != bets->second.markets.end()) m = &at->second;
        if (!m)
            return refuse(ProtocolError::UnknownContract, "market", "nobody has opened a market on this",
                          "open one first");
        MarketHistory out{marketView(id, *m), {}};
        for (const PricePoint& point : m->history)
            out.prices.push_back({point.at, point.right, point.onRight, point.onWrong});
        return FieldWriter::toValue(out);
    }
    if (auto done = in.finish(); !done) return done.error();
    if (name == "markets") return marketsView();
    return name == "openings" ? openingsView() : positionsOf(from);
}

} // namespace unchained::protocol
