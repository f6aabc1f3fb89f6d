// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

/// Figures in words, and words of others made harmless. Pure; safe from any thread.
namespace unchained::node {

/// "2026-01-31 23:59:58", UTC.
[[nodiscard]] std::string timeText(TimeMs time);
/// "1.50 GiB"
[[nodiscard]] std::string bytesText(std::uint64_t bytes);
/// "3 h 12 min", "41 s", "0.25 s"
[[nodiscard]] std::string secondsText(double seconds);
/// Without control characters: texts of strangers end up in terminals.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace unchained::node
