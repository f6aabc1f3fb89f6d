// SPDX-License-Identifier: Apache-2.0
#include "models/check_advice.h"

#include "verification/policy.h"
#include "widgets/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

struct AdviceWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::AdviceWords)
};

verification::Chance fraudOf(qint64 right) {
    return static_cast<verification::Chance>(std::clamp<qint64>(1'000'000 - right, 0, 1'000'000)) * 1000;
}

QString roundCredits(double micro) {
    return creditText(Amount::micros(std::llround(std::clamp(micro, -9e15, 9e15))));
}

} // namespace

std::optional<CheckAdvice> adviceFor(const ContractFacts& contract, std::optional<qint64> marketRight) {
    if (contract.stepPrice.isZero()) return std::nullopt;
    const verification::Chance market = marketRight ? fraudOf(*marketRight) : 0;
    const auto answer =
        verification::oneMoreCheck(contract.posterior, {contract.atStake, contract.paid,
                                                        verification::costOfFirstCheck(contract.stepPrice), market});
    if (!answer) return std::nullopt;
    CheckAdvice out;
    out.fraud = static_cast<double>(answer->fraud) / static_cast<double>(verification::kCertain);
    out.byMarket = market > verification::fraudChance(contract.posterior);
    out.loss = answer->lossAvoided;
    out.value = answer->value;
    out.cost = answer->cost;
    out.worthIt = answer->worthIt;
    out.checks = contract.checks;
    out.caught1 = 1 - verification::falseAccept(0.01, contract.checks);
    out.caught10 = 1 - verification::falseAccept(0.10, contract.checks);
    out.sabotage = contract.sabotageWithBets.value_or(contract.sabotageDeterred);
    if (contract.sabotageWithBets) out.sabotageUnbet = contract.sabotageDeterred;
    return out;
}

const BetFacts* lowestMarket(const std::vector<BetFacts>& bets, const QByteArray& contract) {
    const BetFacts* out = nullptr;
    for (const BetFacts& bet : bets)
        if (bet.state == BetState::Open && bet.subject.contract == contract && (!out || bet.right < out->right))
            out = &bet;
    return out;
}

const BetFacts* bettable(const std::vector<BetFacts>& bets, const QByteArray& contract) {
    if (const BetFacts* open = lowestMarket(bets, contract)) return open;
    const auto at = std::find_if(bets.begin(), bets.end(), [&](const BetFacts& bet) {
        return bet.state == BetState::Openable && bet.subject.contract == contract;
    });
    return at == bets.end() ? nullptr : &*at;
}

QString adviceText(const CheckAdvice& advice) {
    if (advice.worthIt)
        return advice.byMarket ? AdviceWords::tr("Worth it, says the market's price: check a step.")
                               : AdviceWords::tr("Worth it: check a step. It costs less than it may save.");
    if (advice.loss.isZero()) return AdviceWords::tr("Not worth it: nothing is paid yet.");
    return AdviceWords::tr("Not worth it. Winners are checked.");
}

QString assuranceText(const CheckAdvice& advice) {
    if (advice.checks == 0) return AdviceWords::tr("No check yet: nothing is known of this run.");
    return AdviceWords::tr("%n check(s) so far: %1 faked would have been caught with %2, %3 with %4.", nullptr,
                           static_cast<int>(std::min<std::uint64_t>(advice.checks, 1'000'000)))
        .arg(percent(0.1, 0), percent(advice.caught10, 0), percent(0.01, 0), percent(advice.caught1, 0));
}

QString sabotageText(const CheckAdvice& advice) {
    const QString rule = AdviceWords::tr("Sabotage of one step that is worth more than %1 credits to somebody would "
                                         "pay: the chance of a check times what the host would lose, less what a step "
                                         "costs.")
                             .arg(roundCredits(advice.sabotage));
    if (!advice.sabotageUnbet) return rule;
    return rule + u' ' +
           AdviceWords::tr("It reckons with all bets that the rules allow on this contract, from which a friend of the "
                           "host could win; while nobody bets it is %1 credits.")
               .arg(roundCredits(*advice.sabotageUnbet));
}

} // namespace unchained::ui
