// SPDX-License-Identifier: Apache-2.0
#include "protocol/beacon_record.h"

#include "protocol/errors.h"
#include "protocol/signed.h"

namespace unchained::protocol {

namespace {
Error bad(const char* subject, Message why) {
    return makeError(ProtocolError::BadProof, subject, std::move(why));
}
} // namespace

Result<void> BeaconRecord::take(const cbor::Value& notice) {
    cbor::Reader in(notice, "notice", 2, 4);
    const std::string name = in.text();
    if (name == "round") {
        const std::uint64_t k = in.u64(), number = in.u64();
        const auto value = in.fixed<Hash256>();
        if (auto ok = in.finish(); !ok) return ok;
        return round(k, number, value);
    }
    const Bytes envelope = in.bytes();
    if (auto ok = in.finish(); !ok) return ok;
    return name == "beacon" ? anchor(envelope) : logged(envelope);
}

Result<void> BeaconRecord::anchor(const Bytes& envelope) {
    auto opened = openSigned<contract::BeaconAnchor>(envelope);
    if (!opened) return opened.error();
    const contract::BeaconAnchor& v = opened->value;
    if (opened->signer != m_hub || v.hub != m_hub) return bad("beacon", "is not the hub's");
    if (v.rounds == 0 || v.rounds > lottery::kBeaconRounds || v.round % v.rounds != 0)
        return bad("beacon", "does not begin a chain");
    if (v.round > contract::kBeaconRoundMax || v.start < 0 || v.start > contract::kBeaconStartMax)
        return bad("beacon", "its numbers lie outside what the protocol allows");
    if (m_anchor && (v.start != m_anchor->start || v.rounds != m_anchor->rounds || v.round <= m_anchor->round))
        return bad("beacon", "contradicts the one before");
    m_anchor = v;
    m_knownRound = v.round;
    m_known = v.value;
    return {};
}

Result<void> BeaconRecord::logged(const Bytes& envelope) {
    auto opened = openSigned<contract::Logged>(envelope);
    if (!opened) return opened.error();
    const contract::Logged& v = opened->value;
    if (opened->signer != m_hub || v.contract != m_contract) return bad("logged", "is not the hub's word on this");
    if (!m_anchor) return bad("logged", "comes before the beacon's anchor");
    const lottery::BeaconClock clock{m_anchor->start};
    if (v.window != m_windows.size() + 1) return bad("logged", Message("window %1 comes out of turn", v.window));
    if (v.time < 0 || v.time > contract::kBeaconStartMax || v.round != clock.roundFor(v.time))
        return bad("logged", Message("round %1 is not the first at least 6 s after the commitment", v.round));
    if (v.round / m_anchor->rounds != m_anchor->round / m_anchor->rounds)
        return bad("logged", Message("round %1 is of another chain", v.round));
    if (!m_windows.empty() &&
        (!m_windows.rbegin()->second.value || v.time < clock.publicAt(m_windows.rbegin()->second.round)))
        return bad("logged", Message("window %1 was committed before the round of the one before", v.window));
    m_windows.emplace(v.window, Window{v.commit, v.round, std::nullopt});
    return {};
}

bool BeaconRecord::isRound(std::uint64_t round, const Hash256& value) const {
    if (!m_anchor || round / m_anchor->rounds != m_anchor->round / m_anchor->rounds) return false;
    if (round >= m_knownRound) return lottery::roundFollows(value, round, m_known, m_knownRound);
    return lottery::roundFollows(m_known, m_knownRound, value, round);
}

Result<void> BeaconRecord::round(std::uint64_t k, std::uint64_t round, const Hash256& value) {
    const auto at = m_windows.find(k);
    if (at == m_windows.end() || at->second.round != round || at->second.value)
        return bad("round", Message("%1 draws no window", round));
    if (!isRound(round, value)) return bad("round", Message("%1 is not of the chain that the hub anchored", round));
    at->second.value = value;
    if (round > m_knownRound) {
        m_knownRound = round;
        m_known = value;
    }
    return {};
}

std::optional<Hash256> BeaconRecord::valueFor(std::uint64_t k, const Hash256& commit) const {
    const auto at = m_windows.find(k);
    if (at == m_windows.end() || at->second.commit != commit) return std::nullopt;
    return at->second.value;
}

} // namespace unchained::protocol
