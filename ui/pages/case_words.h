// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/badge.h"

/// What cases are called and how they stand, in words for people. Pure but for translation.
namespace unchained::ui {

struct CaseBadge {
    QString text;
    Tone tone = Tone::Neutral;
    const char* icon = nullptr;
};

/// "Case 31: okapi against Hashfield"
[[nodiscard]] QString caseTitle(const CaseFacts& facts);
/// "1,024 steps, 92.16 credits in dispute"
[[nodiscard]] QString caseSubject(const CaseFacts& facts);
[[nodiscard]] CaseBadge badgeOf(const CaseFacts& facts);
/// How it ended, or would end by default: "Step 613 was wrong: the bond has paid".
[[nodiscard]] QString outcomeSentence(const QString& outcome, const CaseFacts& facts);
/// "you" where it is me.
[[nodiscard]] QString partyName(const CaseFacts& facts, const QByteArray& peer);

} // namespace unchained::ui
