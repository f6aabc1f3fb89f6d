// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <utility>

namespace unchained::ui {

/// How fast the host that works now gets on. Pauses do not count, nor does the time before its contract. Pure: the
/// clock is the caller's.
class Pace {
public:
    /// @param ms         of a clock that never goes back
    /// @param contracts  of the job so far; another one is another host's pace
    /// @param steps      of the job that are done
    /// @param paused     from now on
    void observe(std::int64_t ms, std::size_t contracts, std::uint64_t steps, bool paused);
    /// 0 while there is no progress yet.
    [[nodiscard]] double secondsPerStep() const;
    /// Nothing before the first look.
    [[nodiscard]] std::optional<std::uint64_t> steps() const;

private:
    struct Mark {
        std::int64_t workedMs = 0;
        std::uint64_t steps = 0;
    };
    std::int64_t m_seenAt = 0, m_workedMs = 0;
    bool m_paused = false;
    std::size_t m_contracts = 0;
    std::optional<Mark> m_first, m_last;
};

} // namespace unchained::ui
