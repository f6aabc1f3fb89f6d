// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_bets_internal.h"

#include "lottery/lottery.h"
#include "verification/posterior.h"
#include "verification/slash.h"

#include <algorithm>
#include <cassert>

/// Bets on contracts and claims: markets are opened, bets placed and cleared, checks forced. The market's own rules are
/// core/betting's; what a slash pays is verification/slash's.
namespace unchained::protocol {

using betting::Outcome;
using betting::Side;
using cbor::Array;
using cbor::Value;
using contract::MarketId;

namespace {
constexpr std::size_t kClaimMarketsMax = 16, kHistoryMax = 4096;
constexpr std::uint64_t kChecksMost = 1 << 20;
constexpr std::uint32_t kOddsMost = 999'999;

/// Nobody can take another one's id.
CommandId orderId(const char* name, const PeerId& by, const CommandId& id, std::uint64_t round) {
    const Hash256 hash = taggedHash(name, {by, id, round});
    return *CommandId::from(hash.view().first(CommandId::kSize));
}
} // namespace

bool HubState::allowsBets(const contract::Offer& offer) const {
    return offer.draw == "beacon" || (m_terms.coinflipBets && offer.draw == "coinflip");
}

std::vector<PeerId> HubState::barredFrom(const ContractBets& bets) const {
    std::vector<PeerId> out{m_keys.peer()};
    out.insert(out.end(), bets.checkers.begin(), bets.checkers.end());
    return out;
}

Amount HubState::stakesOn(const ContractBets& bets) {
    Amount out;
    for (const auto& [step, m] : bets.markets)
        if (!m.outcome) out += m.market.committed();
    return out;
}

/// All stakes on a contract, over its markets, stay below half of what is certain to burn of its bond.
Amount HubState::stakesLeft(const Contract& c, const ContractBets& bets) {
    return std::max(Amount{}, verification::stakesMost(c.bond, c.escrowed) - stakesOn(bets));
}

/// What a renter puts in may be paid and come back to it: it must leave standing what the bets rely on.
Result<void> HubState::mayTopUp(const ContractId& id, const Contract& c, Amount amount) const {
    const auto at = m_bets.find(id);
    if (at == m_bets.end()) return {};
    const Amount stakes = stakesOn(at->second);
    const auto escrowed = c.escrowed.plus(amount);
    if (stakes.isZero() || (escrowed && *escrowed + stakes + stakes < c.bond)) return {};
    return refuse(ProtocolError::WrongPhase, "top-up.amount",
                  Message("%1 credits are bet on this contract, and more escrow would leave too little of the bond",
                          stakes.str()),
                  "top up less, or go on in a new contract from the next boundary");
}

// ---- opening

Result<betting::MarketRules> HubState::rulesOf(const MarketId& id, const Contract& c) const {
    const verification::Posterior belief = posteriorOf(c.offer.provider, m_now);
    betting::MarketSubject subject;
    subject.bond = Amount::micros(c.bond.micro() / 2); // two markets can end wrong, see makersShare
    const auto& bets = m_bets.at(id.contract);
    const Amount left = stakesLeft(c, bets);
    subject.burned = left + left + Amount::micros(1);
    subject.checkCost = std::max(c.checkFee, c.offer.price); // computing a step once more costs what the step does
    subject.fraud = verification::fraudChance(belief);
    if (!id.step) {
        const std::uint64_t claimed = c.claims.empty() ? 0 : c.claimOf.rbegin()->first + 1;
        const std::uint64_t left64 = c.offer.steps - std::min(claimed, c.offer.steps);
        const std::uint64_t checks = left64 / c.offer.odds / c.offer.batch;
        subject.fraud = verification::kCertain -
                        verification::allRightChance(belief, std::clamp<std::uint64_t>(checks, 1, kChecksMost));
    }
    return betting::rulesFor(subject, barredFrom(bets));
}

Result<void> HubState::mayOpen(const MarketId& id, const Contract& c, const PeerId& by) const {
    const ContractBets& bets = m_bets.at(id.contract);
    const auto barred = barredFrom(bets);
    if (std::find(barred.begin(), barred.end(), by) != barred.end())
        return refuse(ProtocolError::NotAParty, "market",
                      "the hub's operator and an assigned checker may not make a market here");
    if (c.phase == Phase::Settled || c.bond.isZero())
        return refuse(ProtocolError::WrongPhase, "market.contract", "is settled", "choose one that is under way");
    if (!id.step) return {};
    const auto claim = c.claimOf.find(*id.step);
    if (claim == c.claimOf.end() || c.claims[claim->second].status != ClaimStatus::Logged)
        return refuse(ProtocolError::WrongPhase, "market.step",
                      Message("step %1 is no claim that is pending", *id.step),
                      "choose one that is claimed and not paid");
    if (bets.checked.contains(*id.step))
        return refuse(ProtocolError::WrongPhase, "market.step", Message("step %1 was checked already", *id.step),
                      "choose one whose check is not known");
    const auto open = std::count_if(bets.markets.begin(), bets.markets.end(),
                                    [](const auto& one) { return one.first && !one.second.outcome; });
    if (static_cast<std::size_t>(open) >= kClaimMarketsMax)
        return refuse(ProtocolError::WrongPhase, "market", "too many claims of this contract have one already",
                      "bet on one of those, or on the contract");
    return {};
}

Result<BetMarket*> HubState::findMarket(const MarketId& id) {
    const auto bets = m_bets.find(id.contract);
    if (bets != m_bets.end())
        if (const auto at = bets->second.markets.find(id.step); at != bets->second.markets.end()) return &at->second;
    return refuse(ProtocolError::UnknownContract, "market", "nobody has opened a market on this", "open one first");
}

Result<Value> HubState::openMarket(const HubCommand& command) {
    auto opening = soleStructure<contract::MarketOpening>(command);
    if (!opening) return opening.error();
    const contract::MarketOpening& v = opening->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "market.hub", "names another marketplace");
    auto found = find(v.market.contract);
    if (!found) return found.error();
    Contract& c = **found;
    const auto bets = m_bets.find(v.market.contract);
    if (bets == m_bets.end())
        return refuse(ProtocolError::WrongPhase, "market.contract", "is drawn by its two parties alone: no bets on it",
                      "bets are for contracts that are drawn by beacon");
    const auto answer = [](const BetMarket& m) {
        return Value(Array{m.market.rules().makerFunds.micro(), m.market.yesPrice()});
    };
    if (const auto known = bets->second.markets.find(v.market.step); known != bets->second.markets.end())
        return answer(known->second);
    if (auto ok = mayOpen(v.market, c, opening->signer); !ok) return ok.error();
    auto rules = rulesOf(v.market, c);
    if (!rules) return rules.error();
    const Amount funds = rules->makerFunds;
    if (funds > v.most)
        return refuse(
            ProtocolError::TooLittleCredit, "market.most",
            Message("this market takes %1 credits of its maker, and %2 were allowed", funds.str(), v.most.str()),
            "allow more");
    const Amount has = m_ledger.balance(peerAccount(opening->signer));
    if (has < funds)
        return refuse(ProtocolError::TooLittleCredit, "market",
                      Message("this market takes %1 credits of its maker, the balance is %2", funds.str(), has.str()),
                      "put in more credits");
    mustPost("market opened", peerAccount(opening->signer), marketAccount(v.market), funds);
    const auto& placed =
        bets->second.markets
            .emplace(v.market.step, BetMarket(betting::Market(std::move(*rules)), opening->signer, m_now))
            .first->second;
    cbor::Reader in = argsOf(command, 1);
    notify(v.market.contract, c, Array{"market-opened", in.bytes()});
    return answer(placed);
}

// ---- betting

Result<void> HubState::placeBet(const MarketId& id, BetMarket& m, const PeerId& by, const contract::Bet& bet) {
    const Side side = bet.right ? Side::Yes : Side::No;
    const CommandId order = orderId("bet-id", by, bet.id, 0);
    const betting::Order wanted{order, by, side, bet.shares, bet.limit};
    const auto contract = m_contracts.find(id.contract);
    ContractBets& bets = m_bets.at(id.contract);
    if (bets.checkers.contains(by))
        return makeError(betting::BettingError::Barred, "bet",
                         "the hub's operator and the assigned checker may not bet here");
    if (auto ok = m.market.mayPlace(wanted); !ok) return ok;
    const Amount reserve = m.market.reserve(wanted);
    const Amount left = stakesLeft(contract->second, bets);
    if (betting::Market::stake(wanted) > left)
        return makeError(
            betting::BettingError::CapReached, "bet",
            Message("at most %1 credits may still be bet on this contract, over all of its markets", left.str()),
            "bet less");
    const Amount has = m_ledger.balance(peerAccount(by));
    if (has < reserve)
        return refuse(ProtocolError::TooLittleCredit, "bet",
                      Message("this bet takes %1 credits, the balance is %2", reserve.str(), has.str()),
                      "bet less, or wait until locked credits are free");
    (void)m.market.place(wanted);
    mustPost("bet", peerAccount(by), marketAccount(id), reserve);
    PlacedBet placed;
    placed.by = by;
    placed.bet = bet;
    placed.placedAt = m_now;
    m.bets.emplace(order, std::move(placed));
    if (!m.clearAt) m.clearAt = m_now + betting::kClearingMs;
    return {};
}

Result<Value> HubState::bet(const HubCommand& command) {
    auto signedBet = soleStructure<contract::Bet>(command);
    if (!signedBet) return signedBet.error();
    const contract::Bet& v = signedBet->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "bet.hub", "names another marketplace");
    auto market = findMarket(v.market);
    if (!market) return market.error();
    BetMarket& m = **market;
    const auto answer = [&m] { return Value(Array{m.clearAt ? Value(*m.clearAt) : Value(cbor::Null{})}); };
    const auto known = m.bets.find(orderId("bet-id", signedBet->signer, v.id, 0));
    if (known != m.bets.end()) {
        if (contract::encodeStructure(known->second.bet) == signedBet->payload) return answer();
        return refuse(ProtocolError::Contradiction, "bet.id", "was used for another bet", "use a new id");
    }
    if (auto ok = placeBet(v.market, m, signedBet->signer, v); !ok) return ok.error();
    return answer();
}

Result<Value> HubState::odds(const HubCommand& command) {
    auto odds = soleStructure<contract::StandingOdds>(command);
    if (!odds) return odds.error();
    const contract::StandingOdds& v = odds->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "odds.hub", "names another marketplace");
    auto found = find(v.contract);
    if (!found) return found.error();
    const PeerId host = (*found)->offer.provider;
    if (odds->signer != host)
        return refuse(ProtocolError::NotAParty, "odds", "only the host offers odds on its own contract",
                      "bet on right instead");
    auto market = findMarket({v.contract, std::nullopt});
    if (!market) return market.error();
    BetMarket& m = **market;
    ContractBets& bets = m_bets.at(v.contract);
    if (bets.odds && bets.odds->id == v.id) return Value(Array{});
    if (v.toOne < 1 || v.toOne > kOddsMost || v.most.isNegative())
        return refuse(ProtocolError::BadShape, "odds.toOne", Message("must be 1 to %1 against 1", kOddsMost));
    if (m.outcome) return refuse(ProtocolError::WrongPhase, "odds", "this market is resolved");
    if (m.market.hasWaiting()) {
        Error error = refuse(ProtocolError::WrongPhase, "odds", "bets wait that were made under the odds that stand",
                             "try again after the clearing, in half a minute");
        error.transient = true;
        return error;
    }
    const Amount before = bets.odds ? bets.odds->left : Amount{};
    const Amount has = m_ledger.balance(peerAccount(host)) + before;
    if (has < v.most)
        return refuse(ProtocolError::TooLittleCredit, "odds.most",
                      Message("%1 credits are more than the balance of %2", v.most.str(), has.str()), "offer less");
    if (before == v.most && (before.isZero() || bets.odds->toOne == v.toOne)) return Value(Array{});
    const MarketId id{v.contract, std::nullopt};
    mustPost("odds withdrawn", marketAccount(id), peerAccount(host), before);
    mustPost("odds offered", peerAccount(host), marketAccount(id), v.most);
    bets.odds = OfferedOdds{v.id, v.toOne, v.most, 0};
    return Value(Array{});
}

/// The host's odds take part in a clearing as far as there are bets on wrong that they could answer.
void HubState::placeOdds(const ContractId& id, const Contract& c, ContractBets& bets, BetMarket& m) {
    if (!bets.odds || bets.odds->left.isZero()) return;
    OfferedOdds& odds = *bets.odds;
    const std::int64_t limit = betting::kWholePrice * odds.toOne / (std::int64_t{odds.toOne} + 1);
    const Amount most = std::min(odds.left, stakesLeft(c, bets));
    __extension__ using Wide = __int128;
    const auto payable = static_cast<std::int64_t>(Wide{most.micro()} * betting::kWholePrice / limit);
    const std::int64_t shares = std::min(payable, m.market.waiting(Side::No));
    if (shares <= 0) return;
    const CommandId order = orderId("odds-round", c.offer.provider, odds.id, ++odds.rounds);
    const betting::Order wanted{order, c.offer.provider, Side::Yes, shares, limit};
    if (!m.market.place(wanted)) return;
    odds.left -= m.market.reserve(wanted);
    PlacedBet placed;
    placed.by = c.offer.provider;
    placed.bet = {m_keys.peer(), order, {id, std::nullopt}, true, shares, limit};
    placed.placedAt = m_now;
    m.bets.emplace(order, std::move(placed));
}

// ---- clearing

std::optional<TimeMs> HubState::nextClearing() const {
    std::optional<TimeMs> out;
    for (const auto& [id, bets] : m_bets)
        for (const auto& [step, m] : bets.markets)
            if (m.clearAt && (!out || *m.clearAt < *out)) out = m.clearAt;
    return out;
}

void HubState::shiftBets(std::int64_t by) {
    for (auto& [id, bets] : m_bets)
        for (auto& [step, m] : bets.markets)
            if (m.clearAt) *m.clearAt += by;
}

bool HubState::clearBets() {
    bool any = false;
    for (auto& [id, bets] : m_bets)
        for (auto& [step, m] : bets.markets) {
            if (!m.clearAt || *m.clearAt > m_now) continue;
            clearMarket({id, step}, bets, m);
            any = true;
        }
    return any;
}

void HubState::clearMarket(const MarketId& id, ContractBets& bets, BetMarket& m) {
    m.clearAt.reset();
    Contract& c = mustFind(id.contract);
    if (!id.step) placeOdds(id.contract, c, bets, m);
    const bool forcedBefore = m.market.forcesCheck();
    const betting::Clearing cleared = m.market.clear();
    for (const betting::Fill& fill : cleared.fills) {
        PlacedBet& placed = m.bets.at(fill.id);
        const bool ofOdds = bets.odds && placed.bet.id == fill.id;
        if (ofOdds)
            bets.odds->left += fill.back;
        else
            mustPost("bet returned", marketAccount(id), peerAccount(placed.by), fill.back);
        if (ofOdds && fill.shares == 0) {
            m.bets.erase(fill.id);
            continue;
        }
        placed.shares = fill.shares;
        placed.paid = fill.paid;
        placed.cleared = signedByHub(
            contract::BetCleared{placed.by, placed.bet.id, id, placed.bet.right, fill.shares, fill.paid,
                                 placed.bet.right ? cleared.yesPrice : cleared.noPrice, m_now, m_logLength});
    }
    if (m.history.size() >= kHistoryMax) m.history.erase(m.history.begin() + 1);
    m.history.push_back({m_now, m.market.yesPrice(), m.market.stakes(Side::Yes), m.market.stakes(Side::No)});
    if (!forcedBefore && m.market.forcesCheck()) forceCheck(id, c);
}

// ---- forced checks

bool HubState::forcedUnderWay(const Contract& c, const Batch& batch) {
    return std::any_of(c.checks.begin(), c.checks.end(), [&](const Check& check) {
        const auto claim = c.claimOf.find(check.step);
        return check.reason == "forced" && claim != c.claimOf.end() && claim->second >= batch.first &&
               claim->second < batch.first + batch.count;
    });
}

/// Claims on which somebody may still bet wait for their period, and for a check that was forced.
bool HubState::betsHold(const ContractId& id, const Contract& c, const Batch& batch) const {
    const auto bets = m_bets.find(id);
    if (bets == m_bets.end()) return false;
    if (forcedUnderWay(c, batch)) return true;
    if (batch.payAt <= m_now) return false;
    return std::any_of(bets->second.markets.begin(), bets->second.markets.end(), [&](const auto& one) {
        if (one.second.outcome) return false;
        if (!one.first) return true;
        const std::size_t place = c.claimOf.at(*one.first);
        return place >= batch.first && place < batch.first + batch.count;
    });
}

void HubState::forceCheck(const MarketId& id, Contract& c) {
    if (!id.step) return drawForced(id.contract, c);
    const bool underWay =
        std::any_of(c.checks.begin(), c.checks.end(), [&](const Check& check) { return check.step == *id.step; });
    if (!underWay) startForced(id, c, {id, std::nullopt, {*id.step}, *id.step});
}

/// One of the claims that are not paid and whose check is not known; where there is none, of the next ones.
void HubState::drawForced(const ContractId& id, Contract& c) {
    ContractBets& bets = m_bets.at(id);
    std::vector<std::uint64_t> steps;
    for (const ClaimRecord& claim : c.claims) {
        const auto same = [&](const Check& check) { return check.step == claim.step; };
        if (claim.status == ClaimStatus::Logged && !bets.checked.contains(claim.step) &&
            std::none_of(c.checks.begin(), c.checks.end(), same))
            steps.push_back(claim.step);
    }
    bets.forcedWaits = steps.empty();
    if (steps.empty()) return;
    const Hash256 h = showHubSeed(c);
    const std::uint64_t due = lottery::dueWhenForced(h, id, steps);
    startForced({id, std::nullopt}, c, {{id, std::nullopt}, h, std::move(steps), due});
}

void HubState::startForced(const MarketId& id, Contract& c, contract::ForcedCheck note) {
    m_bets.at(id.contract).markets.at(id.step).forcedStep = note.due;
    notify(id.contract, c, Array{"forced", signedByHub(note)});
    const ClaimRecord& claim = c.claims[c.claimOf.at(note.due)];
    startCheck(id.contract, c,
               Check{0, claim.step, true, claim.before, claim.after, claim.stepSeed, false, std::nullopt, "forced"});
}

void HubState::betsAfterClaim(const ContractId& id, Contract& c) {
    const auto bets = m_bets.find(id);
    if (bets != m_bets.end() && bets->second.forcedWaits && c.phase != Phase::Settled) drawForced(id, c);
}

/// A check that found no fault, or could not be made since the renter did not serve what it takes.
void HubState::betsAfterCheck(const ContractId& id, Contract& c, const Check& check, bool computed) {
    const auto at = m_bets.find(id);
    if (at == m_bets.end()) return;
    ContractBets& bets = at->second;
    if (computed) bets.checked.insert(check.step);
    for (auto& [step, m] : bets.markets) {
        if (m.outcome) continue;
        if (computed && check.reason == "forced" && m.forcedStep == check.step) m.forcedMade = true;
        if (computed && !step) ++m.rightChecks;
        if (step == check.step) endMarket({id, step}, c, m, {computed ? Outcome::Right : Outcome::Unchecked});
    }
}

// ---- the end of a market

void HubState::endMarket(const MarketId& id, Contract& c, BetMarket& m, const EndOfMarket& end) {
    const auto account = marketAccount(id);
    const betting::Resolution r = m.market.resolve(end.outcome, end.stakers, m.forcedMade);
    m.outcome = end.outcome;
    m.endedAt = m_now;
    m.clearAt.reset();
    for (const betting::Payout& payout : r.payouts) {
        mustPost("bet paid out", account, peerAccount(payout.to), payout.amount);
        m.paidOut[payout.to] += payout.amount;
    }
    mustPost("market closed", account, peerAccount(m.maker), r.maker);
    mustPost("forced check", account, ledger::Account::fees(), r.checkCost);
    mustPost("slash", account, ledger::Account::burned(), r.burned);
    ContractBets& bets = m_bets.at(id.contract);
    if (!id.step && bets.odds) {
        mustPost("odds withdrawn", account, peerAccount(c.offer.provider), bets.odds->left);
        bets.odds.reset();
    }
    if (!id.step) bets.forcedWaits = false;
    assert(m_ledger.balance(account).isZero());
    const char* words[] = {"right", "wrong", "unchecked"};
    const bool byBond = !r.checkCostByBond.isZero();
    m.ended = signedByHub(contract::MarketEnded{id, words[static_cast<int>(end.outcome)], end.stakers,
                                                byBond ? r.checkCostByBond : r.checkCost, byBond, m_logLength});
    notify(id.contract, c, Array{"market-ended", m.ended});
}

/// A claim that is paid is final: nobody checks it any more.
void HubState::endClaimMarkets(const ContractId& id, Contract& c, const Batch& batch) {
    const auto bets = m_bets.find(id);
    if (bets == m_bets.end()) return;
    for (auto& [step, m] : bets->second.markets) {
        if (!step || m.outcome) continue;
        const std::size_t place = c.claimOf.at(*step);
        if (place >= batch.first && place < batch.first + batch.count) endMarket({id, step}, c, m, {});
    }
}

/// Whatever is open when the contract is settled. That it was settled between the parties, that somebody fell silent or
/// that nothing was checked since the market opened gives all stakes back, and so does a wrong step that is nobody's
/// lie.
void HubState::endBets(const ContractId& id, Contract& c) {
    const auto bets = m_bets.find(id);
    if (bets == m_bets.end()) return;
    for (auto& [step, m] : bets->second.markets) {
        if (m.outcome) continue;
        const bool right = !step && !contract::isInDoubt(c.ending) && m.rightChecks > 0;
        endMarket({id, step}, c, m, {right ? Outcome::Right : Outcome::Unchecked});
    }
}

/// A wrong step decides its own market and the contract's; a list that is not the draw, or a second commitment, the
/// contract's alone. Silence enriches nobody.
HubState::SlashedBets HubState::wrongBets(const ContractId& id, std::optional<std::uint64_t> wrongStep,
                                          const std::string& outcome) {
    SlashedBets out;
    const auto bets = m_bets.find(id);
    if (bets == m_bets.end() || outcome != "caught") return out;
    out.all = stakesOn(bets->second);
    for (auto& [step, m] : bets->second.markets) {
        if (m.outcome || (step && step != wrongStep)) continue;
        out.wrong.push_back({id, step});
        out.staked += m.market.stakes(Side::No);
        if (m.forcedStep && m.forcedStep == wrongStep) m.forcedMade = true;
        if (m.forcedMade) out.checkCost += m.market.rules().checkCost;
    }
    return out;
}

void HubState::endSlashedBets(const ContractId& id, Contract& c, const SlashedBets& slashed, Amount stakers) {
    __extension__ using Wide = __int128;
    Amount left = stakers, staked = slashed.staked;
    for (const MarketId& market : slashed.wrong) {
        BetMarket& m = m_bets.at(id).markets.at(market.step);
        const Amount mine = m.market.stakes(Side::No);
        const Amount share =
            staked.isZero()
                ? Amount{}
                : Amount::micros(static_cast<std::int64_t>(Wide{left.micro()} * mine.micro() / staked.micro()));
        left -= share;
        staked -= mine;
        mustPost("share of a slash", bondAccount(id), marketAccount(market), share);
        endMarket(market, c, m, {Outcome::Wrong, share});
    }
    assert(left.isZero());
}

} // namespace unchained::protocol
