// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

/// What a dispute of a result says to people, and of which results there may be one. Pure functions.
namespace unchained::ui {

/// Contracts whose result its renter may still dispute, the newest first: some steps of it have a receipt, and its bond
/// still answers.
[[nodiscard]] std::vector<const ContractFacts*> disputable(const JobFacts& job, qint64 now);

/// "0.024 credits": locked while the case runs; comes back if the host was wrong.
[[nodiscard]] Amount depositOf(const ContractFacts& contract, Amount checkFee);

/// What a dispute does now, or how it ended.
[[nodiscard]] QString stageText(const DisputeFacts& dispute);

} // namespace unchained::ui
