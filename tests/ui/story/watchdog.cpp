// SPDX-License-Identifier: Apache-2.0
#include "story/watchdog.h"

#include <QAbstractEventDispatcher>

namespace story {

Watchdog::Watchdog() : m_schedule("/proc/thread-self/schedstat") {
    auto* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Watchdog::begin);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Watchdog::end);
}

void Watchdog::setPaused(bool paused) {
    m_paused = paused;
    m_running = false;
}

/// Second number of the line: nanoseconds in the run queue.
double Watchdog::queuedMs() {
    double ran = 0, queued = 0;
    m_schedule.clear();
    m_schedule.seekg(0);
    m_schedule >> ran >> queued;
    return queued * 1e-6;
}

void Watchdog::begin() {
    // Several rounds without a wait between them count as one: the user waits for all of them.
    if (m_paused || m_running) return;
    m_running = true;
    m_queuedAtBegin = queuedMs();
    m_clock.start();
}

void Watchdog::end() {
    if (!m_running) return;
    m_running = false;
    const double held = static_cast<double>(m_clock.nsecsElapsed()) * 1e-6 - (queuedMs() - m_queuedAtBegin);
    if (held > m_worst.worstMs) m_worst = {held, m_when};
}

} // namespace story
