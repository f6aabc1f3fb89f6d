// SPDX-License-Identifier: Apache-2.0
#include "evidence/opened.h"

#include <algorithm>

/// How each contract ended, in words for people: what its record shows of it.
namespace unchained::evidence {

namespace {

/// What the provider signed after window k, that its draw contradicts.
Message wrongWins(const contract::Fault& fault) {
    const auto commit = protocol::openSigned<contract::Commit>(fault.envelopes.front());
    if (!commit) return "the host contradicted its own signature";
    const std::uint64_t k = commit->value.window;
    std::optional<Hash256> secret;
    if (const auto close = protocol::openSigned<contract::Close>(fault.envelopes.back())) {
        if (close->value.window < k)
            return Message("the host closed at window %1 and left window %2 out, which was receipted",
                           close->value.window, k);
        secret = close->value.secret;
    } else if (const auto next = protocol::openSigned<contract::Commit>(fault.envelopes.back())) {
        secret = next->value.previousSecret;
    }
    if (!secret || lottery::secretHash(*secret) != commit->value.secretHash)
        return Message("the host did not open its secret of window %1", k);
    return Message("the wins that the host listed for window %1 are not the draw", k);
}

Message proved(const contract::Fault& fault) {
    if (fault.envelopes.empty()) return "nothing is shown";
    const auto windowOf = [&](const auto& signedStructure) {
        return signedStructure ? signedStructure->value.window : 0;
    };
    switch (static_cast<contract::FaultKind>(fault.kind)) {
    case contract::FaultKind::WrongWins:
        return wrongWins(fault);
    case contract::FaultKind::TwoCommits:
        return Message("the host signed two different commitments for window %1",
                       windowOf(protocol::openSigned<contract::Commit>(fault.envelopes.front())));
    case contract::FaultKind::TwoReceipts:
        return Message("the renter signed two different receipts for window %1",
                       windowOf(protocol::openSigned<contract::Receipt>(fault.envelopes.front())));
    }
    return "an accusation of no known kind";
}

const contract::CheckResult* wrongCheck(const OpenedContract& c) {
    for (const auto& check : c.checks)
        if (!check.is.value.right) return &check.is.value;
    return nullptr;
}

Message caught(const OpenedContract& c) {
    if (!c.faults.empty()) return proved(c.faults.front().is.value);
    const contract::CheckResult* wrong = wrongCheck(c);
    for (const auto& verdict : c.verdicts)
        if (!wrong && verdict.is.value.outcome == "host-wrong" && verdict.is.value.step)
            return Message("a case narrowed the run to step %1, and the host's root of it is not the hub's",
                           *verdict.is.value.step);
    if (!wrong) return "nothing shows what the host did";
    const bool failed = wrong->computed == lottery::failureRoot(c.id, wrong->step);
    const bool feigned = wrong->claimed == lottery::failureRoot(c.id, wrong->step);
    return Message("step %1 recomputed gives %2, the host committed to %3", wrong->step,
                   failed ? "no finite state" : toHex(wrong->computed.value_or(Hash256{}).view()),
                   feigned ? "a failure" : toHex(wrong->claimed.view()));
}

Message engineFault(const OpenedContract& c) {
    const contract::CheckResult* wrong = wrongCheck(c);
    if (wrong)
        return Message("the host's engine %1 computes step %2 wrong, which is nobody's lie", wrong->reason,
                       wrong->step);
    return "an engine of the host computes a disputed step wrong, which is nobody's lie";
}

Message endingOf(const OpenedContract& c) {
    const std::string outcome = c.outcome();
    const std::uint64_t done = c.stepsReceipted(), all = c.offer.value.steps;
    if (outcome == "complete") return Message("all %1 steps were made", all);
    if (outcome == "caught") return caught(c);
    if (outcome == "engine-fault") return engineFault(c);
    if (outcome == "provider-silent") {
        const contract::CheckResult* wrong = wrongCheck(c);
        if (wrong) return Message("the host did not open step %1", wrong->step);
        return "the host did not open its last window";
    }
    if (outcome == "failed-step") return Message("step %1 came to a NaN or an infinity", done == 0 ? 0 : done - 1);
    if (outcome == "left") return Message("it was left after %1 of %2 steps", done, all);
    if (outcome == "renter-silent" && !c.published.empty())
        return Message("the renter gave no receipt for window %1", c.published.back().window);
    if (outcome == "renter-fault" && !c.faults.empty()) return proved(c.faults.front().is.value);
    if (outcome == "abandoned") return "nobody did anything for 30 days";
    return "nothing shows how it ended";
}

} // namespace

std::vector<Ending> endingsOf(const Evidence& evidence) {
    std::vector<Finding> ignored;
    std::vector<Ending> out;
    for (const OpenedContract& c : openContracts(evidence, ignored))
        if (c.readable) out.push_back({c.id, c.offer.value.provider, c.outcome(), endingOf(c)});
    return out;
}

} // namespace unchained::evidence
