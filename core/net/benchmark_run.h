// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/keys.h"
#include "jobs/worker_process.h"
#include "net/hub_link.h"
#include "storage/blob_store.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace unchained::net {

/// A host's part of a benchmark: asks the hub for a seed, does steps until the time is over, sends their roots, and
/// hands over the state that the hub asks for. One thread; what it is given must outlive it.
class BenchmarkRun : public QObject {
    Q_OBJECT
public:
    struct Setup {
        jobs::WorkerSetup worker;
        std::chrono::milliseconds length{1'500};
        /// Roots in place of work, from the seed and Y[0]: for test programs that lie.
        std::function<std::vector<Hash256>(const Hash256& seed, const Hash256& initial)> invent;
    };
    using Done = std::function<void(Result<contract::Measurement>)>;

    BenchmarkRun(HubLink& link, const identity::Keys& keys, storage::BlobStore& blobs, Setup setup,
                 QObject* parent = nullptr);
    ~BenchmarkRun() override;

    /// Once. `done` is called once, unless this object is destroyed before.
    void start(Done done);
    /// Whether it is the root of one of the states of this run.
    [[nodiscard]] bool has(const Hash256& root) const;
    /// What did the steps; empty before the job was loaded.
    [[nodiscard]] const std::string& engine() const { return m_engine; }
    [[nodiscard]] const std::string& device() const { return m_device; }
    /// Multiply-adds a second by the host's own clock, which is the word of nobody else; 0 where no step was done.
    [[nodiscard]] std::uint64_t rate() const;
    /// The hub's signed word, once it was given.
    [[nodiscard]] const Bytes& measurement() const { return m_measurement; }
    /// Makes the blob of such a state; only the last one that was asked for is kept.
    void make(const Hash256& root, const std::function<void(Result<void>)>& done);

signals:
    void log(const QString& line);

private:
    void askForSeed();
    void run();
    void send();
    void askForResult();
    void end(Result<contract::Measurement> result);
    void keepOnly(std::optional<Hash256> root);
    [[nodiscard]] std::vector<gpu::worker::SeededStep> steps(std::uint64_t first, std::uint64_t end) const;

    HubLink& m_link;
    const identity::Keys& m_keys;
    storage::BlobStore& m_blobs;
    const Setup m_setup;
    jobs::WorkerProcess m_worker;
    Done m_done;
    std::string m_engine, m_device;
    Hash256 m_data, m_seed;
    std::vector<Hash256> m_roots; ///< of Y[0], Y[1] …
    std::optional<Hash256> m_kept;
    std::uint64_t m_request = 0;
    TimeMs m_begun = 0; ///< hub time
    Bytes m_measurement;
    QElapsedTimer m_clock;
    std::uint64_t m_workPerStep = 0;
    qint64 m_workedNs = 0; ///< until the last step that counts
    bool m_over = false;
    QTimer m_time, m_again;
};

} // namespace unchained::net
