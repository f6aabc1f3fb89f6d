// SPDX-License-Identifier: Apache-2.0
#include "evidence/contract_check.h"

#include "verification/policy.h"
#include "verification/slash.h"

namespace unchained::evidence {

namespace {
constexpr std::uint64_t kPeriodMax = std::uint64_t{366} * 24 * 3600 * 1000;
}

ContractCheck::ContractCheck(const OpenedContract& contract, const PeerId& renter, const PeerId& hub,
                             std::vector<Finding>& findings)
    : m_c(contract), m_offer(contract.offer.value), m_renter(renter), m_hub(hub), m_findings(findings),
      m_beacon(hub, contract.id) {
    if (auto face = verification::faceValue(m_offer.price, m_offer.odds)) m_face = *face;
    m_drawn.resize(m_c.windows.size());
}

void ContractCheck::report(Message what, const std::string& place) const {
    m_findings.push_back({place.empty() ? m_c.where : m_c.where + ", " + place, std::move(what)});
}

void ContractCheck::run() {
    terms();
    if (!m_face) return report("the face value of its tickets leaves the range of amounts");
    seeds();
    beacon();
    windows();
    close();
    published();
    leaves();
    claims();
    failureDue();
    reveals();
    results();
    hired();
    faults();
    verdicts();
    blames();
    payments();
    settled();
}

void ContractCheck::terms() {
    if (m_c.offer.signer != m_renter)
        report(Message("the offer is signed by %1 and not by the renter", toHex(m_c.offer.signer.view())));
    if (m_offer.hub != m_hub) report("the offer names another marketplace");
    if (m_c.acceptance.signer != m_offer.provider)
        report("the acceptance is not signed by the provider that the offer names");
    if (m_c.acceptance.value.offer != m_c.offer.hash()) report("the acceptance is of another offer");
    if (m_c.admission.signer != m_hub) report("the admission is not signed by the hub");
    if (m_c.admission.value.contract != m_c.id) report("the admission is of another contract");
    if (m_offer.provider == m_c.offer.signer) report("renter and provider are the same");
    offerShape();
    escrow();
}

void ContractCheck::offerShape() {
    if (m_offer.odds > 1 && m_offer.steps / m_offer.odds < 20)
        report(Message("1 in %1 leaves fewer than 20 expected wins in %2 steps", m_offer.odds, m_offer.steps));
    if (m_offer.draw != contract::kDrawCoinflip && m_offer.draw != contract::kDrawBeacon)
        report(Message("there is no draw \"%1\"", m_offer.draw));
    if (m_offer.noiseAmplitude < 5 || m_offer.noiseAmplitude > 13) report("the noise amplitude is not 5 to 13");
    for (const std::uint64_t period : {m_offer.periods.release, m_offer.periods.opening, m_offer.periods.secret,
                                       m_offer.periods.bond, m_offer.periods.grace})
        if (period == 0 || period > kPeriodMax) report("a period is not between a millisecond and a year");
    const bool bets = m_offer.draw == contract::kDrawBeacon;
    const Amount marketLoss = bets ? verification::makersShare(m_offer.bond) : Amount{};
    const auto batch =
        verification::largestBatch({m_offer.price, m_offer.odds, m_offer.bond, m_offer.atStake, marketLoss});
    if (!batch)
        report(Message("cheating pays: %1", batch.error().text()));
    else if (m_offer.batch > *batch)
        report(Message("one check in %1 claims does not make cheating a loss; one in %2 would", m_offer.batch, *batch));
}

/// Escrow = V · tickets + checkFee · (tickets / g + 2): the hub's fee for a check follows from what it locked.
void ContractCheck::escrow() {
    const contract::Admission& v = m_c.admission.value;
    if (v.bond != m_offer.bond) report("the bond that was locked is not the offer's");
    const std::uint64_t tickets = lottery::escrowTickets(m_offer.steps, m_offer.window, m_offer.odds);
    const auto covered = m_face ? m_face->times(tickets) : Result<Amount>(Amount{});
    if (!covered || v.escrow < *covered)
        return report(Message("the escrow of %1 credits covers fewer than %2 tickets", v.escrow.str(), tickets));
    const std::int64_t rest = (v.escrow - *covered).micro();
    const auto checks = static_cast<std::int64_t>(tickets / m_offer.batch + 2);
    if (rest % checks != 0) return report("the escrow is not what the rules give");
    m_checkFee = Amount::micros(rest / checks);
}

} // namespace unchained::evidence
