// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"

/// What is signed and told about hired checkers (protocol.md 3). Field order is wire order. Plain values.
namespace unchained::contract {

/// Signed by whoever offers to check for hire, anew for each change: `stake` is what it puts at stake in all.
struct Enlist {
    static constexpr const char* kName = "enlist";
    PeerId hub;
    std::uint64_t version = 0; ///< a later one replaces an earlier one; hub time of its making
    Amount stake;
    Amount feeLeast; ///< for a check
    template <class F>
    void fields(F& f) {
        f(hub, version, stake, feeLeast);
    }
};

/// Signed by a checker that takes no further task: what is not locked by a task comes back at once, the rest with it.
struct Delist {
    static constexpr const char* kName = "delist";
    PeerId hub;
    std::uint64_t version = 0; ///< above that of the Enlist
    template <class F>
    void fields(F& f) {
        f(hub, version);
    }
};

/// Signed by a checker: what the step came to on its own machine. A step that makes a NaN comes to the failure root,
/// and its salted root is that of the failure root's 32 bytes.
struct CheckAnswer {
    static constexpr const char* kName = "check-answer";
    ContractId contract;
    std::uint64_t step = 0;
    Hash256 salt;   ///< the hub's, for this task
    Hash256 plain;  ///< root of Y[step + 1]
    Hash256 salted; ///< merkle::saltedRoot of it
    template <class F>
    void fields(F& f) {
        f(contract, step, salt, plain, salted);
    }
};

/// Signed by the provider: the salted root of the state that it has committed to after the step.
struct SaltedRoot {
    static constexpr const char* kName = "salted-root";
    ContractId contract;
    std::uint64_t step = 0;
    Hash256 salt, salted;
    template <class F>
    void fields(F& f) {
        f(contract, step, salt, salted);
    }
};

/// Who could have been hired. Each stands in the draw once for each task that its free stake can answer for, so that
/// nobody gains by coming under several names.
struct CheckerLots {
    PeerId peer;
    std::uint64_t lots = 0;
    bool operator==(const CheckerLots&) const = default;
    template <class F>
    void fields(F& f) {
        f(peer, lots);
    }
};

/// Signed by the hub with the result of a check for which somebody was hired: who was drawn among whom, what both
/// answered, and how it went. Until then nobody but the checker knows whom the draw chose.
struct Hired {
    static constexpr const char* kName = "hired";
    ContractId contract;
    std::uint64_t step = 0;
    Hash256 hubSeed;                   ///< h that drew, the last one that was shown
    std::vector<CheckerLots> checkers; ///< ascending by peer
    PeerId checker;
    Bytes checkerAnswer, providerAnswer; ///< envelopes; empty where none came in time
    std::string
        outcome; ///< "agreed": no more was computed; "right", "wrong", "silent" of the checker; "none": released
    template <class F>
    void fields(F& f) {
        f(contract, step, hubSeed, checkers, checker, checkerAnswer, providerAnswer, outcome);
    }
};

/// All that a hired checker is told of a step. Not the claimed root, and not whose it is.
struct CheckTask {
    static constexpr const char* kName = "check-task";
    ContractId contract;
    std::uint64_t step = 0;
    Hash256 salt;
    Hash256 before;   ///< root of Y[step]; the hub serves it and the data
    Hash256 stepSeed; ///< a[step]
    std::string program;
    cbor::Value parameters;
    std::vector<Hash256> dataRoots;
    std::uint64_t startIteration = 0;
    std::uint32_t iterationsPerStep = 1;
    std::vector<std::int32_t> noiseScales;
    std::uint32_t noiseAmplitude = 0;
    std::int64_t answerBy = 0; ///< hub time; moved by as much as the hub is away
    Amount fee, atStake;
    template <class F>
    void fields(F& f) {
        f(contract, step, salt, before, stepSeed, program, parameters, dataRoots, startIteration, iterationsPerStep,
          noiseScales, noiseAmplitude, answerBy, fee, atStake);
    }
};

/// A checker's own standing with the hub.
struct CheckerView {
    bool enlisted = false, leaving = false;
    std::string struck;        ///< off the list: "wrong", the stake is lost; "silent"; empty: neither
    std::uint64_t version = 0; ///< of its last Enlist
    Amount stake, locked, feeLeast;
    std::uint64_t checked = 0; ///< tasks that earned the fee
    Amount earned;
    template <class F>
    void fields(F& f) {
        f(enlisted, leaving, struck, version, stake, locked, feeLeast, checked, earned);
    }
};

} // namespace unchained::contract
