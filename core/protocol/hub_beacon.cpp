// SPDX-License-Identifier: Apache-2.0
#include "lottery/beacon.h"
#include "protocol/hub_proofs.h"

#include <algorithm>

/// Contracts drawn by the hub's beacon: the commitment is logged, then its round is waited for. What was logged when
/// stands under the hub's signature before it can know the round to be of use to anybody.
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

void HubState::onBeaconBegan(const HubBeaconBegan& began) {
    if (m_beaconClock || began.anchor != m_beacon->value(0)) return;
    m_beaconClock = lottery::BeaconClock{m_now};
}

Value HubState::beaconView(TimeMs now) const {
    if (!m_beaconClock) return Value(Array{});
    const std::uint64_t newest = m_beaconClock->newest(now);
    const std::uint64_t first = newest - newest % m_beacon->chainRounds();
    return Value(Array{signedByHub(anchorAt(first)), newest, m_beacon->value(newest)});
}

contract::BeaconAnchor HubState::anchorAt(std::uint64_t first) const {
    return {m_keys.peer(), m_beaconClock->start, m_beacon->chainRounds(), first, m_beacon->value(first)};
}

/// The chain that `round` is of, once in each contract.
void HubState::tellChain(const ContractId& id, Contract& c, std::uint64_t round) {
    const std::uint64_t chain = round / m_beacon->chainRounds();
    if (c.beaconChain == chain) return;
    c.beaconChain = chain;
    notify(id, c, Array{"beacon", signedByHub(anchorAt(chain * m_beacon->chainRounds()))});
}

Result<Value> HubState::commit(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 1);
    const Bytes envelope = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    auto commit = openSigned<contract::Commit>(envelope);
    if (!commit) return commit.error();
    const ContractId id = commit->value.contract;
    auto found = find(id);
    if (!found) return found.error();
    Contract& c = **found;
    if (c.offer.draw != contract::kDrawBeacon)
        return refuse(ProtocolError::WrongPhase, "commit", "is of a contract that the two parties draw by themselves");
    auto window = proveWindow(id, c, envelope, {});
    if (!window) return window.error();
    if (contradicts(id, c, *window, envelope)) return Value(Array{});
    const std::uint64_t k = commit->value.window;
    if (const auto known = c.logged.find(k); known != c.logged.end()) return Value(Array{known->second.round});
    if (c.phase == Phase::Settled || c.finalDone || c.close)
        return refuse(ProtocolError::WrongPhase, "contract", "is being closed");
    const bool inTurn = k == c.logged.size() + 1 && (k == 1 || c.logged.rbegin()->second.value);
    if (!inTurn)
        return refuse(ProtocolError::WrongPhase, "commit.window",
                      Message("window %1 waits for the round of the one before", k));
    remember(c, *window, envelope, 0, {});
    const std::uint64_t round = m_beaconClock->roundFor(m_now);
    tellChain(id, c, round);
    c.logged.emplace(k, Contract::Draw{window->commitHash, round, std::nullopt});
    notify(id, c, Array{"logged", signedByHub(contract::Logged{id, k, window->commitHash, m_now, round})});
    return Value(Array{round});
}

std::optional<TimeMs> HubState::roundWanted(const Contract& c) const {
    if (c.logged.empty() || c.logged.rbegin()->second.value) return std::nullopt;
    return m_beaconClock->publicAt(c.logged.rbegin()->second.round);
}

void HubState::showRound(const ContractId& id, Contract& c) {
    const auto at = roundWanted(c);
    if (!at || *at > m_now) return;
    auto& [k, draw] = *c.logged.rbegin();
    draw.value = m_beacon->value(draw.round);
    notify(id, c, Array{"round", k, draw.round, *draw.value});
}

Result<Hash256> HubState::drawOf(const Contract& c, const contract::Commit& commit, const Hash256& secret,
                                 const Hash256& nextSeed) const {
    if (c.offer.draw != contract::kDrawBeacon) return lottery::coinflip(secret, nextSeed);
    const auto at = c.logged.find(commit.window);
    if (at == c.logged.end() || !at->second.value)
        return refuse(ProtocolError::WrongPhase, "window",
                      Message("the round of window %1 is not public yet", commit.window));
    return lottery::beaconDraw(secret, nextSeed, *at->second.value);
}

/// Of a published window that nobody receipted: the next round in place of the hub's h. False: it is waited for.
bool HubState::silenceRoundIsPublic(Contract& c) {
    Published& p = *c.published;
    if (c.offer.draw != contract::kDrawBeacon) return true;
    if (!p.round) p.round = m_beaconClock->newest(m_now) + 1;
    p.receiptBy = std::max(p.receiptBy, m_beaconClock->publicAt(*p.round));
    return p.receiptBy <= m_now;
}

} // namespace unchained::protocol
