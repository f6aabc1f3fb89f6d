// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/address.h"
#include "net/circuit.h"
#include "net/connection.h"

/// Ways to reach a peer. Each returns at once with a connection, owned by `parent`, that later emits ready() or
/// closed(). All pin the other side's key: closed(Error{WrongPeer}) where another one answers.
namespace unchained::net {

/// A hub, by the fingerprint in its address.
[[nodiscard]] Connection* dialHub(const HubAddress& hub, const TlsIdentity& self, const Options& options,
                                  QObject* parent);

/// A host that listens on a port of its own.
[[nodiscard]] Connection* dialDirect(const Endpoint& endpoint, const PeerId& expected, const TlsIdentity& self,
                                     const Options& options, QObject* parent);

/// A peer through the hub, where neither needs a port of its own. The token comes from the hub; the two agree which of
/// them is the TLS client. The handshake deadline covers waiting for the other side to come.
[[nodiscard]] Connection* dialCircuit(const Endpoint& hub, const CircuitToken& token, Connection::Role role,
                                      const PeerId& expected, const TlsIdentity& self, const Options& options,
                                      QObject* parent);

} // namespace unchained::net
