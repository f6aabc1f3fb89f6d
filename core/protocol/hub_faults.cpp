// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_proofs.h"

#include <algorithm>

/// Signed contradictions: what a party has signed is the proof against it, whoever shows it.
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;
using contract::FaultKind;

/// What the provider signed after a window: the next commitment, its Close, or a Close that leaves the window out.
struct HubState::Followed {
    std::optional<Hash256> secret;
    std::vector<std::uint64_t> listed;
    lottery::StepRange steps;
};

Result<HubState::Followed> HubState::whatFollowed(const ContractId& id, const Contract& c, const ProvenWindow& window,
                                                  const Bytes& envelope) const {
    const auto bad = [](const char* why) { return refuse(ProtocolError::BadProof, "fault", why); };
    const std::uint64_t k = window.commit.window;
    if (const auto next = openSigned<contract::Commit>(envelope)) {
        if (next->signer != c.offer.provider || next->value.contract != id || next->value.window != k + 1)
            return bad("what followed is not the next commitment");
        return Followed{next->value.previousSecret, next->value.previousWins, window.steps};
    }
    const auto close = openSigned<contract::Close>(envelope);
    if (!close) return bad("what followed is neither a commitment nor a close");
    const contract::Close& v = close->value;
    if (close->signer != c.offer.provider || v.contract != id || v.window > k)
        return bad("what followed is not a close at this window or before it");
    if (v.window < k) return Followed{}; // as one that opens nothing: it says that there was no such window
    if (!v.secret || lottery::secretHash(*v.secret) != window.commit.secretHash) return Followed{};
    auto proven = proveClose(id, c, v);
    if (!proven) return proven.error();
    return Followed{v.secret, v.wins, proven->window->steps};
}

Result<void> HubState::proveWrongWins(const ContractId& id, const Contract& c, const contract::Fault& fault) const {
    const auto bad = [](const char* why) { return refuse(ProtocolError::BadProof, "fault", why); };
    if (fault.envelopes.size() != 3 || !fault.nextSeed)
        return bad("needs a commitment, its receipt, what followed, and the seed");
    auto window = proveWindow(id, c, fault.envelopes[0], fault.envelopes[1]);
    if (!window) return window.error();
    if (!window->receiptHash) return bad("the receipt is missing");
    auto followed = whatFollowed(id, c, *window, fault.envelopes[2]);
    if (!followed) return followed.error();
    if (auto ok = proveSeed(c, window->commit.window + 1, *fault.nextSeed); !ok) return ok;
    if (!followed->secret || lottery::secretHash(*followed->secret) != window->commit.secretHash) return {};
    const auto rho = drawOf(c, window->commit, *followed->secret, *fault.nextSeed);
    if (!rho) return rho.error();
    auto wins = lottery::winningSteps(*rho, id, followed->steps, c.offer.odds);
    if (!wins) return wins.error();
    if (*wins == followed->listed) return bad("the list is the draw");
    return {};
}

Result<void> HubState::proveTwo(const ContractId& id, const Contract& c, const contract::Fault& fault) const {
    const auto bad = [](const char* why) { return refuse(ProtocolError::BadProof, "fault", why); };
    if (fault.envelopes.size() != 2 || fault.nextSeed) return bad("needs two envelopes and no seed");
    const auto contradict = [&](const auto& a, const auto& b, const PeerId& signer) {
        return a && b && a->signer == signer && b->signer == signer && a->value.contract == id &&
               b->value.contract == id && a->value.window == b->value.window && a->payload != b->payload;
    };
    if (fault.kind == static_cast<std::uint32_t>(FaultKind::TwoCommits)) {
        if (!contradict(openSigned<contract::Commit>(fault.envelopes[0]),
                        openSigned<contract::Commit>(fault.envelopes[1]), c.offer.provider))
            return bad("the two commitments do not contradict each other");
        return {};
    }
    if (fault.kind != static_cast<std::uint32_t>(FaultKind::TwoReceipts)) return bad("is of an unknown kind");
    if (!contradict(openSigned<contract::Receipt>(fault.envelopes[0]),
                    openSigned<contract::Receipt>(fault.envelopes[1]), c.offer.receiptKey))
        return bad("the two receipts do not contradict each other");
    return {};
}

Result<Value> HubState::fault(const HubCommand& command) {
    auto fault = soleStructure<contract::Fault>(command);
    if (!fault) return fault.error();
    const contract::Fault& v = fault->value;
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    const bool ofRenter = v.kind == static_cast<std::uint32_t>(FaultKind::TwoReceipts);
    if (contract::isSlashed(c.ending) || (ofRenter && c.twoReceipts)) return Value(Array{}); // it has paid already
    if (ofRenter ? fault->signer == c.renter || fault->signer == c.offer.receiptKey : fault->signer == c.offer.provider)
        return refuse(ProtocolError::NotAParty, "fault", "is signed by the one that it accuses");
    // The bond answers also for what is found after the settlement, as long as it is locked; the escrow has gone back.
    if (c.phase == Phase::Settled && (ofRenter || c.bond.isZero()))
        return refuse(ProtocolError::WrongPhase, "contract", "is settled, and nothing is locked that could answer");
    const bool ofWins = v.kind == static_cast<std::uint32_t>(FaultKind::WrongWins);
    if (auto ok = ofWins ? proveWrongWins(v.contract, c, v) : proveTwo(v.contract, c, v); !ok) return ok.error();
    cbor::Reader in = argsOf(command, 1);
    notify(v.contract, c, Array{"fault", in.bytes()});
    if (ofRenter) { // what is drawn is taken, checked and paid as where the renter leaves: this is no cheaper way out
        c.twoReceipts = true;
        if (c.phase == Phase::Running) beginLeaving(c, true);
        return Value(Array{});
    }
    ++m_checks[c.offer.provider].wrong;
    slash(v.contract, c, "caught");
    return Value(Array{});
}

/// The hub itself has come upon the contradiction: it shows both parties what proves it.
void HubState::convict(const ContractId& id, Contract& c, FaultKind kind, std::vector<Bytes> envelopes,
                       std::optional<Hash256> nextSeed) {
    if (c.phase == Phase::Settled && c.bond.isZero()) return;
    notify(id, c,
           Array{"fault",
                 signedByHub(contract::Fault{id, static_cast<std::uint32_t>(kind), std::move(envelopes), nextSeed})});
    ++m_checks[c.offer.provider].wrong;
    slash(id, c, "caught");
}

/// Whether this window was committed to otherwise before. Two receipts need two commitments, so the provider's
/// signatures contradict each other first.
bool HubState::contradicts(const ContractId& id, Contract& c, const ProvenWindow& window, const Bytes& envelope) {
    const auto known = c.commits.find(window.commit.window);
    if (known == c.commits.end() || known->second.hash == window.commitHash) return false;
    convict(id, c, FaultKind::TwoCommits, {known->second.envelope, envelope}, std::nullopt);
    return true;
}

} // namespace unchained::protocol
