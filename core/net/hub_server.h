// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/worker_process.h"
#include "net/benchmark_check.h"
#include "net/blob_fetches.h"
#include "net/listener.h"
#include "protocol/hub_state.h"
#include "storage/blob_store.h"
#include "storage/hub_store.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <list>
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
    std::function<TimeMs()> clock = {}; ///< empty: the machine's; for tests
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
        std::uint64_t id = 0;
        protocol::CheckEffect effect;
        std::optional<TimeMs> openedAt = {}; ///< when the opening was here first
        unsigned deaths = 0;                 ///< of the worker, at this step
        bool rests = false;                  ///< after one
    };
    [[nodiscard]] TimeMs now() const;
    void noticeStandstill();
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
    void lookAtChecks();
    [[nodiscard]] bool isReady(CheckJob& job);
    [[nodiscard]] std::optional<Hash256> dataOf(const protocol::CheckEffect& effect) const;
    [[nodiscard]] std::optional<Hash256> missingFor(const protocol::CheckEffect& effect) const;
    [[nodiscard]] std::vector<PeerId> holdersOf(const protocol::CheckEffect& effect, bool isData) const;
    void fetch(const CheckJob& job, const Hash256& root);
    void dropOldData();
    /// What one engine made of the step of a check; no root where it came to a NaN or an infinity.
    struct Recomputed {
        std::optional<Hash256> root;
        std::string engine;
        double cpuSeconds = 0;
    };
    void runCheck(const CheckJob& job);
    void onTrouble(const protocol::CheckEffect& effect, const Error& why);
    void recompute(const protocol::CheckEffect& effect, const std::string& engine,
                   std::function<void(const Result<Recomputed>&)> then);
    void askEngines(std::function<void(std::vector<std::string>)> then);
    void runOthers(const protocol::CheckEffect& effect, protocol::HubCheckDone done, std::vector<std::string> engines);
    void tellCheck(const protocol::CheckEffect& effect, const protocol::HubCheckDone& done);
    void compareStates(const protocol::CheckEffect& effect, const Hash256& claimed, const Hash256& computed);
    std::list<CheckJob>::iterator endCheck(std::list<CheckJob>::iterator job);
    void endComputed();
    void park(const protocol::CheckEffect& effect);
    using PendingSteps = std::set<std::pair<protocol::ContractId, std::uint64_t>>;
    void sweepParked(const PendingSteps& pending);
    [[nodiscard]] bool isWanted(const Hash256& root) const;
    [[nodiscard]] std::optional<Hash256> saltedRoot(const protocol::CheckEffect& effect,
                                                    const std::optional<Hash256>& computed);
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
    TimeMs m_lastSeen = 0;                          ///< this program ran
    QTimer m_deadline, m_alive, m_look;
    std::map<std::string, std::unique_ptr<jobs::WorkerProcess>> m_workers;
    BenchmarkCheck m_benchmarks;
    std::optional<std::vector<std::string>> m_engines; ///< that this machine can use beside `scalar`, once asked
    std::list<CheckJob> m_checks;
    std::uint64_t m_lastCheck = 0;               ///< id of the newest
    std::uint64_t m_computing = 0;               ///< id of the one that the worker has; 0: none
    BlobFetches m_fetches;                       ///< openings and data, by the check's id
    std::deque<Hash256> m_dataSets;              ///< that were fetched, the last one used first
    std::vector<protocol::CheckEffect> m_parked; ///< their openings are here and served: somebody hired computes
    BlobServer m_openings;
    bool m_stopping = false, m_brokenStore = false;
    std::map<protocol::ContractId, std::uint64_t> m_checkNs;
    std::map<protocol::ContractId, double> m_cpuAtAdmission;
};

} // namespace unchained::net
