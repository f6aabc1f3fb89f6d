// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "contract/structures.h"
#include "gpu/cbor.h"
#include "ledger/ledger.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What happens to a hub, as it stands in its log, and what it asks of its shell.
namespace unchained::protocol {

using contract::ContractId;

struct HubTerms {
    /// Least periods of an offer. As long as an offer's own defaults, where the operator does not say otherwise: a host
    /// that accepts a second to hand over an opening has lost its bond at the first check.
    contract::Periods least;
    Amount checkFee; ///< for each check, from the escrow
    Amount welcome;  ///< once for each new peer
    /// Bets are for contracts drawn by beacon: two who collude choose the draw of a coinflip. True lets a hub of
    /// friends have them there, too.
    bool coinflipBets = false;
    Amount pool; ///< least that the insurance pool holds after a start; it pays refunds for engine faults alone
    std::uint64_t hire = 0; ///< share of the checks of the draw for which somebody is hired, in parts of 10^9
    /// Share of those on which checker and host agree that the hub makes again itself, in parts of 10^9.
    std::uint64_t again = 0;
    /// Rules over complaints, where an offer names it: renters and hosts of this hub do unless they choose others.
    std::optional<PeerId> arbiter;
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
/// The opening and the data of a check for which somebody is hired are here: it can begin.
struct HubCheckReady {
    ContractId contract;
    std::uint64_t step = 0;
};
/// What another engine of this build made of a step; no root where it came to a NaN or an infinity.
struct EngineRoot {
    std::string engine;
    std::optional<Hash256> root;
};
/// The worker recomputed a step. `computed` is empty where the step came to a NaN or an infinity.
struct HubCheckDone {
    ContractId contract;
    std::uint64_t step = 0;
    std::optional<Hash256> computed;
    std::string engine;
    Amount cost =
        Amount{}; ///< of the recomputation and the opening's way here, as the shell measured it; 0: not measured
    /// Where saltFor() names a salt: the salted root of what was computed. Without it nobody can be judged.
    std::optional<Hash256> salted = {};
    std::vector<EngineRoot> others = {}; ///< beside `scalar`: each other engine of the hub's machine
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
/// The state that a host had committed to after a disputed step was at hand, and held against what the hub computed.
struct HubCaseCompared {
    ContractId contract;
    std::uint64_t step = 0;
    std::string tensor; ///< the first that differs, in declared order
    std::uint64_t differing = 0, values = 0;
};
struct HubTick {};
/// First event after a start: the hub was away for `gap` ms of hub time, deadlines move by as much.
/// The terms are those of this run: they stand in the log, so that it folds to the same books under later ones.
struct HubStarted {
    std::int64_t gap = 0;
    HubTerms terms;
};
using HubEvent = std::variant<HubCommand, HubOpeningCame, HubCheckReady, HubCheckDone, HubCheckImpossible,
                              HubBenchmarkChecked, HubBeaconBegan, HubCaseCompared, HubTick, HubStarted>;

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
/// answers with HubOpeningCame, then HubCheckDone or HubCheckImpossible. With engine "scalar" it has each other engine
/// compute the step, too.
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
/// To a peer whose case changed, or who has a message: ["case", id] or ["message", contract]. It asks for the rest.
struct PeerNoteEffect {
    PeerId to;
    cbor::Value body;
};
/// Recompute one step of a benchmark from the state with root `before`, which the host has; the shell answers with
/// HubBenchmarkChecked.
struct BenchmarkCheckEffect {
    PeerId peer;
    Hash256 seed; ///< names the run
    std::uint64_t step = 0;
    Hash256 before, stepSeed;
};
using HubEffect = std::variant<NoticeEffect, PostEffect, CheckEffect, ListingEffect, BenchmarkEffect,
                               BenchmarkCheckEffect, PeerNoteEffect>;

struct HubOutcome {
    Result<cbor::Value> answer{cbor::Value()};
    std::vector<HubEffect> effects;
    bool changed = false; ///< false: nothing to log
};

} // namespace unchained::protocol
