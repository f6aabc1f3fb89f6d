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
#include "protocol/case_state.h"
#include "protocol/errors.h"
#include "protocol/hub_bets.h"
#include "protocol/hub_checkers.h"
#include "protocol/hub_events.h"
#include "protocol/standing.h"
#include "reputation/standing.h"
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
struct MarketView;
struct PositionView;

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
    /// Who may hold the state before a step that is checked, in the order in which they are asked.
    [[nodiscard]] std::vector<PeerId> holders(const CheckEffect& check) const;
    /// Where the check is that of a case: the root that the host committed to.
    [[nodiscard]] std::optional<Hash256> claimedInCase(const CheckEffect& check) const;
    /// Where somebody was hired for the check: the salt of the task.
    [[nodiscard]] std::optional<Hash256> saltFor(const CheckEffect& check) const;
    /// The opening is kept and nothing computed: a hired checker, or the provider's salted root, is still to come.
    [[nodiscard]] bool waitsForChecker(const CheckEffect& check) const;
    /// Whether a peer has a task for which it needs this opening or data set.
    [[nodiscard]] bool mayFetch(const PeerId& peer, const Hash256& root) const;
    /// Whether bets may be made on such a contract.
    [[nodiscard]] bool allowsBets(const contract::Offer& offer) const;
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
        std::string reason; ///< "batch", "policy", "no-claims", "failure", "silence", "forced"
        std::optional<HiredTask> hired = {};
    };
    /// What a party wrote of the other, and what that one replied; empty envelopes: nothing yet.
    struct Written {
        contract::Review review;
        Bytes envelope;
        std::optional<TimeMs> at;
        std::uint64_t replyVersion = 0;
        Bytes reply;
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
        std::string build;                   ///< the published build that the host accepted with
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
        TimeMs settledAt = 0; ///< 0: not yet
        Amount kept;          ///< by the host, when it is settled: paid, less what came back from the bond
        Written ofRenter, ofProvider;
        bool renterLeft = false;   ///< by its Leave
        bool twoReceipts = false;  ///< of the renter, for one window: what that costs is taken in the end
        std::size_t openCases = 0; ///< the bond stays locked as long as there is one
        TimeMs heard[2] = {0, 0};  ///< last word of the renter, of the provider
    };

    // hub_state.cpp
    using Handler = Result<cbor::Value> (HubState::*)(const HubCommand&);
    static const std::map<std::string, Handler>& handlers();
    Result<cbor::Value> command(const HubCommand& command);
    void onStarted(const HubStarted& started);
    void onCheckImpossible(const HubCheckImpossible& impossible, bool& changed);
    void hear(const PeerId& from);
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
    void takeCheckFee(const ContractId& id, Contract& c, const Check& check, const ledger::Account& payee);
    void onCheckDone(const HubCheckDone& done);
    void payBatches(const ContractId& id, Contract& c);
    static bool awaitsPayment(const Contract& c, const Batch& batch);

    // hub_closing.cpp
    Result<cbor::Value> close(const HubCommand& command);
    Result<cbor::Value> closed(const HubCommand& command);
    Result<cbor::Value> leave(const HubCommand& command);
    void beginLeaving(Contract& c, bool owesSecret);
    Result<cbor::Value> pause(const HubCommand& command);
    Result<cbor::Value> publish(const HubCommand& command);
    static Result<void> proveRoots(const ContractId& id, const ProvenWindow& window, const std::vector<Hash256>& roots,
                                   gpu::WorkKind kind);
    Result<cbor::Value> receipt(const HubCommand& command);
    Result<ProvenClose> proveClose(const ContractId& id, const Contract& c, const contract::Close& close) const;
    bool listIsDrawn(const ContractId& id, const Contract& c, const ProvenClose& proven,
                     const contract::Close& close) const;
    void finalBatch(const ContractId& id, Contract& c);
    void silenceVerdict(const ContractId& id, Contract& c);
    void settleIfDone(const ContractId& id, Contract& c);
    void takeRentersPenalty(const ContractId& id, Contract& c);
    void settle(const ContractId& id, Contract& c, Amount refunded, Amount burned);
    /// @param wrongStep  that was recomputed and came out otherwise
    void slash(const ContractId& id, Contract& c, const std::string& outcome,
               std::optional<std::uint64_t> wrongStep = std::nullopt);

    // hub_checkers.cpp
    Result<cbor::Value> enlist(const HubCommand& command);
    Result<cbor::Value> delist(const HubCommand& command);
    Result<cbor::Value> checkAnswer(const HubCommand& command);
    Result<cbor::Value> saltedRoot(const HubCommand& command);
    Result<cbor::Value> askCheckers(const PeerId& from, const std::string& name) const;
    void hire(const ContractId& id, const Contract& c, Check& check);
    [[nodiscard]] bool computesAgain(const HiredTask& task) const;
    [[nodiscard]] std::vector<contract::CheckerLots> checkersFor(const ContractId& id, const Contract& c,
                                                                 Amount atStake) const;
    Result<cbor::Value> decline(const HubCommand& command);
    void onCheckReady(const HubCheckReady& ready);
    void compareAnswers(const ContractId& id, Contract& c, std::uint64_t step);
    void takeOver(const ContractId& id, Check& check);
    bool hiredAreLate(const ContractId& id, Contract& c);
    /// Judges what was answered; whose the fee of the check is.
    ledger::Account endHired(const ContractId& id, Contract& c, const Check& check);
    void loseStake(const HiredTask& task);
    void giveBack(const PeerId& checker);
    void owe(const PeerId& provider, Amount amount);
    void collect(const PeerId& provider);
    void freeStakes();
    [[nodiscard]] static bool disputedByHired(const Check& check, const Hash256& found);
    static void noteTruth(Check& check, const HubCheckDone& done, const Hash256& found);
    template <class Visit>
    void eachTask(const Visit& visit);
    template <class Visit>
    void eachTask(const Visit& visit) const;
    [[nodiscard]] const HiredTask* taskOf(const CheckEffect& check) const;
    [[nodiscard]] std::map<PeerId, Amount> lockedStakes() const;

    // hub_bets.cpp
    Result<cbor::Value> openMarket(const HubCommand& command);
    Result<cbor::Value> bet(const HubCommand& command);
    Result<cbor::Value> odds(const HubCommand& command);
    Result<BetMarket*> findMarket(const contract::MarketId& id);
    Result<void> mayOpen(const contract::MarketId& id, const Contract& c, const PeerId& by) const;
    Result<betting::MarketRules> rulesOf(const contract::MarketId& id, const Contract& c) const;
    [[nodiscard]] std::vector<PeerId> barredFrom(const ContractBets& bets) const;
    [[nodiscard]] static Amount stakesOn(const ContractBets& bets);
    [[nodiscard]] static Amount stakesLeft(const Contract& c, const ContractBets& bets);
    Result<void> mayTopUp(const ContractId& id, const Contract& c, Amount amount) const;
    Result<void> placeBet(const contract::MarketId& id, BetMarket& m, const PeerId& by, const contract::Bet& bet);
    void placeOdds(const ContractId& id, const Contract& c, ContractBets& bets, BetMarket& m);
    bool clearBets(); ///< whether a clearing was due
    void clearMarket(const contract::MarketId& id, ContractBets& bets, BetMarket& m);
    void forceCheck(const contract::MarketId& id, Contract& c);
    void drawForced(const ContractId& id, Contract& c);
    void startForced(const contract::MarketId& id, Contract& c, contract::ForcedCheck note);
    void betsAfterClaim(const ContractId& id, Contract& c);
    void betsAfterCheck(const ContractId& id, Contract& c, const Check& check, bool computed);
    [[nodiscard]] bool betsHold(const ContractId& id, const Contract& c, const Batch& batch) const;
    [[nodiscard]] static bool forcedUnderWay(const Contract& c, const Batch& batch);
    void endClaimMarkets(const ContractId& id, Contract& c, const Batch& batch);
    struct EndOfMarket;
    void endMarket(const contract::MarketId& id, Contract& c, BetMarket& m, const EndOfMarket& end);
    void endBets(const ContractId& id, Contract& c);
    struct SlashedBets;
    SlashedBets wrongBets(const ContractId& id, std::optional<std::uint64_t> wrongStep, const std::string& outcome);
    void endSlashedBets(const ContractId& id, Contract& c, const SlashedBets& slashed, Amount stakers);
    void shiftBets(std::int64_t by);
    std::optional<TimeMs> nextClearing() const;

    // hub_bets_view.cpp
    Result<cbor::Value> askBets(const PeerId& from, const std::string& name, cbor::Reader& in) const;
    [[nodiscard]] MarketView marketView(const contract::MarketId& id, const BetMarket& m) const;
    [[nodiscard]] static std::optional<TimeMs> closesAt(const contract::MarketId& id, const Contract& c);
    [[nodiscard]] PositionView positionView(const contract::MarketId& id, const BetMarket& m, const PeerId& peer) const;
    cbor::Value marketsView() const;
    cbor::Value openingsView() const;
    cbor::Value positionsOf(const PeerId& peer) const;

    // hub_faults.cpp
    Result<cbor::Value> fault(const HubCommand& command);
    Result<void> proveWrongWins(const ContractId& id, const Contract& c, const contract::Fault& fault) const;
    Result<Followed> whatFollowed(const ContractId& id, const Contract& c, const ProvenWindow& window,
                                  const Bytes& envelope) const;
    Result<void> proveTwo(const ContractId& id, const Contract& c, const contract::Fault& fault) const;
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
    /// What checks have taught of a host, each half-life since the first one aged by one.
    struct Belief {
        verification::Posterior posterior;
        TimeMs since = 0; ///< of what is no older than a half-life
    };
    [[nodiscard]] Belief beliefOf(const PeerId& provider, TimeMs now) const;
    [[nodiscard]] verification::Posterior posteriorOf(const PeerId& provider, TimeMs now) const;
    [[nodiscard]] verification::Chance fraudByBets(const ContractId& id, const Contract& c) const;
    [[nodiscard]] static bool isDrawn(const Check& check);
    void learn(const Contract& c, const Check& check, bool right);
    [[nodiscard]] static Amount costOfCheck(const Contract& c);
    void checkMore(const ContractId& id, Contract& c, const Hash256& h, std::optional<std::uint64_t> due);
    [[nodiscard]] static bool isBeingChecked(const Contract& c, std::uint64_t batch);
    [[nodiscard]] cbor::Value posteriorView(const PeerId& provider, TimeMs now) const;

    // hub_money.cpp
    Result<void> post(const Hash256& id, std::string memo, const ledger::Account& from, const ledger::Account& to,
                      Amount amount);
    void mustPost(std::string memo, const ledger::Account& from, const ledger::Account& to, Amount amount);
    Result<cbor::Value> pay(const HubCommand& command);
    Result<cbor::Value> issue(const HubCommand& command);
    Result<cbor::Value> join(const HubCommand& command);

    // hub_cases.cpp
    using CaseId = contract::CaseId;
    Result<cbor::Value> openCase(const HubCommand& command);
    Result<cbor::Value> caseStep(const HubCommand& command);
    Result<cbor::Value> caseAnswer(const HubCommand& command);
    Result<disputes::Bisection::Start> proveDispute(const contract::CaseOpening& v, const Contract& c,
                                                    const Bytes& firstProof, const Bytes& lastProof,
                                                    const Hash256& seed) const;
    Result<ProvenStep> caseProof(const ContractId& id, const Contract& c, const Bytes& encoded) const;
    Result<void> mayOpen(const contract::CaseOpening& v, const PeerId& opener, const Contract& c) const;
    void followNarrowing(const CaseId& id, CaseState& s);
    void onCaseCheckDone(const HubCheckDone& done);
    void onCaseOpening(const HubOpeningCame& came, bool& changed);
    void onCaseCompared(const HubCaseCompared& compared, bool& changed);
    void onCaseImpossible(const HubCheckImpossible& impossible, bool& changed);
    void caseVerdict(const CaseId& id, CaseState& s, bool engineWrong);
    void caseSilence(const CaseId& id, CaseState& s, disputes::BisectionEnd end);
    bool advanceCases();
    void advanceCase(const CaseId& id, CaseState& s);
    void shiftCases(std::int64_t by);
    [[nodiscard]] static std::optional<TimeMs> caseDeadline(const CaseState& s);
    /// @param bondStays  false where the bond is about to answer: no ruling may take from it before
    void endCase(const CaseId& id, CaseState& s, const std::string& outcome, bool bondStays = true);
    void contractAnswered(const ContractId& id);
    void contractSettled(const ContractId& id);
    void noteCase(const CaseId& id, const CaseState& s);
    Result<CaseState*> findCase(const CaseId& id);
    [[nodiscard]] static bool isOf(const CaseState& s, const PeerId& peer);

    // hub_settlement.cpp
    Result<cbor::Value> settleCase(const HubCommand& command);
    Result<cbor::Value> rule(const HubCommand& command);
    Result<cbor::Value> addEvidence(const HubCommand& command);
    Result<void> carryOut(const CaseId& id, CaseState& s, const contract::Settlement& terms);
    void carryOutRuling(const CaseId& id, CaseState& s);
    void depositTo(const CaseId& id, CaseState& s, const ledger::Account& to, const char* memo);

    // hub_messages.cpp
    Result<cbor::Value> message(const HubCommand& command);
    Result<cbor::Value> messagesOf(const PeerId& from, cbor::Reader& in) const;
    Result<cbor::Value> casesOf(const PeerId& from) const;
    [[nodiscard]] cbor::Value caseRecordOf(const PeerId& peer) const;
    Result<cbor::Value> caseOf(const PeerId& from, cbor::Reader& in) const;
    Result<cbor::Value> evidenceOf(const PeerId& from, cbor::Reader& in) const;
    [[nodiscard]] contract::CaseView viewOf(const CaseId& id, const CaseState& s) const;
    void blame(const ContractId& id, Contract& c);

    // hub_engine_fault.cpp
    static std::optional<std::string> faultyEngine(const HubCheckDone& done, const ContractId& id,
                                                   const Hash256& claimed);
    void engineFault(const ContractId& id, Contract& c, const Check& check, const HubCheckDone& done,
                     const std::string& engine);
    void endByEngineFault(const ContractId& id, Contract& c);
    void withdrawBuild(const std::string& build);
    void fillPool();
    [[nodiscard]] Result<void> buildIsGood(const char* field, const std::string& build) const;

    // hub_benchmark.cpp
    Result<cbor::Value> benchmark(const HubCommand& command);
    Result<cbor::Value> benchmarked(const HubCommand& command);
    void onBenchmarkChecked(const HubBenchmarkChecked& checked);
    cbor::Value measurementOf(const PeerId& peer) const;

    // hub_market.cpp
    Result<cbor::Value> list(const HubCommand& command);
    cbor::Value listingsView(TimeMs now) const;

    // hub_reviews.cpp
    Result<cbor::Value> review(const HubCommand& command);
    Result<cbor::Value> reply(const HubCommand& command);
    static bool reviewsAreOpen(const Contract& c, TimeMs now);
    void countSettled(const ContractId& id, Contract& c, Amount refunded);
    cbor::Value reviewsOf(const PeerId& peer, TimeMs now) const;
    cbor::Value ownReviews(const PeerId& from, TimeMs now) const;
    Standing standingOf(const PeerId& peer, TimeMs now) const;
    void addPayments(const PeerId& by, std::vector<reputation::Payment>& out) const;
    reputation::Figure ratingOf(const PeerId& peer, TimeMs now) const;

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
    struct Checks {
        std::uint64_t done = 0, wrong = 0;
    };
    std::map<PeerId, Checks> m_checks; ///< by host: those that the draw chose
    std::map<PeerId, Belief> m_beliefs;
    struct Benchmark {
        TimeMs since = 0;
        bool underWay = false;
        bool interrupted = false; ///< by the hub: it says nothing of the host
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
    std::map<PeerId, std::vector<ContractId>> m_settledOf; ///< by party, in order
    std::map<PeerId, std::map<PeerId, Amount>> m_keptOf;   ///< by renter, then host: what it paid in settled contracts
    std::shared_ptr<lottery::Beacon> m_beacon;             ///< no state of ours: what it says of a round it says again
    std::optional<lottery::BeaconClock> m_beaconClock;     ///< once it has begun
    std::map<CaseId, CaseState> m_cases;
    std::map<ContractId, std::vector<contract::CarriedMessage>> m_messages;
    std::map<ContractId, ContractBets> m_bets;    ///< of the contracts on which bets are allowed
    std::map<PeerId, EnlistedChecker> m_checkers; ///< also who is off the list again
    std::set<ContractId> m_hiring;                ///< contracts that may have hired checks
    std::map<PeerId, Amount> m_owed;              ///< by providers, for recomputations
    std::set<std::string> m_withdrawnBuilds;      ///< an engine of theirs was found wrong
    std::uint64_t m_logLength = 0;
    // Of the event at hand.
    TimeMs m_now = 0;
    std::uint64_t m_postings = 0;
    std::vector<HubEffect> m_effects;
};

} // namespace unchained::protocol
