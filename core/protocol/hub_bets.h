// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "betting/market.h"
#include "contract/bets.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

/// What HubState keeps of the bets on one contract; no part of its interface.
namespace unchained::protocol {

/// A bet as it was placed, and what became of it.
struct PlacedBet {
    PeerId by;
    contract::Bet bet;
    TimeMs placedAt = 0;
    Bytes cleared; ///< signed BetCleared; empty while it waits, or where the market ended before
    Amount paid;
    std::int64_t shares = 0;
};

/// One point of a market's history: after a clearing.
struct PricePoint {
    TimeMs at = 0;
    std::int64_t right = 0; ///< price of YES in 10^-6
    Amount onRight, onWrong;
};

struct BetMarket {
    BetMarket(betting::Market opened, const PeerId& by, TimeMs at)
        : market(std::move(opened)), maker(by), openedAt(at), history{{at, market.yesPrice(), {}, {}}} {}

    betting::Market market;
    PeerId maker;
    TimeMs openedAt = 0;
    std::optional<TimeMs> clearAt;           ///< set while bets wait
    std::uint64_t rightChecks = 0;           ///< recomputed and found right since it opened
    std::optional<std::uint64_t> forcedStep; ///< whose check the stakes on wrong forced
    bool forcedMade = false;                 ///< it was made
    std::vector<PricePoint> history;
    std::map<CommandId, PlacedBet> bets; ///< by the market's own ids, which nobody else can take
    // Of its end.
    std::optional<betting::Outcome> outcome;
    TimeMs endedAt = 0;
    std::map<PeerId, Amount> paidOut;
    Bytes ended; ///< signed MarketEnded
};

/// The host's own offer to all: a bet on right that is made anew at each clearing, of what is left of it.
struct OfferedOdds {
    CommandId id;
    std::uint32_t toOne = 0;
    Amount left; ///< in the account of the contract's market
    std::uint32_t rounds = 0;
};

struct ContractBets {
    std::map<std::optional<std::uint64_t>, BetMarket> markets; ///< without a step: on the whole contract
    std::optional<OfferedOdds> odds;
    std::set<std::uint64_t> checked; ///< steps that were recomputed
    std::set<PeerId> checkers;       ///< assigned to a step of this contract: they may not bet on it
    bool forcedWaits = false;        ///< a check is forced, and there is no claim yet that it could be of
};

} // namespace unchained::protocol
