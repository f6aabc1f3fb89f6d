// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/prepare.h"
#include "jobs/program_shape.h"
#include "jobs/worker_process.h"
#include "net/account_keeper.h"
#include "net/blob_transfer.h"
#include "net/hub_link.h"
#include "net/session_host.h"
#include "net/session_parameters.h"
#include "protocol/renter_session.h"
#include "protocol/standing.h"
#include "storage/blob_store.h"
#include "storage/peer_store.h"
#include "verification/posterior.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <set>

namespace unchained::net {

/// What the user asked for; recorded before all else, so that a crash loses nothing.
struct RentOptions {
    std::string hub, job; ///< address; absolute path of the job file
    std::optional<PeerId> provider;
    std::optional<Amount> maxPrice; ///< credits an hour
    std::optional<Amount> maxSpend; ///< of escrow, top-ups included
    Amount atStake;                 ///< X
    std::string draw = contract::kDrawCoinflip;
    std::optional<PeerId> arbiter; ///< of complaints; nothing: the hub's
    /// Chance at which a run with a share `faked` of fakes is to be caught, in parts of 10^9; 0: as the job says.
    std::uint64_t assurance = 0, faked = 100'000'000;
    bool checkAll = false;
    std::uint32_t batch = 0; ///< claims a batch; 0: as the job says
    std::optional<contract::Periods> periods;
    std::string from, out; ///< directories; from: empty for a fresh start
    bool noRetry = false;
    bool elsewhere = false; ///< `provider` is where to begin; when it is caught or silent, others may carry on
    bool quick = false;     ///< 20 steps, every ticket wins: to try things out
    Hash256 secret;         ///< nonces come of it, so that an offer that was under way is found again
    template <class F>
    void fields(F& f) {
        f(hub, job, provider, maxPrice, maxSpend, atStake, draw, arbiter, assurance, faked, checkAll, batch, periods,
          from, out, noRetry, elsewhere, quick, secret);
    }
};
[[nodiscard]] Bytes encodeOptions(const RentOptions& options);
[[nodiscard]] Result<RentOptions> decodeOptions(ByteView bytes);

/// A host as `listings` shows it.
struct ListedHost {
    PeerId peer;
    contract::Listing listing;
    protocol::Standing standing = {};
    Amount balance; ///< free: what it can still lock
    /// What the hub has seen it do; nothing: the listing's rate is the host's own word.
    std::optional<contract::Measurement> measured = {};
    /// What the hub's draws have taught of it.
    verification::Posterior posterior = {};
    bool online = false;
};
/// Strict; a row that is signed by somebody else than its peer is left out, and so is a measurement by another hub.
[[nodiscard]] Result<std::vector<ListedHost>> readListings(const cbor::Value& answer);

/// CPU nanoseconds of a contract by phase, as each party reports its own; for the overhead figures.
struct Usage {
    std::uint64_t worker = 0, hostNode = 0, hubNode = 0, checks = 0, renter = 0;
    std::uint64_t bare = 0;
    std::uint64_t paired = 0, plain = 0; ///< worker's part of some windows, and what they would have taken bare
};

/// One contract of a job with everything that evidence needs.
struct ContractRun {
    StoredContract stored;
    std::unique_ptr<SessionHost> host;
    protocol::RenterSession* session = nullptr; ///< owned by host
    Usage usage;
};

/// Carries one job from its file to its result, over as many contracts as it takes.
///
/// One thread. Keys, store and blobs must outlive it.
class RenterJob : public QObject {
    Q_OBJECT
public:
    struct Setup {
        std::filesystem::path worker;
        std::string engine;
        unsigned threads = 0;
        /// For who watches: evaluate each state that is handed over, and ask the others every few seconds what they
        /// spent, so that overheadOf() has an answer before the end.
        bool curve = false;
        /// Most time for computing again what a host that was caught has handed over, a contract.
        std::chrono::milliseconds recheckMax = std::chrono::minutes(10);
    };
    RenterJob(const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs, HubAddress hub,
              RentOptions options, std::int64_t jobId, jobs::PreparedJob job, Setup setup, QObject* parent = nullptr);
    ~RenterJob() override;

    void start();
    /// Leaves the contract under way as soon as the hub is reached; a job without one just ends. Recorded first: a job
    /// that was cancelled once is begun nowhere else, also after a crash. Before start() or at any time later.
    void cancel();
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// Gives no receipt and no seed until resumed; deadlines stand still meanwhile, an hour a contract at most.
    void pause();
    void unpause();
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Computes one receipted step of the contract under way, or the last, from the boundary before it, and holds it
    /// against the host's commitment. The answer: whether it is right. Error: it cannot be computed.
    void checkStep(std::uint64_t step, const std::function<void(Result<bool>)>& done);
    /// Ends connections and the worker; the job stays open for resume.
    void stop(std::function<void()> done);

    [[nodiscard]] const std::vector<std::unique_ptr<ContractRun>>& runs() const { return m_runs; }
    [[nodiscard]] const jobs::PreparedJob& job() const { return m_job; }
    [[nodiscard]] const RentOptions& options() const { return m_options; }
    [[nodiscard]] HubLink& link() { return m_link; }
    [[nodiscard]] const jobs::ProgramShape& shape() const { return m_shape; }
    [[nodiscard]] const std::optional<gpu::Evaluation>& evaluation() const { return m_evaluation; }
    [[nodiscard]] Hash256 finalState() const;
    [[nodiscard]] bool complete() const;
    [[nodiscard]] bool isParallel() const { return m_shape.kind == gpu::WorkKind::Parallel; }
    /// Set when the job ended without a contract: refused, or no host fits.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

signals:
    void log(const QString& line);
    void progress(quint64 stepsDone, quint64 stepsTotal);
    /// Something in a contract.
    void changed();
    /// With Setup::curve: what a state that was handed over does on the test data; step counts from the job's begin.
    void evaluated(quint64 step, double loss, double accuracy);
    void finished();
    void broken(const unchained::Error& why);

private:
    void fail(const Error& why);
    Result<void> beginFrom(const std::filesystem::path& earlier);
    void makeInitialState();
    void onInitial(const Hash256& root, const gpu::NoiseTerms& noise);
    void begin();
    Result<void> loadRuns();
    void adopt();
    void decide();
    [[nodiscard]] bool mayGoOn(const ContractRun& run);
    void recheck();
    void computeAgain(std::uint64_t first, std::uint64_t end, const Hash256& from);
    void believeNothing();
    void chooseHost();
    struct Terms {
        contract::Offer offer;
        ListedHost host;
    };
    [[nodiscard]] Result<Terms> termsFor(const ListedHost& host) const;
    [[nodiscard]] std::string termsText(const contract::Offer& offer) const;
    [[nodiscard]] Amount spent() const;
    [[nodiscard]] Result<void> withinLimit(Amount escrow) const;
    [[nodiscard]] Result<std::uint32_t> oddsFor(std::uint64_t steps) const;
    void meet(const PeerId& provider, const std::string& address, const std::function<void(Result<Connection*>)>& done);
    void meetThroughHub(const PeerId& provider, const std::function<void(Result<Connection*>)>& done);
    void propose(Terms terms);
    void sendOffer(const std::shared_ptr<Terms>& terms, Connection* connection);
    void admit(const std::shared_ptr<Terms>& terms, const Bytes& offer, const Bytes& acceptance);
    Result<void> addRun(StoredContract stored, bool isNew);
    void serve(Connection* connection);
    void reconnect();
    void fetch(const protocol::FetchState& wanted);
    void fetchMore();
    void fetched(const Hash256& root, const Result<void>& done);
    void onFinished(const QString& outcome);
    void watchUsage();
    void gatherUsage(std::function<void()> done);
    void loadData();
    void evaluate();
    void plotState(std::uint64_t step, const Hash256& root);
    [[nodiscard]] std::optional<Hash256> dataRoot() const;
    [[nodiscard]] bool asksOneHost() const { return m_options.provider && (m_runs.empty() || !m_options.elsewhere); }
    [[nodiscard]] ContractRun* current() const { return m_runs.empty() ? nullptr : m_runs.back().get(); }
    [[nodiscard]] bool mayRead(const PeerId& asker, const Hash256& root) const;

    const identity::Keys& m_keys;
    storage::PeerStore& m_store;
    storage::BlobStore& m_blobs;
    RentOptions m_options;
    const std::int64_t m_jobId;
    jobs::PreparedJob m_job;
    jobs::ProgramShape m_shape;
    const Setup m_setup;
    HubLink m_link;
    AccountKeeper m_account;
    BlobServer m_server;
    jobs::WorkerProcess m_worker;
    gpu::NoiseTerms m_noise;
    std::optional<Hash256> m_earlierRoot; ///< --from: in place of Y[0]
    Hash256 m_initialRoot;
    std::uint64_t m_initialIteration = 0;
    std::vector<std::unique_ptr<ContractRun>> m_runs;
    const ContractRun* m_rechecking = nullptr; ///< m_recheckBegan is of it
    const ContractRun* m_rechecked = nullptr;  ///< it is decided which of its states is good
    QElapsedTimer m_recheckBegan;
    QTimer m_recheckOver;               ///< also where the worker no longer answers
    std::uint64_t m_recheckRequest = 0; ///< of the worker
    std::set<PeerId> m_tried;
    std::map<PeerId, std::string> m_addresses;
    QPointer<Connection> m_peer;
    bool m_meeting = false, m_begun = false, m_stopping = false, m_cancelled = false, m_ready = false, m_paused = false,
         m_dataLoaded = false;
    std::set<Hash256> m_fetching;   ///< what is to be handed over before the next receipt
    std::set<Hash256> m_onTheirWay; ///< of these what the provider was asked for
    std::optional<gpu::Evaluation> m_evaluation;
    std::optional<Error> m_error;
    std::optional<Error> m_lastRefusal;
    QTimer m_retry, m_unpause, m_usageSoon;
    int m_waits = 0;
    double m_cpuAtAdmission = 0;
};

} // namespace unchained::net
