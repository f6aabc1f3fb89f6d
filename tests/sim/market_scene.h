// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "market.h"
#include "random.h"

#include "protocol/hub_state.h"

#include <functional>
#include <queue>
#include <set>
#include <string>
#include <vector>

namespace unchained::sim {

using contract::ContractId;

/// What everybody has when a market begins, in micro-credits.
inline constexpr std::int64_t kSimMoney = 1'000'000'000;
inline constexpr TimeMs kSimBegin = 1'000'000, kFaultsMs = 20 * 60'000;

/// Key of the number-th peer of a kind.
[[nodiscard]] identity::Keys simKeys(std::uint64_t seed, std::uint8_t kind, std::uint64_t number);

/// The name with which a notice, a command or a message begins.
[[nodiscard]] const std::string& nameOf(const cbor::Value& list);

/// Where a market is played: virtual time, a network that loses, delays and doubles, and the hub with its log, which
/// crashes and is folded anew. One thread; everything follows from the seed.
class Scene {
public:
    /// @param canary  an event is left out of the hub's log
    Scene(std::uint64_t seed, MarketOutcome& outcome, bool canary);
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    MarketOutcome& out;
    Random random;
    const identity::Keys hubKeys;
    protocol::HubTerms terms;
    /// After each event of the hub, before anything else happens.
    std::function<void(const protocol::HubEvent&, const protocol::HubOutcome&)> heard;

    [[nodiscard]] TimeMs now() const { return m_now; }
    [[nodiscard]] TimeMs hubAwayMs() const { return m_hubAwayMs; } ///< in all
    [[nodiscard]] bool faultsLast() const { return m_now < m_faultsEnd; }
    /// Of something to go wrong: never after the faults have ended.
    [[nodiscard]] bool chance(double p) { return p > 0 && faultsLast() && random.uniform() <= p; }
    /// Of somebody to do something.
    [[nodiscard]] bool maybe(double p) { return random.uniform() <= p; }
    [[nodiscard]] bool partyCrashes() { return chance(20 * m_crash); }
    void after(TimeMs ms, std::function<void()> run);
    /// Over the network: perhaps never, perhaps late, perhaps twice.
    void travel(const std::function<void()>& arrive);
    /// The next thing happens; false: nothing is to come.
    bool runNext();

    [[nodiscard]] const protocol::HubState& hub() const { return *m_hub; }
    /// False for a while after the hub has crashed: nobody is heard or answered.
    [[nodiscard]] bool hubIsUp() const { return m_hubIsUp; }
    [[nodiscard]] Result<cbor::Value> ask(const PeerId& from, cbor::Array question) const;
    /// To the hub at once.
    Result<cbor::Value> tell(const protocol::HubEvent& event);
    using Answered = std::function<void(const Result<cbor::Value>&)>;
    /// Somebody's command goes over the network, again and again until an answer comes back that is final.
    void send(const identity::Keys& from, cbor::Array command, Answered answered = {});
    /// The hub starts: its beacon, its clock and its crashes.
    void begin();
    /// Somebody gets what everybody has.
    void welcome(const identity::Keys& keys);
    /// The log is folded anew: what comes out must answer as the hub did before. A digest of all of it, in hex.
    std::string foldAgain();

    void fail(std::string what);
    /// Somebody honest is called a liar, or silent.
    void falselyAccused(const std::string& what);

private:
    struct Entry {
        TimeMs at;
        std::uint64_t number;
        std::function<void()> run;
        bool operator>(const Entry& o) const { return std::tie(at, number) > std::tie(o.at, o.number); }
    };
    struct Sent {
        const identity::Keys& from;
        cbor::Array command;
        Answered answered;
        bool done = false;
    };
    void hubWakes();
    void setAlarm();
    void trySend(const std::shared_ptr<Sent>& sent);
    void hubCrashes();
    void hubStarts(std::int64_t away);
    [[nodiscard]] std::unique_ptr<protocol::HubState> newHub() const;
    [[nodiscard]] Hash256 digestOf(const protocol::HubState& hub) const;

    bool m_canary, m_hubIsUp = true;
    double m_loss, m_late, m_twice, m_crash;
    TimeMs m_now = kSimBegin, m_faultsEnd = kSimBegin + kFaultsMs, m_hubAwayMs = 0, m_wakesAt = INT64_MAX;
    std::uint64_t m_count = 0;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> m_queue;
    std::shared_ptr<lottery::Beacon> m_beacon;
    std::unique_ptr<protocol::HubState> m_hub;
    std::vector<std::pair<TimeMs, cbor::Value>> m_log;
    std::set<ContractId> m_contracts;
};

} // namespace unchained::sim
