// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/badge.h"

/// What the facts of a job say to people. Pure functions.
namespace unchained::ui {

/// Its state as a badge: words, tone and icon.
struct JobBadge {
    QString text;
    Tone tone = Tone::Neutral;
    const char* icon = "";
};
[[nodiscard]] JobBadge badgeOf(const JobFacts& job);

/// "on Gallium forge, RTX 4090 in Turin"; empty before a host is found.
[[nodiscard]] QString whereOf(const ContractFacts& contract);
/// "7f3a 91c2": the first four bytes of a contract or a peer, enough to tell two apart on a page.
[[nodiscard]] QString shortId(const QByteArray& id);

/// One contract whose host returned a wrong result, and what became of the job.
struct CaughtCheat {
    QString host;
    std::optional<std::uint64_t> step;     ///< counted from 1, where known
    std::optional<Amount> bond, refund;    ///< lost by the host, and our part of it, where known
    QString next;                          ///< host that goes on; empty: none yet
    std::optional<std::uint64_t> nextStep; ///< counted from 1
    bool ended = false;                    ///< the job does not go on
};
/// The latest one of a job, if any.
[[nodiscard]] std::optional<CaughtCheat> caughtOf(const JobFacts& job);
/// "Gallium forge returned a wrong result at step 41. It lost its bond of 4.00 credits, and you got 1.20 back. The
/// job goes on with Lakeside lab from step 40."
[[nodiscard]] QString sentenceOf(const CaughtCheat& caught);

/// Who stopped answering first in a contract that broke: who, by what it is known, and when each was heard last.
struct BlameWords {
    QString who, why, heard;
};
/// The contract has a blame.
[[nodiscard]] BlameWords blameOf(const ContractFacts& contract, qint64 now);

/// How a job came out, as a heading and a sentence; for one that has ended.
struct JobOutcome {
    QString title, text;
    bool good = false;
};
[[nodiscard]] JobOutcome outcomeOf(const JobFacts& job);

} // namespace unchained::ui
