// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "market_rentals.h"

#include "contract/case_structures.h"

namespace unchained::sim {

/// People who quarrel: parties and neighbours open cases with the truth or with lies, answer, stall or go away, settle
/// or do not; an arbiter rules by the facts, or sleeps. Parties write to each other, and rate each other.
class Disputes {
public:
    Disputes(Scene& scene, Rentals& rentals);

    void begin();
    void onNotice(const protocol::NoticeEffect& notice);
    void onNote(const protocol::PeerNoteEffect& note);
    /// Whether who disputes this step hands over the state before it.
    [[nodiscard]] bool supplies(const protocol::CheckEffect& check) const;
    [[nodiscard]] bool areDone() const;

private:
    /// What the people of one case have made up their minds to do.
    struct Plan {
        bool truthful = true;       ///< of who opens it
        std::uint64_t liesFrom = 0; ///< a lying challenger's roots are its own from Y[liesFrom] on
        bool openerStalls = false, hostStalls = false;
        std::uint64_t stallsIn = 0; ///< round from which on
        bool proposes = false, agrees = false;
        bool arbiterRules = false;
        Amount ruled; ///< by the facts
    };
    struct Case {
        contract::CaseId id;
        Rental* rental = nullptr;
        const identity::Keys* opener = nullptr;
        const identity::Keys* against = nullptr;
        bool ofResult = true;
        Plan plan;
        std::vector<Hash256> roots;                 ///< as the opener says they are
        std::uint64_t hostSaid = 0, openerSaid = 0; ///< rounds answered
        bool proposed = false, accepted = false, ruled = false, ended = false;
        TimeMs openedAt = 0;
    };

    void act();
    void considerResult(Rental& rental);
    void considerConduct(Rental& rental);
    void open(Case c, const contract::CaseOpening& opening);
    [[nodiscard]] std::vector<Hash256> rootsOf(const Rental& rental, const Plan& plan) const;
    void turn(Case& c);
    void retry(Case& c, TimeMs wait);
    void answerRound(Case& c, const contract::CaseView& view);
    void talk(Case& c, const contract::CaseView& view);
    void settle(const identity::Keys& who, const contract::Settlement& terms);
    void rule(Case& c, const contract::CaseView& view);
    void impostors(const Case& c);
    void onEnded(const contract::CaseVerdict& verdict);
    void judgeResult(const Case& c, const contract::CaseVerdict& verdict);
    void judgeConduct(const Case& c, const contract::CaseVerdict& verdict);
    void write(const Rental& rental);
    void read(const ContractId& contract, const PeerId& to);
    void review(const Rental& rental);
    [[nodiscard]] const Trader* traderOf(const PeerId& peer) const;

    Scene& m_scene;
    Rentals& m_rentals;
    identity::Keys m_arbiter, m_neighbour;
    std::uint64_t m_ids = 0, m_letters = 0;
    std::map<contract::CaseId, std::unique_ptr<Case>> m_cases;
    std::set<ContractId> m_resultAsked, m_conductAsked;
    std::map<PeerId, std::set<std::string>> m_written; ///< by receiver
};

} // namespace unchained::sim
