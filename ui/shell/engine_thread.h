// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/engine.h"

#include <QThread>

namespace unchained::ui {

/// The engine in its own thread. GUI thread.
class EngineThread {
public:
    explicit EngineThread(EngineSetup setup) : m_engine(new Engine(std::move(setup))) {
        m_engine->moveToThread(&m_thread);
        m_thread.setObjectName(QStringLiteral("engine"));
        QObject::connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
        m_thread.start();
    }
    /// Only after stopped(), else what is under way is cut off as by a power loss.
    ~EngineThread() {
        m_thread.quit();
        m_thread.wait();
    }
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    /// For its signals, which arrive queued.
    [[nodiscard]] Engine* engine() const { return m_engine; }
    /// Runs `call(engine)` in its thread, later.
    template <class Call>
    void post(Call call) const {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, call = std::move(call)]() mutable { call(*engine); }, Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    Engine* m_engine; ///< owned by its thread
};

} // namespace unchained::ui
