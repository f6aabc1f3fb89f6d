// SPDX-License-Identifier: Apache-2.0
#include "identity/envelope.h"

#include "gpu/cbor.h"
#include "gpu/hash.h"
#include "identity/verified_once.h"

namespace unchained::identity {

namespace {
thread_local std::set<Hash256>* t_verified = nullptr;
}

VerifiedOnce::VerifiedOnce() {
    if (!t_verified) t_verified = &m_good;
}

VerifiedOnce::~VerifiedOnce() {
    if (t_verified == &m_good) t_verified = nullptr;
}

Bytes seal(const Keys& keys, ByteView payload) {
    Bytes out = cbor::encode(cbor::Array{payload, keys.peer(), keys.sign(payload)});
    if (t_verified) t_verified->insert(sha256(out));
    return out;
}

Result<Envelope> openEnvelope(ByteView bytes) {
    const auto value = cbor::decode(bytes);
    if (!value) {
        return makeError(IdentityError::BadEnvelope, "envelope",
                         Message("is not canonical CBOR (%1)", value.error().text()));
    }
    cbor::Reader in(*value, "envelope", 3);
    Envelope out;
    out.payload = in.bytes();
    out.signer = in.fixed<PeerId>();
    out.signature = in.fixed<Signature>();
    if (auto done = in.finish(); !done) {
        return makeError(IdentityError::BadEnvelope, "envelope", done.error().sentence);
    }
    if (!isUsablePeer(out.signer)) {
        return makeError(IdentityError::BadKey, "envelope", "its signer's key is one that fits many messages");
    }
    const Hash256 hash = t_verified ? sha256(bytes) : Hash256{};
    if (t_verified && t_verified->contains(hash)) return out;
    if (!verify(out.signer, out.payload, out.signature)) {
        return makeError(IdentityError::BadSignature, "envelope",
                         Message("its signature is not that of %1", toHex(out.signer.view())));
    }
    if (t_verified) t_verified->insert(hash);
    return out;
}

} // namespace unchained::identity
