// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

/// The history of the wallet in words and as a table file. Pure functions.
namespace unchained::ui {

/// What moved, as people say it; a memo that is not known here is shown as it came.
[[nodiscard]] QString ledgerWords(const LedgerLine& line);
/// Whether a host was paid there for its work: by a ticket, or for a renter who did not answer or broke the rules.
[[nodiscard]] bool isEarned(const LedgerLine& line);
/// Lines that hold every word of `search`, in any case, in their words, market, number or amount. Order is kept.
[[nodiscard]] std::vector<LedgerLine> searchLedger(const std::vector<LedgerLine>& lines, const QString& search);
/// RFC 4180 with a header, UTF-8, CRLF, ISO 8601 times in UTC and amounts with a point: the same in every language.
/// Text that a spreadsheet would run as a formula begins with an apostrophe.
[[nodiscard]] QByteArray ledgerCsv(const std::vector<LedgerLine>& lines);

} // namespace unchained::ui
