// SPDX-License-Identifier: Apache-2.0
#include "pages/case_words.h"

#include "theme/host_picture.h"
#include "widgets/format.h"

#include <QCoreApplication>

namespace unchained::ui {

namespace {
struct CaseWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::CaseWords)
};
} // namespace

QString partyName(const CaseFacts& facts, const QByteArray& peer) {
    if (peer == facts.me) return CaseWords::tr("you");
    if (peer == facts.opener) return facts.openerName;
    if (peer == facts.against) return facts.againstName;
    if (!facts.arbiter.isEmpty() && peer == facts.arbiter) return facts.arbiterName;
    return nickname(peer);
}

QString caseTitle(const CaseFacts& facts) {
    return CaseWords::tr("Case %1: %2 against %3")
        .arg(QString::number(facts.number), partyName(facts, facts.opener), partyName(facts, facts.against));
}

QString caseSubject(const CaseFacts& facts) {
    const QString credits = creditText(facts.asked);
    if (facts.ofResult)
        return CaseWords::tr("%1 steps · %2 credits were paid for them").arg(countText(facts.steps), credits);
    return CaseWords::tr("conduct · %1 credits in dispute").arg(credits);
}

CaseBadge badgeOf(const CaseFacts& facts) {
    if (facts.needsMe()) return {CaseWords::tr("Waits for you"), Tone::Won, "bell"};
    if (facts.open() && facts.settled) return {CaseWords::tr("Settled, still checked"), Tone::Info, "chip"};
    switch (facts.level) {
    case CaseLevelFact::Settlement:
        return {CaseWords::tr("May be settled"), Tone::Info, "hand"};
    case CaseLevelFact::Machine:
        return facts.checking ? CaseBadge{CaseWords::tr("Run again"), Tone::Info, "chip"}
                              : CaseBadge{CaseWords::tr("Narrowing"), Tone::Info, "split"};
    case CaseLevelFact::Arbiter:
        return {CaseWords::tr("With the arbiter"), Tone::Info, "gavel"};
    case CaseLevelFact::Ended:
        break;
    }
    if (facts.outcome == QLatin1String("host-wrong")) return {CaseWords::tr("Host was wrong"), Tone::Wrong, "cross"};
    if (facts.outcome == QLatin1String("host-silent")) return {CaseWords::tr("Host was silent"), Tone::Wrong, "minus"};
    if (facts.outcome == QLatin1String("false-alarm")) return {CaseWords::tr("Host was right"), Tone::Right, "check"};
    if (facts.outcome == QLatin1String("engine-fault"))
        return {CaseWords::tr("Engine was wrong"), Tone::Neutral, "chip"};
    if (facts.outcome == QLatin1String("settled")) return {CaseWords::tr("Settled"), Tone::Right, "hand"};
    if (facts.outcome == QLatin1String("ruled")) return {CaseWords::tr("Ruled"), Tone::Neutral, "gavel"};
    return {CaseWords::tr("Ended"), Tone::Neutral, ""};
}

QString outcomeSentence(const QString& outcome, const CaseFacts& facts) {
    const QString step = facts.step ? countText(*facts.step) : QString();
    if (outcome == QLatin1String("host-wrong")) return CaseWords::tr("Step %1 was wrong: the bond has paid").arg(step);
    if (outcome == QLatin1String("false-alarm"))
        return CaseWords::tr("Step %1 was right: the deposit is lost").arg(step);
    if (outcome == QLatin1String("engine-fault"))
        return CaseWords::tr("Step %1 was wrong, and so computes an engine of the build: nobody lied").arg(step);
    if (outcome == QLatin1String("host-silent")) return CaseWords::tr("the host falls silent: its bond pays");
    if (outcome == QLatin1String("opener-silent"))
        return CaseWords::tr("whoever opened it falls silent: the deposit is lost");
    if (outcome == QLatin1String("both-silent")) return CaseWords::tr("nobody answered: the deposit is lost");
    if (outcome == QLatin1String("not-decided"))
        return CaseWords::tr("The data could not be had: nobody pays, and the deposit came back");
    if (outcome == QLatin1String("moot"))
        return CaseWords::tr("The bond had paid for something else before: the deposit came back");
    if (outcome == QLatin1String("settled"))
        return CaseWords::tr("Settled: %1 credits to %2")
            .arg(creditText(facts.toOpener), partyName(facts, facts.opener));
    if (outcome == QLatin1String("ruled"))
        return CaseWords::tr("Ruled: %1 credits to %2").arg(creditText(facts.toOpener), partyName(facts, facts.opener));
    if (outcome == QLatin1String("dismissed")) return CaseWords::tr("dismissed: nothing moves");
    return {};
}

} // namespace unchained::ui
