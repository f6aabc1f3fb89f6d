// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_internal.h"

#include <algorithm>

/// A root that `scalar` does not confirm and another engine of the build does is nobody's lie: the program that the
/// host was given computes so. Its claims are void and no bond answers; the pool repays the renter, and the build is
/// withdrawn (protocol.md 3).
namespace unchained::protocol {

using cbor::Array;

/// The engine that comes to the host's root where `scalar` came to another.
std::optional<std::string> HubState::faultyEngine(const HubCheckDone& done, const ContractId& id,
                                                  const Hash256& claimed) {
    const auto at = std::find_if(done.others.begin(), done.others.end(), [&](const EngineRoot& other) {
        return other.root.value_or(lottery::failureRoot(id, done.step)) == claimed;
    });
    return at == done.others.end() ? std::nullopt : std::optional(at->engine);
}

/// The host's record stays as it is, and its posterior: it kept to what it had accepted.
void HubState::engineFault(const ContractId& id, Contract& c, const Check& check, const HubCheckDone& done,
                           const std::string& engine) {
    const ledger::Account payee = endHired(id, c, check);
    notify(id, c,
           Array{"check-result",
                 signedByHub(contract::CheckResult{id, check.batch, check.step, check.after,
                                                   done.computed.value_or(lottery::failureRoot(id, done.step)), false,
                                                   "scalar", engine})});
    if (c.phase != Phase::Settled) takeCheckFee(id, c, check, payee);
    endByEngineFault(id, c);
}

void HubState::endByEngineFault(const ContractId& id, Contract& c) {
    withdrawBuild(c.build);
    if (c.phase == Phase::Settled) return; // what was paid is final, and the bond goes back when its period is over
    for (ClaimRecord& claim : c.claims)
        if (claim.status == ClaimStatus::Logged) claim.status = ClaimStatus::Void;
    c.ending = "engine-fault";
    const Amount refunded = std::min(c.paid + c.fees, m_ledger.balance(ledger::Account::pool()));
    mustPost("engine fault", ledger::Account::pool(), peerAccount(c.renter), refunded);
    settle(id, c, refunded, Amount{});
}

void HubState::withdrawBuild(const std::string& build) {
    m_withdrawnBuilds.insert(build);
    for (auto at = m_listings.begin(); at != m_listings.end();) {
        const bool gone = at->second.listing.build == build;
        if (gone) m_effects.push_back(ListingEffect{at->first});
        at = gone ? m_listings.erase(at) : std::next(at);
    }
}

/// The operator issues credits, and this is the one way in which some of them come to the pool.
void HubState::fillPool() {
    const Amount held = m_ledger.balance(ledger::Account::pool());
    if (held < m_terms.pool)
        mustPost("insurance", ledger::Account::issuance(), ledger::Account::pool(), m_terms.pool - held);
}

Result<void> HubState::buildIsGood(const char* field, const std::string& build) const {
    if (!m_withdrawnBuilds.contains(build)) return {};
    return refuse(ProtocolError::BuildWithdrawn, field, Message("an engine of build %1 computes wrong results", build),
                  "install a newer version of Unchained");
}

} // namespace unchained::protocol
