// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/worker_process.h"
#include "net/connection.h"
#include "protocol/hub_state.h"
#include "storage/blob_store.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace unchained::net {

/// The hub's part of benchmarks: fetches the state before the step that was drawn from the host that is measured, and
/// computes the step, one after another, in a worker and a folder of its own: which blobs lie there the hosts say, and
/// none of them must be able to remove what a check of a contract needs. One thread.
class BenchmarkCheck : public QObject {
    Q_OBJECT
public:
    /// @param worker  its `blobs` is the folder, made at the first benchmark
    explicit BenchmarkCheck(jobs::WorkerSetup worker, QObject* parent = nullptr);

    /// @param host  a connection to the host; null: it is gone, and the answer comes at once
    void check(const protocol::BenchmarkCheckEffect& step, Connection* host);
    /// `done` when the worker is gone.
    void stop(std::function<void()> done);
    [[nodiscard]] double cpuSeconds() const { return m_worker.cpuSeconds(); }

signals:
    void checked(const unchained::protocol::HubBenchmarkChecked& answer);
    void log(const QString& line);

private:
    struct Task {
        protocol::BenchmarkCheckEffect step;
        QPointer<Connection> host;
    };
    Result<void> begin();
    void next();
    void fetch();
    void compute(const Hash256& from);
    void end(std::optional<Hash256> computed, const std::string& why);
    /// Whether an answer still belongs to the task at hand.
    [[nodiscard]] bool isLate(std::uint64_t task) const { return m_stopping || task != m_task; }

    const jobs::WorkerSetup m_setup;
    std::optional<storage::BlobStore> m_blobs; ///< from the first benchmark on
    jobs::WorkerProcess m_worker;
    std::deque<Task> m_tasks; ///< its front is at hand while m_busy
    std::uint64_t m_task = 0; ///< number of the one at hand
    QTimer m_late;
    bool m_busy = false, m_stopping = false;
    std::uint64_t m_work = 0;
};

} // namespace unchained::net
