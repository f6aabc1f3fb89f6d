// SPDX-License-Identifier: Apache-2.0
#include "gpu/hash.h"
#include "identity/keys.h"

#include <algorithm>

/// The signer of the simulator, linked in place of core/identity/signatures.cpp: a signature is a hash of the key's
/// name and the message. Whoever knows the name could forge it, and nobody in the simulator does; what is signed by
/// somebody else, or changed afterwards, is refused as ever. Ed25519 itself took more than half of a market's time.
namespace unchained::identity {

namespace {
Signature simulatedSignature(const PeerId& peer, ByteView message) {
    const Hash256 hash = sha256({asBytes("unchained/simulated-signature/v1"), peer.view(), message});
    Signature out;
    std::copy(hash.bytes.begin(), hash.bytes.end(), out.bytes.begin());
    return out;
}
} // namespace

Signature Keys::sign(ByteView message) const {
    return simulatedSignature(m_peer, message);
}

bool verify(const PeerId& peer, ByteView message, const Signature& signature) {
    return isUsablePeer(peer) && signature == simulatedSignature(peer, message);
}

} // namespace unchained::identity
