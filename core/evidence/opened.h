// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/bets.h"
#include "evidence/verify.h"
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
    std::vector<Amount> topUps;
    std::vector<Noted<contract::MarketEnded>> markets;
    std::vector<Noted<contract::Settled>> settled;

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
    [[nodiscard]] bool slashed() const { return outcome() == "caught" || outcome() == "provider-silent"; }
    /// Y[0] and the states handed over, with the number of the step that each stands before.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, Hash256>> kept() const;
};

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
