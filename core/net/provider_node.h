// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/worker_process.h"
#include "net/account_keeper.h"
#include "net/benchmark_run.h"
#include "net/blob_transfer.h"
#include "net/case_desk.h"
#include "net/hub_link.h"
#include "net/listener.h"
#include "net/session_host.h"
#include "protocol/provider_session.h"
#include "storage/blob_store.h"
#include "storage/peer_store.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>
#include <set>

namespace unchained::net {

struct ProviderSetup {
    std::string name, place;
    Amount pricePerHour;
    std::optional<Amount> bondMax; ///< empty: all that it has
    std::string engine;            ///< empty: the fastest, until a benchmark has shown which that is
    unsigned threads = 0;
    std::optional<std::uint32_t> selfCheck; ///< as WorkerSetup says
    std::optional<Endpoint> listen;         ///< a direct way in, beside the circuits through the hub
    bool once = false;                      ///< ends after one contract
    std::uint64_t renterStarsLeast = 0;     ///< thousandths; renters of whom nobody has said anything pass
    std::set<PeerId> arbiters; ///< who may rule over its bond beside the hub's: an offer with another one is refused
    std::filesystem::path worker;
    std::string device;
    std::uint64_t memory = 0;
    /// Multiply-adds a second; the hub's own measurement takes its place. 0: not known yet. Then it is listed once the
    /// hub has watched it, so that a machine is not measured twice.
    std::uint64_t rate = 0;
    /// How long the hub watches this machine work before it is listed; 0: not at all.
    std::chrono::milliseconds benchmark{0};
    /// The rate is of an earlier start of the same machine: an earlier measurement by this hub is good enough.
    bool rateKept = false;
    std::string build;
    /// Makes the session; test programs that lie give another.
    std::function<std::unique_ptr<protocol::ProviderSession>(const identity::Keys&, protocol::Session::Parameters)>
        makeSession;
    /// Computes a window in place of the honest way: for test programs that lie.
    std::function<void(const protocol::Session::Parameters&, const protocol::Compute&, jobs::WorkerProcess&,
                       std::function<void(std::vector<Hash256> roots)>)>
        computeWindow;
    /// Invents the roots of a benchmark: for test programs that lie.
    std::function<std::vector<Hash256>(const Hash256& seed, const Hash256& initial)> inventBenchmark;
};

/// A host: keeps its listing up, takes one contract at a time, computes in a worker, serves states.
///
/// One thread. Keys, store and blobs must outlive it.
class ProviderNode : public QObject {
    Q_OBJECT
public:
    ProviderNode(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs, HubAddress hub,
                 ProviderSetup setup, QObject* parent = nullptr);

    Result<void> start();
    void stop(std::function<void()> done);
    /// Finishes the contract under way at the next boundary and takes no new one.
    void leave();

    /// While it waits: closes and opens the listing. A contract under way goes on.
    void setOpen(bool open);
    /// From the next contract on.
    void setPrice(Amount pricePerHour);
    /// Most that is locked in one contract, from the next one on; empty: all that it has.
    void setBond(std::optional<Amount> most);
    /// Contracts under way.
    [[nodiscard]] std::vector<const protocol::ProviderSession*> sessions() const;

    [[nodiscard]] HubLink& link() { return m_link; }
    /// Multiply-adds a second, as the listing says.
    [[nodiscard]] std::uint64_t rate() const { return m_setup.rate; }
    [[nodiscard]] const std::string& engine() const { return m_setup.engine; }
    [[nodiscard]] const std::string& device() const { return m_setup.device; }
    /// The hub has taken a listing; before the first one it may watch a benchmark.
    [[nodiscard]] bool isListed() const { return m_listed; }
    /// Before start(): for test programs that lie.
    void setComputeWindow(decltype(ProviderSetup::computeWindow) compute) {
        m_setup.computeWindow = std::move(compute);
    }

signals:
    void log(const QString& line);
    /// Something in a contract, or the listing.
    void changed();
    /// The hub has seen this machine work at about this rate, by our own clock: worth keeping for the next start.
    void measured(const QString& engine, quint64 rate);
    /// A renter's offer was not taken.
    void offerRefused(const unchained::Error& why);
    void contractEnded(const QString& contract, const QString& outcome, qint64 paidMicro);
    void finished();
    void broken(const unchained::Error& why);

protected:
    struct Rental {
        std::unique_ptr<SessionHost> host;
        std::unique_ptr<jobs::WorkerProcess> worker;
        protocol::ProviderSession* session = nullptr;
        std::optional<protocol::Compute> computing;
        std::map<std::uint64_t, Hash256> afterWins = {}; ///< by step: states that a hired checker's salt may ask for
        std::uint64_t windowsKept = 0;                   ///< whose wins are, or were, among them
        bool loaded = false;
        std::uint64_t bareNs = 0;
        double cpuAtStart = 0;
    };

private:
    void onUp();
    void askBond();
    [[nodiscard]] std::optional<contract::StepProof> shown(const contract::ContractId& id, std::uint64_t step);
    void publishListing(bool open);
    void measureFirst();
    void measure();
    void takeBenchmark(const BenchmarkRun& run, const Result<contract::Measurement>& found);
    void onHubNote(const cbor::Value& note);
    void adoptContracts();
    Result<void> beginSession(protocol::Session::Parameters parameters, bool isNew);
    void addRental(std::unique_ptr<SessionHost> host, protocol::ProviderSession* session);

    void onPeerConnection(Connection* connection);
    void onCall(Connection* connection, const cbor::Value& body, const Connection::Answer& answer);
    Result<cbor::Value> onOffer(const PeerId& from, const cbor::Value& body);
    void lookAtRenter(const PeerId& renter, const cbor::Value& offer, const Connection::Answer& answer);
    Result<void> examine(const contract::Offer& offer) const;
    void onNote(Connection* connection, const cbor::Value& body);
    [[nodiscard]] bool mayRead(const PeerId& asker, const Hash256& root) const;
    void serveBlob(const PeerId& asker, const cbor::Value& body, const Connection::Answer& answer);
    Result<cbor::Value> usage(const cbor::Value& body) const;

    void compute(const contract::ContractId& id, const protocol::Compute& work);
    void gather(const contract::ContractId& id);
    void load(Rental& rental);
    void runWindow(const contract::ContractId& id);
    void windowDone(const contract::ContractId& id, const protocol::Compute& work, std::vector<Hash256> roots,
                    const jobs::RunOutcome& outcome);
    static void keepAfterWins(Rental& rental);
    void dropAfterWins(Rental& rental, bool all);
    [[nodiscard]] static bool isNeeded(const Rental& rental, const Hash256& root);
    [[nodiscard]] static bool mayBeSalted(const Rental& rental, const Hash256& root);
    void salt(const contract::ContractId& id, const protocol::SaltState& wanted);
    void ensureState(Rental& rental, const Hash256& root, const std::function<void(Result<void>)>& done);
    void onFinished(const contract::ContractId& id, const QString& outcome);
    [[nodiscard]] Rental* find(const contract::ContractId& id);

    const identity::Keys& m_keys;
    storage::PeerStore& m_store;
    storage::BlobStore& m_blobs;
    ProviderSetup m_setup;
    HubLink m_link;
    AccountKeeper m_account;
    BlobServer m_server;
    CaseDesk m_cases;
    std::unique_ptr<protocol::ProviderSession> m_disputed; ///< of an ended contract, folded again for its cases
    std::unique_ptr<Listener> m_listener;
    std::map<contract::ContractId, Rental> m_rentals;
    std::vector<QPointer<Connection>> m_peers;
    Amount m_bondMax;
    std::unique_ptr<BenchmarkRun> m_benchmark; ///< under way
    bool m_measured = false;                   ///< or it is known that it will not be
    bool m_listed = false;
    bool m_open = true;
    bool m_restored = false, m_leaving = false, m_stopping = false;
    QTimer m_retry;
};

} // namespace unchained::net
