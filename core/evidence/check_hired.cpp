// SPDX-License-Identifier: Apache-2.0
#include "evidence/contract_check.h"

#include <algorithm>

/// Checks that somebody was hired for: who was drawn among whom, and what both sides answered.
namespace unchained::evidence {

void ContractCheck::hired() {
    for (const auto& noted : m_c.hired) {
        const contract::Hired& v = noted.is.value;
        const std::string place = "hired checker of step " + std::to_string(v.step);
        if (noted.is.signer != m_hub) report("is not signed by the hub", place);
        if (v.contract != m_c.id) report("is of another contract", place);
        const bool shown = std::any_of(m_c.reveals.begin(), m_c.reveals.end(),
                                       [&](const Reveal& r) { return r.at < noted.at && r.h == v.hubSeed; });
        if (!shown) report("was drawn by no h that the hub had shown", place);
        if (!isDrawn(v)) report("is not the one that was drawn", place);
        if (v.checker == m_offer.provider || v.checker == m_renter) report("is a party of the contract", place);
        const bool known = v.outcome == "agreed" || v.outcome == "right" || v.outcome == "wrong" ||
                           v.outcome == "silent" || v.outcome == "none";
        const bool answered = v.outcome == "agreed" || v.outcome == "right" || v.outcome == "wrong";
        if (!known || (answered && v.checkerAnswer.empty()) || (v.outcome == "silent" && !v.checkerAnswer.empty()))
            report("ended otherwise than its answers show", place);
        if (!answersStand(v)) report("the answers are not what two who were asked have signed", place);
        if (v.outcome == "agreed" && !agreed(v)) report("the two answers do not agree", place);
        const bool result = std::any_of(m_c.checks.begin(), m_c.checks.end(), [&](const auto& check) {
            return check.at == noted.at + 1 && check.is.value.step == v.step;
        });
        if (!result) report("stands without the result of the check", place);
    }
}

bool ContractCheck::isDrawn(const contract::Hired& v) {
    const auto unordered = [](const auto& a, const auto& b) { return !(a.peer < b.peer); };
    if (std::adjacent_find(v.checkers.begin(), v.checkers.end(), unordered) != v.checkers.end()) return false;
    std::uint64_t lots = 0;
    for (const auto& one : v.checkers)
        if (one.lots == 0 || __builtin_add_overflow(lots, one.lots, &lots)) return false;
    if (lots == 0) return false;
    std::uint64_t drawn = lottery::drawnLot(v.hubSeed, v.contract, v.step, lots);
    for (const auto& one : v.checkers) {
        if (drawn < one.lots) return one.peer == v.checker;
        drawn -= one.lots;
    }
    return false;
}

bool ContractCheck::answersStand(const contract::Hired& v) const {
    std::optional<Hash256> salt;
    const auto fits = [&](const auto& answer, const PeerId& signer) {
        if (!answer || answer->signer != signer || answer->value.contract != v.contract || answer->value.step != v.step)
            return false;
        return *(salt ? salt : salt = answer->value.salt) == answer->value.salt;
    };
    return (v.checkerAnswer.empty() || fits(protocol::openSigned<contract::CheckAnswer>(v.checkerAnswer), v.checker)) &&
           (v.providerAnswer.empty() ||
            fits(protocol::openSigned<contract::SaltedRoot>(v.providerAnswer), m_offer.provider));
}

bool ContractCheck::agreed(const contract::Hired& v) const {
    const auto checker = protocol::openSigned<contract::CheckAnswer>(v.checkerAnswer);
    const auto provider = protocol::openSigned<contract::SaltedRoot>(v.providerAnswer);
    return checker && provider && checker->value.plain == rootAfter(v.step) &&
           checker->value.salted == provider->value.salted;
}

/// A result that the hub did not compute itself stands on two answers that agree.
bool ContractCheck::isByHired(const Noted<contract::CheckResult>& noted) const {
    return noted.is.value.right && noted.is.value.computed == noted.is.value.claimed &&
           std::any_of(m_c.hired.begin(), m_c.hired.end(), [&](const auto& one) {
               return one.at + 1 == noted.at && one.is.value.step == noted.is.value.step &&
                      one.is.value.outcome == "agreed";
           });
}

} // namespace unchained::evidence
