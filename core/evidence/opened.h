// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/bets.h"
#include "contract/case_structures.h"
#include "contract/checkers.h"
#include "evidence/verify.h"
#include "protocol/beacon_record.h"
#include "protocol/signed.h"

/// Shared by the files of this room; no part of its interface.
namespace unchained::evidence {

/// A structure with its place among the notices.
template <class T>
struct Noted {
    protocol::Signed<T> is;
    std::size_t at = 0;
};

/// The hub showed the next value of its chain.
struct Reveal {
    std::size_t at = 0;
    Hash256 h;
    std::optional<protocol::Signed<contract::BatchClosed>> batch;  ///< for a batch
    std::optional<protocol::Signed<contract::ForcedCheck>> forced; ///< by stakes; h only where a step was drawn
    std::uint64_t window = 0, step = 0;                            ///< else for a window that nobody receipted
    std::optional<std::uint64_t> round = {};                       ///< of the beacon, in place of the chain
    [[nodiscard]] bool isOfSilence() const { return !batch && !forced; }
};

struct Published {
    std::size_t at = 0;
    std::uint64_t window = 0;
    protocol::Signed<contract::Commit> commit;
    std::vector<Hash256> roots;
};

struct OpenedWindow {
    protocol::Signed<contract::Commit> commit;
    std::optional<protocol::Signed<contract::Receipt>> receipt;
};

/// A contract with its envelopes opened. Where `readable` is false nothing else is to be used; where it is true the
/// offer's numbers lie within the protocol's bounds and each window has its commitment.
struct OpenedContract {
    const ContractEvidence* raw = nullptr;
    std::string where;
    bool readable = false;
    protocol::Signed<contract::Offer> offer;
    protocol::Signed<contract::Acceptance> acceptance;
    protocol::Signed<contract::Admission> admission;
    contract::ContractId id;
    std::vector<OpenedWindow> windows;
    std::optional<protocol::Signed<contract::Close>> close;

    std::vector<Noted<contract::Claim>> claims;
    std::vector<Reveal> reveals;
    std::vector<Noted<contract::CheckResult>> checks;
    std::vector<Noted<contract::Paid>> paid;
    std::vector<Noted<contract::Leave>> leaves;
    std::vector<Noted<contract::Fault>> faults;
    std::vector<Published> published;
    std::vector<std::pair<std::size_t, cbor::Value>>
        beacon; ///< the notices of protocol::BeaconRecord, with their places
    std::vector<Amount> topUps;
    std::vector<Noted<contract::MarketEnded>> markets;
    std::vector<Noted<contract::Settled>> settled;
    std::vector<Noted<contract::Hired>> hired;
    std::vector<Noted<contract::Blame>> blames;
    std::vector<Noted<contract::CaseVerdict>> verdicts;

    [[nodiscard]] std::uint64_t receipted() const; ///< K
    [[nodiscard]] std::uint64_t windowCount() const;
    /// Committed steps of window k: fewer than the window has where one failed. Empty for a window that is not there.
    [[nodiscard]] lottery::StepRange stepsOf(std::uint64_t k) const;
    [[nodiscard]] lottery::StepRange stepsOf(const Published& one) const;
    [[nodiscard]] std::uint64_t stepsReceipted() const;
    [[nodiscard]] bool failed(std::uint64_t k) const; ///< window k ends in a failure root
    [[nodiscard]] const std::vector<Hash256>& roots(std::uint64_t k) const { return raw->windows[k - 1].roots; }
    [[nodiscard]] const Hash256* seed(std::uint64_t k) const; ///< s_k, k ≥ 1; null where it was not shown
    /// Outcome of Settled, or nothing.
    [[nodiscard]] std::string outcome() const { return settled.empty() ? "" : settled.back().is.value.outcome; }
    /// Who stopped answering first, as the hub saw it; empty where nothing was interrupted.
    [[nodiscard]] std::string stoppedFirst() const { return blames.empty() ? "" : blames.front().is.value.first; }
    [[nodiscard]] bool slashed() const { return contract::isSlashed(outcome()); }
    /// A step was wrong, whoever is to blame, or is unknown: the result need not be the last state.
    [[nodiscard]] bool inDoubt() const { return contract::isInDoubt(outcome()); }
    [[nodiscard]] bool isParallel() const { return offer.value.kind() == gpu::WorkKind::Parallel; }
    /// Root of the state before the first step of window k.
    [[nodiscard]] const Hash256& beginOf(std::uint64_t k) const {
        return k == 1 || isParallel() ? offer.value.initialRoot : roots(k - 1).back();
    }
    /// Y[0] and the states handed over, with the number of the step that each stands before. Of parallel work each
    /// window is handed over, and the state is always Y[0].
    [[nodiscard]] std::vector<std::pair<std::uint64_t, Hash256>> kept() const;
};

/// What the hub's beacon said in a contract that it draws; a word that contradicts those before is left out.
[[nodiscard]] protocol::BeaconRecord beaconOf(const OpenedContract& contract, const PeerId& hub);
/// ρ_k of a window that is there; nothing where the beacon's round of it is not known.
[[nodiscard]] std::optional<Hash256> rhoOf(const OpenedContract& contract, const protocol::BeaconRecord& beacon,
                                           std::uint64_t k, const Hash256& secret, const Hash256& nextSeed);

/// Opens all; what cannot be opened is a finding.
[[nodiscard]] std::vector<OpenedContract> openContracts(const Evidence& evidence, std::vector<Finding>& findings);

/// The step at which each contract was left: where the next one goes on, or where the result stands.
struct ResultPath {
    std::vector<std::uint64_t> left; ///< for each contract
    std::uint64_t iterations = 0;    ///< at which the result stands
};
[[nodiscard]] ResultPath resultPath(const Evidence& evidence, const std::vector<OpenedContract>& contracts,
                                    std::vector<Finding>& findings);

} // namespace unchained::evidence
