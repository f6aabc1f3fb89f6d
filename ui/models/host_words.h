// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/badge.h"

#include <QByteArray>

/// A host in words and figures, as cards, lists and screen readers say it. Pure but for QLocale().
namespace unchained::ui {

/// At most one a host, the first whose published rule holds.
enum class HostBadge {
    None,
    FailedCheck, ///< a checked step was wrong, ever
    New,         ///< fewer than kNewBelowSteps steps were checked
    Proven,      ///< kProvenSteps steps checked, none wrong, and a mean of kProvenStars from kProvenRatings ratings
};
inline constexpr std::uint64_t kNewBelowSteps = 100, kProvenSteps = 5'000, kProvenRatings = 20;
inline constexpr double kProvenStars = 4.9;

[[nodiscard]] HostBadge badgeOf(const HostFacts& host);
/// "Proven host"; empty for None.
[[nodiscard]] QString badgeText(HostBadge badge);
/// The rule, for the tooltip.
[[nodiscard]] QString badgeRule(HostBadge badge);
[[nodiscard]] const char* badgeIcon(HostBadge badge);

/// What the host calls itself, or a nickname of its key.
[[nodiscard]] QString hostName(const HostFacts& host);
/// "Turin, Italy · 24 GB · Gallium forge"; what is not known is left out.
[[nodiscard]] QString whereText(const HostFacts& host);
/// "9.00 credits/h"
[[nodiscard]] QString pricePerHourText(const HostFacts& host);
/// Two or three figures that count, at every size: "0.00041", "0.078", "4.20", "124", "1,240".
[[nodiscard]] QString perTeraflopFigure(double credits);
/// "0.078 per TFLOP-h"
[[nodiscard]] QString perTeraflopText(const HostFacts& host);
/// How the verified price comes about: price over measured rate.
[[nodiscard]] QString perTeraflopRule(const HostFacts& host);
/// "290 GFLOPS", "4.1 TFLOPS", "82 TFLOPS", "1.9 PFLOPS".
[[nodiscard]] QString rateText(double teraflops);
/// "4.94"; empty where nobody has rated.
[[nodiscard]] QString starsText(const HostFacts& host);
/// "Offline", "Taken"; empty where it is free now.
[[nodiscard]] QString absenceText(const HostFacts& host);

struct CheckWords {
    QString text; ///< "1,284 steps checked, 0 wrong"
    const char* icon;
    Tone tone;
};
[[nodiscard]] CheckWords checkWords(const HostFacts& host);
/// All of the card in one sentence.
[[nodiscard]] QString hostSentence(const HostFacts& host);

/// Kind of device, for filters: "2 × RTX 4090" and "RTX 4090" are "RTX 4090"; "AMD EPYC, 2 threads" is "AMD EPYC".
[[nodiscard]] QString deviceKind(const QString& device);
/// The widest part of a place: "Turin, Italy" is "Italy".
[[nodiscard]] QString regionOf(const QString& place);
/// For searching: lower case, without accents and strokes: "Tromsø" is "tromso".
[[nodiscard]] QString folded(const QString& text);

} // namespace unchained::ui
