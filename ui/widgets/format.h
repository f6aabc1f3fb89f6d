// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "engine/facts.h"

#include <QString>

#include <optional>

/// How numbers, money and times are written, in the user's locale. Pure but for QLocale(). Source: ui.md, "Words".
namespace unchained::ui {

/// "1,284.00": two decimals; six where two would show nothing of it (0.000412). A true minus: "−121.00".
[[nodiscard]] QString creditText(Amount amount);
/// With its sign in front: "+3.00", "−0.25".
[[nodiscard]] QString signedCredits(Amount amount);
/// All six decimals, for details and tooltips.
[[nodiscard]] QString creditDetail(Amount amount);
/// The same with its sign in front.
[[nodiscard]] QString signedDetail(Amount amount);
/// Never less than the amount: for what is locked or spent at most. Up to the cent, so 74.400001 reads "74.41"; below
/// one credit, where a cent is much, all six decimals: "0.014200". Whoever types what it says has typed enough.
[[nodiscard]] QString creditCeiling(Amount amount);
/// Never more than the amount, in the same way: for what is there, or left.
[[nodiscard]] QString creditFloor(Amount amount);
/// The amount itself, with two decimals where those are all: for what a person typed and is about to pay.
[[nodiscard]] QString creditExact(Amount amount);
/// What a person types: in the locale's way or with a plain point, at most six decimals. None for a sign, a word, an
/// amount out of range.
[[nodiscard]] std::optional<Amount> amountFromText(const QString& text);

[[nodiscard]] QString countText(quint64 count);
/// "+12", "−121", "0".
[[nodiscard]] QString signedCount(qint64 count);
/// "98 %" of 0.98, with a space that does not break; never "100 %" for what is less.
[[nodiscard]] QString percent(double share, int decimals);
/// "less than a second", "42 s", "4 min 12 s", "5 h 28 min", "3 d 4 h".
[[nodiscard]] QString durationText(double seconds);
/// "14:05", or "14:05:09" with seconds: everywhere in the window the same clock, of 24 hours.
[[nodiscard]] QString clockText(qint64 time, bool seconds = false);
/// "24 Nov 2026 14:05": a moment in a list of many days, whenever it is read.
[[nodiscard]] QString stampText(qint64 time);
/// A moment as seen from now: "14:05" today, "24 Nov 14:05" this year, "24 Nov 2025" before.
[[nodiscard]] QString momentText(qint64 time, qint64 now);
/// "24 GB", "1.9 MB": decimal units, as data sheets and lines have.
[[nodiscard]] QString bytesText(quint64 bytes);
/// "24 GB" of memory: whole binary gigabytes, as cards are sold.
[[nodiscard]] QString memoryText(quint64 bytes);
/// "3142 a0f1 77cd …": groups of four that can be compared by eye, so many in a line.
[[nodiscard]] QString groupedDigits(QString digits, int groupsInLine);
/// "host.example:7100: does not answer. Try again later": subject, sentence and remedy, no full stop at the end.
[[nodiscard]] QString troubleText(const Trouble& trouble);

} // namespace unchained::ui
