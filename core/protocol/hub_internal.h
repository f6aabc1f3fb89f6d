// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/hub_state.h"
#include "protocol/signed.h"

/// Shared by the files of HubState; no part of its interface.
namespace unchained::protocol {

/// A contract on which nothing happens for so long is closed at its last claim: no escrow stays locked for ever.
inline constexpr std::int64_t kIdleMs = std::int64_t{30} * 24 * 3600 * 1000;
/// Least `secret` period of a contract drawn by beacon: the last window is opened only once its round is public.
inline constexpr std::int64_t kSecretByBeaconMs = 15'000;
using contract::kOfferLifeMs;
using contract::kPauseMaxMs;

inline Error refuse(ProtocolError code, std::string subject, Message sentence, Message remedy = {}) {
    return makeError(code, std::move(subject), std::move(sentence), std::move(remedy));
}

inline ledger::Account peerAccount(const PeerId& peer) {
    return ledger::Account::peer(peer);
}
inline ledger::Account escrowAccount(const ContractId& id) {
    return ledger::Account::escrow(id);
}
inline ledger::Account bondAccount(const ContractId& id) {
    return ledger::Account::bond(id);
}

/// Fields of a command after its name; the last one or two may be missing.
inline cbor::Reader argsOf(const HubCommand& command, std::size_t count) {
    cbor::Reader in(command.body, "command", count + 1);
    in.text();
    return in;
}

/// The one signed structure that a command [name, envelope] carries.
template <class T>
Result<Signed<T>> soleStructure(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 1);
    const Bytes envelope = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    return openSigned<T>(envelope);
}

template <class T>
Bytes HubState::signedByHub(const T& structure) const {
    return sealed(m_keys, structure);
}

} // namespace unchained::protocol
