// SPDX-License-Identifier: Apache-2.0
#include "evidence/contract_check.h"

#include <algorithm>

namespace unchained::evidence {

// ---- what the checks found

void ContractCheck::results() {
    for (const auto& check : m_c.checks)
        result(check);
    if (m_c.inDoubt()) return; // ended before all were answered
    for (const Due& due : m_due)
        if (!due.answered) report(Message("the check of step %1 was due and never made", due.step));
}

void ContractCheck::result(const Noted<contract::CheckResult>& noted) {
    const contract::CheckResult& v = noted.is.value;
    const std::string place = "check of step " + std::to_string(v.step);
    if (noted.is.signer != m_hub) report("is not signed by the hub", place);
    if (v.contract != m_c.id) report("is of another contract", place);
    const auto due = std::find_if(m_due.begin(), m_due.end(), [&](const Due& d) {
        return !d.answered && d.batch == v.batch && d.step == v.step && d.at < noted.at;
    });
    if (due != m_due.end()) {
        due->answered = true;
        due->right = v.right;
        if (due->forced && v.computed) ++m_forcedChecks;
    } else if (!isMore(noted)) {
        return report("was not due", place);
    }
    if (!v.computed && v.reason.empty()) report("says neither what came out nor why nothing did", place);
    // A reason beside a root is the name of the engine that came to the host's.
    const bool engineFault = v.computed && !v.right && !v.reason.empty();
    if (v.computed && (v.engine.empty() || (!v.reason.empty() && !engineFault))) report("names no engine", place);
    if (v.engine == "hired" && !isByHired(noted))
        report("was made by somebody hired, and no two answers show it", place);
    const auto committed = rootAfter(v.step);
    const bool neverShown = !v.computed && !v.right && v.claimed.isZero();
    if (!neverShown && (!committed || v.claimed != *committed))
        report("held the result against another root than the committed one", place);
    if (v.computed && v.right != (*v.computed == v.claimed))
        report(v.right ? "was called right though the roots differ" : "was called wrong though the roots agree", place);
    if (v.right) return;
    if (v.computed && v.engine != "scalar") report("was called wrong before the reference engine recomputed it", place);
    const std::string expected = engineFault ? "engine-fault" : v.computed ? "caught" : "provider-silent";
    if (m_c.outcome() != expected) report(Message("was wrong, and the contract settled as '%1'", m_c.outcome()), place);
}

/// A check beyond the draw, by the hub's policy: of the claim of a closed batch that its h draws among the others.
bool ContractCheck::isMore(const Noted<contract::CheckResult>& noted) const {
    const contract::CheckResult& v = noted.is.value;
    if (v.batch < 1 || v.batch > m_batches.size() || m_batches[v.batch - 1].at >= noted.at) return false;
    for (const Reveal& r : m_c.reveals) {
        if (!r.batch || r.batch->value.batch != v.batch) continue;
        std::vector<std::uint64_t> others;
        for (const std::uint64_t step : r.batch->value.steps)
            if (step != r.batch->value.due) others.push_back(step);
        return !others.empty() && others[lottery::moreInBatch(r.h, m_c.id, v.batch, others.size())] == v.step;
    }
    return false;
}

std::optional<Hash256> ContractCheck::rootAfter(std::uint64_t step) const {
    const std::uint64_t k = lottery::windowOf(step, m_offer.window);
    const auto first = (k - 1) * m_offer.window;
    const auto from = [&](const std::vector<Hash256>& roots) {
        return step - first + 1 < roots.size() ? std::optional(roots[step - first + 1]) : std::nullopt;
    };
    if (k <= m_c.windows.size()) return from(m_c.roots(k));
    for (const Published& p : m_c.published)
        if (p.window == k) return from(p.roots);
    return std::nullopt;
}

// ---- signed contradictions

void ContractCheck::faults() {
    for (const auto& noted : m_c.faults) {
        const std::string place = "notice " + std::to_string(noted.at);
        const contract::Fault& v = noted.is.value;
        if (v.contract != m_c.id) report("the fault is of another contract", place);
        if (!fault(noted)) report("the fault is not proved by what it shows", place);
    }
}

/// Cases end with the hub's word, and one that went against the host shows three roots.
void ContractCheck::verdicts() {
    for (const auto& noted : m_c.verdicts) {
        const std::string place = "notice " + std::to_string(noted.at);
        const contract::CaseVerdict& v = noted.is.value;
        if (noted.is.signer != m_hub) report("is not signed by the hub", place);
        if (v.contract != m_c.id) report("is of another contract", place);
        m_disputedFault |= v.outcome == "engine-fault";
        if (v.outcome != "host-wrong") continue;
        m_disputedWrong = true;
        const auto committed = v.step ? rootAfter(*v.step) : std::nullopt;
        if (!committed || v.claimed != committed)
            report("held the result against another root than the committed one", place);
        if (!v.computed || v.computed == v.claimed || v.engine != "scalar")
            report("was called wrong, and no other root of the reference engine is shown", place);
    }
}

/// A rental that was interrupted says who stopped answering first: the hub's word, and proof only where the rest of the
/// record holds it.
void ContractCheck::blames() {
    const bool wanted = !m_c.settled.empty() && m_c.settled.front().is.value.outcome != "complete";
    if (m_c.blames.size() != (wanted ? 1U : 0U))
        return report(wanted ? "ended early, and nothing says who stopped answering first"
                             : "says who stopped answering first, and nothing was interrupted");
    if (!wanted) return;
    const auto& noted = m_c.blames.front();
    const contract::Blame& v = noted.is.value;
    const std::string ending = m_c.settled.front().is.value.outcome;
    const bool proven =
        ending == "caught" || ending == "renter-fault" || ending == "failed-step" || ending == "engine-fault";
    if (noted.is.signer != m_hub) report("is not signed by the hub", "blame");
    if (v.contract != m_c.id) report("is of another contract", "blame");
    if (noted.at + 1 != m_c.settled.front().at) report("does not stand before the settlement", "blame");
    if (v.first != "renter" && v.first != "provider" && v.first != "nobody") report("names no party", "blame");
    if (v.why != ending && !(v.why == "no-word" && ending == "left"))
        report("gives another reason than the record", "blame");
    if (v.proven != proven) report("says otherwise than the record whether it is proven", "blame");
    if ((ending == "failed-step" || ending == "engine-fault") && v.first != "nobody")
        report("names a party where arithmetic failed", "blame");
    if ((ending == "caught" && v.first != "provider") || (ending == "renter-fault" && v.first != "renter"))
        report("names another party than the record", "blame");
}

/// Whoever shows it but the guilty one: the envelopes are the proof.
bool ContractCheck::fault(const Noted<contract::Fault>& noted) {
    const contract::Fault& v = noted.is.value;
    const PeerId& signer = noted.is.signer;
    const bool ofRenter = v.kind == static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts);
    if (ofRenter ? signer == m_renter || signer == m_offer.receiptKey : signer == m_offer.provider) return false;
    (ofRenter ? m_rentersFault : m_hostsFault) = true;
    return v.kind == static_cast<std::uint32_t>(contract::FaultKind::WrongWins) ? wrongWins(v) : twoOf(v);
}

bool ContractCheck::wrongWins(const contract::Fault& v) const {
    if (v.envelopes.size() != 3 || !v.nextSeed) return false;
    const auto commit = protocol::openSigned<contract::Commit>(v.envelopes[0]);
    const auto receipt = protocol::openSigned<contract::Receipt>(v.envelopes[1]);
    if (!commit || !receipt) return false;
    const std::uint64_t k = commit->value.window;
    if (k < 1 || k > m_c.receipted() || commit->signer != m_offer.provider ||
        commit->payload != m_c.windows[k - 1].commit.payload || receipt->signer != m_offer.receiptKey ||
        receipt->payload != m_c.windows[k - 1].receipt->payload)
        return false;
    const Hash256* seed = m_c.seed(k + 1);
    if (!seed || *v.nextSeed != *seed) return false;
    std::optional<Hash256> secret;
    std::vector<std::uint64_t> listed;
    if (const auto next = protocol::openSigned<contract::Commit>(v.envelopes[2])) {
        if (next->signer != m_offer.provider || next->value.contract != m_c.id || next->value.window != k + 1)
            return false;
        secret = next->value.previousSecret;
        listed = next->value.previousWins;
    } else if (const auto close = protocol::openSigned<contract::Close>(v.envelopes[2])) {
        if (close->signer != m_offer.provider || close->value.contract != m_c.id || close->value.window > k)
            return false;
        if (close->value.window < k) return true; // as if there were no such window: never opened
        secret = close->value.secret;
        listed = close->value.wins;
    } else {
        return false;
    }
    if (!secret || lottery::secretHash(*secret) != commit->value.secretHash) return true; // never opened
    const auto rho = rhoOf(m_c, m_beacon, k, *secret, *seed);
    if (!rho) return false;
    const auto wins = lottery::winningSteps(*rho, m_c.id, m_c.stepsOf(k), m_offer.odds);
    return wins && *wins != listed;
}

bool ContractCheck::twoOf(const contract::Fault& v) const {
    if (v.envelopes.size() != 2 || v.nextSeed) return false;
    const auto contradict = [&](const auto& a, const auto& b, const PeerId& signer) {
        return a && b && a->signer == signer && b->signer == signer && a->value.contract == m_c.id &&
               b->value.contract == m_c.id && a->value.window == b->value.window && a->payload != b->payload;
    };
    if (v.kind == static_cast<std::uint32_t>(contract::FaultKind::TwoCommits))
        return contradict(protocol::openSigned<contract::Commit>(v.envelopes[0]),
                          protocol::openSigned<contract::Commit>(v.envelopes[1]), m_offer.provider);
    if (v.kind == static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts))
        return contradict(protocol::openSigned<contract::Receipt>(v.envelopes[0]),
                          protocol::openSigned<contract::Receipt>(v.envelopes[1]), m_offer.receiptKey);
    return false;
}

} // namespace unchained::evidence
