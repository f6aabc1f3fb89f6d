// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "contract/checkers.h"
#include "verification/checker.h"

#include <optional>
#include <string>
#include <vector>

/// What HubState keeps of hired checkers; no part of its interface.
namespace unchained::protocol {

struct EnlistedChecker {
    contract::Enlist terms;
    Amount stake;         ///< in its account; zero: off the list
    bool leaving = false; ///< takes no further task; the stake comes back when the last one is over
    std::string struck;   ///< as CheckerView says
    std::uint64_t checked = 0;
    Amount earned;
};

/// A check that is made by somebody for hire. It ends with the check.
struct HiredTask {
    PeerId checker;
    Hash256 hubSeed, salt;
    std::vector<contract::CheckerLots> checkers; ///< among whom it was drawn
    Amount cost;                                 ///< of the recomputation, should the hub have to do it
    Amount atStake;                              ///< of the checker's stake
    bool asked = false;                          ///< the opening is here
    std::optional<TimeMs> answerBy;              ///< while an answer is to come
    Bytes checkerAnswer, providerAnswer;         ///< envelopes
    std::optional<verification::RootPair> byChecker;
    std::optional<Hash256> saltedByProvider;
    bool hubDecides = false;                     ///< the hub computes the step itself
    bool late = false;                           ///< because an answer had not come in time
    std::optional<verification::RootPair> truth; ///< as the hub computed it
    bool engineFault = false;                    ///< the checker's root is what a wrong engine makes of the step
};

} // namespace unchained::protocol
