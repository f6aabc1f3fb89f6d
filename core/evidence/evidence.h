// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"
#include "identity/keys.h"
#include "protocol/renter_session.h"

#include <optional>
#include <string>
#include <vector>

/// What a renter keeps of a job so that anybody can verify it later, without a network and without trusting the renter.
///
/// evidence.cbor is an envelope [payload, signer, signature] by the renter over the canonical CBOR
/// ["unchained/evidence/v1", hub, contracts, finalRoot, modelHash, reportHash]. A contract is
/// [offer, acceptance, admission, seeds, windows, close, notices], a window [roots, commit, receipt, secret | null].
/// Signed structures stand there as the envelopes that were sent. Values that nobody but the renter vouches for are
/// left out: everything that is here follows from somebody's signature or can be recomputed. core/evidence/README.md
/// lists the layout field by field.
///
/// Plain values and pure functions; safe from any thread.
namespace unchained::evidence {

enum class EvidenceError : std::uint32_t {
    TooLarge = 1200, ///< more bytes than any evidence has
    Malformed,       ///< no envelope, not canonical, or a field of a wrong type
    BadSignature,    ///< not signed by the key that it names
};

/// At most this many bytes in evidence.cbor.
inline constexpr std::size_t kEvidenceBytesMax = std::size_t{1} << 30;

struct WindowEvidence {
    std::vector<Hash256> roots;    ///< of the states before, between and after its steps
    Bytes commit;                  ///< envelope
    Bytes receipt;                 ///< envelope; empty for a last window that was never receipted
    std::optional<Hash256> secret; ///< b_k, once it was opened and the list of wins was the draw
    template <class F>
    void fields(F& f) {
        f(roots, commit, receipt, secret);
    }
    bool operator==(const WindowEvidence&) const = default;
};

struct ContractEvidence {
    Bytes offer, acceptance, admission; ///< envelopes
    std::vector<Hash256> seeds;         ///< s_1 … s_{K+1}, K windows being receipted
    std::vector<WindowEvidence> windows;
    Bytes close; ///< envelope; empty where the provider never closed
    /// What the hub told, in its order: ["claim", Claim], ["batch-closed", BatchClosed], ["check-result", CheckResult],
    /// ["top-up", amount], ["paid", Paid], ["close", Close], ["leaving", Leave], ["fault", Fault],
    /// Of a Leave by the renter only one that names the last receipted window;
    /// ["receipt-wanted", k, Commit, roots], ["silence", k, h, step], ["settled", Settled]; structures as envelopes.
    std::vector<cbor::Value> notices;
    template <class F>
    void fields(F& f) {
        f(offer, acceptance, admission, seeds, windows, close, notices);
    }
    bool operator==(const ContractEvidence&) const = default;
};

struct Evidence {
    static constexpr const char* kName = "evidence";
    PeerId hub;
    std::vector<ContractEvidence> contracts; ///< of one job, in order: each goes on where the one before was left
    Hash256 finalRoot;                       ///< of the state in model.safetensors; of parallel work of Y[0]
    Hash256 modelHash, reportHash; ///< SHA-256 of model.safetensors, or what stands for it, and of report.json
    template <class F>
    void fields(F& f) {
        f(hub, contracts, finalRoot, modelHash, reportHash);
    }
    bool operator==(const Evidence&) const = default;
};

/// The renter's record of a contract. The envelopes are those that the hub admitted.
[[nodiscard]] ContractEvidence fromSession(const protocol::RenterSession& session, Bytes offer, Bytes acceptance,
                                           Bytes admission);

/// The bytes of evidence.cbor.
[[nodiscard]] Bytes sealEvidence(const identity::Keys& renter, const Evidence& evidence);

struct SignedEvidence {
    Evidence evidence;
    PeerId signer;
};
/// The inverse: strict and bounded; checks the outer signature and nothing else.
[[nodiscard]] Result<SignedEvidence> openEvidence(ByteView file);

} // namespace unchained::evidence
