// SPDX-License-Identifier: Apache-2.0
#include "disputes/bisection.h"

#include <algorithm>
#include <bit>

namespace unchained::disputes {

namespace {
constexpr std::array kSides{Side::Defender, Side::Challenger};

std::size_t placeOf(Side side) {
    return static_cast<std::size_t>(side);
}
} // namespace

std::uint64_t Bisection::roundsOf(std::uint64_t steps) {
    return steps < 2 ? 0 : static_cast<std::uint64_t>(std::bit_width(steps - 1));
}

Result<Bisection> Bisection::begin(const Start& start, TimeMs now) {
    if (start.first >= start.last)
        return makeError(DisputeError::EmptyRange, "steps", "the first is not before the last",
                         "name the state that both agree on, and a later one");
    if (start.defender == start.challenger)
        return makeError(DisputeError::NoDifference, "root", "is the one that the other side has committed to",
                         "there is nothing to dispute");
    Bisection out;
    out.m_first = start.first;
    out.m_last = start.last;
    out.m_agreed = start.agreed;
    out.m_said = {start.defender, start.challenger};
    out.m_purse = {start.patienceMs, start.patienceMs};
    out.beginRound(now);
    return out;
}

void Bisection::beginRound(TimeMs now) {
    m_roundSince = now;
    if (m_last - m_first == 1) {
        m_end = BisectionEnd::Found;
        return;
    }
    m_rounds.push_back({m_first, m_last, m_first + (m_last - m_first) / 2, {}});
}

bool Bisection::waitsFor(Side side) const {
    return !m_end && !m_rounds.back().roots[placeOf(side)];
}

TimeMs Bisection::purseEnd(Side side) const {
    return m_roundSince + std::max<std::int64_t>(0, m_purse[placeOf(side)]);
}

Result<bool> Bisection::answer(Side side, std::uint64_t round, const Hash256& root, TimeMs now) {
    if (round == 0 || round > m_rounds.size())
        return makeError(DisputeError::WrongRound, "round", Message("%1 has not begun", round),
                         "answer the round that the case shows");
    auto& place = m_rounds[round - 1].roots[placeOf(side)];
    if (place) {
        if (*place == root) return false;
        return makeError(DisputeError::Contradiction, "root", "this round was answered otherwise before");
    }
    if (m_end) return makeError(DisputeError::Over, "case", "the narrowing has come to its end");
    place = root;
    m_purse[placeOf(side)] -= now - m_roundSince;
    const BisectionRound& at = m_rounds.back();
    if (!at.roots[0] || !at.roots[1]) return true;
    if (*at.roots[0] == *at.roots[1]) {
        m_first = at.middle;
        m_agreed = root;
    } else {
        m_last = at.middle;
        m_said = {*at.roots[0], *at.roots[1]};
    }
    beginRound(now);
    return true;
}

std::optional<TimeMs> Bisection::deadline() const {
    if (m_end) return std::nullopt;
    std::optional<TimeMs> out;
    for (const Side side : kSides)
        if (waitsFor(side)) out = out ? std::min(*out, purseEnd(side)) : purseEnd(side);
    return out;
}

bool Bisection::advance(TimeMs now) {
    if (m_end) return false;
    const auto late = [&](Side side) { return waitsFor(side) && purseEnd(side) <= now; };
    const bool defender = late(Side::Defender), challenger = late(Side::Challenger);
    if (!defender && !challenger) return false;
    // Of two that owe an answer the one that has more time left is not at fault yet.
    if (defender && challenger) m_end = BisectionEnd::BothSilent;
    if (defender && !challenger) m_end = BisectionEnd::DefenderSilent;
    if (!defender && challenger) m_end = BisectionEnd::ChallengerSilent;
    return true;
}

} // namespace unchained::disputes
