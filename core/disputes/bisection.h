// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "gpu/result.h"

#include <array>
#include <optional>
#include <vector>

/// Two parties who disagree over a run of N steps narrow it to one step in ceil(log2 N) rounds (protocol.md 7).
///
/// Both agree on the state before step `first` and disagree on the state before step `last`. A round asks each for the
/// root of the state in the middle. The defender's are the roots that it has committed to, so its answer comes with a
/// proof and can only be the truth about its own run or nothing; the challenger's are those of its own recomputation.
/// Who lies loses all the same: the step that is left is one about which both have bound themselves, and it is run
/// again. Each side has one purse of time for all rounds together, as on a chess clock, so that nobody locks the
/// other's money by stalling each round a little.
///
/// Pure values; one thread. Source: protocol.md section 7, attacks.md 18 and 24.
namespace unchained::disputes {

enum class DisputeError : std::uint32_t {
    EmptyRange = 1700, ///< first is not before last
    NoDifference,      ///< the two roots at the end are the same
    Over,              ///< the narrowing has come to its end
    WrongRound,        ///< an answer to a round that has not begun
    Contradiction,     ///< another answer to the same round before
};

enum class Side : std::uint32_t { Defender = 0, Challenger = 1 };

enum class BisectionEnd { Found, DefenderSilent, ChallengerSilent, BothSilent };

/// What both said about the middle of a range of states.
struct BisectionRound {
    std::uint64_t first = 0, last = 0, middle = 0; ///< numbers of states: Y[first], Y[last], Y[middle]
    std::array<std::optional<Hash256>, 2> roots;   ///< by Side
    bool operator==(const BisectionRound&) const = default;
};

class Bisection {
public:
    /// What the two disagree about: Y[first] is common, of Y[last] each says another root.
    struct Start {
        std::uint64_t first = 0, last = 0;
        Hash256 agreed, defender, challenger;
        std::int64_t patienceMs = 0; ///< purse of time of each side
    };
    /// EmptyRange, NoDifference.
    [[nodiscard]] static Result<Bisection> begin(const Start& start, TimeMs now);

    /// ceil(log2(last − first)): rounds that a range takes.
    [[nodiscard]] static std::uint64_t roundsOf(std::uint64_t steps);

    /// A side's root in the middle of the round at hand. True where it is new; false where it was said before.
    /// WrongRound, Contradiction, Over.
    [[nodiscard]] Result<bool> answer(Side side, std::uint64_t round, const Hash256& root, TimeMs now);
    /// True where the time of a side is up, which ends the narrowing.
    bool advance(TimeMs now);
    /// The hub was away: nobody's time ran.
    void shift(std::int64_t ms) { m_roundSince += ms; }

    [[nodiscard]] std::optional<BisectionEnd> end() const { return m_end; }
    /// When advance() changes something; nothing after the end.
    [[nodiscard]] std::optional<TimeMs> deadline() const;
    /// Whether the round at hand waits for this side.
    [[nodiscard]] bool waitsFor(Side side) const;

    /// Number of the round at hand, from 1; after the end that of the last one. 0: there was nothing to narrow.
    [[nodiscard]] std::uint64_t round() const { return m_rounds.size(); }
    [[nodiscard]] const std::vector<BisectionRound>& rounds() const { return m_rounds; }
    /// The range about which the two still disagree. Once it is Found: the step `first`, whose state before is agreed.
    [[nodiscard]] std::uint64_t first() const { return m_first; }
    [[nodiscard]] std::uint64_t last() const { return m_last; }
    [[nodiscard]] const Hash256& agreed() const { return m_agreed; }
    /// What a side says of Y[last()].
    [[nodiscard]] const Hash256& said(Side side) const { return m_said[static_cast<std::size_t>(side)]; }

private:
    Bisection() = default;
    void beginRound(TimeMs now);
    [[nodiscard]] TimeMs purseEnd(Side side) const;

    std::uint64_t m_first = 0, m_last = 0;
    Hash256 m_agreed;
    std::array<Hash256, 2> m_said;
    std::array<std::int64_t, 2> m_purse{}; ///< what is left to each side
    TimeMs m_roundSince = 0;
    std::vector<BisectionRound> m_rounds;
    std::optional<BisectionEnd> m_end;
};

} // namespace unchained::disputes
