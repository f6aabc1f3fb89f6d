// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace unchained {

/// CPU time of this process, all threads, user and system, in seconds (getrusage). For reports, never for decisions.
[[nodiscard]] double processCpuSeconds();

} // namespace unchained
