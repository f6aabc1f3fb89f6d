// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lottery/lottery.h"
#include "protocol/hub_internal.h"

namespace unchained::protocol {

/// A window whose commitment (and receipt, unless it was published without one) is signed as it must be.
struct HubState::ProvenWindow {
    contract::Commit commit;
    Hash256 commitHash;
    std::optional<Hash256> receiptHash;
    lottery::StepRange steps;
};

struct HubState::ProvenStep {
    ProvenWindow window;
    lottery::Leaf leaf;
};

/// The last window as a Close opens it; nothing in a contract without one.
struct HubState::ProvenClose {
    std::optional<ProvenWindow> window; ///< its steps end where the last one ends
    lottery::Leaf last;
    bool failed = false; ///< the last step
};

} // namespace unchained::protocol
