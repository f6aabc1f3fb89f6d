// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"

/// What is signed in a case, and what a case looks like to those whose it is. Conventions as in structures.h;
/// core/protocol/README.md, "Cases", says what follows from each.
namespace unchained::contract {

/// H("case", signer of the CaseOpening, its payload): the same words of two people are two cases.
using CaseId = Hash256;

inline constexpr const char* kCaseOfResult = "result";   ///< a machine decides: a step, run again
inline constexpr const char* kCaseOfConduct = "conduct"; ///< no machine can: the arbiter that the offer names

inline constexpr std::size_t kCaseTextMax = 2000;             ///< bytes
inline constexpr std::size_t kEvidenceMax = 64 * 1024;        ///< bytes of one item
inline constexpr std::size_t kEvidenceItemsMax = 32;          ///< of one party in one case
inline constexpr std::size_t kMessageMax = 8 * 1024;          ///< bytes of one sealed message
inline constexpr std::int64_t kSettlementLifeMs = 86'400'000; ///< an offer to settle is open for at most a day

/// Signed by whoever opens it. A case of a result says: of Y[first] we know the same root, of Y[last] I computed
/// another one than you committed to. Whoever opens it stands by `root` and supplies the opening of the step that is
/// left.
struct CaseOpening {
    static constexpr const char* kName = "case-opening";
    PeerId hub;
    CommandId id;
    ContractId contract;
    std::string kind;
    PeerId against;                    ///< for a result: the provider
    Amount asked;                      ///< of conduct: what the opener wants of the other
    std::string text;                  ///< in the opener's words
    std::uint64_t first = 0, last = 0; ///< states Y[first], Y[last]; 0, 0 of conduct
    std::optional<Hash256> root;       ///< the opener's root of Y[last]
    template <class F>
    void fields(F& f) {
        f(hub, id, contract, kind, against, asked, text, first, last, root);
    }
};

/// Signed by the opener: its root of the state in the middle of the round.
struct CaseAnswer {
    static constexpr const char* kName = "case-answer";
    CaseId of;
    std::uint64_t round = 0;
    Hash256 root;
    template <class F>
    void fields(F& f) {
        f(of, round, root);
    }
};

/// Signed by a party of the case, or its arbiter; named by the SHA-256 of `content`.
struct CaseEvidence {
    static constexpr const char* kName = "case-evidence";
    CaseId of;
    std::string kind; ///< "signed": an envelope; "statement": words; "file"
    std::string title;
    Bytes content;
    template <class F>
    void fields(F& f) {
        f(of, kind, title, content);
    }
};

/// Signed by both, each the same payload: the first signature proposes, the second accepts. It moves free credits of
/// its signers alone, from the one that the case is against to the one that opened it.
struct Settlement {
    static constexpr const char* kName = "settlement";
    PeerId hub;
    CaseId subject;
    Amount toOpener;
    std::int64_t expires = 0; ///< hub time
    template <class F>
    void fields(F& f) {
        f(hub, subject, toOpener, expires);
    }
};

/// Signed by the final arbiter that the offer names.
struct Ruling {
    static constexpr const char* kName = "ruling";
    PeerId hub;
    CaseId subject;
    Amount toOpener;
    std::string text;
    template <class F>
    void fields(F& f) {
        f(hub, subject, toOpener, text);
    }
};

/// Signed by the hub: how a case has ended.
struct CaseVerdict {
    static constexpr const char* kName = "case-verdict";
    CaseId of;
    ContractId contract;
    std::string outcome; ///< see core/protocol/README.md, "Cases"
    std::optional<std::uint64_t> step;
    std::optional<Hash256> claimed, disputed, computed; ///< roots after the step: host's, opener's, hub's
    std::string engine;
    Amount toOpener;
    template <class F>
    void fields(F& f) {
        f(of, contract, outcome, step, claimed, disputed, computed, engine, toOpener);
    }
};

/// Signed by the sender, and sealed for the receiver inside of what the hub carries (identity/sealed_box.h): only the
/// two can read it, and whoever shows it proves who wrote it.
struct PartyMessage {
    static constexpr const char* kName = "message";
    ContractId contract;
    PeerId to;
    std::int64_t time = 0; ///< hub time, in the sender's words
    std::string text;
    template <class F>
    void fields(F& f) {
        f(contract, to, time, text);
    }
};

/// Signed by the hub: who stopped answering first in a rental that was interrupted. Costs nobody anything.
struct Blame {
    static constexpr const char* kName = "blame";
    ContractId contract;
    std::string first;            ///< "renter", "provider", "nobody"
    std::string why;              ///< what the hub saw, in a word: README, "Blame"
    bool proven = false;          ///< by signatures or a step that was run again; else it is what the hub saw
    std::int64_t renterHeard = 0; ///< hub time of the last word of each
    std::int64_t providerHeard = 0;
    template <class F>
    void fields(F& f) {
        f(contract, first, why, proven, renterHeard, providerHeard);
    }
};

// ---- what the hub answers to ["case", id] and ["cases"]; signed by nobody

struct RoundView {
    std::uint64_t first = 0, last = 0, middle = 0;
    std::optional<Hash256> host, opener;
    template <class F>
    void fields(F& f) {
        f(first, last, middle, host, opener);
    }
};

struct SettlementView {
    PeerId by;
    Amount toOpener;
    std::int64_t expires = 0;
    Bytes envelope;
    template <class F>
    void fields(F& f) {
        f(by, toOpener, expires, envelope);
    }
};

struct EvidenceView {
    Hash256 hash;
    std::string kind, title;
    PeerId by;
    std::string standing; ///< "signed", "matches", "differs", "not-checkable"
    std::uint64_t bytes = 0;
    std::int64_t time = 0;
    template <class F>
    void fields(F& f) {
        f(hash, kind, title, by, standing, bytes, time);
    }
};

struct CaseView {
    CaseId id;
    std::uint64_t number = 0; ///< on this hub, from 1
    ContractId contract;
    std::string kind;
    PeerId opener, against, renter; ///< renter: of the contract
    std::optional<PeerId> arbiter;
    Amount asked, deposit;
    std::string text;
    std::int64_t opened = 0;
    std::string level;                 ///< "settlement", "machine", "arbiter", "ended"
    std::optional<std::int64_t> until; ///< deadline of the level
    std::string byDefault;             ///< outcome when it passes
    std::string outcome;               ///< empty while it is open
    std::int64_t ended = 0;
    Amount toOpener;
    std::uint64_t steps = 0, first = 0, last = 0; ///< N; the range about which they still disagree
    std::vector<RoundView> rounds;
    bool waitsForHost = false, waitsForOpener = false, checking = false, settled = false;
    Hash256 agreed;                    ///< root of Y[first]
    std::optional<std::uint64_t> step; ///< the one that is left
    std::optional<Hash256> claimed, disputed, computed, stepSeed;
    std::string engine;
    std::string tensor; ///< the first of the state after the step that differs, of those that the hub could compare
    std::uint64_t differing = 0, values = 0; ///< how many of the state's values differ
    std::vector<SettlementView> offers;
    std::vector<EvidenceView> evidence;
    template <class F>
    void fields(F& f) {
        f(id, number, contract, kind, opener, against, renter, arbiter, asked, deposit, text, opened, level, until,
          byDefault, outcome, ended, toOpener, steps, first, last, rounds, waitsForHost, waitsForOpener, checking,
          settled, agreed, step, claimed, disputed, computed, stepSeed, engine, tensor, differing, values, offers,
          evidence);
    }
};

/// A view as it came over the wire.
[[nodiscard]] Result<CaseView> decodeCaseView(const cbor::Value& value);

/// One that the hub keeps for its receiver: only who is meant can open `sealed`.
struct CarriedMessage {
    std::uint64_t number = 0; ///< in the contract, from 1
    PeerId from, to;
    std::int64_t time = 0;
    Bytes sealed;
    template <class F>
    void fields(F& f) {
        f(number, from, to, time, sealed);
    }
};
[[nodiscard]] Result<CarriedMessage> decodeCarriedMessage(const cbor::Value& value);

} // namespace unchained::contract
