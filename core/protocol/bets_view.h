// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/bets.h"

/// What the hub answers to questions about bets; field order is wire order. Plain values.
namespace unchained::protocol {

/// One market as anybody may see it.
struct MarketView {
    contract::MarketId market;
    PeerId provider, renter, maker;
    std::string program;
    std::string state; ///< "open", "right", "wrong", "unchecked"
    std::int64_t openedAt = 0;
    std::optional<std::int64_t> closesAt; ///< when the claims that it waits for are final, where that is known
    std::optional<std::int64_t> clearsAt; ///< while bets wait
    std::optional<std::int64_t> endedAt;
    std::int64_t right = 0, openedRight = 0; ///< price of right in 10^-6, now and when it opened
    Amount onRight, onWrong;                 ///< staked
    Amount stakesLeft;                       ///< most that may still be staked on this contract
    Amount forcedBy;                         ///< stakes on wrong that force the check
    std::string check;                       ///< "": not forced; "waits", "running", "made"
    Amount checkCost;
    std::int64_t depth = 0, lead = 0, openingLead = 0; ///< b, q_right − q_wrong: what a bet costs follows from them
    Amount makerFunds;
    Amount face, bond; ///< of the contract: what a claim is worth, and what stands against it
    std::uint64_t steps = 0;
    std::uint32_t oddsToOne = 0; ///< the host's standing odds; 0: none
    Amount oddsLeft;
    template <class F>
    void fields(F& f) {
        f(market, provider, renter, maker, program, state, openedAt, closesAt, clearsAt, endedAt, right, openedRight,
          onRight, onWrong, stakesLeft, forcedBy, check, checkCost, depth, lead, openingLead, makerFunds, face, bond,
          steps, oddsToOne, oddsLeft);
    }
};

struct PriceView {
    std::int64_t at = 0, right = 0;
    Amount onRight, onWrong;
    template <class F>
    void fields(F& f) {
        f(at, right, onRight, onWrong);
    }
};

/// Answer to "bets": a market with its history, oldest first.
struct MarketHistory {
    MarketView market;
    std::vector<PriceView> prices;
    template <class F>
    void fields(F& f) {
        f(market, prices);
    }
};

struct BetView {
    CommandId id; ///< the bettor's
    bool right = false;
    std::int64_t shares = 0, limit = 0; ///< as asked for
    std::int64_t filled = 0;
    Amount paid;
    std::int64_t placedAt = 0;
    bool waits = false;
    Bytes receipt; ///< signed BetCleared, once it was cleared
    template <class F>
    void fields(F& f) {
        f(id, right, shares, limit, filled, paid, placedAt, waits, receipt);
    }
};

/// What the asker has in one market.
struct PositionView {
    MarketView market;
    std::int64_t right = 0, wrong = 0; ///< shares
    Amount paidRight, paidWrong;
    Amount deposit; ///< for the check that stakes on wrong may force
    Amount waiting; ///< taken for bets that wait
    std::optional<Amount> paidOut;
    Bytes ended; ///< signed MarketEnded
    std::vector<BetView> bets;
    template <class F>
    void fields(F& f) {
        f(market, right, wrong, paidRight, paidWrong, deposit, waiting, paidOut, ended, bets);
    }
};

/// What a market could be opened on.
struct OpeningView {
    contract::MarketId market;
    PeerId provider, renter;
    std::string program;
    Amount makerFunds; ///< what whoever opens it puts in
    std::int64_t right = 0;
    template <class F>
    void fields(F& f) {
        f(market, provider, renter, program, makerFunds, right);
    }
};

/// One of them as it came from a hub.
template <class View>
[[nodiscard]] Result<View> readView(const cbor::Value& answer) {
    const cbor::Array* fields = answer.asArray();
    cbor::Reader in(answer, "answer", fields ? fields->size() : 0);
    contract::FieldReader reader{in};
    View out;
    out.fields(reader);
    if (auto done = in.finish(); !done) return done.error();
    return out;
}

/// A list of them.
template <class View>
[[nodiscard]] Result<std::vector<View>> readViews(const cbor::Value& answer) {
    const cbor::Value wrapped(cbor::Array{answer});
    cbor::Reader list(wrapped, "answer", 1);
    contract::FieldReader reader{list};
    std::vector<View> out;
    reader.read(out);
    if (auto done = list.finish(); !done) return done.error();
    return out;
}

} // namespace unchained::protocol
