// SPDX-License-Identifier: Apache-2.0
#include "lottery/beacon.h"

#include "gpu/cbor.h"
#include "gpu/hash.h"

#include <algorithm>
#include <cassert>

namespace unchained::lottery {

namespace {
constexpr std::uint64_t kBeaconMarkEvery = 1024;

Hash256 roundBefore(const Hash256& value) {
    return taggedHash("beacon", {value});
}
} // namespace

TimeMs BeaconClock::publicAt(std::uint64_t round) const {
    return start + static_cast<TimeMs>(round) * kBeaconPeriodMs;
}

std::uint64_t BeaconClock::newest(TimeMs now) const {
    return now <= start ? 0 : static_cast<std::uint64_t>((now - start) / kBeaconPeriodMs);
}

std::uint64_t BeaconClock::roundFor(TimeMs logged) const {
    const TimeMs from = logged + kBeaconWaitMs - start;
    return from <= 0 ? 0 : static_cast<std::uint64_t>((from + kBeaconPeriodMs - 1) / kBeaconPeriodMs);
}

HubBeacon::HubBeacon(const Hash256& hubKey, std::uint64_t chainRounds) : m_key(hubKey), m_rounds(chainRounds) {
    assert(chainRounds >= 1);
}

void HubBeacon::makeChain(std::uint64_t chain) {
    m_chain = chain;
    m_marks.assign(m_rounds / kBeaconMarkEvery + 2, {});
    Hash256 at = hmacSha256(m_key.view(), cbor::encode(cbor::Array{"beacon", chain}));
    m_marks.back() = at;
    for (std::uint64_t place = m_rounds - 1;; --place) {
        if (place % kBeaconMarkEvery == 0) m_marks[place / kBeaconMarkEvery] = at;
        if (place == 0) break;
        at = roundBefore(at);
    }
}

Hash256 HubBeacon::value(std::uint64_t round) {
    if (m_marks.empty() || m_chain != round / m_rounds) makeChain(round / m_rounds);
    const std::uint64_t place = round % m_rounds, last = m_rounds - 1;
    const std::uint64_t mark = (place + kBeaconMarkEvery - 1) / kBeaconMarkEvery;
    const bool beyond = mark * kBeaconMarkEvery > last;
    Hash256 at = beyond ? m_marks.back() : m_marks[mark];
    for (std::uint64_t i = beyond ? last : mark * kBeaconMarkEvery; i > place; --i)
        at = roundBefore(at);
    return at;
}

bool roundFollows(const Hash256& value, std::uint64_t round, const Hash256& known, std::uint64_t knownRound) {
    if (round < knownRound) return false;
    Hash256 at = value;
    for (std::uint64_t i = round; i > knownRound; --i)
        at = roundBefore(at);
    return at == known;
}

Hash256 beaconDraw(const Hash256& secret, const Hash256& nextSeed, const Hash256& value) {
    return taggedHash("draw", {secret, nextSeed, value});
}

} // namespace unchained::lottery
