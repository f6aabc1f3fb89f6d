// SPDX-License-Identifier: Apache-2.0
#include "evidence/verify.h"

#include "evidence/contract_check.h"

namespace unchained::evidence {

namespace {

/// The contracts of a directory are one job: the same work, taken up where it was left.
void oneJob(const std::vector<OpenedContract>& contracts, std::vector<Finding>& findings) {
    std::set<Hash256> anchors, ids;
    const OpenedContract* first = nullptr;
    for (const OpenedContract& c : contracts) {
        if (!c.readable) continue;
        const contract::Offer& o = c.offer.value;
        if (!anchors.insert(o.seedAnchor).second) findings.push_back({c.where, "its seed chain was used before"});
        if (!ids.insert(c.id).second) findings.push_back({c.where, "stands here twice"});
        if (!first) {
            first = &c;
            continue;
        }
        const contract::Offer& f = first->offer.value;
        if (o.program != f.program || o.parameters != f.parameters || o.dataRoots != f.dataRoots)
            findings.push_back({c.where, "is of another job than the first contract"});
        if (c.isParallel() && o.initialRoot != f.initialRoot)
            findings.push_back({c.where, "begins at another Y[0] than the first contract"});
        if (o.startIteration + o.steps * o.iterationsPerStep != f.startIteration + f.steps * f.iterationsPerStep)
            findings.push_back({c.where, "ends at another iteration than the first contract"});
    }
}

} // namespace

std::vector<Finding> verifyEvidence(const SignedEvidence& evidence) {
    std::vector<Finding> findings;
    if (evidence.evidence.contracts.empty()) findings.push_back({"evidence.cbor", "has no contract"});
    const auto contracts = openContracts(evidence.evidence, findings);
    for (const OpenedContract& c : contracts)
        if (c.readable) ContractCheck(c, evidence.signer, evidence.evidence.hub, findings).run();
    oneJob(contracts, findings);
    (void)resultPath(evidence.evidence, contracts, findings);
    return findings;
}

} // namespace unchained::evidence
