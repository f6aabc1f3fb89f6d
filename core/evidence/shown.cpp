// SPDX-License-Identifier: Apache-2.0
#include "evidence/shown.h"

#include "lottery/lottery.h"

namespace unchained::evidence {

std::uint64_t receiptedSteps(const ContractEvidence& contract, const contract::Offer& offer) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < contract.windows.size(); ++i) {
        const WindowEvidence& w = contract.windows[i];
        if (w.receipt.empty() || w.roots.size() < 2) break;
        out = lottery::windowSteps(i + 1, offer.steps, offer.window).first + w.roots.size() - 1;
    }
    return out;
}

std::optional<ShownStep> shownStep(const ContractEvidence& contract, const contract::Offer& offer, std::uint64_t step) {
    if (step >= receiptedSteps(contract, offer)) return std::nullopt;
    const std::uint64_t k = lottery::windowOf(step, offer.window);
    const WindowEvidence& w = contract.windows[k - 1];
    lottery::StepRange range = lottery::windowSteps(k, offer.steps, offer.window);
    range.end = range.first + w.roots.size() - 1;
    if (!range.contains(step) || contract.seeds.size() < k) return std::nullopt;
    const std::size_t at = step - range.first;
    ShownStep out;
    out.after = w.roots[at + 1];
    out.windowSeed = contract.seeds[k - 1];
    out.proof = {k,
                 step,
                 lottery::leafData({step, lottery::inputRoot(offer.kind(), w.roots, at), w.roots[at + 1]}),
                 merkle::pathOf(lottery::windowLeaves(range, w.roots, offer.kind()), at),
                 w.commit,
                 w.receipt};
    return out;
}

} // namespace unchained::evidence
