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

/// What everybody may believe of a host. Only checks that the hub's draw chose have taught it, and they age.
HubState::Belief HubState::beliefOf(const PeerId& provider, TimeMs now) const {
    const auto at = m_beliefs.find(provider);
    if (at == m_beliefs.end()) return {{}, now};
    const std::int64_t passed = std::max<std::int64_t>(0, now - at->second.since) / verification::kHalfLifeMs;
    return {verification::aged(at->second.posterior, static_cast<std::uint32_t>(std::min<std::int64_t>(passed, 64))),
            at->second.since + passed * verification::kHalfLifeMs};
}

verification::Posterior HubState::posteriorOf(const PeerId& provider, TimeMs now) const {
    return beliefOf(provider, now).posterior;
}

/// Whether the step of a check was chosen by the hub's chain or beacon, which nobody could foresee or steer. A step
/// that is always checked (a failure) was chosen by the host.
bool HubState::isDrawn(const Check& check) {
    return check.reason != "failure";
}

void HubState::learn(const Contract& c, const Check& check, bool right) {
    if (!isDrawn(check)) return;
    // Two who draw alone have their right steps win, and would launder a host for the price of a fee.
    if (right && c.offer.draw != contract::kDrawBeacon) return;
    Belief belief = beliefOf(c.offer.provider, m_now);
    belief.posterior = verification::observed(belief.posterior, verification::CheckSource::Draw, right);
    m_beliefs[c.offer.provider] = belief;
}

/// What the last check of this contract cost the hub, and no less than the step itself: who else recomputes it asks
/// for as much.
Amount HubState::costOfCheck(const Contract& c) {
    if (c.lastCheckCost) return std::max(*c.lastCheckCost, c.offer.price);
    return verification::costOfFirstCheck(c.offer.price);
}

/// What those who bet on the whole contract think of its steps; 0 where nobody opened a market on it.
verification::Chance HubState::fraudByBets(const ContractId& id, const Contract& c) const {
    const auto bets = m_bets.find(id);
    if (bets == m_bets.end()) return 0;
    const auto market = bets->second.markets.find(std::nullopt);
    if (market == bets->second.markets.end() || market->second.outcome) return 0;
    const betting::Market& m = market->second.market;
    return verification::fraudByMarket(posteriorOf(c.offer.provider, m_now), m.rules().fraud, m.fraudChance());
}

/// One more claim of the batch that has just been closed, if the policy says so; h has drawn it.
void HubState::checkMore(const ContractId& id, Contract& c, const Hash256& h, std::optional<std::uint64_t> due) {
    const std::uint64_t j = c.batches.size();
    const Batch& batch = c.batches.back();
    if (batch.count < (due ? 2u : 1u)) return;
    const auto answer = verification::oneMoreCheck(posteriorOf(c.offer.provider, m_now),
                                                   {c.offer.atStake, c.paid, costOfCheck(c), fraudByBets(id, c)});
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

Value HubState::posteriorView(const PeerId& provider, TimeMs now) const {
    const verification::Posterior p = posteriorOf(provider, now);
    return Value(Array{p.wrong, p.right});
}

} // namespace unchained::protocol
