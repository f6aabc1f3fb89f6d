// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "protocol/case_record.h"
#include "widgets/badge.h"

#include <QString>

/// What the page of a listing says in more than one place. Pure but for QLocale().
namespace unchained::ui {

/// "1 time wrong, 2 false alarms": how the cases against a host ended.
[[nodiscard]] QString disputesText(const protocol::CaseRecord& record);
/// "RTX 4090 in Turin, Italy"; the device alone where no place is told.
[[nodiscard]] QString deviceIn(const HostFacts& host);
/// "118" and "exact TFLOPS".
struct ValueText {
    QString value, unit;
};
[[nodiscard]] ValueText exactRate(const HostFacts& host);
/// "120" where it is whole, else "1.20": for running text.
[[nodiscard]] QString plainCredits(Amount amount);
/// Rounded to micro-credits and held to what an amount can be.
[[nodiscard]] Amount creditsFrom(double credits);
[[nodiscard]] double creditsIn(Amount amount);
/// "1 in 100" of a rate of 0.01; "all" of 1, "none" of 0.
[[nodiscard]] QString oneIn(double rate);
/// "under 0.024 %": two digits that count, rounded up.
[[nodiscard]] QString atMostShare(double share);
/// "March 2025".
[[nodiscard]] QString monthText(qint64 time);
/// "today", "9 days ago", "3 weeks ago", "5 months ago", "2 years ago".
[[nodiscard]] QString agoText(qint64 time, qint64 now);

/// Whether it can be rented now, and if not, why.
struct Availability {
    QString text;   ///< "Free now"
    QString reason; ///< a sentence; empty where it is free
    Tone tone = Tone::Right;
    const char* icon = nullptr;
    [[nodiscard]] bool free() const { return reason.isEmpty(); }
};
[[nodiscard]] Availability availabilityOf(const HostFacts& host);

} // namespace unchained::ui
