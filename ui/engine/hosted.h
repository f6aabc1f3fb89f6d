// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "storage/peer_store.h"

namespace unchained::ui {

struct Hosted {
    HostedContract facts; ///< but for the marketplace's address
    PeerId hub;
};
/// The newest of the contracts that we have let, newest first, as their records say. Empty where those cannot be read.
[[nodiscard]] std::vector<Hosted> hostedIn(const storage::PeerStore& store, std::size_t most);

} // namespace unchained::ui
