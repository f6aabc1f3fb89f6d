// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "gpu/bytes.h"

#include <cstdint>
#include <vector>

/// A source of randomness in rounds that nobody but its keeper knows before they are public (protocol.md 2, step 4).
///
/// Round r is public from start + 3 s · r on. Rounds form chains: within one the round before is the hash of the round,
/// R_{r-1} = H("beacon", R_r), so that whoever knows the first round of a chain checks any later one. What is drawn by
/// a beacon binds also who is no party of the contract: renter and provider together cannot choose it.
namespace unchained::lottery {

inline constexpr std::int64_t kBeaconPeriodMs = 3'000; ///< between two rounds
inline constexpr std::int64_t kBeaconWaitMs = 6'000;   ///< least time from what is drawn to its round
inline constexpr std::int64_t kBeaconWorkMs = 12'000;  ///< least work of a window, so that nobody waits for its round
inline constexpr std::uint64_t kBeaconRounds = std::uint64_t{1} << 17; ///< of one chain: 4.5 days

/// When rounds are public. `start`: of round 0, hub time.
struct BeaconClock {
    TimeMs start = 0;
    [[nodiscard]] TimeMs publicAt(std::uint64_t round) const;
    /// The newest public round; 0 before the start.
    [[nodiscard]] std::uint64_t newest(TimeMs now) const;
    /// The first round that is public at least 6 s after `logged`.
    [[nodiscard]] std::uint64_t roundFor(TimeMs logged) const;
};

/// Its keeper's side.
class Beacon {
public:
    virtual ~Beacon() = default;
    [[nodiscard]] virtual Hash256 value(std::uint64_t round) = 0;
    [[nodiscard]] virtual std::uint64_t chainRounds() const = 0;
};

/// Follows from the hub's key, so that a restart goes on: the last round of chain e is HMAC(hub key, canonical CBOR
/// ["beacon", e]). A chain is made when its first value is asked for; every 1,024th is kept. One thread.
class HubBeacon final : public Beacon {
public:
    explicit HubBeacon(const Hash256& hubKey, std::uint64_t chainRounds = kBeaconRounds);
    [[nodiscard]] Hash256 value(std::uint64_t round) override;
    [[nodiscard]] std::uint64_t chainRounds() const override { return m_rounds; }

private:
    void makeChain(std::uint64_t chain);

    Hash256 m_key;
    std::uint64_t m_rounds, m_chain = 0;
    std::vector<Hash256> m_marks; ///< of the chain m_chain; empty: none is made
};

/// True iff hashing `value` round − knownRound times gives `known`; false for a round before the known one.
[[nodiscard]] bool roundFollows(const Hash256& value, std::uint64_t round, const Hash256& known,
                                std::uint64_t knownRound);

/// ρ_k = H("draw", b_k, s_{k+1}, value of the window's round).
[[nodiscard]] Hash256 beaconDraw(const Hash256& secret, const Hash256& nextSeed, const Hash256& value);

} // namespace unchained::lottery
