// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "base/time.h"
#include "contract/structures.h"

/// A hub's answer to the question `terms`.
namespace unchained::protocol {

struct ToldTerms {
    PeerId hub;
    TimeMs now = 0;
    contract::Periods least;
    Amount checkFee;           ///< of each check, from the escrow
    bool coinflipBets = false; ///< bets are made on contracts drawn by coinflip, too
    template <class F>
    void fields(F& f) {
        f(hub, now, least, checkFee, coinflipBets);
    }
};

[[nodiscard]] inline Result<ToldTerms> decodeTerms(const cbor::Value& answer) {
    cbor::Reader in(answer, "terms", 5);
    ToldTerms out;
    contract::FieldReader fields{in};
    out.fields(fields);
    if (auto done = in.finish(); !done) return done.error();
    return out;
}

} // namespace unchained::protocol
