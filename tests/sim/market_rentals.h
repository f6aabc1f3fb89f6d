// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "market_scene.h"

#include "protocol/renter_session.h"

#include <deque>
#include <memory>

namespace unchained::sim {

enum class HostKind {
    Honest,
    Fakes,
    OneFake,
    LiesAboutWins,
    HoldsBack,
    Vanishes,
    WrongEngine, ///< honest, on a build of which an engine computes some steps wrong
};
enum class RenterKind { Honest, Vanishes, NeverReleases, Leaves };

/// Somebody who rents or lets.
struct Trader {
    identity::Keys keys;
    HostKind host = HostKind::Honest;
    RenterKind renter = RenterKind::Honest;
    bool busy = false;
    int rentals = 0;
    /// Whether nothing that the market calls bad may ever be said of it.
    [[nodiscard]] bool isHonest() const {
        return (host == HostKind::Honest || host == HostKind::WrongEngine) && renter == RenterKind::Honest;
    }
};

/// One side of one contract: the session, the log that it is folded from, and its line to the hub.
struct Side {
    Trader* trader = nullptr;
    Side* other = nullptr;
    bool isRenter = false;
    TimeMs pollMs = 0;
    protocol::Session::Parameters parameters;
    std::unique_ptr<protocol::Session> session;
    std::vector<std::pair<TimeMs, cbor::Value>> log;
    std::deque<protocol::ToHub> commands; ///< one at a time and in order
    bool asking = false;
    std::optional<TimeMs> awaySince; ///< the hub, or this party: no time runs meanwhile
    bool gone = false;               ///< its party has vanished from this contract
    bool diskLost = false;           ///< nothing but the key was left, at least once
    [[nodiscard]] bool isDone() const { return gone || session->done(); }
};

/// One contract, and what is true of it whatever the market says.
struct Rental {
    ContractId id;
    contract::Offer offer;
    TimeMs stepMs = 0;
    Side renter, host;
    bool settled = false; ///< the hub has said so
    std::string ending;   ///< of the last "settled"

    [[nodiscard]] bool byBeacon() const { return offer.draw == contract::kDrawBeacon; }
    [[nodiscard]] bool isParallel() const { return offer.kind() == gpu::WorkKind::Parallel; }
    /// Whether the host computes this step falsely, lying or not.
    [[nodiscard]] bool isFalse(std::uint64_t step) const;
    /// Whether a step that it has committed to, and the renter receipted, is false.
    [[nodiscard]] bool hasFalseStep() const;
    /// Whether nothing bad may ever be said of the host. One whose disk is lost and whose renter is gone cannot show
    /// its run to anybody, whatever it was.
    [[nodiscard]] bool hostIsHonest() const { return host.trader->isHonest() && !(host.diskLost && renter.gone); }
    /// The step as anybody computes it.
    [[nodiscard]] static Hash256 step(const Hash256& before, const Hash256& seed);
    /// Of the state with this root.
    [[nodiscard]] static Hash256 salted(const Hash256& salt, const Hash256& root);
    /// As the engine computes it that is wrong.
    [[nodiscard]] static Hash256 wrongStep(const Hash256& before, const Hash256& seed);
    [[nodiscard]] const protocol::RenterSession& renterSession() const {
        return static_cast<const protocol::RenterSession&>(*renter.session);
    }
};

/// Hosts, renters and their contracts: the real sessions, their work, their losses and crashes.
class Rentals {
public:
    explicit Rentals(Scene& scene);

    std::vector<Trader> hosts, renters;
    /// The arbiters whom offers name.
    std::vector<PeerId> arbiters;
    /// Whether somebody beside the parties hands over the state before a step that is checked.
    std::function<bool(const protocol::CheckEffect&)> suppliedByOthers;

    void begin();
    void onNotice(const protocol::NoticeEffect& notice);
    void onCheck(const protocol::CheckEffect& check);
    [[nodiscard]] Rental* find(const ContractId& id);
    [[nodiscard]] const std::vector<std::unique_ptr<Rental>>& all() const { return m_rentals; }
    /// Everybody has rented and come to an end, or will for weeks.
    [[nodiscard]] bool areQuiet() const { return areDone() || m_scene.now() > kSimBegin + kQuietMs; }
    /// Everybody has rented and come to an end.
    [[nodiscard]] bool areDone() const;
    /// Adds the ends to the outcome, and holds them against what is true.
    void judge();

private:
    void enlist();
    void rentSome();
    void rent(Trader& renter, Trader& host);
    contract::Offer offerOf(const Trader& renter, const Trader& host);
    void shapeBeaconOffer(contract::Offer& offer);
    [[nodiscard]] std::unique_ptr<protocol::Session> makeSession(const Side& side) const;
    void feed(Side& side, const cbor::Value& event);
    void act(Side& side, const protocol::SessionEffect& effect);
    void sayHub(Side& side);
    void compute(Side& side, const protocol::Compute& work);
    void poll(Side& side);
    void keepTime(Side& side);
    void crash(Side& side);
    void judge(const Rental& rental);

    static constexpr TimeMs kQuietMs = 2 * kMsPerHour;
    Scene& m_scene;
    std::uint64_t m_nonces = 0;
    std::vector<std::unique_ptr<Rental>> m_rentals;
    std::map<ContractId, Rental*> m_byId;
    std::set<std::pair<ContractId, Hash256>> m_opened; ///< states before checked steps that the hub has got
};

} // namespace unchained::sim
