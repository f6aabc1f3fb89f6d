// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/session.h"

namespace unchained::net {

/// What a session is made from, as it is kept: the three signed envelopes and the two numbers of its own. The signed
/// structures of the admission are the truth; nothing of them is stored twice.
struct StoredContract {
    Bytes offer, acceptance, admission; ///< envelopes
    std::int64_t windowMs = 1000;
    TimeMs startedAt = 0;
};

[[nodiscard]] Bytes encodeContract(const StoredContract& contract);
[[nodiscard]] Result<StoredContract> decodeContract(ByteView bytes);
/// Opens and compares the three; the hub must be `hub`.
[[nodiscard]] Result<protocol::Session::Parameters> parametersOf(const StoredContract& contract, const PeerId& hub);
/// Expected time of a window: what its price buys at the listing's price, for patience. At least a second.
[[nodiscard]] std::int64_t expectedWindowMs(const contract::Offer& offer, Amount pricePerHour);

} // namespace unchained::net
