// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_proofs.h"

namespace unchained::protocol {

namespace {
Error bad(const char* field, Message sentence) {
    return refuse(ProtocolError::BadProof, field, std::move(sentence));
}
} // namespace

Result<HubState::ProvenWindow> HubState::proveWindow(const ContractId& id, const Contract& c, const Bytes& commit,
                                                     const Bytes& receipt) const {
    auto signedCommit = openSigned<contract::Commit>(commit);
    if (!signedCommit) return signedCommit.error();
    const contract::Commit& value = signedCommit->value;
    if (signedCommit->signer != c.offer.provider || value.contract != id)
        return bad("commit", "is not the provider's commitment in this contract");
    if (value.window < 1 || value.window > lottery::windowCount(c.offer.steps, c.offer.window))
        return bad("commit.window", "the contract has no such window");
    if (value.previousWins.size() > c.offer.window ||
        (value.window == 1 && (value.previousSecret || !value.previousWins.empty())))
        return bad("commit.wins", "opens more than the window before");
    ProvenWindow out{value, signedCommit->hash(), std::nullopt,
                     lottery::windowSteps(value.window, c.offer.steps, c.offer.window)};
    if (receipt.empty()) return out;
    auto signedReceipt = openSigned<contract::Receipt>(receipt);
    if (!signedReceipt) return signedReceipt.error();
    const contract::Receipt& r = signedReceipt->value;
    if (signedReceipt->signer != c.offer.receiptKey || r.contract != id || r.window != value.window ||
        r.root != value.root || r.commit != out.commitHash)
        return bad("receipt", "is not the renter's receipt for this commitment");
    out.receiptHash = signedReceipt->hash();
    return out;
}

Result<HubState::ProvenStep> HubState::proveStep(const ContractId& id, const Contract& c,
                                                 const contract::StepProof& proof) const {
    if (proof.receipt.empty()) return bad("receipt", "is missing");
    auto window = proveWindow(id, c, proof.commit, proof.receipt);
    if (!window) return window.error();
    auto leaf = lottery::readLeaf(proof.leaf);
    if (!leaf) return leaf.error();
    if (proof.window != window->commit.window || leaf->step != proof.step || !window->steps.contains(proof.step))
        return bad("step", "is not in the window that is shown");
    const bool atInput = proof.step == 0 || c.offer.kind() == gpu::WorkKind::Parallel;
    if (atInput && leaf->before != c.offer.initialRoot) return bad("step", "does not begin at Y[0]");
    // A failed step ends its window early: the tree may hold fewer leaves than the window has steps.
    const std::uint64_t index = proof.step - window->steps.first;
    const Hash256 leafHash = merkle::leafHash(proof.leaf);
    const bool failed = leaf->after == lottery::failureRoot(id, leaf->step);
    bool fits = merkle::verifyPath(leafHash, index, window->steps.count(), proof.path, window->commit.root);
    for (std::uint64_t count = index + 1; !fits && count < window->steps.count(); ++count)
        fits = merkle::verifyPath(leafHash, index, count, proof.path, window->commit.root);
    if (!fits || (failed && !merkle::verifyPath(leafHash, index, index + 1, proof.path, window->commit.root)))
        return bad("path", "does not lead from the leaf to the committed root");
    return ProvenStep{std::move(*window), *leaf};
}

Result<void> HubState::proveSeed(const Contract& c, std::uint64_t k, const Hash256& seed) const {
    if (k > lottery::windowCount(c.offer.steps, c.offer.window) + 1) return bad("seed", "is beyond the chain");
    const bool later = k >= c.knownSeed;
    const bool ok = later ? lottery::seedFollows(seed, k, c.knownSeedValue, c.knownSeed)
                          : lottery::seedFollows(c.knownSeedValue, c.knownSeed, seed, k);
    if (!ok) return bad("seed", Message("is not s_%1 of the contract's chain", k));
    return {};
}

Result<std::vector<std::uint64_t>> HubState::proveWins(const ContractId& id, const Contract& c,
                                                       const ProvenWindow& window, const Hash256& secret,
                                                       const Hash256& nextSeed) const {
    if (lottery::secretHash(secret) != window.commit.secretHash)
        return bad("secret", "is not the one that was committed to");
    if (auto ok = proveSeed(c, window.commit.window + 1, nextSeed); !ok) return ok.error();
    const auto rho = drawOf(c, window.commit, secret, nextSeed);
    if (!rho) return rho.error();
    return lottery::winningSteps(*rho, id, window.steps, c.offer.odds);
}

void HubState::remember(Contract& c, const ProvenWindow& window, const Bytes& commit, std::uint64_t seedNumber,
                        const Hash256& seed) {
    c.commits.emplace(window.commit.window, Contract::Shown{window.commitHash, commit});
    if (window.receiptHash) c.receipts.insert(window.commit.window);
    if (seedNumber > c.knownSeed) {
        c.knownSeed = seedNumber;
        c.knownSeedValue = seed;
    }
}

Hash256 HubState::showHubSeed(Contract& c) {
    return c.hubChain.at(++c.hubSeedsShown);
}

} // namespace unchained::protocol
