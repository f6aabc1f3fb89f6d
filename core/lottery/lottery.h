// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/merkle.h"
#include "gpu/result.h"
#include "gpu/work_kind.h"

#include <cstdint>
#include <optional>
#include <vector>

/// One hash pays, seeds and draws (protocol.md 2). Pure functions on which renter, provider, hub and anybody who
/// verifies later must agree for ever. Vectors: tests/vectors/chain.json. Safe from any thread.
namespace unchained::lottery {

enum class LotteryError : std::uint32_t {
    WindowTooLong = 700, ///< more than kWindowStepsMax steps
};

inline constexpr std::uint64_t kWindowStepsMax = 4096;
/// Most steps of a contract: at its admission the hub makes a chain of as many hashes, while everybody else waits.
inline constexpr std::uint64_t kStepsMax = std::uint64_t{1} << 20;
inline constexpr std::uint64_t kBoundaries = 20; ///< handovers a job

/// Half-open range of step numbers, counted from 0 over the whole contract.
struct StepRange {
    std::uint64_t first = 0, end = 0;
    [[nodiscard]] std::uint64_t count() const { return end - first; }
    [[nodiscard]] bool contains(std::uint64_t step) const { return step >= first && step < end; }
};

/// Number K of windows of a contract of `steps` steps; the last may be short.
[[nodiscard]] std::uint64_t windowCount(std::uint64_t steps, std::uint64_t window);
/// Steps of window k (from 1).
[[nodiscard]] StepRange windowSteps(std::uint64_t k, std::uint64_t steps, std::uint64_t window);
[[nodiscard]] std::uint64_t windowOf(std::uint64_t step, std::uint64_t window);
/// True after window k iff floor(20k/K) > floor(20(k-1)/K): the state is handed over before the next seed.
[[nodiscard]] bool isBoundary(std::uint64_t k, std::uint64_t windows);

/// The renter's chain: s_{k-1} = H("seed", s_k). Made from its end; holds every value, 32 bytes a window.
class SeedChain {
public:
    /// End s_{windows+1} = HMAC(seed key, canonical CBOR [nonce]).
    SeedChain(const Hash256& seedKey, const Hash256& nonce, std::uint64_t windows);
    [[nodiscard]] const Hash256& at(std::uint64_t k) const; ///< s_k, 0 ≤ k ≤ windows + 1
private:
    std::vector<Hash256> m_seeds;
};
[[nodiscard]] Hash256 previousSeed(const Hash256& seed);
/// True iff hashing `seed` k − known.k times gives `known`: s_k belongs to the chain whose earlier value is known.
[[nodiscard]] bool seedFollows(const Hash256& seed, std::uint64_t k, const Hash256& known, std::uint64_t knownK);
[[nodiscard]] Hash256 stepSeed(const Hash256& windowSeed, std::uint64_t step);

/// The provider's secret b_k = HMAC(draw key, canonical CBOR [contract, k, C_k]): a restored key backup restores it.
[[nodiscard]] Hash256 drawSecret(const Hash256& drawKey, const Hash256& contract, std::uint64_t k, const Hash256& root);
[[nodiscard]] Hash256 secretHash(const Hash256& secret);

/// The hub's chain h_{j-1} = H("hub", h_j), h_{N+2} = HMAC(hub key, canonical CBOR [contract]).
[[nodiscard]] Hash256 hubSeed(const Hash256& hubKey, const Hash256& contract, std::uint64_t steps, std::uint64_t j);

/// The same chain for who shows it value by value: every 1,024th is kept, the others are made again from there.
class HubChain {
public:
    HubChain() = default;
    HubChain(const Hash256& hubKey, const Hash256& contract, std::uint64_t steps);
    [[nodiscard]] Hash256 at(std::uint64_t j) const; ///< h_j, 0 ≤ j ≤ steps + 2
private:
    std::uint64_t m_end = 0;
    std::vector<Hash256> m_marks; ///< h_0, h_1024, …, and the end
};

/// Leaf i of C_k: canonical CBOR ["unchained/leaf/v1", i, root(Y[i]), root(Y[i+1])]; of parallel work the roots of Y[0]
/// and of the tile.
struct Leaf {
    std::uint64_t step = 0;
    Hash256 before, after;
    bool operator==(const Leaf&) const = default;
};
[[nodiscard]] Bytes leafData(const Leaf& leaf);
[[nodiscard]] Result<Leaf> readLeaf(ByteView data);
/// Root of what the window's step at place `at` begins with, of its count + 1 roots: the state before it, or, of
/// parallel work, Y[0], which stands first.
[[nodiscard]] const Hash256& inputRoot(gpu::WorkKind kind, const std::vector<Hash256>& roots, std::size_t at);
/// Leaf hashes of a window from its count + 1 roots.
[[nodiscard]] std::vector<Hash256> windowLeaves(StepRange steps, const std::vector<Hash256>& roots,
                                                gpu::WorkKind kind = gpu::WorkKind::Serial);
/// C_k.
[[nodiscard]] Hash256 windowRoot(StepRange steps, const std::vector<Hash256>& roots,
                                 gpu::WorkKind kind = gpu::WorkKind::Serial);
/// What stands for root(Y[i+1]) where step i came to a NaN or an infinity: H("failure", contract, i).
[[nodiscard]] Hash256 failureRoot(const Hash256& contract, std::uint64_t step);

/// coinflip: ρ_k = H("draw", b_k, s_{k+1}).
[[nodiscard]] Hash256 coinflip(const Hash256& secret, const Hash256& nextSeed);
/// The rule of the draw on a 64-bit word, whatever it is made from: it wins iff word < floor(2^64 / n); always for n
/// = 1.
[[nodiscard]] bool wordWins(std::uint64_t word, std::uint32_t n);
/// Ticket i wins iff the first 64 bits of H("ticket", ρ_k, contract, i) < floor(2^64 / n); always for n = 1.
[[nodiscard]] bool wins(const Hash256& rho, const Hash256& contract, std::uint64_t step, std::uint32_t n);
/// The same against a threshold instead of odds.
[[nodiscard]] bool winsBelow(const Hash256& rho, const Hash256& contract, std::uint64_t step, std::uint64_t threshold);
/// Step numbers of the winning tickets, ascending.
[[nodiscard]] Result<std::vector<std::uint64_t>> winningSteps(const Hash256& rho, const Hash256& contract,
                                                              StepRange steps, std::uint32_t n);

/// The rule of the batch on a 64-bit word: the place of the claim that is checked among m ≤ g, number = word mod g.
[[nodiscard]] std::optional<std::uint64_t> placeInBatch(std::uint64_t word, std::uint64_t g, std::uint64_t m,
                                                        bool onlyBatch);
/// Which claim of batch j (from 1) is checked, as its place in the batch; none where the draw falls beyond a partial
/// last batch of m < g claims, unless it is the contract's only batch.
[[nodiscard]] std::optional<std::uint64_t> dueInBatch(const Hash256& h, const Hash256& contract, std::uint64_t j,
                                                      std::uint64_t g, std::uint64_t m, bool onlyBatch);
/// Where the policy checks one claim more than the draw: its place among the `others` of batch j that are not due.
[[nodiscard]] std::uint64_t moreInBatch(const Hash256& h, const Hash256& contract, std::uint64_t j,
                                        std::uint64_t others);
/// Whether somebody is hired for the check of a step, and which of `lots` ≥ 1 lots is drawn for it; h is the last value
/// of the hub's chain that was shown. `share` is in parts of 10^9.
inline constexpr std::uint64_t kHireAlways = 1'000'000'000;
[[nodiscard]] bool isHired(const Hash256& h, const Hash256& contract, std::uint64_t step, std::uint64_t share);
[[nodiscard]] std::uint64_t drawnLot(const Hash256& h, const Hash256& contract, std::uint64_t step, std::uint64_t lots);
/// Of a contract without any claim: the step after a boundary state (Y[0] counts) that is checked; `committed` steps
/// are committed.
[[nodiscard]] std::optional<std::uint64_t> dueWithoutClaims(const Hash256& h1, const Hash256& contract,
                                                            std::uint64_t committed, std::uint64_t steps,
                                                            std::uint64_t window);
/// Of a published window that nobody receipted: the step that is checked.
[[nodiscard]] std::uint64_t dueInSilence(const Hash256& h, const Hash256& contract, std::uint64_t k, StepRange steps);
/// Step of a check that stakes on wrong have forced: one of `steps`, which are not empty.
[[nodiscard]] std::uint64_t dueWhenForced(const Hash256& h, const Hash256& contract,
                                          const std::vector<std::uint64_t>& steps);
/// Of a benchmark's steps: the one that the hub computes again. `run` is what the host signed, `hubKey` known to the
/// hub alone.
[[nodiscard]] std::uint64_t dueInBenchmark(const Hash256& hubKey, const Bytes& run, std::uint64_t steps);

/// P(Bin(trials, 1/n) > k), by recurrence from the mode: IEEE + - * / alone, the same on every machine.
[[nodiscard]] double binomialAbove(std::uint64_t trials, std::uint32_t n, std::uint64_t k);
/// Least k with P(Bin(trials, 1/n) > k) ≤ tail.
[[nodiscard]] std::uint64_t binomialQuantile(std::uint64_t trials, std::uint32_t n, double tail);
/// w: most wins of one window that are reckoned with, P(more) ≤ 10^-6.
[[nodiscard]] std::uint64_t windowWinsMax(std::uint64_t window, std::uint32_t n);
/// Tickets that the escrow covers: 99.9 % quantile of the wins of N − W steps, plus w. In face values V.
[[nodiscard]] std::uint64_t escrowTickets(std::uint64_t steps, std::uint64_t window, std::uint32_t n);

} // namespace unchained::lottery
