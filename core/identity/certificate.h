// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"
#include "identity/identity_error.h"
#include "identity/keys.h"

/// X.509 as far as TLS asks for it: a certificate carries an Ed25519 key and nothing else that anybody looks at.
/// Pure; safe from any thread.
namespace unchained::identity {

/// Self-signed, in DER. Its serial number comes of the key and its dates are fixed (1970 to the end of 9999), so that
/// one key always has one certificate and no clock matters.
[[nodiscard]] Bytes tlsCertificate(const Keys& keys);

/// The key in a certificate.
[[nodiscard]] Result<PeerId> peerOfCertificate(ByteView der);

/// SHA-256 of the certificate's SubjectPublicKeyInfo as it stands there, whatever kind of key it is.
[[nodiscard]] Result<Hash256> spkiFingerprint(ByteView der);

} // namespace unchained::identity
