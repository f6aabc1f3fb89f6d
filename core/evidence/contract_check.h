// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/opened.h"

#include <map>
#include <set>

/// No part of this room's interface.
namespace unchained::evidence {

/// Holds one contract's statements against each other, in the order in which they were made.
class ContractCheck {
public:
    ContractCheck(const OpenedContract& contract, const PeerId& renter, const PeerId& hub,
                  std::vector<Finding>& findings);
    void run();

private:
    /// What the draw made of a window.
    struct Drawn {
        bool rootsFit = false;
        std::vector<std::uint64_t> wins; ///< empty too where the secret was never opened
        bool opened = false;
    };
    struct Due {
        std::size_t at = 0; ///< since this notice
        std::uint64_t batch = 0, step = 0;
        bool answered = false, right = false;
        bool forced = false; ///< by stakes on wrong: not at the escrow's cost
    };
    struct BatchRange {
        std::size_t first = 0, end = 0, at = 0; ///< claims, notice
        std::optional<std::size_t> due;         ///< place in m_due
    };

    void report(Message what, const std::string& place = "") const;
    template <class T>
    bool hubsWord(const Noted<T>& noted, const std::string& place) const;

    // check_terms.cpp
    void terms();
    void offerShape();
    void escrow();
    // check_windows.cpp
    void seeds();
    void beacon();
    void windows();
    bool rootsFit(std::uint64_t k);
    void commit(std::uint64_t k);
    void receipt(std::uint64_t k);
    void draw(std::uint64_t k);
    bool listIsDrawn(std::uint64_t k, const std::optional<Hash256>& secret, const std::vector<std::uint64_t>& listed);
    void close();
    void published();
    void leaves();
    // check_claims.cpp
    void claims();
    void claim(const Noted<contract::Claim>& noted);
    void claimedStep(const contract::Claim& claim, const std::string& place);
    bool sameWindow(const contract::Claim& claim, const std::string& place);
    void everyWinClaimed();
    void reveals();
    void batch(const Reveal& reveal, std::uint64_t number);
    void forced(const Reveal& reveal);
    void silence(const Reveal& reveal);
    void failureDue();
    // check_results.cpp
    void results();
    [[nodiscard]] bool isMore(const Noted<contract::CheckResult>& noted) const;
    void result(const Noted<contract::CheckResult>& noted);
    [[nodiscard]] std::optional<Hash256> rootAfter(std::uint64_t step) const;
    void faults();
    void verdicts();
    void blames();
    bool fault(const Noted<contract::Fault>& noted);
    bool wrongWins(const contract::Fault& fault) const;
    bool twoOf(const contract::Fault& fault) const;
    // check_hired.cpp
    void hired();
    [[nodiscard]] static bool isDrawn(const contract::Hired& hired);
    [[nodiscard]] bool answersStand(const contract::Hired& hired) const;
    [[nodiscard]] bool agreed(const contract::Hired& hired) const;
    [[nodiscard]] bool isByHired(const Noted<contract::CheckResult>& noted) const;
    // check_money.cpp
    void payments();
    void settled();
    [[nodiscard]] bool settledAgain() const;
    void balance(const contract::Settled& v);
    void outcome(const contract::Settled& v);
    [[nodiscard]] Amount bets();
    [[nodiscard]] bool marketIsShown(const contract::MarketEnded& v) const;
    [[nodiscard]] std::string unproven(const contract::Settled& v) const;
    [[nodiscard]] bool finalOutcome() const;  ///< the last batch was closed and nothing was voided
    [[nodiscard]] bool nothingVoided() const; ///< nor where the renter was to blame

    const OpenedContract& m_c;
    const contract::Offer& m_offer;
    PeerId m_renter, m_hub;
    std::vector<Finding>& m_findings;

    protocol::BeaconRecord m_beacon;
    std::optional<Amount> m_face;
    std::optional<Amount> m_checkFee;               ///< follows from the escrow that was admitted
    std::vector<Drawn> m_drawn;                     ///< of window k at k − 1
    std::map<std::uint64_t, std::size_t> m_claimOf; ///< step → place among the claims
    std::vector<BatchRange> m_batches;
    std::vector<Due> m_due;
    std::set<std::uint64_t> m_paidSteps;
    Amount m_paidSum;
    std::uint64_t m_forcedChecks = 0;                  ///< that were made: whoever lost the bet pays them
    bool m_wrongList = false;                          ///< a list of wins that is not the draw
    bool m_twoCommits = false;                         ///< two commitments of one window
    bool m_disputedWrong = false;                      ///< a case has shown it
    bool m_disputedFault = false;                      ///< a case has shown that an engine is to blame
    bool m_hostsFault = false, m_rentersFault = false; ///< proved by a Fault
};

} // namespace unchained::evidence
