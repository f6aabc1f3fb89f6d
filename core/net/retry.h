// SPDX-License-Identifier: Apache-2.0
#pragma once

/// How long a party waits before it asks again for what may come back.
namespace unchained::net {

inline constexpr int kRetryMs = 1'000;   ///< another party
inline constexpr int kWorkRetryMs = 500; ///< a worker of its own, or what it needs to work on

} // namespace unchained::net
