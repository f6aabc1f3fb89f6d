// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"
#include "identity/identity_error.h"
#include "identity/keys.h"

namespace unchained::identity {

/// What a signed structure travels in: canonical CBOR [payload, signer, signature], all three byte strings. The
/// signature is over the payload's bytes, which begin with the structure's own name and version.
struct Envelope {
    Bytes payload;
    PeerId signer;
    Signature signature;
};

[[nodiscard]] Bytes seal(const Keys& keys, ByteView payload);

/// The envelope, once its signature was found to be the signer's. Who may sign this payload is the caller's question.
[[nodiscard]] Result<Envelope> openEnvelope(ByteView bytes);

} // namespace unchained::identity
