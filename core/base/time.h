// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace unchained {

/// Milliseconds since 1970 as the hub logs them. Given to whoever needs it; nothing below the shell asks a clock.
using TimeMs = std::int64_t;

inline constexpr TimeMs kMsPerSecond = 1'000;
inline constexpr TimeMs kMsPerHour = 3'600 * kMsPerSecond;

} // namespace unchained
