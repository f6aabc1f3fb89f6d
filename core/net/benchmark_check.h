// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/worker_process.h"
#include "net/connection.h"
#include "protocol/hub_state.h"
#include "storage/blob_store.h"

#include <QObject>
#include <QPointer>

#include <deque>

namespace unchained::net {

/// The hub's part of benchmarks: fetches the state before the step that was drawn from the host that is measured, and
/// computes the step, one after another, in a worker of its own. One thread; the store must outlive it.
class BenchmarkCheck : public QObject {
    Q_OBJECT
public:
    BenchmarkCheck(storage::BlobStore& blobs, jobs::WorkerSetup worker, QObject* parent = nullptr);

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
    void next();
    void fetch();
    void compute(const Hash256& from);
    void end(std::optional<Hash256> computed, const std::string& why);

    storage::BlobStore& m_blobs;
    const jobs::WorkerSetup m_setup;
    jobs::WorkerProcess m_worker;
    std::deque<Task> m_tasks; ///< its front is at hand while m_busy
    bool m_started = false, m_busy = false, m_stopping = false;
    Hash256 m_data;
    std::uint64_t m_work = 0;
};

} // namespace unchained::net
