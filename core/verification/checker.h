// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "gpu/bytes.h"
#include "gpu/result.h"

#include <cstdint>
#include <optional>

/// Hired checkers (protocol.md 3). A checker gets program, data, seed and opening, never the claimed output, and
/// answers with two roots: the plain one, and the one under leaf hashes SHA-256(00 ‖ salt ‖ leaf) with the hub's salt
/// for this task. A root that was copied has no salted one beside it. The provider answers the salted root, too. Pure.
///
/// What this does not find: a checker who is the host's friend, to whom the host gives both roots of its fake. Whoever
/// relies on hired checkers reckons with r·(1 − s·(1 − A)), s the largest share of the tasks that friends of one host
/// can get, A that of the agreements which the hub computes again.
namespace unchained::verification {

struct RootPair {
    Hash256 plain, salted;
    bool operator==(const RootPair&) const = default;
};

enum class CheckerVerdict {
    Agree,      ///< checker and provider said the same twice: the step is right, the fee is earned
    HubDecides, ///< any difference, or no answer: the hub computes the step itself
};
/// @param claimed   root that the provider committed to
/// @param provider  the provider's pair, nothing where it did not answer
/// @param checker   the checker's pair, nothing where it did not answer
[[nodiscard]] CheckerVerdict compareRoots(const Hash256& claimed, const std::optional<RootPair>& provider,
                                          const std::optional<RootPair>& checker);

/// What the hub found when it computed the step.
struct CheckerFault {
    bool checkerWrong = false; ///< it loses its stake
    bool claimWrong = false;   ///< `scalar` has the word, then the bond answers
    bool saltedWrong = false;  ///< the claim is right, but the provider's salted root is not: it pays the recomputation
};
[[nodiscard]] CheckerFault judgeRoots(const RootPair& truth, const Hash256& claimed,
                                      const std::optional<RootPair>& provider, const std::optional<RootPair>& checker);

/// Least stake of a checker: m times what a lie saves it and costs the hub, fee + recomputation. A lie is found with
/// certainty, because its difference is always recomputed.
[[nodiscard]] Result<Amount> leastCheckerStake(Amount fee, Amount recomputation);

/// Who answers for the cost of a check that somebody asked for beyond the draw: the author of a false alarm bears it
/// whole; where the alarm was right, the bond does.
struct AlarmCost {
    Amount author, bond;
};
[[nodiscard]] AlarmCost alarmCost(Amount cost, bool stepWasRight);

} // namespace unchained::verification
