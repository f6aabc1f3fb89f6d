// SPDX-License-Identifier: Apache-2.0
#include "evidence/figures.h"

#include "evidence/opened.h"

#include <algorithm>
#include <limits>
#include <set>

namespace unchained::evidence {

namespace {

/// Sums of many contracts' amounts stay exact or stand at the end of the range, where no honest figure is.
void add(std::int64_t& sum, Amount amount) {
    if (__builtin_add_overflow(sum, amount.micro(), &sum)) sum = std::numeric_limits<std::int64_t>::max();
}

std::uint64_t winsDrawn(const OpenedContract& c) {
    std::uint64_t wins = 0;
    const auto beacon = beaconOf(c, c.offer.value.hub);
    for (std::uint64_t k = 1; k <= c.receipted(); ++k) {
        const auto& secret = c.raw->windows[k - 1].secret;
        const Hash256* seed = c.seed(k + 1);
        if (!secret || !seed) continue;
        const auto rho = rhoOf(c, beacon, k, *secret, *seed);
        if (!rho) continue;
        const auto won = lottery::winningSteps(*rho, c.id, c.stepsOf(k), c.offer.value.odds);
        if (won) wins += won->size();
    }
    return wins;
}

void addContract(Figures& out, const OpenedContract& c) {
    out.contracts.push_back({c.id, c.offer.value.provider, c.outcome(), c.stoppedFirst()});
    out.issued += c.stepsReceipted();
    out.won += winsDrawn(c);
    add(out.escrowed, c.admission.value.escrow);
    for (const Amount& amount : c.topUps)
        add(out.escrowed, amount);
    std::set<std::uint64_t> claimed;
    for (const auto& claim : c.claims)
        claimed.insert(claim.is.value.proof.step);
    out.claimed += claimed.size();
    out.paidTickets += c.paid.size();
    for (const auto& check : c.checks) {
        const contract::CheckResult& v = check.is.value;
        if (v.batch > 0 && v.computed && claimed.contains(v.step)) ++out.claimsChecked;
        if (!v.right) ++out.failed;
    }
    for (const auto& fault : c.faults)
        if (fault.is.value.kind != static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts)) ++out.failed;
    if (c.settled.empty()) return;
    const contract::Settled& settled = c.settled.back().is.value;
    add(out.paid, settled.paid);
    add(out.returned, settled.returned);
    add(out.fees, settled.fees);
    add(out.refunded, settled.refunded);
}

} // namespace

Figures figuresOf(const Evidence& evidence) {
    std::vector<Finding> ignored;
    const auto contracts = openContracts(evidence, ignored);
    const ResultPath path = resultPath(evidence, contracts, ignored);
    Figures out;
    out.stateRoot = evidence.finalRoot;
    out.iterations = path.iterations;
    for (std::size_t j = 0; j < contracts.size(); ++j) {
        if (!contracts[j].readable) continue;
        addContract(out, contracts[j]);
        out.steps += path.left[j];
        out.windows += lottery::windowCount(path.left[j], contracts[j].offer.value.window);
    }
    return out;
}

} // namespace unchained::evidence
