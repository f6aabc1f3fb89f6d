// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "betting/lmsr.h"
#include "gpu/result.h"

#include <cstdint>
#include <map>
#include <vector>

/// One market on one claim or contract: "every step of it is right" (YES) or not (NO). A pure state machine; one
/// thread.
///
/// Money: the market holds what the maker and the bettors gave it and gives out what it holds, to the last
/// micro-credit. Bets wait and clear together, at one price; a NO beyond the threshold forces the check. Only a check
/// resolves it.
///
/// The maker sells no YES above its opening price. Who knows that a claim is right would else earn the maker's subsidy,
/// b·ln(1/π), on each of its own truths; so YES only buys back what NO pushed down, and is paid by who was wrong. The
/// price then says one thing: how much worse than the policy the bettors think of it.
namespace unchained::betting {

enum class BettingError : std::uint32_t {
    NoMarket = 1000, ///< too small a bond, or nothing that is certain to burn: no bet can be safe
    Barred,          ///< the hub's operator, or a checker that this claim is assigned to
    Closed,          ///< the market is resolved
    BadOrder,        ///< no shares, or a limit outside 1 … 999,999
    IdReused,        ///< the id of an order that waits, or was cleared
    TooManyOrders,   ///< kOrdersMax wait already
    CapReached,      ///< all stakes would reach half of what a slash burns
};

enum class Side { Yes, No };
enum class Outcome {
    Right,     ///< a check that the draw chose or a NO forced came out right
    Wrong,     ///< such a check came out wrong
    Unchecked, ///< there was none: all stakes go back
};

/// Bets that clear together, and the least seconds between two clearings.
inline constexpr std::size_t kOrdersMax = 256;
inline constexpr std::int64_t kClearingMs = 30'000;

struct MarketRules {
    std::int64_t depth = 0;     ///< b
    std::uint64_t fraud = 0;    ///< opening price of NO, in 10^9: the policy's chance
    Amount makerFunds;          ///< ℓ: the most that the maker loses
    Amount stakesMost;          ///< all stakes and waiting limits together: below half of what a slash burns
    Amount checkCost;           ///< of the check that a NO forces
    Amount forcedBy;            ///< stakes on NO from which on it is forced
    std::vector<PeerId> barred; ///< the hub's operator, the assigned checkers
};
/// What a market needs to know of the contract that it is about.
struct MarketSubject {
    Amount bond;             ///< B: ℓ is at most 1 % of it
    Amount burned;           ///< what is certain to burn of it (verification::burnedAtLeast)
    std::uint64_t fraud = 0; ///< the policy's chance that the check finds a fake, in 10^9; clamped to 10^-6 … 1 − 10^-6
    Amount checkCost;
};
/// The check is forced by stakes on NO of twice its cost, so that what losers leave always pays it.
/// Errors: NoMarket.
[[nodiscard]] Result<MarketRules> rulesFor(const MarketSubject& subject, std::vector<PeerId> barred);

struct Order {
    CommandId id;
    PeerId by;
    Side side = Side::Yes;
    std::int64_t shares = 0; ///< in micro-credits paid if the side comes true
    std::int64_t limit = 0;  ///< most for a share that pays 10^6; 1 … 999,999
};
/// Micro-credits that go out to a bettor.
struct Payout {
    PeerId to;
    Amount amount;
};
struct Fill {
    CommandId id;
    std::int64_t shares = 0; ///< of those that were asked for
    Amount paid;
    Amount back; ///< of its reserve: the part of `refunds` that is due to this bet
};
struct Clearing {
    std::int64_t yesPrice = 0, noPrice = 0; ///< in 10^-6; together 10^6, and at most 2 of rounding
    std::vector<Fill> fills;                ///< in the order of the ids
    std::vector<Payout> refunds;            ///< what the limits had reserved and the price did not take
};
struct Resolution {
    std::vector<Payout> payouts; ///< to bettors, stakes and winnings and deposits
    Amount maker;                ///< back to the maker
    Amount checkCost;            ///< out of the losers' deposits, to who made the forced check
    Amount checkCostByBond;      ///< the check was forced and NO was right: the bond owes it
    Amount burned;               ///< of the slash's share: what could not be divided, or had no staker
};

/// Where a market stands, as anybody may see it.
struct Standing {
    std::int64_t lead = 0, openingLead = 0, depth = 1;
};
/// What a bet would get and cost if no other one were cleared with it: a preview, for people.
struct Quote {
    std::int64_t shares = 0; ///< of those that were asked for: the maker sells no YES above its opening price
    std::int64_t price = 0;  ///< of a share that pays 10^6
    std::int64_t yesAfter = 0;
    Amount cost;
};
[[nodiscard]] Quote quote(const Standing& standing, Side side, std::int64_t shares);

class Market {
public:
    explicit Market(MarketRules rules);

    /// Whether place() would take it. Errors in the enum's order.
    [[nodiscard]] Result<void> mayPlace(const Order& order) const;
    /// The bet waits for the next clearing; reserve() leaves the bettor's account for it.
    Result<void> place(const Order& order);
    /// Of what a bet takes the part that counts as staked: its shares at its limit.
    [[nodiscard]] static Amount stake(const Order& order);
    /// What a bet takes until it is cleared: its limit, and on NO a deposit for the check that it may force.
    [[nodiscard]] Amount reserve(const Order& order) const;
    /// Clears all that waits at one price: the marginal price after the trade, so that nobody gains from a place in the
    /// queue. Bets better than the price are filled, those at the price in proportion; what is not filled goes back.
    Clearing clear();
    /// True once the stakes on NO force the check. Stays so.
    [[nodiscard]] bool forcesCheck() const { return m_forced; }
    /// Ends the market.
    /// @param slashShare  the NO stakers' share of the slash (δ), with Wrong only
    /// @param checkMade   whether the check that a NO forced was made: only then somebody owes its cost
    [[nodiscard]] Resolution resolve(Outcome outcome, Amount slashShare = Amount{}, bool checkMade = true);

    /// Price of YES now, as a probability in 10^-6, rounded down.
    [[nodiscard]] std::int64_t yesPrice() const { return marginalPrice(m_lead, m_rules.depth).down; }
    /// Chance of fraud that the price says, in 10^9: for the policy.
    [[nodiscard]] std::uint64_t fraudChance() const;
    [[nodiscard]] Amount held() const { return m_held; } ///< maker's funds, stakes, deposits, waiting reserves
    [[nodiscard]] Amount stakes(Side side) const { return side == Side::Yes ? m_yesPaid : m_noPaid; }
    /// What is staked, and what the limits of the waiting bets reserve.
    [[nodiscard]] Amount committed() const { return m_yesPaid + m_noPaid + m_reserved; }
    [[nodiscard]] bool hasWaiting() const { return !m_waiting.empty(); }
    /// Shares that the waiting bets on one side ask for.
    [[nodiscard]] std::int64_t waiting(Side side) const;
    /// Stocks of YES over NO, now and when it opened: with the depth all that a price follows from.
    [[nodiscard]] std::int64_t lead() const { return m_lead; }
    [[nodiscard]] std::int64_t openingLead() const { return m_openingLead; }
    [[nodiscard]] const MarketRules& rules() const { return m_rules; }
    struct Position {
        std::int64_t yes = 0, no = 0; ///< shares
        Amount yesPaid, noPaid, deposit;
    };
    [[nodiscard]] const std::map<PeerId, Position>& positions() const { return m_positions; }

private:
    struct Waiting {
        Order order;
        std::int64_t fill = 0;
    };
    struct Willing;
    [[nodiscard]] Willing willingAt(std::int64_t price) const;
    [[nodiscard]] std::int64_t clearingPrice() const;
    void fillAt(std::int64_t price);
    void share(std::int64_t total, Side side, std::int64_t limitFrom, std::int64_t limitTo);
    void keepWithinOpening();
    bool dropUnwilling();
    [[nodiscard]] std::int64_t net() const;
    [[nodiscard]] Amount deposit(Amount paid, Side side) const;

    MarketRules m_rules;
    std::int64_t m_openingLead = 0, m_lead = 0; ///< q_yes − q_no
    std::map<CommandId, Waiting> m_waiting;
    std::map<CommandId, bool> m_known;
    std::map<PeerId, Position> m_positions;
    Amount m_held, m_yesPaid, m_noPaid, m_reserved;
    bool m_forced = false, m_closed = false;
};

} // namespace unchained::betting
