// SPDX-License-Identifier: Apache-2.0
#include "evidence/contract_check.h"
#include "verification/slash.h"

#include <algorithm>

namespace unchained::evidence {

namespace {
/// What is owed leaves the escrow as far as that reaches.
bool asFarAsItReaches(Amount got, Amount owed, Amount left) {
    return got == owed || (left.isZero() && got < owed);
}
} // namespace

void ContractCheck::payments() {
    std::uint64_t lastIndex = 0;
    for (const auto& noted : m_c.paid) {
        const contract::Paid& v = noted.is.value;
        const std::string place = "payment of ticket " + std::to_string(v.step);
        if (noted.is.signer != m_hub) report("is not signed by the hub", place);
        if (v.contract != m_c.id) report("is of another contract", place);
        if (v.amount != *m_face)
            report(Message("is %1 credits, a ticket's face value is %2", v.amount.str(), m_face->str()), place);
        if (v.logIndex < lastIndex) report("stands in the log before the payment that it follows", place);
        lastIndex = v.logIndex;
        if (!m_paidSteps.insert(v.step).second) report("was made twice", place);
        if (auto sum = m_paidSum.plus(v.amount))
            m_paidSum = *sum;
        else
            report("leaves the range of amounts", place);
        const auto claim = m_claimOf.find(v.step);
        if (claim == m_claimOf.end()) {
            report("is for no claim", place);
            continue;
        }
        const auto batch = std::find_if(m_batches.begin(), m_batches.end(), [&](const BatchRange& b) {
            return claim->second >= b.first && claim->second < b.end && b.at < noted.at;
        });
        if (batch == m_batches.end()) {
            report("was made before its batch was closed", place);
        } else if (batch->due) {
            const Due& due = m_due[*batch->due];
            const bool before = std::any_of(m_c.checks.begin(), m_c.checks.end(), [&](const auto& check) {
                return check.at < noted.at && check.is.value.batch == due.batch && check.is.value.right;
            });
            if (!due.right || !before) report("was made without its batch's check", place);
        }
    }
}

void ContractCheck::settled() {
    if (m_c.settled.empty()) return report("was never settled");
    if (m_c.settled.size() > 1 && !settledAgain()) return report("was settled more than once");
    const auto& noted = m_c.settled.back();
    const contract::Settled& v = noted.is.value;
    if (noted.at + 1 != m_c.raw->notices.size()) report("goes on after it was settled");
    if (noted.is.signer != m_hub) report("is not signed by the hub", "settlement");
    if (v.contract != m_c.id) report("is of another contract", "settlement");
    if (!m_c.paid.empty() && v.logIndex < m_c.paid.back().is.value.logIndex)
        report("stands in the log before the last payment", "settlement");
    for (const Amount& amount : {v.paid, v.returned, v.fees, v.refunded, v.burned})
        if (amount.isNegative()) return report("has a negative amount", "settlement");
    balance(v);
    outcome(v);
    if (!nothingVoided()) return;
    for (const auto& [step, at] : m_claimOf) // a ticket is paid whole, or the escrow holds less than one
        if (!m_paidSteps.contains(step) && v.returned >= *m_face)
            report(Message("ticket %1 won, was right and was never paid", step), "settlement");
}

/// Once more after a fault that was found while the bond was locked: the bond alone is dealt with anew.
bool ContractCheck::settledAgain() const {
    const auto& before = m_c.settled.front();
    const auto& after = m_c.settled.back();
    const contract::Settled &a = before.is.value, &b = after.is.value;
    const std::set<std::string> open{"complete", "left", "failed-step", "renter-silent", "renter-fault", "abandoned"};
    return m_c.settled.size() == 2 && before.is.signer == m_hub && a.contract == m_c.id && open.contains(a.outcome) &&
           a.refunded.isZero() && a.burned.isZero() && a.paid == b.paid && a.returned == b.returned &&
           a.fees == b.fees && a.logIndex < b.logIndex && b.outcome == "caught" && after.at == before.at + 2 &&
           !m_c.faults.empty() && m_c.faults.back().at == before.at + 1;
}

void ContractCheck::balance(const contract::Settled& v) {
    const auto bad = [&](Message what) { report(std::move(what), "settlement"); };
    Amount in = m_c.admission.value.escrow;
    for (const Amount& amount : m_c.topUps) {
        const auto sum = in.plus(amount);
        if (!sum) return bad("the escrow leaves the range of amounts");
        in = *sum;
    }
    const __int128 out = static_cast<__int128>(v.paid.micro()) + v.returned.micro() + v.fees.micro();
    if (out != in.micro())
        bad(Message("%1 credits went in, and %2 paid, %3 returned and %4 in fees are not the same", in.str(),
                    v.paid.str(), v.returned.str(), v.fees.str()));

    Amount owed, fees;
    const bool silent =
        std::any_of(m_c.reveals.begin(), m_c.reveals.end(), [](const Reveal& r) { return r.isOfSilence(); });
    for (const Reveal& r : m_c.reveals) {
        const auto paysWindow = [&](const Due& d) { return d.batch == 0 && d.at == r.at && d.right; };
        if (!r.isOfSilence() || std::none_of(m_due.begin(), m_due.end(), paysWindow)) continue;
        for (const Published& p : m_c.published) {
            const auto price = m_offer.price.times(m_c.stepsOf(p).count());
            if (p.window == r.window && p.at < r.at && price) owed = *price;
        }
    }
    if (const auto more = m_offer.price.times(m_offer.window); v.outcome == "renter-fault" && more)
        owed = owed.plus(*more).ok() ? *owed.plus(*more) : owed;
    if (v.paid < m_paidSum || !asFarAsItReaches(v.paid - m_paidSum, owed, v.returned))
        bad(Message("%1 credits were paid, though the tickets make %2 and what else is owed %3", v.paid.str(),
                    m_paidSum.str(), owed.str()));
    if (!m_checkFee) return;
    const auto made = static_cast<std::uint64_t>(std::count_if(
        m_c.checks.begin(), m_c.checks.end(), [this](const auto& check) { // one that the hub wished for is at its cost
            return check.is.value.computed.has_value() && !isMore(check);
        }));
    const auto forChecks = m_checkFee->times(made - std::min(made, m_forcedChecks));
    if (forChecks) fees = *forChecks;
    if (const auto more = fees.plus(m_offer.price); silent && more) fees = *more;
    if (!forChecks || !asFarAsItReaches(v.fees, fees, v.returned))
        bad(Message("the fees are %1 credits, the checks that were made cost %2", v.fees.str(), fees.str()));
}

void ContractCheck::outcome(const contract::Settled& v) {
    const auto bad = [&](Message what) { report(std::move(what), "settlement"); };
    Amount refunded, burned;
    if (m_c.slashed()) {
        const auto cost = v.paid.plus(v.fees);
        refunded = std::min(m_offer.bond, cost ? *cost : m_offer.bond);
        burned = m_offer.bond - refunded;
    }
    burned -= bets();
    // What the pool had is not in this record.
    if (const auto most = v.paid.plus(v.fees); v.outcome == "engine-fault" && most && v.refunded <= *most)
        refunded = v.refunded;
    if (v.refunded != refunded || v.burned != burned)
        bad(Message("%1 of the bond refunded and %2 burned, the rules give %3 and %4", v.refunded.str(), v.burned.str(),
                    refunded.str(), burned.str()));
    if (const std::string why = unproven(v); !why.empty()) bad(Message("settled as '%1' %2", v.outcome, why));
}

/// What the bond paid to who had bet on wrong, and for checks that they forced: only of a host that was caught, and at
/// most a quarter of the bond beside what the checks cost.
Amount ContractCheck::bets() {
    Amount stakers, cost;
    for (const auto& noted : m_c.markets) {
        const contract::MarketEnded& v = noted.is.value;
        const std::string place = "market that ended in notice " + std::to_string(noted.at);
        if (noted.is.signer != m_hub) report("is not signed by the hub", place);
        if (v.market.contract != m_c.id) report("is of another contract", place);
        if (!marketIsShown(v)) report(Message("ended as '%1', and nothing shows it", v.outcome), place);
        const auto sum = stakers.plus(v.stakers), costs = v.costByBond ? cost.plus(v.checkCost) : Result<Amount>(cost);
        if (v.stakers.isNegative() || v.checkCost.isNegative() || !sum || !costs) {
            report("has no amounts that could be", place);
            continue;
        }
        stakers = *sum;
        cost = *costs;
    }
    const auto both = stakers.plus(cost);
    const bool few = both && stakers <= Amount::micros(m_offer.bond.micro() / verification::kStakersShareOf) &&
                     *both <= m_offer.bond && (both->isZero() || m_c.outcome() == "caught");
    if (!few) report("the bets took more of the bond than the rules allow", "settlement");
    return few ? *both : Amount{};
}

bool ContractCheck::marketIsShown(const contract::MarketEnded& v) const {
    if (v.outcome == "unchecked") return v.stakers.isZero() && v.checkCost.isZero();
    const bool right = v.outcome == "right";
    if (!right && v.outcome != "wrong") return false;
    const bool checked = std::any_of(m_c.checks.begin(), m_c.checks.end(), [&](const auto& check) {
        const contract::CheckResult& found = check.is.value;
        return found.computed && found.right == right && (!v.market.step || found.step == *v.market.step);
    });
    if (right) return checked && v.stakers.isZero() && !v.costByBond;
    return m_c.outcome() == "caught" && (checked || !v.market.step);
}

/// What an outcome says must be shown; empty where it is.
std::string ContractCheck::unproven(const contract::Settled& v) const {
    const auto wrong = [&](bool computed) {
        return std::any_of(m_c.checks.begin(), m_c.checks.end(), [&](const auto& check) {
            return !check.is.value.right && check.is.value.computed.has_value() == computed;
        });
    };
    const std::uint64_t steps = m_c.close ? m_c.close->value.steps : 0;
    const bool failed = m_c.receipted() > 0 && m_c.failed(m_c.receipted());
    if (v.outcome == "complete")
        return steps == m_offer.steps && m_c.leaves.empty() && !failed ? "" : "though not all steps were made";
    if (v.outcome == "failed-step") return failed ? "" : "though no step failed";
    if (v.outcome == "left") return ""; // whoever leaves says so to the hub alone
    if (v.outcome == "caught")
        return wrong(true) || m_hostsFault || m_twoCommits || m_disputedWrong ? ""
                                                                              : "and nothing shows what the host did";
    if (v.outcome == "engine-fault")
        return wrong(true) || m_disputedFault ? "" : "and nothing shows which engine was at fault";
    if (v.outcome == "provider-silent")
        return wrong(false) || !m_c.close ? ""
                                          : "though the host closed the contract and opened all that was asked for";
    if (v.outcome == "renter-silent") {
        const bool shown =
            std::any_of(m_c.reveals.begin(), m_c.reveals.end(), [](const Reveal& r) { return r.isOfSilence(); });
        return shown ? "" : "though no window was left without a receipt";
    }
    if (v.outcome == "renter-fault") return m_rentersFault ? "" : "and nothing shows what the renter did";
    if (v.outcome == "abandoned") return m_c.close ? "though it was closed" : "";
    return "which is no outcome";
}

} // namespace unchained::evidence
