// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <fstream>

/// How long the event loop of this thread was held up at most: from one wait for events to the next, less the time
/// that the thread was ready but another had its processor. So a busy machine alone is no freeze, and a wait for a
/// disk or a lock is one.
namespace story {

class Watchdog : public QObject {
    Q_OBJECT
public:
    Watchdog();

    struct Freeze {
        double worstMs = 0;
        QString when; ///< what the story was doing
    };
    [[nodiscard]] const Freeze& worst() const { return m_worst; }
    /// What is being done now, for the report.
    void setWhen(const QString& what) { m_when = what; }
    /// While a picture is taken the loop stands still, which is no freeze of the program.
    void setPaused(bool paused);

private:
    void begin();
    void end();
    [[nodiscard]] double queuedMs();

    std::ifstream m_schedule;
    QElapsedTimer m_clock;
    double m_queuedAtBegin = 0;
    bool m_running = false, m_paused = false;
    QString m_when;
    Freeze m_worst;
};

} // namespace story
