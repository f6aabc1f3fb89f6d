// SPDX-License-Identifier: Apache-2.0
#include "evidence/contract_check.h"

#include <algorithm>

namespace unchained::evidence {

// ---- claims

void ContractCheck::claims() {
    for (std::size_t i = 0; i < m_c.claims.size(); ++i) {
        const std::uint64_t step = m_c.claims[i].is.value.proof.step;
        if (!m_claimOf.emplace(step, i).second) report(Message("ticket %1 is claimed twice", step));
        claim(m_c.claims[i]);
    }
    if (finalOutcome()) everyWinClaimed();
}

void ContractCheck::claim(const Noted<contract::Claim>& noted) {
    const contract::Claim& v = noted.is.value;
    const std::string place = "claim of ticket " + std::to_string(v.proof.step);
    const PeerId& signer = noted.is.signer;
    if (signer != m_offer.provider && signer != m_renter && signer != m_offer.receiptKey)
        report("is signed by neither party", place);
    if (v.contract != m_c.id) report("is of another contract", place);
    const std::uint64_t k = v.proof.window;
    if (k < 1 || k > m_c.receipted()) return report("is of a window that was never receipted", place);
    if (!m_drawn[k - 1].rootsFit) return report("its window's roots do not fit", place);
    if (!sameWindow(v, place)) return;
    claimedStep(v, place);
}

/// False where the claim rests on another commitment than the renter has: that is a proof against the provider.
bool ContractCheck::sameWindow(const contract::Claim& claim, const std::string& place) {
    const OpenedWindow& w = m_c.windows[claim.proof.window - 1];
    const auto commit = protocol::openSigned<contract::Commit>(claim.proof.commit);
    if (!commit || commit->signer != m_offer.provider || commit->value.contract != m_c.id ||
        commit->value.window != claim.proof.window) {
        report("shows no commitment of the provider for its window", place);
        return false;
    }
    const auto receipt = protocol::openSigned<contract::Receipt>(claim.proof.receipt);
    if (!receipt || receipt->signer != m_offer.receiptKey || receipt->payload != w.receipt->payload)
        report("shows no receipt of the renter for its window", place);
    if (commit->payload == w.commit.payload) return true;
    m_twoCommits = true;
    if (m_c.outcome() != "caught") report("rests on a second commitment, and the provider was not caught", place);
    return false;
}

void ContractCheck::claimedStep(const contract::Claim& claim, const std::string& place) {
    const std::uint64_t k = claim.proof.window, step = claim.proof.step;
    const auto steps = m_c.stepsOf(k);
    if (!steps.contains(step)) return report("its step is not in its window", place);
    const std::size_t at = step - steps.first;
    const auto& roots = m_c.roots(k);
    if (claim.proof.leaf != lottery::leafData({step, lottery::inputRoot(m_offer.kind(), roots, at), roots[at + 1]}))
        report("shows other states than the committed ones", place);
    if (claim.proof.path != merkle::pathOf(lottery::windowLeaves(steps, roots, m_offer.kind()), at))
        report("its path does not lead to the committed root", place);
    const Hash256* seed = m_c.seed(k + 1);
    if (!seed || claim.nextSeed != *seed) return report("shows another seed than the renter gave", place);
    if (lottery::secretHash(claim.secret) != m_c.windows[k - 1].commit.value.secretHash)
        return report("shows another secret than the committed one", place);
    const auto rho = rhoOf(m_c, m_beacon, k, claim.secret, *seed);
    if (!rho || !lottery::wins(*rho, m_c.id, step, m_offer.odds)) report("its ticket did not win", place);
}

void ContractCheck::everyWinClaimed() {
    for (std::uint64_t k = 1; k <= m_c.receipted(); ++k)
        for (const std::uint64_t step : m_drawn[k - 1].wins)
            if (!m_claimOf.contains(step))
                report(Message("ticket %1 won and was never claimed", step), "window " + std::to_string(k));
}

bool ContractCheck::finalOutcome() const {
    const std::string ending = m_c.outcome();
    return ending == "complete" || ending == "left" || ending == "failed-step";
}

bool ContractCheck::nothingVoided() const {
    return finalOutcome() || m_c.outcome() == "renter-silent" || m_c.outcome() == "renter-fault";
}

// ---- the hub's chain, batches and what is due

/// A step that came to a NaN is always checked.
void ContractCheck::failureDue() {
    if (!m_c.close || m_c.close->value.window == 0) return;
    const std::uint64_t k = m_c.receipted();
    if (k > 0 && m_c.failed(k)) m_due.push_back({0, 0, m_c.stepsOf(k).end - 1, false, false, false});
}

void ContractCheck::reveals() {
    Hash256 anchor = m_c.admission.value.hubAnchor;
    std::uint64_t batches = 0;
    for (const Reveal& r : m_c.reveals) {
        const std::string place = "notice " + std::to_string(r.at);
        if (r.isOfSilence() && m_offer.draw == contract::kDrawBeacon) {
            if (!r.round || !m_beacon.isRound(*r.round, r.h)) report("the round is not of the beacon's chain", place);
            silence(r);
            continue;
        }
        if (r.forced) forced(r);
        if (r.forced && !r.forced->value.hubSeed) continue;
        if (taggedHash("hub", {r.h}) != anchor)
            report("the hub's h is not the next of the chain that the admission anchors", place);
        anchor = r.h;
        if (r.batch)
            batch(r, ++batches);
        else if (!r.forced)
            silence(r);
    }
    const std::size_t batched = m_batches.empty() ? 0 : m_batches.back().end;
    const bool over = nothingVoided();
    if (over && batched != m_c.claims.size())
        report(Message("%1 of %2 claims are in no batch", m_c.claims.size() - batched, m_c.claims.size()));
    if (over && m_c.claims.empty() && m_c.close && m_c.close->value.steps > 0 && batches == 0)
        report("settled without a single check");
}

void ContractCheck::batch(const Reveal& reveal, std::uint64_t number) {
    const contract::BatchClosed& v = reveal.batch->value;
    const std::string place = "batch " + std::to_string(number);
    if (reveal.batch->signer != m_hub) report("is not signed by the hub", place);
    if (v.contract != m_c.id) report("is of another contract", place);
    if (v.batch != number) report(Message("is numbered %1", v.batch), place);
    BatchRange range;
    range.at = reveal.at;
    range.first = m_batches.empty() ? 0 : m_batches.back().end;
    range.end = std::min(m_c.claims.size(), range.first + v.steps.size());
    std::vector<std::uint64_t> logged;
    for (std::size_t i = range.first; i < m_c.claims.size() && m_c.claims[i].at < reveal.at; ++i)
        logged.push_back(m_c.claims[i].is.value.proof.step);
    if (v.steps != logged) report("its tickets are not those that were claimed until then, in their order", place);
    std::optional<std::uint64_t> due;
    if (v.steps.size() > m_offer.batch) {
        report(Message("has %1 claims, at most %2 are one", v.steps.size(), m_offer.batch), place);
    } else if (!v.steps.empty()) {
        const bool only = number == 1 && v.steps.size() < m_offer.batch;
        const auto at = lottery::dueInBatch(v.hubSeed, m_c.id, number, m_offer.batch, v.steps.size(), only);
        if (at) due = v.steps[*at];
    } else if (number == 1 && m_c.claims.empty() && m_c.close) {
        due = lottery::dueWithoutClaims(v.hubSeed, m_c.id, std::min(m_c.close->value.steps, m_offer.steps),
                                        m_offer.steps, m_offer.window);
    } else {
        report("is empty", place);
    }
    const bool another = std::any_of(m_c.reveals.begin(), m_c.reveals.end(),
                                     [&](const Reveal& r) { return r.batch && r.at > reveal.at; });
    if (another && v.steps.size() != m_offer.batch) report("was closed before it was full", place);
    if (v.due != due) report("another claim than the drawn one was due", place);
    if (due) {
        range.due = m_due.size();
        m_due.push_back({reveal.at, number, *due, false, false, false});
    }
    m_batches.push_back(range);
}

/// In a market on one claim that claim; in one on the whole contract h draws among those that are neither paid nor
/// checked, nor to be checked already.
void ContractCheck::forced(const Reveal& reveal) {
    const contract::ForcedCheck& v = reveal.forced->value;
    const std::string place = "forced check of step " + std::to_string(v.due);
    if (reveal.forced->signer != m_hub) report("is not signed by the hub", place);
    if (v.market.contract != m_c.id) report("is of another contract", place);
    const auto answeredBefore = [&](std::uint64_t step) {
        return std::any_of(m_c.checks.begin(), m_c.checks.end(), [&](const auto& check) {
            return check.at < reveal.at && check.is.value.step == step && check.is.value.computed;
        });
    };
    const auto open = [&](std::uint64_t step) {
        const auto paid = std::any_of(m_c.paid.begin(), m_c.paid.end(),
                                      [&](const auto& one) { return one.at < reveal.at && one.is.value.step == step; });
        const auto due = std::any_of(m_due.begin(), m_due.end(),
                                     [&](const Due& d) { return d.at < reveal.at && d.step == step && d.at > 0; });
        return !paid && !due && !answeredBefore(step);
    };
    std::vector<std::uint64_t> steps;
    for (const auto& claim : m_c.claims) {
        const std::uint64_t step = claim.is.value.proof.step;
        if (claim.at < reveal.at && open(step) && (!v.market.step || v.market.step == step)) steps.push_back(step);
    }
    if (v.steps != steps) // a failed step is checked as soon as the contract is closed, which is no notice's word
        std::erase_if(steps, [&](std::uint64_t step) {
            return std::any_of(m_due.begin(), m_due.end(), [&](const Due& d) { return d.at == 0 && d.step == step; });
        });
    if (v.steps.empty() || v.steps != steps) report("its claims are not those that could be checked", place);
    const bool whole = !v.market.step;
    if (whole != v.hubSeed.has_value() ||
        (whole && !v.steps.empty() && lottery::dueWhenForced(reveal.h, m_c.id, v.steps) != v.due))
        report("another claim than the drawn one was due", place);
    if (!whole && v.due != *v.market.step) report("is of another claim than its market", place);
    m_due.push_back({reveal.at, 0, v.due, false, false, true});
}

void ContractCheck::silence(const Reveal& reveal) {
    const std::string place = "notice " + std::to_string(reveal.at);
    const auto published = std::find_if(m_c.published.begin(), m_c.published.end(), [&](const Published& p) {
        return p.window == reveal.window && p.at < reveal.at;
    });
    if (published == m_c.published.end() || published->roots.size() < 2 || reveal.window < 1 ||
        reveal.window > m_c.windowCount())
        return report("the silence is about a window that was not published", place);
    const auto steps = m_c.stepsOf(*published);
    if (lottery::dueInSilence(reveal.h, m_c.id, reveal.window, steps) != reveal.step)
        report("another step than the drawn one was due", place);
    m_due.push_back({reveal.at, 0, reveal.step, false, false, false});
    if (published->roots.back() == lottery::failureRoot(m_c.id, steps.end - 1))
        m_due.push_back({reveal.at, 0, steps.end - 1, false, false, false});
}

} // namespace unchained::evidence
