// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_internal.h"

#include "gpu/hash.h"
#include "verification/policy.h"

#include <algorithm>

/// Checks beyond the floor (protocol.md 5): one more where what it may avert is worth more than it costs. All that is
/// reckoned with stands in the log, and there is no fraction in it but integers: every fold decides the same.
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

/// What everybody may believe of a host. Only checks that the hub's draw chose have taught it.
verification::Posterior HubState::posteriorOf(const PeerId& provider) const {
    const auto at = m_posteriors.find(provider);
    return at == m_posteriors.end() ? verification::Posterior{} : at->second;
}

/// Whether the step of a check was chosen by the hub's chain or beacon, which nobody could foresee or steer. A step
/// that is always checked (a failure) was chosen by the host.
bool HubState::isDrawn(const Check& check) {
    return check.reason != "failure";
}

void HubState::learn(const Contract& c, const Check& check, bool right) {
    if (!isDrawn(check)) return;
    const PeerId& host = c.offer.provider;
    m_posteriors[host] = verification::observed(posteriorOf(host), verification::CheckSource::Draw, right);
}

/// What the last check of this contract cost the hub, and no less than the step itself: who else recomputes it asks
/// for as much.
Amount HubState::costOfCheck(const Contract& c) {
    if (c.lastCheckCost) return std::max(*c.lastCheckCost, c.offer.price);
    return verification::costOfFirstCheck(c.offer.price);
}

/// One more claim of the batch that has just been closed, if the policy says so; h has drawn it.
void HubState::checkMore(const ContractId& id, Contract& c, const Hash256& h, std::optional<std::uint64_t> due) {
    const std::uint64_t j = c.batches.size();
    const Batch& batch = c.batches.back();
    if (batch.count < (due ? 2u : 1u)) return;
    const auto answer =
        verification::oneMoreCheck(posteriorOf(c.offer.provider), {c.offer.atStake, c.paid, costOfCheck(c), 0});
    if (!answer || !answer->worthIt) return;
    std::vector<const ClaimRecord*> others;
    for (std::size_t i = batch.first; i < batch.first + batch.count; ++i)
        if (c.claims[i].step != due) others.push_back(&c.claims[i]);
    const ClaimRecord& more = *others[lottery::moreInBatch(h, id, j, others.size())];
    c.batches.back().passed = false; // it waits for this one
    startCheck(id, c, Check{j, more.step, true, more.before, more.after, more.stepSeed, false, std::nullopt, "policy"});
}

/// Whether a check of this batch is still under way.
bool HubState::isBeingChecked(const Contract& c, std::uint64_t batch) {
    return std::any_of(c.checks.begin(), c.checks.end(), [&](const Check& x) { return x.batch == batch; });
}

Value HubState::posteriorView(const PeerId& provider) const {
    const verification::Posterior p = posteriorOf(provider);
    return Value(Array{p.wrong, p.right});
}

} // namespace unchained::protocol
