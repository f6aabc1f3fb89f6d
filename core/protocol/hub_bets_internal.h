// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/hub_internal.h"

/// Shared by the files of HubState that end markets; no part of its interface.
namespace unchained::protocol {

inline ledger::Account marketAccount(const contract::MarketId& id) {
    return ledger::Account::market(
        taggedHash("market", {id.contract, id.step ? cbor::Value(*id.step) : cbor::Value(cbor::Null{})}));
}

struct HubState::EndOfMarket {
    betting::Outcome outcome = betting::Outcome::Unchecked;
    Amount stakers = Amount{}; ///< out of the bond, in the market's account already
};

/// The markets that a slash resolves as wrong.
struct HubState::SlashedBets {
    std::vector<contract::MarketId> wrong;
    Amount staked;    ///< on wrong, in these markets
    Amount all;       ///< on both sides, in all markets of the contract
    Amount checkCost; ///< of forced checks that were made: the bond bears it
    /// Twice what is staked burns in any case, also where more was paid in the contract than the markets reckoned with.
    [[nodiscard]] Amount stakersMost(Amount left) const {
        return std::max(Amount{}, left - checkCost - all - all - Amount::micros(1));
    }
};

} // namespace unchained::protocol
