// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/case_structures.h"
#include "disputes/bisection.h"

#include <map>
#include <optional>
#include <vector>

/// A case as HubState keeps it; no part of its interface.
namespace unchained::protocol {

enum class CaseLevel { Settlement, Machine, Arbiter, Ended };

/// The step that is left, run again by the hub.
struct CaseCheck {
    std::uint64_t step = 0;
    Hash256 before, claimed, disputed, stepSeed;
    std::optional<TimeMs> openBy; ///< until the opener has supplied the state before the step
    std::optional<Hash256> computed;
    std::string engine;
    bool done = false;
};

struct CaseProposal {
    Bytes payload, envelope;
    contract::Settlement terms;
};

struct CaseItem {
    contract::EvidenceView view;
    Bytes envelope;
};

struct CaseState {
    std::uint64_t number = 0;
    contract::CaseOpening opening;
    PeerId opener;
    Bytes envelope;
    std::optional<PeerId> arbiter;
    Amount deposit;
    TimeMs opened = 0, ended = 0;
    CaseLevel level = CaseLevel::Settlement;
    std::optional<TimeMs> levelBy;
    std::optional<disputes::Bisection> narrowing;
    std::optional<CaseCheck> check;
    std::map<PeerId, CaseProposal> proposals; ///< the last one of each side
    std::vector<CaseItem> evidence;
    std::optional<contract::Ruling> ruling; ///< carried out once the contract is settled
    bool settled = false;                   ///< between the parties; a check that was asked for goes on
    Amount toOpener;
    std::string outcome;
    std::string tensor; ///< the first that differs, and how many values do
    std::uint64_t differing = 0, values = 0;
};

} // namespace unchained::protocol
