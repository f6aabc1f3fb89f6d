// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "base/time.h"
#include "contract/fields.h"
#include "gpu/merkle.h"
#include "gpu/work_kind.h"

#include <string>
#include <vector>

/// Everything that is signed. Field order is wire order; core/protocol/README.md describes each byte for byte.
///
/// A structure travels in the envelope [payload, signer, signature] (identity/envelope.h); its hash is SHA-256 of the
/// payload. Plain values; safe from any thread.
namespace unchained::contract {

using ContractId = Hash256;

enum class ContractError : std::uint32_t {
    Malformed = 600, ///< not a structure of this name, or not canonical
    WrongSigner,     ///< signed by somebody who may not sign it
    WrongHub,        ///< names another marketplace
    Expired,         ///< the offer's life is over, or it claims more life than 60 s
    BadShape,        ///< steps, window, odds or periods outside what the protocol allows
    PeriodTooShort,  ///< a period below the hub's least value
    PriceTooLow,     ///< c is less than work, price and rate give
    NotDeterred,     ///< q_min > 1: cheating would pay at this bond
    TooFewChecks,    ///< g above the one that deterrence asks for
    Overflow,        ///< an amount leaves the range of amounts
};

/// Milliseconds of hub time.
struct Periods {
    std::uint64_t release = 3'600'000;  ///< L: from a batch's close to payment without Release
    std::uint64_t opening = 86'400'000; ///< to answer a request for an opening
    std::uint64_t secret = 86'400'000;  ///< to open b_k and file Close once the contract is being closed
    std::uint64_t bond = 3'600'000;     ///< from settlement until the bond is free
    std::uint64_t grace = 900'000;      ///< least patience with a silent party
    bool operator==(const Periods&) const = default;
    template <class F>
    void fields(F& f) {
        f(release, opening, secret, bond, grace);
    }
};

/// Most milliseconds from now to the end of an offer's life.
inline constexpr std::int64_t kOfferLifeMs = 60'000;
/// Latest iteration at which a contract begins; with steps and their iterations it stays far below 2^64.
inline constexpr std::uint64_t kStartIterationMax = std::uint64_t{1} << 48;
inline constexpr std::size_t kArbitersMax = 8; ///< of an offer

/// Kinds of draw: `coinflip` binds the two parties alone, `beacon` anybody.
inline constexpr const char* kDrawCoinflip = "coinflip";
inline constexpr const char* kDrawBeacon = "beacon";

/// Signed by the renter: what is to be computed and under which terms.
struct Offer {
    static constexpr const char* kName = "offer";
    PeerId hub, provider;
    Hash256 nonce;
    std::string program; ///< "train/v1"
    cbor::Value parameters;
    Hash256 initialRoot;              ///< root of Y[0]; of parallel work the same in every contract of the job
    std::uint64_t startIteration = 0; ///< the job's iteration at which Y[0] stands
    std::vector<Hash256> dataRoots;
    std::uint64_t steps = 0; ///< N
    std::uint32_t iterationsPerStep = 1;
    std::uint32_t window = 1; ///< W
    Amount price;             ///< c
    std::uint32_t odds = 1;   ///< n, p = 1/n
    std::vector<std::int32_t> noiseScales;
    std::uint32_t noiseAmplitude = 8;
    Hash256 seedAnchor;      ///< s_0
    Amount bond;             ///< B
    Amount atStake;          ///< X
    std::uint32_t batch = 1; ///< g
    std::string draw = kDrawCoinflip;
    PeerId receiptKey;
    Periods periods;
    std::vector<PeerId> arbiters; ///< the ladder; empty: the hub decides
    std::int64_t expires = 0;     ///< hub time; at most 60 s after it is made
    [[nodiscard]] gpu::WorkKind kind() const { return gpu::workKind(program); }
    template <class F>
    void fields(F& f) {
        f(hub, provider, nonce, program, parameters, initialRoot, startIteration, dataRoots, steps, iterationsPerStep,
          window, price, odds, noiseScales, noiseAmplitude, seedAnchor, bond, atStake, batch, draw, receiptKey, periods,
          arbiters, expires);
    }
};

/// Signed by the provider.
struct Acceptance {
    static constexpr const char* kName = "acceptance";
    Hash256 offer;     ///< SHA-256 of the offer's payload
    std::string build; ///< the published build that computes
    template <class F>
    void fields(F& f) {
        f(offer, build);
    }
};

/// Signed by the hub; nobody computes before it.
struct Admission {
    static constexpr const char* kName = "admission";
    ContractId contract;
    Amount escrow, bond;
    Hash256 hubAnchor; ///< h_0
    template <class F>
    void fields(F& f) {
        f(contract, escrow, bond, hubAnchor);
    }
};

/// Signed by the provider, one per window.
struct Commit {
    static constexpr const char* kName = "commit";
    ContractId contract;
    std::uint64_t window = 0;              ///< k, from 1
    Hash256 root;                          ///< C_k
    Hash256 secretHash;                    ///< H(b_k)
    std::optional<Hash256> previousSecret; ///< b_{k-1}; null in the first window
    std::vector<std::uint64_t> previousWins;
    template <class F>
    void fields(F& f) {
        f(contract, window, root, secretHash, previousSecret, previousWins);
    }
};

/// Signed by the offer's receiptKey, one per window; s_{k+1} goes with it.
///
/// It names the commitment and not its root alone: with H(b_k) left open a provider that has seen s_{k+1} could show
/// the hub another commitment to the same root, whose secret makes every ticket win.
struct Receipt {
    static constexpr const char* kName = "receipt";
    ContractId contract;
    std::uint64_t window = 0;
    Hash256 root;   ///< C_k
    Hash256 commit; ///< SHA-256 of the payload of Commit_k
    template <class F>
    void fields(F& f) {
        f(contract, window, root, commit);
    }
};

/// One step shown to the hub: its leaf, the way to C_k, and the two signatures over C_k. No signature of its own.
struct StepProof {
    std::uint64_t window = 0, step = 0;
    Bytes leaf; ///< data of the leaf (lottery::leafData)
    std::vector<Hash256> path;
    Bytes commit;  ///< envelope
    Bytes receipt; ///< envelope; empty where the window was published without one
    template <class F>
    void fields(F& f) {
        f(window, step, leaf, path, commit, receipt);
    }
};

/// Signed by the provider, or by the renter for a listed win that the provider does not file.
struct Claim {
    static constexpr const char* kName = "claim";
    ContractId contract;
    StepProof proof;
    Hash256 secret;   ///< b_k
    Hash256 nextSeed; ///< s_{k+1}
    template <class F>
    void fields(F& f) {
        f(contract, proof, secret, nextSeed);
    }
};

/// Signed by the provider: opens the last window. Ends the contract after `steps` committed steps.
///
/// Leaf and path show which step is the window's last, and whether it failed: the root alone does not say how many
/// steps it stands for.
struct Close {
    static constexpr const char* kName = "close";
    ContractId contract;
    std::uint64_t window = 0;        ///< K, the last receipted one; 0: none
    std::uint64_t steps = 0;         ///< committed steps; fewer than all of K windows: the last one failed
    std::optional<Hash256> secret;   ///< b_K; null for K = 0
    std::vector<std::uint64_t> wins; ///< wins_K
    Bytes commit, receipt;           ///< of window K; empty for K = 0
    std::optional<Hash256> nextSeed; ///< s_{K+1}; null for K = 0
    Bytes leaf;                      ///< data of the leaf of step `steps` − 1; empty for K = 0
    std::vector<Hash256> path;       ///< from it, the last leaf, to C_K
    template <class F>
    void fields(F& f) {
        f(contract, window, steps, secret, wins, commit, receipt, nextSeed, leaf, path);
    }
};

/// Signed by the receiptKey: the renter has seen Close and every listed win is filed.
struct Closed {
    static constexpr const char* kName = "closed";
    ContractId contract;
    std::uint64_t window = 0;
    template <class F>
    void fields(F& f) {
        f(contract, window);
    }
};

/// Signed by the renter: the contract is to be closed at the last receipted window. A provider leaves with its Close.
struct Leave {
    static constexpr const char* kName = "leave";
    ContractId contract;
    std::uint64_t window = 0;
    template <class F>
    void fields(F& f) {
        f(contract, window);
    }
};

/// Most milliseconds that a contract's deadlines stand still, in all.
inline constexpr std::int64_t kPauseMaxMs = 3'600'000;

/// Signed by either party: deadlines stand still until then; at most an hour a contract.
struct Pause {
    static constexpr const char* kName = "pause";
    ContractId contract;
    std::int64_t until = 0;
    template <class F>
    void fields(F& f) {
        f(contract, until);
    }
};

/// Signed by the receiptKey: pays a batch at once.
struct Release {
    static constexpr const char* kName = "release";
    ContractId contract;
    std::uint64_t batch = 0; ///< from 1
    template <class F>
    void fields(F& f) {
        f(contract, batch);
    }
};

enum class FaultKind : std::uint32_t { WrongWins = 1, TwoCommits = 2, TwoReceipts = 3 };

/// Signed by whoever shows it; the envelopes are the proof.
///
/// WrongWins: {Commit_k, Receipt_k, and Commit_{k+1} or Close}, s_{k+1}; a Close at an earlier window says that there
/// was no window k, and opens it as little. TwoCommits, TwoReceipts: the two envelopes.
struct Fault {
    static constexpr const char* kName = "fault";
    ContractId contract;
    std::uint32_t kind = 0;
    std::vector<Bytes> envelopes;
    std::optional<Hash256> nextSeed;
    template <class F>
    void fields(F& f) {
        f(contract, kind, envelopes, nextSeed);
    }
};

/// Signed by the provider: a commitment that was never receipted.
struct Publish {
    static constexpr const char* kName = "publish";
    ContractId contract;
    Bytes commit;
    std::vector<Hash256> roots; ///< one more than its committed steps
    Hash256 seed;               ///< s_k
    StepProof before;           ///< of the last step of window k − 1, where the roots begin; empty for k = 1
    template <class F>
    void fields(F& f) {
        f(contract, commit, roots, seed, before);
    }
};

struct TopUp {
    static constexpr const char* kName = "top-up";
    ContractId contract;
    CommandId id;
    Amount amount;
    template <class F>
    void fields(F& f) {
        f(contract, id, amount);
    }
};

struct Pay {
    static constexpr const char* kName = "pay";
    PeerId hub;
    CommandId id;
    PeerId to;
    Amount amount;
    template <class F>
    void fields(F& f) {
        f(hub, id, to, amount);
    }
};

/// Signed by the hub's operator: money enters.
struct Issuance {
    static constexpr const char* kName = "issuance";
    PeerId hub;
    CommandId id;
    PeerId to;
    Amount amount;
    template <class F>
    void fields(F& f) {
        f(hub, id, to, amount);
    }
};

struct Listing {
    static constexpr const char* kName = "listing";
    PeerId hub;
    std::uint64_t version = 0;                      ///< a later one replaces an earlier one; hub time of its making
    std::string name, place, device, build, engine; ///< place: where it stands, in the host's own words
    std::uint64_t memory = 0;                       ///< bytes
    Amount pricePerHour;
    std::uint64_t rate = 0; ///< multiply-adds a second, measured at self-test
    Amount bondMax;         ///< most that is locked in one contract
    std::string address;    ///< of its own listener, "host:port"; empty: through the hub only
    bool open = true;       ///< false: takes no new contract
    template <class F>
    void fields(F& f) {
        f(hub, version, name, place, device, build, engine, memory, pricePerHour, rate, bondMax, address, open);
    }
};

/// Signed by a party of a settled contract, about the other one. Blind until both are in (core/reputation).
struct Review {
    static constexpr const char* kName = "review";
    PeerId hub;
    ContractId contract;
    std::uint64_t version = 0;        ///< a later one replaces an earlier one; hub time of its making
    std::vector<std::uint32_t> stars; ///< 1 … 5 each, in the order of reputation::kDimensionNames
    std::string text;
    template <class F>
    void fields(F& f) {
        f(hub, contract, version, stars, text);
    }
};

/// Signed by who was reviewed, when both reviews may be read.
struct Reply {
    static constexpr const char* kName = "reply";
    PeerId hub;
    ContractId contract;
    std::uint64_t version = 0; ///< as a review's
    std::string text;
    template <class F>
    void fields(F& f) {
        f(hub, contract, version, text);
    }
};

/// Signed by a host: the steps of the benchmark that it has just done, with the seed that the hub gave it for them.
struct BenchmarkRun {
    static constexpr const char* kName = "benchmark-run";
    PeerId hub;
    Hash256 seed;               ///< a[i] = H("step-seed", seed, i)
    std::string engine;         ///< that did them
    std::vector<Hash256> roots; ///< of Y[0], Y[1] …
    template <class F>
    void fields(F& f) {
        f(hub, seed, engine, roots);
    }
};

/// Signed by the hub: what a host has been seen to do. A step of the run, drawn after the roots were there, came out
/// the same when the hub computed it.
struct Measurement {
    static constexpr const char* kName = "measurement";
    PeerId hub, provider;
    std::string engine;
    std::uint64_t steps = 0, work = 0; ///< multiply-adds of a step
    std::uint64_t elapsedMs = 0;       ///< from the seed to the roots, by the hub's clock
    std::int64_t time = 0;             ///< hub time of the roots
    template <class F>
    void fields(F& f) {
        f(hub, provider, engine, steps, work, elapsedMs, time);
    }
    /// Multiply-adds a second.
    [[nodiscard]] std::uint64_t rate() const {
        const double perSecond = static_cast<double>(steps) * static_cast<double>(work) * 1e3 /
                                 static_cast<double>(elapsedMs == 0 ? 1 : elapsedMs);
        return perSecond >= 1 ? static_cast<std::uint64_t>(perSecond) : 1;
    }
};

/// Signed by a host: what it measured of itself, with what the hub has seen. All but the measurement, which the hub
/// has signed, is the host's own word.
struct BenchReport {
    static constexpr const char* kName = "bench-report";
    PeerId hub;
    std::string device, engine, build;
    std::uint64_t products = 0, training = 0;  ///< multiply-adds a second: of products of 14 bits, of the GPT's step
    std::uint64_t memory = 0, memoryCopy = 0;  ///< bytes, bytes a second
    std::uint64_t diskWrite = 0, diskRead = 0; ///< bytes a second in the data directory
    std::uint64_t roundTripUs = 0, throughput = 0; ///< to the hub and back; bytes a second
    Bytes measurement;                             ///< envelope of the hub's Measurement
    std::int64_t time = 0;                         ///< hub time
    template <class F>
    void fields(F& f) {
        f(hub, device, engine, build, products, training, memory, memoryCopy, diskWrite, diskRead, roundTripUs,
          throughput, measurement, time);
    }
};

/// Signed by the hub: what a check found. `computed` is null where the step failed or no opening came.
struct CheckResult {
    static constexpr const char* kName = "check-result";
    ContractId contract;
    std::uint64_t batch = 0; ///< 0: a check outside the batches (failure, silence)
    std::uint64_t step = 0;
    Hash256 claimed;
    std::optional<Hash256> computed;
    bool right = false;
    std::string engine;
    std::string reason; ///< why there is no computed root; empty otherwise
    template <class F>
    void fields(F& f) {
        f(contract, batch, step, claimed, computed, right, engine, reason);
    }
};

/// Signed by the hub: h_j, and which of the batch's claims is due.
struct BatchClosed {
    static constexpr const char* kName = "batch-closed";
    ContractId contract;
    std::uint64_t batch = 0;
    Hash256 hubSeed;                  ///< h_j
    std::vector<std::uint64_t> steps; ///< the claims of the batch in the order of the log
    std::optional<std::uint64_t> due; ///< step that is checked; null: none
    template <class F>
    void fields(F& f) {
        f(contract, batch, hubSeed, steps, due);
    }
};

/// Signed by the hub.
struct Paid {
    static constexpr const char* kName = "paid";
    ContractId contract;
    std::uint64_t step = 0;
    Amount amount;
    std::uint64_t logIndex = 0;
    template <class F>
    void fields(F& f) {
        f(contract, step, amount, logIndex);
    }
};

/// Outcomes for which the bond answered.
[[nodiscard]] inline bool isSlashed(std::string_view outcome) {
    return outcome == "caught" || outcome == "provider-silent";
}
/// Outcomes after which nobody relies on what the host handed over last, whoever is to blame.
[[nodiscard]] inline bool isInDoubt(std::string_view outcome) {
    return isSlashed(outcome) || outcome == "engine-fault";
}

/// Signed by the hub: the contract's money is dealt with.
struct Settled {
    static constexpr const char* kName = "settled";
    ContractId contract;
    std::string outcome; ///< "complete", "left", "failed-step", "caught", "renter-silent", "provider-silent",
                         ///< "renter-fault", "engine-fault"
    Amount paid;         ///< to the provider
    Amount returned;     ///< of the escrow, to the renter
    Amount fees;
    Amount refunded; ///< from the bond, to the renter
    Amount burned;   ///< of the bond
    std::uint64_t logIndex = 0;
    template <class F>
    void fields(F& f) {
        f(contract, outcome, paid, returned, fees, refunded, burned, logIndex);
    }
};

/// Bounds that keep the arithmetic of rounds far from any edge: hub time to the year 10,000, and so many rounds.
inline constexpr std::int64_t kBeaconStartMax = 253'402'300'800'000;
inline constexpr std::uint64_t kBeaconRoundMax = std::uint64_t{1} << 40;

/// Signed by the hub: the first round of a chain of its beacon, public from start + 3 s · round on.
struct BeaconAnchor {
    static constexpr const char* kName = "beacon";
    PeerId hub;
    std::int64_t start = 0;   ///< hub time of round 0
    std::uint64_t rounds = 0; ///< of each chain
    std::uint64_t round = 0;  ///< a multiple of it
    Hash256 value;
    template <class F>
    void fields(F& f) {
        f(hub, start, rounds, round, value);
    }
};

/// Signed by the hub: Commit_k of a contract drawn by beacon stands in its log, before the round is public that draws.
struct Logged {
    static constexpr const char* kName = "logged";
    ContractId contract;
    std::uint64_t window = 0;
    Hash256 commit;          ///< SHA-256 of Commit_k's payload
    std::int64_t time = 0;   ///< hub time
    std::uint64_t round = 0; ///< the first that is public at least 6 s later
    template <class F>
    void fields(F& f) {
        f(contract, window, commit, time, round);
    }
};

/// Contract id = H("contract", offer payload, acceptance payload).
[[nodiscard]] ContractId contractId(ByteView offerPayload, ByteView acceptancePayload);

} // namespace unchained::contract
