// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

/// Cases as the window shows them, from the hub's views. Steps count from 1, as people count; conventions of facts.h.
namespace unchained::ui {

enum class CaseLevelFact { Settlement, Machine, Arbiter, Ended };

/// A round of the narrowing: the two disagree about these steps.
struct CaseRoundFacts {
    std::uint64_t first = 1, last = 1;
    bool operator==(const CaseRoundFacts&) const = default;
};

struct CaseEvidenceFacts {
    QByteArray hash;
    QString kind;  ///< "contract", "opening", "check", "signed", "statement", "file"
    QString title; ///< in its party's words; of a check: the engine
    QByteArray by;
    QString standing; ///< "signed", "matches", "differs", "not-checkable"
    quint64 bytes = 0;
    qint64 time = 0;
    bool operator==(const CaseEvidenceFacts&) const = default;
};

struct CaseMessageFacts {
    bool mine = false;
    bool readable = true;
    QString text;
    qint64 time = 0;
    bool operator==(const CaseMessageFacts&) const = default;
};

struct CaseFacts {
    QString market;
    QByteArray id, contract, opener, against, renter, arbiter, me; ///< arbiter: empty where none is named
    QString openerName, againstName, arbiterName;
    quint64 number = 0;
    bool ofResult = true; ///< else of conduct
    CaseLevelFact level = CaseLevelFact::Settlement;
    QString text, outcome, byDefault; ///< the hub's words; core/protocol/README.md
    qint64 opened = 0, until = 0, ended = 0;
    Amount asked, deposit, toOpener;
    std::uint64_t steps = 0;     ///< of the contract
    std::uint64_t firstStep = 1; ///< of the contract in its job, where that is ours: the steps below count over the job
    std::vector<CaseRoundFacts> rounds;
    bool waitsForHost = false, waitsForOpener = false, checking = false, settled = false;
    std::optional<std::uint64_t> step; ///< the one that is left
    std::optional<bool> stepRight;     ///< once it was run again
    QString engine, tensor;
    std::uint64_t differing = 0, values = 0;
    std::optional<Amount> myOffer, theirOffer; ///< what whoever opened the case would get
    qint64 theirOfferUntil = 0;
    std::vector<CaseEvidenceFacts> evidence;
    std::vector<CaseMessageFacts> messages;
    bool operator==(const CaseFacts&) const = default;

    [[nodiscard]] bool open() const { return level != CaseLevelFact::Ended; }
    [[nodiscard]] bool iOpened() const { return me == opener; }
    [[nodiscard]] bool isParty() const { return me == opener || me == against; }
    [[nodiscard]] bool isArbiter() const { return !arbiter.isEmpty() && me == arbiter; }
    /// Of the two the one that is not me.
    [[nodiscard]] const QByteArray& other() const { return iOpened() ? against : opener; }
    [[nodiscard]] const QByteArray& host() const { return opener == renter ? against : ofResult ? against : opener; }
    /// Renter and host of the contract write to each other; somebody else who disputes a result does not.
    [[nodiscard]] bool canWrite() const { return me == renter || me == host(); }
    [[nodiscard]] const QByteArray& correspondent() const { return me == renter ? host() : renter; }
    /// Somebody waits for this person.
    [[nodiscard]] bool needsMe() const {
        return open() && ((isParty() && theirOffer) || (isArbiter() && level == CaseLevelFact::Arbiter));
    }
};

} // namespace unchained::ui
