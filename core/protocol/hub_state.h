// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "base/time.h"
#include "contract/structures.h"
#include "gpu/cbor.h"
#include "identity/keys.h"
#include "ledger/ledger.h"
#include "lottery/beacon.h"
#include "lottery/lottery.h"
#include "protocol/errors.h"
#include "verification/posterior.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <variant>
#include <vector>

/// The hub as a pure state machine: a fold over an append-only log of events.
///
/// The shell (core/net/hub_server) writes each event for which `changed` is true to the log, with its time and the
/// postings that came of it, and commits before it answers or sends anything. After a restart it folds the log again,
/// drops the effects, and asks pending() what is still to be done. No clock, socket or random source here; one thread.
namespace unchained::protocol {

using contract::ContractId;

struct HubTerms {
    contract::Periods least{1'000, 1'000, 1'000, 1'000, 1'000}; ///< least periods of an offer
    Amount checkFee;                                            ///< for each check, from the escrow
    Amount welcome;                                             ///< once for each new peer
};

/// What comes to the hub. A command's body is [name, …]; the peer is the one that TLS authenticated.
struct HubCommand {
    PeerId from;
    cbor::Value body;
};
/// The state Y[i] of a check has arrived: the provider is not silent.
struct HubOpeningCame {
    ContractId contract;
    std::uint64_t step = 0;
};
/// The worker recomputed a step. `computed` is empty where the step came to a NaN or an infinity.
struct HubCheckDone {
    ContractId contract;
    std::uint64_t step = 0;
    std::optional<Hash256> computed;
    std::string engine;
    Amount cost =
        Amount{}; ///< of the recomputation and the opening's way here, as the shell measured it; 0: not measured
};
/// Something that the renter must serve could not be had: the claim stands.
struct HubCheckImpossible {
    ContractId contract;
    std::uint64_t step = 0;
    std::string reason;
};
/// The worker recomputed the step of a benchmark that was drawn. Without `computed` the host did not hand over the
/// state before it, or that step cannot be computed: nothing is measured then.
struct HubBenchmarkChecked {
    PeerId peer;
    Hash256 seed;
    std::optional<Hash256> computed;
    std::uint64_t work = 0; ///< multiply-adds of a step
};
/// The beacon's first round stands in the log; rounds are counted from the time of this event.
struct HubBeaconBegan {
    Hash256 anchor;
};
struct HubTick {};
/// First event after a start: the hub was away for `gap` ms of hub time, deadlines move by as much.
/// The terms are those of this run: they stand in the log, so that it folds to the same books under later ones.
struct HubStarted {
    std::int64_t gap = 0;
    HubTerms terms;
};
using HubEvent = std::variant<HubCommand, HubOpeningCame, HubCheckDone, HubCheckImpossible, HubBenchmarkChecked,
                              HubBeaconBegan, HubTick, HubStarted>;

[[nodiscard]] cbor::Value encodeEvent(const HubEvent& event);
[[nodiscard]] Result<HubEvent> decodeEvent(const cbor::Value& value);

/// To both parties of a contract, in order; they ask for what they missed by number.
struct NoticeEffect {
    ContractId contract;
    std::uint64_t number = 0;
    cbor::Value body;
};
/// A listing changed.
struct ListingEffect {
    PeerId peer;
};
struct PostEffect {
    ledger::Transaction transaction;
};
/// Recompute step `step` from the state with root `before`; the shell fetches state and data, runs the worker and
/// answers with HubOpeningCame, then HubCheckDone or HubCheckImpossible.
struct CheckEffect {
    ContractId contract;
    std::uint64_t step = 0;
    Hash256 before, stepSeed;
    std::string engine; ///< empty: the fastest
};
/// A benchmark of this host began, or came to its end.
struct BenchmarkEffect {
    PeerId peer;
};
/// Recompute one step of a benchmark from the state with root `before`, which the host has; the shell answers with
/// HubBenchmarkChecked.
struct BenchmarkCheckEffect {
    PeerId peer;
    Hash256 seed; ///< names the run
    std::uint64_t step = 0;
    Hash256 before, stepSeed;
};
using HubEffect =
    std::variant<NoticeEffect, PostEffect, CheckEffect, ListingEffect, BenchmarkEffect, BenchmarkCheckEffect>;

struct HubOutcome {
    Result<cbor::Value> answer{cbor::Value()};
    std::vector<HubEffect> effects;
    bool changed = false; ///< false: nothing to log
};

/// A host as others see it: from checks that the draw chose and from settled contracts alone.
struct Standing {
    std::uint64_t stepsChecked = 0, stepsWrong = 0;
    std::uint64_t contracts = 0; ///< settled
    std::uint64_t ratings = 0, starSum = 0;
};

class HubState {
public:
    /// @param beacon  nothing: the hub's own. What a test gives must be the same in each fold.
    HubState(const identity::Keys& keys, HubTerms terms, std::shared_ptr<lottery::Beacon> beacon = nullptr);

    HubOutcome handle(const HubEvent& event, TimeMs now);
    /// When the next HubTick changes something; nothing: no deadline is set.
    [[nodiscard]] std::optional<TimeMs> nextDeadline() const;
    /// Checks that were under way when the log ends.
    [[nodiscard]] std::vector<CheckEffect> pending() const;

    /// Questions: answered from the state, never logged. `body` is [name, …]; see core/protocol/README.md.
    [[nodiscard]] Result<cbor::Value> ask(const PeerId& from, const cbor::Value& body, TimeMs now) const;
    [[nodiscard]] static bool isQuestion(const cbor::Value& body);

    /// The event that begins the beacon, for the shell that finds none in its log.
    [[nodiscard]] HubBeaconBegan beaconToBegin() const { return {m_beacon->value(0)}; }
    [[nodiscard]] bool hasBeacon() const { return m_beaconClock.has_value(); }

    [[nodiscard]] std::uint64_t logLength() const { return m_logLength; }
    [[nodiscard]] const ledger::Ledger& ledger() const { return m_ledger; }
    /// Renter and provider of a contract; empty for an unknown one.
    [[nodiscard]] std::vector<PeerId> parties(const ContractId& contract) const;
    /// The offer, for the shell that prepares a check. Null for an unknown contract.
    [[nodiscard]] const contract::Offer* offerOf(const ContractId& contract) const;

private:
    enum class Phase { Running, Leaving, Closing, Settled };
    enum class ClaimStatus { Logged, Paid, Void };
    struct ClaimRecord {
        std::uint64_t step = 0;
        Hash256 before, after, stepSeed;
        ClaimStatus status = ClaimStatus::Logged;
        std::uint64_t logIndex = 0;
    };
    struct Batch {
        std::size_t first = 0, count = 0;
        bool passed = false, released = false, paid = false;
        TimeMs closedAt = 0, payAt = 0;
    };
    struct Check {
        std::uint64_t batch = 0;
        std::uint64_t step = 0;
        bool proven = false; ///< leaf and seed are known
        Hash256 before, after, stepSeed;
        bool slow = false; ///< the second run, with scalar
        std::optional<TimeMs> openBy;
        std::string reason; ///< "batch", "policy", "no-claims", "failure", "silence"
    };
    struct Published {
        contract::Publish publish;
        std::uint64_t window = 0;
        TimeMs receiptBy = 0;
        std::optional<std::uint64_t> round; ///< of the beacon, that draws the check
    };
    struct Contract {
        contract::Offer offer;
        PeerId renter;
        Bytes offerEnvelope, acceptanceEnvelope, admissionEnvelope;
        Phase phase = Phase::Running;
        Amount face, escrowed, escrow, bond, paid, returned, fees;
        std::optional<Amount> lastCheckCost; ///< of the hub, as it was measured
        Amount checkFee;                     ///< as it was at the admission: the escrow was reckoned with it
        std::uint64_t hubSeedsShown = 0;     ///< j of the last revealed h_j
        lottery::HubChain hubChain;          ///< until it is settled
        std::uint64_t knownSeed = 0;         ///< highest k whose s_k was shown
        Hash256 knownSeedValue;
        struct Shown {
            Hash256 hash; ///< of the payload
            Bytes envelope;
        };
        std::map<std::uint64_t, Shown> commits; ///< by window, as they were first shown
        std::set<std::uint64_t> receipts;       ///< windows whose receipt was shown
        struct Draw {
            Hash256 commit; ///< of the payload
            std::uint64_t round = 0;
            std::optional<Hash256> value; ///< once the round is public
        };
        std::map<std::uint64_t, Draw> logged;     ///< by window; of a contract drawn by beacon
        std::optional<std::uint64_t> beaconChain; ///< whose anchor the parties were told last
        std::vector<ClaimRecord> claims;
        std::map<std::uint64_t, std::size_t> claimOf; ///< step → place in claims
        std::vector<Batch> batches;
        std::size_t batched = 0; ///< claims that are in a closed batch
        std::vector<Check> checks;
        std::optional<contract::Close> close;
        Bytes closeEnvelope;
        std::uint64_t leaveWindow = 0;
        std::string ending;     ///< outcome when it settles
        bool finalDone = false; ///< the last batch is closed
        std::optional<TimeMs> secretBy, closedBy, topUpBy, bondFreeAt;
        bool topUpWanted = false; ///< the escrow holds less than a ticket that is due; topUpBy: how long the end waits
        TimeMs idleBy = 0;
        std::optional<Published> published;
        std::int64_t pausedMs = 0;
        std::vector<cbor::Value> notices;
        std::uint32_t stars = 0; ///< the renter's rating; 0: none
    };

    // hub_state.cpp
    using Handler = Result<cbor::Value> (HubState::*)(const HubCommand&);
    static const std::map<std::string, Handler>& handlers();
    Result<cbor::Value> command(const HubCommand& command);
    bool advance(); ///< whether a deadline had passed
    void advanceContract(const ContractId& id, Contract& c);
    void shift(Contract& c, std::int64_t by);
    std::optional<TimeMs> earliest(const Contract& c) const;
    void notify(const ContractId& id, Contract& c, cbor::Value body);
    template <class T>
    Bytes signedByHub(const T& structure) const;
    Result<Contract*> find(const ContractId& id);
    Contract& mustFind(const ContractId& id);

    // hub_admission.cpp
    Result<cbor::Value> admit(const HubCommand& command);
    Result<void> checkOffer(const contract::Offer& offer, const PeerId& renter) const;
    Result<void> checkBeacon(const contract::Offer& offer, Amount pricePerHour) const;
    Result<Amount> escrowOf(const contract::Offer& offer) const;
    Result<cbor::Value> topUp(const HubCommand& command);

    // hub_claims.cpp
    Result<cbor::Value> claim(const HubCommand& command);
    Result<cbor::Value> release(const HubCommand& command);
    Result<cbor::Value> proof(const HubCommand& command);
    struct ProvenWindow;
    struct ProvenStep;
    struct ProvenClose;
    struct Followed;
    Result<ProvenWindow> proveWindow(const ContractId& id, const Contract& c, const Bytes& commit,
                                     const Bytes& receipt) const;
    Result<ProvenStep> proveStep(const ContractId& id, const Contract& c, const contract::StepProof& proof) const;
    Result<void> proveSeed(const Contract& c, std::uint64_t k, const Hash256& seed) const;
    Result<std::vector<std::uint64_t>> proveWins(const ContractId& id, const Contract& c, const ProvenWindow& window,
                                                 const Hash256& secret, const Hash256& nextSeed) const;
    void remember(Contract& c, const ProvenWindow& window, const Bytes& commit, std::uint64_t seedNumber,
                  const Hash256& seed);
    static Hash256 showHubSeed(Contract& c);
    void closeBatch(const ContractId& id, Contract& c);
    void startCheck(const ContractId& id, Contract& c, Check check);
    void verdict(const ContractId& id, Contract& c, const Check& check, std::optional<Hash256> computed, bool right,
                 const std::string& engine, const std::string& reason);
    void onCheckDone(const HubCheckDone& done);
    void payBatches(const ContractId& id, Contract& c);
    static bool awaitsPayment(const Contract& c, const Batch& batch);

    // hub_closing.cpp
    Result<cbor::Value> close(const HubCommand& command);
    Result<cbor::Value> closed(const HubCommand& command);
    Result<cbor::Value> leave(const HubCommand& command);
    Result<cbor::Value> pause(const HubCommand& command);
    Result<cbor::Value> publish(const HubCommand& command);
    static Result<void> proveRoots(const ContractId& id, const ProvenWindow& window, const std::vector<Hash256>& roots);
    Result<cbor::Value> receipt(const HubCommand& command);
    Result<ProvenClose> proveClose(const ContractId& id, const Contract& c, const contract::Close& close) const;
    bool listIsDrawn(const ContractId& id, const Contract& c, const ProvenClose& proven,
                     const contract::Close& close) const;
    void finalBatch(const ContractId& id, Contract& c);
    void silenceVerdict(const ContractId& id, Contract& c);
    void settleIfDone(const ContractId& id, Contract& c);
    void settle(const ContractId& id, Contract& c, Amount refunded, Amount burned);
    void slash(const ContractId& id, Contract& c, const std::string& outcome);

    // hub_faults.cpp
    Result<cbor::Value> fault(const HubCommand& command);
    Result<void> proveWrongWins(const ContractId& id, const Contract& c, const contract::Fault& fault) const;
    Result<Followed> whatFollowed(const ContractId& id, const Contract& c, const ProvenWindow& window,
                                  const Bytes& envelope) const;
    Result<std::string> proveTwo(const ContractId& id, const Contract& c, const contract::Fault& fault) const;
    bool contradicts(const ContractId& id, Contract& c, const ProvenWindow& window, const Bytes& envelope);
    void convict(const ContractId& id, Contract& c, contract::FaultKind kind, std::vector<Bytes> envelopes,
                 std::optional<Hash256> nextSeed);

    // hub_beacon.cpp
    void onBeaconBegan(const HubBeaconBegan& began);
    Result<cbor::Value> commit(const HubCommand& command);
    contract::BeaconAnchor anchorAt(std::uint64_t first) const;
    void tellChain(const ContractId& id, Contract& c, std::uint64_t round);
    std::optional<TimeMs> roundWanted(const Contract& c) const;
    void showRound(const ContractId& id, Contract& c);
    Result<Hash256> drawOf(const Contract& c, const contract::Commit& commit, const Hash256& secret,
                           const Hash256& nextSeed) const;
    bool silenceRoundIsPublic(Contract& c);
    cbor::Value beaconView(TimeMs now) const;

    // hub_policy.cpp
    [[nodiscard]] verification::Posterior posteriorOf(const PeerId& provider) const;
    [[nodiscard]] static bool isDrawn(const Check& check);
    void learn(const Contract& c, const Check& check, bool right);
    [[nodiscard]] static Amount costOfCheck(const Contract& c);
    void checkMore(const ContractId& id, Contract& c, const Hash256& h, std::optional<std::uint64_t> due);
    [[nodiscard]] static bool isBeingChecked(const Contract& c, std::uint64_t batch);
    [[nodiscard]] cbor::Value posteriorView(const PeerId& provider) const;

    // hub_money.cpp
    Result<void> post(const Hash256& id, std::string memo, const ledger::Account& from, const ledger::Account& to,
                      Amount amount);
    void mustPost(std::string memo, const ledger::Account& from, const ledger::Account& to, Amount amount);
    Result<cbor::Value> pay(const HubCommand& command);
    Result<cbor::Value> issue(const HubCommand& command);
    Result<cbor::Value> join(const HubCommand& command);

    // hub_benchmark.cpp
    Result<cbor::Value> benchmark(const HubCommand& command);
    Result<cbor::Value> benchmarked(const HubCommand& command);
    void onBenchmarkChecked(const HubBenchmarkChecked& checked);
    cbor::Value measurementOf(const PeerId& peer) const;

    // hub_market.cpp
    Result<cbor::Value> list(const HubCommand& command);
    Result<cbor::Value> rate(const HubCommand& command);
    cbor::Value listingsView() const;
    cbor::Value reviewsOf(const PeerId& peer) const;

    const identity::Keys& m_keys;
    HubTerms m_terms;
    ledger::Ledger m_ledger;
    std::map<ContractId, Contract> m_contracts;
    std::set<Hash256> m_seedAnchors;
    std::set<PeerId> m_peers;
    struct Listed {
        contract::Listing listing;
        Bytes envelope;
    };
    std::map<PeerId, Listed> m_listings;
    std::map<PeerId, Standing> m_standings;
    std::map<PeerId, verification::Posterior> m_posteriors;
    struct Benchmark {
        TimeMs since = 0;
        bool underWay = false;
        Hash256 seed = {};
        std::optional<contract::BenchmarkRun> run = {};
        std::uint64_t elapsedMs = 0, drawn = 0; ///< of the run; number of the step that is computed again
    };
    std::map<PeerId, Benchmark> m_benchmarks; ///< the last one of each host
    struct Measured {
        contract::Measurement measurement;
        Bytes envelope;
    };
    std::map<PeerId, Measured> m_measurements; ///< the last good one of each host
    std::uint64_t m_benchmarkCount = 0;
    struct Review {
        ContractId contract;
        TimeMs time = 0;
        Bytes envelope;         ///< signed Rating
        std::uint64_t wins = 0; ///< of the contract: how much was rented
    };
    std::map<PeerId, std::vector<Review>> m_reviews;   ///< by provider, in order
    std::shared_ptr<lottery::Beacon> m_beacon;         ///< no state of ours: what it says of a round it says again
    std::optional<lottery::BeaconClock> m_beaconClock; ///< once it has begun
    std::uint64_t m_logLength = 0;
    // Of the event at hand.
    TimeMs m_now = 0;
    std::uint64_t m_postings = 0;
    std::vector<HubEffect> m_effects;
};

} // namespace unchained::protocol
