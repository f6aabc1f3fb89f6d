// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "protocol/renter_session.h"

/// From the state machine of a contract to what the window shows of it. Pure; the engine's thread.
namespace unchained::ui {

/// Place of a contract in its job, counted from 1.
[[nodiscard]] std::uint64_t firstStepOf(const contract::Offer& offer);
/// Number over the job, from 1, of the first window of `next`, which goes on from the contract `before`.
[[nodiscard]] std::uint64_t firstWindowAfter(std::uint64_t firstWindow, const contract::Offer& before,
                                             const contract::Offer& next);
/// Windows, tickets, wins and money of the newest contract, and what deters its host; X* while nobody bets.
void fillContract(JobFacts& facts, const protocol::RenterSession& session);
[[nodiscard]] std::vector<WindowFacts> windowsOf(const protocol::Session& session);
[[nodiscard]] WinState winStateOf(const protocol::Session& session, std::uint64_t step);
/// A face value times the tickets so far over the odds: what the lottery pays on average.
[[nodiscard]] Amount expectedPay(const protocol::Session& session);

/// Turns what happened in a contract into sentences, each once: call observe() after each event of the session. Steps
/// and windows are counted over the whole job.
class Diary {
public:
    /// What is new since the last call, oldest first, with `now` as its time.
    [[nodiscard]] std::vector<EventFacts> observe(const protocol::RenterSession& session, const QString& host,
                                                  qint64 now, std::uint64_t firstWindow = 1);
    /// When the host said its last window, or closed; 0: it has said nothing.
    [[nodiscard]] qint64 hostHeard() const { return m_hostHeard; }
    [[nodiscard]] qint64 endedAt() const { return m_endedAt; }

private:
    std::uint64_t m_drawn = 0;
    std::map<std::uint64_t, protocol::ClaimState> m_claims;
    bool m_began = false, m_done = false;
    std::size_t m_hostSaid = 0; ///< its windows, and its close
    qint64 m_hostHeard = 0, m_endedAt = 0;
};

/// What its records say of one contract. Of its host they say nothing: name, device and place are the caller's.
[[nodiscard]] ContractFacts contractFacts(const protocol::RenterSession& session, const Diary& diary);

} // namespace unchained::ui
