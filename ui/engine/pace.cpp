// SPDX-License-Identifier: Apache-2.0
#include "engine/pace.h"

namespace unchained::ui {

void Pace::observe(std::int64_t ms, std::size_t contracts, std::uint64_t steps, bool paused) {
    const std::int64_t passed = ms - std::exchange(m_seenAt, ms);
    if (!std::exchange(m_paused, paused)) m_workedMs += passed;
    const bool another = std::exchange(m_contracts, contracts) != contracts;
    if (!m_last || another || m_last->steps != steps) m_last = Mark{m_workedMs, steps};
    if (!m_first || another || m_first->steps > steps) m_first = m_last;
}

double Pace::secondsPerStep() const {
    if (!m_first || m_last->steps <= m_first->steps) return 0;
    return static_cast<double>(m_last->workedMs - m_first->workedMs) / 1000.0 /
           static_cast<double>(m_last->steps - m_first->steps);
}

std::optional<std::uint64_t> Pace::steps() const {
    if (!m_last) return std::nullopt;
    return m_last->steps;
}

} // namespace unchained::ui
