// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "market_rentals.h"

#include "contract/bets.h"
#include "contract/case_structures.h"

#include <map>
#include <set>

namespace unchained::sim {

/// The rules that hold after every event of the hub, read off its postings and its words alone: it keeps books of its
/// own, and knows what is true only to hold verdicts against it.
class Audit {
public:
    Audit(Scene& scene, Rentals& rentals) : m_scene(scene), m_rentals(rentals) {}

    void onEvent(const protocol::HubEvent& event, const protocol::HubOutcome& outcome);
    /// Nothing is open any more, and no money lies where nobody can have it.
    void atEnd();
    struct ContractBooks {
        std::int64_t escrowIn = 0, paid = 0, returned = 0, fees = 0;
        std::int64_t bondIn = 0, refunded = 0, burned = 0, stakers = 0;
        std::set<std::uint64_t> ticketsPaid, rightChecks, forced;
        std::map<std::uint64_t, std::uint64_t> checkedAt; ///< step → event of its right check
        bool bondFreed = false;
        std::optional<TimeMs> caughtAt; ///< the bond was slashed for a wrong step, or for signatures
    };
    /// What went into a market and out of it.
    struct MarketBooks {
        contract::MarketId id;
        std::uint64_t openedAt = 0; ///< event
        bool isOpen = true;
        std::int64_t makerFunds = 0, makerGain = 0, fromBond = 0, toFees = 0, burned = 0;
        std::map<PeerId, std::int64_t> gains;
    };
    [[nodiscard]] const MarketBooks& booksOf(const contract::MarketId& market) const;
    [[nodiscard]] const std::map<ContractId, ContractBooks>& contracts() const { return m_contracts; }

private:
    void onPosting(const ledger::Transaction& posting);
    void onContractPosting(const ledger::Leg& leg, const ledger::Leg& other, const std::string& memo);
    void onMarketPosting(MarketBooks& market, const ledger::Leg& leg, const ledger::Leg& other,
                         const std::string& memo);
    void onNotice(const protocol::NoticeEffect& notice);
    void onCheckResult(const contract::CheckResult& result);
    void onMarketOpened(const contract::MarketId& id);
    void onMarketEnded(const contract::MarketEnded& ended);
    void onSettled(const contract::Settled& settled);
    void onBlame(const contract::Blame& blame);
    void onCaseEnded(const contract::CaseVerdict& verdict);
    void settlementTouches(const protocol::HubOutcome& outcome);
    void sumsToNothing();

    Scene& m_scene;
    Rentals& m_rentals;
    std::uint64_t m_event = 0;
    std::map<ledger::Account, std::int64_t> m_balances;
    std::map<ContractId, ContractBooks> m_contracts;
    std::map<Hash256, MarketBooks> m_markets; ///< by the owner of their account
    std::set<Hash256> m_casesOpen, m_casesEnded;
};

} // namespace unchained::sim
