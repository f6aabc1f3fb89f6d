// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "base/time.h"
#include "contract/structures.h"

/// A hub's answer to the question `terms`; read it with contract::readFields.
namespace unchained::protocol {

struct ToldTerms {
    PeerId hub;
    TimeMs now = 0;
    contract::Periods least;
    Amount checkFee;           ///< of each check, from the escrow
    bool coinflipBets = false; ///< bets are made on contracts drawn by coinflip, too
    std::optional<PeerId>
        arbiter; ///< whom offers here name to rule over complaints, unless their parties agree otherwise
    template <class F>
    void fields(F& f) {
        f(hub, now, least, checkFee, coinflipBets, arbiter);
    }
};

} // namespace unchained::protocol
