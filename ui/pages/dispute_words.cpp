// SPDX-License-Identifier: Apache-2.0
#include "pages/dispute_words.h"

#include "widgets/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace unchained::ui {

namespace {
struct DisputeWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::DisputeWords)
};
} // namespace

std::vector<const ContractFacts*> disputable(const JobFacts& job, qint64 now) {
    std::vector<const ContractFacts*> out;
    for (auto each = job.contracts.rbegin(); each != job.contracts.rend(); ++each) {
        const bool slashed =
            each->outcome == QLatin1String("caught") || each->outcome == QLatin1String("provider-silent");
        const bool answers = !slashed && !each->bond.isZero() && (each->bondUntil == 0 || each->bondUntil > now);
        if (each->stepsDone > 0 && answers) out.push_back(&*each);
    }
    return out;
}

Amount depositOf(const ContractFacts& contract, Amount checkFee) {
    return contract.deposit + checkFee;
}

QString stageText(const DisputeFacts& dispute) {
    switch (dispute.stage) {
    case DisputeStage::Comparing:
        return dispute.total == 0 ? DisputeWords::tr("Reading the record, and loading data and state")
                                  : DisputeWords::tr("Computing again: %1 of %2 steps")
                                        .arg(countText(dispute.done), countText(dispute.total));
    case DisputeStage::Open:
        return DisputeWords::tr("A step came out otherwise: case %1 is open. It goes on while this window is closed; "
                                "this machine must stay on until the marketplace has the state before the step.")
            .arg(countText(dispute.caseNumber));
    case DisputeStage::Nothing:
        return DisputeWords::tr(
            "%n step(s) computed again, and all as the host has committed to them: there is nothing "
            "to dispute, and no credit moved.",
            nullptr, static_cast<int>(std::min<std::uint64_t>(dispute.done, 1'000'000'000)));
    case DisputeStage::Failed:
        return troubleText(dispute.trouble);
    case DisputeStage::Ended:
        break;
    }
    if (dispute.outcome == QLatin1String("host-wrong"))
        return DisputeWords::tr("Case %1: the host was wrong. Its bond has paid back what you paid.")
            .arg(countText(dispute.caseNumber));
    if (dispute.outcome == QLatin1String("host-silent"))
        return DisputeWords::tr("Case %1: the host fell silent. Its bond has paid back what you paid.")
            .arg(countText(dispute.caseNumber));
    if (dispute.outcome == QLatin1String("false-alarm"))
        return DisputeWords::tr("Case %1: the host was right, and the deposit is lost.")
            .arg(countText(dispute.caseNumber));
    return DisputeWords::tr("Case %1 has ended.").arg(countText(dispute.caseNumber));
}

} // namespace unchained::ui
