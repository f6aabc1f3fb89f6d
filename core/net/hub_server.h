// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/worker_process.h"
#include "net/benchmark_check.h"
#include "net/blob_transfer.h"
#include "net/listener.h"
#include "protocol/hub_state.h"
#include "storage/blob_store.h"
#include "storage/hub_store.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <set>

namespace unchained::net {

struct HubSetup {
    Endpoint listen;
    protocol::HubTerms terms;
    std::filesystem::path worker; ///< unchained-worker
    std::string engine;           ///< for checks; empty: the fastest
    unsigned threads = 0;
    /// What this machine's own time and traffic are worth, for the policy: is one more check worth what it costs?
    Amount machinePerHour = Amount::credits(1), transferPerGigabyte = Amount::micros(10'000);
};

/// The hub's shell around HubState: connections, log, circuits, and the worker that checks.
///
/// Each event is in the log, committed, before an answer or a note leaves. One thread. The directory's lock is held by
/// the caller; store, blobs and keys must outlive the server.
class HubServer : public QObject {
    Q_OBJECT
public:
    HubServer(const identity::Keys& keys, storage::HubStore& store, storage::BlobStore& blobs, HubSetup setup,
              QObject* parent = nullptr);

    /// Folds the log, then listens. Errors of the listener, the store, and a log that does not fold.
    Result<void> start();
    [[nodiscard]] HubAddress address() const;
    /// A command of the operator, as if it had come over the wire.
    Result<cbor::Value> operatorCommand(cbor::Value body);
    [[nodiscard]] const protocol::HubState& state() const { return m_state; }
    [[nodiscard]] double checkCpuSeconds() const;
    /// Stops checks and connections; `done` when the workers are gone.
    void stop(std::function<void()> done);

signals:
    void log(const QString& line);
    /// The store cannot be written: nothing more may be said, the program must end.
    void broken(const unchained::Error& why);

private:
    struct CheckJob {
        protocol::CheckEffect effect;
        std::vector<Hash256> wanted; ///< blobs that are missing
        bool opened = false;
        TimeMs since = 0;
    };
    [[nodiscard]] TimeMs now() const;
    Result<void> fold();
    void onConnected(Connection* connection);
    void onCall(Connection* connection, const cbor::Value& body, const Connection::Answer& answer);
    void replaceHost(Connection* old, const QPointer<Connection>& now, const cbor::Value& body,
                     const Connection::Answer& answer);
    Result<cbor::Value> circuit(Connection* connection, const cbor::Value& body);
    Result<cbor::Value> listings(const PeerId& from, const cbor::Value& body) const;
    Result<cbor::Value> usage(const cbor::Value& body) const;
    Result<cbor::Value> statement(const PeerId& from, const cbor::Value& body) const;
    Result<cbor::Value> process(const protocol::HubEvent& event);
    void act(const protocol::HubEffect& effect);
    void armTimer();
    [[nodiscard]] Connection* host(const PeerId& peer) const;
    [[nodiscard]] Connection* connectionTo(const PeerId& peer) const;
    [[nodiscard]] std::vector<Connection*> connectionsTo(const PeerId& peer) const;

    // hub_checks.cpp
    void queueCheck(const protocol::CheckEffect& effect);
    void nextCheck();
    void fetchMissing();
    void fetchFrom(std::size_t asked, const Hash256& root);
    /// What one engine made of the step of a check; no root where it came to a NaN or an infinity.
    struct Recomputed {
        std::optional<Hash256> root;
        std::string engine;
        double cpuSeconds = 0;
    };
    void runCheck();
    void recompute(const protocol::CheckEffect& effect, const std::string& engine,
                   std::function<void(const Result<Recomputed>&)> then);
    void askEngines(std::function<void(std::vector<std::string>)> then);
    void runOthers(const protocol::CheckEffect& effect, protocol::HubCheckDone done, std::vector<std::string> engines);
    void tellCheck(const protocol::CheckEffect& effect, const protocol::HubCheckDone& done);
    void compareStates(const protocol::CheckEffect& effect, const Hash256& claimed, const Hash256& computed);
    void endCheck();
    void parkCheck();
    void sweepParked();
    [[nodiscard]] bool isWanted(const Hash256& opening) const;
    [[nodiscard]] std::optional<Hash256> saltedRoot(const protocol::CheckEffect& effect,
                                                    const std::optional<Hash256>& computed);
    [[nodiscard]] bool stillPending(const protocol::CheckEffect& effect) const;
    [[nodiscard]] Amount costOfCheck(double cpuSeconds, std::uint64_t openingBytes) const;
    jobs::WorkerProcess& workerFor(const std::string& engine);

    const identity::Keys& m_keys;
    storage::HubStore& m_store;
    storage::BlobStore& m_blobs;
    const HubSetup m_setup;
    protocol::HubState m_state;
    CircuitSwitch m_circuits;
    std::unique_ptr<Listener> m_listener;
    std::map<PeerId, std::vector<QPointer<Connection>>> m_peers;
    std::map<PeerId, QPointer<Connection>> m_hosts; ///< the connection that lists
    std::int64_t m_wallOffset = 0;                  ///< hub time minus the machine's clock: downtime does not count
    QTimer m_deadline, m_alive, m_retry;
    std::map<std::string, std::unique_ptr<jobs::WorkerProcess>> m_workers;
    BenchmarkCheck m_benchmarks;
    std::optional<std::vector<std::string>> m_engines; ///< that this machine can use beside `scalar`, once asked
    std::deque<CheckJob> m_checks;
    std::vector<protocol::CheckEffect> m_parked; ///< their openings are here and served: somebody hired computes
    BlobServer m_openings;
    bool m_checking = false, m_stopping = false, m_brokenStore = false;
    bool m_checkBusy = false; ///< the first check fetches or computes just now
    std::map<protocol::ContractId, std::uint64_t> m_checkNs;
    std::map<protocol::ContractId, double> m_cpuAtAdmission;
};

} // namespace unchained::net
