// SPDX-License-Identifier: Apache-2.0
#include "pages/job_words.h"

#include "widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

namespace {

struct JobWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::JobWords)
};

QString stepText(std::uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

} // namespace

JobBadge badgeOf(const JobFacts& job) {
    switch (job.state) {
    case JobState::Preparing:
        return {JobWords::tr("Preparing"), Tone::Neutral, "clock"};
    case JobState::Waiting:
        return {JobWords::tr("Waiting for a host"), Tone::Won, "clock"};
    case JobState::Running:
        return {JobWords::tr("Running"), Tone::Info, "bolt"};
    case JobState::Paused:
        return {JobWords::tr("Paused"), Tone::Neutral, "pause"};
    case JobState::Ending:
        return {JobWords::tr("Ending"), Tone::Info, "clock"};
    case JobState::Complete:
        return {JobWords::tr("Complete"), Tone::Right, "check"};
    case JobState::Ended:
        return {JobWords::tr("Cancelled"), Tone::Neutral, "stop"};
    case JobState::Failed:
        return {JobWords::tr("Failed"), Tone::Wrong, "cross"};
    }
    return {};
}

QString whereOf(const ContractFacts& contract) {
    if (contract.host.isEmpty()) return {};
    if (contract.device.isEmpty()) return JobWords::tr("on %1").arg(contract.host);
    if (contract.place.isEmpty()) return JobWords::tr("on %1, %2").arg(contract.host, contract.device);
    return JobWords::tr("on %1, %2 in %3").arg(contract.host, contract.device, contract.place);
}

QString shortId(const QByteArray& id) {
    const QString hex = QString::fromLatin1(id.left(4).toHex());
    return hex.left(4) + QLatin1Char(' ') + hex.mid(4);
}

std::optional<CaughtCheat> caughtOf(const JobFacts& job) {
    const auto caught = std::find_if(job.contracts.rbegin(), job.contracts.rend(),
                                     [](const ContractFacts& each) { return each.outcome == QLatin1String("caught"); });
    if (caught == job.contracts.rend()) return std::nullopt;
    CaughtCheat out;
    out.host = caught->host;
    out.step = caught->wrongStep;
    if (!caught->bond.isZero()) out.bond = caught->bond;
    if (caught == job.contracts.rbegin()) {
        out.ended = !job.underWay();
    } else {
        out.next = std::prev(caught)->host;
        out.nextStep = std::prev(caught)->firstStep;
    }
    return out;
}

namespace {

QString moneySentence(const CaughtCheat& caught) {
    const QString bond = caught.bond ? creditText(*caught.bond) : QString();
    const QString refund = caught.refund ? creditText(*caught.refund) : QString();
    if (caught.bond && caught.refund)
        return JobWords::tr("It lost its bond of %1 credits, and you got %2 back.").arg(bond, refund);
    if (caught.bond) return JobWords::tr("It lost its bond of %1 credits.").arg(bond);
    if (caught.refund) return JobWords::tr("It lost its bond, and you got %1 credits back.").arg(refund);
    return JobWords::tr("It lost its bond.");
}

QString thenSentence(const CaughtCheat& caught) {
    if (!caught.next.isEmpty() && caught.nextStep)
        return JobWords::tr("The job goes on with %1 from step %2.").arg(caught.next, stepText(*caught.nextStep));
    if (!caught.next.isEmpty()) return JobWords::tr("The job goes on with %1.").arg(caught.next);
    if (caught.ended) return JobWords::tr("The job ended there.");
    return JobWords::tr("Another host is being looked for.");
}

} // namespace

/// Whole sentences, one after the other: no language has to fit the end of one to the begin of another.
QString sentenceOf(const CaughtCheat& caught) {
    const QString text =
        caught.step ? JobWords::tr("%1 returned a wrong result at step %2.").arg(caught.host, stepText(*caught.step))
                    : JobWords::tr("%1 returned a wrong result.").arg(caught.host);
    return QStringList{text, moneySentence(caught), thenSentence(caught)}.join(QLatin1Char(' '));
}

namespace {

QString blameReason(const BlameFacts& blame) {
    const QString& why = blame.why;
    if (why == QLatin1String("caught")) return JobWords::tr("Proven: a step was run again, and it was another one.");
    if (why == QLatin1String("renter-fault")) return JobWords::tr("Proven: two receipts of one window are signed.");
    if (why == QLatin1String("failed-step"))
        return JobWords::tr("Proven: a step came to no number, which is the arithmetic and nobody.");
    if (why == QLatin1String("no-word"))
        return JobWords::tr("Not proven: the other had waited for longer than the grace, and left.");
    if (why == QLatin1String("left")) return JobWords::tr("Not proven: it left before the end.");
    if (why == QLatin1String("abandoned")) return JobWords::tr("Not proven: nothing happened for 30 days.");
    return blame.proven ? JobWords::tr("Proven by signatures.")
                        : JobWords::tr("Not proven: it did not answer the marketplace in time.");
}

} // namespace

BlameWords blameOf(const ContractFacts& contract, qint64 now) {
    const BlameFacts& blame = *contract.blame;
    const QString host = contract.host;
    BlameWords out;
    switch (blame.first) {
    case BlameFacts::First::Host:
        out.who = JobWords::tr("%1 stopped first, contract %2").arg(host, shortId(contract.contract));
        break;
    case BlameFacts::First::Renter:
        out.who = JobWords::tr("This side stopped first, contract %1 with %2").arg(shortId(contract.contract), host);
        break;
    case BlameFacts::First::Nobody:
        out.who = JobWords::tr("Nobody stopped first, contract %1 with %2").arg(shortId(contract.contract), host);
        break;
    }
    out.why = blameReason(blame);
    const auto heard = [now](qint64 time) { return time > 0 ? momentText(time, now) : JobWords::tr("never"); };
    out.heard = JobWords::tr("Last word to the marketplace: %1 %2, this side %3. Last word of %1 recorded here: %4.")
                    .arg(host, heard(blame.hostHeard), heard(blame.renterHeard), heard(blame.hostHeardHere));
    return out;
}

JobOutcome outcomeOf(const JobFacts& job) {
    const QString last = job.contracts.empty() ? QString() : job.contracts.back().outcome;
    if (job.state == JobState::Complete)
        return {JobWords::tr("The job is complete"),
                (job.tiles
                     ? JobWords::tr("%1 tiles are done and every win is settled. What was not won has come back.")
                     : JobWords::tr("%1 steps are done and every win is settled. What was not won has come back."))
                    .arg(stepText(job.stepsDone)),
                true};
    if (job.state == JobState::Ended)
        return {JobWords::tr("You cancelled this job"),
                JobWords::tr("What was won stays paid; the rest of what was locked has come back."), false};
    if (last == QLatin1String("failed-step"))
        return {JobWords::tr("The training itself failed"),
                JobWords::tr("A step came to no number. The host is not to blame: look at the job file."), false};
    if (last == QLatin1String("renter-silent"))
        return {JobWords::tr("This side fell silent"),
                JobWords::tr("What was owed was paid, and the contract is closed."), false};
    return {JobWords::tr("The job ended early"),
            job.trouble.any() ? QString() : JobWords::tr("No host could carry it on. What was not won has come back."),
            false};
}

} // namespace unchained::ui
