// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/evidence.h"

namespace unchained::evidence {

/// A committed step of the record as a third party can check it, and the seed s_k of its window.
struct ShownStep {
    contract::StepProof proof;
    Hash256 windowSeed;
    Hash256 after; ///< root after the step
};

/// Nothing where the step has no receipt, or the record does not hold together. Pure.
[[nodiscard]] std::optional<ShownStep> shownStep(const ContractEvidence& contract, const contract::Offer& offer,
                                                 std::uint64_t step);
/// Steps of receipted windows.
[[nodiscard]] std::uint64_t receiptedSteps(const ContractEvidence& contract, const contract::Offer& offer);

} // namespace unchained::evidence
