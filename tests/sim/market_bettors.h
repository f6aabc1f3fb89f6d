// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "market_audit.h"

#include "protocol/bets_view.h"

namespace unchained::sim {

enum class BettorKind {
    Informed,      ///< knows which steps are false
    Random,        ///< anything at any price
    Suspicious,    ///< stakes on wrong whatever it is about: forces checks, and pays for them
    HostsNo,       ///< second identity of a host: stakes on wrong against what that host has faked
    HostsYes,      ///< second identity of a host: buys right on what that host knows to be right
    WithoutCredit, ///< has nothing
};

/// People who open markets and bet, and hosts that offer odds on themselves.
class Bettors {
public:
    Bettors(Scene& scene, Rentals& rentals, const Audit& audit);

    void begin();
    void onNotice(const protocol::NoticeEffect& notice);
    /// Who bet against its own fakes has lost all the same; bets that were taken have been cleared or given back.
    void atEnd();

private:
    struct Bettor {
        identity::Keys keys;
        BettorKind kind;
        const Trader* host = nullptr; ///< whose second identity this is
    };
    void act();
    void openOne(const Bettor& maker);
    void betWith(const Bettor& bettor);
    [[nodiscard]] std::optional<contract::MarketId> choose(const Bettor& bettor);
    [[nodiscard]] bool isTrue(const contract::MarketId& id) const;
    [[nodiscard]] contract::Bet betOf(const Bettor& bettor, const protocol::MarketView& market);
    void offerOdds();
    [[nodiscard]] CommandId nextId();
    [[nodiscard]] static std::int64_t reserveOf(const protocol::BetView& bet, const protocol::MarketView& market);
    [[nodiscard]] std::int64_t excessOf(const protocol::PositionView& position) const;
    void judgeRings();

    Scene& m_scene;
    Rentals& m_rentals;
    const Audit& m_audit;
    std::vector<Bettor> m_bettors;
    std::set<contract::MarketId> m_open, m_ended;
    std::uint64_t m_ids = 0;
};

} // namespace unchained::sim
