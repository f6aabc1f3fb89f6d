// SPDX-License-Identifier: Apache-2.0
#include "market_bettors.h"

#include "protocol/signed.h"

#include <algorithm>

namespace unchained::sim {

using cbor::Array;
using cbor::Value;
using contract::MarketId;
using namespace protocol;

namespace {
constexpr TimeMs kBettorsMs = 10'000;
constexpr std::int64_t kWhole = 1'000'000, kSurely = 999'999;
constexpr double kOpens = 0.5, kBets = 0.12, kOdds = 0.1;
} // namespace

Bettors::Bettors(Scene& scene, Rentals& rentals, const Audit& audit)
    : m_scene(scene), m_rentals(rentals), m_audit(audit) {
    const auto add = [&](BettorKind kind, const Trader* host) {
        m_bettors.push_back({simKeys(scene.out.seed, 3, m_bettors.size()), kind, host});
    };
    for (const BettorKind kind : {BettorKind::Informed, BettorKind::Informed, BettorKind::Random, BettorKind::Random,
                                  BettorKind::Random, BettorKind::Suspicious, BettorKind::WithoutCredit})
        add(kind, nullptr);
    for (const Trader& host : rentals.hosts) {
        if (host.host == HostKind::Fakes || host.host == HostKind::OneFake) add(BettorKind::HostsNo, &host);
        if (scene.random.below(4) == 0) add(BettorKind::HostsYes, &host);
    }
}

void Bettors::begin() {
    for (const Bettor& bettor : m_bettors)
        if (bettor.kind != BettorKind::WithoutCredit) m_scene.welcome(bettor.keys);
    act();
}

CommandId Bettors::nextId() {
    CommandId id;
    const Hash256 hash = taggedHash("sim-bet", {m_scene.out.seed, ++m_ids});
    std::copy_n(hash.bytes.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

void Bettors::onNotice(const NoticeEffect& notice) {
    const std::string& name = nameOf(notice.body);
    if (name == "market-opened") {
        const auto opening = openSigned<contract::MarketOpening>(*(*notice.body.asArray())[1].asBytes());
        m_open.insert(opening->value.market);
    } else if (name == "market-ended") {
        const auto ended = openSigned<contract::MarketEnded>(*(*notice.body.asArray())[1].asBytes());
        m_open.erase(ended->value.market);
        m_ended.insert(ended->value.market);
    }
}

void Bettors::act() {
    if (!m_rentals.areQuiet()) m_scene.after(kBettorsMs, [this] { act(); });
    if (m_scene.maybe(kOpens)) openOne(m_bettors[m_scene.random.below(m_bettors.size())]);
    if (m_open.empty()) return;
    for (const Bettor& bettor : m_bettors)
        if (m_scene.maybe(kBets)) betWith(bettor);
    if (m_scene.maybe(kOdds)) offerOdds();
}

// ---- markets

void Bettors::openOne(const Bettor& maker) {
    const auto answer = m_scene.ask(maker.keys.peer(), {"openings"});
    if (!answer) return;
    const auto openings = readViews<OpeningView>(*answer);
    if (!openings) return m_scene.fail("openings cannot be read: " + openings.error().text());
    if (openings->empty()) return;
    // Of a whole contract half of the time: there are many more claims.
    const bool whole = m_scene.maybe(0.5);
    std::vector<const OpeningView*> some;
    for (const OpeningView& one : *openings)
        if (one.market.step.has_value() != whole) some.push_back(&one);
    if (some.empty()) return;
    const OpeningView& one = *some[m_scene.random.below(some.size())];
    const contract::MarketOpening opening{m_scene.hubKeys.peer(), one.market, one.makerFunds + one.makerFunds};
    m_scene.send(maker.keys, {"market", sealed(maker.keys, opening)});
}

// ---- bets

bool Bettors::isTrue(const MarketId& id) const {
    const Rental* rental = m_rentals.find(id.contract);
    return id.step ? !rental->isFalse(*id.step) : !rental->hasFalseStep();
}

std::optional<MarketId> Bettors::choose(const Bettor& bettor) {
    std::vector<MarketId> some;
    for (const MarketId& id : m_open)
        if (!bettor.host || m_rentals.find(id.contract)->host.trader == bettor.host) some.push_back(id);
    if (some.empty()) return std::nullopt;
    return some[m_scene.random.below(some.size())];
}

contract::Bet Bettors::betOf(const Bettor& bettor, const MarketView& market) {
    Random& random = m_scene.random;
    const bool truth = isTrue(market.market);
    const std::int64_t forcedBy = market.forcedBy.micro(), left = std::max<std::int64_t>(1, market.stakesLeft.micro());
    const auto upTo = [&](std::int64_t most) {
        return 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(std::max<std::int64_t>(1, most))));
    };
    contract::Bet bet{m_scene.hubKeys.peer(), nextId(), market.market, truth, upTo(4 * forcedBy), kSurely};
    switch (bettor.kind) {
    case BettorKind::Informed:
    case BettorKind::HostsYes:
        if (truth)
            bet.limit = std::clamp<std::int64_t>(market.right + upTo(20'000), 1, kSurely);
        else
            bet.shares = std::min(left, forcedBy + upTo(4 * forcedBy));
        break;
    case BettorKind::HostsNo:
        bet.right = truth;
        bet.shares = upTo(left);
        break;
    case BettorKind::Suspicious:
        bet.right = false;
        bet.shares = std::min(left, forcedBy + upTo(2 * forcedBy));
        break;
    case BettorKind::Random:
    case BettorKind::WithoutCredit:
        bet.right = random.below(2) == 0;
        bet.limit = upTo(kSurely);
        if (random.below(8) == 0) bet.shares = upTo(3 * left); // more than the cap, at times
        break;
    }
    return bet;
}

void Bettors::betWith(const Bettor& bettor) {
    const auto id = choose(bettor);
    if (!id) return;
    const auto answer =
        m_scene.ask(bettor.keys.peer(), {"bets", id->contract, id->step ? Value(*id->step) : Value(cbor::Null{})});
    if (!answer && m_scene.hubIsUp()) m_scene.fail("an open market cannot be seen");
    if (!answer) return;
    const auto history = readView<MarketHistory>(*answer);
    if (!history) return m_scene.fail("a market cannot be read: " + history.error().text());
    const contract::Bet bet = betOf(bettor, history->market);
    m_scene.send(bettor.keys, {"bet", sealed(bettor.keys, bet)}, [this, &bettor](const Result<Value>& taken) {
        if (!taken) return;
        ++m_scene.out.bets;
        if (bettor.kind == BettorKind::WithoutCredit) m_scene.fail("a bet of somebody without credit was taken");
    });
}

/// A host's word on its own contract, given or taken back.
void Bettors::offerOdds() {
    const auto whole = std::find_if(m_open.begin(), m_open.end(), [](const MarketId& id) { return !id.step; });
    if (whole == m_open.end()) return;
    std::vector<MarketId> some;
    std::copy_if(m_open.begin(), m_open.end(), std::back_inserter(some), [](const MarketId& id) { return !id.step; });
    const MarketId& id = some[m_scene.random.below(some.size())];
    const Rental& rental = *m_rentals.find(id.contract);
    const auto most = static_cast<std::int64_t>(
        m_scene.maybe(0.3) ? 0 : m_scene.random.below(static_cast<std::uint64_t>(rental.offer.bond.micro() / 10)));
    const contract::StandingOdds odds{m_scene.hubKeys.peer(), nextId(), id.contract,
                                      static_cast<std::uint32_t>(5 + m_scene.random.below(200)), Amount::micros(most)};
    m_scene.send(rental.host.trader->keys, {"odds", sealed(rental.host.trader->keys, odds)});
}

// ---- the end

/// What a bet that was never cleared had taken.
std::int64_t Bettors::reserveOf(const BetView& bet, const MarketView& market) {
    const std::int64_t stake = (bet.shares * bet.limit + kWhole - 1) / kWhole, forcedBy = market.forcedBy.micro();
    return stake + (bet.right ? 0 : (market.checkCost.micro() * stake + forcedBy - 1) / forcedBy);
}

/// What a position has brought beyond what it is worth at such an end.
std::int64_t Bettors::excessOf(const PositionView& p) const {
    if (p.market.state == "open" || !p.paidOut || !p.waiting.isZero()) {
        m_scene.fail("a bet was neither resolved nor given back");
        return 0;
    }
    std::int64_t due = p.deposit.micro();
    if (p.market.state == "right") due += p.right;
    if (p.market.state == "wrong") due += p.wrong;
    if (p.market.state == "unchecked") due += (p.paidRight + p.paidWrong).micro();
    for (const BetView& bet : p.bets) {
        if (bet.receipt.empty()) due += reserveOf(bet, p.market);
        if (bet.filled > bet.shares || bet.paid.micro() > bet.filled * bet.limit / kWhole + 1)
            m_scene.fail("a bet took more than it asked for");
    }
    return p.paidOut->micro() - due;
}

void Bettors::atEnd() {
    std::map<MarketId, std::int64_t> excess;
    std::map<MarketId, MarketView> seen;
    const auto add = [&](const identity::Keys& keys) {
        const auto answer = m_scene.ask(keys.peer(), {"positions"});
        const auto positions = readViews<PositionView>(*answer);
        if (!positions) return m_scene.fail("positions cannot be read: " + positions.error().text());
        for (const PositionView& p : *positions) {
            excess[p.market.market] += excessOf(p);
            seen[p.market.market] = p.market;
        }
    };
    for (const Bettor& bettor : m_bettors)
        add(bettor.keys);
    for (const Trader& host : m_rentals.hosts)
        add(host.keys);
    for (const auto& [id, more] : excess) { // all together: the bond's share, less what a check cost who was wrong
        const Audit::MarketBooks& books = m_audit.booksOf(id);
        if (more != books.fromBond - books.burned - books.toFees)
            m_scene.fail("bets were paid other than they came true");
    }
    judgeRings();
    // Whatever a ring of host, renter and bettors moves among itself, twice the stakes at the slash are out of reach.
    for (const auto& [id, books] : m_audit.contracts()) {
        Amount stakes;
        for (const auto& [market, view] : seen)
            if (market.contract == id && view.endedAt == books.caughtAt) stakes += view.onRight + view.onWrong;
        if (books.caughtAt && 2 * stakes.micro() > books.burned)
            m_scene.fail("a slash burns less than twice the stakes");
    }
}

/// Host and second identity together have lost, whatever the bets brought.
void Bettors::judgeRings() {
    for (const Bettor& bettor : m_bettors) {
        if (bettor.kind != BettorKind::HostsNo) continue;
        for (const auto& rental : m_rentals.all()) {
            if (rental->host.trader != bettor.host || rental->ending != "caught") continue;
            std::int64_t ring = -rental->offer.bond.micro();
            for (const MarketId& id : m_ended) {
                if (id.contract != rental->id) continue;
                for (const PeerId& peer : {bettor.keys.peer(), bettor.host->keys.peer()})
                    if (const auto& gains = m_audit.booksOf(id).gains; gains.contains(peer)) ring += gains.at(peer);
            }
            if (ring >= 0) m_scene.fail("who bet against its own fakes has gained");
        }
    }
}

} // namespace unchained::sim
