// SPDX-License-Identifier: Apache-2.0
#include "market_audit.h"

#include "protocol/signed.h"

#include <algorithm>

namespace unchained::sim {

using cbor::Array;
using cbor::Value;
using contract::MarketId;
using ledger::Account;
using ledger::AccountKind;
using namespace protocol;

namespace {

constexpr std::uint64_t kRecountEvery = 64;

Hash256 ownerOf(const MarketId& id) {
    return taggedHash("market", {id.contract, id.step ? Value(*id.step) : Value(cbor::Null{})});
}

/// What the hub has signed in a notice [name, envelope, …].
template <class T>
T saidIn(const NoticeEffect& notice) {
    return openSigned<T>(*(*notice.body.asArray())[1].asBytes())->value;
}

bool isHeldForAll(AccountKind kind) {
    return kind == AccountKind::Available || kind == AccountKind::HubFees || kind == AccountKind::Burned ||
           kind == AccountKind::Pool || kind == AccountKind::Issuance;
}

} // namespace

void Audit::onEvent(const HubEvent& event, const HubOutcome& outcome) {
    ++m_event;
    for (const HubEffect& effect : outcome.effects)
        if (const auto* post = std::get_if<PostEffect>(&effect)) onPosting(post->transaction);
    for (const HubEffect& effect : outcome.effects)
        if (const auto* notice = std::get_if<NoticeEffect>(&effect)) onNotice(*notice);
    const auto* command = std::get_if<HubCommand>(&event);
    if (command && nameOf(command->body) == "case-settle") settlementTouches(outcome);
    sumsToNothing();
}

void Audit::sumsToNothing() {
    const ledger::Ledger& ledger = m_scene.hub().ledger();
    bool holds = ledger.sum().isZero();
    if (m_event % kRecountEvery == 0) {
        holds = holds && ledger.recount().isZero();
        for (const auto& [account, balance] : ledger.accounts())
            holds = holds && m_balances[account] == balance.micro();
    }
    if (holds) return;
    m_scene.out.conserved = false;
    m_scene.fail("the books do not sum to nothing");
}

// ---- postings

void Audit::onPosting(const ledger::Transaction& posting) {
    std::int64_t sum = 0;
    for (const ledger::Leg& leg : posting.legs) {
        std::int64_t& balance = m_balances[leg.account];
        balance += leg.gain.micro();
        sum += leg.gain.micro();
        if (balance < 0 && leg.account.kind != AccountKind::Issuance)
            m_scene.fail("an account is overdrawn by \"" + posting.memo + "\"");
        if (leg.account.kind == AccountKind::Burned && leg.gain.isNegative())
            m_scene.fail("what was burned is spent again");
    }
    if (sum != 0 || posting.legs.size() != 2) m_scene.fail("\"" + posting.memo + "\" makes or loses money");
    for (std::size_t i = 0; i < posting.legs.size(); ++i) {
        const ledger::Leg &leg = posting.legs[i], &other = posting.legs[1 - i];
        const AccountKind kind = leg.account.kind;
        if (kind == AccountKind::Escrow || kind == AccountKind::Bond) onContractPosting(leg, other, posting.memo);
        if (kind != AccountKind::Market) continue;
        MarketBooks& market = m_markets[leg.account.owner];
        onMarketPosting(market, leg, other, posting.memo);
    }
}

void Audit::onContractPosting(const ledger::Leg& leg, const ledger::Leg& other, const std::string& memo) {
    ContractBooks& books = m_contracts[leg.account.owner];
    const std::int64_t gain = leg.gain.micro();
    const bool ofEscrow = leg.account.kind == AccountKind::Escrow;
    if (gain > 0) {
        (ofEscrow ? books.escrowIn : books.bondIn) += gain;
        if (other.account.kind != AccountKind::Available) m_scene.fail("what is locked comes from nobody");
        if (!ofEscrow && memo != "bond") m_scene.fail("\"" + memo + "\" goes into a bond");
        return;
    }
    if (ofEscrow && (memo == "ticket" || memo == "silent window"))
        books.paid -= gain;
    else if (ofEscrow && memo == "escrow returned")
        books.returned -= gain;
    else if (ofEscrow)
        books.fees -= gain;
    else if (memo == "refund")
        books.refunded -= gain;
    else if (memo == "slash")
        books.burned -= gain;
    else if (memo == "share of a slash")
        books.stakers -= gain;
    if (!ofEscrow && 4 * books.stakers > books.bondIn) m_scene.fail("bettors get more than a quarter of a bond");
}

void Audit::onMarketPosting(MarketBooks& market, const ledger::Leg& leg, const ledger::Leg& other,
                            const std::string& memo) {
    if (!market.isOpen) m_scene.fail("\"" + memo + "\" moves money of a market that has ended");
    const std::int64_t gain = leg.gain.micro();
    switch (other.account.kind) {
    case AccountKind::Available: {
        const PeerId peer{other.account.owner.bytes};
        if (memo == "market opened") {
            market.makerFunds = gain;
            market.makerGain -= gain;
        } else if (memo == "market closed") {
            market.makerGain -= gain;
        }
        market.gains[peer] -= gain;
        return;
    }
    case AccountKind::Bond:
        market.fromBond += gain;
        return;
    case AccountKind::HubFees:
        market.toFees -= gain;
        return;
    case AccountKind::Burned:
        market.burned -= gain;
        return;
    default:
        m_scene.fail("\"" + memo + "\" moves stakes to where no stakes belong");
    }
}

/// A settlement binds its signers' free money alone; what it sets free in the same moment is the other case's ruling,
/// which the arbiter has signed.
void Audit::settlementTouches(const HubOutcome& outcome) {
    for (const HubEffect& effect : outcome.effects) {
        const auto* post = std::get_if<PostEffect>(&effect);
        if (!post || post->transaction.memo == "ruling") continue;
        for (const ledger::Leg& leg : post->transaction.legs)
            if (leg.account.kind != AccountKind::Available && leg.account.kind != AccountKind::Case &&
                post->transaction.memo != "case deposit returned")
                m_scene.fail("a settlement touches what is not its signers': \"" + post->transaction.memo + "\"");
    }
}

// ---- what the hub says

void Audit::onNotice(const NoticeEffect& notice) {
    const std::string& name = nameOf(notice.body);
    ContractBooks& books = m_contracts[notice.contract];
    if (name == "paid") {
        const std::uint64_t step = saidIn<contract::Paid>(notice).step;
        if (!books.ticketsPaid.insert(step).second) m_scene.fail("a ticket was paid twice");
        if (books.forced.contains(step)) m_scene.fail("a claim was paid before the check that bets have forced");
    } else if (name == "check-result") {
        onCheckResult(saidIn<contract::CheckResult>(notice));
    } else if (name == "market-opened") {
        onMarketOpened(saidIn<contract::MarketOpening>(notice).market);
    } else if (name == "forced") {
        ++m_scene.out.forcedChecks;
        books.forced.insert(saidIn<contract::ForcedCheck>(notice).due);
    } else if (name == "market-ended") {
        onMarketEnded(saidIn<contract::MarketEnded>(notice));
    } else if (name == "settled") {
        onSettled(saidIn<contract::Settled>(notice));
    } else if (name == "bond-freed") {
        if (std::exchange(books.bondFreed, true)) m_scene.fail("a bond was freed twice");
    } else if (name == "blame") {
        onBlame(saidIn<contract::Blame>(notice));
    } else if (name == "case-opened") {
        ++m_scene.out.cases;
        m_casesOpen.insert(*Hash256::from(*(*notice.body.asArray())[1].asBytes()));
    } else if (name == "case-ended") {
        onCaseEnded(saidIn<contract::CaseVerdict>(notice));
    }
}

void Audit::onCheckResult(const contract::CheckResult& result) {
    ++m_scene.out.checks;
    const Rental* rental = m_rentals.find(result.contract);
    ContractBooks& books = m_contracts[result.contract];
    books.forced.erase(result.step);
    if (!rental || !result.computed) return;
    if (result.right) books.checkedAt[result.step] = m_event;
    if (result.right == rental->isFalse(result.step))
        m_scene.falselyAccused("step " + std::to_string(result.step) + " was found " +
                               (result.right ? "right, and is false" : "wrong, and is right"));
}

void Audit::onMarketOpened(const MarketId& id) {
    ++m_scene.out.markets;
    MarketBooks& market = m_markets[ownerOf(id)];
    market.id = id;
    market.openedAt = m_event;
    const Rental* rental = m_rentals.find(id.contract);
    if (!rental || !rental->byBeacon()) return m_scene.fail("a market on what its parties draw alone");
    // Of the markets on a contract two can end wrong, and together their makers lose a hundredth of the bond at most.
    if (market.makerFunds <= 0 || market.makerFunds > rental->offer.bond.micro() / 200)
        m_scene.fail("a market's maker may lose more than a two-hundredth of the bond");
}

/// Positions are resolved by a check that was made since the market opened, or by a host that convicted itself; else
/// everybody gets back to the last micro-credit what he put in.
void Audit::onMarketEnded(const contract::MarketEnded& ended) {
    ++m_scene.out.marketEndings[ended.outcome];
    const Hash256 owner = ownerOf(ended.market);
    MarketBooks& market = m_markets[owner];
    const auto fail = [&](const char* what) { m_scene.fail("market ended " + ended.outcome + ": " + what); };
    if (!std::exchange(market.isOpen, false)) return fail("once more");
    if (m_balances[Account::market(owner)] != 0) fail("money stays in it");
    const Rental* rental = m_rentals.find(ended.market.contract);
    if (!rental) return fail("of no contract");
    const ContractBooks& books = m_contracts[ended.market.contract];
    if (ended.outcome == "unchecked") {
        for (const auto& [peer, gain] : market.gains)
            if (gain != 0) fail("somebody gained or lost");
    } else if (ended.outcome == "right") {
        const bool checked = std::any_of(books.checkedAt.begin(), books.checkedAt.end(), [&](const auto& check) {
            return check.second >= market.openedAt && (!ended.market.step || ended.market.step == check.first);
        });
        if (!checked) fail("and nothing was checked");
        // No YES is sold above the opening price, so that truths cost the maker nothing.
        if (market.makerGain < 0) fail("its maker has lost");
    } else if (rental->host.trader->isHonest()) {
        m_scene.falselyAccused("a market on an honest host's steps ended wrong");
    }
    if (market.makerGain < -market.makerFunds) fail("its maker has lost more than it put in");
    if (market.fromBond != ended.stakers.micro()) fail("the bond's share is another than the one that was signed");
    if (market.toFees != (ended.costByBond ? 0 : ended.checkCost.micro())) fail("the check's cost is another");
    if (market.burned > market.fromBond) fail("stakes were burned");
}

void Audit::onSettled(const contract::Settled& settled) {
    ContractBooks& books = m_contracts[settled.contract];
    if (settled.outcome == "caught") books.caughtAt = m_scene.now();
    const auto fail = [&](const char* what) { m_scene.fail("settled as " + settled.outcome + ": " + what); };
    if (m_balances[Account::escrow(settled.contract)] != 0) fail("escrow is left");
    if (books.paid != settled.paid.micro()) fail("what was paid is not what the hub signs");
    if (books.returned != settled.returned.micro()) fail("what came back is not what the hub signs");
    if (books.fees != settled.fees.micro()) fail("the fees are not what the hub signs");
    if (books.escrowIn != books.paid + books.returned + books.fees) fail("escrow was lost");
    const bool byEngine = settled.outcome == "engine-fault"; // the pool repays
    if (byEngine && books.refunded + books.burned > 0) fail("a bond answers for a wrong engine");
    if (!byEngine && books.refunded != settled.refunded.micro()) fail("the refund is not what the hub signs");
    if (books.burned != settled.burned.micro()) fail("what burned of the bond is not what the hub signs");
    const bool slashed = settled.outcome == "caught" || settled.outcome == "provider-silent";
    if (slashed && books.refunded < std::min(books.paid + books.fees, books.bondIn)) fail("the renter is not whole");
    if (!slashed && !byEngine && !books.forced.empty()) fail("a check that bets had forced was never made");
    for (auto& [owner, market] : m_markets)
        if (market.id.contract == settled.contract && market.isOpen) fail("a market on it stays open");
}

/// What is proven is the truth, whoever says so.
void Audit::onBlame(const contract::Blame& blame) {
    const Rental* rental = m_rentals.find(blame.contract);
    if (!rental || !blame.proven) return;
    const bool host = blame.first == "provider" && rental->host.trader->isHonest();
    const bool renter = blame.first == "renter" && rental->renter.trader->isHonest();
    if (host || renter) m_scene.falselyAccused("an honest party is blamed, as if it were proven");
}

void Audit::onCaseEnded(const contract::CaseVerdict& verdict) {
    if (!m_casesOpen.contains(verdict.of)) m_scene.fail("a case has ended that nobody opened");
    if (!m_casesEnded.insert(verdict.of).second) m_scene.fail("a case has ended twice");
    if (m_balances[Account::ofCase(verdict.of)] != 0) m_scene.fail("a deposit stays in a case that has ended");
}

// ---- the end

void Audit::atEnd() {
    for (const auto& [account, balance] : m_scene.hub().ledger().accounts())
        if (!isHeldForAll(account.kind) && !balance.isZero()) m_scene.fail("money stays in " + account.name());
    for (const auto& [owner, market] : m_markets)
        if (market.isOpen) m_scene.fail("a market never ended");
    for (const Hash256& id : m_casesOpen)
        if (!m_casesEnded.contains(id)) m_scene.fail("a case never ended");
}

const Audit::MarketBooks& Audit::booksOf(const MarketId& market) const {
    static const MarketBooks kNone;
    const auto at = m_markets.find(ownerOf(market));
    return at == m_markets.end() ? kNone : at->second;
}

} // namespace unchained::sim
