// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"

/// What is signed about bets. A market is named by its contract and, where it is about one claim alone, by that
/// claim's step; without a step it is about the whole contract: "every step of it is right".
namespace unchained::contract {

struct MarketId {
    ContractId contract;
    std::optional<std::uint64_t> step;
    auto operator<=>(const MarketId&) const = default;
    template <class F>
    void fields(F& f) {
        f(contract, step);
    }
};

/// Signed by whoever opens a market and puts in the maker's money: it comes back when the market ends, less what
/// bettors on wrong have won, and with what they have lost.
struct MarketOpening {
    static constexpr const char* kName = "market-opening";
    PeerId hub;
    MarketId market;
    Amount most; ///< of the maker's money, if the hub asks for more the market is not opened
    template <class F>
    void fields(F& f) {
        f(hub, market, most);
    }
};

/// Signed by a bettor. It waits for the next clearing and cannot be taken back before it.
struct Bet {
    static constexpr const char* kName = "bet";
    PeerId hub;
    CommandId id; ///< made by the bettor: the same id is the same bet
    MarketId market;
    bool right = false;      ///< on right, else on wrong
    std::int64_t shares = 0; ///< micro-credits that are paid if the side comes true
    std::int64_t limit = 0;  ///< most for a share that pays 10^6; 1 … 999,999
    template <class F>
    void fields(F& f) {
        f(hub, id, market, right, shares, limit);
    }
};

/// Signed by the provider of a contract: "I bet `toOne` to your 1 that every step is right", until `most` is staked.
/// The newest one counts; with nothing in `most` there are none.
struct StandingOdds {
    static constexpr const char* kName = "standing-odds";
    PeerId hub;
    CommandId id;
    ContractId contract;
    std::uint32_t toOne = 0;
    Amount most;
    template <class F>
    void fields(F& f) {
        f(hub, id, contract, toOne, most);
    }
};

/// Signed by the hub for each bet that was cleared: what it paid, and for what.
struct BetCleared {
    static constexpr const char* kName = "bet-cleared";
    PeerId by;
    CommandId id;
    MarketId market;
    bool right = false;
    std::int64_t shares = 0; ///< of those that were asked for
    Amount paid;
    std::int64_t price = 0; ///< of a share that pays 10^6
    std::int64_t time = 0;
    std::uint64_t logIndex = 0;
    template <class F>
    void fields(F& f) {
        f(by, id, market, right, shares, paid, price, time, logIndex);
    }
};

/// Signed by the hub: stakes on wrong have forced a check.
struct ForcedCheck {
    static constexpr const char* kName = "forced-check";
    MarketId market;
    std::optional<Hash256> hubSeed;   ///< h, where a step was drawn: in a market on a whole contract
    std::vector<std::uint64_t> steps; ///< among which it was drawn: claims that are not paid and were not checked
    std::uint64_t due = 0;
    template <class F>
    void fields(F& f) {
        f(market, hubSeed, steps, due);
    }
};

/// Signed by the hub: how a market ended. "unchecked": all stakes went back.
struct MarketEnded {
    static constexpr const char* kName = "market-ended";
    MarketId market;
    std::string outcome;     ///< "right", "wrong", "unchecked"
    Amount stakers;          ///< out of the bond, to who had staked on wrong; what cannot be divided of it burns
    Amount checkCost;        ///< of the forced check
    bool costByBond = false; ///< the bond bore it; else the stakes that lost
    std::uint64_t logIndex = 0;
    template <class F>
    void fields(F& f) {
        f(market, outcome, stakers, checkCost, costByBond, logIndex);
    }
};

} // namespace unchained::contract
