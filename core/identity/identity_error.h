// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace unchained::identity {

enum class IdentityError : std::uint32_t {
    BadEnvelope = 500, ///< not [payload, signer, signature] in canonical CBOR
    BadKey,            ///< a public key that no honest party has: not canonical, or of small order
    BadSignature,      ///< the signature is not the signer's over this payload
    NoSuchFile,        ///< there is no key file of that name
    FileExists,        ///< would overwrite a key file
    FileFailed,        ///< the system refused to read or write; the sentence says why
    NotAKeyFile,       ///< something else is in the file
    Damaged,           ///< a key file whose bytes have changed
    WrongPassphrase,   ///< the passphrase does not open the key file
    BadCertificate,    ///< not an X.509 certificate with an Ed25519 key
};

} // namespace unchained::identity
